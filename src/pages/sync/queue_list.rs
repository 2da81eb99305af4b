//! The section of this device's own changes: each with how far it came, why it was refused, and what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dots_stay;
use super::nothing::Nothing;
use super::queue::{Entry, State, fields};
use super::queue_files::{Files, entries_of, name, reason, title, with_words};
use crate::i18n::sync::{SYNC, more_fields, op_state_name, queue_line, tried_again, withdrawn};
use crate::model::record::RecordKind;
use crate::model::returns::Return;
use crate::model::text::Lang;
use crate::pages::backup::words::Words;
use crate::platform::clock::moment_in_column;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::sync::{Phase, Sync, use_sync};
use crate::sync::op::Op;
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::icon::IconName;
use crate::ui::making::{MakingDialog, use_making};
use crate::ui::named_button::NamedButton;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use crate::ui::toast::{Toasts, use_toasts};

/// What is done with a line. Cheap to copy.
#[derive(Clone, Copy)]
struct Deeds {
    sync: Sync,
    lens: Lens,
    lang: Signal<Lang>,
    toasts: Toasts,
}

impl Deeds {
    /// Makes a refused change again.
    fn retry(self, op: &Op) {
        let id = op.op_id.clone();
        spawn_local(async move {
            if self.sync.retry(&id).await.is_ok()
                && let Some(lang) = self.lang.try_get_untracked()
            {
                self.toasts.say(tried_again(lang));
            }
        });
    }

    /// Takes one change back: what waits by what undoes it, what is contested by taking the proposal back, and what was
    /// refused does not stand anyway.
    fn withdraw(self, entry: &Entry) {
        let workspace = self.lens.workspace();
        let op = &entry.op;
        let done = match &entry.state {
            State::Conflict => {
                let found = workspace
                    .disputed()
                    .into_iter()
                    .find(|it| it.conflict.record == op.change.record);
                found.and_then(|it| self.sync.withdraw_proposal(&it.conflict))
            }
            State::Waiting | State::OtherAccount => {
                workspace.act(|records| op.change.undo(records).into_iter().collect())
            }
            _ => {
                let id = op.op_id.clone();
                spawn_local(async move {
                    if self.sync.withdraw(&id).await.is_ok()
                        && let Some(lang) = self.lang.try_get_untracked()
                    {
                        self.toasts.say(withdrawn(lang));
                    }
                });
                return;
            }
        };
        if let Some(done) = done {
            let said = withdrawn(self.lang.get_untracked());
            self.toasts.offer_undo(said, move || workspace.undo_of(&done));
        }
    }
}

