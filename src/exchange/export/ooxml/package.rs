//! A package: parts in a zip, what each part is, and which parts each names.

use super::NotPacked;
use super::xml::{DECLARATION, text};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// A package in the making. The first part that is put in is the document itself.
#[derive(Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    types: BTreeMap<String, &'static str>,
    links: BTreeMap<String, Vec<Link>>,
}

struct Link {
    id: String,
    kind: String,
    target: String,
}

impl Package {
    /// Puts in a part of XML, without its declaration. `name` has no slash before it: `word/document.xml`.
    pub fn put(&mut self, name: &str, media_type: &'static str, xml: &str) {
        self.types.insert(name.to_owned(), media_type);
        self.parts
            .push((name.to_owned(), format!("{DECLARATION}{xml}").into_bytes()));
    }

    /// Puts in bytes, whose extension says what they are.
    pub fn put_bytes(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.push((name.to_owned(), bytes));
    }

    /// Makes a part name another one, as what, and answers the name's identifier.
    pub fn link(&mut self, from: &str, kind: &str, to: &str) -> String {
        let links = self.links.entry(from.to_owned()).or_default();
        let id = format!("rId{}", links.len() + 1);
        let kind = match kind.contains("://") {
            true => kind.to_owned(),
            false => format!("{OFFICE}{kind}"),
        };
        links.push(Link {
            id: id.clone(),
            kind,
            target: format!("/{to}"),
        });
        id
    }

    /// The whole as a zip. The same parts give the same bytes: no time is written.
    ///
    /// # Errors
    /// When it does not fit into a zip.
    pub fn zipped(mut self, progress: &dyn Fn(u8)) -> Result<Vec<u8>, NotPacked> {
        let mut all: Vec<(String, Vec<u8>)> = vec![("[Content_Types].xml".to_owned(), self.content_types())];
        for (from, links) in std::mem::take(&mut self.links) {
            all.push((links_of(&from), relationships(&links)));
        }
        all.append(&mut self.parts);
        zipped(&all, progress)
    }

    fn content_types(&self) -> Vec<u8> {
        let mut xml = format!("{DECLARATION}<Types xmlns=\"{CONTENT_TYPES}\">");
        for (extension, media_type) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("svg", "image/svg+xml"),
        ] {
            xml.push_str(&format!(
                "<Default Extension=\"{extension}\" ContentType=\"{media_type}\"/>"
            ));
        }
        for (name, media_type) in &self.types {
            xml.push_str(&format!(
                "<Override PartName=\"/{name}\" ContentType=\"{media_type}\"/>"
            ));
        }
        xml.push_str("</Types>");
        xml.into_bytes()
    }
}

/// Where the names stand that a part uses: beside it; those of the package itself at the top.
fn links_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

fn relationships(links: &[Link]) -> Vec<u8> {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">");
    for link in links {
        xml.push_str(&format!(
            "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"/>",
            link.id,
            link.kind,
            text(&link.target)
        ));
    }
    xml.push_str("</Relationships>");
    xml.into_bytes()
}

/// Files as a zip, in this order.
///
/// # Errors
/// When they do not fit into one.
pub fn zipped(files: &[(String, Vec<u8>)], progress: &dyn Fn(u8)) -> Result<Vec<u8>, NotPacked> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (at, (name, bytes)) in files.iter().enumerate() {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .map_err(|_| NotPacked)?;
        zip.write_all(bytes).map_err(|_| NotPacked)?;
        progress((100 * (at + 1) / files.len()) as u8);
    }
    Ok(zip.finish().map_err(|_| NotPacked)?.into_inner())
}

/// What says of a file what it is called and in which language it is; nobody's name, and no time but that of its figures.
pub fn properties(package: &mut Package, title: &str, subject: &str, lang: &str) {
    const CORE: &str = "docProps/core.xml";
    package.put(
        CORE,
        "application/vnd.openxmlformats-package.core-properties+xml",
        &format!(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
             <dc:language>{lang}</dc:language></cp:coreProperties>",
            text(title),
            text(subject)
        ),
    );
    package.link(
        "",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        CORE,
    );
}
