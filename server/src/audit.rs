//! The audit: every op that was answered, in one chain of hashes for each unit. A line that was changed, taken out or put in
//! between breaks its chain; a chain that was cut short does not end as its last hash says.

use std::collections::BTreeMap;

use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};

use crate::{
    db::{
        Db, Dialect,
        records::{number, text},
    },
    fault::Fault,
    random,
};

/// How many lines one statement writes, or one step of the walk reads.
const ROWS: usize = 500;
const COLUMNS: &str = "op_id, unit, chain_no, device, seq, account, by_name, record, kind, at_ms, status, body_hash, body, \
    answer, prev_hash, hash";

/// A line of the audit, before it is chained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The op.
    pub op_id: String,
    /// The unit in whose chain it stands: the scope of its record.
    pub unit: String,
    /// The device.
    pub device: String,
    /// The op's number in the device's sequence.
    pub seq: u64,
    /// The account, by its identifier.
    pub account: String,
    /// The account, by the name that it had.
    pub by_name: String,
    /// The record.
    pub record: String,
    /// What that holds.
    pub kind: String,
    /// When it came, by the server's clock.
    pub at_ms: i64,
    /// What became of it, by its name.
    pub status: String,
    /// The hash by which the same op is known again.
    pub body_hash: String,
    /// The op as it came, as JSON.
    pub body: String,
    /// The answer that it got, as JSON.
    pub answer: String,
}

impl Line {
    fn hash(&self, chain_no: u64, before: &str) -> Result<String, Fault> {
        let Self {
            op_id,
            unit,
            device,
            seq,
            account,
            by_name,
            record,
            kind,
            at_ms,
            status,
            body_hash,
            body,
            answer,
        } = self;
        let names = (op_id, unit, device, account, by_name, record, kind, status);
        let line = (before, chain_no, seq, at_ms, names, body_hash, body, answer);
        Ok(random::hash(text(&line)?))
    }
}

/// Appends lines to their chains. The feed's row is locked by this transaction, so nobody else appends meanwhile.
///
/// # Errors
/// What the database says; of two transactions that append the same op, one is run again.
pub async fn append(connection: &mut AnyConnection, dialect: Dialect, lines: &[Line]) -> Result<(), Fault> {
    let mut ends = ends_of(connection, dialect, lines).await?;
    for lines in lines.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO ops ({COLUMNS}) VALUES {}",
            dialect.places(1, lines.len(), 16)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
        for line in lines {
            let end = ends.entry(&line.unit).or_default();
            end.chain_no += 1;
            let hash = line.hash(end.chain_no, &end.hash)?;
            query = query
                .bind(&line.op_id)
                .bind(&line.unit)
                .bind(number(end.chain_no)?)
                .bind(&line.device)
                .bind(number(line.seq)?)
                .bind(&line.account)
                .bind(&line.by_name)
                .bind(&line.record)
                .bind(&line.kind)
                .bind(line.at_ms)
                .bind(&line.status)
                .bind(&line.body_hash)
                .bind(&line.body)
                .bind(&line.answer)
                .bind(std::mem::replace(&mut end.hash, hash.clone()))
                .bind(hash);
        }
        query.execute(&mut *connection).await?;
    }
    let ends: Vec<(&&str, &End)> = ends.iter().collect();
    for ends in ends.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO chains (unit, chain_no, hash) VALUES {}
             ON CONFLICT (unit) DO UPDATE SET chain_no = excluded.chain_no, hash = excluded.hash",
            dialect.places(1, ends.len(), 3)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
        for (unit, end) in ends {
            query = query.bind(**unit).bind(number(end.chain_no)?).bind(&end.hash);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Where a chain ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct End {
    chain_no: u64,
    hash: String,
}

async fn ends_of<'l>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    lines: &'l [Line],
) -> Result<BTreeMap<&'l str, End>, Fault> {
    let mut ends: BTreeMap<&str, End> = lines.iter().map(|line| (line.unit.as_str(), End::default())).collect();
    if ends.is_empty() {
        return Ok(ends);
    }
    let sql = format!(
        "SELECT unit, chain_no, hash FROM chains WHERE unit IN {}",
        dialect.places(1, 1, ends.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for unit in ends.keys() {
        query = query.bind(*unit);
    }
    for row in query.fetch_all(connection).await? {
        if let Some(end) = ends.get_mut(row.try_get::<&str, _>(0)?) {
            end.chain_no = unsigned(&row, 1)?;
            end.hash = row.try_get(2)?;
        }
    }
    Ok(ends)
}

fn unsigned(row: &AnyRow, column: usize) -> Result<u64, Fault> {
    u64::try_from(row.try_get::<i64, _>(column)?).map_err(|_| Fault::Damaged("a negative number".to_owned()))
}

/// What a walk along all chains found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many chains there are.
    pub chains: u64,
    /// How many lines were read.
    pub lines: u64,
    /// Where chains are broken: the unit, and the first number that is not as it should be.
    pub broken: Vec<(String, u64)>,
}

