//! A year's admissions, as they are shown.
//!
//! # Layout
//!
//! * [`figures`]: one year, read from the books; [`tree`]: the chain of its targets.
//! * [`drawn`]: figures as the inputs of charts; `tables`: as tables; `shown`: as exhibits.

pub mod drawn;
pub mod figures;
pub mod shown;
mod tables;
pub mod tree;

pub use shown::exhibit;
