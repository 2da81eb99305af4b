//! Words of the frame around every page: navigation, switchers, save line.

use super::Both;
use super::store::error_text;
use crate::model::number::format_count;
use crate::model::text::Lang;
use crate::state::save::SaveState;

/// Words of the frame.
pub struct Frame {
    /// The product's name.
    pub app: &'static str,
    /// Skips the navigation for those who use a keyboard.
    pub skip: &'static str,
    /// Name of the main navigation for screen readers.
    pub navigation: &'static str,
    /// Tổng quan.
    pub overview: &'static str,
    /// Nhập liệu.
    pub entry: &'static str,
    /// Học tập.
    pub study: &'static str,
    /// Kết nạp.
    pub admission: &'static str,
    /// Chỉ tiêu.
    pub targets: &'static str,
    /// Tình hình nộp báo cáo.
    pub returns: &'static str,
    /// Cần xem lại.
    pub findings: &'static str,
    /// Khám phá số liệu.
    pub explore: &'static str,
    /// Heading over the pages that the catalogue makes.
    pub topics: &'static str,
    /// Đơn vị.
    pub units: &'static str,
    /// Đồng bộ.
    pub sync: &'static str,
    /// Page: presenting.
    pub present: &'static str,
    /// Page: reports.
    pub reports: &'static str,
    /// Cài đặt.
    pub settings: &'static str,
    /// The component kit, for those who build pages.
    pub kit: &'static str,
    /// Opens what does not fit into the bottom bar.
    pub more: &'static str,
    /// Locks the bloc by its PIN.
    pub lock: &'static str,
    /// Label of the bloc switcher.
    pub bloc: &'static str,
    /// Label of the period switcher.
    pub period: &'static str,
    /// What the search button says.
    pub search: &'static str,
    /// Title of the page that no address has.
    pub not_found: &'static str,
    /// Why it may be missing.
    pub not_found_why: &'static str,
    /// The way back.
    pub to_overview: &'static str,
    /// Shown while nothing is reachable.
    pub offline: &'static str,
}

/// Both languages of the frame.
pub static FRAME: Both<Frame> = Both {
    vi: Frame {
        app: "Sổ Khối",
        skip: "Đến nội dung",
        navigation: "Các trang",
        overview: "Tổng quan",
        entry: "Nhập liệu",
        study: "Học tập",
        admission: "Kết nạp",
        targets: "Chỉ tiêu",
        returns: "Nộp báo cáo",
        findings: "Cần xem lại",
        explore: "Khám phá số liệu",
        topics: "Các mặt công tác",
        units: "Đơn vị",
        sync: "Đồng bộ",
        present: "Trình chiếu",
        reports: "Báo cáo",
        settings: "Cài đặt",
        kit: "Bộ thành phần",
        more: "Thêm",
        lock: "Khóa sổ trên máy này",
        bloc: "Khối",
        period: "Kỳ",
        search: "Tìm",
        not_found: "Không có trang này",
        not_found_why: "Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ. Số liệu không bị ảnh hưởng.",
        to_overview: "Về Tổng quan",
        offline: "Đang ngoại tuyến. Mọi thứ vẫn dùng được, số liệu lưu trên máy này.",
    },
    en: Frame {
        app: "Sổ Khối",
        skip: "Skip to content",
        navigation: "Pages",
        overview: "Overview",
        entry: "Data entry",
        study: "Study drives",
        admission: "Admissions",
        targets: "Targets",
        returns: "Returns",
        findings: "To review",
        explore: "Explore the figures",
        topics: "Areas of work",
        units: "Units",
        sync: "Sync",
        present: "Present",
        reports: "Reports",
        settings: "Settings",
        kit: "Component kit",
        more: "More",
        lock: "Lock the ledger on this device",
        bloc: "Bloc",
        period: "Period",
        search: "Search",
        not_found: "There is no such page",
        not_found_why: "The address may be mistyped, or the page has moved. No figures are affected.",
        to_overview: "Back to the overview",
        offline: "Offline. Everything still works; figures are kept on this device.",
    },
};

/// What is said of a server beside the save line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many changes the server has not answered.
    pub unsent: u64,
    /// How many it refused, which nobody took back yet.
    pub refused: usize,
    /// How many cells and fields two places entered differently.
    pub contested: usize,
    /// The time of day at which something was last sent; empty before that.
    pub at: String,
}

impl Sent {
    /// Whether something waits for a person.
    pub fn needs_person(&self) -> bool {
        self.refused + self.contested > 0
    }
}

