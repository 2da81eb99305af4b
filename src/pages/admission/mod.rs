//! Kết nạp: a year's admissions against its target.
//!
//! # Layout
//!
//! * [`figures`]: one year, read from the books; [`tree`]: the chain of its targets.
//! * [`drawn`]: figures as the inputs of charts; `view`: what is drawn, in the browser only.

pub mod drawn;
pub mod figures;
pub mod tree;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::AdmissionPage;
