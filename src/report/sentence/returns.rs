//! Who has handed in what: the heading of the page of returns, its sums, and what is said of one return.

use super::coverage::NAMED;
use super::words::{count, names, plural, units};
use crate::analysis::completeness::ReturnState;
use crate::analysis::completeness::matrix::Sum;
use crate::model::date::Date;
use crate::model::number::Count;
use crate::model::text::Lang;

/// A number of things, as sentences write it.
fn number(lang: Lang, number: usize) -> String {
    count(lang, Count::try_from(number).unwrap_or(Count::MAX))
}

/// "Năm 2022: đã nộp 812/854 báo cáo, còn 42 chưa nộp, trong đó 28 quá hạn".
pub fn returns_headline(lang: Lang, period: &str, sum: Sum) -> String {
    let due = sum.expected - sum.not_due;
    let (done, all) = (number(lang, sum.handed_in), number(lang, due));
    let (missing, overdue) = (number(lang, sum.missing), number(lang, sum.overdue));
    match (lang, due, sum.missing, sum.overdue) {
        (Lang::Vi, 0, ..) => format!("{period}: chưa có báo cáo nào đến kỳ nộp"),
        (Lang::Vi, _, 0, _) => format!("{period}: đã nộp đủ {all} báo cáo"),
        (Lang::Vi, ..) if sum.owed() == 0 => {
            format!("{period}: đã nộp {done}/{all} báo cáo, còn {missing} chưa nộp khi chốt số liệu")
        }
        (Lang::Vi, _, _, 0) => format!("{period}: đã nộp {done}/{all} báo cáo, còn {missing} chưa nộp, chưa quá hạn"),
        (Lang::Vi, ..) => {
            format!("{period}: đã nộp {done}/{all} báo cáo, còn {missing} chưa nộp, trong đó {overdue} quá hạn")
        }
        (Lang::En, 0, ..) => format!("{period}: no return is due yet"),
        (Lang::En, _, 0, _) => format!("{period}: all {all} returns are in"),
        (Lang::En, ..) if sum.owed() == 0 => {
            format!("{period}: {done} of {all} returns are in, {missing} were not when the figures were closed")
        }
        (Lang::En, _, _, 0) => format!("{period}: {done} of {all} returns are in, {missing} are not, none overdue"),
        (Lang::En, ..) => format!("{period}: {done} of {all} returns are in, {missing} are not, {overdue} overdue"),
    }
}

/// "70/73 đã nộp, 3 chưa": a column's or a row's sum. What is not due yet is no part of it.
pub fn returns_sum(lang: Lang, sum: Sum) -> String {
    let (done, all) = (number(lang, sum.handed_in), number(lang, sum.expected - sum.not_due));
    let missing = number(lang, sum.missing);
    if sum.expected == sum.not_due {
        return return_state(lang, ReturnState::NotDue).to_owned();
    }
    match (lang, sum.missing) {
        (Lang::Vi, 0) => format!("{done}/{all} đã nộp"),
        (Lang::Vi, _) => format!("{done}/{all} đã nộp, {missing} chưa"),
        (Lang::En, 0) => format!("{done}/{all} in"),
        (Lang::En, _) => format!("{done}/{all} in, {missing} not"),
    }
}

/// Who owes a return, by name where they are few: "3 đơn vị còn nợ báo cáo: A; B; C"; nothing where nobody does.
pub fn owing(lang: Lang, named: &[String], all: usize) -> String {
    let some = units(lang, all);
    let listed = match all <= NAMED {
        true => format!(": {}", names(named)),
        false => String::new(),
    };
    match (lang, all) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{some} còn nợ báo cáo{listed}"),
        (Lang::En, 1) => format!("{some} owes returns{listed}"),
        (Lang::En, _) => format!("{some} owe returns{listed}"),
    }
}

