//! What is wrong in a catalogue, in words.

use crate::catalogue::Catalogue;
use crate::catalogue::check::Problem;
use crate::model::id::{CellKey, CountingUnitId, FormId};
use crate::model::text::Lang;
use crate::report::sentence::finding::{cell_name, kinds_name};

/// What is wrong in a catalogue, for people: what, and what to do.
pub fn problem(lang: Lang, catalogue: &Catalogue, problem: &Problem) -> String {
    let named = |id: &str| name_of(lang, catalogue, id);
    let units = |units: &[CountingUnitId]| {
        let name = |id: &CountingUnitId| catalogue.counting_unit(id).map(|unit| unit.label.in_lang(lang));
        units.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let form = |id: &FormId| named(id.as_str());
    match (lang, problem) {
        (Lang::Vi, Problem::Unknown { user, name }) => format!(
            "“{}” dùng “{name}” mà danh mục không có nữa. Chọn mục khác cho nó.",
            named(user)
        ),
        (Lang::En, Problem::Unknown { user, name }) => format!(
            "“{}” uses “{name}”, which the catalogue does not have any more. Choose another for it.",
            named(user)
        ),
        (Lang::Vi, Problem::Scale(id)) => format!(
            "“{}” ghi một mức mà chưa có thang. Chọn thang cho dòng này.",
            named(id.as_str())
        ),
        (Lang::En, Problem::Scale(id)) => format!(
            "“{}” holds a level and has no scale. Choose one for this line.",
            named(id.as_str())
        ),
        (Lang::Vi, Problem::MixedSum { units: mixed, .. }) => format!(
            "Không cộng các số khác đơn vị tính với nhau: {}. Chỉ giữ những mục cùng một đơn vị tính.",
            units(mixed)
        ),
        (Lang::En, Problem::MixedSum { units: mixed, .. }) => format!(
            "Counts of different things are not added up: {}. Keep those of one kind only.",
            units(mixed)
        ),
        (Lang::Vi, Problem::NotOnForm { cell, form: of, .. }) => format!(
            "“{}” không có trên biểu “{}”. Chọn chỉ tiêu của đúng biểu đó.",
            cell_name(lang, catalogue, cell),
            form(of)
        ),
        (Lang::En, Problem::NotOnForm { cell, form: of, .. }) => format!(
            "“{}” does not stand on the form “{}”. Choose a measure of that form.",
            cell_name(lang, catalogue, cell),
            form(of)
        ),
        (Lang::Vi, Problem::MixedRule { left, right, .. }) => format!(
            "Hai vế không cùng đơn vị tính: bên trái là {}, bên phải là {}. Chọn hai vế đếm cùng một thứ.",
            units(left),
            units(right)
        ),
        (Lang::En, Problem::MixedRule { left, right, .. }) => format!(
            "The two sides count different things: {} on the left, {} on the right. Choose sides that count the same.",
            units(left),
            units(right)
        ),
        (
            Lang::Vi,
            Problem::MixedRate {
                numerator, denominator, ..
            },
        ) => format!(
            "Không chia {} cho {} để ra tỷ lệ %: hai bên đếm hai thứ khác nhau. Chọn mẫu số cùng đơn vị tính, hoặc đổi kiểu số thành Bình quân.",
            units(numerator),
            units(denominator)
        ),
        (
            Lang::En,
            Problem::MixedRate {
                numerator, denominator, ..
            },
        ) => format!(
            "No percentage comes of {} over {}: they count different things. Choose a denominator of the same kind, or make it an average.",
            units(numerator),
            units(denominator)
        ),
        (Lang::Vi, Problem::Empty(id)) => format!(
            "“{}” không bao giờ đúng: xem lại tỷ lệ và năm áp dụng.",
            named(id.as_str())
        ),
        (Lang::En, Problem::Empty(id)) => {
            format!("“{}” can never hold: see its share and its years.", named(id.as_str()))
        }
        (Lang::Vi, Problem::AskedOfNobody { kinds, form: of, .. }) => format!(
            "{} không nộp biểu “{}”. Bỏ loại đơn vị này, hoặc cho họ điền biểu.",
            kinds_name(lang, kinds),
            form(of)
        ),
        (Lang::En, Problem::AskedOfNobody { kinds, form: of, .. }) => format!(
            "{} do not report the form “{}”. Leave them out, or let them fill it in.",
            kinds_name(lang, kinds),
            form(of)
        ),
    }
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
        Some((_, label)) => label.in_lang(lang).to_owned(),
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
            user: "tried".to_owned(),
            numerator: vec!["entries".into()],
            denominator: vec!["members".into()],
        };
        let vi = problem(Lang::Vi, &catalogue, &found);
        assert!(vi.starts_with("Không chia lượt cho đảng viên"), "{vi}");
        assert!(problem(Lang::En, &catalogue, &found).contains("make it an average"));
    }
}
