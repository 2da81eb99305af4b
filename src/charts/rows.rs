//! Rows of named units: which of them are drawn, how their names break, and where bars stand.

use super::look::Look;
use super::sketch::{FONT, Margins, Sketch, tooltip};
use super::{REST, figure, lettering};
use charming::component::Axis;
use charming::datatype::CompositeValue;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, SplitLine};
use charming::series::{Bar, Scatter};
use serde_json::{Value, json};

/// One line of the chart, by the index of the row of figures it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A unit with a figure.
    Unit(usize),
    /// Units that are folded away: the indices of the first and the last of them, and how many they are.
    Rest { first: usize, last: usize, count: usize },
    /// The head of those that have not reported, and whether it stands for them all.
    MissingHead { count: usize, alone: bool },
    /// A unit that has not reported.
    Missing(usize),
}

/// The gap between the bars of one row, as a part of a bar.
const GAP: f64 = 0.12;

/// Units that have not reported are named one by one up to this many.
const NAMED_MISSING: usize = 5;

/// Of units that are all alike at the beginning, so many are named.
const NAMED_ALIKE: usize = 3;

/// So many units at an end that are alike are folded.
const ALIKE: usize = 6;

/// Which rows are drawn: `reported` and `missing` are indices in the order they should stand. Bars at either end that say the
/// same of many units (`alike`) are folded, except on a slide, where the middle ones are.
pub(super) fn choose(
    reported: &[usize],
    missing: &[usize],
    look: &Look,
    alike: impl Fn(usize, usize) -> bool,
) -> Vec<Row> {
    let whole = look.stage.is_some() || look.expanded;
    let run = |units: &mut dyn Iterator<Item = &usize>| {
        let Some(&end) = units.next().filter(|_| !whole) else {
            return 0;
        };
        let length = 1 + units.take_while(|&&unit| alike(end, unit)).count();
        if length < ALIKE { 0 } else { length }
    };
    let head = run(&mut reported.iter());
    let tail = run(&mut reported[head..].iter().rev());
    let (best, others) = reported.split_at(head);
    let (middle, worst) = others.split_at(others.len() - tail);
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(best.iter().take(NAMED_ALIKE).map(|&unit| Row::Unit(unit)));
    rows.extend(rest(best.get(NAMED_ALIKE..).unwrap_or_default()));
    let fold = look.fold();
    if middle.len() + rows.len() > fold.most {
        let first = fold.first.saturating_sub(rows.len()).min(middle.len());
        let last = fold.last.min(middle.len() - first);
        rows.extend(middle[..first].iter().map(|&unit| Row::Unit(unit)));
        rows.extend(rest(&middle[first..middle.len() - last]));
        rows.extend(middle[middle.len() - last..].iter().map(|&unit| Row::Unit(unit)));
    } else {
        rows.extend(middle.iter().map(|&unit| Row::Unit(unit)));
    }
    rows.extend(rest(worst));
    if !missing.is_empty() {
        // On a slide each name takes the place of a bar.
        let named = if look.stage.is_some() { 1 } else { NAMED_MISSING };
        let alone = missing.len() > named && !look.expanded;
        rows.push(Row::MissingHead {
            count: missing.len(),
            alone,
        });
        if !alone {
            rows.extend(missing.iter().map(|&unit| Row::Missing(unit)));
        }
    }
    rows
}

/// Units folded away, as a row; none where there are none.
fn rest(units: &[usize]) -> Option<Row> {
    let (&first, &last) = (units.first()?, units.last()?);
    Some(Row::Rest {
        first,
        last,
        count: units.len(),
    })
}

/// How many rows of figures are folded away.
pub(super) fn folded(rows: &[Row], reported: usize) -> usize {
    let shown = rows.iter().filter(|row| matches!(row, Row::Unit(_))).count();
    let hidden: usize = rows
        .iter()
        .map(|row| {
            if let Row::MissingHead { count, alone: true } = row {
                *count
            } else {
                0
            }
        })
        .sum();
    reported - shown + hidden
}

