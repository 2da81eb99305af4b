//! How many points need a person, for the navigation: counted when nobody types, never while a page is being drawn.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lens::Lens;
use crate::analysis::Scope;
use crate::analysis::review::to_review;
use crate::model::period::Period;
use crate::platform::chunk::chunks;
use crate::platform::idle::idle;

/// How long nothing may change before it is counted, in milliseconds.
const QUIET: u32 = 1_200;

/// Counts.
type Count = fn(&Scope<'_>, &Period) -> usize;

chunks! {
    /// What counts; nobody waits for it.
    review as fetch_review -> Count: to_review;
}

/// The number of points of the period at the top; 0 until it was first counted, and where no bloc is open.
pub fn review_count(lens: Lens) -> Signal<usize> {
    let count = RwSignal::new(0);
    let asked = StoredValue::new(0_u32);
    Effect::new(move || {
        lens.ledger(|_| ());
        let period = lens.period();
        lens.today();
        let now = asked.get_value().wrapping_add(1);
        asked.set_value(now);
        spawn_local(async move {
            TimeoutFuture::new(QUIET).await;
            if asked.try_get_value() != Some(now) {
                return;
            }
            idle().await;
            if asked.try_get_value() != Some(now) {
                return;
            }
            // Without it the navigation shows no number; the next change tries again.
            let Ok(to_review) = review().await else {
                return;
            };
            if asked.try_get_value() != Some(now) {
                return;
            }
            let found = lens.with_untracked(|scope| to_review(scope, &period));
            // A signal tells of every setting.
            if count.try_get_untracked().is_some_and(|known| known != found) {
                count.set(found);
            }
        });
    });
    count.into()
}
