//! Backups: one file that both databases write and read, so that a bloc can also move from the one to the other.
//!
//! It is compressed JSON, a line for each row, of one state of the database; the server goes on meanwhile. Sessions and
//! invitations are not in it: a restored server does not open doors that were closed since.
//!
//! [`restore`] begins a new epoch, and numbers of the feed above all that a device has seen: devices notice, push again what
//! they had pushed, and fetch everything anew.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};

use crate::{
    clock::Clock,
    db::{Db, Dialect, feed::Feed},
    fault::Fault,
    random, transaction,
};

/// The version of the format. A newer one is not read.
const FORMAT: u64 = 1;
/// How many rows are read or written at once.
const ROWS: usize = 500;
/// What is added to the feed, so that new numbers are above all that were given after the backup.
const AHEAD: i64 = 1_000_000;

/// A table in the file. The first column is its key; columns of numbers end in `#` here.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
}

const TABLES: [Table; 5] = [
    Table {
        name: "accounts",
        columns: &[
            "id",
            "name",
            "role",
            "unit",
            "password",
            "disabled#",
            "created_ms#",
            "seen_ms#",
        ],
    },
    Table {
        name: "records",
        columns: &[
            "id",
            "kind",
            "scope",
            "rev#",
            "fields",
            "marks",
            "about",
            "gone#",
            "removed_ms#",
        ],
    },
    Table {
        name: "ops",
        columns: &[
            "op_id",
            "unit",
            "chain_no#",
            "device",
            "seq#",
            "account",
            "by_name",
            "record",
            "kind",
            "at_ms#",
            "status",
            "body_hash",
            "body",
            "answer",
            "prev_hash",
            "hash",
        ],
    },
    Table {
        name: "chains",
        columns: &["unit", "chain_no#", "hash"],
    },
    Table {
        name: "devices",
        columns: &["id", "label", "account", "seen_ms#", "last_seq#", "gaps"],
    },
];

/// Why there is no backup, or none was read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// It is no backup, or not all of one.
    #[error("{0} is no whole backup")]
    Damaged(PathBuf),
    /// It was written by a newer version.
    #[error("{0} is of a newer version")]
    Newer(PathBuf),
    /// What the database said.
    #[error("{0}")]
    Database(#[from] Fault),
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

impl Table {
    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.trim_end_matches('#')).collect();
        names.join(", ")
    }

    fn values(&self, row: &AnyRow) -> Result<Vec<Value>, sqlx::Error> {
        let value = |(at, column): (usize, &&str)| -> Result<Value, sqlx::Error> {
            Ok(match column.ends_with('#') {
                true => row.try_get::<Option<i64>, _>(at)?.into(),
                false => row.try_get::<Option<String>, _>(at)?.into(),
            })
        };
        self.columns.iter().enumerate().map(value).collect()
    }
}

/// Writes a backup of the state as it is now; it gives how many rows it has. The file appears when it is whole, and only its
/// owner reads it.
///
/// # Errors
/// See [`BackupError`].
pub async fn write(db: &Db, path: &Path) -> Result<u64, BackupError> {
    let of_file = |error| BackupError::File {
        path: path.to_owned(),
        error,
    };
    let mut partial = path.as_os_str().to_owned();
    partial.push(".part");
    let partial = PathBuf::from(partial);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&partial).map_err(of_file)?;
    let mut out = GzEncoder::new(BufWriter::new(file), Compression::fast());

    let mut reading = db.reading().await?;
    let feed = Feed::read(&mut reading).await?;
    let head = json!({
        "so_khoi_backup": FORMAT,
        "at_ms": Clock::default().now_ms(),
        "epoch": feed.epoch,
        "seq": feed.seq,
        "floor": feed.floor,
    });
    writeln!(out, "{head}").map_err(of_file)?;
    let mut count = 0;
    for (at, table) in TABLES.iter().enumerate() {
        let key = table.columns[0];
        let sql = format!(
            "SELECT {} FROM {} WHERE {key} > $1 ORDER BY {key} LIMIT {ROWS}",
            table.names(),
            table.name
        );
        let mut after = String::new();
        loop {
            let rows = sqlx::query(AssertSqlSafe(sql.as_str()))
                .bind(&after)
                .fetch_all(&mut *reading)
                .await?;
            for row in &rows {
                count += 1;
                writeln!(out, "{}", json!([at, table.values(row)?])).map_err(of_file)?;
            }
            match rows.last() {
                Some(last) if rows.len() == ROWS => after = last.try_get(0)?,
                _ => break,
            }
        }
    }
    writeln!(out, "{}", json!({ "end": count })).map_err(of_file)?;
    let file = out.finish().and_then(|out| Ok(out.into_inner()?)).map_err(of_file)?;
    file.sync_all().map_err(of_file)?;
    fs::rename(&partial, path).map_err(of_file)?;
    Ok(count)
}

/// The head of a backup, and its rows one by one.
struct Reader {
    path: PathBuf,
    lines: io::Lines<BufReader<GzDecoder<BufReader<File>>>>,
    head: Value,
}

