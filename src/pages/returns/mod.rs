//! Returns as papers: who has handed in what and when, accepting and sending back, reminders, closing a period.
//!
//! The page's table is counted in [`crate::analysis::completeness::matrix`]; which rows are shown is in `figures`, their
//! words are in `drawn`; what closing a period would close is in `to_close`. The pages of entry use the deeds and the note of a closed period from here.

pub mod drawn;
pub mod figures;
pub mod to_close;

#[cfg(target_arch = "wasm32")]
mod papers;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use papers::{Papers, SendBackDialog, use_papers};
#[cfg(target_arch = "wasm32")]
pub use view::{ClosedNote, ReturnsPage};
