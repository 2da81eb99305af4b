//! Units × drives: who took part where.

use super::unit_place;
use crate::charts::Empty;
use crate::charts::heat_map::heat_map;
use crate::charts::look::Look;
use crate::exhibit::study::drawn::{full_name, heat};
use crate::exhibit::study::list::{DriveRow, UnitAndDrives, units_and_drives};
use crate::exhibit::study::sentences;
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::drive::Drive;
use crate::model::id::{DriveId, SectorId};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use crate::ui::to_deck::subject_here;
use leptos::prelude::*;

/// The heat map and its section; nothing while no drive has figures.
#[component]
pub fn HeatSection(
    /// The books.
    lens: Lens,
    /// The drives of the list.
    drives: Memo<Vec<DriveRow>>,
    /// Only units of this sector.
    sector: Signal<Option<SectorId>>,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let router = lens.router();
    let found = Memo::new(move |_| {
        let listed: Vec<Drive> = drives.with(|rows| rows.iter().map(|row| row.drive.clone()).collect());
        lens.with(|scope| units_and_drives(&scope.in_sector(sector.get()), &listed))
    });
    let left_out = move || {
        let lang = lang();
        let listed: Vec<Drive> = drives.with(|rows| rows.iter().map(|row| row.drive.clone()).collect());
        lens.with(|scope| sentences::without_counts(scope, lang, &listed))
    };
    let alike = Memo::new(move |_| {
        let lang = lang();
        found.with(|(drives, rows)| sentences::alike(lang, drives, rows))
    });
    let some = Memo::new(move |_| found.with(|(drives, rows)| !drives.is_empty() && !rows.is_empty()));
    let sentence = move || {
        let lang = lang();
        lens.catalogue(|catalogue| found.with(|(drives, rows)| sentences::heat(lang, catalogue, drives, rows)))
    };
    let draw = move |look: Look| {
        found.with(|(drives, rows)| match rows.is_empty() {
            true => Err(Empty::NoRows),
            false => lens.ledger(|ledger| heat_map(&heat(drives, rows, ledger), &look)),
        })
    };
    let pick = move |key: String| {
        let here = router.place_untracked();
        let place = match key.split_once('|') {
            Some((unit, _)) => unit_place(&here, unit),
            None if is_drive(lens, &key) => here.at(Route::StudyDrive(key)),
            None => unit_place(&here, &key),
        };
        router.go(place);
    };
    move || {
        some.get().then(|| {
            view! {
                <Section
                    title=move || w().heat
                    note=Signal::derive(move || match alike.with(Option::is_some) {
                        true => String::new(),
                        false => w().heat_help.to_owned(),
                    })
                >
                    // Where every cell is the same, a sentence says it; the units stand on the drive's own page.
                    {move || match alike.get() {
                        Some(said) => view! { <p>{said}</p> }.into_any(),
                        None => {
                            view! {
                                <Chart
                                    title=move || w().by_unit
                                    sentence=Signal::derive(sentence)
                                    draw=Callback::new(draw)
                                    on_pick=Callback::new(pick)
                                    subject=Signal::derive(move || {
                                        Some(subject_here(lens, &["study", "drives"], lens.period()))
                                    })
                                    illustrative=Signal::derive(move || lens.ledger(|ledger| ledger.is_demo()))
                                    table=move || view! { <HeatTable lens found/> }
                                />
                            }
                                .into_any()
                        }
                    }}
                    {move || Some(left_out()).filter(|text| !text.is_empty()).map(|text| view! { <p class="muted">{text}</p> })}
                </Section>
            }
        })
    }
}

fn is_drive(lens: Lens, key: &str) -> bool {
    lens.workspace()
        .ledger
        .with_untracked(|ledger| ledger.drive(&DriveId::new(key)).is_some())
}

#[component]
fn HeatTable(lens: Lens, found: Memo<(Vec<Drive>, Vec<UnitAndDrives>)>) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let lang = use_lang();
    let router = lens.router();
    let columns = move || {
        let drives = found.with(|(drives, _)| drives.iter().map(|drive| Column::figures(drive.name.clone())).collect());
        std::iter::once(Column::words(w().unit))
            .chain::<Vec<_>>(drives)
            .collect::<Vec<_>>()
    };
    let rows = move || {
        let here = router.place();
        let lang = lang();
        let cell = |rate: &Option<crate::analysis::Rate>| match rate {
            None => Cell::none(),
            Some(rate) => match rate.percent {
                Some(percent) => Cell::figure(percent.format_short(lang), percent.to_f64()),
                None => Cell::muted(ui().not_reported),
            },
        };
        found.with(|(_, rows)| {
            lens.ledger(|ledger| {
                rows.iter()
                    .map(|(unit, cells)| {
                        let name = Cell::text(full_name(ledger, unit));
                        let row = Row::new(std::iter::once(name).chain(cells.iter().map(cell)).collect());
                        row.link(unit_place(&here, unit.as_str()))
                    })
                    .collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().heat
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
