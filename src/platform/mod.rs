//! What the browser offers beyond the page, each thing in a small file of its own. Knows nothing of blocs.

pub mod download;
pub mod preferences;
pub mod viewport;
