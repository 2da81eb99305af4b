//! How the program starts, refuses to start, and stops.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use support::dist;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_so-khoi-server"));
    command.args(arguments).env_remove("PORT").env_remove("SO_KHOI_DIST");
    command
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
