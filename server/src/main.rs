//! Starts the program: reads its options, loads the app, listens, and stops when asked.

use std::{env, io, net::Ipv4Addr, process::ExitCode, time::Duration};

use so_khoi_server::{
    messages,
    options::{Options, OptionsError},
    router,
    site::Site,
};
use tokio::{net::TcpListener, signal, time};

/// How long requests in flight may take to finish once the program was asked to stop.
const GRACE: Duration = Duration::from_secs(5);

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
    let site = Site::load(&options.dist).map_err(|error| messages::site(&error))?;
    let cannot_listen = |error| messages::listen(options.port, &error);
    // This machine only: an office that wants more puts a TLS proxy in front.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .await
        .map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    say(&messages::started(&format!("http://{address}")));

    let server = axum::serve(listener, router(site)).with_graceful_shutdown(stop_requested());
    let out_of_patience = async {
        stop_requested().await;
        time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = server => ended.map_err(|error| messages::stopped(&error)),
        () = out_of_patience => Ok(()),
    }
}

/// Ends at SIGTERM or Ctrl+C.
async fn stop_requested() {
    let interrupt = async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut stream) => {
            stream.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending::<()>().await;
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
