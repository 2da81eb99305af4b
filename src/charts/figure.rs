//! Figures as they stand at a mark: `45/46 · 97,8%`.

use super::look::Look;
use crate::model::number::{Count, Percent, format_count};

/// `97,8%`, `50%`; `100%` only where nothing is missing, so that 4.200 of 4.201 reads `100,0%`, and `0%` only where
/// there is nothing.
pub(super) fn percent(part: Count, whole: Count, look: &Look) -> String {
    let all_or_none = [Percent::from_hundredths(0), Percent::from_hundredths(100_00)];
    match Percent::of(part, whole, 1) {
        None => "–".to_owned(),
        Some(percent) if all_or_none.contains(&percent) && part != whole && part != 0 => percent.format(1, look.lang),
        Some(percent) => percent.format_short(look.lang),
    }
}

/// `45/46`.
pub(super) fn ratio(part: Count, whole: Count, look: &Look) -> String {
    format!("{}/{}", format_count(part, look.lang), format_count(whole, look.lang))
}

/// For drawing only: a part of a whole as a number from 0 to 100 (more where the part is larger).
pub(super) fn length(part: Count, whole: Count) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 * 100.0 / whole as f64
    }
}

/// A template's `{n}`, `{a}`, `{b}` filled in.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// The round step that divides 0 to `most` into at most five parts, and the round top above `most`.
pub(super) fn round_scale(most: Count) -> (Count, Count) {
    let most = most.max(1);
    let mut power: Count = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(5) >= most || step >= Count::MAX / 10 {
                return (step, most.div_ceil(step).saturating_mul(step));
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::look::Words;
    use crate::model::text::Lang;

    static WORDS: Words = Words {
        not_reported: "",
        not_reported_group: "",
        alike: "{n} đơn vị",
        others: "",
        from_to: "",
        all_at: "",
        own_target: "",
    };

    #[test]
    fn a_hundred_means_all_of_them() {
        let look = Look::new(Lang::Vi, &WORDS, 800.0);
        assert_eq!(percent(73, 73, &look), "100%");
        assert_eq!(percent(4_200, 4_201, &look), "100,0%");
        assert_eq!(percent(45, 46, &look), "97,8%");
        assert_eq!(percent(0, 46, &look), "0%");
        assert_eq!(percent(1, 4_201, &look), "0,0%");
        assert_eq!(percent(73, 146, &look), "50%");
        assert_eq!(percent(7_496, 10_000, &look), "75%");
        assert_eq!(percent(3, 0, &look), "–");
    }

    #[test]
    fn scales_are_round_and_have_few_lines() {
        assert_eq!(round_scale(130), (50, 150));
        assert_eq!(round_scale(4_201), (1_000, 5_000));
        assert_eq!(round_scale(5), (1, 5));
        assert_eq!(round_scale(0), (1, 1));
        for most in 1..3_000 {
            let (step, top) = round_scale(most);
            assert!(top >= most && top / step <= 5, "{most}");
        }
    }
}
