//! The fields of each kind of change.

use leptos::prelude::*;

use super::draft::Draft;
use crate::exchange::name_list::kind_of;
use crate::i18n::reorganise::REORGANISE;
use crate::i18n::units::{UNITS, kind_name};
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use crate::pages::units::change::kinds_below;
use crate::pages::units::page::sector_choices;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::IconButton;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::text_area::TextArea;

/// Which units come together, and what they become.
pub fn merge_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let more = Signal::derive(move || {
        let mut left_out = draft.others.get();
        left_out.push(draft.id());
        let mut all = vec![Choice::new("", w().add_unit)];
        all.extend(draft.units(&left_out));
        all
    });
    let add = move |id: String| {
        if !id.is_empty() {
            draft.others.update(|others| others.push(UnitId::new(&id)));
        }
    };
    let chosen = move || {
        let line = |id: UnitId| {
            let name = draft.name_of(&id);
            let label = name.clone();
            view! {
                <li class="reorganise__unit">
                    <span>{name}</span>
                    <IconButton
                        icon=IconName::Close
                        label=move || format!("{}: {label}", w().take_away)
                        on_press=move || draft.others.update(|others| others.retain(|other| *other != id))
                    />
                </li>
            }
        };
        draft.others.get().into_iter().map(line).collect_view()
    };
    // One of them may go on, or another that is there already.
    let goes_on = Signal::derive(move || {
        let mut all = vec![Choice::new("", w().new_unit)];
        all.extend(draft.units(&[]));
        all
    });
    let own = draft.name_of(&draft.id());
    view! {
        <div class="reorganise__units" role="group" aria-label=move || w().units>
            <ul>
                <li class="reorganise__unit">
                    <span>{own}</span>
                </li>
                {chosen}
            </ul>
            <SelectField
                label=move || w().units
                choices=more
                value=Signal::derive(String::new)
                on_change=add
            />
        </div>
        <SelectField
            label=move || w().into
            choices=goes_on
            value=draft.into
            on_change=move |id: String| draft.into.set(id)
        />
        {move || draft.into.with(String::is_empty).then(|| new_unit_fields(draft))}
    }
    .into_any()
}

fn new_unit_fields(draft: Draft) -> AnyView {
    let words = use_words(&UNITS);
    let lang = use_lang();
    let above = draft.unit.with_value(|unit| unit.parent.clone());
    let kinds = Signal::derive(move || {
        let lang = lang();
        let kind = draft
            .lens
            .ledger(|ledger| above.as_ref().and_then(|id| ledger.units.get(id)).map(|unit| unit.kind));
        let kinds = kind.map(kinds_below).unwrap_or_default().iter();
        kinds
            .map(|kind| Choice::new(format!("{kind:?}"), kind_name(lang, *kind)))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="form__row">
            <TextField
                label=move || words().name
                value=draft.name
                on_change=move |name: String| {
                    // The name says the kind.
                    if let Some(kind) = kind_of(&name) {
                        draft.new_kind.set(kind);
                    }
                    draft.name.set(name);
                }
            />
            <SelectField
                label=move || words().kind
                choices=kinds
                value=Signal::derive(move || format!("{:?}", draft.new_kind.get()))
                on_change=move |value: String| {
                    if let Some(kind) = UnitKind::ALL.into_iter().find(|kind| format!("{kind:?}") == value) {
                        draft.new_kind.set(kind);
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// The parts.
pub fn split_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    view! {
        <TextArea
            label=move || w().parts
            help=move || w().parts_help
            rows=4
            value=draft.parts
            on_change=move |typed| draft.parts.set(typed)
        />
    }
    .into_any()
}

/// The new names.
pub fn rename_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let words = use_words(&UNITS);
    view! {
        <TextField label=move || w().new_name value=draft.name on_change=move |name: String| draft.name.set(name)/>
        <TextField
            label=move || words().short_name
            help=move || words().short_name_help
            optional=true
            value=draft.short_name
            on_change=move |name: String| draft.short_name.set(name)
        />
    }
    .into_any()
}

/// The new place.
pub fn move_fields(draft: Draft) -> AnyView {
    let words = use_words(&UNITS);
    let lang = use_lang();
    let parents = Signal::derive(move || {
        draft.lens.ledger(|ledger| {
            let units = ledger.units.in_order().into_iter();
            let may = |unit: &&Unit| !kinds_below(unit.kind).is_empty() && unit.valid_to.is_none();
            units
                .filter(may)
                .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let sectors = Signal::derive(move || {
        let mut all = vec![Choice::new("", words().no_sector)];
        all.extend(sector_choices(draft.lens, lang()));
        all
    });
    view! {
        <SelectField
            label=move || words().parent
            choices=parents
            value=draft.parent
            on_change=move |id: String| draft.parent.set(id)
        />
        <SelectField
            label=move || words().sector
            choices=sectors
            value=draft.sector
            on_change=move |id: String| draft.sector.set(id)
        />
    }
    .into_any()
}

/// The successor.
pub fn close_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let choices = Signal::derive(move || {
        let mut all = vec![Choice::new("", w().no_successor)];
        all.extend(draft.units(&[draft.id()]));
        all
    });
    view! {
        <SelectField
            label=move || w().successor
            choices=choices
            value=draft.into
            on_change=move |id: String| draft.into.set(id)
        />
    }
    .into_any()
}
