//! A shelf in memory, with the same behaviour as IndexedDB: for tests, and for the contract that both
//! are held to.

use super::backend::{Database, Key, Notice, Rows, Shelf, Span, Write};
use super::error::StoreError;
use super::schema::{Edition, Schema, Table, missing_tables};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Tables = BTreeMap<Table, BTreeMap<Key, Vec<u8>>>;

struct Connection {
    open: Rc<Cell<bool>>,
    notice: Rc<dyn Fn(Notice)>,
}

struct Kept {
    edition: Cell<Edition>,
    tables: RefCell<Tables>,
    connections: RefCell<Vec<Connection>>,
}

/// Databases in memory. Clones are the same shelf, as tabs of one browser see the same databases.
#[derive(Clone, Default)]
pub struct MemoryShelf {
    databases: Rc<RefCell<BTreeMap<String, Rc<Kept>>>>,
    failing: Rc<RefCell<Option<StoreError>>>,
}

impl MemoryShelf {
    /// From now on every write fails with this, as on a full disk; `None` ends it.
    pub fn fail_writes(&self, error: Option<StoreError>) {
        *self.failing.borrow_mut() = error;
    }
}

impl Shelf for MemoryShelf {
    type Database = MemoryDatabase;

    async fn open(
        &self,
        name: &str,
        schema: Schema,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<MemoryDatabase, StoreError> {
        let kept = self
            .databases
            .borrow_mut()
            .entry(name.to_owned())
            .or_insert_with(|| {
                let kept = Kept {
                    edition: Cell::new(Edition::NEW),
                    tables: RefCell::default(),
                    connections: RefCell::default(),
                };
                let tables = missing_tables(schema, 0).map(|table| (table, BTreeMap::new()));
                kept.tables.borrow_mut().extend(tables);
                Rc::new(kept)
            })
            .clone();
        let open = Rc::new(Cell::new(true));
        kept.connections.borrow_mut().push(Connection {
            open: open.clone(),
            notice: Rc::new(notice),
        });
        Ok(MemoryDatabase {
            kept,
            open,
            failing: self.failing.clone(),
        })
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        let kept = self.databases.borrow_mut().remove(name);
        let connections = kept.map(|kept| kept.connections.take()).unwrap_or_default();
        for connection in connections {
            if connection.open.replace(false) {
                (connection.notice)(Notice::Superseded);
            }
        }
        Ok(())
    }
}

/// A connection to a database in memory.
pub struct MemoryDatabase {
    kept: Rc<Kept>,
    open: Rc<Cell<bool>>,
    failing: Rc<RefCell<Option<StoreError>>>,
}

fn table(tables: &Tables, table: Table) -> Result<&BTreeMap<Key, Vec<u8>>, StoreError> {
    tables
        .get(&table)
        .ok_or_else(|| StoreError::Failed(format!("no table {}", table.name())))
}

fn find(tables: &Tables, span: &Span) -> Result<Rows, StoreError> {
    let rows = table(tables, span.table())?;
    let copy = |(key, bytes): (&Key, &Vec<u8>)| (key.clone(), bytes.clone());
    Ok(match span {
        Span::All(_) => rows.iter().map(copy).collect(),
        Span::Keys(_) => rows.keys().map(|key| (key.clone(), Vec::new())).collect(),
        Span::One(_, key) => rows.get_key_value(key).map(copy).into_iter().collect(),
        Span::Numbers(_, first, last) if first <= last => {
            rows.range(Key::Number(*first)..=Key::Number(*last)).map(copy).collect()
        }
        Span::Numbers(..) => return Err(StoreError::Failed("numbers from the last to the first".to_owned())),
    })
}

impl MemoryDatabase {
    fn check_open(&self) -> Result<(), StoreError> {
        if self.open.get() { Ok(()) } else { Err(StoreError::Lost) }
    }
}

impl Database for MemoryDatabase {
    async fn read(&self, spans: &[Span]) -> Result<Vec<Rows>, StoreError> {
        self.check_open()?;
        let tables = self.kept.tables.borrow();
        spans.iter().map(|span| find(&tables, span)).collect()
    }

    async fn write<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: impl FnOnce(Vec<Rows>) -> Result<(Vec<Write>, T), StoreError>,
    ) -> Result<T, StoreError> {
        self.check_open()?;
        let scope: BTreeSet<Table> = tables.iter().copied().collect();
        let outside = |table: &Table| !scope.contains(table);
        if let Some(span) = spans.iter().find(|span| outside(&span.table())) {
            return Err(StoreError::Failed(format!(
                "{} is not in the transaction",
                span.table().name()
            )));
        }
        let found = {
            let tables = self.kept.tables.borrow();
            spans.iter().map(|span| find(&tables, span)).collect::<Result<_, _>>()?
        };
        let (writes, answer) = decide(found)?;
        if let Some(error) = self.failing.borrow().clone() {
            return Err(error);
        }
        // A copy takes all writes, or the first that cannot be done leaves what was there.
        let mut fresh = self.kept.tables.borrow().clone();
        for write in writes {
            let (Write::Put(name, ..) | Write::Delete(name, _)) = &write;
            let rows = match fresh.get_mut(name) {
                Some(rows) if !outside(name) => rows,
                _ => return Err(StoreError::Failed(format!("{} is not in the transaction", name.name()))),
            };
            match write {
                Write::Put(_, key, bytes) => rows.insert(key, bytes),
                Write::Delete(_, key) => rows.remove(&key),
            };
        }
        *self.kept.tables.borrow_mut() = fresh;
        Ok(answer)
    }

    fn is_sealed(&self) -> bool {
        self.kept.edition.get().is_sealed()
    }

    async fn turn(&self, was: Vec<(Table, Rows)>, now: Vec<Write>) -> Result<bool, StoreError> {
        self.check_open()?;
        for connection in self.kept.connections.borrow().iter() {
            if !Rc::ptr_eq(&connection.open, &self.open) && connection.open.replace(false) {
                (connection.notice)(Notice::Superseded);
            }
        }
        for (table, rows) in &was {
            if find(&self.kept.tables.borrow(), &Span::All(*table))? != *rows {
                return Ok(false);
            }
        }
        let tables: Vec<Table> = self.kept.tables.borrow().keys().copied().collect();
        self.write(&tables, &[], |_| Ok((now, ()))).await?;
        let turned = self.kept.edition.get().turned().ok_or(StoreError::Lost)?;
        self.kept.edition.set(turned);
        Ok(true)
    }

    fn close(&self) {
        self.open.set(false);
    }
}
