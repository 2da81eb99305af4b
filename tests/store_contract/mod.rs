//! What every store must do, whatever it is made of. `store_memory.rs` holds the one in memory to it,
//! `browser_store.rs` the one in IndexedDB.
//!
//! Each function takes an empty shelf of its own (or a name that nobody else uses).

pub mod joining;
pub mod linked;

pub use joining::*;
pub use linked::*;
use serde_json::json;
use so_khoi::model::id::RecordId;
use so_khoi::model::record::{REMOVED, Record, RecordKind};
use so_khoi::store::backend::{Database, Key, Notice, Shelf, Span, Write};
use so_khoi::store::error::StoreError;
use so_khoi::store::journal::Act;
use so_khoi::store::load::Place;
use so_khoi::store::pages::by_id;
use so_khoi::store::registry::{Entry, Registry, database_name};
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::snapshots::{self, Snapshot};
use so_khoi::store::undo::UndoStack;
use so_khoi::store::workspace::{Edit, Store};
use so_khoi::sync::op::{Change, Records};
use so_khoi::sync::outbox;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

/// All of the contract by name, so that neither backend can leave a part out.
#[macro_export]
macro_rules! for_each_contract {
    ($check:ident) => {
        $check!(edits_survive_reopening);
        $check!(the_outbox_keeps_the_order_and_counts_what_waits);
        $check!(fields_of_another_version_survive);
        $check!(ten_thousand_records_come_back);
        $check!(a_workspace_is_filled_in_parts);
        $check!(a_damaged_page_is_named_and_the_rest_opens);
        $check!(a_lost_page_comes_back_from_the_outbox);
        $check!(a_damaged_op_and_a_damaged_head_are_set_aside);
        $check!(a_page_of_a_newer_version_is_refused_and_kept);
        $check!(folding_changes_nothing_that_is_shown);
        $check!(folding_while_another_tab_writes_loses_nothing);
        $check!(two_tabs_never_give_the_same_number);
        $check!(a_tab_sees_what_another_did);
        $check!(a_failed_decision_writes_nothing);
        $check!(undo_survives_reopening);
        $check!(the_past_of_a_cell_is_told_newest_first);
        $check!(snapshots_are_kept_as_they_were);
        $check!(the_registry_lists_and_removes_without_touching_others);
        $check!(edits_made_offline_meet);
        $check!(a_conflict_keeps_the_proposal_and_is_settled_and_undone);
        $check!(what_was_not_seen_is_never_overwritten);
        $check!(a_rejected_edit_leaves_nothing_and_can_be_put_aside);
        $check!(an_answer_that_was_lost_comes_again);
        $check!(a_restored_server_gets_again_what_it_lost);
        $check!(a_first_load_goes_on_where_it_broke_off);
        $check!(a_reader_is_told_no);
        $check!(another_tab_reads_what_came);
        $check!(old_answers_go_and_a_lost_page_is_fetched_again);
        $check!(a_bloc_begun_without_a_server_is_published);
        $check!(a_closed_period_is_published_with_its_figures);
        $check!(a_bloc_that_leaves_keeps_what_is_shown);
        $check!(what_an_account_may_not_publish_is_put_aside);
        $check!(what_the_server_says_too_is_not_put_aside);
        $check!(a_proposal_outlives_its_server);
        $check!(no_number_is_missed_that_nothing_comes_of);
        $check!(another_account_gets_another_name_for_the_device);
    };
}

pub fn unit(id: u32, name: &str) -> Record {
    Record {
        id: RecordId::new(format!("unit/{id:05}")),
        kind: RecordKind::Unit,
        scope: "bloc".into(),
        fields: BTreeMap::from([("name".to_owned(), json!(name)), ("order".to_owned(), json!(id))]),
        rev: 0,
    }
}

pub fn edit(at_ms: i64, changes: impl IntoIterator<Item = Change>) -> Edit {
    Edit {
        at_ms,
        author: "văn phòng".to_owned(),
        act: Act::Edit,
        changes: changes
            .into_iter()
            .enumerate()
            .map(|(index, change)| (format!("{at_ms}-{index}"), change))
            .collect(),
    }
}

