//! Sổ Khối: counts, charts and reports for the office of a bloc committee, offline first.
//!
//! # Layout
//!
//! * [`model`]: units, periods, counts, forms, indicators, targets, drives, records.
//! * [`catalogue`]: what a bloc counts, as data.
//! * [`report`]: names of periods and the sentence for each fact.

pub mod catalogue;
pub mod model;
pub mod report;
