//! Lines of a form out of a list.

use super::{Line, OTHER};
use crate::catalogue::Catalogue;
use crate::model::fold::fold;

/// Lines out of a list that was typed or pasted, one a line: the name, and behind a tab, a semicolon or in brackets at its
/// end what it is counted in. Numbers and dashes before a name are left out; a unit that is not known is to be added.
pub fn pasted(text: &str, catalogue: &Catalogue) -> Vec<Line> {
    text.lines().filter_map(|line| pasted_line(line, catalogue)).collect()
}

fn pasted_line(text: &str, catalogue: &Catalogue) -> Option<Line> {
    let text = text.trim();
    let numbered = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let text = match numbered.chars().next() {
        Some('.' | ')' | '\t') if numbered.len() < text.len() => &numbered[1..],
        _ => text,
    };
    let text = text.trim_start_matches(['-', '–', '•', '*', '+']).trim();
    let (name, unit) = split_unit(text);
    if name.is_empty() {
        return None;
    }
    let wanted = fold(unit);
    let mut known = catalogue.part().counting_units.iter().rev();
    let known = known.find(|it| fold(&it.label.vi) == wanted || fold(&it.label.en) == wanted);
    let (unit, unit_name) = match known {
        _ if wanted.is_empty() => (Line::new().unit, String::new()),
        Some(known) => (known.id.to_string(), String::new()),
        None => (OTHER.to_owned(), unit.to_owned()),
    };
    Some(Line {
        name: name.to_owned(),
        unit,
        unit_name,
        ..Line::default()
    })
}

/// A line's name and its counting unit.
fn split_unit(text: &str) -> (&str, &str) {
    if let Some((name, unit)) = text.split_once(['\t', ';']) {
        return (name.trim(), unit.split(['\t', ';']).next().unwrap_or_default().trim());
    }
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((name, unit)) if !name.trim().is_empty() => (name.trim(), unit.trim()),
        _ => (text, ""),
    }
}
