//! What is wrong in what a bloc counts. Whoever edits the catalogue is told before anything is kept; two people who edit it
//! apart, and a backup, bring together what each of them was right to keep.

use super::{Finding, FindingKind, Scope};
use crate::catalogue::check::problems;
use crate::model::indicator::Severity;
use crate::model::unit::UnitKind;

/// What does not hang together in the catalogue of a bloc that has added to it, told of the bloc itself: it is the
/// committee's to mend, so it is found where the scope is the whole of it. A test holds that nothing is wrong in the
/// built-in part.
pub(super) fn of_catalogue(scope: &Scope<'_>) -> Vec<Finding> {
    let bloc = scope.ledger.units.root();
    let is_whole = bloc.is_some_and(|bloc| bloc.kind == UnitKind::BlocCommittee && bloc.id == scope.root);
    if scope.ledger.own.is_empty() || !is_whole || scope.sector.is_some() {
        return Vec::new();
    }
    let found = problems(scope.catalogue).into_iter().map(|problem| {
        let severity = if problem.is_mixed() {
            Severity::Error
        } else {
            Severity::Warning
        };
        let key = format!("catalogue/{}", problem.key());
        Finding::new(scope, key, FindingKind::Catalogue(problem), severity, &scope.root)
    });
    found.collect()
}
