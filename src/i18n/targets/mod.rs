//! Words of the targets' pages: the list (`page`), one target (`detail`), its form (`form`), dividing it (`division`),
//! and how levels are written (`figures`).

mod detail;
mod division;
mod figures;
mod form;
mod page;

pub use detail::{TARGET_DETAIL, TargetDetail};
pub use division::{DIVISION, Division, sum_line, unknown_weights_line};
pub use figures::{days_text, forecast_text, goal_text, level_text, pace_mark, points, units_text};
pub use form::{TARGET_FORM, TargetForm};
pub use page::{
    Copied, TARGETS, Targets, copied_line, copied_mark, left_out_line, more_line, not_reviewed_line, parts_differ,
    parts_line, removed_line, reviewed_line, without_source_line,
};
