//! How a target's result was come by, fact by fact, written out.

use crate::analysis::achievement::{AchievedValue, Achievement};
use crate::catalogue::Catalogue;
use crate::i18n::targets::{TARGET_DETAIL, TARGETS, days_text, forecast_text, goal_text, points, units_text};
use crate::model::date::Date;
use crate::model::indicator::{Comparison, Operand};
use crate::model::ledger::Ledger;
use crate::model::number::Percent;
use crate::model::target::ShareOf;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::averaging;
use crate::report::sentence::pace::whole_up;
use crate::report::sentence::paragraph;
use crate::report::sentence::status::{Standing, standing_word};
use crate::report::sentence::target::reason;
use crate::report::sentence::words::begun_small;
use crate::report::sentence::words::{count, percent, quantity, tenths};

/// A fact: its name, its value, a remark that may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What belongs to it.
    pub remark: String,
}

/// The facts of a target, in the order in which its result follows from them.
pub fn facts(lang: Lang, achievement: &Achievement, ledger: &Ledger, catalogue: &Catalogue, today: Date) -> Vec<Fact> {
    let w = TARGET_DETAIL.in_lang(lang);
    let target = &achievement.target;
    let span = ledger.span(&target.period);
    let unit = counted_in(lang, achievement, catalogue);
    let mut all = Facts(Vec::new());
    all.add(
        w.fact_goal,
        goal_text(lang, target.comparison, target.value),
        if target.illustrative {
            TARGETS.in_lang(lang).illustrative
        } else {
            ""
        },
    );
    match &achievement.value {
        Some(AchievedValue::Count(total)) => {
            let value = total.quantity.map_or_else(String::new, |found| quantity(lang, found));
            all.add(w.fact_value, value, unit.as_str());
        }
        Some(AchievedValue::Percent(rate)) => {
            let decimals = achievement.basis.as_ref().map_or(1, |basis| basis.indicator.decimals);
            let value = rate
                .percent_at(decimals)
                .map_or_else(String::new, |share| percent(lang, share));
            all.add(w.fact_value, value, "");
        }
        None => {}
    }
    parts(lang, achievement, ledger, catalogue, &mut all);
    gap(lang, achievement, &mut all);
    if let Some(value) = &achievement.value {
        let total = match value {
            AchievedValue::Count(total) => total,
            AchievedValue::Percent(rate) => &rate.numerator,
        };
        if total.coverage.expected() > 0 {
            let reach = Reach::of(&total.coverage, ledger);
            let reach = units_text(lang, reach.included(), reach.expected);
            let remark = if achievement.provisional { w.provisional } else { "" };
            all.add(w.fact_coverage, reach, remark);
        }
        let day = total.as_of.or(span.map(|(_, end)| end.min(today)));
        all.add(w.fact_as_of, day.map_or_else(String::new, |day| day.format(lang)), "");
    }
    pace(lang, achievement, &unit, &mut all);
    let source = target.source.clone().unwrap_or_default();
    let citation = source.citation(lang);
    let remark = [source.issuer.as_str(), source.title.as_str()];
    let remark: Vec<&str> = remark
        .into_iter()
        .filter(|text| !text.is_empty() && !citation.starts_with(text))
        .collect();
    match citation.is_empty() {
        true => all.add(w.fact_source, w.no_document.to_owned(), ""),
        false => all.add(w.fact_source, citation, remark.join(" · ")),
    }
    all.0
}

/// Where a target stands and the rule that decided: "Đúng tiến độ: đã có 121 …".
pub fn why(lang: Lang, achievement: &Achievement, ledger: &Ledger) -> String {
    let start = ledger.span(&achievement.target.period).map(|(start, _)| start);
    let word = standing_word(lang, Standing::of(achievement));
    paragraph([format!("{word}: {}", begun_small(&reason(lang, achievement, start)))])
}

struct Facts(Vec<Fact>);

impl Facts {
    fn add(&mut self, name: &'static str, value: String, remark: impl Into<String>) {
        let remark = remark.into();
        if !value.is_empty() || !remark.is_empty() {
            self.0.push(Fact { name, value, remark });
        }
    }
}

