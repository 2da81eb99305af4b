//! A target and where it stands, whatever it measures: one sentence from an [`Achievement`].

use super::admission::{AdmissionFact, CountTarget, admissions};
use super::coverage::{Reach, tail};
use super::pace::{ForecastFact, PaceFact, whole_up};
use super::share::{RateTarget, ShareFact, percent_gap_only, share};
use super::status::{Standing, asked, unmeasured};
use super::words::{count, percent, quantity};
use crate::analysis::TargetStatus;
use crate::analysis::achievement::{AchievedValue, Achievement, NoFigures};
use crate::analysis::forecast::Forecast;
use crate::analysis::pace::{Pace, TOLERANCE_PERCENT};
use crate::analysis::{Rate, Total};
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::indicator::{Comparison, Indicator};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::statement::Realisation;
use crate::model::target::{Target, TargetValue};
use crate::model::text::Lang;

/// The indicator whose targets read "Kết nạp 121/130 đảng viên …".
const ADMITTED: &str = "admitted";

/// What a target is called: its own wording, or its indicator's name.
pub fn target_name(lang: Lang, target: &Target, catalogue: &Catalogue) -> String {
    if !target.label.is_empty() {
        return target.label.clone();
    }
    let indicator = target.indicator.as_ref();
    indicator.map_or_else(String::new, |id| {
        catalogue
            .indicator(id)
            .map_or_else(|| id.to_string(), |found| found.label.in_lang(lang).to_owned())
    })
}

/// "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9", or the like for what the target measures.
pub fn target(lang: Lang, achievement: &Achievement, catalogue: &Catalogue, ledger: &Ledger) -> String {
    let target = &achievement.target;
    let name = target_name(lang, target, catalogue);
    let indicator = target.indicator.as_ref().and_then(|id| catalogue.indicator(id));
    let of_admissions = indicator.is_some_and(|indicator| indicator.id.as_str() == ADMITTED);
    match (&achievement.value, target.value) {
        (Some(AchievedValue::Count(total)), TargetValue::Count(goal)) if of_admissions => {
            let goal = CountTarget {
                comparison: target.comparison,
                count: goal,
            };
            admissions(lang, &AdmissionFact::of(total, Some(goal), false, ledger))
        }
        (Some(AchievedValue::Count(total)), TargetValue::Count(goal)) => {
            counted(lang, &name, achievement, total, goal, ledger)
        }
        (Some(AchievedValue::Percent(rate)), TargetValue::Percent(goal)) => match indicator {
            Some(indicator) => rated(lang, indicator, achievement, rate, goal, ledger),
            None => format!("{name}: {}", asked(lang, target.comparison, target.value)),
        },
        _ => without_figures(lang, &name, achievement),
    }
}

fn counted(lang: Lang, name: &str, achievement: &Achievement, total: &Total, goal: Count, ledger: &Ledger) -> String {
    let reach = Reach::of(&total.coverage, ledger);
    let value = total.quantity.map_or_else(String::new, |value| quantity(lang, value));
    let rate = Percent::of(total.count(), goal, 1).map_or_else(String::new, |rate| match lang {
        Lang::Vi if achievement.target.comparison == Comparison::AtMost => format!(", bằng {}", percent(lang, rate)),
        Lang::Vi => format!(", đạt {}", percent(lang, rate)),
        Lang::En => format!(" ({})", percent(lang, rate)),
    });
    let gap = achievement.gap.and_then(|gap| gap.count).unwrap_or(0);
    let size = count(lang, gap.unsigned_abs());
    let end = match (lang, achievement.target.comparison, gap.signum()) {
        (_, Comparison::AtMost, 1) | (_, Comparison::Equal, 1) => match lang {
            Lang::Vi => format!("; quá {size}"),
            Lang::En => format!("; {size} too many"),
        },
        (Lang::Vi, Comparison::AtMost, _) => "; trong mức cho phép".to_owned(),
        (Lang::En, Comparison::AtMost, _) => "; within the limit".to_owned(),
        (Lang::Vi, _, 0) => "; đủ chỉ tiêu".to_owned(),
        (Lang::En, _, 0) => "; on target".to_owned(),
        (Lang::Vi, _, 1) => format!("; vượt chỉ tiêu {size}"),
        (Lang::En, _, 1) => format!("; {size} over the target"),
        (Lang::Vi, ..) => format!("; còn thiếu {size}"),
        (Lang::En, ..) => format!("; {size} short"),
    };
    let figures = match lang {
        Lang::Vi => format!("{value}/{}", count(lang, goal)),
        Lang::En => format!("{value} of {}", count(lang, goal)),
    };
    format!("{name}: {figures}{rate}{end}{}", tail(lang, &reach))
}

