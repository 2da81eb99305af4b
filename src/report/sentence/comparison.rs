//! A figure beside the same period last year (cùng kỳ).

use super::words::{count, quantity};
use crate::model::number::{Count, Percent};
use crate::model::quantity::Quantity;
use crate::model::text::Lang;

/// "Tăng 9 so với cùng kỳ năm trước (121), +7,4%".
///
/// `now` is `None` when nobody has reported yet, `before` when there are no figures of last year.
pub fn same_period_last_year(lang: Lang, now: Option<Quantity>, before: Option<Quantity>) -> String {
    let (now, before) = match (now, before) {
        (Some(now), Some(before)) => (now, before),
        (_, None) => {
            return match lang {
                Lang::Vi => "Không có số cùng kỳ năm trước để so sánh",
                Lang::En => "No figures of the same period last year to compare with",
            }
            .to_owned();
        }
        (None, Some(before)) => {
            let before = quantity(lang, before);
            return match lang {
                Lang::Vi => format!("Chưa có số kỳ này; cùng kỳ năm trước {before}"),
                Lang::En => format!("No figures yet; the same period last year had {before}"),
            };
        }
    };
    let difference = count(lang, now.count.abs_diff(before.count));
    let change = change(lang, before.count, now.count);
    let was = quantity(lang, before);
    match (lang, now.count.cmp(&before.count)) {
        (Lang::Vi, std::cmp::Ordering::Greater) => {
            format!("Tăng {difference} so với cùng kỳ năm trước ({was}){change}")
        }
        (Lang::Vi, std::cmp::Ordering::Less) => format!("Giảm {difference} so với cùng kỳ năm trước ({was}){change}"),
        (Lang::Vi, std::cmp::Ordering::Equal) => format!("Bằng cùng kỳ năm trước ({was})"),
        (Lang::En, std::cmp::Ordering::Greater) => {
            format!("{difference} more than in the same period last year ({was}){change}")
        }
        (Lang::En, std::cmp::Ordering::Less) => {
            format!("{difference} fewer than in the same period last year ({was}){change}")
        }
        (Lang::En, std::cmp::Ordering::Equal) => format!("The same as in the same period last year ({was})"),
    }
}

/// A target beside what was reached before it: "Chỉ tiêu 130, tăng 7,4% so với 121 của năm 2022".
pub fn target_after(lang: Lang, target: Count, reached: Count, reached_in: &str) -> String {
    let (asked, was) = (count(lang, target), count(lang, reached));
    let change = Percent::change(reached, target);
    let size = change.map(|change| Percent::from_hundredths(change.hundredths().abs()).format_short(lang));
    match (lang, size, target.cmp(&reached)) {
        (Lang::Vi, _, std::cmp::Ordering::Equal) => format!("Chỉ tiêu {asked}, bằng số của {reached_in}"),
        (Lang::En, _, std::cmp::Ordering::Equal) => format!("A target of {asked}, the same as in {reached_in}"),
        (Lang::Vi, Some(size), std::cmp::Ordering::Greater) => {
            format!("Chỉ tiêu {asked}, tăng {size} so với {was} của {reached_in}")
        }
        (Lang::Vi, Some(size), std::cmp::Ordering::Less) => {
            format!("Chỉ tiêu {asked}, giảm {size} so với {was} của {reached_in}")
        }
        (Lang::En, Some(size), std::cmp::Ordering::Greater) => {
            format!("A target of {asked}, {size} more than the {was} of {reached_in}")
        }
        (Lang::En, Some(size), std::cmp::Ordering::Less) => {
            format!("A target of {asked}, {size} less than the {was} of {reached_in}")
        }
        (Lang::Vi, None, _) => format!("Chỉ tiêu {asked}; {reached_in} không có"),
        (Lang::En, None, _) => format!("A target of {asked}; none in {reached_in}"),
    }
}

fn change(lang: Lang, before: Count, now: Count) -> String {
    Percent::change(before, now).map_or_else(String::new, |change| format!(", {}", change.format_signed(1, lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_with_last_year() {
        let vi = |now: u64, before: u64| {
            same_period_last_year(Lang::Vi, Some(Quantity::exact(now)), Some(Quantity::exact(before)))
        };
        assert_eq!(vi(130, 121), "Tăng 9 so với cùng kỳ năm trước (121), +7,4%");
        assert_eq!(vi(121, 130), "Giảm 9 so với cùng kỳ năm trước (130), −6,9%");
        assert_eq!(vi(5, 5), "Bằng cùng kỳ năm trước (5)");
        assert_eq!(vi(5, 0), "Tăng 5 so với cùng kỳ năm trước (0)");
        assert_eq!(
            same_period_last_year(Lang::Vi, Some(Quantity::exact(5)), None),
            "Không có số cùng kỳ năm trước để so sánh"
        );
        assert_eq!(
            same_period_last_year(Lang::En, None, Some(Quantity::exact(7))),
            "No figures yet; the same period last year had 7"
        );
    }

    #[test]
    fn sets_a_target_beside_what_was_reached() {
        assert_eq!(
            target_after(Lang::Vi, 130, 121, "năm 2022"),
            "Chỉ tiêu 130, tăng 7,4% so với 121 của năm 2022"
        );
        assert_eq!(
            target_after(Lang::En, 100, 125, "2022"),
            "A target of 100, 20% less than the 125 of 2022"
        );
        assert_eq!(
            target_after(Lang::Vi, 5, 0, "năm 2022"),
            "Chỉ tiêu 5; năm 2022 không có"
        );
    }
}
