//! The import that is being prepared: the table, what its columns and rows are taken for, and what follows.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::intake::Intake;
use super::rows::is_doubtful;
use crate::analysis::Scope;
use crate::exchange::import::columns::is_header;
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::layout::{self, Layout};
use crate::exchange::import::mapping::{self, Mapping, Target};
use crate::exchange::import::names::{Names, normal};
use crate::exchange::import::preview::{Figure, Preview, Reading};
use crate::exchange::import::sheet::RawSheet;
use crate::exchange::import::units::UnitColumn;
use crate::exchange::name_list::kind_of;
use crate::i18n::entry::part_of;
use crate::model::id::{CellKey, RecordId, UnitId};
use crate::model::period::Period;
use crate::model::record::{Entity, REMOVED, Record, cell_field, cell_to_value};
use crate::model::returns::{Cell, Return};
use crate::model::text::Lang;
use crate::model::unit::{Unit, UnitKind};
use crate::pages::entry::plan::Plan;
use crate::platform::ids::new_id;
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
    /// Where head counts go that stand beside the form's figures; none for the form of head counts itself.
    pub heads_plan: StoredValue<Option<Plan>>,
    /// What would change of head counts.
    pub heads: Memo<Option<Preview>>,
    /// Units that are not there yet and are added with their figures, by the name in the table.
    pub added: RwSignal<BTreeMap<String, Unit>>,
    lens: Lens,
}

/// The value of a choice that is the column of head counts, here and in what is remembered.
pub const HEADS: &str = "#";

/// The form of head counts, and its cell of members.
const HEADCOUNT: &str = "headcount";
const MEMBERS: &str = "head_count.members";

/// The plan of head counts at the end of a plan's period.
fn heads_plan(lens: Lens, plan: &Plan) -> Option<Plan> {
    lens.with_untracked(|scope| {
        let form = scope
            .catalogue
            .form(&HEADCOUNT.into())
            .filter(|form| form.id != plan.form.id)?;
        let (_, end) = scope.ledger.span(&plan.period)?;
        let period = Period::of_kind_at(form.period, end.min(scope.today))?;
        Some(Plan::new(scope, form, &period))
    })
}

