//! Units and sectors by participation.

use super::cards::ParticipationCards;
use super::{DriveView, unit_place};
use crate::analysis::rank;
use crate::analysis::rate::Rate;
use crate::charts::Empty;
use crate::charts::grouped_bars::grouped_bars;
use crate::charts::look::Look;
use crate::charts::ranked_bars::ranked_bars;
use crate::exhibit::study::drawn::{full_name, sector_name, sectors, units};
use crate::exhibit::study::figures::DriveFigures;
use crate::exhibit::study::sentences;
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::id::UnitId;
use crate::model::indicator::Direction;
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::report::sentence::facts::Facts;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::segmented::Segmented;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// Participation by unit, then by sector.
#[component]
pub fn UnitsSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let router = view.lens.router();
    let draw_units = move |look: Look| {
        let target = ui().target;
        view.figures.with(|figures| match figures {
            Some(figures) => view
                .lens
                .ledger(|ledger| ranked_bars(&units(figures, ledger, look.lang, target), &look)),
            None => Err(Empty::NoRows),
        })
    };
    let draw_sectors = move |look: Look| {
        let (target, without) = (ui().target, w().no_sector);
        view.figures.with(|figures| match figures {
            Some(figures) => view
                .lens
                .ledger(|ledger| grouped_bars(&sectors(figures, ledger, look.lang, without, target), &look)),
            None => Err(Empty::NoRows),
        })
    };
    let several = Memo::new(move |_| view.read(|figures, _| figures.sectors.len() > 1));
    let main_facts = move |figures: &DriveFigures, ledger: &Ledger| {
        let main = figures.main()?;
        Some(Facts::of_rate(&main.rate, ledger))
    };
    view! {
        <Section
            title=move || w().participation
            actions=move || {
                view! {
                    <AudienceChoice view/>
                    <ToDeck subject=view.subject("overview")/>
                }
            }
        >
            <ParticipationCards view/>
            <Chart
                title=move || w().by_unit
                sentence=view.text(sentences::units)
                facts=view.facts(main_facts)
                draw=Callback::new(draw_units)
                on_pick=Callback::new(move |unit: String| router.go(unit_place(&router.place_untracked(), &unit)))
                subject=view.subject("participation")
                illustrative=view.illustrative()
                table=move || view! { <UnitTable view/> }
            />
            {move || {
                several
                    .get()
                    .then(|| {
                        view! {
                            <Chart
                                title=move || w().by_sector
                                sentence=view.text(sentences::sectors)
                                draw=Callback::new(draw_sectors)
                                on_pick=Callback::new(move |sector: String| router.set_filter("sector", &sector))
                                subject=view.subject("sectors")
                                illustrative=view.illustrative()
                                table=move || view! { <SectorTable view/> }
                            />
                        }
                    })
            }}
        </Section>
    }
}

/// Which audience units are compared by, where a drive has several.
#[component]
fn AudienceChoice(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let router = view.lens.router();
    let choices = Memo::new(move |_| {
        let lang = lang();
        view.read(|figures, _| {
            let audiences = figures.audiences.iter();
            audiences
                .map(|it| Choice::new(it.audience.id.as_str(), it.audience.label.in_lang(lang)))
                .collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || {
        view.read(|figures, _| figures.main().map(|main| main.audience.id.to_string()))
            .unwrap_or_default()
    });
    move || {
        (choices.with(Vec::len) > 1).then(|| {
            view! {
                <Segmented
                    label=move || w().audience
                    choices=choices
                    value
                    on_change=move |value: String| router.set_filter("audience", &value)
                />
            }
        })
    }
}

/// The cells of a rate: attended, invited, rate.
fn rate_cells(lang: Lang, rate: &Rate, not_reported: &str) -> Vec<Cell> {
    match rate.percent {
        Some(percent) => {
            let count = |count: u64| Cell::figure(format_count(count, lang), count as f64);
            vec![
                count(rate.numerator.count()),
                count(rate.denominator.count()),
                Cell::figure(percent.format_short(lang), percent.to_f64()),
            ]
        }
        None => vec![Cell::none(), Cell::none(), Cell::muted(not_reported)],
    }
}

/// The rows of a ranking as a table, the not reported ones last and muted.
#[component]
fn UnitTable(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let lang = use_lang();
    let router = view.lens.router();
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        view.read(|figures, ledger| {
            let row = |unit: &UnitId, cells: Vec<Cell>| {
                let name = Cell::text(full_name(ledger, unit));
                Row::new(std::iter::once(name).chain(cells).collect()).link(unit_place(&here, unit.as_str()))
            };
            let ranked = rank::by_rate(figures.units.clone(), Direction::Higher);
            let reported = ranked
                .rows
                .iter()
                .map(|it| row(&it.unit, rate_cells(lang, &it.figure, "")));
            let none = || vec![Cell::none(), Cell::none(), Cell::muted(ui().not_reported)];
            let missing = ranked
                .not_reported
                .iter()
                .map(|unit| row(unit, none()).kind(RowKind::Muted));
            reported.chain(missing).collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().by_unit
            columns=Signal::derive(move || rate_columns(w().unit, w().attended, w().invited, w().rate))
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}

fn rate_columns(name: &str, attended: &str, invited: &str, rate: &str) -> Vec<Column> {
    vec![
        Column::words(name),
        Column::figures(attended).sortable(),
        Column::figures(invited).sortable(),
        Column::figures(rate).sortable(),
    ]
}

#[component]
fn SectorTable(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let lang = use_lang();
    let router = view.lens.router();
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        view.read(|figures, ledger| {
            let sectors = figures.sectors.iter();
            sectors
                .map(|(sector, rate)| {
                    let name = Cell::text(sector_name(ledger, sector.as_ref(), lang, w().no_sector));
                    let cells = rate_cells(lang, rate, ui().not_reported);
                    let row = Row::new(std::iter::once(name).chain(cells).collect());
                    match sector {
                        Some(sector) => row.link(here.with_filter("sector", sector.as_str())),
                        None => row,
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().by_sector
            columns=Signal::derive(move || rate_columns(w().column_sector, w().attended, w().invited, w().rate))
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
