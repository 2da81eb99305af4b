//! Slides without figures: the one that a deck opens with, and those of words. What they say stands in the middle, larger than beside
//! figures, with one red line.

use super::pages::{Page, PageBody};
use super::slide::{TITLE, TITLE_SIZES, placeholder};
use super::text::{INK, Letters, QUIET, paragraphs};
use crate::exchange::export::ooxml::EMU_PER_PX;
use crate::exchange::export::ooxml::measure::{fitting, lines};
use crate::model::text::Lang;
use crate::report::slide_show::{Body, Opening, ShownSlide};

/// The app's red.
const RED: &str = "B3201A";
/// Arial is wider than what is measured, bold letters most.
const WIDER: f64 = 1.06;
const BOLD: f64 = 1.14;
/// The edges of the slide, and the room between them, in pixels of 1280 × 720.
const LEFT: u64 = 64;
const WIDE: u64 = 1152;
/// Above and below this nothing of it stands.
const TOP: u64 = 60;
const BOTTOM: u64 = 636;
/// The red line: width and height, and the room between it and words.
const RULE: (u64, u64) = (96, 6);
const GAP: u64 = 28;

/// How a slide is laid out.
pub(super) enum Plan {
    /// Headline above, figures below.
    Figures,
    /// What the deck opens with, centred.
    Opening {
        /// The size of the headline in points.
        size: f64,
        /// Where its parts begin: whose, the red line, the headline, the lines below it.
        at: [u64; 4],
    },
    /// Words to be read.
    Words {
        /// The size of the headline, and of the words, in points.
        sizes: (f64, f64),
        /// Where its parts begin: the red line, the headline, the words.
        at: [u64; 3],
    },
}

/// How high a text becomes, in pixels.
fn high(words: &str, size: f64, wider: f64) -> u64 {
    let wide = WIDE as f64 * 0.75 / wider / size;
    let count: usize = words.split('\n').map(|line| lines(line, wide)).sum();
    (count as f64 * size * 1.2 / 0.75).ceil() as u64
}

/// How high paragraphs become, with room after each.
fn high_of_words(words: &[String], size: f64) -> u64 {
    words.iter().map(|line| high(line, size, WIDER) + AFTER_PX).sum()
}

/// The room after a paragraph of words, in pixels and in hundredths of a point.
const AFTER_PX: u64 = 16;
const AFTER: u64 = 1_200;
/// The type size of whose figures they are, and of the lines below the headline.
const WHOSE: f64 = 16.0;
const LINE: f64 = 26.0;

impl Plan {
    /// How a page is laid out.
    pub(super) fn of(page: &Page<'_>, headline: &str) -> Plan {
        match page.body {
            PageBody::Whole(Body::Opening(opening)) => Plan::opening(opening, headline),
            PageBody::Whole(Body::Words(words)) if page.slide.sentence.is_empty() => Plan::words(words, headline),
            _ => Plan::Figures,
        }
    }

    fn opening(opening: &Opening, headline: &str) -> Plan {
        let whose = high(&loud(&opening.whose), WHOSE, BOLD);
        let below = high(&opening.lines.join("\n"), LINE, WIDER);
        let beside = whose + GAP + RULE.1 + GAP + GAP / 2 + below;
        let room = (BOTTOM - TOP).saturating_sub(beside);
        let size = fitting(
            headline,
            WIDE as f64 * 0.75 / BOLD,
            room as f64 * 0.75,
            &[54.0, 48.0, 42.0, 36.0, 30.0, 24.0],
        );
        let own = high(headline, size, BOLD);
        let from = TOP + room.saturating_sub(own) / 2;
        let rule = from + whose + GAP;
        let title = rule + RULE.1 + GAP;
        Plan::Opening {
            size,
            at: [from, rule, title, title + own + GAP / 2],
        }
    }

    /// Where they are too many for the middle of a slide, they stand as figures do.
    fn words(words: &[String], headline: &str) -> Plan {
        let room = BOTTOM - TOP - RULE.1 - GAP * 2;
        let sizes = [(44.0, 28.0), (40.0, 24.0), (36.0, 22.0), (32.0, 20.0), (28.0, 18.0)];
        let whole = |(head, own): &(f64, f64)| high(headline, *head, BOLD) + high_of_words(words, *own);
        let fits = |sizes: &&(f64, f64)| whole(sizes) <= room && high(headline, sizes.0, BOLD) <= room / 2;
        let Some(sizes) = sizes.iter().find(fits) else {
            return Plan::Figures;
        };
        let from = TOP + (room - whole(sizes)) / 2;
        let title = from + RULE.1 + GAP;
        Plan::Words {
            sizes: *sizes,
            at: [from, title, title + high(headline, sizes.0, BOLD) + GAP],
        }
    }

