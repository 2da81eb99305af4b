//! Files of other programs, read into sheets: workbooks (xlsx, xls, ods) and text tables. What is read is bounded before it is
//! read: how many bytes a packed file may unfold to, how many cells a sheet may have.
//!
//! # Layout
//!
//! * [`problem`]: why a file is refused; the page knows it too. The rest is the worker's:
//! * `kind`: what a file is, by its first bytes; `archive`: parts of a packed file, bounded
//! * `grid`: cells put together to a sheet, bounded; `serial`: days as numbers; `strings`: texts that cells share
//! * `xlsx`, `xls`, `ods`: the three kinds of workbooks

pub mod problem;

#[cfg(feature = "workbook")]
mod archive;
#[cfg(feature = "workbook")]
mod grid;
#[cfg(feature = "workbook")]
mod kind;
#[cfg(feature = "workbook")]
mod ods;
#[cfg(feature = "workbook")]
mod read;
#[cfg(feature = "workbook")]
mod serial;
#[cfg(feature = "workbook")]
mod strings;
#[cfg(feature = "workbook")]
mod xls;
#[cfg(feature = "workbook")]
mod xlsx;
#[cfg(feature = "workbook")]
mod xml;

#[cfg(feature = "workbook")]
pub use read::read;

#[cfg(all(test, feature = "workbook"))]
mod tests;
