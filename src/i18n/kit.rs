//! Words of the component kit: headings, and samples taken from the kind of text that the pages show.

use super::Both;

/// Words of the kit.
pub struct Kit {
    /// What the page is for.
    pub about: &'static str,
    /// Part: status and state.
    pub states: &'static str,
    /// Part: buttons and menus.
    pub buttons: &'static str,
    /// Part: fields and choices.
    pub fields: &'static str,
    /// Part: cards, bars, tables.
    pub figures: &'static str,
    /// Part: notices, empty states, errors.
    pub notices: &'static str,
    /// Part: icons.
    pub icons: &'static str,
    /// Sample of a finding.
    pub finding: &'static str,
    /// Sample facts.
    pub facts: [&'static str; 3],
    /// Sample verb for a button.
    pub add_unit: &'static str,
    /// Sample verb for a second button.
    pub open: &'static str,
    /// Sample of a field's label: a name.
    pub name: &'static str,
    /// Its help.
    pub name_help: &'static str,
    /// What is wrong with it.
    pub name_error: &'static str,
    /// Sample of a count's label.
    pub members: &'static str,
    /// Its counting unit.
    pub counted: &'static str,
    /// Sample of a date's label.
    pub as_of: &'static str,
    /// Sample of a choice's label.
    pub sector: &'static str,
    /// Sample choices.
    pub sectors: [&'static str; 3],
    /// Sample of a yes or no.
    pub patterns: &'static str,
    /// Its remark.
    pub patterns_help: &'static str,
    /// Sample measure of a card.
    pub admissions: &'static str,
    /// Sample of a gap.
    pub gap: &'static str,
    /// Sample of a progress text.
    pub cells: &'static str,
    /// Sample table's caption.
    pub table: &'static str,
    /// Column: unit.
    pub unit: &'static str,
    /// Column: studied.
    pub studied: &'static str,
    /// Column: rate.
    pub rate: &'static str,
    /// Row: sum.
    pub total: &'static str,
    /// Sample units.
    pub units: [&'static str; 4],
    /// Sample of a remark.
    pub remark: &'static str,
    /// Sample of an undo toast.
    pub done: &'static str,
    /// Sample of an empty state's title.
    pub empty: &'static str,
    /// Sample of its reason.
    pub empty_why: &'static str,
    /// Sample error: what happened.
    pub happened: &'static str,
    /// Sample error: what is safe.
    pub safe: &'static str,
    /// Sample error: what to do.
    pub remedy: &'static str,
}

/// Both languages of the kit.
pub static KIT: Both<Kit> = Both {
    vi: Kit {
        about: "Mọi thành phần ở mọi trạng thái, để xem trong giao diện sáng, tối, trên điện thoại và máy chiếu.",
        states: "Trạng thái",
        buttons: "Nút và danh mục",
        fields: "Ô nhập và lựa chọn",
        figures: "Thẻ, thanh và bảng",
        notices: "Thông báo",
        icons: "Biểu tượng",
        finding: "73/73 tổ chức cơ sở đảng đã học tập; còn 12 đơn vị chưa nộp chương trình hành động",
        facts: ["4.201/4.201 đảng viên", "73/73 đơn vị đã báo cáo", "đến 31/7/2021"],
        add_unit: "Thêm đơn vị",
        open: "Mở danh sách",
        name: "Tên đơn vị",
        name_help: "Tên đầy đủ như trong văn bản.",
        name_error: "Tên đơn vị: đã có đơn vị khác mang tên này. Thêm phần để phân biệt.",
        members: "Đảng viên đã học tập",
        counted: "đảng viên",
        as_of: "Số liệu đến ngày",
        sector: "Loại hình",
        sectors: ["Cơ quan hành chính", "Đơn vị sự nghiệp", "Doanh nghiệp"],
        patterns: "Họa tiết trên mọi biểu đồ",
        patterns_help: "Phân biệt các phần không cần đến màu.",
        admissions: "Kết nạp đảng viên",
        gap: "còn thiếu 9, cần 3 mỗi tháng",
        cells: "8/12 ô",
        table: "Tỷ lệ học tập theo đơn vị",
        unit: "Đơn vị",
        studied: "Đã học tập",
        rate: "Tỷ lệ",
        total: "Toàn khối",
        units: [
            "Đảng bộ Sở Nông nghiệp và Phát triển nông thôn",
            "Đảng bộ Sở Y tế",
            "Chi bộ Hội Chữ thập đỏ",
            "Chi bộ Báo Hòa Bình",
        ],
        remark: "Tổng 46 + 26 = 72 không khớp với 73 tổ chức đã nêu.",
        done: "Đã đóng Chi bộ Báo Hòa Bình",
        empty: "Biểu đồ kết nạp sẽ ở đây",
        empty_why: "Chưa có số liệu kết nạp của năm 2023. Nhập tháng đầu tiên để thấy tiến độ so với chỉ tiêu.",
        happened: "Máy không còn chỗ để ghi số liệu.",
        safe: "Mọi số liệu đã lưu trước đó vẫn nguyên trên máy này. Ô vừa nhập đang ở trên màn hình.",
        remedy: "Xuất một tệp sao lưu, xóa bớt tệp khác trên máy, rồi lưu lại.",
    },
    en: Kit {
        about: "Every component in every state, to be looked at in light, dark, on a phone and on a projector.",
        states: "States",
        buttons: "Buttons and menus",
        fields: "Fields and choices",
        figures: "Cards, bars and tables",
        notices: "Notices",
        icons: "Icons",
        finding: "73 of 73 grassroots organisations have studied; 12 units still owe their action programme",
        facts: ["4,201/4,201 members", "73/73 units reported", "as of 31/7/2021"],
        add_unit: "Add a unit",
        open: "Open the list",
        name: "Name of the unit",
        name_help: "The full name as documents have it.",
        name_error: "Name of the unit: another unit has this name. Add what tells them apart.",
        members: "Members who studied",
        counted: "members",
        as_of: "Figures as of",
        sector: "Sector",
        sectors: ["State agency", "Public service unit", "Enterprise"],
        patterns: "Patterns on every chart",
        patterns_help: "Tells parts apart without colour.",
        admissions: "Members admitted",
        gap: "9 missing, 3 a month needed",
        cells: "8/12 cells",
        table: "Study rate by unit",
        unit: "Unit",
        studied: "Studied",
        rate: "Rate",
        total: "Whole bloc",
        units: [
            "Committee of the Department of Agriculture and Rural Development",
            "Committee of the Department of Health",
            "Cell of the Red Cross Society",
            "Cell of the Hòa Bình newspaper",
        ],
        remark: "46 + 26 = 72 does not match the 73 organisations stated.",
        done: "Closed the cell of the Hòa Bình newspaper",
        empty: "The admissions chart will stand here",
        empty_why: "There are no admissions for 2023 yet. Enter the first month to see the pace against the target.",
        happened: "This device has no room left to write figures.",
        safe: "All figures saved before are still on this device. The cell just entered is on the screen.",
        remedy: "Export a backup file, delete other files on the device, then save again.",
    },
};
