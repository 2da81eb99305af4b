//! Words about a file that is on its way to the person.

use super::Both;
use crate::model::text::Lang;

/// Words about making a file.
pub struct Making {
    /// A file is being made.
    pub making: &'static str,
    /// Ends that.
    pub stop: &'static str,
    /// The worker could not be fetched.
    pub no_worker: &'static str,
    /// The file could not be made.
    pub not_made: &'static str,
    /// A download was refused.
    pub not_downloaded: &'static str,
}

/// Both languages.
pub static MAKING: Both<Making> = Both {
    vi: Making {
        making: "Đang tạo tệp",
        stop: "Dừng",
        no_worker: "Chưa tải được phần tạo tệp. Nối mạng một lần rồi thử lại.",
        not_made: "Không tạo được tệp; số liệu trong sổ vẫn nguyên. Hãy thử lại.",
        not_downloaded: "Trình duyệt không cho tải tệp về. Kiểm tra quyền tải tệp của trang, rồi thử lại.",
    },
    en: Making {
        making: "Making the file",
        stop: "Stop",
        no_worker: "The part that makes files has not been fetched yet. Go online once and try again.",
        not_made: "The file could not be made; the books are untouched. Try again.",
        not_downloaded: "The browser refused the download. Check that this site may download files, and try again.",
    },
};

/// How far the making of a file is.
pub fn made_so_far(lang: Lang, percent: u32) -> String {
    match lang {
        Lang::Vi => format!("Đã xong {percent}%"),
        Lang::En => format!("{percent}% done"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told() {
        assert_eq!(made_so_far(Lang::Vi, 40), "Đã xong 40%");
        assert_eq!(made_so_far(Lang::En, 40), "40% done");
    }
}
