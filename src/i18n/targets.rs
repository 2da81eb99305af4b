//! Words of the targets' pages and of the form of a target, which other pages open too.

use super::Both;
use crate::model::date::Date;
use crate::model::indicator::Comparison;
use crate::model::number::{Count, Percent, format_count};
use crate::model::target::TargetValue;
use crate::model::text::Lang;

/// Words of the targets' pages.
pub struct Targets {
    /// The page's name.
    pub title: &'static str,
    /// Makes a new one.
    pub add: &'static str,
    /// What else can be done.
    pub more: &'static str,
    /// Copies the year's targets.
    pub copy_all: &'static str,
    /// Copies one target.
    pub copy_one: &'static str,
    /// Edits it.
    pub edit: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// Divides it among units.
    pub divide: &'static str,
    /// To the entry page of its figures.
    pub enter: &'static str,
    /// No targets: title.
    pub empty: &'static str,
    /// No targets: why and what will stand here.
    pub empty_why: &'static str,
    /// No targets of units: title.
    pub empty_units: &'static str,
    /// No targets of units: what to do.
    pub empty_units_why: &'static str,
    /// Label of the choice of view.
    pub view: &'static str,
    /// View: board.
    pub view_board: &'static str,
    /// View: table.
    pub view_table: &'static str,
    /// View: chart.
    pub view_chart: &'static str,
    /// Label of the choice of whose targets.
    pub whose: &'static str,
    /// Whose: the bloc's.
    pub whose_bloc: &'static str,
    /// Whose: the units'.
    pub whose_units: &'static str,
    /// The chart's heading.
    pub chart: &'static str,
    /// Column: the target.
    pub column_target: &'static str,
    /// Column: the level.
    pub column_goal: &'static str,
    /// Column: what was reached.
    pub column_done: &'static str,
    /// Column: what is left.
    pub column_left: &'static str,
    /// Column: the difference.
    pub column_gap: &'static str,
    /// Column: the pace needed.
    pub column_needed: &'static str,
    /// Column: status.
    pub column_status: &'static str,
    /// Column: the document.
    pub column_source: &'static str,
    /// Column: the period.
    pub column_period: &'static str,
    /// Column: unit.
    pub column_unit: &'static str,
    /// There is no document.
    pub no_source: &'static str,
    /// Behind a target that no document set.
    pub illustrative: &'static str,
    /// Before the name of a target within another.
    pub of_which: &'static str,
    /// Section: how it was computed.
    pub computed: &'static str,
    /// Section: the chain.
    pub chain: &'static str,
    /// What the chain is for.
    pub chain_help: &'static str,
    /// The chain has one line.
    pub no_chain: &'static str,
    /// Section: earlier years.
    pub earlier: &'static str,
    /// No earlier years.
    pub no_earlier: &'static str,
    /// Section: history.
    pub history: &'static str,
    /// No history.
    pub no_history: &'static str,
    /// The history cannot be read.
    pub history_failed: &'static str,
    /// History: when.
    pub when: &'static str,
    /// History: who.
    pub who: &'static str,
    /// History: no account.
    pub this_device: &'static str,
    /// History: the field.
    pub what: &'static str,
    /// History: the old value.
    pub before: &'static str,
    /// History: the new value.
    pub after: &'static str,
    /// History: the mark of removal.
    pub history_removed: &'static str,
    /// History: the mark is set.
    pub yes: &'static str,
    /// History: an undo.
    pub undone: &'static str,
    /// History: a redo.
    pub redone: &'static str,
    /// The target of the address is not there.
    pub gone: &'static str,
    /// Why, and what to do.
    pub gone_why: &'static str,
    /// To all targets.
    pub to_all: &'static str,
    /// Fact: the level.
    pub fact_goal: &'static str,
    /// Fact: what was reached.
    pub fact_value: &'static str,
    /// Fact: the numerator.
    pub fact_numerator: &'static str,
    /// Fact: the denominator.
    pub fact_denominator: &'static str,
    /// Fact: the count that reaches it.
    pub fact_needed_count: &'static str,
    /// Fact: what is lacking.
    pub fact_lacking: &'static str,
    /// Fact: beyond it.
    pub fact_beyond: &'static str,
    /// Fact: over a ceiling.
    pub fact_too_many: &'static str,
    /// Fact: room below a ceiling.
    pub fact_room: &'static str,
    /// Fact: who has reported.
    pub fact_coverage: &'static str,
    /// Fact: as of.
    pub fact_as_of: &'static str,
    /// Fact: time that has passed.
    pub fact_time: &'static str,
    /// Fact: an even pace.
    pub fact_expected: &'static str,
    /// Fact: needed a week.
    pub fact_week: &'static str,
    /// Fact: needed a month.
    pub fact_month: &'static str,
    /// Fact: forecast.
    pub fact_forecast: &'static str,
    /// Fact: averaging.
    pub fact_averaging: &'static str,
    /// Fact: the document.
    pub fact_source: &'static str,
    /// Remark: units are missing.
    pub provisional: &'static str,
    /// Remark: the share is of the whole.
    pub of_whole: &'static str,
    /// Remark: the share is of the subset.
    pub of_subset: &'static str,
    /// Form: title of a new one.
    pub form_new: &'static str,
    /// Form: title of one that exists.
    pub form_edit: &'static str,
    /// Form: what is measured.
    pub indicator: &'static str,
    /// Form: help of it.
    pub indicator_help: &'static str,
    /// Form: nothing measures it.
    pub no_indicator: &'static str,
    /// Form: its own wording.
    pub label: &'static str,
    /// Form: help of it.
    pub label_help: &'static str,
    /// Form: who.
    pub unit: &'static str,
    /// Form: by when.
    pub period: &'static str,
    /// Form: the comparison.
    pub comparison: &'static str,
    /// Form: count or percent.
    pub kind: &'static str,
    /// Form: a count.
    pub kind_count: &'static str,
    /// Form: a percentage.
    pub kind_percent: &'static str,
    /// Form: the level.
    pub value: &'static str,
    /// Form: help of a count.
    pub count_help: &'static str,
    /// Form: help of a percentage.
    pub percent_help: &'static str,
    /// Form: the target above.
    pub parent: &'static str,
    /// Form: none above.
    pub no_parent: &'static str,
    /// Form: help of it.
    pub parent_help: &'static str,
    /// Form: how it belongs.
    pub relation: &'static str,
    /// Form: a part of the amount.
    pub relation_part: &'static str,
    /// Form: of which, of the whole.
    pub relation_whole: &'static str,
    /// Form: of which, of the subset.
    pub relation_subset: &'static str,
    /// Form: the document's fields.
    pub source: &'static str,
    /// Form: its number.
    pub number: &'static str,
    /// Form: its symbol.
    pub symbol: &'static str,
    /// Form: its issuer.
    pub issuer: &'static str,
    /// Form: its date.
    pub document_date: &'static str,
    /// Form: its title.
    pub document_title: &'static str,
    /// Form: how a date is typed.
    pub date_help: &'static str,
    /// Form: saves.
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
    /// Division: the dialog's title.
    pub divide_title: &'static str,
    /// Division: what it is weighted by.
    pub divide_by: &'static str,
    /// Division: by members.
    pub by_heads: &'static str,
    /// Division: all alike.
    pub by_equal: &'static str,
    /// Division: by last year.
    pub by_last_year: &'static str,
    /// Division: what the table is.
    pub divide_help: &'static str,
    /// Division: the same for a percentage.
    pub divide_level_help: &'static str,
    /// Division: the weight's column.
    pub weight: &'static str,
    /// Division: the part's column.
    pub part: &'static str,
    /// Division: applies it.
    pub apply: &'static str,
    /// Toast: applied.
    pub divided: &'static str,
    /// Toast: nothing to change.
    pub unchanged: &'static str,
    /// Division: nobody to divide among.
    pub no_units: &'static str,
}

