//! Words of the unit pages, and what the kinds of units are called.

use super::Both;
use crate::model::text::Lang;
use crate::model::unit::UnitKind;

/// Words of the unit pages.
pub struct Units {
    /// The page's name.
    pub title: &'static str,
    /// Label of the search.
    pub search: &'static str,
    /// Label of the sector filter.
    pub sector: &'static str,
    /// Every sector.
    pub every_sector: &'static str,
    /// A unit without a sector.
    pub no_sector: &'static str,
    /// Shows units that have ended too.
    pub show_closed: &'static str,
    /// Shows the units below the first level too.
    pub show_below: &'static str,
    /// Adds one unit.
    pub add: &'static str,
    /// Adds one below this unit.
    pub add_below: &'static str,
    /// Adds many by pasting.
    pub paste: &'static str,
    /// The list of sectors.
    pub sectors: &'static str,
    /// Tables in and out.
    pub tables: &'static str,
    /// To the import.
    pub import: &'static str,
    /// Downloads the list.
    pub download: &'static str,
    /// Changes a unit.
    pub edit: &'static str,
    /// Moves a unit up in the order.
    pub up: &'static str,
    /// Moves a unit down in the order.
    pub down: &'static str,
    /// Ends a unit.
    pub close: &'static str,
    /// Takes the end back.
    pub reopen: &'static str,
    /// Other actions of a unit.
    pub more: &'static str,
    /// Head of the names' column.
    pub name: &'static str,
    /// Head of the kinds' column, label of the kind.
    pub kind: &'static str,
    /// Label of the short name.
    pub short_name: &'static str,
    /// What a short name is for.
    pub short_name_help: &'static str,
    /// Label of the unit above.
    pub parent: &'static str,
    /// Label of the first day.
    pub valid_from: &'static str,
    /// Label of the last day.
    pub valid_to: &'static str,
    /// What an empty first day means.
    pub valid_from_help: &'static str,
    /// Head of the actions' column, for a screen reader.
    pub actions: &'static str,
    /// Stores the form.
    pub save: &'static str,
    /// Adds what was pasted.
    pub add_these: &'static str,
    /// Label of the field to paste into.
    pub paste_label: &'static str,
    /// What to paste.
    pub paste_help: &'static str,
    /// A pasted name that is there already.
    pub repeated: &'static str,
    /// Label of a new sector's name.
    pub sector_name: &'static str,
    /// Adds a sector.
    pub add_sector: &'static str,
    /// Removes a sector.
    pub remove_sector: &'static str,
    /// Remark at the sectors.
    pub sectors_help: &'static str,
    /// There are no units: title.
    pub none: &'static str,
    /// There are no units: why.
    pub none_why: &'static str,
    /// The name is missing.
    pub no_name: &'static str,
    /// The last day is before the first.
    pub ends_before_start: &'static str,
    /// It would stand below itself.
    pub below_itself: &'static str,
    /// Heading of a unit's figures.
    pub figures: &'static str,
    /// A form without figures of this unit.
    pub no_figures: &'static str,
    /// Enters the figures.
    pub enter: &'static str,
    /// Heading of the units below.
    pub below: &'static str,
    /// The address names no unit: title.
    pub unknown: &'static str,
    /// Why so.
    pub unknown_why: &'static str,
    /// Head of the column of what is counted.
    pub counted: &'static str,
    /// All units.
    pub all: &'static str,
    /// No unit matches.
    pub no_match: &'static str,
    /// Removes a unit that was made by mistake.
    pub remove: &'static str,
    /// The state row of a unit's figures.
    pub state: &'static str,
}

