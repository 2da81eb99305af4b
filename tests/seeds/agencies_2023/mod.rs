//! The bloc of agencies of a province that its report does not name, March 2023: units, tasks and levels. The rest of
//! its figures are in `agencies_2023/counts.rs`.

mod counts;

use crate::book::{Book, differing, only_stated, other_findings, span, stated};
use so_khoi::analysis::aggregate::by_unit;
use so_khoi::analysis::reconcile::{Agreement, Computed, Reason, reconcile};
use so_khoi::model::date::Date;
use so_khoi::model::indicator::{Averaging, Operand};
use so_khoi::model::number::Percent;
use so_khoi::model::quantity::Quantity;
use so_khoi::model::text::Lang;
use so_khoi::model::unit::UnitKind;
use so_khoi::report::sentence::facts::{Facts, facts};

const DEMO: &str = "agencies-2023";
const TERM: &str = "2020..2025";

#[test]
fn sixty_seven_are_36_and_31() {
    let book = Book::open(DEMO);
    let all = reconcile(&book.scope());
    let whole = stated(&all, "organisations");
    assert_eq!(whole.agreement, Agreement::Agrees);
    assert_eq!((whole.parts.as_slice(), whole.parts_sum), (&[36, 31][..], Some(67)));
    for (kinds, published) in [
        (&[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell][..], 67),
        (&[UnitKind::GrassrootsCommittee], 36),
        (&[UnitKind::GrassrootsCell], 31),
        (&[UnitKind::SectionalCommittee], 10),
        (&[UnitKind::SubordinateCell], 259),
        (&[UnitKind::MassOrganisation], 3),
    ] {
        assert_eq!(book.units(kinds, "2023-03"), published, "{kinds:?}");
    }
    let members = book.total("members", "2023-03");
    assert_eq!(members.quantity, Some(Quantity::exact(4500)));
    assert_eq!(members.as_of, Date::new(2023, 3, 31));
}

#[test]
fn of_259_cells_38_are_under_sectional_committees_and_221_are_not() {
    let book = Book::open(DEMO);
    let units = &book.ledger.units;
    let cells = units
        .in_order()
        .into_iter()
        .filter(|unit| unit.kind == UnitKind::SubordinateCell);
    let parents: Vec<UnitKind> = cells
        .map(|cell| {
            assert!(
                cell.name.starts_with("Chi bộ ") && cell.name.ends_with("(minh họa)"),
                "{}",
                cell.name
            );
            units.get(cell.parent.as_ref().unwrap()).unwrap().kind
        })
        .collect();
    let below = |kind: UnitKind| parents.iter().filter(|parent| **parent == kind).count();
    assert_eq!(below(UnitKind::SectionalCommittee), 38);
    assert_eq!(below(UnitKind::GrassrootsCommittee), 221);
    // The same from what the committees hand in.
    let reported = |indicator: &str| book.total(indicator, "2022");
    let (all, sectional) = (reported("subordinate_cells"), reported("sectional_cells"));
    assert_eq!(
        (all.count(), sectional.count(), all.count() - sectional.count()),
        (259, 38, 221)
    );
    assert_eq!(reported("sectional_committees").count(), 10);
    assert_eq!((all.coverage.expected(), all.coverage.is_complete()), (36, true));
}

#[test]
fn key_tasks_and_objectives_of_three_years() {
    let book = Book::open(DEMO);
    for (year, tasks, objectives) in [("2021", 5, 20), ("2022", 7, 21), ("2023", 5, 18)] {
        assert_eq!(book.total("key_tasks", year).count(), tasks, "{year}");
        assert_eq!(book.total("objectives", year).count(), objectives, "{year}");
    }
    let done = book.rate("objectives_done", "2023");
    assert_eq!((done.numerator.count(), done.denominator.count()), (2, 18));
    assert_eq!(book.total("tasks_good", TERM).count(), 12);
    assert_eq!(book.total("tasks_excellent", TERM).count(), 9);
    let good = book.rate("tasks_good", TERM);
    assert_eq!((good.denominator.count(), good.percent), (12, Some(Percent::HUNDRED)));
    assert_eq!(book.total("bloc_good", TERM).count(), 2);
}

