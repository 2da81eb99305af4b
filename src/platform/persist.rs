//! Whether the browser may clear this app's databases when the disk is full, and how much they take.

use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

fn manager() -> Option<StorageManager> {
    Some(web_sys::window()?.navigator().storage())
}

/// Asks the browser to keep the databases until a person deletes them. Answers whether it will. Asked
/// after the first edit that was saved: before it there is nothing to keep, and browsers that ask the
/// person would ask out of the blue.
pub async fn ask() -> bool {
    if is_granted().await {
        return true;
    }
    let Some(asked) = manager().and_then(|manager| manager.persist().ok()) else {
        return false;
    };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// Whether the browser keeps the databases until a person deletes them.
pub async fn is_granted() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persisted().ok()) else {
        return false;
    };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// Storage in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Storage {
    /// What this app takes.
    pub used: f64,
    /// What the browser would give it.
    pub quota: f64,
}

/// How much storage is used and how much there is; `None` where the browser does not tell.
pub async fn estimate() -> Option<Storage> {
    let asked = manager()?.estimate().ok()?;
    let estimate: StorageEstimate = JsFuture::from(asked).await.ok()?.into();
    Some(Storage {
        used: estimate.get_usage()?,
        quota: estimate.get_quota()?,
    })
}