/// What waits at the office: "12 chờ chấp nhận", "3 trả lại", "2 nộp trễ".
pub fn returns_facts(lang: Lang, sum: Sum) -> Vec<String> {
    let of = |some: usize, vi: &str, en: &str| {
        (some > 0).then(|| {
            let some = number(lang, some);
            match lang {
                Lang::Vi => format!("{some} {vi}"),
                Lang::En => format!("{some} {en}"),
            }
        })
    };
    [
        of(sum.waiting, "chờ chấp nhận", "waiting to be accepted"),
        of(sum.accepted, "đã chấp nhận", "accepted"),
        of(sum.late, "nộp trễ", "handed in late"),
        of(sum.sent_back, "trả lại", "sent back"),
        of(sum.not_due, "chưa đến kỳ", "not due yet"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A state in words, for the legend, a table and a screen reader.
pub const fn return_state(lang: Lang, state: ReturnState) -> &'static str {
    match (lang, state) {
        (Lang::Vi, ReturnState::NotDue) => "chưa đến kỳ",
        (Lang::Vi, ReturnState::Missing) => "chưa nộp",
        (Lang::Vi, ReturnState::Late) => "quá hạn chưa nộp",
        (Lang::Vi, ReturnState::Draft) => "đang nhập",
        (Lang::Vi, ReturnState::Submitted) => "nộp đúng hạn",
        (Lang::Vi, ReturnState::SubmittedLate) => "nộp trễ",
        (Lang::Vi, ReturnState::Accepted) => "chấp nhận",
        (Lang::Vi, ReturnState::SentBack) => "trả lại",
        (Lang::Vi, ReturnState::Amended) => "sửa sau khi chấp nhận",
        (Lang::En, ReturnState::NotDue) => "not due yet",
        (Lang::En, ReturnState::Missing) => "not handed in",
        (Lang::En, ReturnState::Late) => "overdue",
        (Lang::En, ReturnState::Draft) => "in progress",
        (Lang::En, ReturnState::Submitted) => "in time",
        (Lang::En, ReturnState::SubmittedLate) => "handed in late",
        (Lang::En, ReturnState::Accepted) => "accepted",
        (Lang::En, ReturnState::SentBack) => "sent back",
        (Lang::En, ReturnState::Amended) => "changed since accepted",
    }
}

/// A return with its days: "nộp trễ 3 ngày (hạn 05/11/2022, nộp 08/11/2022)", "trả lại: thiếu cột C (hạn …)".
pub fn return_told(
    lang: Lang,
    state: ReturnState,
    due: Date,
    today: Date,
    submitted_on: Option<Date>,
    reason: Option<&str>,
) -> String {
    let mut told = return_state(lang, state).to_owned();
    let handed_in = submitted_on.filter(|_| state.is_handed_in());
    let late = handed_in.unwrap_or(today).days_since(due);
    if let Some(reason) = reason.filter(|reason| !reason.is_empty()) {
        told.push_str(": ");
        told.push_str(reason);
    }
    let unfinished = !state.is_handed_in() && state != ReturnState::NotDue;
    if late > 0 && (unfinished || state == ReturnState::SubmittedLate) {
        told.push_str(&days(lang, late));
    }
    let written = due.format(lang);
    told.push_str(&match (lang, handed_in) {
        (Lang::Vi, None) => format!(" (hạn {written})"),
        (Lang::Vi, Some(on)) => format!(" (hạn {written}, nộp {})", on.format(lang)),
        (Lang::En, None) => format!(" (due {written})"),
        (Lang::En, Some(on)) => format!(" (due {written}, in {})", on.format(lang)),
    });
    told
}

fn days(lang: Lang, days: i64) -> String {
    let days = days.unsigned_abs();
    let written = count(lang, days);
    match lang {
        Lang::Vi => format!(", chậm {written} ngày"),
        Lang::En => format!(", {written} {} late", plural(days, "day", "days")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn sum(handed_in: usize, missing: usize, overdue: usize, not_due: usize) -> Sum {
        Sum {
            expected: handed_in + missing + not_due,
            handed_in,
            missing,
            overdue,
            not_due,
            ..Sum::default()
        }
    }

    #[test]
    fn a_headline_for_every_case() {
        let say = |lang, sum| returns_headline(lang, "Tháng 10/2022", sum);
        assert_eq!(
            say(Lang::Vi, sum(70, 3, 2, 9)),
            "Tháng 10/2022: đã nộp 70/73 báo cáo, còn 3 chưa nộp, trong đó 2 quá hạn"
        );
        assert_eq!(
            say(Lang::Vi, sum(70, 3, 0, 0)),
            "Tháng 10/2022: đã nộp 70/73 báo cáo, còn 3 chưa nộp, chưa quá hạn"
        );
        assert_eq!(
            say(Lang::Vi, sum(1200, 0, 0, 0)),
            "Tháng 10/2022: đã nộp đủ 1.200 báo cáo"
        );
        assert_eq!(
            say(Lang::Vi, sum(0, 0, 0, 9)),
            "Tháng 10/2022: chưa có báo cáo nào đến kỳ nộp"
        );
        assert!(say(Lang::En, sum(70, 3, 2, 0)).ends_with("70 of 73 returns are in, 3 are not, 2 overdue"));
        let closed = |lang| {
            say(
                lang,
                Sum {
                    closed: 3,
                    ..sum(70, 3, 0, 0)
                },
            )
        };
        assert_eq!(
            closed(Lang::Vi),
            "Tháng 10/2022: đã nộp 70/73 báo cáo, còn 3 chưa nộp khi chốt số liệu"
        );
        assert!(closed(Lang::En).ends_with("70 of 73 returns are in, 3 were not when the figures were closed"));
        assert_eq!(returns_sum(Lang::Vi, sum(70, 3, 0, 5)), "70/73 đã nộp, 3 chưa");
        assert_eq!(returns_sum(Lang::En, sum(73, 0, 0, 0)), "73/73 in");
        assert_eq!(returns_sum(Lang::Vi, sum(0, 0, 0, 5)), "chưa đến kỳ");
    }

    #[test]
    fn a_return_is_told_with_its_days_and_its_reason() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let (due, today) = (day("2022-11-05"), day("2022-11-15"));
        let told = |state, on, reason| return_told(Lang::Vi, state, due, today, on, reason);
        assert_eq!(
            told(ReturnState::SubmittedLate, Some(day("2022-11-08")), None),
            "nộp trễ, chậm 3 ngày (hạn 05/11/2022, nộp 08/11/2022)"
        );
        assert_eq!(
            told(ReturnState::Late, None, None),
            "quá hạn chưa nộp, chậm 10 ngày (hạn 05/11/2022)"
        );
        assert_eq!(
            told(ReturnState::SentBack, Some(day("2022-11-04")), Some("thiếu cột C")),
            "trả lại: thiếu cột C, chậm 10 ngày (hạn 05/11/2022)"
        );
        assert_eq!(
            told(ReturnState::Accepted, Some(day("2022-11-04")), None),
            "chấp nhận (hạn 05/11/2022, nộp 04/11/2022)"
        );
        assert_eq!(
            return_told(Lang::En, ReturnState::Late, due, day("2022-11-06"), None, None),
            "overdue, 1 day late (due 5 November 2022)".replace("5 November 2022", &due.format(Lang::En))
        );
    }
}
