//! On a phone: the units with how many of their returns are in; a press shows the papers of one.

use super::Seen;
use super::look::StateBadge;
use crate::i18n::returns::RETURNS;
use crate::model::sort::SmallSort;
use crate::pages::returns::figures::units_of;
use crate::report::sentence::returns::returns_sum;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::windowed::{Windowed, WindowedRows, list_gap};
use leptos::prelude::*;

/// The list, those who owe something first.
#[component]
pub fn UnitList(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    let units = Memo::new(move |_| {
        let mut units = seen.lines.with(|lines| units_of(lines));
        seen.matrix.with(|matrix| {
            let all = 0..matrix.papers.len();
            units.small_sort_by_key(|place| matrix.sum_of(*place, all.clone()).owed() == 0);
        });
        units
    });
    let rows = Signal::derive(move || units.with(Vec::len));
    let windowed = Windowed::new(rows, Signal::stored(None));
    view! {
        <div node_ref=windowed.frame>
            <ul class="unit-list" aria-label=move || w().unit>
                <WindowedRows
                    windowed
                    key=move |row| units.with(|units| units.get(row).copied())
                    row=move |row, place| item(seen, rows, row, place)
                    gap=list_gap
                />
            </ul>
        </div>
    }
}

fn item(seen: Seen, rows: Signal<usize>, row: usize, place: usize) -> AnyView {
    let lang = use_lang();
    let state = move || {
        let state = seen.matrix.with(|matrix| matrix.worst(place, 0..matrix.papers.len()));
        state.map(|state| view! { <StateBadge state/> })
    };
    let sum = move || {
        let sum = seen.matrix.with(|matrix| matrix.sum_of(place, 0..matrix.papers.len()));
        returns_sum(lang(), sum)
    };
    view! {
        <li
            data-row=row.to_string()
            aria-posinset=(row + 1).to_string()
            aria-setsize=move || rows.get().to_string()
        >
            <button type="button" class="unit-list__link" on:click=move |_| seen.unit.set(Some(place))>
                <span class="unit-list__name">{move || seen.unit_name(place)}</span>
                <span class="unit-list__state">
                    {state}
                    <span class="muted">{sum}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}
