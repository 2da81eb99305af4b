//! Reads the source tree and holds the arrows of ARCHITECTURE.md: every layer imports only from layers
//! below it, layers of one rank have no cycle among them, the pure core imports nothing of the browser,
//! and one file knows `indexed_db_futures`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The layers from the ground up. Those in one row may import from one another as long as no cycle arises.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["catalogue"],
    &["analysis", "sync", "exchange", "report", "charts", "demo"],
    &["store", "platform"],
    &["state"],
    &["i18n"],
    &["exhibit"],
    &["ui"],
    &["pages"],
];

/// The pure core: rows 0 to 2.
const CORE_ROWS: usize = 3;

/// Crates of the browser. A crate name matches with anything behind it: `gloo_timers`, `gloo_events`.
const BROWSER: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "serde_wasm_bindgen",
    "indexed_db_futures",
    "console_error_panic_hook",
];

/// The one file that may know the crate behind IndexedDB.
const INDEXED_DB_FILE: &str = "store/indexed_db.rs";

/// A source file: its path below `src/`, with slashes, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        Source {
            path: path.into(),
            text: text.into(),
        }
    }

    /// The layer it belongs to; `None` for `lib.rs`, `main.rs` and other files that only put layers together.
    fn layer(&self) -> Option<&str> {
        let first = self.path.split('/').next()?;
        let name = first.strip_suffix(".rs").unwrap_or(first);
        rank(name).map(|_| name)
    }

    /// How many modules deep its items stand: 1 for `analysis/mod.rs`, 2 for `analysis/rate.rs`.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") {
            parts - 1
        } else {
            parts
        }
    }
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&layer))
}

/// The text without comments and string literals: a doc link or an error message is no import.
fn code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = |end: Option<usize>| end.map_or("", |end| &rest[end..]);
        if rest.starts_with("//") {
            rest = after(rest.find('\n'));
        } else if rest.starts_with("/*") {
            rest = after(rest.find("*/").map(|at| at + 2));
        } else if rest.starts_with("r#\"") {
            rest = after(rest.find("\"#").map(|at| at + 2));
        } else if rest.starts_with("'\"'") {
            rest = &rest[3..];
        } else if first == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            rest = after(end.map(|at| at + 2));
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    code
}

/// The words of the code with `::`, `{`, `}`, `,` and `;` as words of their own.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

/// The top-level modules that a file names, by `crate::x`, `crate::{x, y::z}` or a chain of `super`.
fn modules_named(source: &Source) -> BTreeSet<String> {
    let code = code(&source.text);
    let tokens = tokens(&code);
    let mut named = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let starts_path = at == 0 || tokens[at - 1] != "::";
        let head = match *token {
            "crate" if starts_path => at,
            "super" if starts_path => {
                let mut last = at;
                let mut supers = 1;
                while tokens.get(last + 1) == Some(&"::") && tokens.get(last + 2) == Some(&"super") {
                    last += 2;
                    supers += 1;
                }
                if supers < source.depth() {
                    continue;
                }
                last
            }
            _ => continue,
        };
        if tokens.get(head + 1) != Some(&"::") {
            continue;
        }
        match tokens.get(head + 2) {
            Some(&"{") => named.extend(heads_of_group(&tokens[head + 3..])),
            Some(name) => {
                named.insert((*name).to_owned());
            }
            None => {}
        }
    }
    named
}

