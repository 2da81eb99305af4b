//! The axis of time.

use super::Step;
use crate::charts::lettering;
use crate::charts::look::Look;
use crate::charts::sketch::{FONT, Sketch};
use charming::component::Axis;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, SplitLine};
use serde_json::json;

/// A category axis of steps with as many labels as fit.
pub(in crate::charts) fn time_axis(steps: &[Step], plot_width: f64, bands: bool, look: &Look) -> Axis {
    let widest = steps
        .iter()
        .map(|step| lettering::width(&step.label, look.text()))
        .fold(1.0, f64::max)
        + look.scaled(7.0);
    let fit = (plot_width / widest).floor().max(2.0);
    let every = (steps.len() as f64 / fit).ceil().max(1.0);
    Axis::new()
        .type_(AxisType::Category)
        .boundary_gap(charming::element::BoundaryGap::CategoryAxis(bands))
        .axis_label(AxisLabel::new().show(true).interval(every - 1.0))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
        .data(steps.iter().map(|step| step.label.clone()).collect())
}

/// What the time axis' type has no field for. Its labels stand clear of the zero at the corner.
pub(in crate::charts) fn finish_time_axis(sketch: &mut Sketch, look: &Look) {
    sketch.add_at(
        "/xAxis/axisLabel",
        json!({"color": look.theme().muted, "fontFamily": FONT, "fontSize": look.text(), "margin": look.scaled(12.0)}),
    );
    sketch.add_at("/xAxis/triggerEvent", json!(true));
}
