//! A server with a small bloc, and whoever uses it.

use std::{net::SocketAddr, time::Duration};

use so_khoi::sync::rights::Role;
use so_khoi_server::{
    audit,
    clock::Clock,
    db::Db,
    site::Site,
    state::{App, Shared},
};

use super::{
    accounts::sign_in,
    bloc::publish_units,
    client::Client,
    database::{Kind, fresh},
    dist, listen,
};

/// A server with the bloc's units, and whoever uses it.
pub struct Office {
    pub app: App,
    pub address: SocketAddr,
    pub editor: Client,
}

impl Office {
    pub async fn open(kind: Kind, test: &str) -> Self {
        Self::open_pausing(kind, test, Duration::ZERO).await
    }

    /// A server on which a push waits a while before it takes its numbers, and again before it commits.
    pub async fn open_pausing(kind: Kind, test: &str, pause: Duration) -> Self {
        let db = Db::open(&fresh(kind, test)).await.unwrap();
        let mut shared = Shared::new(Site::load(&dist(&format!("{test}-{kind:?}"))).unwrap(), db);
        shared.clock = Clock::standing(1_800_000_000_000);
        shared.settings.pause_before_commit = pause;
        let app = App::new(shared);
        let address = listen(App::clone(&app)).await;
        let login = sign_in(&app.db, "vpdu", Role::Editor, None).await;
        let mut editor = Client::linked(address, &login, "office").await;
        publish_units(&mut editor).await;
        Self { app, address, editor }
    }

    /// Another program on the same database.
    pub async fn another_program(&self) -> SocketAddr {
        let site = Site::load(&dist("another")).unwrap();
        let shared = Shared {
            clock: Clock::standing(1_800_000_000_000),
            settings: self.app.settings,
            ..Shared::new(site, self.app.db.clone())
        };
        listen(App::new(shared)).await
    }

    pub async fn device(&self, name: &str, role: Role, unit: Option<&str>) -> Client {
        let login = sign_in(&self.app.db, name, role, unit).await;
        Client::linked(self.address, &login, &format!("device of {name}")).await
    }

    pub async fn audit_is_whole(&self) -> u64 {
        let report = audit::verify(&self.app.db).await.unwrap();
        assert_eq!(report.broken, []);
        report.lines
    }
}
