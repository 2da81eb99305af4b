//! Figures as files that other programs read.

pub mod csv;
pub mod form_table;
pub mod json;
pub mod workbook;
#[cfg(feature = "workbook")]
pub mod workbook_file;
