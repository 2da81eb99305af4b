//! What is too long for one slide goes on over the next ones.

use super::slide::{BODY_PT, LIST_SIZES};
use super::table;
use crate::exchange::export::ooxml::measure::lines;
use crate::report::slide_show::{Body, ShownSlide};
use crate::report::table::{Row, Table};
use std::ops::Range;

/// A slide, or one of those that a long one became.
pub(super) struct Page<'a> {
    pub slide: &'a ShownSlide,
    pub body: PageBody<'a>,
    /// Which it is of how many.
    pub part: (usize, usize),
}

/// What stands on it.
pub(super) enum PageBody<'a> {
    /// What the slide shows, whole.
    Whole(&'a Body),
    /// Some rows of its table.
    Rows(&'a Table, &'a [Row]),
    /// Some of its words.
    Words(&'a [String]),
    /// Some of its names, in columns.
    Names(&'a [String], usize),
}

/// The slides of a deck as pages.
pub(super) fn pages(slides: &[ShownSlide]) -> Vec<Page<'_>> {
    slides.iter().flat_map(of_slide).collect()
}

fn of_slide(slide: &ShownSlide) -> Vec<Page<'_>> {
    let bodies: Vec<PageBody<'_>> = match &slide.body {
        Body::Table(table) if !table.rows.is_empty() => rows(table),
        Body::List(names) if !names.is_empty() => {
            let columns = columns(names);
            of_names(names, columns)
                .into_iter()
                .map(|part| PageBody::Names(part, columns))
                .collect()
        }
        Body::Words(words) if of_words(words).len() > 1 => of_words(words).into_iter().map(PageBody::Words).collect(),
        body => vec![PageBody::Whole(body)],
    };
    let count = bodies.len();
    let page = |(at, body)| Page {
        slide,
        body,
        part: (at + 1, count),
    };
    bodies.into_iter().enumerate().map(page).collect()
}

/// The rows that fit below one another, page by page.
fn rows(table: &Table) -> Vec<PageBody<'_>> {
    let heights = table::heights(table);
    let parts = parts(&heights.rows, BODY_PT.1 - heights.head);
    parts
        .into_iter()
        .map(|part| PageBody::Rows(table, &table.rows[part]))
        .collect()
}

/// What fits below one another into the room of a page, page by page: pages of about one height, so that the last is not left
/// with two lines.
fn parts(heights: &[f64], room: f64) -> Vec<Range<usize>> {
    let total: f64 = heights.iter().sum();
    let wanted = (total / (total / room).ceil().max(1.0)).max(1.0);
    let mut parts = Vec::new();
    let (mut from, mut high) = (0, 0.0);
    for (at, one) in heights.iter().enumerate() {
        if at > from && (high + one > room || high >= wanted) {
            parts.push(from..at);
            (from, high) = (at, 0.0);
        }
        high += one;
    }
    parts.push(from..heights.len());
    parts
}

/// In how many columns names stand.
fn columns(names: &[String]) -> usize {
    match names.len() {
        0..=9 => 1,
        10..=24 => 2,
        _ => 3,
    }
}

/// The names that fit into the columns of a page, page by page, about as many on each.
fn of_names(names: &[String], columns: usize) -> Vec<&[String]> {
    let size = LIST_SIZES[columns - 1];
    let wide = BODY_PT.0 / columns as f64 - 18.0;
    let high = |name: &String| lines(name, wide / size / 1.06) as f64 * size * 1.2 + 6.0;
    // A name is not divided between two columns, so some room stays free below each.
    let tallest = names.iter().map(high).fold(0.0, f64::max);
    let room = (BODY_PT.1 - tallest * 0.6).max(tallest) * columns as f64;
    let heights: Vec<f64> = names.iter().map(high).collect();
    parts(&heights, room).into_iter().map(|part| &names[part]).collect()
}

/// The type sizes of words, and the room after each of them, in points.
const WORD_SIZES: [f64; 6] = [28.0, 24.0, 20.0, 18.0, 16.0, 14.0];
pub(super) const AFTER_WORDS: f64 = 10.0;

/// How high words become that stand below one another.
fn high_of_words(words: &[String], size: f64) -> Vec<f64> {
    let high = |line: &String| lines(line, BODY_PT.0 / size / 1.06) as f64 * size * 1.2 + AFTER_WORDS;
    words.iter().map(high).collect()
}

/// The words that fit on a page in the smallest type, page by page.
fn of_words(words: &[String]) -> Vec<&[String]> {
    let smallest = WORD_SIZES[WORD_SIZES.len() - 1];
    let parts = parts(&high_of_words(words, smallest), BODY_PT.1);
    parts.into_iter().map(|part| &words[part]).collect()
}

/// The largest type at which words fill the body.
pub(super) fn word_size(words: &[String]) -> f64 {
    let fits = |size: &f64| high_of_words(words, *size).iter().sum::<f64>() <= BODY_PT.1;
    let smallest = WORD_SIZES[WORD_SIZES.len() - 1];
    WORD_SIZES.into_iter().find(fits).unwrap_or(smallest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Cell, Column};

    #[test]
    fn a_hundred_and_thirty_units_go_on_over_pages_and_none_is_lost() {
        let name = |at: usize| format!("Đảng bộ cơ sở Sở Nông nghiệp và Phát triển nông thôn {at}");
        let table = Table {
            columns: vec![Column::words("Đơn vị"), Column::figures("Số đảng viên")],
            rows: (0..130)
                .map(|at| Row::new("", vec![Cell::text(name(at)), Cell::count("1", 1)]))
                .collect(),
            ..Table::default()
        };
        let slides = [
            ShownSlide {
                body: Body::Table(table),
                ..ShownSlide::default()
            },
            ShownSlide {
                body: Body::List((0..130).map(name).collect()),
                ..ShownSlide::default()
            },
            ShownSlide {
                body: Body::Words((0..40).map(name).collect()),
                sentence: "Danh sách".to_owned(),
                ..ShownSlide::default()
            },
        ];
        let (mut rows, mut names, mut words) = (0, 0, 0);
        for page in pages(&slides) {
            match page.body {
                PageBody::Rows(_, part) => {
                    assert!((3..=20).contains(&part.len()), "{}", part.len());
                    rows += part.len();
                }
                PageBody::Names(part, _) => names += part.len(),
                PageBody::Words(part) => {
                    let high: f64 = high_of_words(part, word_size(part)).iter().sum();
                    assert!(high <= BODY_PT.1, "{high}");
                    words += part.len();
                }
                PageBody::Whole(_) => {}
            }
        }
        assert_eq!((rows, names, words), (130, 130, 40));
    }
}
