//! Ending a unit: its last day, and what it became.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::change::{ChangeError, closed};
use super::edit::message;
use super::page::offer_undo;
use crate::i18n::ui::UI;
use crate::i18n::units::{UNITS, closed as closed_line, succession_name};
use crate::model::id::UnitId;
use crate::model::unit::{SuccessionKind, Unit};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::{DateField, SelectField};
use crate::ui::focus::{focus_wrong, focus_wrong_soon};
use crate::ui::menu::Choice;
use crate::ui::toast::use_toasts;

const WAYS: [(&str, SuccessionKind); 4] = [
    ("merge", SuccessionKind::Merge),
    ("split", SuccessionKind::Split),
    ("rename", SuccessionKind::Rename),
    ("move", SuccessionKind::Move),
];

/// The dialog; open while `closing` names a unit.
#[component]
pub fn CloseDialog(closing: RwSignal<Option<UnitId>>) -> impl IntoView {
    let w = use_words(&UNITS);
    let lens = use_lens();
    let open = open_while(closing);
    let content = move || {
        let id = closing.get()?;
        let unit = lens.with_untracked(|scope| scope.ledger.units.get(&id).cloned())?;
        Some(form(lens, unit, open))
    };
    view! {
        <Dialog open title=Signal::derive(move || w().close.to_owned())>
            {content}
        </Dialog>
    }
}

fn form(lens: Lens, unit: Unit, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&UNITS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let last_day = RwSignal::new(Some(untrack(|| lens.today())));
    let way = RwSignal::new(String::new());
    let into = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<ChangeError>);
    let ways = move || {
        let mut all = vec![Choice::new("", w().ended)];
        let choice = |(id, kind): &(&str, SuccessionKind)| Choice::new(*id, succession_name(lang(), *kind));
        all.extend(WAYS.iter().map(choice));
        all
    };
    let successors = {
        let own = unit.id.clone();
        move || {
            lens.ledger(|ledger| {
                let units = ledger.units.in_order().into_iter();
                let others =
                    units.filter(|other| other.id != own && other.valid_to.is_none() && other.parent.is_some());
                let mut all = vec![Choice::new("", "–")];
                all.extend(others.map(|unit| Choice::new(unit.id.to_string(), unit.name.clone())));
                all
            })
        }
    };
    let name = unit.name.clone();
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        // A date that is none is still in its field.
        if wrong.get_untracked().is_none() && focus_wrong() {
            return;
        }
        let Some(day) = last_day.get_untracked() else {
            wrong.set(Some(ChangeError::NoDate));
            focus_wrong_soon();
            return;
        };
        let kind = WAYS
            .iter()
            .find(|(id, _)| *id == way.get_untracked())
            .map(|(_, kind)| *kind);
        let successors = match (kind, into.get_untracked()) {
            (Some(_), into) if !into.is_empty() => vec![into.as_str().into()],
            _ => Vec::new(),
        };
        match closed(&unit, day, kind.unwrap_or(SuccessionKind::Merge), successors) {
            Err(error) => {
                wrong.set(Some(error));
                focus_wrong_soon();
            }
            Ok(ended) => {
                let done = lens.workspace().put([&ended]);
                open.set(false);
                let lang = untrack(lang);
                offer_undo(lens, toasts, closed_line(lang, &unit.name, &day.format(lang)), done);
            }
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=save>
            <p>
                <strong>{name}</strong>
            </p>
            <DateField
                label=move || w().valid_to
                value=last_day
                error=Signal::derive(move || wrong.get().map(|error| message(w(), error).to_owned()))
                on_change=move |date| {
                    wrong.set(None);
                    last_day.set(date);
                }
            />
            <SelectField
                label=move || w().succession
                choices=Signal::derive(ways)
                value=way
                on_change=move |value| way.set(value)
            />
            {move || {
                (!way.with(String::is_empty))
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().into
                                choices=Signal::derive(successors.clone())
                                value=into
                                on_change=move |value| into.set(value)
                            />
                        }
                    })
            }}
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button label=move || w().close kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
    .into_any()
}
