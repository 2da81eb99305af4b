//! A part of a whole: participation, plans, programmes, commitments, against a target or without one.

use super::coverage::{Reach, tail};
use super::words::{capitalised, percent, qualifier_word, quantity};
use crate::model::indicator::{Comparison, Direction};
use crate::model::number::{Count, Percent, format_count};
use crate::model::quantity::{Qualifier, Quantity};
use crate::model::text::{Lang, Text};

/// A part, its whole, and the percentage that analysis made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The numerator.
    pub part: Quantity,
    /// The denominator.
    pub whole: Quantity,
    /// The percentage; `None` where there is nothing to divide by.
    pub percent: Option<Percent>,
}

/// A target in percent and how far away it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateTarget {
    /// How it compares.
    pub comparison: Comparison,
    /// How much.
    pub percent: Percent,
    /// How many more (for "at most": how many too many) it takes; 0 when it is reached.
    pub gap: Count,
}

/// What is known of a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareFact<'a> {
    /// What the part counts: an indicator's `counts`.
    pub counts: &'a Text,
    /// The figures; `None` when nobody reported.
    pub share: Option<Share>,
    /// Who reported.
    pub reach: Reach,
    /// The target, where there is one.
    pub target: Option<RateTarget>,
    /// Which way is better: only of what should be high is a share said to be reached.
    pub direction: Direction,
}

/// "4.110/4.201 đảng viên tham gia học tập, đạt 97,8%, còn thiếu 91 để đạt chỉ tiêu 100%; 70/73 đơn vị đã báo cáo".
pub fn share(lang: Lang, fact: &ShareFact<'_>) -> String {
    let counts = fact.counts.in_lang(lang);
    let Some(share) = fact.share else {
        return nobody(lang, counts, &fact.reach);
    };
    let figures = part_of_whole(lang, &share);
    let Some(rate) = share.percent else {
        return match lang {
            Lang::Vi => format!("Không có số tổng để tính tỷ lệ {counts}{}", tail(lang, &fact.reach)),
            Lang::En => format!("Nothing to take a share of: {counts}{}", tail(lang, &fact.reach)),
        };
    };
    let about = about(lang, &share);
    let mut text = match lang {
        Lang::Vi => format!(
            "{} {counts}, {} {about}{}",
            capitalised(&figures),
            fact.verb(),
            percent(lang, rate)
        ),
        Lang::En => format!("{}: {figures} ({about}{})", capitalised(counts), percent(lang, rate)),
    };
    if let Some(target) = fact.target {
        text.push_str(&against(lang, rate, target));
    }
    text.push_str(&tail(lang, &fact.reach));
    text
}

/// Several shares, a sentence each; those with the same figures are one: "Đều đạt 100% (73/73): đơn vị xây dựng kế hoạch học tập; đơn
/// vị ban hành chương trình hành động".
pub fn shares(lang: Lang, facts: &[ShareFact<'_>]) -> Vec<String> {
    let mut alike: Vec<Vec<&ShareFact<'_>>> = Vec::new();
    for fact in facts {
        let same = |of: &&mut Vec<&ShareFact<'_>>| of.first().is_some_and(|first| first.is_like(fact));
        match alike.iter_mut().find(same) {
            Some(group) => group.push(fact),
            None => alike.push(vec![fact]),
        }
    }
    let told = alike.iter().filter_map(|group| match group.as_slice() {
        [one] => Some(share(lang, one)),
        group => together(lang, group),
    });
    told.collect()
}

fn together(lang: Lang, group: &[&ShareFact<'_>]) -> Option<String> {
    let fact = group.first()?;
    let (found, rate) = fact.share.and_then(|share| Some((share, share.percent?)))?;
    let figures = part_of_whole(lang, &found) + &tail(lang, &fact.reach);
    let (about, rate_told) = (about(lang, &found), percent(lang, rate));
    let target = fact
        .target
        .map_or_else(String::new, |target| against(lang, rate, target));
    let counts: Vec<&str> = group.iter().map(|fact| fact.counts.in_lang(lang)).collect();
    let counts = counts.join("; ");
    Some(match lang {
        Lang::Vi => format!("Đều {} {about}{rate_told} ({figures}){target}: {counts}", fact.verb()),
        Lang::En => format!("All at {about}{rate_told} ({figures}){target}: {counts}"),
    })
}

impl ShareFact<'_> {
    /// "đạt 97,8%" of what should be high, "chiếm 2,1%" of anything else.
    fn verb(&self) -> &'static str {
        let limited = self
            .target
            .is_some_and(|target| target.comparison == Comparison::AtMost);
        match self.direction == Direction::Higher && !limited {
            true => "đạt",
            false => "chiếm",
        }
    }

    /// Whether one sentence can tell both.
    fn is_like(&self, other: &ShareFact<'_>) -> bool {
        let known = self.share.is_some_and(|share| share.percent.is_some());
        known
            && self.share == other.share
            && self.reach == other.reach
            && self.target == other.target
            && self.verb() == other.verb()
    }
}

