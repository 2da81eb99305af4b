//! Hòa Bình, July 2021.

use crate::book::{Book, counts, differing, span, stated};
use so_khoi::analysis::aggregate::by_option;
use so_khoi::analysis::reconcile::{Agreement, Reason, reconcile};
use so_khoi::analysis::rules::{Finding, findings};
use so_khoi::analysis::shares;
use so_khoi::model::date::Date;
use so_khoi::model::number::Percent;
use so_khoi::model::quantity::Quantity;
use so_khoi::model::text::{Lang, Text};
use so_khoi::model::unit::UnitKind;
use so_khoi::report::sentence::coverage::Reach;
use so_khoi::report::sentence::{from_analysis, grades, share};

const DRIVE: &str = "drive:dai-hoi-xiii";

#[test]
fn has_73_organisations_with_4201_members() {
    let book = Book::open("hoa-binh-2021");
    let scope = book.scope();
    let kinds = [UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell];
    assert_eq!(scope.units_of_kinds(&kinds, &span("2021-07")).len(), 73);
    let members = book.total("members", "2021-07");
    assert_eq!(members.quantity, Some(Quantity::exact(4201)));
    assert_eq!(members.as_of, Date::new(2021, 7, 31));
    assert!(members.coverage.is_complete());
    assert_eq!(book.total("copies", DRIVE).quantity, Some(Quantity::exact(3545)));
}

#[test]
fn every_organisation_planned_studied_and_set_a_programme() {
    let book = Book::open("hoa-binh-2021");
    for indicator in ["plans", "organisations_studied", "action_programmes"] {
        let rate = book.rate(indicator, DRIVE);
        assert_eq!(counts(&rate), (73, 73), "{indicator}");
        assert_eq!(rate.percent, Some(Percent::HUNDRED), "{indicator}");
    }
    let studied = book.rate("participation_members", DRIVE);
    assert_eq!(counts(&studied), (4201, 4201));
    assert_eq!(studied.percent, Some(Percent::HUNDRED));
    assert!(studied.coverage().is_complete());
    assert_eq!(
        book.rate("copies_per_organisation", DRIVE).ratio_hundredths(),
        Some(4856)
    );
}

#[test]
fn the_grades_are_the_published_shares() {
    let book = Book::open("hoa-binh-2021");
    let options = by_option(&book.scope(), &"study".into(), &"write_ups".into(), &span(DRIVE));
    let counts = from_analysis::counts(&options);
    assert_eq!(counts, [1647, 1924, 613, 17, 0]);
    let shares = shares::of_sum(&counts, 1);
    assert_eq!((shares.whole, shares.rounding), (4201, Percent::ZERO));
    for (indicator, published) in [
        ("grade_excellent", "39,2%"),
        ("grade_good", "45,8%"),
        ("grade_fair", "14,6%"),
        ("grade_average", "0,4%"),
    ] {
        assert_eq!(book.rate(indicator, DRIVE).percent.unwrap().to_string(), published);
    }
    let parts = from_analysis::parts(&options, &shares);
    assert_eq!(
        grades::grades(
            Lang::Vi,
            &Text::new("bài thu hoạch", "write-ups"),
            &parts,
            &Reach::complete(73)
        ),
        "4.201 bài thu hoạch: 1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)"
    );
}

#[test]
fn the_second_drive_has_no_invented_counts() {
    let book = Book::open("hoa-binh-2021");
    let drive = "drive:dai-hoi-tinh-xvii";
    for indicator in ["plans", "organisations_studied", "participation_members"] {
        let rate = book.rate(indicator, drive);
        assert_eq!((rate.numerator.quantity, rate.percent), (None, None), "{indicator}");
    }
    let stated = book.ledger.statements.iter().filter(|it| it.period == span(drive));
    assert_eq!(stated.count(), 3);
}

#[test]
fn everything_stated_is_what_the_counts_give() {
    let book = Book::open("hoa-binh-2021");
    assert_eq!(differing(&book), Vec::<String>::new());
    let all = reconcile(&book.scope());
    let agreeing = all.iter().filter(|it| it.agreement == Agreement::Agrees).count();
    assert_eq!((all.len(), agreeing), (19, 16));
    for id in ["xvii-plan-rate", "xvii-organisations-rate", "xvii-members-rate"] {
        let only_stated = stated(&all, id);
        assert_eq!(only_stated.agreement, Agreement::NotComparable);
        assert_eq!(only_stated.likely, [Reason::NoCounts], "{id}");
    }
    assert_eq!(findings(&book.scope(), &span("2021")), Vec::<Finding>::new());
}

#[test]
fn the_sentence_of_the_drive() {
    let book = Book::open("hoa-binh-2021");
    let indicator = book.catalogue.indicator(&"participation_members".into()).unwrap();
    let rate = book.rate("participation_members", DRIVE);
    let fact = share::ShareFact::of(indicator, &rate, None, &book.ledger);
    assert_eq!(
        share::share(Lang::Vi, &fact),
        "4.201/4.201 đảng viên tham gia học tập, đạt 100%"
    );
}
