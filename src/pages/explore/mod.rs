//! The explorer: any measure or indicator of the catalogue, of the whole bloc, a sector or a unit, for a period,
//! drawn by the parts of the topics.
//!
//! # Layout
//!
//! * [`units`]: finding one unit among thousands; [`saved`]: views that are kept by a name. What can be chosen, and its figures:
//!   `exhibit::topics::of_form`.
//! * `view`: what is drawn, in the browser only.

pub mod saved;
pub mod units;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::ExplorePage;
