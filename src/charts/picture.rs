//! A chart as a picture of its own, to be put into a report or sent: title above, what it shows and
//! out of what below, on paper, readable without the app.

use super::look::Look;
use super::sketch::FONT;
use super::{lettering, option::Drawing};
use crate::model::fold::fold;

/// Pictures go into documents, and those are white.
const PAPER: &str = "#ffffff";

/// What stands around the drawing in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The chart's heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// Numerator and denominator, coverage, as-of, and that figures are illustrative where they are.
    pub facts: Vec<String>,
}

/// A whole picture: SVG text and its size in CSS pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG.
    pub svg: String,
    /// Its width.
    pub width_px: u32,
    /// Its height.
    pub height_px: u32,
}

/// Sets ECharts' `svg` of a drawing between its caption. `fonts` is CSS that embeds fonts, or empty.
pub fn compose(svg: &str, drawing: &Drawing, caption: &Caption, fonts: &str, look: &Look) -> Picture {
    let theme = look.theme();
    let edge = look.scaled(20.0);
    let inner = f64::from(drawing.width_px);
    let title_size = look.scaled(18.0);
    let title = lettering::wrap(&caption.title, title_size * 1.03, inner);
    let sentence = lettering::wrap(&caption.sentence, look.text(), inner);
    let facts: Vec<String> = caption.facts.iter().filter(|fact| !fact.is_empty()).cloned().collect();
    let facts = if facts.is_empty() {
        Vec::new()
    } else {
        lettering::wrap(&facts.join(" · "), look.text(), inner)
    };

    let mut texts = String::new();
    let mut y = edge;
    let mut put = |lines: &[String], size: f64, leading: f64, weight: u16, colour: &str, y: &mut f64| {
        for line in lines.iter().filter(|line| !line.is_empty()) {
            // The baseline of a line stands at about four fifths of its height.
            texts.push_str(&format!(
                "<text x=\"{edge}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
                (*y + leading * 0.76).round(),
                escape(line),
            ));
            *y += leading;
        }
    };
    put(&title, title_size, (title_size * 1.35).round(), 600, theme.ink, &mut y);
    y += look.scaled(12.0);
    let chart_y = y;
    y += f64::from(drawing.height_px) + look.scaled(14.0);
    put(&sentence, look.text(), look.line(), 400, theme.ink, &mut y);
    put(&facts, look.text(), look.line(), 400, theme.muted, &mut y);
    let (width, height) = ((inner + edge * 2.0).ceil(), (y + edge).ceil());

    // Figures of one width, as on the page; no attribute of SVG asks for them.
    let style = format!("<style>svg{{font-variant-numeric:tabular-nums lining-nums}}{fonts}</style>");
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONT}\">\
         <title>{}</title><desc>{}</desc>{style}\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>{texts}\
         <svg x=\"{edge}\" y=\"{chart_y}\" width=\"{}\" height=\"{}\">{}</svg></svg>",
        escape(&caption.title),
        escape(&caption.sentence),
        drawing.width_px,
        drawing.height_px,
        svg.get(svg.find("<svg").unwrap_or_default()..).unwrap_or_default(),
    );
    Picture {
        svg,
        width_px: width as u32,
        height_px: height as u32,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A file name that every system and every mail program takes: the title in ASCII, `ket-nap-2022.png`.
pub fn file_name(title: &str, extension: &str) -> String {
    let mut name = String::new();
    for letter in fold(title).chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name: String = name.chars().take(60).collect();
    let name = name.trim_end_matches('-');
    format!("{}.{extension}", if name.is_empty() { "so-khoi" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_files_in_ascii() {
        assert_eq!(
            file_name("Kết nạp đảng viên, năm 2022", "png"),
            "ket-nap-dang-vien-nam-2022.png"
        );
        assert_eq!(file_name("…", "svg"), "so-khoi.svg");
        assert!(file_name(&"Đảng bộ ".repeat(30), "svg").len() <= 64);
    }

    #[test]
    fn titles_are_text_never_markup() {
        assert_eq!(escape("<b>A & \"B\""), "&lt;b&gt;A &amp; &quot;B&quot;");
    }
}
