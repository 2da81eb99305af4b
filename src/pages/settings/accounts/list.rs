//! For the office: the accounts of the server, and what is done with them.

use leptos::prelude::*;

use super::asked::{Asked, TroubleNote};
use super::edit::EditDialog;
use super::invite::{InviteDialog, use_inviting};
use super::made::MadeDialog;
use super::sheet::Sheet;
use super::slips::{Slip, uninvited};
use super::waiting::Waiting;
use crate::i18n::accounts::{ACCOUNTS, accounts_line, left_to_invite};
use crate::i18n::join::role_name;
use crate::model::fold::matches;
use crate::model::ledger::Ledger;
use crate::model::unit::Unit;
use crate::platform::clock::{moment, now_ms};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::sync::endpoint;
use crate::sync::rights::Role;
use crate::sync::wire::{Account, Invitation};
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::named_button::NamedButton;

/// What the office sees, and what it is doing. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What this account may do.
    pub role: Role,
    /// The accounts.
    pub accounts: RwSignal<Vec<Account>>,
    /// The open invitations.
    pub invitations: RwSignal<Vec<Invitation>>,
    /// The account that is being changed.
    pub editing: RwSignal<Option<Account>>,
    /// The invitation that was just made.
    pub made: RwSignal<Option<Slip>>,
    /// The invitations of many that were just made.
    pub sheet: RwSignal<Vec<Slip>>,
    /// Asking for the lists.
    pub asked: Asked,
    lens: Lens,
}

impl Desk {
    /// Asks for the lists anew.
    pub fn load(self) {
        let asking = async move {
            let accounts = endpoint::accounts().await?;
            Ok((accounts, endpoint::invitations().await?))
        };
        self.asked.run(asking, move |(accounts, invitations)| {
            self.accounts.set(accounts);
            self.invitations.set(invitations);
        });
    }

    /// Reads the units that hand in returns, today.
    pub fn with_units<T>(self, read: impl FnOnce(&[&Unit]) -> T) -> T {
        let today = self.lens.device_today();
        self.lens.ledger(|ledger: &Ledger| {
            let root = ledger.root().map(|root| root.id.clone());
            let units = root.map(|root| ledger.units.grassroots(&root, today));
            read(&units.unwrap_or_default())
        })
    }

    /// A unit's name; its identifier where the ledger does not know it.
    pub fn unit_name(self, unit: &crate::model::id::UnitId) -> String {
        self.lens.ledger(|ledger| {
            let found = ledger.units.get(unit).map(|unit| unit.name.clone());
            found.unwrap_or_else(|| unit.to_string())
        })
    }

    /// The roles that this account may invite to.
    pub fn roles(self) -> &'static [Role] {
        match self.role {
            Role::Admin => &[Role::Unit, Role::Editor, Role::Viewer, Role::Admin],
            _ => &[Role::Unit, Role::Viewer],
        }
    }

    /// How many units have neither an account nor an invitation.
    pub fn left(self) -> usize {
        let (accounts, invitations) = (self.accounts.get(), self.invitations.get());
        self.with_units(|units| uninvited(units.iter().copied(), &accounts, &invitations, now_ms()).len())
    }
}

/// The lists. More than this many accounts get a search.
const MANY: usize = 12;

