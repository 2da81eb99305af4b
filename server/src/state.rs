//! What every request is answered with.

use std::{net::IpAddr, sync::Arc, time::Duration};

use crate::{
    accounts::{passwords::Passwords, sign_in::Tries},
    books,
    clock::Clock,
    db::Db,
    metrics::Metrics,
    push,
    site::Site,
    throttle::{Allowance, Throttle},
};

/// What every request is answered with: cheap to clone.
pub type App = Arc<Shared>;

/// The site, the database and the rest, shared by all requests.
#[derive(Debug)]
pub struct Shared {
    /// The built app.
    pub site: Site,
    /// Where everything is kept.
    pub db: Db,
    /// What ops are judged by, as it was last read.
    pub books: books::Cache,
    /// Pushes that wait for their turn.
    pub pushes: push::Queue,
    /// What time it is.
    pub clock: Clock,
    /// What a test may change.
    pub settings: Settings,
    /// Hashes passwords, a few at once.
    pub passwords: Passwords,
    /// Who tried passwords and codes lately.
    pub tries: Tries,
    /// Who asked lately; `None` limits nobody.
    pub requests: Option<Throttle>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Proxies on other machines whose word counts.
    pub proxies: Vec<IpAddr>,
}

/// What a test may change of how the server works.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// How long a push waits at most before it commits, by chance. It is for tests of what others see meanwhile.
    pub pause_before_commit: Duration,
}

/// How many requests one session may make, or one address that is not signed in: a device that has much to send sends a few a second.
pub const REQUESTS: Allowance = Allowance {
    burst: 2_000,
    every: Duration::from_millis(10),
};

impl Shared {
    /// With the system's clock, and no limit on requests.
    pub fn new(site: Site, db: Db) -> Self {
        Self {
            site,
            db,
            books: books::Cache::default(),
            pushes: push::Queue::default(),
            clock: Clock::default(),
            settings: Settings::default(),
            passwords: Passwords::default(),
            tries: Tries::default(),
            requests: None,
            metrics: Arc::default(),
            proxies: Vec::new(),
        }
    }
}
