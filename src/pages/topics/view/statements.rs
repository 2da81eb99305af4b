//! What published reports state of a topic, beside what the counts give.

use super::TopicView;
use crate::i18n::topics::TOPICS;
use crate::pages::findings::StatementsTable;
use crate::pages::topics::figures::statements;
use crate::state::preferences::{use_lang, use_words};
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
    let shown = Signal::derive(move || found.get());
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().statements_title note=Signal::derive(source)>
                    <StatementsTable lens=view.lens caption=move || w().statements_title shown/>
                </Section>
            }
        })
    }
}