pub fn rename(records: &Records, id: u32, name: &str) -> Change {
    Change::between(records.get(&unit(id, "").id), &unit(id, name)).unwrap()
}

pub async fn store<S: Shelf>(shelf: &S, name: &str) -> Store<S::Database> {
    let db = shelf.open(name, Schema::Workspace, |_| {}).await.unwrap();
    Store::new(db, "máy 1")
}

/// Runs two futures side by side.
pub async fn both<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (None, None);
    poll_fn(|cx| {
        if first.is_none()
            && let Poll::Ready(answer) = a.as_mut().poll(cx)
        {
            first = Some(answer);
        }
        if second.is_none()
            && let Poll::Ready(answer) = b.as_mut().poll(cx)
        {
            second = Some(answer);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

async fn damage(db: &impl Database, table: Table, key: Key) {
    db.write(&[table], &[Span::One(table, key.clone())], |found| {
        let mut bytes = found[0][0].1.clone();
        let last = bytes.len() - 1;
        bytes[last] ^= 0x55;
        Ok((vec![Write::Put(table, key, bytes)], ()))
    })
    .await
    .unwrap();
}

async fn rows(db: &impl Database, table: Table) -> Vec<(Key, Vec<u8>)> {
    db.read(&[Span::All(table)]).await.unwrap().remove(0)
}

pub async fn edits_survive_reopening<S: Shelf>(shelf: &S, name: &str) {
    let first = store(shelf, name).await;
    let opened = first.load(0).await.unwrap();
    assert!(opened.records.is_empty());
    first
        .append(&[edit(1, [rename(&opened.records, 1, "Một")])])
        .await
        .unwrap();
    first.database().close();
    assert_eq!(first.load(0).await.unwrap_err(), StoreError::Lost);

    let second = store(shelf, name).await;
    let opened = second.load(0).await.unwrap();
    assert_eq!(opened.records.into_values().collect::<Vec<_>>(), [unit(1, "Một")]);
    assert_eq!(opened.head.device, "máy 1");
    assert!(opened.damaged.is_empty());
}

pub async fn the_outbox_keeps_the_order_and_counts_what_waits<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let mut records = Records::new();
    for round in 0..12 {
        let change = rename(&records, 1, &format!("lần {round}"));
        change.apply(&mut records);
        store.append(&[edit(1_000 - round, [change])]).await.unwrap();
    }
    let two = [
        edit(5, [rename(&records, 2, "Hai"), rename(&records, 3, "Ba")]),
        edit(6, [rename(&records, 4, "Bốn")]),
    ];
    let (lines, head) = store.append(&two).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.ops.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((head.top(), head.unsent(), head.unfolded()), (15, 15, 15));
    let ops = store.ops_after(0).await.unwrap();
    assert_eq!(
        ops.iter().map(|op| op.seq).collect::<Vec<_>>(),
        (1..=15).collect::<Vec<_>>()
    );
    assert!(outbox::gaps(&ops).is_empty());
    // The wall clock went backwards; the sequence decides.
    let opened = store.load(0).await.unwrap();
    assert_eq!(opened.records[&unit(1, "").id].fields["name"], "lần 11");
}

pub async fn fields_of_another_version_survive<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let mut record = unit(1, "Một");
    record
        .fields
        .insert("trường của bản sau".to_owned(), json!({"x": [1, null, 2.5]}));
    store.import(&[record.clone()], "văn phòng", 1).await.unwrap();
    let records = store.load(0).await.unwrap().records;
    store
        .append(&[edit(
            2,
            [Change::of_fields(&records[&record.id], [("name".to_owned(), json!("Hai"))]).unwrap()],
        )])
        .await
        .unwrap();
    store.fold().await.unwrap();
    record.fields.insert("name".to_owned(), json!("Hai"));
    assert_eq!(store.load(0).await.unwrap().records[&record.id], record);
}

pub async fn ten_thousand_records_come_back<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let all: Vec<Record> = (0..10_000).map(|id| unit(id, &format!("Chi bộ số {id}"))).collect();
    let head = store.import(&all, "văn phòng", 1).await.unwrap();
    assert_eq!(head.unsent(), 0);
    assert_eq!(rows(store.database(), Table::Pages).await.len(), 40);
    assert_eq!(
        store.load(0).await.unwrap().records.into_values().collect::<Vec<_>>(),
        all
    );
    let lines = store.last_lines(10).await.unwrap();
    assert_eq!(
        lines.iter().map(|line| &line.act).collect::<Vec<_>>(),
        [&Act::Import(10_000)]
    );
}

