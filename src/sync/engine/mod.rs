//! The sync of a device, as a state machine without a clock, a network or a store: it is told what happened ([`Event`]) and
//! says what is to be done ([`Effect`]).
//!
//! # What whoever runs it has to provide
//!
//! A loop: `for effect in engine.step(event, random)`, carry the effect out, and give the event that answers it to the next
//! step. [`Effect`] says which event that is; `random` is any random number, for the jitter. Of the store it needs
//!
//! * [`Stock`]: how the workspace stands, and unanswered ops by their `seq`;
//! * [`Write`]: six writes, each one transaction.
//!
//! The engine keeps nothing that matters: it can be dropped at any point, and a new one goes on from what is stored. One tab
//! runs one.
//!
//! # What it does
//!
//! A round: ops are sent in batches in the order of their sequence, each batch after the answers to the one before are
//! written; then changes are fetched until there are none; now and then digests are compared. Reasons that come during a
//! round begin another one after it. Whatever fails begins a new round later.
//!
//! * An op that was sent and not answered is sent again: the server knows it by its identifier.
//! * A batch that is too large for the server is halved. So is one that it does not read at all, until one op is left: that
//!   one is rejected here, and the others go on.
//! * A rejected op holds back only later ops on its record; ops of another author are held back as well.
//! * 409 (another epoch): all kept ops count as unanswered and are sent again, then everything is loaded.
//! * 410, another scope, another digest: everything is loaded, page by page; a load that broke off goes on where it was.
//! * 401: it waits until somebody has signed in. Nothing is given up.

mod batch;
mod interface;
mod machine;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
mod wait;

pub use interface::{Effect, Event, Loading, Phase, Reply, Request, Round, Stock, Sum, Trouble, Write};
pub use machine::Engine;

/// How many ops are read at a time.
pub const MOST_READ: usize = crate::sync::wire::MOST_OPS;
