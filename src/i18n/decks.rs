//! Words of decks: the list of them, putting one together, adding to one.

use super::Both;
use crate::model::number::format_count;
use crate::model::text::Lang;

/// Words of decks.
pub struct Decks {
    /// What a ready deck shows is being read.
    pub reading: &'static str,
    /// The page's name.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// Section: ready decks.
    pub ready: &'static str,
    /// What ready decks are.
    pub ready_why: &'static str,
    /// Begins presenting.
    pub present_now: &'static str,
    /// Makes a deck of one's own of a ready one.
    pub edit: &'static str,
    /// A ready deck without slides for the period.
    pub nothing_yet: &'static str,
    /// Section: the bloc's own decks.
    pub own: &'static str,
    /// No own deck: heading.
    pub no_own: &'static str,
    /// No own deck: why, and what would make one.
    pub no_own_why: &'static str,
    /// Makes an empty deck.
    pub new_deck: &'static str,
    /// Field: a deck's name.
    pub name: &'static str,
    /// The name that a new deck begins with.
    pub new_name: &'static str,
    /// A deck without a name.
    pub no_name: &'static str,
    /// Makes it.
    pub make: &'static str,
    /// Further actions.
    pub more: &'static str,
    /// Gives another name.
    pub rename: &'static str,
    /// Keeps the other name.
    pub save_name: &'static str,
    /// Makes a copy.
    pub copy: &'static str,
    /// Deletes a deck.
    pub delete: &'static str,
    /// Opens a deck to put it together.
    pub open: &'static str,
    /// Presents a deck.
    pub present: &'static str,
    /// Was not presented on this device.
    pub never: &'static str,
    /// No such deck: heading.
    pub gone: &'static str,
    /// No such deck: why.
    pub gone_why: &'static str,
    /// To the list of decks.
    pub to_decks: &'static str,
    /// The list of slides.
    pub slides: &'static str,
    /// Adds a slide.
    pub add: &'static str,
    /// A deck without slides: heading.
    pub no_slides: &'static str,
    /// A deck without slides: what to do.
    pub no_slides_why: &'static str,
    /// Keys of the list, read out and shown.
    pub keys: &'static str,
    /// Grip to drag a slide.
    pub drag: &'static str,
    /// Moves a slide up.
    pub up: &'static str,
    /// Moves a slide down.
    pub down: &'static str,
    /// Takes a slide out.
    pub remove: &'static str,
    /// A slide of words.
    pub words: &'static str,
    /// A slide of words that has none yet.
    pub no_words: &'static str,
    /// A subject that this version or bloc does not have.
    pub unknown: &'static str,
    /// What to do about it.
    pub unknown_why: &'static str,
    /// Back from one slide to the list, on a phone.
    pub to_slides: &'static str,
    /// The slide before.
    pub previous: &'static str,
    /// The slide after.
    pub next: &'static str,
    /// Field: what stands beside the headline.
    pub form: &'static str,
    /// The chart.
    pub chart: &'static str,
    /// The table.
    pub table: &'static str,
    /// Who has not reported.
    pub missing: &'static str,
    /// Not all of a slide fits a usual projector.
    pub cut: &'static str,
    /// There is no chart of this.
    pub no_chart: &'static str,
    /// Field: the slide's period.
    pub period: &'static str,
    /// Field: the slide's sector.
    pub sector: &'static str,
    /// All sectors.
    pub all_sectors: &'static str,
    /// Field: the headline.
    pub headline: &'static str,
    /// What an empty headline means.
    pub headline_help: &'static str,
    /// Field: the headline of a slide of words.
    pub own_headline: &'static str,
    /// Field: the words of a slide of words.
    pub text: &'static str,
    /// How words are laid out.
    pub text_help: &'static str,
    /// Field: what the presenter wants to say.
    pub notes: &'static str,
    /// Who sees the notes.
    pub notes_help: &'static str,
    /// Adding: heading.
    pub add_title: &'static str,
    /// Adding: the search.
    pub find: &'static str,
    /// Adding: a slide of words.
    pub add_words: &'static str,
    /// Adding: leaves the dialog.
    pub done: &'static str,
    /// Adding: nothing is found.
    pub none_found: &'static str,
    /// Adding: nothing to show in this period.
    pub none_offered: &'static str,
    /// The button beside those who have not reported; that beside charts and tables is [`super::ui::Ui::to_deck`].
    pub missing_to_deck: &'static str,
    /// In its menu: a new deck.
    pub to_new_deck: &'static str,
}

