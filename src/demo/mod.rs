//! Demo blocs: published figures as data (`figures/`), brought into the app by the same records as a
//! user's own.
//!
//! What a report publishes is entered as it stands. Where a chart needs single organisations, totals
//! are split over made-up ones by a deterministic generator, exactly; the profile says `demo`, and
//! the app then labels figures of single organisations "số liệu minh họa". What may look like an
//! accusation (discipline, inspections) is never split.

mod bloc;
mod figures;
mod generate;
pub mod random;
pub mod scale;
pub mod split;

use crate::model::record::Record;
use crate::model::text::Text;
use figures::Files;

/// A demo that can be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoInfo {
    /// Its identifier, in links.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// What is in it, in a line.
    pub summary: Text,
}

/// A demo bloc.
#[derive(Clone, Debug, PartialEq)]
pub struct Demo {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// Everything in it.
    pub records: Vec<Record>,
}

/// The demos, in the order they are offered in.
pub fn demos() -> Vec<DemoInfo> {
    let Ok(files) = Files::read() else {
        return Vec::new();
    };
    let info = |figures: &figures::Figures| DemoInfo {
        id: figures.id.clone(),
        label: figures.label.clone(),
        summary: figures.summary.clone(),
    };
    files.demos().map(info).into()
}

/// Makes a demo: the same records each time. `None` for an unknown identifier.
pub fn load(id: &str) -> Option<Demo> {
    let files = Files::read().ok()?;
    let figures = files.demos().into_iter().find(|figures| figures.id == id)?;
    Some(Demo {
        id: figures.id.clone(),
        label: figures.label.clone(),
        records: generate::records(figures, &files),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::ledger::Ledger;
    use crate::model::period::PeriodKind;
    use std::collections::HashSet;

    #[test]
    fn the_figures_of_this_build_are_read() {
        Files::read().unwrap();
        assert_eq!(demos().len(), 5);
        assert_eq!(load("elsewhere"), None);
    }

    #[test]
    fn every_demo_is_whole_and_the_same_each_time() {
        for info in demos() {
            let demo = load(&info.id).unwrap();
            assert_eq!(Some(&demo), load(&info.id).as_ref());
            let ids: HashSet<_> = demo.records.iter().map(|record| &record.id).collect();
            assert_eq!(ids.len(), demo.records.len(), "{}: two records of one id", info.id);
            let ledger = Ledger::from_records(&demo.records);
            assert_eq!(ledger.unreadable, []);
            assert_eq!(ledger.units.problems(), []);
            assert!(ledger.is_demo());
            assert!(ledger.profile.unwrap().seen_on.is_some());
        }
    }

    #[test]
    fn a_demo_uses_the_forms_that_its_report_speaks_of() {
        let catalogue = crate::catalogue::Catalogue::built_in().unwrap();
        for info in demos() {
            let ledger = Ledger::from_records(&load(&info.id).unwrap().records);
            let used = &ledger.profile.as_ref().unwrap().forms;
            assert!(!used.is_empty(), "{}", info.id);
            for form in catalogue.forms() {
                let filled = ledger.periods_of(&form.id).next().is_some();
                // A report of percentages alone fills no form.
                let none = catalogue
                    .forms()
                    .iter()
                    .all(|form| ledger.periods_of(&form.id).next().is_none());
                let running = form.period == PeriodKind::Drive && !ledger.drives.is_empty();
                let listed = used.contains(&form.id);
                assert!(listed || !filled, "{}: {} is filled", info.id, form.id);
                assert!(
                    !listed || filled || running || none,
                    "{}: {} is empty",
                    info.id,
                    form.id
                );
            }
            assert!(used.iter().all(|id| catalogue.form(id).is_some()), "{}", info.id);
        }
    }
}
