//! A database of its own for each test: a SQLite file, or a database in a PostgreSQL that this test program starts for itself.
//!
//! The PostgreSQL is a private one: its own folder, a socket in that folder, no port. It is made with the binaries of Debian's
//! `postgresql` package, runs as the user `postgres` when the tests run as root, and is ended when the test program ends.

use std::{
    fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use so_khoi_server::{db::Place, log};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// A new, empty database.
pub fn fresh(kind: Kind, test: &str) -> Place {
    // What a request was answered is the test's to say; a fault of the server is told.
    log::from(log::Level::Warn);
    match kind {
        Kind::Sqlite => Place::File(fresh_file(test)),
        Kind::Postgres => Place::Postgres(Cluster::running().new_database()),
    }
}

/// A path where no SQLite file is.
pub fn fresh_file(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-{}.sqlite", std::process::id()));
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", path.display()));
    }
    path
}

/// A PostgreSQL of the test's own.
pub struct Cluster {
    binaries: PathBuf,
    folder: PathBuf,
    server: Option<Child>,
}

static DATABASES: AtomicU32 = AtomicU32::new(0);

impl Cluster {
    fn running() -> &'static Cluster {
        static CLUSTER: OnceLock<Cluster> = OnceLock::new();
        CLUSTER.get_or_init(Cluster::start)
    }

    fn start() -> Cluster {
        let mut cluster = Cluster::alone("shared");
        // It ends after this program, by what waits for that.
        drop(cluster.server.take());
        cluster
    }

    /// One that no other test uses, and that can go down.
    pub fn alone(name: &str) -> Cluster {
        // A socket's path is short, and a user without rights on ours has to reach it: not below target/.
        let folder = std::env::temp_dir().join(format!("so-khoi-pg-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        if let Some((user, group)) = other_user() {
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).unwrap();
        }
        let mut cluster = Cluster {
            binaries: binaries(),
            folder,
            server: None,
        };
        let made = cluster
            .command("initdb")
            .args([
                "--auth=trust",
                "--username=bloc",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "-D",
            ])
            .arg(cluster.folder.join("data"))
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "initdb");
        end_with_us(&cluster.folder);
        cluster.come_back();
        cluster
    }

    /// Starts it, and waits until it answers.
    pub fn come_back(&mut self) {
        let mut server = self.command("postgres");
        server
            .arg("-D")
            .arg(self.folder.join("data"))
            .arg("-k")
            .arg(&self.folder);
        server.args([
            "-c",
            "listen_addresses=",
            "-c",
            "max_connections=300",
            "-c",
            "log_min_messages=fatal",
        ]);
        let server = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        self.server = Some(server);
        let begun = Instant::now();
        while !self.is_ready() {
            assert!(begun.elapsed() < Duration::from_secs(60), "PostgreSQL does not start");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends every process of it at once, without a word to anybody and with nothing written that was not yet.
    pub fn go_down(&mut self) {
        let mut server = self.server.take().unwrap();
        // SIGQUIT: its processes go as they are; the next start recovers from the log.
        let asked = Command::new("kill").args(["-QUIT", &server.id().to_string()]).status();
        assert!(asked.unwrap().success());
        server.wait().unwrap();
    }

    /// One of its programs, as a user that it agrees to run as.
    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.binaries.join(name));
        if let Some((user, group)) = other_user() {
            command.uid(user).gid(group);
        }
        command.current_dir(&self.folder);
        command
    }

    fn is_ready(&self) -> bool {
        let asked = self
            .command("pg_isready")
            .arg("-q")
            .arg("-h")
            .arg(&self.folder)
            .status();
        asked.unwrap().success()
    }

    /// A new, empty database; the text by which it is reached.
    pub fn new_database(&self) -> String {
        let name = format!("bloc_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
        let made = self
            .command("createdb")
            .arg("-h")
            .arg(&self.folder)
            .args(["-U", "bloc", &name])
            .status();
        assert!(made.unwrap().success(), "createdb");
        format!("postgres:///{name}?host={}&user=bloc", self.folder.display())
    }
}

/// The newest PostgreSQL that Debian's package put there.
fn binaries() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL is missing: run scripts/setup.sh --test")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            Some((version, path.join("bin")))
        })
        .collect();
    found.sort();
    found
        .pop()
        .expect("PostgreSQL is missing: run scripts/setup.sh --test")
        .1
}

/// PostgreSQL does not run as root: then it is the user that Debian's package made.
fn other_user() -> Option<(u32, u32)> {
    let number = |arguments: &[&str]| -> u32 {
        let output = Command::new("id").args(arguments).output().unwrap();
        String::from_utf8(output.stdout)
            .unwrap()
            .trim()
            .parse()
            .expect("a number")
    };
    (number(&["-u"]) == 0).then(|| (number(&["-u", "postgres"]), number(&["-g", "postgres"])))
}

/// Ends the server and takes its folder away when this test program has ended, however it ended: a small shell waits for that.
#[allow(clippy::zombie_processes, reason = "it ends after the test program")]
fn end_with_us(folder: &Path) {
    let script = "while kill -0 \"$1\" 2>/dev/null; do sleep 0.5; done; server=$(head -n 1 \"$2/data/postmaster.pid\" 2>/dev/null); \
                  if [ -n \"$server\" ]; then kill -INT \"$server\"; for i in 1 2 3 4 5 6 7 8 9 10; do \
                  kill -0 \"$server\" 2>/dev/null || break; sleep 0.5; done; fi; rm -rf \"$2\"";
    let us = std::process::id().to_string();
    let waiting = Command::new("sh")
        .args(["-c", script, "sh", &us])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    waiting.unwrap();
}
