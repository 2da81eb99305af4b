//! The whole catalogue, taken through what the app does with a measure: it is entered on its form, added up
//! over a small bloc, drawn and put into a table, by builders that know none of its names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::aggregate::{by_option, by_unit, by_unit_and_option, total};
use so_khoi::analysis::rules::{FindingKind, findings};
use so_khoi::analysis::{Scope, Total, rate};
use so_khoi::catalogue::Catalogue;
use so_khoi::charts::ranked_bars::{Amount, RankedBars, UnitBar, ranked_bars};
use so_khoi::charts::stacked_whole::{Part, StackedWhole, stacked_whole};
use so_khoi::charts::{Hue, Look, option};
use so_khoi::exchange::cell_text::{Field, Typed, read};
use so_khoi::i18n::chart::CHART;
use so_khoi::model::drive::Drive;
use so_khoi::model::id::{CellKey, UnitId};
use so_khoi::model::indicator::{Averaging, Operand, Rule};
use so_khoi::model::ledger::Ledger;
use so_khoi::model::measure::{Column, Form, Measure, ValueType};
use so_khoi::model::period::{Period, PeriodKind};
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::model::text::Lang;
use so_khoi::model::unit::{Unit, UnitKind};

/// A bloc with a committee, its sectional committee and two cells, and two grassroots cells.
fn units() -> Vec<Unit> {
    [
        ("bloc", None, UnitKind::BlocCommittee),
        ("committee", Some("bloc"), UnitKind::GrassrootsCommittee),
        ("section", Some("committee"), UnitKind::SectionalCommittee),
        ("cell-1", Some("section"), UnitKind::SubordinateCell),
        ("cell-2", Some("committee"), UnitKind::SubordinateCell),
        ("cell-3", Some("bloc"), UnitKind::GrassrootsCell),
        ("cell-4", Some("bloc"), UnitKind::GrassrootsCell),
    ]
    .map(|(id, parent, kind)| Unit::new(id, parent.map(UnitId::new), kind, id))
    .to_vec()
}

/// The period of a form within a year.
fn period_in(form: &Form, year: i32) -> Period {
    let text = match form.period {
        PeriodKind::Month => format!("{year}-12"),
        PeriodKind::Quarter => format!("{year}-Q4"),
        PeriodKind::HalfYear => format!("{year}-H2"),
        PeriodKind::NineMonths => format!("{year}-M9"),
        PeriodKind::Year => year.to_string(),
        PeriodKind::Term => "2020..2025".to_owned(),
        PeriodKind::Drive => "drive:d".to_owned(),
    };
    text.parse().unwrap()
}

/// The same within 2022.
fn period_of(form: &Form) -> Period {
    period_in(form, 2022)
}

/// What a clerk types into a cell of `measure`: a level by its name (the first, or where there is one the second), a
/// tick, or `count`.
fn typed(catalogue: &Catalogue, measure: &Measure, count: u64, level: usize) -> Cell {
    let levels = measure.levels.as_ref().and_then(|set| catalogue.option_set(set, None));
    let levels = levels.map_or(&[][..], |set| &set.options);
    let text = match measure.value {
        ValueType::Level => levels[level].label.vi.clone(),
        ValueType::Done => "x".to_owned(),
        ValueType::Count => count.to_string(),
        ValueType::Date | ValueType::Text => panic!("{}: say how it is drawn", measure.id),
    };
    let field = Field {
        value: measure.value,
        levels,
        whole: None,
    };
    match read(&text, field) {
        Typed::Value { value, .. } => Cell::from(value),
        other => panic!("{}: {text} is read as {other:?}", measure.id),
    }
}

/// Every form, handed in by every unit that reports it for 2022, with `count` in every cell.
fn records(catalogue: &Catalogue, count: u64) -> Vec<Record> {
    records_in(catalogue, 2022, count, 1)
}

/// The same for a year, with the level at a place of its scale.
fn records_in(catalogue: &Catalogue, year: i32, count: u64, level: usize) -> Vec<Record> {
    let mut records: Vec<Record> = units().iter().map(Entity::to_record).collect();
    let drive = Drive {
        id: "d".into(),
        unit: "bloc".into(),
        name: "d".into(),
        document: Default::default(),
        start: format!("{year}-12-01").parse().unwrap(),
        end: format!("{year}-12-31").parse().unwrap(),
        audiences: Vec::new(),
    };
    records.push(drive.to_record());
    for form in catalogue.forms() {
        for unit in units().iter().filter(|unit| form.unit_kinds.contains(&unit.kind)) {
            let mut found = Return::new(form.id.clone(), unit.id.clone(), period_in(form, year));
            for column in catalogue.columns(form, Some(year)) {
                let measure = catalogue.measure(column.measure.as_str()).unwrap();
                found.cells.insert(column.key, typed(catalogue, measure, count, level));
            }
            assert!(!found.cells.is_empty(), "{} has no columns", form.id);
            records.push(found.to_record());
        }
    }
    records
}

