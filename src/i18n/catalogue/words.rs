//! Words of the catalogue's page and its dialogs.

use crate::i18n::Both;

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
    /// Part of a button's name: a line of a form.
    pub moved_line: &'static str,
    /// Part of a button's name: a level of a scale.
    pub moved_level: &'static str,
    /// Field: a further list that a measure is split by.
    pub and_by: &'static str,
    /// Choice.
    pub no_further: &'static str,
    /// Disclosure: of whom a section is asked.
    pub only_lines: &'static str,
    /// Disclosure: of whom a rule holds.
    pub only_rule: &'static str,
    /// Help.
    pub only_help: &'static str,
    /// Group.
    pub only_kinds: &'static str,
    /// Group.
    pub only_sectors: &'static str,
    /// Checkbox: the right side is of the period before.
    pub before: &'static str,
    /// Help.
    pub before_help: &'static str,
    /// Field.
    pub least: &'static str,
    /// Fault.
    pub not_share_before: &'static str,
    /// Fault.
    pub not_count: &'static str,
    /// Disclosure of a rule's further conditions.
    pub further: &'static str,
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
        up: "Đưa lên",
        down: "Đưa xuống",
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
        empty_line: "Ghi tên dòng đầu tiên để xem trước.",
        no_sectors: "Khối chưa có loại hình nào.",
        grassroots: "Số tổ chức cơ sở đảng",
        mass: "Số đoàn thể",
        link: "Thêm biểu, chỉ tiêu của Khối",
        moved_line: "dòng",
        moved_level: "mức",
        and_by: "Rồi chia tiếp theo",
        no_further: "không chia nữa",
        only_lines: "Chỉ hỏi một số đơn vị",
        only_rule: "Chỉ áp dụng cho một số đơn vị",
        only_help: "Không chọn gì thì áp dụng cho mọi đơn vị điền biểu.",
        only_kinds: "Theo loại đơn vị",
        only_sectors: "Theo loại hình",
        before: "Vế phải lấy số của kỳ trước",
        before_help: "Dùng để bắt số tăng, giảm đột ngột: ví dụ không quá 300% số kỳ trước.",
        least: "Chỉ xét khi một trong hai số từ",
        not_share_before: "Phải là tỷ lệ lớn hơn 0, không quá 1.000, ví dụ 300.",
        not_count: "Phải là số nguyên, ví dụ 10. Để trống thì luôn xét.",
        further: "Kỳ trước, ngưỡng, đơn vị áp dụng",
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
        up: "Move up",
        down: "Move down",
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
        empty_line: "Name the first line to see it here.",
        no_sectors: "The bloc has no sectors yet.",
        grassroots: "Number of grassroots organisations",
        mass: "Number of mass organisations",
        link: "Add forms and measures of the bloc",
        moved_line: "line",
        moved_level: "level",
        and_by: "Then by",
        no_further: "not further",
        only_lines: "Ask some units only",
        only_rule: "For some units only",
        only_help: "Where nothing is chosen it holds for every unit that reports the form.",
        only_kinds: "By kind of unit",
        only_sectors: "By sector",
        before: "The right side is of the period before",
        before_help: "For what changes suddenly, such as more than 300% of the period before.",
        least: "Only where one of the two is at least",
        not_share_before: "It must be a share above 0 and up to 1.000, such as 300.",
        not_count: "It must be a whole number such as 10. Left empty, the rule is always asked.",
        further: "Period before, threshold, units",
    },
};
