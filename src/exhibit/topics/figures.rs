//! The figures of a topic for a period, part by part. Nothing here is drawn or worded.
//!
//! `value`: one indicator; `levels`, `matrix`: what a part shows beside indicators.

mod levels;
mod matrix;
mod value;

pub use levels::{Done, Levels, Limit};
pub use matrix::{Matrix, MatrixColumn};
pub use value::{Figure, Value, figure};

use super::parts::{Plan, plan};
use crate::analysis::Scope;
use crate::analysis::aggregate::Total;
use crate::analysis::calendar::slots;
use crate::catalogue::topic::{OWN_TOPIC, Topic};
use crate::model::date::Date;
use crate::model::id::{IndicatorId, SectorId, UnitId};
use crate::model::indicator::{Indicator, Operand};
use crate::model::measure::Form;
use crate::model::period::{Period, PeriodKind};
use crate::model::returns::Return;
use crate::model::text::Text;
use crate::model::unit::UnitKind;
use crate::report::sentence::coverage::Reach;

/// Whose figures are looked at: the whole bloc's, a sector's, or one unit's.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Whose {
    /// Everybody's.
    #[default]
    All,
    /// Those of one sector.
    Sector(SectorId),
    /// One unit's, with what is below it.
    Unit(UnitId),
}

impl Whose {
    /// The scope of it.
    pub fn scope<'a>(&self, whole: &Scope<'a>) -> Scope<'a> {
        match self {
            Whose::All => whole.clone(),
            Whose::Sector(sector) => whole.in_sector(Some(sector.clone())),
            Whose::Unit(unit) => whole.at(unit),
        }
    }
}

/// A part of the page with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The form that it is read from.
    pub form: Form,
    /// The period that it is for.
    pub period: Period,
    /// The day that it stands for: the period's last, or the day it is seen from.
    pub as_of: Option<Date>,
    /// What it is of.
    pub body: Body,
    /// The indicators that are read with it.
    pub figures: Vec<Figure>,
    /// Who reported, where a text that the part stands in has said it already.
    pub said: Option<Reach>,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Rates and counts of a section of the form, by its name.
    Indicators(Text),
    /// Levels.
    Levels(Levels),
    /// A count under options.
    Matrix(Matrix),
    /// Done or not.
    Done(Done),
}

impl Shown {
    /// Whether anybody has reported any of it.
    pub fn is_reported(&self) -> bool {
        let some = |total: &Total| total.quantity.is_some();
        self.figures.iter().any(Figure::is_reported)
            || match &self.body {
                Body::Indicators(_) => false,
                Body::Levels(levels) => levels.levels.iter().any(|(_, total)| some(total)),
                Body::Matrix(matrix) => matrix.cells.iter().flatten().any(some),
                Body::Done(done) => !done.done.is_empty() || !done.not.is_empty(),
            }
    }

    /// Whether there is something of it to draw: cards are all that a section of indicators has, and it may hold none.
    pub fn is_drawn(&self) -> bool {
        let told = match &self.body {
            Body::Indicators(_) => self.figures.iter().any(Figure::is_told),
            Body::Levels(_) | Body::Matrix(_) | Body::Done(_) => true,
        };
        told && self.is_reported()
    }

    /// Whether it is reported once for the whole bloc, so that there is nothing to compare by unit or sector.
    pub fn is_of_bloc(&self) -> bool {
        of_bloc(&self.form)
    }

    /// Whether it is of a term: what it is compared with is the term before.
    pub fn is_of_term(&self) -> bool {
        matches!(self.period, Period::Term(..))
    }

    /// The latest day that its returns say they stand for.
    pub fn stands_for(&self) -> Option<Date> {
        let of = |total: &Total| total.as_of;
        let figures = self.figures.iter().filter_map(|figure| match &figure.value {
            Value::Rate { now, .. } => of(&now.numerator),
            Value::Total(both) => of(&both.now),
        });
        let of_body = match &self.body {
            Body::Indicators(_) | Body::Done(_) => None,
            Body::Levels(levels) => levels.levels.iter().filter_map(|(_, total)| of(total)).max(),
            Body::Matrix(matrix) => matrix.cells.iter().flatten().filter_map(of).max(),
        };
        figures.chain(of_body).max()
    }

    /// Its name.
    pub fn label(&self) -> &Text {
        match &self.body {
            Body::Indicators(label) => label,
            Body::Levels(levels) => &levels.measure.label,
            Body::Matrix(matrix) => &matrix.measure.label,
            Body::Done(done) => &done.measure.label,
        }
    }
}

/// Everything of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicFigures {
    /// The topic.
    pub topic: Topic,
    /// The period that was asked for.
    pub asked: Period,
    /// The parts, those of the headline's form first.
    pub parts: Vec<Shown>,
    /// The figure that the page begins with: its part and its place there.
    headline: Option<(usize, usize)>,
}

impl TopicFigures {
    /// Figures of a choice of parts, beginning with the first figure that is reported.
    pub fn of_parts(topic: Topic, asked: Period, parts: Vec<Shown>) -> TopicFigures {
        let mut places = parts.iter().enumerate().flat_map(|(part, shown)| {
            let figures = shown.figures.iter().enumerate();
            figures.map(move |(place, figure)| (part, place, figure))
        });
        let first = places.clone().find(|(_, _, figure)| figure.is_reported());
        let headline = first.or_else(|| places.next()).map(|(part, place, _)| (part, place));
        TopicFigures {
            topic,
            asked,
            parts,
            headline,
        }
    }

    /// The figure that the page begins with, and the part that it stands in.
    pub fn headline(&self) -> Option<(&Shown, &Figure)> {
        let (part, at) = self.headline?;
        let part = self.parts.get(part)?;
        Some((part, part.figures.get(at)?))
    }

