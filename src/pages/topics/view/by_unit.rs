//! One indicator over units.

use super::compared::{Compared, value_cells};
use super::unit_place;
use crate::charts::look::Look;
use crate::charts::ranked_bars::ranked_bars;
use crate::exhibit::topics::compared::One;
use crate::exhibit::topics::drawn;
use crate::exhibit::topics::offered::indicator_title;
use crate::exhibit::topics::ranked::units_sentence;
use crate::exhibit::topics::worded::is_money;
use crate::i18n::topics::TOPICS;
use crate::model::id::UnitId;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// One indicator over units.
#[component]
pub fn ByUnit(
    /// The indicator.
    compared: Compared,
    /// Its units.
    units: Memo<Vec<(UnitId, One)>>,
) -> impl IntoView {
    let router = compared.part.topic.lens.router();
    let draw = move |look: Look| {
        let money = compared.is_money();
        let drawn = compared.figure(|part, figure| {
            let drawn = part.drawn(look.lang, money);
            let target = figure.target.as_ref();
            Some(units.with(|rows| {
                ranked_bars(
                    &drawn::units(rows, target, (part.ledger, &part.shown.period), drawn),
                    &look,
                )
            }))
        });
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = compared.text(move |lang, part, figure| {
        let money = is_money(part.catalogue, &figure.indicator);
        units.with(|rows| units_sentence(lang, &figure.indicator, rows, money, part.ledger))
    });
    let title = compared.text(|lang, part, figure| indicator_title(lang, part.shown, figure, "units", part.catalogue));
    view! {
        <Chart
            title
            sentence
            facts=compared.facts()
            draw=Callback::new(draw)
            on_pick=Callback::new(move |unit: String| router.go(unit_place(&router.place_untracked(), &unit)))
            subject=compared.subject("units")
            illustrative=compared.part.illustrative()
            table=move || view! { <UnitTable compared units/> }
        />
    }
}

#[component]
fn UnitTable(compared: Compared, units: Memo<Vec<(UnitId, One)>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = compared.part.topic.lens.router();
    let is_rate = Memo::new(move |_| compared.figure(|_, figure| figure.indicator.denominator.is_some()));
    let columns = move || {
        let mut columns = vec![Column::words(w().unit), Column::figures(w().value).sortable()];
        if is_rate.get() {
            columns.push(Column::figures(w().share).sortable());
        }
        columns
    };
    let rows = move || {
        let (lang, here, money) = (lang(), router.place(), compared.is_money());
        compared.figure(|part, _| {
            units.with(|units| {
                let row = |(unit, one): &(UnitId, One)| {
                    let mut cells = vec![Cell::text(unit_name_in(part.ledger, unit, &part.shown.period))];
                    cells.extend(value_cells(lang, w(), one, money));
                    let kind = if one.is_reported() {
                        RowKind::Plain
                    } else {
                        RowKind::Muted
                    };
                    Row::new(cells).kind(kind).link(unit_place(&here, unit.as_str()))
                };
                units.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().by_unit
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
