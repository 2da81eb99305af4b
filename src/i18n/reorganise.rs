//! Words of the dialog in which units become others, and of what became of them.

use super::Both;
use crate::model::number::{Count, format_count};
use crate::model::text::Lang;

/// Words of changes of units over time.
pub struct Reorganise {
    /// The dialog, and the way to it.
    pub title: &'static str,
    /// Which kind of change.
    pub kind: &'static str,
    /// Several become one.
    pub merge: &'static str,
    /// One becomes several.
    pub split: &'static str,
    /// Another name.
    pub rename: &'static str,
    /// Another place.
    pub relocate: &'static str,
    /// An end.
    pub close: &'static str,
    /// The first day of what comes.
    pub day: &'static str,
    /// What the day means.
    pub day_help: &'static str,
    /// The units that become one.
    pub units: &'static str,
    /// Adds another one to them.
    pub add_unit: &'static str,
    /// Takes one away again.
    pub take_away: &'static str,
    /// What they become.
    pub into: &'static str,
    /// A new unit.
    pub new_unit: &'static str,
    /// The names of the parts.
    pub parts: &'static str,
    /// How to write them.
    pub parts_help: &'static str,
    /// The new name.
    pub new_name: &'static str,
    /// Who goes on with what it did.
    pub successor: &'static str,
    /// Nobody does.
    pub no_successor: &'static str,
    /// The part of the dialog that says what it comes to.
    pub comes_to: &'static str,
    /// The old name stays for old periods.
    pub name_stays: &'static str,
    /// Figures of old periods stay where they are.
    pub place_stays: &'static str,
    /// Who reports a period in which units change.
    pub who_reports: &'static str,
    /// A split unit's figures stay whole.
    pub stays_whole: &'static str,
    /// Section: what became of units.
    pub history: &'static str,
    /// What the section is about.
    pub history_note: &'static str,
    /// Which units earlier figures stand under.
    pub units_as: &'static str,
    /// Those of that time.
    pub as_then: &'static str,
    /// Those of today.
    pub as_now: &'static str,
    /// No day is given.
    pub no_day: &'static str,
    /// No name is given.
    pub no_name: &'static str,
    /// Fewer than two units to merge.
    pub too_few_merge: &'static str,
    /// Fewer than two parts.
    pub too_few_split: &'static str,
    /// Nothing is other than it is.
    pub nothing_changes: &'static str,
    /// The bloc committee.
    pub root: &'static str,
}

