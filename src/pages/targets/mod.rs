//! Chỉ tiêu: what is to be reached, and how it stands.
//!
//! # Layout
//!
//! * [`figures`]: the targets of a period; [`explain`]: how one of them was computed, fact by fact.
//! * [`draft`]: the form of a target, for other pages too; [`copy`]: a year's targets for the next one;
//!   [`division`]: dividing a target among units, as typed; [`past`]: its history in words.
//! * [`drawn`]: targets as the inputs of charts; `view`: what is drawn, in the browser only.

pub mod copy;
pub mod division;
pub mod draft;
pub mod drawn;
pub mod explain;
pub mod figures;
pub mod past;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod sample;
#[cfg(target_arch = "wasm32")]
pub mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{TargetPage, TargetsPage};
