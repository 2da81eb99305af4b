//! Units (Đơn vị): the tree, its numbers beside the stated ones, adding, changing, ordering, closing.

pub mod change;
pub mod counts;
pub mod figures;
pub mod listed;
pub mod reorganise;
pub mod timeline;
pub mod told;

#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod paste;
#[cfg(target_arch = "wasm32")]
mod reorganise_dialog;
#[cfg(target_arch = "wasm32")]
mod sectors;
#[cfg(target_arch = "wasm32")]
mod tree;
#[cfg(target_arch = "wasm32")]
mod unit_page;

#[cfg(target_arch = "wasm32")]
pub use page::UnitsPage;
#[cfg(target_arch = "wasm32")]
pub use sectors::SectorsDialog;
#[cfg(target_arch = "wasm32")]
pub use unit_page::UnitPage;
