//! A deck as a PowerPoint file, 16:9: the headline says the finding, below it a chart, a real table or names, at the foot what the figures
//! stand for; what the presenter wants to say is in the notes. Only the worker links this.
//!
//! # Layout
//!
//! * `frame`: theme, master, layout and notes' master, which every file of slides must have. `slide`: one slide;
//!   `opening`: the first one, and slides of words, which stand in the middle. `pages`: what is too long
//!   for one slide goes on over the next ones. `table`, `text`: what stands in them.

mod frame;
mod opening;
mod pages;
mod slide;
mod table;
mod text;

use super::ooxml::NotPacked;
use super::ooxml::package::{Package, properties};
use crate::model::text::Lang;
use crate::report::slide_show::SlideShow;

const DECK: &str = "ppt/presentation.xml";

/// The media types of its parts.
mod media {
    macro_rules! slides {
        ($part:literal) => {
            concat!(
                "application/vnd.openxmlformats-officedocument.presentationml.",
                $part,
                "+xml"
            )
        };
    }
    pub(super) const DECK: &str = slides!("presentation.main");
    pub(super) const SLIDE: &str = slides!("slide");
    pub(super) const LAYOUT: &str = slides!("slideLayout");
    pub(super) const MASTER: &str = slides!("slideMaster");
    pub(super) const NOTES: &str = slides!("notesSlide");
    pub(super) const NOTES_MASTER: &str = slides!("notesMaster");
    pub(super) const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
}

/// The namespaces of every part.
const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The size of a slide, and of a page of notes.
const SIZE: (u64, u64) = (12_192_000, 6_858_000);
const NOTES_SIZE: (u64, u64) = (6_858_000, 9_144_000);

/// The file. `progress` is told whole percents.
///
/// # Errors
/// When it does not fit into a zip.
pub fn write(show: &SlideShow, progress: &dyn Fn(u8)) -> Result<Vec<u8>, NotPacked> {
    let mut package = Package::default();
    package.link("", "officeDocument", DECK);
    properties(&mut package, &show.title, &show.stamp, tag(show.lang));
    let frame = frame::put(&mut package, show.lang);
    let slides = pages::pages(&show.slides);
    let mut ids = String::new();
    let mut pictures = 0;
    for (at, page) in slides.iter().enumerate() {
        let name = slide::put(&mut package, show, page, at + 1, &mut pictures);
        let link = package.link(DECK, "slide", &name);
        ids.push_str(&format!("<p:sldId id=\"{}\" r:id=\"{link}\"/>", 256 + at));
        progress((80 * (at + 1) / slides.len()) as u8);
    }
    package.put(
        DECK,
        media::DECK,
        &format!(
            "<p:presentation {NAMES} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"{}\"/></p:sldMasterIdLst>\
             <p:notesMasterIdLst><p:notesMasterId r:id=\"{}\"/></p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst>\
             <p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"{}\" cy=\"{}\"/></p:presentation>",
            frame.master, frame.notes_master, SIZE.0, SIZE.1, NOTES_SIZE.0, NOTES_SIZE.1
        ),
    );
    package.zipped(&|percent| progress(80 + percent / 5))
}

/// The language as office software names it.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}
