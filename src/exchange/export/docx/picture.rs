//! Charts in the text: as lines, with dots for software that cannot draw them.

use super::DOCUMENT;
use super::body::Body;
use crate::exchange::export::ooxml::picture::{blip, place, within};
use crate::exchange::export::ooxml::xml::text;
use crate::exchange::export::ooxml::{EMU_PER_MM, EMU_PER_PX};
use crate::report::document::Picture;

/// The room between the margins, in millimetres; in height what leaves its heading on the same page.
const ROOM_MM: (u64, u64) = (165, 215);

/// Puts a picture into the text, below its heading; what it shows in words where there is no picture.
pub(super) fn put(body: &mut Body<'_>, picture: &Picture) {
    body.paragraph("Caption", &picture.title);
    let number = body.pictures + 1;
    let Some(placed) = place(body.package, DOCUMENT, "word", number, picture) else {
        body.paragraph("BodyText", &picture.alt);
        return;
    };
    body.pictures = number;
    let (wide, high) = within(picture, ROOM_MM.0 * EMU_PER_MM, ROOM_MM.1 * EMU_PER_MM, EMU_PER_PX);
    let title = text(&picture.title);
    let alt = text(&picture.alt);
    body.raw(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{number}\" name=\"Picture {number}\" descr=\"{alt}\" title=\"{title}\"/>\
         <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{number}\" name=\"Picture {number}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{}\
         <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
         <a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
         </a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        blip(&placed)
    ));
}