/// A sheet beside the returns of a plan.
fn preview_of(
    scope: &Scope<'_>,
    plan: &Plan,
    sheet: &RawSheet,
    layout: &Layout,
    mapping: &Mapping,
    (names, chosen): (&Names, &BTreeMap<String, UnitId>),
) -> Preview {
    let year = scope.ledger.span(&plan.period).map(|(_, end)| end.year());
    let of_unit = |unit: &UnitId| scope.ledger.find(&plan.form.id, &plan.period, unit).cloned();
    let asks = |unit: &UnitId, key: &CellKey| {
        let unit = scope.ledger.units.get(unit);
        unit.is_none_or(|unit| plan.form.asks(key.measure(), unit))
    };
    let reading = Reading {
        sheet,
        layout,
        mapping,
        names,
        chosen,
        form: &plan.form,
        year,
        catalogue: scope.catalogue,
    };
    Preview::of(reading, &of_unit, &asks)
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
        let find = move |sheet: &RawSheet| {
            let by_names = names.with_value(|names| layout::find(sheet, names));
            by_names.or_else(|| layout::find_under(sheet, |text| is_header(text, UnitColumn::Name)))
        };
        let layout = Memo::new(move |_| sheet.with(|sheet| find(sheet.as_ref()?)));
        let read = move |plan: &Plan, mapping: &Mapping| {
            lens.with(|scope| {
                sheet.with(|sheet| {
                    layout.with(|layout| {
                        let (sheet, layout) = (sheet.as_ref()?, layout.as_ref()?);
                        Some(chosen.with(|chosen| {
                            names.with_value(|names| preview_of(scope, plan, sheet, layout, mapping, (names, chosen)))
                        }))
                    })
                })
            })
        };
        let preview = Memo::new(move |_| plan.with_value(|plan| mapping.with(|mapping| read(plan, mapping))));
        let heads_plan = StoredValue::new(plan.with_value(|plan| heads_plan(lens, plan)));
        let heads = Memo::new(move |_| {
            let columns = mapping.with(|mapping| mapping.heads(&MEMBERS.into()));
            columns.cells().next()?;
            heads_plan.with_value(|plan| read(plan.as_ref()?, &columns))
        });
        Draft {
            plan,
            sheet,
            problem: RwSignal::new(None),
            mapping,
            chosen,
            layout,
            preview,
            heads_plan,
            heads,
            added: RwSignal::new(BTreeMap::new()),
            lens,
        }
    }

    /// Where its table comes from.
    pub fn intake(self) -> Intake {
        Intake::new(self.sheet, self.problem, move |read| self.take(read))
    }

    /// How many figures would be written, how many of those deserve a look, and how many rows nobody knows.
    pub fn counted(self) -> (usize, usize, usize) {
        let of = |preview: &Option<Preview>| {
            preview.as_ref().map_or((0, 0, 0), |preview| {
                let figures = preview
                    .to_write()
                    .iter()
                    .map(|(_, figures)| figures.len())
                    .sum::<usize>();
                (figures, preview.count(is_doubtful), preview.unsettled().count())
            })
        };
        let (figures, doubtful, unsettled) = self.preview.with(of);
        let (heads, doubtful_heads, _) = self.heads.with(of);
        (figures + heads, doubtful + doubtful_heads, unsettled)
    }

    /// Takes a table, and what was chosen for its shape before, or else what its headers say.
    pub fn take(self, read: Result<RawSheet, TableError>) {
        self.chosen.set(BTreeMap::new());
        self.added.set(BTreeMap::new());
        match read {
            Ok(sheet) => {
                self.problem.set(None);
                self.sheet.set(Some(sheet));
                let guess = self.layout.with_untracked(|layout| {
                    let layout = layout.as_ref()?;
                    self.plan.with_value(|plan| {
                        let remembered = preferences::read(&key(plan, layout)).and_then(|text| recall(&text, layout));
                        Some(remembered.unwrap_or_else(|| {
                            let mut guessed = self.lens.catalogue(|catalogue| {
                                mapping::guess(layout, &plan.form, catalogue, year(self.lens, plan))
                            });
                            if self.heads_plan.with_value(Option::is_some) {
                                mapping::guess_heads(&mut guessed, layout);
                            }
                            guessed
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
        self.added.update(|added| drop(added.remove(&normal(name))));
        self.chosen.update(|chosen| match unit {
            Some(unit) => drop(chosen.insert(normal(name), unit)),
            None => drop(chosen.remove(&normal(name))),
        });
    }

    /// Adds units of these names with their figures, below the bloc committee, in the order of the table.
    pub fn add(self, names: &[String]) {
        let (root, first) = self.lens.with_untracked(|scope| {
            let last = scope.ledger.units.iter().map(|unit| unit.order).max();
            (scope.root.clone(), last.unwrap_or(0).saturating_add(1))
        });
        let mut added = self.added.get_untracked();
        let mut chosen = self.chosen.get_untracked();
        for name in names {
            let key = normal(name);
            let order = first.saturating_add(u32::try_from(added.len()).unwrap_or(u32::MAX));
            let unit = added.entry(key.clone()).or_insert_with(|| Unit {
                order,
                ..Unit::new(
                    new_id().as_str(),
                    Some(root.clone()),
                    kind_of(name).unwrap_or(UnitKind::GrassrootsCell),
                    name.clone(),
                )
            });
            chosen.insert(key, unit.id.clone());
        }
        self.added.set(added);
        self.chosen.set(chosen);
    }

    /// Writes it, as one act: figures, head counts, and the units that are added. Answers what was done, how many
    /// figures, of how many units, and how many units were added.
    pub fn write(self, lang: Lang) -> Option<(Done, usize, usize, usize)> {
        let mut returns: BTreeMap<RecordId, Record> = BTreeMap::new();
        let mut figures = 0;
        let mut of_units: BTreeSet<UnitId> = BTreeSet::new();
        let mut put = |plan: &Plan, preview: &Preview| {
            for (unit, found) in preview.to_write() {
                let id = Return::record_id(&plan.form.id, &plan.period, unit);
                let record = returns.entry(id.clone()).or_insert_with(|| {
                    let there = self.lens.workspace().record(&id);
                    let fresh = || Return::new(plan.form.id.clone(), unit.clone(), plan.period.clone()).to_record();
                    let mut record = there.unwrap_or_else(fresh);
                    // Figures for a return that was removed bring it back.
                    record.fields.remove(REMOVED);
                    record
                });
                of_units.insert(unit.clone());
                for figure in found {
                    figures += 1;
                    record
                        .fields
                        .insert(cell_field(&figure.key), cell_to_value(&cell(lang, figure)));
                }
            }
        };
        let main = self.preview.get_untracked()?;
        self.plan.with_value(|plan| put(plan, &main));
        if let Some(heads) = self.heads.get_untracked() {
            self.heads_plan
                .with_value(|plan| plan.iter().for_each(|plan| put(plan, &heads)));
        }
        // Only units whose figures are written are added.
        let units = self.added.with_untracked(|added| {
            let used = added.values().filter(|unit| of_units.contains(&unit.id));
            used.map(Entity::to_record).collect::<Vec<_>>()
        });
        let added = units.len();
        let done = self
            .lens
            .workspace()
            .edit(units.into_iter().chain(returns.into_values()).collect())?;
        Some((done, figures, of_units.len(), added))
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
        Target::Heads => HEADS.to_owned(),
    };
    mapping.columns.iter().map(word).collect::<Vec<_>>().join("|")
}

fn recall(text: &str, layout: &Layout) -> Option<Mapping> {
    let target = |word: &str| match word {
        "" => Target::Nothing,
        "*" => Target::Name,
        HEADS => Target::Heads,
        key => Target::Cell(CellKey::new(key)),
    };
    let columns: Vec<Target> = text.split('|').map(target).collect();
    (columns.len() == layout.headers.len()).then_some(Mapping { columns })
}
