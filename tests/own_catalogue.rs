//! What a bloc adds to the catalogue, taken through what the app does with it, by code that knows none of its names: its
//! records are read, it is joined to the built-in catalogue, entered, imported, added up, divided, checked, told, drawn.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::Scope;
use so_khoi::analysis::aggregate::{by_option, by_unit};
use so_khoi::analysis::completeness::due_forms;
use so_khoi::analysis::rules::{FindingKind, findings};
use so_khoi::catalogue::check::problems;
use so_khoi::catalogue::topic::OWN_TOPIC;
use so_khoi::catalogue::{Catalogue, help};
use so_khoi::charts::ranked_bars::ranked_bars;
use so_khoi::charts::stacked_whole::stacked_whole;
use so_khoi::charts::{Hue, Look, option};
use so_khoi::exchange::import::layout::Layout;
use so_khoi::exchange::import::mapping::guess;
use so_khoi::exhibit::topics::compared;
use so_khoi::exhibit::topics::drawn::{Drawn, units, whole};
use so_khoi::exhibit::topics::figures::{Body, TopicFigures, read};
use so_khoi::exhibit::topics::of_form;
use so_khoi::exhibit::topics::worded::sentence;
use so_khoi::i18n::chart::CHART;
use so_khoi::i18n::topics::TOPICS;
use so_khoi::model::id::{CellKey, UnitId};
use so_khoi::model::indicator::Severity;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::own::OwnThing;
use so_khoi::model::period::Period;
use so_khoi::model::record::{Entity, Explanation, Record, RecordKind};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::model::text::Lang;
use so_khoi::model::unit::{Unit, UnitKind};
use so_khoi::pages::entry::sheet::lay_out;
use so_khoi::report::sentence::finding;
use std::sync::Arc;

/// A library that each organisation keeps: books by how new they are, readers, members among them.
const OWN: &str = r#"[
 {"list":"counting_units","id":"own-books","label":{"vi":"đầu sách"}},
 {"list":"option_sets","id":"own-age","label":{"vi":"Tình trạng sách"},"ordered":true,
  "options":[{"id":"new","label":{"vi":"Mới"}},{"id":"used","label":{"vi":"Cũ"}}]},
 {"list":"measures","id":"own-stock","label":{"vi":"Số đầu sách"},"counting_unit":"own-books","by":["own-age"]},
 {"list":"measures","id":"own-readers","label":{"vi":"Bạn đọc"},"help":{"vi":"Người mượn ít nhất một cuốn trong năm."},
  "counting_unit":"members"},
 {"list":"measures","id":"own-card","label":{"vi":"Đảng viên có thẻ"},"counting_unit":"members","over_time":"last"},
 {"list":"forms","id":"own-library","label":{"vi":"Tủ sách chi bộ"},"unit_kinds":["grassroots_cell"],"period":"year",
  "due_days":20,"sections":[{"label":{"vi":"Tủ sách"},"measures":["own-stock","own-readers","own-card"]}]},
 {"list":"indicators","id":"own-reading","label":{"vi":"Tỷ lệ bạn đọc"},"counts":{"vi":"đảng viên mượn sách"},
  "form":"own-library","numerator":{"cells":["own-readers"]},"denominator":{"cells":["own-card"]}},
 {"list":"rules","id":"own-within","form":"own-library","left":{"cells":["own-readers"]},"comparison":"<=",
  "right":{"cells":["own-card"]},"severity":"warning",
  "label":{"vi":"Bạn đọc không quá số đảng viên có thẻ."},"remedy":{"vi":"Kiểm tra lại hai số."}},
 {"list":"measures","id":"own-hours","label":{"vi":"Giờ mở cửa"},"counting_unit":"sessions"},
 {"list":"sections","id":"own-more","form":"models","label":{"vi":"Mục riêng"},"measures":["own-hours"]},
 {"list":"measures","id":"own-gifts","label":{"vi":"Sách tặng đảng viên mới"},"counting_unit":"copies"},
 {"list":"sections","id":"own-gift","form":"admission","label":{"vi":"Quà tặng"},"measures":["own-gifts"]}
]"#;

