//! How the program starts, refuses to start, and stops.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use support::dist;

/// Each has a database of its own.
static PROGRAMS: AtomicU32 = AtomicU32::new(0);

fn program(arguments: &[&str]) -> Command {
    program_in(&data(), arguments)
}

/// The program on the database in a folder.
fn program_in(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_so-khoi-server"));
    command.args(arguments).env("SO_KHOI_DATA", data);
    for name in [
        "PORT",
        "DATABASE_URL",
        "SO_KHOI_DIST",
        "SO_KHOI_LISTEN",
        "SO_KHOI_PUBLIC_URL",
    ] {
        command.env_remove(name);
    }
    command
}

/// A folder that is not there yet.
fn data() -> PathBuf {
    let count = PROGRAMS.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("starting-{}-{count}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn run_to_end(arguments: &[&str]) -> (Output, String) {
    let output = program(arguments).output().unwrap();
    let complaint = String::from_utf8(output.stderr.clone()).unwrap();
    (output, complaint)
}

/// Starts the program on a free port and waits until it says where.
fn start(folder: &Path) -> (Child, SocketAddr) {
    let mut child = program(&["--port", "0", "--dist", folder.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let (_, address) = line.trim().split_once("http://").expect("the address");
    (child, address.parse().unwrap())
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .arg(format!("-{name}"))
        .arg(child.id().to_string())
        .status();
    assert!(sent.unwrap().success());
}

/// Waits for the end; a program that does not end fails the test.
fn ends_within(child: &mut Child, limit: Duration) -> Option<i32> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if begun.elapsed() > limit {
            child.kill().unwrap();
            panic!("still running after {limit:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_taken_port_is_explained_with_the_remedy() {
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = holder.local_addr().unwrap().port();
    let folder = dist("taken-port");
    let (output, complaint) = run_to_end(&["--port", &port.to_string(), "--dist", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        complaint.contains(&format!("Cổng {port} đang được chương trình khác dùng")),
        "{complaint}"
    );
    assert!(complaint.contains(&format!("Port {port} is taken")), "{complaint}");
    let next = port.checked_add(1).unwrap_or(8080);
    assert_eq!(
        complaint.matches(&format!("PORT={next} make run")).count(),
        2,
        "{complaint}"
    );
}

#[test]
fn a_missing_build_is_explained_with_the_remedy() {
    let (output, complaint) = run_to_end(&["--port", "0", "--dist", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint.contains("no-such-folder"), "{complaint}");
    assert_eq!(complaint.matches("make dist").count(), 2, "{complaint}");
}

#[test]
fn a_wrong_flag_shows_the_right_ones() {
    let (output, complaint) = run_to_end(&["--prot", "1"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint.contains("--prot"), "{complaint}");
    assert!(complaint.contains("--port PORT"), "{complaint}");
    assert_eq!(run_to_end(&["--help"]).0.status.code(), Some(0));
}

#[test]
fn it_listens_on_this_machine_only_and_stops_when_asked() {
    for name in ["TERM", "INT"] {
        let (mut child, address) = start(&dist(&format!("stop-{name}")));
        assert!(address.ip().is_loopback());
        signal(&child, name);
        assert_eq!(ends_within(&mut child, Duration::from_secs(3)), Some(0), "{name}");
        assert!(TcpStream::connect(address).is_err(), "{name}");
    }
}

#[test]
fn a_connection_kept_open_does_not_keep_it_running() {
    let (mut child, address) = start(&dist("kept-open"));
    let mut idle = TcpStream::connect(address).unwrap();
    idle.write_all(b"GET / HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
    let mut first = [0];
    idle.read_exact(&mut first).unwrap();
    // Another that never finishes its request.
    let mut slow = TcpStream::connect(address).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    signal(&child, "TERM");
    assert_eq!(ends_within(&mut child, Duration::from_secs(8)), Some(0));
}

/// Runs the program until it says that it has started; gives what it has said on both ways so far, and where it is.
struct Running {
    child: Child,
    address: SocketAddr,
    out: BufReader<std::process::ChildStdout>,
    said: String,
}

impl Running {
    fn start(data: &Path, more: &[&str]) -> Self {
        let folder = dist(&format!("running-{}", PROGRAMS.fetch_add(1, Ordering::Relaxed)));
        let mut arguments = vec!["--port", "0", "--dist", folder.to_str().unwrap()];
        arguments.extend(more);
        let child = program_in(data, &arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = child.unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        // The last line of a start.
        while !said.contains("Ctrl+C") {
            assert_ne!(out.read_line(&mut said).unwrap(), 0, "{said}");
        }
        let (_, rest) = said.split_once("Sổ Khối: http://").expect("the address");
        let address = rest.split_whitespace().next().unwrap();
        let port = address.rsplit(':').next().unwrap();
        let address = format!("127.0.0.1:{port}").parse().unwrap();
        Self {
            child,
            address,
            out,
            said,
        }
    }

    fn code(&self) -> Option<&str> {
        let (_, rest) = self.said.split_once("/join/")?;
        rest.split_whitespace().next()
    }

    /// Sends a request as the app's own page would; gives head and body.
    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Joins as the first administrator; gives the cookie.
    fn join(&self, name: &str, password: &str) -> String {
        let path = format!("/api/v1/invitations/open/{}", self.code().unwrap());
        let body = format!(r#"{{"name":"{name}","password":"{password}","device_label":"Máy của tôi"}}"#);
        let answer = self.ask("POST", &path, "", &body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let (_, rest) = answer.split_once("set-cookie: ").unwrap();
        rest.split(';').next().unwrap().to_owned()
    }

    /// Stops it; gives all that it said on standard output, and its log.
    fn stop(mut self) -> (String, String) {
        signal(&self.child, "TERM");
        assert_eq!(ends_within(&mut self.child, Duration::from_secs(15)), Some(0));
        self.out.read_to_string(&mut self.said).unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (self.said, log)
    }
}

const PASSWORD: &str = "một câu dễ nhớ";

#[test]
fn the_first_link_is_printed_until_somebody_has_joined() {
    let data = data();
    let first = Running::start(&data, &[]);
    let old = first.code().unwrap().to_owned();
    first.stop();
    let second = Running::start(&data, &[]);
    let new = second.code().unwrap().to_owned();
    assert_ne!(old, new);
    second.stop();
    let third = Running::start(&data, &[]);
    third.join("vpdu", PASSWORD);
    third.stop();
    let fourth = Running::start(&data, &[]);
    assert_eq!(fourth.code(), None, "{}", fourth.said);
    fourth.stop();
}

#[test]
fn links_have_the_address_that_people_use() {
    let program = |arguments: &[&str]| {
        let output = self::program(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let said = program(&["invite-admin", "--public-url", "https://so.tinh.vn/"]);
    assert!(said.contains("https://so.tinh.vn/join/"), "{said}");
    let said = program(&["invite-admin"]);
    assert!(said.contains("http://127.0.0.1:8080/join/"), "{said}");
}

#[test]
fn in_a_local_network_it_says_what_is_missing() {
    let running = Running::start(&data(), &["--listen", "0.0.0.0"]);
    assert!(running.said.contains("không mã hóa"), "{}", running.said);
    assert!(
        !running.said.contains("0.0.0.0"),
        "no browser opens that: {}",
        running.said
    );
    running.stop();
}

#[test]
fn a_copy_is_made_while_it_runs_and_put_back_elsewhere() {
    let (here, there) = (data(), data());
    let running = Running::start(&here, &[]);
    let cookie = running.join("vpdu", PASSWORD);
    let epoch = |running: &Running, cookie: &str| {
        let me = running.ask("GET", "/api/v1/me", cookie, "");
        let (_, rest) = me.split_once(r#""epoch":""#).expect("an epoch");
        rest.split('"').next().unwrap().to_owned()
    };
    let before = epoch(&running, &cookie);
    let copy = here.join("copy.gz");
    let run = |data: &Path, arguments: &[&str]| {
        let output = program_in(data, arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.success(), said)
    };
    let (done, said) = run(&here, &["backup", copy.to_str().unwrap()]);
    assert!(done, "{said}");
    let (done, said) = run(&here, &["verify"]);
    assert!(done && said.contains("nguyên vẹn"), "{said}");
    running.stop();

    let (done, said) = run(&there, &["restore", copy.to_str().unwrap()]);
    assert!(done, "{said}");
    let running = Running::start(&there, &[]);
    assert_eq!(running.code(), None, "the account came with it");
    let body = format!(r#"{{"name":"vpdu","password":"{PASSWORD}"}}"#);
    let answer = running.ask("POST", "/api/v1/session", "", &body);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (_, rest) = answer.split_once("set-cookie: ").unwrap();
    assert_ne!(epoch(&running, rest.split(';').next().unwrap()), before, "a new epoch");
    running.stop();

    std::fs::write(&copy, "no copy").unwrap();
    let (done, said) = run(&there, &["restore", copy.to_str().unwrap()]);
    assert!(!done && said.contains("không có gì bị thay đổi"), "{said}");
}

#[test]
fn the_log_is_json_and_holds_neither_figures_nor_secrets() {
    let running = Running::start(&data(), &[]);
    let code = running.code().unwrap().to_owned();
    let cookie = running.join("ten-bi-mat", PASSWORD);
    let token = cookie.split_once('=').unwrap().1.to_owned();
    running.ask("GET", "/api/v1/records/return-48213/history?x=48213", &cookie, "");
    running.ask("DELETE", "/api/v1/sessions/phien-48213", &cookie, "");
    let me = running.ask("GET", "/api/v1/me", &cookie, "");
    let (_, rest) = me.split_once(r#""account":{"id":""#).unwrap();
    let account = rest.split('"').next().unwrap();
    let change = r#"{"record":"unit/48213","kind":"unit","scope":"48213","set":{"name":{"old":null,"new":"48213"}}}"#;
    let op_id = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    let op = format!(r#"{{"op_id":"{op_id}","seq":1,"author":"{account}","at_ms":1,"change":{change}}}"#);
    let push = format!(r#"{{"device":"may-48213","schema":1,"epoch":"x","ops":[{op}]}}"#);
    let answer = running.ask("POST", "/api/v1/changes", &cookie, &push);
    assert!(answer.contains("epoch-changed"), "{answer}");
    running.ask(
        "POST",
        "/api/v1/session",
        "",
        r#"{"name":"ten-bi-mat","password":"sai-48213-sai"}"#,
    );
    running.ask("GET", "/48213?secret=48213", &cookie, "");
    let (said, log) = running.stop();
    assert!(said.contains(&code), "the link is for the terminal");
    for word in [code.as_str(), &token, PASSWORD, "48213", "ten-bi-mat", "Máy của tôi"] {
        assert!(!log.contains(word), "{word}: {log}");
    }
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let routes: Vec<&str> = lines.iter().filter_map(|line| line["route"].as_str()).collect();
    for route in [
        "/api/v1/invitations/open/{code}",
        "/api/v1/records/{*of}",
        "/api/v1/sessions/{id}",
        "/api/v1/changes",
        "/api/v1/session",
    ] {
        assert!(routes.contains(&route), "{route}: {routes:?}");
    }
    // What happened to accounts, by the account's identifier.
    let deed = |line: &serde_json::Value| Some((line["deed"].as_str()?.to_owned(), line["account"].clone()));
    let deeds: Vec<_> = lines
        .iter()
        .filter(|line| line["event"] == "account")
        .filter_map(deed)
        .collect();
    let of = |deed: &str| (deed.to_owned(), serde_json::json!(account));
    assert_eq!(deeds, [of("joined"), of("refused")]);
    let events: Vec<&str> = lines.iter().filter_map(|line| line["event"].as_str()).collect();
    assert_eq!((events.first(), events.last()), (Some(&"started"), Some(&"stopped")));
}
