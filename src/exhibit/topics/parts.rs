//! What a form is shown in, from what its measures and indicators are. No figure and no identifier decides here:
//! a form that is new in the catalogue has its page without a line of code.

use crate::catalogue::Catalogue;
use crate::model::id::{CellKey, MeasureId};
use crate::model::indicator::{Averaging, Direction, Indicator, Operand};
use crate::model::measure::{Form, Measure, ValueType};
use crate::model::sort::SmallSort;
use crate::model::text::Text;

/// A part of a page: what is drawn together, and the indicators that are read with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// Rates and undivided counts of one section of the form, under its name: a card each, and one of them
    /// along time and over units.
    Indicators(Text, Vec<Indicator>),
    /// Levels from best to worst, of which each unit has one or many things.
    Levels(MeasureId, Vec<Indicator>),
    /// A count under several option sets, or under one without an order.
    Matrix(MeasureId, Vec<Indicator>),
    /// Done or not, by unit.
    Done(MeasureId, Vec<Indicator>),
}

impl Plan {
    /// The indicators that are read with it.
    pub fn indicators(&self) -> &[Indicator] {
        match self {
            Plan::Indicators(_, all) | Plan::Levels(_, all) | Plan::Matrix(_, all) | Plan::Done(_, all) => all,
        }
    }
}

/// What a measure's figures look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One number.
    Count,
    Levels,
    Matrix,
    Done,
    /// A date or a note: nothing is drawn of it.
    Words,
}

fn shape(catalogue: &Catalogue, measure: &Measure) -> Shape {
    let ordered = |measure: &Measure| match measure.by.as_slice() {
        [one] => catalogue.option_set(one, None).is_some_and(|set| set.ordered),
        _ => false,
    };
    match measure.value {
        ValueType::Level => Shape::Levels,
        ValueType::Done => Shape::Done,
        ValueType::Date | ValueType::Text => Shape::Words,
        ValueType::Count if measure.by.is_empty() => Shape::Count,
        ValueType::Count if ordered(measure) => Shape::Levels,
        ValueType::Count => Shape::Matrix,
    }
}

/// The measures that an operand's cells are of, each once.
fn measures_of(operand: &Operand) -> Vec<&str> {
    let Operand::Cells { cells, .. } = operand else {
        return Vec::new();
    };
    let mut found: Vec<&str> = cells.iter().map(CellKey::measure).collect();
    found.dedup();
    found
}

/// The divided measure that an indicator is read with: the one it is wholly about.
fn home<'i>(catalogue: &Catalogue, indicator: &'i Indicator) -> Option<&'i str> {
    let numerator = measures_of(&indicator.numerator);
    let [one] = numerator.as_slice() else {
        return None;
    };
    let about_itself = match &indicator.denominator {
        None | Some(Operand::Units { .. }) => true,
        Some(denominator) => measures_of(denominator) == [*one],
    };
    let divided = catalogue
        .measure(one)
        .is_some_and(|measure| shape(catalogue, measure) != Shape::Count);
    (about_itself && divided).then_some(*one)
}

/// The parts of a form, in the order of its measures.
pub fn plan(catalogue: &Catalogue, form: &Form) -> Vec<Plan> {
    let measures: Vec<&Measure> = form
        .measures()
        .filter_map(|id| catalogue.measure(id.as_str()))
        .collect();
    let place = |id: &str| measures.iter().position(|measure| measure.id.as_str() == id);
    let of_form = || catalogue.indicators().iter().filter(|it| it.form == form.id);
    let of_measure = |measure: &Measure| -> Vec<Indicator> {
        let own = of_form().filter(|it| home(catalogue, it) == Some(measure.id.as_str()));
        own.cloned().collect()
    };
    let mut parts: Vec<(usize, Plan)> = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        let id = measure.id.clone();
        parts.extend(match shape(catalogue, measure) {
            Shape::Levels => Some((at, Plan::Levels(id, of_measure(measure)))),
            Shape::Matrix => Some((at, Plan::Matrix(id, of_measure(measure)))),
            Shape::Done => Some((at, Plan::Done(id, of_measure(measure)))),
            Shape::Count | Shape::Words => None,
        });
    }
    let mut loose: Vec<Indicator> = of_form().filter(|it| home(catalogue, it).is_none()).cloned().collect();
    // A count that no indicator speaks of is shown as it is.
    let unspoken = measures.iter().filter(|measure| {
        let spoken = |it: &Indicator| {
            let operands = std::iter::once(&it.numerator).chain(&it.denominator);
            operands
                .into_iter()
                .any(|one| measures_of(one).contains(&measure.id.as_str()))
        };
        shape(catalogue, measure) == Shape::Count && !of_form().any(spoken)
    });
    loose.extend(unspoken.map(|measure| bare(catalogue, form, measure)));
    let first = |it: &Indicator| measures_of(&it.numerator).into_iter().filter_map(place).min();
    let mut end = 0;
    for section in &form.sections {
        let from = end;
        end += section.measures.len();
        let mut own: Vec<Indicator> = loose
            .iter()
            .filter(|it| first(it).is_some_and(|at| (from..end).contains(&at)))
            .cloned()
            .collect();
        own.small_sort_by_key(|it| first(it));
        if let Some(at) = own.first().and_then(first) {
            parts.push((at, Plan::Indicators(section.label.clone(), own)));
        }
    }
    parts.small_sort_by_key(|(at, _)| *at);
    parts.into_iter().map(|(_, part)| part).collect()
}

