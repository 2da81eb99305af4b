//! The panel of the active cell: how exact its count is, its note, what it was before, what happened to it.

use leptos::prelude::*;

use super::cell_findings::CellFindings;
use super::desk::{Desk, Spot};
use super::history::History;
use super::keys::focus;
use super::row::ShownCell;
use crate::i18n::entry::{ENTRY, Entry, qualifier_word};
use crate::i18n::ui::UI;
use crate::model::measure::ValueType;
use crate::model::quantity::Qualifier;
use crate::model::returns::Cell;
use crate::pages::findings::Explaining;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::IconButton;
use crate::ui::field::{DateField, SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;

const QUALIFIERS: [(&str, Qualifier); 4] = [
    ("exact", Qualifier::Exact),
    ("at_least", Qualifier::AtLeast),
    ("more_than", Qualifier::MoreThan),
    ("about", Qualifier::About),
];

/// The panel. It stands beside the sheet on a wide screen, below it on a narrow one.
#[component]
pub fn CellPanel(
    /// The desk.
    desk: Desk,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let w = use_words(&ENTRY);
    let ui = use_words(&UI);
    view! {
        <aside
            id="cell-panel"
            class="cell-panel"
            aria-label=move || w().details
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    back_to_sheet(desk);
                }
            }
        >
            <header class="cell-panel__head">
                <h2>{move || w().details}</h2>
                <IconButton
                    icon=IconName::Close
                    label=move || ui().close
                    on_press=move || {
                        back_to_sheet(desk);
                        desk.panel.set(false);
                    }
                />
            </header>
            {move || {
                let spot = desk.active.get();
                match desk.value_type(spot).filter(|_| desk.group_at(spot.unit).is_none()) {
                    Some(value) => details(desk, spot, value, form),
                    None => view! { <p class="muted">{move || w().details_none}</p> }.into_any(),
                }
            }}
        </aside>
    }
}

fn back_to_sheet(desk: Desk) {
    desk.grabs.set_value(true);
    focus(".sheet__cell--active input, .sheet__cell--active button");
}

