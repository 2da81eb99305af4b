//! Backups between two devices: made on one, opened or laid over what is there on the other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

use pollster::block_on;
use so_khoi::demo;
use so_khoi::exchange::backup::BackupError;
use so_khoi::exchange::backup::compare::Side;
use so_khoi::exchange::backup::lines::{self, Unpacked};
use so_khoi::exchange::backup::take::take;
use so_khoi::model::record::Record;
use so_khoi::store::backend::Shelf;
use so_khoi::store::backups::{self, BackupFailure, Mark};
use so_khoi::store::journal::Act;
use so_khoi::store::memory::{MemoryDatabase, MemoryShelf};
use so_khoi::store::schema::Schema;
use so_khoi::store::workspace::{Edit, Store};
use so_khoi::sync::op::{Change, Records};

type Device = Store<MemoryDatabase>;

async fn device(shelf: &MemoryShelf, name: &str) -> Device {
    let db = shelf.open(name, Schema::Workspace, |_| {}).await.unwrap();
    Store::new(db, name)
}

async fn with_demo(shelf: &MemoryShelf, name: &str) -> Device {
    let store = device(shelf, name).await;
    let demo = demo::load("hoa-binh-2021").unwrap();
    store.import(&demo.records, "", 1).await.unwrap();
    store
}

async fn records(store: &Device) -> Records {
    store.load(0).await.unwrap().records
}

async fn edit(store: &Device, record: &Record) {
    let now = records(store).await;
    let change = Change::between(now.get(&record.id), record).unwrap();
    let edit = Edit {
        at_ms: 2,
        author: String::new(),
        act: Act::Edit,
        changes: vec![(format!("op-{}", now.len()), change)],
    };
    store.append(&[edit]).await.unwrap();
}

async fn set(store: &Device, id: &str, field: &str, value: u64) {
    let mut record = records(store).await[id].clone();
    record.fields.insert(field.to_owned(), value.into());
    edit(store, &record).await;
}

/// A backup that was made and remembered.
async fn make(store: &Device, id: &str) -> Unpacked {
    let gathered = backups::gather(store, id.to_owned(), "Khối", 5, |_| true)
        .await
        .unwrap();
    let file = lines::pack(gathered.about, &gathered.lines, &|_| ()).unwrap();
    backups::remember(store.database(), gathered.mark).await.unwrap();
    Unpacked::of(&file, &|_| ()).unwrap()
}

/// A return of the demo with three cells that hold counts.
fn cells(records: &Records) -> (String, Vec<String>) {
    let found = records.values().find_map(|record| {
        let counts = record
            .fields
            .iter()
            .filter(|(name, value)| name.starts_with("cell:") && value.is_u64());
        let names: Vec<String> = counts.map(|(name, _)| name.clone()).take(3).collect();
        (names.len() == 3).then(|| (record.id.to_string(), names))
    });
    found.unwrap()
}

#[test]
fn a_bloc_moves_to_an_empty_device_and_is_the_same_there() {
    block_on(async {
        let shelf = MemoryShelf::default();
        let here = with_demo(&shelf, "a").await;
        let (id, names) = cells(&records(&here).await);
        // An edit that is in the outbox and not in the pages yet moves too.
        set(&here, &id, &names[0], 9_999).await;
        let file = make(&here, "b1").await;
        let there = device(&shelf, "b").await;
        let filled = backups::fill(&there, &file, 7, |_| true).await.unwrap();
        assert!(filled.is_demo);
        assert_eq!(records(&there).await, records(&here).await);
        // Both know the state they share; there it was not made, so nobody is told that it was saved there.
        let known = backups::read(there.database()).await.unwrap();
        assert_eq!(known.shared_with(&filled.head).unwrap().id, "b1");
        assert_eq!(known.last_made(), None);
        let known = backups::read(here.database()).await.unwrap();
        assert_eq!(known.last_made().map(|mark| (mark.at_ms, mark.line)), Some((5, 2)));
    });
}

#[test]
fn after_both_went_on_each_change_is_known_by_its_side() {
    block_on(async {
        let shelf = MemoryShelf::default();
        let here = with_demo(&shelf, "a").await;
        let there = device(&shelf, "b").await;
        backups::fill(&there, &make(&here, "b1").await, 7, |_| true)
            .await
            .unwrap();
        let (id, names) = cells(&records(&here).await);
        set(&here, &id, &names[0], 9_001).await;
        set(&here, &id, &names[1], 9_002).await;
        set(&there, &id, &names[1], 8_002).await;
        set(&there, &id, &names[2], 8_003).await;
        let file = make(&there, "b2").await;
        let found = backups::compare(&here, &file, 8, |_| true).await.unwrap();
        assert_eq!(file.head.lineage, ["b1"]);
        let sides: Vec<_> = found.differing[0]
            .fields
            .iter()
            .map(|it| (it.field.clone(), it.side))
            .collect();
        let expected = [Side::Here, Side::Both, Side::File];
        assert_eq!(sides, names.iter().cloned().zip(expected).collect::<Vec<_>>());
        assert_eq!(found.differing.len(), 1);

        // Taken as proposed: what only the file changed comes, what both changed stays until a person decides.
        let now = records(&here).await;
        let taken = take(&found.differing, &now, |_, it| it.side.takes_file());
        edit(&here, &taken.records[0]).await;
        let now = records(&here).await;
        let values: Vec<_> = names.iter().map(|name| now[id.as_str()].fields[name].clone()).collect();
        assert_eq!(values, [9_001, 9_002, 8_003]);
    });
}

#[test]
fn what_cannot_be_read_or_is_stopped_leaves_no_trace() {
    block_on(async {
        let shelf = MemoryShelf::default();
        let here = with_demo(&shelf, "a").await;
        let before = records(&here).await;
        let file = make(&here, "b1").await;
        let mut damaged = file.clone();
        damaged.lines.extend(b"[]\n");
        let number = file.head.records + 1;
        let refused = backups::compare(&here, &damaged, 8, |_| true).await.unwrap_err();
        assert_eq!(refused, BackupFailure::File(BackupError::Content(number)));
        let there = device(&shelf, "b").await;
        assert_eq!(
            backups::fill(&there, &damaged, 8, |_| true).await.unwrap_err(),
            BackupFailure::File(BackupError::Content(number))
        );
        assert!(records(&there).await.is_empty());
        let stopped = backups::compare(&here, &file, 8, |_| false).await;
        assert_eq!(stopped.unwrap_err(), BackupFailure::Stopped);
        let stopped = backups::gather(&here, "b2".to_owned(), "x", 9, |_| false).await;
        assert_eq!(stopped.unwrap_err(), BackupFailure::Stopped);
        let known = backups::read(here.database()).await.unwrap();
        assert_eq!(known.marks.len(), 1);
        assert_eq!(records(&here).await, before);
    });
}

#[test]
fn only_the_last_backups_are_remembered() {
    block_on(async {
        let shelf = MemoryShelf::default();
        let here = device(&shelf, "a").await;
        for number in 0..40u32 {
            let mark = Mark {
                id: number.to_string(),
                at_ms: i64::from(number),
                line: 0,
                made: number % 2 == 0,
                heard: 0,
            };
            backups::remember(here.database(), mark).await.unwrap();
        }
        let known = backups::read(here.database()).await.unwrap();
        assert_eq!((known.marks.len(), known.marks[0].id.as_str()), (32, "8"));
        assert_eq!(known.last_made().unwrap().id, "38");
    });
}
