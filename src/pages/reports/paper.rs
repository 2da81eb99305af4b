//! The report as it will be printed, on a sheet: head, sections, foot, then the annexes.

use super::chart::{AnnexTable, PaperChart};
use super::paragraph::ParagraphView;
use super::report::ReportView;
use crate::exhibit::Exhibit;
use crate::exhibit::report::{Composed, Piece};
use crate::i18n::reports::REPORTS;
use crate::report::document::{Foot, Head};
use crate::state::preferences::use_words;
use leptos::prelude::*;

/// What stands in a place of the paper. Pieces are drawn anew only where there is another one, so that what is being
/// edited, and the focus, stay when a figure changes.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Slot {
    Heading(u8, String),
    Told(String),
    Chart(String),
}

impl Slot {
    fn of(piece: &Piece) -> Slot {
        match piece {
            Piece::Heading(heading) => Slot::Heading(heading.level, heading.numbered()),
            Piece::Told(told) => Slot::Told(told.id.clone()),
            Piece::Chart(exhibit) => Slot::Chart(exhibit.subject.to_string()),
        }
    }
}

/// The sheet.
#[component]
pub fn Paper(
    /// The report.
    view: ReportView,
) -> impl IntoView {
    let w = use_words(&REPORTS);
    let slots = Memo::new(move |_| {
        read(view, |composed| {
            composed.pieces.iter().map(Slot::of).collect::<Vec<_>>()
        })
    });
    let head = Memo::new(move |_| read(view, |composed| composed.head.clone()));
    let foot = Memo::new(move |_| read(view, |composed| composed.foot.clone()));
    let annexes = Memo::new(move |_| {
        read(view, |composed| {
            composed
                .annexes
                .iter()
                .map(|it| it.subject.to_string())
                .collect::<Vec<_>>()
        })
    });
    let stamp = Memo::new(move |_| read(view, |composed| composed.stamp.clone()));
    let draw = move |slot: Slot| match slot {
        Slot::Heading(1, text) => view! { <h2 class="paper__section">{text}</h2> }.into_any(),
        Slot::Heading(_, text) => view! { <h3 class="paper__part">{text}</h3> }.into_any(),
        Slot::Told(id) => view! { <ParagraphView view id/> }.into_any(),
        Slot::Chart(subject) => view! { <PaperChart view subject/> }.into_any(),
    };
    view! {
        <article class="paper" lang=move || view.lang.get().tag()>
            {move || head_view(head.get())}
            <div class="paper__text">
                <For each=move || slots.get() key=Clone::clone children=draw/>
            </div>
            {move || foot_view(foot.get())}
            <p class="paper__stamp">{stamp}</p>
        </article>
        {move || {
            annexes
                .with(|annexes| !annexes.is_empty())
                .then(|| {
                    let tables = annexes
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(at, subject)| view! { <AnnexTable view at subject/> });
                    view! {
                        <section class="section" aria-label=move || w().annexes>
                            {tables.collect_view()}
                        </section>
                    }
                })
        }}
    }
}

/// Reads the composed report; follows it.
pub fn read<T: Default>(view: ReportView, question: impl FnOnce(&Composed) -> T) -> T {
    view.composed
        .with(|composed| composed.as_ref().map_or_else(T::default, question))
}

/// A chart or an annex of it, by its subject.
pub fn exhibit_of(view: ReportView, subject: &str) -> Option<Exhibit> {
    read(view, |composed| {
        let mut all = composed.charts().chain(&composed.annexes);
        all.find(|exhibit| exhibit.subject.to_string() == subject).cloned()
    })
}

fn head_view(head: Head) -> impl IntoView {
    view! {
        <header class="paper__head">
            <div class="paper__issuer">
                <p>{head.above}</p>
                <p class="paper__strong">{head.issuer}</p>
                <p>"*"</p>
                <p>{head.number}</p>
            </div>
            <div class="paper__party">
                <p class="paper__strong paper__underlined">{head.party}</p>
                <p class="paper__date">{head.place_and_date}</p>
            </div>
            <div class="paper__title">
                <p class="paper__kind">{head.title}</p>
                {head.subject.into_iter().map(|line| view! { <p class="paper__strong">{line}</p> }).collect_view()}
                <p class="paper__rule" aria-hidden="true">"-----"</p>
            </div>
        </header>
    }
}

fn foot_view(foot: Foot) -> impl IntoView {
    let line = |line: String| view! { <p>{line}</p> };
    view! {
        <footer class="paper__foot">
            <div class="paper__recipients">
                <p class="paper__underlined">{foot.recipients_head}</p>
                {foot.recipients.into_iter().map(line).collect_view()}
            </div>
            <div class="paper__signature">{foot.signature.into_iter().map(line).collect_view()}</div>
        </footer>
    }
}
