//! Turns the catalogue's TOML into one JSON text at build time, so that the app in the browser
//! carries no TOML parser. The typed loader (`src/catalogue/`) reads that JSON; a TOML file that
//! does not parse stops the build and is named.

use std::{env, fs, path::Path, path::PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let source = Path::new("src/catalogue/built_in");
    println!("cargo:rerun-if-changed={}", source.display());
    let mut files: Vec<PathBuf> = fs::read_dir(source)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut parts = Vec::new();
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let value: toml::Value =
            toml::from_str(&fs::read_to_string(&file)?).map_err(|error| format!("{}: {error}", file.display()))?;
        parts.push(serde_json::to_value(value)?);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("catalogue.json");
    fs::write(out, serde_json::to_string(&parts)?)?;
    Ok(())
}
