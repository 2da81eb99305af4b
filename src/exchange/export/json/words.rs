//! The file's words for what the model has as variants. They are part of what is documented: none is ever changed.

use crate::model::indicator::{Averaging, Comparison};
use crate::model::measure::ValueType;
use crate::model::period::PeriodKind;
use crate::model::quantity::Qualifier;
use crate::model::returns::ReturnStatus;
use crate::model::target::{Relation, ShareOf};
use crate::model::unit::{SuccessionKind, UnitKind};

pub(super) const fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::AtLeast => "at_least",
        Qualifier::MoreThan => "more_than",
        Qualifier::About => "about",
    }
}

pub(super) const fn status(status: &ReturnStatus) -> &'static str {
    match status {
        ReturnStatus::Draft => "draft",
        ReturnStatus::Submitted => "submitted",
        ReturnStatus::Accepted => "accepted",
        ReturnStatus::SentBack(_) => "sent_back",
        ReturnStatus::Amended => "amended",
    }
}

pub(super) const fn unit_kind(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::BlocCommittee => "bloc_committee",
        UnitKind::GrassrootsCommittee => "grassroots_committee",
        UnitKind::GrassrootsCell => "grassroots_cell",
        UnitKind::SectionalCommittee => "sectional_committee",
        UnitKind::SubordinateCell => "subordinate_cell",
        UnitKind::MassOrganisation => "mass_organisation",
    }
}

pub(super) const fn succession(kind: SuccessionKind) -> &'static str {
    match kind {
        SuccessionKind::Merge => "merged",
        SuccessionKind::Split => "split",
        SuccessionKind::Rename => "renamed",
        SuccessionKind::Move => "moved",
    }
}

pub(super) const fn period(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Month => "month",
        PeriodKind::Quarter => "quarter",
        PeriodKind::HalfYear => "half_year",
        PeriodKind::NineMonths => "nine_months",
        PeriodKind::Year => "year",
        PeriodKind::Term => "term",
        PeriodKind::Drive => "drive",
    }
}

pub(super) const fn comparison(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => ">=",
        Comparison::MoreThan => ">",
        Comparison::Equal => "=",
        Comparison::AtMost => "<=",
    }
}

pub(super) const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::PartOf => "part_of",
        Relation::OfWhich(ShareOf::Whole) => "share_of_whole",
        Relation::OfWhich(ShareOf::Subset) => "share_of_parent",
    }
}

pub(super) const fn averaging(averaging: Averaging) -> &'static str {
    match averaging {
        Averaging::Pooled => "pooled",
        Averaging::MeanOfRates => "mean_of_rates",
    }
}

/// What a measure holds.
pub(super) const fn holds(value: ValueType) -> &'static str {
    match value {
        ValueType::Count => "count",
        ValueType::Done => "done",
        ValueType::Date => "date",
        ValueType::Level => "level",
        ValueType::Text => "text",
    }
}
