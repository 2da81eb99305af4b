//! One sentence, one function: what a page's heading, the line under a chart, a slide, the report and
//! a screen reader say of one fact is the same text, made here.
//!
//! A function takes the language and a small plain value, and gives a sentence without its full stop, so
//! that it can stand as a heading; [`paragraph`] joins several with their stops. Nothing here adds up units
//! or periods: totals, rates, gaps, pace and forecasts come from `analysis/`.

pub mod admission;
pub mod comparison;
pub mod coverage;
pub mod facts;
pub mod finding;
pub mod from_analysis;
pub mod grades;
pub mod heat;
pub mod late;
pub mod months;
pub mod own_catalogue;
pub mod pace;
pub mod period_report;
pub mod ranking;
pub mod reminder;
pub mod returns;
pub mod share;
pub mod statement;
pub mod status;
pub mod target;
pub mod topic;
pub mod words;

/// Sentences as running text: each with its full stop.
pub fn paragraph<S: AsRef<str>>(sentences: impl IntoIterator<Item = S>) -> String {
    let mut text = String::new();
    for sentence in sentences {
        let sentence = sentence.as_ref().trim();
        if sentence.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence);
        if !sentence.ends_with(['.', '?', '!', '…']) {
            text.push('.');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_has_its_stops() {
        assert_eq!(paragraph(["Một", "", "Hai."]), "Một. Hai.");
        assert_eq!(paragraph(Vec::<String>::new()), "");
    }
}
