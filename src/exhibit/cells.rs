//! Cells of tables, written; and the pages that rows lead to.

use crate::i18n::exhibits::EXHIBITS;
use crate::model::id::{FormId, UnitId};
use crate::model::number::{Count, Percent, format_count};
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::table::Cell;
use crate::state::route::{Place, Route};

/// A count.
pub fn count(lang: Lang, count: Count) -> Cell {
    Cell::count(format_count(count, lang), count)
}

/// A count that may not be there.
pub fn some_count(lang: Lang, some: Option<Count>) -> Cell {
    some.map_or_else(|| none(lang), |some| count(lang, some))
}

/// A percentage that may not be there.
pub fn percent(lang: Lang, percent: Option<Percent>) -> Cell {
    percent.map_or_else(
        || none(lang),
        |percent| Cell::percent(percent.format_short(lang), percent),
    )
}

/// A percentage with its decimal, for columns of shares that are added up.
pub fn share(lang: Lang, share: Option<Percent>) -> Cell {
    share.map_or_else(|| none(lang), |share| Cell::percent(share.format(1, lang), share))
}

/// Stands where there is no figure.
pub fn none(lang: Lang) -> Cell {
    Cell::text(EXHIBITS.in_lang(lang).none)
}

/// The page of a unit.
pub fn unit_place(unit: &UnitId) -> String {
    to_url(Route::Unit(unit.to_string()))
}

/// The entry page of a form for a period, of one unit or of all.
pub fn entry_place(form: &FormId, unit: Option<&UnitId>, period: &Period) -> String {
    let route = Route::Entry {
        form: Some(form.to_string()),
        unit: unit.map(ToString::to_string),
    };
    Place::default().at(route).with_period(&period.to_string()).to_url()
}

/// The page of a route, of any bloc.
pub fn to_url(route: Route) -> String {
    Place::default().at(route).to_url()
}
