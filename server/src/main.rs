//! Starts the program: reads its options, opens the database, and serves until it is asked to stop, or does the one thing that it was asked.

use std::{
    env, io,
    net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use so_khoi_server::{
    accounts::first,
    commands,
    db::{Db, Place},
    log::{self, Level},
    messages,
    options::{Command, DEFAULT_DIST, Options, OptionsError},
    purge, router,
    serve::{Limits, serve},
    site::{Site, SiteError},
    state::{REQUESTS, Shared},
    stop::StopSignals,
    throttle::Throttle,
};
use tokio::{net::TcpListener, time};

/// How long the database may take to be closed.
const CLOSING: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

/// Runs until asked to stop; an error is what the person reads.
async fn run() -> Result<(), String> {
    let options = match Options::read(env::args().skip(1), |name| env::var(name).ok()) {
        Err(error @ OptionsError::Help) => {
            say(&messages::options(&error));
            return Ok(());
        }
        other => other.map_err(|error| messages::options(&error))?,
    };
    if options.command == Command::Serve {
        return start(&options).await;
    }
    let db = open(&options).await?;
    let said = commands::run(&options.command, &db, &shown_address(&options, options.port)).await;
    let _ = time::timeout(CLOSING, db.close()).await;
    say(&said?);
    Ok(())
}

async fn start(options: &Options) -> Result<(), String> {
    log::from(options.log);
    let site = site(options.dist.as_deref()).map_err(|error| messages::site(&error))?;
    // Before the database: a port that is taken is no reason to touch it.
    let cannot_listen = |error| messages::listen(options.port, &error);
    let listener = TcpListener::bind((options.listen, options.port))
        .await
        .map_err(cannot_listen)?;
    let port = listener.local_addr().map_err(cannot_listen)?.port();
    let db = open(options).await?;
    let app = Arc::new(Shared {
        requests: Some(Throttle::new(REQUESTS)),
        proxies: options.proxies.clone(),
        ..Shared::new(site, db.clone())
    });
    tokio::spawn(purge::daily(Arc::clone(&app)));
    let mut signals = StopSignals::catch().map_err(|error| messages::stopped(&error))?;

    let address = shown_address(options, port);
    say(&messages::started(&address));
    if !options.listen.is_loopback() && !address.starts_with("https:") {
        say(&messages::unprotected());
    }
    let code = first::code_at_start(&db, app.clock.now_ms()).await;
    if let Some(code) = code.map_err(|fault| messages::fault(&fault))? {
        say(&messages::first_admin(&commands::link(&address, &code)));
    }
    say(messages::how_to_stop());
    log::event(Level::Info, "started", serde_json::json!({ "port": port }));

    let metrics = Arc::clone(&app.metrics);
    let finished = serve(listener, router(app), metrics, Limits::default(), signals.asked()).await;
    // What is in flight beyond the grace is undone by the database.
    let _ = time::timeout(CLOSING, db.close()).await;
    log::event(Level::Info, "stopped", serde_json::json!({ "finished": finished }));
    Ok(())
}

/// The folder that was asked for, else what is in the program, else the folder that a build makes.
fn site(dist: Option<&Path>) -> Result<Site, SiteError> {
    if let Some(folder) = dist {
        return Site::load(folder);
    }
    match Site::embedded()? {
        Some(site) => Ok(site),
        None => Site::load(Path::new(DEFAULT_DIST)),
    }
}

async fn open(options: &Options) -> Result<Db, String> {
    let place = match &options.database {
        Some(text) => Place::of(text),
        None => Place::in_folder(&options.data),
    };
    Db::open(&place)
        .await
        .map_err(|error| messages::database(&place, &error))
}

/// The address that people open: the one that was given, or the one that is listened on.
fn shown_address(options: &Options, port: u16) -> String {
    match &options.public_url {
        Some(address) => address.clone(),
        None => format!("http://{}", SocketAddr::new(reachable(options.listen), port)),
    }
}

/// "Every address" is none that can be opened: of these, the one by which this machine reaches others.
fn reachable(listen: IpAddr) -> IpAddr {
    if !listen.is_unspecified() {
        return listen;
    }
    // Nothing is sent: a datagram socket only chooses its way. The address is one for documentation.
    let chosen = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    chosen.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip())
}

/// A closed terminal is no reason to stop serving, so a failed write is passed over.
fn say(text: &str) {
    use io::Write;
    let _ = writeln!(io::stdout().lock(), "{text}");
}

fn complain(text: &str) {
    use io::Write;
    let _ = writeln!(io::stderr().lock(), "{text}");
}
