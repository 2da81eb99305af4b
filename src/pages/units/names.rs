//! A pasted list of names, one unit a line, as units: from Excel, from a chat, or typed.

use crate::i18n::fold::fold;
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};

/// What a list was read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameList {
    /// The units, in the order of the list.
    pub units: Vec<Unit>,
    /// Names that stood in the list more than once; each became one unit.
    pub repeated: Vec<String>,
    /// Names that say neither "Đảng bộ" nor "Chi bộ"; they are taken for cells.
    pub unclear: Vec<String>,
}

/// Reads a list. Row numbers and further columns of a sheet are left out, blank lines too. Each unit gets an
/// identifier from `new_id`, and a place in the official order from `first_order` on.
pub fn read_names(text: &str, parent: &UnitId, first_order: u32, mut new_id: impl FnMut() -> String) -> NameList {
    let mut list = NameList::default();
    let mut seen: Vec<String> = Vec::new();
    for name in text.lines().filter_map(name_of_line) {
        let folded = fold(&name);
        if seen.contains(&folded) {
            list.repeated.push(name);
            continue;
        }
        let kind = kind_of_name(&name, &folded).unwrap_or_else(|| {
            list.unclear.push(name.clone());
            UnitKind::GrassrootsCell
        });
        seen.push(folded);
        let order = first_order.saturating_add(u32::try_from(list.units.len()).unwrap_or(u32::MAX));
        list.units.push(Unit {
            order,
            ..Unit::new(new_id().as_str(), Some(parent.clone()), kind, name)
        });
    }
    list
}

/// The name in a line: the first column that is no number, without a row number before it.
fn name_of_line(line: &str) -> Option<String> {
    let column = line
        .split('\t')
        .map(str::trim)
        .find(|column| column.chars().any(char::is_alphabetic))?;
    let name =
        column.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '+' | '•' | ' '));
    let words: Vec<&str> = name.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The kind that a name begins with: in full, or abbreviated as offices do.
fn kind_of_name(name: &str, folded: &str) -> Option<UnitKind> {
    let first = name.split(' ').next().unwrap_or_default();
    if folded.starts_with("dang bo ") || folded.starts_with("dang uy ") || ["ĐB", "ĐU", "ĐBCS"].contains(&first) {
        Some(UnitKind::GrassrootsCommittee)
    } else if folded.starts_with("chi bo ") || ["CB", "CBCS"].contains(&first) {
        Some(UnitKind::GrassrootsCell)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> NameList {
        let mut next = 0;
        read_names(text, &"root".into(), 1, || {
            next += 1;
            format!("u{next}")
        })
    }

    #[test]
    fn reads_a_column_copied_from_a_sheet() {
        let list = read("1\tĐảng bộ Sở Y tế\t57\n2\tChi bộ  Ban Dân tộc\t12\n\n3. ĐU Sở Tài chính\nDu lịch Hòa Bình");
        let found: Vec<(&str, UnitKind, u32)> = list.units.iter().map(|u| (u.name.as_str(), u.kind, u.order)).collect();
        assert_eq!(
            found,
            [
                ("Đảng bộ Sở Y tế", UnitKind::GrassrootsCommittee, 1),
                ("Chi bộ Ban Dân tộc", UnitKind::GrassrootsCell, 2),
                ("ĐU Sở Tài chính", UnitKind::GrassrootsCommittee, 3),
                ("Du lịch Hòa Bình", UnitKind::GrassrootsCell, 4),
            ]
        );
        assert_eq!(list.unclear, ["Du lịch Hòa Bình"]);
    }

    #[test]
    fn a_name_written_twice_is_one_unit() {
        let list = read("Chi bộ Ban Dân tộc\nCHI BỘ BAN DÂN TỘC");
        assert_eq!(list.units.len(), 1);
        assert_eq!(list.repeated.len(), 1);
    }
}
