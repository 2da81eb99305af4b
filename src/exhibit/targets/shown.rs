//! Targets as exhibits: `targets/board`, those that bear on a year or a term; `targets/period`, those of the period itself, as the
//! overview has them; `targets/<target>`, one of them.

use super::card::card;
use super::drawn::{bullets, full_name, left_out, one_bullet};
use super::explain::{Fact, facts as explained, why};
use super::figures::{Board, Item, Whose, read, read_own, shown_period};
use crate::analysis::Scope;
use crate::analysis::achievement::{AchievedValue, Achievement, achievement};
use crate::analysis::chain::{Line, chain, lines};
use crate::charts::Shape;
use crate::exhibit::behind::units_listed;
use crate::exhibit::cells::{none, to_url};
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit, at_end_of, listed, seen_until};
use crate::i18n::exhibits::EXHIBITS;
use crate::i18n::targets::{TARGETS, goal_text, left_out_line, parts_line};
use crate::model::id::TargetId;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::target::{Relation, Target};
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_title};
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::{Facts, illustrative};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::paragraph;
use crate::report::sentence::status::{Standing, standing_word, summary};
use crate::report::sentence::target::{target as target_sentence, target_name};
use crate::report::sentence::words::{count, percent};
use crate::report::table::{Cell, Column, Number, Row, RowKind, Table};
use crate::state::route::Route;

/// Makes the exhibit that the steps below `targets` name.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    match steps {
        ["board"] => {
            let period = shown_period(&subject.period, scope.ledger, scope.today);
            Some(board(scope, lang, subject, period, |scope, period| {
                read(scope, period, Whose::Bloc)
            }))
        }
        ["period"] => Some(board(scope, lang, subject, subject.period.clone(), read_own)),
        [target] => one(scope, lang, subject, &TargetId::new(*target)),
        _ => None,
    }
}

fn board(
    scope: &Scope<'_>,
    lang: Lang,
    subject: &Subject,
    period: Period,
    found: impl Fn(&Scope<'_>, &Period) -> Board,
) -> Exhibit {
    let words = TARGETS.in_lang(lang);
    // A target is the bloc's, whatever sector is looked at.
    let scope = &at_end_of(scope, &subject.period).in_sector(None);
    let found = found(scope, &period);
    let bars = bullets(&found, scope.ledger, scope.catalogue, lang);
    let with_figures = found.items.iter().any(|item| item.achievement.value.is_some());
    let left = left_out(&found);
    let mut facts = vec![period_title(lang, &period, scope.ledger)];
    let as_of = seen_until(scope, &period).filter(|_| with_figures);
    let known = Facts {
        as_of,
        ..Facts::default()
    }
    .with_illustrative(with_figures && scope.ledger.is_demo());
    facts.extend(listed(lang, &known));
    let behind = found.items.iter().map(|item| Behind {
        key: item.target().id.to_string(),
        title: full_name(item.target(), &period, scope.ledger, scope.catalogue, lang),
        table: facts_table(scope, lang, &item.achievement),
    });
    Exhibit {
        finding: summary(lang, &found.standings()),
        sentence: paragraph(
            told(scope, lang, &found).chain((!bars.rows.is_empty()).then(|| left_out_line(lang, left))),
        ),
        facts,
        as_of,
        illustrative: known.illustrative,
        shape: (!bars.rows.is_empty()).then_some(Shape::Bullets(bars)),
        table: board_table(scope, lang, &found),
        behind: behind.collect(),
        ..Exhibit::of(subject, words.chart)
    }
}

/// Up to so many targets are told one by one below the sum of them.
const TOLD: usize = 3;

/// What needs a deed first, target by target, where they are few.
fn told<'b>(scope: &'b Scope<'_>, lang: Lang, board: &'b Board) -> impl Iterator<Item = String> + 'b {
    let groups = board.by_standing().into_iter();
    let items = groups
        .flat_map(|(_, items)| items)
        .filter(|item| item.achievement.value.is_some());
    items
        .take(TOLD)
        .map(move |item| target_sentence(lang, &item.achievement, scope.catalogue, scope.ledger))
}

