//! What is wrong in what a bloc counts, in words: the same in the dialog that would make it so and among the findings,
//! where it was brought about by two people, or came with a backup.

use super::finding::{cell_name, kinds_name};
use crate::catalogue::Catalogue;
use crate::catalogue::check::Problem;
use crate::model::id::{CellKey, CountingUnitId, FormId};
use crate::model::text::Lang;
use crate::report::period_name::capitalised;

/// What is wrong and what to do, where its user is the thing in hand.
pub fn problem(lang: Lang, catalogue: &Catalogue, problem: &Problem) -> String {
    let (what, remedy) = told(lang, catalogue, problem);
    format!("{}. {remedy}.", capitalised(&what))
}

/// What is wrong, and in what.
pub fn problem_found(lang: Lang, catalogue: &Catalogue, problem: &Problem) -> String {
    let (what, _) = told(lang, catalogue, problem);
    match problem {
        Problem::MixedSum { user, .. } | Problem::MixedRule { user, .. } | Problem::MixedRate { user, .. } => {
            format!("“{}”: {what}", name_of(lang, catalogue, user))
        }
        _ => what,
    }
}

/// What to do about it.
pub fn problem_remedy(lang: Lang, catalogue: &Catalogue, problem: &Problem) -> String {
    told(lang, catalogue, problem).1
}

fn told(lang: Lang, catalogue: &Catalogue, problem: &Problem) -> (String, String) {
    let named = |id: &str| name_of(lang, catalogue, id);
    let units = |units: &[CountingUnitId]| {
        let name = |id: &CountingUnitId| catalogue.counting_unit(id).map(|unit| unit.label.in_lang(lang));
        units.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let form = |id: &FormId| named(id.as_str());
    let (what, remedy) = match (lang, problem) {
        (Lang::Vi, Problem::Unknown { user, name }) => (
            format!("“{}” dùng “{name}” mà danh mục không có nữa", named(user)),
            "Chọn mục khác cho nó",
        ),
        (Lang::En, Problem::Unknown { user, name }) => (
            format!(
                "“{}” uses “{name}”, which the catalogue does not have any more",
                named(user)
            ),
            "Choose another for it",
        ),
        (Lang::Vi, Problem::Scale(id)) => (
            format!("“{}” ghi một mức mà chưa có thang", named(id.as_str())),
            "Chọn thang cho dòng này",
        ),
        (Lang::En, Problem::Scale(id)) => (
            format!("“{}” holds a level and has no scale", named(id.as_str())),
            "Choose one for this line",
        ),
        (Lang::Vi, Problem::MixedSum { units: mixed, .. }) => (
            format!("không cộng các số khác đơn vị tính với nhau: {}", units(mixed)),
            "Chỉ giữ những mục cùng một đơn vị tính",
        ),
        (Lang::En, Problem::MixedSum { units: mixed, .. }) => (
            format!("counts of different things are not added up: {}", units(mixed)),
            "Keep those of one kind only",
        ),
        (Lang::Vi, Problem::NotOnForm { cell, form: of, .. }) => (
            format!(
                "“{}” không có trên biểu “{}”",
                cell_name(lang, catalogue, cell),
                form(of)
            ),
            "Chọn chỉ tiêu của đúng biểu đó",
        ),
        (Lang::En, Problem::NotOnForm { cell, form: of, .. }) => (
            format!(
                "“{}” does not stand on the form “{}”",
                cell_name(lang, catalogue, cell),
                form(of)
            ),
            "Choose a measure of that form",
        ),
        (Lang::Vi, Problem::MixedRule { left, right, .. }) => (
            format!(
                "hai vế không cùng đơn vị tính: bên trái là {}, bên phải là {}",
                units(left),
                units(right)
            ),
            "Chọn hai vế đếm cùng một thứ",
        ),
        (Lang::En, Problem::MixedRule { left, right, .. }) => (
            format!(
                "the two sides count different things: {} on the left, {} on the right",
                units(left),
                units(right)
            ),
            "Choose sides that count the same",
        ),
        (
            Lang::Vi,
            Problem::MixedRate {
                numerator, denominator, ..
            },
        ) => (
            format!(
                "không chia {} cho {} để ra tỷ lệ %: hai bên đếm hai thứ khác nhau",
                units(numerator),
                units(denominator)
            ),
            "Chọn mẫu số cùng đơn vị tính, hoặc đổi kiểu số thành Bình quân",
        ),
        (
            Lang::En,
            Problem::MixedRate {
                numerator, denominator, ..
            },
        ) => (
            format!(
                "no percentage comes of {} over {}: they count different things",
                units(numerator),
                units(denominator)
            ),
            "Choose a denominator of the same kind, or make it an average",
        ),
        (Lang::Vi, Problem::Empty(id)) => (
            format!("“{}” không bao giờ đúng", named(id.as_str())),
            "Xem lại tỷ lệ và năm áp dụng",
        ),
        (Lang::En, Problem::Empty(id)) => (
            format!("“{}” can never hold", named(id.as_str())),
            "See its share and its years",
        ),
        (Lang::Vi, Problem::AskedOfNobody { kinds, form: of, .. }) => (
            format!("{} không nộp biểu “{}”", kinds_name(lang, kinds), form(of)),
            "Bỏ loại đơn vị này, hoặc cho họ điền biểu",
        ),
        (Lang::En, Problem::AskedOfNobody { kinds, form: of, .. }) => (
            format!("{} do not report the form “{}”", kinds_name(lang, kinds), form(of)),
            "Leave them out, or let them fill it in",
        ),
    };
    (what, remedy.to_owned())
}

/// What the thing of an identifier is called; the identifier where nothing bears it.
fn name_of(lang: Lang, catalogue: &Catalogue, id: &str) -> String {
    let part = catalogue.part();
    let forms = part.forms.iter().map(|it| (it.id.as_str(), &it.label));
    let indicators = part.indicators.iter().map(|it| (it.id.as_str(), &it.label));
    let rules = part.rules.iter().map(|it| (it.id.as_str(), &it.label));
    let measures = part.measures.iter().map(|it| (it.id.as_str(), &it.label));
    let mut named = forms.chain(indicators).chain(rules).chain(measures);
    match named.find(|(of, _)| *of == id) {
        Some((_, label)) => label.in_lang(lang).trim_end_matches('.').to_owned(),
        None => cell_name(lang, catalogue, &CellKey::new(id)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_what_it_is_about_and_the_remedy() {
        let catalogue = Catalogue::built_in().unwrap();
        let found = Problem::MixedRate {
            user: "participation_members".to_owned(),
            numerator: vec!["entries".into()],
            denominator: vec!["members".into()],
        };
        let vi = problem(Lang::Vi, &catalogue, &found);
        assert!(vi.starts_with("Không chia lượt cho đảng viên"), "{vi}");
        assert!(vi.ends_with("Bình quân."), "{vi}");
        let rate = catalogue
            .indicator(&"participation_members".into())
            .unwrap()
            .label
            .in_lang(Lang::Vi);
        let among_findings = problem_found(Lang::Vi, &catalogue, &found);
        assert!(
            among_findings.starts_with(&format!("“{rate}”: không chia lượt cho đảng viên")),
            "{among_findings}"
        );
        let en = problem(Lang::En, &catalogue, &found);
        assert!(
            en.starts_with("No percentage comes of ") && en.ends_with("average."),
            "{en}"
        );
    }
}
