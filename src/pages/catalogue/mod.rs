//! The catalogue (Danh mục): what a bloc counts, built in and its own; adding, changing, retiring.
//!
//! `form_draft`, `set_draft`, `derived_draft`: what is typed and the things it makes; `pick`: what there is to choose a
//! side of an indicator or a rule from; `usage`: what hangs on a thing.

pub mod derived_draft;
pub mod form_draft;
pub mod pick;
pub mod set_draft;
#[cfg(test)]
mod tests;
pub mod usage;

#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
pub use view::CataloguePage;
