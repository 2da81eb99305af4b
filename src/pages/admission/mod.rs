//! Kết nạp: a year's admissions against its target.
//!
//! # Layout
//!
//! * [`figures`]: one year, read from the books; [`tree`]: the chain of targets; [`draft`]: the form of the target.
//! * [`drawn`]: figures as the inputs of charts.

pub mod draft;
pub mod drawn;
pub mod figures;
pub mod tree;
