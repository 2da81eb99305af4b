//! What is taken into a meeting: slides, the report, its annexes, and a list of exactly the figures that are in them, all made of one moment's books.

use super::document::{Annex, Block, Document};
use super::slide_show::SlideShow;
use super::table::Table;
use crate::model::from_json::FromJson;
use crate::model::text::Lang;
use serde::Serialize;
use serde_json::{Value, json};

/// A pack.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct MeetingPack {
    /// Its language.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// "Số liệu đến … · 70/73 đơn vị đã báo cáo".
    pub stamp: String,
    /// When its figures were frozen, as people read it.
    pub made: String,
    /// The slides.
    #[serde(default)]
    pub slides: Option<SlideShow>,
    /// The report.
    #[serde(default)]
    pub report: Option<Document>,
}

/// What the files of a pack are called, and the words of its list.
pub struct Names {
    /// The slides.
    pub slides: &'static str,
    /// The report.
    pub report: &'static str,
    /// The annexes.
    pub annex: &'static str,
    /// The folder of pictures.
    pub pictures: &'static str,
    /// The list of figures.
    pub figures: &'static str,
    head_slides: &'static str,
    head_report: &'static str,
    head_annexes: &'static str,
    made: &'static str,
}

const VI: Names = Names {
    slides: "1-trinh-chieu.pptx",
    report: "2-bao-cao.docx",
    annex: "3-phu-luc.xlsx",
    pictures: "hinh",
    figures: "so-lieu",
    head_slides: "TRÌNH CHIẾU",
    head_report: "BÁO CÁO",
    head_annexes: "PHỤ LỤC",
    made: "Số liệu lấy lúc",
};

const EN: Names = Names {
    slides: "1-slides.pptx",
    report: "2-report.docx",
    annex: "3-annexes.xlsx",
    pictures: "pictures",
    figures: "figures",
    head_slides: "SLIDES",
    head_report: "REPORT",
    head_annexes: "ANNEXES",
    made: "Figures taken at",
};

impl MeetingPack {
    /// What its files are called.
    pub fn names(&self) -> &'static Names {
        match self.lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// Its tables, each as an annex: those after the report, those in it, and where there is no report those of the slides.
    pub fn annexes(&self) -> Vec<Annex> {
        match (&self.report, &self.slides) {
            (Some(report), _) => annexes(report),
            (None, Some(show)) => {
                let slides = show.slides.iter().filter_map(|slide| {
                    Some(Annex {
                        title: slide.headline.clone(),
                        facts: [slide.foot.clone()]
                            .into_iter()
                            .filter(|foot| !foot.is_empty())
                            .collect(),
                        table: slide.figures.clone().filter(|table| !table.rows.is_empty())?,
                        ..Annex::default()
                    })
                });
                slides.collect()
            }
            _ => Vec::new(),
        }
    }

    /// Every figure in it, for programs: words and tables as they are shown, with the numbers behind the words.
    pub fn figures(&self) -> Value {
        let slides = self.slides.iter().flat_map(|show| &show.slides).map(|slide| {
            json!({"headline": slide.headline, "sentence": slide.sentence, "foot": slide.foot, "figures": slide.figures})
        });
        let report = self.report.as_ref().map(|report| {
            let blocks = report.blocks.iter().map(|block| match block {
                Block::Heading(heading) => json!({"heading": heading.text}),
                Block::Paragraph(paragraph) => {
                    json!({"id": paragraph.id, "text": paragraph.text, "place": paragraph.place})
                }
                Block::Table(table) => json!({"table": table}),
                Block::Picture(picture) => json!({"picture": picture.title, "shows": picture.alt}),
            });
            json!({"head": report.head, "blocks": blocks.collect::<Vec<_>>(), "annexes": report.annexes})
        });
        json!({
            "title": self.title,
            "stamp": self.stamp,
            "made": self.made,
            "slides": slides.collect::<Vec<_>>(),
            "report": report,
        })
    }

    /// The same for people.
    pub fn text(&self) -> String {
        let names = self.names();
        let mut out = Lines::default();
        out.line(&self.title);
        out.line(&self.stamp);
        out.line(&format!("{}: {}", names.made, self.made));
        if let Some(show) = &self.slides {
            out.head(names.head_slides);
            for (at, slide) in show.slides.iter().enumerate() {
                out.gap();
                out.line(&format!("{}. {}", at + 1, slide.headline));
                out.line(&slide.sentence);
                out.line(&slide.foot);
                if let Some(table) = &slide.figures {
                    out.table(table);
                }
            }
        }
        if let Some(report) = &self.report {
            out.head(names.head_report);
            out.gap();
            for block in &report.blocks {
                match block {
                    Block::Heading(heading) => {
                        out.gap();
                        out.line(&heading.text);
                    }
                    Block::Paragraph(paragraph) => out.line(&paragraph.text),
                    Block::Table(table) => {
                        out.line(&table.caption);
                        out.table(table);
                    }
                    Block::Picture(picture) => out.line(&format!("{}: {}", picture.title, picture.alt)),
                }
            }
            if !report.annexes.is_empty() {
                out.head(names.head_annexes);
            }
            for annex in &report.annexes {
                out.gap();
                out.line(&[annex.number.as_str(), &annex.title].join(". "));
                out.line(&annex.facts.join(" · "));
                out.table(&annex.table);
            }
        }
        out.0
    }
}

/// The tables of a report, each as an annex: those after it, then those in it.
pub fn annexes(report: &Document) -> Vec<Annex> {
    let inside = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(Annex {
            title: table.caption.clone(),
            table: table.clone(),
            ..Annex::default()
        }),
        _ => None,
    });
    report.annexes.iter().cloned().chain(inside).collect()
}

/// Plain text in the making. Lines end as the plainest editors of text want it.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(text);
            self.0.push_str("\r\n");
        }
    }

    fn gap(&mut self) {
        self.0.push_str("\r\n");
    }

    fn head(&mut self, text: &str) {
        self.gap();
        self.line(text);
        self.line(&"=".repeat(text.chars().count()));
    }

    fn table(&mut self, table: &Table) {
        let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        self.line(&heads.join("\t"));
        for row in &table.rows {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            self.line(&cells.join("\t"));
        }
    }
}
