//! All that units report of a topic, unit by unit: the table that a topic's page ends with.

use super::compared::{One, by_unit};
use super::figures::{TopicFigures, Value, scope_of};
use crate::analysis::Scope;
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use std::collections::{HashMap, HashSet};

/// A topic's indicators over its units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitRows {
    /// The indicators that somebody has reported, in the order of the page.
    pub indicators: Vec<Indicator>,
    /// Each unit with its values; `None` where the indicator asks nothing of it.
    pub rows: Vec<(UnitId, Vec<Option<One>>)>,
    /// The values of all together.
    pub totals: Vec<One>,
}

impl UnitRows {
    /// The units that have reported none of it.
    pub fn missing(&self) -> Vec<&UnitId> {
        let none = |values: &[Option<One>]| !values.iter().flatten().any(One::is_reported);
        let rows = self.rows.iter().filter(|(_, values)| none(values));
        rows.map(|(unit, _)| unit).collect()
    }
}

/// Reads it; nothing where only the bloc committee reports.
pub fn unit_rows(scope: &Scope<'_>, topic: &TopicFigures) -> UnitRows {
    let mut found = UnitRows::default();
    let mut values: Vec<HashMap<UnitId, One>> = Vec::new();
    for shown in topic.parts.iter().filter(|shown| !shown.is_of_bloc()) {
        let scope = scope_of(scope, &shown.form);
        for figure in shown.figures.iter().filter(|figure| figure.is_reported()) {
            found.indicators.push(figure.indicator.clone());
            found.totals.push(match &figure.value {
                Value::Rate { now, .. } => One::Rate(now.clone()),
                Value::Total(both) => One::Total(Box::new(both.now.clone())),
            });
            values.push(
                by_unit(&scope, &shown.form, &figure.indicator, &shown.period)
                    .into_iter()
                    .collect(),
            );
        }
    }
    let asked: HashSet<UnitId> = values.iter().flat_map(|column| column.keys().cloned()).collect();
    let units = scope.ledger.units.in_order().into_iter();
    let units = units.filter(|unit| asked.contains(&unit.id));
    found.rows = units
        .map(|unit| {
            let own = values.iter_mut().map(|column| column.remove(&unit.id)).collect();
            (unit.id.clone(), own)
        })
        .collect();
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::exhibit::topics::figures::read;
    use crate::model::ledger::Ledger;

    fn seen(demo: &str, topic: &str, asked: &str, ask: impl FnOnce(UnitRows, &TopicFigures)) {
        let records = crate::demo::load(demo).unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on("2030-01-01".parse().unwrap()));
        let figures = read(&scope, catalogue.topic(topic).unwrap(), &asked.parse().unwrap());
        ask(unit_rows(&scope, &figures), &figures);
    }

    #[test]
    fn units_add_up_to_the_whole() {
        seen("agencies-2023", "models", "2022", |found, _| {
            // 67 organisations and 3 mass organisations.
            assert_eq!(found.rows.len(), 70);
            let at = found
                .indicators
                .iter()
                .position(|it| it.id.as_str() == "models_done")
                .unwrap();
            let counts = found.rows.iter().filter_map(|(_, values)| values[at].as_ref()?.count());
            assert_eq!(counts.sum::<u64>(), 93);
            assert_eq!(found.totals[at].count(), Some(93));
            assert_eq!(found.missing(), Vec::<&UnitId>::new());
        });
    }

    #[test]
    fn what_the_bloc_reports_has_no_rows() {
        seen("hoa-binh-2022", "inspection", "2022", |found, figures| {
            assert!(figures.has_figures());
            assert_eq!(found, UnitRows::default());
        });
    }
}
