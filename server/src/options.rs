//! The port and the folder, from flags and the environment. A flag wins over the environment.

use std::path::PathBuf;

/// The port without `PORT` or `--port`.
pub const DEFAULT_PORT: u16 = 8080;
/// The folder without `SO_KHOI_DIST` or `--dist`.
pub const DEFAULT_DIST: &str = "dist";

/// How the program was asked to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
    /// The folder of the built app.
    pub dist: PathBuf,
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
    /// A flag at the end, without its value.
    #[error("{0} needs a value")]
    MissingValue(String),
    /// Not a flag of this program.
    #[error("unknown flag: {0}")]
    Unknown(String),
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
        let mut port = environment("PORT").filter(|value| !value.is_empty());
        let mut dist = environment("SO_KHOI_DIST").filter(|value| !value.is_empty());
        let mut args = args.into_iter();
        while let Some(flag) = args.next() {
            let place = match flag.as_str() {
                "--port" => &mut port,
                "--dist" => &mut dist,
                "--help" | "-h" => return Err(OptionsError::Help),
                _ => return Err(OptionsError::Unknown(flag)),
            };
            *place = Some(args.next().ok_or(OptionsError::MissingValue(flag))?);
        }
        let port = match port {
            Some(text) => text.parse().map_err(|_| OptionsError::Port(text))?,
            None => DEFAULT_PORT,
        };
        let dist = PathBuf::from(dist.unwrap_or_else(|| DEFAULT_DIST.to_owned()));
        Ok(Self { port, dist })
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

    fn options(port: u16, dist: &str) -> Options {
        Options {
            port,
            dist: PathBuf::from(dist),
        }
    }

    #[test]
    fn nothing_said_gives_the_defaults() {
        assert_eq!(read(&[], &[]), Ok(options(8080, "dist")));
        assert_eq!(read(&[], &[("PORT", "")]), Ok(options(8080, "dist")));
    }

    #[test]
    fn a_flag_wins_over_the_environment() {
        let variables = [("PORT", "9000"), ("SO_KHOI_DIST", "a")];
        assert_eq!(read(&[], &variables), Ok(options(9000, "a")));
        assert_eq!(read(&["--port", "1", "--dist", "b"], &variables), Ok(options(1, "b")));
    }

    #[test]
    fn what_means_nothing_is_named() {
        let port = |text: &str| Err(OptionsError::Port(text.to_owned()));
        assert_eq!(read(&[], &[("PORT", "70000")]), port("70000"));
        assert_eq!(read(&["--port", "eighty"], &[]), port("eighty"));
        assert_eq!(
            read(&["--port"], &[]),
            Err(OptionsError::MissingValue("--port".to_owned()))
        );
        assert_eq!(
            read(&["--prot", "1"], &[]),
            Err(OptionsError::Unknown("--prot".to_owned()))
        );
        assert_eq!(read(&["-h"], &[]), Err(OptionsError::Help));
    }
}
