//! The program itself as a test holds it: started, killed, asked to stop, or looked at by strace.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
};

use so_khoi_server::db::Place;

/// What is heard of by strace: whatever changes a file or a folder, makes it last, or says something to somebody.
const HEARD: &str =
    "trace=openat,pwrite64,write,writev,sendto,fsync,fdatasync,ftruncate,fallocate,unlink,unlinkat,rename,renameat";

/// The server, running.
pub struct Program {
    child: Child,
    /// The server, where it is the child of another program.
    traced: bool,
    pub address: SocketAddr,
}

impl Program {
    /// Serves a folder and a database on a free port.
    pub fn start(folder: &str, place: &Place) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_so-khoi-server")), folder, place, false)
    }

    /// The same, with everything that it writes and syncs in a file.
    pub fn start_traced(folder: &str, place: &Place, log: &Path) -> Self {
        let mut command = Command::new("strace");
        command
            .args([
                "--follow-forks",
                "-yy",
                "-xx",
                "--string-limit=16777216",
                "--quiet=all",
                "-e",
                HEARD,
            ])
            .args(["-e", "signal=none", "-o"])
            .arg(log)
            .arg(env!("CARGO_BIN_EXE_so-khoi-server"));
        Self::run(command, folder, place, true)
    }

    fn run(mut command: Command, folder: &str, place: &Place, traced: bool) -> Self {
        let url = match place {
            Place::File(path) => format!("sqlite://{}", path.display()),
            Place::Postgres(url) => url.clone(),
        };
        let mut child = command
            .args(["--port", "0", "--dist", folder])
            .env("DATABASE_URL", url)
            .env_remove("PORT")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts (and strace is there: scripts/setup.sh --test)");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            let (_, address) = line.split_once("http://")?;
            address.trim_end_matches('/').parse().ok()
        });
        // What it says later is read too, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let address = address.expect("the address");
        Self { child, traced, address }
    }

    /// SIGKILL: nothing of the program runs any more after it.
    pub fn kill(mut self) {
        assert!(!self.traced, "only strace would go");
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as a service is stopped, and waits until it has.
    pub fn stop(mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.pid().to_string()]).status();
        assert!(asked.unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        let own = self.child.id();
        if !self.traced {
            return own;
        }
        let children = fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap();
        children.trim().parse().expect("the one child of strace")
    }
}

impl Drop for Program {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        if !self.traced {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
