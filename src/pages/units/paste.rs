//! Many units at once: a list of names, pasted.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::change::next_order;
use super::page::offer_undo;
use crate::exchange::name_list::{PastedName, read};
use crate::i18n::ui::UI;
use crate::i18n::units::{UNITS, added, kind_name, paste_summary};
use crate::model::unit::{Unit, UnitKind};
use crate::platform::ids::new_id;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn PasteDialog(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&UNITS);
    let lens = use_lens();
    view! {
        <Dialog open title=Signal::derive(move || w().paste.to_owned())>
            {form(lens, open)}
        </Dialog>
    }
}

fn form(lens: Lens, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&UNITS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let text = RwSignal::new(String::new());
    let names = Memo::new(move |_| {
        let text = text.get();
        lens.ledger(|ledger| {
            let known: Vec<&str> = ledger.units.iter().map(|unit| unit.name.as_str()).collect();
            read(&text, UnitKind::GrassrootsCell, known)
        })
    });
    let fresh = Memo::new(move |_| names.with(|names| names.iter().filter(|name| !name.repeated).count()));
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let names: Vec<PastedName> = names
            .get_untracked()
            .into_iter()
            .filter(|name| !name.repeated)
            .collect();
        if names.is_empty() {
            return;
        }
        let units: Vec<Unit> = lens.with_untracked(|scope| {
            let first = next_order(&scope.ledger.units, &scope.root);
            let unit = |(order, name): (u32, PastedName)| Unit {
                order,
                ..Unit::new(new_id().as_str(), Some(scope.root.clone()), name.kind, name.name)
            };
            (first..).zip(names).map(unit).collect()
        });
        let done = lens.workspace().put(&units);
        open.set(false);
        text.set(String::new());
        offer_undo(lens, toasts, added(untrack(lang), units.len()), done);
    };
    view! {
        <form class="form" novalidate=true on:submit=save>
            <TextArea
                label=move || w().paste_label
                help=move || w().paste_help
                rows=8
                value=text
                on_change=move |typed| text.set(typed)
            />
            <div class="pasted" role="status">
                {move || {
                    names
                        .with(|names| {
                            let repeated = names.iter().filter(|name| name.repeated).count();
                            (!names.is_empty())
                                .then(|| view! { <p>{paste_summary(lang(), fresh.get(), repeated)}</p> })
                        })
                }}
            </div>
            <ol class="pasted__list">
                {move || {
                    let lang = lang();
                    names
                        .get()
                        .into_iter()
                        .map(|name| {
                            let remark = if name.repeated {
                                w().repeated.to_owned()
                            } else {
                                kind_name(lang, name.kind).to_owned()
                            };
                            view! {
                                <li class:pasted__repeated=name.repeated>
                                    <span>{name.name}</span>
                                    <span class="muted">{remark}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ol>
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button
                    label=move || w().add_these
                    kind=ButtonKind::Primary
                    submit=true
                    disabled=Signal::derive(move || fresh.get() == 0)
                />
            </DialogActions>
        </form>
    }
    .into_any()
}
