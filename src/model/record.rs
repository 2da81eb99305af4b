//! Records: what everything is stored and synchronised as. A record has named fields, so that two
//! people who change different fields of one thing do not stand in each other's way.
//!
//! Typed things become records by [`Entity::to_record`] and come back by [`Entity::from_record`].
//! Fields that this version does not know are kept on the record and written back unchanged.

use super::closing::Closing;
use super::conflict::Conflict;
use super::drive::Drive;
use super::from_json::{FromJson, FromObject, JsonError, Object};
use super::id::{CellKey, RecordId, UnitId};
use super::profile::Profile;
pub use super::record_kind::RecordKind;
use super::returns::{Cell, CellValue, Return};
use super::saved_view::SavedView;
use super::sort::map_of;
use super::statement::Statement;
use super::target::Target;
use super::unit::{Sector, Unit};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use thiserror::Error;

/// The field that marks a removed record. It can be undone by taking the mark away.
pub const REMOVED: &str = "removed";

/// The prefix of a return's fields that are cells.
const CELL: &str = "cell:";

/// Named values; the order of names is fixed so that equal records are equal bytes.
pub type Fields = BTreeMap<String, Value>;

/// A stored and synchronised thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Its identifier, the same on every device.
    pub id: RecordId,
    /// What it holds.
    pub kind: RecordKind,
    /// The unit whose permissions decide on it.
    pub scope: UnitId,
    /// Its fields.
    pub fields: Fields,
    /// The server's revision; 0 for a record that no server has accepted yet.
    pub rev: u64,
}

impl Record {
    /// Reads a JSON list of records.
    ///
    /// # Errors
    /// When it is no JSON, no list, or something in it is no record.
    pub fn list(text: &[u8]) -> Result<Vec<Record>, JsonError> {
        match serde_json::from_slice(text)? {
            Value::Array(found) => found.into_iter().map(Record::of_value).collect(),
            other => Err(JsonError::unexpected(&other, "a list")),
        }
    }

    /// Reads one record.
    ///
    /// # Errors
    /// When it is no JSON, or no record.
    pub fn read(text: &[u8]) -> Result<Record, JsonError> {
        Record::of_value(serde_json::from_slice(text)?)
    }

    /// Takes the fields out of the value: pages hold many, and none is copied.
    fn of_value(mut value: Value) -> Result<Record, JsonError> {
        let fields = match value.get_mut("fields").map(Value::take) {
            Some(Value::Object(fields)) => map_of(fields),
            found => return Err(JsonError::unexpected(&found.unwrap_or_default(), "an object").in_field("fields")),
        };
        let object = Object::of(&value)?;
        Ok(Record {
            id: object.take("id")?,
            kind: object.take("kind")?,
            scope: object.take("scope")?,
            rev: object.take_or("rev", u64::default)?,
            fields,
        })
    }

    /// Whether it was removed: marked so, or nothing of it is left.
    pub fn is_removed(&self) -> bool {
        self.fields.is_empty() || self.fields.get(REMOVED) == Some(&Value::Bool(true))
    }
}

impl FromJson for Record {
    fn from_json(value: &Value) -> Result<Record, JsonError> {
        Record::of_value(value.clone())
    }
}

/// A record that cannot be read as what it says it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("record {id}: {reason}")]
pub struct RecordError {
    /// Which.
    pub id: RecordId,
    /// Why.
    pub reason: String,
}

impl RecordError {
    fn of(record: &Record, error: JsonError) -> RecordError {
        RecordError {
            id: record.id.clone(),
            reason: error.to_string(),
        }
    }
}

/// A person's explanation of a finding; it travels with the figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Explanation {
    /// The finding's key ([`crate::analysis::rules`]).
    pub finding: String,
    /// The unit whose figure it is.
    pub unit: UnitId,
    /// In words.
    pub text: String,
    /// The figures it was given for, as the finding writes them. Other figures are another finding, which it
    /// does not explain.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub figures: String,
}

/// Something that is stored as a record.
pub trait Entity: Serialize + FromObject {
    /// Its kind of record.
    const KIND: RecordKind;