pub async fn a_workspace_is_filled_in_parts<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let all: Vec<Record> = (0..2_000).map(|id| unit(id, &format!("Chi bộ số {id}"))).collect();
    let mut filling = store.filling();
    for part in all.chunks(300) {
        filling.add(part).await.unwrap();
    }
    // Whoever gives them in another order is told, before anything is written over.
    assert!(filling.add(&all[..1]).await.is_err());
    filling.finish("văn phòng", 1).await.unwrap();
    let opened = store.load(0).await.unwrap();
    assert_eq!(opened.records.into_values().collect::<Vec<_>>(), all);
    assert_eq!(opened.damaged, []);
    // Its pages are pages as any: an edit is folded into them.
    let records = by_id(all);
    store.append(&[edit(2, [rename(&records, 900, "khác")])]).await.unwrap();
    store.fold().await.unwrap();
    let opened = store.load(0).await.unwrap();
    assert_eq!(opened.records.len(), 2_000);
    assert_eq!(opened.records[&unit(900, "").id], unit(900, "khác"));
}

pub async fn a_damaged_page_is_named_and_the_rest_opens<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let all: Vec<Record> = (0..1_000).map(|id| unit(id, "x")).collect();
    store.import(&all, "văn phòng", 1).await.unwrap();
    let pages: BTreeSet<Key> = rows(store.database(), Table::Pages)
        .await
        .into_iter()
        .map(|row| row.0)
        .collect();
    let [Key::Text(second), Key::Text(third)] = [1, 2].map(|at| pages.iter().nth(at).unwrap().clone()) else {
        panic!("pages have texts as keys");
    };
    damage(store.database(), Table::Pages, Key::Text(second.clone())).await;

    let opened = store.load(7).await.unwrap();
    let kept: Vec<&Record> = all
        .iter()
        .filter(|record| !(second.as_str()..third.as_str()).contains(&record.id.as_str()))
        .collect();
    assert_eq!(opened.records.values().collect::<Vec<_>>(), kept);
    assert_eq!(opened.damaged.len(), 1);
    let place = Place::Page {
        from: second.clone(),
        to: Some(third),
    };
    assert_eq!(opened.damaged[0].place, place);

    // Set aside as it was, and not found again.
    assert_eq!(rows(store.database(), Table::Damaged).await.len(), 1);
    assert!(store.load(8).await.unwrap().damaged.is_empty());
    // The place can be filled again.
    store.import(&all, "văn phòng", 9).await.unwrap();
    assert_eq!(store.load(9).await.unwrap().records.len(), 1_000);
}

pub async fn a_lost_page_comes_back_from_the_outbox<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let mut records = Records::new();
    for id in 0..3 {
        for word in ["cũ", "mới"] {
            let change = rename(&records, id, word);
            change.apply(&mut records);
            store.append(&[edit(1, [change])]).await.unwrap();
        }
    }
    store.fold().await.unwrap();
    damage(store.database(), Table::Pages, Key::from("")).await;
    let opened = store.load(2).await.unwrap();
    assert_eq!((opened.records, opened.damaged.len()), (records.clone(), 1));
    store.fold().await.unwrap();
    let opened = store.load(3).await.unwrap();
    assert_eq!((opened.records, opened.damaged.len()), (records, 0));
}

