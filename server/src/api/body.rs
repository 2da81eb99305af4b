//! Reads the body of a request that is one small JSON document.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use so_khoi::model::from_json::{FromJson, read};
use tokio::time;

use crate::{fault::Fault, problem::Problem, state::App};

/// How many bytes a document has at most, where no other limit is named.
pub const MOST_BYTES: usize = 16 << 10;
/// How long a body may take to come.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// What was sent.
#[derive(Debug)]
pub struct Sent<T>(pub T);

impl<T: FromJson> FromRequest<App> for Sent<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _app: &App) -> Result<Self, Fault> {
        let bytes = whole(request.into_body(), MOST_BYTES, PATIENCE).await?;
        read(&bytes).map(Sent).map_err(|error| {
            let problem = Problem::UNREADABLE;
            Fault::Problem(match field_in(&error.to_string()) {
                Some(field) => problem.of_field(field),
                None => problem,
            })
        })
    }
}

/// The whole body, of at most so many bytes, which come within a time.
///
/// # Errors
/// When it is longer, breaks off, or comes too slowly.
pub async fn whole(body: Body, most: usize, patience: Duration) -> Result<Bytes, Problem> {
    let body = Limited::new(body, most).collect();
    match time::timeout(patience, body).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::TOO_LARGE),
        Ok(Err(_)) => Err(Problem::UNREADABLE),
        Err(_) => Err(Problem::TOO_SLOW),
    }
}

/// The field that an error of reading names: `role: found a text …`, or "missing field `role`".
fn field_in(error: &str) -> Option<&str> {
    if let Some((field, _)) = error
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split_once('`'))
    {
        return Some(field);
    }
    let (place, _) = error.split_once(": ")?;
    (!place.contains(' ')).then_some(place)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use so_khoi::sync::wire::{Invite, SignIn};

    #[test]
    fn the_field_at_fault_is_named() {
        let missing = read::<SignIn>(br#"{"name":"vpdu"}"#).err().unwrap();
        assert_eq!(field_in(&missing.to_string()), Some("password"));
        let wrong = read::<Invite>(br#"{"role":"king"}"#).err().unwrap();
        assert_eq!(field_in(&wrong.to_string()), Some("role"));
        let no_json = read::<SignIn>(b"{").err().unwrap();
        assert_eq!(field_in(&no_json.to_string()), None);
    }
}
