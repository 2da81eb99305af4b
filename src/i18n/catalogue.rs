//! Words of the catalogue's page: what a bloc adds to what it counts.

use super::Both;
use crate::catalogue::Catalogue;
use crate::catalogue::check::Problem;
use crate::model::id::{CellKey, CountingUnitId, FormId};
use crate::model::indicator::Comparison;
use crate::model::period::PeriodKind;
use crate::model::text::Lang;
use crate::report::sentence::finding::{cell_name, kinds_name};

/// Words of the catalogue's page.
pub struct CataloguePage {
    /// The page's name.
    pub title: &'static str,
    /// What the page is for.
    pub why: &'static str,
    /// What the tabs are.
    pub views: &'static str,
    /// Tab.
    pub forms: &'static str,
    /// Tab.
    pub indicators: &'static str,
    /// Tab.
    pub rules: &'static str,
    /// Tab.
    pub sets: &'static str,
    /// Tab.
    pub sectors: &'static str,
    /// Button.
    pub add_form: &'static str,
    /// Button.
    pub add_indicator: &'static str,
    /// Button.
    pub add_rule: &'static str,
    /// Button.
    pub add_set: &'static str,
    /// Button.
    pub add_section: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Button: nobody is asked for it any more.
    pub stop: &'static str,
    /// Button.
    pub again: &'static str,
    /// Badge.
    pub own: &'static str,
    /// Badge.
    pub not_used: &'static str,
    /// Badge of a measure.
    pub retired: &'static str,
    /// Column.
    pub measure: &'static str,
    /// Column and field.
    pub unit: &'static str,
    /// Column and field.
    pub split: &'static str,
    /// Column and field.
    pub over_time: &'static str,
    /// Choice.
    pub summed: &'static str,
    /// Choice.
    pub last: &'static str,
    /// Choice.
    pub no_split: &'static str,
    /// Dialog.
    pub new_form: &'static str,
    /// Dialog.
    pub edit_form: &'static str,
    /// Dialog.
    pub new_section: &'static str,
    /// Dialog.
    pub edit_section: &'static str,
    /// Field.
    pub form_name: &'static str,
    /// Field.
    pub section_name: &'static str,
    /// Help.
    pub section_help: &'static str,
    /// Field.
    pub english: &'static str,
    /// Field.
    pub period: &'static str,
    /// Field.
    pub kinds: &'static str,
    /// Field.
    pub due: &'static str,
    /// Unit.
    pub days: &'static str,
    /// Field.
    pub area: &'static str,
    /// Choice.
    pub no_area: &'static str,
    /// Choice.
    pub new_area: &'static str,
    /// Field.
    pub area_name: &'static str,
    /// Group.
    pub lines: &'static str,
    /// Field.
    pub line: &'static str,
    /// Field.
    pub holds: &'static str,
    /// Choice.
    pub a_count: &'static str,
    /// Choice.
    pub done: &'static str,
    /// Choice.
    pub level: &'static str,
    /// Field.
    pub scale: &'static str,
    /// Choice.
    pub no_scale: &'static str,
    /// Choice.
    pub other_unit: &'static str,
    /// Field.
    pub unit_name: &'static str,
    /// Field.
    pub help: &'static str,
    /// Disclosure.
    pub more: &'static str,
    /// Field.
    pub asked_until: &'static str,
    /// Choice.
    pub still_asked: &'static str,
    /// A line with figures.
    pub locked: &'static str,
    /// A form with figures.
    pub period_locked: &'static str,
    /// Button.
    pub add_line: &'static str,
    /// Button.
    pub remove_line: &'static str,
    /// Disclosure.
    pub paste: &'static str,
    /// Field.
    pub paste_label: &'static str,
    /// Help.
    pub paste_help: &'static str,
    /// Button.
    pub paste_button: &'static str,
    /// Heading.
    pub preview: &'static str,
    /// Head of the preview.
    pub unit_column: &'static str,
    /// Button.
    pub save: &'static str,
    /// Field.
    pub set_name: &'static str,
    /// Checkbox.
    pub ordered: &'static str,
    /// Help.
    pub ordered_help: &'static str,
    /// Group.
    pub options: &'static str,
    /// Field.
    pub option: &'static str,
    /// Button.
    pub add_option: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub down: &'static str,
    /// Dialog.
    pub new_set: &'static str,
    /// Dialog.
    pub edit_set: &'static str,
    /// Dialog.
    pub new_indicator: &'static str,
    /// Dialog.
    pub edit_indicator: &'static str,
    /// Field.
    pub indicator_name: &'static str,
    /// Field.
    pub figure: &'static str,
    /// Choice.
    pub percentage: &'static str,
    /// Choice.
    pub ratio: &'static str,
    /// Choice.
    pub total: &'static str,
    /// Picker.
    pub numerator: &'static str,
    /// Picker.
    pub denominator: &'static str,
    /// Picker of a total.
    pub counted: &'static str,
    /// Field.
    pub direction: &'static str,
    /// Choice.
    pub higher: &'static str,
    /// Choice.
    pub lower: &'static str,
    /// Choice.
    pub neutral: &'static str,
    /// Field of the picker.
    pub search: &'static str,
    /// Picker.
    pub nothing_picked: &'static str,
    /// Picker.
    pub no_match: &'static str,
    /// Button.
    pub take_out: &'static str,
    /// Heading of the preview.
    pub now: &'static str,
    /// Preview.
    pub no_figure: &'static str,
    /// Dialog.
    pub new_rule: &'static str,
    /// Dialog.
    pub edit_rule: &'static str,
    /// Picker.
    pub left: &'static str,
    /// Picker.
    pub right: &'static str,
    /// Field.
    pub comparison: &'static str,
    /// Choice.
    pub at_most: &'static str,
    /// Choice.
    pub equal: &'static str,
    /// Choice.
    pub at_least: &'static str,
    /// Field.
    pub share: &'static str,
    /// Field.
    pub severity: &'static str,
    /// Choice.
    pub error: &'static str,
    /// Choice.
    pub warning: &'static str,
    /// Choice.
    pub notice: &'static str,
    /// Field.
    pub sentence: &'static str,
    /// Help.
    pub sentence_help: &'static str,
    /// Between numerator and denominator.
    pub sums_to: &'static str,
    /// What a rule asks for.
    pub remedy: &'static str,
    /// Fault.
    pub missing: &'static str,
    /// Fault.
    pub taken: &'static str,
    /// Fault.
    pub not_days: &'static str,
    /// Fault.
    pub needs_scale: &'static str,
    /// Fault.
    pub too_few: &'static str,
    /// Fault.
    pub mixed: &'static str,
    /// Fault.
    pub itself: &'static str,
    /// Fault.
    pub only_units: &'static str,
    /// Fault.
    pub not_share: &'static str,
    /// What sectors are for.
    pub sectors_why: &'static str,
    /// Button.
    pub edit_sectors: &'static str,
    /// Empty.
    pub no_rules: &'static str,
    /// Preview without lines.
    pub empty_line: &'static str,
    /// Empty.
    pub no_sectors: &'static str,
    /// Number of units.
    pub grassroots: &'static str,
    /// Number of units.
    pub mass: &'static str,
    /// Link from the settings and from entry.
    pub link: &'static str,
}

