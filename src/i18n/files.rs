//! Words of the files that reports and decks are taken away as.

use super::Both;

/// Words of the buttons, and of what is told while a file is made.
pub struct Files {
    /// The group of buttons.
    pub title: &'static str,
    /// A report as a Word file.
    pub docx: &'static str,
    /// On paper, or as PDF by the browser's own dialog.
    pub print: &'static str,
    /// Its tables as an Excel file.
    pub xlsx: &'static str,
    /// A deck as a PowerPoint file.
    pub pptx: &'static str,
    /// Slides, report, annexes and figures in one file.
    pub pack: &'static str,
    /// What a pack is.
    pub pack_note: &'static str,
    /// It is being made.
    pub making: &'static str,
    /// Stops it.
    pub stop: &'static str,
    /// It was stopped.
    pub stopped: &'static str,
    /// It is made, and the browser has it.
    pub made: &'static str,
    /// Hands it to another program.
    pub share: &'static str,
    /// The worker could not be fetched.
    pub unavailable: &'static str,
    /// It could not be made.
    pub failed: &'static str,
    /// The browser did not take it.
    pub not_offered: &'static str,
    /// There is nothing to make a file of.
    pub nothing: &'static str,
    /// Some charts are not in the file.
    pub without_charts: &'static str,
}

/// Both languages of the words of files.
pub static FILES: Both<Files> = Both {
    vi: Files {
        title: "Lấy tệp",
        docx: "Tải tệp Word",
        print: "In hoặc lưu PDF",
        xlsx: "Tải phụ lục Excel",
        pptx: "Tải tệp PowerPoint",
        pack: "Gói họp",
        pack_note: "Gói họp là một tệp nén gồm trang chiếu, báo cáo, phụ lục và danh sách đúng những số liệu có trong đó, lấy ở cùng một thời điểm.",
        making: "Đang tạo tệp",
        stop: "Dừng",
        stopped: "Đã dừng, chưa có tệp nào được tạo.",
        made: "Đã tạo tệp",
        share: "Gửi tệp này",
        unavailable: "Phần tạo tệp chưa có trên máy này. Nối mạng một lần rồi thử lại.",
        failed: "Chưa tạo được tệp. Đóng bớt chương trình khác rồi thử lại.",
        not_offered: "Trình duyệt không nhận tệp. Kiểm tra quyền tải xuống rồi thử lại.",
        nothing: "Chưa có gì để đưa vào tệp.",
        without_charts: "Chưa tải được phần vẽ biểu đồ nên tệp không có hình; số liệu vẫn đủ bằng chữ và bảng.",
    },
    en: Files {
        title: "Take it along",
        docx: "Download as Word",
        print: "Print or save as PDF",
        xlsx: "Download annexes as Excel",
        pptx: "Download as PowerPoint",
        pack: "Meeting pack",
        pack_note: "A meeting pack is one packed file with the slides, the report, the annexes and a list of exactly the figures in them, all taken at one moment.",
        making: "Making the file",
        stop: "Stop",
        stopped: "Stopped; no file was made.",
        made: "File made",
        share: "Send this file",
        unavailable: "What makes files is not on this device yet. Go online once and try again.",
        failed: "The file could not be made. Close other programs and try again.",
        not_offered: "The browser did not take the file. Check that downloads are allowed and try again.",
        nothing: "There is nothing to put into a file yet.",
        without_charts: "What draws charts could not be loaded, so the file has no pictures; all figures are in its words and tables.",
    },
};
