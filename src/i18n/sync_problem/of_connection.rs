//! Problems of reaching the server and of who is signed in.

use super::{NO_SERVER, OFFLINE, Pair, UNREADABLE};

pub(super) fn of_connection(code: &str) -> Option<(Pair, Pair)> {
    let words = match code {
        OFFLINE | "timeout" => (
            [
                "Chưa kết nối được máy chủ.",
                "Mọi việc khác vẫn làm được. Kiểm tra mạng rồi thử lại.",
            ],
            [
                "The server cannot be reached.",
                "Everything else goes on. Check the network and try again.",
            ],
        ),
        UNREADABLE => (
            [
                "Địa chỉ này không trả lời như máy chủ Sổ Khối.",
                "Có thể mạng đang chặn hoặc bắt đăng nhập Wi-Fi. Mở thử một trang web khác, rồi thử lại.",
            ],
            [
                "This address does not answer like a Sổ Khối server.",
                "The network may block it or ask for a Wi-Fi sign-in. Open some other page first, then try again.",
            ],
        ),
        NO_SERVER => (
            [
                "Địa chỉ này không có máy chủ đồng bộ.",
                "Mọi việc trên máy này vẫn làm được. Muốn nhiều máy cùng nhập, mở ứng dụng bằng địa chỉ máy chủ mà văn phòng Khối cho.",
            ],
            [
                "There is no server for synchronising at this address.",
                "Everything on this device goes on. To enter figures from several devices, open the app by the address that the office gives.",
            ],
        ),
        "internal" | "unavailable" | "not-ready" | "busy" => (
            [
                "Máy chủ đang bận hoặc đang khởi động lại.",
                "Những gì đã nhập vẫn ở trên máy. Đợi ít phút rồi thử lại.",
            ],
            [
                "The server is busy or is being restarted.",
                "What was entered is still on this device. Wait some minutes and try again.",
            ],
        ),
        "rate-limited" => (
            [
                "Máy này gửi quá nhiều yêu cầu trong một lúc.",
                "Không có gì bị mất. Đợi ít phút; máy sẽ tự gửi tiếp.",
            ],
            [
                "This device sent too many requests at once.",
                "Nothing is lost. Wait some minutes; it goes on by itself.",
            ],
        ),
        "cross-origin" => (
            [
                "Máy chủ không nhận yêu cầu từ địa chỉ này.",
                "Mở Sổ Khối bằng đúng địa chỉ của máy chủ, không qua trang trung gian.",
            ],
            [
                "The server takes no requests from this address.",
                "Open Sổ Khối by the server's own address, not through another site.",
            ],
        ),
        "schema-too-new" => (
            [
                "Ứng dụng trên máy này mới hơn máy chủ.",
                "Những gì đã nhập vẫn ở trên máy và sẽ gửi khi máy chủ được cập nhật. Báo người quản trị cập nhật máy chủ.",
            ],
            [
                "The app on this device is newer than the server.",
                "What was entered stays here and is sent when the server is updated. Ask the administrator to update it.",
            ],
        ),
        "epoch-changed" => (
            [
                "Máy chủ vừa được khôi phục từ bản sao lưu.",
                "Máy này tự gửi lại những gì đã gửi trong 90 ngày qua. Không phải làm gì.",
            ],
            [
                "The server was restored from a backup.",
                "This device sends what it sent in the last 90 days again by itself. There is nothing to do.",
            ],
        ),
        "restless" => (
            [
                "Máy chủ trả lời mỗi lần một khác, nên máy này tạm dừng.",
                "Những gì đã nhập vẫn ở trên máy; máy tự thử lại sau. Nếu còn lâu, báo người quản trị máy chủ.",
            ],
            [
                "The server says something else each time, so this device has paused.",
                "What was entered is still here, and it tries again by itself. If it goes on for long, tell the server's administrator.",
            ],
        ),
        "store" => (
            [
                "Máy này chưa ghi được xuống bộ nhớ.",
                "Giữ trang này mở, giải phóng dung lượng máy rồi thử lại; nên xuất bản sao lưu trước.",
            ],
            [
                "This device cannot write to its storage.",
                "Keep this page open, free some space, and try again; a backup first is wise.",
            ],
        ),
        "cursor-gone" => (
            [
                "Máy này lâu chưa nhận số liệu mới.",
                "Số liệu được tải lại từ đầu; thay đổi chưa gửi vẫn giữ nguyên.",
            ],
            [
                "This device has not fetched for long.",
                "All is loaded anew; changes that are not sent stay as they are.",
            ],
        ),
        _ => return None,
    };
    Some(words)
}

