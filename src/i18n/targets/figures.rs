//! Levels, differences and times, as the targets' pages write them.

use crate::model::date::Date;
use crate::model::indicator::Comparison;
use crate::model::number::{Count, Percent, format_count};
use crate::model::target::TargetValue;
use crate::model::text::Lang;

/// A level as it is written: `130`, `99,24%`.
pub fn level_text(lang: Lang, value: TargetValue) -> String {
    match value {
        TargetValue::Count(count) => format_count(count, lang),
        TargetValue::Percent(percent) => percent.format_short(lang),
    }
}

/// A level with its comparison: `≥ 130`, `> 85%`.
pub fn goal_text(lang: Lang, comparison: Comparison, value: TargetValue) -> String {
    format!("{} {}", comparison.sign(), level_text(lang, value))
}

/// A range of a forecast: `125 (118–132)`.
pub fn forecast_text(lang: Lang, low: Count, mid: Count, high: Count) -> String {
    let (low, mid, high) = (
        format_count(low, lang),
        format_count(mid, lang),
        format_count(high, lang),
    );
    if low == high {
        return mid;
    }
    format!("{mid} ({low}–{high})")
}

/// A difference of percentages: `1,2 điểm phần trăm`.
pub fn points(lang: Lang, difference: Percent) -> String {
    let size = Percent::from_hundredths(difference.hundredths().abs()).format_short(lang);
    let size = size.trim_end_matches('%');
    match lang {
        Lang::Vi => format!("{size} điểm phần trăm"),
        Lang::En => format!("{size} percentage points"),
    }
}

/// What the tick of the pace is: `Tiến độ đều đến 30/06/2022`.
pub fn pace_mark(lang: Lang, today: Date) -> String {
    match lang {
        Lang::Vi => format!("Tiến độ đều đến {}", today.format(lang)),
        Lang::En => format!("Even pace until {}", today.format(lang)),
    }
}

/// Who has reported, below a name that says that it is this: `72/72 đơn vị`.
pub fn units_text(lang: Lang, included: usize, expected: usize) -> String {
    let (included, expected) = (format_count(included as u64, lang), format_count(expected as u64, lang));
    match lang {
        Lang::Vi => format!("{included}/{expected} đơn vị"),
        Lang::En => format!("{included} of {expected} units"),
    }
}

/// Time that has passed: `326/365 ngày`.
pub fn days_text(lang: Lang, elapsed: u64, total: u64) -> String {
    match lang {
        Lang::Vi => format!("{elapsed}/{} ngày", format_count(total, lang)),
        Lang::En => format!("{elapsed} of {} days", format_count(total, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_levels_and_differences() {
        let share = TargetValue::Percent(Percent::from_hundredths(99_24));
        assert_eq!(
            goal_text(Lang::Vi, Comparison::AtLeast, TargetValue::Count(1250)),
            "≥ 1.250"
        );
        assert_eq!(goal_text(Lang::Vi, Comparison::MoreThan, share), "> 99,24%");
        assert_eq!(points(Lang::Vi, Percent::from_hundredths(-1_20)), "1,2 điểm phần trăm");
        assert_eq!(forecast_text(Lang::Vi, 118, 125, 132), "125 (118–132)");
        assert_eq!(forecast_text(Lang::En, 125, 125, 125), "125");
    }
}