/// Both languages.
pub static DECKS: Both<Decks> = Both {
    vi: Decks {
        reading: "Đang đọc số liệu",
        title: "Trình chiếu",
        lead: "Mỗi trang chiếu nói một điều, lấy từ số liệu trong sổ. Không cần mạng.",
        ready: "Bài soạn sẵn",
        ready_why: "Lấy thẳng từ số liệu của kỳ đang xem. Nội dung chưa có số liệu thì không có trang.",
        present_now: "Trình chiếu ngay",
        edit: "Sửa",
        nothing_yet: "Chưa có số liệu của kỳ này",
        own: "Bài của Khối",
        no_own: "Khối chưa có bài trình chiếu riêng",
        no_own_why: "Bấm “Sửa” ở một bài soạn sẵn, tạo bài mới, hoặc bấm “Thêm vào trình chiếu” cạnh một biểu đồ.",
        new_deck: "Bài mới",
        name: "Tên bài trình chiếu",
        new_name: "Bài trình chiếu mới",
        no_name: "Cần một tên cho bài trình chiếu.",
        make: "Tạo",
        more: "Việc khác",
        rename: "Đổi tên",
        save_name: "Lưu tên",
        copy: "Chép thành bài khác",
        delete: "Xóa bài này",
        open: "Soạn",
        present: "Trình chiếu",
        never: "Chưa trình chiếu trên máy này",
        gone: "Không có bài trình chiếu này",
        gone_why: "Bài này đã bị xóa hoặc thuộc một Khối khác.",
        to_decks: "Về danh sách trình chiếu",
        slides: "Các trang",
        add: "Thêm trang",
        no_slides: "Bài này chưa có trang nào",
        no_slides_why: "Thêm biểu đồ, bảng, danh sách đơn vị chưa báo cáo hoặc một trang chữ.",
        keys: "Kéo để đổi chỗ, hoặc dùng Alt+↑ và Alt+↓. Xóa bằng phím Delete.",
        drag: "Kéo để đổi chỗ",
        up: "Đưa lên trước",
        down: "Đưa xuống sau",
        remove: "Bỏ trang",
        words: "Trang chữ",
        no_words: "Trang chữ, chưa có nội dung",
        unknown: "Không có số liệu cho trang này",
        unknown_why: "Nội dung không còn trong sổ, hoặc do một phiên bản mới hơn thêm vào. Trang được giữ nguyên.",
        to_slides: "Các trang",
        previous: "Trang trước",
        next: "Trang sau",
        form: "Hiện dưới dạng",
        chart: "Biểu đồ",
        table: "Bảng",
        missing: "Đơn vị chưa báo cáo",
        cut: "Không vừa màn hình máy chiếu",
        no_chart: "Nội dung này không có biểu đồ; trang chiếu hiện bảng.",
        period: "Kỳ",
        sector: "Loại hình",
        all_sectors: "Mọi loại hình",
        headline: "Tiêu đề riêng",
        headline_help: "Để trống thì tiêu đề là nhận định từ số liệu, tự đổi khi số liệu đổi.",
        own_headline: "Tiêu đề",
        text: "Nội dung",
        text_help: "Mỗi dòng là một ý.",
        notes: "Ghi chú cho người trình bày",
        notes_help: "Chỉ hiện ở màn hình của người trình bày.",
        add_title: "Thêm trang",
        find: "Tìm theo tên nội dung",
        add_words: "Trang chữ",
        done: "Xong",
        none_found: "Không có nội dung nào khớp.",
        none_offered: "Kỳ này chưa có số liệu để trình chiếu.",
        missing_to_deck: "Thêm danh sách chưa báo cáo vào trình chiếu",
        to_new_deck: "Bài trình chiếu mới",
    },
    en: Decks {
        reading: "Reading the figures",
        title: "Present",
        lead: "Each slide says one thing, taken from the figures in the ledger. No network is needed.",
        ready: "Ready decks",
        ready_why: "Taken from the figures of the period in view. What has no figures yet has no slide.",
        present_now: "Present now",
        edit: "Edit",
        nothing_yet: "No figures for this period yet",
        own: "The bloc's own decks",
        no_own: "The bloc has no deck of its own yet",
        no_own_why: "Press “Edit” on a ready deck, make a new one, or press “Add to a deck” beside a chart.",
        new_deck: "New deck",
        name: "Name of the deck",
        new_name: "New deck",
        no_name: "The deck needs a name.",
        make: "Make",
        more: "More actions",
        rename: "Rename",
        save_name: "Save name",
        copy: "Copy to another deck",
        delete: "Delete this deck",
        open: "Edit",
        present: "Present",
        never: "Not presented on this device",
        gone: "There is no such deck",
        gone_why: "It was deleted, or belongs to another bloc.",
        to_decks: "Back to the decks",
        slides: "Slides",
        add: "Add slides",
        no_slides: "This deck has no slides yet",
        no_slides_why: "Add charts, tables, lists of units that have not reported, or a slide of words.",
        keys: "Drag to move, or use Alt+↑ and Alt+↓. Delete takes a slide out.",
        drag: "Drag to move",
        up: "Move up",
        down: "Move down",
        remove: "Remove slide",
        words: "Text slide",
        no_words: "Text slide, still empty",
        unknown: "No figures for this slide",
        unknown_why: "What it shows is no longer in the ledger, or a newer version added it. The slide is kept as it is.",
        to_slides: "Slides",
        previous: "Previous slide",
        next: "Next slide",
        form: "Shown as",
        chart: "Chart",
        table: "Table",
        missing: "Units not reported",
        cut: "Does not fit a projector's screen",
        no_chart: "There is no chart of this; the slide shows the table.",
        period: "Period",
        sector: "Sector",
        all_sectors: "All sectors",
        headline: "Headline of its own",
        headline_help: "Left empty, the headline is the finding, and changes with the figures.",
        own_headline: "Headline",
        text: "Words",
        text_help: "A point each line.",
        notes: "Speaker notes",
        notes_help: "Shown on the presenter's own screen only.",
        add_title: "Add slides",
        find: "Search by name",
        add_words: "Text slide",
        done: "Done",
        none_found: "Nothing matches.",
        none_offered: "This period has no figures to present yet.",
        missing_to_deck: "Add those not reported to a deck",
        to_new_deck: "New deck",
    },
};

