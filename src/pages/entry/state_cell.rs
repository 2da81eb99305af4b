//! The last cell of a row: how far its return has come, and what hands it in or takes it back.

use leptos::html;
use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::keys::in_sheet;
use super::row::RowFigures;
use crate::i18n::entry::ENTRY;
use crate::model::returns::ReturnStatus;
use crate::state::preferences::use_words;
use crate::ui::badge::ReturnBadge;

/// The cell; Enter or a press hands the return in or takes it back.
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
        desk.hand_in_or_back(place);
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
                on:keydown=move |event| in_sheet(desk, &event)
            >
                {verb}
            </button>
        </td>
    }
    .into_any()
}
