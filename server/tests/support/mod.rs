//! A folder that stands for a build, a running server, and a client that speaks plain HTTP/1.1.
#![allow(
    dead_code,
    clippy::zombie_processes,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "shared by several test programs; a test stops at the first surprise"
)]

pub mod accounts;
pub mod bloc;
pub mod client;
pub mod database;
pub mod office;
#[cfg(unix)]
pub mod program;
pub mod pushing;

/// How often a thing is done that befalls servers now and then: `short` times in `make test`, `long` times in `make soak` (`SK_SOAK=1`).
pub fn often(short: usize, long: usize) -> usize {
    if std::env::var_os("SK_SOAK").is_some() {
        long
    } else {
        short
    }
}

/// Makes a test for each database out of `async fn test(kind: Kind)`.
#[macro_export]
macro_rules! on_both {
    ($($test:ident,)*) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(super::Kind::Sqlite).await })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { super::$test(super::Kind::Postgres).await })*
        }
    };
}

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
};

use so_khoi_server::{
    db::{Db, Place},
    router,
    serve::{self, Limits},
    site::Site,
    state::{App, Shared},
};

pub const INDEX: &str = "<!doctype html><script>theme()</script><script src=\"/assets/a-1.js\"></script>Sổ Khối";

/// A folder of a made-up build, of its own for each test. It stays after the test, to be looked at.
pub fn dist(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    let files: [(&str, &[u8]); 9] = [
        ("index.html", INDEX.as_bytes()),
        ("sw.js", b"worker"),
        ("manifest.webmanifest", b"{}"),
        ("build.json", br#"{"version":"abc123"}"#),
        ("assets/app-1.wasm", b"\0asm"),
        ("assets/app-1.wasm.br", b"as brotli"),
        ("assets/app-1.wasm.gz", b"as gzip"),
        ("assets/font-1.woff2", b"letters"),
        ("icons/icon.png", b"picture"),
    ];
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// Serves a folder on a free port for as long as the test's runtime lives.
pub async fn serve(folder: &Path) -> SocketAddr {
    let test = folder.file_name().unwrap().to_str().unwrap();
    let app = app(
        folder,
        &database::fresh(database::Kind::Sqlite, &format!("site-{test}")),
    )
    .await;
    listen(app).await
}

/// The server's state over a folder and a database.
pub async fn app(folder: &Path, place: &Place) -> App {
    let db = Db::open(place).await.unwrap();
    Arc::new(Shared::new(Site::load(folder).unwrap(), db))
}

/// Answers on a free port for as long as the test's runtime lives.
pub async fn listen(app: App) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let metrics = Arc::clone(&app.metrics);
    tokio::spawn(serve::serve(
        listener,
        router(app),
        metrics,
        Limits::default(),
        std::future::pending(),
    ));
    address
}

pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Sends one request and reads the whole answer. `headers` are lines such as `Accept-Encoding: br`.
pub async fn request(address: SocketAddr, method: &str, path: &str, headers: &[&str]) -> Answer {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
    for line in headers {
        head.push_str(line);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        parse(&bytes)
    })
    .await
    .unwrap()
}

pub async fn get(address: SocketAddr, path: &str, headers: &[&str]) -> Answer {
    request(address, "GET", path, headers).await
}

pub fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    Answer {
        status,
        headers,
        body: bytes[end + 4..].to_vec(),
    }
}
