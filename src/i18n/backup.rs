//! Words of backups: making a file, opening one, laying one over what is here, JSON for other software.

use super::Both;
use crate::exchange::backup::BackupError;
use crate::exchange::backup::compare::Side;
use crate::i18n::settings::size;
use crate::i18n::store::error_text;
use crate::model::number::{Count, format_count};
use crate::model::record::RecordKind;
use crate::model::text::Lang;
use crate::store::backups::BackupFailure;

/// Words of the page.
pub struct Backup {
    /// The page's name.
    pub title: &'static str,
    /// Section: making a backup.
    pub make: &'static str,
    /// What it is for.
    pub make_note: &'static str,
    /// Makes it.
    pub make_do: &'static str,
    /// No backup was made on this device.
    pub never: &'static str,
    /// It has been long: a calm reminder.
    pub due: &'static str,
    /// It is being made.
    pub making: &'static str,
    /// Stops what is under way.
    pub stop: &'static str,
    /// It was stopped.
    pub stopped: &'static str,
    /// The browser did not take the file.
    pub not_offered: &'static str,
    /// Section: opening a file.
    pub open: &'static str,
    /// What it does.
    pub open_note: &'static str,
    /// Chooses a file.
    pub choose: &'static str,
    /// Chooses another file.
    pub another: &'static str,
    /// The file is being read.
    pub reading: &'static str,
    /// The file could not be opened.
    pub unreadable: &'static str,
    /// The worker for files could not be fetched.
    pub no_worker: &'static str,
    /// The worker for files came to no end.
    pub not_done: &'static str,
    /// As of when.
    pub as_of: &'static str,
    /// The moment is not known.
    pub as_of_unknown: &'static str,
    /// What is in it.
    pub holds: &'static str,
    /// The file's size.
    pub file_size: &'static str,
    /// Opens it as a bloc of its own.
    pub as_new: &'static str,
    /// What that means.
    pub as_new_help: &'static str,
    /// The file is laid over the open bloc.
    pub filling: &'static str,
    /// Compares it with the open bloc.
    pub compare: &'static str,
    /// What that means.
    pub compare_help: &'static str,
    /// It is being compared.
    pub comparing: &'static str,
    /// It is of another bloc.
    pub other_bloc: &'static str,
    /// More differs than can be looked through.
    pub too_many: &'static str,
    /// Nothing differs.
    pub nothing: &'static str,
    /// Why that is good.
    pub nothing_why: &'static str,
    /// Section: the comparison by kind.
    pub tally: &'static str,
    /// Column: kind.
    pub kind: &'static str,
    /// Column: only in the file.
    pub new: &'static str,
    /// Column: different.
    pub changed: &'static str,
    /// Column: the same.
    pub same: &'static str,
    /// Column: only here.
    pub only_here: &'static str,
    /// Section: what differs.
    pub differences: &'static str,
    /// How to go about it.
    pub differences_note: &'static str,
    /// Nothing tells the sides apart.
    pub sides_unknown: &'static str,
    /// For every conflict at once.
    pub conflicts: &'static str,
    /// For every difference at once.
    pub all: &'static str,
    /// Keeps what is here.
    pub keep: &'static str,
    /// Takes the file's.
    pub take: &'static str,
    /// As proposed.
    pub proposed: &'static str,
    /// Adds a new thing.
    pub add: &'static str,
    /// Leaves a new thing out.
    pub leave: &'static str,
    /// Column: which field.
    pub field: &'static str,
    /// Column: as it is here.
    pub here: &'static str,
    /// Column: as the file has it.
    pub file: &'static str,
    /// Column: what is done.
    pub choice: &'static str,
    /// Nothing stands there.
    pub empty: &'static str,
    /// Nothing was chosen.
    pub none_chosen: &'static str,
    /// Something was edited meanwhile.
    pub stale: &'static str,
    /// Section: JSON.
    pub json: &'static str,
    /// What it is for.
    pub json_note: &'static str,
    /// Makes it.
    pub json_do: &'static str,
    /// Where the file is described.
    pub json_described: &'static str,
    /// To the page, from the settings and the first visit.
    pub to_page: &'static str,
    /// Before a bloc is removed.
    pub before_removal: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
}

