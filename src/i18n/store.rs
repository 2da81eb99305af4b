//! What to tell a person when something cannot be saved or read: what happened, what is safe, what to do.

use super::Both;
use crate::model::text::Lang;
use crate::store::error::StoreError;
use crate::store::load::{Damage, Place};

/// Words of the notices about what is stored.
pub struct Safety {
    /// Tries to save again.
    pub retry: &'static str,
    /// Writes everything on the screen into a file.
    pub export: &'static str,
    /// The file could not be made.
    pub export_failed: &'static str,
    /// Loads the page again.
    pub reload: &'static str,
    /// Another version of the app asked for the data, or the bloc was removed in another tab.
    pub superseded: &'static str,
    /// Another tab does not let go.
    pub blocked: &'static str,
    /// Puts a notice away.
    pub understood: &'static str,
    /// The list of damaged parts.
    pub which: &'static str,
}

/// Both languages.
pub static SAFETY: Both<Safety> = Both {
    vi: Safety {
        retry: "Lưu lại",
        export: "Xuất ra tệp",
        export_failed: "Không tạo được tệp. Đừng đóng trang này.",
        reload: "Tải lại trang",
        superseded: "Khối này vừa được mở bằng bản mới của ứng dụng, hoặc vừa bị gỡ ở thẻ khác. Số liệu đã lưu vẫn như cũ. Tải lại trang để dùng tiếp.",
        blocked: "Một thẻ khác đang giữ kho số liệu bản cũ. Đóng các thẻ khác của ứng dụng; trang này sẽ tự mở tiếp.",
        understood: "Đã rõ",
        which: "Phần nào",
    },
    en: Safety {
        retry: "Save again",
        export: "Export a file",
        export_failed: "The file could not be made. Keep this page open.",
        reload: "Reload the page",
        superseded: "This bloc was just opened by a newer version of the app, or removed in another tab. What was saved is as it was. Reload the page to go on.",
        blocked: "Another tab holds an older version of the data. Close the app's other tabs; this page then goes on by itself.",
        understood: "Understood",
        which: "Which parts",
    },
};

/// That parts could not be read, and what became of them.
pub fn damaged_line(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Vi => format!(
            "{count} phần dữ liệu trên máy không đọc được, đã để riêng nguyên trạng, không xóa. Phần còn lại dùng được bình thường. So lại số liệu trước khi báo cáo."
        ),
        Lang::En if count == 1 => "One part of what is stored could not be read. It was set aside as it is, not deleted. The rest can be used. Compare the figures before reporting.".to_owned(),
        Lang::En => format!(
            "{count} parts of what is stored could not be read. They were set aside as they are, not deleted. The rest can be used. Compare the figures before reporting."
        ),
    }
}

/// One damaged part, by what it held.
pub fn damaged_place(lang: Lang, damage: &Damage) -> String {
    match (&damage.place, lang) {
        (Place::Page { from, to: Some(to) }, Lang::Vi) => format!("Trang từ “{from}” đến trước “{to}”"),
        (Place::Page { from, to: Some(to) }, Lang::En) => format!("The page from “{from}” to before “{to}”"),
        (Place::Page { from, to: None }, Lang::Vi) => format!("Trang từ “{from}” đến hết"),
        (Place::Page { from, to: None }, Lang::En) => format!("The page from “{from}” to the end"),
        (Place::Op(seq), Lang::Vi) => format!("Thay đổi số {seq}"),
        (Place::Op(seq), Lang::En) => format!("Change number {seq}"),
        (Place::Head, Lang::Vi) => "Bảng đếm của kho, đã lập lại".to_owned(),
        (Place::Head, Lang::En) => "The store's own counters, made again".to_owned(),
    }
}

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
        StoreError::Cleared => (
            "Số liệu trên máy này vừa bị trình duyệt xóa. Toàn bộ số liệu còn trên màn hình: xuất ra tệp ngay, rồi mở lại từ tệp đó ở mục Sao lưu. Đừng đóng trang.",
            "The browser has just deleted what was kept on this device. Everything is still on the screen: export a file now and open it again under Backup. Keep this page open.",
        ),
        StoreError::Unavailable(_) => (
            "Trình duyệt không cho lưu số liệu, có thể do đang ở chế độ riêng tư. Mở bằng cửa sổ thường.",
            "This browser does not let figures be kept, perhaps because the window is private. Use an ordinary window.",
        ),
        StoreError::Sealed => (
            "Sổ đang khóa bằng mã PIN. Mở sổ đó và nhập mã PIN rồi làm lại. Số liệu đã lưu vẫn còn.",
            "The ledger is locked by a PIN. Open it, type the PIN and try again. What was saved is safe.",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_is_safe_in_both_languages() {
        let errors = [
            StoreError::Full,
            StoreError::Superseded,
            StoreError::Lost,
            StoreError::Sealed,
            StoreError::Failed("?".to_owned()),
        ];
        for error in errors {
            assert!(error_text(Lang::Vi, &error).contains("đã lưu vẫn còn"), "{error:?}");
            assert!(error_text(Lang::En, &error).contains("is safe"), "{error:?}");
        }
    }
}
