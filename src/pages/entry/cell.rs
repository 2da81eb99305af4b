//! A cell of figures in the sheet: a text, and where it is active an input in its place.

use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::input::{CellInput, Stands};
use super::kept::Kept;
use super::keys::in_sheet;
use super::legend::{kept_mark, mark};
use super::pointer::DrawHandle;
use super::row::{Look, RowFigures, ShownCell};
use crate::i18n::entry::{ENTRY, Entry, before_value, cell_label};
use crate::model::measure::ValueType;
use crate::state::preferences::{use_lang, use_words};

/// What is said of a cell beside its value: whether it was understood, whether it is saved.
pub fn state_words(words: &Entry, shown: &ShownCell, kept: Kept) -> String {
    let look = match shown.look {
        Look::Invalid => words.invalid,
        Look::Flagged => words.suspicious,
        Look::Conflicting => words.conflicting,
        Look::Explained => words.explained,
        Look::NotAsked => words.not_asked,
        Look::Empty | Look::Value => "",
    };
    let kept = match kept {
        Kept::Rejected if shown.text.is_empty() => words.rejected_empty,
        kept => kept.words(words),
    };
    match (look, kept) {
        ("", kept) => kept.to_owned(),
        (look, "") => look.to_owned(),
        (look, kept) => format!("{look}; {kept}"),
    }
}

/// A cell of figures.
pub fn cell_view(
    desk: Desk,
    spot: Spot,
    row: Memo<RowFigures>,
    selected: Memo<Option<(usize, usize)>>,
    begins: bool,
) -> AnyView {
    let w = use_words(&ENTRY);
    let value = desk.value_type(spot).unwrap_or_default();
    let shown = desk.shown_cell(spot, row);
    let look = Memo::new(move |_| shown.with(|shown| shown.look));
    let written = desk.written(spot);
    let active = move || desk.is_active(spot);
    let is_selected = move || {
        selected
            .get()
            .is_some_and(|(first, end)| (first..end).contains(&spot.column))
    };
    let class = move || {
        let mut class = String::from("sheet__cell");
        let shown = shown.read();
        match shown.look {
            Look::Invalid => class.push_str(" sheet__cell--invalid"),
            Look::Flagged => class.push_str(" sheet__cell--flagged"),
            Look::NotAsked => class.push_str(" sheet__cell--not-asked"),
            Look::Conflicting => class.push_str(" sheet__cell--conflicting"),
            Look::Explained => class.push_str(" sheet__cell--explained"),
            Look::Empty | Look::Value => {}
        }
        class.push_str(written.get().class());
        if shown.noted {
            class.push_str(" sheet__cell--noted");
        }
        if matches!(value, ValueType::Text | ValueType::Level) {
            class.push_str(" sheet__cell--words");
        }
        if matches!(value, ValueType::Done) {
            class.push_str(" sheet__cell--mark");
        }
        if begins {
            class.push_str(" sheet__begins");
        }
        // In the same string: a class beside it would be lost whenever this one is written anew.
        if active() {
            class.push_str(" sheet__cell--active");
        }
        if is_selected() {
            class.push_str(" sheet__cell--selected");
        }
        class
    };
    let tip = move || {
        let words = shown.with(|shown| state_words(w(), shown, written.get()));
        (!words.is_empty()).then_some(words)
    };
    let content = move || {
        if active() {
            editor(desk, spot, shown, written)
        } else {
            let told = Some(written.get())
                .filter(|kept| kept.needs_someone())
                .unwrap_or_default();
            let state = shown.with(|shown| match (shown.look, told) {
                (Look::Empty | Look::Value, Kept::Settled) => None,
                _ => Some(state_words(w(), shown, told)),
            });
            let text = shown.with(|shown| shown.text.clone());
            view! {
                <span>{text}</span>
                {state.map(|state| view! { <span class="sr-only">{state}</span> })}
            }
            .into_any()
        }
    };
    view! {
        <td
            role="gridcell"
            class=class
            data-spot=format!("{}:{}", spot.unit, spot.column)
            aria-colindex=(spot.column + 2).to_string()
            aria-invalid=move || (shown.with(|shown| shown.look) == Look::Invalid).then_some("true")
            aria-selected=move || is_selected().then_some("true")
            title=tip
        >
            {content}
            {move || kept_mark(written.get()).or_else(|| mark(look.get()))}
        </td>
    }
    .into_any()
}

/// The input of the active cell, with the figure of the period before at its right.
fn editor(desk: Desk, spot: Spot, shown: Memo<ShownCell>, written: Memo<Kept>) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let label = Signal::derive(move || {
        let (unit, column) = desk.plan.with_value(|plan| {
            let unit = plan.units.get(spot.unit).map(|unit| unit.name.clone());
            let column = plan
                .column_name(spot.column)
                .map(|name| name.in_lang(lang()).to_owned());
            (unit.unwrap_or_default(), column.unwrap_or_default())
        });
        shown.with(|shown| {
            let mut state = state_words(w(), shown, written.get());
            if !shown.before.is_empty() {
                if !state.is_empty() {
                    state.push_str(", ");
                }
                state.push_str(&before_value(lang(), &shown.before));
            }
            let value = if shown.text.is_empty() { w().empty } else { &shown.text };
            cell_label(&unit, &column, value, &state)
        })
    });
    view! {
        // The value stays in the cell below the input, so that the column keeps its width.
        <span class="sheet__under" aria-hidden="true">
            {move || shown.with(|shown| shown.text.clone())}
        </span>
        <CellInput
            desk
            spot
            shown
            stands=Stands::InSheet
            class="sheet__input"
            label
            described_by="sheet-line"
            on_key=in_sheet
        />
        <DrawHandle desk/>
        {move || {
            let before = shown.with(|shown| shown.before.clone());
            (!before.is_empty())
                .then(|| {
                    view! {
                        <span class="sheet__before" aria-hidden="true">
                            {before}
                        </span>
                    }
                })
        }}
    }
    .into_any()
}
