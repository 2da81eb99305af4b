//! What hangs on a thing that a bloc has added: the years that have figures for it, and what is derived from it.

use crate::catalogue::Catalogue;
use crate::catalogue::check::{Problem, problems};
use crate::model::id::{CellKey, FormId, OptionId, OptionSetId, RecordId};
use crate::model::indicator::Operand;
use crate::model::ledger::Ledger;
use crate::model::own::{OwnSection, OwnThing};
use crate::model::record::Entity;
use crate::model::returns::{CellValue, Return};

/// The last year that somebody has entered something in for which `is_asked` holds.
fn last_year(ledger: &Ledger, form: &FormId, is_asked: impl Fn(&CellKey, &CellValue) -> bool) -> Option<i32> {
    let filled = |found: &Return| found.cells.iter().any(|(key, cell)| is_asked(key, &cell.value));
    let periods = ledger
        .periods_of(form)
        .filter(|(_, returns)| returns.values().any(filled));
    let ends = periods.filter_map(|(period, _)| ledger.span(period));
    ends.map(|(_, end)| end.year()).max()
}

/// The last year that has figures of a measure.
pub fn of_measure(ledger: &Ledger, form: &FormId, measure: &str) -> Option<i32> {
    last_year(ledger, form, |key, _| key.measure() == measure)
}

/// The last year that has anything on a form.
pub fn of_form(ledger: &Ledger, form: &FormId) -> Option<i32> {
    last_year(ledger, form, |_, _| true)
}

/// The last year that has figures under an option of a set, on any form.
pub fn of_option(ledger: &Ledger, catalogue: &Catalogue, set: &OptionSetId, option: &OptionId) -> Option<i32> {
    let in_use = |form: &crate::model::measure::Form| {
        last_year(ledger, &form.id, |key, value| {
            let Some(measure) = catalogue.measure(key.measure()) else {
                return false;
            };
            let split = measure.by.iter().zip(key.options());
            let under = split.filter(|(by, _)| *by == set).any(|(_, id)| id == option.as_str());
            under || (measure.levels.as_ref() == Some(set) && *value == CellValue::Level(option.clone()))
        })
    };
    catalogue.forms().iter().filter_map(in_use).max()
}

/// The measures that are split by a set or take their level from it, as they are called.
pub fn measures_by<'a>(catalogue: &'a Catalogue, set: &OptionSetId) -> Vec<&'a str> {
    let measures = catalogue.part().measures.iter();
    let by = measures.filter(|measure| measure.by.contains(set) || measure.levels.as_ref() == Some(set));
    by.map(|measure| measure.label.vi.as_str()).collect()
}

/// Whether an operand counts one of these measures.
fn counts(operand: &Operand, measures: &[&str]) -> bool {
    operand.cells().iter().any(|cell| measures.contains(&cell.measure()))
}

/// The records of indicators and rules of the bloc's own that count one of these measures: they go with it.
pub fn derived(own: &[OwnThing], measures: &[&str]) -> Vec<RecordId> {
    let hangs = |thing: &&OwnThing| match thing {
        OwnThing::Indicator(it) => {
            counts(&it.numerator, measures) || it.denominator.as_ref().is_some_and(|it| counts(it, measures))
        }
        OwnThing::Rule(it) => counts(&it.left, measures) || counts(&it.right, measures),
        _ => false,
    };
    own.iter().filter(hangs).map(Entity::record_id).collect()
}

/// All that goes with a form of the bloc's own: the form, its measures, and what is derived from them.
pub fn with_form(own: &[OwnThing], form: &FormId) -> Vec<RecordId> {
    let mut measures: Vec<&str> = Vec::new();
    for thing in own {
        if let OwnThing::Form(it) = thing
            && it.id == *form
        {
            measures.extend(it.measures().map(|id| id.as_str()));
        }
    }
    let mut gone = derived(own, &measures);
    let of_form = own.iter().filter(|thing| match thing {
        OwnThing::Form(it) => it.id == *form,
        OwnThing::Measure(it) => measures.contains(&it.id.as_str()),
        // What counts other forms' measures, but was set for this one.
        OwnThing::Indicator(it) => it.form == *form,
        OwnThing::Rule(it) => it.form == *form,
        OwnThing::Section(it) => it.form == *form,
        _ => false,
    });
    for id in of_form.map(Entity::record_id) {
        if !gone.contains(&id) {
            gone.push(id);
        }
    }
    gone
}

/// All that goes with a section on a built-in form.
pub fn with_section(own: &[OwnThing], section: &OwnSection) -> Vec<RecordId> {
    let measures: Vec<&str> = section.measures.iter().map(|id| id.as_str()).collect();
    let mut gone = derived(own, &measures);
    let of_section = own.iter().filter(|thing| match thing {
        OwnThing::Measure(it) => measures.contains(&it.id.as_str()),
        OwnThing::Section(it) => it.id == section.id,
        _ => false,
    });
    gone.extend(of_section.map(Entity::record_id));
    gone
}

/// Two sections of a form in each other's place. A section stands where its identifier puts it, so what they hold is
/// exchanged and the identifiers stay.
pub fn exchanged(a: &OwnSection, b: &OwnSection) -> [OwnThing; 2] {
    let with_id = |held: &OwnSection, place: &OwnSection| {
        OwnThing::Section(OwnSection {
            id: place.id.clone(),
            ..held.clone()
        })
    };
    [with_id(b, a), with_id(a, b)]
}

/// How many indicators and rules are among records that go: a form and its lines are one thing to a person.
pub fn derived_among(records: &[RecordId]) -> usize {
    let is_derived = |id: &&RecordId| {
        let id = id.as_str();
        id.starts_with("own/indicators/") || id.starts_with("own/rules/")
    };
    records.iter().filter(is_derived).count()
}

/// The bloc's own things, with some added or changed and some gone.
pub fn changed(own: &[OwnThing], things: &[OwnThing], removed: &[RecordId]) -> Vec<OwnThing> {
    let fresh: Vec<RecordId> = things.iter().map(Entity::record_id).collect();
    let stays = |thing: &&OwnThing| {
        let id = thing.record_id();
        !fresh.contains(&id) && !removed.contains(&id)
    };
    own.iter().filter(stays).chain(things).cloned().collect()
}

/// What would be wrong in the catalogue that was right before.
pub fn new_problems(before: &Catalogue, after: &Catalogue) -> Vec<Problem> {
    let known = problems(before);
    let mut found = problems(after);
    found.retain(|problem| !known.contains(problem));
    found
}