fn rated(
    lang: Lang,
    indicator: &Indicator,
    achievement: &Achievement,
    rate: &Rate,
    goal: Percent,
    ledger: &Ledger,
) -> String {
    let comparison = achievement.target.comparison;
    match RateTarget::of(achievement) {
        Some(target) => share(lang, &ShareFact::of(indicator, rate, Some(target), ledger)),
        None => {
            let fact = ShareFact::of(indicator, rate, None, ledger);
            let reached = rate.percent.is_some_and(|rate| comparison.holds(&rate, &goal));
            share(lang, &fact) + &percent_gap_only(lang, reached, goal)
        }
    }
}

fn without_figures(lang: Lang, name: &str, achievement: &Achievement) -> String {
    let target = &achievement.target;
    let goal = asked(lang, target.comparison, target.value);
    match (lang, &achievement.no_figures) {
        (_, Some(NoFigures::NoIndicator | NoFigures::UnknownIndicator(_))) => {
            unmeasured(lang, name, target.comparison, target.value)
        }
        (Lang::Vi, Some(NoFigures::NotBegun)) => format!("{name}: {goal}; chưa đến kỳ"),
        (Lang::En, Some(NoFigures::NotBegun)) => format!("{name}: {goal}; not yet due"),
        (Lang::Vi, Some(NoFigures::Rate(_) | NoFigures::NotAPercentage)) => {
            format!("{name}: {goal}; chỉ số này không tính được tỷ lệ")
        }
        (Lang::En, Some(NoFigures::Rate(_) | NoFigures::NotAPercentage)) => {
            format!("{name}: {goal}; this indicator is no rate")
        }
        (Lang::Vi, _) => format!("{name}: {goal}; chưa đơn vị nào báo cáo"),
        (Lang::En, _) => format!("{name}: {goal}; no unit has reported"),
    }
}

/// Why a target stands where it stands: the rule that decided, with its figures.
pub fn reason(lang: Lang, achievement: &Achievement, start: Option<Date>) -> String {
    let over = achievement.realisation == Realisation::Done;
    let beyond = achievement.gap.is_some_and(|gap| match gap.count {
        Some(count) => count > 0,
        None => gap.percent.is_some_and(|percent| percent > Percent::ZERO),
    });
    match (achievement.status, &achievement.pace) {
        (TargetStatus::NoFigures, _) => no_figures(lang, achievement, start),
        (TargetStatus::Met | TargetStatus::Exceeded, _) if over => match lang {
            Lang::Vi => "Kỳ đã hết và kết quả tới mức giao",
            Lang::En => "The period is over and the level was reached",
        }
        .to_owned(),
        (TargetStatus::Met | TargetStatus::Exceeded, _) => match lang {
            Lang::Vi => "Đã tới mức giao khi kỳ chưa hết; phần đã có không mất đi",
            Lang::En => "The level was reached before the end, and what is there is not lost",
        }
        .to_owned(),
        (TargetStatus::NotMet, _) => match lang {
            Lang::Vi => "Kỳ đã hết mà kết quả chưa tới mức giao",
            Lang::En => "The period is over and the level was not reached",
        }
        .to_owned(),
        (TargetStatus::OnTrack | TargetStatus::Behind, Some(found)) if found.remaining > 0 => even_pace(lang, found),
        (TargetStatus::OnTrack, _) => match lang {
            Lang::Vi => "Hiện tới mức giao; kỳ chưa hết nên còn có thể thay đổi",
            Lang::En => "At the asked level now; it can change until the end",
        }
        .to_owned(),
        (TargetStatus::Behind, _) if beyond => match lang {
            Lang::Vi => "Kỳ chưa hết mà đã quá mức cho phép",
            Lang::En => "Beyond the limit before the end",
        }
        .to_owned(),
        (TargetStatus::Behind, _) => match lang {
            Lang::Vi => "Kỳ chưa hết và kết quả chưa tới mức giao",
            Lang::En => "Not over yet, and below the asked level",
        }
        .to_owned(),
    }
}