fn board_table(scope: &Scope<'_>, lang: Lang, board: &Board) -> Table {
    let words = TARGETS.in_lang(lang);
    let columns = vec![
        Column::words(words.column_target),
        Column::figures(words.column_goal),
        Column::figures(words.column_done),
        Column::figures(words.column_left),
        Column::words(words.column_status),
    ];
    let several = board.items.iter().any(|item| item.target().period != board.period);
    let mut rows = Vec::new();
    let mut period = None;
    for item in &board.items {
        let own = &item.target().period;
        if several && period != Some(own) {
            period = Some(own);
            let mut head = vec![Cell::text(period_title(lang, own, scope.ledger))];
            head.resize(columns.len(), Cell::default());
            rows.push(Row::new("", head).kind(RowKind::Group));
        }
        rows.push(row(scope, lang, item));
    }
    Table {
        caption: words.title.to_owned(),
        columns,
        rows,
    }
}

fn row(scope: &Scope<'_>, lang: Lang, item: &Item) -> Row {
    let words = TARGETS.in_lang(lang);
    let achievement = &item.achievement;
    let target = &achievement.target;
    let card = card(lang, scope.catalogue, achievement);
    let name = match target.relation {
        Some(Relation::OfWhich(_)) => format!("– {}: {}", words.of_which, card.label),
        _ => card.label,
    };
    let mut goal = goal_text(lang, target.comparison, target.value);
    if target.illustrative {
        goal = format!("{goal} ({})", words.illustrative);
    }
    let done = match &achievement.value {
        Some(AchievedValue::Percent(_)) if !card.unit.is_empty() => format!("{} ({})", card.value, card.unit),
        _ => card.value,
    };
    let cells = vec![
        Cell::text(name),
        Cell::text(goal),
        Cell {
            text: done,
            number: number(achievement),
        },
        lacking(lang, achievement),
        Cell::text(standing_word(lang, item.standing())),
    ];
    Row::new(target.id.to_string(), cells).to(target_place(target))
}

fn number(achievement: &Achievement) -> Option<Number> {
    match &achievement.value {
        Some(AchievedValue::Count(total)) => total.quantity.map(|found| Number::Count(found.count)),
        Some(AchievedValue::Percent(rate)) => rate.percent.map(Number::Percent),
        None => None,
    }
}

fn lacking(lang: Lang, achievement: &Achievement) -> Cell {
    let gap = achievement.gap.and_then(|gap| gap.count);
    match (gap.filter(|gap| *gap < 0), achievement.value.is_some()) {
        (Some(lacking), _) => Cell::count(count(lang, lacking.unsigned_abs()), lacking.unsigned_abs()),
        (None, true) => Cell::count("0", 0),
        (None, false) => none(lang),
    }
}

fn target_place(target: &Target) -> String {
    to_url(Route::Target(target.id.to_string()))
}

/// How a target's result was come by.
fn facts_table(scope: &Scope<'_>, lang: Lang, achievement: &Achievement) -> Table {
    let words = EXHIBITS.in_lang(lang);
    let all = explained(lang, achievement, scope.ledger, scope.catalogue, scope.today);
    let remarks = all.iter().any(|fact| !fact.remark.is_empty());
    let mut columns = vec![Column::words(words.fact), Column::figures(words.figure)];
    columns.extend(remarks.then(|| Column::words(words.remark)));
    let row = |fact: Fact| {
        let mut cells = vec![Cell::text(fact.name), Cell::text(fact.value)];
        cells.extend(remarks.then(|| Cell::text(fact.remark)));
        Row::new("", cells).to(target_place(&achievement.target))
    };
    Table {
        caption: capitalised(&target_name(lang, &achievement.target, scope.catalogue)),
        columns,
        rows: all.into_iter().map(row).collect(),
    }
}