/// The part of one measure of a form: the one that it is drawn in, or, for an undivided count, itself alone.
pub fn of_measure(catalogue: &Catalogue, form: &Form, measure: &Measure) -> Option<Plan> {
    match shape(catalogue, measure) {
        Shape::Words => None,
        Shape::Count => Some(Plan::Indicators(
            measure.label.clone(),
            vec![bare(catalogue, form, measure)],
        )),
        Shape::Levels | Shape::Matrix | Shape::Done => plan(catalogue, form).into_iter().find(|part| match part {
            Plan::Levels(id, _) | Plan::Matrix(id, _) | Plan::Done(id, _) => *id == measure.id,
            Plan::Indicators(..) => false,
        }),
    }
}

/// A count as an indicator of its own.
fn bare(catalogue: &Catalogue, form: &Form, measure: &Measure) -> Indicator {
    let counted = catalogue.counting_unit(&measure.counting_unit);
    Indicator {
        id: measure.id.as_str().into(),
        label: measure.label.clone(),
        counts: counted.map_or_else(|| Text::new("", ""), |unit| unit.label.clone()),
        form: form.id.clone(),
        numerator: Operand::Cells {
            cells: vec![CellKey::of(&measure.id, &[])],
            form: None,
            latest: false,
        },
        denominator: None,
        ratio: false,
        direction: Direction::Neutral,
        averaging: Averaging::Pooled,
        decimals: 1,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn planned(form: &str) -> Vec<Plan> {
        let catalogue = Catalogue::built_in().unwrap();
        plan(&catalogue, catalogue.form(&form.into()).unwrap())
    }

    fn kinds(form: &str) -> Vec<String> {
        let name = |part: &Plan| match part {
            Plan::Indicators(_, all) => format!("indicators {}", all.len()),
            Plan::Levels(id, _) => format!("levels {id}"),
            Plan::Matrix(id, _) => format!("matrix {id}"),
            Plan::Done(id, _) => format!("done {id}"),
        };
        planned(form).iter().map(name).collect()
    }

    #[test]
    fn a_form_is_shown_as_its_measures_are() {
        assert_eq!(
            kinds("inspection"),
            [
                "matrix inspection",
                "levels inspection_thematic",
                "levels discipline_members",
                "levels discipline_organisations"
            ]
        );
        assert_eq!(
            kinds("key_tasks"),
            ["indicators 3", "levels task_quality", "levels bloc_quality"]
        );
        assert_eq!(kinds("models"), ["indicators 3", "done four_good"]);
        assert_eq!(
            kinds("meetings"),
            ["indicators 2", "matrix cell_meetings", "indicators 2"]
        );
        assert_eq!(kinds("classification")[0], "levels quality_own");
    }

    #[test]
    fn every_form_has_its_page_and_every_measure_its_part() {
        let catalogue = Catalogue::built_in().unwrap();
        let own_pages = ["study", "admission", "headcount"];
        for form in catalogue.forms() {
            let topics = catalogue
                .topics()
                .iter()
                .filter(|topic| topic.forms.contains(&form.id))
                .count();
            let expected = usize::from(!own_pages.contains(&form.id.as_str()));
            assert_eq!(topics, expected, "{} is on {topics} topics", form.id);
            if expected == 0 {
                continue;
            }
            let parts = plan(&catalogue, form);
            let mut shown: HashSet<String> = HashSet::new();
            for part in &parts {
                if let Plan::Levels(id, _) | Plan::Matrix(id, _) | Plan::Done(id, _) = part {
                    shown.insert(id.to_string());
                }
                for indicator in part.indicators() {
                    let operands = std::iter::once(&indicator.numerator).chain(&indicator.denominator);
                    shown.extend(operands.flat_map(measures_of).map(str::to_owned));
                }
            }
            for measure in form.measures() {
                assert!(shown.contains(measure.as_str()), "{measure} of {} is nowhere", form.id);
            }
            let read: usize = parts.iter().map(|part| part.indicators().len()).sum();
            let all = catalogue.indicators().iter().filter(|it| it.form == form.id).count();
            assert!(read >= all, "an indicator of {} is nowhere", form.id);
        }
    }
}
