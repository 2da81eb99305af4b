//! What a published report states beside what the counts give, how they differ, and why they may.

use super::from_analysis::unit_name;
use super::words::{count, names, percent, qualifier_word, units};
use crate::analysis::reconcile::{Agreement, Reason, Reconciliation};
use crate::model::indicator::Averaging;
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::quantity::Qualifier;
use crate::model::statement::{Realisation, StatedValue};
use crate::model::text::Lang;

/// Units named in a reason before the rest is only counted.
const NAMED: usize = 3;

/// A stated figure as the report has it: "hơn 4.200", "39,2%".
pub fn stated(lang: Lang, value: StatedValue, qualifier: Qualifier) -> String {
    let figure = match (value, lang) {
        (StatedValue::Count(number), _) => count(lang, number),
        (StatedValue::Percent(share), _) => percent(lang, share),
        (StatedValue::Some, Lang::Vi) => "một số".to_owned(),
        (StatedValue::Some, Lang::En) => "some".to_owned(),
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

/// How many figures of a report differ from the counts: "2 số liệu báo cáo nêu lệch với số tính được".
pub fn differing(lang: Lang, some: usize) -> String {
    let number = count(lang, Count::try_from(some).unwrap_or(Count::MAX));
    match (lang, some) {
        (Lang::Vi, 0) => "Số liệu báo cáo nêu không lệch với số tính được".to_owned(),
        (Lang::En, 0) => "No stated figure differs from the counts".to_owned(),
        (Lang::Vi, _) => format!("{number} số liệu báo cáo nêu lệch với số tính được"),
        (Lang::En, 1) => "1 stated figure differs from the counts".to_owned(),
        (Lang::En, _) => format!("{number} stated figures differ from the counts"),
    }
}

/// What statements are by how they compare, as a name: "khớp", "lệch", "không có số đếm để đối chiếu", "kế hoạch".
pub fn kinds(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Vi => ["khớp", "lệch", "không có số đếm để đối chiếu", "kế hoạch"],
        Lang::En => ["agree", "differ", "no counts to compare with", "plans"],
    }
}

/// How the statements of a report compare with the counts: "23 số liệu báo cáo nêu: 18 khớp, 2 lệch, 3 không có số đếm để
/// đối chiếu".
pub fn compared(lang: Lang, agreeing: usize, differing: usize, alone: usize, planned: usize) -> String {
    let all = agreeing + differing + alone + planned;
    let number = |some: usize| count(lang, Count::try_from(some).unwrap_or(Count::MAX));
    let kinds = match lang {
        Lang::Vi => ["khớp", "lệch", "không có số đếm để đối chiếu", "là kế hoạch"],
        Lang::En => ["agree", "differ", "have no counts to compare with", "are plans"],
    };
    let one = match lang {
        Lang::Vi => kinds,
        Lang::En => ["agrees", "differs", "has no counts to compare with", "is a plan"],
    };
    let parts: Vec<String> = [agreeing, differing, alone, planned]
        .into_iter()
        .zip(kinds.into_iter().zip(one))
        .filter(|(some, _)| *some > 0)
        .map(|(some, (many, one))| format!("{} {}", number(some), if some == 1 { one } else { many }))
        .collect();
    match (lang, all) {
        (Lang::Vi, 0) => "Chưa có báo cáo nào nêu số liệu của kỳ này".to_owned(),
        (Lang::En, 0) => "No report states figures of this period".to_owned(),
        (Lang::Vi, _) => format!("{} số liệu báo cáo nêu: {}", number(all), parts.join(", ")),
        (Lang::En, 1) => format!("1 stated figure: {}", parts.join(", ")),
        (Lang::En, _) => format!("{} stated figures: {}", number(all), parts.join(", ")),
    }
}

/// How a statement compares with the counts, in a few words: "khớp", "báo cáo nêu nhiều hơn 1", "kế hoạch".
pub fn comparison(lang: Lang, one: &Reconciliation) -> String {
    match (lang, one.agreement, one.parts_apart()) {
        (Lang::Vi, _, _) if one.realisation == Realisation::Planned => "kế hoạch".to_owned(),
        (Lang::En, _, _) if one.realisation == Realisation::Planned => "a plan".to_owned(),
        (_, Agreement::Differs, _) => {
            let mut words = difference(lang, one.statement.value, one.difference.unwrap_or(0));
            if one.likely.contains(&Reason::Rounding) {
                words.push_str(match lang {
                    Lang::Vi => ", có thể do làm tròn",
                    Lang::En => ", perhaps by rounding",
                });
            }
            words
        }
        (Lang::Vi, _, Some(apart)) => format!("các phần lệch {}", count(lang, apart)),
        (Lang::En, _, Some(apart)) => format!("its parts are {} apart", count(lang, apart)),
        (Lang::Vi, Agreement::Agrees, _) => "khớp".to_owned(),
        (Lang::En, Agreement::Agrees, _) => "agrees".to_owned(),
        (Lang::Vi, Agreement::NotComparable, _) if one.statement.value == StatedValue::Some => {
            "báo cáo không nêu số".to_owned()
        }
        (Lang::En, Agreement::NotComparable, _) if one.statement.value == StatedValue::Some => {
            "the report gives no number".to_owned()
        }
        (Lang::Vi, Agreement::NotComparable, _) => "không có số đếm để đối chiếu".to_owned(),
        (Lang::En, Agreement::NotComparable, _) => "no counts to compare with".to_owned(),
    }
}

/// The difference of what is stated from what was computed: of counts in counts, of percentages in points.
fn difference(lang: Lang, stated: StatedValue, apart: i64) -> String {
    match stated {
        StatedValue::Some => String::new(),
        StatedValue::Count(_) => {
            let size = count(lang, apart.unsigned_abs());
            match (lang, apart < 0) {
                (Lang::Vi, false) => format!("báo cáo nêu nhiều hơn {size}"),
                (Lang::Vi, true) => format!("báo cáo nêu ít hơn {size}"),
                (Lang::En, false) => format!("stated is {size} more"),
                (Lang::En, true) => format!("stated is {size} less"),
            }
        }
        StatedValue::Percent(_) => {
            let text = Percent::from_hundredths(apart).format_signed(2, lang);
            let text = text.trim_end_matches('%');
            match lang {
                Lang::Vi => format!("lệch {text} điểm phần trăm"),
                Lang::En => format!("differs by {text} percentage points"),
            }
        }
    }
}

/// Why a statement may not be what the counts give, a sentence for each reason; for a plan, that it is one.
pub fn reasons(lang: Lang, ledger: &Ledger, one: &Reconciliation) -> Vec<String> {
    if one.realisation == Realisation::Planned {
        return vec![plan(lang, one)];
    }
    let mut said: Vec<String> = one.likely.iter().map(|why| reason(lang, ledger, one, why)).collect();
    if said.is_empty() && one.agreement == Agreement::Differs {
        said.push(match lang {
            Lang::Vi => "Số liệu trong sổ chưa cho thấy lý do.".to_owned(),
            Lang::En => "The figures themselves show no reason.".to_owned(),
        });
    }
    said
}

/// A figure for a day after the report's own.
fn plan(lang: Lang, one: &Reconciliation) -> String {
    let statement = &one.statement;
    let day = statement.on.or_else(|| statement.period.end());
    let day = day.map_or_else(String::new, |day| day.format(lang));
    match lang {
        Lang::Vi => format!("Là kế hoạch: nói về ngày {day}, sau ngày báo cáo."),
        Lang::En => format!("A plan: it speaks of {day}, after the report's own date."),
    }
}

fn reason(lang: Lang, ledger: &Ledger, one: &Reconciliation, why: &Reason) -> String {
    match (lang, why) {
        (Lang::Vi, Reason::Rounding) => "Làm tròn: chênh không quá một ở chữ số cuối.".to_owned(),
        (Lang::En, Reason::Rounding) => "Rounding: one apart at most in the last place.".to_owned(),
        (Lang::Vi, Reason::AveragingMethod(Averaging::MeanOfRates)) => {
            "Cách tính bình quân: trung bình các tỷ lệ từng kỳ cho đúng số báo cáo nêu; số bên cạnh là tính gộp."
                .to_owned()
        }
        (Lang::En, Reason::AveragingMethod(Averaging::MeanOfRates)) => {
            "Averaging: the mean of the periods' rates gives the stated figure; the computed one is pooled.".to_owned()
        }
        (Lang::Vi, Reason::AveragingMethod(Averaging::Pooled)) => {
            "Cách tính bình quân: tính gộp các kỳ cho đúng số báo cáo nêu; số bên cạnh là trung bình các tỷ lệ."
                .to_owned()
        }
        (Lang::En, Reason::AveragingMethod(Averaging::Pooled)) => {
            "Averaging: pooling the periods gives the stated figure; the computed one is the mean of their rates."
                .to_owned()
        }
        (_, Reason::OtherDenominator { denominator }) => {
            let whole = count(lang, *denominator);
            match lang {
                Lang::Vi => format!(
                    "Mẫu số khác: chia cho {whole} của mọi đơn vị thì ra số báo cáo nêu; số bên cạnh chỉ chia cho đơn vị có đủ hai số."
                ),
                Lang::En => format!(
                    "Another denominator: over {whole}, of all units, it is the stated figure; the computed one is over units that gave both counts."
                ),
            }
        }
        (_, Reason::MissingUnits(missing)) => {
            let mut named: Vec<String> = missing.iter().take(NAMED).map(|unit| unit_name(ledger, unit)).collect();
            let rest = missing.len().saturating_sub(NAMED);
            if rest > 0 {
                named.push(match lang {
                    Lang::Vi => format!("và {} khác", units(lang, rest)),
                    Lang::En => format!("and {} more", units(lang, rest)),
                });
            }
            let (number, named) = (units(lang, missing.len()), names(&named));
            match (lang, missing.len()) {
                (Lang::Vi, _) => format!("Thiếu số liệu: {number} chưa báo cáo đủ ({named})."),
                (Lang::En, 1) => format!("Missing figures: {number} has not reported all ({named})."),
                (Lang::En, _) => format!("Missing figures: {number} have not reported all ({named})."),
            }
        }
        (_, Reason::PartsDoNotAddUp { parts, sum }) => {
            let added: Vec<String> = parts.iter().map(|&part| count(lang, part)).collect();
            let (added, sum) = (added.join(" + "), count(lang, *sum));
            let whole = stated(lang, one.statement.value, Qualifier::Exact);
            match lang {
                Lang::Vi => format!("Báo cáo tự lệch: các phần cộng lại {added} = {sum}, không bằng {whole}."),
                Lang::En => format!("The report contradicts itself: its parts {added} = {sum} are not {whole}."),
            }
        }
        (Lang::Vi, Reason::NoCounts) => "Sổ không có số đếm cho nội dung này; số công bố được giữ nguyên.".to_owned(),
        (Lang::En, Reason::NoCounts) => {
            "The ledger has no counts for it; what is published is kept as it is.".to_owned()
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
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

    #[test]
    fn differences_say_which_way() {
        let counted = StatedValue::Count(1);
        assert_eq!(difference(Lang::Vi, counted, 1), "báo cáo nêu nhiều hơn 1");
        assert_eq!(difference(Lang::En, counted, -1200), "stated is 1,200 less");
        assert_eq!(
            difference(Lang::Vi, StatedValue::Percent(Percent::HUNDRED), 70),
            "lệch +0,70 điểm phần trăm"
        );
    }

    #[test]
    fn every_reason_is_a_sentence_in_both_languages() {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2022").expect("the demo").records);
        let catalogue = crate::catalogue::Catalogue::built_in().expect("the catalogue");
        let scope = crate::analysis::Scope::whole(&ledger, &catalogue, crate::model::date::Date::EPOCH);
        let all = crate::analysis::reconcile::reconcile(&scope);
        let one = all
            .iter()
            .find(|one| one.parts_apart().is_some())
            .expect("73 of 46 and 26");
        assert_eq!(comparison(Lang::Vi, one), "báo cáo nêu nhiều hơn 1");
        assert_eq!(
            reasons(Lang::Vi, &ledger, one),
            ["Báo cáo tự lệch: các phần cộng lại 46 + 26 = 72, không bằng 73."]
        );
        let units: Vec<_> = ledger.units.iter().map(|unit| unit.id.clone()).take(5).collect();
        let every = [
            Reason::Rounding,
            Reason::AveragingMethod(Averaging::Pooled),
            Reason::AveragingMethod(Averaging::MeanOfRates),
            Reason::OtherDenominator { denominator: 5 },
            Reason::MissingUnits(units),
            Reason::NoCounts,
        ];
        for why in &every {
            let said = [Lang::Vi, Lang::En].map(|lang| reason(lang, &ledger, one, why));
            assert!(said.iter().all(|said| said.ends_with('.')), "{said:?}");
            assert_ne!(said[0], said[1]);
        }
        assert!(reason(Lang::Vi, &ledger, one, &every[4]).contains("5 đơn vị"));
    }
}
