//! The navigation: its pages, and how a way to one looks.

use leptos::prelude::*;

use crate::catalogue::topic::Topic;
use crate::i18n::frame::{FRAME, Frame as Words, review_mark, review_words, sync_words};
use crate::model::text::{Lang, Text};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;

/// A page of the navigation: where, which icon, which word, which letter after `g`.
pub type Page = (Route, IconName, fn(&Words) -> &'static str, &'static str);

/// Pages of daily work: first in the sidebar, and all there is in the bottom bar.
pub static DAILY: [Page; 4] = [
    (Route::Overview, IconName::Overview, |w| w.overview, "t"),
    (Route::entry(), IconName::Entry, |w| w.entry, "n"),
    (Route::Study, IconName::Study, |w| w.study, "h"),
    (Route::Admission, IconName::Admission, |w| w.admission, "k"),
];

/// Pages that watch over the figures: below the daily ones, behind "Thêm" on a phone.
pub static WATCH: [Page; 3] = [
    (Route::Targets, IconName::Target, |w| w.targets, "i"),
    (Route::Returns, IconName::Table, |w| w.returns, "p"),
    (Route::Findings, IconName::Warning, |w| w.findings, "x"),
];

/// Pages that are visited now and then: last in the sidebar, behind "Thêm" on a phone.
pub static REST: [Page; 5] = [
    (Route::Decks, IconName::Present, |w| w.present, "r"),
    (Route::Reports, IconName::Report, |w| w.reports, "o"),
    (Route::Units, IconName::Units, |w| w.units, "d"),
    (Route::Sync, IconName::Sync, |w| w.sync, "s"),
    (Route::Settings, IconName::Settings, |w| w.settings, "c"),
];

/// A topic in the navigation: what the catalogue makes a page of.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicLink {
    id: String,
    /// Its icon.
    pub icon: IconName,
    /// Its name.
    pub label: Text,
}

impl TopicLink {
    /// The link to a topic.
    pub fn of(topic: &Topic) -> TopicLink {
        TopicLink {
            id: topic.id.clone(),
            icon: IconName::of_topic(topic.icon),
            label: topic.label.clone(),
        }
    }

    /// Where it leads.
    pub fn route(&self) -> Route {
        Route::Topic(self.id.clone())
    }
}

/// All pages of the navigation.
pub fn pages() -> impl Iterator<Item = &'static Page> {
    DAILY.iter().chain(&WATCH).chain(&REST)
}

/// What the links of the navigation follow.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The page that is shown.
    pub section: Memo<Route>,
    /// The topics on offer.
    pub topics: Memo<Vec<TopicLink>>,
    /// How many points need a person.
    pub review: Signal<usize>,
    /// How much of sending needs a person.
    pub sync: Signal<usize>,
}

impl Navigation {
    /// The link to a page.
    pub fn item(self, page: &'static Page, class: &'static str) -> AnyView {
        let (route, icon, word, _) = page;
        let w = use_words(&FRAME);
        let Navigation {
            section, review, sync, ..
        } = self;
        let current = Signal::derive(move || section.get() == *route);
        view! {
            <A to=route.clone() class=class current=current>
                <Icon name=*icon/>
                <span>{move || word(w())}</span>
                {(*route == Route::Findings).then(|| view! { <Count number=review words=review_words/> })}
                {(*route == Route::Sync).then(|| view! { <Count number=sync words=sync_words/> })}
            </A>
        }
        .into_any()
    }

    /// The links to the topics, and to exploring; nothing where there are none.
    pub fn topic_group(self, class: &'static str) -> AnyView {
        let w = use_words(&FRAME);
        let lang = use_lang();
        let (section, topics) = (self.section, self.topics);
        let has_topics = Memo::new(move |_| topics.with(|topics| !topics.is_empty()));
        let link = move |route: Route, icon, label: Signal<String>| {
            let here = route.clone();
            let current = Signal::derive(move || section.get() == here);
            view! {
                <A to=route class="nav-item" current=current>
                    <Icon name=icon/>
                    <span>{label}</span>
                </A>
            }
            .into_any()
        };
        let topic_items = move || {
            let item = |topic: TopicLink| {
                let (route, icon, label) = (topic.route(), topic.icon, topic.label);
                link(route, icon, Signal::derive(move || label.in_lang(lang()).to_owned()))
            };
            topics.get().into_iter().map(item).collect_view()
        };
        let group = move || {
            has_topics.get().then(|| {
                let explore = Signal::derive(move || w().explore.to_owned());
                view! {
                    <div class=class>
                        <p class="nav-heading">{move || w().topics}</p>
                        {topic_items}
                        {link(Route::Explore, IconName::Filter, explore)}
                    </div>
                }
            })
        };
        group.into_any()
    }
}

/// The number of points that need a person, at the end of what leads to them: seen as a number, read out in words. Nothing
/// where there is none.
#[component]
pub fn Count(
    /// How many.
    number: Signal<usize>,
    /// What they are, in words.
    words: fn(Lang, usize) -> String,
) -> impl IntoView {
    let lang = use_lang();
    move || {
        let number = number.get();
        (number > 0).then(|| {
            view! {
                <span class="nav-count" aria-hidden="true">
                    {review_mark(lang(), number)}
                </span>
                <span class="sr-only">{words(lang(), number)}</span>
            }
        })
    }
}
