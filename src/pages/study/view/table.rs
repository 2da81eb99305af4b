//! Every unit of a drive with all it entered.

use super::{DriveView, unit_place};
use crate::analysis::completeness::ReturnState;
use crate::i18n::study::STUDY;
use crate::model::id::SectorId;
use crate::model::number::{Count, Percent, format_count};
use crate::model::returns::ReturnStatus;
use crate::pages::study::drawn::{full_name, sector_name};
use crate::pages::study::sheet::{UnitRow, rows};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::ReturnBadge;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
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
    let columns = move || {
        let w = w();
        let sortable = |label| Column::figures(label).sortable();
        vec![
            Column::words(w.unit),
            Column::words(w.state),
            sortable(w.attended),
            sortable(w.invited),
            sortable(w.rate),
            sortable(w.column_write_ups),
            sortable(w.column_excellent),
            sortable(w.column_copies),
            sortable(w.column_commitments),
            Column::marks(w.column_plan),
            Column::marks(w.column_studied),
            Column::marks(w.column_programme),
        ]
    };
    let shown = move || {
        let (lang, here) = (lang(), router.place());
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
                name,
                Cell::view(move || state_badge(state)),
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
            Row::new(cells)
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
                rows.push(total(found, w().whole, &count));
                rows
            })
        })
    };
    view! {
        <Section title=move || w().table>
            <Table
                caption=move || w().table
                columns=Signal::derive(columns)
                rows=Signal::derive(shown)
                quiet=true
            />
        </Section>
    }
}

/// The sum of each column of counts, and of how many units did each thing.
fn total(rows: &[UnitRow], name: &str, count: &impl Fn(Option<Count>) -> Cell) -> Row {
    let sum = |of: fn(&UnitRow) -> Option<Count>| {
        let counts = rows.iter().filter_map(of);
        count(counts.fold(None, |sum: Option<Count>, count| Some(sum.unwrap_or(0) + count)))
    };
    let done = |of: fn(&UnitRow) -> Option<bool>| {
        let done = rows.iter().filter(|row| of(row) == Some(true)).count();
        Cell::text(format!("{done}/{}", rows.len()))
    };
    Row::new(vec![
        Cell::text(name),
        Cell::default(),
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
    ])
    .kind(RowKind::Total)
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
    };
    view! { <ReturnBadge status=status late=late/> }.into_any()
}
