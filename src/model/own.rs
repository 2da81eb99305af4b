//! What a bloc adds to the catalogue: its own measures, forms, scales, indicators and rules, in the shape of the
//! built-in ones. Each is a record of its own, so that two people who add things do not stand in each other's way.

use super::condition::Only;
use super::from_json::{FromJson, FromObject, JsonError, Object};
use super::id::{FormId, MeasureId, RecordId, SectionId, UnitId};
use super::indicator::{Indicator, Rule};
use super::measure::{Area, Form, FormSection, Measure, OptionSet};
use super::quantity::CountingUnit;
use super::record::{Entity, Fields, RecordKind, WHOLE_BLOC, fields_of};
use super::text::Text;
use serde::Serialize;
use serde_json::Value;

/// What the identifiers of a bloc's own things begin with, so that they are never those of built-in ones.
pub const PREFIX: &str = "own-";

/// The field that says in which list of the catalogue a thing stands.
const LIST: &str = "list";

/// Whether an identifier is one of a bloc's own thing.
pub fn is_own(id: &str) -> bool {
    id.starts_with(PREFIX)
}

/// Some of a bloc's own measures on a built-in form, under a heading of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct OwnSection {
    /// Its identifier.
    pub id: SectionId,
    /// The form that it is added to.
    pub form: FormId,
    /// The heading.
    pub label: Text,
    /// The measures in order.
    pub measures: Vec<MeasureId>,
    /// Which of the units that report the form are asked for them.
    #[serde(default, skip_serializing_if = "Only::is_anybody")]
    pub only: Only,
}

impl OwnSection {
    /// The section as it stands on the form.
    pub fn on_form(&self) -> FormSection {
        FormSection {
            label: self.label.clone(),
            measures: self.measures.clone(),
            only: self.only.clone(),
        }
    }
}

/// One thing that a bloc has added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum OwnThing {
    /// An area that forms are listed under.
    Area(Area),
    /// What counts count.
    CountingUnit(CountingUnit),
    /// A scale, or another list that measures are split by.
    OptionSet(OptionSet),
    /// What is counted.
    Measure(Measure),
    /// Where it is entered.
    Form(Form),
    /// A section on a built-in form.
    Section(OwnSection),
    /// What is derived.
    Indicator(Indicator),
    /// What must hold.
    Rule(Rule),
}

impl OwnThing {
    /// The list that it stands in.
    pub const fn list(&self) -> &'static str {
        match self {
            OwnThing::Area(_) => "areas",
            OwnThing::CountingUnit(_) => "counting_units",
            OwnThing::OptionSet(_) => "option_sets",
            OwnThing::Measure(_) => "measures",
            OwnThing::Form(_) => "forms",
            OwnThing::Section(_) => "sections",
            OwnThing::Indicator(_) => "indicators",
            OwnThing::Rule(_) => "rules",
        }
    }

    /// Its identifier.
    pub fn id(&self) -> &str {
        match self {
            OwnThing::Area(it) => it.id.as_str(),
            OwnThing::CountingUnit(it) => it.id.as_str(),
            OwnThing::OptionSet(it) => it.id.as_str(),
            OwnThing::Measure(it) => it.id.as_str(),
            OwnThing::Form(it) => it.id.as_str(),
            OwnThing::Section(it) => it.id.as_str(),
            OwnThing::Indicator(it) => it.id.as_str(),
            OwnThing::Rule(it) => it.id.as_str(),
        }
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        match self {
            OwnThing::Area(it) => &it.label,
            OwnThing::CountingUnit(it) => &it.label,
            OwnThing::OptionSet(it) => &it.label,
            OwnThing::Measure(it) => &it.label,
            OwnThing::Form(it) => &it.label,
            OwnThing::Section(it) => &it.label,
            OwnThing::Indicator(it) => &it.label,
            OwnThing::Rule(it) => &it.label,
        }
    }
}

impl FromObject for OwnThing {
    fn from_object(object: &Object<'_>) -> Result<OwnThing, JsonError> {
        let list: String = object.take(LIST)?;
        Ok(match list.as_str() {
            "areas" => OwnThing::Area(Area::from_object(object)?),
            "counting_units" => OwnThing::CountingUnit(CountingUnit::from_object(object)?),
            "option_sets" => OwnThing::OptionSet(OptionSet::from_object(object)?),
            "measures" => OwnThing::Measure(Measure::from_object(object)?),
            "forms" => OwnThing::Form(Form::from_object(object)?),
            "sections" => OwnThing::Section(OwnSection::from_object(object)?),
            "indicators" => OwnThing::Indicator(Indicator::from_object(object)?),
            "rules" => OwnThing::Rule(Rule::from_object(object)?),
            // Of a later version: it is named as unreadable and kept as it is.
            _ => return Err(JsonError::new("a list that this version does not know").in_field(LIST)),
        })
    }
}

impl Entity for OwnThing {
    const KIND: RecordKind = RecordKind::Own;

    fn record_id(&self) -> RecordId {
        RecordId::new(format!("own/{}/{}", self.list(), self.id()))
    }

    fn scope(&self) -> UnitId {
        WHOLE_BLOC.into()
    }

    fn to_fields(&self) -> Fields {
        let mut fields = fields_of(self);
        fields.insert(LIST.to_owned(), Value::from(self.list()));
        fields
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::record::{REMOVED, Record};

    fn section() -> OwnThing {
        OwnThing::Section(OwnSection {
            id: "own-1".into(),
            form: "models".into(),
            label: Text::new("Mục riêng", ""),
            measures: vec!["own-2".into()],
            only: Only::default(),
        })
    }

    #[test]
    fn a_thing_comes_back_in_its_list() {
        let record = section().to_record();
        assert_eq!(record.id.as_str(), "own/sections/own-1");
        assert_eq!(record.fields["list"], "sections");
        assert_eq!(OwnThing::from_record(&record).unwrap(), section());
    }

    #[test]
    fn a_list_of_a_later_version_is_named_and_nothing_is_guessed() {
        let mut record = section().to_record();
        record.fields.insert(LIST.to_owned(), "dashboards".into());
        assert!(OwnThing::from_record(&record).unwrap_err().reason.contains("list"));
    }

    #[test]
    fn a_rule_that_was_brought_back_or_has_a_later_field_is_read() {
        let rule = r#"{"id":"own-r","form":"models","left":{"cells":["a"]},"comparison":"<=","right":{"cells":["b"]},
            "severity":"warning","label":{"vi":"a"},"remedy":{"vi":"b"},"list":"rules","removed":null,"later":1}"#;
        let record = Record {
            fields: serde_json::from_str(rule).unwrap(),
            ..section().to_record()
        };
        assert!(record.fields.contains_key(REMOVED));
        assert!(matches!(OwnThing::from_record(&record).unwrap(), OwnThing::Rule(_)));
    }
}
