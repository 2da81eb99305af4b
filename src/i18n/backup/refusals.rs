//! Why a backup could not be made, read or taken, and what to do.

use super::told::count;
use super::words::BACKUP;
use crate::exchange::backup::BackupError;
use crate::i18n::store::error_text;
use crate::model::text::Lang;
use crate::store::backups::BackupFailure;

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