/// Both languages.
pub static REORGANISE: Both<Reorganise> = Both {
    vi: Reorganise {
        title: "Thay đổi tổ chức",
        kind: "Việc thay đổi",
        merge: "Hợp nhất, sáp nhập",
        split: "Chia tách",
        rename: "Đổi tên",
        relocate: "Chuyển nơi trực thuộc, loại hình",
        close: "Kết thúc hoạt động",
        day: "Có hiệu lực từ ngày",
        day_help: "Ngày đầu tiên theo tổ chức mới; tổ chức cũ tính đến hết ngày hôm trước.",
        units: "Các đơn vị hợp nhất, sáp nhập",
        add_unit: "Thêm đơn vị",
        take_away: "Bỏ khỏi danh sách",
        into: "Thành",
        new_unit: "Đơn vị mới",
        parts: "Các đơn vị sau khi tách, mỗi dòng một tên",
        parts_help: "Tên bắt đầu bằng “Đảng bộ” hoặc “Chi bộ” được xếp đúng loại.",
        new_name: "Tên mới",
        successor: "Đơn vị tiếp nhận",
        no_successor: "Giải thể, không có đơn vị tiếp nhận",
        comes_to: "Kết quả",
        name_stays: "Các kỳ trước ngày này vẫn mang tên cũ.",
        place_stays: "Số liệu các kỳ trước ngày này ở lại nơi cũ.",
        who_reports: "Kỳ đang diễn ra do đơn vị còn hoạt động vào ngày cuối kỳ báo cáo.",
        stays_whole: "Số liệu cũ không chia được cho các đơn vị mới, giữ nguyên ở đơn vị đã tách.",
        history: "Thay đổi tổ chức qua các thời kỳ",
        history_note: "Số tổ chức cơ sở đảng, tính theo ngày có hiệu lực.",
        units_as: "Đơn vị của các kỳ trước",
        as_then: "Theo đơn vị khi đó",
        as_now: "Theo đơn vị hiện nay",
        no_day: "Có hiệu lực từ ngày: chưa có ngày. Gõ ngày/tháng/năm, ví dụ 01/07/2022.",
        no_name: "Tên đơn vị: chưa có tên. Gõ tên đầy đủ như trong quyết định.",
        too_few_merge: "Chọn thêm ít nhất một đơn vị để hợp nhất.",
        too_few_split: "Ghi ít nhất hai đơn vị sau khi tách, mỗi dòng một tên.",
        nothing_changes: "Chưa có gì thay đổi so với hiện tại.",
        root: "Đảng bộ Khối không tách, nhập hay kết thúc ở đây được. Chọn một đơn vị trực thuộc.",
    },
    en: Reorganise {
        title: "Reorganise",
        kind: "Kind of change",
        merge: "Merge",
        split: "Split",
        rename: "Rename",
        relocate: "Move below another unit, into another sector",
        close: "End",
        day: "In force from",
        day_help: "The first day of the new order; the old one lasts until the day before.",
        units: "Units that become one",
        add_unit: "Add a unit",
        take_away: "Take off the list",
        into: "They become",
        new_unit: "A new unit",
        parts: "Units after the split, one name a line",
        parts_help: "Names that begin with “Đảng bộ” or “Chi bộ” get the right kind.",
        new_name: "New name",
        successor: "Unit that takes over",
        no_successor: "Dissolved, nobody takes over",
        comes_to: "What it comes to",
        name_stays: "Periods before that day keep the old name.",
        place_stays: "Figures of periods before that day stay where they were.",
        who_reports: "A period that is running is reported by the units that exist on its last day.",
        stays_whole: "Old figures cannot be divided among the new units and stay with the one that was split.",
        history: "Changes of units over time",
        history_note: "Grassroots organisations, by the day on which it took effect.",
        units_as: "Units of earlier periods",
        as_then: "By units as they were then",
        as_now: "By units as they are now",
        no_day: "In force from: there is no date. Type day/month/year, for example 01/07/2022.",
        no_name: "Unit's name: it is missing. Type the full name as in the decision.",
        too_few_merge: "Choose at least one more unit to merge.",
        too_few_split: "Write at least two units, one name a line.",
        nothing_changes: "Nothing differs from how it is.",
        root: "The bloc committee itself cannot be merged, split or ended here. Choose a unit below it.",
    },
};

fn number(lang: Lang, count: usize) -> String {
    format_count(count as Count, lang)
}

/// How the number of organisations changes: "73 → 70 tổ chức cơ sở đảng từ ngày 01/07/2022".
pub fn counts_line(lang: Lang, (before, after): (usize, usize), day: &str) -> String {
    let (before, after) = (number(lang, before), number(lang, after));
    match lang {
        Lang::Vi if before == after => format!("Vẫn {after} tổ chức cơ sở đảng từ ngày {day}"),
        Lang::Vi => format!("{before} → {after} tổ chức cơ sở đảng từ ngày {day}"),
        Lang::En if before == after => format!("Still {after} grassroots organisations from {day}"),
        Lang::En => format!("{before} → {after} grassroots organisations from {day}"),
    }
}

/// A unit that ends: until when, and what of the year stays with it.
pub fn ends_line(lang: Lang, name: &str, last: &str, returns: usize, year: i32) -> String {
    let count = number(lang, returns);
    match (lang, returns) {
        (Lang::Vi, 0) => format!("{name} kết thúc hết ngày {last}; chưa có báo cáo nào của năm {year}"),
        (Lang::Vi, _) => {
            format!("{name} kết thúc hết ngày {last}; {count} báo cáo của năm {year} ở lại với đơn vị này")
        }
        (Lang::En, 0) => format!("{name} ends on {last}; it has no returns for {year}"),
        (Lang::En, 1) => format!("{name} ends on {last}; its return for {year} stays with it"),
        (Lang::En, _) => format!("{name} ends on {last}; its {count} returns for {year} stay with it"),
    }
}

