//! What the app knows of: units, periods, counts, forms, indicators, targets, drives, statements.
//!
//! Data and newtypes with the laws that hold among them. Nothing here computes a figure over several
//! units (that is `analysis/`), knows what a bloc counts (that is `catalogue/`), or touches a browser.

pub mod checksum;
pub mod closing;
pub mod condition;
pub mod conflict;
pub mod date;
pub mod deck;
pub mod document;
pub mod drive;
pub mod fold;
pub mod from_json;
pub mod id;
pub mod indicator;
pub mod ledger;
pub mod letter_case;
pub mod measure;
pub mod number;
pub mod own;
pub mod period;
pub mod profile;
pub mod quantity;
pub mod record;
pub mod record_kind;
pub mod report;
pub mod returns;
pub mod saved_view;
pub mod sha256;
pub mod slide_order;
pub mod sort;
pub mod statement;
pub mod target;
pub mod text;
pub mod tree;
pub mod unit;
