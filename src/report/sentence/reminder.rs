//! The reminder that the office sends: to one unit what it owes, to the group chat who owes what. Plain text, to be copied
//! into a message.

use super::returns::return_state;
use super::words::{count, names};
use crate::analysis::completeness::ReturnState;
use crate::analysis::completeness::matrix::Paper;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::text::Lang;
use crate::report::period_name::period_name;

/// A return that a unit owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Which.
    pub paper: Paper,
    /// How far it is.
    pub state: ReturnState,
    /// Why it was sent back; empty where it was not.
    pub reason: String,
}

/// What names come from, and the day of the message.
#[derive(Clone, Copy)]
pub struct Books<'a> {
    /// The bloc's books.
    pub ledger: &'a Ledger,
    /// Its forms.
    pub catalogue: &'a Catalogue,
    /// The day.
    pub today: Date,
}

/// The reminder to one unit. `sender` is who asks: the bloc committee.
pub fn reminder(lang: Lang, books: Books<'_>, sender: &str, unit: &str, owed: &[Owed]) -> String {
    let today = books.today.format(lang);
    let number = number(lang, owed.len());
    let head = match (lang, owed.len()) {
        (Lang::Vi, _) => {
            format!("Kính gửi: {unit}\n\nTính đến ngày {today}, {sender} chưa nhận đủ {number} báo cáo sau của đơn vị:")
        }
        (Lang::En, 1) => format!("To: {unit}\n\nAs of {today}, {sender} still waits for this return of your unit:"),
        (Lang::En, _) => {
            format!("To: {unit}\n\nAs of {today}, {sender} still waits for these {number} returns of your unit:")
        }
    };
    let mut lines = vec![head];
    for (at, one) in owed.iter().enumerate() {
        lines.push(format!("{}. {}.", at + 1, item(lang, books, one)));
    }
    lines.push(String::new());
    lines.push(what_to_do(lang, books.today, owed).to_owned());
    lines.join("\n")
}

/// One message for the group chat: paper by paper who has not handed in.
pub fn group_reminder(lang: Lang, books: Books<'_>, sender: &str, papers: &[(Paper, Vec<String>)]) -> String {
    let today = books.today.format(lang);
    let all = papers.iter().map(|(_, units)| units.len()).sum();
    let mut lines = vec![match lang {
        Lang::Vi => format!(
            "Kính gửi các đơn vị\n\nTính đến ngày {today}, {sender} còn chờ {} báo cáo:",
            number(lang, all)
        ),
        Lang::En => format!(
            "To all units\n\nAs of {today}, {sender} still waits for {} returns:",
            number(lang, all)
        ),
    }];
    for (at, (paper, units)) in papers.iter().enumerate() {
        let (name, when) = (name(lang, books, paper), when(lang, paper.due, books.today));
        let (number, who) = (number(lang, units.len()), names(units));
        lines.push(match lang {
            Lang::Vi => format!("{}. {name} ({when}), {number} đơn vị: {who}.", at + 1),
            Lang::En => format!("{}. {name} ({when}), {number}: {who}.", at + 1),
        });
    }
    lines.push(String::new());
    lines.push(match lang {
        Lang::Vi => "Đề nghị các đơn vị hoàn thành và nộp báo cáo; nếu đã nộp hoặc có vướng mắc, đề nghị báo lại để đối chiếu. Trân trọng cảm ơn.".to_owned(),
        Lang::En => "Please complete and submit them; if you already have, or something stands in the way, please tell us. Thank you.".to_owned(),
    });
    lines.join("\n")
}

