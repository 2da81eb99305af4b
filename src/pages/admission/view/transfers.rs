//! Full-membership transfers by month.

use super::YearView;
use super::months::{month_cell, month_figures};
use crate::analysis::series::Point;
use crate::charts::look::Look;
use crate::charts::monthly_columns::monthly_columns;
use crate::i18n::admission::{ADMISSION, transfers as transfers_name, year_name};
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::pages::admission::drawn::transfers;
use crate::pages::admission::figures::AdmissionFigures;
use crate::report::period_name::period_title;
use crate::report::sentence::admission::transfers as transfers_sentence;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::months::months as months_sentence;
use crate::report::sentence::paragraph;
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
                sentence=view.text(sentence)
                draw=Callback::new(draw)
                illustrative=view.illustrative()
                table=move || view! { <TransferTable view/> }
            />
        </Section>
    }
}

fn sentence(lang: Lang, figures: &AdmissionFigures, ledger: &Ledger) -> String {
    let now = &figures.transferred.now;
    let reach = Reach::of(&now.coverage, ledger);
    paragraph([
        transfers_sentence(lang, now.quantity, &reach),
        months_sentence(
            lang,
            &transfers_name(),
            &month_figures(lang, figures.transfers.iter(), ledger),
        ),
    ])
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
