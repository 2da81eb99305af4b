//! How write-ups were graded, or how organisations were classed: the parts of one whole.

use super::coverage::{Reach, tail};
use super::words::{count, percent};
use crate::model::letter_case::lowered;
use crate::model::number::{Count, Percent};
use crate::model::text::{Lang, Text};

/// One part of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The option's name: "Xuất sắc".
    pub label: &'a Text,
    /// How many.
    pub count: Count,
    /// Of the whole.
    pub percent: Option<Percent>,
}

/// "4.201 bài thu hoạch: 1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)".
///
/// `of` names the whole behind its number ("bài thu hoạch"). Parts of zero are left out. Where rounded
/// shares do not add up to 100 %, the sentence says what they add up to.
pub fn grades(lang: Lang, of: &Text, parts: &[Part<'_>], reach: &Reach) -> String {
    let of = of.in_lang(lang);
    let whole: Count = parts.iter().map(|part| part.count).sum();
    if whole == 0 {
        return match lang {
            Lang::Vi => format!("Chưa có {of} được xếp loại{}", tail(lang, reach)),
            Lang::En => format!("No {of} graded yet{}", tail(lang, reach)),
        };
    }
    let named: Vec<String> = parts
        .iter()
        .filter(|part| part.count > 0)
        .map(|part| {
            let share = part
                .percent
                .map_or_else(String::new, |share| format!(" ({})", percent(lang, share)));
            format!(
                "{} {}{share}",
                count(lang, part.count),
                lowered(part.label.in_lang(lang))
            )
        })
        .collect();
    let mut text = format!("{} {of}: {}", count(lang, whole), named.join(", "));
    if let Some(sum) = rounded_sum(parts).filter(|sum| *sum != Percent::HUNDRED) {
        let sum = percent(lang, sum);
        text.push_str(&match lang {
            Lang::Vi => format!("; cộng các tỷ lệ đã làm tròn được {sum}"),
            Lang::En => format!("; the rounded shares add up to {sum}"),
        });
    }
    text.push_str(&tail(lang, reach));
    text
}

fn rounded_sum(parts: &[Part<'_>]) -> Option<Percent> {
    let shares: Option<Vec<i64>> = parts
        .iter()
        .filter(|part| part.count > 0)
        .map(|part| part.percent.map(Percent::hundredths))
        .collect();
    shares.map(|shares| Percent::from_hundredths(shares.into_iter().sum()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> [Text; 5] {
        [
            Text::new("Xuất sắc", "Excellent"),
            Text::new("Giỏi", "Good"),
            Text::new("Khá", "Fair"),
            Text::new("Trung bình", "Average"),
            Text::new("Không đạt", "Failed"),
        ]
    }

    fn say(lang: Lang, counts: [u64; 5]) -> String {
        let labels = labels();
        let whole = counts.iter().sum();
        let parts: Vec<Part<'_>> = labels
            .iter()
            .zip(counts)
            .map(|(label, count)| Part {
                label,
                count,
                percent: Percent::of(count, whole, 1),
            })
            .collect();
        grades(
            lang,
            &Text::new("bài thu hoạch", "write-ups"),
            &parts,
            &Reach::complete(73),
        )
    }

    #[test]
    fn names_each_grade_that_occurs() {
        assert_eq!(
            say(Lang::Vi, [1647, 1924, 613, 17, 0]),
            "4.201 bài thu hoạch: 1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)"
        );
        assert_eq!(
            say(Lang::En, [1, 0, 0, 0, 1]),
            "2 write-ups: 1 excellent (50%), 1 failed (50%)"
        );
    }

    #[test]
    fn shows_what_rounding_leaves() {
        assert!(say(Lang::Vi, [1, 1, 1, 0, 0]).ends_with("; cộng các tỷ lệ đã làm tròn được 99,9%"));
        assert_eq!(say(Lang::Vi, [0; 5]), "Chưa có bài thu hoạch được xếp loại");
        assert_eq!(say(Lang::En, [0; 5]), "No write-ups graded yet");
    }
}
