//! Who has handed in what, as it is shown.

pub mod shown;

pub use shown::exhibit;
