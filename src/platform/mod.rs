//! What the browser offers beyond the page, each thing in a small file of its own. Knows nothing of blocs.

mod base64;
pub mod broadcast;
pub mod chunk;
pub mod clipboard;
pub mod clock;
pub mod collate;
pub mod download;
pub mod echarts;
pub mod exchange_worker;
pub mod files;
pub mod handed_file;
pub mod idle;
pub mod ids;
pub mod install;
pub mod locks;
pub mod persist;
pub mod picture;
pub mod preferences;
pub mod service_worker;
pub mod style_sheet;
pub mod viewport;
