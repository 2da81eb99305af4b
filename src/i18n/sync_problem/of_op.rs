//! Why a change of figures was not taken.

use super::Pair;
use crate::sync::wire::codes;

pub(super) fn of_op(code: &str) -> Option<(Pair, Pair)> {
    let words = match code {
        "closed-period" => (
            [
                "Kỳ này đã chốt số liệu, nên không nhận thay đổi.",
                "Nhờ văn phòng Khối mở lại kỳ rồi gửi lại thay đổi này; hoặc rút thay đổi.",
            ],
            [
                "The figures of this period are closed.",
                "Ask the office to open it again and send this change anew; or drop it.",
            ],
        ),
        "malformed-record" => (
            [
                "Máy chủ không đọc được mục này.",
                "Xuất thay đổi ra tệp, nhập lại số liệu của mục, rồi gửi lại.",
            ],
            [
                "The server cannot read this item.",
                "Export the change, enter the figures again, and send them.",
            ],
        ),
        "other-record" => (
            [
                "Mục này trên máy chủ thuộc đơn vị khác.",
                "Đơn vị có thể vừa được sắp xếp lại. Đợi máy nhận số liệu mới, rồi nhập lại ở đúng đơn vị.",
            ],
            [
                "On the server this item belongs to another unit.",
                "Units may just have been reorganised. Let this device fetch what is new, then enter it at the right unit.",
            ],
        ),
        "conflict-state-only" => (
            [
                "Chỗ hai bên nhập khác nhau chỉ có thể được giải quyết hoặc rút lại.",
                "Mở trang Đồng bộ và chọn ở đó.",
            ],
            [
                "A conflict can only be settled or withdrawn.",
                "Open the page of synchronisation and choose there.",
            ],
        ),
        "too-large" => (
            [
                "Thay đổi này lớn hơn mức máy chủ nhận một lần.",
                "Rút gọn ghi chú quá dài rồi gửi lại, hoặc xuất ra tệp.",
            ],
            [
                "This change is larger than the server takes at once.",
                "Shorten notes that are too long and send it again, or export it.",
            ],
        ),
        "empty" => (
            [
                "Thay đổi này không sửa gì.",
                "Bỏ khỏi hàng đợi; không có số liệu nào mất.",
            ],
            [
                "This change sets nothing.",
                "Drop it from the queue; no figure is lost.",
            ],
        ),
        codes::UNSETTLED => (
            [
                "Chỗ này còn hai số chưa chọn khi máy nối với máy chủ khác.",
                "Số chính thức đang hiện. Muốn dùng số kia thì gửi lại thay đổi này; không thì bỏ khỏi hàng đợi.",
            ],
            [
                "Two values were still to choose from here when this device was linked to another server.",
                "The official one is shown. To propose the other, send this change again; otherwise drop it from the queue.",
            ],
        ),
        "op-reused" => (
            [
                "Một thay đổi khác đã được gửi với cùng số hiệu.",
                "Máy này có thể được chép từ máy khác. Xuất thay đổi ra tệp, rồi gửi lại như thay đổi mới.",
            ],
            [
                "Another change was sent under the same number.",
                "This device may be a copy of another. Export the change, then send it as a new one.",
            ],
        ),
        _ => return None,
    };
    Some(words)
}