/// Both languages.
pub static CATALOGUE: Both<CataloguePage> = Both {
    vi: CataloguePage {
        title: "Danh mục",
        why: "Khối tự thêm biểu, chỉ tiêu, thang mức, chỉ số và quy tắc tại đây. Thêm xong là nhập được ngay; biểu đồ, bảng và báo cáo theo sau.",
        views: "Phần của danh mục",
        forms: "Biểu",
        indicators: "Chỉ số",
        rules: "Quy tắc",
        sets: "Thang và danh sách",
        sectors: "Loại hình",
        add_form: "Thêm biểu",
        add_indicator: "Thêm chỉ số",
        add_rule: "Thêm quy tắc",
        add_set: "Thêm thang",
        add_section: "Thêm chỉ tiêu vào biểu này",
        edit: "Sửa",
        remove: "Bỏ",
        stop: "Thôi dùng",
        again: "Dùng lại",
        own: "của Khối",
        not_used: "không dùng",
        retired: "thôi hỏi",
        measure: "Chỉ tiêu",
        unit: "Đơn vị tính",
        split: "Chia theo",
        over_time: "Qua các kỳ",
        summed: "cộng dồn",
        last: "lấy số cuối",
        no_split: "không chia",
        new_form: "Thêm biểu",
        edit_form: "Sửa biểu",
        new_section: "Thêm chỉ tiêu vào biểu",
        edit_section: "Sửa mục của Khối",
        form_name: "Tên biểu",
        section_name: "Tên mục",
        section_help: "Các dòng đứng thành một mục riêng ở cuối biểu.",
        english: "Tên tiếng Anh",
        period: "Báo cáo theo",
        kinds: "Ai điền",
        due: "Hạn nộp, số ngày sau khi hết kỳ",
        days: "ngày",
        area: "Lĩnh vực",
        no_area: "Biểu khác",
        new_area: "Lĩnh vực mới…",
        area_name: "Tên lĩnh vực",
        lines: "Các dòng của biểu",
        line: "Tên dòng",
        holds: "Ô ghi",
        a_count: "số đếm",
        done: "đã làm hay chưa",
        level: "một mức của thang",
        scale: "Thang mức",
        no_scale: "Chọn thang…",
        other_unit: "Đơn vị tính khác…",
        unit_name: "Tên đơn vị tính",
        help: "Hướng dẫn nhập",
        more: "Hướng dẫn, tên tiếng Anh",
        asked_until: "Hỏi đến",
        still_asked: "vẫn hỏi",
        locked: "Đã có số liệu: chỉ đổi tên, hướng dẫn và thời hạn hỏi. Muốn đếm cách khác, thêm dòng mới.",
        period_locked: "Đã có số liệu nên kỳ báo cáo giữ nguyên.",
        add_line: "Thêm dòng",
        remove_line: "Bỏ dòng",
        paste: "Dán nhiều dòng một lần",
        paste_label: "Danh sách dòng",
        paste_help: "Mỗi dòng một tên; đơn vị tính ghi trong ngoặc ở cuối, hoặc ở cột bên cạnh khi chép từ Excel.",
        paste_button: "Thêm vào biểu",
        preview: "Khi nhập sẽ thấy",
        unit_column: "Đơn vị",
        save: "Lưu",
        set_name: "Tên thang hoặc danh sách",
        ordered: "Xếp từ tốt đến kém",
        ordered_help: "Có thứ tự thì biểu đồ tô một màu, đậm dần đến nhạt; không thì mỗi mục một màu.",
        options: "Các mức",
        option: "Tên mức",
        add_option: "Thêm mức",
        up: "Lên",
        down: "Xuống",
        new_set: "Thêm thang hoặc danh sách",
        edit_set: "Sửa thang hoặc danh sách",
        new_indicator: "Thêm chỉ số",
        edit_indicator: "Sửa chỉ số",
        indicator_name: "Tên chỉ số",
        figure: "Kiểu số",
        percentage: "Tỷ lệ %",
        ratio: "Bình quân",
        total: "Tổng số",
        numerator: "Tử số",
        denominator: "Mẫu số",
        counted: "Đếm gì",
        direction: "Thế nào là tốt",
        higher: "càng cao càng tốt",
        lower: "càng thấp càng tốt",
        neutral: "không xét",
        search: "Tìm chỉ tiêu",
        nothing_picked: "Chưa chọn",
        no_match: "Không có chỉ tiêu nào như vậy. Thêm nó vào một biểu trước.",
        take_out: "Bỏ ra",
        now: "Với số liệu đang có",
        no_figure: "Kỳ đang xem chưa có số liệu cho chỉ số này.",
        new_rule: "Thêm quy tắc",
        edit_rule: "Sửa quy tắc",
        left: "Vế trái",
        right: "Vế phải",
        comparison: "Phải",
        at_most: "không quá (≤)",
        equal: "bằng (=)",
        at_least: "không dưới (≥)",
        share: "Chỉ lấy bao nhiêu % của vế phải",
        severity: "Khi không đúng",
        error: "là lỗi",
        warning: "là cảnh báo",
        notice: "chỉ nhắc",
        sentence: "Câu của quy tắc",
        sentence_help: "Để trống thì dùng câu ghép từ hai vế.",
        sums_to: "chia cho",
        remedy: "Kiểm tra lại hai số và sửa số nhập nhầm, hoặc giải trình nếu đúng là vậy.",
        missing: "Chưa có. Ghi hoặc chọn một mục.",
        taken: "Tên này đã có. Đặt tên khác để không lẫn.",
        not_days: "Phải là số ngày từ 0 đến 365.",
        needs_scale: "Chưa chọn thang. Chọn một thang có sẵn, hoặc thêm thang ở thẻ Thang và danh sách.",
        too_few: "Cần ít nhất hai mức khác tên.",
        mixed: "Chỉ cộng được các số của cùng một biểu. Bỏ bớt những mục thuộc biểu khác.",
        itself: "Hai vế là một. Chọn vế kia là số khác.",
        only_units: "Cần một số do đơn vị báo cáo. Chọn một chỉ tiêu của biểu.",
        not_share: "Phải là tỷ lệ từ 0 đến 100, ví dụ 20 hoặc 12,5.",
        sectors_why: "Loại hình dùng để lọc, so sánh và đặt quy tắc cho từng nhóm đơn vị.",
        edit_sectors: "Sửa danh sách loại hình",
        no_rules: "Biểu này chưa có quy tắc.",
        empty_line: "Ghi tên dòng đầu tiên để xem trước.",
        no_sectors: "Khối chưa có loại hình nào.",
        grassroots: "Số tổ chức cơ sở đảng",
        mass: "Số đoàn thể",
        link: "Thêm biểu, chỉ tiêu của Khối",
    },
    en: CataloguePage {
        title: "Catalogue",
        why: "The bloc adds its own forms, measures, scales, indicators and rules here. They can be filled in at once; charts, tables and reports follow.",
        views: "Part of the catalogue",
        forms: "Forms",
        indicators: "Indicators",
        rules: "Rules",
        sets: "Scales and lists",
        sectors: "Sectors",
        add_form: "Add a form",
        add_indicator: "Add an indicator",
        add_rule: "Add a rule",
        add_set: "Add a scale",
        add_section: "Add measures to this form",
        edit: "Edit",
        remove: "Remove",
        stop: "Stop using",
        again: "Use again",
        own: "the bloc's own",
        not_used: "not used",
        retired: "no longer asked",
        measure: "Measure",
        unit: "Counted in",
        split: "Broken down by",
        over_time: "Over time",
        summed: "added up",
        last: "the last one stands",
        no_split: "not broken down",
        new_form: "Add a form",
        edit_form: "Edit the form",
        new_section: "Add measures to the form",
        edit_section: "Edit the bloc's section",
        form_name: "Name of the form",
        section_name: "Heading",
        section_help: "The lines stand under a heading of their own at the end of the form.",
        english: "English name",
        period: "Reported for each",
        kinds: "Who fills it in",
        due: "Due, days after the period's end",
        days: "days",
        area: "Area",
        no_area: "Other forms",
        new_area: "A new area…",
        area_name: "Name of the area",
        lines: "Lines of the form",
        line: "Name of the line",
        holds: "A cell holds",
        a_count: "a count",
        done: "done or not",
        level: "a level of a scale",
        scale: "Scale",
        no_scale: "Choose a scale…",
        other_unit: "Another unit…",
        unit_name: "Name of the unit",
        help: "What to enter",
        more: "Help, English name",
        asked_until: "Asked until",
        still_asked: "still asked",
        locked: "It has figures: only its names, its help and how long it is asked for may change. To count otherwise, add a line.",
        period_locked: "It has figures, so its period stays.",
        add_line: "Add a line",
        remove_line: "Remove the line",
        paste: "Paste many lines at once",
        paste_label: "List of lines",
        paste_help: "One name a line; what it is counted in stands in brackets at its end, or in the next column when copied from a sheet.",
        paste_button: "Add to the form",
        preview: "What entry will show",
        unit_column: "Unit",
        save: "Save",
        set_name: "Name of the scale or list",
        ordered: "From best to worst",
        ordered_help: "In order, charts use one colour from dark to light; otherwise each has a colour of its own.",
        options: "Levels",
        option: "Name of the level",
        add_option: "Add a level",
        up: "Up",
        down: "Down",
        new_set: "Add a scale or list",
        edit_set: "Edit the scale or list",
        new_indicator: "Add an indicator",
        edit_indicator: "Edit the indicator",
        indicator_name: "Name of the indicator",
        figure: "Kind of figure",
        percentage: "Percentage",
        ratio: "Average",
        total: "Total",
        numerator: "Numerator",
        denominator: "Denominator",
        counted: "What is counted",
        direction: "Which way is better",
        higher: "higher is better",
        lower: "lower is better",
        neutral: "neither",
        search: "Find a measure",
        nothing_picked: "Nothing chosen",
        no_match: "There is no such measure. Add it to a form first.",
        take_out: "Take out",
        now: "With the figures there are",
        no_figure: "The period that is shown has no figures for it.",
        new_rule: "Add a rule",
        edit_rule: "Edit the rule",
        left: "Left side",
        right: "Right side",
        comparison: "Must be",
        at_most: "at most (≤)",
        equal: "equal to (=)",
        at_least: "at least (≥)",
        share: "Only so many % of the right side",
        severity: "When it does not hold",
        error: "it is an error",
        warning: "it is a warning",
        notice: "it is a remark",
        sentence: "What the rule says",
        sentence_help: "Left empty, it is made of the two sides.",
        sums_to: "divided by",
        remedy: "Check the two figures and mend what was mistyped, or explain it if it is so.",
        missing: "It is empty. Type or choose something.",
        taken: "This name is there already. Choose another so that they are not confused.",
        not_days: "It must be a number of days from 0 to 365.",
        needs_scale: "No scale is chosen. Choose one, or add one under Scales and lists.",
        too_few: "At least two of them are needed.",
        mixed: "Only counts of one form can be added up. Take out those of other forms.",
        itself: "Both sides are the same. Choose another.",
        only_units: "A reported figure is needed. Choose a measure of a form.",
        not_share: "It must be a share from 0 to 100, such as 20 or 12,5.",
        sectors_why: "Sectors filter and compare units, and rules can be set over each.",
        edit_sectors: "Edit the sectors",
        no_rules: "This form has no rules.",
        empty_line: "Name the first line to see it here.",
        no_sectors: "The bloc has no sectors yet.",
        grassroots: "Number of grassroots organisations",
        mass: "Number of mass organisations",
        link: "Add forms and measures of the bloc",
    },
};

