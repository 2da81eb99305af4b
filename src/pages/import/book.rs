//! What was read, with its sheets, and the forms that it is read for. Everything is written as one act.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

use super::draft::{Draft, Writing};
use super::sheets::best;
use super::whose::Whose;
use crate::exchange::import::keys::Keys;
use crate::exchange::import::names::Match;
use crate::exchange::import::preview::Row;
use crate::exchange::import::sheet::RawSheet;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::pages::entry::plan::{Plan, UnitRow};
use crate::state::lens::Lens;
use crate::state::workspace::Done;

/// A form that is read from one of the sheets.
#[derive(Clone, Copy)]
pub struct Part {
    /// What is read.
    pub draft: Draft,
    /// From which sheet.
    pub at: RwSignal<usize>,
}

/// A workbook, or one table. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Book {
    /// Its sheets; none before something was read.
    pub sheets: RwSignal<Vec<RawSheet>>,
    /// What is read from it.
    pub parts: RwSignal<Vec<Part>>,
    /// Whose rows are that do not say so.
    pub whose: Whose,
    /// Whether one of its sheets was understood when it came.
    pub is_read: RwSignal<bool>,
    first: StoredValue<Plan>,
    /// The page, which parts belong to wherever they are made: not to the button that asks for one.
    page: StoredValue<Option<WeakOwner>>,
    lens: Lens,
}

/// How much would be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Figures.
    pub figures: usize,
    /// Those of them that deserve a look.
    pub doubtful: usize,
    /// Names of which nobody knows whose they are.
    pub unsettled: usize,
}

/// What was written.
pub struct Written {
    /// The act, to be undone.
    pub done: Done,
    /// How many figures.
    pub figures: usize,
    /// Of how many units.
    pub units: usize,
    /// How many of these were made.
    pub added: usize,
}

impl Book {
    /// Nothing yet, for a form.
    pub fn new(lens: Lens, plan: Plan) -> Book {
        let book = Book {
            sheets: RwSignal::new(Vec::new()),
            parts: RwSignal::new(Vec::new()),
            whose: Whose::new(lens),
            is_read: RwSignal::new(false),
            first: StoredValue::new(plan),
            page: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
            lens,
        };
        book.clear();
        book
    }

    /// Begins again.
    pub fn clear(self) {
        self.is_read.set(false);
        self.sheets.set(Vec::new());
        self.whose.clear();
        self.parts.set(vec![self.part(self.first.get_value())]);
    }

    /// Takes what was read. Sheets that this app made say what they are, and are read for that; of others, the one that fits
    /// the form best.
    pub fn take(self, sheets: Vec<RawSheet>) {
        self.whose.clear();
        let ours: Vec<(usize, Part)> = sheets
            .iter()
            .enumerate()
            .filter_map(|(at, sheet)| {
                let keys = Keys::of(sheet)?;
                let form = self.lens.catalogue(|catalogue| catalogue.form(&keys.form).cloned())?;
                Some((at, self.part(self.plan(&form, &keys.period)?)))
            })
            .collect();
        self.sheets.set(sheets);
        if ours.is_empty() {
            if let Some(part) = self.parts.with_untracked(|parts| parts.first().copied()) {
                self.give(part, self.best(part.draft));
            }
        } else {
            for (at, part) in &ours {
                self.give(*part, *at);
            }
            self.parts.set(ours.into_iter().map(|(_, part)| part).collect());
        }
        self.is_read.set(self.parts.with_untracked(|parts| {
            parts
                .iter()
                .any(|part| part.draft.layout.with_untracked(Option::is_some))
        }));
    }

    /// Reads it for another form too.
    pub fn add(self, form: &Form, period: &Period) {
        let is_there = |part: &Part| {
            let plan = part.draft.plan;
            plan.with_value(|plan| plan.form.id == form.id && plan.period == *period)
        };
        if self.parts.with_untracked(|parts| parts.iter().any(is_there)) {
            return;
        }
        if let Some(plan) = self.plan(form, period) {
            let part = self.part(plan);
            self.parts.update(|parts| parts.push(part));
            self.give(part, self.best(part.draft));
        }
    }

