//! Adding a unit and changing one, in a dialog.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::change::{ChangeError, check, kinds_below, next_order};
use super::page::{offer_undo, sector_choices};
use crate::exchange::name_list::kind_of;
use crate::i18n::ui::UI;
use crate::i18n::units::{UNITS, Units, added, changed, kind_name};
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use crate::platform::ids::new_id;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::{DateField, SelectField, TextField};
use crate::ui::focus::{focus_wrong, focus_wrong_soon};
use crate::ui::menu::Choice;
use crate::ui::toast::use_toasts;

/// Which unit the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editing {
    /// A new one below this unit.
    New(UnitId),
    /// One that is there.
    Old(UnitId),
}

/// The dialog; open while `editing` names something.
#[component]
pub fn EditDialog(editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let w = use_words(&UNITS);
    let open = open_while(editing);
    let title = move || match editing.get() {
        Some(Editing::Old(_)) => w().edit,
        _ => w().add,
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned())>
            {move || editing.get().and_then(|what| form(what, open))}
        </Dialog>
    }
}

/// The kind's value in a list of choices.
fn kind_value(kind: UnitKind) -> String {
    UnitKind::ALL
        .iter()
        .position(|of| *of == kind)
        .unwrap_or_default()
        .to_string()
}

fn kind_of_value(value: &str) -> Option<UnitKind> {
    UnitKind::ALL.get(value.parse::<usize>().ok()?).copied()
}

fn form(what: Editing, open: RwSignal<bool>) -> Option<AnyView> {
    let lens = use_lens();
    let found = lens.with_untracked(|scope| match &what {
        Editing::Old(id) => scope.ledger.units.get(id).cloned(),
        Editing::New(parent) => {
            let above = scope.ledger.units.get(parent)?;
            let kind = kinds_below(above.kind)
                .first()
                .copied()
                .unwrap_or(UnitKind::SubordinateCell);
            Some(Unit {
                order: next_order(&scope.ledger.units, parent),
                ..Unit::new(new_id().as_str(), Some(parent.clone()), kind, "")
            })
        }
    })?;
    Some(fields(lens, found, matches!(what, Editing::New(_)), open))
}

