//! Where one goes when a bloc is on the device.

use crate::analysis::Scope;
use crate::analysis::completeness::{Urgency, due_forms};
use crate::model::id::{FormId, UnitId};
use crate::model::period::Period;
use crate::state::route::{Place, Route};

/// The filter of the address that says that a bloc just made is meant for the server.
pub const FOR: &str = "for";
/// Its one value.
pub const SERVER: &str = "server";

/// The overview; for the account of a unit the form that it has to hand in next, or else the first that the bloc uses.
pub fn landing(scope: &Scope<'_>, bloc: &str, unit: Option<&UnitId>) -> Place {
    let mut place = Place {
        bloc: Some(bloc.to_owned()),
        ..Place::default()
    };
    let known = unit.filter(|unit| scope.ledger.units.get(unit).is_some());
    if let Some((unit, (form, period))) = known.zip(first_form(scope)) {
        place.route = Route::Entry {
            form: Some(form.to_string()),
            unit: Some(unit.to_string()),
        };
        place.period = period.map(|period| period.to_string());
    }
    place
}

fn first_form(scope: &Scope<'_>) -> Option<(FormId, Option<Period>)> {
    let mut due = due_forms(scope).into_iter();
    let next = due.find(|form| form.urgency != Urgency::Open);
    let next = next.map(|form| (form.form, Some(form.period)));
    next.or_else(|| {
        let mut forms = scope.catalogue.forms().iter();
        let used = forms.find(|form| scope.ledger.uses(&form.id));
        used.map(|form| (form.id.clone(), None))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::demo;
    use crate::model::date::Date;
    use crate::model::ledger::Ledger;

    #[test]
    fn a_unit_lands_where_it_enters_figures_and_others_on_the_overview() {
        let info = demo::demos().into_iter().next().unwrap();
        let demo = demo::load(&info.id).unwrap();
        let ledger = Ledger::from_records(&demo.records);
        let catalogue = Catalogue::with_own(&ledger.own);
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on(Date::new(2021, 7, 31).unwrap()));
        let root = ledger.root().unwrap().id.clone();
        let unit = ledger.units.children(&root).next().unwrap().id.clone();

        assert_eq!(landing(&scope, "b1", None).to_url(), "/?bloc=b1");
        let of_unit = landing(&scope, "b1", Some(&unit));
        let Route::Entry { form, unit: entered } = &of_unit.route else {
            unreachable!("{of_unit:?}");
        };
        assert_eq!(entered.as_deref(), Some(unit.as_str()));
        assert!(catalogue.form(&form.as_deref().unwrap().into()).is_some());
        // A unit that is not there yet has no page to enter figures on.
        assert_eq!(landing(&scope, "b1", Some(&"nobody".into())).route, Route::Overview);
    }
}
