//! A form laid out as a sheet: its columns, and the head above them as merged cells.

use crate::catalogue::{Catalogue, help};
use crate::exchange::cell_text::Field;
use crate::model::document::DocumentRef;
use crate::model::fold::fold;
use crate::model::id::{CellKey, CountingUnitId, OptionId};
use crate::model::indicator::Operand;
use crate::model::measure::{Column, Form, Measure, OptionItem, ValueType};
use crate::model::number::Count;
use crate::model::returns::Return;
use crate::model::text::{Lang, Text};
use crate::report::sentence::finding::according_to;

/// A column of the sheet with all that its cells need to be read and told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// The cell's key.
    pub key: CellKey,
    /// What a cell holds.
    pub value: ValueType,
    /// The full name: "Bài thu hoạch – xuất sắc".
    pub name: Text,
    /// The name of its measure.
    pub measure: Text,
    /// The name among the columns of its measure: its options' names; empty for an undivided measure.
    pub option: Text,
    /// What it counts, behind a number.
    pub counting_unit: Text,
    /// What to enter.
    pub help: Option<Text>,
    /// The heading of its section.
    pub section: Text,
    /// The levels it takes its value from.
    pub levels: Vec<OptionItem>,
    /// The one cell of the same form that this one is at most: the whole of a typed `70/73`.
    pub whole: Option<CellKey>,
}

impl SheetColumn {
    /// What is known when a cell of this column is read, in a return.
    pub fn field(&self, found: Option<&Return>) -> Field<'_> {
        Field {
            value: self.value,
            levels: &self.levels,
            whole: self.whole_of(found),
        }
    }

    fn whole_of(&self, found: Option<&Return>) -> Option<Count> {
        Some(found?.quantity(self.whole.as_ref()?)?.count)
    }
}

/// A cell of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCell {
    /// Its words.
    pub label: Text,
    /// The counting unit, where it is said at this cell.
    pub counting_unit: Option<Text>,
    /// What to enter.
    pub help: Option<Text>,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows of the head it spans.
    pub rows: usize,
    /// Whether a new measure begins here; a stronger line stands before it.
    pub begins: bool,
}

/// A form as a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// The rows of the head, from the top.
    pub head: Vec<Vec<HeadCell>>,
}

impl Sheet {
    /// The place of a column.
    pub fn place_of(&self, key: &CellKey) -> Option<usize> {
        self.columns.iter().position(|column| column.key == *key)
    }
}

/// Lays out a form for a year. Without a year, the latest option sets hold.
pub fn lay_out(catalogue: &Catalogue, form: &Form, year: Option<i32>) -> Sheet {
    let measures: Vec<(&Measure, &Text)> = form
        .sections
        .iter()
        .flat_map(|section| section.measures.iter().map(move |id| (id, &section.label)))
        .filter_map(|(id, label)| Some((catalogue.measure(id.as_str())?, label)))
        .collect();
    let depth = 1 + measures.iter().map(|(measure, _)| measure.by.len()).max().unwrap_or(0);
    let mut sheet = Sheet {
        columns: Vec::new(),
        head: vec![Vec::new(); depth],
    };
    for (measure, section) in measures {
        let columns = catalogue.columns_of(measure, year);
        let help = help_of(catalogue, form, measure, year);
        add_head(&mut sheet.head, catalogue, measure, &columns, year, help.as_ref());
        sheet.columns.extend(columns.into_iter().map(|column| {
            SheetColumn {
                name: full_name(measure, &column),
                measure: measure.label.clone(),
                option: if column.options.is_empty() {
                    Text::default()
                } else {
                    column.label.clone()
                },
                counting_unit: unit_label(catalogue, &column.counting_unit),
                help: help.clone(),
                section: section.clone(),
                levels: measure
                    .levels
                    .as_ref()
                    .and_then(|set| catalogue.option_set(set, year))
                    .map_or_else(Vec::new, |set| set.options.clone()),
                whole: whole_of(catalogue, form, &column.key),
                value: column.value,
                key: column.key,
            }
        }));
    }
    if form.sections.len() > 1 {
        sheet.head.insert(0, section_row(&sheet.columns));
    }
    sheet
}

fn full_name(measure: &Measure, column: &Column) -> Text {
    if column.options.is_empty() {
        return measure.label.clone();
    }
    let join = |lang| format!("{} – {}", measure.label.in_lang(lang), column.label.in_lang(lang));
    Text::new(join(Lang::Vi), join(Lang::En))
}

fn unit_label(catalogue: &Catalogue, id: &CountingUnitId) -> Text {
    catalogue
        .counting_unit(id)
        .map_or_else(|| Text::new(id.as_str(), ""), |unit| unit.label.clone())
}

