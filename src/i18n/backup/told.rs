//! Sentences of backups: what was made, opened, found to differ and written.

use crate::i18n::settings::size;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// A number as sentences write it.
pub(super) fn count(lang: Lang, number: u64) -> String {
    format_count(number as Count, lang)
}

/// A number of things, in English with its plural.
pub(super) fn many(number: u64, one: &str, more: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{} {more}", count(Lang::En, number)),
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
    }
}
