//! Starts the program: reads its options, loads the app, listens, and stops when asked.

use std::{env, io, net::Ipv4Addr, process::ExitCode, time::Duration};

use so_khoi_server::{
    messages,
    options::{Options, OptionsError},
    router,
    site::Site,
    stop::StopSignals,
};
use tokio::{net::TcpListener, sync::oneshot, time};

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
    let mut signals = StopSignals::catch().map_err(|error| messages::stopped(&error))?;
    say(&messages::started(&format!("http://{address}")));

    let (ask, asked) = oneshot::channel::<()>();
    let server = axum::serve(listener, router(site)).with_graceful_shutdown(async {
        let _ = asked.await;
    });
    let out_of_patience = async {
        signals.asked().await;
        // The server may have ended by itself: then nobody needs to be asked.
        let _ = ask.send(());
        time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = server => ended.map_err(|error| messages::stopped(&error)),
        () = out_of_patience => Ok(()),
    }
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
