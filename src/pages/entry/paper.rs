//! One unit's return as a paper: why it came back, what is done with it, what happened to it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::i18n::returns::{DEEDS, became};
use crate::model::from_json::FromJson;
use crate::model::returns::{Deed, Return, ReturnStatus};
use crate::platform::clock::moment;
use crate::state::preferences::{use_lang, use_words};
use crate::store::journal::Past;
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuAction};
use crate::ui::notice::{Notice, NoticeKind};

/// Why the return came back, or that it was changed after it was accepted.
#[component]
pub fn PaperNotes(status: Signal<Option<ReturnStatus>>) -> impl IntoView {
    let w = use_words(&DEEDS);
    move || match status.get() {
        Some(ReturnStatus::SentBack(reason)) => view! {
            <Notice kind=NoticeKind::Failure>
                <p>
                    <strong>{move || w().sent_back}</strong>
                    " "
                    {reason}
                    <br/>
                    {move || w().sent_back_remedy}
                </p>
            </Notice>
        }
        .into_any(),
        Some(ReturnStatus::Amended) => {
            view! { <Notice kind=NoticeKind::Warning>{move || w().amended}</Notice> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// The next deed as a button, the others in a menu.
#[component]
pub fn PaperDeeds(desk: Desk, place: usize, status: Signal<Option<ReturnStatus>>) -> impl IntoView {
    let w = use_words(&DEEDS);
    let word = move |deed: &Deed| match deed {
        Deed::HandIn => w().hand_in,
        Deed::TakeBack => w().take_back,
        Deed::Accept => w().accept,
        Deed::SendBack(_) => w().send_back,
    };
    let act = move |deed: &Deed| desk.act(&[place], deed);
    // Drawn anew when the status changes, not with every figure.
    let status = Memo::new(move |_| status.get());
    move || {
        let status = status.get()?;
        let found = untrack(|| desk.row_now(place).found)?;
        let next = desk.next_deed(place, Some(&found));
        let button = next.clone().map(|deed| {
            let label = deed.clone();
            view! { <Button label=move || word(&label) on_press=move || act(&deed)/> }
        });
        let rest = [
            (IconName::Undo, Deed::SendBack(String::new())),
            (IconName::Edit, Deed::TakeBack),
        ];
        let rest: Vec<MenuAction> = rest
            .into_iter()
            .filter(|(_, deed)| status.after(deed).is_some() && desk.may(place, &found, deed))
            .map(|(icon, deed)| {
                let label = deed.clone();
                MenuAction::new(icon, Signal::derive(move || word(&label).to_owned()), move || {
                    act(&deed)
                })
            })
            .collect();
        let menu = (!rest.is_empty())
            .then(|| view! { <Menu label=move || w().menu icon=IconName::More actions=rest end=true/> });
        Some(view! {
            {menu}
            {button}
        })
    }
}

/// What happened to the return on this device, the newest first; read when it is unfolded.
#[component]
pub fn PaperHistory(desk: Desk, place: usize) -> impl IntoView {
    let w = use_words(&DEEDS);
    let lang = use_lang();
    let opened = RwSignal::new(false);
    let past = RwSignal::new(None::<Vec<Past>>);
    let record = desk.unit(place).map(|unit| {
        desk.plan
            .with_value(|plan| Return::record_id(&plan.form.id, &plan.period, &unit))
    });
    let field = record.clone().map(|record| (record, "status".to_owned()));
    Effect::new(move || {
        // Read again whenever the status is changed or written.
        desk.field_state(field.as_ref());
        let Some(record) = record.clone().filter(|_| opened.get()) else {
            return;
        };
        spawn_local(async move {
            let found = desk.lens.workspace().history(&record, Some("status")).await;
            let _ = past.try_set(Some(found.unwrap_or_default()));
        });
    });
    let line = move |past: Past| {
        let status = ReturnStatus::from_json(&past.new).ok();
        let who = past.author.clone();
        let who = move || {
            if who.is_empty() {
                w().here.to_owned()
            } else {
                who.clone()
            }
        };
        view! {
            <li>
                <span>{move || became(lang(), status.as_ref())}</span>
                <span class="muted">{move || moment(lang(), past.at_ms)} ", " {who}</span>
            </li>
        }
    };
    view! {
        <Disclosure label=move || w().history opened>
            {move || {
                past.get()
                    .map(|past| {
                        if past.is_empty() {
                            view! { <p class="muted">{move || w().history_none}</p> }.into_any()
                        } else {
                            let lines = past.into_iter().take(50).map(line).collect_view();
                            view! { <ol class="cell-panel__past">{lines}</ol> }.into_any()
                        }
                    })
            }}
        </Disclosure>
    }
}