pub async fn a_damaged_op_and_a_damaged_head_are_set_aside<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let none = Records::new();
    let edits: Vec<Edit> = (1..=3).map(|id| edit(1, [rename(&none, id, "x")])).collect();
    store.append(&edits).await.unwrap();
    damage(store.database(), Table::Outbox, Key::Number(2)).await;
    damage(store.database(), Table::Meta, Key::from("head")).await;
    let opened = store.load(2).await.unwrap();
    let places: Vec<Place> = opened.damaged.into_iter().map(|damage| damage.place).collect();
    assert_eq!(places, [Place::Head, Place::Op(2)]);
    assert_eq!(
        opened.records.into_values().collect::<Vec<_>>(),
        [unit(1, "x"), unit(3, "x")]
    );
    // Numbers go on where they were, and what was done before can still be undone.
    let (lines, head) = store.append(&[edit(3, [rename(&none, 4, "x")])]).await.unwrap();
    assert_eq!((lines[0].no, head.top()), (4, 4));
    store.fold().await.unwrap();
    assert_eq!(store.load(4).await.unwrap().records.len(), 3);
    assert_eq!(rows(store.database(), Table::Damaged).await.len(), 2);
}

pub async fn a_page_of_a_newer_version_is_refused_and_kept<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    store.import(&[unit(1, "x")], "văn phòng", 1).await.unwrap();
    let db = store.database();
    db.write(&[Table::Pages], &[Span::All(Table::Pages)], |found| {
        let (key, mut bytes) = found[0][0].clone();
        bytes[4] = 99;
        Ok((vec![Write::Put(Table::Pages, key, bytes)], ()))
    })
    .await
    .unwrap();
    assert_eq!(store.load(2).await.unwrap_err(), StoreError::Superseded);
    assert_eq!(rows(db, Table::Pages).await.len(), 1);
    assert!(rows(db, Table::Damaged).await.is_empty());
}

pub async fn folding_changes_nothing_that_is_shown<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let all: Vec<Record> = (0..600).map(|id| unit(id * 2, "x")).collect();
    store.import(&all, "văn phòng", 1).await.unwrap();
    let mut records = store.load(0).await.unwrap().records;
    for id in [0, 1, 7, 600, 601, 1_198, 1_199, 5_000] {
        let change = rename(&records, id, "sửa");
        change.apply(&mut records);
        store.append(&[edit(2, [change])]).await.unwrap();
    }
    // Unmake one that was made, and mark another as removed.
    let mut none = unit(7, "");
    none.fields.clear();
    let mut removed = records[&unit(0, "").id].clone();
    removed.fields.insert(REMOVED.to_owned(), json!(true));
    for record in [none, removed] {
        let change = Change::between(records.get(&record.id), &record).unwrap();
        change.apply(&mut records);
        store.append(&[edit(3, [change])]).await.unwrap();
    }
    let before = store.load(0).await.unwrap();
    assert_eq!(before.records, records);
    assert_eq!(store.fold().await.unwrap(), 10);
    let after = store.load(0).await.unwrap();
    assert_eq!(after.records, records);
    assert_eq!((after.head.unfolded(), after.head.unsent()), (0, 10));
    assert!(after.recent.is_empty());
    assert_eq!(store.ops_after(0).await.unwrap().len(), 10);
    assert_eq!(store.fold().await.unwrap(), 0);
}

pub async fn folding_while_another_tab_writes_loses_nothing<S: Shelf>(shelf: &S, name: &str) {
    let (one, two) = (store(shelf, name).await, store(shelf, name).await);
    let mut records = Records::new();
    for round in 0..6 {
        let change = rename(&records, round % 2, &format!("lần {round}"));
        change.apply(&mut records);
        one.append(&[edit(1, [change])]).await.unwrap();
        // Both tabs fold: the second has nothing left to do, or does the same again.
        one.fold().await.unwrap();
        two.fold().await.unwrap();
        let change = rename(&records, 9, &format!("tab 2, lần {round}"));
        change.apply(&mut records);
        two.append(&[edit(1, [change])]).await.unwrap();
    }
    assert_eq!(one.load(0).await.unwrap().records, records);
    assert_eq!(two.head().await.unwrap().top(), 12);
}

