//! What can be done with targets. Each deed is one act, told by a notice that takes it back.

use crate::analysis::chain::family;
use crate::i18n::targets::{DIVISION, copied_line, removed_line, reviewed_line};
use crate::model::id::{RecordId, TargetId};
use crate::model::record::Entity;
use crate::model::target::Target;
use crate::model::text::Lang;
use crate::pages::targets::copy::{copies, looked_through};
use crate::pages::targets::division::Division;
use crate::state::lens::Lens;
use crate::state::workspace::Done;
use crate::ui::toast::Toasts;

/// Says what was done and offers to undo just that; says nothing where nothing had to change.
pub fn offer_undo(lens: Lens, toasts: Toasts, said: impl Into<String>, done: Option<Done>) {
    if let Some(done) = done {
        toasts.offer_undo(said, move || lens.workspace().undo_of(&done));
    }
}

/// Removes a target and all that hangs on it.
pub fn remove(lens: Lens, toasts: Toasts, lang: Lang, target: &TargetId) {
    let records: Vec<RecordId> = lens.with_untracked(|scope| {
        let target = scope.ledger.targets.get(target);
        target.map_or_else(Vec::new, |target| {
            let members = family(scope.ledger, target);
            members.into_iter().map(Entity::record_id).collect()
        })
    });
    let with = records.len().saturating_sub(1);
    let done = lens.workspace().put_and_remove(&[] as &[Target], &records);
    offer_undo(lens, toasts, removed_line(lang, with), done);
}

/// Copies targets, with all that hangs on them in their year, to the year after `year`.
pub fn copy(lens: Lens, toasts: Toasts, lang: Lang, targets: &[TargetId], year: i32) {
    let found = lens.with_untracked(|scope| {
        let targets = targets.iter().filter_map(|id| scope.ledger.targets.get(id));
        copies(scope.ledger, targets)
    });
    let said = copied_line(lang, &found.told(), year + 1);
    match lens.workspace().put_and_remove(&found.made, &[]) {
        None => toasts.say(said),
        done => offer_undo(lens, toasts, said, done),
    }
}

/// Takes the mark of a copy from targets, and from the copies that hang on them: a person has looked them through.
pub fn review(lens: Lens, toasts: Toasts, lang: Lang, targets: &[TargetId]) {
    let seen = lens.with_untracked(|scope| {
        let targets = targets.iter().filter_map(|id| scope.ledger.targets.get(id));
        looked_through(scope.ledger, targets)
    });
    let done = lens.workspace().put(&seen);
    offer_undo(lens, toasts, reviewed_line(lang, seen.len()), done);
}

/// Gives the units their parts as a division says; answers whether it could be read.
pub fn divide(lens: Lens, toasts: Toasts, lang: Lang, division: &Division) -> bool {
    let w = DIVISION.in_lang(lang);
    let applied = lens.with_untracked(|scope| {
        let applied = division.apply(scope)?;
        let removed = applied.removed_records(scope);
        Some((applied.parts, removed))
    });
    let Some((parts, removed)) = applied else {
        return false;
    };
    match lens.workspace().put_and_remove(&parts, &removed) {
        None => toasts.say(w.unchanged),
        done => offer_undo(lens, toasts, w.divided, done),
    }
    true
}
