//! Kết nạp: a year's admissions against its target.
//!
//! # Layout
//!
//! * What it shows is made in [`crate::exhibit::admission`]; `view`: what is drawn, in the browser only.

#[cfg(target_arch = "wasm32")]
use crate::exhibit::admission::figures;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::AdmissionPage;
