//! A document as blocks: one source for the screen, the print, DOCX, the annex and the slides.
//!
//! Nothing here says how a block looks. What is made of figures is made by who composes the document; a chart stands in it as a finished
//! picture, because only a browser draws charts, and whoever writes files has none.

use super::table::Table;
use crate::model::from_json::FromJson;
use crate::model::text::Lang;
use serde::Serialize;

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// What stands above the text.
    pub head: Head,
    /// The text.
    pub blocks: Vec<Block>,
    /// What stands below it.
    pub foot: Foot,
    /// Tables of their own pages after the signature.
    #[serde(default)]
    pub annexes: Vec<Annex>,
    /// "Số liệu đến … · 70/73 đơn vị đã báo cáo": printed small on every page.
    #[serde(default)]
    pub stamp: String,
}

/// The head of a Party document: who issues it on the left, the Party's name on the right, then number, place and date, and the title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Head {
    /// Who is above: "TỈNH ỦY …".
    pub above: String,
    /// Who issues it: "ĐẢNG ỦY KHỐI …".
    pub issuer: String,
    /// "ĐẢNG CỘNG SẢN VIỆT NAM".
    pub party: String,
    /// "Số 274-BC/ĐUK"; with room for the number where it has none yet.
    pub number: String,
    /// "Hòa Bình, ngày 03 tháng 4 năm 2021".
    pub place_and_date: String,
    /// "BÁO CÁO".
    pub title: String,
    /// What it reports on: the lines below the title.
    pub subject: Vec<String>,
}

/// The foot of a Party document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Foot {
    /// "Nơi nhận:".
    pub recipients_head: String,
    /// Who gets it, a line each.
    pub recipients: Vec<String>,
    /// "T/M BAN THƯỜNG VỤ", "BÍ THƯ": a line each; the name is signed by hand.
    pub signature: Vec<String>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is a section.
    Heading(Heading),
    /// Sentences.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A chart.
    Picture(Picture),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Heading {
    /// 1 to 3.
    pub level: u8,
    /// Its text, with its number: "I. ĐẶC ĐIỂM, TÌNH HÌNH".
    pub text: String,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Paragraph {
    /// Its name within the document, the same for every period; empty for what a person added.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The page that shows the cells behind it; empty where there are none.
    pub place: String,
}

/// A finished picture of a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Picture {
    /// Its heading.
    pub title: String,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The drawing as SVG.
    pub svg: String,
    /// The same as PNG, in base64, for software that cannot show SVG.
    pub png: String,
    /// Its width in CSS pixels.
    pub width_px: u32,
    /// Its height in CSS pixels.
    pub height_px: u32,
}

/// A table after the signature.
#[derive(Clone, Debug, Default, PartialEq, Serialize, FromJson)]
#[serde(default)]
pub struct Annex {
    /// "Phụ lục 1".
    pub number: String,
    /// What it lists.
    pub title: String,
    /// As-of and coverage.
    pub facts: Vec<String>,
    /// The table.
    pub table: Table,
}
