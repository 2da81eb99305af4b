//! Units in order: the best, the worst, and who has not reported.

use super::coverage::NAMED;
use super::words::{names, units};
use crate::model::text::{Lang, Text};

/// A ranked unit with its value as the chart labels it: "45/46 · 97,8%" or "12".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its name.
    pub name: String,
    /// Its value, written out.
    pub value: String,
}

/// "Tỷ lệ đảng viên tham gia học tập: cao nhất 100% (Đảng bộ A), thấp nhất 80% (Chi bộ B); 3 đơn vị chưa báo cáo".
///
/// `ranked` runs from the best down by the same values that are shown; `missing` are those that have
/// nothing. Names of those that share the best or the worst value are given when they are few.
pub fn ranking(lang: Lang, label: &Text, ranked: &[Ranked], missing: &[String]) -> String {
    let label = label.in_lang(lang);
    let mut text = match ranked {
        [] => match lang {
            Lang::Vi => format!("{label}: chưa đơn vị nào báo cáo"),
            Lang::En => format!("{label}: no unit has reported"),
        },
        [one] => format!("{label}: {} ({})", one.name, one.value),
        [first, .., last] if first.value == last.value => {
            let all = units(lang, ranked.len());
            match lang {
                Lang::Vi => format!("{label}: cả {all} đều {}", first.value),
                Lang::En => format!("{label}: all {all} at {}", first.value),
            }
        }
        [first, .., last] => {
            let (best, worst) = (place(lang, ranked, &first.value), place(lang, ranked, &last.value));
            match lang {
                Lang::Vi => format!(
                    "{label}: cao nhất {} ({best}), thấp nhất {} ({worst})",
                    first.value, last.value
                ),
                Lang::En => format!(
                    "{label}: highest {} ({best}), lowest {} ({worst})",
                    first.value, last.value
                ),
            }
        }
    };
    if !missing.is_empty() && !ranked.is_empty() {
        let number = units(lang, missing.len());
        let list = if missing.len() <= NAMED {
            format!(": {}", names(missing))
        } else {
            String::new()
        };
        text.push_str(&match lang {
            Lang::Vi => format!("; {number} chưa báo cáo{list}"),
            Lang::En => format!("; {number} not reported{list}"),
        });
    }
    text
}

fn place(lang: Lang, ranked: &[Ranked], value: &str) -> String {
    let same: Vec<&str> = ranked
        .iter()
        .filter(|unit| unit.value == value)
        .map(|unit| unit.name.as_str())
        .collect();
    match same.as_slice() {
        several if several.len() > 2 => units(lang, several.len()),
        few => names(few),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(lang: Lang, ranked: &[(&str, &str)], missing: usize) -> String {
        let ranked: Vec<Ranked> = ranked
            .iter()
            .map(|(name, value)| Ranked {
                name: (*name).into(),
                value: (*value).into(),
            })
            .collect();
        let missing: Vec<String> = (1..=missing).map(|at| format!("Chi bộ {at}")).collect();
        ranking(lang, &Text::new("Tỷ lệ tham gia", "Participation"), &ranked, &missing)
    }

    #[test]
    fn names_best_and_worst() {
        assert_eq!(
            say(
                Lang::Vi,
                &[("Đảng bộ A", "100%"), ("Đảng bộ C", "90%"), ("Chi bộ B", "80%")],
                1
            ),
            "Tỷ lệ tham gia: cao nhất 100% (Đảng bộ A), thấp nhất 80% (Chi bộ B); 1 đơn vị chưa báo cáo: Chi bộ 1"
        );
        assert_eq!(
            say(
                Lang::En,
                &[("A", "9"), ("B", "9"), ("C", "9"), ("D", "1"), ("E", "1")],
                9
            ),
            "Participation: highest 9 (3 units), lowest 1 (D; E); 9 units not reported"
        );
    }

    #[test]
    fn equal_one_and_none() {
        assert_eq!(
            say(Lang::Vi, &[("A", "100%"), ("B", "100%")], 0),
            "Tỷ lệ tham gia: cả 2 đơn vị đều 100%"
        );
        assert_eq!(say(Lang::Vi, &[("A", "100%")], 0), "Tỷ lệ tham gia: A (100%)");
        assert_eq!(say(Lang::Vi, &[], 4), "Tỷ lệ tham gia: chưa đơn vị nào báo cáo");
    }
}
