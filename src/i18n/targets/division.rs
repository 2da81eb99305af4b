//! Words of dividing a target among units.

use crate::i18n::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of the dialog that divides a target.
pub struct Division {
    /// The dialog's title.
    pub divide_title: &'static str,
    /// What it is weighted by.
    pub divide_by: &'static str,
    /// By members.
    pub by_heads: &'static str,
    /// All alike.
    pub by_equal: &'static str,
    /// By last year.
    pub by_last_year: &'static str,
    /// What the table is.
    pub divide_help: &'static str,
    /// The same for a percentage.
    pub divide_level_help: &'static str,
    /// The weight's column.
    pub weight: &'static str,
    /// The part's column.
    pub part: &'static str,
    /// Makes the lines that nobody typed fit.
    pub settle: &'static str,
    /// Applies it.
    pub apply: &'static str,
    /// Toast: applied.
    pub divided: &'static str,
    /// Toast: nothing to change.
    pub unchanged: &'static str,
    /// Nobody to divide among.
    pub no_units: &'static str,
}

/// Both languages.
pub static DIVISION: Both<Division> = Both {
    vi: Division {
        divide_title: "Giao chỉ tiêu cho đơn vị",
        divide_by: "Chia theo",
        by_heads: "Số đảng viên",
        by_equal: "Đều nhau",
        by_last_year: "Kết quả năm trước",
        divide_help: "Xem trước và sửa từng số; chưa lưu cho đến khi áp dụng. Để trống hoặc 0 là không giao.",
        divide_level_help: "Mỗi đơn vị nhận cùng mức; sửa được từng dòng. Để trống là không giao.",
        weight: "Căn cứ chia",
        part: "Giao",
        settle: "Chia lại các dòng chưa sửa",
        apply: "Áp dụng",
        divided: "Đã giao chỉ tiêu cho đơn vị",
        unchanged: "Không có gì thay đổi",
        no_units: "Chưa có đơn vị nào ở dưới để giao. Thêm đơn vị trước.",
    },
    en: Division {
        divide_title: "Divide the target among units",
        divide_by: "Divide by",
        by_heads: "Members",
        by_equal: "Equally",
        by_last_year: "Last year's results",
        divide_help: "Look through and edit; nothing is saved until it is applied. Empty or 0 gives no target.",
        divide_level_help: "Each unit gets the same level; every line can be edited. Empty gives no target.",
        weight: "Weight",
        part: "Part",
        settle: "Fit the lines not edited",
        apply: "Apply",
        divided: "Target divided among units",
        unchanged: "Nothing to change",
        no_units: "There are no units below. Add units first.",
    },
};

/// What the parts of a division add up to: `Cộng 127/130, còn 3 chưa giao`.
pub fn sum_line(lang: Lang, sum: Count, total: Count) -> String {
    let (written, whole) = (format_count(sum, lang), format_count(total, lang));
    let apart = format_count(sum.abs_diff(total), lang);
    match (lang, sum.cmp(&total)) {
        (Lang::Vi, std::cmp::Ordering::Equal) => format!("Cộng {written}/{whole}, vừa đủ"),
        (Lang::Vi, std::cmp::Ordering::Less) => format!("Cộng {written}/{whole}, còn {apart} chưa giao"),
        (Lang::Vi, std::cmp::Ordering::Greater) => format!("Cộng {written}/{whole}, giao thừa {apart}"),
        (Lang::En, std::cmp::Ordering::Equal) => format!("{written} of {whole}, exactly all"),
        (Lang::En, std::cmp::Ordering::Less) => format!("{written} of {whole}, {apart} not given out yet"),
        (Lang::En, std::cmp::Ordering::Greater) => format!("{written} of {whole}, {apart} too many"),
    }
}

/// Units whose weight is not known; where it is of none (`all`), the parts are equal.
pub fn unknown_weights_line(lang: Lang, number: usize, all: bool) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) if all => "Chưa có số làm căn cứ của đơn vị nào nên chia đều; sửa tay nếu cần".to_owned(),
        (Lang::En, _) if all => {
            "No unit has a figure to weigh it by, so all get alike; edit them where needed".to_owned()
        }
        (Lang::Vi, _) => format!("{number} đơn vị chưa có số làm căn cứ nên được 0; sửa tay nếu cần"),
        (Lang::En, 1) => "1 unit has no figure to weigh it by and gets 0; edit it where needed".to_owned(),
        (Lang::En, _) => format!("{number} units have no figure to weigh them by and get 0; edit them where needed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_left_to_give_out() {
        assert_eq!(sum_line(Lang::Vi, 127, 130), "Cộng 127/130, còn 3 chưa giao");
        assert_eq!(sum_line(Lang::Vi, 130, 130), "Cộng 130/130, vừa đủ");
        assert_eq!(sum_line(Lang::En, 131, 130), "131 of 130, 1 too many");
        assert!(unknown_weights_line(Lang::Vi, 3, true).contains("chia đều"));
        assert!(unknown_weights_line(Lang::Vi, 3, false).starts_with("3 đơn vị"));
    }
}
