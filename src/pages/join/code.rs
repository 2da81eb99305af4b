//! The code of an invitation, out of what a person pasted or a camera read.

/// What was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// The code of an invitation of this server.
    Code(String),
    /// A link to an invitation of another one: its address, and the host to show before going there.
    Elsewhere {
        /// The address.
        link: String,
        /// Host and port.
        host: String,
    },
}

/// Where the code stands in a link.
const PATH: &str = "/join/";
/// No code is longer: what is pasted may be anything.
const LONGEST: usize = 128;
/// No code is shorter.
const SHORTEST: usize = 6;

/// Reads a link (`https://…/join/<code>`), the end of one, or a code. `origin` is the address of this app, such as
/// `https://so-khoi.example.vn`. `None` where it is none of them.
pub fn read(text: &str, origin: &str) -> Option<Pasted> {
    // A link may come in the middle of a message, and a mail program may have broken it into lines.
    let text = text.trim();
    let word = text.split_whitespace().find(|word| word.contains(PATH));
    let Some(link) = word else {
        return code_in(text).map(Pasted::Code);
    };
    let (before, after) = link.split_once(PATH)?;
    let code = code_in(after)?;
    // Words may stand before the link without a space: "Link:https://…".
    let Some(at) = before.find("https://").or_else(|| before.find("http://")) else {
        return Some(Pasted::Code(code));
    };
    let address = before.get(at..)?;
    if address.eq_ignore_ascii_case(origin.trim_end_matches('/')) {
        return Some(Pasted::Code(code));
    }
    let (_, host) = address.split_once("://")?;
    (!host.is_empty() && !host.contains('@')).then(|| Pasted::Elsewhere {
        link: format!("{address}{PATH}{code}"),
        host: host.to_owned(),
    })
}

/// The code at the beginning of a text: letters, digits, dashes. What a sentence puts behind it is left out.
fn code_in(text: &str) -> Option<String> {
    let is_of_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = text.find(|c: char| !is_of_code(c)).unwrap_or(text.len());
    let (code, rest) = text.split_at_checked(end)?;
    // Behind a code a link may have a query or an end of a sentence; a code with words behind it is none.
    let is_end = rest
        .chars()
        .next()
        .is_none_or(|c| matches!(c, '/' | '?' | '#' | '.' | ',' | ')' | '>' | '"'));
    (is_end && (SHORTEST..=LONGEST).contains(&code.len())).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HERE: &str = "https://khoi.example.vn";

    fn code(text: &str) -> Option<Pasted> {
        read(text, HERE)
    }

    fn is(code: &str) -> Option<Pasted> {
        Some(Pasted::Code(code.to_owned()))
    }

    #[test]
    fn a_link_a_part_of_it_and_a_code_are_read() {
        for text in [
            "https://khoi.example.vn/join/7Kq2-mZ9x",
            "  https://khoi.example.vn/join/7Kq2-mZ9x\n",
            "HTTPS://KHOI.EXAMPLE.VN/join/7Kq2-mZ9x"
                .to_lowercase()
                .replace("7kq2-mz9x", "7Kq2-mZ9x")
                .as_str(),
            "Mời đơn vị vào https://khoi.example.vn/join/7Kq2-mZ9x. Cảm ơn.",
            "https://khoi.example.vn/join/7Kq2-mZ9x?utm=zalo",
            "/join/7Kq2-mZ9x",
            "7Kq2-mZ9x",
        ] {
            assert_eq!(code(text), is("7Kq2-mZ9x"), "{text}");
        }
    }

    #[test]
    fn a_link_to_another_server_is_shown_before_going_there() {
        let found = code("https://khoi-khac.example.vn:8443/join/7Kq2-mZ9x");
        let Some(Pasted::Elsewhere { link, host }) = found else {
            unreachable!("{found:?}");
        };
        assert_eq!(host, "khoi-khac.example.vn:8443");
        assert_eq!(link, "https://khoi-khac.example.vn:8443/join/7Kq2-mZ9x");
        // What stands before an @ looks like a host and is none.
        assert_eq!(code("https://khoi.example.vn@evil.example/join/7Kq2-mZ9x"), None);
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in [
            "",
            " ",
            "abc",
            "xin chào",
            "mã 7Kq2-mZ9x",
            "https://khoi.example.vn/join/",
            "7Kq2 mZ9x",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
        assert_eq!(code(&"a".repeat(LONGEST + 1)), None);
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_a_code_holds_nothing_but_its_letters(text in "\\PC{0,60}") {
            if let Some(Pasted::Code(code)) = read(&text, HERE) {
                prop_assert!(code.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)));
            }
        }
    }
}