pub(super) fn of_session(code: &str) -> Option<(Pair, Pair)> {
    let words = match code {
        "signed-out" => (
            [
                "Phiên đăng nhập đã hết.",
                "Mọi thay đổi vẫn ở trên máy. Đăng nhập lại, máy sẽ gửi tiếp.",
            ],
            [
                "The session has ended.",
                "Every change is still on this device. Sign in again and it is sent.",
            ],
        ),
        "other-account" => (
            [
                "Máy này đang đăng nhập bằng tài khoản khác.",
                "Thay đổi chưa gửi không bao giờ gửi dưới tên người khác: đăng nhập lại đúng tài khoản của Khối này để gửi tiếp.",
            ],
            [
                "Another account is signed in on this device.",
                "Changes are never sent under another's name: sign in with this bloc's own account to send them.",
            ],
        ),
        "other-author" => (
            [
                "Thay đổi này do tài khoản khác nhập trên máy này.",
                "Không gửi dưới tên người khác được: đăng nhập lại đúng tài khoản đã nhập để gửi, hoặc xuất thay đổi ra tệp.",
            ],
            [
                "Somebody else's account entered this change on this device.",
                "It is not sent under another's name: sign in with the account that entered it, or export the change.",
            ],
        ),
        "other-device" => (
            [
                "Máy này đã gửi số liệu bằng tài khoản khác.",
                "Thay đổi chưa gửi vẫn ở trên máy: xuất ra tệp, rồi mở khối từ máy chủ thành một khối mới trên máy này và nhập tệp vào.",
            ],
            [
                "This device has sent figures under another account.",
                "What is not sent is still here: export it, then open the bloc from the server as a new one on this device and take the file in.",
            ],
        ),
        "wrong-password" => (
            [
                "Tên tài khoản hoặc mật khẩu chưa đúng.",
                "Kiểm tra dấu, chữ hoa và bàn phím tiếng Việt rồi nhập lại. Quên mật khẩu thì xin văn phòng Khối lời mời mới.",
            ],
            [
                "The account name or the password is not right.",
                "Check accents, capitals and the keyboard, and type it again. Forgotten: ask the office for a new invitation.",
            ],
        ),
        "throttled" => (
            [
                "Đã thử sai nhiều lần, nên máy chủ tạm không nhận mật khẩu.",
                "Đợi ít phút rồi thử lại. Quên mật khẩu thì xin văn phòng Khối lời mời mới.",
            ],
            [
                "There were many wrong tries, so the server takes no password for a while.",
                "Wait some minutes and try again. Forgotten: ask the office for a new invitation.",
            ],
        ),
        "account-disabled" => (
            [
                "Tài khoản này đang bị khóa.",
                "Số liệu trên máy vẫn còn. Liên hệ văn phòng Khối để mở lại.",
            ],
            [
                "This account is disabled.",
                "What is on this device stays. Ask the office to enable it again.",
            ],
        ),
        "forbidden" => (
            [
                "Tài khoản này không có quyền làm việc đó.",
                "Nhờ văn phòng Khối làm, hoặc xin đổi quyền. Những gì đã nhập vẫn ở trên máy.",
            ],
            [
                "This account may not do that.",
                "Ask the office to do it, or to change what the account may. What was entered stays on this device.",
            ],
        ),
        _ => return None,
    };
    Some(words)
}
