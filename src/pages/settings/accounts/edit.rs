//! What is done with an account: another role or unit, disabling, an invitation to a new password.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use super::list::Desk;
use super::slips::Slip;
use crate::i18n::accounts::{ACCOUNTS, change_of, switched};
use crate::i18n::join::{role_name, role_words};
use crate::model::id::UnitId;
use crate::pages::join::enter::origin;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint::{self, AccountChange};
use crate::sync::rights::Role;
use crate::sync::wire::{Account, Invite};
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dialog_form::DialogForm;
use crate::ui::field::SelectField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::menu::Choice;
use crate::ui::toast::use_toasts;

/// The dialog; open while an account is being changed.
#[component]
pub fn EditDialog(desk: Desk) -> impl IntoView {
    let lang = use_lang();
    let open = open_while(desk.editing);
    let title = move || {
        let account = desk.editing.get();
        change_of(lang(), &account.map(|account| account.name).unwrap_or_default())
    };
    view! {
        <Dialog open title=Signal::derive(title)>
            {move || desk.editing.get().map(|account| view! { <Fields desk account/> })}
        </Dialog>
    }
}

#[component]
fn Fields(desk: Desk, account: Account) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let toasts = use_toasts();
    let role = RwSignal::new(account.role);
    let unit = RwSignal::new(account.unit.clone());
    let tried = RwSignal::new(false);
    let asked = Asked::new();
    let close = move || desk.editing.set(None);
    let id = StoredValue::new(account.id.clone());
    let missing = move || role.get() == Role::Unit && unit.with(Option::is_none);
    let send = move || {
        tried.set(true);
        if untrack(missing) {
            return focus_wrong_soon();
        }
        let change = AccountChange {
            role: Some(role.get_untracked()),
            unit: unit.get_untracked().filter(|_| role.get_untracked() == Role::Unit),
            ..AccountChange::default()
        };
        let said = untrack(|| w().changed);
        let changing = async move { endpoint::change_account(&id.get_value(), &change).await };
        asked.run(changing, move |()| {
            toasts.say(said);
            close();
            desk.load();
        });
    };
    let switch = {
        let (name, disabled) = (account.name.clone(), !account.disabled);
        move || {
            let change = AccountChange {
                disabled: Some(disabled),
                ..AccountChange::default()
            };
            let said = switched(untrack(lang), &name, disabled);
            let switching = async move { endpoint::change_account(&id.get_value(), &change).await };
            asked.run(switching, move |()| {
                toasts.say(said);
                close();
                desk.load();
            });
        }
    };
    let reset = {
        let account = account.clone();
        move || {
            let invite = Invite {
                name: account.name.clone(),
                role: account.role,
                unit: account.unit.clone(),
                account: Some(account.id.clone()),
            };
            asked.run(async move { endpoint::invite(&invite).await }, move |invitation| {
                close();
                desk.made.set(Slip::of(&invitation, &origin()));
                desk.load();
            });
        }
    };
    let is_admin = desk.role == Role::Admin;
    let fields = is_admin.then(|| {
        view! {
            <RoleAndUnit
                desk
                label=move || w().role
                role
                unit
                error=Signal::derive(move || (tried.get() && missing()).then(|| w().unit_missing.to_owned()))
            />
        }
    });
    let more = view! {
        <div class="row">
            <Button label=move || w().reset small=true busy=asked.busy on_press=reset/>
            {is_admin
                .then(|| {
                    let disabled = account.disabled;
                    view! {
                        <Button
                            label=move || if disabled { w().enable } else { w().disable }
                            small=true
                            busy=asked.busy
                            on_press=switch
                        />
                    }
                })}
        </div>
        <TroubleNote asked/>
    };
    if is_admin {
        view! {
            <DialogForm button=move || w().change_do on_send=send on_cancel=close>
                {fields}
                {more}
            </DialogForm>
        }
        .into_any()
    } else {
        view! { <div class="stack">{more}</div> }.into_any()
    }
}

/// What an account may do, and whose returns it writes.
#[component]
pub fn RoleAndUnit(
    desk: Desk,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What it may do.
    role: RwSignal<Role>,
    /// Whose returns.
    unit: RwSignal<Option<UnitId>>,
    /// That no unit is chosen.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let roles = move || {
        let choice = |role: &Role| Choice::new(role.name(), role_name(lang(), *role));
        desk.roles().iter().map(choice).collect::<Vec<_>>()
    };
    let units = move || {
        desk.with_units(|units| {
            let none = Choice::new("", w().choose_unit);
            let choices = units
                .iter()
                .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()));
            [none].into_iter().chain(choices).collect::<Vec<_>>()
        })
    };
    view! {
        <SelectField
            label
            help=move || role_words(lang(), role.get())
            choices=Signal::derive(roles)
            value=Signal::derive(move || role.get().name().to_owned())
            on_change=move |name: String| {
                if let Some(chosen) = Role::named(&name) {
                    role.set(chosen);
                }
            }
        />
        {move || {
            (role.get() == Role::Unit)
                .then(|| {
                    view! {
                        <SelectField
                            label=move || w().invite_unit
                            error
                            choices=Signal::derive(units)
                            value=Signal::derive(move || {
                                unit.get().map(|unit| unit.to_string()).unwrap_or_default()
                            })
                            on_change=move |id: String| {
                                unit.set((!id.is_empty()).then(|| UnitId::from(id.as_str())));
                            }
                        />
                    }
                })
        }}
    }
}