fn with_scope(count: u64, question: impl FnOnce(&Scope<'_>)) {
    let catalogue = Catalogue::built_in().unwrap();
    let ledger = Ledger::from_records(&records(&catalogue, count));
    let day = "2023-02-20".parse().unwrap();
    question(&Scope::whole(&ledger, &catalogue, day));
}

fn look() -> Look {
    Look::new(Lang::Vi, CHART.in_lang(Lang::Vi), 840.0)
}

fn bars(rows: impl IntoIterator<Item = (UnitId, Amount)>) -> serde_json::Value {
    let bar = |(unit, amount): (UnitId, Amount)| UnitBar {
        key: unit.to_string(),
        name: unit.to_string(),
        amount,
    };
    let input = RankedBars {
        rows: rows.into_iter().map(bar).collect(),
        hue: Hue::Blue,
        target: None,
    };
    option(&ranked_bars(&input, &look()).unwrap())
}

#[test]
fn every_measure_is_entered_added_up_drawn_and_tabled_with_no_code_of_its_own() {
    with_scope(3, |scope| {
        for form in scope.catalogue.forms() {
            let period = period_of(form);
            let reporting = scope.units(&form.id, &period).len();
            assert!(reporting > 0, "{} is reported by nobody", form.id);
            for id in form.measures() {
                let key = CellKey::of(id, &[]);
                let (columns, table) = by_unit_and_option(scope, &form.id, &key, &period);
                assert_eq!(table.len(), reporting, "{id}");
                let filled = |totals: &Vec<_>| totals.len() == columns.len() && !columns.is_empty();
                assert!(table.iter().all(|(_, totals)| filled(totals)), "{id}");
                let options = by_option(scope, &form.id, &key, &period);
                for (column, total) in &options {
                    assert!(total.quantity.is_some(), "{}", column.key);
                    assert!(total.coverage.is_complete(), "{}", column.key);
                    assert_eq!(total.counting_unit.as_ref(), Some(&column.counting_unit));
                    assert!(!column.label.vi.is_empty() && !column.label.en.is_empty());
                    let operand = Operand::Cells {
                        cells: vec![column.key.clone()],
                        form: None,
                        latest: false,
                    };
                    let rows = by_unit(scope, &form.id, &operand, &period);
                    let rows = rows.into_iter().map(|(unit, total)| {
                        let count = total.count();
                        (unit, Amount::Count { count, target: None })
                    });
                    assert!(bars(rows).get("series").is_some(), "{}", column.key);
                }
                // Parts of one thing are also drawn as parts of a whole.
                let one_unit = options
                    .iter()
                    .all(|it| it.0.counting_unit == options[0].0.counting_unit);
                if options.len() > 1 && one_unit {
                    let part = |(column, total): &(Column, Total)| Part {
                        key: column.key.to_string(),
                        name: column.label.vi.clone(),
                        count: total.count(),
                    };
                    let parts: Vec<Part> = options.iter().map(part).collect();
                    let whole = StackedWhole {
                        whole: parts.iter().map(|part| part.count).sum(),
                        parts,
                        remainder: "…".into(),
                        hue: Hue::Blue,
                        cap: None,
                    };
                    assert!(stacked_whole(&whole, &look()).is_ok(), "{id}");
                }
            }
        }
    });
}

#[test]
fn every_indicator_is_computed_and_drawn_by_unit() {
    with_scope(3, |scope| {
        let year: Period = "2022".parse().unwrap();
        for indicator in scope.catalogue.indicators() {
            let id = &indicator.id;
            let rows: Vec<(UnitId, Amount)> = if indicator.denominator.is_some() {
                let rate = rate::rate(scope, indicator, &year).unwrap();
                assert!(rate.exact.is_some(), "{id}");
                assert_eq!(rate.percent.is_none(), indicator.ratio, "{id}");
                let rows = rate::by_unit(scope, indicator, &year).unwrap();
                let amount = |rate: &rate::Rate| Amount::Share {
                    part: rate.numerator.count(),
                    whole: rate.denominator.count(),
                };
                rows.iter().map(|(unit, rate)| (unit.clone(), amount(rate))).collect()
            } else {
                let total = total(scope, &indicator.form, &indicator.numerator, &year);
                assert!(total.quantity.is_some(), "{id}");
                assert!(total.counting_unit.is_some(), "{id}");
                let rows = by_unit(scope, &indicator.form, &indicator.numerator, &year);
                let amount = |count| Amount::Count { count, target: None };
                rows.iter()
                    .map(|(unit, total)| (unit.clone(), amount(total.count())))
                    .collect()
            };
            assert!(bars(rows).get("series").is_some(), "{id}");
        }
    });
}

/// Whether figures of `year` can be such that a rule does not hold: its left side large and its right side small, or the
/// other way round.
fn can_break(catalogue: &Catalogue, rule: &Rule, year: i32) -> bool {
    let least = rule.least.unwrap_or(1);
    [(9, 1), (1, 9)]
        .map(|(left, right)| (left * least, right * least))
        .into_iter()
        .any(|(left, right)| {
            let mut records = records_in(catalogue, year, left, 0);
            // A share of what the left side is itself a part of: then what it is a part of stays.
            let own = rule
                .right
                .cells()
                .iter()
                .filter(|cell| !rule.left.cells().contains(cell));
            let own: Vec<CellKey> = own
                .flat_map(|key| catalogue.cells(key, None))
                .map(|column| column.key)
                .collect();
            let form = match &rule.right {
                Operand::Cells { form: Some(form), .. } => form,
                _ => &rule.form,
            };
            for record in &mut records {
                let Ok(mut found) = Return::from_record(record) else {
                    continue;
                };
                if found.form == *form {
                    for key in &own {
                        found.cells.insert(key.clone(), Cell::count(right));
                    }
                    *record = found.to_record();
                }
            }
            if rule.before {
                records.extend(returns_before(&records, rule, right));
            }
            let ledger = Ledger::from_records(&records);
            let today = format!("{}-02-20", year + 1).parse().unwrap();
            let scope = Scope::whole(&ledger, catalogue, today);
            findings(&scope, &Period::Year(year))
                .iter()
                .any(|found| matches!(&found.kind, FindingKind::Rule(id) if *id == rule.id))
        })
}

/// The returns of a rule's form in the period before, with `count` on the right side.
fn returns_before(records: &[Record], rule: &Rule, count: u64) -> Vec<Record> {
    let returns = records.iter().filter_map(|record| Return::from_record(record).ok());
    let of_form = returns.filter(|found| found.form == rule.form);
    let earlier = of_form.filter_map(|mut found| {
        found.period = found.period.previous()?;
        for key in rule.right.cells() {
            found.cells.insert(key.clone(), Cell::count(count));
        }
        Some(found.to_record())
    });
    earlier.collect()
}

#[test]
fn every_rule_is_checked_in_some_return_of_its_years() {
    let catalogue = Catalogue::built_in().unwrap();
    for rule in &catalogue.part().rules {
        let year = rule.valid_from.or(rule.valid_to).unwrap_or(2022);
        assert!(can_break(&catalogue, rule, year), "{} never finds anything", rule.id);
        if let Some(last) = rule.valid_to {
            assert!(!can_break(&catalogue, rule, last + 1), "{} is out of date", rule.id);
        }
    }
}

/// A bloc whose office hands in one return: what a published report says of the whole bloc.
fn with_bloc_figures(form: &str, years: &[(&str, &[(&str, u64)])], question: impl FnOnce(&Scope<'_>)) {
    let catalogue = Catalogue::built_in().unwrap();
    let mut records: Vec<Record> = units().iter().map(Entity::to_record).collect();
    for (year, figures) in years {
        let mut found = Return::new(form.into(), "bloc".into(), year.parse().unwrap());
        for (key, count) in *figures {
            let columns = catalogue.columns(catalogue.form(&form.into()).unwrap(), None);
            assert!(columns.iter().any(|column| column.key.as_str() == *key), "{key}");
            found.cells.insert((*key).into(), Cell::count(*count));
        }
        records.push(found.to_record());
    }
    let ledger = Ledger::from_records(&records);
    question(&Scope::whole(&ledger, &catalogue, "2023-05-15".parse().unwrap()));
}

fn total_of(scope: &Scope<'_>, indicator: &str, period: &str) -> u64 {
    let indicator = scope.catalogue.indicator(&indicator.into()).unwrap();
    total(scope, &indicator.form, &indicator.numerator, &period.parse().unwrap()).count()
}

/// The bloc of agencies, 3/2023.
#[test]
fn published_inspections_by_actor_add_up_over_all_actors() {
    let figures: &[(&str, u64)] = &[
        ("inspection.standing_committee.inspect.organisations", 5),
        ("inspection.standing_committee.inspect.committees", 6),
        ("inspection.standing_committee.supervise.organisations", 4),
        ("inspection.standing_committee.supervise.committees", 6),
        ("inspection.inspection_commission.supervise.organisations", 6),
        ("inspection.inspection_commission.supervise.members", 3),
        ("inspection.propaganda_board.inspect.organisations", 1),
        ("inspection.propaganda_board.supervise.organisations", 1),
        ("inspection.grassroots_committee.inspect.organisations", 49),
        ("inspection.grassroots_committee.inspect.members", 52),
        ("inspection.grassroots_committee.supervise.organisations", 41),
        ("inspection.grassroots_committee.supervise.members", 63),
        ("inspection.grassroots_commission.supervise.organisations", 38),
        ("inspection.grassroots_commission.supervise.committees", 147),
    ];
    with_bloc_figures("inspection", &[("2022", figures)], |scope| {
        for (indicator, sum) in [
            ("inspected_organisations", 5 + 1 + 49),
            ("inspected_committees", 6),
            ("inspected_members", 52),
            ("supervised_organisations", 4 + 6 + 1 + 41 + 38),
            ("supervised_committees", 6 + 147),
            ("supervised_members", 3 + 63),
        ] {
            assert_eq!(total_of(scope, indicator, "2022"), sum, "{indicator}");
        }
    });
}

/// Long An, 7/2021: three inspections done, seven that lie ahead.
#[test]
fn planned_inspections_are_not_done() {
    let figures: &[(&str, u64)] = &[("inspection_thematic.done", 3), ("inspection_thematic.planned", 7)];
    with_bloc_figures("inspection", &[("2021", figures)], |scope| {
        assert_eq!(total_of(scope, "thematic_inspections", "2021"), 3);
        assert_eq!(total_of(scope, "inspected_organisations", "2021"), 0);
    });
}

/// The bloc of agencies: 9 of 12 key tasks are excellent, 4 of 5 and 5 of 7.
#[test]
fn key_tasks_have_two_averages_and_both_are_right() {
    let years: &[(&str, &[(&str, u64)])] = &[
        (
            "2021",
            &[
                ("key_tasks", 5),
                ("objectives", 20),
                ("task_quality.excellent", 4),
                ("task_quality.good", 1),
            ],
        ),
        (
            "2022",
            &[
                ("key_tasks", 7),
                ("objectives", 21),
                ("task_quality.excellent", 5),
                ("task_quality.good", 2),
            ],
        ),
        ("2023", &[("key_tasks", 5), ("objectives", 18), ("objectives_done", 2)]),
    ];
    with_bloc_figures("key_tasks", years, |scope| {
        let rate = |indicator: &str, averaging| {
            let indicator = scope.catalogue.indicator(&indicator.into()).unwrap();
            let years = ["2021", "2022"].map(|year| year.parse().unwrap());
            let averaged = rate::over_periods(scope, indicator, &years, averaging).unwrap();
            averaged.rate.percent.unwrap().to_string()
        };
        assert_eq!(rate("tasks_excellent", Averaging::Pooled), "75%");
        assert_eq!(rate("tasks_excellent", Averaging::MeanOfRates), "75,7%");
        assert_eq!(rate("tasks_good", Averaging::Pooled), "100%");
        assert_eq!(total_of(scope, "objectives_done", "2023"), 2);
    });
}

/// The bloc of agencies: 11 prizes above are 2 second, 4 third and 5 consolation; 55 of its own have no class.
#[test]
fn prizes_add_up_by_class_and_entries_stay_entries() {
    let figures: &[(&str, u64)] = &[
        ("contest_entries.bloc", 38_960),
        ("contest_entries.province", 20_843),
        ("contest_prizes.bloc.no_class", 55),
        ("contest_prizes.province.second", 2),
        ("contest_prizes.province.third", 4),
        ("contest_prizes.province.consolation", 5),
        ("contest_commended.bloc.collectives", 5),
        ("contest_commended.bloc.individuals", 50),
        ("contest_commended.province.collectives", 1),
    ];
    with_bloc_figures("propaganda", &[("2022", figures)], |scope| {
        assert_eq!(total_of(scope, "contest_prizes_province", "2022"), 11);
        assert_eq!(total_of(scope, "contest_prizes_bloc", "2022"), 55);
        assert_eq!(total_of(scope, "contest_entries", "2022"), 38_960 + 20_843);
        assert_eq!(total_of(scope, "contest_collectives", "2022"), 6);
    });
}
