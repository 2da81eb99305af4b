//! The topics of the catalogue, as they are shown.
//!
//! # Layout
//!
//! * [`parts`]: which parts a form is shown in, from the structure of its measures.
//! * [`figures`]: the figures of a topic and a period; [`compared`]: one of them over units and along time;
//!   [`by_unit`]: all of them unit by unit ([`all_units`]: as an exhibit); [`stated`]: what published reports state of it; [`of_form`]: one measure or indicator of any form.
//! * [`drawn`], [`matrices`]: figures as the inputs of charts; [`worded`]: as sentences; [`tables`]: as tables;
//!   [`shown`]: as exhibits; `behind`: the units and cells behind their marks. What of them there is to show: [`offered`].

pub mod all_units;
mod behind;
pub mod by_unit;
pub mod compared;
pub mod drawn;
pub mod figures;
pub mod matrices;
pub mod of_form;
pub mod offered;
pub mod parts;
pub mod ranked;
pub mod shown;
pub mod stated;
pub mod tables;
pub mod worded;

pub use shown::{exhibit, of_form as exhibit_of_form};