fn details(desk: Desk, spot: Spot, value: ValueType, form: Explaining) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let row = desk.row(spot.unit);
    let key = desk
        .plan
        .with_value(|plan| plan.sheet.columns.get(spot.column).map(|column| column.key.clone()));
    let Some(key) = key else {
        return ().into_any();
    };
    let cell = Memo::new({
        let key = key.clone();
        move |_| row.with(|row| row.found.as_ref().and_then(|found| found.cells.get(&key)).cloned())
    });
    let shown_now = desk.shown_cell(spot, row);
    let lock = desk.locked(spot.unit);
    let (unit, name, counting_unit, help) = desk.plan.with_value(|plan| {
        let column = plan.sheet.columns.get(spot.column);
        (
            plan.units
                .get(spot.unit)
                .map(|unit| unit.name.clone())
                .unwrap_or_default(),
            column.map(|column| column.name.clone()).unwrap_or_default(),
            column.map(|column| column.counting_unit.clone()).unwrap_or_default(),
            column.and_then(|column| column.help.clone()),
        )
    });
    let counted_in = counting_unit.clone();
    let change = move |with: &dyn Fn(&mut Cell)| {
        if let Some(mut cell) = cell.get_untracked() {
            with(&mut cell);
            desk.put(spot, Some(cell));
        }
    };
    let is_count = move || cell.with(|cell| cell.as_ref().is_some_and(|cell| cell.quantity().is_some()));
    let qualifier = move || {
        let now = cell.with(|cell| cell.as_ref().map(|cell| cell.qualifier).unwrap_or_default());
        let (id, _) = QUALIFIERS
            .iter()
            .find(|(_, qualifier)| *qualifier == now)
            .unwrap_or(&QUALIFIERS[0]);
        (*id).to_owned()
    };
    let exactness = move || {
        let found = cell.with(|cell| cell.as_ref().map(|cell| cell.qualifier));
        let found = found.filter(|found| is_count() && *found != Qualifier::Exact);
        found.map(|found| qualifier_word(w(), found))
    };
    let qualifiers = move || {
        QUALIFIERS
            .iter()
            .map(|(id, qualifier)| Choice::new(*id, qualifier_word(w(), *qualifier)))
            .collect::<Vec<_>>()
    };
    let note = move || cell.with(|cell| cell.as_ref().map(|cell| cell.note.clone()).unwrap_or_default());
    let has_value = move || cell.with(Option::is_some);
    let asks_date = desk.plan.with_value(|plan| plan.form.as_of);
    let as_of = Signal::derive(move || row.with(|row| row.found.as_ref().and_then(|found| found.as_of)));
    view! {
        <div class="cell-panel__body">
            <p class="cell-panel__what">
                <strong>{unit}</strong>
                <span>{move || name.in_lang(lang()).to_owned()}</span>
                {move || help.as_ref().map(|help| view! { <span class="muted">{help.in_lang(lang()).to_owned()}</span> })}
            </p>
            <dl class="cell-panel__values">
                <dt>{move || w().now}</dt>
                <dd>{move || value_line(w(), value, &shown_now.read(), counting_unit.in_lang(lang()))}</dd>
                {(value == ValueType::Count)
                    .then(|| {
                        let counting_unit = counted_in.clone();
                        view! {
                            <dt>{move || w().counts}</dt>
                            <dd>{move || counting_unit.in_lang(lang()).to_owned()}</dd>
                        }
                    })}
                <dt>{move || w().before}</dt>
                <dd>{move || before_line(w(), &shown_now.read())}</dd>
                {move || {
                    let noted = note();
                    let said = exactness();
                    lock.get()
                        .is_some()
                        .then(|| {
                            view! {
                                {said.map(|said| view! { <dt>{w().qualifier}</dt> <dd>{said}</dd> })}
                                {(!noted.is_empty()).then(|| view! { <dt>{w().note}</dt> <dd>{noted}</dd> })}
                            }
                        })
                }}
            </dl>
            <CellFindings desk spot row form/>
            {move || {
                (value == ValueType::Count && is_count() && lock.get().is_none())
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().qualifier
                                choices=Signal::derive(qualifiers)
                                value=Signal::derive(qualifier)
                                on_change=move |id: String| {
                                    let chosen = QUALIFIERS.iter().find(|(name, _)| *name == id);
                                    if let Some((_, qualifier)) = chosen {
                                        change(&|cell: &mut Cell| cell.qualifier = *qualifier);
                                    }
                                }
                            />
                        }
                    })
            }}
            {move || {
                (has_value() && lock.get().is_none())
                    .then(|| {
                        view! {
                            <NoteField
                                value=Signal::derive(note)
                                on_change=Callback::new(move |(note,): (String,)| {
                                    change(&|cell: &mut Cell| cell.note.clone_from(&note));
                                })
                            />
                        }
                    })
            }}
            {asks_date
                .then(|| {
                    view! {
                        <DateField
                            label=move || w().as_of
                            value=as_of
                            on_change=move |date| desk.set_as_of(spot.unit, date)
                            optional=true
                            readonly=Signal::derive(move || lock.get().is_some())
                        />
                    }
                })}
            <section class="cell-panel__history">
                <h3>{move || w().history}</h3>
                <History desk spot/>
            </section>
        </div>
    }
    .into_any()
}

/// A note: what is typed is taken in when the field is left, not letter by letter.
#[component]
fn NoteField(value: Signal<String>, on_change: Callback<(String,)>) -> impl IntoView {
    let w = use_words(&ENTRY);
    let typed = RwSignal::new(None::<String>);
    let take = move || {
        if let Some(text) = typed.try_get_untracked().flatten() {
            typed.set(None);
            if text.trim() != value.get_untracked() {
                on_change.run((text.trim().to_owned(),));
            }
        }
    };
    on_cleanup(take);
    view! {
        <div on:focusout=move |_| take()>
            <TextField
                label=move || w().note
                help=move || w().note_help
                value=move || typed.get().unwrap_or_else(|| value.get())
                on_change=move |text| typed.set(Some(text))
                optional=true
            />
        </div>
    }
}

fn value_line(words: &Entry, value: ValueType, shown: &ShownCell, counting_unit: &str) -> String {
    match (value, shown.text.as_str()) {
        (_, "") => words.empty.to_owned(),
        (ValueType::Done, "✓") => words.done.to_owned(),
        (ValueType::Done, "–") => words.not_done.to_owned(),
        (ValueType::Count, text) if shown.problem.is_none() => format!("{text} {counting_unit}"),
        (_, text) => text.to_owned(),
    }
}

fn before_line(words: &Entry, shown: &ShownCell) -> String {
    if shown.before.is_empty() {
        words.empty.to_owned()
    } else {
        shown.before.clone()
    }
}
