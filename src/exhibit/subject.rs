//! What an exhibit is of: which figures, when, of whom. It is written as an address, `admission/units?period=2022`, so that a deck of
//! slides keeps it as text and a newer version's subjects are kept by older ones.

use crate::model::from_json::{FromJson, JsonError, parsed};
use crate::model::id::{OptionId, SectorId};
use crate::model::period::Period;
use crate::state::route::{decode, encode};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::str::FromStr;

/// What an exhibit is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Which figures, as steps from the general to the particular: `admission`, `units`.
    pub path: Vec<String>,
    /// When.
    pub period: Period,
    /// Only units of this sector.
    pub sector: Option<SectorId>,
    /// Earlier figures stand under the units of today.
    pub units_now: bool,
    /// Of a drive: by which audience units are compared; the drive's main one where none is named.
    pub audience: Option<OptionId>,
}

/// Text that names no subject.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a subject: {0}")]
pub struct SubjectError(pub String);

impl Subject {
    /// Figures of a period, of all units.
    pub fn new(path: &[&str], period: Period) -> Subject {
        Subject {
            path: path.iter().map(|&step| step.to_owned()).collect(),
            period,
            sector: None,
            units_now: false,
            audience: None,
        }
    }

    /// Its steps, to match on.
    pub fn steps(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path: Vec<String> = self.path.iter().map(|step| encode(step)).collect();
        write!(f, "{}?period={}", path.join("/"), encode(&self.period.to_string()))?;
        if let Some(sector) = &self.sector {
            write!(f, "&sector={}", encode(sector.as_str()))?;
        }
        if self.units_now {
            f.write_str("&units=now")?;
        }
        if let Some(audience) = &self.audience {
            write!(f, "&audience={}", encode(audience.as_str()))?;
        }
        Ok(())
    }
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Subject, SubjectError> {
        let wrong = || SubjectError(text.to_owned());
        let (path, query) = text.split_once('?').ok_or_else(wrong)?;
        let path: Vec<String> = path.split('/').map(decode).collect();
        let value = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs
                .clone()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| decode(value))
        };
        let period = value("period")
            .and_then(|period| period.parse().ok())
            .ok_or_else(wrong)?;
        if path.iter().any(String::is_empty) {
            return Err(wrong());
        }
        Ok(Subject {
            path,
            period,
            sector: value("sector").map(SectorId::new),
            units_now: value("units").as_deref() == Some("now"),
            audience: value("audience").map(OptionId::new),
        })
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for Subject {
    fn from_json(value: &Value) -> Result<Subject, JsonError> {
        parsed(value)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_the_same_subject() {
        let mut subject = Subject::new(&["topic", "own-1", "hội nghị/đợt"], Period::Drive("kl01 & 02".into()));
        subject.sector = Some("doanh-nghiệp".into());
        subject.units_now = true;
        subject.audience = Some("cán-bộ".into());
        assert_eq!(subject.to_string().parse(), Ok(subject));
        let plain: Subject = "admission/units?period=2022".parse().unwrap();
        assert_eq!(plain, Subject::new(&["admission", "units"], Period::Year(2022)));
        assert_eq!(plain.to_string(), "admission/units?period=2022");
    }

    #[test]
    fn what_names_nothing_is_refused() {
        for text in [
            "",
            "admission",
            "admission?period=",
            "?period=2022",
            "a//b?period=2022",
            "a?sector=1",
        ] {
            assert!(text.parse::<Subject>().is_err(), "{text}");
        }
    }
}
