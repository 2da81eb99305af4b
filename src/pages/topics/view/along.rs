//! One indicator along time: columns, rates beside last year's, or a board of what was set and done.

use super::compared::Compared;
use super::entry_place;
use crate::charts::bullet::bullets;
use crate::charts::grouped_bars::grouped_bars;
use crate::charts::look::Look;
use crate::charts::monthly_columns::monthly_columns;
use crate::exhibit::topics::compared::{Moment, One};
use crate::exhibit::topics::drawn::{board, columns, rates};
use crate::exhibit::topics::offered::{indicator_title, is_board};
use crate::exhibit::topics::worded::{along_sentence, board_sentence, is_money, stage, value};
use crate::i18n::topics::TOPICS;
use crate::model::statement::Realisation;
use crate::report::period_name::period_title;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// One indicator along time.
#[component]
pub fn Along(
    /// The indicator.
    compared: Compared,
    /// Its periods.
    moments: Memo<Vec<Moment>>,
) -> impl IntoView {
    let router = compared.part.topic.lens.router();
    let draw = move |look: Look| {
        let money = compared.is_money();
        let drawn = compared.figure(|part, figure| {
            let drawn = part.drawn(look.lang, money);
            let target = figure.target.as_ref();
            Some(moments.with(|moments| match figure.indicator.denominator {
                None => monthly_columns(&columns(moments, drawn), &look),
                Some(_) if is_board(part.shown, figure) => bullets(&board(moments, part.ledger, drawn), &look),
                Some(_) => grouped_bars(&rates(moments, target, part.ledger, drawn), &look),
            }))
        });
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = compared.text(move |lang, part, figure| {
        let money = is_money(part.catalogue, &figure.indicator);
        moments.with(|moments| match is_board(part.shown, figure) {
            true => board_sentence(lang, &figure.indicator, moments, part.ledger),
            false => along_sentence(lang, &figure.indicator, moments, money, part.ledger),
        })
    });
    let title = compared.text(|lang, part, figure| indicator_title(lang, part.shown, figure, "along", part.catalogue));
    let pick = move |key: String| {
        let place = compared.figure(|part, _| {
            let here = router.place_untracked();
            Some(entry_place(&here, part.shown.form.id.as_str(), &key))
        });
        if let Some(place) = place {
            router.go(place);
        }
    };
    view! {
        <Chart
            title
            sentence
            facts=compared.facts()
            draw=Callback::new(draw)
            on_pick=Callback::new(pick)
            subject=compared.subject_along()
            illustrative=compared.part.illustrative()
            table=move || view! { <AlongTable compared moments/> }
        />
    }
}

#[component]
fn AlongTable(compared: Compared, moments: Memo<Vec<Moment>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = compared.part.topic.lens.router();
    let with_before = Memo::new(move |_| moments.with(|moments| moments.iter().any(|moment| moment.before.is_some())));
    let on_board = Memo::new(move |_| compared.figure(|part, figure| is_board(part.shown, figure)));
    let columns = move || {
        let mut columns = vec![Column::words(w().period)];
        match on_board.get() {
            true => columns.extend([w().set, w().done, w().share].map(Column::figures)),
            false => columns.push(Column::figures(w().value)),
        }
        if with_before.get() {
            columns.push(Column::figures(w().last_year));
        }
        columns
    };
    let rows = move || {
        let (lang, here, with_before, money) = (lang(), router.place(), with_before.get(), compared.is_money());
        let cell = |one: &One| value(lang, one, money).map(Cell::text);
        compared.figure(|part, _| {
            moments.with(|moments| {
                let row = |moment: &Moment| {
                    let none = || match moment.realisation {
                        Realisation::Planned => Cell::none(),
                        _ => Cell::muted(w().not_reported),
                    };
                    let mut cells = vec![Cell::text(period_title(lang, &moment.period, part.ledger))];
                    if on_board.get() {
                        let known = stage(lang, moment, part.ledger);
                        let sides = [known.set, known.done].map(|side| side.map_or_else(none, Cell::text));
                        cells.extend(sides);
                        cells.push(known.share.map_or_else(Cell::none, Cell::text));
                    } else {
                        cells.push(cell(&moment.now).unwrap_or_else(none));
                    }
                    if with_before {
                        cells.push(moment.before.as_ref().and_then(cell).unwrap_or_else(Cell::none));
                    }
                    let to = entry_place(&here, part.shown.form.id.as_str(), &moment.period.to_string());
                    Row::new(cells).link(to)
                };
                moments.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().along
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