pub async fn two_tabs_never_give_the_same_number<S: Shelf>(shelf: &S, name: &str) {
    let (one, two) = (store(shelf, name).await, store(shelf, name).await);
    let none = Records::new();
    let mut seqs = Vec::new();
    for id in 0..10 {
        let (edits, others) = (
            [edit(1, [rename(&none, id, "x")])],
            [edit(1, [rename(&none, 100 + id, "y")])],
        );
        let (here, there) = both(one.append(&edits), two.append(&others)).await;
        let ((here, _), (there, _)) = (here.unwrap(), there.unwrap());
        seqs.extend(here.iter().chain(&there).flat_map(|line| &line.ops).map(|op| op.seq));
    }
    seqs.sort_unstable();
    assert_eq!(seqs, (1..=20).collect::<Vec<_>>());
    assert_eq!(one.load(0).await.unwrap().records.len(), 20);
}

pub async fn a_tab_sees_what_another_did<S: Shelf>(shelf: &S, name: &str) {
    let (one, two) = (store(shelf, name).await, store(shelf, name).await);
    let mut seen = two.load(0).await.unwrap();
    one.append(&[edit(1, [rename(&seen.records, 1, "Một")])]).await.unwrap();
    let ops = two.ops_after(seen.head.top()).await.unwrap();
    outbox::fold(&mut seen.records, &ops);
    assert_eq!(seen.records, one.load(0).await.unwrap().records);
    assert!(two.ops_after(ops[0].seq).await.unwrap().is_empty());
}

pub async fn a_failed_decision_writes_nothing<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    store
        .append(&[edit(1, [rename(&Records::new(), 1, "x")])])
        .await
        .unwrap();
    let before = rows(store.database(), Table::Outbox).await;
    let refused: Result<(), StoreError> = store
        .database()
        .write(&[Table::Outbox], &[Span::All(Table::Outbox)], |_| Err(StoreError::Full))
        .await;
    assert_eq!(refused, Err(StoreError::Full));
    let outside = store
        .database()
        .write(&[Table::Outbox], &[], |_| {
            let inside = Write::Delete(Table::Outbox, Key::Number(1));
            Ok((vec![inside, Write::Delete(Table::Meta, Key::from("head"))], ()))
        })
        .await;
    assert!(matches!(outside, Err(StoreError::Failed(_))));
    assert_eq!(rows(store.database(), Table::Outbox).await, before);
}

pub async fn undo_survives_reopening<S: Shelf>(shelf: &S, name: &str) {
    let first = store(shelf, name).await;
    let mut records = Records::new();
    for word in ["một", "hai"] {
        let changes = [rename(&records, 1, word), rename(&records, 2, word)];
        changes.iter().for_each(|change| change.apply(&mut records));
        first.append(&[edit(1, changes)]).await.unwrap();
    }
    first.database().close();

    let second = store(shelf, name).await;
    let mut records = second.load(0).await.unwrap().records;
    let mut stack = UndoStack::from_lines(second.last_lines(50).await.unwrap());
    let line = stack.to_undo().unwrap().clone();
    let changes: Vec<Change> = line
        .ops
        .iter()
        .rev()
        .filter_map(|op| op.change.undo(&records))
        .collect();
    assert_eq!(changes.len(), 2);
    changes.iter().for_each(|change| change.apply(&mut records));
    let mut undo = edit(2, changes);
    undo.act = Act::Undo(line.no);
    let (lines, _) = second.append(&[undo]).await.unwrap();
    lines.into_iter().for_each(|line| stack.push(line));
    assert_eq!(records[&unit(2, "").id].fields["name"], "một");
    assert_eq!(second.load(0).await.unwrap().records, records);

    let stack = UndoStack::from_lines(second.last_lines(50).await.unwrap());
    assert_eq!(stack.to_undo().map(|line| line.no), Some(1));
    assert_eq!(stack.to_redo().map(|line| line.no), Some(3));
}

