//! The section of devices, for the committee: which are behind, and what to do.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::devices::{Need, in_order, missing_numbers, needing, needs};
use crate::i18n::sync::{SYNC, device_advice, device_heard, device_need, needs_line};
use crate::platform::clock::{moment_in_column, now_ms};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::{Sync, endpoint, use_sync};
use crate::sync::wire::Device;
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::Button;
use crate::ui::empty::{EmptyState, Skeleton};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};

const DAY_MS: i64 = 86_400_000;

/// The devices, as the server knows them; `None` where it cannot be asked.
pub async fn fetch(sync: Sync) -> Option<Vec<Device>> {
    let account = sync
        .standing
        .with_untracked(|it| it.link.as_ref().map(|link| link.account.clone()))?;
    endpoint::devices(&account).await.ok()
}

/// What is known of them.
#[derive(Clone, PartialEq)]
enum Known {
    Coming,
    Failed,
    Devices(Vec<Device>),
}

/// The section.
#[component]
pub fn DeviceSection() -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let sync = use_sync();
    let known = RwSignal::new(Known::Coming);
    let load = move || {
        known.set(Known::Coming);
        spawn_local(async move {
            let found = fetch(sync).await.map(|devices| in_order(devices, now_ms()));
            let _ = known.try_set(found.map_or(Known::Failed, Known::Devices));
        });
    };
    // Asked again when this device has spoken to the server.
    let fetched = Memo::new(move |_| sync.standing.with(|it| it.last_fetched_ms));
    Effect::new(move || {
        fetched.track();
        load();
    });
    let again = move || view! { <Button label=move || w().again small=true on_press=load/> };
    let body = move || match known.get() {
        Known::Coming => view! { <Skeleton label=move || w().devices/> }.into_any(),
        Known::Failed => view! {
            <Notice kind=NoticeKind::Warning>
                <span>{w().devices_failed}</span>
                {again()}
            </Notice>
        }
        .into_any(),
        Known::Devices(devices) if devices.is_empty() => view! {
            <EmptyState icon=IconName::Stored title=move || w().devices_none why=move || w().devices_note/>
        }
        .into_any(),
        Known::Devices(devices) => {
            let counted = needing(&devices, now_ms());
            let line = move || needs_line(lang(), counted.missing, counted.rejected, counted.quiet);
            view! {
                <p class="sync__queue-line">{line}</p>
                <Devices devices/>
            }
            .into_any()
        }
    };
    view! {
        <Section title=move || w().devices note=move || w().devices_note>
            {body}
        </Section>
    }
}

#[component]
fn Devices(devices: Vec<Device>) -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let lens = use_lens();
    let columns = move || {
        let words = w();
        [words.device, words.unit, words.heard, words.needs, words.advice]
            .map(Column::words)
            .to_vec()
    };
    let rows = move || {
        let (lang, now) = (lang(), now_ms());
        let words = w();
        lens.ledger(|ledger| {
            let row = |device: &Device| {
                let unit = device.unit.as_ref().and_then(|id| ledger.units.get(id));
                let unit = Cell::text(unit.map_or_else(|| words.of_bloc.to_owned(), |unit| unit.name.clone()));
                let found = needs(device, now);
                let (mut missing, mut rejected, mut quiet) = (0, 0, 0);
                for need in &found {
                    match *need {
                        Need::Missing(number) => missing = number,
                        Need::Rejected(number) => rejected = number,
                        Need::Quiet(days) => quiet = days,
                    }
                }
                let (icon, tone) = match found.first() {
                    Some(Need::Missing(_)) => (IconName::Failed, Tone::Bad),
                    Some(Need::Rejected(_)) => (IconName::Refused, Tone::Bad),
                    Some(Need::Quiet(_)) => (IconName::Waiting, Tone::Warn),
                    None => (IconName::Check, Tone::Good),
                };
                let said = match found.is_empty() {
                    true => words.well.to_owned(),
                    false => device_need(lang, missing, rejected, quiet),
                };
                let days = now.saturating_sub(device.seen_ms).max(0) / DAY_MS;
                let advice = device_advice(lang, &missing_numbers(&device.gaps), rejected, quiet);
                let label = if device.label.is_empty() {
                    &device.id
                } else {
                    &device.label
                };
                let badge = move || {
                    let said = said.clone();
                    view! { <Badge label=move || said.clone() icon tone/> }.into_any()
                };
                Row::new(vec![
                    Cell::text(label.clone()).note(device.account.clone()),
                    unit,
                    Cell::text(device_heard(lang, days)).note(moment_in_column(lang, device.seen_ms)),
                    Cell::view(badge),
                    Cell::view(move || {
                        let advice = advice.clone();
                        view! { <span class="sync__words">{advice}</span> }.into_any()
                    }),
                ])
            };
            devices.iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().devices
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
            cards=true
        />
    }
}
