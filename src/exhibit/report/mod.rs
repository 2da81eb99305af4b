//! Period reports, composed: a template filled with what figures say, and with what people wrote over it.
//!
//! # Layout
//!
//! * [`told`]: the parts of a template as facts. [`head`]: head and foot. [`paper`]: sections, charts and annexes in their order.
//! * [`numbers`]: the numbers of a text; [`stale`]: which of them figures have left behind; [`padded`]: counts of one digit.
//! * [`offers`]: the reports that a bloc can write now.
//!
//! Every sentence comes from `report::sentence`, and so is the one that pages and slides show.

pub mod head;
pub mod numbers;
pub mod offers;
pub mod padded;
pub mod paper;
pub mod stale;
pub mod told;

use crate::analysis::Scope;
use crate::catalogue::template::Templates;
use crate::exhibit::Exhibit;
use crate::model::report::PeriodReport;
use crate::model::text::{Lang, Text};
use crate::report::document::{Annex, Block, Document, Foot, Head, Heading, Paragraph, Picture};
use stale::Stale;

/// A report, composed.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// The language that it is in.
    pub lang: Lang,
    /// What it is called: "Báo cáo tổng kết năm 2022".
    pub name: String,
    /// What stands above the text.
    pub head: Head,
    /// The text.
    pub pieces: Vec<Piece>,
    /// What stands below it.
    pub foot: Foot,
    /// The tables after the signature.
    pub annexes: Vec<Exhibit>,
    /// The day of the figures, who reported, and that figures are illustrative.
    pub stamp: String,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A heading.
    Heading(Title),
    /// A paragraph.
    Told(Told),
    /// A chart.
    Chart(Box<Exhibit>),
}

/// A heading, with its number apart: a file leaves out what nobody has written, and counts what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// 1 for a section, 2 for a part of it.
    pub level: u8,
    /// Its place among those of its level, from 0.
    pub at: usize,
    /// Its text.
    pub text: String,
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

impl Title {
    /// With its number: "II. KẾT QUẢ THỰC HIỆN", "1. Kiểm tra, giám sát".
    pub fn numbered(&self) -> String {
        self.as_number(self.at)
    }

    fn as_number(&self, at: usize) -> String {
        match (self.level, ROMAN.get(at)) {
            (1, Some(number)) => format!("{number}. {}", self.text),
            _ => format!("{}. {}", at + 1, self.text),
        }
    }
}

/// A paragraph, and where its text comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Its name, the same for every period.
    pub id: String,
    /// The text that stands; empty where it is left out and where nobody has written.
    pub text: String,
    /// What the figures say; empty where a person writes.
    pub computed: String,
    /// Whose text it is.
    pub by: By,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The page that shows its cells; empty where there is none.
    pub place: String,
    /// What belongs here, where a person writes.
    pub prompt: String,
    /// The heading that a person writes below; empty for what figures say.
    pub below: String,
    /// What the figures offer to who writes or reads.
    pub help: Vec<Offer>,
    /// What the figures said when it was written, and say no longer.
    pub stale: Option<Stale>,
}

/// Whose text a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Composed of figures.
    #[default]
    Figures,
    /// A person's.
    Person,
    /// Nobody's: a person has left it out.
    LeftOut,
    /// Nobody's yet.
    Nobody,
}

/// A sentence that figures offer, with the page behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The sentence.
    pub text: String,
    /// The page.
    pub place: String,
}

impl Told {
    /// What the text rests on, to be compared with what it rests on later.
    pub fn basis(&self) -> String {
        match self.computed.is_empty() {
            true => self
                .help
                .iter()
                .map(|offer| offer.text.as_str())
                .collect::<Vec<_>>()
                .join("\n"),
            false => self.computed.clone(),
        }
    }
}