    /// What stands before the headline.
    pub(super) fn before(&self, lang: Lang, slide: &ShownSlide) -> String {
        match (self, &slide.body) {
            (Plan::Opening { at, .. }, Body::Opening(opening)) => {
                let letters = Letters {
                    size: WHOSE,
                    bold: true,
                    colour: QUIET,
                };
                let whose = centred(lang, 7, &loud(&opening.whose), letters, at[0], at[1] - at[0]);
                whose + &rule(8, LEFT + (WIDE - RULE.0) / 2, at[1])
            }
            (Plan::Words { at, .. }, _) => rule(8, LEFT, at[0]),
            _ => String::new(),
        }
    }

    /// The headline.
    pub(super) fn title(&self, lang: Lang, headline: &str) -> String {
        let (size, top, bottom, side) = match self {
            Plan::Figures => return placeholder(lang, 2, "title", "", headline, TITLE, &TITLE_SIZES, true),
            Plan::Opening { size, at } => (*size, at[2], at[3], "ctr"),
            Plan::Words { sizes, at } => (sizes.0, at[1], at[2], "l"),
        };
        let letters = Letters {
            size,
            bold: true,
            colour: INK,
        };
        let own = format!("<a:pPr algn=\"{side}\"/>");
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"title 2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{}</p:spPr><p:txBody><a:bodyPr anchor=\"t\"/><a:lstStyle/>{}</p:txBody></p:sp>",
            place(LEFT, top, WIDE, bottom - top),
            paragraphs(lang, headline, letters, &own)
        )
    }

    /// What stands below the headline.
    pub(super) fn after(&self, lang: Lang, slide: &ShownSlide) -> String {
        match (self, &slide.body) {
            (Plan::Opening { at, .. }, Body::Opening(opening)) if !opening.lines.is_empty() => {
                let letters = Letters {
                    size: LINE,
                    bold: false,
                    colour: INK,
                };
                centred(
                    lang,
                    4,
                    &opening.lines.join("\n"),
                    letters,
                    at[3],
                    BOTTOM.saturating_sub(at[3]),
                )
            }
            (Plan::Words { sizes, at }, Body::Words(words)) if !words.is_empty() => {
                let letters = Letters {
                    size: sizes.1,
                    bold: false,
                    colour: INK,
                };
                let own = format!("<a:pPr><a:spcAft><a:spcPts val=\"{AFTER}\"/></a:spcAft></a:pPr>");
                text_box(
                    lang,
                    4,
                    &words.join("\n"),
                    letters,
                    &own,
                    at[2],
                    BOTTOM.saturating_sub(at[2]),
                )
            }
            _ => String::new(),
        }
    }
}

/// In capitals, as whoever issues a document is written.
fn loud(words: &str) -> String {
    words.chars().flat_map(char::to_uppercase).collect()
}

fn place(x: u64, y: u64, wide: u64, high: u64) -> String {
    let [x, y, wide, high] = [x, y, wide, high.max(1)].map(|px| px * EMU_PER_PX);
    format!("<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>")
}

/// The red line.
fn rule(id: u32, x: u64, y: u64) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"line {id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{RED}\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
        place(x, y, RULE.0, RULE.1)
    )
}

fn centred(lang: Lang, id: u32, words: &str, letters: Letters, y: u64, high: u64) -> String {
    text_box(lang, id, words, letters, "<a:pPr algn=\"ctr\"/>", y, high)
}

fn text_box(lang: Lang, id: u32, words: &str, letters: Letters, own: &str, y: u64, high: u64) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"text {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>\
         <a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/><a:lstStyle/>{}</p:txBody></p:sp>",
        place(LEFT, y, WIDE, high),
        paragraphs(lang, words, letters, own)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(headline: &str, whose: &str) -> Plan {
        let opening = Opening {
            whose: whose.to_owned(),
            lines: vec!["Năm 2022".to_owned()],
            ..Opening::default()
        };
        Plan::opening(&opening, headline)
    }

    #[test]
    fn the_opening_stays_between_the_edges_whatever_it_is_called() {
        let long = "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh ".repeat(4);
        for headline in ["Sơ kết", &"Kết nạp đảng viên so với chỉ tiêu ".repeat(4)] {
            for whose in ["Đảng bộ Khối", long.as_str()] {
                let Plan::Opening { size, at } = opening(headline, whose) else {
                    continue;
                };
                assert!(at.is_sorted() && at[0] >= TOP, "{at:?}");
                assert!(
                    at[3] + high("Năm 2022", LINE, WIDER) <= BOTTOM,
                    "{headline} {size} {at:?}"
                );
            }
        }
        assert!(matches!(opening("Sơ kết", "Khối"), Plan::Opening { size, .. } if size > 50.0));
    }

    #[test]
    fn many_words_stand_as_figures_do() {
        let words = |count: usize| {
            vec!["Rà soát từng chi bộ chưa có quần chúng ưu tú để bồi dưỡng".to_owned(); count]
        };
        assert!(matches!(Plan::words(&words(3), "Việc cần làm"), Plan::Words { .. }));
        assert!(matches!(Plan::words(&words(40), "Việc cần làm"), Plan::Figures));
    }
}
