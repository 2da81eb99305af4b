//! What published reports state of a topic.

use crate::analysis::Scope;
use crate::analysis::reconcile::{Reconciliation, reconcile_where};
use crate::catalogue::topic::Topic;
use crate::exhibit::topics::figures::TopicFigures;
use crate::model::id::IndicatorId;
use crate::model::indicator::Indicator;
use crate::model::number::Percent;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::statement::{Realisation, StatedValue, Statement, Subject};
use crate::model::text::{Lang, Text};
use crate::report::sentence::share::percent_only;

/// What published reports state of a topic for a period, or for one that it lies in or holds.
pub fn statements(scope: &Scope<'_>, topic: &Topic, asked: &Period) -> Vec<Reconciliation> {
    let of_topic = |statement: &Statement| match &statement.subject {
        Subject::Cells { form, .. } => topic.forms.contains(form),
        Subject::Indicator { indicator, .. } => scope
            .catalogue
            .indicator(indicator)
            .is_some_and(|found| topic.forms.contains(&found.form)),
        Subject::Units { .. } | Subject::Named { .. } => false,
    };
    // A part that the catalogue does not count (1 house, 15 roads) stands with its whole (16 works).
    let whole_of_topic = |statement: &Statement| {
        let whole = statement.part_of.as_ref();
        let whole = whole.and_then(|whole| scope.ledger.statements.iter().find(|it| it.id == *whole));
        whole.is_some_and(of_topic)
    };
    let near = |period: &Period| period.contains(asked) || asked.contains(period);
    reconcile_where(scope, |statement| {
        near(&statement.period) && (of_topic(statement) || whole_of_topic(statement))
    })
}

/// What a report states of the figure that a page begins with, where nobody has reported its counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The indicator's name.
    pub label: Text,
    /// The percentage.
    pub percent: Percent,
    /// The statement that it is from.
    pub statement: Statement,
}

impl Stated {
    /// It as a sentence.
    pub fn said(&self, lang: Lang) -> String {
        let yearly = self.statement.subject.is_yearly_mean();
        percent_only(lang, &self.label, self.statement.qualifier, self.percent, yearly)
    }
}

/// Every percentage that a report states of a topic's figures without counts behind it: what the page begins with, then the others in the
/// order of the catalogue. What is planned is no result.
pub fn shares(scope: &Scope<'_>, topic: &Topic, asked: &Period) -> Vec<Stated> {
    let stated = statements(scope, topic, asked);
    let alone = |one: &&Reconciliation| one.realisation != Realisation::Planned && one.figure.is_none();
    let all = scope.catalogue.indicators().iter();
    let mut all: Vec<&Indicator> = all.filter(|indicator| topic.forms.contains(&indicator.form)).collect();
    let place = |id: &IndicatorId| topic.headline.iter().position(|first| first == id);
    all.small_sort_by_key(|indicator| place(&indicator.id).unwrap_or(topic.headline.len()));
    let of = |indicator: &Indicator| {
        let mut found = Vec::new();
        for one in stated.iter().filter(alone) {
            match (&one.statement.subject, one.statement.value) {
                (Subject::Indicator { indicator: id, .. }, StatedValue::Percent(percent)) if *id == indicator.id => {
                    found.push(Stated {
                        label: indicator.label.clone(),
                        percent,
                        statement: one.statement.clone(),
                    });
                }
                _ => {}
            }
        }
        found
    };
    all.into_iter().flat_map(of).collect()
}

/// The first of a topic's figures that a report states as a percentage alone, those that the page begins with before
/// any other; nothing where the counts of one of them are there.
pub fn leading(scope: &Scope<'_>, figures: &TopicFigures) -> Option<Stated> {
    if figures.headline().is_some_and(|(_, figure)| figure.is_reported()) {
        return None;
    }
    let stated = statements(scope, &figures.topic, &figures.asked);
    let of = |wanted: &IndicatorId| {
        stated
            .iter()
            .find_map(|one| match (&one.statement.subject, one.statement.value) {
                (Subject::Indicator { indicator, .. }, StatedValue::Percent(percent))
                    if indicator == wanted && one.realisation != Realisation::Planned =>
                {
                    Some(Stated {
                        label: scope.catalogue.indicator(indicator)?.label.clone(),
                        percent,
                        statement: one.statement.clone(),
                    })
                }
                _ => None,
            })
    };
    let headline = figures.topic.headline.iter().find_map(of);
    headline.or_else(|| {
        // Organisations come before members and staff in the catalogue.
        let all = scope.catalogue.indicators().iter();
        let mut others = all.filter(|indicator| figures.topic.forms.contains(&indicator.form));
        others.find_map(|indicator| of(&indicator.id))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::exhibit::topics::figures::read;
    use crate::model::ledger::Ledger;

    fn leads(demo: &str, topic: &str, asked: &str) -> Option<String> {
        let records = crate::demo::load(demo).unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on("2030-01-01".parse().unwrap()));
        let figures = read(&scope, catalogue.topic(topic).unwrap(), &asked.parse().unwrap());
        leading(&scope, &figures).map(|stated| stated.percent.to_string())
    }

    #[test]
    fn a_part_that_nothing_counts_stands_with_its_whole() {
        let records = crate::demo::load("agencies-2023").unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on("2030-01-01".parse().unwrap()));
        let topic = catalogue.topic("models").unwrap();
        let found = statements(&scope, topic, &"2022".parse().unwrap());
        let parts = found
            .iter()
            .filter(|one| matches!(one.statement.subject, Subject::Named { .. }));
        let parts: Vec<StatedValue> = parts.map(|one| one.statement.value).collect();
        assert!(parts.contains(&StatedValue::Count(1)) && parts.contains(&StatedValue::Count(15)));
    }

    #[test]
    fn shares_without_counts_stand_together() {
        let records = crate::demo::load("agencies-2023").unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on("2030-01-01".parse().unwrap()));
        let of = |topic: &str| shares(&scope, catalogue.topic(topic).unwrap(), &"2022".parse().unwrap());
        let told: Vec<String> = of("classification").iter().map(|one| one.percent.to_string()).collect();
        assert_eq!(told.first().map(String::as_str), Some("97,76%"), "{told:?}");
        assert!(told.len() > 1, "{told:?}");
    }

    #[test]
    fn a_percentage_that_a_report_gives_alone_leads() {
        assert_eq!(
            leads("agencies-2023", "classification", "2022").as_deref(),
            Some("97,76%")
        );
        assert_eq!(
            leads("agencies-2023", "classification", "2019"),
            None,
            "it states nothing of that year"
        );
        assert_eq!(leads("agencies-2023", "models", "2022"), None, "its counts are there");
        assert_eq!(
            leads("dien-bien-2020", "classification", "2015..2020").as_deref(),
            Some("18,5%"),
            "a figure that no page begins with leads where it is all there is"
        );
    }
}
