//! Accounts and devices: who this device is on the server, its sessions, leaving; for the office the accounts and invitations.
//!
//! * [`slips`]: whom to invite, what an account may be called, the invitations as a table.
//! * `panel`: what is shown; `own`, `sessions`, `leave`: this account; `list`, `edit`: the others; `invite`, `made`, `sheet`,
//!   `waiting`: invitations.

pub mod slips;

#[cfg(target_arch = "wasm32")]
mod asked;
#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod invite;
#[cfg(target_arch = "wasm32")]
mod leave;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod made;
#[cfg(target_arch = "wasm32")]
mod own;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod password;
#[cfg(target_arch = "wasm32")]
mod sessions;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod waiting;

#[cfg(target_arch = "wasm32")]
pub use panel::AccountsPanel;
