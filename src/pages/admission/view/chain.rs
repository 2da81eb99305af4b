//! Targets from the term down to the units, with what is left to do.

use super::{YearView, badge, unit_place};
use crate::analysis::achievement::TargetStatus;
use crate::i18n::admission::{ADMISSION, parts_differ, target_text};
use crate::model::id::SectorId;
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::pages::admission::tree::{TreeRow, rows};
use crate::report::period_name::period_title;
use crate::report::sentence::facts::illustrative;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::link::A;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// The chain; nothing while there is no target at all.
#[component]
pub fn ChainSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let router = view.lens.router();
    let sector = router.filter("sector");
    let year = Memo::new(move |_| view.figures.with(|figures| figures.year));
    let found = Memo::new(move |_| {
        let sector = Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new);
        view.lens.with(|scope| {
            let mut found = rows(scope, year.get());
            // Of one sector only its own units are of interest; the lines above them give the context.
            found.retain(|row| sector.is_none() || row.unit == scope.root || is_in(scope.ledger, row, sector.as_ref()));
            found
        })
    });
    let some = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let note = move || {
        let lang = lang();
        let mut note = w().chain_help.to_owned();
        if found.with(|found| found.len() < 2) {
            note.push(' ');
            note.push_str(w().no_chain);
        }
        if found.with(|found| found.iter().any(|row| row.illustrative)) {
            note.push_str(&format!(" ({})", illustrative(lang)));
        }
        note
    };
    let shown = move || {
        let (lang, here) = (lang(), router.place());
        found.with(|found| {
            view.lens.ledger(|ledger| {
                let row = |row: &TreeRow| {
                    let count = |count: Option<u64>| match count {
                        Some(count) => Cell::text(format_count(count, lang)),
                        None => Cell::none(),
                    };
                    let asked = row.goal.map(|goal| target_text(lang, row.comparison, goal));
                    let status = match row.status {
                        TargetStatus::NoFigures if row.done.is_none() => Cell::muted(w().not_reported),
                        status => Cell::status(badge(status)),
                    };
                    Row::new(vec![
                        name_cell(lang, ledger, row, &here).note(apart(lang, row)),
                        asked.map_or_else(Cell::none, Cell::text),
                        count(row.done),
                        count(row.left),
                        status,
                    ])
                };
                found.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().chain note=Signal::derive(note)>
                    <div class="wide-names">
                        <Table
                            caption=move || w().chain
                            columns=Signal::derive(move || {
                                vec![
                                    Column::words(w().unit),
                                    Column::figures(w().column_target),
                                    Column::figures(w().column_done),
                                    Column::figures(w().column_remaining),
                                    Column::words(w().column_status),
                                ]
                            })
                            rows=Signal::derive(shown)
                            quiet=true
                            fold_after=15
                        />
                    </div>
                </Section>
            }
        })
    }
}

fn is_in(ledger: &Ledger, row: &TreeRow, sector: Option<&SectorId>) -> bool {
    let unit = ledger.units.get(&row.unit);
    unit.is_some_and(|unit| unit.sector.as_ref() == sector)
}

/// Whose target, or, for the bloc's own, for when; set in by its depth.
fn name_cell(lang: Lang, ledger: &Ledger, row: &TreeRow, here: &crate::state::route::Place) -> Cell {
    let is_root = ledger.root().is_some_and(|root| root.id == row.unit);
    let class = match row.depth {
        0 => "chain__name",
        1 => "chain__name chain__name--1",
        _ => "chain__name chain__name--2",
    };
    if is_root {
        let text = period_title(lang, &row.period, ledger);
        return Cell::view(move || {
            let text = text.clone();
            view! { <strong class=class>{text}</strong> }.into_any()
        });
    }
    let unit = ledger.units.get(&row.unit);
    let text = unit.map_or_else(|| row.unit.to_string(), |unit| unit.name.clone());
    let place = unit_place(here, row.unit.as_str());
    Cell::view(move || {
        let (text, place) = (text.clone(), place.clone());
        view! {
            <span class=class>
                <A to=place>{text}</A>
            </span>
        }
        .into_any()
    })
}

/// What a division of the target lacks to the whole.
fn apart(lang: Lang, row: &TreeRow) -> String {
    let said: Vec<String> = row
        .apart
        .iter()
        .map(|parts| parts_differ(lang, parts.sum, parts.whole))
        .collect();
    said.join(" ")
}
