//! Học tập: the study drives, and one drive.
//!
//! # Layout
//!
//! * [`draft`]: the form of a drive. [`progress`]: a drive over its days.

pub mod draft;
pub mod progress;
