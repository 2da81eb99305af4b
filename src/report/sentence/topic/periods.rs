//! Periods beside each other: a figure along them, a board of what was set and done.

use super::parts::nothing;
use crate::model::number::Count;
use crate::model::text::{Lang, Text};

/// Periods beside each other: "Mục tiêu đã hoàn thành – năm 2021: 5/20 · 25%; năm 2022: 7/21 · 33,3%". Of many,
/// the highest and the lowest. `points` are names, written values and what they are ordered by.
pub fn along(lang: Lang, label: &Text, points: &[(String, String, Count)]) -> String {
    let label = label.in_lang(lang);
    let (Some(most), Some(least)) = (
        points.iter().max_by_key(|point| point.2),
        points.iter().min_by_key(|point| point.2),
    ) else {
        return nothing(lang, label);
    };
    if points.len() <= 6 {
        let all: Vec<String> = points
            .iter()
            .map(|(name, value, _)| format!("{name}: {value}"))
            .collect();
        return format!("{label} – {}", all.join("; "));
    }
    match lang {
        Lang::Vi => format!(
            "{label}: cao nhất {} ({}), thấp nhất {} ({})",
            most.0, most.1, least.0, least.1
        ),
        Lang::En => format!(
            "{label}: highest {} ({}), lowest {} ({})",
            most.0, most.1, least.0, least.1
        ),
    }
}

/// A period of a board: what was set, what was done, and the share, each written where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The period, named.
    pub period: String,
    /// What was set.
    pub set: Option<String>,
    /// What was done.
    pub done: Option<String>,
    /// The share, where both are known.
    pub share: Option<String>,
}

/// What is known of a period: "5/20 · 25%", "đề ra 20, chưa có số đã làm".
pub fn stage(lang: Lang, stage: &Stage) -> String {
    match (lang, &stage.set, &stage.done) {
        (_, Some(set), Some(done)) => match &stage.share {
            Some(share) => format!("{done}/{set} · {share}"),
            None => format!("{done}/{set}"),
        },
        (Lang::Vi, Some(set), None) => format!("đề ra {set}, chưa có số đã làm"),
        (Lang::En, Some(set), None) => format!("{set} set, none reported as done"),
        (Lang::Vi, None, Some(done)) => format!("đã làm {done}, chưa có số đề ra"),
        (Lang::En, None, Some(done)) => format!("{done} done, not known of how many"),
        (Lang::Vi, None, None) => "chưa có số liệu".to_owned(),
        (Lang::En, None, None) => "no figures".to_owned(),
    }
}

/// What was set and done, period by period: "Mục tiêu – năm 2021: đề ra 20, chưa có số đã làm; …".
pub fn board(lang: Lang, label: &Text, stages: &[Stage]) -> String {
    let label = label.in_lang(lang);
    if stages.is_empty() {
        return nothing(lang, label);
    }
    let all: Vec<String> = stages
        .iter()
        .map(|one| format!("{}: {}", one.period, stage(lang, one)))
        .collect();
    format!("{label} – {}", all.join("; "))
}

/// "; chưa đủ số liệu năm 2021, năm 2022": periods that a figure over several leaves out.
pub fn without(lang: Lang, periods: &[String]) -> String {
    if periods.is_empty() {
        return String::new();
    }
    let periods = periods.join(", ");
    match lang {
        Lang::Vi => format!("; chưa đủ số liệu {periods}"),
        Lang::En => format!("; figures incomplete for {periods}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_periods_are_each_told() {
        let points = [
            ("năm 2021".to_owned(), "5/20".to_owned(), 5),
            ("năm 2022".to_owned(), "7/21".to_owned(), 7),
        ];
        assert_eq!(
            along(Lang::Vi, &Text::new("Kiểm tra", "Inspection"), &points),
            "Kiểm tra – năm 2021: 5/20; năm 2022: 7/21"
        );
    }

    #[test]
    fn a_board_says_of_each_period_what_is_missing() {
        let stage = |period: &str, set: Option<&str>, done: Option<&str>, share: Option<&str>| Stage {
            period: period.to_owned(),
            set: set.map(str::to_owned),
            done: done.map(str::to_owned),
            share: share.map(str::to_owned),
        };
        let stages = [
            stage("năm 2021", Some("20"), None, None),
            stage("năm 2022", None, Some("3"), None),
            stage("năm 2023", Some("18"), Some("2"), Some("11,1%")),
        ];
        assert_eq!(
            board(Lang::Vi, &Text::new("Mục tiêu", "Objectives"), &stages),
            "Mục tiêu – năm 2021: đề ra 20, chưa có số đã làm; năm 2022: đã làm 3, chưa có số đề ra; năm 2023: 2/18 · 11,1%"
        );
        assert_eq!(
            without(Lang::Vi, &["năm 2021".to_owned(), "năm 2022".to_owned()]),
            "; chưa đủ số liệu năm 2021, năm 2022"
        );
    }
}
