//! An exhibit's chart as the pictures of documents and slides, up to what only a browser does: the options that they are drawn of. Paper and
//! slides are white, and have the fonts that every office has.

use super::Exhibit;
use crate::charts::fit::fit;
use crate::charts::option::still;
use crate::charts::{Drawing, Look, option};
use crate::i18n::chart::CHART;
use crate::model::text::Lang;
use serde_json::Value;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A page of A4.
    Paper,
    /// A slide.
    Slide,
}

/// The width of a picture on paper, in CSS pixels: about the room between the margins, so that its text is as large as that of tables.
const PAPER_PX: f64 = 640.0;
/// The room on a slide of 1280 × 720, and the sizes that text may have there: the smallest is 16 points.
const SLIDE_PX: (f64, f64) = (1152.0, 452.0);
const SLIDE_TEXT: [f64; 3] = [28.0, 24.0, 21.0];
/// Twice as many dots as pixels: sharp on paper, for software that cannot draw the lines.
pub const DOTS: u32 = 2;
/// The fonts of the app as a drawing names them, and those that office software has.
const OWN: &str = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
const OFFICE: &str = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/// What is to be drawn of an exhibit: on paper one picture, on slides as many as it takes. None where it has no chart and where there is
/// nothing to draw.
pub fn drawings(exhibit: &Exhibit, lang: Lang, purpose: Use) -> Vec<Drawing> {
    let Some(shape) = &exhibit.shape else {
        return Vec::new();
    };
    let words = CHART.in_lang(lang);
    match purpose {
        Use::Paper => shape.draw(&Look::new(lang, words, PAPER_PX)).into_iter().collect(),
        Use::Slide => {
            let look = Look {
                projector: true,
                ..Look::new(lang, words, SLIDE_PX.0)
            };
            let sheets = fit(shape, &look, SLIDE_PX.1, &SLIDE_TEXT).unwrap_or_default();
            sheets.iter().filter_map(|sheet| sheet.draw(&look).ok()).collect()
        }
    }
}

/// The option that a drawing is made of: standing still, on white.
pub fn option_of(drawing: &Drawing) -> Value {
    let mut of = option(drawing);
    still(&mut of);
    of["backgroundColor"] = Value::from("#ffffff");
    of
}

/// Finding and sentence, for who does not see the picture.
pub fn said(exhibit: &Exhibit) -> String {
    let finding = exhibit.finding.trim_end_matches('.');
    [finding, &exhibit.sentence]
        .join(". ")
        .trim_end_matches(". ")
        .to_owned()
}

/// A drawing for a file: with the fonts that office software has, and the same each time it is drawn of the same figures.
pub fn for_file(svg: &str) -> String {
    let svg = svg
        .replace(OWN, OFFICE)
        .replace(&OWN.replace('\'', "&quot;"), OFFICE)
        .replace(&OWN.replace('\'', "&apos;"), OFFICE)
        .replace(&OWN.replace('\'', "&#39;"), OFFICE);
    renamed(&svg)
}

/// How names of parts begin in a drawing: "zr7-c2" is the second of the seventh drawing since the library was fetched.
const NAMED: &str = "zr";

/// The same drawing with its parts numbered by their place in it.
fn renamed(svg: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(at) = rest.find(NAMED) {
        let (before, from) = rest.split_at(at);
        let inside = before.ends_with(|letter: char| letter.is_alphanumeric());
        let end = from
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
            .unwrap_or(from.len());
        let (name, behind) = from.split_at(end);
        let numbered = name
            .get(NAMED.len()..)
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()) && rest.contains('-'));
        out.push_str(before);
        match numbered && !inside {
            true => {
                let place = names.iter().position(|it| *it == name).unwrap_or_else(|| {
                    names.push(name);
                    names.len() - 1
                });
                out.push_str(&format!("part-{place}"));
            }
            false => out.push_str(name),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_the_same_each_time() {
        let drawn = |at: u8| {
            format!(
                "<clipPath id=\"zr{at}-c0\"/><g clip-path=\"url(#zr{at}-c0)\" class=\"zr{at}-cls-{}\"/><text>Mỹ zr4 azr1-2</text>",
                at + 3
            )
        };
        assert_eq!(renamed(&drawn(1)), renamed(&drawn(7)));
        assert_eq!(
            renamed(&drawn(1)),
            "<clipPath id=\"part-0\"/><g clip-path=\"url(#part-0)\" class=\"part-1\"/><text>Mỹ zr4 azr1-2</text>"
        );
        assert_eq!(for_file(OWN), OFFICE);
    }
}
