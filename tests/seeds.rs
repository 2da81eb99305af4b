//! Each figure that the two Hòa Bình reports publish, against what the app computes from the demos'
//! records by the same functions that the pages use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::aggregate::{by_child, by_option, by_unit, total};
use so_khoi::analysis::completeness::due_forms;
use so_khoi::analysis::reconcile::{Agreement, Reason, Reconciliation, reconcile};
use so_khoi::analysis::rules::{Finding, FindingKind, findings};
use so_khoi::analysis::{Scope, Total, achievement, rate, series, shares};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo;
use so_khoi::model::date::Date;
use so_khoi::model::id::{FormId, TargetId};
use so_khoi::model::indicator::Operand;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::number::Percent;
use so_khoi::model::period::Period;
use so_khoi::model::quantity::{Qualifier, Quantity};
use so_khoi::model::statement::StatedValue;
use so_khoi::model::text::{Lang, Text};
use so_khoi::model::unit::UnitKind;
use so_khoi::report::sentence::coverage::Reach;
use so_khoi::report::sentence::{admission, comparison, finding, from_analysis, grades, share, target};

const DRIVE: &str = "drive:dai-hoi-xiii";

struct Book {
    ledger: Ledger,
    catalogue: Catalogue,
}

impl Book {
    fn open(demo: &str) -> Book {
        Book {
            ledger: Ledger::from_records(&demo::load(demo).unwrap().records),
            catalogue: Catalogue::built_in().unwrap(),
        }
    }

    /// Seen from the day of the report, whatever day it is today.
    fn scope(&self) -> Scope<'_> {
        Scope::whole(&self.ledger, &self.catalogue, Date::new(2030, 1, 1).unwrap())
    }

    fn total(&self, indicator: &str, period: &str) -> Total {
        let indicator = self.catalogue.indicator(&indicator.into()).unwrap();
        total(&self.scope(), &indicator.form, &indicator.numerator, &span(period))
    }

    fn rate(&self, indicator: &str, period: &str) -> rate::Rate {
        let indicator = self.catalogue.indicator(&indicator.into()).unwrap();
        rate::rate(&self.scope(), indicator, &span(period)).unwrap()
    }
}

fn span(period: &str) -> Period {
    period.parse().unwrap()
}

fn counts(rate: &rate::Rate) -> (u64, u64) {
    (rate.numerator.count(), rate.denominator.count())
}