/// Both languages.
pub static TARGETS: Both<Targets> = Both {
    vi: Targets {
        title: "Chỉ tiêu",
        add: "Thêm chỉ tiêu",
        more: "Thao tác khác",
        copy_all: "Chép sang năm sau",
        copy_one: "Chép sang năm sau",
        edit: "Sửa chỉ tiêu",
        remove: "Xóa chỉ tiêu",
        divide: "Giao cho đơn vị",
        enter: "Nhập số liệu",
        empty: "Chưa có chỉ tiêu nào cho kỳ này",
        empty_why: "Khi đặt chỉ tiêu, ở đây có kết quả so với mức giao, phần còn thiếu, nhịp cần có và chuỗi từ nhiệm kỳ đến từng đơn vị.",
        empty_units: "Chưa giao chỉ tiêu cho đơn vị nào",
        empty_units_why: "Mở một chỉ tiêu của Khối và chọn “Giao cho đơn vị” để chia mức chung cho từng đơn vị.",
        view: "Cách xem",
        view_board: "Thẻ",
        view_table: "Bảng",
        view_chart: "Biểu đồ",
        whose: "Chỉ tiêu của",
        whose_bloc: "Toàn Khối",
        whose_units: "Các đơn vị",
        chart: "Kết quả so với mức giao",
        column_target: "Chỉ tiêu",
        column_goal: "Mức giao",
        column_done: "Đạt được",
        column_left: "Còn lại phải làm",
        column_gap: "Còn thiếu",
        column_needed: "Cần mỗi tháng",
        column_status: "Tình trạng",
        column_source: "Văn bản giao",
        column_period: "Kỳ",
        column_unit: "Đơn vị",
        no_source: "chưa có văn bản giao",
        illustrative: "minh họa",
        of_which: "trong đó",
        computed: "Cách tính",
        chain: "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị",
        chain_help: "Mỗi dòng là một chỉ tiêu, kèm phần còn lại phải làm.",
        no_chain: "Chỉ tiêu chưa được chia cho nhiệm kỳ, năm hay đơn vị.",
        earlier: "Các năm trước",
        no_earlier: "Trong sổ chưa có chỉ tiêu này ở năm trước.",
        history: "Lịch sử sửa đổi",
        no_history: "Chỉ tiêu chưa được sửa trên máy này từ khi nhập vào sổ.",
        history_failed: "Chưa đọc được lịch sử. Chỉ tiêu vẫn còn nguyên; tải lại trang để thử lần nữa.",
        when: "Lúc",
        who: "Ai",
        this_device: "người dùng máy này",
        what: "Mục",
        before: "Trước",
        after: "Sau",
        history_removed: "Đã xóa",
        yes: "có",
        undone: "hoàn tác",
        redone: "làm lại",
        gone: "Không có chỉ tiêu này",
        gone_why: "Chỉ tiêu có thể đã bị xóa, hoặc đường dẫn thuộc một Khối khác.",
        to_all: "Xem mọi chỉ tiêu",
        fact_goal: "Mức giao",
        fact_value: "Đạt được",
        fact_numerator: "Tử số",
        fact_denominator: "Mẫu số",
        fact_needed_count: "Cần có để đạt",
        fact_lacking: "Còn thiếu",
        fact_beyond: "Vượt",
        fact_too_many: "Quá mức",
        fact_room: "Còn trong mức",
        fact_coverage: "Đơn vị báo cáo",
        fact_as_of: "Số liệu đến",
        fact_time: "Thời gian đã qua",
        fact_expected: "Nhịp đều đến nay",
        fact_week: "Cần mỗi tuần",
        fact_month: "Cần mỗi tháng",
        fact_forecast: "Dự báo cuối kỳ",
        fact_averaging: "Cách gộp các năm",
        fact_source: "Văn bản giao",
        provisional: "còn đơn vị chưa báo cáo nên có thể thay đổi",
        of_whole: "tính trên toàn bộ",
        of_subset: "tính trên phần mà chỉ tiêu cấp trên nêu",
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
        divide_title: "Giao chỉ tiêu cho đơn vị",
        divide_by: "Chia theo",
        by_heads: "Số đảng viên",
        by_equal: "Đều nhau",
        by_last_year: "Kết quả năm trước",
        divide_help: "Xem trước và sửa từng số; chưa lưu cho đến khi áp dụng. Để trống hoặc 0 là không giao.",
        divide_level_help: "Mỗi đơn vị nhận cùng mức; sửa được từng dòng. Để trống là không giao.",
        weight: "Căn cứ chia",
        part: "Giao",
        apply: "Áp dụng",
        divided: "Đã giao chỉ tiêu cho đơn vị",
        unchanged: "Không có gì thay đổi",
        no_units: "Chưa có đơn vị nào ở dưới để giao. Thêm đơn vị trước.",
    },
    en: Targets {
        title: "Targets",
        add: "Add a target",
        more: "More actions",
        copy_all: "Copy to next year",
        copy_one: "Copy to next year",
        edit: "Edit target",
        remove: "Remove target",
        divide: "Divide among units",
        enter: "Enter figures",
        empty: "No targets for this period",
        empty_why: "Once targets are set, this shows the result against each, what is missing, the pace needed, and the chain from the term down to every unit.",
        empty_units: "No unit has a target",
        empty_units_why: "Open a target of the bloc and choose “Divide among units” to give each unit its part.",
        view: "View",
        view_board: "Board",
        view_table: "Table",
        view_chart: "Chart",
        whose: "Targets of",
        whose_bloc: "The bloc",
        whose_units: "The units",
        chart: "Result against the level",
        column_target: "Target",
        column_goal: "Level",
        column_done: "Reached",
        column_left: "Left to do",
        column_gap: "Lacking",
        column_needed: "Needed a month",
        column_status: "Status",
        column_source: "Set by",
        column_period: "Period",
        column_unit: "Unit",
        no_source: "no document yet",
        illustrative: "illustrative",
        of_which: "of which",
        computed: "How it is computed",
        chain: "Targets from term to unit",
        chain_help: "Each line is a target with what is left to do.",
        no_chain: "The target has not been divided among term, years or units.",
        earlier: "Earlier years",
        no_earlier: "The books have no such target in an earlier year.",
        history: "History",
        no_history: "The target has not been changed on this device since it came into the books.",
        history_failed: "The history cannot be read. The target is safe; reload the page to try again.",
        when: "When",
        who: "Who",
        this_device: "user of this device",
        what: "Field",
        before: "Before",
        after: "After",
        history_removed: "Removed",
        yes: "yes",
        undone: "undone",
        redone: "done again",
        gone: "There is no such target",
        gone_why: "It may have been removed, or the link belongs to another bloc.",
        to_all: "All targets",
        fact_goal: "Level",
        fact_value: "Reached",
        fact_numerator: "Numerator",
        fact_denominator: "Denominator",
        fact_needed_count: "Needed to reach it",
        fact_lacking: "Lacking",
        fact_beyond: "Beyond",
        fact_too_many: "Too many",
        fact_room: "Room left",
        fact_coverage: "Reported by",
        fact_as_of: "As of",
        fact_time: "Time passed",
        fact_expected: "Even pace until now",
        fact_week: "Needed a week",
        fact_month: "Needed a month",
        fact_forecast: "Forecast for the end",
        fact_averaging: "How years are joined",
        fact_source: "Set by",
        provisional: "units are missing, so it can change",
        of_whole: "a share of the whole",
        of_subset: "a share of the part that the target above names",
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
        divide_title: "Divide the target among units",
        divide_by: "Divide by",
        by_heads: "Members",
        by_equal: "Equally",
        by_last_year: "Last year's results",
        divide_help: "Look through and edit; nothing is saved until it is applied. Empty or 0 gives no target.",
        divide_level_help: "Each unit gets the same level; every line can be edited. Empty gives no target.",
        weight: "Weight",
        part: "Part",
        apply: "Apply",
        divided: "Target divided among units",
        unchanged: "Nothing to change",
        no_units: "There are no units below. Add units first.",
    },
};

