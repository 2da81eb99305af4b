//! Sổ Khối: counts, charts and reports for the office of a bloc committee, offline first.
//!
//! # Layout
//!
//! * [`model`]: units, periods, counts, forms, indicators, targets, drives, records.
//! * [`catalogue`]: what a bloc counts, as data.
//! * [`demo`]: published figures as blocs to try the app with.
//! * [`analysis`]: figures over units and periods, and findings.
//! * [`charts`]: figures → drawings.
//! * [`sync`]: changes as data; [`store`]: where records are kept.
//! * [`report`]: names of periods and the sentence for each fact.
//! * [`exchange`]: text, pasted or typed, read into figures.
//! * [`i18n`]: the words of the interface, in Vietnamese and English.
//! * [`exhibit`]: what is shown of figures, as one value for pages, slides and reports.
//! * [`state`]: the place, the preferences, whether all is saved.
//! * [`pages`]: one folder a page; what draws is for the browser only.
//!
//! In the browser only: `platform` (what the browser offers), `ui` (components).

// The worker for files is built without what is behind `app`.
pub mod analysis;
pub mod catalogue;
#[cfg(feature = "app")]
pub mod charts;
pub mod demo;
pub mod exchange;
#[cfg(feature = "app")]
pub mod exhibit;
#[cfg(feature = "app")]
pub mod i18n;
pub mod model;
#[cfg(feature = "app")]
pub mod pages;
#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod platform;
pub mod report;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod store;
pub mod sync;
#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod ui;