    /// Reads a part from another sheet.
    pub fn give(self, part: Part, at: usize) {
        if let Some(sheet) = self.sheets.with_untracked(|sheets| sheets.get(at).cloned()) {
            part.at.set(at);
            part.draft.take(sheet);
        }
        // Head counts beside another form are those of their own form: never both.
        self.parts.with_untracked(|parts| {
            if parts.iter().any(|part| part.draft.is_of_heads()) {
                parts.iter().for_each(|part| part.draft.leave_heads());
            }
        });
    }

    /// Leaves a part out.
    pub fn leave_out(self, part: usize) {
        self.parts.update(|parts| {
            if part < parts.len() {
                parts.remove(part);
            }
        });
    }

    /// The names of rows for which `is` holds, in their order, each once.
    pub fn names(self, is: impl Fn(&Row) -> bool) -> Vec<String> {
        let (mut names, mut seen) = (Vec::new(), BTreeSet::new());
        self.each_row(|row| {
            if is(row) && seen.insert(row.name.clone()) {
                names.push(row.name.clone());
            }
        });
        names
    }

    /// Looks at every row of every part.
    pub fn each_row(self, mut look: impl FnMut(&Row)) {
        self.parts.with(|parts| {
            for part in parts {
                part.draft
                    .preview
                    .with(|preview| preview.iter().flat_map(|preview| &preview.rows).for_each(&mut look));
            }
        });
    }

    /// The units that report one of its forms, in the official order of the first.
    pub fn units(self) -> Vec<UnitRow> {
        let (mut units, mut seen) = (Vec::new(), BTreeSet::new());
        self.parts.with(|parts| {
            for part in parts {
                part.draft.plan.with_value(|plan| {
                    let fresh = plan.units.iter().filter(|unit| seen.insert(unit.id.clone()));
                    units.extend(fresh.cloned());
                });
            }
        });
        units
    }

    /// How much would be written.
    pub fn counted(self) -> Counted {
        let (figures, doubtful) = self.parts.with(|parts| {
            let counted = parts.iter().map(|part| part.draft.counted());
            counted.fold((0, 0), |sum, found| (sum.0 + found.0, sum.1 + found.1))
        });
        let is_unsettled = |row: &Row| matches!(row.unit, Match::Perhaps(_) | Match::Unknown);
        Counted {
            figures,
            doubtful,
            unsettled: self.names(is_unsettled).len(),
        }
    }

    /// Writes everything, as one act: figures, head counts, and the units that are made for them.
    pub fn write(self, lang: Lang) -> Option<Written> {
        let mut writing = Writing::default();
        self.parts
            .with_untracked(|parts| parts.iter().for_each(|part| part.draft.put(lang, &mut writing)));
        let units = self.whose.records(&writing.units);
        let added = units.len();
        let records = units.into_iter().chain(writing.returns.into_values()).collect();
        Some(Written {
            done: self.lens.workspace().edit(records)?,
            figures: writing.figures,
            units: writing.units.len(),
            added,
        })
    }

    /// What a form for a period asks; none where nobody reports it. A bloc without units gets them from the table.
    fn plan(self, form: &Form, period: &Period) -> Option<Plan> {
        self.lens.with_untracked(|scope| {
            let is_empty = scope.ledger.units.len() == 1;
            Some(Plan::new(scope, form, period)).filter(|plan| is_empty || !plan.units.is_empty())
        })
    }

    fn part(self, plan: Plan) -> Part {
        let make = || Part {
            draft: Draft::new(self.lens, plan, self.whose),
            at: RwSignal::new(0),
        };
        match self.page.with_value(|page| page.as_ref().and_then(WeakOwner::upgrade)) {
            Some(page) => page.with(make),
            None => make(),
        }
    }

    fn best(self, draft: Draft) -> usize {
        self.sheets
            .with_untracked(|sheets| best(sheets, |sheet| draft.fit(sheet)))
    }
}
