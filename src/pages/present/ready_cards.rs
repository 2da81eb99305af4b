//! The ready decks, as cards. What each of them shows is read one after the other, so that the page is there at once in a large bloc too.

use super::decks::begin;
use super::ready::READY;
use crate::exhibit::ready::{Purpose, ReadySlide, first_slides, period_of, purposes, slides};
use crate::exhibit::{Offered, offered};
use crate::i18n::decks::DECKS;
use crate::model::deck::Slide;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::state::decks::new_deck;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::empty::Skeleton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;
use crate::ui::named_button::NamedButton;
use crate::ui::toast::use_toasts;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// How many headlines a ready deck shows before it is opened.
const HEADLINES: usize = 3;

/// Keys and presses have time between two of what is read, in milliseconds.
const BETWEEN: u32 = 10;

/// A ready deck, for the period in view.
#[derive(Clone, Debug, PartialEq)]
struct Ready {
    /// The name of its period.
    period: String,
    /// What it finds first; none where the bloc has no figures for it.
    headlines: Vec<String>,
}

/// What has been read of the ready decks so far.
#[derive(Clone, Default)]
struct Reading {
    /// What is offered in the periods of decks that were read.
    offers: Vec<(Period, Arc<Vec<Offered>>)>,
}

/// The ready decks.
#[component]
pub fn ReadyDecks(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let lang = use_lang();
    let all = purposes();
    let found = RwSignal::new(vec![None::<Ready>; all.len()]);
    let reading = StoredValue::new(Reading::default());
    let turn = StoredValue::new_local(None::<Timeout>);
    Effect::new(move || {
        // Whatever the cards rest on: they are read anew when it changes, and stand as they were until then.
        let (lang, period) = (lang(), lens.period());
        lens.with(|_| ());
        reading.set_value(Reading::default());
        read_next(lens, lang, period, found, reading, turn, 0);
    });
    on_cleanup(move || turn.set_value(None));
    let card = move |(at, purpose): (usize, &'static Purpose)| {
        let ready = Memo::new(move |_| found.with(|found| found.get(at).cloned().flatten()));
        view! { <ReadyCard lens purpose ready/> }
    };
    view! { <ul class="cards decks__ready">{all.iter().enumerate().map(card).collect_view()}</ul> }
}

/// Reads one thing in a turn: what a period offers, or what a deck of it finds first.
fn read_next(
    lens: Lens,
    lang: Lang,
    asked: Period,
    found: RwSignal<Vec<Option<Ready>>>,
    reading: StoredValue<Reading>,
    turn: StoredValue<Option<Timeout>, LocalStorage>,
    at: usize,
) {
    let Some(purpose) = purposes().get(at) else {
        return;
    };
    let go = move || {
        let period = lens.with_untracked(|scope| period_of(scope, purpose, &asked));
        let offers = reading.try_with_value(|reading| {
            let known = reading.offers.iter().find(|(known, _)| *known == period);
            known.map(|(_, offers)| offers.clone())
        });
        let at = match offers {
            None => return,
            Some(None) => {
                let offers = Arc::new(lens.with_untracked(|scope| offered(scope, lang, &period)));
                reading.update_value(|reading| reading.offers.push((period, offers)));
                at
            }
            Some(Some(offers)) => {
                let ready = lens.with_untracked(|scope| begun(scope, lang, purpose, (&period, &offers)));
                found.update(|found| {
                    if let Some(place) = found.get_mut(at) {
                        *place = Some(ready);
                    }
                });
                at + 1
            }
        };
        read_next(lens, lang, asked, found, reading, turn, at);
    };
    let _ = turn.try_update_value(|turn| *turn = Some(Timeout::new(BETWEEN, go)));
}

/// What a deck begins with.
fn begun(scope: &crate::analysis::Scope<'_>, lang: Lang, purpose: &Purpose, of: (&Period, &[Offered])) -> Ready {
    let slides = first_slides(scope, lang, purpose, of, HEADLINES);
    let mut headlines: Vec<String> = slides
        .into_iter()
        .filter(|slide| slide.subject.is_some())
        .map(|slide| slide.headline)
        .collect();
    headlines.dedup();
    Ready {
        period: period_title(lang, of.0, scope.ledger),
        headlines,
    }
}

/// A slide of a ready deck as one of a deck of one's own: the headline stays the finding, where there are figures.
fn as_slide(slide: ReadySlide) -> Slide {
    let of_figures = slide.subject.is_some();
    Slide {
        subject: slide.subject.map(|subject| subject.to_string()).unwrap_or_default(),
        headline: if of_figures { String::new() } else { slide.headline },
        text: slide.text,
        form: slide.form,
        ..Slide::default()
    }
}

#[component]
fn ReadyCard(lens: Lens, purpose: &'static Purpose, ready: Memo<Option<Ready>>) -> impl IntoView {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let toasts = use_toasts();
    let router = lens.router();
    let present = Signal::derive(move || router.here(Route::Presenting(format!("{READY}{}", purpose.id))));
    let name = Signal::derive(move || purpose.label.in_lang(lang()).to_owned());
    let edit = move || {
        let (lang, asked) = untrack(|| (lang(), lens.period()));
        let (period, slides) = lens.with_untracked(|scope| {
            let period = period_title(lang, &period_of(scope, purpose, &asked), scope.ledger);
            (period, slides(scope, lang, &purpose.id, &asked))
        });
        let named = format!("{} · {period}", purpose.label.in_lang(lang));
        let own = new_deck(named, purpose.id.clone(), slides.into_iter().map(as_slide).collect());
        begin(lens, toasts, lang, &own);
    };
    let body = move || match ready.get() {
        None => view! { <Skeleton label=move || w().reading lines=2/> }.into_any(),
        Some(ready) if ready.headlines.is_empty() => {
            view! { <p class="muted">{move || w().nothing_yet}</p> }.into_any()
        }
        Some(ready) => view! {
            <p class="muted small">{ready.period}</p>
            <ul class="decks__headlines">
                {ready.headlines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <div class="row decks__deeds">
                <A to=present class="button">
                    <Icon name=IconName::Present small=true/>
                    <span class="button__label">{move || w().present_now}</span>
                    <span class="sr-only">": " {name}</span>
                </A>
                <NamedButton label=move || w().edit of=name icon=IconName::Edit on_press=move |()| edit()/>
            </div>
        }
        .into_any(),
    };
    view! {
        <li class="card decks__card">
            <h3>{name}</h3>
            <p class="small">{move || purpose.about.in_lang(lang())}</p>
            {body}
        </li>
    }
}
