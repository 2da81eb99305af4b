//! What is written is read back as it was: everything in the demos, and rows as the first version stored them.
#![allow(clippy::unwrap_used, clippy::panic)]

use serde::Serialize;
use serde_json::{Value, json};
use so_khoi::demo;
use so_khoi::exchange::backup::pack::{About, pack};
use so_khoi::exchange::backup::{self, plain};
use so_khoi::model::closing::Closing;
use so_khoi::model::drive::Drive;
use so_khoi::model::from_json::{self, FromJson};
use so_khoi::model::profile::Profile;
use so_khoi::model::record::{Entity, Explanation, Record, RecordKind};
use so_khoi::model::returns::{Cell, CellValue, Return, ReturnStatus};
use so_khoi::model::saved_view::SavedView;
use so_khoi::model::statement::{Statement, Subject};
use so_khoi::model::target::{Relation, ShareOf, Target};
use so_khoi::model::unit::{Sector, Succession, SuccessionKind, Unit};
use so_khoi::store::head::Head;
use so_khoi::store::journal::{Act, Line};
use so_khoi::store::registry::Entry;
use so_khoi::store::snapshots::Snapshot;
use so_khoi::sync::op::{Change, Op};
use std::fmt::Debug;

fn comes_back<T: Serialize + FromJson + PartialEq + Debug>(thing: &T) {
    let value = serde_json::to_value(thing).unwrap();
    assert_eq!(&T::from_json(&value).unwrap(), thing);
    let text = serde_json::to_vec(thing).unwrap();
    assert_eq!(&from_json::read::<T>(&text).unwrap(), thing);
}

fn entity_comes_back<E: Entity + FromJson + PartialEq + Debug>(record: &Record) {
    let entity = E::from_record(record).unwrap();
    comes_back(&entity);
    assert_eq!(&entity.to_record(), record);
    comes_back(&Change::of_entity(None, &entity).unwrap());
}

/// Every record of every demo.
#[test]
fn the_demos_come_back() {
    for info in demo::demos() {
        let records = demo::load(&info.id).unwrap().records;
        assert!(records.len() > 40, "{}", info.id);
        for record in &records {
            match record.kind {
                RecordKind::Profile => entity_comes_back::<Profile>(record),
                RecordKind::Sector => entity_comes_back::<Sector>(record),
                RecordKind::Unit => entity_comes_back::<Unit>(record),
                RecordKind::Drive => entity_comes_back::<Drive>(record),
                RecordKind::Target => entity_comes_back::<Target>(record),
                RecordKind::Return => entity_comes_back::<Return>(record),
                RecordKind::Statement => entity_comes_back::<Statement>(record),
                RecordKind::Explanation => entity_comes_back::<Explanation>(record),
                RecordKind::View => entity_comes_back::<SavedView>(record),
                // The demos add nothing to the catalogue; tests/own_catalogue.rs reads what a bloc adds.
                RecordKind::Own => panic!("{} adds to the catalogue", info.id),
                RecordKind::Closing => entity_comes_back::<Closing>(record),
                RecordKind::Conflict => panic!("{} has a conflict", info.id),
                RecordKind::Deck | RecordKind::Report => panic!("{} has a deck or a report", info.id),
                RecordKind::Other(kind) => panic!("{} has a kind {kind:?}", info.id),
            }
        }
        let mut sorted = records.clone();
        sorted.sort_by(|a, b| a.id.cmp(&b.id));
        let plain = plain::write(&info.id, &records).unwrap();
        let packed = pack(About::default(), &sorted).unwrap();
        assert!(packed.len() * 4 < plain.len());
        for bytes in [plain, packed] {
            assert_eq!(backup::read(&bytes).unwrap().records, sorted);
        }
    }
}

/// What the demos have none of.
#[test]
fn rare_values_come_back() {
    let text = || "1.5 “nháp”\n".to_owned();
    for value in [
        CellValue::Count(u64::MAX),
        CellValue::Date("2021-05-18".parse().unwrap()),
        CellValue::Level("good".into()),
        CellValue::Text(text()),
        CellValue::Invalid(text()),
    ] {
        comes_back(&Cell::from(value));
    }
    for status in [
        ReturnStatus::Draft,
        ReturnStatus::Submitted,
        ReturnStatus::Accepted,
        ReturnStatus::SentBack(text()),
    ] {
        comes_back(&status);
    }
    for relation in [
        Relation::PartOf,
        Relation::OfWhich(ShareOf::Whole),
        Relation::OfWhich(ShareOf::Subset),
    ] {
        comes_back(&relation);
    }
    comes_back(&Subject::Indicator {
        indicator: "participation".into(),
        averaging: None,
    });
    for kind in [
        SuccessionKind::Merge,
        SuccessionKind::Split,
        SuccessionKind::Rename,
        SuccessionKind::Move,
    ] {
        let into = vec!["1.2".into(), "1.3".into()];
        comes_back(&Succession { kind, into });
    }
    for act in [Act::Edit, Act::Undo(1), Act::Redo(2), Act::Import(u64::MAX)] {
        comes_back(&act);
    }
    let finding = Explanation {
        finding: text(),
        unit: "1".into(),
        text: String::new(),
        figures: text(),
    };
    entity_comes_back::<Explanation>(&finding.to_record());
    let view = SavedView {
        id: "v1".into(),
        name: text(),
        address: "/explore?form=admission&of=admitted".to_owned(),
    };
    entity_comes_back::<SavedView>(&view.to_record());
}

fn reads<T: Serialize + FromJson>(stored: &Value) {
    let text = serde_json::to_vec(stored).unwrap();
    let read: T = from_json::read(&text).unwrap_or_else(|error| panic!("{stored}: {error}"));
    assert_eq!(&serde_json::to_value(&read).unwrap(), stored);
}

/// Rows of each table that is not pages, as the first version wrote them.
#[test]
fn stored_rows_are_read() {
    let op = json!({
        "op_id": "01987e1c-0000-7000-8000-000000000000", "seq": 3, "author": "", "at_ms": -1,
        "change": {
            "record": "return/study/drive:d1/u1", "kind": "return", "scope": "u1", "base_rev": 0,
            "set": {
                "cell:attended.members": {"old": null, "new": 57},
                "cell:copies": {"old": 1, "new": {"v": {"count": 40}, "q": "about", "n": "ước tính"}},
                "của bản sau": {"old": [0.1, true], "new": null},
            },
        },
    });
    reads::<Op>(&op);
    reads::<Line>(&json!({"no": 1, "at_ms": 1_637_000_000_000_i64, "author": "Lan", "act": "edit", "ops": [op]}));
    reads::<Line>(&json!({"no": 2, "at_ms": 0, "author": "Lan", "act": {"undo": 1}, "ops": []}));
    reads::<Head>(&json!({"next_seq": 4, "next_line": 3, "folded": 3, "answered": 0, "device": "d"}));
    reads::<Entry>(&json!({"id": "b", "name": "Khối", "demo": false, "created_ms": 1, "opened_ms": 2}));
    reads::<Snapshot>(&json!({"id": "s", "label": "Tháng 7", "at_ms": 5, "content": {"rates": [1.25, null]}}));
}