/// What stands in each name's place, and the key a click gives.
pub(super) fn names_and_keys(
    rows: &[Row],
    look: &Look,
    unit: impl Fn(usize) -> (String, String),
) -> Vec<(String, String)> {
    rows.iter().map(|&row| name_and_key(row, look, &unit)).collect()
}

fn name_and_key(row: Row, look: &Look, unit: &impl Fn(usize) -> (String, String)) -> (String, String) {
    match row {
        Row::Unit(index) | Row::Missing(index) => unit(index),
        Row::Rest { count, .. } => (
            figure::fill(look.words.others, &[("n", &count.to_string())]),
            REST.to_owned(),
        ),
        Row::MissingHead { count, alone } => (
            figure::fill(look.words.not_reported_group, &[("n", &count.to_string())]),
            if alone { REST.to_owned() } else { String::new() },
        ),
    }
}

/// Where names and bars stand, in pixels.
#[derive(Clone, Debug)]
pub(super) struct RowFrame {
    /// Names stand above their bars (phones), not beside them.
    pub above: bool,
    pub names: Vec<String>,
    pub bar: f64,
    /// The gap between the bars of a row, as a part of a bar.
    apart: f64,
    /// The height of all bars of a row together.
    pub bars: f64,
    pub row: f64,
    /// The height of the names above the bars; 0 where they stand beside.
    pub name_height: f64,
    pub margins: Margins,
    /// The width from zero to the axis' end.
    pub plot: f64,
}

/// How far a name stands above its bar: clear of the value behind it, which is taller than the bar, and of a target's tick. On a
/// slide every pixel of height is a row more.
fn name_gap(look: &Look) -> f64 {
    look.scaled(if look.stage.is_some() { 3.0 } else { 5.0 })
}

/// How many lines of text high rows beside their names must be, all of one height, for names not to touch: a long name may
/// reach into the room that short ones above and below it leave, but not over the drawing's ends.
fn needed(lines: &[f64]) -> f64 {
    let ends = lines.first().into_iter().chain(lines.last()).copied();
    let pairs = lines.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0);
    ends.chain(pairs).fold(1.0, f64::max)
}

impl RowFrame {
    /// Lays out `names` with room for `value_px` at the right of the bars and `head_px` above them,
    /// and `bars` bars a row.
    pub fn new(names: &[String], value_px: f64, head_px: f64, bars: usize, look: &Look) -> RowFrame {
        RowFrame::laid_out(names, value_px, head_px, bars, look.narrow(), look)
    }

    /// The same with one bar a row and the names beside the bars on a phone too: for names that are short.
    pub fn beside(names: &[String], value_px: f64, head_px: f64, look: &Look) -> RowFrame {
        RowFrame::laid_out(names, value_px, head_px, 1, false, look)
    }

    fn laid_out(names: &[String], value_px: f64, head_px: f64, bars: usize, above: bool, look: &Look) -> RowFrame {
        let size = look.text();
        let gap = look.scaled(12.0);
        let width = look.drawable();
        let value_px = value_px.ceil() + look.scaled(8.0);
        let widest = names
            .iter()
            .map(|name| lettering::width(name, size))
            .fold(0.0, f64::max);
        let column = if above {
            width
        } else {
            // Beside bars on a phone stand short names only: they may take half.
            let most = if look.narrow() { 0.5 } else { 0.42 };
            widest.min((width * most).min(look.scaled(330.0)))
        };
        let names: Vec<Vec<String>> = names
            .iter()
            .map(|name| lettering::wrap_at_most(name, size, column, 3))
            .collect();
        let column = names
            .iter()
            .flatten()
            .map(|line| lettering::width(line, size))
            .fold(0.0, f64::max)
            .ceil();
        let lines: Vec<f64> = names.iter().map(|name| name.len() as f64).collect();
        let most = lines.iter().copied().fold(1.0, f64::max);
        let (bar, row, name_height, left);
        // Several bars a row stand a little apart, so that their labels do too.
        let apart = if bars > 1 { GAP } else { 0.0 };
        let count = bars as f64 + apart * (bars as f64 - 1.0);
        if above {
            bar = look.scaled(if bars > 1 { 16.0 } else { 12.0 });
            name_height = most * look.line() + name_gap(look);
            let below = if look.stage.is_some() { 7.0 } else { 16.0 };
            row = name_height + bar * count + look.scaled(below);
            left = 0.0;
        } else {
            bar = look.scaled(16.0);
            name_height = 0.0;
            row = if look.stage.is_some() {
                (most * look.line()).max(bar * count) + look.scaled(6.0)
            } else {
                (needed(&lines) * look.line() + look.scaled(4.0)).max(look.line().max(bar * count) + look.scaled(10.0))
            };
            left = column + gap;
        }
        RowFrame {
            above,
            apart,
            names: names.into_iter().map(|lines| lines.join("\n")).collect(),
            bar,
            bars: bar * count,
            row,
            name_height,
            margins: Margins {
                left,
                top: head_px,
                right: value_px,
                bottom: look.scaled(2.0),
            },
            plot: (width - left - value_px).max(40.0),
        }
    }

