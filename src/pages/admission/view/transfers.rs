//! Full-membership transfers by month.

use super::YearView;
use super::months::month_cell;
use crate::analysis::series::Point;
use crate::charts::look::Look;
use crate::charts::monthly_columns::monthly_columns;
use crate::exhibit::admission::drawn::transfers;
use crate::exhibit::admission::shown::transfers_sentence;
use crate::i18n::admission::{ADMISSION, year_name};
use crate::report::period_name::period_title;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// Transfers: how many, and in which months.
#[component]
pub fn TransfersSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let draw = move |look: Look| {
        view.figures
            .with(|figures| monthly_columns(&transfers(figures, look.lang), &look))
    };
    view! {
        <Section title=move || w().transfers>
            <Chart
                title=view.text(|lang, figures, _| year_name(lang, figures.year))
                sentence=view.text(transfers_sentence)
                draw=Callback::new(draw)
                subject=view.subject("transfers")
                illustrative=view.illustrative()
                table=move || view! { <TransferTable view/> }
            />
        </Section>
    }
}

#[component]
fn TransferTable(view: YearView) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let rows = move || {
        let lang = lang();
        view.read(|figures, ledger| {
            let row = |point: &Point| {
                Row::new(vec![
                    Cell::text(period_title(lang, &point.period, ledger)),
                    month_cell(lang, w(), point),
                ])
            };
            figures.transfers.iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().transfers
            columns=Signal::derive(move || vec![Column::words(w().month), Column::figures(w().column_transfers)])
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