/// Both languages.
pub static BACKUP: Both<Backup> = Both {
    vi: Backup {
        title: "Sao lưu, chuyển máy",
        make: "Sao lưu",
        make_note: "Một tệp chứa toàn bộ Khối đang mở: đơn vị, số liệu, chỉ tiêu, đợt học tập, giải trình. Cất tệp ở nơi khác (USB, máy khác) để không mất khi máy hỏng.",
        make_do: "Tải tệp sao lưu",
        never: "Chưa sao lưu Khối này trên máy này.",
        due: "Nên sao lưu",
        making: "Đang tạo tệp",
        stop: "Dừng",
        stopped: "Đã dừng, chưa ghi gì.",
        not_offered: "Trình duyệt không nhận tệp để tải về. Kiểm tra quyền tải tệp của trang này rồi thử lại.",
        open: "Mở tệp sao lưu",
        open_note: "Chuyển Khối từ máy khác sang, lấy lại số liệu cũ, hoặc gộp số liệu nhập ở hai máy. Chưa ghi gì cho đến khi bấm.",
        choose: "Chọn tệp .sokhoi",
        another: "Chọn tệp khác",
        reading: "Đang đọc tệp",
        unreadable: "Không mở được tệp này. Kiểm tra tệp còn ở chỗ cũ, rồi chọn lại.",
        no_worker: "Chưa tải được phần xử lý tệp. Nối mạng một lần rồi thử lại.",
        not_done: "Máy không xử lý xong tệp; sổ vẫn nguyên. Đóng bớt các thẻ khác rồi thử lại.",
        as_of: "Số liệu đến lúc",
        as_of_unknown: "không rõ (tệp bản cũ)",
        holds: "Trong tệp có",
        file_size: "Cỡ tệp",
        as_new: "Mở thành một Khối trên máy này",
        as_new_help: "Khối đứng riêng, không đụng đến Khối nào đang có.",
        filling: "Đang ghi Khối vào máy",
        compare: "So với Khối đang mở",
        compare_help: "Xem từng chỗ khác nhau rồi mới chọn lấy gì từ tệp.",
        comparing: "Đang so với số liệu trên máy",
        other_bloc: "Tệp này của một Khối khác: không có đơn vị nào trùng với Khối đang mở, nên không gộp được. Hãy mở thành một Khối riêng.",
        too_many: "Tệp khác Khối đang mở ở quá nhiều chỗ để xem từng chỗ. Hãy mở tệp thành một Khối riêng.",
        nothing: "Tệp không có gì khác",
        nothing_why: "Mọi thứ trong tệp đã có trên máy này, đúng như trong tệp.",
        tally: "Tệp so với máy này",
        kind: "Loại",
        new: "Chỉ có trong tệp",
        changed: "Khác nhau",
        same: "Giống nhau",
        only_here: "Chỉ có trên máy, giữ lại",
        differences: "Những chỗ khác nhau",
        differences_note: "Mở từng dòng để xem đến từng số. Ghi xong vẫn hoàn tác được bằng một lần bấm.",
        sides_unknown: "Máy này chưa từng thấy bản nào chung với tệp, nên không biết bên nào sửa sau. Chỗ nào hai bên đều có mà khác nhau thì giữ số trên máy, trừ khi chọn khác.",
        conflicts: "Chỗ hai bên khác nhau",
        all: "Tất cả",
        keep: "Giữ trên máy này",
        take: "Lấy từ tệp",
        proposed: "Như đề xuất",
        add: "Thêm từ tệp",
        leave: "Không thêm",
        field: "Mục",
        here: "Trên máy này",
        file: "Trong tệp",
        choice: "Chọn",
        empty: "trống",
        none_chosen: "Chưa chọn lấy gì từ tệp.",
        stale: "Số liệu trên máy vừa thay đổi trong lúc xem, nên chưa ghi gì. Bảng dưới đây đã được so lại.",
        json: "Tệp JSON cho phần mềm khác",
        json_note: "Toàn bộ số liệu tổng hợp, đơn vị và chỉ tiêu dưới dạng phần mềm khác đọc được. Chỉ để đọc ra; không dùng để khôi phục.",
        json_do: "Tải tệp JSON",
        json_described: "Cấu trúc tệp được mô tả trong tài liệu docs/xuat-json.md.",
        to_page: "Mở từ tệp sao lưu",
        before_removal: "Tải tệp sao lưu trước khi xóa",
        yes: "có",
        no: "không",
    },
    en: Backup {
        title: "Backup, moving",
        make: "Backup",
        make_note: "One file with all of the open bloc: units, figures, targets, study drives, explanations. Keep it elsewhere (a USB stick, another computer), so that nothing is lost when this device breaks.",
        make_do: "Download a backup",
        never: "No backup of this bloc was made on this device yet.",
        due: "A backup is due",
        making: "Making the file",
        stop: "Stop",
        stopped: "Stopped; nothing was written.",
        not_offered: "The browser did not take the file for download. Check whether this page may download files, then try again.",
        open: "Open a backup",
        open_note: "Bring a bloc from another device, get earlier figures back, or bring together what was entered on two devices. Nothing is written until you press.",
        choose: "Choose a .sokhoi file",
        another: "Choose another file",
        reading: "Reading the file",
        unreadable: "This file cannot be opened. Check that it is still there, and choose it again.",
        no_worker: "The part that works on files is not fetched yet. Go online once and try again.",
        not_done: "This device could not finish the file; the books are untouched. Close other tabs and try again.",
        as_of: "Figures as of",
        as_of_unknown: "not known (a file of an earlier version)",
        holds: "The file holds",
        file_size: "File size",
        as_new: "Open as a bloc on this device",
        as_new_help: "It stands apart; no bloc that is here is touched.",
        filling: "Writing the bloc to this device",
        compare: "Compare with the open bloc",
        compare_help: "Look at each difference, then choose what to take from the file.",
        comparing: "Comparing with what is on this device",
        other_bloc: "This file is of another bloc: none of its units is in the open one, so the two cannot be brought together. Open it as a bloc of its own.",
        too_many: "The file differs from the open bloc in more places than can be looked through. Open it as a bloc of its own.",
        nothing: "Nothing in the file differs",
        nothing_why: "All that is in the file is on this device already, just as it is in the file.",
        tally: "The file and this device",
        kind: "Kind",
        new: "Only in the file",
        changed: "Different",
        same: "The same",
        only_here: "Only here, kept",
        differences: "What differs",
        differences_note: "Open a line to see each figure. One press undoes all of it afterwards.",
        sides_unknown: "This device and the file have no earlier state in common, so nobody knows which was changed last. Where both have something different, what is here stays unless you choose otherwise.",
        conflicts: "Where both differ",
        all: "All",
        keep: "Keep what is here",
        take: "Take from the file",
        proposed: "As proposed",
        add: "Add from the file",
        leave: "Leave out",
        field: "Item",
        here: "On this device",
        file: "In the file",
        choice: "Choice",
        empty: "empty",
        none_chosen: "Nothing of the file is chosen.",
        stale: "Something on this device changed while you were looking, so nothing was written. The table below was made anew.",
        json: "JSON file for other software",
        json_note: "All aggregate figures, units and targets in a form that other software reads. For reading only, not for restoring.",
        json_do: "Download JSON",
        json_described: "The file is described in docs/xuat-json.md.",
        to_page: "Open a backup",
        before_removal: "Download a backup before removing",
        yes: "yes",
        no: "no",
    },
};

