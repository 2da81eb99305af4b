//! Words of the form of a target, which other pages open too.

use crate::i18n::Both;
use crate::model::indicator::Comparison;

/// Words of the form of a target; a problem stands behind its field's name.
pub struct TargetForm {
    /// Title of a new one.
    pub form_new: &'static str,
    /// Title of one that exists.
    pub form_edit: &'static str,
    /// What is measured.
    pub indicator: &'static str,
    /// Help of it.
    pub indicator_help: &'static str,
    /// Nothing measures it.
    pub no_indicator: &'static str,
    /// Its own wording.
    pub label: &'static str,
    /// Help of it.
    pub label_help: &'static str,
    /// Who.
    pub unit: &'static str,
    /// By when.
    pub period: &'static str,
    /// The comparison.
    pub comparison: &'static str,
    /// Count or percent.
    pub kind: &'static str,
    /// A count.
    pub kind_count: &'static str,
    /// A percentage.
    pub kind_percent: &'static str,
    /// The level.
    pub value: &'static str,
    /// Help of a count.
    pub count_help: &'static str,
    /// Help of a percentage.
    pub percent_help: &'static str,
    /// The target above.
    pub parent: &'static str,
    /// None above.
    pub no_parent: &'static str,
    /// Help of it.
    pub parent_help: &'static str,
    /// How it belongs.
    pub relation: &'static str,
    /// A part of the amount.
    pub relation_part: &'static str,
    /// Of which, of the whole.
    pub relation_whole: &'static str,
    /// Of which, of the subset.
    pub relation_subset: &'static str,
    /// The document's fields.
    pub source: &'static str,
    /// Its number.
    pub number: &'static str,
    /// Its symbol.
    pub symbol: &'static str,
    /// Its issuer.
    pub issuer: &'static str,
    /// Its date.
    pub document_date: &'static str,
    /// Its title.
    pub document_title: &'static str,
    /// How a date is typed.
    pub date_help: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Toast: saved.
    pub saved: &'static str,
    /// Problem behind the field's name: empty.
    pub is_missing: &'static str,
    /// Problem: not there any more.
    pub is_gone: &'static str,
    /// Problem: zero.
    pub is_zero: &'static str,
    /// Problem: no count.
    pub is_no_count: &'static str,
    /// Problem: a percentage.
    pub is_percent: &'static str,
    /// Problem: no percentage.
    pub is_no_percent: &'static str,
    /// Problem: `121/130`.
    pub is_share: &'static str,
    /// Problem: could be a decimal or a thousand.
    pub is_ambiguous: &'static str,
    /// Problem: a point in a percentage.
    pub is_ambiguous_percent: &'static str,
    /// Problem: more than all.
    pub is_above_all: &'static str,
    /// Problem: the indicator is a count.
    pub is_no_share: &'static str,
    /// Problem: a part of another measure.
    pub is_other_indicator: &'static str,
    /// Problem: the parent cannot hold it.
    pub is_elsewhere: &'static str,
    /// Problem: no date.
    pub is_no_date: &'static str,
    /// Comparison: at least.
    pub at_least: &'static str,
    /// Comparison: more than.
    pub more_than: &'static str,
    /// Comparison: exactly.
    pub equal: &'static str,
    /// Comparison: at most.
    pub at_most: &'static str,
}

