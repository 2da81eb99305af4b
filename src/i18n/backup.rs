//! Words of backups: making a file, opening one, laying one over what is here, JSON for other software.

mod named;
mod refusals;
mod told;
mod words;

pub use named::{field_name, kind_name, of_kind, other_field, side_name};
pub use refusals::{failure, refused};
pub use told::{due_line, found_line, last_line, made, opened, other_name, write_button, written};
pub use words::{BACKUP, Backup};
