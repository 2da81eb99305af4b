//! Học tập: the study drives, and one drive.
//!
//! # Layout
//!
//! * [`draft`]: the form of a drive.
//! * [`list`]: the drives with their participation, and units × drives.
//! * [`figures`]: one drive; [`targets`]: what it is held against; [`progress`]: over its days; [`sheet`]: by unit.
//! * [`drawn`]: figures as the inputs of charts; `view`: what is drawn, in the browser only.

pub mod draft;
pub mod drawn;
pub mod figures;
pub mod list;
pub mod progress;
pub mod sheet;
pub mod targets;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{DrivePage, StudyPage};
