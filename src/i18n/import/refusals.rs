//! Why a table or a file is refused, with the remedy; how far its reading is; which sheet it is.

use crate::exchange::files::problem::{FileError, MAX_TEXT, MAX_WORKBOOK};
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;
use crate::report::sentence::words::plural;

/// Why a table cannot be read, with the remedy.
pub fn refused(lang: Lang, error: TableError) -> String {
    let count = |n: usize| format_count(n as Count, lang);
    match (lang, error) {
        (Lang::Vi, TableError::TooLarge) => {
            "Tệp lớn hơn 50 MB. Chia tệp thành nhiều phần rồi nhập từng phần.".to_owned()
        }
        (Lang::En, TableError::TooLarge) => "The file is larger than 50 MB. Split it and import the parts.".to_owned(),
        (Lang::Vi, TableError::TooManyRows) => {
            format!("Bảng có hơn {} hàng. Chia bảng thành nhiều phần.", count(MAX_ROWS))
        }
        (Lang::En, TableError::TooManyRows) => format!("The table has more than {} rows. Split it.", count(MAX_ROWS)),
        (Lang::Vi, TableError::TooManyColumns) => {
            format!("Bảng có hơn {} cột. Chỉ chép những cột cần nhập.", count(MAX_COLUMNS))
        }
        (Lang::En, TableError::TooManyColumns) => {
            format!(
                "The table has more than {} columns. Copy only those you need.",
                count(MAX_COLUMNS)
            )
        }
        (Lang::Vi, TableError::TooManyCells) => {
            format!("Bảng có hơn {} ô. Chia bảng thành nhiều phần.", count(MAX_CELLS))
        }
        (Lang::En, TableError::TooManyCells) => {
            format!("The table has more than {} cells. Split it.", count(MAX_CELLS))
        }
        (Lang::Vi, TableError::Empty) => "Bảng trống. Chép vùng có số liệu rồi dán lại.".to_owned(),
        (Lang::En, TableError::Empty) => "The table is empty. Copy the area with figures and paste again.".to_owned(),
    }
}

/// Why a file cannot be read, with the remedy.
pub fn file_refused(lang: Lang, error: &FileError) -> String {
    let megabytes = |bytes: u64| format_count(bytes / (1024 * 1024), lang);
    let text = match (lang, error) {
        (_, FileError::Table(error)) => return refused(lang, *error),
        (Lang::Vi, FileError::FarCell(place)) => {
            return format!(
                "Ô {place} có nội dung, nằm ngoài {} hàng × {} cột đầu. Mở tệp, nhấn Ctrl+End, xóa nội dung thừa, lưu lại rồi chọn lại.",
                format_count(MAX_ROWS as Count, lang),
                format_count(MAX_COLUMNS as Count, lang),
            );
        }
        (Lang::En, FileError::FarCell(place)) => {
            return format!(
                "Cell {place} has something in it, outside of the first {} rows × {} columns. Open the file, press Ctrl+End, delete what is there, save it and choose it again.",
                format_count(MAX_ROWS as Count, lang),
                format_count(MAX_COLUMNS as Count, lang),
            );
        }
        (Lang::Vi, FileError::TooLarge) => {
            return format!(
                "Tệp Excel lớn hơn {} MB. Bỏ hình ảnh và trang tính thừa, hoặc chép bảng số liệu sang tệp mới.",
                megabytes(MAX_WORKBOOK as u64)
            );
        }
        (Lang::En, FileError::TooLarge) => {
            return format!(
                "The workbook is larger than {} MB. Remove pictures and sheets that are not needed, or copy the table to a new file.",
                megabytes(MAX_WORKBOOK as u64)
            );
        }
        (Lang::Vi, FileError::Bomb) => {
            return format!(
                "Tệp này khi mở ra lớn hơn {} MB, không giống một bảng số liệu, nên không đọc. Chép bảng số liệu sang tệp mới rồi chọn lại.",
                megabytes(MAX_TEXT as u64)
            );
        }
        (Lang::En, FileError::Bomb) => {
            return format!(
                "This file unfolds to more than {} MB, which no table of figures does; it was not read. Copy the table to a new file and choose that.",
                megabytes(MAX_TEXT as u64)
            );
        }
        (Lang::Vi, FileError::NotATable) => {
            "Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods, .csv, .tsv hoặc .txt."
        }
        (Lang::En, FileError::NotATable) => {
            "This file is no spreadsheet. Choose an .xlsx, .xls, .ods, .csv, .tsv or .txt file."
        }
        (Lang::Vi, FileError::OtherWorkbook) => {
            "Tệp này mang tên Excel nhưng ở dạng khác (.xlsb, HTML hoặc XML). Mở bằng Excel, chọn Lưu thành, dạng .xlsx, rồi chọn lại."
        }
        (Lang::En, FileError::OtherWorkbook) => {
            "This file is of another kind (.xlsb, HTML or XML) than its name says. Open it in Excel, save it as .xlsx, and choose that."
        }
        (Lang::Vi, FileError::Encrypted) => {
            "Tệp được đặt mật khẩu. Mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc, bỏ mật khẩu, lưu rồi chọn lại."
        }
        (Lang::En, FileError::Encrypted) => {
            "The file has a password. Open it in Excel, remove the password under File › Info › Protect Workbook, save it and choose it again."
        }
        (Lang::Vi, FileError::Corrupt) => {
            "Tệp hỏng hoặc tải về chưa trọn. Tải lại tệp; nếu Excel mở được thì lưu thành tệp .xlsx mới rồi chọn lại."
        }
        (Lang::En, FileError::Corrupt) => {
            "The file is damaged or was not downloaded completely. Download it again; if Excel can open it, save it as a new .xlsx file."
        }
        (Lang::Vi, FileError::Empty) => "Tệp không có trang tính nào có số liệu. Kiểm tra lại tệp đã chọn.",
        (Lang::En, FileError::Empty) => "No sheet of this file has anything in it. Check that it is the right file.",
    };
    text.to_owned()
}

/// How far the reading is: "45%".
pub fn read_so_far(lang: Lang, percent: u32) -> String {
    match lang {
        Lang::Vi => format!("Đã đọc {percent}%"),
        Lang::En => format!("{percent}% read"),
    }
}

/// A sheet in the list of sheets: "Tháng 7 · 80 hàng".
pub fn sheet_choice(lang: Lang, name: &str, number: usize, rows: usize) -> String {
    let count = format_count(rows as Count, lang);
    let row = plural(rows as u64, "row", "rows");
    match (lang, name) {
        (Lang::Vi, "") => format!("Trang {number} · {count} hàng"),
        (Lang::En, "") => format!("Sheet {number} · {count} {row}"),
        (Lang::Vi, _) => format!("{name} · {count} hàng"),
        (Lang::En, _) => format!("{name} · {count} {row}"),
    }
}
