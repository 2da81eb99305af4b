//! What the window on the screen and the one with the notes say to each other.

use super::show::{Action, Show};
use super::stage::Stage;
use crate::model::from_json::{self, FromJson};
use serde::Serialize;

/// Where the presentation is.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Now {
    /// Which snapshot is shown: when it was frozen, in milliseconds since 1970.
    pub at_ms: i64,
    /// What of it.
    pub show: Show,
    /// On which screen.
    pub stage: Stage,
    /// The books say something else by now.
    pub news: bool,
    /// Part of the slide that is shown does not fit its screen.
    #[serde(default)]
    pub cut: bool,
    /// What was made smaller because it was cut there: slide and mark, steps.
    #[serde(default)]
    pub tightened: Vec<((usize, Option<String>), u8)>,
}

/// What one window says to the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The notes are open, and want to know where the presentation is.
    Ask,
    /// There it is.
    Now(Now),
    /// The presentation is over.
    Over,
    /// What the person at the notes wants.
    Do(Action),
}

const ASK: &str = "ask";
const OVER: &str = "over";
const NOW: &str = "now ";
const TO: &str = "to ";

/// What may be done from the notes.
const DEEDS: [(&str, Action); 6] = [
    ("next", Action::Next),
    ("back", Action::Back),
    ("first", Action::First),
    ("last", Action::Last),
    ("blank", Action::Blank),
    ("refresh", Action::Refresh),
];

impl Said {
    /// As text; `None` for what is not said.
    pub fn to_text(&self) -> Option<String> {
        match self {
            Said::Ask => Some(ASK.to_owned()),
            Said::Over => Some(OVER.to_owned()),
            Said::Now(now) => Some(format!("{NOW}{}", serde_json::to_string(now).ok()?)),
            Said::Do(Action::To(slide)) => Some(format!("{TO}{slide}")),
            Said::Do(action) => {
                let found = DEEDS.iter().find(|(_, deed)| deed == action);
                found.map(|(name, _)| (*name).to_owned())
            }
        }
    }

    /// What a text says; `None` for what nobody says.
    pub fn of_text(text: &str) -> Option<Said> {
        if let Some(now) = text.strip_prefix(NOW) {
            return from_json::read(now.as_bytes()).ok().map(Said::Now);
        }
        if let Some(slide) = text.strip_prefix(TO) {
            return slide.parse().ok().map(|slide| Said::Do(Action::To(slide)));
        }
        match text {
            ASK => Some(Said::Ask),
            OVER => Some(Said::Over),
            name => {
                let found = DEEDS.into_iter().find(|(deed, _)| *deed == name);
                found.map(|(_, action)| Said::Do(action))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::present::stage::Preset;

    #[test]
    fn what_is_said_is_heard() {
        let now = Now {
            at_ms: 17,
            show: Show {
                slide: 2,
                behind: Some("Sở A | b".to_owned()),
                ..Show::default()
            },
            stage: Stage {
                width: 1024,
                height: 768,
                preset: Preset::DarkRoom,
            },
            news: true,
            cut: true,
            tightened: vec![((2, None), 1), ((2, Some("a".to_owned())), 3)],
        };
        let all = [
            Said::Ask,
            Said::Over,
            Said::Now(now),
            Said::Do(Action::To(4)),
            Said::Do(Action::Next),
            Said::Do(Action::Blank),
        ];
        for said in all {
            let text = said.to_text().unwrap_or_default();
            assert_eq!(Said::of_text(&text), Some(said), "{text}");
        }
        assert_eq!(Said::of_text("now nothing"), None);
        assert_eq!(Said::Do(Action::Help).to_text(), None);
    }
}