/// What a period's kind is called: "tháng", "năm", "đợt học tập".
pub const fn period_kind(lang: Lang, kind: PeriodKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, PeriodKind::Month) => "tháng",
        (Lang::Vi, PeriodKind::Quarter) => "quý",
        (Lang::Vi, PeriodKind::HalfYear) => "6 tháng",
        (Lang::Vi, PeriodKind::NineMonths) => "9 tháng",
        (Lang::Vi, PeriodKind::Year) => "năm",
        (Lang::Vi, PeriodKind::Term) => "nhiệm kỳ",
        (Lang::Vi, PeriodKind::Drive) => "đợt học tập",
        (Lang::En, PeriodKind::Month) => "month",
        (Lang::En, PeriodKind::Quarter) => "quarter",
        (Lang::En, PeriodKind::HalfYear) => "half-year",
        (Lang::En, PeriodKind::NineMonths) => "nine months",
        (Lang::En, PeriodKind::Year) => "year",
        (Lang::En, PeriodKind::Term) => "term",
        (Lang::En, PeriodKind::Drive) => "study drive",
    }
}

/// What there is: "12 biểu có sẵn, 1 biểu của Khối".
pub fn finding(lang: Lang, built_in: usize, own: usize) -> String {
    match (lang, own) {
        (Lang::Vi, 0) => format!("{built_in} biểu có sẵn, Khối chưa thêm biểu nào"),
        (Lang::Vi, _) => format!("{built_in} biểu có sẵn, {own} biểu của Khối"),
        (Lang::En, 0) => format!("{built_in} built-in forms, none of the bloc's own yet"),
        (Lang::En, 1) => format!("{built_in} built-in forms, 1 of the bloc's own"),
        (Lang::En, _) => format!("{built_in} built-in forms, {own} of the bloc's own"),
    }
}

