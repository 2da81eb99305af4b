//! The colours of a drawing. The values are those of the style sheet's tokens; a chart that is
//! downloaded must carry them itself, so they cannot be CSS variables.

use super::look::{Hue, Look};
use serde_json::{Value, json};

/// The ground and ink of one theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    /// What the chart stands on; also the gap between neighbouring fills.
    pub surface: &'static str,
    pub ink: &'static str,
    pub muted: &'static str,
    pub hairline: &'static str,
    /// The empty part of a bar that can reach a known whole.
    pub track: &'static str,
    /// Lines of the hatch for "not reported".
    pub hatch: &'static str,
    /// Last year, beside this year's colour.
    pub faint: &'static str,
}

const LIGHT: Theme = Theme {
    surface: "#fbfaf7",
    ink: "#1d1b19",
    muted: "#5e5850",
    hairline: "#e3dfd6",
    track: "#f1eee7",
    hatch: "#b9b3a8",
    faint: "#b0a89a",
};

const DARK: Theme = Theme {
    surface: "#161514",
    ink: "#f1eee9",
    muted: "#b3aca2",
    hairline: "#34312d",
    track: "#2c2a27",
    hatch: "#6d675e",
    faint: "#6d675e",
};

/// For the back row: what was grey is ink enough for 7:1, and lines can be seen.
const PROJECTED: Theme = Theme {
    muted: "#433e38",
    hairline: "#a69f93",
    track: "#e6e1d6",
    hatch: "#6d675e",
    faint: "#857d70",
    ..LIGHT
};

const PROJECTED_DARK: Theme = Theme {
    muted: "#d3cdc4",
    hairline: "#6d675e",
    track: "#3a3733",
    hatch: "#a39c91",
    faint: "#8f887c",
    ..DARK
};

impl Look {
    pub(super) fn theme(&self) -> &'static Theme {
        match (self.projector, self.dark) {
            (false, false) => &LIGHT,
            (false, true) => &DARK,
            (true, false) => &PROJECTED,
            (true, true) => &PROJECTED_DARK,
        }
    }

    /// A measure's fill.
    pub(super) fn fill(&self, hue: Hue) -> &'static str {
        match (hue, self.dark) {
            (Hue::Blue, false) => "#0072b2",
            (Hue::Blue, true) => "#3b9bd6",
            (Hue::Sky, false) => "#56b4e9",
            (Hue::Sky, true) => "#7cc6f0",
            (Hue::Green, false) => "#009e73",
            (Hue::Green, true) => "#2bb58c",
            (Hue::Amber, false) => "#e69f00",
            (Hue::Amber, true) => "#f0b234",
            (Hue::Vermilion, false) => "#d55e00",
            (Hue::Vermilion, true) => "#ee7e2d",
            (Hue::Violet, false) => "#8e5ba6",
            (Hue::Violet, true) => "#b286c9",
        }
    }

    /// The same hue as words: dark (or light) enough to be read on the surface.
    pub(super) fn word_colour(&self, hue: Hue) -> String {
        let fill = Rgb::parse(self.fill(hue));
        let towards = Rgb::parse(self.theme().ink);
        let ground = Rgb::parse(self.theme().surface);
        (0..=10)
            .map(|step| fill.mix(towards, f64::from(step) / 10.0))
            .find(|colour| colour.contrast(ground) >= if self.projector { 7.0 } else { 4.8 })
            .unwrap_or(towards)
            .hex()
    }

    /// `count` fills of one hue for grades or levels, from the strongest (the best) to the palest.
    pub(super) fn ramp(&self, hue: Hue, count: usize) -> Vec<String> {
        let fill = Rgb::parse(self.fill(hue));
        let (strong, pale) = if self.dark {
            (fill.mix(WHITE, 0.30), fill.mix(Rgb::parse(DARK.surface), 0.66))
        } else {
            (fill.mix(BLACK, 0.30), fill.mix(WHITE, 0.72))
        };
        let last = count.saturating_sub(1).max(1) as f64;
        (0..count)
            .map(|step| strong.mix(pale, step as f64 / last).hex())
            .collect()
    }

    /// A cell's colour in a heat map: `part` of 1, pale to strong (dark theme: dim to bright).
    pub(super) fn heat(&self, hue: Hue, part: f64) -> String {
        let fill = Rgb::parse(self.fill(hue));
        let part = part.clamp(0.0, 1.0);
        if self.dark {
            fill.mix(Rgb::parse(DARK.surface), 0.82 * (1.0 - part)).hex()
        } else {
            fill.mix(WHITE, 0.88 * (1.0 - part)).hex()
        }
    }

    /// Ink or paper, whichever is easier to read on `fill`.
    pub(super) fn on_fill(&self, fill: &str) -> &'static str {
        let fill = Rgb::parse(fill);
        let dark = Rgb::parse(LIGHT.ink);
        if fill.contrast(dark) >= fill.contrast(WHITE) {
            LIGHT.ink
        } else {
            "#ffffff"
        }
    }

    /// The item style of something that has not been reported: a light hatch, no fill.
    pub(super) fn not_reported(&self) -> Value {
        json!({
            "color": self.theme().surface,
            "borderColor": self.theme().hatch,
            "borderWidth": 1,
            "decal": decal(self.theme().hatch, Pattern::Diagonal, self),
        })
    }

    /// The pattern of the `nth` fill where patterns are on; `None` where they are off or for the first
    /// fill, which stays plain so that it stands out.
    pub(super) fn pattern(&self, nth: usize) -> Option<Value> {
        const KINDS: [Pattern; 5] = [
            Pattern::Dots,
            Pattern::Vertical,
            Pattern::Back,
            Pattern::Horizontal,
            Pattern::Diagonal,
        ];
        if !self.patterns || nth == 0 {
            return None;
        }
        let ink = if self.dark {
            "rgba(31,30,28,0.55)"
        } else {
            "rgba(255,255,255,0.6)"
        };
        KINDS.get((nth - 1) % KINDS.len()).map(|kind| decal(ink, *kind, self))
    }
}

