//! Figures as files that other programs read.

#[cfg(feature = "workbook")]
pub mod annex_file;
pub mod csv;
#[cfg(feature = "workbook")]
pub mod docx;
pub mod form_table;
pub mod json;
#[cfg(feature = "workbook")]
pub mod meeting_pack_file;
#[cfg(feature = "workbook")]
pub mod ooxml;
#[cfg(feature = "workbook")]
pub mod pptx;
pub mod workbook;
#[cfg(feature = "workbook")]
pub mod workbook_file;
