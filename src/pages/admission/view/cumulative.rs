//! The year's cumulative line against its target, with the facts beside it.

use super::facts::YearFacts;
use super::{YearView, labels};
use crate::charts::lines::cumulative_line;
use crate::charts::look::Look;
use crate::exhibit::admission::drawn::cumulative;
use crate::exhibit::admission::figures::AdmissionFigures;
use crate::exhibit::admission::shown::cumulative_sentence;
use crate::i18n::admission::{ADMISSION, year_name};
use crate::model::number::format_count;
use crate::report::period_name::period_title;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// The year's line and its facts.
#[component]
pub fn CumulativeSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let draw = move |look: Look| {
        view.figures
            .with(|figures| cumulative_line(&cumulative(figures, labels(look.lang)), &look))
    };
    view! {
        <Section title=move || w().cumulative>
            <div class="split">
                <Chart
                    title=view.text(|lang, figures, _| year_name(lang, figures.year))
                    sentence=view.text(|lang, figures, _| cumulative_sentence(lang, figures))
                    draw=Callback::new(draw)
                    subject=view.subject("cumulative")
                    illustrative=view.illustrative()
                    table=move || view! { <CumulativeTable view/> }
                />
                <YearFacts view/>
            </div>
        </Section>
    }
}

#[component]
fn CumulativeTable(view: YearView) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let columns = move || {
        let mut columns = vec![Column::words(w().month), Column::figures(w().admitted)];
        if view.figures.with(AdmissionFigures::has_last_year) {
            columns.push(Column::figures(w().last_year));
        }
        columns
    };
    let rows = move || {
        let lang = lang();
        view.read(|figures, ledger| {
            let before = figures
                .cumulative_before
                .iter()
                .map(Some)
                .chain(std::iter::repeat(None));
            figures
                .cumulative
                .iter()
                .zip(before)
                .map(|(now, before)| {
                    let count = |point: &crate::analysis::series::Point| match point.total.quantity {
                        Some(quantity) => Cell::text(format_count(quantity.count, lang)),
                        None => Cell::muted(w().ahead),
                    };
                    let mut cells = vec![Cell::text(period_title(lang, &now.period, ledger)), count(now)];
                    cells.extend(before.map(count));
                    Row::new(cells)
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().cumulative
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
