//! A term as it is typed: "2020–2025".

use crate::model::period::Period;

/// Reads a term: two years with a dash or two dots between them.
pub fn read(text: &str) -> Option<Period> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '–' | '—' | '/') { '-' } else { c })
        .collect();
    let (from, to) = plain.split_once("..").or_else(|| plain.split_once('-'))?;
    match format!("{from}..{to}").parse() {
        Ok(term @ Period::Term(..)) => Some(term),
        _ => None,
    }
}

/// Writes it as it is typed.
pub fn write(term: &Period) -> String {
    match term {
        Period::Term(from, to) => format!("{from}–{to}"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let term = Period::Term(2020, 2025);
        for text in ["2020–2025", "2020-2025", " 2020 – 2025 ", "2020..2025", "2020/2025"] {
            assert_eq!(read(text).as_ref(), Some(&term), "{text}");
        }
        assert_eq!(read(&write(&term)), Some(term));
        for text in ["", "2020", "2025-2020", "2020-25", "2020-07"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
