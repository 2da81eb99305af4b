//! Where this account is signed in: one line a device, each signed out by a press.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use crate::i18n::accounts::ACCOUNTS;
use crate::platform::clock::moment;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::{endpoint, use_sync};
use crate::sync::wire::SessionOf;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::named_button::NamedButton;
use crate::ui::toast::use_toasts;

/// The list.
#[component]
pub fn Sessions(
    /// Has the account asked anew, when this device was signed out too.
    again: Trigger,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let sync = use_sync();
    let toasts = use_toasts();
    let sessions = RwSignal::new(Vec::<SessionOf>::new());
    let (asked, ending) = (Asked::new(), Asked::new());
    let load = move || asked.run(endpoint::sessions(), move |found| sessions.set(found));
    load();
    let end = move |id: String| {
        let said = untrack(|| w().ended);
        ending.run(async move { endpoint::end_session(&id).await }, move |()| {
            toasts.say(said);
            load();
        });
    };
    let end_all = move || {
        let said = untrack(|| w().ended_all);
        let ending_all = async move {
            endpoint::end_all_sessions().await?;
            // Said here: what comes now takes this list away.
            toasts.say(said);
            // The driver hears of it by its next request; what comes of that is in the phase.
            let _ = sync.sync_now().await;
            Ok(())
        };
        ending.run(ending_all, move |()| again.notify());
    };
    view! {
        <h3>{move || w().sessions}</h3>
        <p class="muted small">{move || w().sessions_note}</p>
        <ul class="blocs">
            <For each=move || sessions.get() key=|one| (one.id.clone(), one.seen_ms) let:one>
                {row(one, Callback::new(move |(id,)| end(id)))}
            </For>
        </ul>
        <TroubleNote asked/>
        <TroubleNote asked=ending/>
        <div class="row">
            <Button label=move || w().end_all small=true busy=ending.busy on_press=end_all/>
            <span class="muted small">{move || w().end_all_why}</span>
        </div>
    }
}

fn row(one: SessionOf, end: Callback<(String,)>) -> AnyView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let SessionOf {
        id,
        device_label,
        since_ms,
        seen_ms,
        this,
    } = one;
    let name = Signal::derive(move || match device_label.is_empty() {
        true => w().unnamed_device.to_owned(),
        false => device_label.clone(),
    });
    view! {
        <li class="blocs__row">
            <span class="blocs__name trial__words">
                <span>
                    {name} " " {this.then(|| view! { <Badge label=move || w().this_device icon=IconName::Check/> })}
                </span>
                <small class="muted">
                    {move || format!("{} {} · {} {}", w().since, moment(lang(), since_ms), w().seen, moment(lang(), seen_ms))}
                </small>
            </span>
            {(!this)
                .then(|| {
                    view! {
                        <NamedButton
                            label=move || w().end
                            of=name
                            icon=IconName::Close
                            kind=ButtonKind::Quiet
                            on_press=move || end.run((id.clone(),))
                        />
                    }
                })}
        </li>
    }
    .into_any()
}
