//! Troubles with a server in words: what happened, and what to do.

use crate::i18n::store::error_text;
use crate::i18n::sync_problem::{NO_SERVER, OFFLINE, UNREADABLE, problem_words, wait_words};
use crate::model::text::Lang;
use crate::state::sync::endpoint::Trouble;

/// What happened, and the remedy.
pub fn said(lang: Lang, trouble: &Trouble) -> (String, String) {
    let known = |code: &str| problem_words(lang, code, "");
    match trouble {
        Trouble::Unreachable => known(OFFLINE),
        Trouble::NoServer | Trouble::NotLinked => known(NO_SERVER),
        Trouble::OtherAccount => known("other-account"),
        Trouble::Unreadable(detail) => problem_words(lang, UNREADABLE, detail),
        Trouble::Problem(problem) => {
            let (what, remedy) = problem_words(lang, &problem.code, &problem.title);
            match problem.retry_after {
                Some(seconds) => (what, format!("{} {remedy}", wait_words(lang, seconds))),
                None => (what, remedy),
            }
        }
        Trouble::Store(error) => (error_text(lang, error), String::new()),
    }
}

/// Both as one text.
pub fn said_line(lang: Lang, trouble: &Trouble) -> String {
    let (what, remedy) = said(lang, trouble);
    format!("{what} {remedy}").trim_end().to_owned()
}

/// The field that the server found wrong, where it named one.
pub fn field(trouble: &Trouble) -> Option<&str> {
    match trouble {
        Trouble::Problem(problem) => problem.field.as_deref(),
        _ => None,
    }
}

/// Whether the invitation itself is the trouble, and trying again would not help.
pub fn is_final(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Problem(problem) if !problem.retryable && matches!(problem.status, 400..=499))
}
