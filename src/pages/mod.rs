//! The pages, and the shell that shows the one that the address names.
//!
//! A page is a folder here with one component `…Page`; it reads the place from the router and the figures from
//! `state/`, and draws with `ui/`. What a page computes without drawing (a form read, rows chosen) is in files of
//! its folder that compile natively and are tested there; what draws is for the browser only.

pub mod admission;
pub mod backup;
pub mod catalogue;
pub mod entry;
pub mod explore;
pub mod findings;
pub mod import;
pub mod join;
pub mod overview;
pub mod present;
pub mod reports;
pub mod returns;
pub mod settings;
pub mod study;
pub mod sync;
pub mod targets;
pub mod topics;
pub mod units;
pub mod welcome;

#[cfg(target_arch = "wasm32")]
pub mod kit;
#[cfg(target_arch = "wasm32")]
mod lazy;
#[cfg(target_arch = "wasm32")]
mod pin;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
pub use shell::mount;
