//! Accounts, sessions and invitations, who may ask what, and what stands before all of it, through real sockets and on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[macro_use]
#[path = "../support/mod.rs"]
mod support;

mod browser;
mod described;
mod guarded;
mod invited;
mod links;
mod managed;
mod matrix;
mod meanwhile;
mod signed_in;
mod writes;
