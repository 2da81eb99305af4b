//! On a phone: the units with how far each is, one press from its form.

use leptos::prelude::*;

use super::desk::Desk;
use super::one_unit::place_of;
use super::tools::RowTools;
use super::totals::filled;
use crate::i18n::entry::{ENTRY, progress};
use crate::model::returns::ReturnStatus;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::ReturnBadge;
use crate::ui::link::A;
use crate::ui::windowed::{Windowed, WindowedRows, list_gap};

/// The list.
#[component]
pub fn UnitList(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let rows = Signal::derive(move || desk.shown.with(Vec::len));
    let windowed = Windowed::new(rows, Signal::stored(None));
    view! {
        <div class="entry__tools">
            <RowTools desk/>
        </div>
        <div node_ref=windowed.frame>
            <ul class="unit-list" aria-label=move || w().unit>
                <WindowedRows
                    windowed
                    key=move |row| desk.shown.with(|shown| shown.get(row).copied())
                    row=move |row, place| item(desk, row, place)
                    gap=list_gap
                />
            </ul>
        </div>
    }
}

fn item(desk: Desk, row: usize, place: usize) -> AnyView {
    let lang = use_lang();
    let figures = desk.row(place);
    let Some(unit) = desk.unit(place) else {
        return ().into_any();
    };
    let done = Memo::new(move |_| {
        desk.plan
            .with_value(|plan| figures.with(|row| filled(&plan.sheet, row)))
    });
    let status = Signal::derive(move || {
        figures.with(|row| {
            row.found
                .as_ref()
                .filter(|found| found.has_values() || found.status != ReturnStatus::Draft)
                .map(|found| found.status.clone())
        })
    });
    view! {
        <li
            data-row=row.to_string()
            aria-posinset=(row + 1).to_string()
            aria-setsize=move || desk.shown.with(Vec::len).to_string()
        >
            <A to=place_of(desk, Some(&unit)) class="unit-list__link">
                <span class="unit-list__name">{desk.unit_name(place)}</span>
                <span class="unit-list__state">
                    <ReturnBadge status=status late=desk.late/>
                    <span class="muted">{move || progress(lang(), done.get().filled, done.get().of)}</span>
                </span>
            </A>
        </li>
    }
    .into_any()
}
