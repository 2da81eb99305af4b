//! The open bloc's particulars.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::term;
use crate::i18n::settings::{SETTINGS, bloc_kind};
use crate::model::profile::{BlocKind, Profile};
use crate::model::unit::Unit;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::{SelectField, TextField};
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};

const KINDS: [(&str, BlocKind); 4] = [
    ("agencies", BlocKind::Agencies),
    ("agencies_and_enterprises", BlocKind::AgenciesAndEnterprises),
    ("enterprises", BlocKind::Enterprises),
    ("other", BlocKind::Other),
];

/// Name, short name, kind, term. A field is taken in when it is left.
#[component]
pub fn BlocSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let lens = use_lens();
    let toasts = use_toasts();
    let profile = Memo::new(move |_| lens.ledger(|ledger| ledger.profile.clone()));
    let of = move |read: fn(&Profile) -> String| {
        Signal::derive(move || profile.with(|profile| profile.as_ref().map(read).unwrap_or_default()))
    };
    let save = move |change: &dyn Fn(&mut Profile)| {
        if let Some(before) = profile.get_untracked() {
            let mut after = before.clone();
            change(&mut after);
            store(lens, toasts, &before, &after, w().bloc_changed);
        }
    };
    let kinds = move || {
        let choice = |(id, kind): &(&str, BlocKind)| Choice::new(*id, bloc_kind(lang(), *kind));
        KINDS.iter().map(choice).collect::<Vec<_>>()
    };
    let kind = of(|profile| {
        let found = KINDS.iter().find(|(_, kind)| *kind == profile.kind);
        found.map_or("other", |(id, _)| id).to_owned()
    });
    view! {
        <Section title=move || w().bloc>
            <div class="form">
                <LateField
                    label=Signal::derive(move || w().name.to_owned())
                    help=Signal::stored(String::new())
                    value=of(|profile| profile.name.clone())
                    check=Callback::new(move |(text,): (String,)| {
                        text.trim().is_empty().then(|| w().name_missing.to_owned())
                    })
                    on_take=Callback::new(move |(text,): (String,)| {
                        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
                        save(&|profile: &mut Profile| profile.name.clone_from(&name));
                    })
                />
                <LateField
                    label=Signal::derive(move || w().short_name.to_owned())
                    help=Signal::derive(move || w().short_name_help.to_owned())
                    value=of(|profile| profile.short_name.clone())
                    check=Callback::new(|(_,): (String,)| None)
                    on_take=Callback::new(move |(text,): (String,)| {
                        save(&|profile: &mut Profile| text.trim().clone_into(&mut profile.short_name));
                    })
                />
                <div class="form__row">
                    <SelectField
                        label=move || w().kind
                        choices=Signal::derive(kinds)
                        value=kind
                        on_change=move |id: String| {
                            if let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == id) {
                                save(&|profile: &mut Profile| profile.kind = *kind);
                            }
                        }
                    />
                    <LateField
                        label=Signal::derive(move || w().term.to_owned())
                        help=Signal::derive(move || w().term_help.to_owned())
                        value=of(|profile| term::write(&profile.term))
                        check=Callback::new(move |(text,): (String,)| {
                            term::read(&text).is_none().then(|| w().term_invalid.to_owned())
                        })
                        on_take=Callback::new(move |(text,): (String,)| {
                            if let Some(term) = term::read(&text) {
                                save(&|profile: &mut Profile| profile.term = term.clone());
                            }
                        })
                    />
                </div>
            </div>
        </Section>
    }
}

/// Stores the profile, and with it the root unit's name where it was the bloc's.
fn store(lens: Lens, toasts: Toasts, before: &Profile, after: &Profile, said: &'static str) {
    if before == after {
        return;
    }
    let workspace = lens.workspace();
    let root: Option<Unit> = lens.with_untracked(|scope| scope.ledger.root().cloned());
    let done = workspace.put([after]);
    if before.name != after.name {
        if let Some(root) = root.filter(|root| root.name == before.name) {
            workspace.put([&Unit {
                name: after.name.clone(),
                ..root
            }]);
        }
        list_name(lens, after.name.clone());
    }
    if let Some(done) = done {
        let (before, renamed) = (before.name.clone(), before.name != after.name);
        toasts.offer_undo(said, move || {
            workspace.undo_of(&done);
            if renamed {
                list_name(lens, before.clone());
            }
        });
    }
}

/// Writes the bloc's name in the list of blocs.
fn list_name(lens: Lens, name: String) {
    let workspace = lens.workspace();
    if let Some(entry) = workspace.current.get_untracked() {
        spawn_local(async move {
            // Only the list would show the old name; the books have the new one.
            let _ = workspace.rename(&entry.id, &name).await;
        });
    }
}

/// A field that is taken in when it is left, and not while it is wrong.
#[component]
fn LateField(
    label: Signal<String>,
    help: Signal<String>,
    value: Signal<String>,
    check: Callback<(String,), Option<String>>,
    on_take: Callback<(String,)>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<String>);
    let take = move || {
        let Some(text) = typed.try_get_untracked().flatten() else {
            return;
        };
        let wrong = check.run((text.clone(),));
        let right = wrong.is_none();
        error.set(wrong);
        if right {
            typed.set(None);
            if text != value.get_untracked() {
                on_take.run((text,));
            }
        }
    };
    view! {
        <div
            on:focusout=move |_| take()
            on:keydown=move |event| {
                if event.key() == "Enter" {
                    take();
                }
            }
        >
            <TextField
                label
                help
                error
                value=move || typed.get().unwrap_or_else(|| value.get())
                on_change=move |text| typed.set(Some(text))
            />
        </div>
    }
}
