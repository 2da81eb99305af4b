//! Keeping what was drafted: checked first, done as one act, offered to be undone.

use crate::catalogue::Catalogue;
use crate::i18n::catalogue::saved;
use crate::model::id::{FormId, RecordId};
use crate::model::own::{OwnThing, PREFIX};
use crate::model::profile::Profile;
use crate::model::record::{Entity, REMOVED};
use crate::model::text::Lang;
use crate::pages::catalogue::form_draft::Made;
use crate::pages::catalogue::usage::{changed, new_problems};
use crate::platform::ids::new_id;
use crate::report::sentence::own_catalogue::problem;
use crate::state::lens::Lens;
use crate::state::workspace::Done;
use crate::sync::op::Change;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use serde_json::Value;

/// A fresh identifier of a bloc's own thing.
pub fn fresh() -> String {
    format!("{PREFIX}{}", new_id())
}

/// What would be wrong, in words, were these things there; empty where nothing would be.
fn wrong(lens: Lens, lang: Lang, things: &[OwnThing], removed: &[RecordId]) -> Vec<String> {
    lens.with_untracked(|scope| {
        let after = Catalogue::with_own(&changed(&scope.ledger.own, things, removed));
        let found = new_problems(scope.catalogue, &after);
        found.iter().map(|found| problem(lang, &after, found)).collect()
    })
}

/// A dialog in which something is drafted, with what it shows of what is wrong. `F` is a remark on a field.
pub struct Drafted<F: 'static> {
    /// The bloc.
    pub lens: Lens,
    /// Where undoing is offered.
    pub toasts: Toasts,
    /// What is wrong with fields.
    pub faults: RwSignal<Vec<F>>,
    /// What would be wrong with the catalogue.
    pub problems: RwSignal<Vec<String>>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
}

impl<F: Send + Sync> Drafted<F> {
    /// Keeps what a draft makes and closes the dialog. What is wrong is shown instead, and nothing is kept.
    pub fn keep(self, lang: Lang, name: &str, read: Result<Made, Vec<F>>) {
        match read {
            Ok(made) => {
                let found = wrong(self.lens, lang, &made.things, &made.removed);
                if !found.is_empty() {
                    self.problems.set(found);
                    return;
                }
                let done = keep(self.lens, &made.things, &made.removed);
                offer_undo(self.lens, self.toasts, saved(lang, name), done);
                self.open.set(false);
            }
            Err(found) => {
                self.faults.set(found);
                focus_wrong_soon();
            }
        }
    }

    /// The same of a draft that makes one thing, by the name of that.
    pub fn keep_one(self, lang: Lang, read: Result<OwnThing, Vec<F>>) {
        let name = read.as_ref().map(|thing| thing.label().vi.clone()).unwrap_or_default();
        let made = read.map(|thing| Made {
            things: vec![thing],
            removed: Vec::new(),
        });
        self.keep(lang, &name, made);
    }
}

/// Keeps things and lets others go, as one act. A form that is new is taken into use.
pub fn keep(lens: Lens, things: &[OwnThing], removed: &[RecordId]) -> Option<Done> {
    let profile = lens.ledger_untracked(|ledger| {
        let profile = ledger.profile.clone()?;
        let fresh = things.iter().filter_map(|thing| match thing {
            OwnThing::Form(form) if !profile.uses(&form.id) && is_new(&ledger.own, form.id.as_str()) => Some(&form.id),
            _ => None,
        });
        let fresh: Vec<FormId> = fresh.cloned().collect();
        let forms = profile.forms.iter().cloned().chain(fresh.iter().cloned()).collect();
        (!fresh.is_empty()).then_some(Profile { forms, ..profile })
    });
    lens.workspace().act(|now| {
        let mut changes: Vec<Change> = things
            .iter()
            .filter_map(|thing| Change::of_entity(now.get(&thing.record_id()), thing))
            .collect();
        let gone = removed.iter().filter_map(|id| now.get(id));
        changes.extend(gone.filter_map(|record| Change::of_fields(record, [(REMOVED.to_owned(), Value::Bool(true))])));
        changes.extend(profile.and_then(|profile| Change::of_entity(now.get(&profile.record_id()), &profile)));
        changes
    })
}

fn is_new(own: &[OwnThing], id: &str) -> bool {
    own.iter().all(|thing| thing.id() != id)
}

/// Says what was done and offers to undo just that.
pub fn offer_undo(lens: Lens, toasts: Toasts, said: String, done: Option<Done>) {
    if let Some(done) = done {
        toasts.offer_undo(said, move || lens.workspace().undo_of(&done));
    }
}
