//! A chart in a place whose height is given: how large its text may be, how many rows stay, on how many pages it goes on.
//!
//! Drawings are pure, so whether one fits is found by drawing it. Units compared are folded to the first and the last ones that fit; rows
//! of a heat map that say the same stand as one; what has an order of its own (targets, groups, the rest of a heat map) goes on over
//! pages, none of its rows left out.

use super::blocks::{Block, Blocks};
use super::bullet::Bullets;
use super::grouped_bars::{Bars, GroupedBars};
use super::heat_map::{Head, HeatMap, in_short};
use super::look::Stage;
use super::ranked_bars::Amount;
use super::{Drawing, Empty, Look, REST, Shape, figure};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A page of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What of the chart stands on it.
    pub shape: Shape,
    /// How it is drawn.
    pub stage: Stage,
    /// It does not fit, however it is drawn.
    pub cut: bool,
}

impl Sheet {
    /// Draws it.
    ///
    /// # Errors
    /// [`Empty`] where there is nothing to draw.
    pub fn draw(&self, look: &Look) -> Result<Drawing, Empty> {
        self.shape.draw(&Look {
            stage: Some(self.stage),
            ..*look
        })
    }
}

/// The fewest rows that a folded chart is drawn with: the first, the folded middle, the last.
const FEWEST: usize = 3;

/// Divides a chart over pages of the look's width and this height. `sizes` are the sizes that its text may have, the largest first; only
/// a chart of few rows gets a large one.
///
/// # Errors
/// [`Empty`] where there is nothing to draw.
pub fn fit(shape: &Shape, look: &Look, height_px: f64, sizes: &[f64]) -> Result<Vec<Sheet>, Empty> {
    let place = Place { look, height_px };
    let smallest = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let with_rows = length(shape).is_some();
    let sizes = sizes.iter().filter(|size| with_rows || **size <= smallest);
    for &size in sizes.filter(|size| rows_drawn(shape) <= place.most_rows(**size)) {
        let stage = place.stage(size, usize::MAX);
        if place.holds(shape, stage)? {
            return Ok(vec![place.sheet(shape.clone(), stage)]);
        }
    }
    let alike = match shape {
        Shape::HeatMap(map) => together(map, look),
        _ => None,
    };
    if let Some(alike) = alike {
        return fit(&Shape::HeatMap(alike), look, height_px, &[smallest]);
    }
    let stage = place.stage(smallest, usize::MAX);
    if folds(shape) {
        let most = length(shape).unwrap_or_default().min(place.most_rows(smallest));
        let most = most.max(FEWEST);
        let mut rows = FEWEST;
        // Higher with every row, so the search may halve what is left.
        let (mut low, mut high) = (FEWEST, most);
        while low <= high {
            let middle = (low + high) / 2;
            if place.holds(shape, place.stage(smallest, middle))? {
                rows = middle;
                low = middle + 1;
            } else {
                high = middle.saturating_sub(1);
            }
        }
        return Ok(vec![place.sheet(shape.clone(), place.stage(smallest, rows))]);
    }
    let mut sheets = Vec::new();
    for part in place.columns(shape, stage)? {
        sheets.extend(place.pages(&part, stage)?);
    }
    Ok(sheets)
}

/// Where it is drawn.
struct Place<'a> {
    look: &'a Look,
    height_px: f64,
}