impl Reader {
    fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(|error| BackupError::File {
            path: path.to_owned(),
            error,
        })?;
        let mut lines = BufReader::new(GzDecoder::new(BufReader::new(file))).lines();
        let damaged = || BackupError::Damaged(path.to_owned());
        let first = lines.next().and_then(Result::ok).ok_or_else(damaged)?;
        let head: Value = serde_json::from_str(&first).map_err(|_| damaged())?;
        match head["so_khoi_backup"].as_u64() {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return Err(BackupError::Newer(path.to_owned())),
            _ => return Err(damaged()),
        }
        let path = path.to_owned();
        Ok(Self { path, lines, head })
    }

    fn damaged(&self) -> BackupError {
        BackupError::Damaged(self.path.clone())
    }

    fn number(&self, name: &str) -> Result<i64, BackupError> {
        self.head[name].as_i64().ok_or_else(|| self.damaged())
    }

    /// The next row; `None` after the last line of a whole file.
    fn next(&mut self, count: u64) -> Result<Option<(&'static Table, Vec<Value>)>, BackupError> {
        let line = self.lines.next().and_then(Result::ok).ok_or_else(|| self.damaged())?;
        match serde_json::from_str(&line) {
            Ok(Value::Object(end)) if end.get("end").and_then(Value::as_u64) == Some(count) => {
                match self.lines.next() {
                    None => Ok(None),
                    Some(_) => Err(self.damaged()),
                }
            }
            Ok(Value::Array(row)) => match <[Value; 2]>::try_from(row) {
                Ok([at, Value::Array(values)]) => {
                    let at = at.as_u64().and_then(|at| usize::try_from(at).ok());
                    let table = at.and_then(|at| TABLES.get(at)).ok_or_else(|| self.damaged())?;
                    match values.len() == table.columns.len() {
                        true => Ok(Some((table, values))),
                        false => Err(self.damaged()),
                    }
                }
                _ => Err(self.damaged()),
            },
            _ => Err(self.damaged()),
        }
    }
}

/// Puts a backup in the place of everything, and begins a new epoch; it gives how many rows it has. Nothing is changed when
/// the file is not whole. Whoever is signed in to an account that is still there stays so.
///
/// # Errors
/// See [`BackupError`].
pub async fn restore(db: &Db, path: &Path) -> Result<u64, BackupError> {
    let mut count = 0;
    let mut reader = Reader::open(path)?;
    while reader.next(count)?.is_some() {
        count += 1;
    }
    let epoch = random::token();
    transaction!(db, connection => {
        match replace(connection, db.dialect, path, &epoch).await {
            Ok(()) => Ok(()),
            Err(BackupError::Database(fault)) => Err(fault),
            Err(error) => Err(Fault::Damaged(error.to_string())),
        }
    })?;
    Ok(count)
}

async fn replace(
    connection: &mut AnyConnection,
    dialect: Dialect,
    path: &Path,
    epoch: &str,
) -> Result<(), BackupError> {
    if dialect == Dialect::Postgres {
        // Everybody looks at the feed first: now they wait, and what they had begun is over.
        sqlx::raw_sql("LOCK TABLE feed IN ACCESS EXCLUSIVE MODE")
            .execute(&mut *connection)
            .await?;
    }
    for table in &TABLES {
        let sql = format!("DELETE FROM {}", table.name);
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    let mut reader = Reader::open(path)?;
    let mut waiting: Vec<Vec<Value>> = Vec::new();
    let mut of: Option<&'static Table> = None;
    let mut count = 0;
    loop {
        let next = reader.next(count)?;
        count += 1;
        let table = next.as_ref().map(|(table, _)| *table);
        let is_other = table.map(|table| table.name) != of.map(|table| table.name);
        if let Some(known) = of
            && (is_other || waiting.len() == ROWS)
        {
            insert(connection, dialect, known, &waiting).await?;
            waiting.clear();
        }
        of = table;
        match next {
            Some((_, values)) => waiting.push(values),
            None => break,
        }
    }
    sqlx::raw_sql("DELETE FROM sessions WHERE account NOT IN (SELECT id FROM accounts)")
        .execute(&mut *connection)
        .await?;
    // What is judged by is read anew, and no number was given before.
    sqlx::query(
        "UPDATE feed SET seq = (CASE WHEN seq > $1 THEN seq ELSE $1 END) + $2,
           books = (CASE WHEN seq > $1 THEN seq ELSE $1 END) + $2, floor = $3, epoch = $4",
    )
    .bind(reader.number("seq")?)
    .bind(AHEAD)
    .bind(reader.number("floor")?)
    .bind(epoch)
    .execute(connection)
    .await?;
    Ok(())
}

async fn insert(
    connection: &mut AnyConnection,
    dialect: Dialect,
    table: &Table,
    rows: &[Vec<Value>],
) -> Result<(), BackupError> {
    if rows.is_empty() {
        return Ok(());
    }
    let list = dialect.places(1, rows.len(), table.columns.len());
    let sql = format!("INSERT INTO {} ({}) VALUES {list}", table.name, table.names());
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for (column, value) in rows.iter().flat_map(|row| table.columns.iter().zip(row)) {
        query = match column.ends_with('#') {
            true => query.bind(value.as_i64()),
            false => query.bind(value.as_str().map(str::to_owned)),
        };
    }
    query.execute(connection).await?;
    Ok(())
}
