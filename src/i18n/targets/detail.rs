//! Words of the page of one target: how it was computed, its earlier years, its history.

use crate::i18n::Both;

/// Words of the page of one target.
pub struct TargetDetail {
    /// Section: how it was computed.
    pub computed: &'static str,
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
    /// When.
    pub when: &'static str,
    /// Who.
    pub who: &'static str,
    /// No account.
    pub this_device: &'static str,
    /// The field.
    pub what: &'static str,
    /// The old value.
    pub before: &'static str,
    /// The new value.
    pub after: &'static str,
    /// The mark of removal.
    pub history_removed: &'static str,
    /// The mark of a copy that nobody has looked through.
    pub history_copied: &'static str,
    /// The mark is set.
    pub yes: &'static str,
    /// An undo.
    pub undone: &'static str,
    /// A redo.
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
    /// In place of the document: there is none.
    pub no_document: &'static str,
    /// Remark: units are missing.
    pub provisional: &'static str,
    /// Remark: the share is of the whole.
    pub of_whole: &'static str,
    /// Remark: the share is of the subset.
    pub of_subset: &'static str,
}

/// Both languages.
pub static TARGET_DETAIL: Both<TargetDetail> = Both {
    vi: TargetDetail {
        computed: "Cách tính",
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
        history_copied: "Chép từ, chưa rà soát",
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
        fact_coverage: "Đã báo cáo",
        fact_as_of: "Số liệu đến",
        fact_time: "Thời gian đã qua",
        fact_expected: "Tiến độ đều đến nay",
        fact_week: "Cần mỗi tuần",
        fact_month: "Cần mỗi tháng",
        fact_forecast: "Dự báo cuối kỳ",
        fact_averaging: "Cách gộp các năm",
        fact_source: "Văn bản giao",
        no_document: "chưa có",
        provisional: "còn đơn vị chưa báo cáo nên có thể thay đổi",
        of_whole: "tính trên toàn bộ",
        of_subset: "tính trên phần mà chỉ tiêu cấp trên nêu",
    },
    en: TargetDetail {
        computed: "How it is computed",
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
        history_copied: "Copied from, not reviewed",
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
        fact_coverage: "Reported",
        fact_as_of: "As of",
        fact_time: "Time passed",
        fact_expected: "Even pace until now",
        fact_week: "Needed a week",
        fact_month: "Needed a month",
        fact_forecast: "Forecast for the end",
        fact_averaging: "How years are joined",
        fact_source: "Set by",
        no_document: "none yet",
        provisional: "units are missing, so it can change",
        of_whole: "a share of the whole",
        of_subset: "a share of the part that the target above names",
    },
};
