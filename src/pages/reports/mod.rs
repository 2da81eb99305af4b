//! Báo cáo: the reports of a bloc, one of them in the making, and published ones held against the counts.
//!
//! # Layout
//!
//! * `kept`: what a report keeps, as fields to be written. `list`: the reports, and new ones; `report`: one of them; `paper`: it as it
//!   will be printed; `paragraph`: a piece of it, with what can be done; `head_form`: head and foot.
//! * `draft`: a published text read for its figures, and what they are of; `reconcile`: what it states beside what the counts give;
//!   `stated_form`: one stated figure, to be changed.

pub mod draft;
pub mod kept;

#[cfg(target_arch = "wasm32")]
mod chart;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod head_form;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod paper;
#[cfg(target_arch = "wasm32")]
mod paragraph;
#[cfg(target_arch = "wasm32")]
mod reconcile;
#[cfg(target_arch = "wasm32")]
mod report;
#[cfg(target_arch = "wasm32")]
mod stated_form;

#[cfg(target_arch = "wasm32")]
pub use files::ReportFiles;
#[cfg(target_arch = "wasm32")]
pub use list::ReportsPage;
#[cfg(target_arch = "wasm32")]
pub use reconcile::ReconcilePage;
#[cfg(target_arch = "wasm32")]
pub use report::ReportPage;