/// Both languages.
pub static TARGET_FORM: Both<TargetForm> = Both {
    vi: TargetForm {
        form_new: "Thêm chỉ tiêu",
        form_edit: "Sửa chỉ tiêu",
        indicator: "Chỉ số",
        indicator_help: "Kết quả được tính từ số liệu của chỉ số này.",
        no_indicator: "Chưa có chỉ số, chỉ ghi lời văn",
        label: "Lời văn chỉ tiêu",
        label_help: "Để trống thì dùng tên chỉ số.",
        unit: "Đơn vị thực hiện",
        period: "Kỳ",
        comparison: "So sánh",
        kind: "Kiểu mức giao",
        kind_count: "Số đếm",
        kind_percent: "Phần trăm",
        value: "Mức giao",
        count_help: "Số đếm, ví dụ 130",
        percent_help: "Ví dụ 90 hoặc 99,24",
        parent: "Thuộc chỉ tiêu",
        no_parent: "Không thuộc chỉ tiêu nào",
        parent_help: "Chỉ tiêu của kỳ dài hơn, của đơn vị cấp trên, hoặc chỉ tiêu mà chỉ tiêu này nằm trong.",
        relation: "Quan hệ",
        relation_part: "Một phần của mức chung (cộng lại bằng mức chung)",
        relation_whole: "Trong đó, tính trên toàn bộ",
        relation_subset: "Trong đó, tính trên phần đã đạt chỉ tiêu trên",
        source: "Văn bản giao chỉ tiêu",
        number: "Số",
        symbol: "Ký hiệu",
        issuer: "Cơ quan ban hành",
        document_date: "Ngày ban hành",
        document_title: "Trích yếu",
        date_help: "ngày/tháng/năm, ví dụ 20/12/2021",
        save: "Lưu chỉ tiêu",
        saved: "Đã lưu chỉ tiêu",
        is_missing: "chưa có. Điền hoặc chọn mục này.",
        is_gone: "không còn trong sổ. Chọn mục khác.",
        is_zero: "bằng 0. Mức giao phải lớn hơn 0; nếu là mức trần thì chọn “không quá”.",
        is_no_count: "không phải là số đếm. Gõ một số, ví dụ 130.",
        is_percent: "là phần trăm. Chọn kiểu “Phần trăm”, hoặc gõ số đếm, ví dụ 130.",
        is_no_percent: "không phải là phần trăm. Gõ một số từ 0 đến 100, ví dụ 99,24.",
        is_share: "là một kết quả dạng 121/130. Chỉ gõ mức giao, ví dụ 130 hoặc 90.",
        is_ambiguous: "có thể hiểu hai cách. Gõ 1.250 hoặc 1250 cho một nghìn hai trăm năm mươi.",
        is_ambiguous_percent: "có thể hiểu hai cách. Dùng dấu phẩy cho phần lẻ, ví dụ 90,5.",
        is_above_all: "vượt quá 100%, không đơn vị nào đạt được. Gõ mức từ 100% trở xuống.",
        is_no_share: "là phần trăm, mà chỉ số đã chọn là số đếm. Chọn kiểu “Số đếm”, hoặc chọn chỉ số là tỷ lệ.",
        is_other_indicator: "không hợp: một phần của mức chung phải dùng cùng chỉ số. Chọn “trong đó”, hoặc chọn cùng chỉ số.",
        is_elsewhere: "không chứa được chỉ tiêu này: khác kỳ, khác nhánh đơn vị, hoặc chính nó thuộc chỉ tiêu này. Chọn chỉ tiêu khác.",
        is_no_date: "không phải là ngày. Gõ ngày/tháng/năm, ví dụ 20/12/2021.",
        at_least: "từ … trở lên (≥)",
        more_than: "trên (>)",
        equal: "đúng bằng (=)",
        at_most: "không quá (≤)",
    },
    en: TargetForm {
        form_new: "Add a target",
        form_edit: "Edit target",
        indicator: "Indicator",
        indicator_help: "The result is computed from this indicator's figures.",
        no_indicator: "No indicator, a wording only",
        label: "Wording",
        label_help: "Left empty, the indicator's name is used.",
        unit: "Unit",
        period: "Period",
        comparison: "Comparison",
        kind: "Kind of level",
        kind_count: "Count",
        kind_percent: "Percent",
        value: "Level",
        count_help: "A count, for example 130",
        percent_help: "For example 90 or 99,24",
        parent: "Belongs to",
        no_parent: "No other target",
        parent_help: "A target of a longer period or of a unit above, or one that this one is a level of.",
        relation: "Relation",
        relation_part: "A part of its amount (parts add up)",
        relation_whole: "Of which, a share of the whole",
        relation_subset: "Of which, a share of those that reach it",
        source: "Document that sets the target",
        number: "Number",
        symbol: "Symbol",
        issuer: "Issuer",
        document_date: "Date of issue",
        document_title: "Title",
        date_help: "day/month/year, for example 20/12/2021",
        save: "Save target",
        saved: "Target saved",
        is_missing: "is empty. Fill it in or choose one.",
        is_gone: "is not in the books any more. Choose another.",
        is_zero: "is 0. A level is above 0; for a ceiling choose “at most”.",
        is_no_count: "is not a count. Type a number, for example 130.",
        is_percent: "is a percentage. Choose the kind “Percent”, or type a count, for example 130.",
        is_no_percent: "is not a percentage. Type a number from 0 to 100, for example 99,24.",
        is_share: "is a result such as 121/130. Type the level only, for example 130 or 90.",
        is_ambiguous: "could mean two things. Type 1.250 or 1250 for one thousand two hundred and fifty.",
        is_ambiguous_percent: "could mean two things. Use a comma for decimals, for example 90,5.",
        is_above_all: "is beyond 100%, which nobody can reach. Type 100% or less.",
        is_no_share: "is a percentage, and the indicator is a count. Choose the kind “Count”, or an indicator that is a rate.",
        is_other_indicator: "does not fit: a part of an amount has the same indicator. Choose “of which”, or the same indicator.",
        is_elsewhere: "cannot hold this one: another time, another branch of units, or it belongs to this one itself. Choose another.",
        is_no_date: "is not a date. Type day/month/year, for example 20/12/2021.",
        at_least: "at least (≥)",
        more_than: "more than (>)",
        equal: "exactly (=)",
        at_most: "at most (≤)",
    },
};

impl TargetForm {
    /// A comparison in words, for the form's choice.
    pub const fn comparison_name(&self, comparison: Comparison) -> &'static str {
        match comparison {
            Comparison::AtLeast => self.at_least,
            Comparison::MoreThan => self.more_than,
            Comparison::Equal => self.equal,
            Comparison::AtMost => self.at_most,
        }
    }
}
