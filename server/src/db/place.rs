//! Where the database is: a file, or the address of a PostgreSQL.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What the file is called in the folder for data.
pub const FILE: &str = "so-khoi.sqlite";

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file; it is made where there is none.
    File(PathBuf),
    /// The address of a PostgreSQL database: it holds a password and is shown to nobody.
    Postgres(String),
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Postgres(_) => f.write_str("PostgreSQL"),
        }
    }
}

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// The folder or the file cannot be made.
    #[error("cannot make {path}: {error}")]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// What the database said.
    #[error("{0}")]
    Database(#[from] sqlx::Error),
    /// The tables are of a version that this program does not know.
    #[error("the database is of version {found}, newer than {known}")]
    Newer {
        /// The version of the tables.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
}

impl Place {
    /// What `DATABASE_URL` says: `postgres://…`, or a SQLite file with or without `sqlite:` before it.
    pub fn of(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Self::Postgres(text.to_owned());
        }
        let path = text.strip_prefix("sqlite:").unwrap_or(text);
        Self::File(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
    }

    /// The file in a folder for data.
    pub fn in_folder(folder: &Path) -> Self {
        Self::File(folder.join(FILE))
    }
}

/// Makes the file where there is none, for its owner only. SQLite gives the files beside it the same mode.
pub(super) fn make_private(path: &Path) -> Result<(), PlaceError> {
    let unwritable = |error| PlaceError::Unwritable {
        path: path.to_owned(),
        error,
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(unwritable)
}

/// The file's address for the driver, which reads `%`, `?` and `#` in it.
pub(super) fn url_of(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = text.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    format!("sqlite://{plain}?mode=rwc")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_or_a_file() {
        let file = |path: &str| Place::File(PathBuf::from(path));
        assert_eq!(Place::of("sqlite:///var/lib/a.db"), file("/var/lib/a.db"));
        assert_eq!(Place::of("sqlite:a.db"), file("a.db"));
        assert_eq!(Place::of("/srv/a b.db"), file("/srv/a b.db"));
        let address = "postgres://bloc:secret@localhost/bloc";
        assert_eq!(Place::of(address), Place::Postgres(address.to_owned()));
        assert!(!format!("{:?}", Place::of(address)).contains("secret"));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let path = std::env::temp_dir().join(format!("so-khoi-mode-{}", std::process::id()));
        make_private(&path).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        fs::remove_file(&path).unwrap();
        assert_eq!(mode & 0o777, 0o600);
    }
}