pub async fn the_past_of_a_cell_is_told_newest_first<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let mut records = Records::new();
    // More lines than are read at once, so that the past is put together from pieces.
    let edits: Vec<Edit> = (0..1_200)
        .map(|round| {
            let change = rename(&records, round % 3, &format!("lần {round}"));
            change.apply(&mut records);
            edit(i64::from(round), [change])
        })
        .collect();
    store.append(&edits).await.unwrap();
    let past = store.history(&unit(1, "").id, Some("name")).await.unwrap();
    assert_eq!(past.len(), 400);
    assert_eq!(past[0].new, "lần 1198");
    assert_eq!(past[0].old, "lần 1195");
    assert_eq!(past[399].old, json!(null));
    assert!(past.windows(2).all(|pair| pair[0].at_ms > pair[1].at_ms));
    assert_eq!(store.history(&unit(1, "").id, None).await.unwrap().len(), 401);
    assert!(store.history(&unit(8, "").id, None).await.unwrap().is_empty());
}

pub async fn snapshots_are_kept_as_they_were<S: Shelf>(shelf: &S, name: &str) {
    let store = store(shelf, name).await;
    let db = store.database();
    let taken = |id: &str, at_ms| Snapshot {
        id: id.to_owned(),
        label: format!("Họp {id}"),
        at_ms,
        content: json!({"74/84": 88.1}),
    };
    snapshots::put(db, &taken("a", 1)).await.unwrap();
    snapshots::put(db, &taken("b", 2)).await.unwrap();
    assert_eq!(snapshots::get(db, "a").await.unwrap(), Some(taken("a", 1)));
    assert_eq!(snapshots::list(db).await.unwrap(), [taken("b", 2), taken("a", 1)]);
    snapshots::remove(db, "b").await.unwrap();
    assert_eq!(snapshots::get(db, "b").await.unwrap(), None);
}

pub async fn the_registry_lists_and_removes_without_touching_others<S: Shelf>(shelf: &S, name: &str) {
    let registry = Registry::open(shelf, |_| {}).await.unwrap();
    let entry = |id: &str, opened_ms| Entry {
        id: format!("{name}-{id}"),
        name: format!("Khối {id}"),
        demo: id == "a",
        created_ms: 1,
        opened_ms,
        account: None,
        sealed: false,
    };
    let (a, b) = (entry("a", 5), entry("b", 9));
    for entry in [&a, &b] {
        registry.put(entry).await.unwrap();
        let store = store(shelf, &database_name(&entry.id)).await;
        store.import(&[unit(1, &entry.name)], "văn phòng", 1).await.unwrap();
    }
    let mine = |all: Vec<Entry>| {
        all.into_iter()
            .filter(|entry| entry.id.starts_with(name))
            .collect::<Vec<_>>()
    };
    assert_eq!(mine(registry.list().await.unwrap()), [b.clone(), a.clone()]);

    // A tab that has it open is told and lets go.
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    let database = database_name(&a.id);
    let open = shelf
        .open(&database, Schema::Workspace, move |notice| tell.set(Some(notice)))
        .await
        .unwrap();
    registry.remove(shelf, &a.id).await.unwrap();
    assert_eq!(told.get(), Some(Notice::Superseded));
    assert!(open.read(&[Span::All(Table::Pages)]).await.is_err());
    assert_eq!(mine(registry.list().await.unwrap()), std::slice::from_ref(&b));
    let again = store(shelf, &database).await;
    assert!(again.load(0).await.unwrap().records.is_empty());
    let other = store(shelf, &database_name(&b.id)).await;
    assert_eq!(other.load(0).await.unwrap().records.len(), 1);
}
