//! One deck, to put together: its slides, and beside them the one that is chosen.

use super::decks::deck_actions;
use super::files::DeckFiles;
use super::naming::{Naming, NamingDialog};
use super::offers::OffersDialog;
use super::one_slide::OneSlide;
use super::opening::rests_on;
use super::slides::SlideList;
use super::told::{Told, told};
use crate::exhibit::subject::Subject;
use crate::exhibit::{Exhibit, make};
use crate::i18n::decks::{DECKS, slides_counted};
use crate::model::deck::{Deck, Slide};
use crate::model::id::{DeckId, SlideId};
use crate::model::text::Lang;
use crate::state::decks::{decks, use_deck};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::Menu;
use crate::ui::page_head::{PageHead, use_title};
use crate::ui::toast::use_toasts;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The filter of the address that names the slide that is looked at.
const SLIDE: &str = "slide";

/// What is shown of each subject of a deck.
type Exhibits = BTreeMap<String, Option<Exhibit>>;

/// A deck as the parts of its page read it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct DeckView {
    /// The books.
    pub lens: Lens,
    /// The language.
    pub lang: Memo<Lang>,
    /// The deck, while it is there.
    pub deck: Memo<Option<Deck>>,
    /// Its slides in their order.
    pub order: Memo<Vec<SlideId>>,
    /// What its slides show.
    exhibits: Memo<Exhibits>,
    /// The slide that the address names, if it is there.
    pub named: Memo<Option<SlideId>>,
    /// The slide that is looked at: the one that is named, or the first.
    pub chosen: Memo<Option<SlideId>>,
}

impl DeckView {
    fn new(lens: Lens, id: DeckId) -> DeckView {
        let now = use_lang();
        let lang = Memo::new(move |_| now());
        let deck = Memo::new(move |_| decks(lens.workspace()).into_iter().find(|deck| deck.id == id));
        let order = Memo::new(move |_| {
            let ids = |deck: &Deck| {
                deck.in_order()
                    .into_iter()
                    .map(|(id, _)| id.clone())
                    .collect::<Vec<_>>()
            };
            deck.with(|deck| deck.as_ref().map(ids).unwrap_or_default())
        });
        // What is typed into a slide changes the deck and none of these.
        let subjects = Memo::new(move |_| {
            let all = |deck: &Deck| deck.slides.values().map(|slide| slide.subject.clone()).collect();
            deck.with(|deck| deck.as_ref().map(all).unwrap_or_default())
        });
        let exhibits = Memo::new(move |_| {
            let lang = lang.get();
            subjects.with(|subjects: &BTreeSet<String>| {
                lens.with(|scope| {
                    let shown = |text: &String| {
                        let subject = text.parse::<Subject>().ok();
                        (text.clone(), subject.and_then(|subject| make(scope, lang, &subject)))
                    };
                    subjects
                        .iter()
                        .filter(|text| !text.is_empty())
                        .map(shown)
                        .collect::<Exhibits>()
                })
            })
        });
        let filter = lens.router().filter(SLIDE);
        let named = Memo::new(move |_| {
            let wanted = filter.get();
            order.with(|order| order.iter().find(|id| id.as_str() == wanted).cloned())
        });
        let chosen = Memo::new(move |_| named.get().or_else(|| order.with(|order| order.first().cloned())));
        DeckView {
            lens,
            lang,
            deck,
            order,
            exhibits,
            named,
            chosen,
        }
    }

    /// Reads a slide and what it shows; follows both. The default where it is gone.
    pub fn slide<T: Default>(self, id: &SlideId, read: impl FnOnce(&Slide, Option<&Exhibit>) -> T) -> T {
        self.deck.with(|deck| {
            let slide = deck.as_ref().and_then(|deck| deck.slides.get(id));
            slide.map_or_else(T::default, |slide| {
                self.exhibits
                    .with(|exhibits| read(slide, exhibits.get(&slide.subject).and_then(Option::as_ref)))
            })
        })
    }

    /// What all figures of the deck rest on.
    pub fn rests_on(self) -> Vec<String> {
        let lang = self.lang.get();
        self.exhibits
            .with(|exhibits| rests_on(lang, exhibits.values().flatten()))
    }

