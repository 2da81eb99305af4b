//! What can go wrong while a request is answered.

use axum::response::{IntoResponse, Response};
use sqlx::error::DatabaseError;

use crate::problem::Problem;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The request is at fault, or not allowed.
    #[error("{0}")]
    Problem(#[from] Problem),
    /// The database is.
    #[error("{0}")]
    Database(#[from] sqlx::Error),
    /// What was read has changed meanwhile: the transaction is to be run again.
    #[error("what was read has changed meanwhile")]
    Changed,
    /// What is stored cannot be read.
    #[error("stored text is damaged: {0}")]
    Damaged(String),
}

/// SQLSTATE: serialization failure, deadlock, lock not available, unique violation. SQLite: busy, locked, busy snapshot.
const PASSING: [&str; 7] = ["40001", "40P01", "55P03", "23505", "5", "6", "517"];

impl Fault {
    /// Whether the same transaction may succeed when it is run again.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Changed => true,
            Self::Database(sqlx::Error::Database(error)) => {
                error.is_unique_violation() || code(error.as_ref()).is_some_and(|code| PASSING.contains(&code.as_str()))
            }
            _ => false,
        }
    }
}

fn code(error: &dyn DatabaseError) -> Option<String> {
    error.code().map(|code| code.into_owned())
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem,
            // Names of files and statements are for the log, never for who asks.
            Self::Database(_) | Self::Changed => Problem::UNAVAILABLE,
            Self::Damaged(_) => Problem::INTERNAL,
        }
        .into_response()
    }
}
