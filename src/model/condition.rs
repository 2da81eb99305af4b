//! Of whom something is asked, where that is not everybody: a rule or a section of a form that holds for some kinds of
//! units or for some sectors only.

use super::from_json::FromJson;
use super::id::SectorId;
use super::unit::{Unit, UnitKind};
use serde::Serialize;

/// A condition on a unit. An empty list asks nothing; a condition without any holds for every unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default, deny_unknown_fields)]
pub struct Only {
    /// Only units of these kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unit_kinds: Vec<UnitKind>,
    /// Only units of these sectors. Sectors are a bloc's own list, so no file of the built-in catalogue names one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<SectorId>,
}

impl Only {
    /// Whether it asks nothing.
    pub fn is_anybody(&self) -> bool {
        self.unit_kinds.is_empty() && self.sectors.is_empty()
    }

    /// Whether it holds for a unit.
    pub fn includes(&self, unit: &Unit) -> bool {
        let of_kind = self.unit_kinds.is_empty() || self.unit_kinds.contains(&unit.kind);
        let of_sector = || unit.sector.as_ref().is_some_and(|sector| self.sectors.contains(sector));
        of_kind && (self.sectors.is_empty() || of_sector())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_that_asks_must_hold() {
        let mut unit = Unit::new("u", None, UnitKind::GrassrootsCell, "U");
        let kinds = |kinds: &[UnitKind]| Only {
            unit_kinds: kinds.to_vec(),
            ..Only::default()
        };
        assert!(Only::default().is_anybody() && Only::default().includes(&unit));
        assert!(kinds(&[UnitKind::GrassrootsCell, UnitKind::MassOrganisation]).includes(&unit));
        assert!(!kinds(&[UnitKind::MassOrganisation]).includes(&unit));
        let both = Only {
            sectors: vec!["press".into()],
            ..kinds(&[UnitKind::GrassrootsCell])
        };
        assert!(!both.includes(&unit));
        unit.sector = Some("press".into());
        assert!(both.includes(&unit));
        unit.kind = UnitKind::MassOrganisation;
        assert!(!both.includes(&unit));
    }
}
