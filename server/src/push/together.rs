//! Pushes that come while one is written are written together.
//!
//! A commit waits for the disk, and the numbers of the feed are held until it is done, so others wait. Whoever's turn it is next takes all
//! that wait into one transaction: each push stands or falls by itself, and one wait for the disk, and one statement of each sort, is enough
//! for all of them. None is answered before. Several programs on one PostgreSQL take turns by the feed's row.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use so_khoi::sync::wire::{Push, Pushed};
use tokio::sync::oneshot::{self, error::TryRecvError};

use super::attempt;
use crate::{auth::Signed, fault::Fault, state::App, transaction};

/// How many pushes one transaction holds at most: the last of them wait for the first.
const MOST: usize = 64;

/// How many ops, if it is more than one push: SQLite takes 32,766 values in a statement, and each op's record is named twice.
const MOST_OPS: usize = 1_000;

/// A push, as it waits.
#[derive(Debug)]
pub(super) struct Asked {
    pub signed: Signed,
    pub push: Push,
    /// The hash of each op's body.
    pub hashes: Vec<String>,
}

/// The pushes that wait for their turn.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Mutex<VecDeque<Waiting>>,
    turn: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Waiting {
    asked: Arc<Asked>,
    told: oneshot::Sender<Result<Pushed, Fault>>,
}

impl Queue {
    fn waiting(&self) -> std::sync::MutexGuard<'_, VecDeque<Waiting>> {
        // Adding and taking cannot leave it half done.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next that can be written together: of different devices, with no op in common.
    fn next(&self) -> Vec<Waiting> {
        let mut waiting = self.waiting();
        let (mut group, mut devices, mut ops) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        while let Some(one) = waiting.pop_front() {
            let push = &one.asked.push;
            let is_apart = !devices.contains(&push.device) && push.ops.iter().all(|op| !ops.contains(&op.op_id));
            let has_room = group.len() < MOST && ops.len() + push.ops.len() <= MOST_OPS;
            let goes_along = group.is_empty() || is_apart && has_room;
            if !goes_along {
                waiting.push_front(one);
                break;
            }
            devices.insert(push.device.clone());
            ops.extend(push.ops.iter().map(|op| op.op_id.clone()));
            group.push(one);
        }
        group
    }
}

/// Takes a push in.
///
/// # Errors
/// Why none of it was taken.
pub(super) async fn take(app: &App, asked: Asked) -> Result<Pushed, Fault> {
    let (asked, (told, mut answer)) = (Arc::new(asked), oneshot::channel());
    app.pushes.waiting().push_back(Waiting {
        asked: Arc::clone(&asked),
        told,
    });
    let _turn = tokio::select! {
        biased;
        done = &mut answer => match done {
            Ok(done) => return done,
            // Whoever had taken it along did not come to its end.
            Err(_) => return alone(app, &asked).await,
        },
        turn = app.pushes.turn.lock() => turn,
    };
    loop {
        match answer.try_recv() {
            Ok(done) => return done,
            Err(TryRecvError::Closed) => return alone(app, &asked).await,
            Err(TryRecvError::Empty) => together(app, app.pushes.next()).await,
        }
    }
}

async fn together(app: &App, group: Vec<Waiting>) {
    let asked: Vec<&Asked> = group.iter().map(|waiting| waiting.asked.as_ref()).collect();
    let done = match written(app, &asked).await {
        // What befell the database, each hears for itself: a full disk may have room for one.
        Err(_) if asked.len() > 1 => {
            let mut done = Vec::with_capacity(asked.len());
            for one in asked {
                done.push(alone(app, one).await);
            }
            done
        }
        Err(fault) => vec![Err(fault)],
        Ok(done) => done,
    };
    for (waiting, done) in group.into_iter().zip(done) {
        // Nobody waits where the program is stopping.
        let _ = waiting.told.send(done);
    }
}

async fn alone(app: &App, asked: &Asked) -> Result<Pushed, Fault> {
    let done = written(app, &[asked]).await?.pop();
    done.unwrap_or(Err(Fault::Changed))
}

async fn written(app: &App, group: &[&Asked]) -> Result<Vec<Result<Pushed, Fault>>, Fault> {
    let done = transaction!(app.db, connection => attempt(app, group, connection).await)?;
    done.shelf.iter().for_each(|shelf| app.books.keep(shelf));
    Ok(done.told.into_iter().map(|told| told.map_err(Fault::from)).collect())
}
