//! Any chart's figures as one value, so that they can be kept as they are and drawn later, for another width.

use super::blocks::{Blocks, blocks};
use super::bullet::{Bullets, bullets};
use super::grouped_bars::{GroupedBars, grouped_bars};
use super::heat_map::{HeatMap, heat_map};
use super::lines::{CumulativeLine, ProgressLine, cumulative_line, progress_line};
use super::monthly_columns::{MonthlyColumns, monthly_columns};
use super::ranked_bars::{RankedBars, ranked_bars};
use super::stacked_by_unit::{StackedByUnit, stacked_by_unit};
use super::stacked_whole::{StackedWhole, stacked_whole};
use super::{Drawing, Empty, Look};
use crate::model::from_json::FromJson;
use serde::Serialize;

/// The figures of a chart, with the kind of chart that they are drawn as.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Units compared.
    RankedBars(RankedBars),
    /// A year's sum so far, against its target.
    CumulativeLine(CumulativeLine),
    /// A drive's participation over its days.
    ProgressLine(ProgressLine),
    /// Counts by month.
    MonthlyColumns(MonthlyColumns),
    /// Several values of each group.
    GroupedBars(GroupedBars),
    /// The parts of one whole.
    StackedWhole(StackedWhole),
    /// The parts of each unit's whole.
    StackedByUnit(StackedByUnit),
    /// Units × drives, or × months.
    HeatMap(HeatMap),
    /// Values against their targets.
    Bullets(Bullets),
    /// Counts under headings.
    Blocks(Blocks),
}

impl Shape {
    /// Draws it.
    ///
    /// # Errors
    /// [`Empty`] where there is nothing to draw.
    pub fn draw(&self, look: &Look) -> Result<Drawing, Empty> {
        match self {
            Shape::RankedBars(input) => ranked_bars(input, look),
            Shape::CumulativeLine(input) => cumulative_line(input, look),
            Shape::ProgressLine(input) => progress_line(input, look),
            Shape::MonthlyColumns(input) => monthly_columns(input, look),
            Shape::GroupedBars(input) => grouped_bars(input, look),
            Shape::StackedWhole(input) => stacked_whole(input, look),
            Shape::StackedByUnit(input) => stacked_by_unit(input, look),
            Shape::HeatMap(input) => heat_map(input, look),
            Shape::Bullets(input) => bullets(input, look),
            Shape::Blocks(input) => blocks(input, look),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::charts::ranked_bars::{Amount, TargetAt, TargetLine, UnitBar};
    use crate::charts::{Hue, lines::Step};
    use crate::model::from_json;
    use crate::model::number::Percent;

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        let bar = |key: &str, amount| UnitBar {
            key: key.to_owned(),
            name: "Đảng bộ Sở A".to_owned(),
            amount,
        };
        let bars = Shape::RankedBars(RankedBars {
            rows: vec![
                bar("a", Amount::Share { part: 45, whole: 46 }),
                bar(
                    "b",
                    Amount::Count {
                        count: 3,
                        target: Some(5),
                    },
                ),
                bar("c", Amount::NotReported),
            ],
            hue: Hue::Vermilion,
            target: Some(TargetLine {
                at: TargetAt::Percent(Percent::HUNDRED),
                label: "100%".to_owned(),
            }),
        });
        let columns = Shape::MonthlyColumns(MonthlyColumns {
            steps: vec![Step {
                key: "2022-01".to_owned(),
                label: "T1".to_owned(),
            }],
            due: 1,
            now: ("Năm 2022".to_owned(), vec![Some(3), None]),
            before: None,
            hue: Hue::Green,
        });
        for shape in [bars, columns] {
            let kept = serde_json::to_vec(&shape).unwrap();
            assert_eq!(from_json::read::<Shape>(&kept).unwrap(), shape);
        }
    }
}