#[derive(Clone, Copy)]
enum Pattern {
    Diagonal,
    Back,
    Vertical,
    Horizontal,
    Dots,
}

/// Light, thin patterns, not ECharts' own.
fn decal(colour: &str, pattern: Pattern, look: &Look) -> Value {
    let (thin, gap) = (look.scaled(1.0), look.scaled(5.0));
    let (symbol, across, along, turn) = match pattern {
        Pattern::Diagonal => ("rect", json!([1, 0]), json!([thin, gap]), -std::f64::consts::FRAC_PI_4),
        Pattern::Back => ("rect", json!([1, 0]), json!([thin, gap]), std::f64::consts::FRAC_PI_4),
        Pattern::Vertical => ("rect", json!([1, 0]), json!([thin, gap]), std::f64::consts::FRAC_PI_2),
        Pattern::Horizontal => ("rect", json!([1, 0]), json!([thin, gap]), 0.0),
        Pattern::Dots => ("circle", json!([[gap, gap], [0, gap, gap, 0]]), json!([gap, 0]), 0.0),
    };
    json!({
        "symbol": symbol,
        "symbolSize": if matches!(pattern, Pattern::Dots) { 0.5 } else { 1.0 },
        "color": colour,
        "dashArrayX": across,
        "dashArrayY": along,
        "rotation": turn,
    })
}

const WHITE: Rgb = Rgb([255.0; 3]);
const BLACK: Rgb = Rgb([0.0; 3]);

/// A colour as three channels from 0 to 255.
#[derive(Clone, Copy, Debug)]
struct Rgb([f64; 3]);

impl Rgb {
    /// Reads `#rrggbb`; anything else is black, which no caller passes.
    fn parse(hex: &str) -> Rgb {
        let channel = |from: usize| {
            hex.get(from..from + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
                .map_or(0.0, f64::from)
        };
        Rgb([channel(1), channel(3), channel(5)])
    }

    fn mix(self, other: Rgb, part: f64) -> Rgb {
        let [r, g, b] = self.0;
        let [x, y, z] = other.0;
        Rgb([r + (x - r) * part, g + (y - g) * part, b + (z - b) * part])
    }

    fn hex(self) -> String {
        let [r, g, b] = self.0.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// WCAG 2 relative luminance.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let channel = channel / 255.0;
            if channel <= 0.040_45 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// WCAG 2 contrast ratio, 1 to 21.
    fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
