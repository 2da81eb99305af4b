//! Học tập: the study drives, and one drive.
//!
//! # Layout
//!
//! * [`draft`]: the form of a drive.
//! * [`sheet`]: one drive by unit. What else is shown is made in [`crate::exhibit::study`].
//! * `view`: what is drawn, in the browser only.

pub mod draft;
pub mod sheet;
#[cfg(target_arch = "wasm32")]
use crate::exhibit::study::figures;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{DrivePage, StudyPage};