/// The first words of the items of a `{…}` group; `tokens` begins behind its brace.
fn heads_of_group(tokens: &[&str]) -> Vec<String> {
    let mut heads = Vec::new();
    let (mut depth, mut at_head) = (1, true);
    for token in tokens {
        match *token {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => at_head = true,
            name if depth == 1 && at_head => {
                heads.push(name.to_owned());
                at_head = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

/// Crates of the browser that a file names.
fn browser_crates(source: &Source) -> BTreeSet<String> {
    let code = code(&source.text);
    let tokens = tokens(&code);
    let named = tokens.iter().enumerate().filter(|(at, token)| {
        let is_crate = BROWSER.iter().any(|name| {
            token
                .strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        });
        let is_path = tokens.get(at + 1) == Some(&"::") || (*at > 0 && tokens[at - 1] == "use");
        let is_attribute = *at > 1 && tokens[at - 1] == "[" && tokens[at - 2] == "#";
        is_crate && (is_path || is_attribute)
    });
    named.map(|(_, token)| (*token).to_owned()).collect()
}

/// Everything that breaks the layering, one line each.
fn violations(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    let mut arrows: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let browser = browser_crates(source);
        if browser.contains("indexed_db_futures") && source.path != INDEXED_DB_FILE {
            found.push(format!("{} knows indexed_db_futures", source.path));
        }
        let Some(layer) = source.layer() else {
            continue;
        };
        let own = rank(layer).unwrap_or(0);
        if own < CORE_ROWS {
            found.extend(
                browser
                    .iter()
                    .map(|name| format!("{} (core) imports {name}", source.path)),
            );
        }
        for module in modules_named(source) {
            match rank(&module) {
                Some(other) if other > own => {
                    found.push(format!("{} imports upward: {layer} → {module}", source.path));
                }
                Some(_) if module != layer => {
                    arrows.entry(layer).or_default().insert(module);
                }
                _ => {}
            }
        }
    }
    found.extend(cycle(&arrows));
    found
}

/// A cycle among layers, if there is one.
fn cycle(arrows: &BTreeMap<&str, BTreeSet<String>>) -> Option<String> {
    arrows.keys().find_map(|&start| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for next in arrows.get(at).into_iter().flatten() {
                if next == start {
                    return Some(format!("a cycle through {start} and {at}"));
                }
                if seen.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        None
    })
}

fn read(folder: &Path, prefix: &str, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            read(&path, &format!("{prefix}{name}/"), sources);
        } else if name.ends_with(".rs") {
            sources.push(Source {
                path: format!("{prefix}{name}"),
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

#[test]
fn arrows_point_down() {
    let mut sources = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
    assert!(sources.len() > 40, "only {} files were found", sources.len());
    let found = violations(&sources);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_folder_of_the_source_is_a_known_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "bin" {
            assert!(
                rank(&name).is_some(),
                "{name} has no place among the layers of this test"
            );
        }
    }
}

#[test]
fn the_checker_finds_each_kind_of_violation() {
    let finds = |path: &str, text: &str, expected: &str| {
        let found = violations(&[Source::new(path, text)]);
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{path}: {found:?} lacks {expected}"
        );
    };
    finds("model/date.rs", "use crate::analysis::rate;", "model → analysis");
    finds(
        "model/date.rs",
        "use super::super::catalogue::Catalogue;",
        "model → catalogue",
    );
    finds("model/mod.rs", "use super::catalogue::Catalogue;", "model → catalogue");
    finds(
        "catalogue/mod.rs",
        "use crate::{model::id::{A, B}, store::Store};",
        "catalogue → store",
    );
    finds("state/save.rs", "fn f() { crate::ui::toast() }", "state → ui");
    finds("store/mod.rs", "pub use crate::pages::Page;", "store → pages");
    finds(
        "charts/bars.rs",
        "use wasm_bindgen::JsValue;",
        "(core) imports wasm_bindgen",
    );
    finds("demo/mod.rs", "let now = js_sys::Date::now();", "(core) imports js_sys");
    finds(
        "sync/mod.rs",
        "use gloo_timers::future::sleep;",
        "(core) imports gloo_timers",
    );
    finds(
        "report/mod.rs",
        "#[wasm_bindgen] fn f() {}",
        "(core) imports wasm_bindgen",
    );
    finds(
        "store/memory.rs",
        "use indexed_db_futures::Db;",
        "knows indexed_db_futures",
    );
}

#[test]
fn the_checker_finds_a_cycle_among_layers_of_one_row() {
    let sources = [
        Source::new("report/mod.rs", "use crate::analysis::Rate;"),
        Source::new("analysis/mod.rs", "use crate::demo::load;"),
        Source::new("demo/mod.rs", "use crate::report::sentence;"),
    ];
    let found = violations(&sources);
    assert!(found.iter().any(|line| line.contains("cycle")), "{found:?}");
    assert_eq!(violations(&sources[..2]), Vec::<String>::new());
}

#[test]
fn the_checker_lets_what_is_right_pass() {
    let sources = [
        Source::new(
            "analysis/rate.rs",
            "//! See [`crate::pages`].\nuse super::Scope;\nuse crate::model::id::UnitId;",
        ),
        Source::new(
            "analysis/rate/tests.rs",
            "use super::super::fixture::*; use crate::catalogue::Catalogue;",
        ),
        Source::new(
            "model/text.rs",
            "const A: &str = \"use crate::ui::x; leptos::prelude\"; // leptos::x",
        ),
        Source::new(
            "model/quote.rs",
            "let quote = '\"'; use crate::model::id::A; let gloomy = 1;",
        ),
        Source::new("store/indexed_db.rs", "use indexed_db_futures::Db;"),
        Source::new(
            "pages/study/mod.rs",
            "use crate::{ui::Button, state::route::Route}; use leptos::prelude::*;",
        ),
        Source::new("lib.rs", "pub mod pages; use crate::pages::x;"),
    ];
    assert_eq!(violations(&sources), Vec::<String>::new());
}
