//! Puts the built app into the program: in a release build, when `dist/` is there. Other builds serve the folder, so that a change of the app does
//! not compile the server anew, unless `SO_KHOI_EMBED` is set.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    let mut files = Vec::new();
    println!("cargo::rerun-if-env-changed=SO_KHOI_EMBED");
    if env::var("PROFILE").as_deref() == Ok("release") || env::var_os("SO_KHOI_EMBED").is_some() {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
        println!("cargo::rerun-if-changed={}", dist.display());
        if dist.join("index.html").is_file() {
            collect(&dist.canonicalize()?, "", &mut files)?;
        }
    }
    files.sort();
    let mut source = String::from("&[");
    for (address, path) in &files {
        write!(source, "({address:?}, include_bytes!({path:?})),").map_err(io::Error::other)?;
    }
    source.push(']');
    fs::write(out.join("app.rs"), source)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let (Some(name), Some(text)) = (path.file_name().and_then(|name| name.to_str()), path.to_str()) else {
            continue;
        };
        let address = format!("{prefix}/{name}");
        if path.is_dir() {
            collect(&path, &address, files)?;
        } else {
            files.push((address, text.to_owned()));
        }
    }
    Ok(())
}
