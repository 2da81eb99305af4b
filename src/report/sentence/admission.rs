//! Admissions and transfers, against their targets.

use super::coverage::{Reach, tail};
use super::words::{bound, capitalised, count, percent, plural, quantity, units};
use crate::model::indicator::Comparison;
use crate::model::number::{Count, Percent};
use crate::model::quantity::Quantity;
use crate::model::text::Lang;

/// A target in persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountTarget {
    /// How it compares.
    pub comparison: Comparison,
    /// How many.
    pub count: Count,
}

/// What is known of a period's admissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmissionFact {
    /// How many; `None` when nobody reported.
    pub admitted: Option<Quantity>,
    /// The target, where there is one.
    pub target: Option<CountTarget>,
    /// Who reported.
    pub reach: Reach,
    /// Whether the period lies ahead.
    pub ahead: bool,
}

/// "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9".
pub fn admissions(lang: Lang, fact: &AdmissionFact) -> String {
    let Some(admitted) = fact.admitted else {
        return without_figures(lang, fact);
    };
    let figure = quantity(lang, admitted);
    let members = plural(admitted.count, "member", "members");
    let mut text = match fact.target {
        Some(target) => against(lang, admitted, target),
        None if admitted == Quantity::exact(0) => match lang {
            Lang::Vi => "Chưa kết nạp đảng viên nào; chưa đặt chỉ tiêu".to_owned(),
            Lang::En => "Nobody admitted yet; no target set".to_owned(),
        },
        None => match lang {
            Lang::Vi => format!("Kết nạp {figure} đảng viên; chưa đặt chỉ tiêu"),
            Lang::En => format!("{} {members} admitted; no target set", capitalised(&figure)),
        },
    };
    text.push_str(&tail(lang, &fact.reach));
    text
}

fn against(lang: Lang, admitted: Quantity, target: CountTarget) -> String {
    let figure = quantity(lang, admitted);
    let asked = count(lang, target.count);
    let rate = Percent::of(admitted.count, target.count, 1).map(|rate| percent(lang, rate));
    let head = match (lang, &rate) {
        (Lang::Vi, Some(rate)) => format!("Kết nạp {figure}/{asked} đảng viên, đạt {rate}"),
        (Lang::Vi, None) => format!("Kết nạp {figure} đảng viên"),
        (Lang::En, Some(rate)) => format!("{} of {asked} members admitted ({rate})", capitalised(&figure)),
        (Lang::En, None) => format!("{} members admitted", capitalised(&figure)),
    };
    let missing = missing(admitted.count, target);
    let over = admitted.count.saturating_sub(target.count);
    let end = match (lang, target.comparison) {
        (Lang::Vi, Comparison::AtMost) if over > 0 => format!("; quá mức {} người", count(lang, over)),
        (Lang::En, Comparison::AtMost) if over > 0 => format!("; {} above the limit", count(lang, over)),
        (Lang::Vi, Comparison::AtMost) => "; trong mức cho phép".to_owned(),
        (Lang::En, Comparison::AtMost) => "; within the limit".to_owned(),
        (Lang::Vi, _) if missing > 0 => format!("; còn thiếu {}", count(lang, missing)),
        (Lang::En, _) if missing > 0 => format!("; {} short", count(lang, missing)),
        (Lang::Vi, _) if over > 0 => format!("; vượt chỉ tiêu {} người", count(lang, over)),
        (Lang::En, _) if over > 0 => format!("; {} over the target", count(lang, over)),
        (Lang::Vi, _) => "; đủ chỉ tiêu".to_owned(),
        (Lang::En, _) => "; on target".to_owned(),
    };
    head + &end
}

/// How many are still to be admitted.
fn missing(admitted: Count, target: CountTarget) -> Count {
    match target.comparison {
        Comparison::AtMost => 0,
        Comparison::MoreThan => (target.count + 1).saturating_sub(admitted),
        Comparison::AtLeast | Comparison::Equal => target.count.saturating_sub(admitted),
    }
}

