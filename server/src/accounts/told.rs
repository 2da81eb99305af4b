//! What happens to accounts, told in the log: who did what to which account, by identifiers. No name, no address, no secret.

use serde_json::json;

use crate::log::{self, Level};

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Somebody signed in.
    SignedIn,
    /// A password was wrong, or the account is disabled.
    Refused,
    /// Tries came too often.
    Throttled,
    /// Somebody took up an invitation.
    Joined,
    /// An invitation was made.
    Invited,
    /// An invitation was withdrawn.
    Withdrawn,
    /// Its name, role or unit was changed, or it was disabled or enabled.
    Changed,
    /// It has a new password.
    NewPassword,
    /// It was signed out somewhere.
    SignedOut,
    /// It was signed out everywhere.
    SignedOutEverywhere,
}

impl Deed {
    /// The name that it is written by.
    const fn name(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::Refused => "refused",
            Self::Throttled => "throttled",
            Self::Joined => "joined",
            Self::Invited => "invited",
            Self::Withdrawn => "withdrawn",
            Self::Changed => "changed",
            Self::NewPassword => "new-password",
            Self::SignedOut => "signed-out",
            Self::SignedOutEverywhere => "signed-out-everywhere",
        }
    }
}

/// It happened to `account`, where it is known which; `by` is the account that did it, where it was another.
pub fn tell(deed: Deed, account: Option<&str>, by: Option<&str>) {
    let fields = json!({ "deed": deed.name(), "account": account, "by": by });
    log::event(Level::Info, "account", fields);
}
