//! The text of a document, block by block.

use super::page::{LANDSCAPE_WIDE, Marks, PORTRAIT_WIDE, section};
use super::styles::W;
use super::{picture, table};
use crate::exchange::export::ooxml::package::Package;
use crate::exchange::export::ooxml::xml::{lines, text};
use crate::report::document::{Annex, Block};

/// The text in the making.
pub(super) struct Body<'a> {
    pub package: &'a mut Package,
    marks: &'a Marks,
    xml: String,
    /// How many pictures there are so far.
    pub pictures: usize,
    /// Whether the pages so far lie on their side, and whether they are the first.
    section: (bool, bool),
}

impl<'a> Body<'a> {
    pub(super) fn new(package: &'a mut Package, marks: &'a Marks) -> Body<'a> {
        Body {
            package,
            marks,
            xml: String::new(),
            pictures: 0,
            section: (false, true),
        }
    }

    /// A paragraph of a style; nothing for a text without letters.
    pub(super) fn paragraph(&mut self, style: &str, words: &str) {
        if !words.trim().is_empty() {
            self.xml.push_str(&paragraph(style, words));
        }
    }

    /// A paragraph without letters.
    pub(super) fn space(&mut self, style: &str) {
        self.xml.push_str(&paragraph(style, ""));
    }

    pub(super) fn raw(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                let style = format!("Heading{}", heading.level.clamp(1, 3));
                self.paragraph(&style, &heading.text);
            }
            Block::Paragraph(found) => {
                let style = if found.item { "ListBullet" } else { "BodyText" };
                self.paragraph(style, &found.text);
            }
            Block::Table(found) => {
                self.paragraph("Caption", &found.caption);
                self.xml.push_str(&table::table(found, PORTRAIT_WIDE));
                self.space("AfterTable");
            }
            Block::Picture(found) => picture::put(self, found),
        }
    }

    /// An annex on pages of its own: on their side where the table needs it.
    pub(super) fn annex(&mut self, annex: &Annex) {
        let landscape = table::is_wide(&annex.table);
        self.new_pages(landscape);
        self.paragraph("AnnexNumber", &annex.number);
        self.paragraph("Subtitle", &annex.title);
        let facts = annex.facts.join(" · ");
        if facts.is_empty() {
            self.space("AfterTable");
        }
        self.paragraph("AnnexFacts", &facts);
        let wide = if landscape { LANDSCAPE_WIDE } else { PORTRAIT_WIDE };
        self.xml.push_str(&table::table(&annex.table, wide));
    }

    fn new_pages(&mut self, landscape: bool) {
        let (was, first) = std::mem::replace(&mut self.section, (landscape, false));
        let section = section(self.marks, was, first);
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>{section}</w:pPr></w:p>"
        ));
    }

    /// The whole part.
    pub(super) fn finished(mut self) -> String {
        // A table cannot be the last: the section's pages are said after a paragraph.
        self.space("AfterTable");
        let (landscape, first) = self.section;
        format!(
            "<w:document xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}{}</w:body></w:document>",
            self.xml,
            section(self.marks, landscape, first)
        )
    }
}

/// A paragraph of a style; its line breaks stay.
pub(super) fn paragraph(style: &str, words: &str) -> String {
    styled(style, "", "", words)
}

/// The same, with what is its own beside its style.
pub(super) fn styled(style: &str, own: &str, letters: &str, words: &str) -> String {
    let letters = match letters {
        "" => String::new(),
        letters => format!("<w:rPr>{letters}</w:rPr>"),
    };
    let runs: Vec<String> = match words {
        "" => Vec::new(),
        words => lines(words)
            .map(|line| format!("<w:r>{letters}<w:t xml:space=\"preserve\">{}</w:t></w:r>", text(line)))
            .collect(),
    };
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{own}</w:pPr>{}</w:p>",
        runs.join("<w:r><w:br/></w:r>")
    )
}
