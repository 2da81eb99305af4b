//! How the app can be put on this device, as the browser's offers come and go.

use leptos::prelude::*;

use crate::platform::install::{self, InstallWay};

/// The way to install. A context; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Installation {
    way: RwSignal<InstallWay>,
}

impl Installation {
    /// The way here and now.
    pub fn way(self) -> InstallWay {
        self.way.get()
    }

    /// Shows the browser's question. Call it from a click.
    pub fn ask(self) {
        leptos::task::spawn_local(async move {
            install::prompt().await;
            self.way.set(install::way());
        });
    }
}

/// Begins to listen for the browser's offer: once, early, because it is not repeated.
pub fn provide_installation() -> Installation {
    let way = RwSignal::new(install::way());
    install::watch(move || way.set(install::way()));
    let installation = Installation { way };
    provide_context(installation);
    installation
}

/// The way to install.
pub fn use_installation() -> Installation {
    use_context().unwrap_or_else(provide_installation)
}
