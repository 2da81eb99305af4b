//! What a server's answer means to a person: what happened and what to do, by the name of the problem.
//!
//! The names are those of RFC 9457 problems and of refused ops ([`crate::sync::wire::codes`]); those that only this device
//! knows are [`OFFLINE`], [`UNREADABLE`] and [`NO_SERVER`].

mod of_accounts;
mod of_connection;
mod of_op;

use crate::model::text::Lang;

/// There was no answer: no network, or no server at this address.
pub const OFFLINE: &str = "offline";
/// There was an answer that is none of this server's.
pub const UNREADABLE: &str = "unreadable-answer";
/// The app is served here as files, without a server that keeps figures.
pub const NO_SERVER: &str = "no-server";

/// What happened, and the remedy. A problem that is not known is told by its name and its detail, so that whoever is asked
/// for help can say more.
pub fn problem_words(lang: Lang, code: &str, detail: &str) -> (String, String) {
    match (known(code), lang) {
        (Some(([what, remedy], _)), Lang::Vi) | (Some((_, [what, remedy])), Lang::En) => {
            (what.to_owned(), remedy.to_owned())
        }
        (None, lang) => unknown(lang, code, detail),
    }
}

/// Both sentences as one text.
pub fn problem_line(lang: Lang, code: &str, detail: &str) -> String {
    let (what, remedy) = problem_words(lang, code, detail);
    format!("{what} {remedy}")
}

/// How long to wait before another try: "Thử lại sau 40 giây."
pub fn wait_words(lang: Lang, seconds: u64) -> String {
    let minutes = seconds.div_ceil(60);
    match (lang, seconds) {
        (Lang::Vi, 0..=90) => format!("Thử lại sau {seconds} giây."),
        (Lang::Vi, _) => format!("Thử lại sau {minutes} phút."),
        (Lang::En, 0..=90) => format!("Try again in {seconds} seconds."),
        (Lang::En, _) => format!("Try again in {minutes} minutes."),
    }
}

fn unknown(lang: Lang, code: &str, detail: &str) -> (String, String) {
    let name = match detail.is_empty() {
        true => code.to_owned(),
        false => format!("{code}: {detail}"),
    };
    match lang {
        Lang::Vi => (
            format!("Máy chủ từ chối ({name})."),
            "Những gì đã nhập vẫn ở trên máy. Cập nhật ứng dụng rồi thử lại; nếu vẫn vậy, gửi dòng này cho người quản trị.".to_owned(),
        ),
        Lang::En => (
            format!("The server refused ({name})."),
            "What was entered is still on this device. Update the app and try again; if it stays so, send this line to the administrator.".to_owned(),
        ),
    }
}

type Pair = [&'static str; 2];

/// Vietnamese, then English: what happened, what to do.
fn known(code: &str) -> Option<(Pair, Pair)> {
    of_connection::of_connection(code)
        .or_else(|| of_connection::of_session(code))
        .or_else(|| of_accounts::of_invitation(code))
        .or_else(|| of_accounts::of_account(code))
        .or_else(|| of_op::of_op(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::wire::{PROBLEMS, codes};

    /// What this device alone says (`state/sync/driver.rs`).
    const OWN: [&str; 5] = [OFFLINE, UNREADABLE, NO_SERVER, "restless", "store"];

    #[test]
    fn every_problem_has_a_remedy_in_both_languages() {
        for code in OWN.into_iter().chain(codes::ALL).chain(PROBLEMS) {
            let (vi, vi_remedy) = problem_words(Lang::Vi, code, "");
            let (en, en_remedy) = problem_words(Lang::En, code, "");
            for text in [&vi, &vi_remedy, &en, &en_remedy] {
                assert!(
                    text.ends_with('.') && !text.contains(&format!("({code}")),
                    "{code}: {text}"
                );
            }
            assert_ne!(vi, en, "{code}");
        }
    }

    #[test]
    fn a_problem_that_is_not_known_is_told_by_its_name() {
        let (what, remedy) = problem_words(Lang::Vi, "quota-9", "unit u7");
        assert_eq!(what, "Máy chủ từ chối (quota-9: unit u7).");
        assert!(remedy.contains("vẫn ở trên máy"));
        assert!(problem_line(Lang::En, "quota-9", "").starts_with("The server refused (quota-9). "));
    }

    #[test]
    fn a_wait_is_said_in_what_a_person_counts_in() {
        assert_eq!(wait_words(Lang::Vi, 40), "Thử lại sau 40 giây.");
        assert_eq!(wait_words(Lang::Vi, 100), "Thử lại sau 2 phút.");
        assert_eq!(wait_words(Lang::En, 600), "Try again in 10 minutes.");
    }
}
