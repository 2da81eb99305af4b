//! Words of presenting: what stands around the slides, and what only the presenter sees.

use super::Both;
use crate::model::date::Date;
use crate::model::number::format_count;
use crate::model::text::Lang;

/// Words of presenting.
pub struct Presenting {
    /// What a screen reader calls a slide.
    pub slide: &'static str,
    /// The deck is not there.
    pub no_deck: &'static str,
    /// Why, and what can be done.
    pub no_deck_why: &'static str,
    /// Leads to the decks.
    pub to_decks: &'static str,
    /// The deck has no slides.
    pub empty: &'static str,
    /// What to do about it.
    pub empty_why: &'static str,
    /// A slide whose figures this version does not know.
    pub unknown: &'static str,
    /// Everybody has reported.
    pub all_reported: &'static str,
    /// The figures are being read.
    pub opening: &'static str,
    /// Button: on.
    pub next: &'static str,
    /// Button: back.
    pub back: &'static str,
    /// Button: the overview.
    pub overview: &'static str,
    /// Button: the window with the notes.
    pub notes_window: &'static str,
    /// Button: the whole screen.
    pub full_screen: &'static str,
    /// Button: black.
    pub blank: &'static str,
    /// Button: the figures of now.
    pub refresh: &'static str,
    /// Button: the keys.
    pub keys: &'static str,
    /// Button: ends.
    pub leave: &'static str,
    /// Button: closes what is open.
    pub close: &'static str,
    /// Back from what is behind a mark.
    pub to_slide: &'static str,
    /// The bar of buttons.
    pub controls: &'static str,
    /// The books say something else by now.
    pub news: &'static str,
    /// The screen is black.
    pub is_blank: &'static str,
    /// The number that is being typed.
    pub to_number: &'static str,
    /// Something of a slide does not fit.
    pub cut: &'static str,
    /// The browser did not let the window open.
    pub blocked: &'static str,
    /// The link that opens it.
    pub open_notes: &'static str,
    /// Preset: a projector.
    pub projector: &'static str,
    /// Preset: a dark room.
    pub dark_room: &'static str,
    /// Preset: a screen nearby.
    pub near: &'static str,
    /// The marks of a chart, for the keyboard.
    pub marks: &'static str,
    /// All rows of what is folded.
    pub all_rows: &'static str,
    /// The chart did not come.
    pub no_chart: &'static str,
    /// The window with the notes: its name.
    pub speaker: &'static str,
    /// What the room sees.
    pub now: &'static str,
    /// What comes after.
    pub after: &'static str,
    /// There is nothing after.
    pub last: &'static str,
    /// What the presenter wants to say.
    pub notes: &'static str,
    /// There are none.
    pub no_notes: &'static str,
    /// How long it has gone on.
    pub elapsed: &'static str,
    /// The time of day.
    pub clock: &'static str,
    /// Begins to count.
    pub start: &'static str,
    /// Stops counting.
    pub pause: &'static str,
    /// Counts from zero.
    pub reset: &'static str,
    /// Nobody is presenting.
    pub nobody: &'static str,
    /// What to do about it.
    pub nobody_why: &'static str,
    /// Begins to present.
    pub begin: &'static str,
    /// The keys: what each does.
    pub key_list: &'static [(&'static str, &'static str)],
}

