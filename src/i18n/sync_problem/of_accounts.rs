//! Problems of invitations, accounts and what is typed for them.

use super::Pair;

pub(super) fn of_invitation(code: &str) -> Option<(Pair, Pair)> {
    let words = match code {
        "invitation-used" => (
            [
                "Lời mời này đã được dùng.",
                "Mỗi lời mời dùng một lần. Nếu chính đơn vị đã dùng, hãy đăng nhập bằng tài khoản đã đặt; nếu không, báo ngay văn phòng Khối và xin lời mời mới.",
            ],
            [
                "This invitation has been used.",
                "Each works once. If it was your unit that used it, sign in with the account that was made; if not, tell the office at once and ask for a new one.",
            ],
        ),
        "invitation-expired" => (
            ["Lời mời này đã hết hạn.", "Xin văn phòng Khối lời mời mới."],
            ["This invitation has expired.", "Ask the office for a new one."],
        ),
        "invitation-unknown" => (
            [
                "Không có lời mời nào với mã này.",
                "Kiểm tra đã sao chép đủ liên kết chưa, nhất là phần cuối. Lời mời đã bị rút lại cũng báo như vậy: xin văn phòng Khối lời mời mới.",
            ],
            [
                "There is no invitation with this code.",
                "Check that the whole link was copied, its end above all. One that was withdrawn says the same: ask the office for a new one.",
            ],
        ),
        "unknown-unit" => (
            [
                "Máy chủ chưa có đơn vị này.",
                "Đồng bộ để gửi danh sách đơn vị lên máy chủ, rồi mời lại.",
            ],
            [
                "The server does not have this unit yet.",
                "Synchronise, so that the list of units is sent, and invite again.",
            ],
        ),
        "unit-not-allowed" => (
            [
                "Chỉ quyền Đơn vị gắn với một đơn vị.",
                "Bỏ chọn đơn vị, hoặc chọn quyền Đơn vị.",
            ],
            ["Only the role of a unit has a unit.", "Choose no unit, or that role."],
        ),
        "too-many-invitations" => (
            [
                "Đang có quá nhiều lời mời chưa dùng.",
                "Rút bớt lời mời cũ trong danh sách đang chờ, rồi mời tiếp.",
            ],
            [
                "There are too many open invitations.",
                "Withdraw old ones in the list, then invite again.",
            ],
        ),
        _ => return None,
    };
    Some(words)
}

pub(super) fn of_account(code: &str) -> Option<(Pair, Pair)> {
    let words = match code {
        "name-taken" => (
            [
                "Tên tài khoản này đã có người dùng.",
                "Chọn tên khác, ví dụ thêm tên đơn vị phía sau.",
            ],
            [
                "This account name is taken.",
                "Choose another, for example with the unit's name behind it.",
            ],
        ),
        "bad-name" => (
            [
                "Tên tài khoản chưa dùng được.",
                "Dùng 3 đến 40 chữ thường không dấu, số, gạch nối, ví dụ: chi-bo-bao-tinh.",
            ],
            [
                "This account name cannot be used.",
                "Choose a short one that is not empty, such as chi-bo-bao-tinh.",
            ],
        ),
        "password-short" => (
            [
                "Mật khẩu ngắn quá.",
                "Cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất.",
            ],
            [
                "The password is too short.",
                "It needs at least 12 characters. A short sentence is best.",
            ],
        ),
        "password-long" => (
            ["Mật khẩu dài quá mức máy chủ nhận.", "Dùng một câu ngắn hơn."],
            [
                "The password is longer than the server takes.",
                "Use a shorter sentence.",
            ],
        ),
        "password-plain" => (
            [
                "Mật khẩu dễ đoán quá.",
                "Đừng dùng tên tài khoản, dãy phím liền nhau hay từ ai cũng đặt. Một câu ngắn dễ nhớ là tốt nhất.",
            ],
            [
                "The password is too easy to guess.",
                "Do not use the account's name, keys side by side or what everybody uses. A short sentence is best.",
            ],
        ),
        "last-admin" => (
            [
                "Đây là tài khoản quản trị cuối cùng.",
                "Mời hoặc nâng quyền một tài khoản quản trị khác trước, rồi làm lại.",
            ],
            [
                "This is the last administrator.",
                "Invite or raise another administrator first, then do it again.",
            ],
        ),
        "not-found" => (
            [
                "Mục này không còn trên máy chủ.",
                "Có thể vừa bị xóa ở máy khác. Tải lại danh sách.",
            ],
            [
                "This is no longer on the server.",
                "Another device may just have removed it. Load the list again.",
            ],
        ),
        "unreadable" | "invalid" | "not-json" | "method-not-allowed" => (
            [
                "Máy chủ không đọc được yêu cầu.",
                "Cập nhật ứng dụng (tải lại trang khi có mạng) rồi thử lại.",
            ],
            [
                "The server could not read the request.",
                "Update the app (reload the page while online) and try again.",
            ],
        ),
        _ => return None,
    };
    Some(words)
}