#[test]
fn nine_of_twelve_are_75_0_pooled_and_75_7_in_the_mean_of_years() {
    let book = Book::open(DEMO);
    let said = |averaging: Averaging| {
        let found = book.averaged("tasks_excellent", TERM, averaging);
        let line = Facts {
            averaging: Some(found.rate.averaging),
            ..Facts::of_rate(&found.rate, &book.ledger)
        };
        (found.rate.percent.unwrap().to_string(), facts(Lang::Vi, &line))
    };
    let (pooled, line) = said(Averaging::Pooled);
    assert_eq!(pooled, "75%");
    assert!(line.contains("9/12") && line.contains("gộp tử số và mẫu số"), "{line}");
    let (mean, line) = said(Averaging::MeanOfRates);
    assert_eq!(mean, "75,7%");
    assert!(line.contains("trung bình cộng tỷ lệ các kỳ"), "{line}");
    let parts = book.averaged("tasks_excellent", TERM, Averaging::MeanOfRates).parts;
    let counts: Vec<(u64, u64)> = parts
        .iter()
        .filter(|(_, part)| part.exact.is_some())
        .map(|(_, part)| (part.numerator.count(), part.denominator.count()))
        .collect();
    assert_eq!(counts, [(4, 5), (5, 7)]);

    let all = reconcile(&book.scope());
    let found = stated(&all, "tasks-excellent-rate");
    assert_eq!(
        (book.said("tasks-excellent-rate").as_str(), found.agreement),
        ("75,7%", Agreement::Agrees)
    );
    let Some(Computed::Percent(rate)) = &found.computed else {
        panic!("{found:?}")
    };
    assert_eq!(rate.averaging, Averaging::MeanOfRates);
}

#[test]
fn levels_are_kept_as_stated_with_no_counts() {
    let book = Book::open(DEMO);
    let all = reconcile(&book.scope());
    for (who, good, excellent) in [
        ("agencies", "99,24%", "29,55%"),
        ("organisations", "97,76%", "21,64%"),
        ("subordinate", "94,02%", "18,5%"),
    ] {
        for (level, indicator, published) in [("good", "good_or_better", good), ("excellent", "excellent", excellent)] {
            let id = format!("{who}-{level}");
            assert_eq!(book.said(&id), published, "{id}");
            assert_eq!(stated(&all, &id).likely, [Reason::NoCounts], "{id}");
            for year in ["2021", "2022", "2023"] {
                let rate = book.rate(&format!("{who}_{indicator}"), year);
                assert_eq!((rate.numerator.quantity, rate.percent), (None, None), "{id} {year}");
            }
        }
    }
    assert_eq!(book.ledger.periods_of(&"classification".into()).count(), 0);
}

#[test]
fn models_are_93_built_and_58_registered_and_51_are_pilots() {
    let book = Book::open(DEMO);
    // 67 organisations and 3 mass organisations build models; a pilot is a Party organisation.
    for (indicator, year, published, asked) in [
        ("models_done", "2022", 93, 70),
        ("models_registered", "2023", 58, 70),
        ("four_good", "2023", 51, 67),
    ] {
        let total = book.total(indicator, year);
        assert_eq!(total.quantity, Some(Quantity::exact(published)), "{indicator}");
        assert!(total.coverage.is_complete());
        let indicator = book.catalogue.indicator(&indicator.into()).unwrap();
        let units = by_unit(&book.scope(), &indicator.form, &indicator.numerator, &span(year));
        assert_eq!(units.len(), asked);
        assert_eq!(units.iter().map(|(_, total)| total.count()).sum::<u64>(), published);
    }
    let built = Operand::Cells {
        cells: vec!["models_done".into()],
        form: None,
        latest: false,
    };
    let units = by_unit(&book.scope(), &"models".into(), &built, &span("2022"));
    assert!(
        units.iter().all(|(_, total)| total.count() > 0),
        "every organisation built one"
    );
}

#[test]
fn everything_stated_is_what_the_counts_give() {
    let book = Book::open(DEMO);
    assert_eq!(differing(&book), Vec::<String>::new());
    assert_eq!(
        only_stated(&book),
        [
            "agencies-excellent",
            "agencies-good",
            "organisations-excellent",
            "organisations-good",
            "plan-47-solutions",
            "plans-rate",
            "subordinate-excellent",
            "subordinate-good",
            "works-houses",
            "works-roads",
        ]
    );
    for period in ["2021", "2022", "2023", TERM] {
        assert_eq!(other_findings(&book, period), [], "{period}");
    }
}

#[test]
fn documents_are_cited() {
    let book = Book::open(DEMO);
    let source = |id: &str| {
        let found = book.ledger.statements.iter().find(|it| it.id.as_str() == id).unwrap();
        found.source.clone()
    };
    let report = source("members");
    assert_eq!(report.citation(Lang::Vi), "270, 274-BC/ĐUK, 31/03/2023");
    assert!(report.title.contains("270-BC/ĐUK, ngày 28/3/2023"));
    assert!(report.title.contains("274-BC/ĐUK, ngày 31/3/2023"));
    assert_eq!(source("plan-47-solutions").citation(Lang::Vi), "47-KH/ĐUK, 05/10/2021");
    let drive = &book.ledger.drives[0];
    assert_eq!(drive.document.citation(Lang::Vi), "01-KL/TW, 18/05/2021");
    assert_eq!(book.said("plans-rate"), "100%");
}