/// "Đã có 121; tiến độ đều đến nay là 117. Từ 90% tiến độ đều trở lên là đúng tiến độ".
fn even_pace(lang: Lang, pace: &Pace) -> String {
    let value = count(lang, pace.value);
    let even = count(lang, whole_up(pace.expected_by_now_tenths));
    match lang {
        Lang::Vi => {
            format!(
                "Đã có {value}; tiến độ đều đến nay là {even}. Từ {TOLERANCE_PERCENT}% tiến độ đều trở lên là đúng tiến độ"
            )
        }
        Lang::En => {
            format!("It is at {value}; an even pace would be at {even}. {TOLERANCE_PERCENT}% of it counts as on track")
        }
    }
}

fn no_figures(lang: Lang, achievement: &Achievement, start: Option<Date>) -> String {
    match (lang, &achievement.no_figures) {
        (Lang::Vi, Some(NoFigures::NoIndicator)) => {
            "Chưa có chỉ số để tính: chỉ tiêu này mới có lời văn. Chọn một chỉ số khi sửa chỉ tiêu thì sẽ tính được"
                .to_owned()
        }
        (Lang::En, Some(NoFigures::NoIndicator)) => {
            "Nothing measures it yet: the target has a wording only. Choose an indicator when editing it".to_owned()
        }
        (Lang::Vi, Some(NoFigures::UnknownIndicator(id))) => format!("Danh mục không có chỉ số “{id}”"),
        (Lang::En, Some(NoFigures::UnknownIndicator(id))) => format!("The catalogue has no indicator “{id}”"),
        (Lang::Vi, Some(NoFigures::NotBegun)) => start.map_or("Kỳ chưa bắt đầu".to_owned(), |day| {
            format!("Kỳ bắt đầu ngày {}", day.format(lang))
        }),
        (Lang::En, Some(NoFigures::NotBegun)) => start.map_or("Its period lies ahead".to_owned(), |day| {
            format!("Its period begins on {}", day.format(lang))
        }),
        (Lang::Vi, Some(NoFigures::Rate(_) | NoFigures::NotAPercentage)) => {
            "Chỉ số này không tính được tỷ lệ; đổi chỉ số hoặc mẫu số".to_owned()
        }
        (Lang::En, Some(NoFigures::Rate(_) | NoFigures::NotAPercentage)) => {
            "This indicator is no rate; choose another one or another denominator".to_owned()
        }
        (Lang::Vi, _) => "Chưa đơn vị nào báo cáo".to_owned(),
        (Lang::En, _) => "No unit has reported".to_owned(),
    }
}

impl RateTarget {
    /// The target in percent of an achievement, with what it lacks in counts; `None` for a target in counts
    /// and for a mean of rates, which no single count would change by a known amount.
    pub fn of(achievement: &Achievement) -> Option<RateTarget> {
        let TargetValue::Percent(percent) = achievement.target.value else {
            return None;
        };
        let comparison = achievement.target.comparison;
        let gap = achievement.gap?.count?;
        let lacking = match comparison {
            Comparison::AtMost => gap.max(0),
            _ => (-gap).max(0),
        };
        Some(RateTarget {
            comparison,
            percent,
            gap: lacking.unsigned_abs(),
        })
    }
}

impl Standing {
    /// Where a target stands; one that has not begun is told apart from one without figures.
    pub fn of(achievement: &Achievement) -> Standing {
        match (achievement.status, &achievement.no_figures) {
            (TargetStatus::NoFigures, Some(NoFigures::NotBegun)) => Standing::Ahead,
            (status, _) => status.into(),
        }
    }
}

impl From<TargetStatus> for Standing {
    fn from(status: TargetStatus) -> Standing {
        match status {
            TargetStatus::Met => Standing::Met,
            TargetStatus::Exceeded => Standing::Exceeded,
            TargetStatus::OnTrack => Standing::OnTrack,
            TargetStatus::Behind => Standing::Behind,
            TargetStatus::NotMet => Standing::NotMet,
            TargetStatus::NoFigures => Standing::NoFigures,
        }
    }
}

impl PaceFact {
    /// The pace that analysis found.
    pub fn of(pace: &Pace) -> PaceFact {
        PaceFact {
            value: pace.value,
            remaining: pace.remaining,
            expected_by_now_tenths: pace.expected_by_now_tenths,
            per_week_tenths: pace.needed_per_week_tenths,
            per_month_tenths: pace.needed_per_month_tenths,
            days_left: pace.total_days.saturating_sub(pace.elapsed_days),
        }
    }
}

impl ForecastFact {
    /// The forecast that analysis made, beside the count that reaches the target.
    pub fn of(forecast: &Forecast, goal: Option<Count>) -> ForecastFact {
        ForecastFact {
            low: forecast.low,
            mid: forecast.mid,
            high: forecast.high,
            target: goal,
        }
    }
}
