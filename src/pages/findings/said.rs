//! One finding written out: what it is, what to do, and where its figures stand.

use crate::analysis::Scope;
use crate::analysis::completeness::ReturnState;
use crate::analysis::review::Late;
use crate::analysis::rules::cells::{Figure, figures};
use crate::analysis::rules::{Finding, FindingKind};
use crate::i18n::findings::{FINDINGS, cell_link};
use crate::model::id::{FormId, StatementId, UnitId};
use crate::model::period::Period;
use crate::model::statement::Subject;
use crate::model::text::Lang;
use crate::report::period_name::period_name;
use crate::report::sentence::finding::{cell_name, finding, remedy};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::late::{late_form, late_remedy, late_return, late_unit};
use crate::report::sentence::words::quantity;
use crate::state::route::{Place, Route};

/// The filter of the entry page that names the cell to begin at.
pub const CELL: &str = "cell";

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What does not hold, with its figures.
    pub sentence: String,
    /// What to do about it.
    pub remedy: String,
    /// Where to do it: what stands there, and where.
    pub links: Vec<(String, Place)>,
}

impl Said {
    /// What to say of a finding. `here` is any place about the bloc.
    pub fn of(lang: Lang, scope: &Scope<'_>, found: &Finding, here: &Place) -> Said {
        Said {
            sentence: finding(lang, scope.ledger, scope.catalogue, found),
            remedy: remedy(lang, scope.catalogue, found),
            links: links(lang, scope, found, here),
        }
    }
}

/// Late returns of a form in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateSaid {
    /// How many are late, and since when.
    pub sentence: String,
    /// What to do about it.
    pub remedy: String,
    /// Who is late, each with the way to its return.
    pub units: Vec<(String, Place)>,
    /// The way to the form of all units.
    pub form: Place,
}

impl LateSaid {
    /// What to say of late returns; `of_unit` where the list says already whose they are.
    pub fn of(lang: Lang, scope: &Scope<'_>, late: &Late, of_unit: bool, here: &Place) -> LateSaid {
        let say = if of_unit { late_return } else { late_form };
        let entry = |unit: Option<String>| {
            let form = Some(late.form.to_string());
            here.at(Route::Entry { form, unit })
                .with_period(&late.period.to_string())
        };
        let unit = |(unit, state): &(UnitId, ReturnState)| {
            let name = late_unit(lang, &unit_name(scope.ledger, unit), *state);
            (name, entry(Some(unit.to_string())))
        };
        LateSaid {
            sentence: say(lang, late, scope.ledger, scope.catalogue),
            remedy: late_remedy(lang).to_owned(),
            units: late.units.iter().map(unit).collect(),
            form: entry(None),
        }
    }
}

fn links(lang: Lang, scope: &Scope<'_>, found: &Finding, here: &Place) -> Vec<(String, Place)> {
    let words = FINDINGS.in_lang(lang);
    match &found.kind {
        FindingKind::Rule(_) if found.over.is_some() => to_sheet(lang, scope, found, here).into_iter().collect(),
        FindingKind::NotBegun => to_return(lang, scope, found, here).into_iter().collect(),
        FindingKind::DateOutside(_) if found.cells.is_empty() => {
            to_return(lang, scope, found, here).into_iter().collect()
        }
        FindingKind::Rule(_)
        | FindingKind::MissingWhole(_)
        | FindingKind::InvalidInput { .. }
        | FindingKind::DateOutside(_) => figures(scope, found)
            .iter()
            .map(|figure| (label(lang, scope, found, figure), to_cell(found, figure, here)))
            .collect(),
        FindingKind::Tree(_) => vec![(words.to_units.to_owned(), here.at(Route::Unit(found.unit.to_string())))],
        FindingKind::Catalogue(_) => vec![(words.to_catalogue.to_owned(), here.at(Route::Catalogue))],
        FindingKind::Stated(id) | FindingKind::StatedParts(id) => {
            vec![behind_statement(lang, scope, id, here).unwrap_or_else(|| {
                let units = here.at(Route::Units);
                (words.to_units.to_owned(), units)
            })]
        }
        FindingKind::TargetParts(id, _) => {
            vec![(words.to_targets.to_owned(), here.at(Route::Target(id.to_string())))]
        }
    }
}

/// The sheet of all units that the sums of a rule are taken from.
fn to_sheet(lang: Lang, scope: &Scope<'_>, found: &Finding, here: &Place) -> Option<(String, Place)> {
    let (form, period) = (found.form.as_ref()?, found.period.as_ref()?);
    let label = scope.catalogue.form(form)?.label.in_lang(lang).to_owned();
    Some((label, to_form(form, period, here)))
}

