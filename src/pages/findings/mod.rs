//! Cần xem lại: what a person must look at, what a person has explained, and what reports state beside what the
//! counts give.
//!
//! `figures` chooses and orders (what reports state: [`crate::exhibit::stated`]), `said` writes out one finding: plain functions, tested natively. `view`
//! draws.

pub mod figures;
pub mod said;

#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::{
    ExplainDialog, ExplainableLine, Explaining, FindingLine, FindingsPage, Parts, RowTools, StatementsFolded,
    StatementsTable, use_explaining,
};
