//! A topic's figures as tables.

use super::compared::{LevelRows, Moment, One};
use super::figures::{Done, Figure, Levels, Matrix, MatrixColumn, TopicFigures};
use super::worded::{card, stage, value};
use crate::analysis::Scope;
use crate::analysis::shares::of_sum;
use crate::exhibit::cells::{count, entry_place, none, share, unit_place};
use crate::i18n::topics::TOPICS;
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::letter_case::lowered;
use crate::model::measure::Form;
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::report::sentence::share::{Share, part_of_whole};
use crate::report::sentence::status::{Standing, standing_word};
use crate::report::table::{Cell, Column, Number, Row, RowKind, Table};

/// Every figure that is told of a topic, under the names of its parts.
pub fn figures(lang: Lang, figures: &TopicFigures, scope: &Scope<'_>) -> Table {
    let words = TOPICS.in_lang(lang);
    let told = |figure: &&Figure| figure.is_told();
    let all = || figures.parts.iter().flat_map(|shown| shown.figures.iter().filter(told));
    let with_target = all().any(|figure| figure.target.is_some());
    let mut columns = vec![
        Column::words(words.indicator),
        Column::figures(words.value),
        Column::words(words.out_of),
    ];
    if with_target {
        columns.extend([Column::figures(words.asked), Column::words(words.standing)]);
    }
    let mut rows = Vec::new();
    for shown in &figures.parts {
        let mut told = shown.figures.iter().filter(told).peekable();
        if told.peek().is_none() {
            continue;
        }
        if figures.parts.len() > 1 {
            let mut head = vec![Cell::text(shown.label().in_lang(lang))];
            head.resize(columns.len(), Cell::default());
            rows.push(Row::new("", head).kind(RowKind::Group));
        }
        let place = entry_place(&shown.form.id, None, &shown.period);
        rows.extend(told.map(|figure| {
            let card = card(lang, shown, figure, scope.ledger, scope.catalogue);
            let mut cells = vec![
                Cell::text(card.label),
                Cell {
                    text: card.value,
                    number: number(figure),
                },
                Cell::text(card.unit),
            ];
            if with_target {
                cells.push(match card.target.is_empty() {
                    true => none(lang),
                    false => Cell::text(card.target),
                });
                let standing = figure
                    .target
                    .as_ref()
                    .map(|found| standing_word(lang, Standing::of(found)));
                cells.push(standing.map_or_else(|| none(lang), Cell::text));
            }
            Row::new(figure.indicator.id.to_string(), cells).to(place.as_str())
        }));
    }
    Table {
        caption: figures.topic.label.in_lang(lang).to_owned(),
        columns,
        rows,
    }
}

fn number(figure: &Figure) -> Option<Number> {
    match &figure.value {
        super::figures::Value::Rate { now, .. } if now.ratio => None,
        super::figures::Value::Rate { now, .. } => now.percent.map(Number::Percent),
        super::figures::Value::Total(both) => both.now.quantity.map(|quantity| Number::Count(quantity.count)),
    }
}

