//! What published reports state of a topic, beside what the counts give.

use super::TopicView;
use crate::exhibit::topics::stated::{Stated, shares, statements};
use crate::i18n::topics::TOPICS;
use crate::pages::findings::StatementsFolded;
use crate::report::period_name::period_title;
use crate::report::sentence::statement::stated;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::bullet::BulletBar;
use crate::ui::page_head::Section;
use crate::ui::stat_cards::{Stat, StatCards};
use leptos::prelude::*;

/// The percentages that a report gives without counts, a card each: what the page begins with where nobody counted.
#[component]
pub fn StatedShares(
    /// The topic.
    view: TopicView,
    /// What stands below the cards.
    children: Children,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let cards = Signal::derive(move || {
        let lang = lang();
        view.figures.with(|figures| {
            figures.as_ref().map_or_else(Vec::new, |figures| {
                view.lens.with(|scope| {
                    let card = |one: Stated| {
                        let statement = &one.statement;
                        let period = period_title(lang, &statement.period, scope.ledger);
                        Stat {
                            label: one.label.in_lang(lang).to_owned(),
                            value: stated(lang, statement.value, statement.qualifier),
                            unit: String::new(),
                            target: String::new(),
                            foot: format!("{period}; {}", w().stated_only),
                            status: None,
                            bar: Some(BulletBar::of_whole(one.percent.to_f64(), None)),
                            to: None,
                        }
                    };
                    shares(scope, &figures.topic, &figures.asked)
                        .into_iter()
                        .map(card)
                        .collect()
                })
            })
        })
    });
    view! {
        <Section title=move || w().stated_title>
            <div class="topic__cards">
                <StatCards cards/>
            </div>
            {children()}
        </Section>
    }
}

/// The statements; nothing where no report speaks of the topic. A report speaks of the whole bloc: a chosen sector
/// changes nothing here.
#[component]
pub fn StatementsSection(
    /// The topic.
    view: TopicView,
    /// Whether the page begins with the shares that a report states: then they are not told a second time.
    shares_told: Memo<bool>,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let found = Memo::new(move |_| {
        view.figures.with(|figures| match figures {
            Some(figures) => view.lens.with(|scope| {
                let (topic, asked) = (&figures.topic, &figures.asked);
                let told = match shares_told.get() {
                    true => shares(scope, topic, asked),
                    false => Vec::new(),
                };
                let mut found = statements(scope, topic, asked);
                found.retain(|one| told.iter().all(|share| share.statement.id != one.statement.id));
                found
            }),
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
    let lens = view.lens;
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().statements_title note=Signal::derive(source)>
                    <StatementsFolded lens caption=move || w().statements_title found/>
                </Section>
            }
        })
    }
}
