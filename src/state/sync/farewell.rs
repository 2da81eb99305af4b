//! Ending the session of a device that leaves its server, though there is no network: it is remembered apart from the bloc
//! ([`crate::platform::owed`]) and done by the first that has a network: this page, one that is opened later, or the service
//! worker while none is open (`scripts/sw-send.js`). Until then the browser keeps the session's cookie, which no script reads.

use super::endpoint::{self, Trouble};
use crate::platform::{background_sync, locks, owed};
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

/// The name of `scripts/sw-send.js`: one ends it at a time, and nobody signs in meanwhile.
const LOCK: &str = "so-khoi/leaving";
/// How long to wait for another that is at it, in milliseconds.
const A_MOMENT: u32 = 100;
/// How long before it is tried again.
const TRY_AGAIN: u32 = 15_000;

/// What became of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// It is over.
    Ended,
    /// It is to be ended as soon as there is a network. Without one it ends by itself at the latest then, in milliseconds since
    /// 1970.
    Owed(i64),
}

/// Ends the session, now or later. Answers whether it is over.
pub(super) async fn end() -> bool {
    match endpoint::sign_out().await {
        Ok(()) => true,
        Err(trouble) if trouble.is_signed_out() => true,
        Err(_) => {
            owed::remember().await;
            background_sync::ask().await;
            begin();
            false
        }
    }
}

/// Tries until it is done, as long as the page is open.
pub fn begin() {
    spawn_local(async {
        while owed::is_owed().await && pay().await.is_err() {
            TimeoutFuture::new(TRY_AGAIN).await;
        }
    });
}

/// Ends what is to be ended; before anybody signs in here, so that it is never the new session.
///
/// # Errors
/// [`Trouble`], where the server could not be asked.
pub(super) async fn pay() -> Result<(), Trouble> {
    loop {
        let asked = locks::if_free(LOCK, || async {
            if !owed::is_owed().await {
                return Ok(());
            }
            match endpoint::sign_out().await {
                // It is over, or the server knows nothing of it.
                Ok(()) => {}
                Err(Trouble::Problem(problem)) if !problem.retryable && problem.status < 500 => {}
                Err(trouble) => return Err(trouble),
            }
            owed::forget().await;
            Ok(())
        });
        match asked.await {
            Some(done) => return done,
            None => TimeoutFuture::new(A_MOMENT).await,
        }
    }
}