/// `4.201/4.201` or `4,201 of 4,201`.
pub fn part_of_whole(lang: Lang, share: &Share) -> String {
    let (part, whole) = (quantity(lang, share.part), quantity(lang, share.whole));
    match lang {
        Lang::Vi => format!("{part}/{whole}"),
        Lang::En => format!("{part} of {whole}"),
    }
}

/// A percentage of figures that are not exact is not exact either.
fn about(lang: Lang, share: &Share) -> &'static str {
    match share.part.qualifier.combine(share.whole.qualifier) {
        Qualifier::Exact => "",
        _ => qualifier_word(lang, Qualifier::About),
    }
}

fn nobody(lang: Lang, counts: &str, reach: &Reach) -> String {
    match (lang, reach.expected) {
        (Lang::Vi, 0) => format!("Không có đơn vị nào phải báo cáo số {counts}"),
        (Lang::Vi, _) => format!("Chưa đơn vị nào báo cáo số {counts}"),
        (Lang::En, 0) => format!("No unit is to report {counts}"),
        (Lang::En, _) => format!("No unit has reported {counts}"),
    }
}

fn against(lang: Lang, rate: Percent, target: RateTarget) -> String {
    let asked = percent(lang, target.percent);
    let gap = format_count(target.gap, lang);
    match (lang, target.comparison, target.gap) {
        (Lang::Vi, Comparison::AtMost, 0) => format!(", trong mức không quá {asked}"),
        (Lang::En, Comparison::AtMost, 0) => format!(", within the limit of {asked}"),
        (Lang::Vi, Comparison::AtMost, _) => format!(", vượt {gap} so với mức không quá {asked}"),
        (Lang::En, Comparison::AtMost, _) => format!(", {gap} above the limit of {asked}"),
        (Lang::Vi, _, 0) if rate > target.percent => format!(", vượt chỉ tiêu {asked}"),
        (Lang::En, _, 0) if rate > target.percent => format!(", above the target of {asked}"),
        // The level is the share itself, and has just been said.
        (Lang::Vi, _, 0) if rate == target.percent => ", đúng chỉ tiêu".to_owned(),
        (Lang::En, _, 0) if rate == target.percent => ", on target".to_owned(),
        (Lang::Vi, _, 0) => format!(", đúng chỉ tiêu {asked}"),
        (Lang::En, _, 0) => format!(", on the target of {asked}"),
        (Lang::Vi, ..) => format!(", còn thiếu {gap} để đạt chỉ tiêu {asked}"),
        (Lang::En, ..) => format!(", {gap} short of the target of {asked}"),
    }
}

/// How a mean of rates stands against its target: no count says what it lacks.
pub(crate) fn percent_gap_only(lang: Lang, reached: bool, target: Percent) -> String {
    let asked = percent(lang, target);
    match (lang, reached) {
        (Lang::Vi, true) => format!("; đạt chỉ tiêu {asked}"),
        (Lang::Vi, false) => format!("; chưa đạt chỉ tiêu {asked}"),
        (Lang::En, true) => format!("; the target of {asked} is met"),
        (Lang::En, false) => format!("; the target of {asked} is not met"),
    }
}