/// Both languages.
pub static PRESENTING: Both<Presenting> = Both {
    vi: Presenting {
        slide: "Trang chiếu",
        no_deck: "Không tìm thấy bài trình chiếu này",
        no_deck_why: "Bài có thể đã được xóa, hoặc ở một Khối khác trên máy này.",
        to_decks: "Về danh sách bài trình chiếu",
        empty: "Bài trình chiếu chưa có trang nào",
        empty_why: "Thêm trang từ biểu đồ, bảng hoặc danh sách đơn vị rồi trình chiếu lại.",
        unknown: "Chưa có số liệu cho trang này",
        all_reported: "Tất cả đơn vị đã báo cáo",
        opening: "Đang mở số liệu",
        next: "Trang sau",
        back: "Trang trước",
        overview: "Tất cả các trang",
        notes_window: "Cửa sổ ghi chú",
        full_screen: "Toàn màn hình",
        blank: "Màn hình đen",
        refresh: "Lấy số liệu mới",
        keys: "Các phím",
        leave: "Kết thúc",
        close: "Đóng",
        to_slide: "Về biểu đồ",
        controls: "Điều khiển trình chiếu",
        news: "Có số liệu mới",
        is_blank: "Màn hình đang để đen",
        to_number: "Đến trang",
        cut: "Có phần không vừa màn hình này",
        blocked: "Trình duyệt đã chặn cửa sổ mới. Mở cửa sổ ghi chú bằng đường dẫn này, hoặc cho phép cửa sổ bật lên ở thanh địa chỉ.",
        open_notes: "Mở cửa sổ ghi chú",
        projector: "Máy chiếu",
        dark_room: "Phòng tối",
        near: "Màn hình gần",
        marks: "Xem số liệu của từng dòng",
        all_rows: "Xem đủ các dòng",
        no_chart: "Chưa tải được phần vẽ biểu đồ. Số liệu có trong bảng.",
        speaker: "Ghi chú người trình bày",
        now: "Đang chiếu",
        after: "Trang tiếp theo",
        last: "Đây là trang cuối.",
        notes: "Ghi chú",
        no_notes: "Trang này chưa có ghi chú.",
        elapsed: "Đã trình bày",
        clock: "Bây giờ",
        start: "Bắt đầu tính giờ",
        pause: "Tạm dừng",
        reset: "Tính lại từ đầu",
        nobody: "Chưa có cửa sổ nào đang trình chiếu",
        nobody_why: "Mở trình chiếu ở một cửa sổ khác trên máy này; cửa sổ ghi chú sẽ đi theo.",
        begin: "Trình chiếu",
        key_list: &[
            ("→ ↓ PageDown Space", "Trang sau"),
            ("← ↑ PageUp Shift+Space", "Trang trước"),
            ("Home · End", "Trang đầu · trang cuối"),
            ("G, số trang, Enter", "Đến một trang"),
            ("O", "Tất cả các trang"),
            ("B hoặc .", "Màn hình đen"),
            ("F", "Toàn màn hình"),
            ("N", "Cửa sổ ghi chú"),
            ("C", "Máy chiếu, phòng tối, màn hình gần"),
            ("R", "Lấy số liệu mới"),
            ("Tab, Enter", "Số liệu phía sau một cột hoặc một dòng"),
            ("Esc", "Quay lại, rồi kết thúc"),
        ],
    },
    en: Presenting {
        slide: "Slide",
        no_deck: "This deck is not here",
        no_deck_why: "It may have been removed, or it belongs to another bloc on this device.",
        to_decks: "Back to the decks",
        empty: "The deck has no slides yet",
        empty_why: "Add slides from charts, tables or lists of units, then present it again.",
        unknown: "No figures for this slide yet",
        all_reported: "All units have reported",
        opening: "Opening the figures",
        next: "Next slide",
        back: "Previous slide",
        overview: "All slides",
        notes_window: "Notes window",
        full_screen: "Full screen",
        blank: "Black screen",
        refresh: "Take the new figures",
        keys: "Keys",
        leave: "End",
        close: "Close",
        to_slide: "Back to the chart",
        controls: "Presentation controls",
        news: "There are new figures",
        is_blank: "The screen is black",
        to_number: "To slide",
        cut: "Part of it does not fit this screen",
        blocked: "The browser blocked the new window. Open the notes by this link, or allow pop-ups in the address bar.",
        open_notes: "Open the notes window",
        projector: "Projector",
        dark_room: "Dark room",
        near: "Screen nearby",
        marks: "Figures of each row",
        all_rows: "All rows",
        no_chart: "The chart could not be fetched. The figures are in the table.",
        speaker: "Presenter's notes",
        now: "On the screen",
        after: "Next slide",
        last: "This is the last slide.",
        notes: "Notes",
        no_notes: "This slide has no notes.",
        elapsed: "Elapsed",
        clock: "Now",
        start: "Start the timer",
        pause: "Pause",
        reset: "Start again from zero",
        nobody: "No window is presenting",
        nobody_why: "Begin to present in another window of this device; the notes will follow.",
        begin: "Present",
        key_list: &[
            ("→ ↓ PageDown Space", "Next slide"),
            ("← ↑ PageUp Shift+Space", "Previous slide"),
            ("Home · End", "First slide · last slide"),
            ("G, number, Enter", "To a slide"),
            ("O", "All slides"),
            ("B or .", "Black screen"),
            ("F", "Full screen"),
            ("N", "Notes window"),
            ("C", "Projector, dark room, screen nearby"),
            ("R", "Take the new figures"),
            ("Tab, Enter", "The figures behind a bar or a row"),
            ("Esc", "Back, and then end"),
        ],
    },
};

