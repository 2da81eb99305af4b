//! The place that a slide is shown in: how large everything is, for whom it is drawn.

use crate::model::from_json::FromJson;
use serde::Serialize;

/// For whom it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// A projector in a lit room: large, dark on light, no thin grey.
    #[default]
    Projector,
    /// A projector or a large screen in a dark room: the same, light on dark.
    DarkRoom,
    /// A screen that is looked at from near: in the app's own theme.
    Near,
}

/// All of them, in the order in which they take turns.
pub const PRESETS: [Preset; 3] = [Preset::Projector, Preset::DarkRoom, Preset::Near];

impl Preset {
    /// Its name where it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Preset::Projector => "projector",
            Preset::DarkRoom => "dark-room",
            Preset::Near => "near",
        }
    }

    /// The preset of a name; anything else is the first.
    pub fn from_name(name: &str) -> Preset {
        let found = PRESETS.into_iter().find(|preset| preset.name() == name);
        found.unwrap_or_default()
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Preset {
        let at = PRESETS.iter().position(|preset| *preset == self).unwrap_or_default();
        PRESETS[(at + 1) % PRESETS.len()]
    }

    /// Whether it is read from the back row.
    pub const fn is_far(self) -> bool {
        matches!(self, Preset::Projector | Preset::DarkRoom)
    }
}

/// A screen and for whom it shows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, FromJson)]
pub struct Stage {
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// For whom.
    pub preset: Preset,
}

/// How large everything on a slide is, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    /// The margin left and right, where a projector may cut: 5 %.
    pub edge_x: f64,
    /// The margin above and below.
    pub edge_y: f64,
    /// The name above the headline.
    pub title: f64,
    /// The headline, the largest first: a long one is set smaller.
    pub headline: Vec<f64>,
    /// Running text, tables, the words of charts.
    pub text: f64,
    /// Below this no text is read from where people sit.
    pub least: f64,
    /// The line below.
    pub foot: f64,
    /// Between headline, content and foot.
    pub gap: f64,
    /// How many steps it was made smaller because something was cut where it was drawn: 0 to [`TIGHTEST`].
    pub tight: u8,
    /// Text is set as if its place were this part of what it is: it is a little wider in some browsers than its font says.
    pub slack: f64,
}

/// No slide is made smaller in more steps.
pub const TIGHTEST: u8 = 3;
/// What a step takes of the size of text, of its place's width, and of the height.
const STEP: f64 = 0.08;

impl Sizes {
    /// The same for a slide of which something was cut: text smaller, but never below what is read from where people sit, and
    /// more of its place left free.
    #[must_use]
    pub fn tightened(self, tight: u8) -> Sizes {
        let tight = tight.min(TIGHTEST);
        let left = 1.0 - STEP * f64::from(tight);
        let last = self.headline.len().saturating_sub(1);
        Sizes {
            text: (self.text * left).round().max(self.least),
            headline: self.headline[usize::from(tight).min(last)..].to_vec(),
            slack: self.slack * left,
            tight,
            ..self
        }
    }

    /// The part of a room's height that is filled.
    pub fn filled(&self) -> f64 {
        1.0 - STEP * f64::from(self.tight)
    }
}

/// Text is a little wider in some browsers than its font says.
const SLACK: f64 = 0.97;

/// Line heights, as the style sheet has them.
pub const LINE: f64 = 1.4;
/// Of a headline.
pub const HEADLINE_LINE: f64 = 1.25;

impl Stage {
    /// How much larger than on a screen of 1024 × 768 everything may be.
    fn scale(self) -> f64 {
        (f64::from(self.width) / 1024.0).min(f64::from(self.height) / 768.0)
    }

    /// A phone in the hand: nobody sits in a back row.
    pub fn is_small(self) -> bool {
        self.width < 700 || self.height < 500
    }

    /// How large everything is.
    pub fn sizes(self) -> Sizes {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let scale = self.scale().max(1.0);
        let px = |size: f64, least: f64, most: f64| (size * scale).clamp(least, most).round();
        let (title, headline, text, foot) = match (self.is_small(), self.preset.is_far()) {
            (true, _) => (15.0, vec![24.0, 21.0, 18.0], 15.0, 13.0),
            (false, true) => {
                let largest = px(44.0, 40.0, 56.0);
                (
                    px(24.0, 24.0, 40.0),
                    vec![largest, 40.0, 36.0, 32.0],
                    px(24.0, 24.0, 40.0),
                    px(24.0, 24.0, 30.0),
                )
            }
            (false, false) => {
                let largest = px(42.0, 40.0, 56.0);
                (
                    px(18.0, 18.0, 26.0),
                    vec![largest, 40.0, 34.0, 28.0],
                    px(18.0, 18.0, 28.0),
                    px(18.0, 18.0, 20.0),
                )
            }
        };
        Sizes {
            edge_x: (width * 0.05).round(),
            edge_y: (height * 0.05).round(),
            title,
            headline,
            text,
            least: match (self.is_small(), self.preset.is_far()) {
                (true, _) => 13.0,
                (false, true) => 24.0,
                (false, false) => 18.0,
            },
            foot,
            gap: (height * 0.022).round(),
            tight: 0,
            slack: SLACK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_back_row_reads_everything() {
        for (width, height) in [(1024, 768), (1366, 768), (1920, 1080), (1600, 1200)] {
            for preset in [Preset::Projector, Preset::DarkRoom] {
                let sizes = Stage { width, height, preset }.sizes();
                assert!(sizes.title >= 24.0 && sizes.text >= 24.0 && sizes.foot >= 24.0);
                assert!(sizes.headline[0] >= 40.0 && sizes.headline[0] <= 56.0);
            }
        }
    }

    #[test]
    fn what_is_made_smaller_is_still_read() {
        for preset in PRESETS {
            let stage = Stage {
                width: 1366,
                height: 768,
                preset,
            };
            for tight in 0..=TIGHTEST + 1 {
                let sizes = stage.sizes().tightened(tight);
                assert!(sizes.text >= sizes.least && !sizes.headline.is_empty() && sizes.filled() > 0.7);
            }
        }
    }

    #[test]
    fn presets_take_turns_and_keep_their_names() {
        let mut preset = Preset::default();
        for _ in PRESETS {
            assert_eq!(Preset::from_name(preset.name()), preset);
            preset = preset.next();
        }
        assert_eq!(preset, Preset::default());
    }
}
