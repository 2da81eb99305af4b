//! All text of the interface, in Vietnamese and in English.
//!
//! # How a page gets its words
//! 1. One file per area (`frame.rs`, `ui.rs`, one per page) with a struct of `&'static str`, and one static that
//!    holds both languages. A word that lacks a translation is a missing field and does not compile:
//!    ```text
//!    /// Words of the study pages.
//!    pub struct Study { /** The page's name. */ pub title: &'static str }
//!    /// Both languages.
//!    pub static STUDY: Both<Study> = Both {
//!        vi: Study { title: "Học tập" },
//!        en: Study { title: "Study drives" },
//!    };
//!    ```
//! 2. In a component `let w = use_words(&STUDY);` gives a closure that follows the chosen language (it is `Copy`);
//!    read it inside a reactive place: `{move || w().title}`, or hand a closure to a component's text property:
//!    `<Button label=move || w().title/>`. Called outside such a place the word would not change with the language.
//! 3. A sentence with numbers or names in it is a pure function `fn saved_line(lang: Lang, saved: u32) -> String` in
//!    the same file, with a native test. `use_lang()` gives the language to hand to it.
//!
//! What a bloc counts is named in `catalogue/`, what a report says in `report/`: not here.

pub mod accounts;
pub mod admission;
pub mod backup;
pub mod catalogue;
pub mod chart;
pub mod decks;
pub mod entry;
pub mod exhibits;
pub mod explore;
pub mod files;
pub mod findings;
pub mod frame;
pub mod import;
pub mod join;
pub mod kit;
pub mod leaving;
pub mod making;
pub mod over;
pub mod overview;
pub mod pin;
pub mod presenting;
pub mod reconcile;
pub mod reorganise;
pub mod reports;
pub mod returns;
pub mod settings;
pub mod shell;
pub mod store;
pub mod study;
pub mod sync;
pub mod sync_problem;
pub mod targets;
pub mod topics;
pub mod ui;
pub mod units;
pub mod version;
pub mod welcome;

pub use crate::model::text::Both;
