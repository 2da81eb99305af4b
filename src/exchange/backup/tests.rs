#![allow(clippy::unwrap_used)]

use super::compare::{Before, Comparing, Comparison, Side};
use super::pack::{About, pack};
use super::take::take;
use super::*;
use crate::model::record::RecordKind;
use crate::sync::op::Records;
use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Value, json};

fn record(id: &str, fields: impl IntoIterator<Item = (&'static str, Value)>) -> Record {
    let kind = id.split('/').next().unwrap();
    Record {
        id: id.into(),
        kind: RecordKind::named(kind).unwrap(),
        scope: "1".into(),
        fields: fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        rev: 3,
    }
}

fn some() -> Records {
    by_id([
        record("of_a_later_version/1", [("x", json!({"deep": [1, null]}))]),
        record("unit/1", [("name", "Chi bộ\nMột".into()), ("của bản sau", 1.5.into())]),
        record("unit/2", [("name", "Hai".into()), ("removed", true.into())]),
    ])
}

fn by_id(records: impl IntoIterator<Item = Record>) -> Records {
    records.into_iter().map(|record| (record.id.clone(), record)).collect()
}

fn about() -> About {
    About {
        id: "b2".into(),
        name: "Khối \"A\"".into(),
        as_of_ms: 1_700_000_000_000,
        lineage: vec!["b1".into()],
    }
}

fn file(records: &Records) -> Vec<u8> {
    pack(about(), records.values()).unwrap()
}

/// A file around any head and body, with a checksum that fits.
fn sealed(head: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("{head}\n");
    let sum = sha256::hex(&sha256::sha256(&[head.as_bytes(), body]));
    [format!("sokhoi 2 {sum}\n{head}").as_bytes(), body].concat()
}

fn gzip(text: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text).unwrap();
    packed.finish().unwrap()
}

fn head(records: u64) -> String {
    format!("{{\"format\":\"so-khoi-backup\",\"version\":2,\"name\":\"A\",\"records\":{records}}}")
}

fn compared(here: &Records, theirs: &Records, before: Option<&Before>) -> Comparison {
    let mut comparing = Comparing::new(here, before);
    for record in theirs.values() {
        comparing.add(record.clone());
    }
    comparing.finish()
}

#[test]
fn a_backup_comes_back_whole_with_what_this_version_does_not_know() {
    let backup = read(&file(&some())).unwrap();
    assert_eq!(by_id(backup.records), some());
    let Head {
        name,
        records,
        counts,
        lineage,
        as_of_ms,
        ..
    } = backup.head;
    assert_eq!((name.as_str(), records, as_of_ms), ("Khối \"A\"", 3, 1_700_000_000_000));
    // The removed unit is in the file and not counted.
    assert_eq!(counts[&Key::from("unit")], 1);
    assert_eq!(counts[&Key::from("of_a_later_version")], 1);
    assert_eq!(lineage, ["b1"]);
}

#[test]
fn a_file_of_version_1_is_still_read() {
    let records: Vec<Record> = some().into_values().rev().collect();
    let bytes = plain::write("Khối A", &records).unwrap();
    let backup = read(&bytes).unwrap();
    assert_eq!((backup.head.name.as_str(), backup.head.records), ("Khối A", 3));
    assert_eq!(by_id(backup.records), some());
    let text = String::from_utf8(bytes.clone()).unwrap();
    let changed = text.replace("\"rev\":3", "\"rev\":4");
    assert_eq!(read(changed.as_bytes()), Err(BackupError::Damaged));
    let newer = text.replace("\"version\":1", "\"version\":9");
    assert_eq!(read(newer.as_bytes()), Err(BackupError::Newer(9)));
    assert_eq!(read(&bytes[..bytes.len() - 1]), Err(BackupError::Damaged));
    assert_eq!(read(&bytes[..60]), Err(BackupError::Damaged));
}

#[test]
fn what_is_no_backup_newer_or_not_whole_is_told_apart() {
    assert_eq!(read(b""), Err(BackupError::Empty));
    for foreign in [&b"PK\x03\x04"[..], b"{}\n[]", b"so-khoi", &[0; 40], b"sokhoi"] {
        assert_eq!(read(foreign), Err(BackupError::NotABackup));
    }
    let bytes = file(&some());
    for cut in MAGIC.len()..bytes.len() {
        assert_eq!(read(&bytes[..cut]), Err(BackupError::Damaged), "{cut}");
    }
    let newer = [b"sokhoi 3 ", &bytes[9..]].concat();
    assert_eq!(read(&newer), Err(BackupError::Newer(3)));
    let longer = [&bytes[..], b"x"].concat();
    assert_eq!(read(&longer), Err(BackupError::Damaged));
}

