//! The built app in memory.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

use crate::{encoding::Encoding, policy::Policy};

/// The document that every page is.
pub const INDEX: &str = "/index.html";

/// The files that were put into the program when it was built (build.rs); none in a build for development.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// The files of one build, by address.
#[derive(Debug)]
pub struct Site {
    assets: BTreeMap<String, Asset>,
    /// The headers that protect it.
    pub policy: Policy,
    /// The id of the build, where its `build.json` names one.
    pub build: Option<String>,
}

/// One file in the forms in which it can be sent.
#[derive(Debug)]
pub struct Asset {
    /// The media type, with its charset.
    pub media_type: &'static str,
    /// The start of its entity tags: a hash of the content.
    pub hash: String,
    /// Whether the name changes whenever the content does.
    pub immutable: bool,
    identity: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Why a folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The folder or its `index.html` is not there: the app has not been built.
    #[error("no built app in {0}")]
    Missing(PathBuf),
    /// A file is there and cannot be read.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The document is not UTF-8, or gives a policy that is not a header.
    #[error("{0} is damaged")]
    Damaged(PathBuf),
}

impl Site {
    /// Reads the folder that `make dist` made.
    ///
    /// # Errors
    ///
    /// See [`SiteError`].
    pub fn load(folder: &Path) -> Result<Self, SiteError> {
        let document = folder.join("index.html");
        if !document.is_file() {
            return Err(SiteError::Missing(folder.to_owned()));
        }
        let mut files = BTreeMap::new();
        collect(folder, "", &mut files)?;
        Self::of(files, &document)
    }

    /// The app that is in the program; `None` where it was built without one.
    ///
    /// # Errors
    ///
    /// [`SiteError::Damaged`], where its document is not one.
    pub fn embedded() -> Result<Option<Self>, SiteError> {
        if EMBEDDED.is_empty() {
            return Ok(None);
        }
        let files = EMBEDDED
            .iter()
            .map(|(address, bytes)| ((*address).to_owned(), Bytes::from_static(bytes)))
            .collect();
        Self::of(files, Path::new("index.html")).map(Some)
    }

    fn of(mut files: BTreeMap<String, Bytes>, document: &Path) -> Result<Self, SiteError> {
        let damaged = || SiteError::Damaged(document.to_owned());
        let html = files.get(INDEX).ok_or_else(damaged)?;
        let html = std::str::from_utf8(html).map_err(|_| damaged())?;
        let policy = Policy::of(html).map_err(|_| damaged())?;
        let names: Vec<String> = files
            .keys()
            .filter(|name| !is_compressed_form(name, &files))
            .cloned()
            .collect();
        let mut assets = BTreeMap::new();
        for name in names {
            let brotli = files.remove(&format!("{name}.br"));
            let gzip = files.remove(&format!("{name}.gz"));
            if let Some(identity) = files.remove(&name) {
                let asset = Asset::new(&name, identity, brotli, gzip);
                assets.insert(name, asset);
            }
        }
        let build = assets.get("/build.json").and_then(build_id);
        Ok(Self { assets, policy, build })
    }

    /// The file at an address such as `/icon.svg`.
    pub fn asset(&self, address: &str) -> Option<&Asset> {
        self.assets.get(address)
    }
}

impl Asset {
    fn new(name: &str, identity: Bytes, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        let digest = Sha256::digest(&identity);
        let hash = digest.iter().take(12).map(|byte| format!("{byte:02x}"));
        Self {
            media_type: media_type(name),
            hash: hash.collect(),
            // The build puts every file whose name carries its hash there, and no other.
            immutable: name.starts_with("/assets/"),
            identity,
            brotli,
            gzip,
        }
    }

    /// The bytes in one form, where it is stored.
    pub fn bytes(&self, encoding: Encoding) -> Option<&Bytes> {
        match encoding {
            Encoding::Brotli => self.brotli.as_ref(),
            Encoding::Gzip => self.gzip.as_ref(),
            Encoding::Identity => Some(&self.identity),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(|error| SiteError::Unreadable {
        path: path.to_owned(),
        error,
    })
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Bytes>) -> Result<(), SiteError> {
    let unreadable = |error| SiteError::Unreadable {
        path: folder.to_owned(),
        error,
    };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        let address = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &address, files)?;
        } else {
            files.insert(address, Bytes::from(read(&path)?));
        }
    }
    Ok(())
}

fn is_compressed_form(name: &str, files: &BTreeMap<String, Bytes>) -> bool {
    [".br", ".gz"]
        .iter()
        .filter_map(|ending| name.strip_suffix(ending))
        .any(|original| files.contains_key(original))
}

fn build_id(build_json: &Asset) -> Option<String> {
    let build: serde_json::Value = serde_json::from_slice(&build_json.identity).ok()?;
    Some(build.get("version")?.as_str()?.to_owned())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