impl Targets {
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

/// A level as it is written: `130`, `99,24%`.
pub fn level_text(lang: Lang, value: TargetValue) -> String {
    match value {
        TargetValue::Count(count) => format_count(count, lang),
        TargetValue::Percent(percent) => percent.format_short(lang),
    }
}

/// A level with its comparison: `≥ 130`, `> 85%`.
pub fn goal_text(lang: Lang, comparison: Comparison, value: TargetValue) -> String {
    format!("{} {}", comparison.sign(), level_text(lang, value))
}

/// A range of a forecast: `125 (118–132)`.
pub fn forecast_text(lang: Lang, low: Count, mid: Count, high: Count) -> String {
    let (low, mid, high) = (
        format_count(low, lang),
        format_count(mid, lang),
        format_count(high, lang),
    );
    if low == high {
        return mid;
    }
    format!("{mid} ({low}–{high})")
}

/// A chain whose parts do not add up to the whole.
pub fn parts_differ(lang: Lang, parts: Count, whole: Count) -> String {
    let (parts, whole) = (format_count(parts, lang), format_count(whole, lang));
    match lang {
        Lang::Vi => format!("Các phần cộng lại là {parts}, không bằng {whole} của chỉ tiêu này."),
        Lang::En => format!("The parts add up to {parts}, not to this target's {whole}."),
    }
}

/// A difference of percentages: `1,2 điểm phần trăm`.
pub fn points(lang: Lang, difference: Percent) -> String {
    let size = Percent::from_hundredths(difference.hundredths().abs()).format_short(lang);
    let size = size.trim_end_matches('%');
    match lang {
        Lang::Vi => format!("{size} điểm phần trăm"),
        Lang::En => format!("{size} percentage points"),
    }
}

/// What the tick of the pace is: `Nhịp đều đến 30/06/2022`.
pub fn pace_mark(lang: Lang, today: Date) -> String {
    match lang {
        Lang::Vi => format!("Nhịp đều đến {}", today.format(lang)),
        Lang::En => format!("Even pace until {}", today.format(lang)),
    }
}

/// Time that has passed: `326/365 ngày`.
pub fn days_text(lang: Lang, elapsed: u64, total: u64) -> String {
    match lang {
        Lang::Vi => format!("{elapsed}/{} ngày", format_count(total, lang)),
        Lang::En => format!("{elapsed} of {} days", format_count(total, lang)),
    }
}

/// How many targets the chart leaves out.
pub fn left_out_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} chỉ tiêu không có trong biểu đồ vì chưa đến kỳ hoặc chưa có chỉ số để tính"),
        (Lang::En, 1) => "1 target is not drawn: it is not yet due, or nothing measures it".to_owned(),
        (Lang::En, _) => format!("{number} targets are not drawn: they are not yet due, or nothing measures them"),
    }
}

