//! What counts are divided into: options, levels, done and not done.

use crate::model::number::{Count, format_count};
use crate::model::quantity::Quantity;
use crate::model::text::{Lang, Text};
use crate::report::sentence::coverage::NAMED;
use crate::report::sentence::words::{name_inside, names, plural, quantity, units};

/// A count under an option, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// The option's name.
    pub name: String,
    /// How many.
    pub count: Count,
    /// The same, written with what is counted.
    pub written: String,
}

impl Under {
    pub(super) fn told(&self) -> String {
        match self.name.is_empty() {
            true => self.written.clone(),
            // The number stays on the line of the last word.
            false => format!("{}\u{a0}{}", inside(&self.name), self.written),
        }
    }

    /// What was done to how many of whom: "kiểm tra 71 tổ chức đảng", "71 organisations inspected"; with who did it in front.
    pub fn of_action(lang: Lang, who: &str, action: &str, found: Quantity, whom: &str) -> Under {
        let (number, action) = (quantity(lang, found), name_inside(action));
        let (name, written) = match (lang, who.is_empty()) {
            (Lang::Vi, true) => (action, format!("{number} {whom}")),
            (Lang::Vi, false) => (format!("{who} · {action}"), format!("{number} {whom}")),
            (Lang::En, true) => (String::new(), format!("{number} {whom} {action}")),
            (Lang::En, false) => (format!("{who}:"), format!("{number} {whom} {action}")),
        };
        Under {
            name,
            count: found.count,
            written,
        }
    }
}

/// An option's name inside a sentence: "Kiểm tra · Tổ chức đảng" is "kiểm tra tổ chức đảng".
fn inside(name: &str) -> String {
    name.split(" · ").map(name_inside).collect::<Vec<_>>().join(" ")
}

/// "Kiểm tra, giám sát: kiểm tra 71 tổ chức đảng; kiểm tra 73 đảng viên".
pub fn by_options(lang: Lang, label: &Text, parts: &[Under]) -> String {
    let label = label.in_lang(lang);
    if parts.is_empty() {
        return nothing(lang, label);
    }
    let parts: Vec<String> = parts.iter().map(Under::told).collect();
    format!("{label}: {}", parts.join("; "))
}

pub(super) fn nothing(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Vi => format!("{label}: chưa có số liệu"),
        Lang::En => format!("{label}: no figures yet"),
    }
}

/// "Đảng viên bị kỷ luật: không có" where it was reported that there was nothing, "chưa có số liệu" where nobody
/// reported.
pub fn none_of(lang: Lang, label: &Text, reported: bool) -> String {
    let label = label.in_lang(lang);
    match (lang, reported) {
        (_, false) => nothing(lang, label),
        (Lang::Vi, true) => format!("{label}: không có"),
        (Lang::En, true) => format!("{label}: none"),
    }
}

/// "Làm điểm mô hình: 51 đơn vị đã làm, 20 đơn vị chưa; 2 đơn vị chưa báo cáo: …".
pub fn done(lang: Lang, label: &Text, done: usize, not: usize, missing: &[String]) -> String {
    let label = label.in_lang(lang);
    if done + not == 0 {
        return nothing(lang, label);
    }
    let (has, has_not) = (units(lang, done), units(lang, not));
    let mut text = match lang {
        Lang::Vi => format!("{label}: {has} đã làm, {has_not} chưa làm"),
        Lang::En => format!("{label}: done by {has}, not by {has_not}"),
    };
    if !missing.is_empty() {
        let number = units(lang, missing.len());
        let list = match missing.len() <= NAMED {
            true => format!(": {}", names(missing)),
            false => String::new(),
        };
        text.push_str(&match lang {
            Lang::Vi => format!("; {number} chưa báo cáo{list}"),
            Lang::En => format!("; {number} not reported{list}"),
        });
    }
    text
}

/// One thing's own level, or its levels over several years: "Mức xếp loại của Đảng bộ Khối: hoàn thành tốt nhiệm vụ", "…: 2 năm hoàn
/// thành tốt nhiệm vụ".
pub fn own_level(lang: Lang, label: &Text, levels: &[(&Text, Count)]) -> String {
    let label = label.in_lang(lang);
    let held: Vec<&(&Text, Count)> = levels.iter().filter(|(_, count)| *count > 0).collect();
    let whole: Count = held.iter().map(|(_, count)| count).sum();
    let told = |(level, count): &&(&Text, Count)| {
        let level = name_inside(level.in_lang(lang));
        match (lang, whole) {
            (_, 1) => level,
            (Lang::Vi, _) => format!("{} năm {level}", format_count(*count, lang)),
            (Lang::En, _) => format!(
                "{level} in {} {}",
                format_count(*count, lang),
                plural(*count, "year", "years")
            ),
        }
    };
    let told: Vec<String> = held.iter().map(told).collect();
    format!("{label}: {}", told.join("; "))
}

/// How many of what are told by levels: "6 đảng viên bị thi hành kỷ luật", "12 nhiệm vụ được xếp loại".
pub fn classed(lang: Lang, label: &str) -> String {
    let (by, rated) = match lang {
        Lang::Vi => (" theo mức ", "được xếp loại"),
        Lang::En => (" by level", "rated"),
    };
    match label.split_once(by) {
        Some((what, _)) => format!("{} {rated}", name_inside(what)),
        None => name_inside(label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_done_are_told() {
        let label = Text::new("Kiểm tra, giám sát", "Inspection");
        let under = |name: &str, written: &str| Under {
            name: name.to_owned(),
            count: 0,
            written: written.to_owned(),
        };
        assert_eq!(
            by_options(
                Lang::Vi,
                &label,
                &[under("Kiểm tra · Tổ chức đảng", "71"), under("", "5")]
            ),
            "Kiểm tra, giám sát: kiểm tra tổ chức đảng\u{a0}71; 5"
        );
        assert_eq!(
            done(Lang::Vi, &label, 51, 15, &["Chi bộ A".to_owned()]),
            "Kiểm tra, giám sát: 51 đơn vị đã làm, 15 đơn vị chưa làm; 1 đơn vị chưa báo cáo: Chi bộ A"
        );
        assert_eq!(none_of(Lang::Vi, &label, true), "Kiểm tra, giám sát: không có");
    }
}
