//! Words of the page Đồng bộ.

use crate::i18n::Both;

/// Words of the page.
pub struct SyncWords {
    /// The page's name.
    pub title: &'static str,
    /// Sends and fetches now.
    pub sync_now: &'static str,
    /// Signs in again.
    pub sign_in: &'static str,
    /// What works without a network.
    pub offline_works: &'static str,
    /// Heading over that.
    pub offline_title: &'static str,
    /// The address of the server.
    pub server: &'static str,
    /// A bloc that is on this device alone: title.
    pub alone: &'static str,
    /// What a server is for.
    pub alone_why: &'static str,
    /// Heading over the ways to share.
    pub alone_ways: &'static str,
    /// With an invitation.
    pub alone_join: &'static str,
    /// What an invitation is.
    pub alone_join_why: &'static str,
    /// To the page that takes an invitation.
    pub alone_join_do: &'static str,
    /// By file.
    pub alone_file: &'static str,
    /// How two devices exchange by file.
    pub alone_file_why: &'static str,
    /// To the page of backups.
    pub alone_file_do: &'static str,
    /// A bloc of illustrative figures is not sent anywhere.
    pub demo: &'static str,
    /// Heading over the conflicts.
    pub contests: &'static str,
    /// What a conflict is, and that nothing is lost.
    pub contests_note: &'static str,
    /// No conflicts: title.
    pub contests_none: &'static str,
    /// No conflicts: what would stand here.
    pub contests_none_why: &'static str,
    /// Whoever only reads cannot choose.
    pub contests_read_only: &'static str,
    /// The value that stands.
    pub official: &'static str,
    /// The value that was proposed.
    pub proposed: &'static str,
    /// What both began with.
    pub base: &'static str,
    /// The total of the whole bloc.
    pub bloc_total: &'static str,
    /// A third value.
    pub other: &'static str,
    /// Label of the third value's field.
    pub other_value: &'static str,
    /// Settles with the third value, or with what was chosen for each field.
    pub settle: &'static str,
    /// Chooses field by field.
    pub each: &'static str,
    /// A field is not chosen yet.
    pub choose_each: &'static str,
    /// Opens the cell.
    pub to_cell: &'static str,
    /// Heading of the server's history.
    pub history: &'static str,
    /// The history is on its way.
    pub history_coming: &'static str,
    /// The history could not be fetched.
    pub history_failed: &'static str,
    /// The server knows of no change.
    pub history_none: &'static str,
    /// Made on this device.
    pub this_device: &'static str,
    /// Takes note that both agree.
    pub agree: &'static str,
    /// Heading over the queue.
    pub queue: &'static str,
    /// What the queue is.
    pub queue_note: &'static str,
    /// Nothing waits: title.
    pub queue_none: &'static str,
    /// Nothing waits: what would stand here.
    pub queue_none_why: &'static str,
    /// Column: what.
    pub what: &'static str,
    /// Column: field.
    pub field: &'static str,
    /// Column: value, before and after.
    pub value: &'static str,
    /// Column: before.
    pub before: &'static str,
    /// Column: after.
    pub after: &'static str,
    /// Column: when.
    pub when: &'static str,
    /// Column: how far.
    pub state: &'static str,
    /// Column: why.
    pub reason: &'static str,
    /// Column: what can be done.
    pub deeds: &'static str,
    /// Sends it again.
    pub retry: &'static str,
    /// Goes to the cell.
    pub edit: &'static str,
    /// Takes it back.
    pub withdraw: &'static str,
    /// To the conflict.
    pub to_contest: &'static str,
    /// Downloads the queue as JSON.
    pub export_json: &'static str,
    /// Downloads the queue as a table.
    pub export_csv: &'static str,
    /// Heading over the devices.
    pub devices: &'static str,
    /// What the table of devices is for.
    pub devices_note: &'static str,
    /// The devices could not be fetched.
    pub devices_failed: &'static str,
    /// No device has spoken yet.
    pub devices_none: &'static str,
    /// Column: the device.
    pub device: &'static str,
    /// Column: the account.
    pub account: &'static str,
    /// Column: the unit.
    pub unit: &'static str,
    /// In place of the unit, of an account that has none.
    pub of_bloc: &'static str,
    /// Column: last heard.
    pub heard: &'static str,
    /// Column: what is missing or refused.
    pub needs: &'static str,
    /// Column: what to do.
    pub advice: &'static str,
    /// All is well.
    pub well: &'static str,
    /// Fetches again.
    pub again: &'static str,
    /// To the page.
    pub open: &'static str,
}

