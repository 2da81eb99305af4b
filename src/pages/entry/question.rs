//! One question of the form of one unit: a label, a large field, what was entered before, what is wrong.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::cell::state_words;
use super::desk::{Desk, Spot};
use super::input::{CellInput, Stands};
use super::row::{Look, RowFigures};
use crate::i18n::entry::{ENTRY, before_value, remedy};
use crate::model::measure::ValueType;
use crate::model::returns::{Cell, CellValue};
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};

/// A question.
#[component]
pub fn Question(
    /// The desk.
    desk: Desk,
    /// The cell it asks for.
    spot: Spot,
    /// The unit's figures.
    row: Memo<RowFigures>,
) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let value = desk.value_type(spot).unwrap_or_default();
    let shown = desk.shown_cell(spot, row);
    let written = desk.written(spot);
    let id = new_id("question");
    let note_id = format!("{id}-note");
    let (measure, option, unit, help) = desk
        .column(spot, |column| {
            let divided = !column.option.vi.is_empty();
            (
                column.measure.clone(),
                column.option.clone(),
                column.counting_unit.clone(),
                // Above the options of a measure the help is said once for all.
                column.help.clone().filter(|_| !divided),
            )
        })
        .unwrap_or_default();
    let is_divided = !option.vi.is_empty();
    let name = move || {
        let measure = measure.in_lang(lang()).to_owned();
        if is_divided {
            let option = option.in_lang(lang()).to_owned();
            view! {
                <span class="sr-only">{measure} " – "</span>
                {option}
            }
            .into_any()
        } else {
            measure.into_any()
        }
    };
    let note = move || {
        let shown = shown.read();
        if let Some(problem) = shown.problem {
            return Some((remedy(lang(), problem), true));
        }
        if shown.look == Look::Flagged {
            let key = desk
                .plan
                .with_value(|plan| plan.sheet.columns.get(spot.column).map(|column| column.key.clone()))?;
            let said = row.with(|row| row.open_flags_of(&key).next().map(|flag| flag.told(lang())));
            return said.map(|said| (said, true));
        }
        help.as_ref().map(|help| (help.in_lang(lang()).to_owned(), false))
    };
    let control = match value {
        ValueType::Done => done_control(desk, spot, row, &id),
        ValueType::Level => level_control(desk, spot, row, &id, &note_id),
        _ => view! {
            <CellInput
                desk
                spot
                shown
                stands=Stands::InQuestion
                id=id.clone()
                class="question__input"
                described_by=note_id.clone()
                on_key=answer_key
            />
        }
        .into_any(),
    };
    let state = move || shown.with(|shown| state_words(w(), shown, written.get()));
    view! {
        <div
            class="question"
            data-column=spot.column.to_string()
            class:question--wrong=move || shown.with(|shown| matches!(shown.look, Look::Invalid | Look::Flagged))
        >
            <label class="question__label" for=id.clone() id=format!("{id}-label")>
                {name}
            </label>
            <div class="question__answer">
                {control}
                {(value == ValueType::Count)
                    .then(|| view! { <span class="question__unit">{move || unit.in_lang(lang()).to_owned()}</span> })}
            </div>
            <p class="question__note" id=note_id aria-live="polite">
                {move || {
                    note()
                        .map(|(text, wrong)| {
                            view! {
                                <span class:question__error=wrong>
                                    {wrong.then(|| view! { <Icon name=IconName::Warning small=true/> })}
                                    {text}
                                </span>
                            }
                        })
                }}
                {move || {
                    let before = shown.with(|shown| shown.before.clone());
                    (!before.is_empty())
                        .then(|| view! { <span class="question__before">{before_value(lang(), &before)}</span> })
                }}
                {move || {
                    let state = state();
                    (!state.is_empty()).then(|| view! { <span class="question__state">{state}</span> })
                }}
            </p>
        </div>
    }
}

