//! Sentences of conflicts: how many, whose, what a choice does.

use crate::exchange::cell_text::sign;
use crate::i18n::backup::of_kind;
use crate::model::number::format_count;
use crate::model::quantity::Quantity;
use crate::model::record::RecordKind;
use crate::model::text::Lang;

fn count(lang: Lang, number: usize) -> String {
    format_count(number as u64, lang)
}

fn places(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{} chỗ", count(lang, number)),
        (Lang::En, 1) => "1 conflict".to_owned(),
        (Lang::En, _) => format!("{} conflicts", count(lang, number)),
    }
}

/// How many fields wait for a choice.
pub fn contests_line(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("{} hai nơi nhập khác nhau, chờ chọn", places(lang, fields)),
        Lang::En => format!("{} waiting for a choice", places(lang, fields)),
    }
}

/// What a group is called: "Kết nạp, chuyển chính thức · Tháng 3/2022: 60 chỗ", or the kind of its records.
pub fn group_line(
    lang: Lang,
    form_and_period: Option<&str>,
    kind: RecordKind,
    contests: usize,
    fields: usize,
) -> String {
    match form_and_period {
        Some(named) => format!("{named}: {}", places(lang, fields)),
        None => format!("{}: {}", of_kind(lang, kind, contests as u64), places(lang, fields)),
    }
}

/// Keeps what stands, of one field: "Giữ 45".
pub fn choose_official(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Giữ {value}"),
        Lang::En => format!("Keep {value}"),
    }
}

/// Takes the proposal, of one field: "Lấy 48".
pub fn choose_proposed(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Lấy {value}"),
        Lang::En => format!("Take {value}"),
    }
}

/// Keeps what stands, of several fields at once.
pub fn keep_all_official(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("Giữ cả {} số đang dùng", count(lang, fields)),
        Lang::En => format!("Keep all {} in use", count(lang, fields)),
    }
}

/// Takes the proposals, of several fields at once.
pub fn choose_all_proposed(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("Lấy cả {} số đề nghị", count(lang, fields)),
        Lang::En => format!("Take all {} proposed", count(lang, fields)),
    }
}

/// Said when conflicts were settled.
pub fn settled(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("Đã chọn xong {}", places(lang, fields)),
        Lang::En => format!("{} settled", places(lang, fields)),
    }
}

/// The button that shows more conflicts.
pub fn more_contests(lang: Lang, contests: usize) -> String {
    match lang {
        Lang::Vi => format!("Hiện thêm {} mục", count(lang, contests)),
        Lang::En => format!("Show {} more", count(lang, contests)),
    }
}

/// Who entered a value, and when; either may be unknown.
pub fn who_when(who: &str, when: &str) -> String {
    [who, when]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What both began with.
pub fn base_line(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Lúc đầu: {value}"),
        Lang::En => format!("Before: {value}"),
    }
}

/// That the value in use has become the one proposed.
pub fn both_agree(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Số đang dùng nay đã bằng số đề nghị.",
        Lang::En => "The value in use has become the one proposed.",
    }
}

/// What the proposal does to the bloc's total: "Tổng toàn Khối: 4.201 → 4.198".
pub fn effect_line(lang: Lang, official: Option<Quantity>, proposed: Option<Quantity>) -> String {
    let said = |of: Option<Quantity>| match of {
        Some(of) => format!("{}{}", sign(of.qualifier), format_count(of.count, lang)),
        None => "–".to_owned(),
    };
    let whole = match lang {
        Lang::Vi => "Tổng toàn Khối",
        Lang::En => "Whole bloc",
    };
    match (official, proposed, lang) {
        (a, b, Lang::Vi) if a == b => format!("{whole}: {}, không đổi", said(a)),
        (a, b, Lang::En) if a == b => format!("{whole}: {}, unchanged", said(a)),
        (a, b, _) => format!("{whole}: {} → {}", said(a), said(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_choice_does_to_the_total_is_one_sentence() {
        let quantity = |count| Some(Quantity::exact(count));
        assert_eq!(
            effect_line(Lang::Vi, quantity(4_201), quantity(4_198)),
            "Tổng toàn Khối: 4.201 → 4.198"
        );
        assert_eq!(effect_line(Lang::En, quantity(4_201), None), "Whole bloc: 4,201 → –");
        assert_eq!(
            effect_line(Lang::Vi, quantity(7), quantity(7)),
            "Tổng toàn Khối: 7, không đổi"
        );
    }

    #[test]
    fn groups_are_told_by_form_and_period_or_by_kind() {
        let of_form = group_line(Lang::Vi, Some("Kết nạp · Tháng 3/2022"), RecordKind::Return, 20, 60);
        assert_eq!(of_form, "Kết nạp · Tháng 3/2022: 60 chỗ");
        assert_eq!(group_line(Lang::En, None, RecordKind::Unit, 1, 1), "1 unit: 1 conflict");
        assert_eq!(who_when("vpdu", ""), "vpdu");
    }
}
