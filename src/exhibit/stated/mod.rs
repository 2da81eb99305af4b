//! What published reports state beside what the counts give, as it is shown.
//!
//! # Layout
//!
//! * [`published`]: the statements of a period, sorted by how they stand, each as a row; [`shown`]: as an exhibit.

pub mod published;
pub mod shown;

pub use shown::exhibit;