/// One indicator over units, in the official order.
pub fn units(
    lang: Lang,
    indicator: &Indicator,
    rows: &[(UnitId, One)],
    (ledger, period): (&Ledger, &Period),
    money: bool,
) -> Table {
    let words = TOPICS.in_lang(lang);
    let mut columns = vec![Column::words(words.unit), Column::figures(words.value)];
    columns.extend(indicator.denominator.is_some().then(|| Column::figures(words.share)));
    let row = |(unit, one): &(UnitId, One)| {
        let mut cells = vec![Cell::text(unit_name_in(ledger, unit, period))];
        cells.extend(value_cells(lang, one, money));
        let kind = if one.is_reported() {
            RowKind::Plain
        } else {
            RowKind::Muted
        };
        Row::new(unit.to_string(), cells).kind(kind).to(unit_place(unit))
    };
    Table {
        caption: words.by_unit.to_owned(),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

/// A value as cells: the counts, then, of a rate, the share.
fn value_cells(lang: Lang, one: &One, money: bool) -> Vec<Cell> {
    let words = TOPICS.in_lang(lang);
    let not_reported = || Cell::text(words.not_reported);
    match one {
        One::Rate(rate) => vec![
            Share::of(rate).map_or_else(not_reported, |found| Cell::text(part_of_whole(lang, &found))),
            share(lang, rate.percent),
        ],
        One::Total(total) => vec![match (total.quantity, value(lang, one, money)) {
            (Some(quantity), Some(text)) => Cell::count(text, quantity.count),
            _ => not_reported(),
        }],
    }
}

/// One indicator period by period; on a board what was set and what was done of it.
pub fn along(lang: Lang, form: &Form, moments: &[Moment], (ledger, board, money): (&Ledger, bool, bool)) -> Table {
    let words = TOPICS.in_lang(lang);
    let with_before = moments.iter().any(|moment| moment.before.is_some());
    let mut columns = vec![Column::words(words.period)];
    match board {
        true => columns.extend([words.set, words.done, words.share].map(Column::figures)),
        false => columns.push(Column::figures(words.value)),
    }
    columns.extend(with_before.then(|| Column::figures(words.last_year)));
    let cell = |one: &One| {
        let text = value(lang, one, money)?;
        Some(match one {
            One::Rate(_) => Cell::text(text),
            One::Total(_) => Cell::count(text, one.count()?),
        })
    };
    let row = |moment: &Moment| {
        let missing = || match moment.realisation {
            Realisation::Planned => none(lang),
            _ => Cell::text(words.not_reported),
        };
        let mut cells = vec![Cell::text(period_title(lang, &moment.period, ledger))];
        if board {
            let known = stage(lang, moment, ledger);
            cells.extend([known.set, known.done].map(|side| side.map_or_else(missing, Cell::text)));
            cells.push(known.share.map_or_else(|| none(lang), Cell::text));
        } else {
            cells.push(cell(&moment.now).unwrap_or_else(missing));
        }
        if with_before {
            cells.push(moment.before.as_ref().and_then(cell).unwrap_or_else(|| none(lang)));
        }
        Row::new(moment.period.to_string(), cells).to(entry_place(&form.id, None, &moment.period))
    };
    Table {
        caption: words.along.to_owned(),
        columns,
        rows: moments.iter().map(row).collect(),
    }
}

/// The levels of the whole, with what rounding leaves of 100 %.
pub fn levels(lang: Lang, levels: &Levels) -> Table {
    let words = TOPICS.in_lang(lang);
    let shares = of_sum(&levels.counts(), 1);
    let parts = levels.levels.iter().zip(&shares.parts);
    let mut rows: Vec<Row> = parts
        .map(|((column, _), found)| {
            let cells = vec![
                Cell::text(column.label.in_lang(lang)),
                count(lang, found.count),
                share(lang, found.percent),
            ];
            Row::new(column.key.to_string(), cells)
        })
        .collect();
    if shares.rounding.hundredths() != 0 {
        let cells = vec![
            Cell::text(words.rounding),
            Cell::default(),
            Cell::text(shares.rounding.format_signed(1, lang)),
        ];
        rows.push(Row::new("", cells).kind(RowKind::Muted));
    }
    let whole = (shares.whole > 0).then_some(Percent::HUNDRED);
    let total = vec![Cell::text(words.total), count(lang, shares.whole), share(lang, whole)];
    rows.push(Row::new("", total).kind(RowKind::Total));
    Table {
        caption: levels.measure.label.in_lang(lang).to_owned(),
        columns: vec![
            Column::words(words.level),
            Column::figures(words.count),
            Column::figures(words.share),
        ],
        rows,
    }
}

/// Levels of many, a row each. `named` gives a row's key and name, `place` where it leads.
pub fn level_rows<K>(
    lang: Lang,
    rows: &LevelRows<K>,
    first: &str,
    named: impl Fn(&K) -> (String, String),
    place: impl Fn(&K) -> String,
) -> Table {
    let words = TOPICS.in_lang(lang);
    let width = rows.columns.len();
    let heads = rows.columns.iter();
    let row = |(of, counts): &(K, Option<Vec<Count>>)| {
        let (key, name) = named(of);
        let mut cells = vec![Cell::text(name)];
        match counts {
            Some(counts) => {
                cells.extend(counts.iter().map(|some| count(lang, *some)));
                cells.push(count(lang, counts.iter().sum()));
            }
            None => {
                cells.push(Cell::text(words.not_reported));
                cells.extend((0..width).map(|_| none(lang)));
            }
        }
        let kind = if counts.is_some() {
            RowKind::Plain
        } else {
            RowKind::Muted
        };
        Row::new(key, cells).kind(kind).to(place(of))
    };
    Table {
        caption: first.to_owned(),
        columns: std::iter::once(Column::words(first))
            .chain(heads.map(|column| Column::figures(column.label.in_lang(lang))))
            .chain([Column::figures(words.total)])
            .collect(),
        rows: rows.rows.iter().map(row).collect(),
    }
}

/// Each unit with its own level.
pub fn own_levels(lang: Lang, units: &LevelRows<UnitId>, (ledger, period): (&Ledger, &Period)) -> Table {
    let words = TOPICS.in_lang(lang);
    let row = |(unit, counts): &(UnitId, Option<Vec<Count>>)| {
        let at = counts
            .as_ref()
            .and_then(|counts| counts.iter().position(|some| *some > 0));
        let level = at.and_then(|at| units.columns.get(at));
        let cell = level.map_or(words.not_reported, |column| column.label.in_lang(lang));
        let kind = if level.is_some() {
            RowKind::Plain
        } else {
            RowKind::Muted
        };
        let cells = vec![Cell::text(unit_name_in(ledger, unit, period)), Cell::text(cell)];
        Row::new(unit.to_string(), cells).kind(kind).to(unit_place(unit))
    };
    Table {
        caption: words.by_unit.to_owned(),
        columns: vec![Column::words(words.unit), Column::words(words.level)],
        rows: units.rows.iter().map(row).collect(),
    }
}

/// Rows, columns and the sums that may be taken: only where one thing is counted.
pub fn matrix(lang: Lang, matrix: &Matrix) -> Table {
    let words = TOPICS.in_lang(lang);
    let with_sums = (0..matrix.rows.len()).any(|row| matrix.row_total(row).is_some());
    // A cell that counts nothing stays empty: a wide matrix is mostly that.
    let figure = |some: Option<Count>| {
        some.filter(|some| *some > 0)
            .map_or_else(Cell::default, |some| count(lang, some))
    };
    let mut columns = vec![Column::words(words.option)];
    columns.extend(
        matrix
            .columns
            .iter()
            .map(|column| Column::figures(head(lang, words.count, column))),
    );
    columns.extend(with_sums.then(|| Column::figures(words.total)));
    let row = |(at, label): (usize, &crate::model::text::Text)| {
        let mut cells = vec![Cell::text(label.in_lang(lang))];
        let totals = matrix.cells.get(at).into_iter().flatten();
        cells.extend(totals.map(|total| figure(total.quantity.map(|quantity| quantity.count))));
        cells.extend(with_sums.then(|| figure(matrix.row_total(at))));
        Row::new(at.to_string(), cells)
    };
    let mut rows: Vec<Row> = matrix.rows.iter().enumerate().map(row).collect();
    let across = 0..matrix.columns.len();
    if rows.len() > 1 && across.clone().any(|column| matrix.column_total(column).is_some()) {
        let mut cells = vec![Cell::text(words.total)];
        cells.extend(across.map(|column| figure(matrix.column_total(column))));
        cells.extend(with_sums.then(|| figure(matrix.whole())));
        rows.push(Row::new("", cells).kind(RowKind::Total));
    }
    Table {
        caption: matrix.measure.label.in_lang(lang).to_owned(),
        columns,
        rows,
    }
}

/// The head of a column: its options, and what is counted where they do not say it.
fn head(lang: Lang, plain: &str, column: &MatrixColumn) -> String {
    let label = match column.label.in_lang(lang) {
        "" => plain,
        label => label,
    };
    let unit = column.counted.as_ref().map(|counted| counted.in_lang(lang));
    let said = |unit: &&str| label.split(" · ").any(|part| lowered(part).starts_with(*unit));
    match unit.filter(|unit| !said(unit)) {
        Some(unit) => format!("{label} ({unit})"),
        None => label.to_owned(),
    }
}

/// Units by whether they have done it: who has not said first, then who has not.
pub fn done(lang: Lang, done: &Done, (ledger, period): (&Ledger, &Period)) -> Table {
    let words = TOPICS.in_lang(lang);
    let row = |unit: &UnitId, state: &str, kind: RowKind| {
        let cells = vec![Cell::text(unit_name_in(ledger, unit, period)), Cell::text(state)];
        Row::new(unit.to_string(), cells).kind(kind).to(unit_place(unit))
    };
    let missing = done
        .missing
        .iter()
        .map(|unit| row(unit, words.not_reported, RowKind::Muted));
    let not = done.not.iter().map(|unit| row(unit, words.not_done, RowKind::Plain));
    let has = done.done.iter().map(|unit| row(unit, words.done, RowKind::Plain));
    Table {
        caption: words.by_unit.to_owned(),
        columns: vec![Column::words(words.unit), Column::words(words.state)],
        rows: missing.chain(not).chain(has).collect(),
    }
}