/// A share that a report gives only as a percentage: "100% theo báo cáo, không có số lượng kèm theo". `yearly`: it is the mean of
/// the rates of several years.
pub fn percent_only(lang: Lang, label: &Text, qualifier: Qualifier, stated: Percent, yearly: bool) -> String {
    let label = label.in_lang(lang);
    let figure = format!("{}{}", qualifier_word(lang, qualifier), percent(lang, stated));
    match (lang, yearly) {
        (Lang::Vi, false) => format!("{label}: {figure} theo báo cáo, không có số lượng kèm theo"),
        (Lang::Vi, true) => format!("{label}: bình quân hằng năm {figure} theo báo cáo, không có số lượng kèm theo"),
        (Lang::En, false) => format!("{label}: {figure} as reported, without counts"),
        (Lang::En, true) => format!("{label}: {figure} on a yearly average, as reported, without counts"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn fact(counts: &Text, part: u64, whole: u64, missing: usize, target: Option<RateTarget>) -> ShareFact<'_> {
        ShareFact {
            counts,
            share: Some(Share {
                part: Quantity::exact(part),
                whole: Quantity::exact(whole),
                percent: Percent::of(part, whole, 1),
            }),
            reach: Reach {
                expected: 73,
                missing: vec!["Chi bộ A".into(); missing],
                partial: Vec::new(),
            },
            target,
            direction: Direction::Higher,
        }
    }

    fn at_least(percent: i64, gap: u64) -> Option<RateTarget> {
        Some(RateTarget {
            comparison: Comparison::AtLeast,
            percent: Percent::from_hundredths(percent),
            gap,
        })
    }

    fn studied() -> Text {
        Text::new("đảng viên tham gia học tập", "members who studied")
    }

    #[test]
    fn says_the_part_the_whole_and_who_is_missing() {
        let counts = studied();
        let whole = fact(&counts, 4201, 4201, 0, None);
        assert_eq!(
            share(Lang::Vi, &whole),
            "4.201/4.201 đảng viên tham gia học tập, đạt 100%"
        );
        assert_eq!(share(Lang::En, &whole), "Members who studied: 4,201 of 4,201 (100%)");
        let most = fact(&counts, 4110, 4201, 3, at_least(100_00, 91));
        assert_eq!(
            share(Lang::Vi, &most),
            "4.110/4.201 đảng viên tham gia học tập, đạt 97,8%, còn thiếu 91 để đạt chỉ tiêu 100%; 70/73 đơn vị đã báo cáo"
        );
        assert_eq!(
            share(Lang::En, &most),
            "Members who studied: 4,110 of 4,201 (97.8%), 91 short of the target of 100%; 70 of 73 units reported"
        );
    }

    #[test]
    fn says_where_it_stands_against_its_target() {
        let counts = studied();
        let vi = |part, target| share(Lang::Vi, &fact(&counts, part, 100, 0, target));
        assert!(vi(100, at_least(100_00, 0)).ends_with("đạt 100%, đúng chỉ tiêu"));
        assert!(vi(97, at_least(95_00, 0)).ends_with("đạt 97%, vượt chỉ tiêu 95%"));
        let limit = |gap| {
            Some(RateTarget {
                comparison: Comparison::AtMost,
                percent: Percent::from_hundredths(5_00),
                gap,
            })
        };
        assert!(vi(4, limit(0)).ends_with("chiếm 4%, trong mức không quá 5%"));
        assert!(vi(7, limit(2)).ends_with("vượt 2 so với mức không quá 5%"));
    }

    #[test]
    fn what_should_not_be_high_is_not_reached() {
        let counts = Text::new("tổ chức đảng không hoàn thành nhiệm vụ", "organisations that failed");
        let lower = ShareFact {
            direction: Direction::Lower,
            ..fact(&counts, 2, 50, 0, None)
        };
        assert_eq!(
            share(Lang::Vi, &lower),
            "2/50 tổ chức đảng không hoàn thành nhiệm vụ, chiếm 4%"
        );
    }

    #[test]
    fn shares_with_the_same_figures_are_told_together() {
        let counts = [
            "đơn vị xây dựng kế hoạch",
            "đơn vị có chương trình hành động",
            "đơn vị ký cam kết",
        ]
        .map(|vi| Text::new(vi, "units"));
        let [plan, programme, signed] = &counts;
        let told = |third: ShareFact<'_>| {
            shares(
                Lang::Vi,
                &[fact(plan, 73, 73, 0, None), third, fact(programme, 73, 73, 0, None)],
            )
        };
        assert_eq!(
            told(fact(signed, 70, 73, 0, None)),
            [
                "Đều đạt 100% (73/73): đơn vị xây dựng kế hoạch; đơn vị có chương trình hành động",
                "70/73 đơn vị ký cam kết, đạt 95,9%"
            ]
        );
        // The same figures of others are not the same, and those without a share have nothing in common.
        assert_eq!(told(fact(signed, 73, 73, 3, None)).len(), 2);
        let none = || ShareFact {
            share: None,
            ..fact(signed, 0, 0, 73, None)
        };
        assert_eq!(shares(Lang::Vi, &[none(), none()]).len(), 2);
    }

    #[test]
    fn no_figures_and_no_whole_are_said_plainly() {
        let counts = studied();
        let none = ShareFact {
            share: None,
            ..fact(&counts, 0, 0, 73, None)
        };
        assert_eq!(
            share(Lang::Vi, &none),
            "Chưa đơn vị nào báo cáo số đảng viên tham gia học tập"
        );
        assert_eq!(share(Lang::En, &none), "No unit has reported members who studied");
        let zero = fact(&counts, 0, 0, 0, None);
        assert_eq!(
            share(Lang::Vi, &zero),
            "Không có số tổng để tính tỷ lệ đảng viên tham gia học tập"
        );
        assert_eq!(
            share(Lang::Vi, &fact(&counts, 0, 12, 0, None)),
            "0/12 đảng viên tham gia học tập, đạt 0%"
        );
    }

    #[test]
    fn a_qualifier_is_kept_in_figures_and_rate() {
        let counts = studied();
        let mut over = fact(&counts, 4200, 4300, 0, None);
        over.share.as_mut().unwrap().part.qualifier = Qualifier::MoreThan;
        assert_eq!(
            share(Lang::Vi, &over),
            "Hơn 4.200/4.300 đảng viên tham gia học tập, đạt khoảng 97,7%"
        );
        let label = Text::new("Tỷ lệ đơn vị xây dựng kế hoạch", "Organisations with a plan");
        assert_eq!(
            percent_only(
                Lang::Vi,
                &label,
                Qualifier::MoreThan,
                Percent::from_hundredths(74_90),
                false
            ),
            "Tỷ lệ đơn vị xây dựng kế hoạch: hơn 74,9% theo báo cáo, không có số lượng kèm theo"
        );
    }
}