fn things() -> Vec<Record> {
    let listed: Vec<serde_json::Value> = serde_json::from_str(OWN).unwrap();
    let record = |value: serde_json::Value| {
        let (list, id) = (value["list"].as_str().unwrap(), value["id"].as_str().unwrap());
        Record {
            id: format!("own/{list}/{id}").as_str().into(),
            kind: RecordKind::Own,
            scope: "bloc".into(),
            fields: serde_json::from_value(value.clone()).unwrap(),
            rev: 0,
        }
    };
    listed.into_iter().map(record).collect()
}

fn organisations() -> Vec<Record> {
    let cells = ["cell-1", "cell-2"].map(|id| Unit::new(id, Some("bloc".into()), UnitKind::GrassrootsCell, id));
    let bloc = Unit::new("bloc", None, UnitKind::BlocCommittee, "Khối");
    [bloc].iter().chain(&cells).map(Entity::to_record).collect()
}

fn filled(unit: &str, period: &str, cells: &[(&str, u64)]) -> Record {
    let mut found = Return::new("own-library".into(), unit.into(), period.parse().unwrap());
    for (key, count) in cells {
        found.cells.insert(CellKey::new(*key), Cell::count(*count));
    }
    found.to_record()
}

fn books(change: impl FnOnce(&mut Vec<Record>)) -> Ledger {
    let mut records = organisations();
    records.extend(things());
    records.push(filled(
        "cell-1",
        "2022",
        &[
            ("own-stock.new", 7),
            ("own-stock.used", 3),
            ("own-readers", 12),
            ("own-card", 40),
        ],
    ));
    records.push(filled(
        "cell-2",
        "2022",
        &[
            ("own-stock.new", 5),
            ("own-stock.used", 0),
            ("own-readers", 35),
            ("own-card", 30),
        ],
    ));
    change(&mut records);
    Ledger::from_records(&records)
}

