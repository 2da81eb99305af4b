//! Figures over many units and periods: pure functions from a [`scope::Scope`] to plain results.
//!
//! Every number carries what it is over and who has not reported ([`coverage::Coverage`]). A percentage
//! is always derived from counts, by one exact fraction and one rounding ([`fraction`]).
//! Findings are values with a stable key; nothing here corrects a figure. Nothing here words anything
//! for people (that is `report/`), and nothing here knows a screen or a store.
//!
//! # Layout
//!
//! * [`scope`]: whose figures, under the units of that time or (`gather`) of today; [`calendar`]: which of a form's periods a span is made of.
//! * [`coverage`], [`aggregate`], [`series`]: totals and who is missing from them.
//! * [`fraction`], [`rate`], [`shares`], [`rank`], [`levels`]: rates, parts of a whole, order.
//! * [`completeness`]: who has handed in. [`pace`], [`forecast`], [`achievement`], [`chain`], [`distribute`]: targets.
//! * [`contested`]: totals with either of two values that people entered for one cell.
//! * [`rules`], [`reconcile`]: findings, and what reports state against what the counts give; [`review`]: what of it needs a
//!   person, late returns too.

pub mod achievement;
pub mod aggregate;
pub mod calendar;
pub mod chain;
pub mod completeness;
pub mod contested;
pub mod coverage;
pub mod distribute;
pub mod forecast;
pub mod fraction;
mod gather;
pub mod levels;
pub mod pace;
mod pairing;
pub mod rank;
pub mod rate;
mod reading;
pub mod reconcile;
pub mod review;
pub mod rules;
pub mod scope;
pub mod series;
pub mod shares;
pub mod status;

pub use aggregate::Total;
pub use coverage::Coverage;
pub use rate::{Rate, RateError};
pub use scope::Scope;
pub use status::TargetStatus;

#[cfg(test)]
pub(crate) mod fixture;
