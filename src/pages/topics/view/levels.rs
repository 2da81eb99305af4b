//! Levels from best to worst: the whole, then units, sectors or years beside each other.

use super::tables::{Indicators, count, share};
use super::{PartView, Read, entry_place, unit_place};
use crate::analysis::shares::of_sum;
use crate::charts::look::Look;
use crate::charts::stacked_by_unit::stacked_by_unit;
use crate::charts::stacked_whole::stacked_whole;
use crate::exhibit::topics::compared::{LevelRows, levels_by_sector, levels_by_unit, levels_by_year};
use crate::exhibit::topics::drawn::{cap, level_rows, whole};
use crate::exhibit::topics::figures::{Body, Levels};
use crate::exhibit::topics::ranked::levels_units_sentence;
use crate::exhibit::topics::worded::{levels_along_sentence, levels_limit, levels_rest_on, levels_sentence};
use crate::i18n::topics::{TOPICS, Topics};
use crate::model::id::{CellKey, SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// A row of levels beside others.
#[derive(Clone, Debug, PartialEq)]
enum Beside {
    Unit(UnitId),
    Sector(Option<SectorId>),
    Year(Period),
}

impl Beside {
    fn key(&self) -> String {
        match self {
            Beside::Unit(unit) => unit.to_string(),
            Beside::Sector(sector) => sector.as_ref().map_or_else(String::new, ToString::to_string),
            Beside::Year(year) => year.to_string(),
        }
    }

    fn name(&self, lang: Lang, words: &Topics, (ledger, period): (&Ledger, &Period)) -> String {
        match self {
            Beside::Unit(unit) => unit_name_in(ledger, unit, period),
            Beside::Sector(Some(id)) => {
                let sector = ledger.sectors.iter().find(|sector| sector.id == *id);
                sector.map_or_else(|| id.to_string(), |sector| sector.label.in_lang(lang).to_owned())
            }
            Beside::Sector(None) => words.no_sector.to_owned(),
            Beside::Year(year) => period_title(lang, year, ledger),
        }
    }
}

fn beside<K>(rows: LevelRows<K>, make: impl Fn(K) -> Beside) -> LevelRows<Beside> {
    LevelRows {
        columns: rows.columns,
        rows: rows.rows.into_iter().map(|(of, counts)| (make(of), counts)).collect(),
    }
}

/// The rows of one sort.
fn only<K>(rows: &LevelRows<Beside>, of: impl Fn(&Beside) -> Option<K>) -> LevelRows<K> {
    let sort = rows.rows.iter();
    LevelRows {
        columns: rows.columns.clone(),
        rows: sort
            .filter_map(|(row, counts)| Some((of(row)?, counts.clone())))
            .collect(),
    }
}

/// What the rows say beside each other, as their slide does.
fn told(lang: Lang, rows: &LevelRows<Beside>, levels: &Levels, read: &Read<'_>) -> String {
    match rows.rows.first() {
        Some((Beside::Year(_), _)) => {
            let years = only(rows, |row| match row {
                Beside::Year(year) => Some(year.clone()),
                _ => None,
            });
            levels_along_sentence(lang, read.shown, levels, &years, read.ledger)
        }
        Some((Beside::Unit(_), _)) => {
            let units = only(rows, |row| match row {
                Beside::Unit(unit) => Some(unit.clone()),
                _ => None,
            });
            levels_units_sentence(lang, levels, &units, read.ledger)
        }
        _ => levels_sentence(lang, read.shown, levels, read.ledger),
    }
}

/// A section of levels.
#[component]
pub fn LevelsSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let own = Memo::new(move |_| part.levels(|levels, _| levels.is_own_level()));
    let bloc = Memo::new(move |_| part.read(|read| read.shown.is_of_bloc()));
    // One level a year is no whole with parts.
    let drawn_whole = Memo::new(move |_| {
        part.levels(|levels, read| levels.whole() > 1 && !(levels.is_own_level() && read.shown.is_of_bloc()))
    });
    let rows = Memo::new(move |_| {
        let (own, bloc) = (own.get(), bloc.get());
        part.ask(|scope, shown| {
            let Body::Levels(levels) = &shown.body else {
                return LevelRows::default();
            };
            let (form, key) = (&shown.form, CellKey::of(&levels.measure.id, &[]));
            match (bloc, own) {
                (true, _) => beside(levels_by_year(scope, form, &key, &shown.period), Beside::Year),
                (false, true) => beside(levels_by_sector(scope, form, &key, &shown.period), Beside::Sector),
                (false, false) => beside(levels_by_unit(scope, form, &key, &shown.period), Beside::Unit),
            }
        })
    });
    let some_rows = Memo::new(move |_| {
        let needed = if bloc.get() || own.get() { 2 } else { 1 };
        rows.with(|rows| rows.rows.iter().filter(|(_, counts)| counts.is_some()).count() >= needed)
    });
    let draw = move |look: Look| {
        let drawn =
            part.levels(|levels, read| Some(stacked_whole(&whole(levels, read.drawn(look.lang, false)), &look)));
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = part.sentence();
    let facts = Signal::derive(move || {
        let lang = lang();
        part.levels(|levels, read| levels_rest_on(lang, read.shown, levels, read.ledger))
    });
    view! {
        <Section title=part.title() note=part.note()>
            {move || match drawn_whole.get() {
                true => {
                    view! {
                        <Chart
                            title=move || w().whole
                            sentence
                            facts
                            draw=Callback::new(draw)
                            subject=Signal::derive(move || part.subject(None, "parts"))
                            illustrative=part.illustrative()
                            table=move || view! { <WholeTable part/> }
                        />
                    }
                        .into_any()
                }
                false if own.get() => view! { <OwnByYear part rows/> }.into_any(),
                false => view! { <p>{part.paragraph()}</p> }.into_any(),
            }}
            {move || {
                drawn_whole
                    .get()
                    .then(|| part.levels(|levels, _| levels_limit(lang(), levels)))
                    .flatten()
                    .map(|note| view! { <p class="muted small">{note}</p> })
            }}
            <div class="topic__read">
                <Indicators part/>
            </div>
            {move || (some_rows.get() && !(own.get() && bloc.get())).then(|| view! { <RowsChart part rows/> })}
            {move || (own.get() && !bloc.get()).then(|| view! { <LevelOfUnits part/> })}
        </Section>
    }
}

/// The parts of the whole, with what rounding leaves of 100 %.
#[component]
fn WholeTable(part: PartView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let rows = move || {
        let lang = lang();
        part.levels(|levels, _| {
            let shares = of_sum(&levels.counts(), 1);
            let row = |((column, _), found): (&(crate::model::measure::Column, _), &crate::analysis::shares::Share)| {
                Row::new(vec![
                    Cell::text(column.label.in_lang(lang)),
                    count(lang, found.count),
                    share(lang, found.percent),
                ])
            };
            let mut rows: Vec<Row> = levels.levels.iter().zip(&shares.parts).map(row).collect();
            if shares.rounding.hundredths() != 0 {
                rows.push(Row::new(vec![
                    Cell::muted(w().rounding),
                    Cell::default(),
                    Cell::muted(shares.rounding.format_signed(1, lang)),
                ]));
            }
            let all = vec![
                Cell::text(w().total),
                count(lang, shares.whole),
                Cell::text(crate::model::number::Percent::HUNDRED.format(1, lang)),
            ];
            rows.push(Row::new(all).kind(RowKind::Total));
            rows
        })
    };
    view! {
        <Table
            caption=part.title()
            columns=Signal::derive(move || {
                vec![Column::words(w().level), Column::figures(w().count), Column::figures(w().share)]
            })
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}

/// Units, sectors or years beside each other.
#[component]
fn RowsChart(part: PartView, rows: Memo<LevelRows<Beside>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let router = part.topic.lens.router();
    let draw = move |look: Look| {
        let words = TOPICS.in_lang(look.lang);
        let drawn = part.levels(|levels, read| {
            let named = |row: &Beside| (row.key(), row.name(look.lang, words, (read.ledger, &read.shown.period)));
            let drawn = read.drawn(look.lang, false);
            // A limit of each unit is on each unit's bar.
            let limit = levels.limit.as_ref().filter(|limit| limit.is_of_each_unit());
            let limit = limit.map(|limit| cap(limit, drawn));
            Some(rows.with(|rows| {
                let of_units = matches!(rows.rows.first(), Some((Beside::Unit(_), _)));
                stacked_by_unit(&level_rows(rows, named, limit.filter(|_| of_units), drawn), &look)
            }))
        });
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let title = move || {
        rows.with(|rows| match rows.rows.first() {
            Some((Beside::Year(_), _)) => w().by_year,
            Some((Beside::Sector(_), _)) => w().by_sector,
            _ => w().by_unit,
        })
    };
    let beside = move || {
        rows.with(|rows| match rows.rows.first() {
            Some((Beside::Year(_), _)) => "along",
            _ => "units",
        })
    };
    let pick = move |key: String| {
        let here = router.place_untracked();
        let row = rows.with_untracked(|rows| {
            rows.rows
                .iter()
                .map(|(row, _)| row.clone())
                .find(|row| row.key() == key)
        });
        match row {
            Some(Beside::Unit(unit)) => router.go(unit_place(&here, unit.as_str())),
            Some(Beside::Year(year)) => {
                let form = part.read(|read| read.shown.form.id.to_string());
                router.go(entry_place(&here, &form, &year.to_string()));
            }
            Some(Beside::Sector(sector)) => {
                router.set_filter("sector", sector.as_ref().map_or("", SectorId::as_str));
            }
            None => {}
        }
    };
    let lang = use_lang();
    let sentence = Signal::derive(move || {
        let lang = lang();
        rows.with(|rows| part.levels(|levels, read| told(lang, rows, levels, &read)))
    });
    view! {
        <Chart
            title=move || title().to_owned()
            sentence
            draw=Callback::new(draw)
            on_pick=Callback::new(pick)
            subject=Signal::derive(move || part.subject(None, beside()))
            illustrative=part.illustrative()
            table=move || view! { <RowsTable part rows/> }
        />
    }
}

#[component]
fn RowsTable(part: PartView, rows: Memo<LevelRows<Beside>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = part.topic.lens.router();
    let columns = move || {
        let lang = lang();
        rows.with(|rows| {
            let first = match rows.rows.first() {
                Some((Beside::Year(_), _)) => w().period,
                Some((Beside::Sector(_), _)) => w().sector,
                _ => w().unit,
            };
            let levels = rows.columns.iter();
            let levels = levels.map(|column| Column::figures(column.label.in_lang(lang)).sortable());
            std::iter::once(Column::words(first))
                .chain(levels)
                .chain([Column::figures(w().total).sortable()])
                .collect::<Vec<_>>()
        })
    };
    let body = move || {
        let (lang, here) = (lang(), router.place());
        part.read(|read| {
            rows.with(|rows| {
                let width = rows.columns.len();
                let row = |(of, counts): &(Beside, Option<Vec<Count>>)| {
                    let mut cells = vec![Cell::text(of.name(lang, w(), (read.ledger, &read.shown.period)))];
                    match counts {
                        Some(counts) => {
                            cells.extend(counts.iter().map(|at| count(lang, *at)));
                            cells.push(count(lang, counts.iter().sum()));
                        }
                        None => {
                            cells.push(Cell::muted(w().not_reported));
                            cells.extend((0..width).map(|_| Cell::none()));
                        }
                    }
                    let kind = if counts.is_some() {
                        RowKind::Plain
                    } else {
                        RowKind::Muted
                    };
                    let row = Row::new(cells).kind(kind);
                    match of {
                        Beside::Unit(unit) => row.link(unit_place(&here, unit.as_str())),
                        Beside::Year(year) => {
                            row.link(entry_place(&here, read.shown.form.id.as_str(), &year.to_string()))
                        }
                        Beside::Sector(_) => row,
                    }
                };
                rows.rows.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <div class="wide-names">
            <Table caption=part.title() columns=Signal::derive(columns) rows=Signal::derive(body) quiet=true/>
        </div>
    }
}

/// The bloc's own level, year by year.
#[component]
fn OwnByYear(part: PartView, rows: Memo<LevelRows<Beside>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = part.topic.lens.router();
    let body = move || {
        let (lang, here) = (lang(), router.place());
        part.read(|read| {
            rows.with(|rows| {
                let row = |(of, counts): &(Beside, Option<Vec<Count>>)| {
                    let at = counts
                        .as_ref()
                        .and_then(|counts| counts.iter().position(|count| *count > 0));
                    let level = at.and_then(|at| rows.columns.get(at));
                    let level = level.map_or_else(
                        || Cell::muted(w().not_reported),
                        |column| Cell::text(column.label.in_lang(lang)),
                    );
                    let to = entry_place(&here, read.shown.form.id.as_str(), &of.key());
                    Row::new(vec![
                        Cell::text(of.name(lang, w(), (read.ledger, &read.shown.period))),
                        level,
                    ])
                    .link(to)
                };
                rows.rows.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=part.title()
            columns=Signal::derive(move || vec![Column::words(w().period), Column::words(w().level)])
            rows=Signal::derive(body)
            quiet=true
        />
    }
}

/// Each unit with its own level.
#[component]
fn LevelOfUnits(part: PartView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = part.topic.lens.router();
    let units = Memo::new(move |_| {
        part.ask(|scope, shown| match &shown.body {
            Body::Levels(levels) => {
                let key = CellKey::of(&levels.measure.id, &[]);
                levels_by_unit(scope, &shown.form, &key, &shown.period)
            }
            _ => LevelRows::default(),
        })
    });
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        part.read(|read| {
            units.with(|units| {
                let row = |(unit, counts): &(UnitId, Option<Vec<Count>>)| {
                    let at = counts
                        .as_ref()
                        .and_then(|counts| counts.iter().position(|count| *count > 0));
                    let level = at.and_then(|at| Some((at, units.columns.get(at)?)));
                    let cell = match level {
                        Some((at, column)) => Cell::figure(column.label.in_lang(lang), at as f64),
                        None => Cell::muted(w().not_reported),
                    };
                    let kind = if level.is_some() {
                        RowKind::Plain
                    } else {
                        RowKind::Muted
                    };
                    let cells = vec![Cell::text(unit_name_in(read.ledger, unit, &read.shown.period)), cell];
                    Row::new(cells).kind(kind).link(unit_place(&here, unit.as_str()))
                };
                units.rows.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().by_unit
            columns=Signal::derive(move || vec![Column::words(w().unit), Column::words(w().level).sortable()])
            rows=Signal::derive(rows)
            fold_after=12
        />
    }
}
