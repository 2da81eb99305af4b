//! Kết nạp: a year's admissions against its target.
//!
//! # Layout
//!
//! * [`draft`]: the form of the year's target.

pub mod draft;
