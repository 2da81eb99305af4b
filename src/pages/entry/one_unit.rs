//! The form of one unit: its name on top, one question a row, "Tiếp" moves on. Made for a phone, good anywhere.

use leptos::prelude::*;

use super::cell_findings::RowFindings;
use super::desk::{Desk, Spot};
use super::paper::{PaperDeeds, PaperHistory, PaperNotes};
use super::question::{Question, go_on};
use super::row::{Look, RowFigures, shown_cell};
use super::sheet::SheetColumn;
use super::totals::filled;
use crate::i18n::entry::{ENTRY, progress};
use crate::model::id::{CellKey, UnitId};
use crate::model::returns::ReturnStatus;
use crate::model::text::Lang;
use crate::pages::findings::said::CELL;
use crate::pages::findings::{ExplainDialog, use_explaining};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::router::{after_drawing, use_router};
use crate::ui::badge::ReturnBadge;
use crate::ui::bullet::ProgressBar;
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::field::{DateField, SelectField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;

/// Goes to the form of another unit of the plan.
fn go_to_unit(desk: Desk, place: usize) {
    desk.commit();
    if let Some(unit) = desk.unit(place) {
        let router = use_router();
        router.go(place_of(desk, Some(&unit)));
        request_animation_frame(|| {
            request_animation_frame(|| super::keys::focus(".question input, .question select"));
        });
    }
}

/// The address of a unit's form, or of the sheet of all units.
pub fn place_of(desk: Desk, unit: Option<&UnitId>) -> Place {
    let (form, period) = desk
        .plan
        .with_value(|plan| (plan.form.id.to_string(), plan.period.to_string()));
    let route = Route::Entry {
        form: Some(form),
        unit: unit.map(UnitId::to_string),
    };
    let mut place = use_router().place_untracked().at(route);
    place.period = Some(period);
    place
}

/// The column of the cell that the address names. A key that means a sum leads to the first cell of it that is filled, or
/// to the first one.
fn named_column(desk: Desk, row: &RowFigures) -> Option<usize> {
    let here = use_router().place_untracked();
    let key = CellKey::new(here.filter(CELL)?);
    let entered = desk.lens.catalogue(|catalogue| catalogue.entered(&key, None));
    let filled = |key: &CellKey| row.found.as_ref().is_some_and(|found| found.cells.contains_key(key));
    let named = entered.iter().find(|key| filled(key)).or(entered.first())?;
    desk.plan
        .with_value(|plan| plan.sheet.columns.iter().position(|column| column.key == *named))
}

/// Puts the focus on a question, after the router has put it on the heading.
fn begin_at(column: usize) {
    let selector = format!("[data-column='{column}'] input, [data-column='{column}'] select");
    after_drawing(|| request_animation_frame(move || super::keys::focus(&selector)));
}

/// The form of one unit.
#[component]
pub fn OneUnit(
    /// The desk.
    desk: Desk,
    /// The unit's place in the plan.
    place: usize,
) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let row = desk.row(place);
    let form = use_explaining(desk.lens);
    let column = row.with_untracked(|row| named_column(desk, row));
    desk.active.set(Spot {
        unit: place,
        column: column.unwrap_or(0),
    });
    if let Some(column) = column {
        begin_at(column);
    }
    let done = Memo::new(move |_| desk.plan.with_value(|plan| row.with(|row| filled(&plan.sheet, row))));
    let status = Signal::derive(move || {
        row.with(|row| {
            row.found
                .as_ref()
                .filter(|found| found.has_values() || found.status != ReturnStatus::Draft)
                .map(|found| found.status.clone())
        })
    });
    let units = desk.plan.with_value(|plan| plan.units.len());
    let choices = move || {
        desk.plan.with_value(|plan| {
            let units = plan.units.iter().enumerate();
            units
                .map(|(place, unit)| Choice::new(place.to_string(), unit.name.clone()))
                .collect::<Vec<_>>()
        })
    };
    let lock = desk.locked(place);
    let is_read = Memo::new(move |_| lock.get().is_some());
    let name = desk
        .plan
        .with_value(|plan| plan.units.get(place).map(|unit| unit.name.clone()));
    let asks_date = desk.plan.with_value(|plan| plan.form.as_of);
    let as_of = Signal::derive(move || row.with(|row| row.found.as_ref().and_then(|found| found.as_of)));
    let next = move || {
        desk.commit();
        let here = document().active_element().and_then(|element| {
            use wasm_bindgen::JsCast;
            element.dyn_into::<web_sys::HtmlElement>().ok()
        });
        let in_question = here
            .as_ref()
            .is_some_and(|here| here.closest(".question").ok().flatten().is_some());
        go_on(here.as_ref().filter(|_| in_question));
    };
    view! {
        <div class="one-unit">
            {(units == 1).then(|| view! { <p class="one-unit__head one-unit__name">{name}</p> })}
            {(units > 1).then(|| view! { <div class="one-unit__head">
                <IconButton
                    icon=IconName::Back
                    label=move || w().previous_unit
                    disabled=place == 0
                    on_press=move || go_to_unit(desk, place.wrapping_sub(1))
                />
                <SelectField
                    label=move || w().unit
                    choices=Signal::derive(choices)
                    value=place.to_string()
                    compact=true
                    on_change=move |chosen: String| {
                        if let Ok(chosen) = chosen.parse() {
                            go_to_unit(desk, chosen);
                        }
                    }
                />
                <IconButton
                    icon=IconName::Forward
                    label=move || w().next_unit
                    disabled={place + 1 >= units}
                    on_press=move || go_to_unit(desk, place + 1)
                />
            </div> })}
            <PaperNotes status/>
            <div class="one-unit__questions">
                {asks_date
                    .then(|| {
                        view! {
                            <div class="question question--date">
                                <DateField
                                    label=move || w().as_of
                                    value=as_of
                                    on_change=move |date| desk.set_as_of(place, date)
                                    optional=true
                                    readonly=is_read
                                />
                            </div>
                        }
                    })}
                {questions(desk, place, row)}
                <PaperHistory desk place/>
            </div>
            <RowFindings desk row form/>
            <ExplainDialog form/>
            <div class="one-unit__foot" class:one-unit__foot--read=is_read>
                <ReturnBadge status=status late=desk.late/>
                // Where answers are only read there is nothing to do and nothing to come to.
                {move || {
                    (!is_read.get())
                        .then(|| {
                            view! {
                                <ProgressBar
                                    label=move || w().title
                                    done=move || u32::try_from(done.get().filled).unwrap_or(u32::MAX)
                                    whole=move || u32::try_from(done.get().of).unwrap_or(u32::MAX)
                                    text=move || progress(lang(), done.get().filled, done.get().of)
                                />
                                <div class="row row--end">
                                    <PaperDeeds desk place status/>
                                    // A press must not take the focus from the question: "next" starts from it.
                                    <div on:pointerdown=|event| event.prevent_default()>
                                        <Button label=move || w().next kind=ButtonKind::Primary on_press=next/>
                                    </div>
                                </div>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// The questions under the headings of their sections. A measure with options is named once, above them, unless it is all
/// there is in its section, which then names it.
fn questions(desk: Desk, place: usize, row: Memo<RowFigures>) -> AnyView {
    let lang = use_lang();
    let columns = desk.plan.with_value(|plan| plan.sheet.columns.clone());
    let mut before: Option<SheetColumn> = None;
    let all = columns.clone();
    let is_alone = move |column: &SheetColumn| {
        let others = all.iter().filter(|other| other.section == column.section);
        others.clone().all(|other| other.key.measure() == column.key.measure())
    };
    // What the unit is not asked for is no question, as long as nothing stands in it.
    let asked =
        |column: &SheetColumn| row.with_untracked(|row| shown_cell(column, row, Lang::Vi).look != Look::NotAsked);
    columns
        .into_iter()
        .enumerate()
        .filter(|(_, column)| asked(column))
        .map(|(at, column)| {
            let new_section = before.as_ref().is_none_or(|before| before.section != column.section);
            let new_measure = before
                .as_ref()
                .is_none_or(|before| before.key.measure() != column.key.measure());
            let is_alone = is_alone(&column);
            before = Some(column.clone());
            let SheetColumn {
                section,
                measure,
                option,
                help,
                ..
            } = column;
            let section = new_section.then(|| {
                view! { <h2 class="one-unit__section">{move || section.in_lang(lang()).to_owned()}</h2> }
            });
            let measure = (new_measure && !option.vi.is_empty()).then(|| {
                view! {
                    {(!is_alone)
                        .then(|| view! { <h3 class="one-unit__measure">{move || measure.in_lang(lang()).to_owned()}</h3> })}
                    <p class="one-unit__help">{move || help.as_ref().map(|help| help.in_lang(lang()).to_owned())}</p>
                }
            });
            view! {
                {section}
                {measure}
                <Question desk spot=Spot { unit: place, column: at } row/>
            }
        })
        .collect_view()
        .into_any()
}
