//! What the program is asked to do and with what, from flags and the environment. A flag wins over the environment.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
};

use crate::log::Level;

/// The port without `PORT` or `--port`.
pub const DEFAULT_PORT: u16 = 8080;
/// The folder of the app without `SO_KHOI_DIST` or `--dist`, where none is in the program.
pub const DEFAULT_DIST: &str = "dist";
/// The folder of the database without `SO_KHOI_DATA` or `--data`.
pub const DEFAULT_DATA: &str = "so-khoi-data";

/// How the program was asked to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What to do.
    pub command: Command,
    /// The address to listen on; this machine only, unless asked for more.
    pub listen: IpAddr,
    /// The port; 0 lets the system choose.
    pub port: u16,
    /// The folder of the built app; without it what is in the program.
    pub dist: Option<PathBuf>,
    /// The folder of the database, made when it is not there.
    pub data: PathBuf,
    /// A database elsewhere: `postgres://…` or `sqlite:…`; without it a file in `data`.
    pub database: Option<String>,
    /// The address that people use, for the links that are printed; without it the one that is listened on.
    pub public_url: Option<String>,
    /// Proxies on other machines whose word counts for who the client is.
    pub proxies: Vec<IpAddr>,
    /// What is written to the log, from this level on.
    pub log: Level,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Serve, until asked to stop.
    Serve,
    /// Copy the database to a file, while it is served or not.
    Backup(PathBuf),
    /// Put back what such a file holds.
    Restore(PathBuf),
    /// Check the chain of the audit and the database itself.
    Verify,
    /// Print a link that makes one more administrator.
    InviteAdmin,
}

/// Why the flags or the environment could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OptionsError {
    /// `--help` was given: not an error, but nothing is served.
    #[error("help was asked for")]
    Help,
    /// Not a whole number from 0 to 65535.
    #[error("not a port: {0}")]
    Port(String),
    /// Not the address of a network card, or of a proxy.
    #[error("not an address: {0}")]
    Address(String),
    /// Not an address that begins with `http://` or `https://`.
    #[error("not a web address: {0}")]
    PublicUrl(String),
    /// Not a level of the log.
    #[error("not a level: {0}")]
    Log(String),
    /// A flag or command at the end, without its value.
    #[error("{0} needs a value")]
    MissingValue(String),
    /// Not a flag or command of this program.
    #[error("unknown: {0}")]
    Unknown(String),
}

/// What was said, before it is understood.
#[derive(Default)]
struct Said {
    port: Option<String>,
    listen: Option<String>,
    dist: Option<String>,
    data: Option<String>,
    database: Option<String>,
    public_url: Option<String>,
    proxies: Option<String>,
    log: Option<String>,
}

