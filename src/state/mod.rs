//! What the running app holds: the place, the preferences, whether all is saved.
//!
//! Values and their rules (`route`, `save`) compile natively; what follows the browser (`router`,
//! `preferences`) is for the app only.

pub mod choices;
pub mod drawn_rows;
pub mod route;
pub mod save;

#[cfg(target_arch = "wasm32")]
pub mod boot;
#[cfg(target_arch = "wasm32")]
pub mod decks;
#[cfg(target_arch = "wasm32")]
pub mod install;
#[cfg(target_arch = "wasm32")]
pub mod lens;
#[cfg(target_arch = "wasm32")]
pub mod preferences;
#[cfg(target_arch = "wasm32")]
pub mod review;
#[cfg(target_arch = "wasm32")]
pub mod router;
#[cfg(target_arch = "wasm32")]
pub mod sync;
#[cfg(target_arch = "wasm32")]
pub mod version;
#[cfg(target_arch = "wasm32")]
pub mod workspace;
