//! Import (Nhập từ bảng): a table made elsewhere, read into a form, into the list of units or into the targets: paste or
//! file, columns, units, what would change, one act.

pub mod rows;

#[cfg(target_arch = "wasm32")]
mod columns;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
mod intake;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod source;
#[cfg(target_arch = "wasm32")]
mod targets_page;
#[cfg(target_arch = "wasm32")]
mod units_page;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use page::ImportPage;