/// Enter goes on to the next question; Esc restores.
fn answer_key(desk: Desk, event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            desk.commit();
            let from = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            go_on(from.as_ref());
        }
        "Escape" => {
            event.prevent_default();
            desk.restore();
        }
        "z" | "Z" if (event.ctrl_key() || event.meta_key()) && desk.draft.with_untracked(Option::is_none) => {
            event.prevent_default();
            if event.shift_key() {
                desk.redo();
            } else {
                desk.undo();
            }
        }
        _ => {}
    }
}

/// Puts the focus on the question after this element, or on the form's own button after the last one.
pub fn go_on(from: Option<&HtmlElement>) {
    let Ok(found) = document().query_selector_all(".question input, .question select, #unit-next") else {
        return;
    };
    let all: Vec<HtmlElement> = (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok())
        .collect();
    let here = from.and_then(|from| all.iter().position(|element| element == from));
    // Of a question with two radio buttons, the next question is the one after both.
    let name = |element: &HtmlElement| element.get_attribute("name");
    let own = from.and_then(name);
    let next = all
        .iter()
        .skip(here.map_or(0, |here| here + 1))
        .find(|element| own.is_none() || name(element) != own);
    if let Some(next) = next {
        let _ = next.focus();
    }
}

/// Done or not done: two radio buttons, large enough for a thumb.
fn done_control(desk: Desk, spot: Spot, row: Memo<RowFigures>, id: &str) -> AnyView {
    let w = use_words(&ENTRY);
    let key = desk
        .plan
        .with_value(|plan| plan.sheet.columns.get(spot.column).map(|column| column.key.clone()));
    let now = Memo::new(move |_| {
        row.with(|row| {
            let cell = row.found.as_ref()?.cells.get(key.as_ref()?)?;
            cell.quantity().map(|quantity| quantity.count)
        })
    });
    let part = move |count: u64, id: Option<String>, name: String| {
        let word = move || if count == 1 { w().done } else { w().not_done };
        view! {
            <label class="question__choice">
                <input
                    id=id
                    type="radio"
                    name=name
                    prop:checked=move || now.get() == Some(count)
                    on:change=move |_| desk.put(spot, Some(Cell::count(count)))
                    on:keydown=move |event| answer_key(desk, &event)
                />
                <span>{word}</span>
            </label>
        }
    };
    let name = format!("{id}-choice");
    view! {
        <div class="question__choices" role="radiogroup" aria-labelledby=format!("{id}-label")>
            {part(1, Some(id.to_owned()), name.clone())}
            {part(0, None, name)}
        </div>
    }
    .into_any()
}

/// One of the levels, from the system's own list.
fn level_control(desk: Desk, spot: Spot, row: Memo<RowFigures>, id: &str, note_id: &str) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let (key, levels) = desk.plan.with_value(|plan| {
        let column = plan.sheet.columns.get(spot.column);
        (
            column.map(|column| column.key.clone()),
            column.map(|column| column.levels.clone()).unwrap_or_default(),
        )
    });
    let now = Memo::new(move |_| {
        row.with(|row| match &row.found.as_ref()?.cells.get(key.as_ref()?)?.value {
            CellValue::Level(level) => Some(level.to_string()),
            _ => None,
        })
    });
    let options = move || {
        let lang: Lang = lang();
        levels
            .iter()
            .map(|level| {
                let id = level.id.to_string();
                let selected = now.get().as_ref() == Some(&id);
                view! {
                    <option value=id selected=selected>
                        {level.label.in_lang(lang).to_owned()}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <select
            id=id.to_owned()
            class="question__input question__input--words"
            aria-describedby=note_id.to_owned()
            on:change=move |event| {
                let chosen = event_target_value(&event);
                let cell = (!chosen.is_empty()).then(|| Cell::from(CellValue::Level(chosen.as_str().into())));
                desk.put(spot, cell);
            }
            on:keydown=move |event| answer_key(desk, &event)
        >
            <option value="">{move || w().choose}</option>
            {options}
        </select>
    }
    .into_any()
}
