//! Study drives and targets of a made-up bloc.

use super::organisations::Organisation;
use super::{Size, root_id};
use crate::demo::split;
use crate::model::date::Date;
use crate::model::drive::Drive;
use crate::model::id::{DriveId, TargetId, UnitId};
use crate::model::indicator::Comparison;
use crate::model::number::Percent;
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};

/// Two drives a year, in spring and in autumn, by time.
pub fn drives(size: Size) -> Vec<Drive> {
    let made = |year: i32, number: u8| {
        let day = |month, day| Date::new(year, month, day);
        let (start, end) = match number {
            1 => (day(3, 1)?, day(4, 30)?),
            _ => (day(9, 1)?, day(10, 31)?),
        };
        Some(Drive {
            id: DriveId::new(format!("d{year}-{number}")),
            unit: root_id(),
            name: format!("Đợt học tập, quán triệt số {number} năm {year} (minh họa)"),
            document: Default::default(),
            start,
            end,
            audiences: ["members", "non_members", "staff"].map(Into::into).to_vec(),
        })
    };
    let of_year = |year| [made(year, 1), made(year, 2)];
    size.years().flat_map(of_year).flatten().collect()
}

/// How many are to be admitted in a year: one for forty members.
fn admissions(size: Size, year: i32, organisations: &[Organisation]) -> u64 {
    let members: u64 = organisations.iter().map(|of| of.members_in(size, year)).sum();
    members / 40
}

/// A target of the term for admissions, with a part for each year and, where every form is filled, for each unit;
/// shares for each year.
pub fn targets(size: Size, organisations: &[Organisation]) -> Vec<Target> {
    let term = Target {
        id: TargetId::new("admitted"),
        value: TargetValue::Count(size.years().map(|year| admissions(size, year, organisations)).sum()),
        ..target("admitted", Period::Term(2020, 2025))
    };
    let mut targets = Vec::new();
    for year in size.years() {
        let period = Period::Year(year);
        let amount = admissions(size, year, organisations);
        let of_year = Target {
            id: TargetId::new(format!("admitted-{year}")),
            value: TargetValue::Count(amount),
            parent: size.every_form.then(|| term.id.clone()),
            relation: size.every_form.then_some(Relation::PartOf),
            ..target("admitted", period.clone())
        };
        if size.every_form {
            targets.extend(of_units(size, year, &of_year, amount, organisations));
            for (indicator, hundredths) in SHARES {
                targets.push(Target {
                    id: TargetId::new(format!("{indicator}-{year}")),
                    value: TargetValue::Percent(Percent::from_hundredths(hundredths)),
                    ..target(indicator, period.clone())
                });
            }
        }
        targets.push(of_year);
    }
    if size.every_form {
        targets.push(term);
    }
    targets
}

/// Indicators with the share to be reached each year, in hundredths of a percent.
const SHARES: [(&str, i64); 6] = [
    ("organisations_good_or_better", 9_000),
    ("members_good_or_better", 9_500),
    ("culture_standard", 8_000),
    ("regular_meetings", 10_000),
    ("thematic_meetings", 10_000),
    ("meeting_attendance", 9_000),
];

fn of_units(size: Size, year: i32, whole: &Target, amount: u64, organisations: &[Organisation]) -> Vec<Target> {
    let weights: Vec<u64> = organisations.iter().map(|of| of.members_in(size, year)).collect();
    let parts = split::freely(amount, &weights);
    let made = |(of, part): (&Organisation, u64)| Target {
        id: TargetId::new(format!("{}-{}", whole.id, of.unit.id)),
        unit: of.unit.id.clone(),
        value: TargetValue::Count(part),
        parent: Some(whole.id.clone()),
        relation: Some(Relation::PartOf),
        ..whole.clone()
    };
    let given = organisations.iter().zip(parts).filter(|(_, part)| *part > 0);
    given.map(made).collect()
}

fn target(indicator: &str, period: Period) -> Target {
    Target {
        id: TargetId::new(indicator),
        unit: UnitId::new(super::ROOT),
        period,
        indicator: Some(indicator.into()),
        label: String::new(),
        comparison: Comparison::AtLeast,
        value: TargetValue::Count(0),
        parent: None,
        relation: None,
        source: None,
        illustrative: true,
        copied_from: None,
    }
}
