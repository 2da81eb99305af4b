//! A pasted list of units, one a line, read into names and kinds.

use crate::model::fold::fold;
use crate::model::unit::UnitKind;
use std::collections::HashSet;

/// One line of a pasted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedName {
    /// The name, without the number or mark that stood before it.
    pub name: String,
    /// The kind that the name says, or the one chosen for the rest.
    pub kind: UnitKind,
    /// Whether a unit of this name is there already, or stands further up in the list. It is left out.
    pub repeated: bool,
}

/// Reads a list, one name a line; of lines copied from a sheet the first column with letters in it.
/// Empty lines fall away. `known` are names that are there already; `rest` is the kind of names that say none.
pub fn read<'a>(text: &str, rest: UnitKind, known: impl IntoIterator<Item = &'a str>) -> Vec<PastedName> {
    let mut seen: HashSet<String> = known.into_iter().map(fold).collect();
    text.lines()
        .filter_map(name_of)
        .map(|name| PastedName {
            kind: kind_of(&name).unwrap_or(rest),
            repeated: !seen.insert(fold(&name)),
            name,
        })
        .collect()
}

fn name_of(line: &str) -> Option<String> {
    let column = line
        .split('\t')
        .find(|column| column.chars().any(char::is_alphabetic))?;
    let name = without_mark(column.trim());
    let words: Vec<&str> = name.split_whitespace().collect();
    Some(words.join(" ")).filter(|name| !name.is_empty())
}

/// "12. Chi bộ A", "3) Chi bộ A", "- Chi bộ A" → "Chi bộ A". A number that belongs to the name stays.
fn without_mark(text: &str) -> &str {
    let text = text.trim_start_matches(['-', '–', '•', '*', '+']).trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < text.len();
    match rest.strip_prefix(['.', ')', ':']) {
        Some(name) if numbered => name.trim_start(),
        _ => text,
    }
}

/// The kind that a name begins with.
pub fn kind_of(name: &str) -> Option<UnitKind> {
    let name = fold(name);
    [
        ("dang bo bo phan", UnitKind::SectionalCommittee),
        ("chi bo truc thuoc", UnitKind::SubordinateCell),
        ("dang uy khoi", UnitKind::BlocCommittee),
        ("dang bo khoi", UnitKind::BlocCommittee),
        ("dang bo", UnitKind::GrassrootsCommittee),
        ("dang uy", UnitKind::GrassrootsCommittee),
        ("chi bo", UnitKind::GrassrootsCell),
    ]
    .into_iter()
    .find(|(begin, _)| name.starts_with(begin))
    .map(|(_, kind)| kind)
    // The root is made with the bloc; a pasted line never makes a second one.
    .filter(|kind| *kind != UnitKind::BlocCommittee)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, UnitKind, bool)> {
        read(text, UnitKind::GrassrootsCell, ["Chi bộ Thanh tra tỉnh"])
            .into_iter()
            .map(|line| (line.name, line.kind, line.repeated))
            .collect()
    }

    #[test]
    fn reads_a_list_as_offices_keep_it() {
        let text = "1. Đảng bộ Sở Y tế\n\n2) Chi bộ  Báo Hòa Bình \n- Hội Nông dân\n3\tĐảng bộ bộ phận A\t45\n   \n";
        assert_eq!(
            names(text),
            [
                ("Đảng bộ Sở Y tế".into(), UnitKind::GrassrootsCommittee, false),
                ("Chi bộ Báo Hòa Bình".into(), UnitKind::GrassrootsCell, false),
                ("Hội Nông dân".into(), UnitKind::GrassrootsCell, false),
                ("Đảng bộ bộ phận A".into(), UnitKind::SectionalCommittee, false),
            ]
        );
    }

    #[test]
    fn marks_what_is_there_already() {
        let found = names("chi bộ thanh tra tỉnh\nChi bộ A\nChi bộ A\n");
        let repeated: Vec<bool> = found.into_iter().map(|(_, _, repeated)| repeated).collect();
        assert_eq!(repeated, [true, false, true]);
    }

    #[test]
    fn a_number_in_a_name_stays() {
        assert_eq!(names("26/3 Đoàn")[0].0, "26/3 Đoàn");
        assert_eq!(names("Chi bộ 5")[0].0, "Chi bộ 5");
        assert_eq!(names("12 Chi bộ")[0].0, "12 Chi bộ");
    }
}
