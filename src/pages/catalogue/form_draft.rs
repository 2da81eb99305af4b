//! A form of the bloc's own as it is typed, or a section on a built-in form, and the things that it makes.

use super::usage;
use crate::catalogue::Catalogue;
use crate::model::condition::Only;
use crate::model::fold::fold;
use crate::model::id::{FormId, MeasureId, OptionSetId, RecordId, SectionId};
use crate::model::ledger::Ledger;
use crate::model::measure::{Area, Form, FormSection, Measure, OverTime, OverUnits, ValueType};
use crate::model::own::{OwnSection, OwnThing, is_own};
use crate::model::period::PeriodKind;
use crate::model::quantity::CountingUnit;
use crate::model::record::Entity;
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
    /// Figures were entered until this year.
    HasFigures(i32),
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
    /// What it is split by, or the scale of a level; empty for none.
    pub set: String,
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

    fn of(measure: &Measure, section: usize, filled: Option<i32>) -> Line {
        let set = measure.levels.as_ref().or(measure.by.first());
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
            set: set.map(OptionSetId::to_string).unwrap_or_default(),
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
            ..FormDraft::default()
        }
    }

    /// Whether it is a form of its own, not a section on another.
    pub const fn is_form(&self) -> bool {
        matches!(self.subject, Subject::NewForm | Subject::Form(_))
    }

    /// What the draft makes; lines without any words are passed over. `fresh` gives identifiers.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(
        &self,
        own: &[OwnThing],
        catalogue: &Catalogue,
        fresh: &mut dyn FnMut() -> String,
    ) -> Result<Made, Vec<(Field, Fault)>> {
        let mut wrong = self.faults(catalogue);
        if !wrong.is_empty() {
            wrong.sort_by_key(|(field, _)| *field);
            return Err(wrong);
        }
        let mut made = Made::default();
        let mut sections: Vec<FormSection> = self.sections.clone();
        if sections.is_empty() {
            sections.push(FormSection {
                label: named(&self.name, &self.english),
                measures: Vec::new(),
                only: Only::default(),
            });
        }
        for section in &mut sections {
            section.measures.clear();
        }
        for line in self.lines.iter().filter(|line| !line.name.trim().is_empty()) {
            let measure = self.measure(line, catalogue, &mut made, fresh);
            let at = line.section.min(sections.len() - 1);
            sections[at].measures.push(measure.id.clone());
            made.things.push(OwnThing::Measure(measure));
        }
        self.remove_lines(own, &mut made);
        sections.retain(|section| !section.measures.is_empty());
        // A form with one section is headed by its own name.
        if let ([only], true) = (sections.as_mut_slice(), self.is_form()) {
            only.label = named(&self.name, &self.english);
        }
        let holder = self.holder(sections, catalogue, &mut made, fresh);
        made.things.push(holder);
        Ok(made)
    }

    /// The form or the section itself.
    fn holder(
        &self,
        mut sections: Vec<FormSection>,
        catalogue: &Catalogue,
        made: &mut Made,
        fresh: &mut dyn FnMut() -> String,
    ) -> OwnThing {
        let label = named(&self.name, &self.english);
        let section = |form: &FormId, id: SectionId, mut sections: Vec<FormSection>| {
            OwnThing::Section(OwnSection {
                id,
                form: form.clone(),
                label: label.clone(),
                measures: sections.pop().map(|section| section.measures).unwrap_or_default(),
                only: Only::default(),
            })
        };
        let id = match &self.subject {
            Subject::NewSection(form) => return section(form, SectionId::new(fresh()), sections),
            Subject::Section(form, id) => return section(form, id.clone(), sections),
            Subject::NewForm => FormId::new(fresh()),
            Subject::Form(id) => id.clone(),
        };
        let known = catalogue.form(&id);
        let area = match self.area.as_str() {
            "" => None,
            OTHER => {
                let label = named(&self.area_name, "");
                let areas = &catalogue.part().areas;
                let same = areas.iter().find(|area| fold(&area.label.vi) == fold(&label.vi));
                Some(same.map_or_else(
                    || {
                        let id = crate::model::id::AreaId::new(fresh());
                        made.things.push(OwnThing::Area(Area { id: id.clone(), label }));
                        id
                    },
                    |area| area.id.clone(),
                ))
            }
            id => Some(id.into()),
        };
        sections.shrink_to_fit();
        OwnThing::Form(Form {
            id,
            help: known.and_then(|form| form.help.clone()),
            unit_kinds: self.kinds.clone(),
            period: self.period,
            due_days: self.due.trim().parse().unwrap_or_default(),
            as_of: known.is_some_and(|form| form.as_of),
            area,
            from_start: false,
            sections,
            label,
        })
    }

    fn measure(
        &self,
        line: &Line,
        catalogue: &Catalogue,
        made: &mut Made,
        fresh: &mut dyn FnMut() -> String,
    ) -> Measure {
        let (value, by, levels) = match line.holds {
            Holds::Count if line.set.is_empty() => (ValueType::Count, Vec::new(), None),
            Holds::Count => (ValueType::Count, vec![line.set.as_str().into()], None),
            Holds::Done => (ValueType::Done, Vec::new(), None),
            Holds::Level => (ValueType::Level, Vec::new(), Some(line.set.as_str().into())),
        };
        let known = line.id.as_ref().and_then(|id| catalogue.measure(id.as_str()));
        let counting_unit = match (line.holds, line.unit.as_str()) {
            (Holds::Done | Holds::Level, _) => "organisations".into(),
            (Holds::Count, OTHER) => unit_named(&line.unit_name, catalogue, made, fresh),
            (Holds::Count, id) => id.into(),
        };
        Measure {
            id: line.id.clone().unwrap_or_else(|| MeasureId::new(fresh())),
            label: named(&line.name, &line.english),
            short: known.and_then(|measure| measure.short.clone()),
            help: (!line.help.trim().is_empty()).then(|| named(&line.help, "")),
            counting_unit,
            value,
            // A measure that is split by several sets, from elsewhere, stays so.
            by: known.filter(|it| it.by.len() > 1).map_or(by, |it| it.by.clone()),
            levels,
            over_units: known.map_or(OverUnits::Sum, |measure| measure.over_units),
            over_time: if line.last { OverTime::Last } else { OverTime::Sum },
            valid_to: line.valid_to,
        }
    }

    /// Lines that were there and are not in the draft any more go, with what counts them.
    fn remove_lines(&self, own: &[OwnThing], made: &mut Made) {
        let before: Vec<&MeasureId> = own.iter().flat_map(|thing| self.measures_of(thing)).collect();
        let gone = before.into_iter().filter(|id| {
            self.lines
                .iter()
                .all(|line| line.id.as_ref() != Some(*id) || line.name.trim().is_empty())
        });
        let gone: Vec<&str> = gone.map(MeasureId::as_str).collect();
        let measures = own
            .iter()
            .filter(|thing| matches!(thing, OwnThing::Measure(it) if gone.contains(&it.id.as_str())));
        made.removed.extend(measures.map(Entity::record_id));
        made.removed.extend(usage::derived(own, &gone));
    }

    fn measures_of<'t>(&self, thing: &'t OwnThing) -> Vec<&'t MeasureId> {
        match (&self.subject, thing) {
            (Subject::Form(id), OwnThing::Form(form)) if form.id == *id => form.measures().collect(),
            (Subject::Section(_, id), OwnThing::Section(it)) if it.id == *id => it.measures.iter().collect(),
            _ => Vec::new(),
        }
    }

    fn faults(&self, catalogue: &Catalogue) -> Vec<(Field, Fault)> {
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
            if line.holds == Holds::Level && line.set.is_empty() {
                wrong.push((Field::Set(at), Fault::NoScale));
            }
        }
        if names.is_empty() {
            wrong.push((Field::Lines, Fault::Missing));
        }
        wrong
    }
}

