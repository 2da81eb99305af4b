//! What devices and a server say to each other, through real sockets, on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[macro_use]
#[path = "../support/mod.rs"]
mod support;

mod feed;
mod meanwhile;
mod ops;
mod pushes;

use so_khoi::sync::wire::{Answer, Status};

/// The code of a rejection.
fn refused(answer: &Answer) -> String {
    assert_eq!(answer.status, Status::Rejected, "{answer:?}");
    answer.problem.clone().unwrap().code
}
