//! How often something may be tried: by one name, by one peer, by one session.
//!
//! Each key has a bucket that a try takes a drop from and time fills again. Of a bucket only the moment is kept at which it is full again, and
//! full buckets are forgotten, so that the memory is bounded by what happened lately; [`Throttle::MOST`] bounds it besides.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// How many tries are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once, after a quiet time.
    pub burst: u32,
    /// After how long one more is allowed.
    pub every: Duration,
}

/// Counts the tries of each key.
#[derive(Debug)]
pub struct Throttle {
    allowance: Allowance,
    full_at: Mutex<HashMap<[u8; 16], i64>>,
}

impl Throttle {
    /// How many keys are remembered.
    pub const MOST: usize = 20_000;

    /// Nobody has tried anything yet.
    pub fn new(allowance: Allowance) -> Self {
        Self {
            allowance,
            full_at: Mutex::default(),
        }
    }

    /// Takes a drop for a try of `key` at a moment, in milliseconds since 1970.
    ///
    /// # Errors
    ///
    /// How long to wait, when there is none left. Trying in vain costs nothing.
    pub fn take(&self, key: &str, now_ms: i64) -> Result<(), Duration> {
        let mut buckets = self.buckets();
        let every = millis(self.allowance.every);
        let longest = every.saturating_mul(i64::from(self.allowance.burst));
        let full_at = buckets.get(&digest(key)).copied().unwrap_or(now_ms);
        // A clock that was set back does not shut anybody out for the time between.
        let full_again = full_at
            .clamp(now_ms, now_ms.saturating_add(longest))
            .saturating_add(every);
        let wait = full_again.saturating_sub(now_ms).saturating_sub(longest);
        if wait > 0 {
            return Err(Duration::from_millis(wait.unsigned_abs()));
        }
        if buckets.len() >= Self::MOST {
            make_room(&mut buckets, now_ms);
        }
        buckets.insert(digest(key), full_again);
        Ok(())
    }

    /// Gives back the drop of a try that was a good one.
    pub fn give_back(&self, key: &str) {
        if let Some(full_at) = self.buckets().get_mut(&digest(key)) {
            *full_at = full_at.saturating_sub(millis(self.allowance.every));
        }
    }

    /// Whether `key` has tried something lately.
    pub fn knows(&self, key: &str) -> bool {
        self.buckets().contains_key(&digest(key))
    }

    /// How many keys are remembered now.
    pub fn len(&self) -> usize {
        self.buckets().len()
    }

    /// Whether nobody has tried anything lately.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn buckets(&self) -> MutexGuard<'_, HashMap<[u8; 16], i64>> {
        // A map of moments is whole after any panic.
        self.full_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets the buckets that are full, and where that is not enough the half that is full soonest: somebody who tries a great many names must not
/// make the server forget the one that he tries most.
fn make_room(buckets: &mut HashMap<[u8; 16], i64>, now_ms: i64) {
    buckets.retain(|_, full_at| *full_at > now_ms);
    if buckets.len() < Throttle::MOST {
        return;
    }
    let by_moment: BTreeMap<(i64, [u8; 16]), ()> = buckets.iter().map(|(key, at)| ((*at, *key), ())).collect();
    for ((_, key), ()) in by_moment.into_iter().take(Throttle::MOST / 2) {
        buckets.remove(&key);
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Keys are as long as people make them; what is remembered of each is not.
fn digest(key: &str) -> [u8; 16] {
    use sha2::{Digest, Sha256};
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(key.as_bytes())[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: Allowance = Allowance {
        burst: 3,
        every: Duration::from_secs(10),
    };

    #[test]
    fn after_a_burst_one_waits_and_others_do_not() {
        let (throttle, now) = (Throttle::new(ALLOWED), 1_000_000);
        for _ in 0..3 {
            assert_eq!(throttle.take("vpdu", now), Ok(()));
        }
        assert_eq!(throttle.take("vpdu", now), Err(Duration::from_secs(10)));
        assert_eq!(throttle.take("chi-bo", now), Ok(()));
        let later = now + 4_000;
        assert_eq!(throttle.take("vpdu", later), Err(Duration::from_secs(6)));
        let later = now + 10_000;
        assert_eq!(throttle.take("vpdu", later), Ok(()));
        assert_eq!(throttle.take("vpdu", later), Err(Duration::from_secs(10)));
    }

    #[test]
    fn a_quiet_time_fills_the_bucket_and_no_more() {
        let (throttle, now) = (Throttle::new(ALLOWED), 1_000_000);
        assert_eq!(throttle.take("vpdu", now), Ok(()));
        let later = now + 100_000_000;
        let taken = (0..10).filter(|_| throttle.take("vpdu", later).is_ok()).count();
        assert_eq!(taken, 3);
    }

    #[test]
    fn a_clock_set_back_shuts_nobody_out() {
        let (throttle, now) = (Throttle::new(ALLOWED), 1_000_000_000_000);
        assert_eq!(throttle.take("vpdu", now), Ok(()));
        assert_eq!(throttle.take("vpdu", 5), Err(Duration::from_secs(10)));
    }

    #[test]
    fn a_good_try_costs_nothing() {
        let (throttle, now) = (Throttle::new(ALLOWED), 1_000_000);
        for _ in 0..20 {
            assert_eq!(throttle.take("vpdu", now), Ok(()));
            throttle.give_back("vpdu");
        }
    }

    #[test]
    fn what_is_remembered_is_bounded_and_the_tried_most_is_kept() {
        let (throttle, now) = (Throttle::new(ALLOWED), 1_000_000);
        for _ in 0..3 {
            assert_eq!(throttle.take("tried-most", now), Ok(()));
        }
        for n in 0..3 * Throttle::MOST {
            let _ = throttle.take(&n.to_string(), now);
        }
        assert!(throttle.len() <= Throttle::MOST);
        assert!(throttle.take("tried-most", now).is_err());
        let later = now + 60_000;
        for n in 0..Throttle::MOST {
            let _ = throttle.take(&format!("later {n}"), later);
        }
        assert!(throttle.len() <= Throttle::MOST);
    }
}
