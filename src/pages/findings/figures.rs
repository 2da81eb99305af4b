//! What the page shows: the findings of a period, open and explained, grouped, a page of them at a time.

use crate::analysis::Scope;
use crate::analysis::calendar::slots;
use crate::analysis::completeness::ReturnState;
use crate::analysis::review::{Late, late};
use crate::analysis::rules::{Finding, findings};
use crate::model::id::UnitId;
use crate::model::indicator::Severity;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::sort::SmallSort;
use std::collections::HashSet;

/// What needs a person in a period, and what a person has seen to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What a person still has to look at, the heaviest first.
    pub open: Vec<Finding>,
    /// What a person has explained.
    pub explained: Vec<Finding>,
    /// The forms that units are late with.
    pub late: Vec<Late>,
    /// How many returns with figures were checked.
    pub checked: usize,
}

impl Figures {
    /// The findings of a scope for a period, and who is late on its day.
    pub fn of(scope: &Scope<'_>, period: &Period) -> Figures {
        let (open, explained) = findings(scope, period).into_iter().partition(Finding::is_open);
        Figures {
            open,
            explained,
            late: late(scope),
            checked: checked(scope, period),
        }
    }

    /// How many points need a person: what the navigation says too ([`crate::analysis::review::to_review`]).
    pub fn points(&self) -> usize {
        self.open.len() + self.late.len()
    }

    /// Whether there was nothing to check, so that finding nothing says nothing.
    pub fn is_unchecked(&self) -> bool {
        self.checked == 0 && self.points() == 0 && self.explained.is_empty()
    }

    /// How many units are concerned.
    pub fn units(&self) -> usize {
        let late = self
            .late
            .iter()
            .flat_map(|late| late.units.iter().map(|(unit, _)| unit));
        let found = self.open.iter().map(|finding| &finding.unit);
        found.chain(late).collect::<HashSet<_>>().len()
    }

    /// How many of a severity are open.
    pub fn count(&self, severity: Severity) -> usize {
        self.open.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How many returns are overdue, so that they could not be checked.
    pub fn not_come(&self) -> usize {
        self.late.iter().map(|late| late.units.len()).sum()
    }
}

fn checked(scope: &Scope<'_>, period: &Period) -> usize {
    let of_form = |form: &crate::model::measure::Form| -> usize {
        let slots = slots(scope.ledger, form.period, period, scope.today);
        let returns = slots
            .iter()
            .filter_map(|slot| scope.ledger.returns_of(&form.id, &slot.period));
        returns
            .map(|of| of.values().filter(|found| Return::has_values(found)).count())
            .sum()
    };
    scope.catalogue.forms().iter().map(of_form).sum()
}

/// How findings are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The heaviest first.
    #[default]
    Severity,
    /// Unit by unit, in the official order.
    Unit,
}

impl By {
    /// Its name in the address.
    pub const fn id(self) -> &'static str {
        match self {
            By::Severity => "severity",
            By::Unit => "unit",
        }
    }

    /// The grouping of an address; by severity where it names none.
    pub fn of(id: &str) -> By {
        if id == By::Unit.id() { By::Unit } else { By::Severity }
    }
}

/// What the points of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// How much they weigh.
    Severity(Severity),
    /// They have not come in time.
    Late,
    /// Whose figures they are.
    Unit(UnitId),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// Something does not hold.
    Finding(Finding),
    /// Returns of a form are late: those of all units, or, in a unit's group, its own.
    Late(Late),
}

/// Points with something in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What.
    pub heading: Heading,
    /// How many there are.
    pub size: usize,
    /// The first of them.
    pub shown: Vec<Point>,
}

/// A point where it stands: the form of a late return, and which of its units where it is about one.
#[derive(Clone, Copy)]
enum Source<'a> {
    Finding(&'a Finding),
    Form(&'a Late),
    Return(&'a Late, &'a (UnitId, ReturnState)),
}

impl<'a> Source<'a> {
    /// What cannot be right comes first, then what has not come, then what is only doubtful.
    fn rank(self) -> u8 {
        match self {
            Source::Finding(finding) => match finding.severity {
                Severity::Error => 0,
                Severity::Warning => 2,
                Severity::Notice => 3,
            },
            Source::Form(_) | Source::Return(..) => 1,
        }
    }

    fn unit(self) -> Option<&'a UnitId> {
        match self {
            Source::Finding(finding) => Some(&finding.unit),
            Source::Return(_, (unit, _)) => Some(unit),
            Source::Form(_) => None,
        }
    }

    fn heading(self, by: By) -> Heading {
        match (by, self, self.unit()) {
            (By::Unit, _, Some(unit)) => Heading::Unit(unit.clone()),
            (_, Source::Finding(finding), _) => Heading::Severity(finding.severity),
            _ => Heading::Late,
        }
    }

    fn point(self) -> Point {
        match self {
            Source::Finding(finding) => Point::Finding(finding.clone()),
            Source::Form(late) => Point::Late(late.clone()),
            Source::Return(late, unit) => Point::Late(late.of(unit)),
        }
    }
}

