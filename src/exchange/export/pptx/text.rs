//! Words on slides.

use super::tag;
use crate::exchange::export::ooxml::xml::{lines, text};
use crate::model::text::Lang;

/// How letters look: size in points, weight, colour as six digits.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    pub size: f64,
    pub bold: bool,
    pub colour: &'static str,
}

/// What everything is written in.
pub(super) const INK: &str = "1D1B19";
/// What is said beside it.
pub(super) const QUIET: &str = "4A453F";

/// A run of letters. Without any, the size stands at the paragraph's end: else a place without words is as high as the largest letters.
pub(super) fn run(lang: Lang, words: &str, letters: Letters) -> String {
    if words.is_empty() {
        let size = (letters.size * 100.0).round();
        return format!("<a:endParaRPr lang=\"{}\" sz=\"{size}\" dirty=\"0\"/>", tag(lang));
    }
    format!(
        "<a:r><a:rPr lang=\"{}\" sz=\"{}\" b=\"{}\" dirty=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:rPr><a:t>{}</a:t></a:r>",
        tag(lang),
        (letters.size * 100.0).round(),
        u8::from(letters.bold),
        letters.colour,
        text(words)
    )
}

/// Paragraphs, one a line; `own` is what they have beside their style.
pub(super) fn paragraphs(lang: Lang, words: &str, letters: Letters, own: &str) -> String {
    lines(words)
        .map(|line| format!("<a:p>{own}{}</a:p>", run(lang, line, letters)))
        .collect()
}
