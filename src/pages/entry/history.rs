//! What happened to a cell on this device: when, who, from what to what.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::desk::{Desk, Spot};
use crate::exchange::cell_text::shown;
use crate::i18n::entry::{ENTRY, changed};
use crate::model::record::cell_from_value;
use crate::platform::clock::moment;
use crate::state::preferences::{use_lang, use_words};
use crate::store::journal::Past;

/// How many changes are listed.
const LISTED: usize = 20;

/// The history of a cell, the newest first.
#[component]
pub fn History(
    /// The desk.
    desk: Desk,
    /// The cell.
    spot: Spot,
) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let past = RwSignal::new(None::<Vec<Past>>);
    let field = desk.field(spot);
    Effect::new(move || {
        // Read again whenever the cell is changed or written.
        desk.field_state(field.as_ref());
        let Some((record, name)) = field.clone() else { return };
        spawn_local(async move {
            let found = desk.lens.workspace().history(&record, Some(&name)).await;
            let _ = past.try_set(Some(found.unwrap_or_default()));
        });
    });
    let text = move |value: &Value| {
        let cell = cell_from_value(value).ok()?;
        desk.column(spot, |column| shown(&cell, column.field(None), lang()))
    };
    let line = move |past: Past| {
        let (old, new) = (text(&past.old), text(&past.new));
        let told = changed(w(), old.as_deref(), new.as_deref());
        let at_ms = past.at_ms;
        let who = if past.author.is_empty() {
            w().on_this_device.to_owned()
        } else {
            past.author
        };
        view! {
            <li>
                <span>{told}</span>
                <span class="muted">{move || moment(lang(), at_ms)} " · " {who}</span>
            </li>
        }
    };
    move || {
        past.get().map(|past| {
            if past.is_empty() {
                view! { <p class="muted">{move || w().history_none}</p> }.into_any()
            } else {
                let lines = past.into_iter().take(LISTED).map(line).collect_view();
                view! { <ol class="cell-panel__past">{lines}</ol> }.into_any()
            }
        })
    }
}
