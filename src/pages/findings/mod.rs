//! Cần xem lại: what a person must look at, what a person has explained, and what reports state beside what the
//! counts give.
//!
//! `figures` and `published` choose and order, `said` writes out one finding: plain functions, tested natively. `view`
//! draws.

pub mod figures;
pub mod published;
pub mod said;

#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{
    ExplainDialog, ExplainableLine, Explaining, FindingLine, FindingsPage, StatementsTable, use_explaining,
};
