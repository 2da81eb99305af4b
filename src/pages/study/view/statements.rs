//! What the published report states, beside what the units' figures give.

use super::DriveView;
use crate::analysis::reconcile::of_exactly;
use crate::exhibit::subject::Subject;
use crate::i18n::study::STUDY;
use crate::model::deck::Form;
use crate::pages::findings::StatementsFolded;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::page_head::Section;
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// The statements about a drive; nothing where no report speaks of it.
#[component]
pub fn StatementsSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    // A report speaks of the whole bloc: a chosen sector changes nothing here.
    let found = Memo::new(move |_| {
        let period = view
            .figures
            .with(|figures| figures.as_ref().map(|figures| figures.drive.period()));
        period.map_or_else(Vec::new, |period| view.lens.with(|scope| of_exactly(scope, &period)))
    });
    let some = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let source = move || {
        let lang = lang();
        found.with(|found| {
            let citation = found.first().map(|first| first.statement.source.citation(lang));
            let citation = citation.filter(|citation| !citation.is_empty());
            match citation {
                Some(citation) => format!("{} {}: {citation}.", w().statements_help, w().source),
                None => w().statements_help.to_owned(),
            }
        })
    };
    let subject = Signal::derive(move || {
        view.figures.with(|figures| {
            let period = figures.as_ref().map(|figures| figures.drive.period())?;
            Some(Subject::new(&["stated"], period))
        })
    });
    move || {
        some.get().then(|| {
            view! {
                <Section
                    title=move || w().statements
                    note=Signal::derive(source)
                    actions=move || view! { <ToDeck subject form=Form::Table/> }.into_any()
                >
                    <StatementsFolded lens=view.lens caption=move || w().statements found/>
                </Section>
            }
        })
    }
}
