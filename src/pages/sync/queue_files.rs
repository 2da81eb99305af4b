//! The queue taken away as a file: as a table for a person, as JSON for another program. The worker makes both.

use leptos::prelude::*;

use super::queue::{Entry, Said, State, as_json, as_rows, fields, in_order};
use crate::exchange::worker::queue::WriteQueue;
use crate::i18n::sync::{OpState, SYNC, op_state_name};
use crate::i18n::sync_problem::problem_line;
use crate::model::text::Lang;
use crate::pages::backup::names::file_name;
use crate::pages::backup::words::Words;
use crate::platform::clock::{moment, today};
use crate::state::lens::Lens;
use crate::state::sync::deeds::{Fate, QueueItem};
use crate::sync::op::Op;
use crate::ui::making::Making;

/// What makes the files. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Files {
    /// What the edits are about.
    pub lens: Lens,
    /// The language of the table.
    pub lang: Signal<Lang>,
    /// How far a file is.
    pub making: Making,
}

impl Files {
    /// What a file of the queue is called.
    fn name(self, extension: &str) -> String {
        let bloc = self
            .lens
            .workspace()
            .current
            .with_untracked(|it| it.as_ref().map(|it| it.name.clone()));
        let title = SYNC.in_lang(self.lang.get_untracked()).title;
        file_name(&format!("{title} {}", bloc.unwrap_or_default()), today(), extension)
    }

    /// Makes the JSON of these edits.
    pub fn json(self, entries: &[Entry]) {
        // Texts, numbers and lists of them: writing these cannot fail.
        let lines = as_json(entries).unwrap_or_default();
        let lang = self.lang.get_untracked();
        self.making
            .begin(lang, self.name("json"), "application/json", WriteQueue(lines));
    }

    /// Makes a table of these edits; `then` is called when the browser has it.
    pub fn csv(self, entries: &[Entry], then: impl FnOnce() + 'static) {
        let lang = self.lang.get_untracked();
        let w = SYNC.in_lang(lang);
        let head = [w.when, w.what, w.field, w.before, w.after, w.state, w.reason];
        let rows = untrack(|| {
            with_words(self.lens, lang, |words| {
                let said = entries.iter().flat_map(|entry| {
                    let (op, kind) = (&entry.op, entry.op.change.kind);
                    let record = title(words, op);
                    fields(op).into_iter().map(move |(field, change)| Said {
                        when: moment(lang, op.at_ms),
                        record: record.clone(),
                        field: words.field(kind, field),
                        old: words.value(kind, field, &change.old),
                        new: words.value(kind, field, &change.new),
                        state: op_state_name(lang, name(&entry.state)).to_owned(),
                        reason: reason(lang, &entry.state),
                    })
                });
                as_rows(head, said)
            })
        });
        self.making.csv_then(lang, self.name("csv"), rows, then);
    }
}

/// The queue in the order that a person looks at it.
pub fn entries_of(items: Vec<QueueItem>, is_sending: bool) -> Vec<Entry> {
    in_order(items.into_iter().map(|item| entry(item, is_sending)).collect())
}

fn entry(item: QueueItem, is_sending: bool) -> Entry {
    let state = match item.fate {
        Fate::Waiting if is_sending => State::Sending,
        Fate::Waiting => State::Waiting,
        Fate::OtherAccount => State::OtherAccount,
        Fate::Accepted => State::Accepted,
        Fate::Conflict(_) => State::Conflict,
        Fate::Rejected(refusal) => State::Rejected(refusal),
        Fate::TakenBack => State::Withdrawn,
    };
    Entry { op: item.op, state }
}

/// Asks something of the words for what edits are about.
pub fn with_words<T>(lens: Lens, lang: Lang, work: impl FnOnce(Words<'_>) -> T) -> T {
    lens.ledger(|ledger| lens.catalogue(|catalogue| work(Words::of(lang, ledger, catalogue))))
}

/// What an edit is about.
pub fn title(words: Words<'_>, op: &Op) -> String {
    let of = |name: &str| op.change.set.get(name).map(|change| change.new.clone());
    words.record(op.change.kind, &op.change.record, of)
}

/// How far an edit has come, for its name.
pub fn name(state: &State) -> OpState {
    match state {
        State::Rejected(_) => OpState::Rejected,
        State::Conflict => OpState::Conflict,
        State::Waiting => OpState::Waiting,
        State::OtherAccount => OpState::OtherAccount,
        State::Sending => OpState::Sending,
        State::Accepted => OpState::Accepted,
        State::Withdrawn => OpState::Withdrawn,
    }
}

/// Why an edit was refused, and what to do.
pub fn reason(lang: Lang, state: &State) -> String {
    match state {
        State::Rejected(refusal) => problem_line(lang, &refusal.code, &refusal.detail),
        _ => String::new(),
    }
}
