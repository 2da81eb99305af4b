//! What to enter, in words: read by those who enter figures, and fetched with their pages, not with the first screen.

use crate::model::from_json::{self, FromJson};
use crate::model::id::{FormId, MeasureId};
use crate::model::measure::{Form, Measure};
use crate::model::text::Text;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/help.json"));

#[derive(Default, FromJson)]
struct Help {
    measures: BTreeMap<MeasureId, Text>,
    forms: BTreeMap<FormId, Text>,
}

/// The built-in help. A test proves that it is read and that every measure has some; unreadable, it is silent.
fn built_in() -> &'static Help {
    static HELP: OnceLock<Help> = OnceLock::new();
    HELP.get_or_init(|| from_json::read(BUILT_IN.as_bytes()).unwrap_or_default())
}

/// What to enter for a measure.
pub fn of_measure(measure: &Measure) -> Option<&Text> {
    measure.help.as_ref().or_else(|| built_in().measures.get(&measure.id))
}

/// What a form is for.
pub fn of_form(form: &Form) -> Option<&Text> {
    form.help.as_ref().or_else(|| built_in().forms.get(&form.id))
}
