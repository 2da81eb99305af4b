//! What stands above the text and below it: tables without lines, as office software does it.

use super::body::{Body, paragraph};
use super::page::PORTRAIT_WIDE;
use crate::report::document::{Foot, Head};

/// The width of the issuer's block; the Party's name needs the rest on one line.
const LEFT: u32 = 4500;
/// Room for a signature, in twentieths of a point.
const SIGNED: &str =
    "<w:p><w:pPr><w:pStyle w:val=\"Signature\"/><w:spacing w:before=\"0\" w:after=\"1300\"/></w:pPr></w:p>";

/// Issuer and Party, number and date, title.
pub(super) fn above(body: &mut Body<'_>, head: &Head) {
    let mut left = String::new();
    for (style, words) in [("HeadLine", &head.above), ("HeadIssuer", &head.issuer)] {
        if !words.is_empty() {
            left.push_str(&paragraph(style, words));
        }
    }
    if !left.is_empty() {
        left.push_str(&paragraph("HeadLine", "*"));
    }
    let right = said("HeadParty", &head.party);
    let number = said("HeadNumber", &head.number);
    let date = said("HeadDate", &head.place_and_date);
    let rows = [(left, right), (number, date)];
    if rows.iter().any(|(left, right)| !left.is_empty() || !right.is_empty()) {
        body.raw(&two_columns(&rows));
    }
    body.paragraph("Title", &head.title);
    for line in &head.subject {
        body.paragraph("Subtitle", line);
    }
    if !head.title.is_empty() {
        body.space("Rule");
    }
}

/// Who gets it, and who signs.
pub(super) fn below(body: &mut Body<'_>, foot: &Foot) {
    if foot.recipients.is_empty() && foot.signature.is_empty() {
        return;
    }
    let mut left = said("RecipientsHead", &foot.recipients_head);
    for line in &foot.recipients {
        left.push_str(&said("Recipients", line));
    }
    let mut right = String::new();
    for line in &foot.signature {
        right.push_str(&said("Signature", line));
    }
    right.push_str(SIGNED);
    body.space("AfterTable");
    body.raw(&two_columns(&[(left, right)]));
}

fn said(style: &str, words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        paragraph(style, words)
    }
}

fn two_columns(rows: &[(String, String)]) -> String {
    let right = PORTRAIT_WIDE - LEFT;
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"{PORTRAIT_WIDE}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{LEFT}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>"
    );
    let cell = |wide: u32, inside: &str| {
        let inside = if inside.is_empty() { "<w:p/>" } else { inside };
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/></w:tcPr>{inside}</w:tc>")
    };
    for (words_left, words_right) in rows {
        xml.push_str(&format!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>",
            cell(LEFT, words_left),
            cell(right, words_right)
        ));
    }
    xml.push_str("</w:tbl>");
    xml
}