impl Place<'_> {
    fn stage(&self, text_px: f64, rows: usize) -> Stage {
        Stage {
            text_px,
            height_px: self.height_px,
            rows,
        }
    }

    /// More rows than these cannot stand below each other: each has a line of text. So ten thousand need not be drawn to know it.
    fn most_rows(&self, text_px: f64) -> usize {
        (self.height_px / text_px.max(1.0)) as usize
    }

    fn draw(&self, shape: &Shape, stage: Stage) -> Result<Drawing, Empty> {
        shape.draw(&Look {
            stage: Some(stage),
            ..*self.look
        })
    }

    fn holds(&self, shape: &Shape, stage: Stage) -> Result<bool, Empty> {
        let drawing = self.draw(shape, stage)?;
        Ok(f64::from(drawing.height_px) <= self.height_px && self.is_wide_enough(&drawing))
    }

    fn is_wide_enough(&self, drawing: &Drawing) -> bool {
        f64::from(drawing.width_px) <= self.look.drawable() + 1.0
    }

    fn sheet(&self, shape: Shape, stage: Stage) -> Sheet {
        let cut = !self.holds(&shape, stage).unwrap_or(true);
        Sheet { shape, stage, cut }
    }

    /// A table too wide, in parts of as many columns as there is room for.
    fn columns(&self, shape: &Shape, stage: Stage) -> Result<Vec<Shape>, Empty> {
        let Shape::HeatMap(map) = shape else {
            return Ok(vec![shape.clone()]);
        };
        let mut most = map.columns.len();
        while most > 1 && !self.is_wide_enough(&self.draw(&Shape::HeatMap(across(map, 0..most)), stage)?) {
            most -= 1;
        }
        let parts = map.columns.len().div_ceil(most);
        let each = map.columns.len().div_ceil(parts);
        let starts = (0..map.columns.len()).step_by(each.max(1));
        let part = |start: usize| Shape::HeatMap(across(map, start..(start + each).min(map.columns.len())));
        Ok(starts.map(part).collect())
    }

    /// As many rows on each page as it holds, one at least.
    fn pages(&self, shape: &Shape, stage: Stage) -> Result<Vec<Sheet>, Empty> {
        let all = length(shape).unwrap_or_default();
        let (mut sheets, mut from) = (Vec::new(), 0);
        while from < all {
            let mut to = from + 1;
            while to < all && self.part_holds(shape, from..to + 1, stage) {
                to += 1;
            }
            sheets.push(self.sheet(rows(shape, from..to), stage));
            from = to;
        }
        if sheets.is_empty() {
            sheets.push(self.sheet(shape.clone(), stage));
        }
        // A part of which no row has a figure draws nothing: it goes with the page before it, in words of its table.
        sheets.retain(|sheet| self.draw(&sheet.shape, sheet.stage).is_ok());
        Ok(sheets)
    }

    /// Rows without any figure fit anywhere: there is nothing to draw of them.
    fn part_holds(&self, shape: &Shape, part: Range<usize>, stage: Stage) -> bool {
        self.holds(&rows(shape, part), stage).unwrap_or(true)
    }
}

/// Whether a chart has rows, more or fewer of which fit.
pub fn has_rows(shape: &Shape) -> bool {
    length(shape).is_some()
}

/// Units are folded; what is in an order of its own is not.
fn folds(shape: &Shape) -> bool {
    matches!(shape, Shape::RankedBars(_) | Shape::StackedByUnit(_))
}

/// How many rows are drawn at least where none is folded: those of units that have not reported may be one.
fn rows_drawn(shape: &Shape) -> usize {
    match shape {
        Shape::RankedBars(bars) => bars.rows.iter().filter(|row| row.amount.end().is_some()).count(),
        Shape::StackedByUnit(bars) => bars.rows.iter().filter(|row| row.whole().is_some()).count(),
        Shape::HeatMap(map) => map.rows.len(),
        _ => 0,
    }
}

/// How many rows there are; `None` where a chart fills whatever height it gets.
fn length(shape: &Shape) -> Option<usize> {
    match shape {
        Shape::RankedBars(bars) => Some(bars.rows.len()),
        Shape::StackedByUnit(bars) => Some(bars.rows.len()),
        Shape::Bullets(bullets) => Some(bullets.rows.len()),
        Shape::GroupedBars(bars) => Some(bars.groups.len()),
        Shape::HeatMap(map) => Some(map.rows.len()),
        Shape::Blocks(blocks) => Some(blocks.blocks.iter().map(|block| block.rows.len()).sum()),
        Shape::CumulativeLine(_) | Shape::ProgressLine(_) | Shape::MonthlyColumns(_) | Shape::StackedWhole(_) => None,
    }
}

/// Some of the rows.
fn rows(shape: &Shape, of: Range<usize>) -> Shape {
    match shape {
        Shape::Bullets(bullets) => Shape::Bullets(Bullets {
            rows: bullets.rows[of].to_vec(),
            ..bullets.clone()
        }),
        Shape::GroupedBars(bars) => Shape::GroupedBars(GroupedBars {
            groups: bars.groups[of.clone()].to_vec(),
            series: bars.series.iter().map(|series| of_series(series, of.clone())).collect(),
            target: bars.target.clone(),
        }),
        Shape::HeatMap(map) => Shape::HeatMap(HeatMap {
            rows: map.rows[of.clone()].to_vec(),
            cells: map.cells.get(of).map(<[_]>::to_vec).unwrap_or_default(),
            columns: map.columns.clone(),
            hue: map.hue,
        }),
        Shape::Blocks(blocks) => Shape::Blocks(of_blocks(blocks, of)),
        other => other.clone(),
    }
}

