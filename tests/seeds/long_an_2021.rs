//! Long An, July 2021.

use crate::book::{Book, differing, members, only_stated, other_findings, span, stated};
use so_khoi::analysis::achievement::{self, NoFigures};
use so_khoi::analysis::aggregate::by_sector;
use so_khoi::analysis::rate::RateError;
use so_khoi::analysis::reconcile::{Agreement, reconcile};
use so_khoi::analysis::rules::findings;
use so_khoi::model::date::Date;
use so_khoi::model::number::Percent;
use so_khoi::model::quantity::Quantity;
use so_khoi::model::statement::Realisation;
use so_khoi::model::target::TargetValue;
use so_khoi::model::unit::UnitKind;

const DRIVE: &str = "drive:dai-hoi-xiii";

#[test]
fn eighty_four_are_48_and_36() {
    let book = Book::open("long-an-2021");
    let committees = book.units(&[UnitKind::GrassrootsCommittee], "2021-07");
    let cells = book.units(&[UnitKind::GrassrootsCell], "2021-07");
    assert_eq!((committees, cells), (48, 36));
    assert_eq!(
        book.units(&[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell], "2021-07"),
        84
    );
    let all = reconcile(&book.scope());
    let whole = stated(&all, "organisations");
    assert_eq!(whole.agreement, Agreement::Agrees);
    assert_eq!((whole.parts.as_slice(), whole.parts_sum), (&[48, 36][..], Some(84)));
    assert_eq!(whole.likely, []);
}

#[test]
fn has_5096_members_in_9_sectors() {
    let book = Book::open("long-an-2021");
    let total = book.total("members", "2021-07");
    assert_eq!(total.quantity, Some(Quantity::exact(5096)));
    assert_eq!(total.as_of, Date::new(2021, 7, 22));
    assert!(total.coverage.is_complete());
    let sectors = by_sector(&book.scope(), &"headcount".into(), &members(), &span("2021-07"));
    assert_eq!(sectors.len(), 9, "nobody is outside the nine");
    assert!(
        sectors
            .iter()
            .all(|(sector, total)| sector.is_some() && total.count() > 0)
    );
    assert_eq!(sectors.iter().map(|(_, total)| total.count()).sum::<u64>(), 5096);
    assert_eq!(book.said("sectors"), "9");
}

#[test]
fn the_1250_at_11_points_are_no_share_of_the_members() {
    let book = Book::open("long-an-2021");
    for (indicator, published) in [
        ("conferences", 1),
        ("conference_points", 11),
        ("conference_attendance", 1250),
    ] {
        let total = book.total(indicator, "2021");
        assert_eq!(total.quantity, Some(Quantity::exact(published)), "{indicator}");
    }
    let refused = book.refusal("conference_attendance", members(), "2021");
    let RateError::DifferentUnits { numerator, denominator } = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (numerator[0].as_str(), denominator[0].as_str()),
        ("mixed_audience", "members")
    );
}

#[test]
fn three_inspections_are_done_and_seven_are_a_plan() {
    let book = Book::open("long-an-2021");
    assert_eq!(
        book.options("inspection", "inspection_thematic", "2021"),
        [3, 0, 7],
        "done, under way, planned"
    );
    assert_eq!(book.total("thematic_inspections", "2021").count(), 3);
    let all = reconcile(&book.scope());
    let done = stated(&all, "thematic-done");
    assert_eq!(
        (done.agreement, done.realisation),
        (Agreement::Agrees, Realisation::Done)
    );
    let planned = stated(&all, "thematic-planned");
    assert_eq!(planned.realisation, Realisation::Planned);
    assert_eq!(
        (planned.agreement, &planned.computed),
        (Agreement::NotComparable, &None)
    );
    assert_eq!(book.said("thematic-planned"), "7");
}

#[test]
fn who_is_late_is_said_in_words_and_gets_no_number() {
    let book = Book::open("long-an-2021");
    let root = book.ledger.units.root().unwrap();
    let found = &book.ledger.returns_of(&"propaganda".into(), &span("2021")).unwrap()[&root.id];
    let note = &found.cells["conferences"].note;
    assert!(
        note.contains("một số") && !note.chars().any(|c| c.is_ascii_digit()),
        "{note}"
    );
    assert_eq!(book.said("late"), "một số");
    for indicator in ["action_programmes", "plans", "organisations_studied"] {
        let rate = book.rate(indicator, DRIVE);
        assert_eq!((rate.numerator.quantity, rate.percent), (None, None), "{indicator}");
    }
}

#[test]
fn members_and_staff_are_each_to_reach_100_percent() {
    let book = Book::open("long-an-2021");
    let targets = achievement::of_period(&book.scope(), &span(DRIVE));
    let ids: Vec<_> = targets.iter().map(|it| it.target.id.as_str()).collect();
    assert_eq!(ids, ["study-members", "study-staff"]);
    for found in &targets {
        assert_eq!(found.target.value, TargetValue::Percent(Percent::HUNDRED));
        assert_eq!(found.no_figures, Some(NoFigures::NobodyReported));
    }
}

#[test]
fn everything_stated_is_what_the_counts_give() {
    let book = Book::open("long-an-2021");
    assert_eq!(differing(&book), Vec::<String>::new());
    assert_eq!(only_stated(&book), ["late", "sectors", "thematic-planned"]);
    assert_eq!(reconcile(&book.scope()).len(), 10);
    assert_eq!(findings(&book.scope(), &span("2021")), []);
    assert_eq!(other_findings(&book, "2020..2025"), []);
}
