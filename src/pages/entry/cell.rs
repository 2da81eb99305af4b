//! A cell of the sheet: a text, and where it is active an input in its place.

use leptos::html;
use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::keys::handle;
use super::row::{Look, RowFigures, ShownCell, is_numeric, shown_cell};
use crate::i18n::entry::{ENTRY, Entry, before_value, cell_label};
use crate::model::measure::ValueType;
use crate::model::returns::ReturnStatus;
use crate::state::preferences::{use_lang, use_words};
use crate::store::desk::FieldState;
use crate::ui::badge::ReturnBadge;

/// What is said of a cell beside its value: whether it was understood, whether it is saved.
pub fn state_words(words: &Entry, shown: &ShownCell, written: FieldState) -> String {
    let look = match shown.look {
        Look::Invalid => words.invalid,
        Look::Flagged => words.suspicious,
        Look::Empty | Look::Value => "",
    };
    let kept = match written {
        FieldState::Waiting => words.saving,
        FieldState::OnDevice => words.on_device,
        FieldState::Settled => "",
    };
    match (look, kept) {
        ("", kept) => kept.to_owned(),
        (look, "") => look.to_owned(),
        (look, kept) => format!("{look}; {kept}"),
    }
}

/// A cell of figures.
pub fn cell_view(desk: Desk, spot: Spot, row: Memo<RowFigures>, begins: bool) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let value = desk.value_type(spot).unwrap_or_default();
    let shown = Memo::new(move |_| {
        let lang = lang();
        desk.plan.with_value(|plan| {
            plan.sheet
                .columns
                .get(spot.column)
                .map(|column| row.with(|row| shown_cell(column, row, lang)))
                .unwrap_or_default()
        })
    });
    let field = desk.field(spot);
    let written = Memo::new(move |_| desk.field_state(field.as_ref()));
    let active = move || desk.is_active(spot);
    let class = move || {
        let mut class = String::from("sheet__cell");
        let shown = shown.read();
        match shown.look {
            Look::Invalid => class.push_str(" sheet__cell--invalid"),
            Look::Flagged => class.push_str(" sheet__cell--flagged"),
            Look::Empty | Look::Value => {}
        }
        match written.get() {
            FieldState::Waiting => class.push_str(" sheet__cell--saving"),
            FieldState::OnDevice => class.push_str(" sheet__cell--unsent"),
            FieldState::Settled => {}
        }
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
        class
    };
    let tip = move || {
        let words = shown.with(|shown| state_words(w(), shown, written.get()));
        (!words.is_empty()).then_some(words)
    };
    let content = move || {
        if active() {
            editor(desk, spot, value, shown, written)
        } else {
            let state = shown.with(|shown| match shown.look {
                Look::Invalid | Look::Flagged => Some(state_words(w(), shown, FieldState::Settled)),
                _ => None,
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
            title=tip
        >
            {content}
        </td>
    }
    .into_any()
}

/// The input of the active cell, with the figure of the period before at its right.
fn editor(desk: Desk, spot: Spot, value: ValueType, shown: Memo<ShownCell>, written: Memo<FieldState>) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let node = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = node.get()
            && desk.grabs.get_value()
        {
            let _ = input.focus();
            input.select();
        }
    });
    // After Enter or F2 the caret stands behind the text; what is not being edited is selected as a whole, so that
    // typing replaces it.
    Effect::new(move || {
        let caret = desk.draft.with(|draft| {
            draft
                .as_ref()
                .filter(|draft| draft.spot == spot)
                .map(|draft| draft.caret)
        });
        if let Some(input) = node.get_untracked()
            && document().active_element().as_ref() == Some(input.as_ref())
        {
            match caret {
                Some(true) => {
                    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(0);
                    if input.selection_start().ok().flatten() == Some(0) {
                        let _ = input.set_selection_range(end, end);
                    }
                }
                Some(false) => {}
                None => input.select(),
            }
        }
    });
    let label = move || {
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
    };
    view! {
        // The value stays in the cell below the input, so that the column keeps its width.
        <span class="sheet__under" aria-hidden="true">
            {move || shown.with(|shown| shown.text.clone())}
        </span>
        <input
            node_ref=node
            class="sheet__input"
            type="text"
            inputmode=if is_numeric(value) { "numeric" } else { "text" }
            enterkeyhint="next"
            autocomplete="off"
            spellcheck="false"
            aria-label=label
            aria-describedby="sheet-line"
            prop:value=move || desk.text(spot, || shown.with(|shown| shown.text.clone()))
            on:input=move |event| desk.type_into(spot, event_target_value(&event))
            on:focus=move |_| {
                if let Some(input) = node.get_untracked() {
                    input.select();
                }
            }
            on:blur=move |_| desk.commit()
            on:keydown=move |event| {
                if handle(desk, &event) {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }
        />
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

/// The last cell of a row: how far its return has come; Enter or a press hands it in or takes it back.
pub fn state_cell(desk: Desk, place: usize, row: Memo<RowFigures>) -> AnyView {
    let w = use_words(&ENTRY);
    let spot = Spot {
        unit: place,
        column: desk.columns(),
    };
    let status = Memo::new(move |_| {
        row.with(|row| {
            row.found
                .as_ref()
                .filter(|found| found.has_values() || found.status != ReturnStatus::Draft)
                .map(|found| found.status.clone())
        })
    });
    let node = NodeRef::<html::Button>::new();
    let active = move || desk.is_active(spot);
    Effect::new(move || {
        if active()
            && desk.grabs.get_value()
            && let Some(button) = node.get()
        {
            let _ = button.focus();
        }
    });
    let verb = move || match status.get() {
        Some(ReturnStatus::Draft | ReturnStatus::SentBack(_)) => Some(w().submit),
        Some(ReturnStatus::Submitted) => Some(w().reopen),
        _ => None,
    };
    let name = desk.unit_name(place);
    let label = move || format!("{name}, {}: {}", w().status, verb().unwrap_or(w().no_deed));
    let press = move |_| {
        desk.go_to(spot);
        match status.get_untracked() {
            Some(ReturnStatus::Draft | ReturnStatus::SentBack(_)) => {
                desk.set_status(&[place], &ReturnStatus::Submitted);
            }
            Some(ReturnStatus::Submitted) => desk.set_status(&[place], &ReturnStatus::Draft),
            _ => {}
        }
    };
    view! {
        <td
            role="gridcell"
            class="sheet__cell sheet__state sheet__begins"
            data-spot=format!("{}:{}", spot.unit, spot.column)
            aria-colindex=(spot.column + 2).to_string()
        >
            <ReturnBadge status=status late=desk.late/>
            <button
                node_ref=node
                type="button"
                class="sheet__deed"
                tabindex=move || if active() { "0" } else { "-1" }
                aria-label=label
                on:click=press
                on:keydown=move |event| {
                    if handle(desk, &event) {
                        event.prevent_default();
                        event.stop_propagation();
                    }
                }
            >
                {verb}
            </button>
        </td>
    }
    .into_any()
}
