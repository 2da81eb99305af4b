//! Admissions month by month, beside the same months last year.

use super::{YearView, entry_place, labels};
use crate::analysis::Total;
use crate::analysis::series::Point;
use crate::charts::look::Look;
use crate::charts::monthly_columns::monthly_columns;
use crate::exhibit::admission::drawn::{months, picked_month};
use crate::exhibit::admission::figures::AdmissionFigures;
use crate::exhibit::admission::shown::months_sentence;
use crate::i18n::admission::{ADMISSION, Admission, year_name};
use crate::model::number::format_count;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// Admissions by month. A picked month opens its entry.
#[component]
pub fn MonthsSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let router = view.lens.router();
    let draw = move |look: Look| {
        view.figures
            .with(|figures| monthly_columns(&months(figures, labels(look.lang)), &look))
    };
    let pick = move |key: String| {
        if let Some(month) = picked_month(&key) {
            router.go(entry_place(&router.place_untracked(), &month.to_string()));
        }
    };
    let title = move || match view.figures.with(AdmissionFigures::has_last_year) {
        true => w().by_month_and_before,
        false => w().by_month,
    };
    view! {
        <Section title>
            <Chart
                title=view.text(|lang, figures, _| year_name(lang, figures.year))
                sentence=view.text(months_sentence)
                draw=Callback::new(draw)
                on_pick=Callback::new(pick)
                subject=view.subject("months")
                illustrative=view.illustrative()
                table=move || view! { <MonthTable view/> }
            />
        </Section>
    }
}

/// A month's figure in a table: its count, or why there is none.
pub fn month_cell(lang: Lang, w: &Admission, point: &Point) -> Cell {
    match (point.total.quantity, point.realisation) {
        (Some(quantity), _) => Cell::text(format_count(quantity.count, lang)),
        (None, Realisation::Planned) => Cell::muted(w.ahead),
        (None, _) => Cell::muted(w.not_reported),
    }
}

#[component]
fn MonthTable(view: YearView) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let router = view.lens.router();
    let with_before = move || view.figures.with(AdmissionFigures::has_last_year);
    let columns = move || {
        let lang = lang();
        let year = view.figures.with(|figures| figures.year);
        let mut columns = vec![Column::words(w().month), Column::figures(year_name(lang, year))];
        if with_before() {
            columns.push(Column::figures(year_name(lang, year - 1)));
        }
        columns
    };
    let rows = move || {
        let (lang, here, with_before) = (lang(), router.place(), with_before());
        view.read(|figures, ledger| {
            let before = |total: &Option<Total>| match total.as_ref().and_then(|total| total.quantity) {
                Some(quantity) => Cell::text(format_count(quantity.count, lang)),
                None => Cell::none(),
            };
            figures
                .months
                .iter()
                .map(|month| {
                    let period = &month.now.period;
                    let mut cells = vec![
                        Cell::text(period_title(lang, period, ledger)),
                        month_cell(lang, w(), &month.now),
                    ];
                    if with_before {
                        cells.push(before(&month.before));
                    }
                    Row::new(cells).link(entry_place(&here, &period.to_string()))
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().by_month
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