#[test]
fn of_2021_73_organisations_with_4201_members() {
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
fn of_2021_every_organisation_planned_studied_and_set_a_programme() {
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
fn of_2021_the_grades_are_the_published_shares() {
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
fn of_2021_the_second_drive_has_no_invented_counts() {
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
fn of_2022_the_year_as_published() {
    let book = Book::open("hoa-binh-2022");
    for (indicator, published) in [
        ("admitted", 121),
        ("transferred", 116),
        ("inspected_organisations", 71),
        ("inspected_members", 73),
        ("discipline_members", 6),
        ("resolutions", 7),
        ("committees_consolidated", 14),
    ] {
        let total = book.total(indicator, "2022");
        assert_eq!(total.quantity, Some(Quantity::exact(published)), "{indicator}");
        assert!(total.coverage.is_complete(), "{indicator}: {:?}", total.coverage);
    }
    let options = by_option(
        &book.scope(),
        &"inspection".into(),
        &"discipline_members".into(),
        &span("2022"),
    );
    let given: Vec<u64> = options
        .iter()
        .filter_map(|(_, total)| Some(total.quantity?.count))
        .collect();
    assert_eq!(given, [2, 3, 1, 0]);
    assert_eq!(given.iter().sum::<u64>(), 6);
}

#[test]
fn of_2022_the_members_stay_more_than_4200() {
    let book = Book::open("hoa-binh-2022");
    let over = Quantity {
        count: 4200,
        qualifier: Qualifier::MoreThan,
    };
    for period in ["2022-11", "2022"] {
        assert_eq!(book.total("members", period).quantity, Some(over), "{period}");
    }
}

#[test]
fn of_2022_units_and_months_add_up_to_the_whole() {
    let book = Book::open("hoa-binh-2022");
    let (scope, form, year): (_, FormId, _) = (book.scope(), "admission".into(), span("2022"));
    for (cell, whole) in [("admitted", 121), ("transferred", 116)] {
        let operand = Operand::Cells {
            cells: vec![cell.into()],
            form: None,
            latest: false,
        };
        let sum = |totals: Vec<Total>| totals.iter().map(Total::count).sum::<u64>();
        let units = by_unit(&scope, &form, &operand, &year);
        assert_eq!(units.len(), 72);
        assert_eq!(sum(units.into_iter().map(|(_, total)| total).collect()), whole);
        let children = by_child(&scope, &form, &operand, &year);
        assert_eq!(sum(children.into_iter().map(|(_, total)| total).collect()), whole);
        let months = series::series(&scope, &form, &operand, &year);
        let reported: Vec<u64> = months.iter().filter_map(|it| Some(it.total.quantity?.count)).collect();
        assert_eq!((reported.len(), reported.iter().sum::<u64>()), (11, whole));
        let cumulative = series::cumulative(&scope, &form, &operand, &year);
        assert_eq!(cumulative[10].total.count(), whole);
        assert_eq!(cumulative[11].total.quantity, None);
    }
}

#[test]
fn of_2022_the_targets_of_2023_lie_ahead() {
    let book = Book::open("hoa-binh-2022");
    let scope = book.scope();
    let all = achievement::of_period(&scope, &span("2023"));
    assert_eq!(all.len(), 4, "4 of the 8 stated targets are named");
    let say = |id: &str| {
        let found = all.iter().find(|it| it.target.id == TargetId::from(id)).unwrap();
        assert_eq!(found.value, None);
        target::target(Lang::Vi, found, &book.catalogue, &book.ledger)
    };
    assert_eq!(say("admitted-2023"), "Kết nạp đảng viên: từ 130 trở lên; chưa đến kỳ");
    assert_eq!(
        say("culture-2023"),
        "Cơ quan, đơn vị đạt chuẩn văn hóa: từ 80% trở lên; chưa có chỉ số để tính"
    );
    assert_eq!(
        comparison::target_after(Lang::Vi, 130, book.total("admitted", "2022").count(), "năm 2022"),
        "Chỉ tiêu 130, tăng 7,4% so với 121 của năm 2022"
    );
}

#[test]
fn of_2022_the_year_against_its_illustrative_target() {
    let book = Book::open("hoa-binh-2022");
    let target = &book.ledger.targets[&TargetId::from("admitted-2022")];
    assert!(target.illustrative && target.source.is_none());
    let found = achievement::achievement(&book.scope(), target);
    assert_eq!(
        target::target(Lang::Vi, &found, &book.catalogue, &book.ledger),
        "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9"
    );
    for of in ["admitted-2022", "admitted-2023"] {
        let id = TargetId::from(of);
        let parts = book
            .ledger
            .targets
            .values()
            .filter(|it| it.parent.as_ref() == Some(&id));
        let amounts: Vec<u64> = parts
            .map(|part| match part.value {
                so_khoi::model::target::TargetValue::Count(count) => count,
                so_khoi::model::target::TargetValue::Percent(_) => panic!("{of} has a part in percent"),
            })
            .collect();
        assert_eq!(amounts.iter().sum::<u64>(), 130, "{of}");
        assert!(amounts.len() > 50 && !amounts.contains(&0), "{of}: {amounts:?}");
    }
}

#[test]
fn the_sentences_of_the_demos() {
    let book = Book::open("hoa-binh-2021");
    let indicator = book.catalogue.indicator(&"participation_members".into()).unwrap();
    let rate = book.rate("participation_members", DRIVE);
    let fact = share::ShareFact::of(indicator, &rate, None, &book.ledger);
    assert_eq!(
        share::share(Lang::Vi, &fact),
        "4.201/4.201 đảng viên tham gia học tập, đạt 100%"
    );
    let book = Book::open("hoa-binh-2022");
    let transferred = book.total("transferred", "2022");
    assert_eq!(
        admission::transfers(
            Lang::Vi,
            transferred.quantity,
            &Reach::of(&transferred.coverage, &book.ledger)
        ),
        "Công nhận chính thức 116 đảng viên dự bị"
    );
}

/// What the report states that the counts do not give, except what nothing can be compared with.
fn differing(book: &Book) -> Vec<String> {
    let all = reconcile(&book.scope());
    let differing = all.iter().filter(|it| it.agreement == Agreement::Differs);
    differing.map(|it| it.statement.id.to_string()).collect()
}

fn stated<'a>(all: &'a [Reconciliation], id: &str) -> &'a Reconciliation {
    all.iter().find(|it| it.statement.id.as_str() == id).unwrap()
}

#[test]
fn of_2021_everything_stated_is_what_the_counts_give() {
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
fn of_2022_73_organisations_are_not_46_and_26() {
    let book = Book::open("hoa-binh-2022");
    assert_eq!(differing(&book), ["organisations"]);
    let all = reconcile(&book.scope());
    let organisations = stated(&all, "organisations");
    assert_eq!(organisations.figure, Some(StatedValue::Count(72)));
    assert_eq!((organisations.parts_sum, organisations.difference), (Some(72), Some(1)));
    assert!(organisations.likely.contains(&Reason::PartsDoNotAddUp {
        parts: vec![46, 26],
        sum: 72,
    }));
    assert_eq!(stated(&all, "disciplined").parts_sum, Some(6));

    let found = findings(&book.scope(), &span("2022"));
    let parts = found
        .iter()
        .find(|it| matches!(it.kind, FindingKind::StatedParts(_)))
        .unwrap();
    let sentence = finding::finding(Lang::Vi, &book.ledger, &book.catalogue, parts);
    for number in ["73", "46", "26", "72"] {
        assert!(sentence.contains(number), "{sentence}");
    }
    let other = found.iter().filter(|it| {
        !matches!(&it.kind, FindingKind::Stated(id) | FindingKind::StatedParts(id) if id.as_str() == "organisations")
    });
    assert_eq!(other.collect::<Vec<_>>(), Vec::<&Finding>::new());
}

#[test]
fn nobody_is_chased_for_what_the_reports_do_not_speak_of() {
    for demo in ["hoa-binh-2021", "hoa-binh-2022"] {
        let book = Book::open(demo);
        let scope = book.scope();
        let overdue = due_forms(&scope).into_iter().filter(|due| due.due < scope.today);
        let overdue: Vec<String> = overdue.map(|due| format!("{} {}", due.form, due.period)).collect();
        assert_eq!(overdue, Vec::<String>::new(), "{demo}");
    }
}
