#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::exhibit::targets::sample::{SHARES, ask};

type Answer = Result<Target, Vec<(Field, Problem)>>;

fn read(draft: &TargetDraft) -> Answer {
    ask(&SHARES, "2022-12-31", |scope| draft.read(scope, &"fresh".into()))
}

fn draft(indicator: &str, kind: Kind, value: &str) -> TargetDraft {
    TargetDraft {
        indicator: indicator.into(),
        unit: "b".into(),
        period: "2023".into(),
        kind,
        value: value.into(),
        ..TargetDraft::default()
    }
}

fn problem(draft: &TargetDraft) -> (Field, Problem) {
    read(draft).unwrap_err()[0]
}

#[test]
fn every_stored_target_comes_back_as_it_was() {
    ask(&SHARES, "2022-12-31", |scope| {
        for target in scope.ledger.targets.values() {
            let draft = TargetDraft::of(target);
            assert_eq!(draft.read(scope, &"fresh".into()).as_ref(), Ok(target));
        }
    });
}

#[test]
fn makes_counts_shares_and_wordings() {
    let count = read(&draft("admitted", Kind::Count, "1.250")).unwrap();
    assert_eq!((count.id.as_str(), count.value), ("fresh", TargetValue::Count(1250)));
    let share = read(&draft("good", Kind::Percent, "99,24%")).unwrap();
    assert_eq!(share.value, TargetValue::Percent(Percent::from_hundredths(99_24)));
    let wording = TargetDraft {
        label: " Chi bộ sinh hoạt đúng định kỳ ".into(),
        ..draft("", Kind::Percent, "100")
    };
    let wording = read(&wording).unwrap();
    assert_eq!(
        (wording.indicator, wording.label.as_str()),
        (None, "Chi bộ sinh hoạt đúng định kỳ")
    );
    let ceiling = TargetDraft {
        comparison: Comparison::AtMost,
        ..draft("admitted", Kind::Count, "0")
    };
    assert_eq!(read(&ceiling).unwrap().value, TargetValue::Count(0));
}

#[test]
fn refuses_what_is_no_level() {
    let at = |indicator, kind, value| problem(&draft(indicator, kind, value)).1;
    assert_eq!(at("admitted", Kind::Count, ""), Problem::Missing);
    assert_eq!(at("admitted", Kind::Count, "0"), Problem::Zero);
    assert_eq!(at("admitted", Kind::Count, "121/130"), Problem::IsAShare);
    assert_eq!(
        at("admitted", Kind::Count, "100%"),
        Problem::NotACount(NumberError::PercentForCount)
    );
    assert_eq!(at("good", Kind::Percent, "9/12"), Problem::IsAShare);
    assert_eq!(at("good", Kind::Percent, "101"), Problem::AboveAll);
    assert_eq!(
        at("good", Kind::Percent, "90.5"),
        Problem::NotAPercent(NumberError::Ambiguous)
    );
    assert_eq!(at("admitted", Kind::Percent, "90"), Problem::NoShare);
    let beyond = TargetDraft {
        comparison: Comparison::MoreThan,
        ..draft("good", Kind::Percent, "100")
    };
    assert_eq!(problem(&beyond), (Field::Value, Problem::AboveAll));
}

#[test]
fn every_field_is_told_at_once() {
    let wrong = read(&TargetDraft {
        document_date: "hôm qua".into(),
        unit: "nowhere".into(),
        period: "năm nay".into(),
        ..draft("", Kind::Count, "")
    });
    let fields: Vec<Field> = wrong.unwrap_err().into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            Field::Label,
            Field::Unit,
            Field::Period,
            Field::Value,
            Field::DocumentDate
        ]
    );
    assert_eq!(
        problem(&draft("lost", Kind::Count, "5")),
        (Field::Indicator, Problem::Gone)
    );
}

#[test]
fn belongs_only_to_what_can_hold_it() {
    let under = |parent: &str, indicator: &str, relation: Relation, period: &str| {
        read(&TargetDraft {
            parent: parent.into(),
            relation,
            period: period.into(),
            ..draft(indicator, Kind::Percent, "20")
        })
    };
    let of_whole = Relation::OfWhich(ShareOf::Whole);
    let made = under("good", "best", of_whole, "2022").unwrap();
    assert_eq!((made.parent, made.relation), (Some("good".into()), Some(of_whole)));
    assert_eq!(
        under("good", "best", Relation::PartOf, "2022").unwrap_err(),
        [(Field::Relation, Problem::OtherIndicator)]
    );
    assert_eq!(
        under("good", "best", of_whole, "2023").unwrap_err(),
        [(Field::Parent, Problem::Elsewhere)]
    );
    assert_eq!(
        under("lost", "best", of_whole, "2022").unwrap_err(),
        [(Field::Parent, Problem::Gone)]
    );
    ask(&SHARES, "2022-12-31", |scope| {
        let term = TargetDraft {
            parent: "year".into(),
            ..TargetDraft::of(&scope.ledger.targets["term"])
        };
        let wrong = term.read(scope, &"fresh".into()).unwrap_err();
        assert_eq!(wrong, [(Field::Parent, Problem::Elsewhere)], "a circle");
        let offered: Vec<_> = parents(scope.ledger, &draft("admitted", Kind::Count, "5"));
        assert_eq!(offered.len(), 1, "for 2023 only the term");
    });
}

#[test]
fn an_indicator_decides_what_a_level_not_yet_typed_is() {
    ask(&SHARES, "2022-12-31", |scope| {
        let mut draft = TargetDraft::new(scope, &Period::Year(2022));
        draft.measure("good", scope.catalogue);
        assert_eq!(draft.kind, Kind::Percent);
        draft.value = "90".into();
        draft.measure("admitted", scope.catalogue);
        assert_eq!(
            (draft.kind, draft.value.as_str()),
            (Kind::Percent, "90"),
            "what is typed stays"
        );
        let periods = periods(scope.ledger, scope.today);
        assert!(periods.contains(&Period::Term(2020, 2025)) && periods.contains(&Period::Year(2024)));
    });
}
