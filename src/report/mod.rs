//! Words made of figures: names of periods, and the one sentence for each fact.

pub mod period_name;
pub mod sentence;
