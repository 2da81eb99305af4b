//! The decks: ready ones, in one tap, and the bloc's own.

use super::naming::{Naming, NamingDialog};
use super::ready_cards::ReadyDecks;
use crate::i18n::decks::{DECKS, copy_of, deck_deleted, deck_made, last_presented, slides_counted};
use crate::model::deck::Deck;
use crate::model::record::Entity;
use crate::model::text::Lang;
use crate::platform::clock::moment;
use crate::state::decks::{decks, new_deck, use_deck};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::store::snapshots;
use crate::ui::button::Button;
use crate::ui::empty::EmptyState;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;
use crate::ui::menu::{Menu, MenuAction};
use crate::ui::page_head::{PageHead, Section};
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Trình chiếu.
#[component]
pub fn DecksPage() -> impl IntoView {
    let w = use_words(&DECKS);
    let lens = use_lens();
    let own = Memo::new(move |_| decks(lens.workspace()));
    let naming = RwSignal::new(None::<Naming>);
    let actions = move || {
        view! {
            <Button label=move || w().new_deck icon=IconName::Add on_press=move || naming.set(Some(Naming::New))/>
        }
    };
    view! {
        <PageHead title=move || w().title/>
        <p class="decks__lead muted">{move || w().lead}</p>
        <Section title=move || w().ready note=move || w().ready_why>
            <ReadyDecks lens/>
        </Section>
        <Section title=move || w().own actions>
            <OwnDecks lens own naming/>
        </Section>
        <NamingDialog lens naming/>
    }
}

/// Keeps a new deck and opens it.
pub fn begin(lens: Lens, toasts: Toasts, lang: Lang, deck: &Deck) {
    let workspace = lens.workspace();
    if let Some(done) = workspace.put([deck]) {
        use_deck(workspace, &deck.id);
        let router = lens.router();
        router.go(router.place_untracked().at(Route::Deck(deck.id.to_string())));
        toasts.offer_undo(deck_made(lang, &deck.name), move || workspace.undo_of(&done));
    }
}

#[component]
fn OwnDecks(lens: Lens, own: Memo<Vec<Deck>>, naming: RwSignal<Option<Naming>>) -> impl IntoView {
    let w = use_words(&DECKS);
    let presented = RwSignal::new(Vec::<(String, i64)>::new());
    spawn_local(async move {
        if let Some(found) = read_presented(lens).await {
            let _ = presented.try_set(found);
        }
    });
    let some = Memo::new(move |_| own.with(|own| !own.is_empty()));
    move || match some.get() {
        true => view! {
            <ul class="decks__own">
                <For each=move || own.get() key=|deck| (deck.id.clone(), deck.name.clone(), deck.slides.len()) let:deck>
                    <OwnLine lens deck naming presented/>
                </For>
            </ul>
        }
        .into_any(),
        false => view! {
            <EmptyState icon=IconName::Present title=move || w().no_own why=move || w().no_own_why>
                <Button label=move || w().new_deck icon=IconName::Add on_press=move || naming.set(Some(Naming::New))/>
            </EmptyState>
        }
        .into_any(),
    }
}

/// When each deck was presented last on this device, as its frozen figures say.
async fn read_presented(lens: Lens) -> Option<Vec<(String, i64)>> {
    let store = lens.workspace().store()?;
    let found = snapshots::list(store.database()).await.ok()?;
    let line = |snapshot: snapshots::Snapshot| {
        let deck = snapshot.content.get("deck")?.as_str()?.to_owned();
        Some((deck, snapshot.at_ms))
    };
    Some(found.into_iter().filter_map(line).collect())
}

#[component]
fn OwnLine(
    lens: Lens,
    deck: Deck,
    naming: RwSignal<Option<Naming>>,
    presented: RwSignal<Vec<(String, i64)>>,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let toasts = use_toasts();
    let router = lens.router();
    let place = |route: Route| Signal::derive(move || router.here(route.clone()));
    let (open, present) = (
        place(Route::Deck(deck.id.to_string())),
        place(Route::Presenting(deck.id.to_string())),
    );
    let (number, name) = (deck.slides.len(), Signal::stored(deck.name.clone()));
    let about = {
        let id = deck.id.to_string();
        move || {
            let at = presented.with(|all| all.iter().find(|(deck, _)| *deck == id).map(|(_, at)| *at));
            let last = at.map_or_else(
                || w().never.to_owned(),
                |at| last_presented(lang(), &moment(lang(), at)),
            );
            format!("{} · {last}", slides_counted(lang(), number))
        }
    };
    let actions = deck_actions(lens, toasts, naming, move || Some(deck.clone()), || {});
    view! {
        <li class="decks__line">
            <span class="decks__words">
                <A to=open class="decks__name">{name}</A>
                <span class="muted small">{about}</span>
            </span>
            <span class="row decks__line-deeds">
                {(number > 0)
                    .then(|| {
                        view! {
                            <A to=present class="button button--small">
                                <Icon name=IconName::Present small=true/>
                                <span class="button__label">{move || w().present}</span>
                                <span class="sr-only">": " {name}</span>
                            </A>
                        }
                    })}
                <Menu label=move || format!("{}: {}", w().more, name.get()) icon=IconName::More actions end=true/>
            </span>
        </li>
    }
}

/// What can be done with a whole deck: rename, copy, delete. `gone` runs after it was deleted.
pub fn deck_actions(
    lens: Lens,
    toasts: Toasts,
    naming: RwSignal<Option<Naming>>,
    deck: impl Fn() -> Option<Deck> + Clone + Send + Sync + 'static,
    gone: impl Fn() + Send + Sync + 'static,
) -> Vec<MenuAction> {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let label = |of: fn(&crate::i18n::decks::Decks) -> &'static str| Signal::derive(move || of(w()).to_owned());
    let (renamed, copied, deleted) = (deck.clone(), deck.clone(), deck);
    vec![
        MenuAction::new(IconName::Edit, label(|w| w.rename), move || {
            if let Some(deck) = renamed() {
                naming.set(Some(Naming::Rename(deck)));
            }
        }),
        MenuAction::new(IconName::Copy, label(|w| w.copy), move || {
            if let Some(deck) = copied() {
                let lang = untrack(lang);
                let slides = deck.in_order().into_iter().map(|(_, slide)| slide.clone()).collect();
                begin(
                    lens,
                    toasts,
                    lang,
                    &new_deck(copy_of(lang, &deck.name), deck.from.clone(), slides),
                );
            }
        }),
        MenuAction::new(IconName::Delete, label(|w| w.delete), move || {
            if let Some(deck) = deleted()
                && let Some(done) = lens.workspace().remove_record(&deck.record_id())
            {
                toasts.offer_undo(deck_deleted(untrack(lang), &deck.name), move || {
                    lens.workspace().undo_of(&done)
                });
                gone();
            }
        }),
    ]
}