fn fields(lens: Lens, before: Unit, is_new: bool, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&UNITS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let is_root = before.parent.is_none();
    let unit = RwSignal::new(before.clone());
    let kind_chosen = RwSignal::new(!is_new);
    let wrong = RwSignal::new(None::<ChangeError>);
    let error =
        move |of: ChangeError| Signal::derive(move || (wrong.get() == Some(of)).then(|| message(w(), of).to_owned()));
    let kinds = move || {
        let lang = lang();
        let parent = unit.with(|unit| unit.parent.clone());
        let above = lens.ledger(|ledger| parent.and_then(|parent| ledger.units.get(&parent).map(|above| above.kind)));
        let mut kinds: Vec<UnitKind> = above.map(kinds_below).unwrap_or_default().to_vec();
        let now = unit.with(|unit| unit.kind);
        if !kinds.contains(&now) {
            kinds.push(now);
        }
        let choice = |kind: UnitKind| Choice::new(kind_value(kind), kind_name(lang, kind));
        kinds.into_iter().map(choice).collect::<Vec<_>>()
    };
    let parents = {
        let own = before.id.clone();
        move || {
            lens.ledger(|ledger| {
                let below: Vec<UnitId> = ledger.units.subtree(&own).iter().map(|unit| unit.id.clone()).collect();
                let may = |unit: &&Unit| !kinds_below(unit.kind).is_empty() && !below.contains(&unit.id);
                let units = ledger.units.in_order().into_iter().filter(may);
                units
                    .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                    .collect::<Vec<_>>()
            })
        }
    };
    let sectors = move || {
        let mut all = vec![Choice::new("", w().no_sector)];
        all.extend(sector_choices(lens, lang()));
        all
    };
    let rename = move |name: String| {
        unit.update(|unit| {
            // The name says the kind, until someone says otherwise.
            if let Some(kind) = kind_of(&name).filter(|_| !kind_chosen.get_untracked() && !is_root) {
                unit.kind = kind;
            }
            unit.name = name;
        });
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        // A date that is none is still in its field.
        if focus_wrong() {
            return;
        }
        let mut after = unit.get_untracked();
        after.name = after.name.split_whitespace().collect::<Vec<_>>().join(" ");
        after.short_name = after.short_name.trim().to_owned();
        let checked = lens.with_untracked(|scope| check(&scope.ledger.units, &after));
        if let Err(error) = checked {
            wrong.set(Some(error));
            focus_wrong_soon();
            return;
        }
        let done = lens.workspace().put([&after]);
        open.set(false);
        let lang = untrack(lang);
        let said = if is_new {
            added(lang, 1)
        } else {
            changed(lang, &after.name)
        };
        offer_undo(lens, toasts, said, done);
    };
    view! {
        <form
            class="form"
            novalidate=true
            on:submit=save
            on:input=move |_| {
                if wrong.get_untracked().is_some() {
                    wrong.set(None);
                }
            }
        >
            <TextField
                label=move || w().name
                value=Signal::derive(move || unit.with(|unit| unit.name.clone()))
                error=error(ChangeError::NoName)
                on_change=rename
            />
            <TextField
                label=move || w().short_name
                help=move || w().short_name_help
                optional=true
                value=Signal::derive(move || unit.with(|unit| unit.short_name.clone()))
                on_change=move |name| unit.update(|unit| unit.short_name = name)
            />
            {(!is_root)
                .then(|| {
                    view! {
                        <div class="form__row">
                            <SelectField
                                label=move || w().kind
                                choices=Signal::derive(kinds)
                                value=Signal::derive(move || kind_value(unit.with(|unit| unit.kind)))
                                on_change=move |value: String| {
                                    if let Some(kind) = kind_of_value(&value) {
                                        kind_chosen.set(true);
                                        unit.update(|unit| unit.kind = kind);
                                    }
                                }
                            />
                            <SelectField
                                label=move || w().sector
                                choices=Signal::derive(sectors)
                                value=Signal::derive(move || {
                                    unit.with(|unit| unit.sector.as_ref().map(ToString::to_string).unwrap_or_default())
                                })
                                on_change=move |value: String| {
                                    unit.update(|unit| {
                                        unit.sector = (!value.is_empty()).then(|| value.as_str().into());
                                    });
                                }
                            />
                        </div>
                        <SelectField
                            label=move || w().parent
                            choices=Signal::derive(parents)
                            value=Signal::derive(move || {
                                unit.with(|unit| unit.parent.as_ref().map(ToString::to_string).unwrap_or_default())
                            })
                            error=error(ChangeError::BelowItself)
                            on_change=move |value: String| {
                                unit.update(|unit| unit.parent = Some(value.as_str().into()));
                            }
                        />
                    }
                })}
            <div class="form__row">
                <DateField
                    label=move || w().valid_from
                    help=move || w().valid_from_help
                    optional=true
                    value=Signal::derive(move || unit.with(|unit| unit.valid_from))
                    on_change=move |date| unit.update(|unit| unit.valid_from = date)
                />
                {before
                    .valid_to
                    .is_some()
                    .then(|| {
                        view! {
                            <DateField
                                label=move || w().valid_to
                                optional=true
                                value=Signal::derive(move || unit.with(|unit| unit.valid_to))
                                error=error(ChangeError::EndsBeforeStart)
                                on_change=move |date| unit.update(|unit| unit.valid_to = date)
                            />
                        }
                    })}
            </div>
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
    .into_any()
}

/// What is wrong, with the field's name and the remedy.
pub fn message(words: &Units, error: ChangeError) -> &'static str {
    match error {
        ChangeError::NoName => words.no_name,
        ChangeError::EndsBeforeStart => words.ends_before_start,
        ChangeError::BelowItself => words.below_itself,
    }
}
