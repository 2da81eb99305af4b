//! Who is late with a form: how many, since when, and what to do.

use super::words::{count, plural};
use crate::analysis::completeness::ReturnState;
use crate::analysis::review::Late;
use crate::catalogue::Catalogue;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::text::Lang;
use crate::report::period_name::period_name;

/// "Kết nạp đảng viên, tháng 10/2022: 12/73 đơn vị chưa nộp, quá hạn 5 ngày (hạn 05/11/2022)".
pub fn late_form(lang: Lang, late: &Late, ledger: &Ledger, catalogue: &Catalogue) -> String {
    let number = |number: usize| count(lang, Count::try_from(number).unwrap_or(Count::MAX));
    let (some, all) = (number(late.units.len()), number(late.expected));
    let (name, since) = (paper(lang, late, ledger, catalogue), since(lang, late));
    match lang {
        Lang::Vi => format!("{name}: {some}/{all} đơn vị chưa nộp, {since}"),
        Lang::En => format!("{name}: {some} of {all} units have not handed in, {since}"),
    }
}

/// The same of one unit, that need not be named: "Kết nạp đảng viên, tháng 10/2022: chưa nộp, quá hạn 5 ngày …".
pub fn late_return(lang: Lang, late: &Late, ledger: &Ledger, catalogue: &Catalogue) -> String {
    let (name, since) = (paper(lang, late, ledger, catalogue), since(lang, late));
    match lang {
        Lang::Vi => format!("{name}: chưa nộp, {since}"),
        Lang::En => format!("{name}: not handed in, {since}"),
    }
}

/// What to do about it.
pub const fn late_remedy(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Nhắc đơn vị nộp, hoặc nhập thay khi có số",
        Lang::En => "Remind the units, or enter the figures for them",
    }
}

/// A unit that is late, with how far it is where it has begun: "Chi bộ Báo tỉnh (đang nhập)".
pub fn late_unit(lang: Lang, name: &str, state: ReturnState) -> String {
    match (lang, state) {
        (Lang::Vi, ReturnState::Draft) => format!("{name} (đang nhập)"),
        (Lang::En, ReturnState::Draft) => format!("{name} (in progress)"),
        (Lang::Vi, ReturnState::SentBack) => format!("{name} (trả lại)"),
        (Lang::En, ReturnState::SentBack) => format!("{name} (sent back)"),
        _ => name.to_owned(),
    }
}

fn paper(lang: Lang, late: &Late, ledger: &Ledger, catalogue: &Catalogue) -> String {
    let form = catalogue.form(&late.form);
    let form = form.map_or_else(|| late.form.to_string(), |form| form.label.in_lang(lang).to_owned());
    format!("{form}, {}", period_name(lang, &late.period, ledger))
}

fn since(lang: Lang, late: &Late) -> String {
    let days = late.days.unsigned_abs();
    let (written, due) = (count(lang, days), late.due.format(lang));
    match lang {
        Lang::Vi => format!("quá hạn {written} ngày (hạn {due})"),
        Lang::En => format!("{written} {} overdue (due {due})", plural(days, "day", "days")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::period::Period;

    #[test]
    fn says_how_many_are_late_and_since_when() {
        let late = Late {
            form: "admission".into(),
            period: Period::Month(2022, 10),
            due: "2022-11-05".parse().unwrap(),
            days: 5,
            units: vec![("u1".into(), ReturnState::Late), ("u2".into(), ReturnState::Draft)],
            expected: 73,
        };
        let (ledger, catalogue) = (Ledger::default(), Catalogue::built_in().unwrap());
        let said = late_form(Lang::Vi, &late, &ledger, &catalogue);
        assert!(
            said.ends_with(", tháng 10/2022: 2/73 đơn vị chưa nộp, quá hạn 5 ngày (hạn 05/11/2022)"),
            "{said}"
        );
        let one = Late { days: 1, ..late };
        let said = late_return(Lang::En, &one, &ledger, &catalogue);
        assert!(said.contains(": not handed in, 1 day overdue (due "), "{said}");
        assert_eq!(
            late_unit(Lang::Vi, "Chi bộ A", ReturnState::SentBack),
            "Chi bộ A (trả lại)"
        );
        assert_eq!(late_unit(Lang::Vi, "Chi bộ A", ReturnState::Late), "Chi bộ A");
    }
}