/// Both languages.
pub static SYNC: Both<SyncWords> = Both {
    vi: SyncWords {
        title: "Đồng bộ",
        sync_now: "Đồng bộ ngay",
        sign_in: "Đăng nhập lại",
        offline_works: "Nhập, sửa, tính tổng, xem biểu đồ, in, xuất tệp và sao lưu đều làm được khi không có mạng. Chỉ cần mạng để gửi, nhận số của nơi khác, đăng nhập và mời.",
        offline_title: "Không có mạng vẫn làm được gì",
        server: "Máy chủ",
        alone: "Khối này chỉ có trên máy này",
        alone_why: "Khi Khối có máy chủ, trang này cho biết thay đổi nào đã gửi, chỗ nào hai nơi nhập khác nhau và máy nào lâu chưa gửi. Không có máy chủ, mọi việc vẫn làm được; số liệu nằm trên máy này.",
        alone_ways: "Cách để nhiều máy cùng làm",
        alone_join: "Có thư mời của Khối",
        alone_join_why: "Mở đường dẫn hoặc quét mã trong thư mời, đặt mật khẩu, chờ nhận số liệu lần đầu. Từ đó làm được cả khi không có mạng.",
        alone_join_do: "Kết nối máy chủ",
        alone_file: "Chuyển bằng tệp",
        alone_file_why: "Máy này tạo tệp .sokhoi rồi gửi qua Zalo, USB hay Bluetooth; máy kia mở tệp, so với số đang có và chọn từng chỗ khác nhau. Không số nào bị ghi đè mà không hỏi.",
        alone_file_do: "Đến Sao lưu, chuyển máy",
        demo: "Đây là số liệu minh họa nên không gửi lên máy chủ.",
        contests: "Hai nơi nhập khác nhau",
        contests_note: "Số đang dùng vẫn được tính cho đến khi có người chọn; số đề nghị được giữ, không mất. Chọn xong vẫn hoàn tác được.",
        contests_none: "Không có chỗ nào nhập khác nhau",
        contests_none_why: "Khi hai nơi sửa cùng một ô, cả hai số hiện ở đây để chọn.",
        contests_read_only: "Tài khoản này chỉ xem. Văn phòng Khối hoặc đơn vị có số liệu sẽ chọn.",
        official: "Đang dùng",
        proposed: "Đề nghị",
        base: "Lúc đầu",
        bloc_total: "Tổng toàn Khối",
        other: "Số khác",
        other_value: "Giá trị khác",
        settle: "Ghi",
        each: "Chọn từng ô",
        choose_each: "Chọn cho mọi ô rồi ghi một lần.",
        to_cell: "Mở ô này",
        history: "Lịch sử trên máy chủ",
        history_coming: "Đang lấy lịch sử",
        history_failed: "Chưa lấy được lịch sử. Cần có mạng và đã đăng nhập; mở lại mục này để thử lại.",
        history_none: "Máy chủ chưa ghi nhận lần sửa nào của mục này.",
        this_device: "máy này",
        agree: "Đã rõ, xóa khỏi danh sách",
        queue: "Thay đổi của máy này",
        queue_note: "Những gì chưa được máy chủ nhận, và những gì vừa được trả lời.",
        queue_none: "Không còn gì chờ gửi",
        queue_none_why: "Thay đổi vừa nhập hiện ở đây cho đến khi máy chủ nhận.",
        what: "Mục",
        field: "Ô, trường",
        value: "Giá trị",
        before: "Trước",
        after: "Sau",
        when: "Lúc",
        state: "Tình trạng",
        reason: "Lý do, cách xử lý",
        deeds: "Thao tác",
        retry: "Gửi lại",
        edit: "Sửa",
        withdraw: "Rút",
        to_contest: "Chọn",
        export_json: "Tải JSON",
        export_csv: "Tải CSV",
        devices: "Thiết bị của các đơn vị",
        devices_note: "Máy nào thiếu thay đổi, bị từ chối hoặc quá 7 ngày chưa gửi thì đứng trước.",
        devices_failed: "Chưa lấy được danh sách thiết bị. Cần có mạng và đã đăng nhập.",
        devices_none: "Chưa có thiết bị nào gửi số liệu.",
        device: "Thiết bị",
        account: "Tài khoản",
        unit: "Đơn vị",
        of_bloc: "Cấp Khối",
        heard: "Lần cuối",
        needs: "Cần chú ý",
        advice: "Việc cần làm",
        well: "Bình thường",
        again: "Lấy lại",
        open: "Mở Đồng bộ",
    },
    en: SyncWords {
        title: "Sync",
        sync_now: "Sync now",
        sign_in: "Sign in again",
        offline_works: "Entering, changing, totals, charts, printing, exporting and backups all work without a network. Only sending, fetching what others entered, signing in and inviting need one.",
        offline_title: "What works without a network",
        server: "Server",
        alone: "This bloc is on this device alone",
        alone_why: "Once the bloc has a server, this page tells which changes were sent, where two places entered different figures, and which devices have been quiet. Without one everything still works; the figures are on this device.",
        alone_ways: "How several devices work together",
        alone_join: "With an invitation of the bloc",
        alone_join_why: "Open the link or scan the code of the invitation, choose a password, and wait for the first load. From then on it works without a network too.",
        alone_join_do: "Connect to a server",
        alone_file: "By file",
        alone_file_why: "This device makes a .sokhoi file and sends it by chat, USB or Bluetooth; the other one opens it, compares it with what is there, and chooses wherever they differ. Nothing is overwritten unasked.",
        alone_file_do: "To Backup, moving",
        demo: "These are illustrative figures; they are sent to no server.",
        contests: "Entered differently in two places",
        contests_note: "The figure in use counts until somebody chooses; the proposed one is kept. A choice can be undone.",
        contests_none: "Nothing was entered differently",
        contests_none_why: "Where two places change one cell, both figures stand here to be chosen from.",
        contests_read_only: "This account only reads. The bloc's office, or the unit whose figures they are, will choose.",
        official: "In use",
        proposed: "Proposed",
        base: "Before",
        bloc_total: "Whole bloc",
        other: "Another value",
        other_value: "Another value",
        settle: "Save",
        each: "Choose cell by cell",
        choose_each: "Choose for every cell, then save once.",
        to_cell: "Open the cell",
        history: "History on the server",
        history_coming: "Fetching the history",
        history_failed: "The history could not be fetched. It needs a network and being signed in; open this again to try again.",
        history_none: "The server knows of no change of this.",
        this_device: "this device",
        agree: "Understood, take it off the list",
        queue: "Changes of this device",
        queue_note: "What no server has accepted yet, and what was answered lately.",
        queue_none: "Nothing waits to be sent",
        queue_none_why: "What is entered stands here until a server accepts it.",
        what: "What",
        field: "Cell, field",
        value: "Value",
        before: "Before",
        after: "After",
        when: "When",
        state: "State",
        reason: "Why, and what to do",
        deeds: "Actions",
        retry: "Send again",
        edit: "Edit",
        withdraw: "Withdraw",
        to_contest: "Choose",
        export_json: "Download JSON",
        export_csv: "Download CSV",
        devices: "The units' devices",
        devices_note: "Devices with missing or refused changes, or quiet for more than 7 days, come first.",
        devices_failed: "The list of devices could not be fetched. It needs a network and being signed in.",
        devices_none: "No device has sent anything yet.",
        device: "Device",
        account: "Account",
        unit: "Unit",
        of_bloc: "Bloc level",
        heard: "Last heard",
        needs: "To review",
        advice: "What to do",
        well: "All is well",
        again: "Fetch again",
        open: "Open Sync",
    },
};
