//! Catalogues that do not hang together are refused.

use super::*;

#[test]
fn entries_over_members_are_refused_unless_a_ratio_is_said() {
    let mixed = indicator(cells(&["tried_entries"]), cells(&["tried_members"]));
    assert_eq!(
        problems(&with(mixed.clone())),
        [Problem::MixedRate {
            user: "tried".into(),
            numerator: vec!["entries".into()],
            denominator: vec!["members".into()],
        }]
    );
    assert_eq!(problems(&with(Indicator { ratio: true, ..mixed })), []);
}

#[test]
fn cells_of_another_form_rules_of_two_things_and_levels_without_a_scale_are_refused() {
    let elsewhere = indicator(cells(&["admitted"]), cells(&["tried_members"]));
    let found = problems(&with(elsewhere));
    assert!(matches!(found.as_slice(), [Problem::NotOnForm { .. }]), "{found:?}");

    let mut catalogue = built_in();
    let rule = |right: &str| {
        let rule = catalogue
            .part()
            .rules
            .iter()
            .find(|rule| rule.form.as_str() == "study")
            .unwrap();
        Rule {
            id: "tried".into(),
            right: cells(&[right]),
            ..rule.clone()
        }
    };
    let rules = vec![rule("copies")];
    let mut level = measure("level", "organisations");
    level.value = ValueType::Level;
    catalogue.merge(Part {
        rules,
        measures: vec![level],
        ..Part::default()
    });
    let found = problems(&catalogue);
    assert!(
        matches!(found.as_slice(), [Problem::Scale(_), Problem::MixedRule { .. }]),
        "{found:?}"
    );
}

/// The figures of the published reports have a cell each.
#[test]
fn unknown_names_are_told() {
    let mut wrong = indicator(cells(&["tried_members.nowhere"]), cells(&["tried_members"]));
    wrong.form = "elsewhere".into();
    let found = problems(&with(wrong));
    for name in ["tried_members.nowhere", "elsewhere"] {
        let told = found
            .iter()
            .any(|problem| matches!(problem, Problem::Unknown { name: told, .. } if told == name));
        assert!(told, "{name}: {found:?}");
    }
    let mut catalogue = built_in();
    let mut lost = measure("lost", "nothings");
    lost.by = vec!["no_set".into()];
    catalogue.merge(Part {
        measures: vec![lost, measure("odd", "nothings")],
        ..Part::default()
    });
    assert_eq!(problems(&catalogue).len(), 2);
}

#[test]
fn rules_of_no_year_no_share_or_nobody_are_refused() {
    let whole = || -> Rule {
        let catalogue = built_in();
        let rules = &catalogue.part().rules;
        let found = rules
            .iter()
            .find(|rule| rule.id.as_str() == "members_excellent_cap_2019");
        Rule {
            id: "tried".into(),
            ..found.unwrap().clone()
        }
    };
    let told = |rule: Rule| {
        let mut catalogue = built_in();
        catalogue.merge(Part {
            rules: vec![rule],
            ..Part::default()
        });
        problems(&catalogue)
    };
    assert_eq!(told(whole()), []);
    let years = Rule {
        valid_to: Some(2018),
        ..whole()
    };
    let share = Rule {
        share: Some(Percent::ZERO),
        ..whole()
    };
    for rule in [years, share] {
        assert_eq!(told(rule), [Problem::Empty("tried".into())]);
    }
    let nobody = Rule {
        only: Only {
            unit_kinds: vec![UnitKind::GrassrootsCell, UnitKind::MassOrganisation],
            ..Only::default()
        },
        ..whole()
    };
    let expected = Problem::AskedOfNobody {
        user: "tried".into(),
        kinds: vec![UnitKind::MassOrganisation],
        form: "classification".into(),
    };
    assert_eq!(told(nobody), [expected]);
}

#[test]
fn a_section_asked_of_nobody_is_refused() {
    let mut form = built_in().form(&"models".into()).unwrap().clone();
    form.sections[1].only.unit_kinds = vec![UnitKind::SubordinateCell];
    let mut catalogue = built_in();
    catalogue.merge(Part {
        forms: vec![form],
        ..Part::default()
    });
    let expected = Problem::AskedOfNobody {
        user: "models".into(),
        kinds: vec![UnitKind::SubordinateCell],
        form: "models".into(),
    };
    assert_eq!(problems(&catalogue), [expected]);
}
