//! The targets that bear on a period, in the order of the page. Nothing here is drawn or worded.

use crate::analysis::Scope;
use crate::analysis::achievement::{Achievement, achievement, is_within, targets_of_period};
use crate::exhibit::admission::figures::year_of;
use crate::model::date::Date;
use crate::model::id::TargetId;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::target::{Relation, Target};
use crate::report::sentence::status::Standing;
use std::collections::{HashMap, HashSet};

/// Whose targets are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// The bloc's own.
    #[default]
    Bloc,
    /// Those of its units.
    Units,
}

/// One target of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How it stands.
    pub achievement: Achievement,
    /// How far below a target of the same list it stands ("trong đó"): 0 for one that stands alone.
    pub depth: usize,
    /// How many units have a part of it.
    pub parts: usize,
}

impl Item {
    /// Where it stands.
    pub fn standing(&self) -> Standing {
        Standing::of(&self.achievement)
    }

    /// The target.
    pub fn target(&self) -> &Target {
        &self.achievement.target
    }
}

/// The targets of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// The year or term that is shown.
    pub period: Period,
    /// The day it is seen from.
    pub today: Date,
    /// The targets, by period and then in the order of the catalogue; what belongs to one stands behind it.
    pub items: Vec<Item>,
}

/// The order in which the board shows standings: what needs a deed first.
pub const ORDER: [Standing; 7] = [
    Standing::NotMet,
    Standing::Behind,
    Standing::OnTrack,
    Standing::Exceeded,
    Standing::Met,
    Standing::NoFigures,
    Standing::Ahead,
];

impl Board {
    /// Where each target stands.
    pub fn standings(&self) -> Vec<Standing> {
        self.items.iter().map(Item::standing).collect()
    }

    /// The targets by standing, in [`ORDER`]; standings that no target has are left out.
    pub fn by_standing(&self) -> Vec<(Standing, Vec<&Item>)> {
        let of = |standing: Standing| self.items.iter().filter(|item| item.standing() == standing).collect();
        let groups = ORDER.into_iter().map(|standing| (standing, of(standing)));
        groups.filter(|(_, items): &(_, Vec<_>)| !items.is_empty()).collect()
    }
}

/// The period that the page shows for the one at the top: a term as it is, else the year.
pub fn shown_period(period: &Period, ledger: &Ledger, today: Date) -> Period {
    match period {
        Period::Term(..) => period.clone(),
        _ => Period::Year(year_of(Some(period), ledger, today)),
    }
}

/// Whether a target bears on a period: it is set for it, within it, or for a term that runs through it. The term's
/// targets are set in the year of its congress, before its first working year: they are shown there too.
pub fn bears_on(ledger: &Ledger, period: &Period, of: &Period) -> bool {
    let runs_through = match of {
        Period::Term(from, _) => of.contains(period) || *period == Period::Year(*from),
        _ => false,
    };
    is_within(ledger, period, of) || runs_through
}

/// The periods that the bloc has targets for, the terms first and then the years nearest to `period`, at most four:
/// where an empty page leads.
pub fn other_periods(scope: &Scope<'_>, period: &Period) -> Vec<Period> {
    let own = scope.ledger.targets.values().filter(|target| target.unit == scope.root);
    let mut found: Vec<Period> = own
        .map(|target| target.period.clone())
        .filter(|of| matches!(of, Period::Term(..) | Period::Year(_)) && of != period)
        .collect();
    let year = |of: &Period| of.years().last().copied().unwrap_or_default();
    let here = year(period);
    found.small_sort_by_key(|of| (matches!(of, Period::Year(_)), (year(of) - here).abs(), of.clone()));
    found.dedup();
    found.truncate(4);
    found
}

/// The bloc's targets of `period` as the overview has them: those of the period itself and of the drives that end in it,
/// where there are any, else those of the periods within it. Over a term the targets of its years are the page Chỉ tiêu's.
pub fn own<'a>(scope: &Scope<'a>, period: &Period) -> Vec<&'a Target> {
    let mut found: Vec<&Target> = targets_of_period(scope, period).collect();
    let is_own = |target: &&Target| target.period == *period || matches!(target.period, Period::Drive(_));
    if found.iter().any(is_own) {
        found.retain(is_own);
    }
    found
}

/// The targets of [`own`], as a board.
pub fn read_own(scope: &Scope<'_>, period: &Period) -> Board {
    board(scope, period, Whose::Bloc, own(scope, period))
}

