//! What is wrong with a draft.

use super::{FormDraft, Holds, Line, OTHER, Subject};
use crate::catalogue::Catalogue;
use crate::model::fold::fold;
use crate::model::id::OptionSetId;
use crate::model::measure::Form;

/// How many columns one line may make: more is no sheet that anybody fills in.
pub const MOST_COLUMNS: usize = 48;

/// A field of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name of the form or the heading of the section.
    Name,
    /// Who fills it in.
    Kinds,
    /// By when.
    Due,
    /// The area, where a new one is named.
    Area,
    /// The lines, all of them.
    Lines,
    /// The name of a line.
    Line(usize),
    /// The counting unit of a line, where a new one is named.
    Unit(usize),
    /// What a line is split by, or its scale.
    Set(usize),
}

/// What is wrong with a field. The remedy is worded in `i18n/catalogue.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must not stay empty.
    Missing,
    /// Something else here is called so.
    Taken,
    /// It is no number of days from 0 to 365.
    NotDays,
    /// A level needs a scale.
    NoScale,
    /// Its lists make so many columns of one line, more than [`MOST_COLUMNS`].
    TooWide(usize),
    /// Figures were entered until this year.
    HasFigures(i32),
}

impl Line {
    /// How many columns a count's lists make, one within the other.
    fn columns(&self, catalogue: &Catalogue) -> usize {
        let options = |set: &String| {
            let set = catalogue.option_set(&OptionSetId::new(set), None);
            set.map_or(1, |set| set.options.len().max(1))
        };
        self.by.iter().map(options).fold(1, usize::saturating_mul)
    }
}

impl FormDraft {
    /// What is wrong, in no order.
    pub(super) fn faults(&self, catalogue: &Catalogue) -> Vec<(Field, Fault)> {
        let mut wrong = Vec::new();
        let name = fold(&self.name);
        let own_id = match &self.subject {
            Subject::Form(id) => id.as_str(),
            _ => "",
        };
        let taken = |form: &Form| form.id.as_str() != own_id && fold(&form.label.vi) == name;
        if name.is_empty() {
            wrong.push((Field::Name, Fault::Missing));
        } else if self.is_form() && catalogue.forms().iter().any(taken) {
            wrong.push((Field::Name, Fault::Taken));
        }
        if self.is_form() {
            if self.kinds.is_empty() {
                wrong.push((Field::Kinds, Fault::Missing));
            }
            let days: Option<i64> = self.due.trim().parse().ok();
            if days.is_none_or(|days| !(0..=365).contains(&days)) {
                wrong.push((Field::Due, Fault::NotDays));
            }
            if self.area == OTHER && self.area_name.trim().is_empty() {
                wrong.push((Field::Area, Fault::Missing));
            }
        }
        let mut names: Vec<String> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let name = fold(&line.name);
            match (name.is_empty(), line.id.is_some(), line.filled) {
                (true, true, Some(year)) => wrong.push((Field::Line(at), Fault::HasFigures(year))),
                (true, true, None) => wrong.push((Field::Line(at), Fault::Missing)),
                (true, false, _) => continue,
                _ if names.contains(&name) => wrong.push((Field::Line(at), Fault::Taken)),
                _ => {}
            }
            names.push(name);
            if line.holds == Holds::Count && line.unit == OTHER && line.unit_name.trim().is_empty() {
                wrong.push((Field::Unit(at), Fault::Missing));
            }
            let columns = line.columns(catalogue);
            match line.holds {
                Holds::Level if line.scale.is_empty() => wrong.push((Field::Set(at), Fault::NoScale)),
                Holds::Count if columns > MOST_COLUMNS => wrong.push((Field::Set(at), Fault::TooWide(columns))),
                _ => {}
            }
        }
        if names.is_empty() {
            wrong.push((Field::Lines, Fault::Missing));
        }
        wrong
    }
}
