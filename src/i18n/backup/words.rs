//! Words of the page of backups.

use crate::i18n::Both;

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
    /// Hands the file to another program or device.
    pub hand_over: &'static str,
    /// What the other device does with it.
    pub hand_over_note: &'static str,
    /// The file is made and waits for a press.
    pub hand_over_ready: &'static str,
    /// That press.
    pub hand_over_now: &'static str,
    /// It was handed over.
    pub handed_over: &'static str,
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
    /// To the page, from the settings and the first visit.
    pub to_page: &'static str,
    /// Before a bloc is removed.
    pub before_removal: &'static str,
    /// The same, before a PIN is set.
    pub before_pin: &'static str,
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
        hand_over: "Chuyển sang máy khác",
        hand_over_note: "Tệp đi qua Zalo, Bluetooth hay thư; máy kia vào Sao lưu, chuyển máy, chọn tệp rồi so với Khối đang mở. Chỗ nào khác thì chọn từng số. Có ứng dụng nhận tệp dưới tên .sokhoi.txt: mở được như thường.",
        hand_over_ready: "Tệp đã sẵn sàng.",
        hand_over_now: "Gửi tệp",
        handed_over: "Đã chuyển tệp",
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
        to_page: "Mở từ tệp sao lưu",
        before_removal: "Tải tệp sao lưu trước khi xóa",
        before_pin: "Tải tệp sao lưu trước khi đặt mã",
        yes: "có",
        no: "không",
    },
    en: Backup {
        title: "Backup, moving",
        make: "Backup",
        make_note: "One file with all of the open bloc: units, figures, targets, study drives, explanations. Keep it elsewhere (a USB stick, another computer), so that nothing is lost when this device breaks.",
        make_do: "Download a backup",
        hand_over: "Send to another device",
        hand_over_note: "The file goes by chat, Bluetooth or mail; on the other device it is chosen under Backup, moving, and compared with the open bloc. Wherever they differ one chooses figure by figure. Some programs receive it as .sokhoi.txt: it opens all the same.",
        hand_over_ready: "The file is ready.",
        hand_over_now: "Send the file",
        handed_over: "The file was handed over",
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
        to_page: "Open a backup",
        before_removal: "Download a backup before removing",
        before_pin: "Download a backup before setting it",
        yes: "yes",
        no: "no",
    },
};
