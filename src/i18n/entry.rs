//! The entry pages: choosing a form, the sheet of all units, the form of one unit. Here: their words.

mod of_cells;
mod of_forms;

pub use of_cells::*;
pub use of_forms::*;

use super::Both;

/// Words of the entry pages.
pub struct Entry {
    /// The page's name.
    pub title: &'static str,
    /// Heading over forms that are due.
    pub due_now: &'static str,
    /// Nothing is due.
    pub nothing_due: &'static str,
    /// To the list of forms.
    pub all_forms: &'static str,
    /// Heading over the forms that the bloc uses.
    pub used_forms: &'static str,
    /// Forms of no known area.
    pub other_forms: &'static str,
    /// To the choice of the forms that the bloc uses.
    pub choose_forms: &'static str,
    /// Opens a form.
    pub open: &'static str,
    /// Label of the period's switcher.
    pub period: &'static str,
    /// The period before.
    pub earlier: &'static str,
    /// The period after.
    pub later: &'static str,
    /// Head of the column of units.
    pub unit: &'static str,
    /// Label of the search among units.
    pub search: &'static str,
    /// Label of the choice of rows.
    pub rows: &'static str,
    /// All units.
    pub rows_all: &'static str,
    /// Units with nothing entered.
    pub rows_missing: &'static str,
    /// Units with something to look at.
    pub rows_look: &'static str,
    /// No unit matches search and choice.
    pub no_rows: &'static str,
    /// Takes search and choice back.
    pub show_all: &'static str,
    /// Label of the order of rows.
    pub order: &'static str,
    /// The official order.
    pub order_official: &'static str,
    /// By the Vietnamese alphabet.
    pub order_alphabet: &'static str,
    /// Label of the grouping of rows.
    pub group: &'static str,
    /// Rows are not grouped.
    pub group_by_nothing: &'static str,
    /// Rows are grouped by sector.
    pub group_by_sector: &'static str,
    /// Rows are grouped by the unit above.
    pub group_by_parent: &'static str,
    /// The group of units that belong to none.
    pub group_none: &'static str,
    /// The sum of a group.
    pub subtotal: &'static str,
    /// What stands under the sheet at the head of a group.
    pub group_keys: &'static str,
    /// A cell that a rule names and a person has explained.
    pub explained: &'static str,
    /// Heading over what was found about a cell.
    pub to_look_at: &'static str,
    /// Name of the legend of the cells' marks.
    pub legend: &'static str,
    /// What a zero says that an empty cell does not.
    pub legend_zero: &'static str,
    /// A cell with a note.
    pub legend_note: &'static str,
    /// Who changed a cell, where nobody is named.
    pub on_this_device: &'static str,
    /// Label of what a column counts.
    pub counts: &'static str,
    /// A cell that another tab wrote while it was typed in here.
    pub conflicting: &'static str,
    /// The same mark where there is a server: that, or two who entered different figures.
    pub conflicting_or_contested: &'static str,
    /// Keeps the value that was typed here.
    pub keep_ours: &'static str,
    /// Takes the value of the other tab.
    pub take_theirs: &'static str,
    /// How a conflict is settled.
    pub conflict_keys: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Makes it again.
    pub redo: &'static str,
    /// The totals row.
    pub total: &'static str,
    /// Head of the column of states.
    pub status: &'static str,
    /// A return with which nothing is to be done now.
    pub no_deed: &'static str,
    /// Nothing is done with a return: its period is closed.
    pub closed: &'static str,
    /// Nothing is done with a return: the account only reads it.
    pub not_theirs: &'static str,
    /// The menu of tables in and out.
    pub tables: &'static str,
    /// To the import of a table.
    pub import_table: &'static str,
    /// Downloads what is entered.
    pub download_table: &'static str,
    /// Downloads the form with nothing in it.
    pub download_blank: &'static str,
    /// Downloads what is entered, as a workbook.
    pub workbook: &'static str,
    /// Downloads the form with nothing in it, as a workbook.
    pub workbook_blank: &'static str,
    /// Downloads every form of the year, as a workbook.
    pub workbook_year: &'static str,
    /// In the workbook: how to fill it in.
    pub how_to_fill: &'static str,
    /// Head of the column of numbers.
    pub number_head: &'static str,
    /// Head of the column of units.
    pub name_head: &'static str,
    /// Name of the panel of one cell.
    pub details: &'static str,
    /// What the panel says while no cell is active.
    pub details_none: &'static str,
    /// Label of how exact a count is.
    pub qualifier: &'static str,
    /// As it stands.
    pub exact: &'static str,
    /// At least.
    pub at_least: &'static str,
    /// More than.
    pub more_than: &'static str,
    /// About.
    pub about: &'static str,
    /// Label of a cell's note.
    pub note: &'static str,
    /// What a note is for. Names of persons do not belong there.
    pub note_help: &'static str,
    /// Heading of a cell's history.
    pub history: &'static str,
    /// No change of this cell is known on this device.
    pub history_none: &'static str,
    /// An emptied cell, in its history.
    pub emptied: &'static str,
    /// Label of the figure of the period before.
    pub before: &'static str,
    /// Label of the value entered now.
    pub now: &'static str,
    /// Label of the date that head counts stand for.
    pub as_of: &'static str,
    /// A cell without a value.
    pub empty: &'static str,
    /// A cell that the unit is not asked for.
    pub not_asked: &'static str,
    /// A cell being written.
    pub saving: &'static str,
    /// A cell on this device, not yet sent.
    pub on_device: &'static str,
    /// A cell on its way to the server.
    pub sending: &'static str,
    /// A cell that the server has taken.
    pub accepted: &'static str,
    /// A cell for which another place entered something else.
    pub contested: &'static str,
    /// A cell of which the server did not take what was entered here.
    pub rejected: &'static str,
    /// The same of a cell that has no figure from before.
    pub rejected_empty: &'static str,
    /// What another place proposes for a cell, before its value.
    pub proposed_elsewhere: &'static str,
    /// To the page where one chooses, or sees why.
    pub to_sync: &'static str,
    /// A cell that keeps what was typed.
    pub invalid: &'static str,
    /// A cell that a rule names.
    pub suspicious: &'static str,
    /// The next question; the next unit at the end.
    pub next: &'static str,
    /// The next unit.
    pub next_unit: &'static str,
    /// The unit before.
    pub previous_unit: &'static str,
    /// All units in the sheet.
    pub all_units: &'static str,
    /// One unit alone.
    pub one_unit: &'static str,
    /// Done.
    pub done: &'static str,
    /// Not done.
    pub not_done: &'static str,
    /// Nothing chosen.
    pub choose: &'static str,
    /// What stands under the sheet while nothing is wrong with the active cell.
    pub keys: &'static str,
    /// Name of the sheet for a screen reader.
    pub sheet: &'static str,
    /// No units: title.
    pub no_units: &'static str,
    /// No units: why.
    pub no_units_why: &'static str,
    /// No units: next step.
    pub no_units_do: &'static str,
    /// The bloc has no units at all: the page's finding.
    pub no_units_at_all: &'static str,
    /// Why that comes first.
    pub no_units_at_all_why: &'static str,
    /// No drive: title.
    pub no_drives: &'static str,
    /// No drive: why.
    pub no_drives_why: &'static str,
    /// No drive: next step.
    pub no_drives_do: &'static str,
    /// The address names a form or a unit that is not there: title.
    pub unknown: &'static str,
    /// Why so.
    pub unknown_why: &'static str,
    /// Overdue.
    pub overdue: &'static str,
    /// Every unit of a form has figures.
    pub all_in: &'static str,
    /// Goes to the next cell that keeps what was typed.
    pub next_invalid: &'static str,
    /// Whose figures by unit are illustrative.
    pub optional: &'static str,
}