impl Options {
    /// Reads `args` (without the program's name) over `environment`.
    ///
    /// # Errors
    ///
    /// The first flag or variable that means nothing.
    pub fn read(
        args: impl IntoIterator<Item = String>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, OptionsError> {
        let named = |name: &str| environment(name).filter(|value| !value.is_empty());
        let mut said = Said {
            port: named("PORT"),
            listen: named("SO_KHOI_LISTEN"),
            dist: named("SO_KHOI_DIST"),
            data: named("SO_KHOI_DATA"),
            database: named("DATABASE_URL"),
            public_url: named("SO_KHOI_PUBLIC_URL"),
            proxies: named("SO_KHOI_TRUSTED_PROXIES"),
            log: named("SO_KHOI_LOG"),
        };
        let mut command = None;
        let mut args = args.into_iter();
        while let Some(word) = args.next() {
            let place = match word.as_str() {
                "--port" => &mut said.port,
                "--listen" => &mut said.listen,
                "--dist" => &mut said.dist,
                "--data" => &mut said.data,
                "--database" => &mut said.database,
                "--public-url" => &mut said.public_url,
                "--trusted-proxies" => &mut said.proxies,
                "--log" => &mut said.log,
                "--help" | "-h" => return Err(OptionsError::Help),
                _ if command.is_none() => {
                    command = Some(read_command(word, &mut args)?);
                    continue;
                }
                _ => return Err(OptionsError::Unknown(word)),
            };
            *place = Some(args.next().ok_or(OptionsError::MissingValue(word))?);
        }
        said.understood(command.unwrap_or(Command::Serve))
    }
}

fn read_command(word: String, args: &mut impl Iterator<Item = String>) -> Result<Command, OptionsError> {
    let mut file = |word: String| args.next().map(PathBuf::from).ok_or(OptionsError::MissingValue(word));
    match word.as_str() {
        "serve" => Ok(Command::Serve),
        "backup" => file(word).map(Command::Backup),
        "restore" => file(word).map(Command::Restore),
        "verify" => Ok(Command::Verify),
        "invite-admin" => Ok(Command::InviteAdmin),
        _ => Err(OptionsError::Unknown(word)),
    }
}

impl Said {
    fn understood(self, command: Command) -> Result<Options, OptionsError> {
        let address = |text: &str| text.trim().parse().map_err(|_| OptionsError::Address(text.to_owned()));
        let port = match self.port {
            Some(text) => text.parse().map_err(|_| OptionsError::Port(text))?,
            None => DEFAULT_PORT,
        };
        let listen = self
            .listen
            .as_deref()
            .map_or(Ok(IpAddr::V4(Ipv4Addr::LOCALHOST)), address)?;
        let proxies = self.proxies.iter().flat_map(|list| list.split(',')).map(address);
        let public_url = match self.public_url {
            Some(text) => Some(web_address(text)?),
            None => None,
        };
        let log = match self.log {
            Some(text) => Level::named(&text).ok_or(OptionsError::Log(text))?,
            None => Level::Info,
        };
        Ok(Options {
            command,
            listen,
            port,
            dist: self.dist.map(PathBuf::from),
            data: PathBuf::from(self.data.unwrap_or_else(|| DEFAULT_DATA.to_owned())),
            database: self.database,
            public_url,
            proxies: proxies.collect::<Result<_, _>>()?,
            log,
        })
    }
}

/// An address without a slash at its end, so that paths can be put behind it.
fn web_address(text: String) -> Result<String, OptionsError> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.map(|host| host.trim_end_matches('/'));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', ' ', '?', '#']) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err(OptionsError::PublicUrl(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str], variables: &[(&str, &str)]) -> Result<Options, OptionsError> {
        Options::read(args.iter().map(|arg| (*arg).to_owned()), |name| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    fn nothing_said() -> Options {
        Options {
            command: Command::Serve,
            listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 8080,
            dist: None,
            data: PathBuf::from("so-khoi-data"),
            database: None,
            public_url: None,
            proxies: Vec::new(),
            log: Level::Info,
        }
    }

    #[test]
    fn nothing_said_gives_the_defaults() {
        assert_eq!(read(&[], &[]), Ok(nothing_said()));
        assert_eq!(read(&["serve"], &[("PORT", "")]), Ok(nothing_said()));
    }

    #[test]
    fn a_flag_wins_over_the_environment() {
        let variables = [("PORT", "9000"), ("SO_KHOI_DIST", "a"), ("SO_KHOI_LISTEN", "0.0.0.0")];
        let of_environment = Options {
            port: 9000,
            dist: Some(PathBuf::from("a")),
            listen: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            ..nothing_said()
        };
        assert_eq!(read(&[], &variables), Ok(of_environment.clone()));
        let of_flags = Options {
            port: 1,
            dist: Some(PathBuf::from("b")),
            ..of_environment
        };
        assert_eq!(read(&["--port", "1", "--dist", "b"], &variables), Ok(of_flags));
    }

    #[test]
    fn a_command_stands_before_or_behind_the_flags() {
        let backup = Options {
            command: Command::Backup(PathBuf::from("x.gz")),
            data: PathBuf::from("d"),
            ..nothing_said()
        };
        assert_eq!(read(&["--data", "d", "backup", "x.gz"], &[]), Ok(backup.clone()));
        assert_eq!(read(&["backup", "x.gz", "--data", "d"], &[]), Ok(backup));
        let command = |word| read(&[word], &[]).map(|options| options.command);
        assert_eq!(command("verify"), Ok(Command::Verify));
        assert_eq!(command("invite-admin"), Ok(Command::InviteAdmin));
    }

    #[test]
    fn links_proxies_and_the_level_of_the_log_are_read() {
        let read = read(
            &[
                "--public-url",
                "https://so.vn/",
                "--trusted-proxies",
                "10.0.0.1, ::1",
                "--log",
                "warn",
            ],
            &[("DATABASE_URL", "postgres://a/b")],
        );
        let wanted = Options {
            public_url: Some("https://so.vn".to_owned()),
            database: Some("postgres://a/b".to_owned()),
            proxies: ["10.0.0.1", "::1"].into_iter().flat_map(str::parse).collect(),
            log: Level::Warn,
            ..nothing_said()
        };
        assert_eq!(read, Ok(wanted));
    }

    #[test]
    fn what_means_nothing_is_named() {
        let port = |text: &str| Err(OptionsError::Port(text.to_owned()));
        assert_eq!(read(&[], &[("PORT", "70000")]), port("70000"));
        assert_eq!(read(&["--port", "eighty"], &[]), port("eighty"));
        let missing = |word: &str| Err(OptionsError::MissingValue(word.to_owned()));
        assert_eq!(read(&["--port"], &[]), missing("--port"));
        assert_eq!(read(&["backup"], &[]), missing("backup"));
        let unknown = |word: &str| Err(OptionsError::Unknown(word.to_owned()));
        assert_eq!(read(&["--prot", "1"], &[]), unknown("--prot"));
        assert_eq!(read(&["verify", "again"], &[]), unknown("again"));
        let level = Err(OptionsError::Log("all".to_owned()));
        assert_eq!(read(&[], &[("SO_KHOI_LOG", "all")]), level);
        let address = Err(OptionsError::Address("everywhere".to_owned()));
        assert_eq!(read(&["--listen", "everywhere"], &[]), address);
        for text in ["so.vn", "https://", "https://so.vn/a"] {
            let wrong = Err(OptionsError::PublicUrl(text.to_owned()));
            assert_eq!(read(&["--public-url", text], &[]), wrong);
        }
        assert_eq!(read(&["-h"], &[]), Err(OptionsError::Help));
    }
}
