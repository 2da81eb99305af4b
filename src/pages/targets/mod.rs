//! Chỉ tiêu: what is to be reached, and how it stands.
//!
//! # Layout
//!
//! * What it shows is made in [`crate::exhibit::targets`].
//! * [`draft`]: the form of a target, for other pages too; [`copy`]: a year's targets for the next one;
//!   [`division`]: dividing a target among units, as typed; [`past`]: its history in words.
//! * `view`: what is drawn, in the browser only.

pub mod copy;
pub mod division;
pub mod draft;
pub mod past;
#[cfg(target_arch = "wasm32")]
use crate::exhibit::targets::figures;
#[cfg(target_arch = "wasm32")]
pub mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{TargetPage, TargetsPage};