/// The targets of `whose` that bear on `period`.
pub fn read(scope: &Scope<'_>, period: &Period, whose: Whose) -> Board {
    let targets = scope.ledger.targets.values();
    let found = targets
        .filter(|target| (target.unit == scope.root) == (whose == Whose::Bloc))
        .filter(|target| bears_on(scope.ledger, period, &target.period));
    board(scope, period, whose, found.collect())
}

fn board(scope: &Scope<'_>, period: &Period, whose: Whose, found: Vec<&Target>) -> Board {
    let mut parts: HashMap<&TargetId, usize> = HashMap::new();
    for part in scope.ledger.targets.values() {
        if let (Some(Relation::PartOf), Some(parent)) = (part.relation, &part.parent)
            && part.unit != scope.root
        {
            *parts.entry(parent).or_default() += 1;
        }
    }
    let parts = |id: &TargetId| parts.get(id).copied().unwrap_or_default();
    let items = in_order(scope, found, period)
        .into_iter()
        .map(|(target, depth)| Item {
            achievement: achievement(scope, target),
            depth,
            parts: if whose == Whose::Bloc { parts(&target.id) } else { 0 },
        })
        .collect();
    Board {
        period: period.clone(),
        today: scope.today,
        items,
    }
}

/// Those of the period that is shown first, then by period, the longer ones last, then by unit, then as the catalogue orders the indicators; a target of the
/// same period that belongs to another of the list stands right behind it.
fn in_order<'a>(scope: &Scope<'_>, mut found: Vec<&'a Target>, shown: &Period) -> Vec<(&'a Target, usize)> {
    let units = scope.ledger.units.places();
    let indicators: HashMap<_, usize> = scope
        .catalogue
        .indicators()
        .iter()
        .enumerate()
        .map(|(at, indicator)| (indicator.id.clone(), at))
        .collect();
    found.small_sort_by_key(|target| {
        let indicator = target.indicator.as_ref().and_then(|id| indicators.get(id));
        (
            target.period != *shown,
            matches!(target.period, Period::Term(..)),
            target.period.clone(),
            units.get(&target.unit).copied(),
            indicator.copied().unwrap_or(usize::MAX),
            target.id.clone(),
        )
    });
    // Each stands behind the one of its unit and period that it belongs to: found by name, because a bloc's units have
    // thousands of targets.
    let known: HashMap<&TargetId, &Target> = found.iter().map(|&target| (&target.id, target)).collect();
    let holder = |target: &Target| {
        let parent = known.get(target.parent.as_ref()?)?;
        (target.period == parent.period && target.unit == parent.unit && target.id != parent.id).then_some(&parent.id)
    };
    let mut held: HashMap<&TargetId, Vec<&'a Target>> = HashMap::new();
    for &target in &found {
        if let Some(parent) = holder(target) {
            held.entry(parent).or_default().push(target);
        }
    }
    let mut placed = Placed::default();
    for &target in &found {
        if holder(target).is_none() {
            placed.place(target, 0, &held);
        }
    }
    // Targets that are each other's parents have no first one: they stand last.
    for &target in &found {
        placed.place(target, 0, &HashMap::new());
    }
    placed.order
}

/// Targets in their order, each once, with how deep they stand.
#[derive(Default)]
struct Placed<'a> {
    order: Vec<(&'a Target, usize)>,
    known: HashSet<&'a TargetId>,
}

impl<'a> Placed<'a> {
    fn place(&mut self, target: &'a Target, depth: usize, held: &HashMap<&TargetId, Vec<&'a Target>>) {
        if !self.known.insert(&target.id) {
            return;
        }
        self.order.push((target, depth));
        for &child in held.get(&target.id).into_iter().flatten() {
            self.place(child, depth + 1, held);
        }
    }
}

