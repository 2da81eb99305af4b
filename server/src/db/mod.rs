//! Where everything is kept: one SQLite file, or a PostgreSQL database. There is one text of SQL for both, over columns of text
//! and whole numbers.
//!
//! Every read sees one state ([`Db::reading`]). Every write is one transaction ([`transaction!`](crate::transaction)), which is run again when the
//! database could not have it both ways: a serialization failure, a deadlock, two who made the same row, a busy file.
//! SQLite has a single writer, which begins with `BEGIN IMMEDIATE`, beside readers that never wait for it.

pub mod devices;
pub mod feed;
mod migrations;
mod place;
pub mod records;

use std::{borrow::Cow, time::Duration};

pub use place::{FILE, Place, PlaceError};
use sqlx::{
    Any, AnyPool, Transaction,
    any::{AnyPoolOptions, install_default_drivers},
    pool::PoolConnection,
};

use crate::fault::Fault;

/// How often a transaction is tried.
const TRIES: u32 = 8;
/// How many read at the same time.
const READERS: u32 = 4;
/// How many connections to PostgreSQL there are at most.
const CONNECTIONS: u32 = 16;
/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// Which database it is, for the few places that have to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one.
    Sqlite,
    /// The one for growth.
    Postgres,
}

impl Dialect {
    /// At the end of a select: its rows stay as they are until the transaction ends. SQLite has one writer and needs none.
    pub fn for_update(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE",
        }
    }

    /// The same, where others may hold the rows like this, too.
    pub fn for_share(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR SHARE",
        }
    }

    fn begin_writing(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    fn begin_reading(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

/// An open database.
#[derive(Debug, Clone)]
pub struct Db {
    /// Which it is.
    pub dialect: Dialect,
    writers: AnyPool,
    readers: AnyPool,
}

impl Db {
    /// Opens the database, makes it where there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// When the file or the database cannot be opened, or was made by a newer version.
    pub async fn open(place: &Place) -> Result<Self, PlaceError> {
        install_default_drivers();
        let db = match place {
            Place::File(path) => {
                place::make_private(path)?;
                let url = place::url_of(path);
                let writers = sqlite_pool(1).connect(&url).await?;
                let readers = sqlite_pool(READERS).connect(&url).await?;
                Self {
                    dialect: Dialect::Sqlite,
                    writers,
                    readers,
                }
            }
            Place::Postgres(url) => {
                let pool = AnyPoolOptions::new()
                    .max_connections(CONNECTIONS)
                    .acquire_timeout(PATIENCE)
                    .connect(url)
                    .await?;
                Self {
                    dialect: Dialect::Postgres,
                    writers: pool.clone(),
                    readers: pool,
                }
            }
        };
        migrations::run(&db).await?;
        Ok(db)
    }

    /// How many connections there are, and how many of them nobody uses.
    pub fn connections(&self) -> (u32, usize) {
        let readers = (self.readers.size(), self.readers.num_idle());
        match self.dialect {
            // Both names are of one pool.
            Dialect::Postgres => readers,
            Dialect::Sqlite => (readers.0 + self.writers.size(), readers.1 + self.writers.num_idle()),
        }
    }

    /// Waits until nobody uses it, and closes it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }

    /// A transaction that sees one state and changes nothing. It ends when it is dropped.
    ///
    /// # Errors
    /// When there is no connection.
    pub async fn reading(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        self.readers.begin_with(self.dialect.begin_reading()).await
    }

    /// A connection for one statement that reads: it sees one state by itself, and is spared the beginning and the end of a transaction.
    ///
    /// # Errors
    /// When there is no connection.
    pub async fn one_read(&self) -> Result<PoolConnection<Any>, sqlx::Error> {
        self.readers.acquire().await
    }

    /// A transaction that writes. It is undone when it is dropped without a commit. [`transaction!`](crate::transaction)
    /// is what is wanted mostly.
    ///
    /// # Errors
    /// When there is no connection.
    pub async fn writing(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        self.writers.begin_with(self.dialect.begin_writing()).await
    }

    /// The same text of SQL in the dialect of this database: text is compared by bytes in both.
    fn spelled<'a>(&self, sql: &'a str) -> Cow<'a, str> {
        match self.dialect {
            Dialect::Sqlite => Cow::Borrowed(sql),
            Dialect::Postgres => Cow::Owned(sql.replace(" TEXT", " TEXT COLLATE \"C\"")),
        }
    }
}

