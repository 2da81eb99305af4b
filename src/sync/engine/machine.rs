//! From one state to the next. [`replies`] says what the server makes of it.

mod replies;

use super::batch::{Next, Pending};
use super::interface::{Effect, Event, Phase, Request, Round, Stock, Sum, Trouble, Write};
use super::wait::{RARELY_MS, pause, wait_of};
use crate::sync::op::Op;
use crate::sync::sequence;
use crate::sync::wire::{Answer, Gap, Push, SCHEMA, Status, codes};

/// How often a round may find that what it knew of the server is no good.
const MOST_UNREST: u32 = 3;

/// The sync of a device.
#[derive(Debug, Default)]
pub struct Engine {
    state: State,
    offline: bool,
    /// There was reason to begin again while a round was under way.
    again: bool,
    stock: Stock,
    pending: Pending,
    round: Round,
    unrest: u32,
    tries: u32,
    waits: u64,
    shown: Option<Phase>,
}

/// What is waited for.
#[derive(Debug, Default)]
enum State {
    #[default]
    Idle,
    Reading,
    ReadingOps,
    Asking(Asked),
    Writing(Then),
    Summing,
    Waiting(u64),
    SignedOut,
}

/// What the server was asked, and for what.
#[derive(Debug)]
enum Asked {
    /// The epoch, the first time.
    First,
    /// Whether there is a new epoch.
    Epoch,
    Push(Vec<Op>),
    Changes,
    Page,
    Digest(Sum),
}

/// What is done when it is written.
#[derive(Debug)]
enum Then {
    Push,
    Fetch { more: bool },
    Begin,
}

impl Engine {
    /// One that knows of nothing yet, of a device that is online.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Whether nothing is under way and nothing is waited for.
    pub fn is_idle(&self) -> bool {
        matches!(self.state, State::Idle)
    }

    /// What is to be done now that this happened. `random` is any number, for the jitter.
    pub fn step(&mut self, event: Event, random: u32) -> Vec<Effect> {
        let state = std::mem::take(&mut self.state);
        match (state, event) {
            (state, Event::Online(online)) => self.online(state, online),
            (state, Event::Wanted) => self.wanted(state),
            (State::Idle | State::Waiting(_) | State::SignedOut, Event::Pressed | Event::SignedIn) => self.begin(),
            (state, Event::Pressed | Event::SignedIn) => self.note(state),
            (State::Waiting(no), Event::Waited(other)) if no == other => self.begin(),

            (State::Reading, Event::Stock(stock)) => self.take_stock(stock),
            (State::ReadingOps, Event::Ops(ops)) => match self.pending.take_in(ops, &self.stock, &mut self.round) {
                true => self.push(),
                false => self.fetch(),
            },
            (State::Writing(then), Event::Written) => self.written(then),
            (State::Summing, Event::Summed(Some(sum))) => self.ask(Request::Digest, Asked::Digest(sum)),
            (State::Summing, Event::Summed(None)) => self.finish(),
            (State::Asking(asked), Event::Replied(reply)) => self.replied(asked, reply, random),
            (State::Asking(_), Event::Unreachable) => self.fail(Trouble::Unreachable, None, random),
            (
                State::Reading | State::ReadingOps | State::Writing(_) | State::Summing | State::Asking(_),
                Event::StoreFailed,
            ) => self.fail(Trouble::Store, None, random),
            // What comes late, from before a step that did not wait for it.
            (state, _) => {
                self.state = state;
                Vec::new()
            }
        }
    }

    fn online(&mut self, state: State, online: bool) -> Vec<Effect> {
        self.offline = !online;
        match state {
            State::Idle | State::Waiting(_) if online => self.begin(),
            State::Idle | State::Waiting(_) => {
                self.state = State::Idle;
                self.show(Phase::Offline).into_iter().collect()
            }
            // A request that is under way fails by itself.
            state => self.keep(state),
        }
    }

    fn wanted(&mut self, state: State) -> Vec<Effect> {
        match state {
            State::Idle if self.offline => self.show(Phase::Offline).into_iter().collect(),
            State::Idle => self.begin(),
            // It begins when the time comes.
            State::Waiting(_) | State::SignedOut => self.keep(state),
            state => self.note(state),
        }
    }

    fn keep(&mut self, state: State) -> Vec<Effect> {
        self.state = state;
        Vec::new()
    }

    fn note(&mut self, state: State) -> Vec<Effect> {
        self.again = true;
        self.keep(state)
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.again = false;
        self.unrest = 0;
        self.round = Round::default();
        self.read_again()
    }

    /// Reads how the workspace stands and begins with the ops again.
    fn read_again(&mut self) -> Vec<Effect> {
        self.pending.start_over();
        self.state = State::Reading;
        vec![Effect::Read]
    }

    fn take_stock(&mut self, stock: Stock) -> Vec<Effect> {
        self.stock = stock;
        match self.stock.epoch {
            None => self.ask(Request::Me, Asked::First),
            Some(_) => self.push(),
        }
    }

