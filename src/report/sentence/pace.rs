//! How fast it must go on to reach a target, and where the present pace leads.

use super::words::{begun_small, count, plural, tenths};
use crate::model::number::Count;
use crate::model::text::Lang;

/// Where a running target stands in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaceFact {
    /// So far.
    pub value: Count,
    /// Still to do; 0 when the target is reached.
    pub remaining: Count,
    /// An even pace would have come so far by now, in tenths.
    pub expected_by_now_tenths: u64,
    /// Needed each week from now on, in tenths; `None` when no whole week is left.
    pub per_week_tenths: Option<u64>,
    /// Needed each month from now on, in tenths; `None` when no whole month is left.
    pub per_month_tenths: Option<u64>,
    /// Days left, from tomorrow to the period's last day.
    pub days_left: u64,
}

/// Tenths as a whole number: of persons and organisations there are no halves, and an even pace is kept by the next one.
pub fn whole_up(tenths: u64) -> Count {
    tenths.div_ceil(10)
}

/// "Cần 1,6 mỗi tuần để đạt; chia đều theo thời gian thì đến nay cần 117, đã được 121".
pub fn pace(lang: Lang, fact: &PaceFact) -> String {
    if fact.remaining == 0 {
        return match lang {
            Lang::Vi => "Đã đạt, không còn phải làm thêm",
            Lang::En => "Reached; nothing more to do",
        }
        .to_owned();
    }
    let remaining = count(lang, fact.remaining);
    if fact.days_left == 0 {
        return match lang {
            Lang::Vi => format!("Đã hết kỳ, còn thiếu {remaining}"),
            Lang::En => format!("The period is over, {remaining} short"),
        };
    }
    let needed = match (lang, fact.per_week_tenths, fact.per_month_tenths) {
        (Lang::Vi, Some(week), _) if week >= 10 => format!("Cần {} mỗi tuần để đạt", tenths(lang, week)),
        (Lang::En, Some(week), _) if week >= 10 => format!("{} a week needed", tenths(lang, week)),
        (Lang::Vi, _, Some(month)) => format!("Cần {} mỗi tháng để đạt", tenths(lang, month)),
        (Lang::En, _, Some(month)) => format!("{} a month needed", tenths(lang, month)),
        (Lang::Vi, ..) => format!(
            "Cần thêm {remaining} trong {} ngày còn lại",
            count(lang, fact.days_left)
        ),
        (Lang::En, ..) => format!(
            "{remaining} more needed in the {} {} left",
            count(lang, fact.days_left),
            plural(fact.days_left, "day", "days")
        ),
    };
    format!("{needed}; {}", begun_small(&even_pace(lang, fact)))
}

/// "Chia đều theo thời gian thì đến nay cần 117, đã được 121": how far it should have come, without what a week asks for.
pub fn even_pace(lang: Lang, fact: &PaceFact) -> String {
    let even = count(lang, whole_up(fact.expected_by_now_tenths));
    let value = count(lang, fact.value);
    match lang {
        Lang::Vi => format!("Chia đều theo thời gian thì đến nay cần {even}, đã được {value}"),
        Lang::En => format!("An even pace would be at {even} by now; it is at {value}"),
    }
}

/// A range that the present pace leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForecastFact {
    /// The low end.
    pub low: Count,
    /// The middle.
    pub mid: Count,
    /// The high end.
    pub high: Count,
    /// What the target asks; `None` without one.
    pub target: Option<Count>,
}

/// "Với nhịp hiện nay, cuối kỳ ước được 132 (từ 125 đến 139), đủ chỉ tiêu 130".
pub fn forecast(lang: Lang, fact: Option<ForecastFact>) -> String {
    let Some(fact) = fact else {
        return match lang {
            Lang::Vi => "Chưa đủ số tháng để ước tính cuối kỳ",
            Lang::En => "Too few months for a forecast",
        }
        .to_owned();
    };
    let (low, mid, high) = (count(lang, fact.low), count(lang, fact.mid), count(lang, fact.high));
    let mut text = match lang {
        Lang::Vi => format!("Với nhịp hiện nay, cuối kỳ ước được {mid}"),
        Lang::En => format!("At the present pace the period ends at about {mid}"),
    };
    if fact.low != fact.high {
        text.push_str(&match lang {
            Lang::Vi => format!(" (từ {low} đến {high})"),
            Lang::En => format!(" ({low} to {high})"),
        });
    }
    if let Some(target) = fact.target {
        let asked = count(lang, target);
        let (vi, en) = if fact.low >= target {
            ("đủ chỉ tiêu", ", enough for the target of")
        } else if fact.high < target {
            ("không đủ chỉ tiêu", ", not enough for the target of")
        } else {
            (
                "có thể đạt hoặc chưa đạt chỉ tiêu",
                "; it may or may not reach the target of",
            )
        };
        text.push_str(&match lang {
            Lang::Vi => format!(", {vi} {asked}"),
            Lang::En => format!("{en} {asked}"),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACT: PaceFact = PaceFact {
        value: 121,
        remaining: 9,
        expected_by_now_tenths: 1168,
        per_week_tenths: Some(17),
        per_month_tenths: Some(71),
        days_left: 38,
    };

    #[test]
    fn says_what_is_needed_from_now_on() {
        assert_eq!(
            pace(Lang::Vi, &FACT),
            "Cần 1,7 mỗi tuần để đạt; chia đều theo thời gian thì đến nay cần 117, đã được 121"
        );
        let four = PaceFact {
            per_week_tenths: Some(40),
            ..FACT
        };
        assert!(pace(Lang::Vi, &four).starts_with("Cần 4 mỗi tuần để đạt;"));
        let slow = PaceFact {
            per_week_tenths: Some(4),
            per_month_tenths: Some(16),
            ..FACT
        };
        assert!(pace(Lang::Vi, &slow).starts_with("Cần 1,6 mỗi tháng để đạt;"));
        assert!(pace(Lang::En, &FACT).starts_with("1.7 a week needed; an even pace would be at 117 by"));
    }

    #[test]
    fn says_when_it_is_reached_over_or_nearly_over() {
        let reached = PaceFact { remaining: 0, ..FACT };
        assert_eq!(pace(Lang::Vi, &reached), "Đã đạt, không còn phải làm thêm");
        let over = PaceFact { days_left: 0, ..FACT };
        assert_eq!(pace(Lang::Vi, &over), "Đã hết kỳ, còn thiếu 9");
        let last = PaceFact {
            per_week_tenths: None,
            per_month_tenths: None,
            days_left: 3,
            ..FACT
        };
        assert!(pace(Lang::Vi, &last).starts_with("Cần thêm 9 trong 3 ngày còn lại;"));
    }

    #[test]
    fn a_forecast_is_a_range() {
        let of = |low, mid, high| {
            forecast(
                Lang::Vi,
                Some(ForecastFact {
                    low,
                    mid,
                    high,
                    target: Some(130),
                }),
            )
        };
        assert_eq!(
            of(131, 135, 140),
            "Với nhịp hiện nay, cuối kỳ ước được 135 (từ 131 đến 140), đủ chỉ tiêu 130"
        );
        assert!(of(125, 132, 139).ends_with("có thể đạt hoặc chưa đạt chỉ tiêu 130"));
        assert!(of(110, 115, 120).ends_with("không đủ chỉ tiêu 130"));
        assert_eq!(forecast(Lang::En, None), "Too few months for a forecast");
    }
}
