//! Whom to invite, what an account may be called, and the invitations that were made as a table.

use crate::exchange::export::csv::Out;
use crate::i18n::accounts::ACCOUNTS;
use crate::model::id::UnitId;
use crate::model::text::Lang;
use crate::model::unit::Unit;
use crate::pages::join::draft::account_name;
use crate::sync::rights::Role;
use crate::sync::wire::{Account, Invitation};

/// An invitation as it is handed out. The link is known only now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Whom it is for: the unit's name, or the account's.
    pub whom: String,
    /// What the account may be called.
    pub name: String,
    /// What opens it.
    pub link: String,
    /// Until when, in milliseconds since 1970.
    pub expires_ms: i64,
}

impl Slip {
    /// The slip of an invitation that was just made at the address `origin`; `None` where the server said no code.
    pub fn of(invitation: &Invitation, origin: &str) -> Option<Slip> {
        let code = invitation.code.as_deref()?;
        let whom = [&invitation.unit_name, &invitation.name];
        Some(Slip {
            whom: whom
                .into_iter()
                .find(|name| !name.is_empty())
                .cloned()
                .unwrap_or_default(),
            name: invitation.name.clone(),
            link: format!("{}/join/{code}", origin.trim_end_matches('/')),
            expires_ms: invitation.expires_ms,
        })
    }
}

/// Names for several units, each another one: a number goes behind a name that is taken.
pub fn account_names<'a>(units: impl IntoIterator<Item = &'a Unit>, taken: &[Account]) -> Vec<(UnitId, String)> {
    let mut given: Vec<(UnitId, String)> = Vec::new();
    for unit in units {
        let plain = account_name(&unit.name);
        let is_free = |name: &str| {
            taken.iter().all(|account| account.name != name) && given.iter().all(|(_, other)| other != name)
        };
        let mut numbered = (2..).map(|number| format!("{plain}-{number}"));
        let name = match is_free(&plain) {
            true => plain.clone(),
            false => numbered.find(|name| is_free(name)).unwrap_or_else(|| plain.clone()),
        };
        given.push((unit.id.clone(), name));
    }
    given
}

/// The units that have neither an account that can sign in nor an invitation that can be used.
pub fn uninvited<'a>(
    units: impl IntoIterator<Item = &'a Unit>,
    accounts: &[Account],
    invitations: &[Invitation],
    now_ms: i64,
) -> Vec<&'a Unit> {
    let has_account = |unit: &Unit| {
        let mut of_units = accounts
            .iter()
            .filter(|account| account.role == Role::Unit && !account.disabled);
        of_units.any(|account| account.unit.as_ref() == Some(&unit.id))
    };
    let is_invited = |unit: &Unit| {
        let mut open = invitations
            .iter()
            .filter(|one| one.new_account && one.expires_ms > now_ms);
        open.any(|one| one.unit.as_ref() == Some(&unit.id))
    };
    let left = units.into_iter().filter(|unit| !has_account(unit) && !is_invited(unit));
    left.collect()
}

/// The slips as the rows of a file; `moment` writes a time.
pub fn rows(lang: Lang, slips: &[Slip], moment: impl Fn(i64) -> String) -> Vec<Vec<Out>> {
    let w = ACCOUNTS.in_lang(lang);
    let head = [w.unit, w.name, w.link, w.until].map(|word| Out::Text(word.to_owned()));
    let row = |slip: &Slip| {
        let cells = [&slip.whom, &slip.name, &slip.link].map(|text| Out::Text(text.clone()));
        cells.into_iter().chain([Out::Text(moment(slip.expires_ms))]).collect()
    };
    [head.to_vec()].into_iter().chain(slips.iter().map(row)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::export::csv::write;
    use crate::model::unit::UnitKind;

    fn unit(id: &str, name: &str) -> Unit {
        Unit::new(id, Some("bloc".into()), UnitKind::GrassrootsCell, name)
    }

    fn account(name: &str, unit: Option<&str>) -> Account {
        Account {
            id: name.to_owned(),
            name: name.to_owned(),
            role: if unit.is_some() { Role::Unit } else { Role::Editor },
            unit: unit.map(UnitId::from),
            disabled: false,
            seen_ms: None,
        }
    }

    fn invitation(unit: &str, expires_ms: i64) -> Invitation {
        Invitation {
            id: "i1".into(),
            code: Some("7Kq2-mZ9x".into()),
            name: "chi-bo-a".into(),
            role: Role::Unit,
            unit: Some(unit.into()),
            unit_name: "Chi bộ A".into(),
            bloc: "Đảng bộ Khối".into(),
            expires_ms,
            new_account: true,
        }
    }

    #[test]
    fn no_two_accounts_are_called_the_same() {
        let units = [unit("a", "Chi bộ A"), unit("b", "Chi bộ A"), unit("c", "Chi bộ C")];
        let names: Vec<String> = account_names(&units, &[account("chi-bo-c", None)])
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["chi-bo-a", "chi-bo-a-2", "chi-bo-c-2"]);
    }

    #[test]
    fn whoever_has_an_account_or_an_invitation_is_not_invited_again() {
        let units = [unit("a", "A"), unit("b", "B"), unit("c", "C"), unit("d", "D")];
        let disabled = Account {
            disabled: true,
            ..account("cu", Some("d"))
        };
        let accounts = [account("a", Some("a")), disabled];
        let invitations = [invitation("b", 2_000), invitation("c", 1_000)];
        let left: Vec<&str> = uninvited(&units, &accounts, &invitations, 1_500)
            .iter()
            .map(|unit| unit.id.as_str())
            .collect();
        assert_eq!(left, ["c", "d"]);
    }

    #[test]
    fn a_slip_holds_the_link_and_the_file_all_of_it() {
        let slip = Slip::of(&invitation("a", 7), "https://khoi.example.vn/").unwrap();
        assert_eq!(slip.link, "https://khoi.example.vn/join/7Kq2-mZ9x");
        let text = write(&rows(Lang::Vi, &[slip], |ms| format!("lúc {ms}")));
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "Đơn vị;Tên tài khoản;Liên kết;Dùng được đến");
        assert_eq!(
            lines[1],
            "Chi bộ A;chi-bo-a;https://khoi.example.vn/join/7Kq2-mZ9x;lúc 7"
        );
        let unsaid = Invitation {
            code: None,
            ..invitation("a", 7)
        };
        assert_eq!(Slip::of(&unsaid, "https://khoi.example.vn"), None);
    }
}