/// A unit that begins.
pub fn begins_line(lang: Lang, name: &str, day: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} bắt đầu từ ngày {day}"),
        Lang::En => format!("{name} begins on {day}"),
    }
}

/// A unit that stands below another one.
pub fn moves_line(lang: Lang, name: &str, above: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} chuyển về trực thuộc {above}"),
        Lang::En => format!("{name} moves below {above}"),
    }
}

/// Targets that stay with units that end; empty where there are none.
pub fn targets_line(lang: Lang, targets: usize) -> String {
    let count = number(lang, targets);
    match (lang, targets) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!(
            "{count} chỉ tiêu đã giao ở lại với đơn vị kết thúc, không cộng thêm lần nữa; giao chỉ tiêu cho đơn vị mới ở trang Chỉ tiêu"
        ),
        (Lang::En, 1) => {
            "1 target stays with the unit that ends and is not added again; set the new unit's on the targets page"
                .to_owned()
        }
        (Lang::En, _) => {
            format!(
                "{count} targets stay with the units that end and are not added again; set the new units' on the targets page"
            )
        }
    }
}

/// Another unit has the name.
pub fn name_taken(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Tên đơn vị: đã có {name}. Gõ tên khác, hoặc sáp nhập vào đơn vị đó."),
        Lang::En => format!("Unit's name: there is {name} already. Type another name, or merge into that unit."),
    }
}

/// A unit cannot become itself.
pub fn into_itself(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{name} không thể sáp nhập vào chính nó. Bỏ nó khỏi danh sách, hoặc chọn đơn vị khác ở ô Thành.")
        }
        Lang::En => format!("{name} cannot be merged into itself. Take it off the list, or choose what they become."),
    }
}

/// It does not exist around that day.
pub fn not_there(lang: Lang, name: &str, day: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{name} không hoạt động liên tục qua ngày {day}: thành lập sau, hoặc đã kết thúc. Chọn ngày khác.")
        }
        Lang::En => {
            format!("{name} does not exist before and after {day}: it began later or has ended. Choose another day.")
        }
    }
}

/// It was changed later than that.
pub fn changed_since(lang: Lang, name: &str, last: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} đã đổi tên hoặc chuyển từ ngày {last}. Chọn ngày sau ngày đó."),
        Lang::En => format!("{name} was renamed or moved on {last}. Choose a later day."),
    }
}

/// It has figures of later periods.
pub fn has_figures(lang: Lang, name: &str, period: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "{name} đã có số liệu {period}, sau ngày này. Chọn ngày muộn hơn, hoặc nhập số liệu đó cho đơn vị mới rồi xóa ở đây."
        ),
        Lang::En => format!(
            "{name} has figures for {period}, after that day. Choose a later day, or enter them for the new unit and clear them here."
        ),
    }
}

/// It would stand below itself.
pub fn below_itself(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} không thể trực thuộc chính nó hay đơn vị bên dưới nó. Chọn đơn vị khác."),
        Lang::En => format!("{name} cannot stand below itself or a unit of its own. Choose another unit."),
    }
}

/// Nothing stands below that kind.
pub fn nothing_below(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{name} không thể có loại đơn vị đó bên dưới. Chọn đảng bộ, hoặc chuyển các đơn vị bên dưới trước.")
        }
        Lang::En => {
            format!("{name} cannot have such a unit below it. Choose a committee, or move the units below first.")
        }
    }
}

/// Units below would be left.
pub fn leaves_units(lang: Lang, name: &str, count: usize) -> String {
    let count = number(lang, count);
    match lang {
        Lang::Vi => format!("{name} còn {count} đơn vị trực thuộc. Chọn đơn vị tiếp nhận, hoặc chuyển chúng trước."),
        Lang::En => format!("{count} units still stand below {name}. Choose who takes over, or move them first."),
    }
}

