//! One question of the form of one unit: a label, a large field, what was entered before, what is wrong.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::cell::state_words;
use super::desk::{Desk, Spot};
use super::input::{CellInput, Stands};
use super::keys::would_change;
use super::legend::kept_mark;
use super::row::{Look, RowFigures, cell_text};
use crate::i18n::entry::{ENTRY, before_value, remedy};
use crate::model::measure::ValueType;
use crate::model::returns::{Cell, CellValue};
use crate::model::text::Lang;
use crate::report::period_name::capitalised;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;

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
    let asked = if is_divided { option.clone() } else { measure.clone() };
    let unit = Memo::new(move |_| Suffix::of(asked.in_lang(lang()), unit.in_lang(lang())));
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
    let lock = desk.locked(spot.unit);
    let control = match value {
        ValueType::Done | ValueType::Level => {
            let (id, note_id) = (id.clone(), note_id.clone());
            let is_read = Memo::new(move |_| lock.get().is_some());
            (move || match (is_read.get(), value) {
                (true, _) => read_only(desk, spot, row, &id, &note_id),
                (false, ValueType::Done) => done_control(desk, spot, row, &id),
                (false, _) => level_control(desk, spot, row, &id, &note_id),
            })
            .into_any()
        }
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
            <div class="question__answer" class:question__answer--long=move || unit.with(|unit| unit.is_long)>
                {control}
                {(value == ValueType::Count)
                    .then(|| view! { <span class="question__unit">{move || unit.with(|unit| unit.words.clone())}</span> })}
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
                    let kept = written.get();
                    (!state.is_empty())
                        .then(|| {
                            view! {
                                <span class="question__state" class:question__state--needs=kept.needs_someone()>
                                    {kept_mark(kept)}
                                    {capitalised(&state)}
                                    {kept
                                        .needs_someone()
                                        .then(|| view! { " · " <A to=Route::Sync>{w().to_sync}</A> })}
                                </span>
                            }
                        })
                }}
            </p>
        </div>
    }
}

/// What is counted, behind the field: nothing where the label says the same, below the field where it is long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Suffix {
    words: String,
    is_long: bool,
}

impl Suffix {
    fn of(label: &str, unit: &str) -> Suffix {
        if label.to_lowercase() == unit.to_lowercase() {
            return Suffix::default();
        }
        Suffix {
            words: unit.to_owned(),
            is_long: unit.chars().count() > LONG,
        }
    }
}

/// From how many letters on a counting unit takes more than two lines beside the field.
const LONG: usize = 28;

/// Enter goes on to the next question; Esc restores. Where answers are only read, typing says why.
fn answer_key(desk: Desk, event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    if would_change(desk, event) && desk.refuses(desk.active.get_untracked().unit) {
        event.prevent_default();
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

/// An answer that is chosen, where it is only read: its words, to be come to and copied like any other.
fn read_only(desk: Desk, spot: Spot, row: Memo<RowFigures>, id: &str, note_id: &str) -> AnyView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let answer = move || {
        let words = desk.column(spot, |column| {
            row.with(|row| match &row.found.as_ref()?.cells.get(&column.key)?.value {
                CellValue::Count(count) => Some(if *count == 0 { w().not_done } else { w().done }.to_owned()),
                CellValue::Level(level) => {
                    let found = column.levels.iter().find(|known| known.id == *level);
                    Some(found.map_or_else(|| level.to_string(), |it| it.label.in_lang(lang()).to_owned()))
                }
                _ => Some(cell_text(column, row.found.as_ref(), lang())),
            })
        });
        words.flatten().unwrap_or_default()
    };
    view! {
        <input
            id=id.to_owned()
            class="question__input question__input--words"
            type="text"
            readonly=true
            aria-describedby=note_id.to_owned()
            prop:value=answer
            on:focus=move |_| desk.come_to(spot)
            on:keydown=move |event| answer_key(desk, &event)
        />
    }
    .into_any()
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
