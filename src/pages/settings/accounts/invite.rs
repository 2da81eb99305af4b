//! Inviting one, and inviting all units that have no account.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use super::edit::RoleAndUnit;
use super::list::Desk;
use super::slips::{Slip, account_names, uninvited};
use crate::i18n::accounts::{ACCOUNTS, invited_line};
use crate::i18n::join::published_line;
use crate::model::id::UnitId;
use crate::pages::join::enter::origin;
use crate::platform::clock::now_ms;
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint::{self, Trouble};
use crate::sync::rights::Role;
use crate::sync::wire::Invite;
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::toast::{Toasts, use_toasts};

/// The dialog that invites one.
#[component]
pub fn InviteDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    desk: Desk,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    view! {
        <Dialog open title=move || w().invite>
            <Fields open desk/>
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let (role, unit) = (RwSignal::new(Role::Unit), RwSignal::new(None::<UnitId>));
    // The name follows the unit until somebody writes another.
    let typed = RwSignal::new(None::<String>);
    let tried = RwSignal::new(false);
    let asked = Asked::new();
    let name = Memo::new(move |_| {
        typed.get().unwrap_or_else(|| {
            let unit = unit.get().filter(|_| role.get() == Role::Unit);
            unit.map(|unit| name_for(desk, &unit)).unwrap_or_default()
        })
    });
    let missing = move || role.get() == Role::Unit && unit.with(Option::is_none);
    let send = move || {
        tried.set(true);
        if untrack(missing) {
            return focus_wrong_soon();
        }
        let invite = Invite {
            name: name.get_untracked().trim().to_owned(),
            role: role.get_untracked(),
            unit: unit.get_untracked().filter(|_| role.get_untracked() == Role::Unit),
            account: None,
        };
        asked.run(async move { endpoint::invite(&invite).await }, move |invitation| {
            open.set(false);
            desk.made.set(Slip::of(&invitation, &origin()));
            desk.load();
        });
    };
    view! {
        <DialogForm button=move || w().invite_do on_send=send on_cancel=move || open.set(false)>
            <RoleAndUnit
                desk
                label=move || w().invite_whom
                role
                unit
                error=Signal::derive(move || (tried.get() && missing()).then(|| w().unit_missing.to_owned()))
            />
            <TextField
                label=move || w().name
                help=move || w().name_help
                optional=true
                value=name
                on_change=move |text| typed.set(Some(text))
            />
            <TroubleNote asked/>
        </DialogForm>
    }
}

fn name_for(desk: Desk, unit: &UnitId) -> String {
    let accounts = desk.accounts.get();
    desk.with_units(|units| {
        let one = units.iter().copied().filter(|one| one.id == *unit);
        let mut names = account_names(one, &accounts).into_iter();
        names.next().map(|(_, name)| name).unwrap_or_default()
    })
}

/// Inviting many: how far it is.
#[derive(Clone, Copy)]
pub struct Inviting {
    /// Whether it is under way.
    pub asked: Asked,
    progress: RwSignal<(u64, u64)>,
    desk: Desk,
    toasts: Toasts,
}

/// Nothing is under way yet.
pub fn use_inviting(desk: Desk) -> Inviting {
    Inviting {
        asked: Asked::new(),
        progress: RwSignal::new((0, 0)),
        desk,
        toasts: use_toasts(),
    }
}

impl Inviting {
    /// How far it is, in words.
    pub fn said(self) -> Option<String> {
        let lang = use_lang();
        let (done, of) = self.progress.get();
        self.asked.busy.get().then(|| published_line(lang(), done, of))
    }

    /// Invites every unit without an account, one after the other. Where it breaks off, what was made is shown: the codes
    /// are said once.
    pub fn invite_all(self) {
        let lang = untrack(use_lang());
        let desk = self.desk;
        let wanted = untrack(|| {
            let (accounts, invitations) = (desk.accounts.get(), desk.invitations.get());
            desk.with_units(|units| {
                let left = uninvited(units.iter().copied(), &accounts, &invitations, now_ms());
                account_names(left, &accounts)
            })
        });
        let of = wanted.len() as u64;
        self.progress.set((0, of));
        let making = async move {
            let mut made = Vec::new();
            let mut broken = None::<Trouble>;
            for (done, (unit, name)) in wanted.into_iter().enumerate() {
                let invite = Invite {
                    name,
                    role: Role::Unit,
                    unit: Some(unit),
                    account: None,
                };
                match endpoint::invite(&invite).await {
                    Ok(invitation) => made.extend(Slip::of(&invitation, &origin())),
                    Err(trouble) => {
                        broken = Some(trouble);
                        break;
                    }
                }
                let _ = self.progress.try_set((done as u64 + 1, of));
            }
            Ok((made, broken))
        };
        self.asked.run(making, move |(made, broken)| {
            self.toasts.say(invited_line(lang, made.len()));
            desk.sheet.update(|sheet| sheet.extend(made));
            self.asked.trouble.set(broken);
            desk.load();
        });
    }
}