impl Composed {
    /// Its paragraphs.
    pub fn told(&self) -> impl Iterator<Item = &Told> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Told(told) => Some(told),
            _ => None,
        })
    }

    /// Its charts, those of the text and none of the annexes.
    pub fn charts(&self) -> impl Iterator<Item = &Exhibit> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Chart(exhibit) => Some(exhibit.as_ref()),
            _ => None,
        })
    }

    /// How many paragraphs figures have left behind.
    pub fn stale(&self) -> usize {
        self.told().filter(|told| told.stale.is_some()).count()
    }

    /// What nobody has written yet, by the headings that it belongs below, in their order. Files leave it out.
    pub fn unwritten(&self) -> Vec<String> {
        let open = self.told().filter(|told| told.by == By::Nobody);
        open.map(|told| told.below.clone()).collect()
    }

    /// Whether the place of signing is not known, so that a gap stands before the date.
    pub fn lacks_place(&self) -> bool {
        self.head.place_and_date.trim_start().starts_with(head::NO_PLACE)
    }

    /// The report as a document. `picture` draws a chart; one that it cannot draw is left out. What nobody has written and what was left
    /// out leave no heading behind, and what follows is numbered on: a signed document has no gaps.
    pub fn document(&self, mut picture: impl FnMut(&Exhibit) -> Option<Picture>) -> Document {
        let mut blocks = Vec::new();
        // Headings that wait for something below them, and how many stand already: sections, parts of the section.
        let (mut waiting, mut numbers): (Vec<&Title>, [usize; 2]) = (Vec::new(), [0, 0]);
        for piece in &self.pieces {
            let found: Vec<Block> = match piece {
                Piece::Heading(title) => {
                    waiting.retain(|above| above.level < title.level);
                    waiting.push(title);
                    continue;
                }
                Piece::Told(told) => paragraphs(told).map(Block::Paragraph).collect(),
                Piece::Chart(exhibit) => picture(exhibit).map(Block::Picture).into_iter().collect(),
            };
            if found.is_empty() {
                continue;
            }
            for title in waiting.drain(..) {
                let [sections, parts] = &mut numbers;
                let number = match title.level {
                    1 => {
                        *parts = 0;
                        sections
                    }
                    _ => parts,
                };
                blocks.push(Block::Heading(Heading {
                    level: title.level,
                    text: title.as_number(*number),
                }));
                *number += 1;
            }
            blocks.extend(found);
        }
        Document {
            lang: self.lang,
            head: self.head.clone(),
            blocks,
            foot: self.foot.clone(),
            annexes: self
                .annexes
                .iter()
                .enumerate()
                .map(|(at, of)| annex(self.lang, at, of))
                .collect(),
            stamp: self.stamp.clone(),
        }
    }
}

/// A text's lines are paragraphs of their own.
fn paragraphs(told: &Told) -> impl Iterator<Item = Paragraph> {
    let text = match told.by {
        By::LeftOut | By::Nobody => "",
        By::Figures | By::Person => told.text.as_str(),
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Paragraph {
        id: told.id.clone(),
        text: line.to_owned(),
        item: told.item,
        place: told.place.clone(),
    })
}

fn annex(lang: Lang, at: usize, exhibit: &Exhibit) -> Annex {
    Annex {
        number: annex_number(lang, at),
        title: exhibit.title.clone(),
        facts: exhibit.facts.clone(),
        table: exhibit.table.clone(),
    }
}

/// "Phụ lục 1", of the first.
pub fn annex_number(lang: Lang, at: usize) -> String {
    let word = match lang {
        Lang::Vi => "Phụ lục",
        Lang::En => "Annex",
    };
    format!("{word} {}", at + 1)
}

/// Composes a report in a language; `None` for a template that this version does not have.
pub fn compose(scope: &Scope<'_>, lang: Lang, report: &PeriodReport) -> Option<Composed> {
    let templates = Templates::built_in();
    let template = templates.template(&report.template)?;
    Some(paper::composed(scope, lang, templates, template, report))
}

/// What a report is called, where nobody has named it: "Báo cáo tổng kết năm 2022". What the label ends with and the period begins with is
/// said once.
pub fn name_of(lang: Lang, label: &Text, period: &str) -> String {
    let label = label.in_lang(lang);
    let ends = period.match_indices(' ').map(|(at, _)| period.split_at(at));
    let mut shared = ends.filter(|(kind, _)| {
        let before = label.strip_suffix(*kind);
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
    });
    match shared.next_back() {
        Some((_, rest)) => format!("{label}{rest}"),
        None => format!("{label}: {period}"),
    }
}

/// The name under which what was written in a place is kept: each language has a text of its own.
pub fn written_at(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Vi => place.to_owned(),
        Lang::En => format!("{place}@en"),
    }
}

/// The year in which a report is signed: that of the day that its figures are seen from.
pub(crate) fn year_of_signing(scope: &Scope<'_>) -> i32 {
    scope.today.year()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_once_what_period_it_is_of() {
        let named = |label: &str, period: &str| name_of(Lang::Vi, &Text::new(label, ""), period);
        assert_eq!(named("Báo cáo tổng kết năm", "năm 2022"), "Báo cáo tổng kết năm 2022");
        assert_eq!(
            named("Báo cáo nhiệm kỳ", "nhiệm kỳ 2020–2025"),
            "Báo cáo nhiệm kỳ 2020–2025"
        );
        assert_eq!(
            named("Báo cáo sơ kết 6 tháng", "6 tháng đầu năm 2022"),
            "Báo cáo sơ kết 6 tháng đầu năm 2022"
        );
        assert_eq!(
            named("Báo cáo đợt học tập", "Kết luận số 01"),
            "Báo cáo đợt học tập: Kết luận số 01"
        );
    }
}
