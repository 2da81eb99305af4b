//! Hòa Bình, November 2022.

use crate::book::{Book, differing, span, stated};
use so_khoi::analysis::aggregate::{by_child, by_option, by_sector, by_unit};
use so_khoi::analysis::reconcile::{Reason, reconcile};
use so_khoi::analysis::rules::{Finding, FindingKind, findings};
use so_khoi::analysis::{Total, achievement, series};
use so_khoi::model::id::{FormId, TargetId};
use so_khoi::model::indicator::Operand;
use so_khoi::model::quantity::{Qualifier, Quantity};
use so_khoi::model::statement::StatedValue;
use so_khoi::model::text::Lang;
use so_khoi::report::sentence::coverage::Reach;
use so_khoi::report::sentence::{admission, comparison, finding, target};

#[test]
fn the_year_as_published() {
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
fn the_members_stay_more_than_4200() {
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
fn units_and_months_add_up_to_the_whole() {
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
fn the_targets_of_2023_lie_ahead() {
    let book = Book::open("hoa-binh-2022");
    let scope = book.scope();
    let all = achievement::of_period(&scope, &span("2023"));
    assert_eq!(all.len(), 5, "4 of the 8 stated targets are named; meetings make two");
    assert_eq!(book.said("targets-stated"), "8");
    assert_eq!(book.said("targets-named"), "4");
    let say = |id: &str| {
        let found = all.iter().find(|it| it.target.id == TargetId::from(id)).unwrap();
        assert_eq!(found.value, None);
        target::target(Lang::Vi, found, &book.catalogue, &book.ledger)
    };
    assert_eq!(say("admitted-2023"), "Kết nạp đảng viên: từ 130 trở lên; chưa đến kỳ");
    assert_eq!(
        say("study-2023"),
        "Cán bộ, đảng viên được học tập, quán triệt chỉ thị, nghị quyết: 100%; chưa đến kỳ"
    );
    assert_eq!(
        say("regular-meetings-2023"),
        "Chi bộ sinh hoạt định kỳ theo quy định: 100%; chưa đến kỳ"
    );
    assert_eq!(
        say("thematic-meetings-2023"),
        "Chi bộ sinh hoạt chuyên đề theo quy định: 100%; chưa đến kỳ"
    );
    assert_eq!(
        say("culture-2023"),
        "Cơ quan, đơn vị đạt chuẩn văn hóa: từ 80% trở lên; chưa đến kỳ"
    );
    assert_eq!(
        comparison::target_after(Lang::Vi, 130, book.total("admitted", "2022").count(), "năm 2022"),
        "Chỉ tiêu 130, tăng 7,4% so với 121 của năm 2022"
    );
}

#[test]
fn the_year_against_its_illustrative_target() {
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
fn the_73_stated_are_not_46_and_26() {
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
fn the_sentence_of_the_transfers() {
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

#[test]
fn every_organisation_is_in_one_of_5_sectors() {
    let book = Book::open("hoa-binh-2022");
    let members = crate::book::members();
    let sectors = by_sector(&book.scope(), &"headcount".into(), &members, &span("2022-11"));
    assert_eq!(sectors.len(), 5);
    assert!(
        sectors
            .iter()
            .all(|(sector, total)| sector.is_some() && total.count() > 0)
    );
    assert_eq!(book.said("sectors"), "5");
}
