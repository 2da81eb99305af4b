//! What a published report states beside what the counts give.

use super::words::{count, percent, qualifier_word};
use crate::model::number::Count;
use crate::model::quantity::Qualifier;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;

/// A stated figure as the report has it: "hơn 4.200", "39,2%".
pub fn stated(lang: Lang, value: StatedValue, qualifier: Qualifier) -> String {
    let figure = match value {
        StatedValue::Count(number) => count(lang, number),
        StatedValue::Percent(share) => percent(lang, share),
    };
    format!("{}{figure}", qualifier_word(lang, qualifier))
}

/// A statement and what it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFact {
    /// What it speaks of.
    pub label: String,
    /// As stated.
    pub stated: String,
    /// As computed, written out the same way; `None` when there are no counts.
    pub computed: Option<String>,
    /// Whether they agree.
    pub agrees: bool,
}

/// "Số tổ chức cơ sở đảng: báo cáo nêu 73, phần mềm tính 72".
pub fn beside(lang: Lang, fact: &StatementFact) -> String {
    let StatementFact {
        label,
        stated,
        computed,
        agrees,
    } = fact;
    match (lang, computed, agrees) {
        (Lang::Vi, None, _) => format!("{label}: báo cáo nêu {stated}, không có số lượng để đối chiếu"),
        (Lang::En, None, _) => format!("{label}: the report states {stated}, without counts to check"),
        (Lang::Vi, Some(_), true) => format!("{label}: báo cáo nêu {stated}, khớp với số tính được"),
        (Lang::En, Some(_), true) => format!("{label}: the report states {stated}, as the counts give"),
        (Lang::Vi, Some(computed), false) => format!("{label}: báo cáo nêu {stated}, số tính được {computed}"),
        (Lang::En, Some(computed), false) => {
            format!("{label}: the report states {stated}, the counts give {computed}")
        }
    }
}

/// "Số tổ chức cơ sở đảng: báo cáo nêu 73, nhưng các phần 46 + 26 = 72, lệch 1".
pub fn parts_do_not_add_up(lang: Lang, label: &str, whole: Count, parts: &[Count]) -> String {
    let sum: Count = parts.iter().sum();
    let added: Vec<String> = parts.iter().map(|&part| count(lang, part)).collect();
    let (added, difference) = (added.join(" + "), count(lang, sum.abs_diff(whole)));
    let (whole, sum) = (count(lang, whole), count(lang, sum));
    match lang {
        Lang::Vi => format!("{label}: báo cáo nêu {whole}, nhưng các phần {added} = {sum}, lệch {difference}"),
        Lang::En => format!("{label}: the report states {whole}, but its parts {added} = {sum}, {difference} apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mismatch_names_both() {
        assert_eq!(
            parts_do_not_add_up(Lang::Vi, "Số tổ chức cơ sở đảng", 73, &[46, 26]),
            "Số tổ chức cơ sở đảng: báo cáo nêu 73, nhưng các phần 46 + 26 = 72, lệch 1"
        );
        assert_eq!(
            parts_do_not_add_up(Lang::En, "Organisations", 73, &[46, 26]),
            "Organisations: the report states 73, but its parts 46 + 26 = 72, 1 apart"
        );
    }

    #[test]
    fn stated_stands_beside_computed() {
        let mut fact = StatementFact {
            label: "Đảng viên".into(),
            stated: stated(Lang::Vi, StatedValue::Count(4200), Qualifier::MoreThan),
            computed: Some("hơn 4.200".into()),
            agrees: true,
        };
        assert_eq!(
            beside(Lang::Vi, &fact),
            "Đảng viên: báo cáo nêu hơn 4.200, khớp với số tính được"
        );
        fact.agrees = false;
        fact.computed = Some("4.101".into());
        assert_eq!(
            beside(Lang::Vi, &fact),
            "Đảng viên: báo cáo nêu hơn 4.200, số tính được 4.101"
        );
        fact.computed = None;
        assert!(beside(Lang::Vi, &fact).ends_with("không có số lượng để đối chiếu"));
    }
}
