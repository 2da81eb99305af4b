//! Units by their year, each beside its own target.

use super::{YearView, unit_place};
use crate::charts::look::Look;
use crate::charts::ranked_bars::ranked_bars;
use crate::exhibit::admission::drawn::units;
use crate::exhibit::admission::figures::{UnitYear, goal};
use crate::exhibit::admission::shown::units_sentence;
use crate::i18n::admission::ADMISSION;
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::report::sentence::facts::{Facts, facts};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// Admissions by unit.
#[component]
pub fn UnitsSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let router = view.lens.router();
    let draw = move |look: Look| view.read(|figures, ledger| ranked_bars(&units(figures, ledger), &look));
    let rests_on = Signal::derive(move || {
        let lang = lang();
        view.read(|figures, ledger| {
            let line = facts(lang, &Facts::of_total(&figures.admitted.now, ledger));
            line.split(" · ").map(str::to_owned).collect::<Vec<_>>()
        })
    });
    view! {
        <Section title=move || w().by_unit>
            <Chart
                title=move || w().admitted
                sentence=view.text(units_sentence)
                facts=rests_on
                draw=Callback::new(draw)
                on_pick=Callback::new(move |unit: String| router.go(unit_place(&router.place_untracked(), &unit)))
                subject=view.subject("units")
                illustrative=view.illustrative()
                table=move || view! { <UnitTable view/> }
            />
        </Section>
    }
}

fn name(ledger: &Ledger, unit: &UnitYear) -> String {
    let found = ledger.units.get(&unit.unit);
    found.map_or_else(|| unit.unit.to_string(), |unit| unit.name.clone())
}

#[component]
fn UnitTable(view: YearView) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let router = view.lens.router();
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        let figure = |count: u64| Cell::figure(format_count(count, lang), count as f64);
        view.read(|figures, ledger| {
            figures
                .units
                .iter()
                .map(|unit| {
                    let asked = unit.target.as_ref().and_then(goal);
                    let done = unit.total.quantity.map(|quantity| quantity.count);
                    let cells = vec![
                        Cell::text(name(ledger, unit)),
                        done.map_or_else(|| Cell::muted(w().not_reported), figure),
                        asked.map_or_else(Cell::none, figure),
                        asked.map_or_else(Cell::none, |asked| figure(asked.saturating_sub(done.unwrap_or(0)))),
                    ];
                    let kind = if done.is_some() { RowKind::Plain } else { RowKind::Muted };
                    Row::new(cells).kind(kind).link(unit_place(&here, unit.unit.as_str()))
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().by_unit
            columns=Signal::derive(move || {
                vec![
                    Column::words(w().unit),
                    Column::figures(w().column_done).sortable(),
                    Column::figures(w().column_target).sortable(),
                    Column::figures(w().column_remaining).sortable(),
                ]
            })
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
