//! What the bloc committee's office counts once for the whole bloc.

use super::{DEMO, TERM};
use crate::book::{Book, members, stated};
use so_khoi::analysis::rate::RateError;
use so_khoi::analysis::reconcile::{Agreement, reconcile};
use so_khoi::model::quantity::{Qualifier, Quantity};
use so_khoi::model::unit::UnitKind;

#[test]
fn schemes_copies_and_works() {
    let book = Book::open(DEMO);
    for (indicator, period, published) in [
        ("schemes", "2023", 5),
        ("issued_copies", TERM, 420),
        ("guidance_documents", TERM, 3),
        ("works", TERM, 16),
    ] {
        let total = book.total(indicator, period);
        assert_eq!(total.quantity, Some(Quantity::exact(published)), "{indicator}");
    }
    assert_eq!(
        book.total("works_value", TERM).quantity,
        Some(Quantity {
            count: 1_600_000_000,
            qualifier: Qualifier::About
        })
    );
    assert_eq!(book.said("works-value"), "khoảng 1.600.000.000");
    let all = reconcile(&book.scope());
    let works = stated(&all, "works");
    assert_eq!((works.parts.as_slice(), works.parts_sum), (&[15, 1][..], Some(16)));
    assert_eq!((works.agreement, works.likely.len()), (Agreement::Agrees, 0));
}

#[test]
fn contest_entries_are_never_divided_by_members() {
    let book = Book::open(DEMO);
    assert_eq!(
        book.options("propaganda", "contest_entries", "2022"),
        [38_960, 20_843],
        "the bloc's contest, the province's"
    );
    let refused = book.refusal("contest_entries", members(), "2022");
    let RateError::DifferentUnits { numerator, denominator } = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((numerator[0].as_str(), denominator[0].as_str()), ("entries", "members"));
    // The only indicator over entries is of contests, and is called a ratio.
    for indicator in book.catalogue.indicators() {
        let of_entries = book.catalogue.counting_units_of(&indicator.numerator);
        if of_entries.iter().any(|unit| unit.as_str() == "entries") {
            assert!(indicator.denominator.is_none() || indicator.ratio, "{}", indicator.id);
        }
    }
}

#[test]
fn prizes_are_55_and_11_of_2_4_and_5() {
    let book = Book::open(DEMO);
    assert_eq!(book.total("contest_prizes_bloc", TERM).count(), 55);
    assert_eq!(book.total("contest_prizes_province", "2022").count(), 11);
    for (class, published) in [("second", 2), ("third", 4), ("consolation", 5)] {
        let key = format!("contest_prizes.province.{class}");
        assert_eq!(book.cell("propaganda", &key, "2022"), Quantity::exact(published));
    }
    let all = reconcile(&book.scope());
    let whole = stated(&all, "prizes-province");
    assert_eq!((whole.parts.as_slice(), whole.parts_sum), (&[5, 4, 2][..], Some(11)));
    assert_eq!((whole.agreement, whole.likely.len()), (Agreement::Agrees, 0));
}

#[test]
fn inspections_by_actor_action_and_object() {
    let book = Book::open(DEMO);
    // Organisations, committees, members: inspected, then supervised.
    for (actor, published) in [
        ("standing_committee", [[5, 6, 0], [4, 6, 0]]),
        ("inspection_commission", [[0, 0, 0], [6, 0, 3]]),
        ("propaganda_board", [[1, 0, 0], [1, 0, 0]]),
        ("grassroots_committee", [[49, 0, 52], [41, 0, 63]]),
        ("grassroots_commission", [[0, 0, 0], [38, 147, 0]]),
    ] {
        for (action, counts) in ["inspect", "supervise"].into_iter().zip(published) {
            for (object, count) in ["organisations", "committees", "members"].into_iter().zip(counts) {
                let key = format!("inspection.{actor}.{action}.{object}");
                let root = book.ledger.units.root().unwrap();
                let returns = book.ledger.returns_of(&"inspection".into(), &"2022".parse().unwrap());
                let found = returns.unwrap()[&root.id].quantity(&key.as_str().into());
                let published = (count > 0).then(|| Quantity::exact(count));
                assert_eq!(found, published, "{key}: what is not published stays empty");
            }
        }
    }
    for (indicator, sum) in [
        ("inspected_organisations", 5 + 1 + 49),
        ("inspected_committees", 6),
        ("inspected_members", 52),
        ("supervised_organisations", 4 + 6 + 1 + 41 + 38),
        ("supervised_committees", 6 + 147),
        ("supervised_members", 3 + 63),
    ] {
        assert_eq!(book.total(indicator, TERM).count(), sum, "{indicator}");
    }
}

#[test]
fn commendations_by_level_and_for_models() {
    let book = Book::open(DEMO);
    for (indicator, published) in [
        ("exemplars", 76),
        ("exemplars_introduced", 3),
        ("commended_bloc_collectives", 43),
        ("commended_bloc_individuals", 74),
        ("commended_models_collectives", 21),
        ("commendation_proposed_collectives", 4),
        ("commended_collectives", 43 + 85),
        ("commended_individuals", 74 + 639),
    ] {
        assert_eq!(book.total(indicator, TERM).count(), published, "{indicator}");
    }
    assert_eq!(
        book.cell("commendation", "commended.grassroots.collectives", TERM)
            .count,
        85
    );
    assert_eq!(
        book.cell("commendation", "commended.grassroots.individuals", TERM)
            .count,
        639
    );
}

#[test]
fn what_looks_like_an_accusation_is_not_split() {
    let book = Book::open(DEMO);
    let grassroots = [UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell];
    for form in ["inspection", "commendation", "propaganda", "key_tasks"] {
        for found in book
            .ledger
            .periods_of(&form.into())
            .flat_map(|(_, returns)| returns.values())
        {
            let kind = book.ledger.units.get(&found.unit).unwrap().kind;
            assert!(!grassroots.contains(&kind), "{form}: {}", found.unit);
        }
    }
}