/// The section.
#[component]
pub fn QueueSection() -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let (sync, lens) = (use_sync(), use_lens());
    let deeds = Deeds {
        sync,
        lens,
        lang: Signal::derive(lang),
        toasts: use_toasts(),
    };
    let making = use_making();
    let files = Files {
        lens,
        lang: deeds.lang,
        making,
    };
    let entries = RwSignal::new(Vec::<Entry>::new());
    let is_sending = Memo::new(move |_| sync.standing.with(|it| it.phase == Phase::Sending));
    let unsent = Memo::new(move |_| sync.standing.with(|it| it.unsent));
    Effect::new(move || {
        sync.queue_changed.track();
        unsent.track();
        let is_sending = is_sending.get();
        spawn_local(async move {
            // What cannot be read now is read at the next change.
            let found = sync.queue().await.unwrap_or_default();
            let _ = entries.try_set(entries_of(found, is_sending));
        });
    });
    let count = move |of: fn(&State) -> bool| entries.with(|it| it.iter().filter(|entry| of(&entry.state)).count());
    let line = move || {
        let waiting = count(|it| matches!(it, State::Waiting | State::OtherAccount | State::Sending));
        queue_line(lang(), waiting, count(|it| matches!(it, State::Rejected(_))))
    };
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    // Without anything to be done there is no column for it.
    let has_deeds = Memo::new(move |_| entries.with(|it| it.iter().any(|entry| can_withdraw(&entry.state))));
    let columns = move || {
        let words = w();
        let mut heads = vec![words.what, words.value, words.when, words.state];
        heads.extend(has_deeds.get().then_some(words.deeds));
        heads.into_iter().map(Column::words).collect()
    };
    let rows = move || {
        let lang = lang();
        entries.with(|entries| {
            with_words(lens, lang, |words| {
                let row = |entry| row(words, deeds, entry, has_deeds.get());
                entries.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    let exports = move || {
        (!is_empty.get()).then(|| {
            view! {
                <div class="row">
                    <Button
                        label=move || w().export_csv
                        icon=IconName::Download
                        small=true
                        on_press=move || entries.with_untracked(|entries| files.csv(entries, || ()))
                    />
                    <Button
                        label=move || w().export_json
                        icon=IconName::Download
                        small=true
                        on_press=move || entries.with_untracked(|entries| files.json(entries))
                    />
                </div>
            }
        })
    };
    view! {
        <Section title=move || w().queue note=move || w().queue_note actions=move || view! { {exports} }.into_any()>
            <MakingDialog making/>
            {move || match is_empty.get() {
                true => {
                    view! { <Nothing title=move || w().queue_none why=move || w().queue_none_why/> }.into_any()
                }
                false => {
                    view! {
                        <p class="sync__queue-line">{line}</p>
                        <div class="sync__queue">
                            <Table
                                caption=move || w().queue
                                columns=Signal::derive(columns)
                                rows=Signal::derive(rows)
                                quiet=true
                                cards=true
                                fold_after=50
                            />
                        </div>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

fn look(state: &State) -> (IconName, Tone) {
    match state {
        State::Rejected(_) => (IconName::Refused, Tone::Bad),
        State::Conflict => (IconName::Warning, Tone::Warn),
        State::Waiting | State::OtherAccount => (IconName::Waiting, Tone::None),
        State::Sending => (IconName::Up, Tone::Calm),
        State::Accepted => (IconName::Check, Tone::Good),
        State::Withdrawn => (IconName::Undo, Tone::None),
    }
}

fn row(words: Words<'_>, deeds: Deeds, entry: &Entry, has_deeds: bool) -> Row {
    let op = &entry.op;
    let kind = op.change.kind;
    let told = fields(op);
    let title = title(words, op);
    let first = told.first().map(|(name, change)| {
        let said = |value| words.value(kind, name, value);
        (
            words.field(kind, name),
            format!("{} → {}", said(&change.old), said(&change.new)),
        )
    });
    let (field, value) = first.unwrap_or_default();
    let field = match told.len() {
        0 | 1 => field,
        more => format!("{field} {}", more_fields(words.lang, more - 1)),
    };
    let label = op_state_name(words.lang, name(&entry.state));
    let (icon, tone) = look(&entry.state);
    let reason = reason(words.lang, &entry.state);
    let state = move || {
        let reason = reason.clone();
        view! {
            <span class="sync__state">
                <Badge label=move || label icon tone/>
                <span class="cell__note">{reason}</span>
            </span>
        }
        .into_any()
    };
    let (entry, of) = (entry.clone(), format!("{title}, {field}"));
    let controls = move || controls(deeds, entry.clone(), of.clone());
    let mut cells = vec![
        Cell::text(dots_stay(&title)).note(field),
        Cell::text(value),
        Cell::text(moment_in_column(words.lang, op.at_ms)),
        Cell::view(state),
    ];
    cells.extend(has_deeds.then(|| Cell::view(controls)));
    Row::new(cells)
}

/// The place where a return is entered.
fn place(deeds: Deeds, op: &Op) -> Option<Place> {
    if op.change.kind != RecordKind::Return {
        return None;
    }
    let mut parts = op.change.record.as_str().splitn(4, '/').skip(1);
    let (form, period, unit) = (parts.next()?, parts.next()?, parts.next()?);
    let route = Route::Entry {
        form: Some(form.to_owned()),
        unit: Some(unit.to_owned()),
    };
    let period: crate::model::period::Period = period.parse().ok()?;
    debug_assert_eq!(Return::record_id(&form.into(), &period, &unit.into()), op.change.record);
    Some(
        deeds
            .lens
            .router()
            .place_untracked()
            .at(route)
            .with_period(&period.to_string()),
    )
}

fn can_withdraw(state: &State) -> bool {
    matches!(
        state,
        State::Rejected(_) | State::Conflict | State::Waiting | State::OtherAccount
    )
}

fn controls(deeds: Deeds, entry: Entry, of: String) -> AnyView {
    let w = use_words(&SYNC);
    let can_retry = matches!(entry.state, State::Rejected(_));
    let can_withdraw = can_withdraw(&entry.state);
    let place = place(deeds, &entry.op).filter(|_| can_withdraw);
    let (again, back) = (entry.op.clone(), entry);
    let (of_again, of_back) = (of.clone(), of);
    view! {
        <span class="sync__deeds">
            {can_retry
                .then(|| {
                    view! {
                        <NamedButton
                            label=move || w().retry
                            of=move || of_again.clone()
                            icon=IconName::Redo
                            on_press=move || deeds.retry(&again)
                        />
                    }
                })}
            {place.map(|place| view! { <LinkButton to=place label=move || w().edit small=true kind=ButtonKind::Quiet/> })}
            {can_withdraw
                .then(|| {
                    view! {
                        <NamedButton
                            label=move || w().withdraw
                            of=move || of_back.clone()
                            icon=IconName::Undo
                            kind=ButtonKind::Quiet
                            on_press=move || deeds.withdraw(&back)
                        />
                    }
                })}
        </span>
    }
    .into_any()
}