fn one(scope: &Scope<'_>, lang: Lang, subject: &Subject, id: &TargetId) -> Option<Exhibit> {
    let target = scope.ledger.targets.get(id)?;
    let found = achievement(scope, target);
    let ledger = scope.ledger;
    let bars = one_bullet(&found, scope.today, ledger, scope.catalogue, lang);
    let total = match &found.value {
        Some(AchievedValue::Count(total)) => Some(total),
        Some(AchievedValue::Percent(rate)) => Some(&rate.numerator),
        None => None,
    };
    let mut facts = vec![
        unit_name(ledger, &target.unit),
        period_title(lang, &target.period, ledger),
    ];
    let known = Facts {
        reach: total
            .map(|total| Reach::of(&total.coverage, ledger))
            .filter(|reach| reach.expected > 0),
        as_of: total.and_then(|total| total.as_of.or_else(|| seen_until(scope, &target.period))),
        ..Facts::default()
    };
    facts.extend(listed(lang, &known));
    let source = target.source.as_ref().map(|source| source.citation(lang));
    facts.extend(source.filter(|citation| !citation.is_empty()));
    let made_up = target.illustrative || found.value.is_some() && ledger.is_demo();
    facts.extend(made_up.then(|| illustrative(lang).to_owned()));
    let coverage = total.map(|total| total.coverage.clone()).unwrap_or_default();
    let plain = Exhibit::of(subject, capitalised(&target_name(lang, target, scope.catalogue)));
    Some(Exhibit {
        finding: target_sentence(lang, &found, scope.catalogue, ledger),
        sentence: why(lang, &found, ledger),
        facts,
        as_of: known.as_of,
        illustrative: made_up,
        shape: (!bars.rows.is_empty()).then_some(Shape::Bullets(bars)),
        table: facts_table(scope, lang, &found),
        behind: parts(scope, lang, target).into_iter().collect(),
        ..plain.covering(ledger, &coverage)
    })
}

/// The parts of a target, a row each: years of a term, then units, those that lack most first.
fn parts(scope: &Scope<'_>, lang: Lang, target: &Target) -> Option<Behind> {
    let words = TARGETS.in_lang(lang);
    let all = lines(chain(scope, &target.id)?, target.period.year());
    let mut below: Vec<Line> = all.into_iter().filter(|line| line.depth > 0).collect();
    if below.is_empty() {
        return None;
    }
    below.small_sort_by_key(|line| std::cmp::Reverse(line.left()));
    let root = scope.ledger.root().map(|root| root.id.clone());
    let row = |line: &Line| {
        let target = &line.achievement.target;
        let name = match root.as_ref() == Some(&target.unit) {
            true => period_title(lang, &target.period, scope.ledger),
            false => unit_name(scope.ledger, &target.unit),
        };
        let done = match &line.achievement.value {
            Some(AchievedValue::Count(total)) => total.quantity.map(|found| count(lang, found.count)),
            Some(AchievedValue::Percent(rate)) => rate.percent.map(|share| percent(lang, share)),
            None => None,
        };
        let done = match done {
            Some(text) => Cell {
                text,
                number: number(&line.achievement),
            },
            None => none(lang),
        };
        let left = line
            .left()
            .map_or_else(|| none(lang), |left| Cell::count(count(lang, left), left));
        let cells = vec![
            Cell::text(name),
            Cell::text(goal_text(lang, target.comparison, target.value)),
            done,
            left,
            Cell::text(standing_word(lang, Standing::of(&line.achievement))),
        ];
        Row::new(target.id.to_string(), cells).to(target_place(target))
    };
    let columns = vec![
        Column::words(words.column_unit),
        Column::figures(words.column_goal),
        Column::figures(words.column_done),
        Column::figures(words.column_left),
        Column::words(words.column_status),
    ];
    let title = parts_line(lang, below.len());
    Some(units_listed(
        lang,
        (target.id.to_string(), &title),
        columns,
        below.iter().map(row).collect(),
    ))
}