/// The part of the panel.
#[component]
pub fn Office(
    /// The account that looks at it.
    own: String,
    /// What that one may do.
    role: Role,
) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let desk = Desk {
        role,
        accounts: RwSignal::new(Vec::new()),
        invitations: RwSignal::new(Vec::new()),
        editing: RwSignal::new(None),
        made: RwSignal::new(None),
        sheet: RwSignal::new(Vec::new()),
        asked: Asked::new(),
        lens: use_lens(),
    };
    desk.load();
    let inviting = RwSignal::new(false);
    let many = use_inviting(desk);
    let query = RwSignal::new(String::new());
    let own = StoredValue::new(own);
    let shown = move || {
        let query = query.get();
        let mut accounts = desk.accounts.get();
        accounts.retain(|account| {
            let unit = account
                .unit
                .as_ref()
                .map(|unit| desk.unit_name(unit))
                .unwrap_or_default();
            let is_own = own.with_value(|own| account.id == *own);
            !is_own && matches(&format!("{} {unit}", account.name), &query)
        });
        accounts
    };
    let line = move || {
        let accounts = desk.accounts.get();
        desk.with_units(|units| {
            let has = |unit: &&&Unit| accounts.iter().any(|account| account.unit.as_ref() == Some(&unit.id));
            accounts_line(lang(), accounts.len(), units.iter().filter(has).count(), units.len())
        })
    };
    let left = Memo::new(move |_| desk.left());
    let is_many = Memo::new(move |_| desk.accounts.with(Vec::len) > MANY);
    let is_alone = Memo::new(move |_| desk.accounts.with(|accounts| accounts.len() < 2) && !desk.asked.busy.get());
    view! {
        <h3>{move || w().all}</h3>
        <p class="muted small">{move || w().all_note}</p>
        <p>{line}</p>
        <div class="row">
            <Button
                label=move || w().invite
                kind=ButtonKind::Primary
                icon=IconName::Add
                small=true
                on_press=move || inviting.set(true)
            />
            {move || {
                (left.get() > 0)
                    .then(|| {
                        view! {
                            <Button
                                label=move || w().invite_all
                                small=true
                                busy=many.asked.busy
                                on_press=move || many.invite_all()
                            />
                        }
                    })
            }}
            <Button label=move || w().again kind=ButtonKind::Quiet small=true busy=desk.asked.busy on_press=move || desk.load()/>
        </div>
        <p class="muted small" role="status">
            {move || many.said().or_else(|| (left.get() > 0).then(|| left_to_invite(lang(), left.get())))}
        </p>
        <TroubleNote asked=many.asked/>
        <TroubleNote asked=desk.asked/>
        {move || (!desk.sheet.with(Vec::is_empty)).then(|| view! { <Sheet desk/> })}
        {move || is_alone.get().then(|| view! { <p>{move || w().none} ". " {move || w().none_why}</p> })}
        {move || {
            is_many
                .get()
                .then(|| {
                    view! {
                        <TextField
                            label=move || w().account
                            search=true
                            value=query
                            on_change=move |text| query.set(text)
                        />
                    }
                })
        }}
        <ul class="blocs">
            <For
                each=shown
                key=|account| (account.id.clone(), account.name.clone(), account.role, account.disabled, account.seen_ms)
                let:account
            >
                {row(desk, account)}
            </For>
        </ul>
        <Waiting desk/>
        <InviteDialog open=inviting desk/>
        <MadeDialog made=desk.made/>
        <EditDialog desk/>
    }
}

fn row(desk: Desk, account: Account) -> AnyView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let name = account.name.clone();
    let (role, unit, seen_ms, disabled) = (account.role, account.unit.clone(), account.seen_ms, account.disabled);
    let facts = move || {
        let who = match &unit {
            Some(unit) => desk.unit_name(unit),
            None => role_name(lang(), role).to_owned(),
        };
        let seen = match seen_ms {
            Some(at_ms) => format!("{} {}", w().seen, moment(lang(), at_ms)),
            None => w().never_seen.to_owned(),
        };
        format!("{who} · {seen}")
    };
    // An editor invites units and viewers only, and changes no account.
    let can_edit = desk.roles().contains(&role);
    view! {
        <li class="blocs__row">
            <span class="blocs__name trial__words">
                <span>
                    <strong>{name.clone()}</strong>
                    " "
                    {disabled
                        .then(|| {
                            view! { <Badge label=move || w().disabled icon=IconName::Close tone=Tone::Warn/> }
                        })}
                </span>
                <small class="muted">{facts}</small>
            </span>
            {can_edit
                .then(|| {
                    view! {
                        <NamedButton
                            label=move || w().change
                            of=name
                            icon=IconName::Edit
                            kind=ButtonKind::Quiet
                            on_press=move || desk.editing.set(Some(account.clone()))
                        />
                    }
                })}
        </li>
    }
    .into_any()
}
