//! A document as a Word file in the form of Party documents: A4, Times New Roman 14, margins of 20, 20, 30 and 15 mm, the two blocks
//! of the head, the signature, annexes on pages of their own. Only the worker links this.
//!
//! # Layout
//!
//! * `styles`: every look, as styles with the names that Word knows. `body`: the blocks. `head`: what stands above and below the text.
//! * `table`, `picture`: of the figures. `page`: sections, the number at the top and the stamp at the foot of pages.

mod body;
mod head;
mod page;
mod picture;
mod styles;
mod table;

use super::ooxml::NotPacked;
use super::ooxml::package::{Package, properties};
use crate::model::text::Lang;
use crate::report::document::Document;

/// The document's own part.
const DOCUMENT: &str = "word/document.xml";
/// The media types of its parts.
mod media {
    macro_rules! word {
        ($part:literal) => {
            concat!(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.",
                $part,
                "+xml"
            )
        };
    }
    pub(super) const DOCUMENT: &str = word!("document.main");
    pub(super) const STYLES: &str = word!("styles");
    pub(super) const SETTINGS: &str = word!("settings");
    pub(super) const NUMBERING: &str = word!("numbering");
    pub(super) const FONTS: &str = word!("fontTable");
    pub(super) const HEADER: &str = word!("header");
    pub(super) const FOOTER: &str = word!("footer");
}

/// The file. `progress` is told whole percents.
///
/// # Errors
/// When it does not fit into a zip.
pub fn write(document: &Document, progress: &dyn Fn(u8)) -> Result<Vec<u8>, NotPacked> {
    let mut package = Package::default();
    package.link("", "officeDocument", DOCUMENT);
    let title = [document.head.title.as_str(), &document.head.subject.join(" ")].join(" ");
    properties(&mut package, title.trim(), &document.stamp, tag(document.lang));
    put(
        &mut package,
        "styles",
        "styles",
        media::STYLES,
        &styles::styles(document.lang),
    );
    put(
        &mut package,
        "settings",
        "settings",
        media::SETTINGS,
        &styles::settings(document.lang),
    );
    put(
        &mut package,
        "numbering",
        "numbering",
        media::NUMBERING,
        styles::NUMBERING,
    );
    put(&mut package, "fontTable", "fontTable", media::FONTS, styles::FONTS);
    let marks = page::put(&mut package, document);
    let mut body = body::Body::new(&mut package, &marks);
    head::above(&mut body, &document.head);
    let count = document.blocks.len().max(1);
    for (at, block) in document.blocks.iter().enumerate() {
        body.block(block);
        progress((80 * (at + 1) / count) as u8);
    }
    head::below(&mut body, &document.foot);
    for annex in &document.annexes {
        body.annex(annex);
    }
    let xml = body.finished();
    package.put(DOCUMENT, media::DOCUMENT, &xml);
    package.zipped(&|percent| progress(80 + percent / 5))
}

/// Puts in a part that the document names.
fn put(package: &mut Package, name: &str, kind: &str, media_type: &'static str, xml: &str) -> String {
    let name = format!("word/{name}.xml");
    package.put(&name, media_type, xml);
    package.link(DOCUMENT, kind, &name)
}

/// The language as office software names it.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}