/// Both languages of the unit pages.
pub static UNITS: Both<Units> = Both {
    vi: Units {
        title: "Đơn vị",
        search: "Tìm đơn vị",
        sector: "Loại hình",
        every_sector: "Mọi loại hình",
        no_sector: "Chưa xếp loại hình",
        show_closed: "Hiện cả đơn vị đã kết thúc",
        show_below: "Hiện cả cấp dưới cơ sở",
        add: "Thêm đơn vị",
        add_below: "Thêm đơn vị trực thuộc",
        paste: "Dán danh sách",
        sectors: "Loại hình",
        tables: "Bảng danh sách",
        import: "Nhập từ bảng",
        download: "Tải danh sách (CSV)",
        edit: "Sửa",
        up: "Lên",
        down: "Xuống",
        close: "Kết thúc hoạt động",
        reopen: "Mở lại",
        more: "Việc khác",
        name: "Tên đơn vị",
        kind: "Loại tổ chức",
        short_name: "Tên ngắn",
        short_name_help: "Dùng ở chỗ hẹp, trong biểu đồ.",
        parent: "Trực thuộc",
        valid_from: "Thành lập từ ngày",
        valid_to: "Ngày cuối hoạt động",
        valid_from_help: "Bỏ trống nếu có từ trước khi dùng sổ.",
        actions: "Thao tác",
        save: "Lưu",
        add_these: "Thêm các đơn vị này",
        paste_label: "Danh sách đơn vị, mỗi dòng một tên",
        paste_help: "Chép từ Excel hoặc văn bản rồi dán vào đây. Tên bắt đầu bằng “Đảng bộ” hoặc “Chi bộ” được xếp đúng loại.",
        repeated: "đã có, bỏ qua",
        sector_name: "Tên loại hình",
        add_sector: "Thêm loại hình",
        remove_sector: "Bỏ loại hình",
        sectors_help: "Danh sách riêng của Khối, dùng để lọc và so sánh. Bỏ một loại hình không xóa đơn vị nào.",
        none: "Chưa có đơn vị nào",
        none_why: "Danh sách tổ chức cơ sở đảng của Khối sẽ nằm ở đây. Dán danh sách tên là nhanh nhất.",
        no_name: "Tên đơn vị: chưa có tên. Gõ tên đầy đủ như trong quyết định.",
        ends_before_start: "Ngày cuối hoạt động: trước ngày thành lập. Kiểm tra lại hai ngày.",
        below_itself: "Trực thuộc: một đơn vị không thể trực thuộc chính nó. Chọn đơn vị khác.",
        figures: "Số liệu theo biểu",
        no_figures: "Chưa có số liệu ở:",
        enter: "Nhập số liệu",
        below: "Đơn vị trực thuộc",
        unknown: "Không tìm thấy đơn vị",
        unknown_why: "Địa chỉ này trỏ tới một đơn vị không có trong Khối đang mở.",
        counted: "Chỉ số",
        all: "Tất cả đơn vị",
        no_match: "Không có đơn vị nào khớp.",
        remove: "Xóa đơn vị nhập nhầm",
        state: "Tình trạng",
    },
    en: Units {
        title: "Units",
        search: "Find a unit",
        sector: "Sector",
        every_sector: "Every sector",
        no_sector: "Without a sector",
        show_closed: "Show ended units too",
        show_below: "Show lower levels too",
        add: "Add a unit",
        add_below: "Add a unit below",
        paste: "Paste a list",
        sectors: "Sectors",
        tables: "Tables",
        import: "Import a table",
        download: "Download the list (CSV)",
        edit: "Edit",
        up: "Up",
        down: "Down",
        close: "End the unit",
        reopen: "Reopen",
        more: "More",
        name: "Unit's name",
        kind: "Kind",
        short_name: "Short name",
        short_name_help: "For narrow places and charts.",
        parent: "Below",
        valid_from: "Exists from",
        valid_to: "Last day",
        valid_from_help: "Leave empty when it is older than these books.",
        actions: "Actions",
        save: "Save",
        add_these: "Add these units",
        paste_label: "List of units, one name a line",
        paste_help: "Copy from a sheet or a text and paste here. Names that begin with “Đảng bộ” or “Chi bộ” get the right kind.",
        repeated: "there already, left out",
        sector_name: "Sector's name",
        add_sector: "Add a sector",
        remove_sector: "Remove the sector",
        sectors_help: "The bloc's own list, to filter and compare by. Removing a sector removes no unit.",
        none: "There are no units yet",
        none_why: "The bloc's grassroots organisations will stand here. Pasting a list of names is the quickest way.",
        no_name: "Unit's name: it is missing. Type the full name as in the decision.",
        ends_before_start: "Last day: it is before the first day. Check both dates.",
        below_itself: "Below: a unit cannot stand below itself. Choose another unit.",
        figures: "Figures by form",
        no_figures: "No figures yet in:",
        enter: "Enter figures",
        below: "Units below",
        unknown: "No such unit",
        unknown_why: "This address points to a unit that the open bloc does not have.",
        counted: "Figure",
        all: "All units",
        no_match: "No unit matches.",
        remove: "Delete a unit made by mistake",
        state: "Status",
    },
};

/// What a kind of unit is called, as inside a sentence.
pub const fn kind_name(lang: Lang, kind: UnitKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, UnitKind::BlocCommittee) => "đảng bộ Khối",
        (Lang::Vi, UnitKind::GrassrootsCommittee) => "đảng bộ cơ sở",
        (Lang::Vi, UnitKind::GrassrootsCell) => "chi bộ cơ sở",
        (Lang::Vi, UnitKind::SectionalCommittee) => "đảng bộ bộ phận",
        (Lang::Vi, UnitKind::SubordinateCell) => "chi bộ trực thuộc",
        (Lang::Vi, UnitKind::MassOrganisation) => "tổ chức đoàn thể",
        (Lang::En, UnitKind::BlocCommittee) => "bloc committee",
        (Lang::En, UnitKind::GrassrootsCommittee) => "grassroots committee",
        (Lang::En, UnitKind::GrassrootsCell) => "grassroots cell",
        (Lang::En, UnitKind::SectionalCommittee) => "sectional committee",
        (Lang::En, UnitKind::SubordinateCell) => "subordinate cell",
        (Lang::En, UnitKind::MassOrganisation) => "mass organisation",
    }
}

