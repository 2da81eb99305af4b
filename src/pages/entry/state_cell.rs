//! The last cell of a row: how far its return has come, and what hands it in or accepts it.

use leptos::html;
use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::keys::in_sheet;
use super::lock::Lock;
use super::row::RowFigures;
use crate::i18n::entry::ENTRY;
use crate::i18n::returns::DEEDS;
use crate::model::returns::{Deed, ReturnStatus};
use crate::state::preferences::use_words;
use crate::ui::badge::ReturnBadge;

/// The cell; Enter or a press does the next thing: hands the return in, or accepts it.
pub fn state_cell(desk: Desk, place: usize, row: Memo<RowFigures>) -> AnyView {
    let w = use_words(&ENTRY);
    let deeds = use_words(&DEEDS);
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
    let verb = move || match row.with(|row| desk.next_deed(place, row.found.as_ref())) {
        Some(Deed::HandIn) => Some(deeds().hand_in),
        Some(Deed::Accept) => Some(deeds().accept),
        _ => None,
    };
    // What a return was sent back for is read where it stands.
    let remark = move || match status.get() {
        Some(ReturnStatus::SentBack(reason)) => Some(format!("{} {reason}", deeds().sent_back)),
        Some(ReturnStatus::Amended) => Some(deeds().amended.to_owned()),
        _ => None,
    };
    let name = desk.unit_name(place);
    let label = move || {
        let none = move || match desk.lock(place) {
            Some(Lock::Closed) => w().closed,
            Some(Lock::NotTheirs) => w().not_theirs,
            None => w().no_deed,
        };
        let deed = verb().unwrap_or_else(none);
        let remark = remark().map(|remark| format!("; {remark}")).unwrap_or_default();
        format!("{name}, {}: {deed}{remark}", w().status)
    };
    let press = move |_| {
        desk.go_to(spot);
        desk.act_next(place);
    };
    view! {
        <td
            role="gridcell"
            class="sheet__cell sheet__state sheet__begins"
            data-spot=format!("{}:{}", spot.unit, spot.column)
            aria-colindex=(spot.column + 2).to_string()
            title=remark
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
