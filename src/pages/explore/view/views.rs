//! Views that are kept by a name, on this device and for this bloc.

use super::filter;
use crate::i18n::explore::{EXPLORE, removed};
use crate::pages::explore::saved::{Saved, read, with, write};
use crate::platform::preferences as kept;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::ui::button::Button;
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::Section;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// Where the views of a bloc are kept.
fn key(bloc: &str) -> String {
    format!("so-khoi:views:{bloc}")
}

/// The views as a list, and a field to keep the one that is shown.
#[component]
pub fn SavedViews(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let lang = use_lang();
    let toasts = use_toasts();
    let (router, workspace) = (lens.router(), lens.workspace());
    let bloc = Memo::new(move |_| workspace.current.get().map(|entry| entry.id).unwrap_or_default());
    let views = RwSignal::new(Vec::<Saved>::new());
    Effect::new(move || {
        let text = kept::read(&key(&bloc.get()));
        views.set(text.map(|text| read(&text)).unwrap_or_default());
    });
    let keep = move |all: Vec<Saved>| {
        let text = write(&all);
        kept::write(
            &key(&bloc.get_untracked()),
            Some(text.as_str()).filter(|text| !text.is_empty()),
        );
        views.set(all);
    };
    let name = RwSignal::new(String::new());
    let save = move || {
        let wanted = name.with_untracked(|name| name.trim().to_owned());
        if wanted.is_empty() {
            return;
        }
        let address = address(&router.place_untracked());
        keep(with(views.get_untracked(), Saved { name: wanted, address }));
        name.set(String::new());
    };
    let remove = move |view: Saved| {
        let before = views.get_untracked();
        keep(before.iter().filter(|other| **other != view).cloned().collect());
        toasts.offer_undo(removed(untrack(lang), &view.name), move || keep(before.clone()));
    };
    let list = move || {
        let here = router.place();
        let item = |view: Saved| {
            let to = place(&view.address, &here);
            let (label, gone) = (view.name.clone(), view.clone());
            view! {
                <li>
                    <A to>{label}</A>
                    <Button
                        label=move || w().remove
                        icon=IconName::Delete
                        small=true
                        on_press=move || remove(gone.clone())
                    />
                </li>
            }
        };
        views.get().into_iter().map(item).collect_view()
    };
    let some = Memo::new(move |_| views.with(|views| !views.is_empty()));
    view! {
        <Section title=move || w().views note=move || w().views_why>
            {move || some.get().then(|| view! { <ul class="explore__views">{list}</ul> })}
            <div class="explore__save">
                <TextField label=move || w().name value=name on_change=move |text| name.set(text)/>
                <Button label=move || w().save icon=IconName::Add on_press=save/>
            </div>
        </Section>
    }
}

/// The address of a view without its bloc, which the list belongs to.
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
    place.bloc.clone_from(&here.bloc);
    let known = [filter::FORM, filter::SUBJECT, filter::WHOSE, filter::ALONG];
    place.filters.retain(|(key, _)| known.contains(&key.as_str()));
    place
}