fn without_figures(lang: Lang, fact: &AdmissionFact) -> String {
    let asked = fact.target.map(|target| {
        let number = count(lang, target.count);
        let members = match lang {
            Lang::Vi => "đảng viên",
            Lang::En => plural(target.count, "member", "members"),
        };
        bound(lang, target.comparison, &format!("{number} {members}"))
    });
    match (lang, asked, fact.ahead) {
        (Lang::Vi, Some(asked), true) => format!("Chỉ tiêu kết nạp {asked}; chưa đến kỳ"),
        (Lang::En, Some(asked), true) => format!("Target for admissions: {asked}; not yet due"),
        (Lang::Vi, None, true) => "Chưa đến kỳ, chưa đặt chỉ tiêu kết nạp".to_owned(),
        (Lang::En, None, true) => "Not yet due; no target for admissions".to_owned(),
        (Lang::Vi, Some(asked), false) => format!("Chưa đơn vị nào báo cáo kết nạp; chỉ tiêu {asked}"),
        (Lang::En, Some(asked), false) => format!("No unit has reported admissions; the target is {asked}"),
        (Lang::Vi, None, false) => "Chưa đơn vị nào báo cáo kết nạp".to_owned(),
        (Lang::En, None, false) => "No unit has reported admissions".to_owned(),
    }
}

/// "Công nhận chính thức 116 đảng viên dự bị".
pub fn transfers(lang: Lang, transferred: Option<Quantity>, reach: &Reach) -> String {
    let text = match (lang, transferred) {
        (Lang::Vi, None) => "Chưa đơn vị nào báo cáo chuyển đảng chính thức".to_owned(),
        (Lang::En, None) => "No unit has reported full-membership transfers".to_owned(),
        (Lang::Vi, Some(none)) if none == Quantity::exact(0) => {
            "Chưa có đảng viên dự bị nào được công nhận chính thức".to_owned()
        }
        (Lang::En, Some(none)) if none == Quantity::exact(0) => "No probationary member confirmed yet".to_owned(),
        (Lang::Vi, Some(figure)) => format!("Công nhận chính thức {} đảng viên dự bị", quantity(lang, figure)),
        (Lang::En, Some(figure)) => format!(
            "{} probationary {} confirmed in full membership",
            capitalised(&quantity(lang, figure)),
            plural(figure.count, "member", "members")
        ),
    };
    match transferred {
        Some(_) => text + &tail(lang, reach),
        None => text,
    }
}