#[test]
fn whole_files_of_something_else_are_refused() {
    let line = serde_json::to_string(&record("unit/1", [])).unwrap() + "\n";
    assert_eq!(
        read(&sealed(&head(1), &gzip(line.as_bytes()))).unwrap().records.len(),
        1
    );
    // Fewer, more, twice the same, no record, not gzip, cut inside the gzip, bytes behind it.
    assert_eq!(
        read(&sealed(&head(2), &gzip(line.as_bytes()))),
        Err(BackupError::Damaged)
    );
    assert_eq!(
        read(&sealed(&head(0), &gzip(line.as_bytes()))),
        Err(BackupError::Damaged)
    );
    let twice = gzip((line.clone() + &line).as_bytes());
    assert_eq!(read(&sealed(&head(2), &twice)), Err(BackupError::Content(2)));
    assert_eq!(read(&sealed(&head(1), &gzip(b"[]\n"))), Err(BackupError::Content(1)));
    assert_eq!(read(&sealed(&head(1), line.as_bytes())), Err(BackupError::Damaged));
    let packed = gzip(line.as_bytes());
    assert_eq!(
        read(&sealed(&head(1), &packed[..packed.len() - 4])),
        Err(BackupError::Damaged)
    );
    assert_eq!(
        read(&sealed(&head(1), &[&packed[..], b"more"].concat())),
        Err(BackupError::Damaged)
    );
    let other = head(1).replace("so-khoi-backup", "khac");
    assert_eq!(read(&sealed(&other, &packed)), Err(BackupError::NotABackup));
    assert_eq!(read(&sealed("[1]", &packed)), Err(BackupError::NotABackup));
}

#[test]
fn a_bomb_is_refused_before_it_fills_the_memory() {
    // A record of 4 MB that packs to 4 KB; lists; more records than there may be; a thousand lists in one another.
    let spaces = vec![b' '; 4 << 20];
    assert_eq!(read(&sealed(&head(1), &gzip(&spaces))), Err(BackupError::TooLarge));
    let nulls = format!("[{}null]\n", "null,".repeat(100_000));
    let lists = nulls.repeat(2);
    assert_eq!(
        read(&sealed(&head(1), &gzip(lists.as_bytes()))),
        Err(BackupError::Content(1))
    );
    assert_eq!(read(&sealed(&head(2_000_000), &gzip(b""))), Err(BackupError::TooLarge));
    let deep = "[".repeat(100_000);
    assert_eq!(
        read(&sealed(&head(1), &gzip(deep.as_bytes()))),
        Err(BackupError::Content(1))
    );
}

#[test]
fn a_plain_file_with_a_record_twice_is_refused() {
    let records = [record("unit/1", []), record("unit/1", [])];
    let file = plain::write("A", &records).unwrap();
    assert_eq!(read(&file), Err(BackupError::Damaged));
}

#[test]
fn records_come_in_order_or_not_at_all() {
    let records = [record("unit/2", []), record("unit/1", [])];
    assert!(pack(about(), &records).is_err());
}

#[test]
fn without_a_common_past_a_person_decides_what_differs() {
    let here = by_id([
        record(
            "return/1",
            [("cell:a", 1.into()), ("cell:b", 2.into()), ("cell:c", 3.into())],
        ),
        record("unit/1", [("name", "Một".into()), ("parent", "0".into())]),
        record("unit/3", [("name", "Ba".into())]),
    ]);
    let theirs = by_id([
        record(
            "return/1",
            [("cell:a", 1.into()), ("cell:b", 5.into()), ("cell:d", 4.into())],
        ),
        record("unit/1", [("name", "Một".into()), ("parent", "0".into())]),
        record("unit/4", [("name", "Bốn".into())]),
        record("unit/5", [("removed", true.into())]),
    ]);
    let found = compared(&here, &theirs, None);
    let sides: Vec<_> = found
        .differing
        .iter()
        .flat_map(|item| &item.fields)
        .map(|it| (it.field.as_str(), it.side))
        .collect();
    // What only one side has is no contradiction: the cell c stays, d comes.
    assert_eq!(
        sides,
        [("cell:b", Side::Unknown), ("cell:d", Side::New), ("name", Side::New)]
    );
    let units = found.tallies[&RecordKind::Unit];
    assert_eq!((units.new, units.changed, units.same, units.only_here), (1, 0, 2, 1));
    assert_eq!(found.tallies[&RecordKind::Return].changed, 1);
    assert!(!found.is_of_another_bloc() && !found.knows_sides);
}

