//! A form of the bloc's own as it is typed, or a section on a built-in form, and the things that it makes.

mod faults;
mod making;
mod pasting;

pub use faults::{Fault, Field, MOST_COLUMNS};
pub use pasting::pasted;

use super::usage;
use crate::catalogue::Catalogue;
use crate::model::condition::Only;
use crate::model::id::{FormId, MeasureId, OptionSetId, RecordId, SectionId};
use crate::model::ledger::Ledger;
use crate::model::measure::{Form, FormSection, Measure, OverTime, ValueType};
use crate::model::own::{OwnSection, OwnThing, is_own};
use crate::model::period::PeriodKind;
use crate::model::text::Text;
use crate::model::unit::UnitKind;

/// What the draft is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// A new form.
    #[default]
    NewForm,
    /// A form of the bloc's own.
    Form(FormId),
    /// A new section on a built-in form.
    NewSection(FormId),
    /// A section on a built-in form.
    Section(FormId, SectionId),
}

/// What a line holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// A count.
    #[default]
    Count,
    /// Done or not.
    Done,
    /// A level of a scale.
    Level,
}

/// The choice of a counting unit, of an area that is to be named.
pub const OTHER: &str = "*";

/// A line: a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The measure that is there; `None` for a new one.
    pub id: Option<MeasureId>,
    /// Which section of the form it stands in.
    pub section: usize,
    /// Its name.
    pub name: String,
    /// Its English name, if it has one.
    pub english: String,
    /// What to enter, if that needs saying.
    pub help: String,
    /// What a cell holds.
    pub holds: Holds,
    /// What it counts; [`OTHER`] for one that `unit_name` names.
    pub unit: String,
    /// A counting unit that is to be added.
    pub unit_name: String,
    /// What a count is split by, one list within the other.
    pub by: Vec<String>,
    /// The scale of a level; empty for none.
    pub scale: String,
    /// Whether the last figure stands over several periods, not the sum.
    pub last: bool,
    /// The last year it is asked for in.
    pub valid_to: Option<i32>,
    /// The last year that has figures: then only its names and the years may change.
    pub filled: Option<i32>,
}

/// The draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// What it is of.
    pub subject: Subject,
    /// [`Field::Name`].
    pub name: String,
    /// The English name.
    pub english: String,
    /// For periods of which kind.
    pub period: PeriodKind,
    /// Who fills it in.
    pub kinds: Vec<UnitKind>,
    /// Days after the period's end, as typed.
    pub due: String,
    /// The area; empty for none, [`OTHER`] for one that `area_name` names.
    pub area: String,
    /// An area that is to be added.
    pub area_name: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// Which of the units that report the form are asked for a section's lines.
    pub only: Only,
    /// The sections that the lines of a form stand in.
    pub(super) sections: Vec<FormSection>,
    /// Whether anything was entered on it: then its period stays.
    pub filled: bool,
}

/// What a draft makes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// What is added or changed.
    pub things: Vec<OwnThing>,
    /// What goes.
    pub removed: Vec<RecordId>,
}

impl Default for FormDraft {
    fn default() -> FormDraft {
        FormDraft {
            subject: Subject::NewForm,
            name: String::new(),
            english: String::new(),
            period: PeriodKind::Year,
            kinds: vec![UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
            due: "15".to_owned(),
            area: String::new(),
            area_name: String::new(),
            lines: vec![Line::new()],
            only: Only::default(),
            sections: Vec::new(),
            filled: false,
        }
    }
}

impl Line {
    /// An empty line: members are counted.
    pub fn new() -> Line {
        Line {
            unit: "members".to_owned(),
            ..Line::default()
        }
    }

    /// Splits the count by another list at a place; an empty one takes it and what is within it away.
    pub fn split_by(&mut self, place: usize, set: String) {
        self.by.truncate(if set.is_empty() { place } else { self.by.len() });
        match self.by.get_mut(place) {
            _ if set.is_empty() => {}
            Some(chosen) => *chosen = set.clone(),
            None => self.by.push(set.clone()),
        }
        // What stands within it is not split by the same list again.
        let mut at = 0;
        self.by.retain(|of| {
            at += 1;
            at <= place + 1 || *of != set
        });
    }

