//! The store in memory, held to the contract of all stores, and what only it can show: a full disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod store_contract;

use so_khoi::model::record::Record;
use so_khoi::store::backend::{Database, Rows, Shelf, Span, Write};
use so_khoi::store::error::StoreError;
use so_khoi::store::head::Head;
use so_khoi::store::memory::{MemoryDatabase, MemoryShelf};
use so_khoi::store::schema::{Schema, Table};
use so_khoi::store::workspace::Store;
use so_khoi::sync::op::Records;
use so_khoi::sync::rights::Role;
use so_khoi::sync::wire::Changes;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use store_contract::*;

macro_rules! on_memory {
    ($name:ident) => {
        #[test]
        fn $name() {
            pollster::block_on(store_contract::$name(&MemoryShelf::default(), stringify!($name)));
        }
    };
}

for_each_contract!(on_memory);

#[test]
fn a_full_disk_changes_nothing_and_the_same_edit_succeeds_later() {
    pollster::block_on(async {
        let shelf = MemoryShelf::default();
        let store = store(&shelf, "full").await;
        store.import(&[unit(1, "x")], "văn phòng", 1).await.unwrap();
        let before = store.load(0).await.unwrap();
        let edits = [edit(2, [rename(&Records::new(), 2, "y")])];
        shelf.fail_writes(Some(StoreError::Full));
        assert_eq!(store.append(&edits).await.unwrap_err(), StoreError::Full);
        let after = store.load(0).await.unwrap();
        assert_eq!((after.records, after.head), (before.records, before.head));
        shelf.fail_writes(None);
        let (lines, _) = store.append(&edits).await.unwrap();
        assert_eq!(lines[0].ops[0].seq, 1);
        assert_eq!(store.load(0).await.unwrap().records.len(), 2);
    });
}

/// What happens in another tab.
type Meanwhile = Box<dyn FnOnce()>;

/// Counts the pages that are read, and lets another tab do something after the keys of pages were looked up.
struct Watched {
    inner: MemoryDatabase,
    pages: Rc<Cell<usize>>,
    meanwhile: Rc<RefCell<Vec<Meanwhile>>>,
}

impl Watched {
    fn count(&self, spans: &[Span], found: &[Rows]) {
        for (span, rows) in spans.iter().zip(found) {
            if span.table() == Table::Pages {
                let with_bytes = rows.iter().filter(|(_, bytes)| !bytes.is_empty()).count();
                self.pages.set(self.pages.get() + with_bytes);
            }
        }
    }
}

impl Database for Watched {
    async fn read(&self, spans: &[Span]) -> Result<Vec<Rows>, StoreError> {
        let found = self.inner.read(spans).await?;
        self.count(spans, &found);
        if matches!(spans, [Span::Keys(_)]) {
            let next = self.meanwhile.borrow_mut().pop();
            if let Some(next) = next {
                next();
            }
        }
        Ok(found)
    }

    async fn write<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: impl FnOnce(Vec<Rows>) -> Result<(Vec<Write>, T), StoreError>,
    ) -> Result<T, StoreError> {
        let decide = |found: Vec<Rows>| {
            self.count(spans, &found);
            decide(found)
        };
        self.inner.write(tables, spans, decide).await
    }

    fn is_sealed(&self) -> bool {
        self.inner.is_sealed()
    }

    async fn turn(&self, was: Vec<(Table, Rows)>, now: Vec<Write>) -> Result<bool, StoreError> {
        self.inner.turn(was, now).await
    }

    fn close(&self) {
        self.inner.close();
    }
}

fn changes(since: &str, cursor: &str, records: Vec<Record>) -> Changes {
    assert_ne!(since, cursor);
    Changes {
        epoch: "e1".to_owned(),
        cursor: cursor.to_owned(),
        more: false,
        scope: "all".to_owned(),
        records,
    }
}

#[test]
fn of_a_large_bloc_only_the_pages_are_read_that_something_came_for() {
    pollster::block_on(async {
        let shelf = MemoryShelf::default();
        let database = shelf.open("large", Schema::Workspace, |_| {}).await.unwrap();
        let (pages, meanwhile) = (Rc::new(Cell::new(0)), Rc::new(RefCell::new(Vec::<Meanwhile>::new())));
        let watched = Watched {
            inner: database,
            pages: pages.clone(),
            meanwhile: meanwhile.clone(),
        };
        let large = Store::new(watched, "máy 1");
        large.link_new(&linked::link("a", Role::Editor), "e1").await.unwrap();
        let all: Vec<Record> = (0..10_000).map(|no| unit(no, "trước")).collect();
        large.import(&all, "", 1).await.unwrap();
        let head = [Head::span()];
        let begun = large.database().write(&[Table::Meta], &head, |found| {
            let mut head = Head::read(&found[0])?;
            head.cursor = Some("c0".to_owned());
            Ok((vec![head.write()?], ()))
        });
        begun.await.unwrap();
        assert_eq!(
            large.database().read(&[Span::All(Table::Pages)]).await.unwrap()[0].len(),
            40
        );

        pages.set(0);
        let came = changes("c0", "c1", vec![unit(3, "sau"), unit(4, "sau"), unit(9_000, "sau")]);
        large.take_page("c0", &came, 1).await.unwrap().unwrap();
        assert_eq!(pages.get(), 2);
        pages.set(0);
        let asked: BTreeSet<_> = [unit(3, "").id, unit(9_000, "").id].into();
        let shown = large.shown(Some(asked)).await.unwrap();
        assert_eq!((pages.get(), shown.records.len()), (2, 2));
        assert!(shown.records.values().all(|record| record.fields["name"] == "sau"));

        // Another tab splits the page between looking it up and writing: it is looked up again.
        let other = shelf.open("large", Schema::Workspace, |_| {}).await.unwrap();
        let split = move || {
            let other = Store::new(other, "máy 1");
            let more: Vec<Record> = (0..900)
                .map(|no| {
                    let mut one = unit(3, "tab khác");
                    one.id = format!("unit/00003/{no:03}").as_str().into();
                    one
                })
                .collect();
            pollster::block_on(other.import(&more, "", 2)).unwrap();
        };
        meanwhile.borrow_mut().push(Box::new(split));
        let came = changes("c1", "c2", vec![unit(5, "sau nữa")]);
        large.take_page("c1", &came, 1).await.unwrap().unwrap();
        let records = large.load(0).await.unwrap().records;
        assert_eq!(records.len(), 10_900);
        assert_eq!(records[&unit(5, "").id].fields["name"], "sau nữa");
        assert_eq!(records[&unit(3, "").id].fields["name"], "sau");
    });
}