/// The save line: where the figures are. `sent` is what a server has, where the bloc has one. The line is short, so what needs
/// a person stands before everything else.
pub fn save_line(lang: Lang, state: &SaveState, sent: Option<&Sent>) -> String {
    let mut line = match (state, lang) {
        (SaveState::Saving, Lang::Vi) => return "Đang lưu".to_owned(),
        (SaveState::Saving, Lang::En) => return "Saving".to_owned(),
        (SaveState::Failed(_), Lang::Vi) => return "Chưa lưu được".to_owned(),
        (SaveState::Failed(_), Lang::En) => return "Not saved".to_owned(),
        (_, Lang::Vi) if sent.is_some_and(Sent::needs_person) => "Đã lưu".to_owned(),
        (_, Lang::En) if sent.is_some_and(Sent::needs_person) => "Saved".to_owned(),
        (SaveState::Idle, Lang::Vi) => "Đã lưu trên máy".to_owned(),
        (SaveState::Idle, Lang::En) => "Saved on this device".to_owned(),
        (SaveState::Saved { on_device, .. }, Lang::Vi) => {
            format!("Đã lưu {} thay đổi trên máy", format_count(u64::from(*on_device), lang))
        }
        (SaveState::Saved { on_device: 1, .. }, Lang::En) => "1 change saved on this device".to_owned(),
        (SaveState::Saved { on_device, .. }, Lang::En) => {
            format!(
                "{} changes saved on this device",
                format_count(u64::from(*on_device), lang)
            )
        }
    };
    for part in sent.map(|sent| sent_parts(lang, sent)).unwrap_or_default() {
        line.push_str(" · ");
        line.push_str(&part);
    }
    line
}

/// What a server has: what a person must see to, how much it has not, and when it was last sent something.
fn sent_parts(lang: Lang, sent: &Sent) -> Vec<String> {
    let unsent = match (lang, sent.unsent) {
        (Lang::Vi, 0) => "đã gửi hết".to_owned(),
        (Lang::En, 0) => "all sent".to_owned(),
        (Lang::Vi, number) => format!("{} chưa gửi", format_count(number, lang)),
        (Lang::En, number) => format!("{} not sent", format_count(number, lang)),
    };
    if sent.needs_person() {
        let (refused, contested) = (sent.refused as u64, sent.contested as u64);
        let parts = [
            (refused, refused_short(lang, refused)),
            (contested, to_choose(lang, contested)),
            (sent.unsent, unsent),
        ];
        return parts
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(_, said)| said)
            .collect();
    }
    let at = match lang {
        _ if sent.at.is_empty() => None,
        Lang::Vi => Some(format!("gửi lần cuối {}", sent.at)),
        Lang::En => Some(format!("last sent {}", sent.at)),
    };
    [Some(unsent), at].into_iter().flatten().collect()
}

/// "1 bị từ chối".
fn refused_short(lang: Lang, number: u64) -> String {
    let said = format_count(number, lang);
    match lang {
        Lang::Vi => format!("{said} bị từ chối"),
        Lang::En => format!("{said} refused"),
    }
}

/// "4 chỗ chờ chọn": cells and fields that two places entered differently.
pub fn to_choose(lang: Lang, number: u64) -> String {
    let said = format_count(number, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{said} chỗ chờ chọn"),
        (Lang::En, 1) => "1 conflict to settle".to_owned(),
        (Lang::En, _) => format!("{said} conflicts to settle"),
    }
}

/// "1 thay đổi bị máy chủ từ chối".
pub fn refused(lang: Lang, number: u64) -> String {
    let said = format_count(number, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{said} thay đổi bị máy chủ từ chối"),
        (Lang::En, 1) => "1 change refused by the server".to_owned(),
        (Lang::En, _) => format!("{said} changes refused by the server"),
    }
}

/// What of sending needs a person: "1 thay đổi bị máy chủ từ chối, 4 chỗ chờ chọn"; empty where nothing does.
pub fn sent_needs(lang: Lang, sent: &Sent) -> String {
    let (contested, number) = (sent.contested as u64, sent.refused as u64);
    let parts = [(number, refused(lang, number)), (contested, to_choose(lang, contested))];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, said)| said)
        .collect();
    parts.join(", ")
}

/// What the save line is for, in a sentence: for screen readers and as the line's tooltip.
pub fn save_sentence(lang: Lang, state: &SaveState, sent: Option<&Sent>) -> String {
    let unsent = sent.map_or(0, |sent| sent.unsent);
    let kept = match (state, lang) {
        (SaveState::Failed(error), _) => return error_text(lang, error),
        (SaveState::Saving, Lang::Vi) => return "Đang ghi thay đổi xuống máy này.".to_owned(),
        (SaveState::Saving, Lang::En) => return "Writing the change to this device.".to_owned(),
        (_, Lang::Vi) if unsent == 0 => "Mọi số liệu đã nhập đều nằm trên máy này.".to_owned(),
        (_, Lang::En) if unsent == 0 => "Every figure entered is on this device.".to_owned(),
        (_, Lang::Vi) => format!(
            "Mọi số liệu đã nhập đều nằm trên máy này; {} thay đổi chưa gửi lên máy chủ.",
            format_count(unsent, lang)
        ),
        (_, Lang::En) => format!(
            "Every figure entered is on this device; {} changes have not been sent to a server.",
            format_count(unsent, lang)
        ),
    };
    let needs = sent.map(|sent| sent_needs(lang, sent)).unwrap_or_default();
    match (needs.is_empty(), lang) {
        (true, _) => kept,
        (false, Lang::Vi) => format!("{kept} Cần xem: {needs}."),
        (false, Lang::En) => format!("{kept} To review: {needs}."),
    }
}