/// The page's finding: "73 tổ chức cơ sở đảng = 46 đảng bộ cơ sở + 27 chi bộ cơ sở".
pub fn finding(lang: Lang, committees: usize, cells: usize) -> String {
    let all = committees + cells;
    match lang {
        Lang::Vi => format!("{all} tổ chức cơ sở đảng = {committees} đảng bộ cơ sở + {cells} chi bộ cơ sở"),
        Lang::En => format!("{all} grassroots organisations = {committees} committees + {cells} cells"),
    }
}

/// A report states another number than the tree has.
pub fn stated_differs(lang: Lang, stated: u64, committees: usize, cells: usize) -> String {
    let all = committees + cells;
    match lang {
        Lang::Vi => format!(
            "Báo cáo nêu {stated} tổ chức cơ sở đảng; danh sách ở đây có {committees} + {cells} = {all}. Cả hai con số được giữ nguyên, không tự sửa."
        ),
        Lang::En => format!(
            "The report states {stated} grassroots organisations; the list here has {committees} + {cells} = {all}. Both numbers are kept as they are."
        ),
    }
}

/// A report states the same number as the tree has.
pub fn stated_agrees(lang: Lang, stated: u64) -> String {
    match lang {
        Lang::Vi => format!("khớp với báo cáo: {stated}"),
        Lang::En => format!("agrees with the report: {stated}"),
    }
}

/// Other units and ended ones, for the facts line; empty when there are none.
pub fn other_units(lang: Lang, others: usize) -> String {
    match (lang, others) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{others} đơn vị khác"),
        (Lang::En, 1) => "1 other unit".to_owned(),
        (Lang::En, _) => format!("{others} other units"),
    }
}

/// Units that have ended; empty when there are none.
pub fn closed_units(lang: Lang, closed: usize) -> String {
    match (lang, closed) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!("{closed} đơn vị đã kết thúc"),
        (Lang::En, _) => format!("{closed} ended"),
    }
}

/// Units below one that are not shown.
pub fn units_below(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Vi, _) => format!("{count} đơn vị trực thuộc"),
        (Lang::En, 1) => "1 unit below".to_owned(),
        (Lang::En, _) => format!("{count} units below"),
    }
}

/// What will be added: "12 đơn vị mới: 8 đảng bộ cơ sở, 4 chi bộ cơ sở; bỏ qua 1 tên đã có".
pub fn paste_summary(lang: Lang, fresh: usize, repeated: usize) -> String {
    match (lang, repeated) {
        (Lang::Vi, 0) => format!("{fresh} đơn vị mới"),
        (Lang::Vi, _) => format!("{fresh} đơn vị mới, bỏ qua {repeated} tên đã có"),
        (Lang::En, 0) => format!("{fresh} new units"),
        (Lang::En, _) => format!("{fresh} new units, {repeated} names left out that are there already"),
    }
}

/// The toast after adding.
pub fn added(lang: Lang, units: usize) -> String {
    match (lang, units) {
        (Lang::Vi, _) => format!("Đã thêm {units} đơn vị"),
        (Lang::En, 1) => "1 unit added".to_owned(),
        (Lang::En, _) => format!("{units} units added"),
    }
}

/// The toast after a change of one unit.
pub fn changed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã sửa {name}"),
        Lang::En => format!("{name} changed"),
    }
}

/// The toast after a removal.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa {name}"),
        Lang::En => format!("{name} deleted"),
    }
}

/// When a unit exists: "từ 01/03/2021", "đến 31/12/2022"; empty when it always has.
pub fn validity(lang: Lang, from: Option<&str>, to: Option<&str>) -> String {
    match (lang, from, to) {
        (_, None, None) => String::new(),
        (Lang::Vi, Some(from), None) => format!("từ {from}"),
        (Lang::Vi, None, Some(to)) => format!("đến {to}"),
        (Lang::Vi, Some(from), Some(to)) => format!("{from} – {to}"),
        (Lang::En, Some(from), None) => format!("from {from}"),
        (Lang::En, None, Some(to)) => format!("until {to}"),
        (Lang::En, Some(from), Some(to)) => format!("{from} – {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_named() {
        assert_eq!(
            finding(Lang::Vi, 46, 26),
            "72 tổ chức cơ sở đảng = 46 đảng bộ cơ sở + 26 chi bộ cơ sở"
        );
        let text = stated_differs(Lang::Vi, 73, 46, 26);
        for number in ["73", "46", "26", "72"] {
            assert!(text.contains(number), "{text}");
        }
        assert_eq!(validity(Lang::Vi, None, Some("31/12/2022")), "đến 31/12/2022");
        assert_eq!(paste_summary(Lang::Vi, 3, 1), "3 đơn vị mới, bỏ qua 1 tên đã có");
    }
}
