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
//! * with a server: [`link`], [`linking`]: beginning and ending it; [`answers`]: what became of ops; [`feed`], [`arriving`]:
//!   what others did; [`shown`]: reading again what is on the screen; [`for_engine`]: all that as the engine asks for it.
//! * with a PIN: [`vault`] seals the rows of a database by a [`cipher`] (in the browser `web_cipher`), [`seal`] says how its key is had
//!   from the PIN.
//! * [`snapshots`], [`registry`], [`backups`]: what is beside the records.
//!
//! **Invariant:** a write that was answered is on the device; one that failed has changed nothing.

pub mod answers;
pub mod arriving;
pub mod backend;
pub mod backups;
pub mod cipher;
pub mod desk;
pub mod error;
pub mod feed;
pub mod fill;
pub mod for_engine;
mod gate;
pub mod head;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod journal;
pub mod link;
pub mod linking;
pub mod load;
pub mod memory;
pub mod page;
pub mod pages;
pub mod registry;
pub mod schema;
pub mod seal;
pub mod shown;
pub mod snapshots;
mod touched;
pub mod undo;
pub mod vault;
#[cfg(target_arch = "wasm32")]
pub mod web_cipher;
pub mod workspace;
