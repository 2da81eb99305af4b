//! The overview (Tổng quan): the targets that matter, who still has to report, what a person must look at.

#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
pub use view::OverviewPage;
