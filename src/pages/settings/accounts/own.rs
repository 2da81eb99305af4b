//! This account: who it is, its password, signing this device out.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use super::password::PasswordDialog;
use crate::i18n::accounts::ACCOUNTS;
use crate::i18n::join::role_words;
use crate::model::id::UnitId;
use crate::pages::join::enter::origin;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::use_sync;
use crate::sync::rights::Role;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;

/// Who it is.
#[component]
pub fn Facts(
    /// What it is called.
    account: String,
    /// What it may do.
    role: Role,
    /// Whose returns it writes.
    unit: Option<UnitId>,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let lens = use_lens();
    let unit_name = move |unit: &UnitId| {
        let name = |name: &str| name.to_owned();
        lens.ledger(|ledger| {
            ledger
                .units
                .get(unit)
                .map_or_else(|| name(unit.as_str()), |unit| name(&unit.name))
        })
    };
    view! {
        <dl class="settings settings--facts">
            <dt>{move || w().account}</dt>
            <dd>
                <strong>{account}</strong>
            </dd>
            <dt>{move || w().role}</dt>
            <dd>{move || role_words(lang(), role)}</dd>
            {unit
                .map(|unit| {
                    view! {
                        <dt>{move || w().unit}</dt>
                        <dd>{move || unit_name(&unit)}</dd>
                    }
                })}
            <dt>{move || w().server}</dt>
            <dd>{origin()}</dd>
        </dl>
    }
}

/// Who is signed in, and what can be done about it.
#[component]
pub fn Own(
    /// What it is called.
    account: String,
    /// What it may do.
    role: Role,
    /// Whose returns it writes.
    unit: Option<UnitId>,
    /// Whether this device's clock is off by the server's.
    clock_is_off: bool,
    /// Has it asked anew.
    again: Trigger,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let sync = use_sync();
    let toasts = use_toasts();
    let changing = RwSignal::new(false);
    let signing_out = Asked::new();
    let sign_out = move || {
        let said = untrack(|| w().signed_out);
        let signing = async move {
            sync.sign_out().await?;
            // Said here: what comes now takes this part away.
            toasts.say(said);
            Ok(())
        };
        signing_out.run(signing, move |()| again.notify());
    };
    let name = account.clone();
    view! {
        <Facts account role unit/>
        {clock_is_off.then(|| view! { <Notice kind=NoticeKind::Warning>{move || w().clock}</Notice> })}
        <div class="row">
            <Button label=move || w().change_password small=true on_press=move || changing.set(true)/>
            <Button
                label=move || w().sign_out
                kind=ButtonKind::Quiet
                small=true
                busy=signing_out.busy
                on_press=sign_out
            />
        </div>
        <p class="muted small">{move || w().sign_out_why}</p>
        <TroubleNote asked=signing_out/>
        <PasswordDialog open=changing account=name/>
    }
}