fn of_series(series: &Bars, of: Range<usize>) -> Bars {
    Bars {
        amounts: series.amounts.iter().copied().skip(of.start).take(of.len()).collect(),
        name: series.name.clone(),
        hue: series.hue,
    }
}

/// Some of the bars, under their heads.
fn of_blocks(blocks: &Blocks, of: Range<usize>) -> Blocks {
    let mut at = 0;
    let part = |block: &Block| {
        let mut kept = Vec::new();
        for row in &block.rows {
            if of.contains(&at) {
                kept.push(row.clone());
            }
            at += 1;
        }
        Block {
            name: block.name.clone(),
            rows: kept,
        }
    };
    let parts: Vec<Block> = blocks.blocks.iter().map(part).collect();
    Blocks {
        blocks: parts.into_iter().filter(|block| !block.rows.is_empty()).collect(),
    }
}

/// So many rows of a map that say the same are one, where not all rows fit: seventy units at 100 % are one line for a room.
const ALIKE: usize = 4;

/// The rows that differ, as they are, and below them each lot of those that say the same, the largest first; `None` where there
/// is no such lot.
fn together(map: &HeatMap, look: &Look) -> Option<HeatMap> {
    let mut lots: HashMap<Vec<Option<String>>, Vec<usize>> = HashMap::new();
    for (at, cells) in map.cells.iter().enumerate().take(map.rows.len()) {
        let shown = cells.iter().map(|amount| amount.map(|amount| in_short(amount, look)));
        lots.entry(shown.collect()).or_default().push(at);
    }
    let mut alike: Vec<Vec<usize>> = lots.into_values().filter(|lot| lot.len() >= ALIKE).collect();
    if alike.is_empty() {
        return None;
    }
    alike.sort_by_key(|lot| (Reverse(lot.len()), lot.first().copied()));
    let in_a_lot: HashSet<usize> = alike.iter().flatten().copied().collect();
    let own = (0..map.rows.len()).filter(|at| !in_a_lot.contains(at));
    let own = own.map(|at| (map.rows[at].clone(), map.cells[at].clone()));
    let lot = |lot: &Vec<usize>| {
        let head = Head {
            key: REST.to_owned(),
            name: figure::fill(look.words.alike, &[("n", &lot.len().to_string())]),
        };
        let cells =
            (0..map.columns.len()).map(|column| sum(lot.iter().filter_map(|&at| *map.cells[at].get(column)?)));
        (head, cells.collect())
    };
    let (rows, cells) = own.chain(alike.iter().map(lot)).unzip();
    Some(HeatMap {
        columns: map.columns.clone(),
        rows,
        cells,
        hue: map.hue,
    })
}

/// What all of the same lot come to: their parts of their wholes; a count, which they share, stays what it is.
fn sum(mut amounts: impl Iterator<Item = Amount>) -> Option<Amount> {
    let first = amounts.next()?;
    Some(amounts.fold(first, |sum, one| match (sum, one) {
        (Amount::Share { part, whole }, Amount::Share { part: more, whole: of }) => Amount::Share {
            part: part.saturating_add(more),
            whole: whole.saturating_add(of),
        },
        (sum, _) => sum,
    }))
}