/// What the counts of a target are of: "đảng viên".
fn counted_in(lang: Lang, achievement: &Achievement, catalogue: &Catalogue) -> String {
    let label = match (&achievement.value, &achievement.basis) {
        (Some(AchievedValue::Count(total)), _) => {
            let unit = total.counting_unit.as_ref().and_then(|id| catalogue.counting_unit(id));
            unit.map(|unit| &unit.label)
        }
        (Some(AchievedValue::Percent(_)), Some(basis)) => Some(&basis.indicator.counts),
        _ => None,
    };
    label.map_or_else(String::new, |label| label.in_lang(lang).to_owned())
}

/// Numerator and denominator, and the years that a term's rate is made of.
fn parts(lang: Lang, achievement: &Achievement, ledger: &Ledger, catalogue: &Catalogue, all: &mut Facts) {
    let w = TARGET_DETAIL.in_lang(lang);
    let (Some(AchievedValue::Percent(rate)), Some(basis)) = (&achievement.value, &achievement.basis) else {
        return;
    };
    let written =
        |total: &crate::analysis::Total| total.quantity.map_or_else(String::new, |found| quantity(lang, found));
    all.add(
        w.fact_numerator,
        written(&rate.numerator),
        basis.indicator.counts.in_lang(lang),
    );
    let of = match basis.share_of {
        Some(ShareOf::Whole) => w.of_whole.to_owned(),
        Some(ShareOf::Subset) => w.of_subset.to_owned(),
        None => basis
            .indicator
            .denominator
            .as_ref()
            .map_or_else(String::new, |operand| operand_name(lang, operand, catalogue)),
    };
    all.add(w.fact_denominator, written(&rate.denominator), of);
    if basis.parts.len() > 1 {
        let years = basis.parts.iter().filter_map(|(period, rate)| {
            let share = rate.percent?;
            Some(format!(
                "{} {}",
                period_name(lang, period, ledger),
                percent(lang, share)
            ))
        });
        let years: Vec<String> = years.collect();
        all.add(
            w.fact_averaging,
            averaging(lang, basis.averaging).to_owned(),
            years.join("; "),
        );
    }
}

