//! Errors of the endpoint as problem documents (RFC 9457).

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong with one request, for a program to read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// A stable name that a client can compare.
    pub code: &'static str,
    /// The same in words, in English; the app has its own words for people.
    pub title: &'static str,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// The field that it is about.
    pub field: Option<String>,
    /// The op that it is about.
    pub op_id: Option<String>,
    /// In how many seconds it may be tried again.
    pub retry_after: Option<u64>,
}

/// Makes the problems and the list of them, so that none is forgotten there.
macro_rules! problems {
    ($($(#[$about:meta])* $name:ident = $status:ident, $code:literal, $title:literal $(, later $seconds:literal)?;)*) => {
        impl Problem {
            $($(#[$about])* pub const $name: Self = Self::new(StatusCode::$status, $code, $title)$(.later($seconds))?;)*

            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

problems! {
    /// There is no such address under `/api`.
    NOT_FOUND = NOT_FOUND, "not-found", "There is nothing at this address";
    /// The address exists, but not for this method.
    METHOD_NOT_ALLOWED = METHOD_NOT_ALLOWED, "method-not-allowed", "This address does not answer that method";
    /// Nobody is signed in.
    SIGNED_OUT = UNAUTHORIZED, "signed-out", "Sign in first";
    /// The session is of another account than the one that the request is meant for.
    OTHER_ACCOUNT = UNAUTHORIZED, "other-account", "The session is of another account";
    /// The account may not do that.
    FORBIDDEN = FORBIDDEN, "forbidden", "This account may not do that";
    /// The body is no JSON, or not what is expected here.
    UNREADABLE = BAD_REQUEST, "unreadable", "The request cannot be read";
    /// The values do not fit.
    INVALID = UNPROCESSABLE_ENTITY, "invalid", "A value is not allowed";
    /// The body is too large, or holds too much.
    TOO_LARGE = PAYLOAD_TOO_LARGE, "too-large", "The request holds too much";
    /// The server was restored since the client last heard of it.
    EPOCH_CHANGED = CONFLICT, "epoch-changed", "The server was restored from a backup: fetch everything and push again";
    /// The cursor is of another epoch, of other rights, or older than what was purged.
    CURSOR_GONE = GONE, "cursor-gone", "This cursor is not valid any more: fetch everything";
    /// The client speaks a newer version.
    SCHEMA_TOO_NEW = UNPROCESSABLE_ENTITY, "schema-too-new", "The server is older than the app";
    /// An op with this identifier was answered, and it said something else.
    OP_REUSED = UNPROCESSABLE_ENTITY, "op-reused", "Another op has this identifier";
    /// An op of the push is of somebody else than the account of the session.
    OTHER_AUTHOR = UNPROCESSABLE_ENTITY, "other-author", "The op is of another account than the session";
    /// The device's name was first used by another account.
    OTHER_DEVICE = FORBIDDEN, "other-device", "The device's name belongs to another account: take a new one";
    /// The body did not come in time.
    TOO_SLOW = REQUEST_TIMEOUT, "timeout", "The request did not come in time", later 1;
    /// A request that changes something, from another site or from a program that does not say where it is from.
    CROSS_ORIGIN = FORBIDDEN, "cross-origin", "A request that changes something needs the header Origin of this host, or Sec-Fetch-Site: same-origin";
    /// A body that is not said to be JSON.
    NOT_JSON = UNSUPPORTED_MEDIA_TYPE, "not-json", "The body needs the header Content-Type: application/json";
    /// Too many requests of one session, or of one address that is not signed in.
    RATE_LIMITED = TOO_MANY_REQUESTS, "rate-limited", "There were too many requests", later 1;
    /// Too many passwords or codes were tried.
    THROTTLED = TOO_MANY_REQUESTS, "throttled", "There were too many attempts", later 60;
    /// Too many others have their passwords checked.
    BUSY = SERVICE_UNAVAILABLE, "busy", "The server has too much to do", later 5;
    /// The name or the password is wrong, or the account is disabled: which of them is nobody's business.
    WRONG_PASSWORD = UNAUTHORIZED, "wrong-password", "There is no such account with this password";
    /// The password so far is wrong.
    WRONG_OLD_PASSWORD = FORBIDDEN, "wrong-password", "The password so far is another one";
    /// A password is too short.
    PASSWORD_SHORT = UNPROCESSABLE_ENTITY, "password-short", "The password is too short";
    /// A password is too long.
    PASSWORD_LONG = UNPROCESSABLE_ENTITY, "password-long", "The password is too long";
    /// A password is the account's name, or one letter again and again.
    PASSWORD_PLAIN = UNPROCESSABLE_ENTITY, "password-plain", "The password is too easy to guess";
    /// A name that no account can have.
    BAD_NAME = UNPROCESSABLE_ENTITY, "bad-name", "A name has 3 to 40 small letters a-z, digits, and between them - . _";
    /// Another account has this name.
    NAME_TAKEN = CONFLICT, "name-taken", "Another account has this name";
    /// A unit is needed for this role, or there is none of this name.
    UNKNOWN_UNIT = UNPROCESSABLE_ENTITY, "unknown-unit", "The server has no such unit";
    /// This role is not bound to a unit.
    UNIT_NOT_ALLOWED = UNPROCESSABLE_ENTITY, "unit-not-allowed", "Only the role unit has a unit";
    /// Without this account nobody could manage accounts.
    LAST_ADMIN = CONFLICT, "last-admin", "This is the last administrator";
    /// The account is disabled.
    ACCOUNT_DISABLED = CONFLICT, "account-disabled", "This account is disabled";
    /// No invitation has this code.
    INVITATION_UNKNOWN = NOT_FOUND, "invitation-unknown", "There is no invitation with this code";
    /// Somebody joined by this invitation already.
    INVITATION_USED = GONE, "invitation-used", "This invitation has been used";
    /// The invitation is too old.
    INVITATION_EXPIRED = GONE, "invitation-expired", "This invitation has expired";
    /// There are too many invitations that nobody has taken up.
    TOO_MANY_INVITATIONS = CONFLICT, "too-many-invitations", "There are too many open invitations";
    /// The database does not answer at the moment.
    UNAVAILABLE = SERVICE_UNAVAILABLE, "unavailable", "The server cannot do that at the moment", later 5;
    /// The database does not answer.
    NOT_READY = SERVICE_UNAVAILABLE, "not-ready", "The database does not answer", later 5;
    /// A fault of the server.
    INTERNAL = INTERNAL_SERVER_ERROR, "internal", "The server failed";
}

impl Problem {
    /// A problem that stays.
    pub const fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        Self {
            status,
            code,
            title,
            retryable: false,
            field: None,
            op_id: None,
            retry_after: None,
        }
    }

    /// The same, for a time.
    pub const fn later(mut self, seconds: u64) -> Self {
        self.retryable = true;
        self.retry_after = Some(seconds);
        self
    }

    /// The same, about a field.
    pub fn of_field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same, about an op.
    pub fn of_op(mut self, op_id: impl Into<String>) -> Self {
        self.op_id = Some(op_id.into());
        self
    }
}

/// A problem as it is written (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Document {
    /// `about:blank`: the code says more.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// A stable name that a client can compare.
    pub code: &'static str,
    /// The same in words, in English.
    pub title: &'static str,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// The field that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub field: Option<String>,
    /// The op that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub op_id: Option<String>,
    /// In how many seconds it may be tried again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retry_after: Option<u64>,
}

impl From<Problem> for Document {
    fn from(problem: Problem) -> Self {
        Self {
            kind: "about:blank",
            status: problem.status.as_u16(),
            code: problem.code,
            title: problem.title,
            retryable: problem.retryable,
            field: problem.field,
            op_id: problem.op_id,
            retry_after: problem.retry_after,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let retry_after = self.retry_after;
        let mut response = (self.status, Json(Document::from(self))).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use so_khoi::sync::wire::PROBLEMS;

    use super::*;
    use crate::api::{openapi, table::ENDPOINTS};

    /// Devices have words for each of those in the list, in both languages (`i18n/sync_problem.rs`).
    #[test]
    fn devices_know_every_problem() {
        let codes: BTreeSet<&str> = Problem::ALL.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, PROBLEMS.iter().copied().collect());
    }

    #[test]
    fn what_addresses_say_of_their_problems_are_problems() {
        let described = ENDPOINTS.iter().flat_map(|endpoint| endpoint.problems);
        for (status, code) in described.chain(openapi::everywhere()) {
            let is_one = |problem: &Problem| problem.code == *code && problem.status.as_u16() == *status;
            assert!(Problem::ALL.iter().any(is_one), "{status} {code}");
        }
    }
}
