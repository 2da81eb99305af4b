//! How long is waited after something did not work.

/// After the first failure.
const FIRST_MS: u64 = 1_000;
/// At most.
const MOST_MS: u64 = 300_000;
/// Where somebody has to do something first.
pub(super) const RARELY_MS: u64 = 900_000;

/// Twice as long after each failure; with half of it left to chance, so that two hundred devices do not come back at once.
/// What the server asks for is waited for at least.
pub(super) fn wait_of(tries: u32, retry_after: Option<u64>, random: u32) -> u64 {
    let doubled = FIRST_MS << tries.saturating_sub(1).min(16);
    let own = pause(doubled.min(MOST_MS), random);
    match retry_after {
        Some(seconds) => {
            let asked = seconds.min(MOST_MS / 1_000 * 12) * 1_000;
            own.max(asked + share(asked / 4 + FIRST_MS, random))
        }
        None => own,
    }
}

/// Half of it for certain, the other half by chance.
pub(super) fn pause(ms: u64, random: u32) -> u64 {
    ms / 2 + share(ms / 2, random)
}

fn share(ms: u64, random: u32) -> u64 {
    (ms * u64::from(random)) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_five_minutes_and_is_never_less_than_asked() {
        assert_eq!(wait_of(1, None, 0), 500);
        assert_eq!(wait_of(2, None, 0), 1_000);
        assert_eq!(wait_of(3, None, u32::MAX), 3_999);
        assert_eq!(wait_of(60, None, 0), 150_000);
        assert!((1..200).all(|tries| wait_of(tries, None, u32::MAX) < MOST_MS));
        assert_eq!(wait_of(1, Some(30), 0), 30_000);
        assert!(wait_of(9, Some(1), u32::MAX) > 100_000);
    }

    #[test]
    fn two_hundred_devices_are_spread() {
        let at: Vec<u64> = (0..200u32)
            .map(|no| wait_of(4, Some(10), no * (u32::MAX / 200)))
            .collect();
        assert!(at.iter().max().unwrap_or(&0) - at.iter().min().unwrap_or(&0) > 3_000);
    }
}