/// A name and its English, as typed.
pub fn named(name: &str, english: &str) -> Text {
    Text::new(name.trim(), english.trim())
}

/// The counting unit of a name: one that is there, or that the draft makes already, or a new one.
fn unit_named(
    name: &str,
    catalogue: &Catalogue,
    made: &mut Made,
    fresh: &mut dyn FnMut() -> String,
) -> crate::model::id::CountingUnitId {
    let wanted = fold(name);
    let made_already = made.things.iter().find_map(|thing| match thing {
        OwnThing::CountingUnit(unit) if fold(&unit.label.vi) == wanted => Some(unit.id.clone()),
        _ => None,
    });
    let known = catalogue.part().counting_units.iter();
    let mut known = known
        .filter(|unit| fold(&unit.label.vi) == wanted)
        .map(|unit| unit.id.clone());
    made_already.or_else(|| known.next_back()).unwrap_or_else(|| {
        let id = crate::model::id::CountingUnitId::new(fresh());
        made.things.push(OwnThing::CountingUnit(CountingUnit {
            id: id.clone(),
            label: named(name, ""),
            audience: false,
        }));
        id
    })
}

/// Lines out of a list that was typed or pasted, one a line: the name, and behind a tab, a semicolon or in brackets at its
/// end what it is counted in. Numbers and dashes before a name are left out; a unit that is not known is to be added.
pub fn pasted(text: &str, catalogue: &Catalogue) -> Vec<Line> {
    text.lines().filter_map(|line| pasted_line(line, catalogue)).collect()
}

fn pasted_line(text: &str, catalogue: &Catalogue) -> Option<Line> {
    let text = text.trim();
    let numbered = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let text = match numbered.chars().next() {
        Some('.' | ')' | '\t') if numbered.len() < text.len() => &numbered[1..],
        _ => text,
    };
    let text = text.trim_start_matches(['-', '–', '•', '*', '+']).trim();
    let (name, unit) = split_unit(text);
    if name.is_empty() {
        return None;
    }
    let wanted = fold(unit);
    let mut known = catalogue.part().counting_units.iter().rev();
    let known = known.find(|it| fold(&it.label.vi) == wanted || fold(&it.label.en) == wanted);
    let (unit, unit_name) = match known {
        _ if wanted.is_empty() => (Line::new().unit, String::new()),
        Some(known) => (known.id.to_string(), String::new()),
        None => (OTHER.to_owned(), unit.to_owned()),
    };
    Some(Line {
        name: name.to_owned(),
        unit,
        unit_name,
        ..Line::default()
    })
}

/// A line's name and its counting unit.
fn split_unit(text: &str) -> (&str, &str) {
    if let Some((name, unit)) = text.split_once(['\t', ';']) {
        return (name.trim(), unit.split(['\t', ';']).next().unwrap_or_default().trim());
    }
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((name, unit)) if !name.trim().is_empty() => (name.trim(), unit.trim()),
        _ => (text, ""),
    }
}

/// Whether a form may be changed here.
pub fn is_own_form(form: &Form) -> bool {
    is_own(form.id.as_str())
}
