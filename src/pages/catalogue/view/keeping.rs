//! Keeping what was drafted: checked first, done as one act, offered to be undone.

use crate::catalogue::Catalogue;
use crate::i18n::catalogue::problem;
use crate::model::id::{FormId, RecordId};
use crate::model::own::{OwnThing, PREFIX};
use crate::model::profile::Profile;
use crate::model::record::{Entity, REMOVED};
use crate::model::text::Lang;
use crate::pages::catalogue::usage::{changed, new_problems};
use crate::platform::ids::new_id;
use crate::state::lens::Lens;
use crate::state::workspace::Done;
use crate::sync::op::Change;
use crate::ui::toast::Toasts;
use serde_json::Value;

/// A fresh identifier of a bloc's own thing.
pub fn fresh() -> String {
    format!("{PREFIX}{}", new_id())
}

/// What would be wrong, in words, were these things there; empty where nothing would be.
pub fn wrong(lens: Lens, lang: Lang, things: &[OwnThing], removed: &[RecordId]) -> Vec<String> {
    lens.with_untracked(|scope| {
        let after = Catalogue::with_own(&changed(&scope.ledger.own, things, removed));
        let found = new_problems(scope.catalogue, &after);
        found.iter().map(|found| problem(lang, &after, found)).collect()
    })
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
