//! Changes as data: what an edit did, how it is done and undone, and what waits to be sent.
//!
//! Pure functions over plain data, shared by every store and later by the server. Nothing here knows
//! where changes are kept or how they travel.

pub mod guard;
pub mod op;
pub mod op_id;
pub mod outbox;
