//! Figures that are only read: because their period is closed, or because the account writes other units' only. What bars
//! somebody is decided by [`crate::sync::guard::bar`], of the same parts as the server's answer.

use leptos::prelude::*;

use super::desk::Desk;
use crate::i18n::returns::CLOSING;
use crate::model::record::RecordKind;
use crate::model::returns::{Deed, Return};
use crate::sync::guard::{Bar, bar};
use crate::sync::rights::Actor;
use crate::ui::notice::{Notice, NoticeKind};

/// Why figures are only read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// The account does not write this unit's returns.
    NotTheirs,
    /// The period is closed.
    Closed,
}

impl Desk {
    /// Why a unit's figures are only read; `None` where they are written. Follows the books and the account.
    pub fn lock(self, place: usize) -> Option<Lock> {
        let unit = self.unit(place)?;
        self.actor.with(|actor| {
            self.plan.with_value(|plan| {
                self.lens.ledger(|ledger| {
                    let found = bar(ledger, actor.as_ref(), &plan.form.id, &plan.period, &unit)?;
                    Some(match found {
                        Bar::NotTheirs => Lock::NotTheirs,
                        Bar::Closed(_) => Lock::Closed,
                    })
                })
            })
        })
    }

    /// The same for a place of the page, asked again only when it may be another.
    pub fn locked(self, place: usize) -> Memo<Option<Lock>> {
        Memo::new(move |_| self.lock(place))
    }

    /// Whether nothing on the page is written; follows.
    pub fn is_read_only(self) -> bool {
        self.closing.with(Option::is_some) || self.is_strange()
    }

    /// Whether the account writes none of the units here. The first that it does write answers it, so an office, which writes
    /// all, is asked once.
    fn is_strange(self) -> bool {
        let units = self.plan.with_value(|plan| plan.units.len());
        self.actor.with(|actor| {
            let Some(actor) = actor else { return false };
            let mine = |place: &usize| {
                self.unit(*place).is_some_and(|unit| {
                    self.lens
                        .ledger(|ledger| actor.may_write_in(RecordKind::Return, &unit, &ledger.units))
                })
            };
            !(0..units).any(|place| mine(&place))
        })
    }

    /// Whether a deed may be done with a unit's return as it is now: by this account, and while it is open. Follows both.
    pub fn may(self, place: usize, found: &Return, deed: &Deed) -> bool {
        self.actor.with(|actor| may_set(actor.as_ref(), found, deed)) && self.lock(place).is_none()
    }

    /// Says why nothing changes, where nothing does. Answers whether that is so.
    pub fn refuses(self, place: usize) -> bool {
        match untrack(|| self.lock(place)) {
            None => return false,
            // The page says it, as it says of any edit that a closing refuses.
            Some(Lock::Closed) => {
                let period = self
                    .closing
                    .with_untracked(|closing| closing.as_ref().map(|closing| closing.period.clone()));
                self.lens.workspace().refused.set(period);
            }
            Some(Lock::NotTheirs) => self.toasts.say(CLOSING.in_lang(self.lang.get_untracked()).not_theirs),
        }
        true
    }
}

/// Whether the account may give a return the status that a deed makes of it.
pub fn may_set(actor: Option<&Actor>, found: &Return, deed: &Deed) -> bool {
    let Some(after) = found.status.after(deed) else {
        return false;
    };
    actor
        .is_none_or(|actor| actor.writes_all() || serde_json::to_value(after).is_ok_and(|it| actor.may_set_status(&it)))
}

/// That the account only reads what is here; nothing where it writes any of it.
#[component]
pub fn StrangeNote(desk: Desk) -> impl IntoView {
    let is_strange = Memo::new(move |_| desk.is_strange());
    move || {
        let words = move || CLOSING.in_lang(desk.lang.get()).not_theirs;
        is_strange
            .get()
            .then(|| view! { <Notice kind=NoticeKind::Info>{words}</Notice> })
    }
}