/// How a form is reported: "Mỗi năm · đảng bộ cơ sở, chi bộ cơ sở · hạn 15 ngày sau khi hết kỳ".
pub fn reported(lang: Lang, kind: PeriodKind, kinds: &str, days: i64) -> String {
    let period = period_kind(lang, kind);
    match lang {
        Lang::Vi => format!("Mỗi {period} · {kinds} · hạn {days} ngày sau khi hết kỳ"),
        Lang::En => format!("Each {period} · {kinds} · due {days} days after its end"),
    }
}

/// A year as the last one.
pub fn until(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("hết năm {year}"),
        Lang::En => format!("the end of {year}"),
    }
}

/// It stays because of its figures.
pub fn has_figures(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => {
            format!("Đã có số liệu đến năm {year} nên không bỏ được. Ghi lại tên, hoặc chọn “Hỏi đến hết năm {year}”.")
        }
        Lang::En => format!(
            "It has figures until {year} and cannot go. Give it a name, or choose “Asked until the end of {year}”."
        ),
    }
}

/// A toast.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã lưu “{name}”"),
        Lang::En => format!("“{name}” is saved"),
    }
}

/// A toast; `others` is what went with it.
pub fn removed(lang: Lang, name: &str, others: usize) -> String {
    match (lang, others) {
        (Lang::Vi, 0) => format!("Đã bỏ “{name}”"),
        (Lang::Vi, _) => format!("Đã bỏ “{name}” cùng {others} mục dùng đến nó"),
        (Lang::En, 0) => format!("“{name}” is removed"),
        (Lang::En, _) => format!("“{name}” is removed, and {others} that use it"),
    }
}

