//! Databases in the browser's IndexedDB. The only file that knows the crate behind it.
//!
//! Requests go out when they are built, in the order they are built; the transaction that holds them
//! aborts when it is dropped without a commit. So `?` inside a write leaves the device as it was.
//! What is turned over ([`turning`]) is so in the transaction of an upgrade, beside which the browser lets nobody in.

mod turning;

use self::turning::Turning;

use super::backend::{Key, Notice, Rows, Shelf, Span, Write};
use super::error::StoreError;
use super::schema::{Edition, Schema, Table, missing_tables};
use crate::model::sort::SmallSort;
use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError, SimpleValueError};
use indexed_db_futures::future::GetAllPrimitiveRequest;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::primitive::{TryFromJs, TryToJs};
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::{Build, KeyRange};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// How long writes still go through after somebody asked for the database, in milliseconds.
const GRACE: u32 = 200;

/// The databases of this browser, for this origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndexedDbShelf;

impl Shelf for IndexedDbShelf {
    type Database = IndexedDb;

    async fn open(
        &self,
        name: &str,
        schema: Schema,
        notice: impl Fn(Notice) + 'static,
    ) -> Result<IndexedDb, StoreError> {
        let connection = Rc::new(Connection {
            name: name.to_owned(),
            schema,
            edition: Cell::new(Edition::NEW),
            state: Cell::new(State::Lost),
            was_open: Cell::new(false),
            handle: RefCell::new(None),
            on_version_change: RefCell::new(None),
            notice: Rc::new(notice),
        });
        match connect(&connection, None).await {
            Err(StoreError::Superseded) => {
                // A newer app's, or turned over.
                let there = look(name).await?;
                connection.edition.set(there.opened().ok_or(StoreError::Superseded)?);
                connect(&connection, None).await?;
            }
            other => drop(other?),
        }
        Ok(IndexedDb { connection })
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        let request = Database::delete_by_name(name).map_err(from_open)?;
        request.await.map_err(from_error)
    }
}

/// An open database.
pub struct IndexedDb {
    connection: Rc<Connection>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// As far as we know. The browser may have closed it all the same: then the next transaction says so.
    Open,
    /// To be opened again by the next call.
    Lost,
    /// Closed for somebody else's sake; only a reload helps.
    Superseded,
    /// Closed by its owner.
    Closed,
}

type OnVersionChange = Closure<dyn FnMut()>;

type OnUpgrade = dyn FnMut(web_sys::IdbVersionChangeEvent) -> Result<(), JsValue>;

struct Connection {
    name: String,
    schema: Schema,
    edition: Cell<Edition>,
    state: Cell<State>,
    /// Whether it was open before: then it is there, unless the browser has cleared it.
    was_open: Cell<bool>,
    handle: RefCell<Option<Database>>,
    on_version_change: RefCell<Option<OnVersionChange>>,
    notice: Rc<dyn Fn(Notice)>,
}

