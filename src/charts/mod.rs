//! Numbers → drawings: typed [`charming`] options, one builder a kind of chart.
//!
//! Every builder is a pure function from plain figures and a [`Look`] to a [`Drawing`]; nothing here
//! touches a browser, reads the model's records or runs JavaScript. All labels are formatted in Rust.
//! Words come in from outside: in [`Words`] for what charts say themselves, in the inputs for names.
//!
//! # Layout
//! * [`look`]: language, theme, width: how to draw. `palette`: the colours of UI and data.
//! * `lettering`: how wide a text is and where it breaks, so that rows have room for full names.
//! * [`picture`]: a chart with its caption as one file.
//! * [`option`]: the one place where a drawing becomes ECharts' JSON, typed options and additions merged.
//! * `sketch`, `rows`, `rules`, `figure`: what the builders share.
//! * [`qr`]: a text as a QR code, which is a drawing too.
//! * [`shape`]: any chart's figures as one value; [`fit`]: the same for a place whose height is given, on as many pages as it takes.
//! * One file a builder: [`ranked_bars`], [`stacked_whole`], [`stacked_by_unit`], [`bullet`],
//!   [`blocks`], [`lines`], [`monthly_columns`], [`heat_map`], [`grouped_bars`].
//!
//! What must not be here: analysis (rates are given as counts, never averaged), text for people,
//! JavaScript source, HTML.

pub mod blocks;
pub mod bullet;
pub mod cap;
mod figure;
pub mod fit;
pub mod grouped_bars;
pub mod heat_map;
pub mod lettering;
pub mod lines;
pub mod look;
pub mod monthly_columns;
pub mod option;
mod palette;
pub mod picture;
pub mod qr;
pub mod ranked_bars;
mod rows;
mod rules;
pub mod shape;
mod sketch;
pub mod stacked_by_unit;
pub mod stacked_whole;

pub use look::{Hue, Look, Stage, Words};
pub use option::{Drawing, option};
pub use shape::Shape;

/// The key that a click on the row "… 53 other units" gives.
pub const REST: &str = "…";

/// There is nothing to draw; the caller shows an empty state instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Empty {
    /// No rows, parts or steps at all.
    #[error("nothing was asked for")]
    NoRows,
    /// There are rows, and none of them has a figure.
    #[error("no figure has been reported")]
    NoFigures,
}
