//! Who may sign in, where he is signed in, and how one gets in.
//!
//! There is no account by default and no default password. Whoever starts the program gets a link for the first administrator
//! ([`first`]); everybody else comes by an invitation. Accounts are offices and posts, not people: the audit names them, and a
//! unit's account outlives whoever holds the post.
//!
//! # Layout
//!
//! - [`names`], [`passwords`]: what they have to be like, and how passwords are kept
//! - [`sign_in`]: signing in and out, and how often it may be tried
//! - [`me`]: the own account, its password
//! - [`sessions`]: where an account is signed in; 90 days after its last use a session ends
//! - [`people`]: the accounts, for those who manage them
//! - [`invitations`]: making and withdrawing them; [`join`]: taking one up
//! - [`first`]: the link for an administrator that the program prints
//! - [`rows`]: reading accounts and units from the database; [`told`]: what happens to them, in the log

pub mod first;
pub mod invitations;
pub mod join;
pub mod me;
pub mod names;
pub mod passwords;
pub mod people;
pub mod rows;
pub mod sessions;
pub mod sign_in;
pub mod told;

use passwords::{HashError, Unfit};

use crate::{
    fault::Fault,
    log::{self, Level},
    problem::Problem,
};

impl From<HashError> for Fault {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Problem::BUSY.into(),
            HashError::Failed(reason) => {
                log::event(Level::Error, "password-hash", serde_json::json!({ "reason": reason }));
                Problem::INTERNAL.into()
            }
        }
    }
}

/// The problem of a password that is not taken, in the field where it stands.
fn unfit(reason: Unfit, field: &str) -> Fault {
    let problem = match reason {
        Unfit::Short => Problem::PASSWORD_SHORT,
        Unfit::Long => Problem::PASSWORD_LONG,
        Unfit::Plain => Problem::PASSWORD_PLAIN,
    };
    problem.of_field(field).into()
}

/// A device's label as it is kept: one line, and not a long one.
fn label(text: &str) -> String {
    let plain = text.chars().filter(|letter| !letter.is_control());
    plain.take(80).collect::<String>().trim().to_owned()
}