/// Some of the columns.
fn across(map: &HeatMap, of: Range<usize>) -> HeatMap {
    let cells = |row: &Vec<_>| row.iter().copied().skip(of.start).take(of.len()).collect();
    HeatMap {
        columns: map.columns[of.clone()].to_vec(),
        cells: map.cells.iter().map(cells).collect(),
        rows: map.rows.clone(),
        hue: map.hue,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::charts::bullet::Bullet;
    use crate::charts::ranked_bars::{RankedBars, UnitBar};
    use crate::charts::{Hue, Words};
    use crate::model::text::Lang;

    static WORDS: Words = Words {
        not_reported: "chưa báo cáo",
        not_reported_group: "Chưa báo cáo · {n} đơn vị",
        alike: "{n} đơn vị",
        others: "… {n} đơn vị khác",
        from_to: "từ {a} đến {b}",
        all_at: "đều {a}",
        own_target: "chỉ tiêu",
    };

    const SIZES: [f64; 3] = [36.0, 30.0, 24.0];

    fn look(width_px: f64) -> Look {
        Look {
            projector: true,
            ..Look::new(Lang::Vi, &WORDS, width_px)
        }
    }

    fn units(count: usize) -> Shape {
        let bar = |at: usize| UnitBar {
            key: format!("u{at}"),
            name: format!("Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình số {at}"),
            amount: Amount::Share {
                part: at as u64,
                whole: 130,
            },
        };
        Shape::RankedBars(RankedBars {
            rows: (0..count).map(bar).collect(),
            hue: Hue::Blue,
            target: None,
        })
    }

    /// Of the rows each says something of its own, but the last so many.
    fn map(rows: usize, columns: usize, alike: usize) -> Shape {
        let head = |at: usize| Head {
            key: format!("k{at}"),
            name: format!("Chi bộ Chi cục số {at}"),
        };
        Shape::HeatMap(HeatMap {
            columns: (0..columns).map(head).collect(),
            rows: (0..rows).map(head).collect(),
            cells: (0..rows)
                .map(|at| {
                    vec![
                        Some(Amount::Share {
                            part: (at as u64).min((rows - alike) as u64),
                            whole: 90
                        });
                        columns
                    ]
                })
                .collect(),
            hue: Hue::Blue,
        })
    }

    fn height(sheet: &Sheet, look: &Look) -> u32 {
        sheet.draw(look).unwrap().height_px
    }

    #[test]
    fn a_hundred_and_thirty_units_fold_to_what_fits() {
        for (width, room) in [(921.0, 430.0), (1229.0, 430.0), (1728.0, 700.0)] {
            let look = look(width);
            let sheets = fit(&units(130), &look, room, &SIZES).unwrap();
            assert_eq!(sheets.len(), 1);
            assert!(!sheets[0].cut && f64::from(height(&sheets[0], &look)) <= room);
            assert_eq!(sheets[0].stage.text_px, 24.0);
            assert!(sheets[0].stage.rows >= 3, "{:?}", sheets[0].stage);
        }
    }

    #[test]
    fn few_units_get_large_text() {
        let look = look(1229.0);
        let sheets = fit(&units(3), &look, 430.0, &SIZES).unwrap();
        assert_eq!(sheets[0].stage.text_px, 36.0);
        assert!(!sheets[0].cut);
    }

    #[test]
    fn a_table_goes_on_over_pages_and_loses_nothing() {
        let look = look(921.0);
        let sheets = fit(&map(73, 14, 0), &look, 430.0, &SIZES).unwrap();
        let mut cells = 0;
        for sheet in &sheets {
            assert!(!sheet.cut && f64::from(height(sheet, &look)) <= 430.0);
            if let Shape::HeatMap(map) = &sheet.shape {
                cells += map.cells.iter().map(Vec::len).sum::<usize>();
            }
        }
        assert_eq!(cells, 73 * 14);
    }

    #[test]
    fn rows_that_say_the_same_stand_as_one_below_the_others() {
        let look = look(1229.0);
        let sheets = fit(&map(73, 2, 70), &look, 430.0, &SIZES).unwrap();
        assert_eq!(sheets.len(), 1);
        let Shape::HeatMap(drawn) = &sheets[0].shape else {
            unreachable!("a map stays a map")
        };
        let names: Vec<(&str, &str)> = drawn
            .rows
            .iter()
            .map(|row| (row.key.as_str(), row.name.as_str()))
            .collect();
        assert_eq!(names.len(), 4);
        assert_eq!((names[0].0, names[3]), ("k0", (REST, "70 đơn vị")));
        assert_eq!(
            drawn.cells[3][0],
            Some(Amount::Share {
                part: 3 * 70,
                whole: 90 * 70
            })
        );
        // Where all of them fit they stand as they are.
        let Shape::HeatMap(drawn) = &fit(&map(6, 2, 6), &look, 430.0, &SIZES).unwrap()[0].shape else {
            unreachable!("a map stays a map")
        };
        assert_eq!(drawn.rows.len(), 6);
    }

    #[test]
    fn targets_go_on_over_pages() {
        let bullet = |at: u64| Bullet {
            key: at.to_string(),
            name: "Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ trở lên".to_owned(),
            value: Some(at),
            written: None,
            target: 40,
            pace: None,
            hue: Hue::Green,
        };
        let all = Shape::Bullets(Bullets {
            rows: (1..30).map(bullet).collect(),
            target_label: "Chỉ tiêu".to_owned(),
            pace_label: String::new(),
        });
        let look = look(921.0);
        let sheets = fit(&all, &look, 430.0, &SIZES).unwrap();
        assert!(sheets.len() > 1 && sheets.iter().all(|sheet| !sheet.cut));
        let shown: usize = sheets.iter().filter_map(|sheet| length(&sheet.shape)).sum();
        assert_eq!(shown, 29);
    }

    #[test]
    fn what_cannot_fit_is_said() {
        let sheets = fit(&units(5), &look(921.0), 60.0, &SIZES).unwrap();
        assert!(sheets[0].cut);
    }
}
