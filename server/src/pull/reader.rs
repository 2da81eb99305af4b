//! Reading what an account may read, in one transaction.

use std::sync::Arc;

use serde::Deserialize;
use so_khoi::{
    model::{
        id::UnitId,
        record::{Record, RecordKind},
    },
    sync::{cursor::scope_of, rights::Actor, wire::MOST_RECORDS},
};
use sqlx::{Any, AssertSqlSafe, Row, Transaction};

use super::readable::Readable;
use crate::{
    auth::Signed,
    books::Shelf,
    db::{
        Dialect,
        feed::Feed,
        records::{number, record_of},
    },
    fault::Fault,
    problem::Problem,
    state::App,
};

/// How much is asked for at once.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Limit {
    /// How many records at most.
    pub limit: Option<String>,
}

impl Limit {
    /// The number, within bounds.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(&self) -> Result<usize, Problem> {
        let Some(text) = &self.limit else {
            return Ok(MOST_RECORDS);
        };
        match text.parse() {
            Ok(0) | Err(_) => Err(Problem::INVALID.of_field("limit")),
            Ok(limit) => Ok(MOST_RECORDS.min(limit)),
        }
    }
}

/// One state of the database, as one account sees it.
pub struct Reader<'a> {
    actor: &'a Actor,
    dialect: Dialect,
    shelf: Arc<Shelf>,
    /// The feed in that state.
    pub feed: Feed,
    transaction: Transaction<'static, Any>,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    ///
    /// # Errors
    /// What the database says.
    pub async fn new(app: &App, signed: &'a Signed) -> Result<Self, Fault> {
        let mut transaction = app.db.reading().await?;
        let feed = Feed::read(&mut transaction).await?;
        let shelf = app.books.read(&mut transaction, app.db.dialect, &feed).await?;
        app.books.keep(&shelf);
        Ok(Self {
            actor: &signed.actor,
            dialect: app.db.dialect,
            shelf,
            feed,
            transaction,
        })
    }

    /// What the account may read, in short.
    pub fn scope(&self) -> String {
        scope_of(self.actor, self.shelf.units())
    }

    /// Whether the account may read records of this kind and scope.
    pub fn may_read(&self, kind: RecordKind, scope: &UnitId) -> bool {
        self.actor.may_read(kind, scope, self.shelf.units())
    }

    /// The transaction, for what is not a record.
    pub fn connection(&mut self) -> &mut sqlx::AnyConnection {
        &mut self.transaction
    }

    /// What the account may read.
    pub fn readable(&self) -> Readable {
        Readable::of(self.actor, self.shelf.units())
    }

    /// How many records there are that may be read.
    ///
    /// # Errors
    /// What the database says.
    pub async fn total(&mut self, readable: &Readable) -> Result<u64, Fault> {
        let chosen = readable.chosen(self.dialect, 1);
        let sql = format!("SELECT COUNT(*) FROM records WHERE gone = 0{chosen}");
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(readable.is_all());
        for scope in readable.bound() {
            query = query.bind(scope);
        }
        let row = query.fetch_one(&mut *self.transaction).await?;
        Ok(u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default())
    }

    /// At most `limit` records that may be read, from `after` on, in order. `order` is how: by number or by identifier.
    ///
    /// # Errors
    /// What the database says.
    pub async fn records(&mut self, after: &After, limit: usize, readable: &Readable) -> Result<Vec<Record>, Fault> {
        let mut found: Vec<Record> = Vec::new();
        if readable.is_nothing() {
            return Ok(found);
        }
        let mut after = after.clone();
        while found.len() < limit {
            let wanted = limit - found.len();
            let rows = self.rows(&after, wanted, readable).await?;
            let is_last = rows.len() < wanted;
            if let Some(last) = rows.last() {
                after = after.at(last);
            }
            // The database has chosen by the same rights; here is where they hold.
            let (actor, units) = (self.actor, self.shelf.units());
            let may_read = |record: &Record| actor.may_read(record.kind, &record.scope, units);
            found.extend(rows.into_iter().filter(may_read));
            if is_last {
                break;
            }
        }
        Ok(found)
    }

    async fn rows(&mut self, after: &After, limit: usize, readable: &Readable) -> Result<Vec<Record>, Fault> {
        let (from, order) = match after {
            After::Number(_) => ("rev > ", "rev"),
            After::Id(_) => ("gone = 0 AND id > ", "id"),
        };
        let first = self.dialect.places(1, 1, 1);
        let chosen = readable.chosen(self.dialect, 2);
        let sql = format!(
            "SELECT id, kind, scope, rev, fields FROM records WHERE {from}{first}{chosen} ORDER BY {order} LIMIT {limit}"
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(readable.is_all());
        query = match after {
            After::Number(rev) => query.bind(number(*rev)?),
            After::Id(id) => query.bind(id),
        };
        for scope in readable.bound() {
            query = query.bind(scope);
        }
        let rows = query.fetch_all(&mut *self.transaction).await?;
        rows.iter().map(record_of).collect()
    }
}

/// Where to go on.
#[derive(Debug, Clone)]
pub enum After {
    /// After this number of the feed, in their order; records of which nothing is left too.
    Number(u64),
    /// After this identifier, in their order.
    Id(String),
}

impl After {
    fn at(&self, record: &Record) -> Self {
        match self {
            Self::Number(_) => Self::Number(record.rev),
            Self::Id(_) => Self::Id(record.id.as_str().to_owned()),
        }
    }
}
