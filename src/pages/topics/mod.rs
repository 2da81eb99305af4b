//! The topics: one page for every subject that has none of its own, made from the catalogue.
//!
//! # Layout
//!
//! * [`parts`]: which parts a form is shown in, from the structure of its measures.
//! * [`figures`]: the figures of a topic and a period; [`compared`]: one of them over units and along time;
//!   [`by_unit`]: all of them unit by unit; [`stated`]: what published reports state of it.
//! * [`drawn`]: figures as the inputs of charts; [`worded`]: as sentences; `view`: what is drawn, in the browser only.

pub mod by_unit;
pub mod compared;
pub mod drawn;
pub mod figures;
pub mod parts;
pub mod stated;
#[cfg(target_arch = "wasm32")]
mod view;
pub mod worded;

#[cfg(target_arch = "wasm32")]
pub use view::{Parts, TopicPage, TopicView, entry_place};