    /// Whether anything of the topic has been reported.
    pub fn has_figures(&self) -> bool {
        self.parts.iter().any(Shown::is_reported)
    }
}

/// Whether only the bloc committee reports a form.
pub fn of_bloc(form: &Form) -> bool {
    form.unit_kinds.iter().all(|kind| *kind == UnitKind::BlocCommittee)
}

/// The scope that a form is read in: what only the bloc committee reports is of the whole bloc, whatever sector or
/// unit is looked at.
pub fn scope_of<'a>(scope: &Scope<'a>, form: &Form) -> Scope<'a> {
    match of_bloc(form) {
        true => scope
            .ledger
            .root()
            .map_or_else(|| scope.clone(), |root| scope.at(&root.id)),
        false => scope.clone(),
    }
}

/// The period that a form is shown for: the one asked for where it holds periods of the form, else the form's
/// own period that it lies in.
pub fn shown_period(scope: &Scope<'_>, form: &Form, asked: &Period) -> Period {
    if !slots(scope.ledger, form.period, asked, scope.today).is_empty() {
        return asked.clone();
    }
    if form.period == PeriodKind::Term {
        let term = scope.ledger.profile.as_ref().map(|profile| profile.term.clone());
        return term.unwrap_or_else(|| asked.clone());
    }
    let end = scope.ledger.span(asked).map(|(_, end)| end);
    let own = end.and_then(|end| Period::of_kind_at(form.period, end).or_else(|| Some(Period::Year(end.year()))));
    own.unwrap_or_else(|| asked.clone())
}

/// Reads a topic.
pub fn read(scope: &Scope<'_>, topic: &Topic, asked: &Period) -> TopicFigures {
    let mut parts: Vec<Shown> = Vec::new();
    for form in topic.forms.iter().filter_map(|id| scope.catalogue.form(id)) {
        let scope = scope_of(scope, form);
        let period = shown_period(&scope, form, asked);
        let form = &*scope.catalogue.shown_on(topic, form);
        let planned = plan(scope.catalogue, form).into_iter();
        parts.extend(planned.filter_map(|part| part_of(&scope, form, &period, part)));
    }
    let at = |wanted: &IndicatorId| {
        let mut places = parts.iter().enumerate().flat_map(|(part, shown)| {
            let figures = shown.figures.iter().enumerate();
            figures.map(move |(place, figure)| (part, place, figure))
        });
        places.find(|(_, _, figure)| figure.indicator.id == *wanted)
    };
    let candidates = || topic.headline.iter().filter_map(at);
    let reported = candidates().find(|(_, _, figure)| figure.is_reported());
    // A bloc's own counts may be told by no indicator: then the page begins with the first that is reported.
    let first = || {
        let mut places = parts.iter().enumerate().flat_map(|(part, shown)| {
            let figures = shown.figures.iter().enumerate();
            figures.map(move |(place, figure)| (part, place, figure))
        });
        places.find(|(_, _, figure)| figure.is_reported())
    };
    let own = topic.id == OWN_TOPIC;
    let headline = reported
        .or_else(|| own.then(first).flatten())
        .or_else(|| candidates().next());
    let mut headline = headline.map(|(part, place, _)| (part, place));
    // What the first sentence tells stands first.
    if let Some((part, _)) = &mut headline {
        parts[..=*part].rotate_right(1);
        *part = 0;
    }
    TopicFigures {
        topic: topic.clone(),
        asked: asked.clone(),
        headline,
        parts,
    }
}

/// The latest period that somebody has reported a form of a topic for, where nobody has for the one asked for.
pub fn latest(scope: &Scope<'_>, topic: &Topic) -> Option<Period> {
    let reported = topic.forms.iter().flat_map(|form| scope.ledger.periods_of(form));
    let reported = reported.filter(|(_, returns)| returns.values().any(Return::has_values));
    let dated = reported.filter_map(|(period, _)| Some((period.end()?, period)));
    dated.max_by_key(|(end, _)| *end).map(|(_, period)| period.clone())
}

/// Reads a part of a form; nothing for a measure that the catalogue does not have.
pub fn part_of(scope: &Scope<'_>, form: &Form, period: &Period, part: Plan) -> Option<Shown> {
    // What is not asked for any more has no part in later years.
    let year = scope.ledger.span(period).map(|(start, _)| start.year());
    let asked = |it: &Indicator| {
        let mut cells = it.numerator.cells().iter();
        !matches!(it.numerator, Operand::Cells { .. }) || cells.any(|key| !scope.catalogue.cells(key, year).is_empty())
    };
    let is_asked = match &part {
        Plan::Indicators(_, all) => all.iter().any(asked),
        Plan::Levels(id, _) | Plan::Matrix(id, _) | Plan::Done(id, _) => {
            let measure = scope.catalogue.measure(id.as_str());
            measure.is_some_and(|measure| measure.valid_in(year))
        }
    };
    if !is_asked {
        return None;
    }
    let figures = part.indicators().iter().filter(|it| asked(it));
    let figures = figures.filter_map(|it| figure(scope, it, period)).collect();
    let body = match &part {
        Plan::Indicators(label, _) => Some(Body::Indicators(label.clone())),
        Plan::Levels(id, _) => levels::levels(scope, form, id, period).map(Body::Levels),
        Plan::Matrix(id, _) => matrix::matrix(scope, form, id, period).map(Body::Matrix),
        Plan::Done(id, _) => levels::done(scope, form, id, period).map(Body::Done),
    };
    Some(Shown {
        form: form.clone(),
        period: period.clone(),
        as_of: scope.ledger.span(period).map(|(_, end)| end.min(scope.today)),
        body: body?,
        figures,
        said: None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
