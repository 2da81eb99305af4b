//! Presenting as a state machine: what is shown, and what a key or a press makes of it. Nothing here draws.

use crate::model::from_json::FromJson;
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Show {
    /// Which slide, from 0.
    pub slide: usize,
    /// Which of its pages.
    pub page: usize,
    /// What is behind the mark of this key, instead of the slide itself.
    pub behind: Option<String>,
    /// The slide that is marked in the overview, while that is open.
    pub overview: Option<usize>,
    /// The screen is black.
    pub blank: bool,
    /// The list of keys is open.
    pub help: bool,
    /// The number that is being typed.
    pub number: Option<String>,
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// On.
    Next,
    /// Back.
    Back,
    /// In the overview: a line down or up; elsewhere on or back.
    Line {
        /// Down, or up.
        down: bool,
    },
    /// The first slide.
    First,
    /// The last one.
    Last,
    /// Black, or not any more.
    Blank,
    /// A number is to be typed.
    Number,
    /// A digit of it.
    Digit(char),
    /// What is typed or marked is meant.
    Enter,
    /// The overview.
    Overview,
    /// To a slide, from 0.
    To(usize),
    /// What is behind a mark.
    Behind(String),
    /// A step out.
    Out,
    /// The list of keys.
    Help,
    /// The whole screen, or not any more.
    FullScreen,
    /// The figures of now.
    Refresh,
    /// The window with the notes.
    Notes,
    /// The next preset.
    Preset,
}

/// What is to be done beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The whole screen, or not any more.
    FullScreen,
    /// Freeze the figures of now.
    Refresh,
    /// Open the window with the notes.
    Notes,
    /// Take the next preset.
    Preset,
    /// End the presentation.
    Leave,
}

/// What the deck is like on this screen.
pub struct Extent<'a> {
    /// The number of pages of each slide.
    pub pages: Vec<usize>,
    /// The number of pages of what is behind a mark of the slide that is shown.
    pub behind: &'a dyn Fn(&str) -> usize,
    /// How many slides stand beside each other in the overview.
    pub columns: usize,
}

/// No deck has more slides.
const DIGITS: usize = 3;

impl Show {
    /// What an action makes of it.
    #[must_use]
    pub fn after(&self, action: Action, extent: &Extent<'_>) -> (Show, Option<Deed>) {
        let mut show = self.clone();
        let deed = match action {
            Action::FullScreen => Some(Deed::FullScreen),
            Action::Refresh => Some(Deed::Refresh),
            Action::Notes => Some(Deed::Notes),
            Action::Preset => Some(Deed::Preset),
            Action::Out => show.step_out(),
            other => {
                show.go(other, extent);
                None
            }
        };
        show.keep_within(extent);
        (show, deed)
    }

    fn go(&mut self, action: Action, extent: &Extent<'_>) {
        let last = extent.pages.len().saturating_sub(1);
        // What covers the slide goes first: who presses "on" wants to see it.
        let covered = self.blank || self.help;
        match action {
            Action::Blank => {
                self.help = false;
                self.blank = !self.blank;
            }
            Action::Help => self.help = !self.help,
            Action::Number => self.number = Some(String::new()),
            Action::Digit(digit) => {
                let number = self.number.get_or_insert_default();
                if number.len() < DIGITS {
                    number.push(digit);
                }
            }
            Action::Enter => self.enter(extent),
            Action::Overview => {
                self.blank = false;
                self.help = false;
                self.overview = match self.overview {
                    Some(_) => None,
                    None => Some(self.slide),
                };
            }
            Action::To(slide) => self.to(slide),
            Action::Behind(key) => {
                self.behind = Some(key);
                self.page = 0;
            }
            _ if covered => {
                self.blank = false;
                self.help = false;
            }
            Action::Next | Action::Line { down: true } if self.overview.is_none() => self.on(extent),
            Action::Back | Action::Line { down: false } if self.overview.is_none() => self.back(extent),
            Action::First if self.overview.is_none() => self.to(0),
            Action::Last if self.overview.is_none() => self.to(last),
            other => {
                if let Some(at) = &mut self.overview {
                    *at = match other {
                        Action::Next => *at + 1,
                        Action::Back => at.saturating_sub(1),
                        Action::Line { down: true } if *at + extent.columns <= last => *at + extent.columns,
                        Action::Line { down: false } if *at >= extent.columns => *at - extent.columns,
                        Action::First => 0,
                        Action::Last => last,
                        _ => *at,
                    };
                }
            }
        }
    }

    fn to(&mut self, slide: usize) {
        *self = Show {
            slide,
            ..Show::default()
        };
    }

    fn on(&mut self, extent: &Extent<'_>) {
        let pages = self.pages(extent);
        if self.page + 1 < pages {
            self.page += 1;
        } else if self.slide + 1 < extent.pages.len() {
            self.to(self.slide + 1);
        } else {
            self.behind = None;
        }
    }

    fn back(&mut self, extent: &Extent<'_>) {
        if self.page > 0 {
            self.page -= 1;
        } else if self.behind.is_some() {
            self.behind = None;
        } else if self.slide > 0 {
            self.to(self.slide - 1);
            self.page = self.pages(extent).saturating_sub(1);
        }
    }