    /// The drawing's height.
    pub fn height(&self) -> f64 {
        self.margins.top + self.margins.bottom + self.row * self.names.len() as f64
    }

    /// How far below the middle of its row a bar's middle stands.
    pub fn shift(&self) -> f64 {
        self.name_height / 2.0
    }

    /// The axis of names, first row on top.
    pub fn axis(&self) -> Axis {
        Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .axis_label(AxisLabel::new().show(true).interval(0.0))
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .split_line(SplitLine::new().show(false))
            .data(self.names.clone())
    }

    /// What the axis' type has no field for. Rows that are not units are written in muted ink.
    pub fn finish_axis(&self, sketch: &mut Sketch, rows: &[Row], look: &Look) {
        let theme = look.theme();
        let mut label = json!({
            "align": "left",
            "color": theme.ink,
            "fontFamily": FONT,
            "fontSize": look.text(),
            "lineHeight": look.line(),
            "margin": self.margins.left,
            "verticalAlign": "middle",
        });
        if self.above {
            // The name stands on the bar: both together are centred in the row.
            let lift = (self.name_height + self.bars) / 2.0;
            label["inside"] = json!(true);
            label["margin"] = json!(0);
            label["verticalAlign"] = json!("bottom");
            label["padding"] = json!([0, 0, (lift - self.name_height + name_gap(look)).round(), 0]);
        }
        sketch.add_at("/yAxis/axisLabel", label);
        sketch.add_at("/yAxis/triggerEvent", json!(true));
        sketch.add_at("/yAxis/z", json!(3));
        for (index, row) in rows.iter().enumerate() {
            if matches!(row, Row::Rest { .. } | Row::MissingHead { .. }) {
                let name = self.names.get(index).cloned().unwrap_or_default();
                sketch.add_at(
                    format!("/yAxis/data/{index}"),
                    json!({"value": name, "textStyle": {
                        "align": "left",
                        "verticalAlign": if self.above { "bottom" } else { "middle" },
                        "color": theme.muted,
                        "fontWeight": 500,
                    }}),
                );
            }
        }
    }

    /// The gap between the bars of a row, as ECharts takes it.
    pub fn bar_gap(&self) -> String {
        format!("{}%", self.apart * 100.0)
    }

    /// Short lines across the bars of single rows: (value, row).
    pub fn ticks(&self, sketch: &mut Sketch, places: &[(f64, usize)], colour: &str, look: &Look) {
        if places.is_empty() {
            return;
        }
        let points: Vec<Vec<f64>> = places.iter().map(|(value, row)| vec![*value, *row as f64]).collect();
        sketch.series(
            Scatter::new().data(points),
            json!({
                "silent": true,
                "symbol": "rect",
                "symbolSize": [look.scaled(2.0), self.bars + look.scaled(6.0)],
                "symbolOffset": [0, self.shift()],
                "itemStyle": {"color": colour, "opacity": 1},
                "tooltip": {"show": false},
                "z": 4,
            }),
            Vec::new(),
        );
    }