fn with_books(question: impl FnOnce(&Scope<'_>)) {
    let ledger = books(|_| {});
    let catalogue = Catalogue::with_own(&ledger.own);
    question(&Scope::whole(&ledger, &catalogue, "2023-02-20".parse().unwrap()));
}

fn year(text: &str) -> Period {
    text.parse().unwrap()
}

fn topic(scope: &Scope<'_>, period: &str) -> TopicFigures {
    read(scope, scope.catalogue.topic(OWN_TOPIC).unwrap(), &year(period))
}

#[test]
fn each_thing_is_a_record_that_is_read_back_as_it_was_written() {
    let ledger = books(|_| {});
    assert!(ledger.unreadable.is_empty(), "{:?}", ledger.unreadable);
    assert_eq!(ledger.own.len(), things().len());
    for (thing, written) in ledger.own.iter().map(|thing| (thing, thing.to_record())) {
        assert_eq!(OwnThing::from_record(&written).unwrap(), *thing);
        assert!(things().iter().any(|record| record.id == written.id), "{}", written.id);
    }
    assert_eq!(problems(&Catalogue::with_own(&ledger.own)), []);
}

#[test]
fn a_figure_that_is_typed_leaves_the_list_where_it_is_and_a_changed_name_does_not() {
    let mut ledger = books(|_| {});
    let before = Arc::clone(&ledger.own);
    ledger.apply(&filled("cell-1", "2022", &[("own-readers", 13)]), std::iter::empty());
    assert!(Arc::ptr_eq(&before, &ledger.own));
    let mut records = things();
    let changed = records
        .iter_mut()
        .find(|record| record.id.as_str().ends_with("own-readers"));
    let changed = changed.unwrap();
    changed
        .fields
        .insert("label".into(), serde_json::json!({"vi": "Người mượn sách"}));
    let changed = changed.clone();
    ledger.apply(&changed, records.iter());
    assert!(!Arc::ptr_eq(&before, &ledger.own));
    // The figures stay: they stand under the identifier, not under the name.
    let catalogue = Catalogue::with_own(&ledger.own);
    assert_eq!(catalogue.measure("own-readers").unwrap().label.vi, "Người mượn sách");
    let found = ledger.find(&"own-library".into(), &year("2022"), &"cell-1".into());
    assert_eq!(found.unwrap().cells[&CellKey::new("own-readers")], Cell::count(13));
}

#[test]
fn a_form_is_entered_due_and_imported() {
    with_books(|scope| {
        let form = scope.catalogue.form(&"own-library".into()).unwrap();
        let sheet = lay_out(scope.catalogue, form, Some(2022));
        let names: Vec<&str> = sheet
            .columns
            .iter()
            .map(|column| column.name.in_lang(Lang::En))
            .collect();
        assert_eq!(
            names,
            ["Số đầu sách – Mới", "Số đầu sách – Cũ", "Bạn đọc", "Đảng viên có thẻ"]
        );
        assert_eq!(sheet.columns[0].counting_unit.vi, "đầu sách");
        // The rule says what the cell is at most, so "12/40" may be typed.
        assert_eq!(sheet.columns[2].whole, Some(CellKey::new("own-card")));
        let measure = scope.catalogue.measure("own-readers").unwrap();
        assert!(help::of_measure(measure).unwrap().vi.starts_with("Người mượn"));
        assert!(due_forms(scope).iter().any(|due| due.form == form.id));
        let headers = [
            "TT",
            "Tên đơn vị",
            "Số đầu sách – Mới",
            "Số đầu sách – Cũ",
            "Bạn đọc",
            "Đảng viên có thẻ",
        ];
        let layout = Layout {
            headers: headers.map(str::to_owned).to_vec(),
            name_column: 1,
            body: vec![1],
            passed: Vec::new(),
        };
        let mapping = guess(&layout, form, scope.catalogue, Some(2022));
        let keys: Vec<String> = mapping.cells().map(|(_, key)| key.to_string()).collect();
        assert_eq!(keys, ["own-stock.new", "own-stock.used", "own-readers", "own-card"]);
    });
}

#[test]
fn its_counts_are_added_up_divided_told_and_drawn() {
    with_books(|scope| {
        let figures = topic(scope, "2022");
        let (shown, rate) = figures.headline().unwrap();
        let told = sentence(Lang::Vi, shown, rate, scope.ledger, scope.catalogue);
        assert!(told.contains("47/70") && told.contains("67,1%"), "{told}");
        assert!(told.contains("đảng viên mượn sách"), "{told}");
        let drawn = Drawn {
            lang: Lang::Vi,
            words: TOPICS.in_lang(Lang::Vi),
            hue: Hue::Blue,
            money: false,
        };
        let look = Look::new(Lang::Vi, CHART.in_lang(Lang::Vi), 840.0);
        let rows = compared::by_unit(scope, &shown.form, &rate.indicator, &shown.period);
        let chart = option(&ranked_bars(&units(&rows, None, (scope.ledger, &shown.period), drawn), &look).unwrap());
        assert!(chart.to_string().contains("cell-2"), "{chart}");
        // The scale is drawn as parts of a whole, in its own order.
        let levels = figures.parts.iter().find_map(|part| match &part.body {
            Body::Levels(levels) => Some(levels),
            _ => None,
        });
        let levels = levels.unwrap();
        assert_eq!(levels.counts(), [12, 3]);
        let chart = option(&stacked_whole(&whole(levels, drawn), &look).unwrap());
        assert!(chart.to_string().contains("Mới"), "{chart}");
        // The table by unit, and by option.
        let form = "own-library".into();
        let key = CellKey::new("own-stock");
        let options = by_option(scope, &form, &key, &year("2022"));
        assert_eq!(
            options.iter().map(|(_, total)| total.count()).collect::<Vec<_>>(),
            [12, 3]
        );
        let of_units = by_unit(scope, &form, &rate.indicator.numerator, &year("2022"));
        let of_units: Vec<(UnitId, u64)> = of_units.iter().map(|(unit, it)| (unit.clone(), it.count())).collect();
        assert_eq!(of_units, [("cell-1".into(), 12), ("cell-2".into(), 35)]);
        // The explorer offers the indicator and the scale.
        let form = scope.catalogue.form(&form).unwrap();
        for offered in of_form::subjects(scope.catalogue, form) {
            assert!(
                of_form::read(scope, form, &offered.key, &year("2022"))
                    .unwrap()
                    .has_figures()
            );
        }
    });
}

#[test]
fn its_rule_finds_what_does_not_hold_and_says_it_in_its_words() {
    with_books(|scope| {
        let found = findings(scope, &year("2022"));
        let broken: Vec<_> = found
            .iter()
            .filter(|it| it.kind == FindingKind::Rule("own-within".into()))
            .collect();
        assert_eq!(broken.len(), 1);
        assert_eq!(broken[0].unit, "cell-2".into());
        let said = finding::finding(Lang::En, scope.ledger, scope.catalogue, broken[0]);
        assert!(said.contains("35") && said.contains("30"), "{said}");
        let remedy = finding::remedy(Lang::En, scope.catalogue, broken[0]);
        assert_eq!(remedy, "Bạn đọc không quá số đảng viên có thẻ. Kiểm tra lại hai số.");
    });
}

/// The books after another device has counted readers as entries, which it may as long as it knows of no rate of them.
fn mixed(change: impl FnOnce(&mut Vec<Record>)) -> Ledger {
    books(|records| {
        let readers = records
            .iter_mut()
            .find(|it| it.id.as_str() == "own/measures/own-readers");
        let fields = &mut readers.unwrap().fields;
        fields.insert("counting_unit".into(), "entries".into());
        change(records);
    })
}

#[test]
fn a_mix_that_two_devices_bring_about_is_a_finding_until_it_is_mended_or_explained() {
    let told = |ledger: &Ledger, at: &str| -> Vec<(String, bool, String, String)> {
        let catalogue = Catalogue::with_own(&ledger.own);
        let scope = Scope::whole(ledger, &catalogue, "2023-02-20".parse().unwrap());
        let found = findings(&scope.at(&at.into()), &year("2022"));
        let of_catalogue = found.iter().filter(|it| matches!(it.kind, FindingKind::Catalogue(_)));
        of_catalogue
            .map(|it| {
                assert_eq!((it.unit.as_str(), it.severity), ("bloc", Severity::Error));
                let said = finding::finding(Lang::Vi, ledger, &catalogue, it);
                (
                    it.key.clone(),
                    it.is_open(),
                    said,
                    finding::remedy(Lang::Vi, &catalogue, it),
                )
            })
            .collect()
    };
    assert_eq!(told(&books(|_| {}), "bloc"), []);

    let ledger = mixed(|_| {});
    let found = told(&ledger, "bloc");
    let keys: Vec<&str> = found.iter().map(|(key, ..)| key.as_str()).collect();
    assert_eq!(keys, ["catalogue/rate/own-reading", "catalogue/rule/own-within"]);
    assert!(found.iter().all(|(_, open, ..)| *open));
    assert_eq!(
        found[0].2,
        "“Tỷ lệ bạn đọc”: không chia lượt cho đảng viên để ra tỷ lệ %: hai bên đếm hai thứ khác nhau"
    );
    assert_eq!(found[1].3, "Chọn hai vế đếm cùng một thứ");
    // It is the committee's to mend, not that of an organisation.
    assert_eq!(told(&ledger, "cell-1"), []);

    let figures = {
        let catalogue = Catalogue::with_own(&ledger.own);
        let scope = Scope::whole(&ledger, &catalogue, "2023-02-20".parse().unwrap());
        let found = findings(&scope, &year("2022"));
        let rate = found.iter().find(|it| it.key == "catalogue/rate/own-reading").unwrap();
        rate.figures()
    };
    let explained = Explanation {
        finding: "catalogue/rate/own-reading".into(),
        unit: "bloc".into(),
        text: "Đã thống nhất".into(),
        figures,
    };
    let states = told(&mixed(|records| records.push(explained.to_record())), "bloc");
    assert_eq!(states.iter().map(|it| it.1).collect::<Vec<_>>(), [false, true]);
    // Mixed with something else it is another matter.
    let other = mixed(|records| {
        records.push(explained.to_record());
        let card = records.iter_mut().find(|it| it.id.as_str() == "own/measures/own-card");
        let fields = &mut card.unwrap().fields;
        fields.insert("counting_unit".into(), "own-books".into());
    });
    assert!(told(&other, "bloc")[0].1);
}

#[test]
fn a_section_stands_on_the_built_in_form_and_on_the_page_that_shows_it() {
    with_books(|scope| {
        let models = scope.catalogue.form(&"models".into()).unwrap();
        assert_eq!(models.measures().last().unwrap().as_str(), "own-hours");
        // Models have a topic; the page of admissions shows admissions alone, so what is added is on the bloc's own page.
        let own = scope.catalogue.topic(OWN_TOPIC).unwrap();
        assert_eq!(own.forms, ["admission".into(), "own-library".into()]);
        let admission = scope.catalogue.form(&"admission".into()).unwrap();
        let shown = scope.catalogue.shown_on(own, admission);
        assert_eq!(
            shown.measures().map(|id| id.as_str()).collect::<Vec<_>>(),
            ["own-gifts"]
        );
        assert_eq!(admission.measures().count(), 3);
    });
}

#[test]
fn what_is_retired_is_not_asked_for_any_more_and_stays_in_the_years_before() {
    let ledger = books(|records| {
        for record in records.iter_mut() {
            if record.id.as_str().ends_with("own-readers") {
                record.fields.insert("valid_to".into(), 2022.into());
            }
            if record.id.as_str().ends_with("own-age") {
                record.fields["options"].as_array().unwrap();
                let mut options = record.fields["options"].clone();
                options[1]["valid_to"] = 2022.into();
                record.fields.insert("options".into(), options);
            }
        }
        records.push(filled("cell-1", "2023", &[("own-stock.new", 9), ("own-card", 41)]));
        records.push(filled("cell-2", "2023", &[("own-stock.new", 9), ("own-card", 41)]));
    });
    let catalogue = Catalogue::with_own(&ledger.own);
    assert_eq!(problems(&catalogue), []);
    let scope = Scope::whole(&ledger, &catalogue, "2024-02-20".parse().unwrap());
    let form = catalogue.form(&"own-library".into()).unwrap();
    let keys = |year| {
        let columns = lay_out(&catalogue, form, Some(year)).columns;
        columns.iter().map(|column| column.key.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        keys(2022),
        ["own-stock.new", "own-stock.used", "own-readers", "own-card"]
    );
    assert_eq!(keys(2023), ["own-stock.new", "own-card"]);
    // Nobody is missing for what is not asked for.
    let options = by_option(&scope, &form.id, &CellKey::new("own-stock"), &year("2023"));
    assert_eq!(options.len(), 1);
    assert!(options[0].1.coverage.is_complete());
    let (before, after) = (topic(&scope, "2022"), topic(&scope, "2023"));
    assert_eq!(before.headline().unwrap().1.indicator.id, "own-reading".into());
    assert!(
        after
            .parts
            .iter()
            .flat_map(|part| &part.figures)
            .all(|it| it.indicator.id != "own-reading".into())
    );
    assert!(after.has_figures());
}

#[test]
fn a_thing_that_cannot_be_read_is_named_and_the_others_stand() {
    let ledger = books(|records| {
        let rule = records
            .iter_mut()
            .find(|record| record.id.as_str() == "own/rules/own-within");
        rule.unwrap().fields.remove("comparison");
    });
    assert_eq!(ledger.unreadable.len(), 1);
    assert_eq!(ledger.unreadable[0].id.as_str(), "own/rules/own-within");
    assert!(Catalogue::with_own(&ledger.own).form(&"own-library".into()).is_some());
}

#[test]
fn a_report_tells_it_in_a_part_of_its_own() {
    use so_khoi::exhibit::report::{Piece, compose};
    use so_khoi::model::report::PeriodReport;
    let ledger = books(|_| {});
    let catalogue = Catalogue::with_own(&ledger.own);
    let scope = Scope::whole(&ledger, &catalogue, "2023-02-01".parse().unwrap());
    let report = PeriodReport {
        id: "r".into(),
        template: "year".into(),
        period: "2022".parse().unwrap(),
        name: String::new(),
        written: Default::default(),
    };
    let composed = compose(&scope, Lang::Vi, &report).unwrap();
    let heading = |piece: &Piece| matches!(piece, Piece::Heading(of) if of.text.ends_with("Nội dung riêng của Khối"));
    assert!(composed.pieces.iter().any(heading));
    let told: Vec<&str> = composed.told().map(|told| told.text.as_str()).collect();
    assert!(
        told.iter().any(|text| text.contains("47/70 đảng viên mượn sách")),
        "{told:?}"
    );
    assert!(told.iter().any(|text| text.contains("15 đầu sách")), "{told:?}");
}
