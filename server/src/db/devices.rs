//! What is known of each device: when it was last there, and which of its ops never came.

use std::collections::BTreeMap;

use so_khoi::{
    model::from_json,
    sync::{
        sequence::Sequence,
        wire::{Gap, Push},
    },
};
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::{
    Dialect,
    records::{number, text},
};
use crate::{auth::Signed, fault::Fault};

/// What is known of a device.
#[derive(Debug)]
struct Known {
    account: String,
    sequence: Sequence,
}

async fn known(
    connection: &mut AnyConnection,
    dialect: Dialect,
    devices: &[&str],
) -> Result<BTreeMap<String, Known>, Fault> {
    let mut known = BTreeMap::new();
    let list = dialect.places(1, 1, devices.len());
    let sql = format!("SELECT id, account, last_seq, gaps FROM devices WHERE id IN {list}");
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(devices.len() == 1);
    for device in devices {
        query = query.bind(*device);
    }
    for row in query.fetch_all(connection).await? {
        let sequence = Sequence {
            last: u64::try_from(row.try_get::<i64, _>(2)?).unwrap_or_default(),
            gaps: gaps_of(row.try_get(3)?)?,
        };
        let account = row.try_get(1)?;
        known.insert(row.try_get(0)?, Known { account, sequence });
    }
    Ok(known)
}

/// Whose devices they are; those that never sent anything are nobody's.
///
/// # Errors
/// What the database says.
pub async fn owners(
    connection: &mut AnyConnection,
    dialect: Dialect,
    devices: &[&str],
) -> Result<BTreeMap<String, String>, Fault> {
    let known = known(connection, dialect, devices).await?;
    Ok(known.into_iter().map(|(id, known)| (id, known.account)).collect())
}

/// Devices sent pushes, each one, under the sessions of their owners. It gives what is missing of the numbers of each.
///
/// # Errors
/// [`Fault::Changed`] when one became somebody else's meanwhile; what the database says.
pub async fn sent(
    connection: &mut AnyConnection,
    dialect: Dialect,
    pushes: &[(&Push, &Signed)],
    now_ms: i64,
) -> Result<Vec<Vec<Gap>>, Fault> {
    let ids: Vec<&str> = pushes.iter().map(|(push, _)| push.device.as_str()).collect();
    let mut known = known(connection, dialect, &ids).await?;
    let sql = format!(
        "INSERT INTO devices (id, label, account, seen_ms, last_seq, gaps) VALUES {}
         ON CONFLICT (id) DO UPDATE SET label = excluded.label, seen_ms = excluded.seen_ms,
           last_seq = excluded.last_seq, gaps = excluded.gaps",
        dialect.places(1, pushes.len(), 6)
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(pushes.len() == 1);
    let mut gaps = Vec::with_capacity(pushes.len());
    for (push, signed) in pushes {
        let mut sequence = match known.remove(&push.device) {
            // Ops of one device never stand against each other, so a name is of one account for ever.
            Some(known) if known.account != signed.actor.account => return Err(Fault::Changed),
            Some(known) => known.sequence,
            None => Sequence::default(),
        };
        push.ops.iter().for_each(|op| sequence.take(op.seq));
        push.skipped.iter().for_each(|numbers| sequence.skip(*numbers));
        query = query
            .bind(&push.device)
            .bind(&signed.device_label)
            .bind(&signed.actor.account)
            .bind(now_ms)
            .bind(number(sequence.last)?)
            .bind(text(&sequence.gaps)?);
        gaps.push(sequence.gaps);
    }
    query.execute(connection).await?;
    Ok(gaps)
}

/// Gaps as they are stored.
///
/// # Errors
/// When the text is none.
pub fn gaps_of(text: &str) -> Result<Vec<Gap>, Fault> {
    from_json::read(text.as_bytes()).map_err(|error| Fault::Damaged(format!("gaps: {error}")))
}
