//! Whether what was typed is safe: the one value that the save line shows on every page.

use crate::store::error::StoreError;

/// The state of saving, as the store reports it. `on_device` and `unsent` are numbers of changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveState {
    /// Nothing was ever changed on this device.
    #[default]
    Idle,
    /// A write has begun and is not yet on the disk.
    Saving,
    /// All that was typed is on this device's disk.
    Saved {
        /// Changes that were entered on this device and are stored on it, sent ones too.
        on_device: u32,
        /// Changes that no server has yet.
        unsent: u32,
    },
    /// A write failed. What was typed is on the screen.
    Failed(StoreError),
}
