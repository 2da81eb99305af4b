//! The dialog in which units become others from a day on. It says what that comes to before it is done.

mod draft;
mod fields;

pub use draft::Kind;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use self::draft::Draft;
use self::fields::{close_fields, merge_fields, move_fields, rename_fields, split_fields};
use super::page::offer_undo;
use super::reorganise::{Outcome, Refusal};
use super::told::{is_unfinished, outcome_lines, refusal_line};
use crate::i18n::reorganise::{REORGANISE, Reorganise, done};
use crate::i18n::ui::UI;
use crate::i18n::units::UNITS;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::{DateField, SelectField};
use crate::ui::focus::focus_wrong;
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;

const KINDS: [(&str, Kind); 5] = [
    ("merge", Kind::Merge),
    ("split", Kind::Split),
    ("rename", Kind::Rename),
    ("move", Kind::Move),
    ("close", Kind::Close),
];

const fn kind_word(words: &'static Reorganise, kind: Kind) -> &'static str {
    match kind {
        Kind::Merge => words.merge,
        Kind::Split => words.split,
        Kind::Rename => words.rename,
        Kind::Move => words.relocate,
        Kind::Close => words.close,
    }
}

/// The dialog; open while `changing` names a unit, beginning with a kind of change.
#[component]
pub fn ReorganiseDialog(changing: RwSignal<Option<(UnitId, Kind)>>) -> impl IntoView {
    let w = use_words(&REORGANISE);
    let lens = use_lens();
    let open = open_while(changing);
    let content = move || {
        let (id, kind) = changing.get()?;
        let unit = lens.with_untracked(|scope| scope.ledger.units.get(&id).cloned())?;
        Some(form(Draft::new(lens, unit, kind), open))
    };
    view! {
        <Dialog open title=Signal::derive(move || w().title.to_owned())>
            {content}
        </Dialog>
    }
}

fn form(draft: Draft, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&REORGANISE);
    let words = use_words(&UNITS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let lens = draft.lens;
    let found = Memo::new(move |_| draft.outcome());
    let tried = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        // A date that is none is still in its field.
        if focus_wrong() {
            return;
        }
        if let Ok(found) = found.get_untracked() {
            let done_by = lens.workspace().put(&found.units);
            open.set(false);
            offer_undo(lens, toasts, done(untrack(lang), found.counts), done_by);
        }
    };
    let kinds = move || {
        let words = w();
        KINDS
            .iter()
            .map(|(id, kind)| Choice::new(*id, kind_word(words, *kind)))
            .collect::<Vec<_>>()
    };
    let kind_value = move || {
        let kind = draft.kind.get();
        KINDS
            .iter()
            .find(|(_, of)| *of == kind)
            .map_or_else(String::new, |(id, _)| (*id).to_owned())
    };
    let choose_kind = move |value: String| {
        if let Some((_, kind)) = KINDS.iter().find(|(id, _)| *id == value) {
            tried.set(false);
            draft.into.set(String::new());
            draft.kind.set(*kind);
        }
    };
    let name = draft.unit.with_value(|unit| unit.name.clone());
    view! {
        <form class="form" novalidate=true on:submit=save>
            <p>
                <strong>{name}</strong>
            </p>
            <SelectField
                label=move || w().kind
                choices=Signal::derive(kinds)
                value=Signal::derive(kind_value)
                on_change=choose_kind
            />
            {move || match draft.kind.get() {
                Kind::Merge => merge_fields(draft),
                Kind::Split => split_fields(draft),
                Kind::Rename => rename_fields(draft),
                Kind::Move => move_fields(draft),
                Kind::Close => close_fields(draft),
            }}
            <DateField
                label=move || if draft.kind.get() == Kind::Close { words().valid_to } else { w().day }
                help=move || if draft.kind.get() == Kind::Close { "" } else { w().day_help }
                value=draft.day
                on_change=move |day| draft.day.set(day)
            />
            {comes_to(draft, found, tried)}
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button
                    label=move || kind_word(w(), draft.kind.get())
                    kind=ButtonKind::Primary
                    submit=true
                />
            </DialogActions>
        </form>
    }
    .into_any()
}

/// What it comes to, or why it cannot be.
fn comes_to(draft: Draft, found: Memo<Result<Outcome, Refusal>>, tried: RwSignal<bool>) -> AnyView {
    let w = use_words(&REORGANISE);
    let lang = use_lang();
    let notes = move || {
        let words = w();
        let (first, second) = match draft.kind.get() {
            Kind::Rename => (words.name_stays, ""),
            Kind::Move => (words.place_stays, ""),
            Kind::Split => (words.stays_whole, words.who_reports),
            Kind::Merge | Kind::Close => (words.place_stays, words.who_reports),
        };
        [first, second]
    };
    let body = move || match found.get() {
        Ok(outcome) => {
            let day = draft.first_day().unwrap_or(Date::EPOCH);
            let lines = outcome_lines(lang(), &outcome, day);
            view! {
                <ul class="reorganise__lines">
                    {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                {notes()
                    .into_iter()
                    .filter(|note| !note.is_empty())
                    .map(|note| view! { <p class="muted">{note}</p> })
                    .collect_view()}
            }
            .into_any()
        }
        Err(refusal) => {
            let splits = draft.kind.get() == Kind::Split;
            let said = draft
                .lens
                .ledger(|ledger| refusal_line(lang(), &refusal, splits, ledger));
            match is_unfinished(&refusal) && !tried.get() {
                true => view! { <p class="muted">{said}</p> }.into_any(),
                false => view! { <Notice kind=NoticeKind::Warning>{said}</Notice> }.into_any(),
            }
        }
    };
    view! {
        <section class="reorganise__outcome">
            <h3>{move || w().comes_to}</h3>
            <div role="status">{body}</div>
        </section>
    }
    .into_any()
}
