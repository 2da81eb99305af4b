//! The own account.

use axum::{Json, extract::State, http::StatusCode};
use so_khoi::sync::wire::{Me, NewPassword};

use super::{
    passwords, rows, sessions,
    told::{Deed, tell},
    unfit,
};
use crate::{api::body::Sent, auth::Signed, fault::Fault, peer::Peer, problem::Problem, state::App, transaction};

/// `GET /me`: who the session is.
///
/// # Errors
/// When the database does not answer.
pub async fn show(State(app): State<App>, signed: Signed) -> Result<Json<Me>, Fault> {
    let mut reading = app.db.reading().await?;
    let kept = rows::by_id(&mut reading, &signed.actor.account).await?;
    let account = kept.ok_or(Problem::SIGNED_OUT)?.account;
    let me = rows::me(&mut reading, account, app.clock.now_ms()).await?;
    Ok(Json(me))
}

/// `POST /me/password`: a new one. It ends every other session: whoever has the old one is out.
///
/// # Errors
/// 403 `wrong-password` in the field `old`; 422 for the new one; 429 `throttled`.
pub async fn change_password(
    State(app): State<App>,
    signed: Signed,
    peer: Peer,
    Sent(asked): Sent<NewPassword>,
) -> Result<StatusCode, Fault> {
    let name = &signed.actor.name;
    passwords::fit(&asked.new, name).map_err(|reason| unfit(reason, "new"))?;
    app.tries.password(name, peer, app.clock.now_ms())?;
    let wrong = || Fault::from(Problem::WRONG_OLD_PASSWORD.of_field("old"));
    let old = {
        let mut reading = app.db.reading().await?;
        let kept = rows::by_id(&mut reading, &signed.actor.account).await?;
        kept.ok_or(Problem::SIGNED_OUT)?.password
    };
    if !app.passwords.matches(asked.old, Some(old.clone())).await? {
        tell(Deed::Refused, Some(&signed.actor.account), None);
        return Err(wrong());
    }
    app.tries.was_right(name, peer);
    let new = app.passwords.hash(asked.new).await?;
    transaction!(app.db, connection => {
        // Of two who change it at once, one comes too late.
        let done = sqlx::query("UPDATE accounts SET password = $1 WHERE id = $2 AND password = $3")
            .bind(&new)
            .bind(&signed.actor.account)
            .bind(&old)
            .execute(&mut *connection)
            .await?;
        if done.rows_affected() == 0 {
            return Err(wrong());
        }
        sessions::end_all(connection, &signed.actor.account, Some(&signed.session)).await
    })?;
    tell(Deed::NewPassword, Some(&signed.actor.account), None);
    Ok(StatusCode::NO_CONTENT)
}
