//! Targets as the inputs of a chart.

use super::figures::{Board, Item};
use crate::analysis::achievement::{AchievedValue, Achievement, NoFigures};
use crate::catalogue::Catalogue;
use crate::charts::bullet::{Bullet, Bullets};
use crate::charts::look::Hue;
use crate::i18n::targets::{TARGETS, pace_mark};
use crate::model::date::Date;
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::period::Period;
use crate::model::target::{Target, TargetValue};
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_name};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::target::target_name;
use crate::report::sentence::words::{count, percent};

/// A bullet for each target that has begun and that something measures.
pub fn bullets(board: &Board, ledger: &Ledger, catalogue: &Catalogue, lang: Lang) -> Bullets {
    let rows = board.items.iter();
    Bullets {
        rows: rows
            .filter_map(|item| bullet(&item.achievement, &board.period, ledger, catalogue, lang))
            .collect(),
        target_label: TARGETS.in_lang(lang).column_goal.to_owned(),
        pace_label: pace_mark(lang, board.today),
    }
}

/// One target alone; without rows where it has not begun or nothing measures it.
pub fn one_bullet(
    achievement: &Achievement,
    today: Date,
    ledger: &Ledger,
    catalogue: &Catalogue,
    lang: Lang,
) -> Bullets {
    let board = Board {
        period: achievement.target.period.clone(),
        today,
        items: vec![Item {
            achievement: achievement.clone(),
            depth: 0,
            parts: 0,
        }],
    };
    bullets(&board, ledger, catalogue, lang)
}

/// How many targets are not in the chart.
pub fn left_out(board: &Board) -> usize {
    board.items.iter().filter(|item| !is_drawn(&item.achievement)).count()
}

fn is_drawn(achievement: &Achievement) -> bool {
    let reported = achievement.value.is_some() || achievement.no_figures == Some(NoFigures::NobodyReported);
    reported && goal(achievement.target.value) > 0
}

fn bullet(
    achievement: &Achievement,
    shown: &Period,
    ledger: &Ledger,
    catalogue: &Catalogue,
    lang: Lang,
) -> Option<Bullet> {
    if !is_drawn(achievement) {
        return None;
    }
    let target = &achievement.target;
    let goal = goal(target.value);
    let (value, written) = match (&achievement.value, target.value) {
        (Some(AchievedValue::Count(total)), _) => (Some(total.count()), None),
        (Some(AchievedValue::Percent(rate)), _) => {
            let parts = rate.numerator.quantity.zip(rate.denominator.quantity);
            let parts = parts.map_or_else(String::new, |(part, whole)| {
                format!("{}/{}", count(lang, part.count), count(lang, whole.count))
            });
            let share = rate.percent?;
            (Some(hundredths(share)), Some((parts, percent(lang, share))))
        }
        (None, _) => (None, None),
    };
    let pace = achievement.pace.as_ref().filter(|pace| pace.goal > 0).map(|pace| {
        let expected = u128::from(pace.expected_by_now_tenths) * u128::from(goal);
        let whole = u128::from(pace.goal) * 10;
        // Rounded as the sentence rounds it.
        Count::try_from(expected.div_ceil(whole)).unwrap_or(goal)
    });
    Some(Bullet {
        key: target.id.to_string(),
        name: full_name(target, shown, ledger, catalogue, lang),
        value,
        written,
        target: goal,
        pace,
        hue: hue(target),
    })
}

/// A target's name, with its unit where it is not the bloc's and with its period where it is not the one shown.
pub fn full_name(target: &Target, shown: &Period, ledger: &Ledger, catalogue: &Catalogue, lang: Lang) -> String {
    let mut parts = vec![capitalised(&target_name(lang, target, catalogue))];
    if ledger.root().is_none_or(|root| root.id != target.unit) {
        parts.push(unit_name(ledger, &target.unit));
    }
    if target.period != *shown {
        parts.push(period_name(lang, &target.period, ledger));
    }
    parts.join(" · ")
}

/// Both sides of a percentage are drawn in hundredths of a percent.
fn goal(value: TargetValue) -> Count {
    match value {
        TargetValue::Count(count) => count,
        TargetValue::Percent(percent) => hundredths(percent),
    }
}

fn hundredths(percent: Percent) -> Count {
    Count::try_from(percent.hundredths()).unwrap_or(0)
}

/// The colour that the measure has on its own page.
fn hue(target: &Target) -> Hue {
    match target.indicator.as_ref().map(|id| id.as_str()) {
        Some("admitted" | "transferred") => Hue::Green,
        _ => Hue::Blue,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::exhibit::targets::figures::{Whose, read};
    use crate::exhibit::targets::sample::{SHARES, ask};

    #[test]
    fn counts_and_shares_stand_under_each_other() {
        ask(&SHARES, "2022-06-30", |scope| {
            let board = read(scope, &Period::Year(2022), Whose::Bloc);
            let drawn = bullets(&board, scope.ledger, scope.catalogue, Lang::Vi);
            let row = |key: &str| drawn.rows.iter().find(|row| row.key == key).unwrap();
            assert_eq!(drawn.rows.len(), 5, "not the one that nothing measures");
            assert_eq!(left_out(&board), 1);
            assert_eq!((row("year").value, row("year").target), (Some(141), 150));
            assert_eq!(row("year").pace, Some(75));
            let good = row("good");
            assert_eq!((good.value, good.target), (Some(90_00), 90_00));
            assert_eq!(good.written, Some(("9/10".into(), "90%".into())));
            assert_eq!(row("best-of-good").written, Some(("2/9".into(), "22,2%".into())));
            assert_eq!(row("term").name, "Kết nạp · nhiệm kỳ 2020–2025");
        });
    }
}