    fn push(&mut self) -> Vec<Effect> {
        match self.pending.next(&self.stock, &mut self.round) {
            Next::Read => {
                self.state = State::ReadingOps;
                let after = self.pending.read();
                vec![Effect::ReadOps { after }]
            }
            Next::TooLarge(op) => self.reject(&op, codes::TOO_LARGE, ""),
            Next::Send(ops) => {
                let push = Push {
                    device: self.stock.device.clone(),
                    schema: SCHEMA,
                    epoch: self.stock.epoch.clone().unwrap_or_default(),
                    ops: ops.clone(),
                    skipped: self.stock.skipped.clone(),
                };
                let mut effects: Vec<Effect> = self.show(Phase::Sending).into_iter().collect();
                effects.extend(self.ask(Request::Push(push), Asked::Push(ops)));
                effects
            }
        }
    }

    /// Rejects an op here that no server takes.
    fn reject(&mut self, op: &Op, code: &str, detail: &str) -> Vec<Effect> {
        let answer = Answer::refused(&op.op_id, code, detail);
        self.keep_answers(std::slice::from_ref(op), vec![answer], Vec::new())
    }

    fn keep_answers(&mut self, ops: &[Op], answers: Vec<Answer>, gaps: Vec<Gap>) -> Vec<Effect> {
        for (op, answer) in ops.iter().zip(&answers) {
            self.round.answered += 1;
            match answer.fate() {
                Status::Conflict => self.round.conflicts += 1,
                Status::Rejected => {
                    self.round.rejected += 1;
                    let (first, last) = (op.seq, op.seq);
                    sequence::add(&mut self.stock.skipped, Gap { first, last });
                    let first = self.stock.blocked.entry(op.change.record.clone()).or_insert(op.seq);
                    *first = (*first).min(op.seq);
                }
                _ => {}
            }
        }
        self.write(Write::Answers { answers, gaps }, Then::Push)
    }

    fn fetch(&mut self) -> Vec<Effect> {
        match self.stock.cursor.clone() {
            Some(since) => {
                let mut effects: Vec<Effect> = self.show(Phase::Fetching).into_iter().collect();
                effects.extend(self.ask(Request::Changes { since }, Asked::Changes));
                effects
            }
            None => {
                let (done, total) = match (&self.stock.loading, &self.shown) {
                    (Some(loading), Some(Phase::Loading { total, .. })) => (loading.records, *total),
                    (Some(loading), _) => (loading.records, 0),
                    (None, _) => (0, 0),
                };
                let mut effects: Vec<Effect> = self.show(Phase::Loading { done, total }).into_iter().collect();
                let page = self.stock.loading.as_ref().map(|loading| loading.next.clone());
                effects.extend(self.ask(Request::Records { page }, Asked::Page));
                effects
            }
        }
    }

    fn compare(&mut self) -> Vec<Effect> {
        if !self.stock.digest_due || self.round.compared {
            return self.finish();
        }
        self.state = State::Summing;
        vec![Effect::Sum]
    }

    fn finish(&mut self) -> Vec<Effect> {
        self.tries = 0;
        self.shown = None;
        let mut effects = vec![Effect::Done(std::mem::take(&mut self.round))];
        if self.again && !self.offline {
            effects.extend(self.begin());
        }
        effects
    }

    fn written(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Push => self.push(),
            Then::Fetch { more: true } => self.fetch(),
            Then::Fetch { more: false } => self.compare(),
            Then::Begin => self.read_again(),
        }
    }

    fn ask(&mut self, request: Request, asked: Asked) -> Vec<Effect> {
        self.state = State::Asking(asked);
        vec![Effect::Send(request)]
    }

    fn write(&mut self, write: Write, then: Then) -> Vec<Effect> {
        self.state = State::Writing(then);
        vec![Effect::Write(write)]
    }

    fn show(&mut self, phase: Phase) -> Option<Effect> {
        if self.shown.as_ref() == Some(&phase) {
            return None;
        }
        self.shown = Some(phase.clone());
        Some(Effect::Show(phase))
    }

    /// Begins again later.
    fn fail(&mut self, why: Trouble, retry_after: Option<u64>, random: u32) -> Vec<Effect> {
        self.tries = self.tries.saturating_add(1);
        let ms = wait_of(self.tries, retry_after, random);
        self.wait(Phase::Waiting { why, ms }, ms)
    }

    /// Begins again much later: somebody has to do something first.
    fn stop(&mut self, why: Trouble, random: u32) -> Vec<Effect> {
        self.wait(Phase::Stopped(why), pause(RARELY_MS, random))
    }

    fn wait(&mut self, phase: Phase, ms: u64) -> Vec<Effect> {
        self.waits += 1;
        let no = self.waits;
        self.state = State::Waiting(no);
        let phase = match self.offline {
            true => Phase::Offline,
            false => phase,
        };
        let mut effects: Vec<Effect> = self.show(phase).into_iter().collect();
        effects.push(Effect::Wait { no, ms });
        effects
    }
}
