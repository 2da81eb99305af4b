//! Matrices (counts by two kinds of options) as the inputs of charts.

use super::drawn::{Drawn, HUES, second};
use super::figures::Matrix;
use crate::analysis::aggregate::Total;
use crate::charts::blocks::{Block, BlockRow, Blocks};
use crate::charts::grouped_bars::{Bars, GroupedBars};
use crate::charts::heat_map::Head;
use crate::charts::ranked_bars::Amount;
use crate::model::letter_case::lowered;
use crate::model::text::Text;
use crate::report::period_name::capitalised;
/// How a matrix is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum MatrixChart {
    /// Every cell counts something: groups of bars beside each other.
    Groups(GroupedBars),
    /// Some cells count nothing: a block for each row, with what it counts.
    Blocks(Blocks),
}

/// A matrix as a chart; `None` where a sentence says as much: it holds one count at most, or nothing above one, or one
/// count of each thing, which have no scale in common.
pub fn matrix(matrix: &Matrix, drawn: Drawn<'_>) -> Option<MatrixChart> {
    let cells = || matrix.cells.iter().flatten();
    let held = cells().filter(|total| total.count() > 0).count();
    if held < 2 || cells().all(|total| total.count() <= 1) {
        return None;
    }
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    let things = things(matrix);
    if things.len() > 1 {
        return (held > things.len()).then(|| MatrixChart::Blocks(blocks_of_things(matrix, &things, drawn)));
    }
    Some(
        match rows == 1 || columns == 1 || (columns < 3 && held == rows * columns) {
            true => MatrixChart::Groups(groups(matrix, drawn)),
            false => MatrixChart::Blocks(blocks(matrix, drawn)),
        },
    )
}

/// What the columns that hold something count, each once.
fn things(matrix: &Matrix) -> Vec<Option<&Text>> {
    let mut all = Vec::new();
    for (at, column) in matrix.columns.iter().enumerate() {
        let holds = |row: &Vec<Total>| row.get(at).is_some_and(|total| total.count() > 0);
        let counted = column.counted.as_ref();
        if matrix.cells.iter().any(holds) && !all.contains(&counted) {
            all.push(counted);
        }
    }
    all
}

/// A block for each thing that a matrix counts, its bars by who did what: bars of one block are of one counting unit.
fn blocks_of_things(matrix: &Matrix, things: &[Option<&Text>], drawn: Drawn<'_>) -> Blocks {
    let lang = drawn.lang;
    let by_row = blocks(matrix, drawn);
    let name = |thing: Option<&Text>| thing.map_or_else(String::new, |thing| thing.in_lang(lang).to_owned());
    let block = |thing: &Option<&Text>| {
        let of = name(*thing);
        // "Kiểm tra · Đảng viên" under the head "Đảng viên" is "Kiểm tra".
        let deed = |label: &str| match label.split_once(" · ") {
            Some((first, rest)) if lowered(rest) == of => first.to_owned(),
            _ => label.replacen(" · ", ": ", 1),
        };
        let mut rows = Vec::new();
        for (row, label) in matrix.rows.iter().enumerate() {
            for (at, column) in matrix.columns.iter().enumerate() {
                let key = mark(row, at);
                let bars = by_row.blocks.get(row).into_iter().flat_map(|block| &block.rows);
                let bar = bars.into_iter().find(|bar| bar.key == key);
                if let Some(bar) = bar.filter(|_| column.counted.as_ref() == *thing) {
                    let deed = deed(column.label.in_lang(lang));
                    // A column that is named by what it counts says it once, in the head.
                    let names = [label.in_lang(lang), &deed];
                    let named = names.into_iter().filter(|name| !name.is_empty() && lowered(name) != of);
                    let parts: Vec<&str> = match matrix.rows.len() {
                        1 if !deed.is_empty() => vec![&deed],
                        _ => named.collect(),
                    };
                    rows.push(BlockRow {
                        name: parts.join(": "),
                        of: of.clone(),
                        ..bar.clone()
                    });
                }
            }
        }
        Block {
            name: capitalised(&of),
            rows,
        }
    };
    Blocks {
        blocks: things.iter().map(block).collect(),
    }
}

/// A block for each row of a matrix. Columns that begin with the same word (an action) have one colour.
fn blocks(matrix: &Matrix, drawn: Drawn<'_>) -> Blocks {
    let lang = drawn.lang;
    let labels: Vec<&str> = matrix.columns.iter().map(|column| column.label.in_lang(lang)).collect();
    let action = |label: &str| {
        label
            .split_once(" · ")
            .map_or_else(String::new, |(first, _)| first.to_owned())
    };
    let mut actions: Vec<String> = Vec::new();
    for label in &labels {
        let action = action(label);
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    let hues = [drawn.hue, second(drawn.hue)];
    let hue = |label: &str| {
        let at = actions.iter().position(|one| *one == action(label)).unwrap_or(0);
        hues[at % hues.len()]
    };
    let block = |(at, (name, cells)): (usize, (&Text, &Vec<Total>))| Block {
        name: name.in_lang(lang).to_owned(),
        rows: labels
            .iter()
            .zip(cells)
            .enumerate()
            .filter(|(_, (_, total))| total.count() > 0)
            .map(|(column, (label, total))| BlockRow {
                key: mark(at, column),
                name: label.replacen(" · ", ": ", 1).replace(" · ", " "),
                count: drawn.scaled(total.count()),
                hue: hue(label),
                of: String::new(),
            })
            .collect(),
    };
    Blocks {
        blocks: matrix.rows.iter().zip(&matrix.cells).enumerate().map(block).collect(),
    }
}

/// The key of a bar of a matrix: its row and its column.
pub fn mark(row: usize, column: usize) -> String {
    format!("{row}|{column}")
}

/// A matrix as grouped bars: its rows the groups, or its columns where it has one row only.
fn groups(matrix: &Matrix, drawn: Drawn<'_>) -> GroupedBars {
    let lang = drawn.lang;
    let amount = |row: usize, column: usize| {
        let total = matrix.cells.get(row).and_then(|row| row.get(column));
        match total.and_then(|total| total.quantity) {
            Some(quantity) => Amount::Count {
                count: drawn.scaled(quantity.count),
                target: None,
            },
            None => Amount::NotReported,
        }
    };
    let head = |(at, label): (usize, &Text)| Head {
        key: at.to_string(),
        name: label.in_lang(lang).to_owned(),
    };
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    let labels: Vec<Text> = matrix.columns.iter().map(|column| column.label.clone()).collect();
    if rows == 1 && columns > 1 {
        return GroupedBars {
            groups: labels.iter().enumerate().map(head).collect(),
            series: vec![Bars {
                name: matrix.rows[0].in_lang(lang).to_owned(),
                hue: drawn.hue,
                amounts: (0..columns).map(|column| amount(0, column)).collect(),
            }],
            target: None,
        };
    }
    let hues = std::iter::once(drawn.hue)
        .chain(HUES.into_iter().filter(|hue| *hue != drawn.hue))
        .cycle();
    GroupedBars {
        groups: matrix.rows.iter().enumerate().map(head).collect(),
        series: labels
            .iter()
            .zip(hues)
            .enumerate()
            .map(|(column, (label, hue))| Bars {
                name: match label.in_lang(lang) {
                    "" => matrix.measure.label.in_lang(lang).to_owned(),
                    name => name.to_owned(),
                },
                hue,
                amounts: (0..rows).map(|row| amount(row, column)).collect(),
            })
            .collect(),
        target: None,
    }
}
