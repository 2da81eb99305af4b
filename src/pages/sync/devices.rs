//! Devices as the committee looks at them: which need somebody, the most urgent first.

use crate::sync::wire::{Device, Gap};

/// After so many days without a word a device is asked after.
pub const QUIET_DAYS: i64 = 7;
const DAY_MS: i64 = 86_400_000;

/// What a device needs, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Changes of it never came: so many.
    Missing(u64),
    /// Changes of it were refused: so many.
    Rejected(u64),
    /// It has not been heard of for so many days.
    Quiet(i64),
}

/// What a device needs; nothing where all is well.
pub fn needs(device: &Device, now_ms: i64) -> Vec<Need> {
    let missing = device.gaps.iter().map(length).sum();
    let days = now_ms.saturating_sub(device.seen_ms).max(0) / DAY_MS;
    let all = [
        (missing > 0).then_some(Need::Missing(missing)),
        (device.rejected > 0).then_some(Need::Rejected(device.rejected)),
        (days > QUIET_DAYS).then_some(Need::Quiet(days)),
    ];
    all.into_iter().flatten().collect()
}

fn length(gap: &Gap) -> u64 {
    gap.last.saturating_sub(gap.first).saturating_add(1)
}

/// Devices in the order in which somebody should look at them.
pub fn in_order(mut devices: Vec<Device>, now_ms: i64) -> Vec<Device> {
    let urgency = |device: &Device| match needs(device, now_ms).first() {
        Some(Need::Missing(_)) => 0,
        Some(Need::Rejected(_)) => 1,
        Some(Need::Quiet(_)) => 2,
        None => 3,
    };
    devices.sort_by(|a, b| {
        let key = |device: &Device| (urgency(device), device.seen_ms);
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    devices
}

/// How many devices need something: missing changes, refused ones, a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needing {
    /// Of which changes are missing.
    pub missing: usize,
    /// Of which changes were refused.
    pub rejected: usize,
    /// Not heard of for long.
    pub quiet: usize,
}

/// Counts the devices that need something; one that needs two things is counted under both.
pub fn needing(devices: &[Device], now_ms: i64) -> Needing {
    let mut counted = Needing::default();
    for need in devices.iter().flat_map(|device| needs(device, now_ms)) {
        match need {
            Need::Missing(_) => counted.missing += 1,
            Need::Rejected(_) => counted.rejected += 1,
            Need::Quiet(_) => counted.quiet += 1,
        }
    }
    counted
}

/// The numbers that are missing, as a list: "12–14, 20".
pub fn missing_numbers(gaps: &[Gap]) -> String {
    let said = gaps.iter().map(|gap| match gap.first == gap.last {
        true => gap.first.to_string(),
        false => format!("{}–{}", gap.first, gap.last),
    });
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(id: &str, seen_day: i64, gaps: &[(u64, u64)], rejected: u64) -> Device {
        Device {
            id: id.into(),
            label: String::new(),
            account: String::new(),
            unit: None,
            seen_ms: seen_day * DAY_MS,
            last_seq: 30,
            gaps: gaps.iter().map(|&(first, last)| Gap { first, last }).collect(),
            rejected,
        }
    }

    #[test]
    fn what_is_missing_comes_before_what_is_refused_and_what_is_quiet() {
        let now = 100 * DAY_MS;
        let all = vec![
            device("well", 99, &[], 0),
            device("quiet", 92, &[], 0),
            device("week", 93, &[], 0),
            device("refused", 99, &[], 2),
            device("missing", 80, &[(12, 14), (20, 20)], 1),
        ];
        let counted = needing(&all, now);
        assert_eq!((counted.missing, counted.rejected, counted.quiet), (1, 2, 2));
        let order: Vec<String> = in_order(all, now).into_iter().map(|it| it.id).collect();
        assert_eq!(order, ["missing", "refused", "quiet", "week", "well"]);
    }

    #[test]
    fn a_device_may_need_several_things_and_a_wrong_clock_makes_none_quiet() {
        let now = 100 * DAY_MS;
        let found = needs(&device("a", 80, &[(12, 14), (20, 20)], 3), now);
        assert_eq!(found, [Need::Missing(4), Need::Rejected(3), Need::Quiet(20)]);
        assert!(needs(&device("a", 300, &[], 0), now).is_empty());
        let gaps = device("a", 0, &[(12, 14), (20, 20)], 0).gaps;
        assert_eq!(missing_numbers(&gaps), "12–14, 20");
    }
}