fn count(lang: Lang, number: u64) -> String {
    format_count(number as Count, lang)
}

/// A number of things, in English with its plural.
fn many(number: u64, one: &str, more: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{} {more}", count(Lang::En, number)),
    }
}

/// What a kind's records are called, with their number: "74 đơn vị".
pub fn of_kind(lang: Lang, kind: RecordKind, number: u64) -> String {
    match lang {
        Lang::Vi => format!("{} {}", count(lang, number), kind_name(lang, kind).to_lowercase()),
        Lang::En => {
            let (one, more) = english(kind);
            many(number, one, more)
        }
    }
}

/// What a kind is called, for a row or a heading.
pub fn kind_name(lang: Lang, kind: RecordKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, RecordKind::Profile) => "Thông tin Khối",
        (Lang::Vi, RecordKind::Sector) => "Loại hình",
        (Lang::Vi, RecordKind::Unit) => "Đơn vị",
        (Lang::Vi, RecordKind::Drive) => "Đợt học tập",
        (Lang::Vi, RecordKind::Target) => "Chỉ tiêu",
        (Lang::Vi, RecordKind::Return) => "Biểu đã nhập",
        (Lang::Vi, RecordKind::Statement) => "Số ghi trong văn bản",
        (Lang::Vi, RecordKind::Explanation) => "Giải trình",
        (Lang::Vi, RecordKind::View) => "Góc nhìn đã lưu",
        (Lang::Vi, RecordKind::Closing) => "Lần chốt số liệu",
        (Lang::Vi, RecordKind::Own) => "Mục của danh mục riêng",
        (Lang::Vi, _) => "Mục khác",
        (Lang::En, kind) => {
            let (_, more) = english(kind);
            more
        }
    }
}

