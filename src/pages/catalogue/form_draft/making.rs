//! What a draft makes: the form or the section, its measures, and the counting units and the area that they name anew.

use super::{Fault, Field, FormDraft, Holds, Line, Made, OTHER, Subject, named};
use crate::catalogue::Catalogue;
use crate::model::condition::Only;
use crate::model::fold::fold;
use crate::model::id::{AreaId, CountingUnitId, FormId, MeasureId, SectionId};
use crate::model::measure::{Area, Form, FormSection, Measure, OverTime, OverUnits, ValueType};
use crate::model::own::{OwnSection, OwnThing};
use crate::model::quantity::CountingUnit;
use crate::model::record::Entity;
use crate::pages::catalogue::usage;

impl FormDraft {
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
                only: self.only.clone(),
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
                        let id = AreaId::new(fresh());
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
            Holds::Count => (
                ValueType::Count,
                line.by.iter().map(|set| set.as_str().into()).collect(),
                None,
            ),
            Holds::Done => (ValueType::Done, Vec::new(), None),
            Holds::Level => (ValueType::Level, Vec::new(), Some(line.scale.as_str().into())),
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
            by,
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
}

/// The counting unit of a name: one that is there, or that the draft makes already, or a new one.
fn unit_named(name: &str, catalogue: &Catalogue, made: &mut Made, fresh: &mut dyn FnMut() -> String) -> CountingUnitId {
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
        let id = CountingUnitId::new(fresh());
        made.things.push(OwnThing::CountingUnit(CountingUnit {
            id: id.clone(),
            label: named(name, ""),
            audience: false,
        }));
        id
    })
}
