//! Words of the first visit: what this is, a look at a demo, and the three steps of a new bloc.

use super::Both;
use crate::exchange::name_list::PastedName;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::model::unit::UnitKind;

/// Words of the first visit.
pub struct Welcome {
    /// The finding of an empty app: what it is for.
    pub headline: &'static str,
    /// What it does, in two lines.
    pub lead: &'static str,
    /// The promise about personal data.
    pub promise: &'static str,
    /// Where the figures stay.
    pub on_device: &'static str,
    /// Opens the main demo.
    pub try_demo: &'static str,
    /// Shown while the demo is being loaded.
    pub loading_demo: &'static str,
    /// The other demos.
    pub other_demos: &'static str,
    /// Begins a bloc of one's own.
    pub start_own: &'static str,
    /// What the demo shows.
    pub demo_help: &'static str,
    /// What beginning takes.
    pub own_help: &'static str,
    /// What opening a backup is for.
    pub backup_help: &'static str,
    /// What joining is for.
    pub join_help: &'static str,
    /// Heading of the new bloc's steps.
    pub new_bloc: &'static str,
    /// "Step" in "Bước 1/3".
    pub step: &'static str,
    /// Step 1.
    pub step_name: &'static str,
    /// Step 2.
    pub step_term: &'static str,
    /// Step 3.
    pub step_units: &'static str,
    /// The bloc's name.
    pub name: &'static str,
    /// An example of a name.
    pub name_help: &'static str,
    /// The remedy for an empty name.
    pub name_missing: &'static str,
    /// The bloc's kind.
    pub kind: &'static str,
    /// Kind: agencies.
    pub kind_agencies: &'static str,
    /// Kind: agencies and enterprises.
    pub kind_agencies_enterprises: &'static str,
    /// Kind: enterprises.
    pub kind_enterprises: &'static str,
    /// Kind: other.
    pub kind_other: &'static str,
    /// The term's first year.
    pub term_from: &'static str,
    /// The term's last year.
    pub term_to: &'static str,
    /// How a term is written.
    pub term_help: &'static str,
    /// The remedy for a term that is none.
    pub term_wrong: &'static str,
    /// The list of units.
    pub units: &'static str,
    /// How to fill it.
    pub units_help: &'static str,
    /// An example of the list.
    pub units_example: &'static str,
    /// Goes on.
    pub next: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Finishes.
    pub finish: &'static str,
    /// Leaves the steps.
    pub cancel: &'static str,
    /// The bloc could not be written.
    pub failed: &'static str,
    /// What is safe, and what to do.
    pub failed_remedy: &'static str,
}