impl Connection {
    fn close(&self, state: State) {
        if self.state.get() != State::Closed {
            self.state.set(state);
        }
        if let Some(handle) = self.handle.take() {
            handle.as_sys().set_onversionchange(None);
            handle.close();
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close(State::Closed);
    }
}

/// What is there, without changing it.
async fn look(name: &str) -> Result<Edition, StoreError> {
    let db = Database::open(name)
        .build()
        .map_err(from_open)?
        .await
        .map_err(from_open)?;
    let number = db.as_sys().version() as u32;
    db.close();
    Ok(Edition::of(number))
}

async fn connect(connection: &Rc<Connection>, turning: Option<Rc<Turning>>) -> Result<Database, StoreError> {
    let db = open(connection, turning).await?;
    let weak: Weak<Connection> = Rc::downgrade(connection);
    let on_version_change = Closure::<dyn FnMut()>::new(move || {
        if let Some(connection) = weak.upgrade() {
            (connection.notice)(Notice::Superseded);
            spawn_local(async move {
                // Holding on would block the newer app, or the deletion, for as long as this tab lives;
                // letting go at once would lose what was typed and is about to be written.
                TimeoutFuture::new(GRACE).await;
                connection.close(State::Superseded);
            });
        }
    });
    db.as_sys()
        .set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
    connection.on_version_change.replace(Some(on_version_change));
    connection.handle.replace(Some(db.clone()));
    connection.state.set(State::Open);
    connection.was_open.set(true);
    Ok(db)
}

/// Opens the database, making the tables that it lacks. The handlers are our own: the crate's put their errors into words, and
/// what formats a float among them is 10 KB of the first load.
async fn open(connection: &Connection, turning: Option<Rc<Turning>>) -> Result<Database, StoreError> {
    let request = Database::open(connection.name.as_str())
        .with_version(connection.edition.get().number())
        .build()
        .map_err(from_open)?;
    let asked: web_sys::IdbOpenDbRequest = request.as_sys().clone();
    let (answer, schema, was_open) = (asked.clone(), connection.schema, connection.was_open.get());
    let is_cleared = Rc::new(Cell::new(false));
    let cleared = is_cleared.clone();
    // What it throws ends the upgrade, and with it the opening.
    let on_upgrade = Closure::<OnUpgrade>::new(move |event: web_sys::IdbVersionChangeEvent| {
        // An empty one in its place would say that all is well.
        if was_open && event.old_version() as u32 == 0 {
            cleared.set(true);
            return answer.transaction().map_or(Ok(()), |upgrade| upgrade.abort());
        }
        let db: web_sys::IdbDatabase = answer.result()?.unchecked_into();
        for table in missing_tables(schema, Edition::of(event.old_version() as u32).version) {
            db.create_object_store(table.name())?;
        }
        if let (Some(turning), Some(upgrade)) = (&turning, answer.transaction()) {
            turning.begin(upgrade);
        }
        Ok(())
    });
    let notice = connection.notice.clone();
    let on_blocked = Closure::<dyn FnMut()>::new(move || notice(Notice::Blocked));
    asked.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    asked.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
    let opened = request.await;
    asked.set_onupgradeneeded(None);
    asked.set_onblocked(None);
    opened.map_err(|error| match is_cleared.get() {
        true => StoreError::Cleared,
        false => from_open(error),
    })
}

impl IndexedDb {
    async fn handle(&self) -> Result<Database, StoreError> {
        match self.connection.state.get() {
            State::Open => {
                let handle = self.connection.handle.borrow().clone();
                handle.ok_or(StoreError::Lost)
            }
            State::Lost => connect(&self.connection, None).await,
            State::Superseded => Err(StoreError::Superseded),
            State::Closed => Err(StoreError::Lost),
        }
    }

    /// The connection again, after a transaction was refused with `error`: the browser closes
    /// connections behind our back (storage pressure, a sleeping phone).
    async fn again(&self, error: Error) -> Result<Database, StoreError> {
        match from_error(error) {
            StoreError::Lost if self.connection.state.get() == State::Open => {
                self.connection.close(State::Lost);
                connect(&self.connection, None).await.map_err(|error| match error {
                    StoreError::Cleared => error,
                    _ => StoreError::Lost,
                })
            }
            other => Err(other),
        }
    }
}

impl super::backend::Database for IndexedDb {
    async fn read(&self, spans: &[Span]) -> Result<Vec<Rows>, StoreError> {
        let mut tables: Vec<&str> = spans.iter().map(|span| span.table().name()).collect();
        tables.small_sort();
        tables.dedup();
        let db = self.handle().await?;
        let second;
        let transaction = match begin(&db, &tables, TransactionMode::Readonly) {
            Ok(transaction) => transaction,
            Err(error) => {
                second = self.again(error).await?;
                begin(&second, &tables, TransactionMode::Readonly).map_err(from_error)?
            }
        };
        find(&transaction, spans).await
    }

