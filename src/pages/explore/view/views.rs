//! The views that are kept by a name: the list, the field to keep one more, another name for one.

use super::filter;
use crate::i18n::explore::{EXPLORE, removed, renamed, saved};
use crate::i18n::ui::UI;
use crate::model::id::ViewId;
use crate::model::record::Entity;
use crate::model::saved_view::SavedView;
use crate::pages::explore::saved::{NameProblem, name_of, named, of_lines};
use crate::platform::ids::new_id;
use crate::platform::preferences as kept;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::save::SaveState;
use crate::state::workspace::Done;
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// The views as a list, and a field to keep the one that is shown.
#[component]
pub fn SavedViews(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let lang = use_lang();
    let toasts = use_toasts();
    take_over(lens);
    let views = Memo::new(move |_| lens.ledger(|ledger| ledger.views.clone()));
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let save = move || {
        let wanted = name.with_untracked(|name| name.trim().to_owned());
        wrong.set(wanted.is_empty());
        if wanted.is_empty() {
            return;
        }
        // What bears the name already shows from now on what is shown here.
        let known = views.with_untracked(|views| named(views, &wanted).map(|view| view.id.clone()));
        let view = SavedView {
            id: known.unwrap_or_else(|| ViewId::new(new_id())),
            address: address(&lens.router().place_untracked()),
            name: wanted,
        };
        let done = lens.workspace().put([&view]);
        offer_undo(lens, toasts, saved(untrack(lang), &view.name), done);
        name.set(String::new());
    };
    let renaming = RwSignal::new(None::<SavedView>);
    let some = Memo::new(move |_| views.with(|views| !views.is_empty()));
    view! {
        <Section title=move || w().views note=move || w().views_why>
            {move || some.get().then(|| view! { <List lens views renaming/> })}
            <form
                class="explore__save"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <TextField
                    label=move || w().name
                    value=name
                    error=Signal::derive(move || wrong.get().then(|| w().no_name.to_owned()))
                    on_change=move |text| {
                        wrong.set(false);
                        name.set(text);
                    }
                />
                <Button label=move || w().save icon=IconName::Add submit=true/>
            </form>
        </Section>
        <Renaming lens views renaming/>
    }
}

#[component]
fn List(lens: Lens, views: Memo<Vec<SavedView>>, renaming: RwSignal<Option<SavedView>>) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let lang = use_lang();
    let toasts = use_toasts();
    let remove = move |view: &SavedView| {
        let done = lens.workspace().remove_record(&view.record_id());
        offer_undo(lens, toasts, removed(untrack(lang), &view.name), done);
    };
    let item = move |view: SavedView| {
        let to = {
            let address = view.address.clone();
            Signal::derive(move || place(&address, &lens.router().place()))
        };
        let (label, renamed, gone) = (view.name.clone(), view.clone(), view);
        view! {
            <li>
                <A to>{label}</A>
                <span class="explore__deeds">
                    <IconButton
                        icon=IconName::Edit
                        label=move || w().rename
                        on_press=move || renaming.set(Some(renamed.clone()))
                    />
                    <IconButton icon=IconName::Delete label=move || w().remove on_press=move || remove(&gone)/>
                </span>
            </li>
        }
    };
    view! { <ul class="explore__views">{move || views.get().into_iter().map(item).collect_view()}</ul> }
}

/// Asks for another name.
#[component]
fn Renaming(lens: Lens, views: Memo<Vec<SavedView>>, renaming: RwSignal<Option<SavedView>>) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let open = open_while(renaming);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<NameProblem>);
    Effect::new(move || {
        let name = renaming.with(|view| view.as_ref().map(|view| view.name.clone()));
        typed.set(name.unwrap_or_default());
        wrong.set(None);
    });
    let save = move || {
        let Some(view) = renaming.get_untracked() else {
            return;
        };
        let found = views.with_untracked(|views| typed.with_untracked(|typed| name_of(views, &view.id, typed)));
        match found {
            Ok(name) => {
                let done = lens.workspace().put([&SavedView {
                    name: name.clone(),
                    ..view
                }]);
                offer_undo(lens, toasts, renamed(untrack(lang), &name), done);
                open.set(false);
            }
            Err(problem) => wrong.set(Some(problem)),
        }
    };
    let error = Signal::derive(move || {
        wrong.get().map(|problem| match problem {
            NameProblem::None => w().no_name.to_owned(),
            NameProblem::Taken => w().same_name.to_owned(),
        })
    });
    view! {
        <Dialog open title=move || w().rename>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <TextField label=move || w().name value=typed error on_change=move |text| typed.set(text)/>
                <DialogActions>
                    <Button label=move || ui().cancel on_press=move || open.set(false)/>
                    <Button label=move || w().save_name kind=ButtonKind::Primary submit=true/>
                </DialogActions>
            </form>
        </Dialog>
    }
}

/// Says what was done and offers to undo just that; says nothing where nothing had to change.
fn offer_undo(lens: Lens, toasts: Toasts, said: String, done: Option<Done>) {
    if let Some(done) = done {
        toasts.offer_undo(said, move || lens.workspace().undo_of(&done));
    }
}

/// Makes records of what an earlier version kept in the browser's settings, and forgets it there once the records
/// are on the disk.
fn take_over(lens: Lens) {
    let workspace = lens.workspace();
    let state = workspace.save_state();
    Effect::new(move || {
        let safe = matches!(state.get(), SaveState::Idle | SaveState::Saved { .. });
        let Some(entry) = workspace.current.get() else {
            return;
        };
        let key = format!("so-khoi:views:{}", entry.id);
        let Some(text) = kept::read(&key) else {
            return;
        };
        let all = of_lines(&text);
        let new: Vec<SavedView> = all
            .into_iter()
            .filter(|view| workspace.record(&view.record_id()).is_none())
            .collect();
        if !new.is_empty() {
            workspace.put(&new);
        } else if safe {
            kept::write(&key, None);
        }
    });
}

/// The address of a view without its bloc, which it belongs to.
fn address(here: &Place) -> String {
    let mut place = here.at(Route::Explore);
    place.bloc = None;
    place.filters = here.filters.clone();
    place.to_url()
}

/// The place of a view, in the bloc that is open.
fn place(address: &str, here: &Place) -> Place {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut place = Place::parse(path, query);
    // Whatever the record says: a view is one of the explorer.
    place.route = Route::Explore;
    place.bloc.clone_from(&here.bloc);
    place.filters.retain(|(key, _)| filter::ALL.contains(&key.as_str()));
    place
}
