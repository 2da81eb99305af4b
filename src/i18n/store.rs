//! What to tell a person when something cannot be saved: what happened, what is safe, what to do.

use crate::model::text::Lang;
use crate::store::error::StoreError;

/// An error of the store in words.
pub fn error_text(lang: Lang, error: &StoreError) -> String {
    let (vi, en) = match error {
        StoreError::Full => (
            "Máy đã hết chỗ lưu. Số liệu đã lưu vẫn còn; số liệu vừa nhập còn trên màn hình. Giải phóng bộ nhớ hoặc xuất ra tệp, đừng đóng trang.",
            "The device has no room left. What was saved is safe; what was just typed is on the screen. Free some room or export a file, and keep this page open.",
        ),
        StoreError::Superseded => (
            "Ứng dụng đã có bản mới ở thẻ khác. Số liệu đã lưu vẫn còn. Tải lại trang để dùng tiếp.",
            "Another tab runs a newer version. What was saved is safe. Reload the page to go on.",
        ),
        StoreError::Lost => (
            "Mất kết nối với kho số liệu trên máy. Số liệu đã lưu vẫn còn; số liệu vừa nhập còn trên màn hình và sẽ được lưu lại.",
            "The connection to the store on this device was lost. What was saved is safe; what was just typed is on the screen and will be saved again.",
        ),
        StoreError::Unavailable(_) => (
            "Trình duyệt không cho lưu số liệu, có thể do đang ở chế độ riêng tư. Mở bằng cửa sổ thường.",
            "This browser does not let figures be kept, perhaps because the window is private. Use an ordinary window.",
        ),
        StoreError::Damaged(_) => (
            "Một phần dữ liệu trên máy bị hỏng, đã để riêng. Phần còn lại vẫn dùng được.",
            "A part of what is stored on this device is damaged and was set aside. The rest can be used.",
        ),
        StoreError::Failed(_) => (
            "Chưa lưu được. Số liệu đã lưu vẫn còn; số liệu vừa nhập còn trên màn hình và sẽ được lưu lại.",
            "It could not be saved. What was saved before is safe; what was just typed is on the screen and will be saved again.",
        ),
    };
    match lang {
        Lang::Vi => vi.to_owned(),
        Lang::En => en.to_owned(),
    }
}