/// The cell that a rule of the form says this one is at most.
fn whole_of(catalogue: &Catalogue, form: &Form, key: &CellKey) -> Option<CellKey> {
    let only = |operand: &Operand| match operand {
        Operand::Cells {
            cells,
            form: other,
            latest: false,
        } if other.as_ref().is_none_or(|other| *other == form.id) => match cells.as_slice() {
            [cell] => Some(cell.clone()),
            _ => None,
        },
        _ => None,
    };
    catalogue.rules_of(&form.id).find_map(|rule| {
        let at_most = rule.is_part_of_whole() && only(&rule.left).as_ref() == Some(key);
        at_most.then(|| only(&rule.right)).flatten()
    })
}

/// One merged cell for each run of columns of one section.
fn section_row(columns: &[SheetColumn]) -> Vec<HeadCell> {
    let mut row: Vec<HeadCell> = Vec::new();
    for column in columns {
        match row.last_mut() {
            Some(last) if last.label == column.section => last.columns += 1,
            _ => row.push(HeadCell {
                label: column.section.clone(),
                counting_unit: None,
                help: None,
                columns: 1,
                rows: 1,
                begins: true,
            }),
        }
    }
    row
}

/// What to enter for a measure, and the documents that set the rules about it in a year: "… Theo 21-HD/BTCTW, 18/10/2019."
fn help_of(catalogue: &Catalogue, form: &Form, measure: &Measure, year: Option<i32>) -> Option<Text> {
    let counts = |side: &Operand| side.cells().iter().any(|cell| cell.measure() == measure.id.as_str());
    let rules = catalogue.rules_of(&form.id);
    let holds = rules.filter(|rule| year.is_none_or(|year| rule.valid_in(year)));
    let about = holds.filter(|rule| counts(&rule.left) || counts(&rule.right));
    let mut sources: Vec<&DocumentRef> = Vec::new();
    for source in about.filter_map(|rule| rule.source.as_ref()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let said = |lang: Lang| {
        let help = help::of_measure(measure).map(|help| help.in_lang(lang).to_owned());
        let cited = sources.iter().map(|source| according_to(lang, source));
        help.into_iter().chain(cited).collect::<Vec<_>>().join(" ")
    };
    let text = Text::new(said(Lang::Vi), said(Lang::En));
    (!text.vi.is_empty()).then_some(text)
}

/// The head of one measure: its name over its options, set by set; equal options side by side are merged.
fn add_head(
    head: &mut [Vec<HeadCell>],
    catalogue: &Catalogue,
    measure: &Measure,
    columns: &[Column],
    year: Option<i32>,
    help: Option<&Text>,
) {
    let depth = head.len();
    let Some(first) = columns.first() else {
        return;
    };
    let one_unit = columns.iter().all(|column| column.counting_unit == first.counting_unit);
    let counts = matches!(measure.value, ValueType::Count);
    let undivided = measure.by.is_empty();
    if let Some(row) = head.first_mut() {
        row.push(HeadCell {
            label: measure.brief().clone(),
            counting_unit: (one_unit && counts).then(|| unit_label(catalogue, &first.counting_unit)),
            help: help.cloned(),
            columns: columns.len(),
            rows: if undivided { depth } else { 1 },
            begins: true,
        });
    }
    for (level, set) in measure.by.iter().enumerate() {
        let options = catalogue.option_set(set, year).map_or(&[][..], |set| &set.options);
        let last = level + 1 == measure.by.len();
        let mut before: Option<&[OptionId]> = None;
        for (place, column) in columns.iter().enumerate() {
            let path = &column.options[..=level];
            let Some(row) = head.get_mut(level + 1) else {
                continue;
            };
            if let (Some(same), Some(cell)) = (before, row.last_mut())
                && same == path
            {
                cell.columns += 1;
                continue;
            }
            before = Some(path);
            let option = options.iter().find(|option| path.last() == Some(&option.id));
            let label = option.map_or_else(Text::default, |option| option.label.clone());
            let unit = unit_label(catalogue, &column.counting_unit);
            row.push(HeadCell {
                // An audience is its own counting unit: it is not said twice.
                counting_unit: (last && !one_unit && counts && fold(&unit.vi) != fold(&label.vi)).then_some(unit),
                label,
                help: None,
                columns: 1,
                rows: if last { depth - 1 - level } else { 1 },
                begins: place == 0,
            });
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Part;
    use crate::model::from_json::FromJson;
    use serde_json::json;

    fn catalogue() -> Catalogue {
        let part = Part::from_json(&json!({
            "counting_units": [
                {"id": "members", "label": {"vi": "đảng viên"}, "audience": true},
                {"id": "staff", "label": {"vi": "người lao động"}, "audience": true},
                {"id": "organisations", "label": {"vi": "tổ chức"}},
            ],
            "option_sets": [
                {"id": "audience", "label": {"vi": "Đối tượng"}, "options": [
                    {"id": "members", "label": {"vi": "đảng viên"}, "counting_unit": "members"},
                    {"id": "staff", "label": {"vi": "cán bộ, viên chức"}, "counting_unit": "staff"},
                ]},
                {"id": "actor", "label": {"vi": "Ai"}, "options": [
                    {"id": "a", "label": {"vi": "A"}}, {"id": "b", "label": {"vi": "B"}},
                ]},
            ],
            "measures": [
                {"id": "plan", "label": {"vi": "Kế hoạch"}, "counting_unit": "organisations", "value": "done"},
                {"id": "invited", "label": {"vi": "Triệu tập"}, "counting_unit": "members", "by": ["audience"]},
                {"id": "attended", "label": {"vi": "Tham gia"}, "counting_unit": "members", "by": ["audience"]},
                {"id": "deep", "label": {"vi": "Kiểm tra"}, "counting_unit": "members", "by": ["actor", "audience"]},
            ],
            "forms": [{
                "id": "study", "label": {"vi": "Học tập"}, "unit_kinds": [], "period": "drive", "due_days": 5,
                "sections": [
                    {"label": {"vi": "Chuẩn bị"}, "measures": ["plan"]},
                    {"label": {"vi": "Thực hiện"}, "measures": ["invited", "attended"]},
                ],
            }],
            "rules": [{
                "id": "r", "form": "study", "left": {"cells": ["attended.members"]}, "comparison": "<=",
                "right": {"cells": ["invited.members"]}, "severity": "error", "label": {"vi": ""}, "remedy": {"vi": ""},
            }],
        }))
        .unwrap();
        let mut catalogue = Catalogue::default();
        catalogue.merge(part);
        catalogue
    }

    fn spans(row: &[HeadCell]) -> Vec<(&str, usize, usize)> {
        row.iter()
            .map(|cell| (cell.label.vi.as_str(), cell.columns, cell.rows))
            .collect()
    }

    #[test]
    fn the_help_of_a_column_cites_the_documents_of_its_rules_in_their_years() {
        let catalogue = Catalogue::built_in().unwrap();
        let form = catalogue.form(&"classification".into()).unwrap();
        let help = |year: i32| {
            let sheet = lay_out(&catalogue, form, Some(year));
            let column = sheet
                .columns
                .iter()
                .find(|column| column.key.measure() == "quality_members");
            column.unwrap().help.clone().unwrap()
        };
        assert!(
            help(2022).vi.ends_with("Theo 21-HD/BTCTW, 18/10/2019."),
            "{}",
            help(2022).vi
        );
        assert!(help(2023).vi.contains("124-QĐ/TW") && !help(2023).vi.contains("21-HD/BTCTW"));
        assert!(help(2024).en.contains("By 124-QĐ/TW"), "{}", help(2024).en);
        // Before there was a rule, only what to enter.
        assert!(!help(2018).vi.contains("Theo ") && !help(2018).vi.is_empty());
    }

    #[test]
    fn merges_measures_over_options_under_sections() {
        let catalogue = catalogue();
        let sheet = lay_out(&catalogue, catalogue.form(&"study".into()).unwrap(), None);
        assert_eq!(sheet.columns.len(), 5);
        assert_eq!(spans(&sheet.head[0]), [("Chuẩn bị", 1, 1), ("Thực hiện", 4, 1)]);
        assert_eq!(
            spans(&sheet.head[1]),
            [("Kế hoạch", 1, 2), ("Triệu tập", 2, 1), ("Tham gia", 2, 1)]
        );
        assert_eq!(sheet.head[2].len(), 4);
        assert_eq!(sheet.head[2][0].counting_unit, None);
        assert_eq!(sheet.head[2][1].counting_unit.as_ref().unwrap().vi, "người lao động");
        assert_eq!(sheet.columns[4].name.vi, "Tham gia – cán bộ, viên chức");
    }

    #[test]
    fn every_row_of_the_head_covers_every_column() {
        let catalogue = catalogue();
        let mut form = catalogue.form(&"study".into()).unwrap().clone();
        form.sections[1].measures.push("deep".into());
        let sheet = lay_out(&catalogue, &form, None);
        let mut covered = vec![0; sheet.head.len()];
        for (at, row) in sheet.head.iter().enumerate() {
            for cell in row {
                for below in &mut covered[at..at + cell.rows] {
                    *below += cell.columns;
                }
            }
        }
        assert_eq!(covered, vec![sheet.columns.len(); sheet.head.len()]);
    }

    #[test]
    fn the_whole_of_a_part_comes_from_a_rule() {
        let catalogue = catalogue();
        let sheet = lay_out(&catalogue, catalogue.form(&"study".into()).unwrap(), None);
        let attended = &sheet.columns[sheet.place_of(&"attended.members".into()).unwrap()];
        assert_eq!(attended.whole, Some("invited.members".into()));
        let mut found = Return::new("study".into(), "u".into(), crate::model::period::Period::Year(2021));
        assert_eq!(attended.field(Some(&found)).whole, None);
        found
            .cells
            .insert("invited.members".into(), crate::model::returns::Cell::count(73));
        assert_eq!(attended.field(Some(&found)).whole, Some(73));
    }
}