/// How many of the units with a target of their own have not reached it, and who lacks the most: "31/66 đơn vị chưa đạt chỉ tiêu
/// riêng; thiếu nhiều nhất 4 (Đảng bộ Sở Y tế)". `names` are those that lack that many.
pub fn units_lacking(lang: Lang, lacking: usize, of: usize, most: Count, names: &[String]) -> String {
    let who = match names {
        [one] => one.clone(),
        several => units(lang, several.len()),
    };
    let most = count(lang, most);
    match (lang, lacking, of) {
        (Lang::Vi, _, 0) => "Chưa đơn vị nào có chỉ tiêu riêng".to_owned(),
        (Lang::En, _, 0) => "No unit has a target of its own".to_owned(),
        (Lang::Vi, 0, _) => format!("Cả {of} đơn vị có chỉ tiêu riêng đã đạt"),
        (Lang::En, 0, _) => format!("All {of} units with a target of their own have reached it"),
        (Lang::Vi, ..) => format!("{lacking}/{of} đơn vị chưa đạt chỉ tiêu riêng; thiếu nhiều nhất {most} ({who})"),
        (Lang::En, 1, _) => format!("1 of {of} units has not reached its own target; {who} lacks {most}"),
        (Lang::En, ..) => {
            format!("{lacking} of {of} units have not reached their own target; the most lacking: {most} ({who})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Qualifier;

    #[test]
    fn who_lacks_is_counted_and_the_one_that_lacks_most_is_named() {
        let one = ["Đảng bộ Sở Y tế".to_owned()];
        assert_eq!(
            units_lacking(Lang::Vi, 31, 66, 4, &one),
            "31/66 đơn vị chưa đạt chỉ tiêu riêng; thiếu nhiều nhất 4 (Đảng bộ Sở Y tế)"
        );
        let two = [one[0].clone(), "Đảng bộ Sở Tư pháp".to_owned()];
        assert!(units_lacking(Lang::En, 31, 66, 4, &two).ends_with("the most lacking: 4 (2 units)"));
        assert_eq!(
            units_lacking(Lang::En, 1, 66, 2, &one),
            "1 of 66 units has not reached its own target; Đảng bộ Sở Y tế lacks 2"
        );
        assert_eq!(
            units_lacking(Lang::Vi, 0, 66, 0, &[]),
            "Cả 66 đơn vị có chỉ tiêu riêng đã đạt"
        );
        assert_eq!(
            units_lacking(Lang::Vi, 0, 0, 0, &[]),
            "Chưa đơn vị nào có chỉ tiêu riêng"
        );
    }

    fn fact(admitted: Option<u64>, target: Option<u64>) -> AdmissionFact {
        AdmissionFact {
            admitted: admitted.map(Quantity::exact),
            target: target.map(|count| CountTarget {
                comparison: Comparison::AtLeast,
                count,
            }),
            reach: Reach::complete(72),
            ahead: false,
        }
    }

    #[test]
    fn says_how_many_are_missing() {
        let short = fact(Some(121), Some(130));
        assert_eq!(
            admissions(Lang::Vi, &short),
            "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9"
        );
        assert_eq!(
            admissions(Lang::En, &short),
            "121 of 130 members admitted (93.1%); 9 short"
        );
    }

    #[test]
    fn says_when_the_target_is_met_or_over() {
        let vi = |admitted, target| admissions(Lang::Vi, &fact(Some(admitted), Some(target)));
        assert_eq!(vi(130, 130), "Kết nạp 130/130 đảng viên, đạt 100%; đủ chỉ tiêu");
        assert_eq!(
            vi(135, 130),
            "Kết nạp 135/130 đảng viên, đạt 103,8%; vượt chỉ tiêu 5 người"
        );
        assert_eq!(vi(0, 130), "Kết nạp 0/130 đảng viên, đạt 0%; còn thiếu 130");
        let mut more = fact(Some(130), Some(130));
        more.target = Some(CountTarget {
            comparison: Comparison::MoreThan,
            count: 130,
        });
        assert!(admissions(Lang::Vi, &more).ends_with("còn thiếu 1"));
    }

    #[test]
    fn says_what_is_not_there() {
        assert_eq!(
            admissions(Lang::Vi, &fact(Some(121), None)),
            "Kết nạp 121 đảng viên; chưa đặt chỉ tiêu"
        );
        assert_eq!(
            admissions(Lang::En, &fact(Some(1), None)),
            "1 member admitted; no target set"
        );
        assert_eq!(
            admissions(Lang::Vi, &fact(None, Some(130))),
            "Chưa đơn vị nào báo cáo kết nạp; chỉ tiêu từ 130 đảng viên trở lên"
        );
        let ahead = AdmissionFact {
            ahead: true,
            ..fact(None, Some(130))
        };
        assert_eq!(
            admissions(Lang::Vi, &ahead),
            "Chỉ tiêu kết nạp từ 130 đảng viên trở lên; chưa đến kỳ"
        );
        assert_eq!(
            admissions(Lang::Vi, &fact(Some(0), None)),
            "Chưa kết nạp đảng viên nào; chưa đặt chỉ tiêu"
        );
    }

    #[test]
    fn keeps_qualifier_and_coverage() {
        let mut some = fact(Some(120), None);
        some.admitted = Some(Quantity {
            count: 120,
            qualifier: Qualifier::MoreThan,
        });
        some.reach.missing = vec!["Chi bộ A".into()];
        assert_eq!(
            admissions(Lang::Vi, &some),
            "Kết nạp hơn 120 đảng viên; chưa đặt chỉ tiêu; 71/72 đơn vị đã báo cáo"
        );
    }

    #[test]
    fn transfers_are_said_likewise() {
        let all = Reach::complete(72);
        assert_eq!(
            transfers(Lang::Vi, Some(Quantity::exact(116)), &all),
            "Công nhận chính thức 116 đảng viên dự bị"
        );
        assert_eq!(
            transfers(Lang::En, Some(Quantity::exact(1)), &all),
            "1 probationary member confirmed in full membership"
        );
        assert_eq!(
            transfers(Lang::Vi, None, &all),
            "Chưa đơn vị nào báo cáo chuyển đảng chính thức"
        );
    }
}
