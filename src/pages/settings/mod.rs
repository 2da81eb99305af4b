//! Settings (Cài đặt): the bloc's particulars, the forms it uses, looks, storage, the blocs of this device, installing, about, load trials.

pub mod accounts;
pub mod term;

#[cfg(target_arch = "wasm32")]
mod about;
#[cfg(target_arch = "wasm32")]
mod backup;
#[cfg(target_arch = "wasm32")]
mod bloc;
#[cfg(target_arch = "wasm32")]
mod blocs;
#[cfg(target_arch = "wasm32")]
mod forms;
#[cfg(target_arch = "wasm32")]
mod looks;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod trial;

#[cfg(target_arch = "wasm32")]
pub use accounts::AccountsPanel;
#[cfg(target_arch = "wasm32")]
pub use page::SettingsPage;
