//! Backup, moving (Sao lưu, chuyển máy): a file of the open bloc, a bloc from a file, a file laid over the open bloc
//! figure by figure, JSON for other software.
//!
//! * [`names`]: names of files; [`due`]: whether a backup is due; [`words`]: a comparison in words.
//! * `work`: making and opening files; the rest draws.

pub mod due;
pub mod names;
pub mod part;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod choices;
#[cfg(target_arch = "wasm32")]
mod compared;
#[cfg(target_arch = "wasm32")]
mod make;
#[cfg(target_arch = "wasm32")]
mod open;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub mod reminder;
#[cfg(target_arch = "wasm32")]
pub mod work;

#[cfg(target_arch = "wasm32")]
pub use make::{Before, backup_before};
#[cfg(target_arch = "wasm32")]
pub use page::BackupPage;
