//! Targets of admissions from the term down to the units, with what is left to do.

use super::YearView;
use crate::analysis::chain::Line;
use crate::exhibit::admission::tree::rows;
use crate::model::id::SectorId;
use crate::model::ledger::Ledger;
use crate::pages::targets::view::chain::ChainSection as Chain;
use leptos::prelude::*;

/// The chain; nothing while there is no target at all.
#[component]
pub fn ChainSection(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let sector = view.lens.router().filter("sector");
    let year = Memo::new(move |_| view.figures.with(|figures| figures.year));
    let found = Memo::new(move |_| {
        let sector = Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new);
        view.lens.with(|scope| {
            let mut found = rows(scope, year.get());
            // Of one sector only its own units are of interest; the lines above them give the context.
            found.retain(|line| {
                let of_root = line.achievement.target.unit == scope.root;
                sector.is_none() || of_root || is_in(scope.ledger, line, sector.as_ref())
            });
            found
        })
    });
    view! { <Chain lines=found/> }
}

fn is_in(ledger: &Ledger, line: &Line, sector: Option<&SectorId>) -> bool {
    let unit = ledger.units.get(&line.achievement.target.unit);
    unit.is_some_and(|unit| unit.sector.as_ref() == sector)
}