/// Both languages of the entry pages.
pub static ENTRY: Both<Entry> = Both {
    vi: Entry {
        title: "Nhập liệu",
        due_now: "Cần nhập",
        nothing_due: "Không có biểu nào đang đến hạn. Vẫn có thể mở bất kỳ biểu nào bên dưới.",
        all_forms: "Tất cả biểu",
        used_forms: "Các biểu Khối dùng",
        other_forms: "Biểu khác",
        choose_forms: "Chọn biểu dùng trong Cài đặt",
        open: "Mở",
        period: "Kỳ",
        earlier: "Kỳ trước",
        later: "Kỳ sau",
        unit: "Đơn vị",
        search: "Tìm đơn vị",
        rows: "Lọc đơn vị",
        rows_all: "Tất cả",
        rows_missing: "Chưa có số liệu",
        rows_look: "Cần xem lại",
        no_rows: "Không có đơn vị nào khớp với tìm kiếm và bộ lọc.",
        show_all: "Hiện tất cả",
        order: "Thứ tự",
        order_official: "Thứ tự chính thức",
        order_alphabet: "Theo bảng chữ cái",
        group: "Nhóm",
        group_by_nothing: "Không nhóm",
        group_by_sector: "Theo loại hình",
        group_by_parent: "Theo đơn vị cấp trên",
        group_none: "Chưa ghi nhóm",
        subtotal: "cộng nhóm",
        group_keys: "Enter hoặc phím cách để thu gọn, mở ra nhóm; mũi tên để đi tiếp. Số cộng nhóm tính mọi đơn vị trong nhóm.",
        explained: "đã kiểm tra, có lời giải thích",
        to_look_at: "Cần xem lại",
        legend: "Chú giải dấu trong ô",
        legend_zero: "đã báo là không có; ô trống là chưa nhập",
        legend_note: "có ghi chú",
        on_this_device: "trên máy này",
        counts: "Đếm bằng",
        conflicting: "hai nơi ghi khác nhau",
        conflicting_or_contested: "hai nơi ghi khác nhau, hoặc nơi khác nhập số khác và chờ chọn",
        keep_ours: "Giữ số đang có",
        take_theirs: "Lấy số ở thẻ kia",
        conflict_keys: "Shift+F2 để chọn.",
        undo: "Hoàn tác",
        redo: "Làm lại",
        total: "Cộng",
        status: "Tình trạng",
        no_deed: "chưa có việc gì cần làm",
        closed: "kỳ đã chốt, chỉ xem",
        not_theirs: "tài khoản này chỉ xem",
        tables: "Bảng tính",
        import_table: "Nhập từ bảng",
        download_table: "Tải số liệu về (CSV)",
        download_blank: "Tải biểu trống về (CSV)",
        workbook: "Tải số liệu về (Excel)",
        workbook_blank: "Tải biểu trống về (Excel)",
        workbook_year: "Tải mọi biểu của năm (Excel)",
        how_to_fill: "Nhập số vào các ô dưới tiêu đề; chưa có số thì để trống. Hàng 1 (đang ẩn) ghi mã của biểu và cột: giữ nguyên để nhập lại đúng chỗ.",
        number_head: "STT",
        name_head: "Tên đơn vị",
        details: "Chi tiết ô",
        details_none: "Chọn một ô để xem mức chính xác, ghi chú, lịch sử và số kỳ trước.",
        qualifier: "Mức chính xác",
        exact: "chính xác",
        at_least: "ít nhất",
        more_than: "trên",
        about: "khoảng",
        note: "Ghi chú",
        note_help: "Nguồn, cách tính. Không ghi tên đảng viên.",
        history: "Lịch sử ô",
        history_none: "Chưa có thay đổi nào trên máy này.",
        emptied: "để trống",
        before: "Kỳ trước",
        now: "Đang nhập",
        as_of: "Số liệu tính đến ngày",
        empty: "trống",
        not_asked: "không hỏi đơn vị này",
        saving: "đang lưu",
        on_device: "đã lưu trên máy, chưa gửi",
        sending: "đang gửi lên máy chủ",
        accepted: "máy chủ đã nhận",
        contested: "nơi khác nhập số khác, chờ chọn",
        rejected: "máy chủ không nhận số vừa nhập, đang dùng số cũ",
        rejected_empty: "máy chủ không nhận số vừa nhập, ô này chưa có số được nhận",
        proposed_elsewhere: "Số đề nghị",
        to_sync: "Xem ở Đồng bộ",
        invalid: "chưa hiểu, không cộng vào tổng",
        suspicious: "cần xem lại",
        next: "Tiếp",
        next_unit: "Đơn vị sau",
        previous_unit: "Đơn vị trước",
        all_units: "Bảng tất cả đơn vị",
        one_unit: "Nhập riêng đơn vị này",
        done: "Đã làm",
        not_done: "Chưa làm",
        choose: "Chưa chọn",
        keys: "Gõ để thay, Enter hoặc F2 để sửa, Delete để xóa, Shift+mũi tên để chọn nhiều ô, Ctrl+A để chọn hết, Ctrl+Z để hoàn tác, Shift+F2 để ghi chú, giải thích.",
        sheet: "Bảng nhập",
        no_units: "Chưa có đơn vị nào báo cáo biểu này",
        no_units_why: "Mỗi dòng của bảng nhập là một đơn vị. Khối chưa có đơn vị thuộc loại phải báo cáo biểu này trong kỳ đã chọn.",
        no_units_do: "Thêm đơn vị",
        no_units_at_all: "Chưa nhập được số liệu: Khối chưa có đơn vị nào",
        no_units_at_all_why: "Mỗi dòng của bảng nhập là một đơn vị. Thêm danh sách đơn vị trước, rồi chọn biểu để nhập.",
        no_drives: "Chưa có đợt học tập nào",
        no_drives_why: "Biểu học tập được nhập theo từng đợt. Tạo một đợt học tập rồi quay lại đây.",
        no_drives_do: "Tạo đợt học tập",
        unknown: "Không tìm thấy",
        unknown_why: "Địa chỉ này trỏ tới một biểu hoặc một đơn vị không có trong Khối đang mở.",
        overdue: "quá hạn",
        all_in: "Đủ",
        next_invalid: "Tới ô chưa hiểu",
        optional: "không bắt buộc",
    },
    en: Entry {
        title: "Data entry",
        due_now: "To be entered",
        nothing_due: "No form is due. Any form below can still be opened.",
        all_forms: "All forms",
        used_forms: "Forms that the bloc uses",
        other_forms: "Other forms",
        choose_forms: "Choose the forms in the settings",
        open: "Open",
        period: "Period",
        earlier: "Earlier period",
        later: "Later period",
        unit: "Unit",
        search: "Find a unit",
        rows: "Filter units",
        rows_all: "All",
        rows_missing: "No figures",
        rows_look: "To review",
        no_rows: "No unit matches the search and the filter.",
        show_all: "Show all",
        order: "Order",
        order_official: "Official order",
        order_alphabet: "Alphabetical",
        group: "Group",
        group_by_nothing: "Not grouped",
        group_by_sector: "By sector",
        group_by_parent: "By the unit above",
        group_none: "In no group",
        subtotal: "subtotal",
        group_keys: "Enter or Space folds and unfolds the group; arrows go on. A subtotal is of all units of the group.",
        explained: "checked and explained",
        to_look_at: "To review",
        legend: "Legend of the cells' marks",
        legend_zero: "reported as none; an empty cell is not entered",
        legend_note: "has a note",
        on_this_device: "on this device",
        counts: "Counted in",
        conflicting: "written differently in two places",
        conflicting_or_contested: "written differently in two places, or entered differently elsewhere and waiting for a choice",
        keep_ours: "Keep the value as it stands",
        take_theirs: "Take the other tab's value",
        conflict_keys: "Shift+F2 to choose.",
        undo: "Undo",
        redo: "Redo",
        total: "Total",
        status: "Status",
        no_deed: "nothing to be done",
        closed: "the period is closed",
        not_theirs: "this account only reads it",
        tables: "Spreadsheet",
        import_table: "Import a table",
        download_table: "Download figures (CSV)",
        download_blank: "Download a blank form (CSV)",
        workbook: "Download figures (Excel)",
        workbook_blank: "Download a blank form (Excel)",
        workbook_year: "Download every form of the year (Excel)",
        how_to_fill: "Fill in the cells below the header; leave empty what is not known. Row 1 (hidden) holds the keys of the form and its columns: keep it, so that the file comes back to its place.",
        number_head: "No.",
        name_head: "Unit",
        details: "Cell details",
        details_none: "Choose a cell to see its exactness, note, history and the earlier figure.",
        qualifier: "Exactness",
        exact: "exact",
        at_least: "at least",
        more_than: "more than",
        about: "about",
        note: "Note",
        note_help: "Source, way of counting. No names of members.",
        history: "History of the cell",
        history_none: "No change is known on this device.",
        emptied: "emptied",
        before: "Earlier period",
        now: "Now",
        as_of: "Figures as of",
        empty: "empty",
        not_asked: "not asked of this unit",
        saving: "saving",
        on_device: "saved on this device, not sent",
        sending: "being sent to the server",
        accepted: "accepted by the server",
        contested: "entered differently elsewhere, waiting for a choice",
        rejected: "the server refused what was entered; the old figure is in use",
        rejected_empty: "the server refused what was entered; no figure of this cell has been accepted",
        proposed_elsewhere: "Proposed",
        to_sync: "See it under Sync",
        invalid: "not understood, left out of the total",
        suspicious: "to review",
        next: "Next",
        next_unit: "Next unit",
        previous_unit: "Previous unit",
        all_units: "Sheet of all units",
        one_unit: "Enter this unit alone",
        done: "Done",
        not_done: "Not done",
        choose: "Not chosen",
        keys: "Type to replace, Enter or F2 to edit, Delete to clear, Shift+arrows to select, Ctrl+A to select all, Ctrl+Z to undo, Shift+F2 for a note or an explanation.",
        sheet: "Entry sheet",
        no_units: "No unit reports this form yet",
        no_units_why: "Each row of the sheet is a unit. The bloc has no unit of the kinds that report this form in the chosen period.",
        no_units_do: "Add units",
        no_units_at_all: "No figures can be entered yet: the bloc has no units",
        no_units_at_all_why: "Each row of a sheet is a unit. Add the list of units first, then choose a form.",
        no_drives: "There is no study drive yet",
        no_drives_why: "The study form is entered drive by drive. Make a study drive, then come back.",
        no_drives_do: "Make a study drive",
        unknown: "Not found",
        unknown_why: "This address points to a form or a unit that the open bloc does not have.",
        overdue: "overdue",
        all_in: "All in",
        next_invalid: "To the cell not understood",
        optional: "optional",
    },
};
