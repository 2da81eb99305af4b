//! Words made of figures: names of periods, the one sentence for each fact, and documents as blocks.
//!
//! # Layout
//!
//! * [`sentence`]: one function for each fact, in both languages; [`period_name`]: names of periods.
//! * [`kept`]: words that stay on one line.
//! * [`table`], [`document`], [`slide_show`], [`meeting_pack`]: what is shown, as data, for whoever draws or writes it.

pub mod document;
pub mod kept;
pub mod meeting_pack;
pub mod period_name;
pub mod sentence;
pub mod slide_show;
pub mod table;
