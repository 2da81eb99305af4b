//! Every unit of a drive with all it entered.

use super::{DriveView, unit_place};
use crate::analysis::completeness::ReturnState;
use crate::exhibit::study::drawn::{full_name, sector_name};
use crate::i18n::study::STUDY;
use crate::model::deck::Form;
use crate::model::id::SectorId;
use crate::model::number::{Count, Percent, format_count};
use crate::model::returns::ReturnStatus;
use crate::pages::study::sheet::{UnitRow, rows};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::ReturnBadge;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// The table at the page's end.
#[component]
pub fn TableSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let router = view.lens.router();
    let sector = router.filter("sector");
    let found = Memo::new(move |_| {
        let chosen = view.figures.with(|figures| {
            let figures = figures.as_ref()?;
            let audience = figures.main().map(|main| main.audience.id.to_string());
            Some((figures.drive.clone(), audience.unwrap_or_else(|| "members".to_owned())))
        });
        let sector = Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new);
        chosen.map_or_else(Vec::new, |(drive, audience)| {
            view.lens
                .with(|scope| rows(&scope.in_sector(sector), &drive, &audience))
        })
    });
    // A column that nobody has filled in says nothing and takes room.
    let used = Memo::new(move |_| found.with(|found| figures_used(found)));
    let columns = move || {
        let w = w();
        let figures = [
            w.attended,
            w.invited,
            w.rate,
            w.column_write_ups,
            w.column_excellent,
            w.column_copies,
            w.column_commitments,
        ];
        let marks = [w.column_plan, w.column_studied, w.column_programme];
        let figures = figures.into_iter().map(|label| Column::figures(label).sortable());
        let rest: Vec<Column> = figures.chain(marks.into_iter().map(Column::marks)).collect();
        let head = [Column::words(w.unit), Column::words(w.state)];
        head.into_iter()
            .chain(used.with(|used| kept(rest, used)))
            .collect::<Vec<_>>()
    };
    let shown = move || {
        let (lang, here, used) = (lang(), router.place(), used.get());
        let count = |count: Option<Count>| match count {
            Some(count) => Cell::figure(format_count(count, lang), count as f64),
            None => Cell::none(),
        };
        let done = |done: Option<bool>| match done {
            Some(true) => Cell::text(w().yes),
            Some(false) => Cell::muted(w().no),
            None => Cell::none(),
        };
        let row = |row: &UnitRow, name: Cell| {
            let rate = row
                .attended
                .zip(row.invited)
                .and_then(|(part, whole)| Percent::of(part, whole, 1));
            let state = row.state;
            let cells = vec![
                count(row.attended),
                count(row.invited),
                rate.map_or_else(Cell::none, |rate| Cell::figure(rate.format_short(lang), rate.to_f64())),
                count(row.write_ups),
                count(row.excellent),
                count(row.copies),
                count(row.commitments),
                done(row.plan),
                done(row.studied),
                done(row.programme),
            ];
            let empty = matches!(state, ReturnState::NotDue | ReturnState::Missing | ReturnState::Late);
            let head = [name, Cell::view(move || state_badge(state))];
            Row::new(head.into_iter().chain(kept(cells, &used)).collect())
                .kind(if empty { RowKind::Muted } else { RowKind::Plain })
                .link(unit_place(&here, row.unit.as_str()))
        };
        found.with(|found| {
            view.lens.ledger(|ledger| {
                let mut rows: Vec<Row> = found
                    .iter()
                    .map(|unit| {
                        let sector = sector_name(ledger, unit.sector.as_ref(), lang, "");
                        row(unit, Cell::text(full_name(ledger, &unit.unit)).note(sector))
                    })
                    .collect();
                rows.push(total(found, w().whole, &count, &used));
                rows
            })
        })
    };
    let (subject, missing) = (view.subject("participation"), view.subject("missing"));
    view! {
        <Section
            title=move || w().table
            actions=move || {
                view! {
                    <ToDeck subject=missing form=Form::Missing/>
                    <ToDeck subject=subject form=Form::Table/>
                }
                    .into_any()
            }
        >
            <div class="wide-names short-cards">
                <Table
                    caption=move || w().table
                    columns=Signal::derive(columns)
                    rows=Signal::derive(shown)
                    quiet=true
                    cards=true
                    fold_after=20
                />
            </div>
        </Section>
    }
}

/// Which of the columns after the state have a value in some row.
fn figures_used(rows: &[UnitRow]) -> Vec<bool> {
    let some = |of: fn(&UnitRow) -> bool| rows.iter().any(of);
    vec![
        some(|row| row.attended.is_some()),
        some(|row| row.invited.is_some()),
        some(|row| row.attended.is_some() && row.invited.is_some()),
        some(|row| row.write_ups.is_some()),
        some(|row| row.excellent.is_some()),
        some(|row| row.copies.is_some()),
        some(|row| row.commitments.is_some()),
        some(|row| row.plan.is_some()),
        some(|row| row.studied.is_some()),
        some(|row| row.programme.is_some()),
    ]
}

fn kept<T>(columns: Vec<T>, used: &[bool]) -> Vec<T> {
    let kept = columns.into_iter().zip(used).filter(|(_, used)| **used);
    kept.map(|(column, _)| column).collect()
}

/// The sum of each column of counts, and of how many units did each thing.
fn total(rows: &[UnitRow], name: &str, count: &impl Fn(Option<Count>) -> Cell, used: &[bool]) -> Row {
    let sum = |of: fn(&UnitRow) -> Option<Count>| {
        let counts = rows.iter().filter_map(of);
        count(counts.fold(None, |sum: Option<Count>, count| Some(sum.unwrap_or(0) + count)))
    };
    let done = |of: fn(&UnitRow) -> Option<bool>| {
        let done = rows.iter().filter(|row| of(row) == Some(true)).count();
        Cell::text(format!("{done}/{}", rows.len()))
    };
    let cells = vec![
        sum(|row| row.attended),
        sum(|row| row.invited),
        Cell::default(),
        sum(|row| row.write_ups),
        sum(|row| row.excellent),
        sum(|row| row.copies),
        sum(|row| row.commitments),
        done(|row| row.plan),
        done(|row| row.studied),
        done(|row| row.programme),
    ];
    let head = [Cell::text(name), Cell::default()];
    Row::new(head.into_iter().chain(kept(cells, used)).collect()).kind(RowKind::Total)
}

/// A return's state as a badge.
fn state_badge(state: ReturnState) -> AnyView {
    let (status, late) = match state {
        ReturnState::NotDue | ReturnState::Missing => (None, false),
        ReturnState::Late => (None, true),
        ReturnState::Draft => (Some(ReturnStatus::Draft), false),
        ReturnState::Submitted => (Some(ReturnStatus::Submitted), false),
        ReturnState::SubmittedLate => (Some(ReturnStatus::Submitted), true),
        ReturnState::Accepted => (Some(ReturnStatus::Accepted), false),
        ReturnState::SentBack => (Some(ReturnStatus::SentBack(String::new())), false),
        ReturnState::Amended => (Some(ReturnStatus::Amended), false),
    };
    view! { <ReturnBadge status=status late=late/> }.into_any()
}
