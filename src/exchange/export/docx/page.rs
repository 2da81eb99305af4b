//! Pages: their size and margins, the number at the top from the second one on, the stamp at the foot of each.

use super::styles::W;
use super::{media, put as put_part};
use crate::exchange::export::ooxml::package::Package;
use crate::exchange::export::ooxml::xml::text;
use crate::report::document::Document;

/// Twentieths of a point in the width between the margins.
pub(super) const PORTRAIT_WIDE: u32 = 11906 - 1701 - 850;
/// The same on a page that lies on its side.
pub(super) const LANDSCAPE_WIDE: u32 = 16838 - 1134 - 1134;

const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Where the lines at the top and at the foot of pages are.
pub(super) struct Marks {
    number: String,
    nothing: String,
    stamp: String,
}

/// Puts in what stands at the top and at the foot of pages.
pub(super) fn put(package: &mut Package, document: &Document) -> Marks {
    let header = |inside: &str| {
        format!(
            "<w:hdr xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{inside}</w:p></w:hdr>"
        )
    };
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let stamp = match document.stamp.as_str() {
        "" => String::new(),
        stamp => format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", text(stamp)),
    };
    let footer = format!(
        "<w:ftr xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{stamp}</w:p></w:ftr>"
    );
    Marks {
        number: put_part(package, "header1", "header", media::HEADER, &header(&field("PAGE"))),
        nothing: put_part(package, "header2", "header", media::HEADER, &header("")),
        stamp: put_part(package, "footer1", "footer", media::FOOTER, &footer),
    }
}

/// The pages of a section. The first page of the first section has no number.
pub(super) fn section(marks: &Marks, landscape: bool, first: bool) -> String {
    let size = if landscape {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>"
    };
    let Marks { number, nothing, stamp } = marks;
    let title_page = if first { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{number}\"/><w:headerReference w:type=\"first\" r:id=\"{nothing}\"/>\
         <w:footerReference w:type=\"default\" r:id=\"{stamp}\"/><w:footerReference w:type=\"first\" r:id=\"{stamp}\"/>\
         <w:type w:val=\"nextPage\"/>{size}<w:cols w:space=\"720\"/>{title_page}</w:sectPr>"
    )
}
