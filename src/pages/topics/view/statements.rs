//! What published reports state of a topic, beside what the counts give.

use super::TopicView;
use crate::analysis::reconcile::Reconciliation;
use crate::i18n::findings::agreeing;
use crate::i18n::topics::TOPICS;
use crate::pages::findings::StatementsTable;
use crate::pages::findings::published::Verdict;
use crate::pages::topics::stated::statements;
use crate::platform::viewport::is_wide;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::Section;
use leptos::prelude::*;

/// The statements; nothing where no report speaks of the topic. A report speaks of the whole bloc: a chosen sector
/// changes nothing here.
#[component]
pub fn StatementsSection(
    /// The topic.
    view: TopicView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let found = Memo::new(move |_| {
        view.figures.with(|figures| match figures {
            Some(figures) => view
                .lens
                .with(|scope| statements(scope, &figures.topic, &figures.asked)),
            None => Vec::new(),
        })
    });
    let some = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let source = move || {
        let lang = lang();
        found.with(|found| {
            let mut sources: Vec<String> = Vec::new();
            for one in found {
                let citation = one.statement.source.citation(lang);
                if !citation.is_empty() && !sources.contains(&citation) {
                    sources.push(citation);
                }
            }
            sources.join("; ")
        })
    };
    // On a phone what agrees is folded away: it is many cards that all say the same.
    let folds = !is_wide();
    let agrees = |one: &Reconciliation| Verdict::of(one) == Verdict::Agrees;
    let shown = Signal::derive(move || {
        let mut all = found.get();
        all.retain(|one| !folds || !agrees(one));
        all
    });
    let folded = Memo::new(move |_| {
        let mut all = found.get();
        all.retain(|one| folds && agrees(one));
        all
    });
    let (some_shown, some_folded) = (
        Memo::new(move |_| shown.with(|shown| !shown.is_empty())),
        Memo::new(move |_| folded.with(|folded| !folded.is_empty())),
    );
    let lens = view.lens;
    let label = move || agreeing(lang(), folded.with(Vec::len));
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().statements_title note=Signal::derive(source)>
                    {move || {
                        some_shown
                            .get()
                            .then(|| view! { <StatementsTable lens caption=move || w().statements_title shown/> })
                    }}
                    {move || {
                        some_folded
                            .get()
                            .then(|| {
                                view! {
                                    <Disclosure label>
                                        <StatementsTable lens caption=label shown=folded/>
                                    </Disclosure>
                                }
                            })
                    }}
                </Section>
            }
        })
    }
}
