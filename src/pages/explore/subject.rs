//! What the explorer shows: a measure or an indicator of a form, as the one part of a page.

use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::catalogue::topic::{Topic, TopicColour, TopicIcon};
use crate::model::indicator::Operand;
use crate::model::measure::{Form, ValueType};
use crate::model::period::Period;
use crate::model::text::Text;
use crate::pages::topics::figures::{TopicFigures, part_of, scope_of, shown_period};
use crate::pages::topics::parts::{Plan, of_measure};

/// Before a measure's identifier in an address, because an indicator may bear the same.
const MEASURE: &str = "measure:";

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name in an address.
    pub key: String,
    /// Its name.
    pub label: Text,
}

/// What a form has to choose from: its indicators, then its measures that no indicator shows as they are.
pub fn subjects(catalogue: &Catalogue, form: &Form) -> Vec<Subject> {
    let of_form = || catalogue.indicators().iter().filter(|it| it.form == form.id);
    let indicators = of_form().map(|it| Subject {
        key: it.id.to_string(),
        label: it.label.clone(),
    });
    let measures = form.measures().filter_map(|id| catalogue.measure(id.as_str()));
    let measures = measures.filter(|measure| {
        let as_it_is = of_form().any(|it| match &it.numerator {
            Operand::Cells { cells, .. } => {
                it.denominator.is_none() && cells.iter().any(|key| key.as_str() == measure.id.as_str())
            }
            Operand::Units { .. } => false,
        });
        let drawn = !matches!(measure.value, ValueType::Date | ValueType::Text);
        drawn && (!as_it_is || !measure.by.is_empty())
    });
    let measures = measures.map(|measure| Subject {
        key: format!("{MEASURE}{}", measure.id),
        label: measure.label.clone(),
    });
    indicators.chain(measures).collect()
}

/// The part that a subject is shown in; nothing for a key that the form does not have.
fn plan_of(catalogue: &Catalogue, form: &Form, key: &str) -> Option<Plan> {
    if let Some(id) = key.strip_prefix(MEASURE) {
        let measure = form.measures().find(|measure| measure.as_str() == id)?;
        return of_measure(catalogue, form, catalogue.measure(measure.as_str())?);
    }
    let indicator = catalogue.indicator(&key.into()).filter(|it| it.form == form.id)?;
    Some(Plan::Indicators(indicator.label.clone(), vec![indicator.clone()]))
}

/// Reads a subject for a period.
pub fn read(scope: &Scope<'_>, form: &Form, key: &str, asked: &Period) -> Option<TopicFigures> {
    let plan = plan_of(scope.catalogue, form, key)?;
    let scope = scope_of(scope, form);
    let period = shown_period(&scope, form, asked);
    let part = part_of(&scope, form, &period, plan)?;
    let of_form = scope
        .catalogue
        .topics()
        .iter()
        .find(|topic| topic.forms.contains(&form.id));
    let topic = Topic {
        id: form.id.to_string(),
        label: form.label.clone(),
        icon: of_form.map_or(TopicIcon::Levels, |topic| topic.icon),
        colour: of_form.map_or(TopicColour::Blue, |topic| topic.colour),
        forms: vec![form.id.clone()],
        headline: Vec::new(),
    };
    Some(TopicFigures::of_parts(topic, asked.clone(), vec![part]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::ledger::Ledger;
    use crate::pages::topics::figures::{Body, Value};

    #[test]
    fn every_measure_and_indicator_can_be_chosen_and_is_drawn() {
        let catalogue = Catalogue::built_in().unwrap();
        for form in catalogue.forms() {
            let all = subjects(&catalogue, form);
            let indicators = catalogue.indicators().iter().filter(|it| it.form == form.id).count();
            assert!(all.len() >= indicators, "{}", form.id);
            for subject in &all {
                assert!(
                    plan_of(&catalogue, form, &subject.key).is_some(),
                    "{} of {}",
                    subject.key,
                    form.id
                );
            }
            assert!(plan_of(&catalogue, form, "nothing").is_none());
            assert!(plan_of(&catalogue, form, "measure:nothing").is_none());
        }
    }

    #[test]
    fn a_subject_is_read_as_on_its_own_page() {
        let records = crate::demo::load("hoa-binh-2022").unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let form = catalogue.form(&"admission".into()).unwrap();
        let year = "2022".parse().unwrap();
        let found = read(&scope, form, "admitted", &year).unwrap();
        let (_, figure) = found.headline().unwrap();
        assert!(matches!(&figure.value, Value::Total(both) if both.now.count() == 121));
        let form = catalogue.form(&"inspection".into()).unwrap();
        let found = read(&scope, form, "measure:inspection", &year).unwrap();
        assert!(matches!(found.parts[0].body, Body::Matrix(_)));
        assert!(
            read(&scope, form, "admitted", &year).is_none(),
            "an indicator of another form"
        );
    }
}
