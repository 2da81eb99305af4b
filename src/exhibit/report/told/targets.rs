//! Targets: how each stands, and those of the time to come.

use super::{Asked, Fact};
use crate::analysis::Scope;
use crate::analysis::achievement::NoFigures;
use crate::exhibit::targets::figures::{Item, Whose, bears_on, read as read_board, shown_period};
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::statement::Realisation;
use crate::model::target::Target;
use crate::report::period_name::period_name;
use crate::report::sentence::period_report::{each_year, named_targets, of_period, only_target, target_ahead};
use crate::report::sentence::status::summary;
use crate::report::sentence::target::{target as target_sentence, target_name};
use crate::report::sentence::words::name_inside;
use crate::state::route::Route;

/// The targets that bear on the period, and how each stands.
pub fn targets(asked: Asked<'_, '_>) -> Vec<Fact> {
    let Asked {
        scope, lang, period, ..
    } = asked;
    let shown = shown_period(period, scope.ledger, scope.today);
    let mut board = read_board(scope, &shown, Whose::Bloc);
    board
        .items
        .retain(|item| item.achievement.realisation != Realisation::Planned || !is_next(scope, period, item.target()));
    if board.items.is_empty() {
        return Vec::new();
    }
    let told = |item: &Item| {
        let said = target_sentence(lang, &item.achievement, scope.catalogue, scope.ledger);
        let target = item.target();
        match target.period == *period {
            true => said,
            false => of_period(&said, &period_name(lang, &target.period, scope.ledger)),
        }
    };
    let counted = summary(lang, &board.standings());
    // One target is no list.
    if let [only] = board.items.as_slice() {
        let said = [only_target(&counted, &told(only))];
        return vec![Fact {
            item: false,
            ..target_fact(asked, only.target(), said, &shown)
        }];
    }
    let place = asked.at_period(Route::Targets, &shown);
    // Of what nobody has reported anything of, there is nothing but its name to tell.
    let unreported = |item: &Item| matches!(item.achievement.no_figures, Some(NoFigures::NobodyReported));
    if board.items.iter().all(unreported) {
        let name = |item: &Item| name_inside(&target_name(lang, item.target(), scope.catalogue));
        let named: Vec<String> = board.items.iter().map(name).collect();
        return vec![Fact::new("summary", [named_targets(&counted, &named)], place)];
    }
    let mut facts = vec![Fact::new("summary", [counted], place)];
    for item in &board.items {
        let target = item.target();
        // Of a term's years that lie ahead the targets are told together, below.
        if item.achievement.realisation == Realisation::Planned && target.period != shown {
            continue;
        }
        facts.push(target_fact(asked, target, [told(item)], &shown));
    }
    let ahead = board
        .items
        .iter()
        .filter(|item| item.achievement.realisation == Realisation::Planned);
    let ahead: Vec<&Target> = ahead
        .map(|item| item.target())
        .filter(|target| target.period != shown)
        .collect();
    facts.extend(targets_ahead(asked, &ahead, &shown));
    facts
}

fn target_fact(asked: Asked<'_, '_>, target: &Target, said: [String; 1], shown: &Period) -> Fact {
    let place = asked.at_period(Route::Target(target.id.to_string()), shown);
    Fact {
        item: true,
        ..Fact::new(target.id.to_string(), said, place)
    }
}

/// Targets of times to come; the same one of several years is told once: "từ 150 trở lên (từng năm 2021–2025)". What is of
/// `named` needs no period.
fn targets_ahead(asked: Asked<'_, '_>, targets: &[&Target], named: &Period) -> Vec<Fact> {
    let Asked { scope, lang, .. } = asked;
    let same = |a: &Target, b: &Target| {
        a.indicator == b.indicator && a.label == b.label && a.comparison == b.comparison && a.value == b.value
    };
    let mut groups: Vec<Vec<&Target>> = Vec::new();
    for target in targets {
        let yearly = |of: &&mut Vec<&Target>| {
            let first = of.first().filter(|first| same(first, target));
            first.is_some_and(|first| matches!((&first.period, &target.period), (Period::Year(_), Period::Year(_))))
        };
        match groups.iter_mut().find(yearly) {
            Some(group) => group.push(target),
            None => groups.push(vec![target]),
        }
    }
    let told = |group: Vec<&Target>| {
        let (first, last) = (*group.first()?, *group.last()?);
        let name = target_name(lang, first, scope.catalogue);
        let said = target_ahead(lang, &name, first.comparison, first.value);
        let said = match (first.period.year(), last.period.year()) {
            _ if first.period == *named => said,
            (Some(from), Some(to)) if from < to => of_period(&said, &each_year(lang, from, to)),
            _ => of_period(&said, &period_name(lang, &first.period, scope.ledger)),
        };
        Some(target_fact(asked, first, [said], &first.period))
    };
    groups.into_iter().filter_map(told).collect()
}

/// Whether a target is of the time after a report's period.
fn is_next(scope: &Scope<'_>, period: &Period, target: &Target) -> bool {
    let (of, end) = (scope.ledger.span(&target.period), scope.ledger.span(period));
    match (of, end) {
        (Some((start, _)), Some((_, end))) => start > end,
        _ => false,
    }
}

/// The targets of the time after the period: of the next year, or what is left of this one.
pub fn next_targets(asked: Asked<'_, '_>) -> Vec<Fact> {
    let Asked { scope, period, .. } = asked;
    let ledger = scope.ledger;
    let next = match period {
        Period::Year(year) => Period::Year(year + 1),
        Period::Term(..) => match period.next() {
            Some(next) => next,
            None => return Vec::new(),
        },
        Period::Drive(_) => return Vec::new(),
        _ => shown_period(period, ledger, scope.today),
    };
    let own = ledger.targets.values().filter(|target| target.unit == scope.root);
    let mut found: Vec<&Target> = own.filter(|target| bears_on(ledger, &next, &target.period)).collect();
    found.small_sort_by_key(|target| (target.period != next, target.period.clone(), target.id.clone()));
    // Whoever reports a year plans the next one: its targets need no year behind them.
    let named = match period {
        Period::Year(_) => next.clone(),
        _ => period.clone(),
    };
    let mut facts = targets_ahead(asked, &found, &named);
    if let [only] = facts.as_mut_slice() {
        only.item = false;
    }
    facts
}
