//! What follows from what the server says.

use super::{Asked, Engine, MOST_UNREST, State, Then};
use crate::model::from_json::{self, FromJson};
use crate::sync::engine::interface::{Effect, Loading, Phase, Reply, Request, Sum, Trouble, Write};
use crate::sync::op::Op;
use crate::sync::wire::{Answer, Changes, DigestOf, Me, Page, ProblemOf, Pushed, codes};

impl Engine {
    pub(super) fn replied(&mut self, asked: Asked, reply: Reply, random: u32) -> Vec<Effect> {
        match reply.status {
            200 => self.understood(asked, &reply, random),
            304 if matches!(asked, Asked::Changes) => self.compare(),
            401 => {
                self.state = State::SignedOut;
                let other = problem(&reply).code == "other-account";
                self.show(Phase::SignedOut { other }).into_iter().collect()
            }
            409 | 410 => self.lost(random),
            400 | 413 | 422 if matches!(asked, Asked::Push(_)) => self.not_taken(asked, &reply, random),
            408 | 425 | 429 | 500.. => self.fail(Trouble::Busy, reply.retry_after, random),
            400.. => self.stop(Trouble::Refused(problem(&reply).code), random),
            _ => self.fail(Trouble::Unreadable, None, random),
        }
    }

    /// A push that the server did not take as a whole.
    fn not_taken(&mut self, asked: Asked, reply: &Reply, random: u32) -> Vec<Effect> {
        let problem = problem(reply);
        if problem.code == "schema-too-new" {
            return self.stop(Trouble::OlderServer, random);
        }
        let ops = match asked {
            Asked::Push(ops) => ops,
            _ => Vec::new(),
        };
        let code = match reply.status {
            413 => codes::TOO_LARGE,
            _ => problem.code.as_str(),
        };
        match self.pending.halve(ops) {
            Some(op) => self.reject(&op, code, &problem.title),
            None => self.push(),
        }
    }

    fn understood(&mut self, asked: Asked, reply: &Reply, random: u32) -> Vec<Effect> {
        let known = match asked {
            Asked::First => read::<Me>(reply).map(|me| self.heard(&me, true)),
            Asked::Epoch => read::<Me>(reply).map(|me| self.heard(&me, false)),
            Asked::Push(ops) => read::<Pushed>(reply)
                .filter(|pushed| is_of(&ops, &pushed.answers))
                .map(|pushed| self.pushed(&ops, pushed)),
            Asked::Changes => read::<Changes>(reply).map(|changes| self.changed(changes, random)),
            Asked::Page => read::<Page>(reply).map(|page| self.loaded(page, random)),
            Asked::Digest(sum) => read::<DigestOf>(reply).map(|digest| self.compared(&sum, &digest, random)),
        };
        match known {
            Some(effects) => effects,
            None => self.fail(Trouble::Unreadable, None, random),
        }
    }

    fn heard(&mut self, me: &Me, first: bool) -> Vec<Effect> {
        let epoch = me.epoch.clone();
        if me.account.id != self.stock.account {
            self.state = State::SignedOut;
            return self.show(Phase::SignedOut { other: true }).into_iter().collect();
        }
        match () {
            () if first => self.write(Write::Begin { epoch }, Then::Begin),
            () if self.stock.epoch.as_ref() != Some(&epoch) => self.write(Write::Replay { epoch }, Then::Begin),
            () => self.forget(),
        }
    }

    fn pushed(&mut self, ops: &[Op], pushed: Pushed) -> Vec<Effect> {
        self.pending.taken();
        self.keep_answers(ops, pushed.answers, pushed.gaps)
    }

    fn changed(&mut self, changes: Changes, random: u32) -> Vec<Effect> {
        if self.is_restored(&changes.epoch) {
            return self.replay(changes.epoch, random);
        }
        if self.stock.scope.as_ref() != Some(&changes.scope) {
            return match self.is_restless() {
                true => self.fail(Trouble::Restless, None, random),
                false => self.forget(),
            };
        }
        let moved = self.stock.cursor.as_ref() != Some(&changes.cursor);
        if changes.more && !moved {
            return self.fail(Trouble::Unreadable, None, random);
        }
        if !moved && changes.records.is_empty() {
            return self.compare();
        }
        let more = changes.more;
        self.round.fetched += changes.records.len() as u64;
        self.stock.cursor = Some(changes.cursor.clone());
        self.write(Write::Changes(changes), Then::Fetch { more })
    }

