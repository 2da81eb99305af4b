//! The first visit: what this is, a look at a demo, and the three steps of a new bloc.

pub mod draft;

#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
pub use view::WelcomePage;
