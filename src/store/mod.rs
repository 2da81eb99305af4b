//! Where a bloc's records are kept on this device.
//!
//! One database a workspace, one for the list of workspaces. [`workspace::Store`] is written once over
//! [`backend`]; [`memory`] and IndexedDB (`indexed_db`, the only file that knows its crate, in the
//! browser only) are held to one contract by one suite of tests.
//!
//! # Layout
//!
//! * [`backend`]: tables of bytes and transactions; [`schema`]: which tables there are.
//! * [`page`], [`pages`]: records as pages; [`head`]: the sequences; [`journal`], [`undo`]: the past.
//! * [`workspace`]: edits, imports, folding, history; [`fill`]: a new workspace, part by part; [`load`]: opening, damaged rows included;
//!   [`desk`]: what is being worked on.
//! * [`snapshots`], [`registry`], [`backups`]: what is beside the records.
//!
//! **Invariant:** a write that was answered is on the device; one that failed has changed nothing.

pub mod backend;
pub mod backups;
pub mod desk;
pub mod error;
pub mod fill;
pub mod head;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod journal;
pub mod load;
pub mod memory;
pub mod page;
pub mod pages;
pub mod registry;
pub mod schema;
pub mod snapshots;
pub mod undo;
pub mod workspace;
