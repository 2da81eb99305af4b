//! What a server knows of a record's past: asked for when it is looked at.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::queue::told_fields;
use crate::i18n::sync::{OpState, SYNC, op_state_name, who_when};
use crate::model::id::RecordId;
use crate::model::record::RecordKind;
use crate::pages::backup::words::Words;
use crate::platform::clock::moment;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint;
use crate::state::sync::use_sync;
use crate::sync::wire::{HistoryLine, Status};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::Skeleton;

/// How many lines are listed.
const LISTED: usize = 50;

/// What is known of it.
#[derive(Clone, PartialEq)]
enum Known {
    Coming,
    Failed,
    Lines(Vec<HistoryLine>),
}

/// The history of a record.
#[component]
pub fn History(
    /// The record.
    record: RecordId,
    /// What it holds.
    kind: RecordKind,
) -> impl IntoView {
    let w = use_words(&SYNC);
    let sync = use_sync();
    let opened = RwSignal::new(false);
    let known = RwSignal::new(Known::Coming);
    Effect::new(move || {
        if !opened.get() {
            return;
        }
        let account = sync
            .standing
            .with_untracked(|it| it.link.as_ref().map(|link| link.account.clone()));
        let record = record.clone();
        known.set(Known::Coming);
        spawn_local(async move {
            let lines = match account {
                Some(account) => endpoint::history(&account, &record).await.ok(),
                None => None,
            };
            let _ = known.try_set(lines.map_or(Known::Failed, Known::Lines));
        });
    });
    let body = move || match known.get() {
        Known::Coming => view! { <Skeleton label=move || w().history_coming/> }.into_any(),
        Known::Failed => view! { <p class="muted">{w().history_failed}</p> }.into_any(),
        Known::Lines(lines) if lines.is_empty() => view! { <p class="muted">{w().history_none}</p> }.into_any(),
        Known::Lines(lines) => view! { <Lines lines kind/> }.into_any(),
    };
    view! {
        <Disclosure label=move || w().history opened>
            {move || opened.get().then_some(body)}
        </Disclosure>
    }
}

#[component]
fn Lines(lines: Vec<HistoryLine>, kind: RecordKind) -> impl IntoView {
    let lang = use_lang();
    let lens = use_lens();
    let told = move || {
        let lang = lang();
        lens.ledger_untracked(|ledger| {
            lens.catalogue(|catalogue| {
                let words = Words::of(lang, ledger, catalogue);
                let line = |line: &HistoryLine| {
                    let state = match line.status {
                        Status::Conflict => OpState::Conflict,
                        Status::Rejected => OpState::Rejected,
                        Status::Applied | Status::Merged | Status::Duplicate => OpState::Accepted,
                    };
                    let changes = told_fields(kind, &line.set).into_iter().map(|(name, change)| {
                        let said = |value| words.value(kind, name, value);
                        format!(
                            "{}: {} → {}",
                            words.field(kind, name),
                            said(&change.old),
                            said(&change.new)
                        )
                    });
                    let what = changes.collect::<Vec<_>>().join("; ");
                    let who = who_when(&line.by, &moment(lang, line.at_ms));
                    view! {
                        <li>
                            <span>{what}</span>
                            <span class="muted">{who} " · " {op_state_name(lang, state)}</span>
                        </li>
                    }
                };
                lines.iter().take(LISTED).map(line).collect_view()
            })
        })
    };
    view! { <ol class="sync__history">{told}</ol> }
}
