//! A topic's figures over a demo, and over a small bloc that reports everything.

use super::*;
use crate::catalogue::Catalogue;
use crate::exhibit::topics::compared::{One, by_unit, levels_by_unit, moments};
use crate::exhibit::topics::worded::{matrix_sentence, sentence};
use crate::model::id::CellKey;
use crate::model::indicator::Averaging;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Cell, CellValue, Return};
use crate::model::text::Lang;
use crate::model::unit::{Unit, UnitKind};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn demo(topic: &str, asked: &str, ask: impl FnOnce(&Scope<'_>, TopicFigures)) {
    let records = crate::demo::load("hoa-binh-2022").unwrap().records;
    seen(&records, "2030-01-01", topic, asked, ask);
}

fn seen(records: &[Record], day: &str, topic: &str, asked: &str, ask: impl FnOnce(&Scope<'_>, TopicFigures)) {
    let ledger = Ledger::from_records(records);
    let catalogue = Catalogue::built_in().unwrap();
    let scope = Scope::whole(&ledger, &catalogue, day.parse().unwrap());
    let topic = catalogue.topic(topic).unwrap();
    ask(&scope, read(&scope, topic, &period(asked)));
}

/// A bloc with a committee and two cells.
fn units() -> Vec<Record> {
    let unit = |id: &str, parent: Option<&str>, kind| Unit::new(id, parent.map(UnitId::new), kind, id).to_record();
    vec![
        unit("bloc", None, UnitKind::BlocCommittee),
        unit("u1", Some("bloc"), UnitKind::GrassrootsCommittee),
        unit("u2", Some("bloc"), UnitKind::GrassrootsCell),
        unit("u3", Some("bloc"), UnitKind::GrassrootsCell),
    ]
}

fn filled(form: &str, unit: &str, of: &str, cells: &[(&str, u64)]) -> Record {
    let mut found = Return::new(form.into(), unit.into(), period(of));
    for (key, count) in cells {
        found.cells.insert(CellKey::new(key), Cell::count(*count));
    }
    found.to_record()
}

#[test]
fn the_inspections_of_a_published_report() {
    demo("inspection", "2022", |_, found| {
        let (shown, figure) = found.headline().unwrap();
        let Value::Total(both) = &figure.value else {
            panic!("a total");
        };
        assert_eq!(both.now.count(), 71);
        assert!(shown.is_of_bloc());
        let Body::Matrix(matrix) = &shown.body else {
            panic!("a matrix");
        };
        assert!(matrix.shortened, "only what was inspected is shown");
        assert_eq!((matrix.rows.len(), matrix.columns.len()), (1, 2));
        assert_eq!((matrix.column_total(0), matrix.column_total(1)), (Some(71), Some(73)));
        assert_eq!(matrix.row_total(0), None, "organisations and members are not added");
        assert_eq!(matrix.whole(), None);
        assert_eq!(
            matrix_sentence(Lang::Vi, shown, matrix),
            "Kiểm tra, giám sát: kiểm tra\u{a0}71 tổ chức đảng; kiểm tra\u{a0}73 đảng viên"
        );
        let members = found.parts.iter().find_map(|part| match &part.body {
            Body::Levels(levels) if levels.measure.id.as_str() == "discipline_members" => Some(levels),
            _ => None,
        });
        let members = members.unwrap();
        assert_eq!((members.counts(), members.whole()), (vec![2, 3, 1, 0], 6));
    });
}

#[test]
fn what_the_bloc_reports_has_no_sector_and_no_units() {
    let records = crate::demo::load("hoa-binh-2022").unwrap().records;
    let ledger = Ledger::from_records(&records);
    let catalogue = Catalogue::built_in().unwrap();
    let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
    let scope = scope.in_sector(Some(ledger.sectors[0].id.clone()));
    let found = read(&scope, catalogue.topic("inspection").unwrap(), &period("2022"));
    let (shown, figure) = found.headline().unwrap();
    assert!(figure.is_reported());
    assert_eq!(by_unit(&scope, &shown.form, &figure.indicator, &shown.period), []);
}

#[test]
fn over_a_term_of_which_one_year_is_known_a_unit_stands_once() {
    let records = crate::demo::load("agencies-2023").unwrap().records;
    seen(&records, "2023-03-31", "models", "2020..2025", |scope, found| {
        let place = |part: &Shown| {
            part.figures
                .iter()
                .position(|it| it.indicator.id == IndicatorId::from("four_good"))
        };
        let part = found.parts.iter().find(|part| place(part).is_some()).unwrap();
        let figure = &part.figures[place(part).unwrap()];
        let of_units = by_unit(scope, &part.form, &figure.indicator, &part.period);
        let rates = of_units.iter().map(|(_, one)| match one {
            One::Rate(rate) => (rate.numerator.count(), rate.denominator.count()),
            One::Total(_) => panic!("a rate"),
        });
        let rates: Vec<(Count, Count)> = rates.collect();
        assert!(rates.iter().all(|(_, of)| *of <= 1), "{rates:?}");
        assert_eq!(rates.iter().map(|(done, _)| done).sum::<Count>(), 51);
        assert_eq!(rates.iter().map(|(_, of)| of).sum::<Count>(), 67);
    });
}

#[test]
fn a_month_of_a_yearly_form_shows_its_year() {
    demo("inspection", "2022-11", |_, found| {
        assert_eq!(found.asked, period("2022-11"));
        assert!(found.parts.iter().all(|part| part.period == period("2022")));
        assert!(found.has_figures());
    });
}

#[test]
fn an_empty_topic_has_no_figures() {
    demo("meetings", "2022", |_, found| {
        assert!(!found.has_figures());
        let (_, figure) = found.headline().unwrap();
        assert!(!figure.is_reported());
    });
}

#[test]
fn quarters_add_up_to_a_year_and_stand_beside_last_year() {
    let mut records = units();
    let quarter = |of: &str, due: u64, regular: u64| {
        filled(
            "meetings",
            "u1",
            of,
            &[("cells_due", due), ("cells_regular", regular), ("cells_thematic", 1)],
        )
    };
    records.extend([
        quarter("2021-Q1", 4, 2),
        quarter("2022-Q1", 4, 3),
        quarter("2022-Q2", 4, 4),
    ]);
    seen(&records, "2022-07-15", "meetings", "2022", |scope, found| {
        let (shown, figure) = found.headline().unwrap();
        let Value::Rate { now, before, .. } = &figure.value else {
            panic!("a rate");
        };
        assert_eq!(now.percent.unwrap().to_string(), "87,5%");
        assert_eq!(before.as_ref().unwrap().percent.unwrap().to_string(), "50%");
        assert_eq!(now.coverage().missing.len(), 2);
        let quarters = moments(scope, &shown.form, &figure.indicator, &shown.period, None);
        assert_eq!(quarters.len(), 4);
        let counts: Vec<_> = quarters.iter().map(|quarter| quarter.now.count()).collect();
        assert_eq!(counts, [Some(3), Some(4), None, None]);
        assert_eq!(quarters[0].before.as_ref().and_then(One::count), Some(2));
        assert!(quarters[1].before.is_none());
        let halves = moments(
            scope,
            &shown.form,
            &figure.indicator,
            &shown.period,
            Some(PeriodKind::HalfYear),
        );
        let counts: Vec<_> = halves.iter().map(|half| half.now.count()).collect();
        assert_eq!(counts, [Some(7), None]);
        assert_eq!(
            sentence(Lang::Vi, shown, figure, scope.ledger, scope.catalogue),
            "7/8 chi bộ sinh hoạt định kỳ đủ các tháng, đạt 87,5%; 1/3 đơn vị đã báo cáo; cùng kỳ năm trước 50%"
        );
    });
}

#[test]
fn years_of_a_term_are_pooled_and_the_mean_is_told_beside() {
    let mut records = units();
    let year = |of: &str, good: u64, excellent: u64| {
        let cells = [
            ("task_quality.excellent", excellent),
            ("task_quality.good", good - excellent),
        ];
        filled("key_tasks", "bloc", of, &cells)
    };
    records.extend([year("2021", 5, 4), year("2022", 7, 5)]);
    seen(&records, "2023-03-31", "key-tasks", "2020..2025", |scope, found| {
        let figures = found
            .parts
            .iter()
            .flat_map(|part| part.figures.iter().map(move |figure| (part, figure)));
        let excellent = figures
            .clone()
            .find(|(_, figure)| figure.indicator.id.as_str() == "tasks_excellent");
        let (shown, excellent) = excellent.unwrap();
        let Value::Rate { now, other, .. } = &excellent.value else {
            panic!("a rate");
        };
        assert_eq!(now.percent.unwrap().to_string(), "75%");
        let (method, mean) = other.unwrap();
        assert_eq!((method, mean.to_string().as_str()), (Averaging::MeanOfRates, "75,7%"));
        assert_eq!(
            sentence(Lang::Vi, shown, excellent, scope.ledger, scope.catalogue),
            "9/12 nhiệm vụ trọng tâm hoàn thành xuất sắc, đạt 75%; trung bình cộng tỷ lệ các kỳ 75,7%"
        );
        let years = moments(scope, &shown.form, &excellent.indicator, &shown.period, None);
        assert_eq!(years.len(), 5);
    });
}

#[test]
fn levels_are_read_by_unit_and_own_levels_as_one_choice() {
    let mut records = units();
    let mut own = Return::new("classification".into(), "u2".into(), period("2022"));
    own.cells
        .insert("quality_own".into(), Cell::from(CellValue::Level("good".into())));
    records.push(own.to_record());
    let cells = [("quality_members.excellent", 3), ("quality_members.good", 6)];
    records.push(filled("classification", "u1", "2022", &cells));
    seen(&records, "2023-02-20", "classification", "2022", |scope, found| {
        let of = |id: &str| {
            let part = found.parts.iter().find(|part| match &part.body {
                Body::Levels(levels) => levels.measure.id.as_str() == id,
                _ => false,
            });
            let part = part.unwrap();
            let Body::Levels(levels) = &part.body else {
                panic!("levels");
            };
            (part, levels)
        };
        let (_, own) = of("quality_own");
        assert_eq!((own.counts(), own.is_own_level()), (vec![0, 1, 0, 0], true));
        let (part, members) = of("quality_members");
        assert_eq!(members.counts(), [3, 6, 0, 0]);
        let rows = levels_by_unit(scope, &part.form, &"quality_members".into(), &part.period).rows;
        let u1 = rows.iter().find(|(unit, _)| unit.as_str() == "u1").unwrap();
        assert_eq!(u1.1, Some(vec![3, 6, 0, 0]));
        assert_eq!(rows.iter().filter(|(_, counts)| counts.is_none()).count(), 2);
        // The cap is read with the levels that it is set on.
        let read: Vec<&str> = part.figures.iter().map(|figure| figure.indicator.id.as_str()).collect();
        assert!(read.contains(&"members_excellent_of_good"), "{read:?}");
    });
}

#[test]
fn units_are_told_apart_by_what_they_have_done() {
    let mut records = units();
    records.push(filled("models", "u1", "2022", &[("four_good", 1), ("models_done", 2)]));
    records.push(filled("models", "u2", "2022", &[("four_good", 0)]));
    seen(&records, "2023-02-20", "models", "2022", |_, found| {
        let done = found.parts.iter().find_map(|part| match &part.body {
            Body::Done(done) => Some(done),
            _ => None,
        });
        let done = done.unwrap();
        let sizes = [done.done.len(), done.not.len(), done.missing.len()];
        assert_eq!(sizes, [1, 1, 1]);
    });
}

/// Three cells with their own level and the levels of their members, in a year.
fn classified(year: i32) -> Ledger {
    let mut records = vec![Unit::new("b", None, UnitKind::BlocCommittee, "B").to_record()];
    for (id, level) in [("x", "excellent"), ("y", "good"), ("z", "done")] {
        let mut unit = Unit::new(id, Some("b".into()), UnitKind::GrassrootsCell, id);
        unit.sector = Some("s".into());
        let mut found = Return::new("classification".into(), id.into(), Period::Year(year));
        found
            .cells
            .insert("quality_own".into(), Cell::from(CellValue::Level(level.into())));
        for (key, count) in [("excellent", 2), ("good", 6), ("done", 2)] {
            found
                .cells
                .insert(format!("quality_members.{key}").as_str().into(), Cell::count(count));
        }
        records.extend([unit.to_record(), found.to_record()]);
    }
    Ledger::from_records(&records)
}

#[test]
fn the_limit_is_that_of_the_rule_of_the_year_shown() {
    let catalogue = Catalogue::built_in().unwrap();
    let topic = catalogue.topic("classification").unwrap();
    let limits = |year: i32, asked: &str, sector: Option<&str>| -> Vec<(String, bool)> {
        let ledger = classified(year);
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let found = read(&scope.in_sector(sector.map(Into::into)), topic, &period(asked));
        let levels = found.parts.into_iter().filter_map(|part| match part.body {
            Body::Levels(levels) => Some(levels),
            _ => None,
        });
        let limited = levels.filter_map(|levels| Some((levels.measure.id.to_string(), levels.limit?)));
        limited.map(|(id, limit)| (id, limit.is_of_each_unit())).collect()
    };
    let of = |id: &str, each: bool| (id.to_owned(), each);
    let (own, members) = (of("quality_own", false), of("quality_members", true));
    let below = of("quality_subordinate", true);
    assert_eq!(
        limits(2022, "2022", None),
        [own.clone(), members.clone(), below.clone()]
    );
    // What holds over the whole bloc says nothing of one sector.
    assert_eq!(limits(2024, "2024", Some("s")), [members, below]);
    assert_eq!(limits(2025, "2025", None), []);
    assert_eq!(limits(2022, "2020..2025", None), []);
}