    fn of(measure: &Measure, section: usize, filled: Option<i32>) -> Line {
        Line {
            id: Some(measure.id.clone()),
            section,
            name: measure.label.vi.clone(),
            english: measure.label.en.clone(),
            help: measure.help.as_ref().map(|help| help.vi.clone()).unwrap_or_default(),
            holds: match measure.value {
                ValueType::Done => Holds::Done,
                ValueType::Level => Holds::Level,
                _ => Holds::Count,
            },
            unit: measure.counting_unit.to_string(),
            unit_name: String::new(),
            by: measure.by.iter().map(OptionSetId::to_string).collect(),
            scale: measure.levels.as_ref().map(OptionSetId::to_string).unwrap_or_default(),
            last: measure.over_time == OverTime::Last,
            valid_to: measure.valid_to,
            filled,
        }
    }
}

impl FormDraft {
    /// The draft of a section to be added to a form.
    pub fn new_section(form: &FormId) -> FormDraft {
        FormDraft {
            subject: Subject::NewSection(form.clone()),
            ..FormDraft::default()
        }
    }

    /// The draft of a form of the bloc's own.
    pub fn of_form(ledger: &Ledger, catalogue: &Catalogue, form: &Form) -> FormDraft {
        let lines = form.sections.iter().enumerate().flat_map(|(at, section)| {
            let measures = section.measures.iter();
            let measures = measures.filter_map(|id| catalogue.measure(id.as_str()));
            measures.map(move |measure| Line::of(measure, at, usage::of_measure(ledger, &form.id, measure.id.as_str())))
        });
        FormDraft {
            subject: Subject::Form(form.id.clone()),
            name: form.label.vi.clone(),
            english: form.label.en.clone(),
            period: form.period,
            kinds: form.unit_kinds.clone(),
            due: form.due_days.to_string(),
            area: form.area.as_ref().map(ToString::to_string).unwrap_or_default(),
            area_name: String::new(),
            lines: lines.collect(),
            only: Only::default(),
            sections: form.sections.clone(),
            filled: usage::of_form(ledger, &form.id).is_some(),
        }
    }

    /// The draft of a section on a built-in form.
    pub fn of_section(ledger: &Ledger, catalogue: &Catalogue, section: &OwnSection) -> FormDraft {
        let measures = section.measures.iter();
        let measures = measures.filter_map(|id| catalogue.measure(id.as_str()));
        let line = |measure: &Measure| {
            Line::of(
                measure,
                0,
                usage::of_measure(ledger, &section.form, measure.id.as_str()),
            )
        };
        FormDraft {
            subject: Subject::Section(section.form.clone(), section.id.clone()),
            name: section.label.vi.clone(),
            english: section.label.en.clone(),
            lines: measures.map(line).collect(),
            only: section.only.clone(),
            ..FormDraft::default()
        }
    }

    /// Whether it is a form of its own, not a section on another.
    pub const fn is_form(&self) -> bool {
        matches!(self.subject, Subject::NewForm | Subject::Form(_))
    }

    /// Moves a line one place up or down; at the end of its section it goes over into the next one. Answers where it is
    /// then.
    pub fn move_line(&mut self, at: usize, up: bool) -> usize {
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        let Some(other) = other.filter(|other| *other < self.lines.len()) else {
            return at;
        };
        if self.lines[at].section != self.lines[other].section {
            self.lines[at].section = self.lines[other].section;
            return at;
        }
        self.lines.swap(at, other);
        other
    }
}

/// A name and its English, as typed.
pub fn named(name: &str, english: &str) -> Text {
    Text::new(name.trim(), english.trim())
}

/// Whether a form may be changed here.
pub fn is_own_form(form: &Form) -> bool {
    is_own(form.id.as_str())
}
