//! The targets that a drive is held against: its own, else its year's, else its term's.

use crate::analysis::Scope;
use crate::analysis::achievement::{Achievement, achievement};
use crate::model::drive::Drive;
use crate::model::id::IndicatorId;
use crate::model::number::Percent;
use crate::model::period::{Period, PeriodKind};
use crate::model::target::{Relation, Target, TargetValue};
use crate::report::sentence::share::RateTarget;
use crate::report::sentence::status::Standing;

/// A target in percent, read as one of this drive.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The target as it was set.
    pub target: Target,
    /// How much.
    pub percent: Percent,
    /// How the drive stands against it; `None` while one sector is looked at, because the target is the bloc's.
    pub achievement: Option<Achievement>,
}

impl Held {
    /// What a sentence says of it; nothing while the drive is not judged by it.
    pub fn in_sentence(&self) -> Option<RateTarget> {
        self.achievement.as_ref().and_then(RateTarget::of)
    }

    /// How the drive stands against it.
    pub fn standing(&self) -> Option<Standing> {
        self.achievement.as_ref().map(Standing::of)
    }
}

/// The target of `indicator` that the drive is held against. A year's or a term's target that speaks of
/// every drive is read as one of this drive.
pub fn held(scope: &Scope<'_>, drive: &Drive, indicator: &IndicatorId) -> Option<Held> {
    let of = |target: &&Target| {
        target.unit == scope.root
            && target.indicator.as_ref() == Some(indicator)
            && !matches!(target.relation, Some(Relation::OfWhich(_)))
            && speaks_of(&target.period, drive)
    };
    let target = scope
        .ledger
        .targets
        .values()
        .filter(of)
        .min_by_key(|target| breadth(&target.period))?;
    let TargetValue::Percent(percent) = target.value else {
        return None;
    };
    let as_of_drive = Target {
        period: drive.period(),
        ..target.clone()
    };
    Some(Held {
        percent,
        achievement: scope.sector.is_none().then(|| achievement(scope, &as_of_drive)),
        target: target.clone(),
    })
}

fn speaks_of(period: &Period, drive: &Drive) -> bool {
    match period {
        Period::Drive(id) => *id == drive.id,
        calendar => calendar.contains_date(drive.end),
    }
}

/// A drive's own target comes before the quarter's, the year's, the term's.
fn breadth(period: &Period) -> (u8, usize) {
    match period.kind() {
        PeriodKind::Drive => (0, 0),
        _ => (1, period.months().len()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::analysis::achievement::TargetStatus;
    use crate::catalogue::Catalogue;
    use crate::model::indicator::Comparison;
    use crate::model::ledger::Ledger;

    fn target(id: &str, period: &str, percent: i64) -> Target {
        Target {
            id: id.into(),
            unit: "khoi".into(),
            period: period.parse().unwrap(),
            indicator: Some("participation_members".into()),
            label: String::new(),
            comparison: Comparison::AtLeast,
            value: TargetValue::Percent(Percent::from_hundredths(percent)),
            parent: None,
            relation: None,
            source: None,
            illustrative: false,
            copied_from: None,
        }
    }

    #[test]
    fn the_narrowest_target_holds() {
        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let mut ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        ledger.targets.clear();
        let drive = ledger.drive(&"dai-hoi-xiii".into()).unwrap().clone();
        let find = |ledger: &Ledger| {
            let scope = Scope::whole(ledger, &catalogue, "2030-01-01".parse().unwrap());
            held(&scope, &drive, &"participation_members".into())
        };
        assert_eq!(find(&ledger), None);
        for (target, wanted) in [
            (target("term", "2020..2025", 95_00), 95_00),
            (target("year", "2021", 98_00), 98_00),
            (target("other", "2022", 50_00), 98_00),
            (target("own", "drive:dai-hoi-xiii", 100_00), 100_00),
        ] {
            ledger.targets.insert(target.id.clone(), target);
            let found = find(&ledger).unwrap();
            assert_eq!(found.percent, Percent::from_hundredths(wanted));
            assert_eq!(found.in_sentence().unwrap().gap, 0);
        }
        let found = find(&ledger).unwrap().achievement.unwrap();
        assert_eq!(found.status, TargetStatus::Met);
    }

    #[test]
    fn a_sector_is_not_judged_by_the_blocs_target() {
        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let drive = ledger.drive(&"dai-hoi-xiii".into()).unwrap().clone();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let scope = scope.in_sector(Some(ledger.sectors[0].id.clone()));
        let found = held(&scope, &drive, &"participation_members".into()).unwrap();
        assert_eq!((found.percent, found.in_sentence()), (Percent::HUNDRED, None));
    }
}