/// "Kết nạp đảng viên, tháng 10/2022: chưa nộp; hạn 05/11/2022, đã quá 5 ngày".
fn item(lang: Lang, books: Books<'_>, owed: &Owed) -> String {
    let missing = return_state(lang, ReturnState::Missing);
    let state = match (lang, owed.state) {
        (Lang::Vi, ReturnState::SentBack) => format!("đã trả lại để sửa, lý do: {}", owed.reason.trim_end_matches('.')),
        (Lang::En, ReturnState::SentBack) => {
            format!("sent back to be changed, reason: {}", owed.reason.trim_end_matches('.'))
        }
        (_, ReturnState::Draft) => format!("{}, {missing}", return_state(lang, ReturnState::Draft)),
        _ => missing.to_owned(),
    };
    let (name, when) = (name(lang, books, &owed.paper), when(lang, owed.paper.due, books.today));
    format!("{name}: {state}; {when}")
}

fn name(lang: Lang, books: Books<'_>, paper: &Paper) -> String {
    let form = books.catalogue.form(&paper.form);
    let form = form.map_or_else(|| paper.form.to_string(), |form| form.label.in_lang(lang).to_owned());
    format!("{form}, {}", period_name(lang, &paper.period, books.ledger))
}

fn when(lang: Lang, due: Date, today: Date) -> String {
    let (date, late) = (due.format(lang), today.days_since(due));
    let days = count(lang, late.unsigned_abs());
    match (lang, late) {
        (Lang::Vi, 0) => format!("hạn {date}, là hôm nay"),
        (Lang::Vi, 1..) => format!("hạn {date}, đã quá {days} ngày"),
        (Lang::Vi, _) => format!("hạn {date}, còn {days} ngày"),
        (Lang::En, 0) => format!("due {date}, today"),
        (Lang::En, 1) => format!("due {date}, 1 day overdue"),
        (Lang::En, 2..) => format!("due {date}, {days} days overdue"),
        (Lang::En, -1) => format!("due {date}, 1 day left"),
        (Lang::En, _) => format!("due {date}, {days} days left"),
    }
}

/// What is asked for: at once where something is late, by the deadline where nothing is; to change what came back.
fn what_to_do(lang: Lang, today: Date, owed: &[Owed]) -> &'static str {
    let late = owed.iter().any(|one| one.paper.due < today);
    let back = owed.iter().any(|one| one.state == ReturnState::SentBack);
    match (lang, late, back) {
        (Lang::Vi, true, false) => {
            "Đề nghị đơn vị hoàn thành và nộp ngay; nếu đã nộp hoặc có vướng mắc, đề nghị báo lại để đối chiếu. Trân trọng cảm ơn."
        }
        (Lang::Vi, true, true) => {
            "Đề nghị đơn vị sửa báo cáo bị trả lại theo lý do đã nêu, hoàn thành các báo cáo còn lại và nộp ngay; nếu có vướng mắc, đề nghị báo lại. Trân trọng cảm ơn."
        }
        (Lang::Vi, false, false) => {
            "Đề nghị đơn vị hoàn thành và nộp đúng hạn; nếu đã nộp hoặc có vướng mắc, đề nghị báo lại để đối chiếu. Trân trọng cảm ơn."
        }
        (Lang::Vi, false, true) => {
            "Đề nghị đơn vị sửa báo cáo bị trả lại theo lý do đã nêu rồi nộp lại đúng hạn; nếu có vướng mắc, đề nghị báo lại. Trân trọng cảm ơn."
        }
        (Lang::En, true, false) => {
            "Please complete and submit now; if you already have, or something stands in the way, please tell us. Thank you."
        }
        (Lang::En, true, true) => {
            "Please change what was sent back as its reason says, complete the rest and submit now; if something stands in the way, please tell us. Thank you."
        }
        (Lang::En, false, false) => {
            "Please complete and submit by the deadline; if you already have, or something stands in the way, please tell us. Thank you."
        }
        (Lang::En, false, true) => {
            "Please change what was sent back as its reason says and submit it again by the deadline; if something stands in the way, please tell us. Thank you."
        }
    }
}

