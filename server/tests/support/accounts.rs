//! Accounts and sessions put straight into the database, for tests that are not about signing in.

use so_khoi::sync::rights::Role;
use so_khoi_server::{db::Db, random};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Login {
    pub account: String,
    pub name: String,
    pub token: String,
}

impl Login {
    /// The header lines of its requests.
    pub fn headers(&self) -> [String; 2] {
        [
            format!("Cookie: so-khoi={}", self.token),
            format!("So-Khoi-Account: {}", self.account),
        ]
    }
}

/// Makes an account with a session.
pub async fn sign_in(db: &Db, name: &str, role: Role, unit: Option<&str>) -> Login {
    let who = (name.to_owned(), role, unit.map(str::to_owned));
    sign_in_all(db, &[who]).await.remove(0)
}

/// Makes accounts with a session each.
pub async fn sign_in_all(db: &Db, people: &[(String, Role, Option<String>)]) -> Vec<Login> {
    let mut writing = db.writing().await.unwrap();
    let mut logins = Vec::new();
    for (name, role, unit) in people {
        let login = Login {
            account: random::id(),
            name: name.clone(),
            token: random::token(),
        };
        sqlx::query("INSERT INTO accounts (id, name, role, unit, password, created_ms) VALUES ($1, $2, $3, $4, '', 0)")
            .bind(&login.account)
            .bind(name)
            .bind(role.name())
            .bind(unit.as_deref())
            .execute(&mut *writing)
            .await
            .unwrap();
        sqlx::query(
            "INSERT INTO sessions (id, token_hash, account, device_label, since_ms, seen_ms, expires_ms)
             VALUES ($1, $2, $3, '', 0, 0, $4)",
        )
        .bind(random::id())
        .bind(random::hash(&login.token))
        .bind(&login.account)
        .bind(i64::MAX)
        .execute(&mut *writing)
        .await
        .unwrap();
        logins.push(login);
    }
    writing.commit().await.unwrap();
    logins
}
