//! What the program does beside serving: copies of the database, checks, a link for an administrator.

use std::path::Path;

use crate::{
    accounts::first,
    audit,
    backup::{self, BackupError},
    clock::Clock,
    db::Db,
    messages,
    options::Command,
};

/// Does it; gives what the person reads.
///
/// # Errors
/// What the person reads, too.
pub async fn run(command: &Command, db: &Db, address: &str) -> Result<String, String> {
    match command {
        Command::Serve => Ok(String::new()),
        Command::Backup(file) => backup(db, file).await,
        Command::Restore(file) => {
            let done = backup::restore(db, file).await;
            done.map(|rows| messages::restored(file, rows))
                .map_err(|error| messages::backup(&error))
        }
        Command::Verify => verify(db).await,
        Command::InviteAdmin => {
            let code = first::code_for_admin(db, Clock::default().now_ms()).await;
            let code = code.map_err(|fault| messages::fault(&fault))?;
            Ok(messages::invitation(&link(address, &code)))
        }
    }
}

/// The link of an invitation.
pub fn link(address: &str, code: &str) -> String {
    format!("{address}{}{code}", first::JOIN)
}

async fn backup(db: &Db, file: &Path) -> Result<String, String> {
    let done: Result<u64, BackupError> = backup::write(db, file).await;
    done.map(|rows| messages::backed_up(file, rows))
        .map_err(|error| messages::backup(&error))
}

/// Sound or not, the person reads how much was looked at; only what is sound ends well.
async fn verify(db: &Db) -> Result<String, String> {
    let report = audit::verify(db).await.map_err(|fault| messages::fault(&fault))?;
    match report.broken.is_empty() {
        true => Ok(messages::verified(&report)),
        false => Err(messages::broken(&report)),
    }
}
