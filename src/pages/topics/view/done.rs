//! What units have done or not: the share of all, and who has not.

use super::tables::Indicators;
use super::{PartView, unit_place};
use crate::charts::look::Look;
use crate::charts::stacked_whole::stacked_whole;
use crate::exhibit::topics::drawn;
use crate::i18n::topics::TOPICS;
use crate::model::id::UnitId;
use crate::report::sentence::from_analysis::unit_name;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// A section of what was done.
#[component]
pub fn DoneSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let draw = move |look: Look| {
        let found =
            part.done(|done, read| Some(stacked_whole(&drawn::done(done, read.drawn(look.lang, false)), &look)));
        found.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = part.sentence();
    view! {
        <Section title=part.title() note=part.note()>
            <Chart
                title=move || w().whole
                sentence
                draw=Callback::new(draw)
                subject=Signal::derive(move || part.subject(None, "done"))
                illustrative=part.illustrative()
                table=move || view! { <UnitsTable part all=true/> }
            />
            <div class="topic__read">
                <Indicators part/>
            </div>
            <UnitsTable part all=false/>
        </Section>
    }
}

/// Units by whether they have done it; without `all`, those that have not, or have not said.
#[component]
fn UnitsTable(part: PartView, all: bool) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = part.topic.lens.router();
    let rows = move || {
        let here = router.place();
        lang();
        part.done(|done, read| {
            let row = |unit: &UnitId, state: Cell, kind: RowKind| {
                Row::new(vec![Cell::text(unit_name(read.ledger, unit)), state])
                    .kind(kind)
                    .link(unit_place(&here, unit.as_str()))
            };
            let missing = done
                .missing
                .iter()
                .map(|unit| row(unit, Cell::muted(w().not_reported), RowKind::Muted));
            let not = done
                .not
                .iter()
                .map(|unit| row(unit, Cell::text(w().not_done), RowKind::Plain));
            let has = done.done.iter().filter(|_| all);
            let has = has.map(|unit| row(unit, Cell::text(w().done), RowKind::Plain));
            missing.chain(not).chain(has).collect::<Vec<_>>()
        })
    };
    let rows = Signal::derive(rows);
    let some = Memo::new(move |_| part.done(|done, _| all || !done.missing.is_empty() || !done.not.is_empty()));
    move || {
        some.get().then(|| {
            view! {
                <div class="short-cards">
                    <Table
                        caption=move || if all { w().by_unit } else { w().still_to_do }
                        columns=Signal::derive(move || vec![Column::words(w().unit), Column::words(w().state)])
                        rows
                        quiet=all
                        cards=true
                        fold_after=12
                    />
                </div>
            }
        })
    }
}
