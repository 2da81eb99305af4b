//! Kết nạp: a year's admissions against its target.
//!
//! # Layout
//!
//! * [`figures`]: one year, read from the books. [`draft`]: the form of the year's target.

pub mod draft;
pub mod figures;