/// Does a block in one transaction, again from its beginning where the database asks for that: `transaction!(db, connection => { …
/// Ok(done) })` gives `Result<_, Fault>`. The block borrows what it uses. It is no function, because of an asynchronous closure that
/// borrows, the compiler cannot see that its future may be sent to another thread.
#[macro_export]
macro_rules! transaction {
    ($db:expr, $connection:ident => $work:expr) => {{
        let db: &$crate::db::Db = &$db;
        let mut tries = $crate::db::Tries::default();
        loop {
            let mut transaction = match db.writing().await {
                Ok(transaction) => transaction,
                Err(error) => break Err($crate::fault::Fault::from(error)),
            };
            let done: Result<_, $crate::fault::Fault> = async {
                let $connection: &mut sqlx::AnyConnection = &mut transaction;
                $work
            }
            .await;
            match $crate::db::end(transaction, done).await {
                Err(fault) if tries.again(&fault).await => {}
                done => break done,
            }
        }
    }};
}

/// Ends a transaction: with a commit when all went well.
///
/// # Errors
/// What went wrong in it, or what the database says to the commit.
pub async fn end<T>(transaction: Transaction<'static, Any>, done: Result<T, Fault>) -> Result<T, Fault> {
    match &done {
        Ok(_) => transaction.commit().await?,
        // The connection is given back as it was. Whatever rolling back says, the fault is what went wrong.
        Err(_) => drop(transaction.rollback().await),
    }
    done
}

/// How often a transaction was tried.
#[derive(Debug, Default)]
pub struct Tries(u32);

impl Tries {
    /// Whether it is worth another try, after a wait by chance: those who met once do not meet again at the same moment.
    pub async fn again(&mut self, fault: &Fault) -> bool {
        self.0 += 1;
        if self.0 >= TRIES || !fault.is_passing() {
            return false;
        }
        let most = 2_u64 << self.0;
        tokio::time::sleep(Duration::from_millis(u64::from(random_byte()) % most)).await;
        true
    }
}

fn sqlite_pool(most: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        // What was answered is on the disk: FULL also syncs the log before the answer.
        .after_connect(|connection, _| {
            Box::pin(async move {
                let pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";
                sqlx::raw_sql(pragmas).execute(connection).await.map(drop)
            })
        })
}

fn random_byte() -> u8 {
    let mut byte = [0];
    // Without randomness the wait is the longest one.
    match getrandom::fill(&mut byte) {
        Ok(()) => byte[0],
        Err(_) => u8::MAX,
    }
}

impl Dialect {
    /// Places for `rows` rows of `columns` values, of which the first is the statement's value `first`: `($1, $2), ($3, $4)`.
    ///
    /// In SQLite they are not numbered: it would look every number up among all that came before, which for thousands of values
    /// takes longer than all else.
    pub fn places(self, first: usize, rows: usize, columns: usize) -> String {
        let mut text = String::with_capacity(rows * columns * 7);
        for row in 0..rows {
            text.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..columns {
                if column > 0 {
                    text.push_str(", ");
                }
                match self {
                    Self::Sqlite => text.push('?'),
                    Self::Postgres => {
                        text.push('$');
                        text.push_str(&(first + row * columns + column).to_string());
                    }
                }
            }
            text.push(')');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_where_that_is_cheap() {
        assert_eq!(Dialect::Postgres.places(1, 2, 2), "($1, $2), ($3, $4)");
        assert_eq!(Dialect::Postgres.places(4, 1, 3), "($4, $5, $6)");
        assert_eq!(Dialect::Sqlite.places(4, 2, 2), "(?, ?), (?, ?)");
    }
}
