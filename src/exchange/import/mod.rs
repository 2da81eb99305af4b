//! A table that somebody made elsewhere, read into the books: where its header and body are, which column is what,
//! which row is which unit, and what would change. Nothing is written here; a person sees the [`preview`] first.

pub mod columns;
pub mod compose;
pub mod delimited;
pub mod keys;
pub mod layout;
pub mod mapping;
pub mod names;
pub mod preview;
pub mod sheet;
pub mod targets;
pub mod units;
