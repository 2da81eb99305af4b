//! What the catalogue's page draws. In the browser only.

mod form_dialog;
mod forms;
mod indicator_dialog;
mod keeping;
mod line;
mod lists;
mod moving;
mod only;
mod page;
mod picker;
mod rule_dialog;
mod set_dialog;

pub use page::CataloguePage;

use super::form_draft::FormDraft;
use super::set_draft::SetDraft;
use crate::model::id::{IndicatorId, RuleId};
use crate::state::lens::{Lens, use_lens};
use leptos::prelude::*;

/// The dialogs of the page: each is open while its subject is there. Cheap to copy.
#[derive(Clone, Copy)]
struct Dialogs {
    lens: Lens,
    form: RwSignal<Option<FormDraft>>,
    set: RwSignal<Option<SetDraft>>,
    /// `None` inside: a new one.
    indicator: RwSignal<Option<Option<IndicatorId>>>,
    rule: RwSignal<Option<Option<RuleId>>>,
}

impl Dialogs {
    fn new() -> Dialogs {
        Dialogs {
            lens: use_lens(),
            form: RwSignal::new(None),
            set: RwSignal::new(None),
            indicator: RwSignal::new(None),
            rule: RwSignal::new(None),
        }
    }
}
