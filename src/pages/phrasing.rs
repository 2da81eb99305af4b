//! From what `analysis/` found to what a sentence of `report/` needs: names for identifiers, shares of rates.

use crate::analysis::rate::Rate;
use crate::analysis::{Coverage, Total};
use crate::model::id::SectorId;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::Facts;
pub use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::share::Share;

/// A sector's name; `None` for no sector.
pub fn sector_name(ledger: &Ledger, sector: &SectorId, lang: Lang) -> String {
    let found = ledger.sectors.iter().find(|known| known.id == *sector);
    found.map_or_else(|| sector.to_string(), |sector| sector.label.in_lang(lang).to_owned())
}

/// Who reported, by name.
pub fn reach(ledger: &Ledger, coverage: &Coverage) -> Reach {
    Reach::of(coverage, ledger)
}

/// A rate's part and whole; `None` when nobody reported.
pub fn share(rate: &Rate) -> Option<Share> {
    Share::of(rate)
}

/// What a rate rests on: part and whole, who reported, what could not be read.
pub fn rate_facts(ledger: &Ledger, rate: &Rate) -> Facts {
    Facts::of_rate(rate, ledger).with_illustrative(ledger.is_demo())
}

/// What a total rests on.
pub fn total_facts(ledger: &Ledger, total: &Total) -> Facts {
    Facts::of_total(total, ledger).with_illustrative(ledger.is_demo())
}
