//! What the browser offers beyond the page, each thing in a small file of its own. Knows nothing of blocs.

pub mod download;
pub mod install;
pub mod preferences;
pub mod service_worker;
pub mod viewport;
