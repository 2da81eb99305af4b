//! A deck as files: PowerPoint, paper, and a pack for the meeting. All of one file is made of the deck as it is frozen at the press.

use super::frozen::{Frozen, Source, freeze};
use crate::analysis::Scope;
use crate::catalogue::template::Templates;
use crate::exhibit::report::compose;
use crate::exhibit::report::offers::Offered;
use crate::exhibit::subject::Subject;
use crate::i18n::files::FILES;
use crate::model::deck::Deck;
use crate::model::report::PeriodReport;
use crate::model::text::Lang;
use crate::pages::reports::kept::{in_order, new_report, same};
use crate::platform::clock::now_ms;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::file_task::{Ended, FileTask, FileTaskView};
use crate::ui::files_made::{self, DeckNow, ReportNow, SlideNow};
use crate::ui::icon::IconName;
use leptos::prelude::*;

/// The buttons of a deck's files.
#[component]
pub fn DeckFiles(
    /// The books.
    lens: Lens,
    /// The deck.
    #[prop(into)]
    deck: Signal<Option<Deck>>,
) -> impl IntoView {
    let w = use_words(&FILES);
    let lang = use_lang();
    let task = FileTask::new();
    // Deck and report are made of the same books, in one reading.
    let now = move |with_report: bool| {
        let deck = deck.get_untracked()?;
        let source = Source::of(&deck);
        let lang = untrack(lang);
        let written = lens.workspace().things_untracked();
        Some(untrack(|| {
            lens.with(|scope| {
                let report = with_report
                    .then(|| report_beside(scope, lang, &source, written))
                    .flatten();
                (freeze(scope, lang, &source, now_ms()), report)
            })
        }))
    };
    let make = move |with_report: bool, how: fn(FileTask, Frozen, Option<ReportNow>) -> Making| {
        task.run(move || {
            let now = now(with_report);
            async move {
                match now {
                    Some((now, report)) if !now.slides.is_empty() => how(task, now, report).await,
                    _ => Err(task.failed(|w| w.nothing)),
                }
            }
        });
    };
    let busy = Signal::derive(move || task.is_running());
    view! {
        <section class="files no-print" aria-label=move || w().title>
            <div class="row">
                <Button
                    label=move || w().pptx
                    icon=IconName::Download
                    busy
                    on_press=move |()| make(false, |task, now, _| Box::pin(files_made::pptx(task, deck_now(&now))))
                />
                <Button
                    label=move || w().print
                    busy
                    on_press=move |()| make(false, |task, now, _| Box::pin(files_made::print_deck(task, deck_now(&now))))
                />
                <Button
                    label=move || w().pack
                    busy
                    on_press=move |()| make(true, |task, now, report| Box::pin(packed(task, now, report)))
                />
            </div>
            <p class="muted">{move || w().pack_note}</p>
            <FileTaskView task/>
        </section>
    }
}

/// A file being made.
type Making = std::pin::Pin<Box<dyn Future<Output = Result<(), Ended>>>>;

async fn packed(task: FileTask, frozen: Frozen, report: Option<ReportNow>) -> Result<(), Ended> {
    files_made::pack(task, Some(deck_now(&frozen)), report, frozen.at_ms).await
}

/// The report of the period that a deck is about: the one that was written, or else what its template says of the figures.
fn report_beside(scope: &Scope<'_>, lang: Lang, source: &Source, written: Vec<PeriodReport>) -> Option<ReportNow> {
    let subjects = source
        .slides
        .iter()
        .filter_map(|(_, slide)| slide.subject.parse::<Subject>().ok());
    let period = subjects.map(|subject| subject.period).next()?;
    let year = scope.ledger.span(&period).map(|(_, end)| end.year())?;
    let template = Templates::built_in().of_period(&period, year)?;
    let offered = Offered { period, template };
    let written = in_order(written);
    let new = || new_report("new", &offered, &written);
    let report = same(&written, &offered).cloned().unwrap_or_else(new);
    let composed = compose(scope, lang, &report)?;
    Some(ReportNow {
        name: composed.name.clone(),
        lang: composed.lang,
        charts: composed.charts().cloned().collect(),
        document: Box::new(move |put| composed.document(put)),
    })
}

/// A frozen deck as files are made of it.
fn deck_now(frozen: &Frozen) -> DeckNow {
    let slides = frozen.slides.iter().map(|of| SlideNow {
        exhibit: of.exhibit.clone(),
        form: of.slide.form,
        headline: of.slide.headline.clone(),
        words: of.words(),
        opening: of.opening.clone(),
        notes: of.slide.notes.clone(),
    });
    DeckNow {
        name: frozen.name.clone(),
        lang: frozen.lang,
        stamp: stamp(frozen),
        at_ms: frozen.at_ms,
        slides: slides.collect(),
    }
}

/// Whose figures they are, and the latest day that they stand for.
fn stamp(frozen: &Frozen) -> String {
    let as_of = frozen.as_of.map(|day| day.format(frozen.lang));
    [Some(frozen.bloc.clone()), as_of]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
