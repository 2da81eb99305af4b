//! What is read for one form: the sheet, what its columns are taken for, and what follows.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::rows::is_doubtful;
use super::whose::Whose;
use crate::analysis::Scope;
use crate::exchange::import::columns::is_header;
use crate::exchange::import::keys::Keys;
use crate::exchange::import::layout::{self, Layout};
use crate::exchange::import::mapping::{self, Mapping, Target};
use crate::exchange::import::names::Names;
use crate::exchange::import::preview::{Figure, Preview, Reading};
use crate::exchange::import::sheet::RawSheet;
use crate::exchange::import::units::UnitColumn;
use crate::i18n::entry::part_of;
use crate::model::id::{CellKey, FormId, RecordId, UnitId};
use crate::model::period::Period;
use crate::model::record::{Entity, REMOVED, Record, cell_field, cell_to_value};
use crate::model::returns::{Cell, Return};
use crate::model::text::Lang;
use crate::pages::entry::plan::Plan;
use crate::platform::preferences;
use crate::state::lens::Lens;

/// The reading for one form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What is filled in.
    pub plan: StoredValue<Plan>,
    /// The table; none before there is one.
    pub sheet: RwSignal<Option<RawSheet>>,
    /// What its columns are.
    pub mapping: RwSignal<Mapping>,
    /// Where its header and body are; none where no column names units.
    pub layout: Memo<Option<Layout>>,
    /// What would change.
    pub preview: Memo<Option<Preview>>,
    /// Where head counts go that stand beside the form's figures; none for the form of head counts itself.
    pub heads_plan: StoredValue<Option<Plan>>,
    /// What would change of head counts.
    pub heads: Memo<Option<Preview>>,
    names: StoredValue<Names>,
    lens: Lens,
}

/// What an import writes, put together form by form.
#[derive(Default)]
pub struct Writing {
    /// Returns as they will be.
    pub returns: BTreeMap<RecordId, Record>,
    /// How many figures are new or other.
    pub figures: usize,
    /// The units that they are of.
    pub units: BTreeSet<UnitId>,
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
    /// Nothing yet. `whose` says of names whose they are.
    pub fn new(lens: Lens, plan: Plan, whose: Whose) -> Draft {
        let plan = StoredValue::new(plan);
        let sheet = RwSignal::new(None::<RawSheet>);
        let mapping = RwSignal::new(Mapping::default());
        let chosen = whose.chosen;
        let names = StoredValue::new(plan.with_value(|plan| {
            lens.ledger_untracked(|ledger| Names::of(plan.units.iter().filter_map(|row| ledger.units.get(&row.id))))
        }));
        let layout = Memo::new(move |_| sheet.with(|sheet| find(sheet.as_ref()?, names)));
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
            mapping,
            layout,
            preview,
            heads_plan,
            heads,
            names,
            lens,
        }
    }

    /// How many figures would be written, and how many of those deserve a look.
    pub fn counted(self) -> (usize, usize) {
        let of = |preview: &Option<Preview>| {
            preview.as_ref().map_or((0, 0), |preview| {
                let found = preview.to_write();
                let figures = found.iter().map(|(_, figures)| figures.len()).sum::<usize>();
                (figures, preview.count(is_doubtful))
            })
        };
        let ((figures, doubtful), (heads, doubtful_heads)) = (self.preview.with(of), self.heads.with(of));
        (figures + heads, doubtful + doubtful_heads)
    }

    /// Takes a sheet, and what it says of itself, what was chosen for its shape before, or else what its headers say.
    pub fn take(self, sheet: RawSheet) {
        let keys = Keys::of(&sheet).filter(|keys| self.is_for(&keys.form));
        self.sheet.set(Some(sheet));
        let guess = self.layout.with_untracked(|layout| {
            let layout = layout.as_ref()?;
            if let Some(keys) = keys {
                return Some(keys.mapping(layout));
            }
            let remembered = self.plan.with_value(|plan| preferences::read(&key(plan, layout)));
            let remembered = remembered.and_then(|text| recall(&text, layout));
            Some(remembered.unwrap_or_else(|| self.guess(layout)))
        });
        self.mapping.set(guess.unwrap_or_default());
    }

    /// How many columns of a sheet its form knows, by its headers; rows that name units count where no column does.
    pub fn fit(self, sheet: &RawSheet) -> (usize, usize) {
        find(sheet, self.names).map_or((0, 0), |layout| {
            (self.guess(&layout).cells().count(), layout.body.len())
        })
    }

    /// Whether it fills in this form.
    pub fn is_for(self, form: &FormId) -> bool {
        self.plan.with_value(|plan| plan.form.id == *form)
    }

    /// Whether it fills in the form of head counts.
    pub fn is_of_heads(self) -> bool {
        self.is_for(&HEADCOUNT.into())
    }

    /// Leaves head counts to the form that has them.
    pub fn leave_heads(self) {
        if self
            .mapping
            .with_untracked(|mapping| mapping.columns.contains(&Target::Heads))
        {
            self.mapping.update(Mapping::leave_heads);
        }
    }

    fn guess(self, layout: &Layout) -> Mapping {
        self.plan.with_value(|plan| {
            let year = year(self.lens, plan);
            let mut guessed = self
                .lens
                .catalogue(|catalogue| mapping::guess(layout, &plan.form, catalogue, year));
            if self.heads_plan.with_value(Option::is_some) {
                mapping::guess_heads(&mut guessed, layout);
            }
            guessed
        })
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

    /// Puts what is written of this form, and head counts beside it, to the rest.
    pub fn put(self, lang: Lang, into: &mut Writing) {
        let mut put = |plan: &Plan, preview: &Preview| {
            for (unit, found) in preview.to_write() {
                let id = Return::record_id(&plan.form.id, &plan.period, unit);
                let record = into.returns.entry(id.clone()).or_insert_with(|| {
                    let there = self.lens.workspace().record(&id);
                    let fresh = || Return::new(plan.form.id.clone(), unit.clone(), plan.period.clone()).to_record();
                    let mut record = there.unwrap_or_else(fresh);
                    // Figures for a return that was removed bring it back.
                    record.fields.remove(REMOVED);
                    record
                });
                into.units.insert(unit.clone());
                into.figures += found.len();
                for figure in found {
                    let value = cell_to_value(&cell(lang, figure));
                    record.fields.insert(cell_field(&figure.key), value);
                }
            }
        };
        self.preview.with_untracked(|preview| {
            self.plan
                .with_value(|plan| preview.iter().for_each(|preview| put(plan, preview)));
        });
        self.heads.with_untracked(|heads| {
            self.heads_plan.with_value(|plan| {
                if let (Some(plan), Some(heads)) = (plan, heads) {
                    put(plan, heads);
                }
            });
        });
    }
}

/// Where the header and the body of a sheet are: by names of units, or by a header over them.
fn find(sheet: &RawSheet, names: StoredValue<Names>) -> Option<Layout> {
    let by_names = names.with_value(|names| layout::find(sheet, names));
    by_names.or_else(|| layout::find_under(sheet, |text| is_header(text, UnitColumn::Name)))
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