/// What was done: "Đã thay đổi tổ chức: 73 → 70".
pub fn done(lang: Lang, (before, after): (usize, usize)) -> String {
    let (before, after) = (number(lang, before), number(lang, after));
    match lang {
        Lang::Vi if before == after => "Đã thay đổi tổ chức".to_owned(),
        Lang::Vi => format!("Đã thay đổi tổ chức: {before} → {after}"),
        Lang::En if before == after => "Reorganised".to_owned(),
        Lang::En => format!("Reorganised: {before} → {after}"),
    }
}

/// The number of organisations over time: "73 → 70 → 72".
pub fn numbers_line(lang: Lang, numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(|count| number(lang, *count)).collect();
    numbers.join(" → ")
}

/// "A, B và C" of names.
pub fn names_line(lang: Lang, names: &[String]) -> String {
    let and = match lang {
        Lang::Vi => "và",
        Lang::En => "and",
    };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Units became one.
pub fn merged_event(lang: Lang, names: &[String], into: &str) -> String {
    let names = names_line(lang, names);
    match lang {
        Lang::Vi => format!("{names} nhập thành {into}"),
        Lang::En => format!("{names} became {into}"),
    }
}

/// A unit became several.
pub fn split_event(lang: Lang, name: &str, into: &[String]) -> String {
    let into = names_line(lang, into);
    match lang {
        Lang::Vi => format!("{name} tách thành {into}"),
        Lang::En => format!("{name} was split into {into}"),
    }
}

/// A unit got another name.
pub fn renamed_event(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Vi => format!("{from} đổi tên thành {to}"),
        Lang::En => format!("{from} was renamed {to}"),
    }
}

/// A unit went elsewhere; `above` is empty where only its sector changed.
pub fn moved_event(lang: Lang, name: &str, above: &str) -> String {
    match (lang, above.is_empty()) {
        (Lang::Vi, true) => format!("{name} đổi loại hình"),
        (Lang::Vi, false) => format!("{name} chuyển về trực thuộc {above}"),
        (Lang::En, true) => format!("{name} changed its sector"),
        (Lang::En, false) => format!("{name} moved below {above}"),
    }
}

/// A unit began, of no other.
pub fn begun_event(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Thành lập {name}"),
        Lang::En => format!("{name} was founded"),
    }
}

/// A unit ended, and nothing followed.
pub fn ended_event(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} kết thúc hoạt động"),
        Lang::En => format!("{name} ended"),
    }
}

/// What as-now does with units that were split: "Đơn vị đã tách giữ nguyên số liệu cũ: A (thành 3 đơn vị)".
pub fn undivided_line(lang: Lang, split: &[(String, usize)]) -> String {
    let one = |(name, parts): &(String, usize)| match lang {
        Lang::Vi => format!("{name} (tách thành {parts} đơn vị)"),
        Lang::En => format!("{name} (split into {parts})"),
    };
    let names: Vec<String> = split.iter().map(one).collect();
    let names = names_line(lang, &names);
    match (lang, names.is_empty()) {
        (_, true) => String::new(),
        (Lang::Vi, _) => format!("Không chia được cho các đơn vị mới, giữ nguyên ở đơn vị cũ: {names}."),
        (Lang::En, _) => format!("Cannot be divided among the new units, left whole with the old one: {names}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_told() {
        assert_eq!(
            counts_line(Lang::Vi, (73, 70), "01/07/2022"),
            "73 → 70 tổ chức cơ sở đảng từ ngày 01/07/2022"
        );
        assert_eq!(numbers_line(Lang::Vi, &[73, 70, 72]), "73 → 70 → 72");
        let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
        assert_eq!(merged_event(Lang::Vi, &names, "D"), "A, B và C nhập thành D");
        assert_eq!(targets_line(Lang::En, 0), "");
        assert_eq!(undivided_line(Lang::Vi, &[]), "");
    }
}