/// The unit's own return.
fn to_return(lang: Lang, scope: &Scope<'_>, found: &Finding, here: &Place) -> Option<(String, Place)> {
    let (label, mut place) = to_sheet(lang, scope, found, here)?;
    if let Route::Entry { unit, .. } = &mut place.route {
        *unit = Some(found.unit.to_string());
    }
    Some((label, place))
}

fn to_form(form: &FormId, period: &Period, here: &Place) -> Place {
    let route = Route::Entry {
        form: Some(form.to_string()),
        unit: None,
    };
    here.at(route).with_period(&period.to_string())
}

fn to_cell(found: &Finding, figure: &Figure, here: &Place) -> Place {
    let route = Route::Entry {
        form: Some(figure.form.to_string()),
        unit: Some(found.unit.to_string()),
    };
    let place = here.at(route).with_period(&figure.period.to_string());
    place.with_filter(CELL, figure.cell.as_str())
}

/// "Tham gia học tập (đảng viên): 12"; with its period where that is another one than the finding's.
fn label(lang: Lang, scope: &Scope<'_>, found: &Finding, figure: &Figure) -> String {
    let name = cell_name(lang, scope.catalogue, &figure.cell);
    let other = found.period.as_ref() != Some(&figure.period);
    let period = other.then(|| period_name(lang, &figure.period, scope.ledger));
    let text = match (&figure.quantity, &found.kind) {
        (Some(known), _) => quantity(lang, *known),
        (None, FindingKind::InvalidInput { typed }) => format!("“{typed}”"),
        (None, _) => String::new(),
    };
    cell_link(&name, period.as_deref(), &text)
}

/// The form that the counts behind a statement are entered on, for its period.
fn behind_statement(lang: Lang, scope: &Scope<'_>, id: &StatementId, here: &Place) -> Option<(String, Place)> {
    let statement = scope.ledger.statements.iter().find(|statement| statement.id == *id)?;
    let form: &FormId = match &statement.subject {
        Subject::Cells { form, .. } => form,
        Subject::Indicator { indicator, .. } => &scope.catalogue.indicator(indicator)?.form,
        Subject::Units { .. } | Subject::Named { .. } => return None,
    };
    let label = scope.catalogue.form(form)?.label.in_lang(lang).to_owned();
    Some((label, to_form(form, &statement.period, here)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::rules::findings;
    use crate::catalogue::Catalogue;
    use crate::demo;
    use crate::model::date::Date;
    use crate::model::ledger::Ledger;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Unit, UnitKind};

    fn urls(ledger: &Ledger, year: i32) -> Vec<(String, String)> {
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(ledger, &catalogue, Date::new(2022, 12, 31).unwrap());
        let found = findings(&scope, &Period::Year(year));
        let here = Place::parse("/findings", "?bloc=b&period=2022&by=unit");
        let said = Said::of(Lang::Vi, &scope, &found[0], &here);
        said.links
            .into_iter()
            .map(|(label, place)| (label, place.to_url()))
            .collect()
    }

    #[test]
    fn each_figure_leads_to_its_own_cell() {
        let unit = Unit::new("u1", None, UnitKind::GrassrootsCell, "Chi bộ Báo tỉnh").to_record();
        let mut month = Return::new("admission".into(), "u1".into(), Period::Month(2022, 5));
        month.cells.insert("admitted".into(), Cell::count(9));
        let mut heads = Return::new("headcount".into(), "u1".into(), Period::Month(2022, 4));
        heads.cells.insert("head_count.members".into(), Cell::count(8));
        let ledger = Ledger::from_records(&[unit, month.to_record(), heads.to_record()]);
        let urls = urls(&ledger, 2022);
        assert!(
            urls[0].0.ends_with(": 9") && urls[1].0.ends_with(", tháng 4/2022: 8"),
            "{urls:?}"
        );
        assert_eq!(urls[0].1, "/entry/admission/u1?bloc=b&period=2022-05&cell=admitted");
        assert_eq!(
            urls[1].1,
            "/entry/headcount/u1?bloc=b&period=2022-04&cell=head_count.members"
        );
    }

    #[test]
    fn a_number_of_organisations_leads_to_the_tree() {
        let ledger = Ledger::from_records(&demo::load("hoa-binh-2022").unwrap().records);
        let expected = ("Xem các đơn vị".to_owned(), "/units?bloc=b&period=2022".to_owned());
        assert_eq!(urls(&ledger, 2022), [expected]);
    }
}
