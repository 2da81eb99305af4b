//! A drive over its days.

use super::DriveView;
use crate::charts::Empty;
use crate::charts::lines::progress_line;
use crate::charts::look::Look;
use crate::exhibit::study::drawn::progress;
use crate::exhibit::study::sentences::{self, invited};
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::number::{Percent, format_count};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// Progress by day; says why not while no return has a date.
#[component]
pub fn ProgressSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let some = Memo::new(move |_| view.read(|figures, _| !figures.progress.days.is_empty()));
    let draw = move |look: Look| {
        view.figures.with(|figures| match figures {
            Some(figures) => progress_line(
                &progress(
                    &figures.progress,
                    &figures.drive,
                    invited(figures),
                    figures.main().and_then(|main| main.target.as_ref()),
                    look.lang,
                    ui().target,
                ),
                &look,
            ),
            None => Err(Empty::NoRows),
        })
    };
    move || {
        if some.get() {
            view! {
                <Section title=move || w().progress>
                    <Chart
                        title=move || w().progress_line
                        sentence=view.text(|lang, figures, _| sentences::progress(lang, figures))
                        draw=Callback::new(draw)
                        subject=view.subject("progress")
                        illustrative=view.illustrative()
                        table=move || view! { <DayTable view/> }
                    />
                </Section>
            }
            .into_any()
        } else {
            view! {
                <Section title=move || w().progress>
                    <EmptyState
                        icon=IconName::Calendar
                        title=move || w().progress_empty
                        why=move || w().progress_empty_why
                    />
                </Section>
            }
            .into_any()
        }
    }
}

#[component]
fn DayTable(view: DriveView) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let rows = move || {
        let lang = lang();
        view.read(|figures, _| {
            let whole = invited(figures);
            let days = figures.progress.days.iter();
            days.map(|day| {
                let percent = Percent::of(day.sum, whole, 1);
                Row::new(vec![
                    Cell::text(day.date.format(lang)),
                    Cell::text(format_count(day.units as u64, lang)),
                    Cell::text(format_count(day.sum, lang)),
                    percent.map_or_else(Cell::none, |percent| Cell::text(percent.format_short(lang))),
                ])
            })
            .collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            caption=move || w().progress
            columns=Signal::derive(move || {
                vec![
                    Column::words(w().column_day),
                    Column::figures(w().column_units),
                    Column::figures(w().attended),
                    Column::figures(w().rate),
                ]
            })
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
