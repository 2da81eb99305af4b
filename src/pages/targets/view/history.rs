//! What happened to a target on this device, from the journal.

use crate::i18n::targets::{TARGET_DETAIL, TargetDetail};
use crate::model::id::TargetId;
use crate::model::record::Entity;
use crate::pages::targets::past::told;
use crate::platform::clock::moment;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::store::journal::{Act, Past};
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the journal has been read.
#[derive(Clone, PartialEq)]
enum Read {
    Pending,
    Failed,
    Done(Vec<Past>),
}

/// The history.
#[component]
pub fn HistorySection(
    /// Whose.
    target: StoredValue<TargetId>,
) -> impl IntoView {
    let w = use_words(&TARGET_DETAIL);
    let lang = use_lang();
    let lens = use_lens();
    let past = RwSignal::new(Read::Pending);
    let saved = lens.workspace().save_state();
    let record =
        Memo::new(move |_| lens.ledger(|ledger| target.with_value(|id| ledger.targets.get(id).map(Entity::record_id))));
    Effect::new(move || {
        // Read again whenever something was changed or written.
        saved.track();
        lens.ledger(|_| ());
        let Some(record) = record.get() else { return };
        spawn_local(async move {
            let found = lens.workspace().history(&record, None).await;
            let _ = past.try_set(found.map_or(Read::Failed, Read::Done));
        });
    });
    let rows = move || {
        let lang = lang();
        past.with(|past| {
            let Read::Done(past) = past else { return Vec::new() };
            lens.with(|scope| {
                let row = |one: &Past| {
                    let told = told(lang, &one.field, &one.old, &one.new, scope.ledger, scope.catalogue)?;
                    Some(Row::new(vec![
                        Cell::text(moment(lang, one.at_ms)).note(act(w(), &one.act)),
                        Cell::text(who(w(), &one.author)),
                        Cell::text(told.what),
                        Cell::text(told.before),
                        Cell::text(told.after),
                    ]))
                };
                past.iter().filter_map(row).collect()
            })
        })
    };
    let columns = move || {
        vec![
            Column::words(w().when),
            Column::words(w().who),
            Column::words(w().what),
            Column::words(w().before),
            Column::words(w().after),
        ]
    };
    view! {
        <Section title=move || w().history>
            {move || match past.get() {
                Read::Pending => ().into_any(),
                Read::Failed => view! { <p role="alert">{move || w().history_failed}</p> }.into_any(),
                Read::Done(past) if past.is_empty() => view! { <p class="muted">{move || w().no_history}</p> }.into_any(),
                Read::Done(_) => {
                    view! {
                        <Table
                            caption=move || w().history
                            columns=Signal::derive(columns)
                            rows=Signal::derive(rows)
                            quiet=true
                            fold_after=12
                        />
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

fn act(w: &TargetDetail, act: &Act) -> &'static str {
    match act {
        Act::Undo(_) => w.undone,
        Act::Redo(_) => w.redone,
        Act::Edit | Act::Import(_) => "",
    }
}

fn who(w: &TargetDetail, author: &str) -> String {
    match author {
        "" => w.this_device.to_owned(),
        author => author.to_owned(),
    }
}
