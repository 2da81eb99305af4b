//! Being asked to stop: SIGTERM (a service manager) or SIGINT (Ctrl+C).

use std::io;

use tokio::signal;

/// Both signals, caught from the moment of [`StopSignals::catch`] on.
#[derive(Debug)]
#[cfg(unix)]
pub struct StopSignals {
    terminate: signal::unix::Signal,
    interrupt: signal::unix::Signal,
}

#[cfg(unix)]
impl StopSignals {
    /// Begins to catch them. Do this before saying that the program is up: until then a signal kills it.
    ///
    /// # Errors
    ///
    /// When the system refuses a handler.
    pub fn catch() -> io::Result<Self> {
        use signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Ends when one of them comes, or has come already.
    pub async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Ctrl+C, caught from the moment of [`StopSignals::catch`] on.
#[derive(Debug)]
#[cfg(windows)]
pub struct StopSignals(signal::windows::CtrlC);

#[cfg(windows)]
impl StopSignals {
    /// Begins to catch it.
    ///
    /// # Errors
    ///
    /// When the system refuses a handler.
    pub fn catch() -> io::Result<Self> {
        signal::windows::ctrl_c().map(Self)
    }

    /// Ends when it comes, or has come already.
    pub async fn asked(&mut self) {
        self.0.recv().await;
    }
}
