//! Cần xem lại: what a person must look at.

#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::FindingsPage;
