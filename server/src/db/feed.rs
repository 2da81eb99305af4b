//! The feed: numbers that say in which order changes became visible.
//!
//! The row is the last thing that a transaction takes a lock on, and it is held until the commit. So numbers become visible in
//! their order: who has read up to one never meets a lower one later.

use sqlx::{AnyConnection, Row};

use super::records::number;
use crate::fault::Fault;

/// The feed's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The last number that was given.
    pub seq: u64,
    /// The highest number of a tombstone that was purged.
    pub floor: u64,
    /// The number at which something last changed that ops are judged by.
    pub books: u64,
    /// The server's epoch.
    pub epoch: String,
}

impl Feed {
    /// Reads it. What was committed later is not in what this transaction reads after it only when the transaction is
    /// [`Db::reading`](super::Db::reading).
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(connection: &mut AnyConnection) -> Result<Self, Fault> {
        let row = sqlx::query("SELECT seq, floor, books, epoch FROM feed WHERE id = 1")
            .fetch_one(connection)
            .await?;
        let number = |column: usize| -> Result<u64, Fault> {
            u64::try_from(row.try_get::<i64, _>(column)?).map_err(|_| Fault::Damaged("the feed".to_owned()))
        };
        Ok(Self {
            seq: number(0)?,
            floor: number(1)?,
            books: number(2)?,
            epoch: row.try_get(3)?,
        })
    }

    /// Takes the next `many` numbers and gives the one before them. From here on nobody else takes one until this
    /// transaction ends.
    ///
    /// # Errors
    /// [`Fault::Changed`] when the books or the epoch are others than those that were read.
    pub async fn take(&self, connection: &mut AnyConnection, many: u64, books_changed: bool) -> Result<u64, Fault> {
        let row = sqlx::query(
            "UPDATE feed SET seq = seq + $1, books = CASE WHEN $2 = 1 THEN seq + $1 ELSE books END
             WHERE id = 1 AND books = $3 AND epoch = $4 RETURNING seq",
        )
        .bind(number(many)?)
        .bind(i64::from(books_changed))
        .bind(number(self.books)?)
        .bind(&self.epoch)
        .fetch_optional(connection)
        .await?;
        let last: i64 = row.ok_or(Fault::Changed)?.try_get(0)?;
        u64::try_from(last)
            .ok()
            .and_then(|last| last.checked_sub(many))
            .ok_or_else(|| Fault::Damaged("the feed".to_owned()))
    }
}
