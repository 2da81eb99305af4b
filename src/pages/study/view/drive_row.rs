//! A drive in the list: what, when, how many, and whether it lies ahead, runs or is over.

use super::form::DriveFormHandle;
use crate::analysis::rate::Rate;
use crate::exhibit::study::list::DriveRow;
use crate::i18n::study::{STUDY, days, realisation};
use crate::model::number::Percent;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::report::sentence::coverage::{Reach, reported_brief};
use crate::report::sentence::share::{Share, part_of_whole};
use crate::report::sentence::statement::stated;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::badge::{Badge, Tone};
use crate::ui::bullet::{Bullet, BulletBar};
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use leptos::prelude::*;

/// A drive in the list.
#[component]
pub fn DriveRowView(
    /// The books.
    lens: Lens,
    /// The drive; none once it is gone.
    row: Memo<Option<DriveRow>>,
    /// The form that edits it.
    form: DriveFormHandle,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    move || {
        row.get().map(|row| {
            let DriveRow {
                drive,
                realisation: when,
                ..
            } = row.clone();
            let document = move |lang: Lang| {
                let citation = drive.document.citation(lang);
                let days = days(lang, drive.start, drive.end);
                match citation.is_empty() || citation == drive.name {
                    true => days,
                    false => format!("{citation} · {days}"),
                }
            };
            let edited = row.drive.clone();
            let name = row.drive.name.clone();
            let to = Route::StudyDrive(row.drive.id.to_string());
            let figure = figure_view(lens, &row);
            let edit_label = {
                let name = name.clone();
                move || format!("{}: {name}", w().edit)
            };
            view! {
                <li class="drive">
                    <div class="drive__words">
                        <A to class="drive__link">
                            {name}
                        </A>
                        <p class="muted small">{move || document(lang())}</p>
                    </div>
                    <div class="drive__figure">{figure}</div>
                    <div class="drive__end">
                        <RealisationBadge when/>
                        <IconButton icon=IconName::Edit label=edit_label on_press=move || form.open_edit(&edited)/>
                    </div>
                </li>
            }
        })
    }
}

/// Ahead, running, over.
#[component]
pub fn RealisationBadge(
    /// Which.
    when: Realisation,
) -> impl IntoView {
    let lang = use_lang();
    let (icon, tone) = match when {
        Realisation::Planned => (IconName::Calendar, Tone::None),
        Realisation::Ongoing => (IconName::OnTrack, Tone::Calm),
        Realisation::Done => (IconName::Check, Tone::None),
    };
    view! { <Badge label=move || realisation(lang(), when) icon tone/> }
}

fn figure_view(lens: Lens, row: &DriveRow) -> AnyView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    match (&row.rate, &row.stated) {
        (Some(rate), _) if rate.exact.is_some() => counted_view(lens, rate),
        (_, Some(found)) => {
            let found = found.clone();
            view! {
                <p class="drive__percent">{move || stated(lang(), found.value, found.qualifier)}</p>
                <p class="muted small">{move || w().stated_only}</p>
            }
            .into_any()
        }
        _ => view! { <p class="muted">{move || w().no_figures}</p> }.into_any(),
    }
}

fn counted_view(lens: Lens, rate: &Rate) -> AnyView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let percent = rate.percent.unwrap_or(Percent::ZERO);
    let share = Share::of(rate);
    let written = move |lang| {
        share
            .as_ref()
            .map_or_else(String::new, |share| part_of_whole(lang, share))
    };
    let coverage = rate.coverage().clone();
    let reported = move |lang| lens.ledger(|ledger| reported_brief(lang, &Reach::of(&coverage, ledger)));
    view! {
        <p class="drive__percent">{move || percent.format_short(lang())}</p>
        <Bullet
            label=move || w().rate
            value=move || percent.format_short(lang())
            bar=BulletBar::of_whole(percent.to_f64(), None)
            tone=Tone::Calm
        />
        <p class="muted small">
            <span class="figure">{move || written(lang())}</span>
            " · "
            <span class="figure">{move || reported(lang())}</span>
        </p>
    }
    .into_any()
}