/// The first `limit` points in their groups, and how many are left. Within a group they stand by unit in the official
/// order, or by what they weigh.
pub fn grouped(ledger: &Ledger, figures: &Figures, by: By, limit: usize) -> (Vec<Group>, usize) {
    let places = ledger.units.places();
    let place = |point: &Source<'_>| point.unit().and_then(|unit| places.get(unit)).copied();
    let mut points: Vec<Source<'_>> = figures.open.iter().map(Source::Finding).collect();
    match by {
        By::Severity => {
            points.extend(figures.late.iter().map(Source::Form));
            points.small_sort_by_key(|point| (point.rank(), place(point).unwrap_or(usize::MAX)));
        }
        By::Unit => {
            let returns = |late| Late::returns(late).map(move |unit| Source::Return(late, unit));
            points.extend(figures.late.iter().flat_map(returns));
            points.small_sort_by_key(|point| (place(point).unwrap_or(usize::MAX), point.unit(), point.rank()));
        }
    }
    let all = points.len();
    let mut groups: Vec<Group> = Vec::new();
    for (at, point) in points.into_iter().enumerate() {
        let heading = point.heading(by);
        if groups.last().is_none_or(|group| group.heading != heading) {
            groups.push(Group {
                heading,
                size: 0,
                shown: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.size += 1;
            if at < limit {
                group.shown.push(point.point());
            }
        }
    }
    groups.retain(|group| !group.shown.is_empty());
    (groups, all.saturating_sub(limit))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::demo;
    use crate::model::date::Date;
    use crate::model::record::{Entity, Explanation, Record};
    use crate::model::returns::Cell;
    use crate::model::unit::{Unit, UnitKind};

    /// Three units of which the second and the third admit more than they have, and the first a thing unread.
    fn records() -> Vec<Record> {
        let mut records = Vec::new();
        for (order, id) in ["c", "b", "a"].into_iter().enumerate() {
            let mut unit = Unit::new(id, Some("root".into()), UnitKind::GrassrootsCell, id);
            unit.order = order as u32 + 1;
            records.push(unit.to_record());
            let mut heads = Return::new("headcount".into(), id.into(), Period::Month(2022, 1));
            heads.cells.insert("head_count.members".into(), Cell::count(5));
            let mut month = Return::new("admission".into(), id.into(), Period::Month(2022, 2));
            month.cells.insert("admitted".into(), Cell::count(3 * order as u64));
            if order == 0 {
                let typed = crate::model::returns::CellValue::Invalid("1.5".into());
                month.cells.insert("transferred".into(), typed.into());
            }
            records.extend([heads.to_record(), month.to_record()]);
        }
        records.push(Unit::new("root", None, UnitKind::BlocCommittee, "Khối").to_record());
        records
    }

    fn read(records: &[Record]) -> (Ledger, Figures) {
        let ledger = Ledger::from_records(records);
        let catalogue = Catalogue::built_in().unwrap();
        let today = Date::new(2022, 3, 1).unwrap();
        let figures = Figures::of(&Scope::whole(&ledger, &catalogue, today), &Period::Year(2022));
        (ledger, figures)
    }

    #[test]
    fn findings_stand_by_weight_or_by_unit() {
        let (ledger, figures) = read(&records());
        assert_eq!((figures.open.len(), figures.units(), figures.checked), (2, 2, 6));
        assert_eq!(
            (figures.count(Severity::Error), figures.count(Severity::Warning)),
            (1, 1)
        );
        let (by_weight, rest) = grouped(&ledger, &figures, By::Severity, 200);
        assert_eq!(by_weight[0].heading, Heading::Severity(Severity::Error));
        assert_eq!(rest, 0);
        let (by_unit, _) = grouped(&ledger, &figures, By::of("unit"), 200);
        let units: Vec<_> = by_unit.iter().map(|group| group.heading.clone()).collect();
        assert_eq!(units, [Heading::Unit("c".into()), Heading::Unit("a".into())]);
    }

    #[test]
    fn a_long_list_comes_a_page_at_a_time_with_whole_counts() {
        let (ledger, figures) = read(&records());
        let open = figures.open.iter().cycle().take(450).cloned().collect();
        let many = Figures {
            open,
            ..Figures::default()
        };
        let (groups, rest) = grouped(&ledger, &many, By::Severity, 200);
        assert_eq!(
            (groups.len(), groups[0].size, groups[0].shown.len(), rest),
            (1, 225, 200, 250)
        );
    }

    #[test]
    fn an_explained_finding_stands_apart_until_its_figure_changes() {
        let mut records = records();
        let (_, figures) = read(&records);
        let found = figures
            .open
            .iter()
            .find(|found| found.severity == Severity::Warning)
            .unwrap();
        let explanation = Explanation {
            finding: found.key.clone(),
            unit: found.unit.clone(),
            text: "Chuyển về cuối tháng".into(),
            figures: found.figures(),
        };
        records.push(explanation.to_record());
        let (_, figures) = read(&records);
        assert_eq!((figures.open.len(), figures.explained.len()), (1, 1));
        let mut month = Return::new("admission".into(), found.unit.clone(), Period::Month(2022, 2));
        month.cells.insert("admitted".into(), Cell::count(60));
        records.push(month.to_record());
        let (_, figures) = read(&records);
        assert_eq!((figures.open.len(), figures.explained.len()), (2, 0));
        assert_eq!(figures.open[1].earlier_explanation(), Some(&explanation));
    }

    #[test]
    fn the_first_demo_has_nothing_open() {
        let ledger = Ledger::from_records(&demo::load("hoa-binh-2021").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        let figures = Figures::of(&scope, &Period::Year(2021));
        assert_eq!(figures.open, []);
        assert!(figures.checked > 73);
    }
}
