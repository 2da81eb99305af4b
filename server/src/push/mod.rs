//! `POST /changes`: ops of one device.
//!
//! Pushes that come at once share a transaction ([`together`]): their records are locked, their ops are judged one after the other by
//! the code that devices share ([`so_khoi::sync::judge`]), the numbers of the feed are taken, and records, audit and answers are written.
//! Either all of a push is there after its answer, or nothing.

mod batch;
mod request;
mod together;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    Json,
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::header,
    response::IntoResponse,
};
use so_khoi::{
    model::from_json,
    sync::{
        op::Op,
        wire::{Answer, Push, Pushed},
    },
};
use sqlx::{AnyConnection, AssertSqlSafe, Row};

pub use self::together::Queue;
use self::{
    batch::{Batch, By},
    together::Asked,
};
use crate::{
    audit,
    auth::{self, Signed},
    books::{Open, Shelf},
    db::{Dialect, devices, feed::Feed, records},
    fault::Fault,
    problem::Problem,
    random,
    state::App,
};

/// `POST /api/v1/changes`.
///
/// # Errors
/// A problem with the whole request. What becomes of each op is in the answer.
pub async fn push(
    State(app): State<App>,
    signed: Signed,
    body: Result<Bytes, BytesRejection>,
) -> Result<impl IntoResponse, Fault> {
    // What cannot be read is cut off, or longer than what the route lets in.
    let body = body.map_err(|rejection| match rejection.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Problem::TOO_LARGE,
        _ => Problem::UNREADABLE,
    })?;
    let push = request::read(&body)?;
    request::check_authors(&push, &signed.actor)?;
    let hashes = push.ops.iter().map(request::body_hash).collect::<Result<_, _>>()?;
    let asked = Asked { signed, push, hashes };
    // A client that goes away does not leave a push half judged: it ends, and is known when it comes again.
    let taker = App::clone(&app);
    let pushed = tokio::spawn(async move { together::take(&taker, asked).await });
    let pushed = pushed
        .await
        .map_err(|error| Fault::Damaged(format!("a push ended early: {error}")))??;
    app.metrics.pushed(pushed.answers.iter().map(|answer| answer.status));
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(pushed)))
}

/// What was done for pushes, in a transaction that is not committed yet.
struct Done {
    /// For each what is said, or why none of it was taken.
    told: Vec<Result<Pushed, Problem>>,
    /// The books, where they are those of the state that it leaves.
    shelf: Option<Arc<Shelf>>,
}

/// A push of which something may be taken.
struct Admitted<'a> {
    push: &'a Push,
    /// Who sends it, as they are now.
    signed: Signed,
    /// The ops that have no answer, each with its hash.
    fresh: Vec<(&'a Op, &'a str)>,
}

/// One try at pushes of different devices that have no op in common. What is wrong with one of them is found before anything is written.
async fn attempt(app: &App, group: &[&Asked], connection: &mut AnyConnection) -> Result<Done, Fault> {
    let (now_ms, dialect) = (app.clock.now_ms(), app.db.dialect);
    // The feed first, as everybody does: a restore replaces accounts, too, and whoever comes behind it hears of the epoch.
    let feed = Feed::read(connection).await?;
    let mut answers = known(connection, dialect, group).await?;
    let admitted = admit(app, group, connection, &feed, &answers, now_ms).await?;
    let taken: Vec<&Admitted<'_>> = admitted.iter().filter_map(|one| one.as_ref().ok()).collect();
    if taken.is_empty() {
        let told = admitted.into_iter().filter_map(Result::err).map(Err);
        return Ok(Done {
            told: told.collect(),
            shelf: None,
        });
    }
    let (batch, shelf) = judge(app, &taken, connection, &feed, now_ms).await?;
    pause(app).await;

    // From here on everybody else waits, so that numbers become visible in their order.
    let books_changed = batch.are_books_changed();
    let before = feed.take(connection, batch.numbers(), books_changed).await?;
    let judged = batch.finish(before)?;
    let written: Vec<_> = judged.records.iter().map(|slot| (&slot.held, slot.is_fresh)).collect();
    records::write(connection, dialect, &written, now_ms).await?;
    audit::append(connection, dialect, &judged.lines).await?;
    let sent: Vec<_> = taken.iter().map(|one| (one.push, &one.signed)).collect();
    let mut gaps = devices::sent(connection, dialect, &sent, now_ms).await?.into_iter();
    pause(app).await;

    for answer in judged.answers {
        answers.insert(answer.op_id.clone(), Known::Now(answer));
    }
    let told = admitted.into_iter().map(|one| {
        let ops = &one?.push.ops;
        Ok(Pushed {
            epoch: feed.epoch.clone(),
            answers: ops.iter().filter_map(|op| answers.get_mut(&op.op_id)?.say()).collect(),
            gaps: gaps.next().unwrap_or_default(),
        })
    });
    Ok(Done {
        told: told.collect(),
        shelf: (!books_changed).then_some(shelf),
    })
}

