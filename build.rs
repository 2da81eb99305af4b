//! Turns TOML into JSON texts at build time, so that the app in the browser carries no TOML parser:
//! the catalogue as a list of its files, the demos' figures as an object by file name. The typed
//! loaders (`src/catalogue/`, `src/demo/`) read that JSON; a TOML file that does not parse stops the
//! build and is named. For the browser it also tells the
//! linker what the worker may take, and for a build that will be split to keep relocations.

use std::{env, error::Error, fs, path::Path, path::PathBuf};

/// Files of the catalogue that are read apart from it, with the pages that need them.
const APART: [&str; 2] = ["decks", "templates"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (apart, catalogue): (Vec<_>, Vec<_>) = tables("src/catalogue/built_in")?
        .into_iter()
        .partition(|(name, _)| APART.contains(&name.as_str()));
    for (name, table) in apart {
        fs::write(out.join(name).with_extension("json"), serde_json::to_string(&table)?)?;
    }
    let mut catalogue: Vec<serde_json::Value> = catalogue.into_iter().map(|(_, table)| table).collect();
    fs::write(
        out.join("help.json"),
        serde_json::to_string(&take_help(&mut catalogue))?,
    )?;
    fs::write(out.join("catalogue.json"), serde_json::to_string(&catalogue)?)?;
    let demos: serde_json::Map<String, serde_json::Value> = tables("src/demo/figures")?.into_iter().collect();
    fs::write(out.join("demo.json"), serde_json::to_string(&demos)?)?;
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // The worker for files ends where a file would take more than half a gigabyte, not the browser.
        println!("cargo:rustc-link-arg-bin=exchange=--max-memory=536870912");
    }
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Cutting a linked module into chunks (scripts/dist/split.mjs) needs to know what refers to what.
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}

/// Takes what only those who enter figures read out of the catalogue: the help of each measure and form, by identifier.
fn take_help(catalogue: &mut [serde_json::Value]) -> serde_json::Value {
    let mut help = serde_json::Map::new();
    for list in ["measures", "forms"] {
        let things = catalogue
            .iter_mut()
            .filter_map(|part| part.get_mut(list)?.as_array_mut())
            .flatten();
        let of_list: serde_json::Map<String, serde_json::Value> = things
            .filter_map(|thing| {
                let said = thing.as_object_mut()?.remove("help")?;
                Some((thing.get("id")?.as_str()?.to_owned(), said))
            })
            .collect();
        help.insert(list.to_owned(), of_list.into());
    }
    help.into()
}

/// The TOML files of a folder by name, in the order of names.
fn tables(folder: &str) -> Result<Vec<(String, serde_json::Value)>, Box<dyn Error>> {
    let folder = Path::new(folder);
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let table: toml::Value =
            toml::from_str(&fs::read_to_string(&file)?).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        found.push((name.unwrap_or_default(), serde_json::to_value(table)?));
    }
    Ok(found)
}
