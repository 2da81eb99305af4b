//! Takes connections and answers their requests, with a limit on everything that a slow, broken or ill-meaning client could make the server keep.

use std::{future::Future, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Extension, Router, body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time,
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::{
    log::{self, Level},
    metrics::Metrics,
};

/// What a client may take of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at the same time; more wait to be accepted.
    pub connections: usize,
    /// How long the head of a request may take, and how long a connection stays open without one.
    pub head: Duration,
    /// How long a connection may neither take nor give a byte.
    pub stall: Duration,
    /// How many lines a head may have.
    pub headers: usize,
    /// How many bytes a head may have.
    pub head_bytes: usize,
    /// How long requests in flight may take to finish once the program was asked to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 2_000,
            head: Duration::from_secs(20),
            stall: Duration::from_secs(60),
            headers: 64,
            head_bytes: 32 << 10,
            grace: Duration::from_secs(5),
        }
    }
}

/// The address at the other end of a request's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connection(pub SocketAddr);

/// Serves until `stop` ends; then no connection is taken any more, requests in flight are finished, and those that take longer than the grace are
/// cut off. Returns whether all were finished.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    metrics: Arc<Metrics>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> bool {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    tokio::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // No file descriptors are left, most likely: they come back when others end.
                log::event(
                    Level::Error,
                    "accept",
                    serde_json::json!({ "error": error.to_string() }),
                );
                time::sleep(Duration::from_millis(200)).await;
                continue;
            }
        };
        // The semaphore is never closed.
        let Ok(place) = place else { break };
        let service = router.clone().layer(Extension(Connection(peer)));
        let watcher = graceful.watcher();
        let metrics = Arc::clone(&metrics);
        tokio::spawn(async move {
            let _open = metrics.connection();
            let connection = connection(stream, service, limits);
            // How a client ends its connection is its own affair.
            let _ = watcher.watch(connection).await;
            drop::<OwnedSemaphorePermit>(place);
        });
    }
    drop(listener);
    let open = graceful.count();
    log::event(Level::Info, "stopping", serde_json::json!({ "connections": open }));
    let ended = time::timeout(limits.grace, graceful.shutdown()).await;
    if ended.is_err() {
        log::event(Level::Warn, "cut-off", serde_json::json!({}));
    }
    ended.is_ok()
}

type Io = TokioIo<std::pin::Pin<Box<TimeoutStream<TcpStream>>>>;
type Answering = TowerToHyperService<tower::util::MapRequest<Router, fn(Request<Incoming>) -> Request<Body>>>;

fn connection(stream: TcpStream, router: Router, limits: Limits) -> http1::Connection<Io, Answering> {
    // Answers are small, and the next request waits for them.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(limits.stall));
    stream.set_write_timeout(Some(limits.stall));
    let service = router.map_request(with_body as fn(Request<Incoming>) -> Request<Body>);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_headers(limits.headers)
        .max_buf_size(limits.head_bytes)
        .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(service))
}

fn with_body(request: Request<Incoming>) -> Request<Body> {
    request.map(Body::new)
}