    fn enter(&mut self, extent: &Extent<'_>) {
        match (self.number.take(), self.overview) {
            (Some(number), _) => {
                if let Ok(number) = number.parse::<usize>()
                    && (1..=extent.pages.len()).contains(&number)
                {
                    self.to(number - 1);
                }
            }
            (None, Some(slide)) => self.to(slide),
            (None, None) if self.blank || self.help => {
                self.blank = false;
                self.help = false;
            }
            (None, None) => self.on(extent),
        }
    }

    /// The innermost thing closes; with nothing left the presentation ends.
    fn step_out(&mut self) -> Option<Deed> {
        if self.help {
            self.help = false;
        } else if self.number.is_some() {
            self.number = None;
        } else if self.blank {
            self.blank = false;
        } else if self.overview.is_some() {
            self.overview = None;
        } else if self.behind.is_some() {
            self.behind = None;
            self.page = 0;
        } else {
            return Some(Deed::Leave);
        }
        None
    }

    /// How many pages what is shown has.
    pub fn pages(&self, extent: &Extent<'_>) -> usize {
        match &self.behind {
            Some(key) => (extent.behind)(key),
            None => extent.pages.get(self.slide).copied().unwrap_or(1),
        }
        .max(1)
    }

    /// A deck or a screen may have become smaller meanwhile.
    pub fn keep_within(&mut self, extent: &Extent<'_>) {
        let last = extent.pages.len().saturating_sub(1);
        self.slide = self.slide.min(last);
        self.overview = self.overview.map(|at| at.min(last));
        self.page = self.page.min(self.pages(extent) - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(actions: &[Action]) -> (Show, Option<Deed>) {
        let extent = Extent {
            pages: vec![1, 3, 1, 1],
            behind: &|_| 2,
            columns: 2,
        };
        let mut now = (Show::default(), None);
        for action in actions {
            now = now.0.after(action.clone(), &extent);
        }
        now
    }

    fn at(actions: &[Action]) -> (usize, usize) {
        let (show, _) = run(actions);
        (show.slide, show.page)
    }

    use Action::*;

    #[test]
    fn on_goes_through_pages_and_slides_to_the_end_and_back() {
        assert_eq!(at(&[Next]), (1, 0));
        assert_eq!(at(&[Next, Next, Next]), (1, 2));
        assert_eq!(at(&[Next, Next, Next, Next]), (2, 0));
        assert_eq!(at(&[Next, Next, Next, Next, Back]), (1, 2));
        assert_eq!(at(&vec![Next; 20]), (3, 0));
        assert_eq!(at(&[Last, First]), (0, 0));
        assert_eq!(at(&[Back]), (0, 0));
        assert_eq!(at(&[Line { down: true }, Line { down: false }]), (0, 0));
    }

    #[test]
    fn a_number_leads_to_its_slide() {
        assert_eq!(at(&[Number, Digit('3'), Enter]), (2, 0));
        assert_eq!(at(&[Digit('4'), Enter]), (3, 0));
        assert_eq!(at(&[Next, Digit('9'), Enter]), (1, 0));
        let (show, deed) = run(&[Number, Digit('3'), Out]);
        assert_eq!((show.number, deed), (None, None));
    }

    #[test]
    fn black_hides_and_the_next_press_shows_the_same_slide() {
        let (show, _) = run(&[Next, Blank]);
        assert!(show.blank);
        let (show, _) = run(&[Next, Blank, Next]);
        assert!(!show.blank);
        assert_eq!(show.slide, 1);
        assert!(!run(&[Blank, Blank]).0.blank);
    }

    #[test]
    fn the_overview_is_walked_and_left() {
        assert_eq!(at(&[Overview, Line { down: true }, Enter]), (2, 0));
        assert_eq!(at(&[Overview, Next, Enter]), (1, 0));
        assert_eq!(run(&[Overview, Last]).0.overview, Some(3));
        assert_eq!(run(&[Overview, Overview]).0.overview, None);
        assert_eq!(at(&[Overview, Next, Out]), (0, 0));
    }

    #[test]
    fn behind_a_bar_and_back() {
        let (show, _) = run(&[Behind("a".to_owned())]);
        assert_eq!(show.behind.as_deref(), Some("a"));
        assert_eq!(run(&[Behind("a".to_owned()), Back]).0.behind, None);
        assert_eq!(run(&[Behind("a".to_owned()), Out]).0.behind, None);
        // Somebody with a clicker comes out of it too, by going on.
        assert_eq!(at(&[Behind("a".to_owned()), Next]), (0, 1));
        assert_eq!(at(&[Behind("a".to_owned()), Next, Next]), (1, 0));
        let (show, _) = run(&[Last, Behind("a".to_owned()), Next, Next]);
        assert_eq!((show.slide, show.behind, show.page), (3, None, 0));
    }

    #[test]
    fn out_goes_in_steps_and_then_leaves() {
        let (show, deed) = run(&[Behind("a".to_owned()), Overview, Help, Out, Out]);
        assert_eq!((show.behind.as_deref(), show.overview, deed), (Some("a"), None, None));
        assert_eq!(run(&[Out]).1, Some(Deed::Leave));
    }

    #[test]
    fn what_is_not_a_place_is_a_deed() {
        assert_eq!(run(&[FullScreen]).1, Some(Deed::FullScreen));
        assert_eq!(run(&[Refresh]).1, Some(Deed::Refresh));
        assert_eq!(run(&[Notes]).1, Some(Deed::Notes));
        assert_eq!(run(&[Preset]).1, Some(Deed::Preset));
    }
}