    /// Its record's identifier.
    fn record_id(&self) -> RecordId;

    /// The unit whose permissions decide on it.
    fn scope(&self) -> UnitId;

    /// Its fields.
    fn to_fields(&self) -> Fields {
        fields_of(self)
    }

    /// As a record that no server has seen.
    fn to_record(&self) -> Record {
        Record {
            id: self.record_id(),
            kind: Self::KIND,
            scope: self.scope(),
            fields: self.to_fields(),
            rev: 0,
        }
    }

    /// Reads it back.
    ///
    /// # Errors
    /// [`RecordError`] when a field is missing or is not what it should be.
    fn from_record(record: &Record) -> Result<Self, RecordError> {
        Self::from_object(&Object::of_fields(&record.fields)).map_err(|error| RecordError::of(record, error))
    }
}

/// A thing's named fields, as serde writes them.
pub(super) fn fields_of<T: Serialize + ?Sized>(thing: &T) -> Fields {
    match serde_json::to_value(thing) {
        Ok(Value::Object(fields)) => map_of(fields),
        // Entities are structs with named fields and string keys: serialising them cannot fail.
        _ => Fields::new(),
    }
}

/// A thing of which every part is a field of its own, `prefix` and the part's name: the thing without its parts, and the parts.
pub(super) fn take_parts<'r, T: FromObject, P: FromJson>(
    record: &'r Record,
    prefix: &str,
) -> Result<(T, impl Iterator<Item = (&'r str, P)>), RecordError> {
    let error = |error: JsonError| RecordError::of(record, error);
    let thing = T::from_object(&Object::of_fields(&record.fields)).map_err(error)?;
    let mut parts = Vec::new();
    for (name, value) in &record.fields {
        if let Some(part) = name.strip_prefix(prefix)
            && !value.is_null()
        {
            let value = P::from_json(value).map_err(|fault| error(fault.in_field(name)))?;
            parts.push((part, value));
        }
    }
    Ok((thing, parts.into_iter()))
}

/// The scope of things that belong to the bloc as a whole.
pub const WHOLE_BLOC: &str = "bloc";

macro_rules! entity {
    ($type:ty, $kind:ident, |$it:ident| $id:expr, $scope:expr) => {
        impl Entity for $type {
            const KIND: RecordKind = RecordKind::$kind;

            fn record_id(&self) -> RecordId {
                let $it = self;
                RecordId::new($id)
            }

            fn scope(&self) -> UnitId {
                let $it = self;
                let _ = $it;
                $scope
            }
        }
    };
}

entity!(Profile, Profile, |_it| "profile", WHOLE_BLOC.into());
entity!(Sector, Sector, |it| format!("sector/{}", it.id), WHOLE_BLOC.into());
entity!(Unit, Unit, |it| format!("unit/{}", it.id), it.id.clone());
entity!(Drive, Drive, |it| format!("drive/{}", it.id), it.unit.clone());
entity!(Target, Target, |it| format!("target/{}", it.id), it.unit.clone());
entity!(
    Statement,
    Statement,
    |it| format!("statement/{}", it.id),
    it.unit.clone()
);
entity!(
    Explanation,
    Explanation,
    |it| format!("explanation/{}", it.finding),
    it.unit.clone()
);

entity!(SavedView, View, |it| format!("view/{}", it.id), WHOLE_BLOC.into());
entity!(Conflict, Conflict, |it| format!("conflict/{}", it.id), it.unit.clone());
entity!(Closing, Closing, |it| format!("closing/{}", it.id), WHOLE_BLOC.into());

impl Entity for Return {
    const KIND: RecordKind = RecordKind::Return;

    fn record_id(&self) -> RecordId {
        Return::record_id(&self.form, &self.period, &self.unit)
    }

    fn scope(&self) -> UnitId {
        self.unit.clone()
    }

    /// Each cell is a field of its own, so that two people can fill one return.
    fn to_fields(&self) -> Fields {
        let mut fields = fields_of(self);
        fields.remove("cells");
        for (key, cell) in &self.cells {
            fields.insert(cell_field(key), cell_to_value(cell));
        }
        fields
    }

    fn from_record(record: &Record) -> Result<Return, RecordError> {
        let error = |error: JsonError| RecordError::of(record, error);
        let mut found = Return::from_object(&Object::of_fields(&record.fields)).map_err(error)?;
        found.cells = BTreeMap::new();
        for (name, value) in &record.fields {
            if let Some(key) = name.strip_prefix(CELL)
                && !value.is_null()
            {
                let cell = cell_from_value(value).map_err(|fault| error(fault.in_field(name)))?;
                found.cells.insert(CellKey::new(key), cell);
            }
        }
        Ok(found)
    }
}

/// Whether a field of a return is a figure, or the date that its figures stand for.
pub fn is_figure(field: &str) -> bool {
    field.starts_with(CELL) || field == "as_of"
}

/// The name of the field that holds a cell of a return.
pub fn cell_field(key: &CellKey) -> String {
    format!("{CELL}{key}")
}

/// A cell as a field's value: a plain exact count is a plain number.
pub fn cell_to_value(cell: &Cell) -> Value {
    match cell {
        Cell {
            value: CellValue::Count(count),
            qualifier,
            note,
        } if qualifier.is_exact() && note.is_empty() => Value::from(*count),
        _ => serde_json::to_value(cell).unwrap_or(Value::Null),
    }
}

/// The cell that a field's value holds.
///
/// # Errors
/// When the value is no cell.
pub fn cell_from_value(value: &Value) -> Result<Cell, JsonError> {
    match value.as_u64() {
        Some(count) => Ok(Cell::count(count)),
        None => Cell::from_json(value),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::period::Period;
    use crate::model::quantity::Qualifier;

    #[test]
    fn a_return_comes_back_with_each_cell() {
        let mut given = Return::new("study".into(), "u1".into(), Period::Drive("d1".into()));
        given.cells.insert("attended.members".into(), Cell::count(57));
        given.cells.insert(
            "copies".into(),
            Cell {
                value: CellValue::Count(40),
                qualifier: Qualifier::About,
                note: "ước tính".into(),
            },
        );
        given
            .cells
            .insert("sessions".into(), Cell::from(CellValue::Invalid("1.5".into())));
        let record = given.to_record();
        assert_eq!(record.id.as_str(), "return/study/drive:d1/u1");
        assert_eq!(record.fields["cell:attended.members"], 57);
        assert_eq!(Return::from_record(&record).unwrap(), given);
    }

    #[test]
    fn a_cleared_cell_is_absent() {
        let mut record = Return::new("study".into(), "u1".into(), Period::Year(2021)).to_record();
        record.fields.insert("cell:copies".into(), Value::Null);
        assert!(Return::from_record(&record).unwrap().cells.is_empty());
    }

    #[test]
    fn what_is_no_list_of_records_says_where() {
        let why = |text: &str| Record::list(text.as_bytes()).unwrap_err().to_string();
        assert_eq!(why("{}"), "found an object, expected a list");
        assert_eq!(
            why(r#"[{"id":"a","kind":"unit","scope":"a"}]"#),
            "fields: found null, expected an object"
        );
        assert_eq!(
            why(r#"[{"id":"a","kind":"unit","scope":"a","fields":{},"rev":-1}]"#),
            format!("rev: found -1, expected a whole number from 0 to {}", u64::MAX)
        );
        let found =
            Record::list(r#"[{"id":"a","kind":"unit","scope":"a","fields":{"later":[1.5]},"also":1}]"#.as_bytes());
        assert_eq!(found.unwrap()[0].fields["later"][0], 1.5);
    }

    #[test]
    fn a_bad_record_is_named() {
        let mut record = Return::new("study".into(), "u1".into(), Period::Year(2021)).to_record();
        record.fields.insert("period".into(), "năm nay".into());
        let error = Return::from_record(&record).unwrap_err();
        assert_eq!(error.id, record.id);
    }
}
