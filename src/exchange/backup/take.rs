//! What a person chose of a comparison, as the records that are to be here afterwards.

use super::compare::{Difference, Differing};
use crate::model::record::{Fields, Record};
use crate::sync::op::Records;
use serde_json::Value;

/// What came of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Records as they are to be.
    pub records: Vec<Record>,
    /// How many fields change in them.
    pub fields: usize,
    /// Whether a field that was to be taken is not any more what it was when it was compared: then nothing is to be
    /// written, and the comparison is to be made anew.
    pub is_stale: bool,
}

/// The records that come of taking those fields of the file that `chosen` names, over what is here `now`.
pub fn take(differing: &[Differing], now: &Records, chosen: impl Fn(&Differing, &Difference) -> bool) -> Taken {
    let mut taken = Taken::default();
    for item in differing {
        let here = now.get(&item.id);
        let mut record = here.cloned().unwrap_or_else(|| Record {
            id: item.id.clone(),
            kind: item.kind,
            scope: item.scope.clone(),
            fields: Fields::new(),
            rev: 0,
        });
        let mut fields = 0;
        for difference in item.fields.iter().filter(|difference| chosen(item, difference)) {
            let is = here
                .and_then(|here| here.fields.get(&difference.field))
                .unwrap_or(&Value::Null);
            taken.is_stale |= *is != difference.here;
            match &difference.file {
                Value::Null => record.fields.remove(&difference.field),
                value => record.fields.insert(difference.field.clone(), value.clone()),
            };
            fields += 1;
        }
        if fields > 0 {
            taken.fields += fields;
            taken.records.push(record);
        }
    }
    taken
}
