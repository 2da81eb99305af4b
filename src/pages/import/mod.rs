//! Import (Nhập từ bảng): a table or a workbook made elsewhere, read into one form or several (`book`, `draft`), into the list
//! of units or into the targets (`list`): paste or file (`source`), columns, units, what would change, one act.

pub mod rows;

#[cfg(target_arch = "wasm32")]
mod book;
#[cfg(target_arch = "wasm32")]
mod columns;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
mod for_form;
#[cfg(target_arch = "wasm32")]
mod handed;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod list_page;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod sheets;
#[cfg(target_arch = "wasm32")]
mod source;
#[cfg(target_arch = "wasm32")]
mod targets_page;
#[cfg(target_arch = "wasm32")]
mod units_page;
#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
mod whose;

#[cfg(target_arch = "wasm32")]
pub use page::ImportPage;
