//! Figures as files that other programs read.

pub mod csv;
pub mod form_table;
pub mod json;