/// What an operand counts, by the names of its measures.
fn operand_name(lang: Lang, operand: &Operand, catalogue: &Catalogue) -> String {
    match operand {
        Operand::Units { units } => {
            let names = units
                .iter()
                .map(|kind| crate::i18n::units::kind_name(lang, *kind).to_owned());
            names.collect::<Vec<_>>().join(", ")
        }
        Operand::Cells { cells, .. } => {
            let mut names: Vec<String> = Vec::new();
            for key in cells {
                let measure = catalogue.measure(key.measure());
                let name = measure.map_or_else(|| key.to_string(), |found| found.label.in_lang(lang).to_owned());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(" + ")
        }
    }
}

fn gap(lang: Lang, achievement: &Achievement, all: &mut Facts) {
    let w = TARGET_DETAIL.in_lang(lang);
    let Some(gap) = achievement.gap else { return };
    if let (Some(goal), Some(AchievedValue::Percent(_))) = (achievement.goal, &achievement.value) {
        all.add(w.fact_needed_count, count(lang, goal), "");
    }
    let comparison = achievement.target.comparison;
    // A share beyond its level can still need every one of its count: then the points alone tell.
    let size = gap.count.filter(|size| *size != 0);
    let side = size.map(i64::signum).or_else(|| gap.percent.map(sign)).unwrap_or(0);
    let name = match (comparison, side) {
        (_, 0) => return,
        (Comparison::AtMost | Comparison::Equal, 1) => w.fact_too_many,
        (Comparison::AtMost, _) => w.fact_room,
        (_, 1) => w.fact_beyond,
        _ => w.fact_lacking,
    };
    let apart = gap
        .percent
        .filter(|apart| sign(*apart) != 0)
        .map(|apart| points(lang, apart));
    match size {
        Some(size) => all.add(name, count(lang, size.unsigned_abs()), apart.unwrap_or_default()),
        None => all.add(name, apart.unwrap_or_default(), ""),
    }
}

fn sign(percent: Percent) -> i64 {
    percent.hundredths().signum()
}

fn pace(lang: Lang, achievement: &Achievement, unit: &str, all: &mut Facts) {
    let w = TARGET_DETAIL.in_lang(lang);
    if let Some(found) = &achievement.pace {
        all.add(w.fact_time, days_text(lang, found.elapsed_days, found.total_days), "");
        all.add(
            w.fact_expected,
            count(lang, whole_up(found.expected_by_now_tenths)),
            unit,
        );
        if found.remaining > 0 {
            let needed = |tenth: Option<u64>| tenth.map_or_else(String::new, |tenth| tenths(lang, tenth));
            for (name, tenth) in [
                (w.fact_week, found.needed_per_week_tenths),
                (w.fact_month, found.needed_per_month_tenths),
            ] {
                // What no whole week or month is left for has no value, and then no unit either.
                if tenth.is_some() {
                    all.add(name, needed(tenth), unit);
                }
            }
        }
    }
    if let Some(found) = achievement.forecast {
        all.add(
            w.fact_forecast,
            forecast_text(lang, found.low, found.mid, found.high),
            "",
        );
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::analysis::achievement::achievement;
    use crate::exhibit::targets::sample::{SHARES, ask, demo};

    fn told(id: &str, today: &str) -> Vec<Fact> {
        ask(&SHARES, today, |scope| {
            let found = achievement(scope, &scope.ledger.targets[id]);
            facts(Lang::Vi, &found, scope.ledger, scope.catalogue, scope.today)
        })
    }

    fn fact<'a>(facts: &'a [Fact], name: &str) -> (&'a str, &'a str) {
        let found = facts.iter().find(|fact| fact.name == name);
        found.map_or(("", ""), |fact| (fact.value.as_str(), fact.remark.as_str()))
    }

    #[test]
    fn a_share_shows_its_parts() {
        let good = told("good", "2022-12-31");
        assert_eq!(fact(&good, "Mức giao"), ("≥ 90%", ""));
        assert_eq!(fact(&good, "Tử số"), ("9", "đơn vị"));
        assert_eq!(fact(&good, "Mẫu số"), ("10", "rated"));
        assert_eq!(fact(&good, "Đã báo cáo").0, "10/10 đơn vị");
        assert_eq!(fact(&good, "Văn bản giao").0, "chưa có");
    }

    #[test]
    fn an_of_which_says_what_it_is_a_share_of() {
        let whole = told("best", "2022-12-31");
        assert_eq!(fact(&whole, "Mẫu số"), ("10", "tính trên toàn bộ"));
        assert_eq!(fact(&whole, "Còn thiếu"), ("1", ""), "20% is not more than 20%");
        let subset = told("best-of-good", "2022-12-31");
        assert_eq!(fact(&subset, "Mẫu số").0, "9");
        assert_eq!(fact(&subset, "Vượt").0, "2,2 điểm phần trăm");
    }

    #[test]
    fn a_count_shows_its_pace_and_its_document() {
        let year = told("year", "2022-06-30");
        assert_eq!(fact(&year, "Đạt được"), ("141", "đảng viên"));
        assert_eq!(fact(&year, "Còn thiếu").0, "9");
        assert_eq!(fact(&year, "Thời gian đã qua").0, "181/365 ngày");
        // The sentence says 75 too: one rounding.
        assert_eq!(fact(&year, "Tiến độ đều đến nay"), ("75", "đảng viên"));
        assert_eq!(fact(&year, "Cần mỗi tuần").1, "đảng viên");
        assert_eq!(fact(&year, "Văn bản giao").0, "05-NQ/ĐUK, 20/12/2021");
    }

    fn reason_of(id: &str, today: &str) -> String {
        ask(&SHARES, today, |scope| {
            let found = achievement(scope, &scope.ledger.targets[id]);
            why(Lang::Vi, &found, scope.ledger)
        })
    }

    #[test]
    fn a_standing_says_which_rule_decided() {
        assert_eq!(
            reason_of("year", "2022-06-30"),
            "Đúng tiến độ: đã có 141; tiến độ đều đến nay là 75. Từ 90% tiến độ đều trở lên là đúng tiến độ."
        );
        assert_eq!(
            reason_of("year", "2022-12-31"),
            "Chưa đạt: kỳ đã hết mà kết quả chưa tới mức giao."
        );
        assert_eq!(
            reason_of("good", "2022-12-31"),
            "Đạt: kỳ đã hết và kết quả tới mức giao."
        );
    }

    #[test]
    fn what_cannot_be_judged_says_why() {
        assert!(reason_of("culture", "2022-12-31").starts_with("Chưa có số liệu: chưa có chỉ số để tính"));
        demo(|scope| {
            let found = achievement(scope, &scope.ledger.targets["admitted-2023"]);
            assert_eq!(
                why(Lang::Vi, &found, scope.ledger),
                "Chưa đến kỳ: kỳ bắt đầu ngày 01/01/2023."
            );
        });
    }
}
