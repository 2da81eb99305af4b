//! The list of study drives, one drive, its form: their words, and what they say with names and numbers in it.

mod told;
mod words;

pub use told::*;
pub use words::*;