/// Walks along all chains.
///
/// # Errors
/// When the database cannot be read. A broken chain is no error: it is in the report.
pub async fn verify(db: &Db) -> Result<Report, Fault> {
    let mut reading = db.reading().await?;
    let mut report = Report::default();
    // Lines of a unit whose chain's end was taken away are found too.
    let units = sqlx::query(
        "SELECT units.unit, COALESCE(chains.chain_no, 0), COALESCE(chains.hash, '')
         FROM (SELECT unit FROM ops UNION SELECT unit FROM chains) AS units
         LEFT JOIN chains ON chains.unit = units.unit ORDER BY units.unit",
    )
    .fetch_all(&mut *reading)
    .await?;
    for row in &units {
        let unit: String = row.try_get(0)?;
        let should = End {
            chain_no: unsigned(row, 1)?,
            hash: row.try_get(2)?,
        };
        report.chains += 1;
        if let Some(at) = walk(&mut reading, &unit, &should, &mut report.lines).await? {
            report.broken.push((unit, at));
        }
    }
    Ok(report)
}

/// Walks along one chain; it gives the first number that is not as it should be.
async fn walk(connection: &mut AnyConnection, unit: &str, should: &End, lines: &mut u64) -> Result<Option<u64>, Fault> {
    let mut end = End::default();
    loop {
        let sql = format!("SELECT {COLUMNS} FROM ops WHERE unit = $1 AND chain_no > $2 ORDER BY chain_no LIMIT {ROWS}");
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(unit)
            .bind(number(end.chain_no)?)
            .fetch_all(&mut *connection)
            .await?;
        for row in &rows {
            *lines += 1;
            let next = end.chain_no + 1;
            let line = line_of(row)?;
            let hash = line.hash(next, &end.hash)?;
            let is_next = unsigned(row, 2)? == next;
            if !is_next || row.try_get::<&str, _>(14)? != end.hash || row.try_get::<&str, _>(15)? != hash {
                return Ok(Some(next));
            }
            end = End { chain_no: next, hash };
        }
        if rows.len() < ROWS {
            return Ok((end != *should).then_some(end.chain_no + 1));
        }
    }
}

fn line_of(row: &AnyRow) -> Result<Line, Fault> {
    Ok(Line {
        op_id: row.try_get(0)?,
        unit: row.try_get(1)?,
        device: row.try_get(3)?,
        seq: unsigned(row, 4)?,
        account: row.try_get(5)?,
        by_name: row.try_get(6)?,
        record: row.try_get(7)?,
        kind: row.try_get(8)?,
        at_ms: row.try_get(9)?,
        status: row.try_get(10)?,
        body_hash: row.try_get(11)?,
        body: row.try_get(12)?,
        answer: row.try_get(13)?,
    })
}
