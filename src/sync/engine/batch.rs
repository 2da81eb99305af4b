//! What of the unanswered ops is sent next.

use super::interface::{Round, Stock, json};
use crate::sync::op::Op;
use crate::sync::wire::{MOST_BYTES, MOST_OPS};
use std::collections::VecDeque;

/// How many bytes of a push's body are not its ops: names, and the numbers that nothing comes of.
const AROUND: usize = 4 << 10;

/// What is taken next.
#[derive(Debug, PartialEq)]
pub(super) enum Next {
    /// These are sent.
    Send(Vec<Op>),
    /// This one is too large for any push.
    TooLarge(Box<Op>),
    /// More has to be read.
    Read,
}

/// Ops that were read and are not sent yet.
#[derive(Debug)]
pub(super) struct Pending {
    ops: VecDeque<Op>,
    /// The last `seq` that was read.
    read: u64,
    /// How many are sent at once; halved when the server says that it is too much, and doubled when it takes them.
    most: usize,
}

impl Default for Pending {
    fn default() -> Pending {
        Pending {
            ops: VecDeque::new(),
            read: 0,
            most: MOST_OPS,
        }
    }
}

impl Pending {
    /// From the beginning: what was sent before and not answered is sent again.
    pub(super) fn start_over(&mut self) {
        self.ops.clear();
        self.read = 0;
    }

    /// After which `seq` is read on.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// Takes in what was read. Answers whether there was anything new.
    pub(super) fn take_in(&mut self, ops: Vec<Op>, stock: &Stock, round: &mut Round) -> bool {
        let Some(last) = ops.iter().map(|op| op.seq).max().filter(|last| *last > self.read) else {
            return false;
        };
        self.read = last;
        let before = ops.len();
        let own = ops.into_iter().filter(|op| op.author == stock.account);
        let had = self.ops.len();
        self.ops.extend(own);
        round.foreign += (before - (self.ops.len() - had)) as u64;
        true
    }

    /// The next batch. Ops behind a rejected one on their record stay out of it.
    pub(super) fn next(&mut self, stock: &Stock, round: &mut Round) -> Next {
        let mut batch = Vec::new();
        let mut bytes = AROUND;
        while batch.len() < self.most
            && let Some(op) = self.ops.pop_front()
        {
            let waits = stock.blocked.get(&op.change.record).is_some_and(|seq| op.seq > *seq);
            if waits {
                round.blocked += 1;
                continue;
            }
            // One more for what stands between two of them.
            bytes += json(&op).len() + 1;
            if bytes > MOST_BYTES {
                if batch.is_empty() {
                    return Next::TooLarge(Box::new(op));
                }
                self.ops.push_front(op);
                break;
            }
            batch.push(op);
        }
        match batch.is_empty() {
            true => Next::Read,
            false => Next::Send(batch),
        }
    }

    /// The server took a batch.
    pub(super) fn taken(&mut self) {
        self.most = (self.most * 2).min(MOST_OPS);
    }

    /// The server did not take these. Answers the op, where it was one alone; otherwise they are sent in smaller batches.
    pub(super) fn halve(&mut self, mut batch: Vec<Op>) -> Option<Op> {
        if batch.len() <= 1 {
            return batch.pop();
        }
        self.most = batch.len() / 2;
        for op in batch.into_iter().rev() {
            self.ops.push_front(op);
        }
        None
    }
}
