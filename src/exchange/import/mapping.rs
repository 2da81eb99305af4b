//! Which column of a sheet is which cell of a form: guessed from what stands over it, for a person to confirm.

use super::layout::Layout;
use super::names::{Comparable, normal};
use crate::catalogue::Catalogue;
use crate::model::checksum::crc32;
use crate::model::id::CellKey;
use crate::model::measure::Form;
use crate::model::text::{Lang, Text};

/// How alike a header must be to a column's name, in percent.
const ENOUGH: usize = 60;

/// What a column of the sheet is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Nothing that is read.
    #[default]
    Nothing,
    /// The units' names.
    Name,
    /// A cell of the form.
    Cell(CellKey),
    /// The units' members, on the form of head counts: many sheets have them beside the figures of another form.
    Heads,
}

/// Headers that mean the members of a unit, whatever the sheet is of.
const HEADS: [&str; 8] = [
    "so dang vien",
    "tong so dang vien",
    "so luong dang vien",
    "tong dang vien",
    "dang vien hien co",
    "tong so dang vien hien co",
    "so dang vien cua don vi",
    "number of members",
];

/// Takes a column for head counts where its header says so and no cell of the form has it.
pub fn guess_heads(mapping: &mut Mapping, layout: &Layout) {
    let says = |header: &String| {
        let last = header.rsplit(" / ").next().unwrap_or(header);
        HEADS.contains(&normal(last).as_str())
    };
    let free = |at: &usize| mapping.columns.get(*at) == Some(&Target::Nothing);
    let columns = layout.headers.iter().enumerate().filter(|(_, header)| says(header));
    let mut columns = columns.map(|(at, _)| at).filter(free);
    if let Some(at) = columns.next() {
        mapping.set(at, Target::Heads);
    }
}

/// What each column is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// By the sheet's columns.
    pub columns: Vec<Target>,
}

impl Mapping {
    /// Gives a column its meaning. A cell of the form, and the names, have one column: another that had it has it no more.
    pub fn set(&mut self, column: usize, target: Target) {
        if target != Target::Nothing {
            for other in &mut self.columns {
                if *other == target {
                    *other = Target::Nothing;
                }
            }
        }
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = target;
        }
    }

    /// The column of head counts, as the mapping of another form with that one cell.
    pub fn heads(&self, key: &CellKey) -> Mapping {
        let of = |target: &Target| match target {
            Target::Heads => Target::Cell(key.clone()),
            Target::Name => Target::Name,
            _ => Target::Nothing,
        };
        Mapping {
            columns: self.columns.iter().map(of).collect(),
        }
    }

    /// Reads no column for head counts.
    pub fn leave_heads(&mut self) {
        for target in self.columns.iter_mut().filter(|target| **target == Target::Heads) {
            *target = Target::Nothing;
        }
    }

    /// The columns that are cells of the form.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &CellKey)> {
        self.columns
            .iter()
            .enumerate()
            .filter_map(|(column, target)| match target {
                Target::Cell(key) => Some((column, key)),
                _ => None,
            })
    }
}

/// Names a sheet's shape, so that what a person chose for it is known again: its headers, however they are spaced.
pub fn shape(layout: &Layout) -> String {
    let headers: Vec<String> = layout.headers.iter().map(|header| normal(header)).collect();
    format!("{:08x}", crc32(headers.join("|").as_bytes()))
}

/// Guesses. Each cell of the form gets the column that is most like it, the surest first; a tie is no guess.
pub fn guess(layout: &Layout, form: &Form, catalogue: &Catalogue, year: Option<i32>) -> Mapping {
    let mut mapping = Mapping {
        columns: vec![Target::Nothing; layout.headers.len()],
    };
    mapping.set(layout.name_column, Target::Name);
    let names = names_of_cells(form, catalogue, year);
    let mut scores: Vec<(usize, usize, &CellKey)> = Vec::new();
    for (column, header) in layout.headers.iter().enumerate() {
        if column == layout.name_column || header.is_empty() {
            continue;
        }
        let header = Comparable::of(header);
        for called in &names {
            let score = called.likeness(&header);
            if score >= ENOUGH {
                scores.push((score, column, &called.key));
            }
        }
    }
    scores.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let ties = |found: &(usize, usize, &CellKey)| {
        let same =
            |other: &&(usize, usize, &CellKey)| other.0 == found.0 && ((other.1 == found.1) != (other.2 == found.2));
        scores.iter().any(|other| same(&other))
    };
    for found in &scores {
        let (_, column, key) = *found;
        let target = Target::Cell(key.clone());
        if mapping.columns[column] == Target::Nothing && !mapping.columns.contains(&target) && !ties(found) {
            mapping.columns[column] = target;
        }
    }
    mapping
}