    fn loaded(&mut self, page: Page, random: u32) -> Vec<Effect> {
        if self.is_restored(&page.epoch) {
            return self.replay(page.epoch, random);
        }
        let before = self.stock.loading.take();
        if before.as_ref().is_some_and(|before| before.scope != page.scope) {
            return match self.is_restless() {
                true => self.fail(Trouble::Restless, None, random),
                false => self.forget(),
            };
        }
        let records = before.as_ref().map_or(0, |before| before.records) + page.records.len() as u64;
        self.round.fetched += page.records.len() as u64;
        let shown = self.show(Phase::Loading {
            done: records,
            total: page.total,
        });
        match &page.next {
            Some(next) => {
                self.stock.loading = Some(Loading {
                    next: next.clone(),
                    records,
                    scope: page.scope.clone(),
                });
            }
            None => {
                self.round.loaded = true;
                self.stock.cursor = Some(page.cursor.clone());
                self.stock.scope = Some(page.scope.clone());
            }
        }
        let first = before.is_none();
        let mut effects: Vec<Effect> = shown.into_iter().collect();
        // After the last page comes what changed while they were read.
        effects.extend(self.write(Write::Page { first, page }, Then::Fetch { more: true }));
        effects
    }

    fn compared(&mut self, sum: &Sum, digest: &DigestOf, random: u32) -> Vec<Effect> {
        if self.is_restored(&digest.epoch) {
            return self.replay(digest.epoch.clone(), random);
        }
        // Something changed since: next time.
        if sum.cursor != digest.cursor {
            return self.finish();
        }
        if (sum.records, &sum.digest) == (digest.records, &digest.digest) {
            self.round.compared = true;
            return self.finish();
        }
        self.round.differed = true;
        match self.is_restless() {
            true => self.fail(Trouble::Restless, None, random),
            false => self.forget(),
        }
    }

    fn is_restored(&self, epoch: &str) -> bool {
        self.stock.epoch.as_deref() != Some(epoch)
    }

    fn is_restless(&mut self) -> bool {
        self.unrest += 1;
        self.unrest > MOST_UNREST
    }

    fn replay(&mut self, epoch: String, random: u32) -> Vec<Effect> {
        match self.is_restless() {
            true => self.fail(Trouble::Restless, None, random),
            false => self.write(Write::Replay { epoch }, Then::Begin),
        }
    }

    /// The server knows nothing of the epoch or of the cursor that it was asked by: it is asked which epoch it has.
    fn lost(&mut self, random: u32) -> Vec<Effect> {
        match self.is_restless() {
            true => self.fail(Trouble::Restless, None, random),
            false => self.ask(Request::Me, Asked::Epoch),
        }
    }

    fn forget(&mut self) -> Vec<Effect> {
        self.stock.cursor = None;
        self.stock.scope = None;
        self.stock.loading = None;
        self.write(Write::Forget, Then::Fetch { more: true })
    }
}

/// Whether each op has its answer.
fn is_of(ops: &[Op], answers: &[Answer]) -> bool {
    let mut both = ops.iter().zip(answers);
    ops.len() == answers.len() && both.all(|(op, answer)| op.op_id == answer.op_id)
}

fn read<T: FromJson>(reply: &Reply) -> Option<T> {
    from_json::read(&reply.body).ok()
}

/// The problem; where it cannot be read, its status alone.
fn problem(reply: &Reply) -> ProblemOf {
    read(reply).unwrap_or_else(|| ProblemOf {
        status: u64::from(reply.status),
        code: format!("http-{}", reply.status),
        title: String::new(),
        field: None,
        retryable: false,
        retry_after: None,
    })
}
