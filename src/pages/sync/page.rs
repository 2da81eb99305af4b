//! The page: how this device stands beside its server, what to choose, what waits, and for the committee every device.

use leptos::prelude::*;

use super::alone::Alone;
use super::contest_list::ContestSection;
use super::device_list::DeviceSection;
use super::head::Head;
use super::queue_list::QueueSection;
use super::told::items;
use crate::state::lens::use_lens;
use crate::state::preferences::use_lang;
use crate::state::sync::use_sync;
use crate::sync::rights::Role;

/// Đồng bộ.
#[component]
pub fn SyncPage() -> impl IntoView {
    let (sync, lens, lang) = (use_sync(), use_lens(), use_lang());
    let is_linked = Memo::new(move |_| sync.standing.with(|standing| standing.link.is_some()));
    let listed = Memo::new(move |_| match is_linked.get() {
        true => items(sync, lens, lang()),
        false => Vec::new(),
    });
    let is_contested = Memo::new(move |_| listed.with(|listed| !listed.is_empty()));
    let is_committee = Memo::new(move |_| {
        let role = sync
            .standing
            .with(|standing| standing.link.as_ref().map(|link| link.role));
        matches!(role, Some(Role::Admin | Role::Editor))
    });
    move || match is_linked.get() {
        false => view! { <Alone/> }.into_any(),
        true => view! {
            <Head/>
            {move || is_contested.get().then(|| view! { <ContestSection listed/> })}
            <QueueSection/>
            // What needs nobody stands below what may.
            {move || (!is_contested.get()).then(|| view! { <ContestSection listed/> })}
            {move || is_committee.get().then(|| view! { <DeviceSection/> })}
        }
        .into_any(),
    }
}