/// The same target in earlier years, the latest first: of the same unit, measuring the same, hanging in the same
/// way, for a period of the same kind.
pub fn earlier(scope: &Scope<'_>, target: &Target) -> Vec<Achievement> {
    let is_of_which = |of: &Target| matches!(of.relation, Some(Relation::OfWhich(_)));
    let same = |other: &&Target| {
        other.unit == target.unit
            && other.period.kind() == target.period.kind()
            && other.period < target.period
            && other.indicator == target.indicator
            && is_of_which(other) == is_of_which(target)
            && (target.indicator.is_some() || other.label == target.label)
    };
    let mut found: Vec<&Target> = scope.ledger.targets.values().filter(same).collect();
    found.small_sort_by(|a, b| b.period.cmp(&a.period));
    found.into_iter().map(|target| achievement(scope, target)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::exhibit::targets::sample::{SHARES, ask, demo};

    fn names(board: &Board) -> Vec<(&str, usize)> {
        board
            .items
            .iter()
            .map(|item| (item.target().id.as_str(), item.depth))
            .collect()
    }

    #[test]
    fn the_demos_year_and_the_next() {
        demo(|scope| {
            let board = read(scope, &Period::Year(2022), Whose::Bloc);
            assert_eq!(names(&board), [("admitted-2022", 0)]);
            assert_eq!(
                (board.items[0].standing(), board.items[0].parts > 0),
                (Standing::OnTrack, true)
            );
            let next = read(scope, &Period::Year(2023), Whose::Bloc);
            let groups: Vec<_> = next
                .by_standing()
                .iter()
                .map(|(standing, of)| (*standing, of.len()))
                .collect();
            assert_eq!(groups, [(Standing::Ahead, 5)]);
            let units = read(scope, &Period::Year(2022), Whose::Units);
            assert_eq!(units.items.len(), board.items[0].parts);
        });
    }

    #[test]
    fn a_years_page_has_the_terms_targets_and_what_belongs_together_stands_together() {
        ask(&SHARES, "2022-12-31", |scope| {
            let board = read(scope, &Period::Year(2022), Whose::Bloc);
            let expected = [
                ("good", 0),
                ("best", 1),
                ("best-of-good", 1),
                ("year", 0),
                ("culture", 0),
                ("term", 0),
            ];
            let found = names(&board);
            assert_eq!(found.len(), expected.len());
            for pair in expected {
                assert!(found.contains(&pair), "{pair:?} in {found:?}");
            }
            let at = |id: &str| found.iter().position(|(known, _)| *known == id).unwrap();
            assert!(at("good") < at("best") && at("best") <= at("good") + 2);
            assert_eq!(at("term"), 5, "the longer period is last");
            let term = read(scope, &Period::Term(2020, 2025), Whose::Bloc);
            assert_eq!(term.items.len(), 7, "all years of the term");
            assert_eq!(names(&term)[0], ("term", 0), "its own first");
        });
    }

    #[test]
    fn the_overview_has_the_periods_own_targets_only() {
        ask(&SHARES, "2022-12-31", |scope| {
            let own = |of: &str| {
                let found = read_own(scope, &of.parse().unwrap());
                let mut ids: Vec<_> = found.items.iter().map(|item| item.target().id.to_string()).collect();
                ids.sort_unstable();
                ids
            };
            assert_eq!(own("2022"), ["best", "best-of-good", "culture", "good", "year"]);
            assert_eq!(own("2021"), ["year-2021"]);
            assert_eq!(own("2020..2025"), ["term"]);
            // A period without any of its own has those of the periods within it.
            let years = ["best", "best-of-good", "culture", "good", "year", "year-2021"];
            assert_eq!(own("2020..2022"), years);
            assert!(own("2020").is_empty());
        });
    }

    #[test]
    fn an_empty_page_knows_where_targets_are() {
        ask(&SHARES, "2022-12-31", |scope| {
            let written = |of: &str| {
                let found = other_periods(scope, &of.parse().unwrap());
                found.iter().map(ToString::to_string).collect::<Vec<_>>()
            };
            assert_eq!(written("2019"), ["2020..2025", "2021", "2022"]);
            assert_eq!(written("2022"), ["2020..2025", "2021"]);
            let congress = read(scope, &Period::Year(2020), Whose::Bloc);
            assert_eq!(names(&congress), [("term", 0)]);
        });
    }

    #[test]
    fn earlier_years_are_found() {
        ask(&SHARES, "2022-12-31", |scope| {
            let found = earlier(scope, &scope.ledger.targets["year"]);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].target.id.as_str(), "year-2021");
            assert!(earlier(scope, &scope.ledger.targets["year-2021"]).is_empty());
        });
    }

    #[test]
    fn the_top_bars_period_names_a_year_or_a_term() {
        demo(|scope| {
            let shown = |text: &str| shown_period(&text.parse().unwrap(), scope.ledger, scope.today).to_string();
            assert_eq!((shown("2022-Q3"), shown("2023")), ("2022".into(), "2023".into()));
            assert_eq!(shown("2020..2025"), "2020..2025");
        });
    }
}
