//! A made-up bloc of any size, for measuring: many units, a return of each for every month of a year.

use super::random::Random;
use crate::model::id::{FormId, TargetId, UnitId};
use crate::model::indicator::Comparison;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::profile::{BlocKind, Profile};
use crate::model::record::{Entity, Record};
use crate::model::returns::{Cell, Return, ReturnStatus};
use crate::model::target::{Target, TargetValue};
use crate::model::unit::{Unit, UnitKind};

/// The year of the returns. The bloc is seen from its last day.
pub const YEAR: i32 = 2022;

/// A bloc with `units` grassroots organisations under its root, and twelve months of admissions of each: the
/// same records each time, and how many were admitted in all.
pub fn bloc(units: usize) -> (Vec<Record>, Count) {
    let mut random = Random::new(units as u64);
    let year = Period::Year(YEAR);
    let root = Unit::new("root", None, UnitKind::BlocCommittee, "Khối đo thử");
    let profile = Profile {
        name: root.name.clone(),
        short_name: String::new(),
        kind: BlocKind::Other,
        term: Period::Term(2020, 2025),
        seen_on: year.end(),
        opens_on: None,
        demo: true,
        forms: Vec::new(),
    };
    let mut records = vec![profile.to_record(), root.to_record()];
    let mut admitted = 0;
    let months = year.months();
    for at in 1..=units {
        let kind = if at % 3 == 0 {
            UnitKind::GrassrootsCell
        } else {
            UnitKind::GrassrootsCommittee
        };
        let mut unit = Unit::new(
            UnitId::new(format!("u{at}")),
            Some(root.id.clone()),
            kind,
            format!("Đơn vị {at}"),
        );
        unit.order = u32::try_from(at).unwrap_or(u32::MAX);
        records.push(unit.to_record());
        for month in &months {
            let mut found = Return::new(FormId::new("admission"), unit.id.clone(), month.clone());
            found.status = ReturnStatus::Accepted;
            let (new, confirmed) = (random.below(3), random.below(3));
            admitted += new;
            found.cells.insert("admitted".into(), Cell::count(new));
            found.cells.insert("transferred".into(), Cell::count(confirmed));
            records.push(found.to_record());
        }
    }
    let target = Target {
        id: TargetId::new("admitted"),
        unit: root.id.clone(),
        period: year,
        indicator: Some("admitted".into()),
        label: String::new(),
        comparison: Comparison::AtLeast,
        value: TargetValue::Count(admitted),
        parent: None,
        relation: None,
        source: None,
        illustrative: true,
        copied_from: None,
    };
    records.push(target.to_record());
    (records, admitted)
}
