//! Text as XML text. Whatever people typed stays text: markup is escaped, and what XML or a reader's eye cannot take is left out.

/// The first line of every part.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The text, to stand between tags or in an attribute; line breaks and tabs are spaces.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for letter in text.chars().filter(|letter| allowed(*letter)) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// The text without what is left out, for who escapes it themselves.
pub fn plain(text: &str) -> String {
    text.chars().filter(|letter| allowed(*letter)).collect()
}

/// The lines of a text.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.trim_end_matches('\r'))
}

/// Letters that XML takes, without marks that turn a line around.
fn allowed(letter: char) -> bool {
    match letter {
        '\n' | '\r' | '\t' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_stays_text() {
        assert_eq!(
            text("<w:p>&\"\u{0}\u{202e}gnort\u{b}\nA\u{ffff}"),
            "&lt;w:p&gt;&amp;&quot;gnort A"
        );
        assert_eq!(text("=1+1 Đảng ủy Khối"), "=1+1 Đảng ủy Khối");
    }
}