fn number(lang: Lang, number: usize) -> String {
    count(lang, Count::try_from(number).unwrap_or(Count::MAX))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::period::Period;

    const SENDER: &str = "Đảng ủy Khối các cơ quan tỉnh";

    fn owed(month: u8, due: &str, state: ReturnState, reason: &str) -> Owed {
        Owed {
            paper: Paper {
                form: "admission".into(),
                period: Period::Month(2022, month),
                due: due.parse().unwrap(),
            },
            state,
            reason: reason.to_owned(),
        }
    }

    fn say(lang: Lang, today: &str, owed: &[Owed]) -> String {
        let (ledger, catalogue) = (Ledger::default(), Catalogue::built_in().unwrap());
        let books = Books {
            ledger: &ledger,
            catalogue: &catalogue,
            today: today.parse().unwrap(),
        };
        reminder(lang, books, SENDER, "Chi bộ Ban Dân tộc", owed)
    }

    #[test]
    fn names_the_unit_what_is_missing_the_deadline_and_what_to_do() {
        let text = say(
            Lang::Vi,
            "2022-11-10",
            &[
                owed(
                    9,
                    "2022-10-05",
                    ReturnState::SentBack,
                    "số kết nạp cao hơn số đảng viên.",
                ),
                owed(10, "2022-11-05", ReturnState::Late, ""),
                owed(11, "2022-12-05", ReturnState::Draft, ""),
            ],
        );
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Kính gửi: Chi bộ Ban Dân tộc");
        assert_eq!(
            lines[2],
            "Tính đến ngày 10/11/2022, Đảng ủy Khối các cơ quan tỉnh chưa nhận đủ 3 báo cáo sau của đơn vị:"
        );
        assert!(lines[3].starts_with("1. ") && lines[3].contains(", tháng 9/2022: đã trả lại để sửa, lý do: số kết nạp cao hơn số đảng viên; hạn 05/10/2022, đã quá 36 ngày."), "{}", lines[3]);
        assert!(lines[4].ends_with("tháng 10/2022: chưa nộp; hạn 05/11/2022, đã quá 5 ngày."));
        assert!(lines[5].ends_with("tháng 11/2022: đang nhập, chưa nộp; hạn 05/12/2022, còn 25 ngày."));
        assert!(lines[7].contains("nộp ngay") && lines[7].contains("theo lý do đã nêu"));
    }

    #[test]
    fn before_the_deadline_it_asks_for_the_deadline() {
        let one = [owed(10, "2022-11-05", ReturnState::Missing, "")];
        let text = say(Lang::Vi, "2022-11-05", &one);
        assert!(
            text.contains("hạn 05/11/2022, là hôm nay.") && text.contains("nộp đúng hạn"),
            "{text}"
        );
        let text = say(Lang::En, "2022-11-04", &one);
        assert!(text.starts_with("To: Chi bộ Ban Dân tộc\n\nAs of "), "{text}");
        assert!(
            text.contains("still waits for this return") && text.contains(", 1 day left."),
            "{text}"
        );
    }

    #[test]
    fn the_group_hears_paper_by_paper_who_is_missing() {
        let (ledger, catalogue) = (Ledger::default(), Catalogue::built_in().unwrap());
        let books = Books {
            ledger: &ledger,
            catalogue: &catalogue,
            today: "2022-11-10".parse().unwrap(),
        };
        let units = vec!["Chi bộ A".to_owned(), "Sở Văn hóa, Thể thao".to_owned()];
        let paper = owed(10, "2022-11-05", ReturnState::Late, "").paper;
        let text = group_reminder(Lang::Vi, books, SENDER, &[(paper, units)]);
        assert!(text.contains("còn chờ 2 báo cáo:"), "{text}");
        assert!(
            text.contains(", tháng 10/2022 (hạn 05/11/2022, đã quá 5 ngày), 2 đơn vị: Chi bộ A; Sở Văn hóa, Thể thao."),
            "{text}"
        );
    }
}