/// "8 trang".
pub fn slides_counted(lang: Lang, slides: usize) -> String {
    let number = format_count(slides as u64, lang);
    match (lang, slides) {
        (Lang::Vi, _) => format!("{number} trang"),
        (Lang::En, 1) => "1 slide".to_owned(),
        (Lang::En, _) => format!("{number} slides"),
    }
}

/// "Trình chiếu lần cuối 31/07/2021 14:05".
pub fn last_presented(lang: Lang, moment: &str) -> String {
    match lang {
        Lang::Vi => format!("Trình chiếu lần cuối {moment}"),
        Lang::En => format!("Last presented {moment}"),
    }
}

/// A deck was deleted.
pub fn deck_deleted(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã xóa “{name}”"),
        Lang::En => format!("“{name}” deleted"),
    }
}

/// A deck was made.
pub fn deck_made(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã tạo “{name}”"),
        Lang::En => format!("“{name}” made"),
    }
}

/// A deck has another name.
pub fn deck_renamed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã đổi tên thành “{name}”"),
        Lang::En => format!("Renamed to “{name}”"),
    }
}

/// The name of a copy.
pub fn copy_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} (bản chép)"),
        Lang::En => format!("{name} (copy)"),
    }
}

/// A slide was put into a deck.
pub fn added_to(lang: Lang, deck: &str) -> String {
    match lang {
        Lang::Vi => format!("Đã thêm vào “{deck}”"),
        Lang::En => format!("Added to “{deck}”"),
    }
}

/// A slide was taken out.
pub fn slide_removed(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Vi => format!("Đã bỏ trang {number}"),
        Lang::En => format!("Slide {number} removed"),
    }
}

/// "Trang 3/8".
pub fn slide_of(lang: Lang, number: usize, of: usize) -> String {
    match lang {
        Lang::Vi => format!("Trang {number}/{of}"),
        Lang::En => format!("Slide {number} of {of}"),
    }
}

/// What is read out when a slide was moved.
pub fn moved_to(lang: Lang, title: &str, number: usize, of: usize) -> String {
    match lang {
        Lang::Vi => format!("{title}: nay là trang {number}/{of}"),
        Lang::En => format!("{title}: now slide {number} of {of}"),
    }
}

/// A slide that goes on over several pages.
pub fn in_parts(lang: Lang, parts: usize) -> String {
    match lang {
        Lang::Vi => format!("Khi trình chiếu, trang này chia thành {parts} phần."),
        Lang::En => format!("When presented, this slide goes on over {parts} parts."),
    }
}

/// How many slides were added since the dialog was opened.
pub fn added_counted(lang: Lang, slides: usize) -> String {
    match (lang, slides) {
        (Lang::Vi, _) => format!("Đã thêm {slides} trang"),
        (Lang::En, 1) => "1 slide added".to_owned(),
        (Lang::En, _) => format!("{slides} slides added"),
    }
}

/// What is found in the list of what can be added.
pub fn offers_found(lang: Lang, number: usize) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{number} nội dung"),
        (Lang::En, 1) => "1 item".to_owned(),
        (Lang::En, _) => format!("{number} items"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_well() {
        assert_eq!(slides_counted(Lang::Vi, 1), "1 trang");
        assert_eq!(slides_counted(Lang::En, 1), "1 slide");
        assert_eq!(slides_counted(Lang::En, 12), "12 slides");
        assert_eq!(added_counted(Lang::En, 2), "2 slides added");
        assert_eq!(offers_found(Lang::En, 1), "1 item");
    }

    #[test]
    fn what_was_done_names_its_deck() {
        assert_eq!(added_to(Lang::Vi, "Sơ kết"), "Đã thêm vào “Sơ kết”");
        assert_eq!(copy_of(Lang::En, "Sơ kết"), "Sơ kết (copy)");
        assert_eq!(moved_to(Lang::Vi, "Kết nạp", 2, 5), "Kết nạp: nay là trang 2/5");
    }
}
