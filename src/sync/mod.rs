//! Changes as data: what an edit did, how it is done and undone, what waits to be sent, and what a server makes of it.
//!
//! Pure functions over plain data, shared by every store and by the server. Nothing here knows where changes are kept or how
//! they travel, and no clock orders anything.
//!
//! # Layout
//!
//! * `op`, `op_id`, `outbox`, `guard`: an edit on a device
//! * `wire`: what is said between a device and a server
//! * `rights`: who may read and write what; `sight`: what may be read, as a database is asked for it
//! * `groups`, `merge`: laying an op beside what others changed meanwhile, field by field
//! * `contest`: conflicts as they begin, change and end
//! * `judge`: what becomes of an op, all of that together; the server calls it inside a transaction
//! * `cursor`: what travels as text that nobody but the server takes apart
//! * `sequence`: which of a device's ops a server has seen
//! * `digest`: whether a device holds what the server holds
//! * `hub`: a server in memory, for tests
//! * `engine`: when a device sends what and fetches what

mod contest;
pub mod cursor;
pub mod digest;
pub mod engine;
pub mod groups;
pub mod guard;
pub mod hub;
pub mod judge;
pub mod merge;
pub mod op;
pub mod op_id;
pub mod outbox;
pub mod rights;
pub mod sequence;
pub mod sight;
mod whole;
pub mod wire;