/// Both languages of the first visit.
pub static WELCOME: Both<Welcome> = Both {
    vi: Welcome {
        headline: "Sổ số liệu của Đảng ủy Khối, dùng được cả khi không có mạng",
        lead: "Nhập số liệu học tập nghị quyết, kết nạp, chỉ tiêu của từng tổ chức cơ sở đảng; xem ngay thành biểu đồ, bảng và câu tổng hợp để báo cáo, trình chiếu.",
        promise: "Chỉ ghi số tổng hợp. Không có chỗ nào để nhập thông tin của một đảng viên cụ thể.",
        on_device: "Số liệu nằm trên máy này; chỉ gửi đi khi chính Khối nối với máy chủ của mình.",
        try_demo: "Xem thử với Hòa Bình 2021",
        loading_demo: "Đang mở dữ liệu xem thử…",
        other_demos: "Xem thử khác",
        start_own: "Bắt đầu cho Khối của tôi",
        demo_help: "Số liệu công bố của một Đảng bộ Khối có thật; phần chia theo đơn vị là minh họa. Xóa được bằng một lần bấm.",
        own_help: "Ba bước: tên, nhiệm kỳ, danh sách đơn vị. Sửa lại lúc nào cũng được.",
        backup_help: "Khối đã làm ở máy khác: mang tệp .sokhoi sang và mở ở đây.",
        join_help: "Đã được văn phòng Khối mời: mở liên kết, dán mã hoặc quét mã QR.",
        new_bloc: "Khối mới",
        step: "Bước",
        step_name: "Tên và loại hình",
        step_term: "Nhiệm kỳ",
        step_units: "Đơn vị trực thuộc",
        name: "Tên Đảng bộ Khối",
        name_help: "Viết như trên văn bản, ví dụ: Đảng bộ Khối các cơ quan tỉnh",
        name_missing: "Tên Đảng bộ Khối còn trống: nhập tên như trên văn bản.",
        kind: "Loại hình",
        kind_agencies: "Khối các cơ quan",
        kind_agencies_enterprises: "Khối cơ quan và doanh nghiệp",
        kind_enterprises: "Khối doanh nghiệp",
        kind_other: "Loại hình khác",
        term_from: "Từ năm",
        term_to: "Đến năm",
        term_help: "Ví dụ nhiệm kỳ 2025–2030: từ năm 2025 đến năm 2030.",
        term_wrong: "Nhiệm kỳ chưa đúng: nhập năm đầu trước năm cuối, cách nhau không quá 10 năm.",
        units: "Danh sách đơn vị, mỗi dòng một đơn vị",
        units_help: "Dán từ Excel hoặc gõ vào. Dòng bắt đầu bằng “Đảng bộ” là đảng bộ cơ sở, “Chi bộ” là chi bộ cơ sở. Có bảng danh sách nhiều cột thì để trống, rồi chọn Nhập từ bảng ở mục Đơn vị.",
        units_example: "Đảng bộ Sở Giáo dục và Đào tạo\nChi bộ Ban Dân tộc\nĐảng bộ Sở Y tế",
        next: "Tiếp",
        back: "Quay lại",
        finish: "Mở sổ",
        cancel: "Thôi",
        failed: "Chưa tạo được sổ trên máy này",
        failed_remedy: "Những gì đã nhập vẫn còn ở đây. Kiểm tra dung lượng trống của máy, hoặc thoát chế độ ẩn danh, rồi bấm lại.",
    },
    en: Welcome {
        headline: "The bloc committee's ledger of counts, with or without a network",
        lead: "Enter the counts of each organisation: study of resolutions, admissions, targets. They become charts, tables and sentences at once, for reports and for meetings.",
        promise: "Aggregates only. There is no place to enter anything about one member.",
        on_device: "The figures stay on this device; they are sent only where the bloc joins a server of its own.",
        try_demo: "Try it with Hòa Bình 2021",
        loading_demo: "Opening the demo…",
        other_demos: "Other demos",
        start_own: "Start for my bloc",
        demo_help: "Published figures of a real bloc; the split by unit is illustrative. One tap removes it.",
        own_help: "Three steps: name, term, list of units. All can be changed later.",
        backup_help: "A bloc kept on another device: bring its .sokhoi file and open it here.",
        join_help: "Invited by the office: open the link, paste the code or scan it.",
        new_bloc: "New bloc",
        step: "Step",
        step_name: "Name and kind",
        step_term: "Term",
        step_units: "Units",
        name: "Name of the bloc",
        name_help: "As on its documents, for example: Đảng bộ Khối các cơ quan tỉnh",
        name_missing: "The name of the bloc is empty: enter it as on its documents.",
        kind: "Kind",
        kind_agencies: "Agencies",
        kind_agencies_enterprises: "Agencies and enterprises",
        kind_enterprises: "Enterprises",
        kind_other: "Another kind",
        term_from: "From year",
        term_to: "To year",
        term_help: "For example the term 2025–2030: from 2025 to 2030.",
        term_wrong: "The term is not right: the first year comes before the last, at most 10 years apart.",
        units: "List of units, one a line",
        units_help: "Paste from Excel or type. A line that begins with “Đảng bộ” is a grassroots committee, with “Chi bộ” a grassroots cell. It may stay empty; units can be added later.",
        units_example: "Đảng bộ Sở Giáo dục và Đào tạo\nChi bộ Ban Dân tộc\nĐảng bộ Sở Y tế",
        next: "Next",
        back: "Back",
        finish: "Open the ledger",
        cancel: "Cancel",
        failed: "The ledger could not be made on this device",
        failed_remedy: "What was entered is still here. Check the device's free space, or leave private browsing, and try again.",
    },
};

/// What the pasted list was read as: "Đọc được 72 đơn vị: 46 đảng bộ cơ sở, 26 chi bộ cơ sở."
pub fn units_line(lang: Lang, list: &[PastedName]) -> String {
    let units = || list.iter().filter(|name| !name.repeated);
    let all = units().count();
    let committees = units()
        .filter(|name| name.kind == UnitKind::GrassrootsCommittee)
        .count();
    let repeated = list.len() - all;
    let count = |n: usize| format_count(n as u64, lang);
    let (all, cells, committees) = (count(all), count(all - committees), count(committees));
    let mut line = match lang {
        _ if list.is_empty() => return String::new(),
        Lang::Vi => format!("Đọc được {all} đơn vị: {committees} đảng bộ cơ sở, {cells} chi bộ cơ sở."),
        Lang::En => format!("Read as {all} units: {committees} grassroots committees, {cells} grassroots cells."),
    };
    if repeated > 0 {
        line.push_str(&match lang {
            Lang::Vi => format!(" Bỏ {} dòng trùng tên.", count(repeated)),
            Lang::En => format!(" {} repeated lines are left out.", count(repeated)),
        });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::name_list;

    #[test]
    fn says_what_a_list_was_read_as() {
        let list = name_list::read(
            "Đảng bộ Sở Y tế\nChi bộ Ban Dân tộc\nchi bộ ban dân tộc",
            UnitKind::GrassrootsCell,
            [],
        );
        assert_eq!(
            units_line(Lang::Vi, &list),
            "Đọc được 2 đơn vị: 1 đảng bộ cơ sở, 1 chi bộ cơ sở. Bỏ 1 dòng trùng tên."
        );
        assert_eq!(units_line(Lang::En, &[]), "");
    }
}
