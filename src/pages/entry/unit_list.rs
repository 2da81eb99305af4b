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

/// The list.
#[component]
pub fn UnitList(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    view! {
        <div class="entry__tools">
            <RowTools desk/>
        </div>
        <ul class="unit-list" aria-label=move || w().unit>
            <For each=move || desk.shown.get() key=|place| *place let:place>
                {item(desk, place)}
            </For>
        </ul>
    }
}

fn item(desk: Desk, place: usize) -> AnyView {
    let lang = use_lang();
    let row = desk.row(place);
    let Some(unit) = desk.unit(place) else {
        return ().into_any();
    };
    let done = Memo::new(move |_| {
        desk.plan
            .with_value(|plan| row.with(|row| filled(&plan.sheet, row.found.as_ref())))
    });
    let status = Signal::derive(move || {
        row.with(|row| {
            row.found
                .as_ref()
                .filter(|found| found.has_values() || found.status != ReturnStatus::Draft)
                .map(|found| found.status.clone())
        })
    });
    view! {
        <li>
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
