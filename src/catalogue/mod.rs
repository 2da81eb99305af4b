//! What a bloc counts, as data: counting units, option sets, measures, forms, indicators and rules.
//!
//! The built-in catalogue is TOML in `built_in/`, turned into JSON when the crate is built. A bloc's
//! own additions are records ([`crate::model::own`]) and are joined to it by [`Catalogue::with_own`]. Nothing here
//! knows a figure.

pub mod check;
pub mod decks;
pub mod help;
mod own;
pub mod template;
#[cfg(test)]
mod tests;
pub mod topic;

use crate::model::from_json::{self, FromJson, JsonError};
use crate::model::id::{CellKey, CountingUnitId, FormId, IndicatorId, MeasureId, OptionSetId};
use crate::model::indicator::{Indicator, Operand, Rule};
use crate::model::measure::{Area, Column, Form, Measure, OptionItem, OptionSet, ValueType};
use crate::model::quantity::CountingUnit;
use crate::model::sort::SmallSort;
use crate::model::text::{Lang, Text};
use std::collections::HashMap;
use topic::Topic;

/// Stands in a key for every option of one set.
pub const EVERY: &str = "*";

const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// One TOML file: any of the lists, in any file.
#[derive(Clone, Debug, Default, FromJson)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// What counts count.
    pub counting_units: Vec<CountingUnit>,
    /// Grades, levels, audiences, actors …
    pub option_sets: Vec<OptionSet>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// What forms are listed under.
    pub areas: Vec<Area>,
    /// Where it is entered.
    pub forms: Vec<Form>,
    /// What is derived from it.
    pub indicators: Vec<Indicator>,
    /// What must hold.
    pub rules: Vec<Rule>,
    /// What stands on one page.
    pub topics: Vec<Topic>,
}

/// Why a catalogue cannot be read at all. What is inconsistent in one that can is told by [`check`].
#[derive(Debug, thiserror::Error)]
#[error("the catalogue cannot be read: {0}")]
pub struct CatalogueError(#[from] JsonError);

/// The catalogue, indexed.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    part: Part,
    measures: HashMap<MeasureId, usize>,
    forms: HashMap<FormId, usize>,
    indicators: HashMap<IndicatorId, usize>,
}

impl Catalogue {
    /// The built-in catalogue.
    ///
    /// # Errors
    /// [`CatalogueError`] when a TOML file has a field that its type does not have, or lacks one. A test
    /// proves that the catalogue of this build is read.
    pub fn built_in() -> Result<Catalogue, CatalogueError> {
        let parts: Vec<Part> = from_json::read(BUILT_IN.as_bytes())?;
        let mut catalogue = Catalogue::default();
        for part in parts {
            catalogue.merge(part);
        }
        Ok(catalogue)
    }

    /// Adds a part. Of two things with one identifier the later one stands.
    pub fn merge(&mut self, part: Part) {
        self.part.counting_units.extend(part.counting_units);
        self.part.option_sets.extend(part.option_sets);
        self.part.rules.extend(part.rules);
        self.part.topics.extend(part.topics);
        self.part.areas.extend(part.areas);
        for measure in part.measures {
            put(&mut self.measures, &mut self.part.measures, measure.id.clone(), measure);
        }
        for form in part.forms {
            put(&mut self.forms, &mut self.part.forms, form.id.clone(), form);
        }
        for indicator in part.indicators {
            put(
                &mut self.indicators,
                &mut self.part.indicators,
                indicator.id.clone(),
                indicator,
            );
        }
    }

    /// Everything, as lists.
    pub fn part(&self) -> &Part {
        &self.part
    }

    /// The forms, in the order of the catalogue.
    pub fn forms(&self) -> &[Form] {
        &self.part.forms
    }

    /// The forms that a new bloc begins with.
    pub fn first_forms(&self) -> Vec<FormId> {
        let from_start = self.forms().iter().filter(|form| form.from_start);
        from_start.map(|form| form.id.clone()).collect()
    }