/// Every way in which a cell of a form is called.
struct Called {
    key: CellKey,
    /// Its full names, in both languages.
    full: Vec<Comparable>,
    /// Its short name, its section before it, its options alone.
    also: Vec<Comparable>,
}

impl Called {
    /// How alike a header is; its own full name is more alike than anything else.
    fn likeness(&self, header: &Comparable) -> usize {
        let of = |names: &[Comparable]| names.iter().map(|name| header.likeness(name)).max().unwrap_or(0);
        let (full, also) = (of(&self.full), of(&self.also));
        if full > 100 { full + 1 } else { full.max(also) }
    }
}

fn names_of_cells(form: &Form, catalogue: &Catalogue, year: Option<i32>) -> Vec<Called> {
    let mut found = Vec::new();
    for section in &form.sections {
        for measure in section.measures.iter().filter_map(|id| catalogue.measure(id.as_str())) {
            for column in catalogue.columns_of(measure, year) {
                let (mut full, mut also) = (Vec::new(), Vec::new());
                for lang in [Lang::Vi, Lang::En] {
                    let of = |text: &Text| text.in_lang(lang).to_owned();
                    let (whole, brief, section) = (of(&measure.label), of(measure.brief()), of(&section.label));
                    let options = if measure.by.is_empty() {
                        String::new()
                    } else {
                        of(&column.label)
                    };
                    full.push(Comparable::of(&format!("{whole} {options}")));
                    let short = [
                        format!("{brief} {options}"),
                        format!("{section} {options}"),
                        options.clone(),
                    ];
                    let long = [format!("{section} {whole}"), format!("{section} {brief}"), brief];
                    let names: &[String] = if measure.by.is_empty() { &long } else { &short };
                    also.extend(names.iter().map(|name| Comparable::of(name)));
                }
                found.push(Called {
                    key: column.key,
                    full,
                    also,
                });
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn layout(headers: &[&str]) -> Layout {
        Layout {
            headers: headers.iter().map(|&header| header.to_owned()).collect(),
            name_column: 1,
            body: Vec::new(),
            passed: Vec::new(),
        }
    }

    #[test]
    fn columns_of_a_study_sheet_are_recognised() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"study".into()).unwrap();
        let sheet = layout(&[
            "STT",
            "Tên đơn vị",
            "Bài thu hoạch / Xuất sắc",
            "Bài thu hoạch / Giỏi",
            "Bài thu hoạch / Khá",
            "Ghi chú",
        ]);
        let mapping = guess(&sheet, form, &catalogue, Some(2021));
        let found: Vec<String> = mapping.cells().map(|(column, key)| format!("{column}={key}")).collect();
        assert_eq!(found, ["2=write_ups.excellent", "3=write_ups.good", "4=write_ups.fair"]);
        assert_eq!(
            (&mapping.columns[1], &mapping.columns[5]),
            (&Target::Name, &Target::Nothing)
        );
    }

    #[test]
    fn one_cell_has_one_column_and_a_tie_is_no_guess() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"headcount".into()).unwrap();
        let twice = guess(
            &layout(&["", "Đơn vị", "Đảng viên", "Đảng viên"]),
            form,
            &catalogue,
            Some(2021),
        );
        assert_eq!(twice.cells().count(), 0, "{twice:?}");
        let mut mapping = guess(
            &layout(&["", "Đơn vị", "Đảng viên", "Khác"]),
            form,
            &catalogue,
            Some(2021),
        );
        let key = mapping.cells().next().unwrap().1.clone();
        mapping.set(3, Target::Cell(key.clone()));
        assert_eq!(mapping.cells().collect::<Vec<_>>(), [(3, &key)]);
    }

    #[test]
    fn a_column_of_head_counts_beside_another_form_is_recognised() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"study".into()).unwrap();
        let sheet = layout(&["STT", "Tên đơn vị", "Tổng số đảng viên", "Bài thu hoạch / Giỏi"]);
        let mut mapping = guess(&sheet, form, &catalogue, Some(2021));
        guess_heads(&mut mapping, &sheet);
        assert_eq!(mapping.columns[2], Target::Heads);
        let heads = mapping.heads(&"head_count.members".into());
        assert_eq!(heads.cells().map(|(at, _)| at).collect::<Vec<_>>(), [2]);
        assert_eq!(mapping.cells().map(|(at, _)| at).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_shape_is_known_again_however_it_is_spaced() {
        let one = layout(&["STT", "Tên  đơn vị", "Giỏi"]);
        assert_eq!(shape(&one), shape(&layout(&["stt", "Tên đơn vị", "GIỎI"])));
        assert_ne!(shape(&one), shape(&layout(&["STT", "Tên đơn vị", "Khá"])));
    }
}
