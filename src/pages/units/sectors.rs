//! The bloc's own list of sectors (loại hình).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::page::offer_undo;
use crate::i18n::ui::UI;
use crate::i18n::units::{UNITS, removed};
use crate::model::record::Entity;
use crate::model::text::Text;
use crate::model::unit::Sector;
use crate::platform::ids::new_id;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::field::TextField;
use crate::ui::focus::FocusMark;
use crate::ui::icon::IconName;
use crate::ui::toast::use_toasts;

/// The dialog. Every change takes effect at once and can be taken back.
#[component]
pub fn SectorsDialog(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&UNITS);
    let lens = use_lens();
    view! {
        <Dialog open title=Signal::derive(move || w().sectors.to_owned())>
            {list(lens, open)}
        </Dialog>
    }
}

fn list(lens: Lens, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&UNITS);
    let ui = use_words(&UI);
    let fresh = RwSignal::new(String::new());
    let ids = Memo::new(move |_| {
        lens.ledger(|ledger| {
            ledger
                .sectors
                .iter()
                .map(|sector| sector.id.clone())
                .collect::<Vec<_>>()
        })
    });
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let name = fresh.get_untracked().trim().to_owned();
        if name.is_empty() {
            return;
        }
        let order = lens.with_untracked(|scope| {
            scope
                .ledger
                .sectors
                .iter()
                .map(|sector| sector.order)
                .max()
                .unwrap_or(0)
                + 1
        });
        let sector = Sector {
            id: new_id().as_str().into(),
            label: Text::new(name, ""),
            order,
        };
        lens.workspace().put([&sector]);
        fresh.set(String::new());
    };
    view! {
        <p class="muted">{move || w().sectors_help}</p>
        <ul class="sectors">
            <For each=move || ids.get() key=|id| id.clone() let:id>
                {move || {
                    lens.with_untracked(|scope| scope.ledger.sectors.iter().find(|sector| sector.id == id).cloned())
                        .map(|sector| row(lens, sector))
                }}
            </For>
        </ul>
        <form class="sectors__add" on:submit=add>
            <TextField
                label=move || w().sector_name
                value=fresh
                on_change=move |name| fresh.set(name)
            />
            <Button label=move || w().add_sector submit=true icon=IconName::Add/>
        </form>
        <DialogActions>
            <Button label=move || ui().close kind=ButtonKind::Primary on_press=move || open.set(false)/>
        </DialogActions>
    }
    .into_any()
}

fn row(lens: Lens, sector: Sector) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let toasts = use_toasts();
    let name = RwSignal::new(sector.label.vi.clone());
    let id = sector.record_id();
    // A name is taken in when its field is left, not letter by letter.
    let take = {
        let sector = sector.clone();
        move || {
            let typed = name.get_untracked().trim().to_owned();
            if typed.is_empty() {
                name.set(sector.label.vi.clone());
            } else if typed != sector.label.vi {
                let mut sector = sector.clone();
                sector.label = Text::new(typed, "");
                lens.workspace().put([&sector]);
            }
        }
    };
    let label = sector.label.vi.clone();
    let remove = move || {
        let pressed = FocusMark::here();
        let done = lens.workspace().remove_record(&id);
        if let Some(pressed) = pressed {
            pressed.restore();
        }
        offer_undo(lens, toasts, removed(untrack(lang), &label), done);
    };
    let of = sector.label.vi.clone();
    view! {
        <li class="sectors__row" on:focusout=move |_| take()>
            <TextField label=move || w().sector_name value=name on_change=move |text| name.set(text)/>
            <IconButton
                icon=IconName::Delete
                label=move || format!("{}: {of}", w().remove_sector)
                on_press=remove
            />
        </li>
    }
    .into_any()
}
