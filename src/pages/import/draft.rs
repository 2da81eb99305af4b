//! The import that is being prepared: the table, what its columns and rows are taken for, and what follows.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::exchange::import::delimited::TableError;
use crate::exchange::import::layout::{self, Layout};
use crate::exchange::import::mapping::{self, Mapping, Target};
use crate::exchange::import::names::{Names, normal};
use crate::exchange::import::preview::{Figure, Preview, Reading};
use crate::exchange::import::sheet::RawSheet;
use crate::i18n::entry::part_of;
use crate::model::id::{CellKey, UnitId};
use crate::model::returns::Cell;
use crate::model::text::Lang;
use crate::pages::entry::plan::Plan;
use crate::platform::preferences;
use crate::state::lens::Lens;
use crate::state::workspace::Done;

/// The import. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What is filled in.
    pub plan: StoredValue<Plan>,
    /// The table; none before there is one.
    pub sheet: RwSignal<Option<RawSheet>>,
    /// Why the last one was refused.
    pub problem: RwSignal<Option<TableError>>,
    /// What its columns are.
    pub mapping: RwSignal<Mapping>,
    /// Units that a person chose for names.
    pub chosen: RwSignal<BTreeMap<String, UnitId>>,
    /// Where its header and body are; none where no column names units.
    pub layout: Memo<Option<Layout>>,
    /// What would change.
    pub preview: Memo<Option<Preview>>,
    lens: Lens,
}

impl Draft {
    /// Nothing yet.
    pub fn new(lens: Lens, plan: Plan) -> Draft {
        let plan = StoredValue::new(plan);
        let sheet = RwSignal::new(None::<RawSheet>);
        let mapping = RwSignal::new(Mapping::default());
        let chosen = RwSignal::new(BTreeMap::new());
        let names = StoredValue::new(plan.with_value(|plan| {
            lens.ledger_untracked(|ledger| Names::of(plan.units.iter().filter_map(|row| ledger.units.get(&row.id))))
        }));
        let layout =
            Memo::new(move |_| sheet.with(|sheet| names.with_value(|names| layout::find(sheet.as_ref()?, names))));
        let preview = Memo::new(move |_| {
            lens.with(|scope| {
                plan.with_value(|plan| {
                    sheet.with(|sheet| {
                        layout.with(|layout| {
                            let (sheet, layout) = (sheet.as_ref()?, layout.as_ref()?);
                            let of_unit = |unit: &UnitId| scope.ledger.find(&plan.form.id, &plan.period, unit).cloned();
                            let reading = |mapping: &Mapping, names: &Names, chosen: &BTreeMap<String, UnitId>| {
                                let reading = Reading {
                                    sheet,
                                    layout,
                                    mapping,
                                    names,
                                    chosen,
                                    form: &plan.form,
                                    year: year(lens, plan),
                                    catalogue: scope.catalogue,
                                };
                                let asks = |unit: &UnitId, key: &CellKey| {
                                    let unit = scope.ledger.units.get(unit);
                                    unit.is_none_or(|unit| plan.form.asks(key.measure(), unit))
                                };
                                Preview::of(reading, &of_unit, &asks)
                            };
                            Some(mapping.with(|mapping| {
                                chosen.with(|chosen| names.with_value(|names| reading(mapping, names, chosen)))
                            }))
                        })
                    })
                })
            })
        });
        Draft {
            plan,
            sheet,
            problem: RwSignal::new(None),
            mapping,
            chosen,
            layout,
            preview,
            lens,
        }
    }

    /// Takes a table, and what was chosen for its shape before, or else what its headers say.
    pub fn take(self, read: Result<RawSheet, TableError>) {
        self.chosen.set(BTreeMap::new());
        match read {
            Ok(sheet) => {
                self.problem.set(None);
                self.sheet.set(Some(sheet));
                let guess = self.layout.with_untracked(|layout| {
                    let layout = layout.as_ref()?;
                    self.plan.with_value(|plan| {
                        let remembered = preferences::read(&key(plan, layout)).and_then(|text| recall(&text, layout));
                        Some(remembered.unwrap_or_else(|| {
                            self.lens.catalogue(|catalogue| {
                                mapping::guess(layout, &plan.form, catalogue, year(self.lens, plan))
                            })
                        }))
                    })
                });
                self.mapping.set(guess.unwrap_or_default());
            }
            Err(error) => {
                self.sheet.set(None);
                self.problem.set(Some(error));
            }
        }
    }

    /// Begins again.
    pub fn clear(self) {
        self.sheet.set(None);
        self.problem.set(None);
        self.chosen.set(BTreeMap::new());
    }

    /// Gives a column its meaning, and remembers it for tables of this shape.
    pub fn map(self, column: usize, target: Target) {
        self.mapping.update(|mapping| mapping.set(column, target));
        self.layout.with_untracked(|layout| {
            if let Some(layout) = layout {
                let written = self.mapping.with_untracked(written);
                self.plan
                    .with_value(|plan| preferences::write(&key(plan, layout), Some(&written)));
            }
        });
    }

    /// Says whose row it is; none leaves it out.
    pub fn choose(self, name: &str, unit: Option<UnitId>) {
        self.chosen.update(|chosen| match unit {
            Some(unit) => drop(chosen.insert(normal(name), unit)),
            None => drop(chosen.remove(&normal(name))),
        });
    }

    /// Writes it, as one act. Answers what was done, how many figures, of how many units.
    pub fn write(self, lang: Lang) -> Option<(Done, usize, usize)> {
        let preview = self.preview.get_untracked()?;
        let found = preview.to_write();
        let units = found.len();
        let cells: Vec<(UnitId, CellKey, Option<Cell>)> = found
            .into_iter()
            .flat_map(|(unit, figures)| figures.into_iter().map(move |figure| (unit, figure)))
            .map(|(unit, figure)| (unit.clone(), figure.key.clone(), Some(cell(lang, figure))))
            .collect();
        let figures = cells.len();
        let done = self
            .plan
            .with_value(|plan| self.lens.workspace().set_cells_of(&plan.form.id, &plan.period, cells))?;
        Some((done, figures, units))
    }
}

/// The cell that is written: the whole of `70/73` is kept in its note where it has none.
fn cell(lang: Lang, figure: &Figure) -> Cell {
    let mut cell = figure.cell.clone();
    if let (true, Some(whole)) = (cell.note.is_empty(), figure.whole) {
        cell.note = part_of(lang, whole);
    }
    cell
}

fn year(lens: Lens, plan: &Plan) -> Option<i32> {
    lens.ledger_untracked(|ledger| ledger.span(&plan.period))
        .map(|(_, end)| end.year())
}

fn key(plan: &Plan, layout: &Layout) -> String {
    format!("so-khoi-import-{}-{}", plan.form.id, mapping::shape(layout))
}

fn written(mapping: &Mapping) -> String {
    let word = |target: &Target| match target {
        Target::Nothing => String::new(),
        Target::Name => "*".to_owned(),
        Target::Cell(key) => key.to_string(),
    };
    mapping.columns.iter().map(word).collect::<Vec<_>>().join("|")
}

fn recall(text: &str, layout: &Layout) -> Option<Mapping> {
    let target = |word: &str| match word {
        "" => Target::Nothing,
        "*" => Target::Name,
        key => Target::Cell(CellKey::new(key)),
    };
    let columns: Vec<Target> = text.split('|').map(target).collect();
    (columns.len() == layout.headers.len()).then_some(Mapping { columns })
}