    async fn write<T>(
        &self,
        tables: &[Table],
        spans: &[Span],
        decide: impl FnOnce(Vec<Rows>) -> Result<(Vec<Write>, T), StoreError>,
    ) -> Result<T, StoreError> {
        let tables: Vec<&str> = tables.iter().map(|table| table.name()).collect();
        let db = self.handle().await?;
        let second;
        let transaction = match begin(&db, &tables, TransactionMode::Readwrite) {
            Ok(transaction) => transaction,
            Err(error) => {
                second = self.again(error).await?;
                begin(&second, &tables, TransactionMode::Readwrite).map_err(from_error)?
            }
        };
        let found = find(&transaction, spans).await?;
        let (writes, answer) = decide(found)?;
        for write in writes {
            send(&transaction, write).map_err(from_error)?;
        }
        let raw = transaction.as_sys().clone();
        match transaction.commit().await {
            Ok(()) => Ok(answer),
            // A disk that is full only when the bytes are flushed is told by the transaction alone.
            Err(error) => Err(raw.error().map_or_else(|| from_error(error), from_exception)),
        }
    }

    fn is_sealed(&self) -> bool {
        self.connection.edition.get().is_sealed()
    }

    async fn turn(&self, was: Vec<(Table, Rows)>, now: Vec<Write>) -> Result<bool, StoreError> {
        // One that was closed for somebody else's sake is not turned over.
        self.handle().await?;
        let connection = &self.connection;
        let before = connection.edition.get();
        connection.edition.set(before.turned().ok_or(StoreError::Superseded)?);
        connection.close(State::Lost);
        let turning = Rc::new(Turning::new(was, now));
        match connect(connection, Some(turning.clone())).await {
            Ok(_) => Ok(true),
            Err(error) => {
                connection.edition.set(before);
                match turning.came_to() {
                    Ok(true) => Err(error),
                    other => other,
                }
            }
        }
    }

    fn close(&self) {
        self.connection.close(State::Closed);
    }
}

/// Begins a transaction; a writing one answers only when the bytes are on the disk.
fn begin<'a>(db: &'a Database, tables: &[&str], mode: TransactionMode) -> Result<Transaction<'a>, Error> {
    db.transaction(tables)
        .with_mode(mode)
        .with_options(TransactionOptions::new().with_durability(TransactionDurability::Strict))
        .build()
}

/// Asks for all spans at once, then waits for each.
async fn find(transaction: &Transaction<'_>, spans: &[Span]) -> Result<Vec<Rows>, StoreError> {
    let asked = spans
        .iter()
        .map(|span| ask(&transaction.object_store(span.table().name())?, span))
        .collect::<Result<Vec<_>, Error>>()
        .map_err(from_error)?;
    let mut found = Vec::with_capacity(asked.len());
    for (keys, values) in asked {
        let keys = keys.await.map_err(from_error)?;
        let Some(values) = values else {
            let rows = keys.map(|key| Ok((key?, Vec::new())));
            found.push(rows.collect::<Result<Rows, Error>>().map_err(from_error)?);
            continue;
        };
        let values = values.await.map_err(from_error)?;
        let rows = keys.zip(values).map(|(key, value)| Ok((key?, value?.0)));
        found.push(rows.collect::<Result<Rows, Error>>().map_err(from_error)?);
    }
    Ok(found)
}

type Asked = (GetAllPrimitiveRequest<Key>, Option<GetAllPrimitiveRequest<Bytes>>);

fn ask(store: &ObjectStore<'_>, span: &Span) -> Result<Asked, Error> {
    let range = match span {
        Span::All(_) => {
            let values = store.get_all::<Bytes>().primitive()?;
            return Ok((store.get_all_keys().primitive()?, Some(values)));
        }
        Span::Keys(_) => return Ok((store.get_all_keys().primitive()?, None)),
        Span::One(_, key) => KeyRange::Only(key.clone()),
        Span::Numbers(_, first, last) => KeyRange::Bound(Key::Number(*first), false, Key::Number(*last), false),
    };
    Ok((
        store.get_all_keys().with_query::<Key, _>(range.clone()).primitive()?,
        Some(store.get_all::<Bytes>().with_query::<Key, _>(range).primitive()?),
    ))
}

