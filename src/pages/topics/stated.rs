//! What published reports state of a topic.

use crate::analysis::Scope;
use crate::analysis::reconcile::{Reconciliation, reconcile_where};
use crate::catalogue::topic::Topic;
use crate::model::period::Period;
use crate::model::statement::{Statement, Subject};

/// What published reports state of a topic for a period, or for one that it lies in or holds.
pub fn statements(scope: &Scope<'_>, topic: &Topic, asked: &Period) -> Vec<Reconciliation> {
    let of_topic = |statement: &Statement| match &statement.subject {
        Subject::Cells { form, .. } => topic.forms.contains(form),
        Subject::Indicator { indicator, .. } => scope
            .catalogue
            .indicator(indicator)
            .is_some_and(|found| topic.forms.contains(&found.form)),
        Subject::Units { .. } | Subject::Named { .. } => false,
    };
    let near = |period: &Period| period.contains(asked) || asked.contains(period);
    reconcile_where(scope, |statement| near(&statement.period) && of_topic(statement))
}
