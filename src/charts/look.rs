//! How to draw: language, theme, width, and the sizes that follow from them.

use crate::model::from_json::FromJson;
use crate::model::text::Lang;
use serde::Serialize;

/// What the reader's screen and settings ask of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Numbers are written by this language's convention.
    pub lang: Lang,
    /// The words that charts say themselves, in `lang`.
    pub words: &'static Words,
    /// Dark ground, light ink.
    pub dark: bool,
    /// Fills carry patterns everywhere, for those who cannot tell the colours apart.
    pub patterns: bool,
    /// The width of the place the chart stands in, in CSS pixels.
    pub width_px: f64,
    /// Drawn for the back row of a meeting room: nothing under 24 px, fewer rows.
    pub projector: bool,
    /// Changes may move (at most 150 ms). Off where the system asks for reduced motion.
    pub motion: bool,
    /// Show every row instead of the first and the last ones.
    pub expanded: bool,
    /// Drawn into a place whose height is given too: a slide.
    pub stage: Option<Stage>,
}

/// A place of a given height, for which the text's size and the number of rows are chosen ([`super::fit`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// The size of running text in CSS pixels.
    pub text_px: f64,
    /// The height in CSS pixels that a drawing without rows fills.
    pub height_px: f64,
    /// The most rows drawn before the middle ones are folded.
    pub rows: usize,
}

impl Look {
    /// A light, still drawing of the given width.
    pub fn new(lang: Lang, words: &'static Words, width_px: f64) -> Look {
        Look {
            lang,
            words,
            dark: false,
            patterns: false,
            width_px,
            projector: false,
            motion: false,
            expanded: false,
            stage: None,
        }
    }

    /// The size of running text in pixels: 13, or 24 for a projector, or what the stage asks for.
    pub(super) fn text(&self) -> f64 {
        match (self.stage, self.projector) {
            (Some(stage), _) => stage.text_px,
            (None, true) => 24.0,
            (None, false) => 13.0,
        }
    }

    /// The height of a plot without rows: what the stage leaves beside `around`, or `usual`.
    pub(super) fn plot_height(&self, usual: f64, around: f64) -> f64 {
        match self.stage {
            Some(stage) => (stage.height_px - around).max(self.line() * 3.0).floor(),
            None => self.scaled(usual),
        }
    }

    /// A length designed for 13 px text, at this drawing's text size.
    pub(super) fn scaled(&self, length: f64) -> f64 {
        (length * self.text() / 13.0).round()
    }

    /// The distance between baselines: Vietnamese stacks its marks.
    pub(super) fn line(&self) -> f64 {
        (self.text() * 1.4).round()
    }

    /// Too narrow for names beside bars: they stand above them.
    pub(super) fn narrow(&self) -> bool {
        self.width_px < self.scaled(560.0)
    }

    /// The width that can be drawn on; a container that is not laid out yet counts as a small phone.
    pub(super) fn drawable(&self) -> f64 {
        self.width_px.max(280.0).floor()
    }

    /// The most rows drawn before the middle ones are folded, and how many stay at each end then.
    pub(super) fn fold(&self) -> Fold {
        if let Some(stage) = self.stage {
            // The folded middle is a row too; where the others are odd, one more of the first stands.
            let ends = stage.rows.saturating_sub(1);
            return Fold {
                most: stage.rows,
                first: ends - ends / 2,
                last: ends / 2,
            };
        }
        match (self.expanded, self.projector) {
            (true, _) => Fold {
                most: usize::MAX,
                first: usize::MAX / 4,
                last: usize::MAX / 4,
            },
            (false, false) => Fold {
                most: 25,
                first: 10,
                last: 10,
            },
            (false, true) => Fold {
                most: 11,
                first: 5,
                last: 5,
            },
        }
    }
}

/// How long lists of rows are folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fold {
    pub most: usize,
    pub first: usize,
    pub last: usize,
}

/// One colour a measure keeps on every page. Which measure has which is the caller's to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Hue {
    /// Participation, study.
    #[default]
    Blue,
    /// A second audience beside blue.
    Sky,
    /// Admissions.
    Green,
    /// Prizes, commendations.
    Amber,
    /// Discipline.
    Vermilion,
    /// Inspection.
    Violet,
}

/// What charts say themselves. The texts live in `i18n/`; `{n}`, `{a}` and `{b}` are replaced.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// In place of a figure: "chưa báo cáo".
    pub not_reported: &'static str,
    /// Head of the group at the end: "Chưa báo cáo · {n} đơn vị".
    pub not_reported_group: &'static str,
    /// Rows of a map that say the same, as one: "{n} đơn vị".
    pub alike: &'static str,
    /// The folded middle rows: "… {n} đơn vị khác".
    pub others: &'static str,
    /// What the folded rows amount to: "từ {a} đến {b}".
    pub from_to: &'static str,
    /// What the folded rows amount to where all are equal: "đều {a}".
    pub all_at: &'static str,
    /// What the tick on a bar is, where each unit has a target of its own.
    pub own_target: &'static str,
}
