//! Tables that several parts share.

use super::{PartView, Read};
use crate::exhibit::topics::figures::Figure;
use crate::exhibit::topics::worded::{Card, card};
use crate::i18n::topics::TOPICS;
use crate::model::number::{Count, Percent, format_count};
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::Status;
use crate::ui::bullet::BulletBar;
use crate::ui::stat_cards::{Stat, StatCards};
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// A card for each indicator of a part that somebody reported.
#[component]
pub fn Cards(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let lang = use_lang();
    let stat = |card: Card| Stat {
        label: card.label,
        value: card.value,
        unit: card.unit,
        target: card.target,
        foot: card.foot,
        status: card.status.map(Status::from),
        bar: card.bar.map(|(value, target)| BulletBar::of_whole(value, target)),
        to: None,
    };
    let cards = Signal::derive(move || {
        let lang = lang();
        part.read(
            |Read {
                 shown,
                 ledger,
                 catalogue,
                 ..
             }| {
                let told = shown.figures.iter().filter(|figure| figure.is_told());
                told.map(|figure| stat(card(lang, shown, figure, ledger, catalogue)))
                    .collect::<Vec<_>>()
            },
        )
    });
    view! {
        <div class="topic__cards">
            <StatCards cards/>
        </div>
    }
}

/// The indicators that are read with a part, as a table: value, counts, target, status.
#[component]
pub fn Indicators(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let some = Memo::new(move |_| part.read(|read| read.shown.figures.iter().any(told)));
    let with_target =
        Memo::new(move |_| part.read(|read| read.shown.figures.iter().any(|figure| figure.target.is_some())));
    let columns = move || {
        let mut columns = vec![
            Column::words(w().indicator),
            Column::figures(w().value),
            Column::words(w().out_of),
        ];
        if with_target.get() {
            columns.push(Column::figures(w().asked));
            columns.push(Column::words(w().standing));
        }
        columns
    };
    let rows = move || {
        let (lang, with_target) = (lang(), with_target.get());
        part.read(
            |Read {
                 shown,
                 ledger,
                 catalogue,
                 ..
             }| {
                let reported = shown.figures.iter().filter(|figure| told(figure));
                let row = |figure| {
                    let card = card(lang, shown, figure, ledger, catalogue);
                    let mut cells = vec![
                        Cell::text(card.label).note(card.foot),
                        Cell::text(card.value),
                        Cell::text(card.unit),
                    ];
                    if with_target {
                        cells.push(match card.target.is_empty() {
                            true => Cell::none(),
                            false => Cell::text(card.target),
                        });
                        cells.push(
                            card.status
                                .map_or_else(Cell::default, |found| Cell::status(found.into())),
                        );
                    }
                    Row::new(cells)
                };
                reported.map(row).collect::<Vec<_>>()
            },
        )
    };
    move || {
        some.get().then(|| {
            view! {
                <Table
                    caption=part.title()
                    columns=Signal::derive(columns)
                    rows=Signal::derive(rows)
                    quiet=true
                    cards=true
                />
            }
        })
    }
}

/// Whether an indicator stands in the table beside a chart.
fn told(figure: &Figure) -> bool {
    figure.is_reported() && figure.says_more()
}

/// A count, to be sorted by.
pub fn count(lang: Lang, count: Count) -> Cell {
    Cell::figure(format_count(count, lang), count as f64)
}

/// A share, to be sorted by.
pub fn share(lang: Lang, share: Option<Percent>) -> Cell {
    share.map_or_else(Cell::none, |share| Cell::figure(share.format(1, lang), share.to_f64()))
}
