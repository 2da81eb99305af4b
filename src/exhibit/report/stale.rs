//! Text that a person wrote over figures which are others now.

use super::numbers::{Written, numbers};
use crate::model::report;

/// How figures have left a text behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale {
    /// What the figures said when it was written.
    pub was: String,
    /// What they say now.
    pub now: String,
    /// Numbers that became others: the old one and the new one; either may be empty.
    pub changes: Vec<(String, String)>,
    /// Where in the text an old number still stands: its first byte and the one behind its last.
    pub marks: Vec<(usize, usize)>,
}

/// How what figures say now stands to a text; `None` while they say the same as when it was written, and for what was
/// written over nothing.
pub fn stale(written: &report::Written, now: &str) -> Option<Stale> {
    if written.over.is_empty() || written.over == now || written.left_out {
        return None;
    }
    let changes = changes(&numbers(&written.over), &numbers(now));
    // Words alone make no figure of the text wrong: a unit's new name, another turn of a sentence.
    if changes.is_empty() {
        return None;
    }
    let kept = numbers(now);
    let is_old = |number: &Written| {
        changes.iter().any(|(old, _)| *old == number.text) && !kept.iter().any(|it| it.text == number.text)
    };
    let marks = numbers(&written.text).into_iter().filter(is_old);
    Some(Stale {
        was: written.over.clone(),
        now: now.to_owned(),
        marks: marks.map(|number| (number.start, number.end)).collect(),
        changes,
    })
}

/// Numbers that became others. Sentences of one pattern are compared place by place; others by what is gone and what is new.
fn changes(was: &[Written], now: &[Written]) -> Vec<(String, String)> {
    if was.len() == now.len() {
        let pairs = was.iter().zip(now).filter(|(old, new)| old.text != new.text);
        let mut found: Vec<(String, String)> = pairs.map(|(old, new)| (old.text.clone(), new.text.clone())).collect();
        found.dedup();
        return found;
    }
    let beyond = |of: &[Written], others: &[Written]| {
        let mut rest: Vec<&str> = others.iter().map(|it| it.text.as_str()).collect();
        let mut found = Vec::new();
        for number in of {
            match rest.iter().position(|other| *other == number.text) {
                Some(at) => drop(rest.swap_remove(at)),
                None => found.push(number.text.clone()),
            }
        }
        found
    };
    let (gone, new) = (beyond(was, now), beyond(now, was));
    let pairs = gone.len().max(new.len());
    let text = |of: &[String], at: usize| of.get(at).cloned().unwrap_or_default();
    (0..pairs).map(|at| (text(&gone, at), text(&new, at))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn written(text: &str, over: &str) -> report::Written {
        report::Written {
            text: text.to_owned(),
            over: over.to_owned(),
            left_out: false,
        }
    }

    #[test]
    fn a_figure_that_changed_is_marked_where_it_still_stands() {
        let text = "Cả năm kết nạp được 121 đảng viên (chỉ tiêu 130).";
        let over = "Kết nạp 121/130 đảng viên, đạt 93,1%.";
        let found = stale(&written(text, over), "Kết nạp 122/130 đảng viên, đạt 93,8%.").unwrap();
        assert_eq!(
            found.changes,
            [
                ("121".to_owned(), "122".to_owned()),
                ("93,1%".to_owned(), "93,8%".to_owned())
            ]
        );
        let marked: Vec<&str> = found.marks.iter().map(|&(start, end)| &text[start..end]).collect();
        assert_eq!(marked, ["121"], "130 still holds, and 93,1% does not stand in the text");
    }

    #[test]
    fn the_same_figures_in_other_words_leave_a_text_alone() {
        let one = written("Tốt", "Sở A 5; Sở B 3.");
        assert_eq!(stale(&one, "Sở A mới 5; Sở B 3."), None);
        assert_eq!(stale(&one, "Sở A 5; Sở B 3."), None);
        assert_eq!(stale(&written("Viết tay", ""), "Kết nạp 5."), None);
        let left_out = report::Written { left_out: true, ..one };
        assert_eq!(stale(&left_out, "Sở A 9."), None);
    }

    #[test]
    fn sentences_of_another_pattern_are_compared_by_what_is_gone() {
        let found = stale(&written("Còn 3 đơn vị", "70/73 đơn vị; còn 3."), "Cả 73 đơn vị.").unwrap();
        assert_eq!(
            found.changes,
            [("70".to_owned(), String::new()), ("3".to_owned(), String::new())]
        );
        assert_eq!(found.marks.len(), 1);
    }
}
