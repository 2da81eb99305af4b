//! The topics: one page for every subject that has none of its own, made from the catalogue.
//!
//! # Layout
//!
//! * What it shows is made in [`crate::exhibit::topics`]; `view`: what is drawn, in the browser only.

#[cfg(target_arch = "wasm32")]
use crate::exhibit::topics::{drawn, figures, worded};
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{Parts, TopicPage, TopicView, entry_place};