    /// What a slide is called; none where it is gone.
    pub fn told(self, id: &SlideId) -> Option<Told> {
        let lang = self.lang.get();
        self.slide(id, |slide, exhibit| {
            let words = DECKS.in_lang(lang);
            Some(self.lens.ledger(|ledger| told(lang, words, slide, exhibit, ledger)))
        })
    }

    /// Where a slide stands, counted from 0, and how many there are.
    pub fn place_of(self, id: &SlideId) -> (usize, usize) {
        self.order.with(|order| {
            let at = order.iter().position(|known| known == id);
            (at.unwrap_or(0), order.len())
        })
    }

    /// Looks at a slide; none: at the list, on a phone.
    pub fn choose(self, id: Option<&SlideId>) {
        self.lens.router().set_filter(SLIDE, id.map_or("", SlideId::as_str));
    }
}

/// One deck, to put together.
#[component]
pub fn DeckPage(
    /// Which.
    id: String,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let lens = use_lens();
    let id = DeckId::new(id);
    use_deck(lens.workspace(), &id);
    let view = DeckView::new(lens, id);
    let there = Memo::new(move |_| view.deck.with(Option::is_some));
    move || match there.get() {
        true => view! { <Editor view/> }.into_any(),
        false => {
            use_title(Signal::derive(move || w().gone.to_owned()));
            view! {
                <EmptyState icon=IconName::Present title=move || w().gone why=move || w().gone_why page=true>
                    <LinkButton to=Route::Decks label=move || w().to_decks kind=ButtonKind::Primary/>
                </EmptyState>
            }
            .into_any()
        }
    }
}

#[component]
fn Editor(view: DeckView) -> impl IntoView {
    let some = Memo::new(move |_| view.order.with(|order| !order.is_empty()));
    let adding = RwSignal::new(false);
    let naming = RwSignal::new(None::<Naming>);
    view! {
        <Head view naming/>
        <div class="deck" class:deck--one=move || view.named.with(Option::is_some)>
            {move || match some.get() {
                true => {
                    view! {
                        <SlideList view adding/>
                        {move || view.chosen.get().map(|id| view! { <OneSlide view id/> })}
                    }
                        .into_any()
                }
                false => view! { <NoSlides adding/> }.into_any(),
            }}
        </div>
        {move || some.get().then(|| view! { <DeckFiles lens=view.lens deck=view.deck/> })}
        <OffersDialog view open=adding/>
        <NamingDialog lens=view.lens naming/>
    }
}

#[component]
fn Head(view: DeckView, naming: RwSignal<Option<Naming>>) -> impl IntoView {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let toasts = use_toasts();
    let router = view.lens.router();
    let name = move || {
        view.deck
            .with(|deck| deck.as_ref().map(|deck| deck.name.clone()))
            .unwrap_or_default()
    };
    let facts = Signal::derive(move || vec![slides_counted(lang(), view.order.with(Vec::len))]);
    let trail = move || {
        vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::Decks),
        }]
    };
    let present = Signal::derive(move || {
        let id = view.deck.with(|deck| deck.as_ref().map(|deck| deck.id.to_string()));
        router.here(Route::Presenting(id.unwrap_or_default()))
    });
    let some = Memo::new(move |_| view.order.with(|order| !order.is_empty()));
    let actions = move || {
        let back = move || router.go(router.place_untracked().at(Route::Decks));
        let actions = deck_actions(view.lens, toasts, naming, move || view.deck.get_untracked(), back);
        view! {
            {move || {
                some.get()
                    .then(|| view! { <LinkButton to=present label=move || w().present kind=ButtonKind::Primary icon=IconName::Present/> })
            }}
            <Menu label=move || w().more icon=IconName::More actions end=true/>
        }
        .into_any()
    };
    view! { <PageHead title=Signal::derive(name) facts trail=Signal::derive(trail) actions/> }
}

#[component]
fn NoSlides(adding: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&DECKS);
    view! {
        <EmptyState icon=IconName::Present title=move || w().no_slides why=move || w().no_slides_why>
            <Button label=move || w().add kind=ButtonKind::Primary icon=IconName::Add on_press=move || adding.set(true)/>
        </EmptyState>
    }
}
