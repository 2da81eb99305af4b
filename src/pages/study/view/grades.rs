//! Results of write-ups: all together as one bar, then by unit.

use super::{DriveView, unit_place};
use crate::analysis::shares::of_sum;
use crate::charts::Empty;
use crate::charts::look::Look;
use crate::charts::stacked_by_unit::stacked_by_unit;
use crate::charts::stacked_whole::stacked_whole;
use crate::exhibit::study::drawn::{full_name, grades, grades_by_unit};
use crate::exhibit::study::figures::DriveFigures;
use crate::exhibit::study::sentences;
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::ledger::Ledger;
use crate::model::number::{Count, format_count};
use crate::report::sentence::facts::Facts;
use crate::report::sentence::from_analysis::counts;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// The results of a drive; says so while there are none.
#[component]
pub fn GradesSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let router = view.lens.router();
    let some = Memo::new(move |_| view.read(|figures, _| figures.grades.whole() > 0));
    let draw_whole = move |look: Look| {
        view.figures.with(|figures| match figures {
            Some(figures) => stacked_whole(&grades(&figures.grades, look.lang, w().not_graded), &look),
            None => Err(Empty::NoRows),
        })
    };
    let draw_units = move |look: Look| {
        view.figures.with(|figures| match figures {
            Some(figures) => view
                .lens
                .ledger(|ledger| stacked_by_unit(&grades_by_unit(&figures.grades, ledger, look.lang), &look)),
            None => Err(Empty::NoRows),
        })
    };
    let facts = |figures: &DriveFigures, ledger: &Ledger| {
        let (_, total) = figures.grades.grades.first()?;
        Some(Facts {
            total: None,
            ..Facts::of_total(total, ledger)
        })
    };
    move || {
        if !some.get() {
            return view! {
                <Section title=move || w().grades>
                    <EmptyState icon=IconName::Chart title=move || w().no_grades why=move || w().no_grades_why/>
                </Section>
            }
            .into_any();
        }
        view! {
            <Section title=move || w().grades>
                <Chart
                    title=move || w().grades_whole
                    sentence=view.text(sentences::grades_whole)
                    facts=view.facts(facts)
                    draw=Callback::new(draw_whole)
                    subject=view.subject("grades")
                    table=move || view! { <WholeTable view/> }
                />
                <Chart
                    title=move || w().by_unit
                    sentence=view.text(sentences::grades_by_unit)
                    draw=Callback::new(draw_units)
                    on_pick=Callback::new(move |unit: String| router.go(unit_place(&router.place_untracked(), &unit)))
                    subject=view.subject("grades-by-unit")
                    illustrative=view.illustrative()
                    table=move || view! { <UnitTable view/> }
                />
            </Section>
        }
        .into_any()
    }
}

/// Grades with their counts and shares, the sum last.
#[component]
fn WholeTable(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let rows = move || {
        let lang = lang();
        view.read(|figures, _| {
            let options = &figures.grades.grades;
            let shares = of_sum(&counts(options), 1);
            let count = |count: Count| Cell::text(format_count(count, lang));
            let percent = |percent: Option<crate::model::number::Percent>| {
                percent.map_or_else(Cell::none, |percent| Cell::text(percent.format(1, lang)))
            };
            let row =
                |label: String, cells: [Cell; 2]| Row::new([Cell::text(label)].into_iter().chain(cells).collect());
            let mut rows: Vec<Row> = options
                .iter()
                .zip(&shares.parts)
                .map(|((column, _), share)| {
                    row(
                        column.label.in_lang(lang).to_owned(),
                        [count(share.count), percent(share.percent)],
                    )
                })
                .collect();
            let sum = shares.parts.iter().filter_map(|share| share.percent);
            let sum = sum.fold(0, |sum, percent| sum + percent.hundredths());
            let sum = crate::model::number::Percent::from_hundredths(sum);
            rows.push(row(w().whole.to_owned(), [count(shares.whole), percent(Some(sum))]).kind(RowKind::Total));
            rows
        })
    };
    view! {
        <Table
            caption=move || w().grades
            columns=Signal::derive(move || {
                vec![Column::words(w().grade), Column::figures(w().column_count), Column::figures(w().rate)]
            })
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}

/// Each unit's counts by grade.
#[component]
fn UnitTable(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let lang = use_lang();
    let router = view.lens.router();
    let columns = move || {
        let lang = lang();
        let grades = view.read(|figures, _| {
            let grades = figures.grades.grades.iter();
            grades
                .map(|(column, _)| Column::figures(column.label.in_lang(lang)).sortable())
                .collect::<Vec<_>>()
        });
        std::iter::once(Column::words(w().unit))
            .chain(grades)
            .collect::<Vec<_>>()
    };
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        view.read(|figures, ledger| {
            let many = figures.grades.grades.len();
            let units = figures.grades.units.iter();
            units
                .map(|(unit, counts)| {
                    let mut cells = vec![Cell::text(full_name(ledger, unit))];
                    match counts {
                        Some(counts) => {
                            let figure = |count: &Count| Cell::figure(format_count(*count, lang), *count as f64);
                            cells.extend(counts.iter().map(figure));
                        }
                        None => {
                            cells.push(Cell::muted(ui().not_reported));
                            cells.extend((1..many).map(|_| Cell::none()));
                        }
                    }
                    let kind = if counts.is_some() {
                        RowKind::Plain
                    } else {
                        RowKind::Muted
                    };
                    Row::new(cells).kind(kind).link(unit_place(&here, unit.as_str()))
                })
                .collect::<Vec<_>>()
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