const fn english(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Profile => ("bloc profile", "bloc profile"),
        RecordKind::Sector => ("sector", "sectors"),
        RecordKind::Unit => ("unit", "units"),
        RecordKind::Drive => ("study drive", "study drives"),
        RecordKind::Target => ("target", "targets"),
        RecordKind::Return => ("return", "returns"),
        RecordKind::Statement => ("stated figure", "stated figures"),
        RecordKind::Explanation => ("explanation", "explanations"),
        RecordKind::View => ("saved view", "saved views"),
        RecordKind::Closing => ("closing of a period", "closings of periods"),
        RecordKind::Own => ("own catalogue item", "own catalogue items"),
        _ => ("other item", "other items"),
    }
}

/// When the last backup was made here, and how much was done since.
pub fn last_line(lang: Lang, when: &str, days: i64, acts: u64) -> String {
    let since = match (lang, acts) {
        (Lang::Vi, 0) => "từ đó chưa sửa gì".to_owned(),
        (Lang::Vi, _) => format!("từ đó đã sửa {} lần", count(lang, acts)),
        (Lang::En, 0) => "nothing was changed since".to_owned(),
        (Lang::En, _) => format!("{} since", many(acts, "change", "changes")),
    };
    let ago = match (lang, days) {
        (Lang::Vi, ..=0) => "hôm nay".to_owned(),
        (Lang::Vi, _) => format!("{} ngày trước", count(lang, days.unsigned_abs())),
        (Lang::En, ..=0) => "today".to_owned(),
        (Lang::En, _) => format!("{} ago", many(days.unsigned_abs(), "day", "days")),
    };
    match lang {
        Lang::Vi => format!("Bản sao lưu gần nhất trên máy này: {when} ({ago}); {since}."),
        Lang::En => format!("Last backup on this device: {when} ({ago}); {since}."),
    }
}

/// The reminder: how much has no backup.
pub fn due_line(lang: Lang, acts: u64) -> String {
    match lang {
        Lang::Vi => format!(
            "{} lần sửa trên máy này chưa có trong bản sao lưu nào.",
            count(lang, acts)
        ),
        Lang::En => format!(
            "{} on this device {} in no backup yet.",
            many(acts, "change", "changes"),
            if acts == 1 { "is" } else { "are" }
        ),
    }
}

/// Said when a file was handed to the browser.
pub fn made(lang: Lang, file: &str, bytes: usize) -> String {
    let size = size(lang, bytes as f64);
    match lang {
        Lang::Vi => format!("Đã tạo tệp {file} ({size})"),
        Lang::En => format!("{file} was made ({size})"),
    }
}

/// Said when a bloc was opened from a file.
pub fn opened(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã mở “{name}” từ tệp sao lưu"),
        Lang::En => format!("“{name}” was opened from the backup"),
    }
}

/// The file is of a bloc that has another name.
pub fn other_name(lang: Lang, file: &str, here: &str) -> String {
    match lang {
        Lang::Vi => format!("Tệp ghi tên “{file}”, Khối đang mở tên “{here}”. Xem kỹ trước khi ghi."),
        Lang::En => format!("The file says “{file}”, the open bloc is called “{here}”. Look closely before writing."),
    }
}

/// The comparison in a sentence.
pub fn found_line(lang: Lang, new: u64, figures: u64, conflicts: u64) -> String {
    let mut parts = Vec::new();
    if new > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} mục chỉ có trong tệp", count(lang, new)),
            Lang::En => format!("{} only in the file", many(new, "item", "items")),
        });
    }
    if figures > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} chỗ khác nhau", count(lang, figures)),
            Lang::En => many(figures, "difference", "differences"),
        });
    }
    let mut text = parts.join(", ");
    if conflicts > 0 {
        text.push_str(&match lang {
            Lang::Vi => format!(", trong đó {} chỗ phải chọn giữ bên nào", count(lang, conflicts)),
            Lang::En => format!(", {} of them for you to decide", count(lang, conflicts)),
        });
    }
    text
}