    /// Forms by the area they are listed under, in the order of the areas; those of no known area last, as `None`.
    /// Areas without any of them are left out.
    pub fn by_area<'a>(&'a self, forms: &[&'a Form]) -> Vec<(Option<&'a Area>, Vec<&'a Form>)> {
        let known = |form: &Form| self.part.areas.iter().any(|area| form.area.as_ref() == Some(&area.id));
        let of_area = |area: &'a Area| {
            let own = forms.iter().filter(|form| form.area.as_ref() == Some(&area.id));
            (Some(area), own.copied().collect())
        };
        let rest = forms.iter().filter(|form| !known(form)).copied().collect();
        let areas = self.part.areas.iter().map(of_area).chain([(None, rest)]);
        areas.filter(|(_, forms): &(_, Vec<&Form>)| !forms.is_empty()).collect()
    }

    /// The indicators, in the order of the catalogue.
    pub fn indicators(&self) -> &[Indicator] {
        &self.part.indicators
    }

    /// The topics, in the order of the navigation.
    pub fn topics(&self) -> &[Topic] {
        &self.part.topics
    }

    /// A topic.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.part.topics.iter().find(|topic| topic.id == id)
    }

    /// A form.
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.get(id).map(|&at| &self.part.forms[at])
    }

    /// A measure.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.get(id).map(|&at| &self.part.measures[at])
    }

    /// An indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.get(id).map(|&at| &self.part.indicators[at])
    }

    /// The rules of a form.
    pub fn rules_of<'a>(&'a self, form: &'a FormId) -> impl Iterator<Item = &'a Rule> {
        self.part.rules.iter().filter(move |rule| rule.form == *form)
    }

    /// A counting unit.
    pub fn counting_unit(&self, id: &CountingUnitId) -> Option<&CountingUnit> {
        self.part.counting_units.iter().rev().find(|unit| unit.id == *id)
    }

    /// The version of an option set that is valid in `year`; without a year the latest.
    pub fn option_set(&self, id: &OptionSetId, year: Option<i32>) -> Option<&OptionSet> {
        self.part.option_sets.iter().rev().find(|set| {
            set.id == *id
                && year.is_none_or(|year| {
                    set.valid_from.is_none_or(|from| from <= year) && set.valid_to.is_none_or(|to| year <= to)
                })
        })
    }

    /// The columns of one measure: itself, or one for each combination of its options. None in a year in which it is
    /// not asked for any more.
    pub fn columns_of(&self, measure: &Measure, year: Option<i32>) -> Vec<Column> {
        if !measure.valid_in(year) {
            return Vec::new();
        }
        let mut rows: Vec<Vec<&OptionItem>> = vec![Vec::new()];
        for set in &measure.by {
            let options = self.option_set(set, year).map_or(&[][..], |set| &set.options);
            rows = rows
                .into_iter()
                .flat_map(|row| {
                    options
                        .iter()
                        .filter(|option| option.valid_in(year))
                        .map(move |option| {
                            let mut row = row.clone();
                            row.push(option);
                            row
                        })
                })
                .collect();
        }
        rows.into_iter().map(|options| column(measure, &options)).collect()
    }

    /// The columns of a form, in order, for a year.
    pub fn columns(&self, form: &Form, year: Option<i32>) -> Vec<Column> {
        form.measures()
            .filter_map(|id| self.measure(id.as_str()))
            .flat_map(|measure| self.columns_of(measure, year))
            .collect()
    }

    /// The cells that a key means: itself, or, for a key with fewer options than its measure has sets,
    /// every cell that begins with it; `*` stands for every option of one set
    /// (`inspection.*.inspect.members`). Empty for an unknown measure.
    ///
    /// A measure whose value is a level has one cell, and counts by level: `quality.good` means the units
    /// with that level, `quality` those with any (see [`Catalogue::levels_of`]).
    pub fn cells(&self, key: &CellKey, year: Option<i32>) -> Vec<Column> {
        let Some(measure) = self.measure(key.measure()) else {
            return Vec::new();
        };
        let wanted: Vec<&str> = key.options().collect();
        let mut columns = match measure.value {
            ValueType::Level => self.levels_of(measure, year),
            _ => self.columns_of(measure, year),
        };
        columns.retain(|column| {
            wanted.len() <= column.options.len()
                && column
                    .options
                    .iter()
                    .zip(&wanted)
                    .all(|(has, wants)| *wants == EVERY || has.as_str() == *wants)
        });
        columns
    }

    /// The cells that are entered for what a key means: those of [`Catalogue::cells`], and for a level, which
    /// is one choice, the cell that it is chosen in.
    pub fn entered(&self, key: &CellKey, year: Option<i32>) -> Vec<CellKey> {
        let Some(measure) = self.measure(key.measure()) else {
            return Vec::new();
        };
        let mut keys: Vec<CellKey> = self
            .cells(key, year)
            .into_iter()
            .map(|column| CellKey::of(&measure.id, &column.options[..measure.by.len()]))
            .collect();
        keys.dedup();
        keys
    }

    /// What a measure that holds a level counts: units by level, one column for each level behind the
    /// options of its cell. These are not entered: the cell's own key is the column's without its last part.
    fn levels_of(&self, measure: &Measure, year: Option<i32>) -> Vec<Column> {
        let levels = measure.levels.as_ref().and_then(|set| self.option_set(set, year));
        let levels = levels.map_or(&[][..], |set| &set.options);
        let of_cell = |cell: Column| {
            let levels = levels.iter().filter(|level| level.valid_in(year));
            levels.map(move |level| {
                let mut options = cell.options.clone();
                options.push(level.id.clone());
                Column {
                    key: CellKey::of(&measure.id, &options),
                    value: ValueType::Count,
                    label: level.label.clone(),
                    options,
                    ..cell.clone()
                }
            })
        };
        self.columns_of(measure, year).into_iter().flat_map(of_cell).collect()
    }

    /// The counting units of an operand's cells, each once; `organisations` for a number of units.
    pub fn counting_units_of(&self, operand: &Operand) -> Vec<CountingUnitId> {
        let mut found: Vec<CountingUnitId> = match operand {
            Operand::Units { .. } => vec!["organisations".into()],
            Operand::Cells { cells, .. } => cells
                .iter()
                .flat_map(|key| self.cells(key, None))
                .map(|column| column.counting_unit)
                .collect(),
        };
        found.small_sort();
        found.dedup();
        found
    }
}

fn put<K: std::hash::Hash + Eq, V>(index: &mut HashMap<K, usize>, list: &mut Vec<V>, id: K, value: V) {
    match index.get(&id) {
        Some(&at) => list[at] = value,
        None => {
            index.insert(id, list.len());
            list.push(value);
        }
    }
}

fn column(measure: &Measure, options: &[&OptionItem]) -> Column {
    let ids: Vec<_> = options.iter().map(|option| option.id.clone()).collect();
    let join = |lang| {
        let names: Vec<&str> = options.iter().map(|option| option.label.in_lang(lang)).collect();
        names.join(" · ")
    };
    Column {
        key: CellKey::of(&measure.id, &ids),
        measure: measure.id.clone(),
        counting_unit: options
            .iter()
            .rev()
            .find_map(|option| option.counting_unit.clone())
            .unwrap_or_else(|| measure.counting_unit.clone()),
        value: measure.value,
        label: if options.is_empty() {
            measure.label.clone()
        } else {
            Text::new(join(Lang::Vi), join(Lang::En))
        },
        options: ids,
    }
}
