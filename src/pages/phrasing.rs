//! From what `analysis/` found to what a sentence of `report/` needs: names for identifiers, shares of rates.

use crate::analysis::rate::Rate;
use crate::analysis::{Coverage, Total};
use crate::model::id::{SectorId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::quantity::Quantity;
use crate::model::text::Lang;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::Facts;
use crate::report::sentence::share::Share;

/// A unit's full name; its identifier where the unit is gone.
pub fn unit_name(ledger: &Ledger, unit: &UnitId) -> String {
    ledger
        .units
        .get(unit)
        .map_or_else(|| unit.to_string(), |unit| unit.name.clone())
}

/// A sector's name; `None` for no sector.
pub fn sector_name(ledger: &Ledger, sector: &SectorId, lang: Lang) -> String {
    let found = ledger.sectors.iter().find(|known| known.id == *sector);
    found.map_or_else(|| sector.to_string(), |sector| sector.label.in_lang(lang).to_owned())
}

/// Who reported, by name.
pub fn reach(ledger: &Ledger, coverage: &Coverage) -> Reach {
    let names = |units: &[UnitId]| units.iter().map(|unit| unit_name(ledger, unit)).collect();
    Reach {
        expected: coverage.expected(),
        missing: names(&coverage.missing),
        partial: names(&coverage.partial),
    }
}

/// A rate's part and whole; `None` when nobody reported.
pub fn share(rate: &Rate) -> Option<Share> {
    Some(Share {
        part: rate.numerator.quantity?,
        whole: rate.denominator.quantity.unwrap_or(Quantity::exact(0)),
        percent: rate.percent,
    })
}

/// What a rate rests on: part and whole, who reported, what could not be read.
pub fn rate_facts(ledger: &Ledger, rate: &Rate) -> Facts {
    Facts {
        share: share(rate),
        reach: Some(reach(ledger, rate.coverage())),
        as_of: rate.numerator.as_of,
        invalid: rate.numerator.invalid + rate.denominator.invalid,
        illustrative: ledger.is_demo(),
        ..Facts::default()
    }
}

/// What a total rests on.
pub fn total_facts(ledger: &Ledger, total: &Total) -> Facts {
    Facts {
        total: total.quantity,
        reach: Some(reach(ledger, &total.coverage)),
        as_of: total.as_of,
        invalid: total.invalid,
        illustrative: ledger.is_demo(),
        ..Facts::default()
    }
}
