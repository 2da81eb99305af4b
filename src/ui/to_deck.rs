//! "Thêm vào trình chiếu": puts what is shown here into a deck, the one that was worked on last first, or a new one.

use leptos::prelude::*;

use super::icon::IconName;
use super::menu::{Choice, PickMenu};
use super::toast::{Lead, use_toasts};
use crate::exhibit::subject::Subject;
use crate::i18n::decks::{DECKS, added_to, slides_counted};
use crate::i18n::ui::UI;
use crate::model::deck::{Deck, Form, Slide};
use crate::model::id::{DeckId, OptionId, SectorId};
use crate::model::period::Period;
use crate::state::decks::{add_slide, deck_now, new_deck, recent_decks, use_deck};
use crate::state::lens::{Lens, UNITS_AS, UNITS_NOW};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::workspace::{Done, use_workspace};

/// How many decks the list names; the others are reached from their page.
const MOST: usize = 8;

/// The value of the list's last line. No deck is called so: identifiers are not empty.
const NEW: &str = "";

/// What is shown here: figures of a period, of the sector and under the units that the page is about. Follows the address.
pub fn subject_here(lens: Lens, path: &[&str], period: Period) -> Subject {
    let here = lens.router().place();
    let sector = here.filter("sector").filter(|id| !id.is_empty());
    let audience = here.filter("audience").filter(|id| !id.is_empty());
    Subject {
        sector: sector.map(SectorId::new),
        units_now: here.filter(UNITS_AS) == Some(UNITS_NOW),
        audience: audience.map(OptionId::new),
        ..Subject::new(path, period)
    }
}

/// The button, where there is something to add.
#[component]
pub fn ToDeck(
    /// What is shown here; none where it cannot be put into a deck.
    #[prop(into)]
    subject: Signal<Option<Subject>>,
    /// What of it.
    #[prop(optional)]
    form: Form,
    /// Its list is open from the start.
    #[prop(optional)]
    opened: bool,
) -> impl IntoView {
    let (w, ui) = (use_words(&DECKS), use_words(&UI));
    let icon = match form {
        Form::Missing => IconName::Waiting,
        Form::Chart | Form::Table => IconName::Present,
    };
    let label = move || match form {
        Form::Missing => w().missing_to_deck,
        Form::Chart | Form::Table => ui().to_deck,
    };
    let lang = use_lang();
    let (workspace, router, toasts) = (use_workspace(), use_router(), use_toasts());
    let some = Memo::new(move |_| subject.with(Option::is_some));
    let choices = move |()| {
        let choice = |deck: &Deck| {
            Choice::new(deck.id.as_str(), deck.name.clone()).hint(slides_counted(lang(), deck.slides.len()))
        };
        let decks = recent_decks(workspace);
        let decks = decks.iter().take(MOST).map(choice);
        decks.chain([Choice::new(NEW, w().to_new_deck)]).collect::<Vec<_>>()
    };
    let add = move |chosen: String| {
        let Some(subject) = subject.get_untracked() else {
            return;
        };
        let slide = Slide {
            subject: subject.to_string(),
            form,
            ..Slide::default()
        };
        let added: Option<(Deck, Done)> = if chosen == NEW {
            let deck = new_deck(untrack(move || w().new_name).to_owned(), String::new(), vec![slide]);
            let done = workspace.put([&deck]);
            use_deck(workspace, &deck.id);
            done.map(|done| (deck, done))
        } else {
            deck_now(workspace, &DeckId::new(chosen)).and_then(|deck| {
                let (_, done) = add_slide(workspace, &deck, deck.slides.len(), slide)?;
                Some((deck, done))
            })
        };
        if let Some((deck, done)) = added {
            let link = Lead {
                label: untrack(move || w().open).to_owned(),
                to: router.place_untracked().at(Route::Deck(deck.id.to_string())),
            };
            toasts.offer_undo_and_lead(added_to(untrack(lang), &deck.name), link, move || {
                workspace.undo_of(&done)
            });
        }
    };
    move || {
        some.get().then(|| {
            view! {
                <PickMenu
                    label=label
                    icon=icon
                    choices=Callback::new(choices)
                    on_choose=add
                    opened=opened
                />
            }
        })
    }
}