/// How much of sending needs a person, for those who hear the number in the navigation.
pub fn sync_words(lang: Lang, number: usize) -> String {
    let said = format_count(number as u64, lang);
    match (lang, number) {
        (Lang::Vi, _) => format!("{said} việc cần xem"),
        (Lang::En, 1) => "1 thing to review".to_owned(),
        (Lang::En, _) => format!("{said} things to review"),
    }
}

/// The band over figures that no one entered: what they are and whose they are.
pub fn demo_line(lang: Lang, source: &str) -> String {
    match lang {
        Lang::Vi => format!("Số liệu minh họa · {source}"),
        Lang::En => format!("Illustrative figures · {source}"),
    }
}

/// The number beside the page of findings, as short as its place.
pub fn review_mark(lang: Lang, points: usize) -> String {
    match points {
        1000.. => "999+".to_owned(),
        _ => format_count(points as u64, lang),
    }
}

/// The same for those who hear it: "5 điểm cần xem lại".
pub fn review_words(lang: Lang, points: usize) -> String {
    let number = format_count(points as u64, lang);
    match (lang, points) {
        (Lang::Vi, _) => format!("{number} điểm cần xem lại"),
        (Lang::En, 1) => "1 point to review".to_owned(),
        (Lang::En, _) => format!("{number} points to review"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::error::StoreError;

    #[test]
    fn the_save_line_counts_what_waits() {
        let saved = SaveState::Saved {
            on_device: 214,
            unsent: 12,
        };
        let sent = |unsent, at: &str| Sent {
            unsent,
            at: at.to_owned(),
            ..Sent::default()
        };
        let line = |lang, sent: &Sent| save_line(lang, &saved, Some(sent));
        assert_eq!(
            line(Lang::Vi, &sent(12, "09:41")),
            "Đã lưu 214 thay đổi trên máy · 12 chưa gửi · gửi lần cuối 09:41"
        );
        assert_eq!(
            line(Lang::En, &sent(1_204, "09:41")),
            "214 changes saved on this device · 1,204 not sent · last sent 09:41"
        );
        assert_eq!(
            line(Lang::Vi, &sent(0, "")),
            "Đã lưu 214 thay đổi trên máy · đã gửi hết"
        );
        assert!(save_sentence(Lang::Vi, &saved, Some(&sent(12, ""))).contains("12 thay đổi chưa gửi"));
    }

    #[test]
    fn what_needs_a_person_comes_before_what_was_sent() {
        let saved = SaveState::Saved {
            on_device: 214,
            unsent: 0,
        };
        let sent = |refused, contested, unsent| Sent {
            unsent,
            refused,
            contested,
            at: "09:41".to_owned(),
        };
        let line = |lang, sent: &Sent| save_line(lang, &saved, Some(sent));
        assert_eq!(line(Lang::Vi, &sent(1, 0, 0)), "Đã lưu · 1 bị từ chối");
        assert_eq!(
            line(Lang::Vi, &sent(2, 1_204, 3)),
            "Đã lưu · 2 bị từ chối · 1.204 chỗ chờ chọn · 3 chưa gửi"
        );
        assert_eq!(line(Lang::En, &sent(0, 4, 0)), "Saved · 4 conflicts to settle");
        assert_eq!(
            sent_needs(Lang::Vi, &sent(1, 4, 9)),
            "1 thay đổi bị máy chủ từ chối, 4 chỗ chờ chọn"
        );
        assert!(
            save_sentence(Lang::Vi, &saved, Some(&sent(1, 0, 0))).ends_with("Cần xem: 1 thay đổi bị máy chủ từ chối.")
        );
        assert_eq!(sent_needs(Lang::Vi, &sent(0, 0, 9)), "");
    }

    #[test]
    fn the_mark_stays_short_and_the_words_say_all() {
        assert_eq!(
            (review_mark(Lang::Vi, 6).as_str(), review_mark(Lang::Vi, 1200).as_str()),
            ("6", "999+")
        );
        assert_eq!(review_words(Lang::Vi, 1200), "1.200 điểm cần xem lại");
        assert_eq!(review_words(Lang::En, 1), "1 point to review");
    }

    #[test]
    fn without_a_server_nothing_is_said_of_sending() {
        let saved = SaveState::Saved {
            on_device: 3,
            unsent: 3,
        };
        assert_eq!(save_line(Lang::Vi, &saved, None), "Đã lưu 3 thay đổi trên máy");
        assert_eq!(save_line(Lang::Vi, &SaveState::Idle, None), "Đã lưu trên máy");
        assert!(!save_sentence(Lang::Vi, &saved, None).contains("chưa gửi"));
    }

    #[test]
    fn a_failure_tells_its_own_story() {
        let failed = SaveState::Failed(StoreError::Full);
        assert!(save_sentence(Lang::Vi, &failed, None).starts_with("Máy đã hết chỗ lưu."));
        assert_eq!(save_line(Lang::Vi, &failed, None), "Chưa lưu được");
    }
}