/// "3/7": which slide of how many; "3/7 · 2/4" with its page, where it has several.
pub fn place(lang: Lang, slide: usize, slides: usize, page: usize, pages: usize) -> String {
    let of = |at: usize, all: usize| {
        let (at, all) = (format_count(at as u64, lang), format_count(all as u64, lang));
        format!("{at}/{all}")
    };
    match (pages, lang) {
        (0 | 1, _) => of(slide + 1, slides),
        (_, Lang::Vi) => format!("{} · phần {}", of(slide + 1, slides), of(page + 1, pages)),
        (_, Lang::En) => format!("{} · part {}", of(slide + 1, slides), of(page + 1, pages)),
    }
}

/// The day of a meeting: "Ngày 05 tháng 12 năm 2022". Days, and the months 1 and 2, are written with two digits.
pub fn meeting_day(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Vi => {
            let month = match day.month() {
                month @ 1..=2 => format!("0{month}"),
                month => month.to_string(),
            };
            format!("Ngày {:02} tháng {month} năm {}", day.day(), day.year())
        }
        Lang::En => day.format(lang),
    }
}

/// The latest day that the figures of a deck stand for.
pub fn figures_until(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Vi => format!("Số liệu đến {}", day.format(lang)),
        Lang::En => format!("Figures as of {}", day.format(lang)),
    }
}

/// How many units reported what a deck shows, where its slides differ: the fewest and the most.
pub fn reported_between(lang: Lang, fewest: (usize, usize), most: (usize, usize)) -> String {
    let of = |(units, expected): (usize, usize)| {
        let (units, expected) = (format_count(units as u64, lang), format_count(expected as u64, lang));
        match lang {
            Lang::Vi => format!("{units}/{expected}"),
            Lang::En => format!("{units} of {expected}"),
        }
    };
    let (fewest, most) = (of(fewest), of(most));
    match lang {
        Lang::Vi => format!("{fewest} đến {most} đơn vị đã báo cáo, tùy nội dung"),
        Lang::En => format!("{fewest} to {most} units reported, depending on the subject"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_names_the_part_only_where_there_are_several() {
        assert_eq!(place(Lang::Vi, 2, 7, 0, 1), "3/7");
        assert_eq!(place(Lang::Vi, 2, 7, 1, 4), "3/7 · phần 2/4");
        assert_eq!(place(Lang::En, 0, 12, 0, 2), "1/12 · part 1/2");
    }

    #[test]
    fn the_day_of_a_meeting_is_written_as_on_paper() {
        let day = |text: &str| text.parse().ok().map(|day| meeting_day(Lang::Vi, day));
        assert_eq!(day("2022-12-05").as_deref(), Some("Ngày 05 tháng 12 năm 2022"));
        assert_eq!(day("2022-02-17").as_deref(), Some("Ngày 17 tháng 02 năm 2022"));
    }
}