/// A toast: whether a form is asked for.
pub fn switched(lang: Lang, name: &str, used: bool) -> String {
    match (lang, used) {
        (Lang::Vi, true) => format!("Dùng lại “{name}”"),
        (Lang::Vi, false) => format!("Thôi dùng “{name}”. Số liệu cũ vẫn giữ và vẫn xem được"),
        (Lang::En, true) => format!("“{name}” is used again"),
        (Lang::En, false) => format!("“{name}” is not used any more. Its figures stay and can be seen"),
    }
}

/// Why something stays: who uses it.
pub fn in_use(lang: Lang, name: &str, by: &str) -> String {
    match lang {
        Lang::Vi => format!("“{name}” đang được dùng ở: {by}. Bỏ những chỗ đó trước."),
        Lang::En => format!("“{name}” is used by: {by}. Remove those first."),
    }
}

/// How many more the search has found.
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Vi => format!("… còn {count} mục nữa, gõ thêm để tìm"),
        Lang::En => format!("… {count} more, type on to find them"),
    }
}

/// The sentence of a rule, made of its sides.
pub fn rule_sentence(lang: Lang, left: &str, comparison: Comparison, right: &str, share: &str) -> String {
    let of = |whole: &str| match (lang, share.trim().trim_end_matches('%').trim()) {
        (_, "") => format!("“{whole}”"),
        (Lang::Vi, share) => format!("{share}% của “{whole}”"),
        (Lang::En, share) => format!("{share}% of “{whole}”"),
    };
    let right = of(right);
    match (lang, comparison) {
        (Lang::Vi, Comparison::AtMost) => format!("“{left}” không quá {right}."),
        (Lang::Vi, Comparison::Equal) => format!("“{left}” bằng {right}."),
        (Lang::Vi, Comparison::AtLeast) => format!("“{left}” không dưới {right}."),
        (Lang::Vi, Comparison::MoreThan) => format!("“{left}” lớn hơn {right}."),
        (Lang::En, Comparison::AtMost) => format!("“{left}” is at most {right}."),
        (Lang::En, Comparison::Equal) => format!("“{left}” equals {right}."),
        (Lang::En, Comparison::AtLeast) => format!("“{left}” is at least {right}."),
        (Lang::En, Comparison::MoreThan) => format!("“{left}” is more than {right}."),
    }
}

/// How many units a rule would find now.
pub fn breaks(lang: Lang, count: usize, period: &str) -> String {
    match (lang, count) {
        (Lang::Vi, 0) => format!("Với số liệu {period}, không đơn vị nào trái quy tắc này."),
        (Lang::Vi, _) => format!("Với số liệu {period}, {count} đơn vị trái quy tắc này."),
        (Lang::En, 0) => format!("With the figures for {period}, no unit breaks it."),
        (Lang::En, 1) => format!("With the figures for {period}, 1 unit breaks it."),
        (Lang::En, _) => format!("With the figures for {period}, {count} units break it."),
    }
}

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
    fn a_rule_is_told_by_its_sides() {
        let said = |lang, share| rule_sentence(lang, "Bạn đọc", Comparison::AtMost, "Đảng viên có thẻ", share);
        assert_eq!(said(Lang::Vi, ""), "“Bạn đọc” không quá “Đảng viên có thẻ”.");
        assert_eq!(
            said(Lang::En, " 20% "),
            "“Bạn đọc” is at most 20% of “Đảng viên có thẻ”."
        );
    }

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