#[test]
fn with_a_common_past_it_is_known_who_changed_what() {
    let fields = |a: u64, b: u64, c: u64, d: u64| {
        by_id([record(
            "return/1",
            [
                ("cell:a", a.into()),
                ("cell:b", b.into()),
                ("cell:c", c.into()),
                ("cell:d", d.into()),
            ],
        )])
    };
    // All were 1. Here: a and c changed; there: b and c; both to the same: d.
    let (here, theirs) = (fields(2, 1, 2, 7), fields(1, 3, 3, 7));
    let was: Before = [(
        "return/1".into(),
        ["cell:a", "cell:c", "cell:d"]
            .map(|name| (name.to_owned(), Value::from(1)))
            .into(),
    )]
    .into();
    let found = compared(&here, &theirs, Some(&was));
    let sides: Vec<_> = found.differing[0]
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.side))
        .collect();
    assert_eq!(
        sides,
        [("cell:a", Side::Here), ("cell:b", Side::File), ("cell:c", Side::Both)]
    );
    let taken = take(&found.differing, &here, |_, it| it.side.takes_file());
    assert_eq!((taken.fields, taken.is_stale), (1, false));
    assert_eq!(taken.records[0].fields["cell:b"], 3);
    assert_eq!(taken.records[0].fields["cell:a"], 2);
    // What was edited while a person looked at it is seen.
    let later = fields(2, 9, 2, 7);
    assert!(take(&found.differing, &later, |_, it| it.side.takes_file()).is_stale);
}

#[test]
fn a_file_of_another_bloc_is_known_by_its_units() {
    let unit = |id: &str| by_id([record(id, [("parent", "bloc".into())]), record("unit/bloc", [])]);
    assert!(compared(&unit("unit/a"), &unit("unit/b"), None).is_of_another_bloc());
    assert!(!compared(&unit("unit/a"), &unit("unit/a"), None).is_of_another_bloc());
    assert!(!compared(&Records::new(), &unit("unit/a"), None).is_of_another_bloc());
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(".{0,4}", inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn records() -> impl Strategy<Value = Records> {
    let kinds = prop_oneof![Just("unit"), Just("return"), Just("drive"), Just("later")];
    let one = (kinds, ".{1,8}", btree_map("[a-d]{1,2}", value(), 0..5), 0u64..9);
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        by_id(all.into_iter().map(|(kind, id, fields, rev)| Record {
            id: crate::model::id::RecordId::new(format!("{kind}/{id}")),
            kind: RecordKind::named(kind).unwrap(),
            scope: "bloc".into(),
            fields,
            rev,
        }))
    })
}

proptest! {
    #[test]
    fn out_and_in_again_is_identical(records in records()) {
        let backup = read(&file(&records)).unwrap();
        prop_assert_eq!(by_id(backup.records), records.clone());
        // Taken into an empty bloc it is the bloc; over itself it changes nothing.
        let found = compared(&Records::new(), &records, None);
        let taken = take(&found.differing, &Records::new(), |_, _| true);
        let plain = |record: &Record| !record.is_removed() && record.fields.values().any(|value| !value.is_null());
        prop_assert_eq!(taken.records.len(), records.values().filter(|record| plain(record)).count());
        for record in taken.records {
            let mut was = records[&record.id].fields.clone();
            was.retain(|_, value| !value.is_null());
            prop_assert_eq!(record.fields, was);
        }
        prop_assert!(compared(&records, &records, None).is_empty());
    }

    #[test]
    fn a_changed_byte_is_always_noticed(records in records(), at: prop::sample::Index, bits in 1u8..) {
        let mut bytes = file(&records);
        let at = at.index(bytes.len());
        bytes[at] ^= bits;
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), body: Vec<u8>) {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(read(&sealed(&head(1), &body)).is_err());
        let _ = read(&sealed(&head(1), &gzip(&bytes)));
        prop_assert!(read(&sealed(&String::from_utf8_lossy(&bytes).replace('\n', ""), &body)).is_err());
    }

    /// Whatever both sides did since, taking every field of the file makes them the same where the file has something.
    #[test]
    fn taking_all_of_a_file_leaves_nothing_of_it_to_take(here in records(), theirs in records()) {
        let found = compared(&here, &theirs, None);
        let taken = take(&found.differing, &here, |_, _| true);
        let mut after = here.clone();
        after.extend(by_id(taken.records));
        prop_assert!(compared(&after, &theirs, None).is_empty());
        for (id, record) in &here {
            prop_assert!(record.fields.keys().all(|name| after[id].fields.contains_key(name)));
        }
    }
}