/// The button that writes.
pub fn write_button(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("Ghi {} thay đổi vào máy", count(lang, fields as u64)),
        Lang::En => format!("Write {}", many(fields as u64, "change", "changes")),
    }
}

/// Said when it was written.
pub fn written(lang: Lang, fields: usize) -> String {
    match lang {
        Lang::Vi => format!("Đã lấy {} thay đổi từ tệp sao lưu", count(lang, fields as u64)),
        Lang::En => format!("{} taken from the backup", many(fields as u64, "change", "changes")),
    }
}

/// How a difference came about.
pub const fn side_name(lang: Lang, side: Side) -> &'static str {
    match (lang, side) {
        (Lang::Vi, Side::New) => "Mới trong tệp",
        (Lang::Vi, Side::File) => "Sửa trong tệp",
        (Lang::Vi, Side::Here) => "Sửa trên máy này",
        (Lang::Vi, Side::Both) => "Hai bên cùng sửa",
        (Lang::Vi, Side::Unknown) => "Hai bên khác nhau",
        (Lang::En, Side::New) => "New in the file",
        (Lang::En, Side::File) => "Changed in the file",
        (Lang::En, Side::Here) => "Changed here",
        (Lang::En, Side::Both) => "Changed on both sides",
        (Lang::En, Side::Unknown) => "Different",
    }
}

/// A field that has no name of its own here.
pub fn other_field(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Mục khác ({name})"),
        Lang::En => format!("Other ({name})"),
    }
}

/// What a field of a record is called; `None` for one that this version does not know.
pub fn field_name(lang: Lang, field: &str) -> Option<&'static str> {
    let (vi, en) = match field {
        "name" => ("Tên", "Name"),
        "label" => ("Tên", "Name"),
        "short_name" => ("Tên ngắn", "Short name"),
        "parent" => ("Cấp trên", "Above"),
        "kind" => ("Loại", "Kind"),
        "sector" => ("Loại hình", "Sector"),
        "order" => ("Thứ tự", "Order"),
        "valid_from" => ("Có từ ngày", "From"),
        "valid_to" => ("Đến hết ngày", "Until"),
        "succession" => ("Trở thành", "Became"),
        "term" => ("Nhiệm kỳ", "Term"),
        "forms" => ("Biểu dùng", "Forms used"),
        "seen_on" => ("Ngày nhìn số liệu", "Seen on"),
        "opens_on" => ("Kỳ mở đầu tiên", "Opens on"),
        "demo" => ("Số liệu minh họa", "Illustrative"),
        "id" => ("Mã", "Identifier"),
        "unit" => ("Đơn vị", "Unit"),
        "period" => ("Kỳ", "Period"),
        "form" => ("Biểu", "Form"),
        "status" => ("Tình trạng nộp", "Status"),
        "submitted_on" => ("Ngày nộp", "Handed in on"),
        "as_of" => ("Tính đến ngày", "As of"),
        "start" => ("Từ ngày", "First day"),
        "end" => ("Đến ngày", "Last day"),
        "audiences" => ("Đối tượng", "Audiences"),
        "document" => ("Văn bản", "Document"),
        "source" => ("Nguồn", "Source"),
        "indicator" => ("Chỉ tiêu thống kê", "Indicator"),
        "comparison" => ("So sánh", "Comparison"),
        "value" => ("Mức, số", "Amount"),
        "relation" => ("Quan hệ với chỉ tiêu trên", "Relation"),
        "illustrative" => ("Minh họa", "Illustrative"),
        "copied_from" => ("Chép từ kỳ", "Copied from"),
        "subject" => ("Nói về", "Speaks of"),
        "qualifier" => ("Mức chính xác", "Exactness"),
        "part_of" => ("Là một phần của", "Part of"),
        "on" => ("Vào ngày", "On"),
        "finding" => ("Điều cần xem lại", "Finding"),
        "text" => ("Lời giải trình", "Explanation"),
        "figures" => ("Các số được nói đến", "Figures meant"),
        "address" => ("Góc nhìn", "View"),
        "removed" => ("Đã xóa", "Removed"),
        _ => return None,
    };
    Some(match lang {
        Lang::Vi => vi,
        Lang::En => en,
    })
}

/// Why a backup could not be made, read or taken, with the remedy.
pub fn failure(lang: Lang, failure: &BackupFailure) -> String {
    match failure {
        BackupFailure::File(error) => refused(lang, error),
        BackupFailure::Store(error) => error_text(lang, error),
        BackupFailure::Stopped => BACKUP.in_lang(lang).stopped.to_owned(),
    }
}

