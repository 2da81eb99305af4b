//! Chỉ tiêu: what is to be reached, and how it stands.

#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::TargetsPage;