fn send(transaction: &Transaction<'_>, write: Write) -> Result<(), Error> {
    // The requests' own answers are not awaited: one that fails fails the transaction.
    match write {
        Write::Put(table, key, bytes) => {
            let store = transaction.object_store(table.name())?;
            drop(store.put(Bytes(bytes)).with_key(key).without_key_type().primitive()?);
        }
        Write::Delete(table, key) => {
            let store = transaction.object_store(table.name())?;
            drop(store.delete::<Key, _>(KeyRange::Only(key)).primitive()?);
        }
    }
    Ok(())
}

/// A row's value: a `Uint8Array`.
struct Bytes(Vec<u8>);

impl TryToJs for Bytes {
    fn try_to_js(&self) -> indexed_db_futures::Result<JsValue> {
        Ok(Uint8Array::from(self.0.as_slice()).into())
    }
}

impl TryFromJs for Bytes {
    fn from_js(js: JsValue) -> Result<Bytes, SimpleValueError> {
        let array: Uint8Array = js.dyn_into().map_err(SimpleValueError::DynCast)?;
        Ok(Bytes(array.to_vec()))
    }
}

impl TryToJs for Key {
    fn try_to_js(&self) -> indexed_db_futures::Result<JsValue> {
        Ok(match self {
            // Not a BigInt: those are no keys.
            Key::Number(number) => JsValue::from_f64(*number as f64),
            Key::Text(text) => JsValue::from_str(text),
        })
    }
}

impl TryFromJs for Key {
    fn from_js(js: JsValue) -> Result<Key, SimpleValueError> {
        match (js.as_f64(), js.as_string()) {
            (Some(number), _) => Ok(Key::Number(number as u64)),
            (_, Some(text)) => Ok(Key::Text(text)),
            _ => Err(SimpleValueError::DynCast(js)),
        }
    }
}

// The causes are written out: the crate's own texts bring along what formats floats, 19 KB.

fn from_open(error: OpenDbError) -> StoreError {
    match error {
        OpenDbError::Base(Error::DomException(exception)) => match exception.as_sys().name().as_str() {
            name @ ("SecurityError" | "InvalidStateError" | "NotAllowedError") => {
                StoreError::Unavailable(format!("{name}: {}", exception.as_sys().message()))
            }
            "UnknownError" if keeps_nothing() => {
                StoreError::Unavailable(format!("UnknownError: {}", exception.as_sys().message()))
            }
            _ => from_exception(exception.into()),
        },
        OpenDbError::Base(other) => from_error(other),
        OpenDbError::VersionZero | OpenDbError::UnsupportedEnvironment | OpenDbError::NullFactory => {
            StoreError::Unavailable("there is no indexedDB".to_owned())
        }
    }
}

/// Whether the browser lets this site keep nothing at all. Chromium refuses a database then by the same error as one that it cannot read, but
/// the small store of text, which every browser has, is refused as well.
fn keeps_nothing() -> bool {
    web_sys::window().is_some_and(|window| window.local_storage().is_err())
}

fn from_error(error: Error) -> StoreError {
    match error {
        Error::DomException(exception) => from_exception(exception.into()),
        Error::Serialisation(_) => StoreError::Failed("a stored value is of another type".to_owned()),
        Error::MissingData(_) => StoreError::Failed("a stored value is missing".to_owned()),
        Error::Unknown(error) => StoreError::Failed(error.to_string()),
    }
}

fn from_exception(exception: web_sys::DomException) -> StoreError {
    match exception.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Superseded,
        "InvalidStateError" => StoreError::Lost,
        name => StoreError::Failed(format!("{name}: {}", exception.message())),
    }
}