/// Why a file is no backup that can be read, with the remedy.
pub fn refused(lang: Lang, error: &BackupError) -> String {
    match (lang, error) {
        (Lang::Vi, BackupError::Empty) => "Tệp trống, có thể do chép chưa xong. Chép hoặc tải lại tệp rồi chọn lại.".to_owned(),
        (Lang::En, BackupError::Empty) => "The file is empty, perhaps because copying was not finished. Copy or download it again.".to_owned(),
        (Lang::Vi, BackupError::NotABackup) => "Đây không phải tệp sao lưu của Sổ Khối. Chọn tệp có đuôi .sokhoi. Bảng Excel, CSV thì vào Nhập liệu › Nhập từ bảng.".to_owned(),
        (Lang::En, BackupError::NotABackup) => "This is no backup of Sổ Khối. Choose a file that ends in .sokhoi. Excel and CSV tables go to Entry › Import a table.".to_owned(),
        (Lang::Vi, BackupError::Newer(_)) => "Tệp này do bản mới hơn của ứng dụng tạo ra. Nối mạng, tải lại trang để cập nhật ứng dụng, rồi chọn lại tệp.".to_owned(),
        (Lang::En, BackupError::Newer(_)) => "This file was made by a newer version of the app. Go online, reload the page to update the app, and choose the file again.".to_owned(),
        (Lang::Vi, BackupError::Damaged) => "Tệp bị hỏng hoặc bị cắt cụt (mã kiểm tra không khớp), nên không đọc gì từ tệp. Chép lại từ nơi gửi, không qua chương trình nén hay sửa tệp; hoặc chọn bản sao lưu khác.".to_owned(),
        (Lang::En, BackupError::Damaged) => "The file is damaged or cut (its checksum does not fit), so nothing of it was read. Copy it again from where it came, without packing or editing it; or choose another backup.".to_owned(),
        (Lang::Vi, BackupError::TooLarge) => "Tệp lớn hơn mức một Khối có thể có. Kiểm tra lại có đúng tệp sao lưu không.".to_owned(),
        (Lang::En, BackupError::TooLarge) => "The file is larger than a bloc can be. Check that it is the right file.".to_owned(),
        (Lang::Vi, BackupError::Content(number)) => format!("Mục thứ {} trong tệp không đọc được, nên không lấy gì từ tệp. Tạo lại tệp sao lưu ở máy gửi; hoặc chọn bản sao lưu khác.", count(lang, *number)),
        (Lang::En, BackupError::Content(number)) => format!("Item {} of the file cannot be read, so nothing of it was taken. Make the backup again where it came from; or choose another.", count(lang, *number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_say_how_many_and_since_when() {
        assert_eq!(
            last_line(Lang::Vi, "01/11/2026 08:00", 21, 1_204),
            "Bản sao lưu gần nhất trên máy này: 01/11/2026 08:00 (21 ngày trước); từ đó đã sửa 1.204 lần."
        );
        assert_eq!(
            last_line(Lang::En, "x", 0, 0),
            "Last backup on this device: x (today); nothing was changed since."
        );
        assert_eq!(due_line(Lang::En, 1), "1 change on this device is in no backup yet.");
        assert_eq!(
            found_line(Lang::Vi, 2, 5, 1),
            "2 mục chỉ có trong tệp, 5 chỗ khác nhau, trong đó 1 chỗ phải chọn giữ bên nào"
        );
        assert_eq!(found_line(Lang::En, 0, 1, 0), "1 difference");
        assert_eq!(of_kind(Lang::Vi, RecordKind::Unit, 1_074), "1.074 đơn vị");
        assert_eq!(of_kind(Lang::En, RecordKind::Target, 1), "1 target");
    }

    #[test]
    fn every_refusal_has_a_remedy_in_both_languages() {
        for error in [
            BackupError::Empty,
            BackupError::NotABackup,
            BackupError::Newer(3),
            BackupError::Damaged,
            BackupError::TooLarge,
            BackupError::Content(7),
        ] {
            for lang in [Lang::Vi, Lang::En] {
                // What happened, and what to do: two sentences at least.
                assert!(refused(lang, &error).matches(['.', '›']).count() >= 2, "{error}");
            }
        }
    }
}
