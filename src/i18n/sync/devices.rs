//! Sentences of devices: when one was last heard, what it needs, what to do.

use super::many;
use crate::model::number::format_count;
use crate::model::text::Lang;

fn count(lang: Lang, number: u64) -> String {
    format_count(number, lang)
}

/// How long ago a device was last heard of.
pub fn device_heard(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (Lang::Vi, ..=0) => "hôm nay".to_owned(),
        (Lang::Vi, _) => format!("{} ngày trước", count(lang, days.unsigned_abs())),
        (Lang::En, ..=0) => "today".to_owned(),
        (Lang::En, 1) => "1 day ago".to_owned(),
        (Lang::En, _) => format!("{} days ago", count(lang, days.unsigned_abs())),
    }
}

/// What a device needs, in a few words: changes that never came, that were refused, days without a word.
pub fn device_need(lang: Lang, missing: u64, rejected: u64, quiet_days: i64) -> String {
    let mut parts = Vec::new();
    if missing > 0 {
        parts.push(match lang {
            Lang::Vi => format!("thiếu {} thay đổi", count(lang, missing)),
            Lang::En => many(missing, "change missing", "changes missing"),
        });
    }
    if rejected > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} thay đổi bị từ chối", count(lang, rejected)),
            Lang::En => many(rejected, "change refused", "changes refused"),
        });
    }
    if quiet_days > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} ngày chưa gửi", count(lang, quiet_days.unsigned_abs())),
            Lang::En => format!("quiet for {}", many(quiet_days.unsigned_abs(), "day", "days")),
        });
    }
    parts.join(", ")
}

/// What to do about a device; `numbers` are those of the changes that never came.
pub fn device_advice(lang: Lang, numbers: &str, rejected: u64, quiet_days: i64) -> String {
    let mut parts = Vec::new();
    match (lang, numbers) {
        (_, "") => {}
        (Lang::Vi, _) => parts.push(format!(
            "Thay đổi số {numbers} chưa đến: mở ứng dụng trên máy đó, vào Đồng bộ, bấm Đồng bộ ngay. Nếu vẫn thiếu, tạo tệp .sokhoi ở máy đó rồi so ở đây."
        )),
        (Lang::En, _) => parts.push(format!(
            "Changes {numbers} never came: open the app on that device and press Sync now. If they are still missing, make a .sokhoi file there and compare it here."
        )),
    }
    match (lang, rejected) {
        (_, 0) => {}
        (Lang::Vi, _) => {
            parts.push("Người dùng máy đó xem lý do ở trang Đồng bộ trên máy đó, rồi sửa hoặc rút.".to_owned())
        }
        (Lang::En, _) => {
            parts.push("On that device the page Sync says why; there it is edited or withdrawn.".to_owned())
        }
    }
    match (lang, quiet_days) {
        (_, ..=0) => {}
        (Lang::Vi, _) => parts.push("Nhắc đơn vị mở ứng dụng khi có mạng.".to_owned()),
        (Lang::En, _) => parts.push("Remind the unit to open the app while online.".to_owned()),
    }
    parts.join(" ")
}

/// The line over all devices, and of the overview: how many need something. Empty where none does.
pub fn needs_line(lang: Lang, missing: usize, rejected: usize, quiet: usize) -> String {
    let said = |number: usize, vi: &str, one: &str, more: &str| {
        let number_said = count(lang, number as u64);
        let words = match (lang, number) {
            (_, 0) => return None,
            (Lang::Vi, _) => vi,
            (Lang::En, 1) => one,
            (Lang::En, _) => more,
        };
        Some(format!("{number_said} {words}"))
    };
    let all = [
        said(
            missing,
            "máy thiếu thay đổi",
            "device with missing changes",
            "devices with missing changes",
        ),
        said(
            rejected,
            "máy có thay đổi bị từ chối",
            "device with refused changes",
            "devices with refused changes",
        ),
        said(
            quiet,
            "máy quá 7 ngày chưa gửi",
            "device quiet for more than 7 days",
            "devices quiet for more than 7 days",
        ),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_device_needs_comes_with_what_to_do() {
        assert_eq!(
            device_need(Lang::Vi, 4, 2, 20),
            "thiếu 4 thay đổi, 2 thay đổi bị từ chối, 20 ngày chưa gửi"
        );
        assert!(device_advice(Lang::Vi, "12–14", 0, 0).contains("12–14"));
        assert_eq!(
            device_need(Lang::En, 1_200, 1, 1),
            "1,200 changes missing, 1 change refused, quiet for 1 day"
        );
        assert_eq!(device_need(Lang::En, 0, 0, 0), "");
        assert_eq!(device_advice(Lang::En, "", 0, 0), "");
    }

    #[test]
    fn the_line_counts_only_what_there_is() {
        assert_eq!(needs_line(Lang::Vi, 0, 0, 0), "");
        assert_eq!(
            needs_line(Lang::En, 1, 0, 3),
            "1 device with missing changes · 3 devices quiet for more than 7 days"
        );
    }
}
