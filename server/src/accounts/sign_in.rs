//! Signing in and out.

use std::time::Duration;

use axum::{extract::State, http::HeaderMap, response::Response};
use so_khoi::sync::wire::SignIn;

use super::{
    names, rows, sessions,
    told::{Deed, tell},
};
use crate::{
    api::body::Sent,
    cookie,
    fault::Fault,
    peer::Peer,
    problem::Problem,
    state::{App, Shared},
    throttle::{Allowance, Throttle},
    transaction,
};

/// Who tried passwords and codes lately.
///
/// Counting by name alone would let a stranger try one password on every name; by address alone, everybody from a net of many addresses. A stranger can
/// make the owner of a name wait, but never longer than a minute after he has stopped; who is signed in already is not touched by it.
#[derive(Debug)]
pub struct Tries {
    by_name: Throttle,
    by_peer: Throttle,
    codes: Throttle,
}

impl Default for Tries {
    fn default() -> Self {
        let allowance = |burst, seconds| Allowance {
            burst,
            every: Duration::from_secs(seconds),
        };
        Self {
            by_name: Throttle::new(allowance(10, 60)),
            // All devices of an office may share one address.
            by_peer: Throttle::new(allowance(60, 10)),
            codes: Throttle::new(allowance(60, 2)),
        }
    }
}

impl Tries {
    /// Counts a try of a password for a name by a peer, before the password is looked at.
    ///
    /// # Errors
    /// 429, with how long to wait.
    pub fn password(&self, name: &str, peer: Peer, now_ms: i64) -> Result<(), Problem> {
        let peer = peer.key();
        self.by_peer.take(&peer, now_ms).map_err(throttled)?;
        self.by_name.take(&names::typed(name), now_ms).map_err(|wait| {
            self.by_peer.give_back(&peer);
            throttled(wait)
        })
    }

    /// The password was the right one: that was no try.
    pub fn was_right(&self, name: &str, peer: Peer) {
        self.by_name.give_back(&names::typed(name));
        self.by_peer.give_back(&peer.key());
    }

    /// Counts a try of an invitation's code.
    ///
    /// # Errors
    /// 429, with how long to wait.
    pub fn code(&self, peer: Peer, now_ms: i64) -> Result<(), Problem> {
        self.codes.take(&peer.key(), now_ms).map_err(throttled)
    }
}

fn throttled(wait: Duration) -> Problem {
    Problem::THROTTLED.later(wait.as_secs() + 1)
}

/// `POST /session`: signs in. An account that is not there and one that is disabled answer as a wrong password does, and as fast.
///
/// # Errors
/// 401 `wrong-password`, 429 `throttled`.
pub async fn sign_in(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Sent(asked): Sent<SignIn>,
) -> Result<Response, Fault> {
    let now_ms = app.clock.now_ms();
    if let Err(problem) = app.tries.password(&asked.name, peer, now_ms) {
        app.metrics.signed_in("throttled");
        tell(Deed::Throttled, None, None);
        return Err(problem.into());
    }
    let found = known(&app, &asked.name).await?;
    let hash = found.as_ref().map(|kept| kept.password.clone());
    let is_right = app.passwords.matches(asked.password, hash).await?;
    let tried = found.as_ref().map(|kept| kept.account.id.clone());
    let account = found.filter(|kept| is_right && !kept.account.disabled);
    let Some(kept) = account else {
        app.metrics.signed_in("refused");
        tell(Deed::Refused, tried.as_deref(), None);
        return Err(Problem::WRONG_PASSWORD.into());
    };
    let old = cookie::token(&headers, peer.is_secure);
    let (token, me) = transaction!(app.db, connection => {
        // Between looking and now the password may have been changed, or the account disabled.
        let found = rows::by_id(connection, &kept.account.id).await?;
        let still = |now: &rows::Kept| now.password == kept.password && !now.account.disabled;
        let account = found.filter(still).ok_or(Problem::WRONG_PASSWORD)?.account;
        if let Some(old) = old {
            sessions::end(connection, old).await?;
        }
        let token = sessions::begin(connection, &account.id, &asked.device_label, now_ms).await?;
        Ok((token, rows::me(connection, account, now_ms).await?))
    })?;
    app.tries.was_right(&asked.name, peer);
    app.metrics.signed_in("ok");
    tell(Deed::SignedIn, Some(&me.account.id), None);
    Ok(sessions::signed_in(&token, peer, me))
}

async fn known(app: &Shared, name: &str) -> Result<Option<rows::Kept>, Fault> {
    let mut reading = app.db.reading().await?;
    // A name that cannot be one is not looked for; the work for its password is the same.
    match names::is_name(&names::typed(name)) {
        true => rows::named(&mut reading, name).await,
        false => Ok(None),
    }
}

/// `DELETE /session`: signs out, whether one was signed in or not.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out(State(app): State<App>, peer: Peer, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(token) = cookie::token(&headers, peer.is_secure) {
        transaction!(app.db, connection => sessions::end(connection, token).await)?;
        tell(Deed::SignedOut, None, None);
    }
    Ok(sessions::signed_out(peer))
}
