//! Study drives, as they are shown.
//!
//! # Layout
//!
//! * [`list`]: the drives with their participation, and units × drives.
//! * [`figures`]: one drive; [`targets`]: what it is held against; [`progress`]: over its days.
//! * [`drawn`]: figures as the inputs of charts; [`sentences`]: in words; [`tables`]: as tables; [`shown`]: as exhibits.

pub mod drawn;
pub mod figures;
pub mod list;
pub mod progress;
pub mod sentences;
pub mod shown;
pub mod tables;
pub mod targets;

pub use shown::exhibit;
