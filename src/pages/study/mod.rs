//! Học tập: the study drives, and one drive.
//!
//! # Layout
//!
//! * [`draft`]: the form of a drive.
//! * [`list`]: the drives with their participation, and units × drives. [`figures`]: one drive.
//! * [`progress`]: a drive over its days.

pub mod draft;
pub mod figures;
pub mod list;
pub mod progress;