/// Targets that no document sets yet.
pub fn without_source_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} chỉ tiêu chưa có văn bản giao"),
        (Lang::En, 1) => "1 target has no document yet".to_owned(),
        (Lang::En, _) => format!("{number} targets have no document yet"),
    }
}

/// How many units have a part of a target.
pub fn parts_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("đã giao cho {number} đơn vị"),
        (Lang::En, 1) => "given to 1 unit".to_owned(),
        (Lang::En, _) => format!("given to {number} units"),
    }
}

/// Cards that are not shown.
pub fn more_line(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Vi => format!("… {number} chỉ tiêu nữa, xem ở dạng bảng"),
        Lang::En => format!("… {number} more in the table"),
    }
}

/// After copying to a year.
pub fn copied_line(lang: Lang, made: usize, known: usize, year: i32) -> String {
    let rest = match (lang, known) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("; {known} chỉ tiêu đã có sẵn, giữ nguyên"),
        (Lang::En, _) => format!("; {known} were there and are left as they are"),
    };
    match (lang, made) {
        (Lang::Vi, 0) => format!("Không chép thêm chỉ tiêu nào sang năm {year}{rest}"),
        (Lang::Vi, _) => format!("Đã chép {made} chỉ tiêu sang năm {year}, cần rà lại mức và văn bản giao{rest}"),
        (Lang::En, 0) => format!("Nothing to copy to {year}{rest}"),
        (Lang::En, 1) => format!("1 target copied to {year}; check its level and document{rest}"),
        (Lang::En, _) => format!("{made} targets copied to {year}; check their levels and documents{rest}"),
    }
}

