//! The change that is being prepared, as it is typed.

use leptos::prelude::*;

use crate::exchange::name_list::{PastedName, read};
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use crate::pages::units::reorganise::{Act, Fresh, Outcome, Refusal, outcome};
use crate::platform::ids::new_id;
use crate::state::lens::Lens;
use crate::ui::menu::Choice;

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Several become one.
    Merge,
    /// One becomes several.
    Split,
    /// Another name.
    Rename,
    /// Another place.
    Move,
    /// An end.
    Close,
}

/// The change that is being prepared. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Reads the books.
    pub lens: Lens,
    /// The unit that the dialog was opened for.
    pub unit: StoredValue<Unit>,
    /// The identifiers of units that are made begin with it.
    fresh: StoredValue<String>,
    /// Which kind of change.
    pub kind: RwSignal<Kind>,
    /// The day, as it is asked for.
    pub day: RwSignal<Option<Date>>,
    /// The other units of a merger.
    pub others: RwSignal<Vec<UnitId>>,
    /// The unit that goes on; empty for a new one, or none.
    pub into: RwSignal<String>,
    /// The new name, or that of the new unit.
    pub name: RwSignal<String>,
    /// The new short name.
    pub short_name: RwSignal<String>,
    /// The kind of the new unit of a merger.
    pub new_kind: RwSignal<UnitKind>,
    /// The names of the new units of a split, one a line.
    pub parts: RwSignal<String>,
    /// The unit that it comes to stand under.
    pub parent: RwSignal<String>,
    /// The sector that it comes into; empty for none.
    pub sector: RwSignal<String>,
}

impl Draft {
    /// A change of this unit, with nothing typed yet.
    pub fn new(lens: Lens, unit: Unit, kind: Kind) -> Draft {
        let text = |id: Option<&str>| RwSignal::new(id.unwrap_or_default().to_owned());
        Draft {
            lens,
            fresh: StoredValue::new(new_id()),
            kind: RwSignal::new(kind),
            day: RwSignal::new(Some(untrack(|| lens.today()))),
            others: RwSignal::new(Vec::new()),
            into: text(None),
            name: text(Some(&unit.name)),
            short_name: text(Some(&unit.short_name)),
            new_kind: RwSignal::new(unit.kind),
            parts: text(None),
            parent: text(unit.parent.as_ref().map(UnitId::as_str)),
            sector: text(unit.sector.as_ref().map(|sector| sector.as_str())),
            unit: StoredValue::new(unit),
        }
    }

    /// The unit that the dialog was opened for.
    pub fn id(self) -> UnitId {
        self.unit.with_value(|unit| unit.id.clone())
    }

    fn act(self) -> Act {
        let unit = self.id();
        let into = self.into.get();
        let into = (!into.is_empty()).then(|| UnitId::new(&into));
        match self.kind.get() {
            Kind::Merge => {
                let mut units = self.others.get();
                units.insert(0, unit);
                match into {
                    Some(into) => {
                        // Who goes on may be one of those that come together.
                        units.retain(|unit| *unit != into);
                        Act::Absorb { units, into }
                    }
                    None => Act::Merge {
                        units,
                        into: Fresh {
                            id: UnitId::new(self.fresh.get_value()),
                            name: self.name.get(),
                            kind: self.new_kind.get(),
                        },
                    },
                }
            }
            Kind::Split => {
                let kind = self.unit.with_value(|unit| unit.kind);
                let names = read(&self.parts.get(), kind, []).into_iter().enumerate();
                let fresh = |(at, part): (usize, PastedName)| Fresh {
                    id: UnitId::new(format!("{}-{at}", self.fresh.get_value())),
                    name: part.name,
                    kind: part.kind,
                };
                Act::Split {
                    unit,
                    into: names.map(fresh).collect(),
                }
            }
            Kind::Rename => Act::Rename {
                unit,
                name: self.name.get(),
                short_name: self.short_name.get(),
            },
            Kind::Move => Act::Move {
                unit,
                parent: UnitId::new(self.parent.get()),
                sector: Some(self.sector.get())
                    .filter(|id| !id.is_empty())
                    .map(|id| id.as_str().into()),
            },
            Kind::Close => Act::Close { unit, into },
        }
    }

    /// The first day of what comes. Of an end the last day is asked for, as a decision names it.
    pub fn first_day(self) -> Option<Date> {
        let days = i64::from(self.kind.get() == Kind::Close);
        self.day.get().map(|day| day.plus_days(days))
    }

    /// What it comes to.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn outcome(self) -> Result<Outcome, Refusal> {
        let act = self.act();
        self.lens.with(|scope| outcome(scope, &act, self.first_day()))
    }

    /// The units that go on, as choices, but for those in `left_out`.
    pub fn units(self, left_out: &[UnitId]) -> Vec<Choice> {
        self.lens.ledger(|ledger| {
            let units = ledger.units.in_order().into_iter();
            let others =
                units.filter(|unit| unit.valid_to.is_none() && unit.parent.is_some() && !left_out.contains(&unit.id));
            others
                .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                .collect()
        })
    }

    /// The name of a unit.
    pub fn name_of(self, id: &UnitId) -> String {
        let name = |unit: &Unit| unit.name.clone();
        self.lens
            .ledger(|ledger| ledger.units.get(id).map_or_else(String::new, name))
    }
}
