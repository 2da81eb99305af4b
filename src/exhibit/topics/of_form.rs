//! A measure or an indicator of a form by itself, whatever topic the form is of: what the explorer shows, and slides of it.

use super::figures::{TopicFigures, part_of, scope_of, shown_period};
use super::parts::{Plan, of_measure};
use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::catalogue::topic::{Topic, TopicColour, TopicIcon};
use crate::exhibit::admission::figures::admission_form;
use crate::model::indicator::Operand;
use crate::model::measure::{Form, ValueType};
use crate::model::period::Period;
use crate::model::text::Text;

/// Before a measure's identifier in an address, because an indicator may bear the same.
const MEASURE: &str = "measure:";

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name in an address.
    pub key: String,
    /// Its name.
    pub label: Text,
}

/// What a form has to choose from: its indicators, then its measures that no indicator shows as they are.
pub fn subjects(catalogue: &Catalogue, form: &Form) -> Vec<Choice> {
    let of_form = || catalogue.indicators().iter().filter(|it| it.form == form.id);
    let indicators = of_form().map(|it| Choice {
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
    let measures = measures.map(|measure| Choice {
        key: format!("{MEASURE}{}", measure.id),
        label: measure.label.clone(),
    });
    indicators.chain(measures).collect()
}

/// The part that a subject is shown in; nothing for a key that the form does not have.
pub fn plan_of(catalogue: &Catalogue, form: &Form, key: &str) -> Option<Plan> {
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
    let topic = topic_of(scope.catalogue, form);
    Some(TopicFigures::of_parts(topic, asked.clone(), vec![part]))
}

/// A form as a topic of its own, in the colour of the topic that it belongs to.
pub fn topic_of(catalogue: &Catalogue, form: &Form) -> Topic {
    let of_form = catalogue.topics().iter().find(|topic| topic.forms.contains(&form.id));
    Topic {
        id: form.id.to_string(),
        label: form.label.clone(),
        icon: of_form.map_or(TopicIcon::Levels, |topic| topic.icon),
        colour: match of_form {
            Some(topic) => topic.colour,
            // The page of admissions is no topic, and green.
            None if form.id == admission_form() => TopicColour::Green,
            None => TopicColour::Blue,
        },
        forms: vec![form.id.clone()],
        headline: Vec::new(),
        beside: Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exhibit::topics::figures::{Body, Value};
    use crate::model::ledger::Ledger;

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

    #[test]
    fn what_is_chosen_is_an_exhibit_of_the_same_figures() {
        use crate::exhibit::make;
        use crate::exhibit::subject::Subject;
        use crate::model::text::Lang;

        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let drive: Period = "drive:dai-hoi-xiii".parse().unwrap();
        let made = |path: &[&str]| make(&scope, Lang::Vi, &Subject::new(path, drive.clone()));
        let units = made(&["form", "study", "participation_members", "units"]).unwrap();
        assert!(
            units.shape.is_some() && units.sentence.contains("4.201/4.201"),
            "{}",
            units.sentence
        );
        assert_eq!(units.table.rows.len(), 73);
        let grades = made(&["form", "study", "measure:write_ups", "parts"]).unwrap();
        assert!(grades.finding.contains("1.647"), "{}", grades.finding);
        // An indicator that is read with the levels is shown by itself.
        let excellent = made(&["form", "study", "grade_excellent", "units"]).unwrap();
        assert!(excellent.sentence.contains("1.647/4.201"), "{}", excellent.sentence);
        assert_eq!(made(&["form", "study", "measure:write_ups", "matrix"]), None);
        assert_eq!(made(&["form", "elsewhere", "admitted", "units"]), None);
    }
}