/// What of the pushes may be taken: of this epoch, of somebody who is still signed in, from their own device, and no op that said
/// something else before.
async fn admit<'a>(
    app: &App,
    group: &[&'a Asked],
    connection: &mut AnyConnection,
    feed: &Feed,
    answers: &BTreeMap<String, Known>,
    now_ms: i64,
) -> Result<Vec<Result<Admitted<'a>, Problem>>, Fault> {
    let dialect = app.db.dialect;
    let sessions = group.iter().map(|asked| &asked.signed);
    let sessions = auth::all_still(connection, dialect, sessions, now_ms).await?;
    let devices: Vec<&str> = group.iter().map(|asked| asked.push.device.as_str()).collect();
    let owners = devices::owners(connection, dialect, &devices).await?;
    let admitted = group.iter().map(|asked| {
        let Asked { signed, push, hashes } = *asked;
        if feed.epoch != push.epoch {
            return Err(Problem::EPOCH_CHANGED);
        }
        let signed = sessions.get(&signed.session).ok_or(Problem::SIGNED_OUT)?.clone();
        if owners
            .get(&push.device)
            .is_some_and(|owner| *owner != signed.actor.account)
        {
            return Err(Problem::OTHER_DEVICE);
        }
        let fresh = request::fresh(push, hashes, answers)?;
        Ok(Admitted { push, signed, fresh })
    });
    Ok(admitted.collect())
}

/// Locks the records that the pushes name, and judges their ops one after the other, by the books as they are then.
async fn judge<'a>(
    app: &App,
    taken: &[&'a Admitted<'a>],
    connection: &mut AnyConnection,
    feed: &Feed,
    now_ms: i64,
) -> Result<(Batch<'a>, Arc<Shelf>), Fault> {
    let dialect = app.db.dialect;
    let fresh = taken.iter().flat_map(|one| &one.fresh);
    let mut ids: Vec<_> = fresh.map(|(op, _)| &op.change.record).collect();
    ids.sort();
    ids.dedup();
    let held = records::lock(connection, dialect, &ids).await?;
    let shelf = app.books.read(connection, dialect, feed).await?;
    let mut batch = Batch::new(now_ms, feed, held, Open::new(Arc::clone(&shelf)));
    for Admitted { push, signed, fresh } in taken {
        let by = By {
            signed,
            device: &push.device,
        };
        for (op, hash) in fresh {
            batch.judge(by, op, hash)?;
        }
    }
    Ok((batch, shelf))
}

/// An op that has an answer.
enum Known {
    /// It came before, with this body.
    Before { answer: Answer, body_hash: String },
    /// It was judged just now.
    Now(Answer),
}

impl Known {
    /// The answer; from the second time on it is that of a duplicate.
    fn say(&mut self) -> Option<Answer> {
        match self {
            Self::Before { answer, .. } => Some(answer.again()),
            Self::Now(answer) => {
                let body_hash = String::new();
                let first = answer.clone();
                *self = Self::Before {
                    answer: first.clone(),
                    body_hash,
                };
                Some(first)
            }
        }
    }
}

/// The ops of pushes that were answered before.
async fn known(
    connection: &mut AnyConnection,
    dialect: Dialect,
    group: &[&Asked],
) -> Result<BTreeMap<String, Known>, Fault> {
    let mut known = BTreeMap::new();
    let ops: Vec<&Op> = group.iter().flat_map(|asked| &asked.push.ops).collect();
    if ops.is_empty() {
        return Ok(known);
    }
    let list = dialect.places(1, 1, ops.len());
    let sql = format!("SELECT op_id, body_hash, answer FROM ops WHERE op_id IN {list}");
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for op in ops {
        query = query.bind(&op.op_id);
    }
    for row in query.fetch_all(connection).await? {
        let answer = from_json::read(row.try_get::<&str, _>(2)?.as_bytes());
        let before = Known::Before {
            answer: answer.map_err(|error| Fault::Damaged(format!("an answer: {error}")))?,
            body_hash: row.try_get(1)?,
        };
        known.insert(row.try_get(0)?, before);
    }
    Ok(known)
}

/// Waits a while in tests of what others see meanwhile.
async fn pause(app: &App) {
    let most = app.settings.pause_before_commit;
    if most > Duration::ZERO {
        let [byte] = random::bytes::<1>();
        tokio::time::sleep(most.mul_f64(f64::from(byte) / 255.0)).await;
    }
}
