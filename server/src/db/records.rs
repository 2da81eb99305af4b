//! Records as they are stored: read for judging, and written.

use std::collections::BTreeMap;

use so_khoi::{
    model::{
        conflict::{Conflict, ConflictState},
        from_json,
        id::{RecordId, UnitId},
        record::{Entity, Fields, Record, RecordKind},
    },
    sync::merge::{Held, Mark},
};
use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};

use super::Dialect;
use crate::fault::Fault;

/// How many rows one statement writes: SQLite takes 32,766 values at most.
const ROWS: usize = 1_000;
const COLUMNS: &str = "id, kind, scope, rev, fields, marks";

/// Reads records by their identifiers, and the open conflicts about them; none of them changes until the transaction
/// ends. They are locked in the order of their identifiers, so that two who want the same do not wait for each other.
///
/// # Errors
/// What the database says, or a row that is no record.
pub async fn lock(connection: &mut AnyConnection, dialect: Dialect, ids: &[&RecordId]) -> Result<Vec<Held>, Fault> {
    let mut found = Vec::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let (list, again) = (
        dialect.places(1, 1, ids.len()),
        dialect.places(ids.len() + 1, 1, ids.len()),
    );
    let sql = format!(
        "SELECT {COLUMNS} FROM records WHERE id IN {list} OR about IN {again} ORDER BY id{}",
        dialect.for_update()
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for id in ids.iter().chain(ids) {
        query = query.bind(id.as_str());
    }
    for row in query.fetch_all(connection).await? {
        found.push(held_of(&row)?);
    }
    Ok(found)
}

/// Reads all records of some kinds.
///
/// # Errors
/// What the database says, or a row that is no record.
pub async fn of_kinds(
    connection: &mut AnyConnection,
    dialect: Dialect,
    kinds: &[RecordKind],
) -> Result<Vec<Record>, Fault> {
    let sql = format!(
        "SELECT id, kind, scope, rev, fields FROM records WHERE kind IN {} AND gone = 0 ORDER BY id",
        dialect.places(1, 1, kinds.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for kind in kinds {
        query = query.bind(kind.name());
    }
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(record_of).collect()
}

/// A record in a row that begins with its columns id, kind, scope, rev and fields.
///
/// # Errors
/// When the row is no record.
pub fn record_of(row: &AnyRow) -> Result<Record, Fault> {
    let (id, kind): (&str, &str) = (row.try_get(0)?, row.try_get(1)?);
    let damaged = |what: &str| Fault::Damaged(format!("{what} of {id}"));
    let fields: &str = row.try_get(4)?;
    let rev: i64 = row.try_get(3)?;
    Ok(Record {
        id: RecordId::new(id),
        kind: RecordKind::named(kind).ok_or_else(|| damaged("kind"))?,
        scope: UnitId::new(row.try_get::<&str, _>(2)?),
        fields: serde_json::from_str::<Fields>(fields).map_err(|_| damaged("fields"))?,
        rev: u64::try_from(rev).map_err(|_| damaged("rev"))?,
    })
}

fn held_of(row: &AnyRow) -> Result<Held, Fault> {
    let record = record_of(row)?;
    let marks = marks_of(row.try_get(5)?).ok_or_else(|| Fault::Damaged(format!("marks of {}", record.id)))?;
    Ok(Held { record, marks })
}

/// Fields that one op gave share a mark, and it is written once: `[{"mark": …, "fields": […]}]`.
fn marks_text(marks: &BTreeMap<String, Mark>) -> String {
    let mut groups: Vec<(&Mark, Vec<&str>)> = Vec::new();
    for (field, mark) in marks {
        match groups.iter_mut().find(|(known, _)| *known == mark) {
            Some((_, fields)) => fields.push(field),
            None => groups.push((mark, vec![field])),
        }
    }
    let groups = groups
        .into_iter()
        .map(|(mark, fields)| serde_json::json!({ "mark": mark, "fields": fields }));
    serde_json::Value::from_iter(groups).to_string()
}

fn marks_of(text: &str) -> Option<BTreeMap<String, Mark>> {
    let groups: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
    let mut marks = BTreeMap::new();
    for group in groups {
        let mark = <Mark as from_json::FromJson>::from_json(group.get("mark")?).ok()?;
        for field in group.get("fields")?.as_array()? {
            marks.insert(field.as_str()?.to_owned(), mark.clone());
        }
    }
    Some(marks)
}

/// Writes records. Those that are `fresh` are not there yet: when somebody else made one meanwhile, the database refuses it
/// and the transaction is run again. The others are locked by [`lock`].
///
/// # Errors
/// What the database says.
pub async fn write(
    connection: &mut AnyConnection,
    dialect: Dialect,
    records: &[(&Held, bool)],
    now_ms: i64,
) -> Result<(), Fault> {
    const MORE: &str = "about, gone, removed_ms";
    const UPDATE: &str = " ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, fields = excluded.fields, \
        marks = excluded.marks, about = excluded.about, gone = excluded.gone, \
        removed_ms = CASE WHEN excluded.removed_ms IS NULL THEN NULL ELSE COALESCE(records.removed_ms, excluded.removed_ms) END";
    for is_fresh in [true, false] {
        let some: Vec<&Held> = records
            .iter()
            .filter(|(_, fresh)| *fresh == is_fresh)
            .map(|(held, _)| *held)
            .collect();
        for rows in some.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO records ({COLUMNS}, {MORE}) VALUES {}{}",
                dialect.places(1, rows.len(), 9),
                if is_fresh { "" } else { UPDATE }
            );
            let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
            for held in rows {
                let record = &held.record;
                let open = open_conflict(record);
                query = query
                    .bind(record.id.as_str())
                    .bind(record.kind.name())
                    .bind(record.scope.as_str())
                    .bind(number(record.rev)?)
                    .bind(text(&record.fields)?)
                    .bind(marks_text(&held.marks))
                    .bind(open.map(|conflict| conflict.record.as_str().to_owned()))
                    .bind(i64::from(record.fields.is_empty()))
                    .bind(record.is_removed().then_some(now_ms));
            }
            query.execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// The conflict that a record is, while somebody has to choose.
pub fn open_conflict(record: &Record) -> Option<Conflict> {
    if record.kind != RecordKind::Conflict || record.is_removed() {
        return None;
    }
    let conflict = Conflict::from_record(record).ok()?;
    (conflict.state == ConflictState::Open).then_some(conflict)
}

/// A number as the database has it.
///
/// # Errors
/// When it is beyond what the database holds.
pub fn number(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Damaged(format!("the number {number}")))
}

/// Something as JSON text.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn text(thing: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(thing).map_err(|error| Fault::Damaged(error.to_string()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_back() {
        let mark = |rev, by: &str| Mark {
            rev,
            device: "máy 1".into(),
            by: by.into(),
            at_ms: 7,
        };
        let marks = BTreeMap::from([
            ("a".to_owned(), mark(1, "x")),
            ("b".to_owned(), mark(2, "y")),
            ("c".to_owned(), mark(1, "x")),
        ]);
        let text = marks_text(&marks);
        assert_eq!(text.matches("máy 1").count(), 2);
        assert_eq!(marks_of(&text), Some(marks));
        assert_eq!(marks_of("{}"), None);
    }
}
