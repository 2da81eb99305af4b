//! Asks for a deck's name: of a new one, or another name for one.

use super::decks::begin;
use crate::i18n::decks::{DECKS, deck_renamed};
use crate::model::deck::Deck;
use crate::state::decks::new_deck;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dialog_form::DialogForm;
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// What is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A new deck.
    New,
    /// One that is there.
    Rename(Deck),
}

/// The dialog.
#[component]
pub fn NamingDialog(
    /// The books.
    lens: Lens,
    /// What is named; none while nothing is.
    naming: RwSignal<Option<Naming>>,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let lang = use_lang();
    let toasts = use_toasts();
    let open = open_while(naming);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    Effect::new(move || {
        typed.set(match naming.get() {
            Some(Naming::Rename(deck)) => deck.name,
            Some(Naming::New) => untrack(move || w().new_name).to_owned(),
            None => String::new(),
        });
        wrong.set(false);
    });
    let is_new = Memo::new(move |_| naming.with(|naming| !matches!(naming, Some(Naming::Rename(_)))));
    let send = move || {
        let name = typed.with_untracked(|typed| typed.trim().to_owned());
        if name.is_empty() {
            wrong.set(true);
            focus_wrong_soon();
            return;
        }
        let asked = naming.get_untracked();
        open.set(false);
        match asked {
            Some(Naming::New) => begin(lens, toasts, untrack(lang), &new_deck(name, String::new(), Vec::new())),
            Some(Naming::Rename(deck)) => {
                let workspace = lens.workspace();
                let done = crate::state::decks::rename_deck(workspace, &deck.id, &name);
                if let Some(done) = done {
                    toasts.offer_undo(deck_renamed(untrack(lang), &name), move || workspace.undo_of(&done));
                }
            }
            None => {}
        }
    };
    let error = Signal::derive(move || wrong.get().then(|| w().no_name.to_owned()));
    view! {
        <Dialog open title=move || if is_new.get() { w().new_deck } else { w().rename }>
            <DialogForm
                button=Signal::derive(move || if is_new.get() { w().make } else { w().save_name }.to_owned())
                on_send=move |()| send()
                on_cancel=move |()| open.set(false)
            >
                <TextField
                    label=move || w().name
                    value=typed
                    error
                    on_change=move |text| {
                        wrong.set(false);
                        typed.set(text);
                    }
                />
            </DialogForm>
        </Dialog>
    }
}