    /// Holds the place of the names above the bars; goes before every other bar series.
    pub fn spacer(&self, sketch: &mut Sketch) {
        if self.above {
            sketch.series(
                // ECharts adds the gap to every bar, this one too.
                Bar::new()
                    .bar_width(self.name_height / (1.0 + self.apart))
                    .bar_gap(self.bar_gap())
                    .data(vec![0.0; self.names.len()]),
                json!({"silent": true, "itemStyle": {"color": "transparent"}, "tooltip": {"show": false}}),
                Vec::new(),
            );
        }
    }
}

/// The empty part of each bar up to a known whole, behind everything: stacked onto the bars' series.
pub(super) fn tracks(sketch: &mut Sketch, ends: &[Option<f64>], stack: &str, bar: f64, look: &Look) {
    let rest: Vec<CompositeValue> = ends
        .iter()
        .map(|end| end.map(|end| (100.0 - end).max(0.0)).into())
        .collect();
    sketch.series(
        Bar::new().stack(stack).bar_width(bar).data(rest),
        json!({
            "silent": true,
            "z": 1,
            "itemStyle": {"color": look.theme().track, "borderRadius": [0, 2, 2, 0]},
            "tooltip": {"show": false},
        }),
        Vec::new(),
    );
}

/// The widths of the two columns that values stand in: ratios and rates, each flush right, so that
/// figures of one place stand under each other. Fixed here and not measured by ECharts, which does not
/// know of figures of one width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    ratio: f64,
    rate: f64,
}

impl Slots {
    /// Columns wide enough for all of `written`: pairs of ratio and rate.
    pub fn of<'a>(written: impl Iterator<Item = &'a (String, String)>, look: &Look) -> Slots {
        let mut slots = Slots { ratio: 0.0, rate: 0.0 };
        for (ratio, rate) in written {
            slots.rate = slots.rate.max(lettering::width_bold(rate, look.text()));
            if !ratio.is_empty() {
                slots.ratio = slots.ratio.max(lettering::width(&format!("{ratio} ·"), look.text()));
            }
        }
        if slots.ratio > 0.0 {
            slots.rate += lettering::width(" ", look.text());
        }
        Slots {
            ratio: slots.ratio.ceil(),
            rate: slots.rate.ceil(),
        }
    }

    /// Both columns together.
    pub fn width(&self) -> f64 {
        self.ratio + self.rate
    }
}

/// A value's label at the end of its bar: the ratio in muted ink, the rate in ink. Where there is no rate, no dot
/// leads to it.
pub(super) fn value_label((ratio, rate): &(String, String), slots: Slots, distance: f64, look: &Look) -> Value {
    let theme = look.theme();
    let both = !ratio.is_empty();
    let formatter = if both {
        let dot = if rate == "–" { "\u{a0}\u{a0}" } else { " ·" };
        format!("{{n|{ratio}{dot}}}{{p|{rate}}}")
    } else {
        format!("{{p|{rate}}}")
    };
    let mut rich = json!({
        "n": {"color": theme.muted, "fontFamily": FONT, "fontSize": look.text()},
        "p": {"color": theme.ink, "fontFamily": FONT, "fontSize": look.text(), "fontWeight": 600},
    });
    if both {
        for (column, width) in [("n", slots.ratio), ("p", slots.rate)] {
            rich[column]["width"] = json!(width);
            rich[column]["align"] = json!("right");
        }
    }
    json!({
        "show": true,
        "position": "right",
        "distance": distance.round(),
        "formatter": formatter,
        "color": theme.ink,
        "fontFamily": FONT,
        "fontSize": look.text(),
        "rich": rich,
    })
}

/// A label in muted ink that starts at zero, for rows without a bar.
pub(super) fn muted_label(text: &str, look: &Look) -> Value {
    json!({
        "show": true,
        "position": "right",
        "distance": 0,
        "formatter": super::sketch::literal(text),
        "color": look.theme().muted,
        "fontFamily": FONT,
        "fontSize": look.text(),
    })
}

/// The hatched bar of a row that has not reported.
pub(super) fn missing_mark(name: &str, look: &Look) -> Value {
    json!({
        "itemStyle": look.not_reported(),
        "tooltip": tooltip(&[name, look.words.not_reported]),
    })
}
