//! Targets, as they are shown.
//!
//! # Layout
//!
//! * [`figures`]: the targets of a period; [`drawn`]: as the inputs of charts; [`shown`]: as exhibits.
//! * [`card`]: one of them in a few words; [`explain`]: how its result was computed, fact by fact.

pub mod card;
pub mod drawn;
pub mod explain;
pub mod figures;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub mod sample;
pub mod shown;

pub use shown::exhibit;