/// After removing a target and what hung on it.
pub fn removed_line(lang: Lang, with: usize) -> String {
    match (lang, with) {
        (Lang::Vi, 0) => "Đã xóa chỉ tiêu".to_owned(),
        (Lang::Vi, _) => format!("Đã xóa chỉ tiêu và {with} chỉ tiêu thuộc nó"),
        (Lang::En, 0) => "Target removed".to_owned(),
        (Lang::En, _) => format!("Target removed, with {with} that belonged to it"),
    }
}

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

/// Units whose weight is not known.
pub fn unknown_weights_line(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{number} đơn vị chưa có số làm căn cứ nên được 0; sửa tay nếu cần"),
        (Lang::En, 1) => "1 unit has no figure to weigh it by and gets 0; edit it where needed".to_owned(),
        (Lang::En, _) => format!("{number} units have no figure to weigh them by and get 0; edit them where needed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_levels_and_differences() {
        let share = TargetValue::Percent(Percent::from_hundredths(99_24));
        assert_eq!(
            goal_text(Lang::Vi, Comparison::AtLeast, TargetValue::Count(1250)),
            "≥ 1.250"
        );
        assert_eq!(goal_text(Lang::Vi, Comparison::MoreThan, share), "> 99,24%");
        assert_eq!(points(Lang::Vi, Percent::from_hundredths(-1_20)), "1,2 điểm phần trăm");
        assert_eq!(forecast_text(Lang::Vi, 118, 125, 132), "125 (118–132)");
        assert_eq!(forecast_text(Lang::En, 125, 125, 125), "125");
        assert_eq!(
            parts_differ(Lang::Vi, 128, 130),
            "Các phần cộng lại là 128, không bằng 130 của chỉ tiêu này."
        );
    }

    #[test]
    fn counts_what_was_done() {
        assert_eq!(sum_line(Lang::Vi, 127, 130), "Cộng 127/130, còn 3 chưa giao");
        assert_eq!(sum_line(Lang::Vi, 130, 130), "Cộng 130/130, vừa đủ");
        assert_eq!(sum_line(Lang::En, 131, 130), "131 of 130, 1 too many");
        assert_eq!(removed_line(Lang::Vi, 72), "Đã xóa chỉ tiêu và 72 chỉ tiêu thuộc nó");
        assert_eq!(
            copied_line(Lang::Vi, 0, 1, 2023),
            "Không chép thêm chỉ tiêu nào sang năm 2023; 1 chỉ tiêu đã có sẵn, giữ nguyên"
        );
    }
}
