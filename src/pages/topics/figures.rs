//! The figures of a topic for a period, part by part. Nothing here is drawn or worded.

use super::parts::{Plan, plan};
use crate::analysis::achievement::{Achievement, achievement};
use crate::analysis::aggregate::{self, Total, YearOnYear};
use crate::analysis::calendar::{self, slots};
use crate::analysis::rate::{self, Rate};
use crate::analysis::reconcile::{Reconciliation, reconcile_where};
use crate::analysis::rules::caps::cap;
use crate::analysis::{Coverage, Scope};
use crate::catalogue::topic::Topic;
use crate::model::date::Date;
use crate::model::id::{CellKey, IndicatorId, MeasureId, OptionId, SectorId, UnitId};
use crate::model::indicator::{Averaging, Indicator, Operand, Rule, RuleScope};
use crate::model::measure::{Column, Form, Measure, ValueType};
use crate::model::number::{Count, Percent};
use crate::model::period::{Period, PeriodKind};
use crate::model::returns::Return;
use crate::model::statement::{Statement, Subject};
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::text::Text;
use crate::model::unit::UnitKind;

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

/// An indicator with its value and what it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is measured.
    pub indicator: Indicator,
    /// The value, and last year's.
    pub value: Value,
    /// How it stands against the bloc's target for the period; `None` too while one sector is looked at.
    pub target: Option<Achievement>,
}

/// A value beside the same period last year.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A rate or a ratio.
    Rate {
        /// This period's.
        now: Box<Rate>,
        /// Last year's, where it has figures.
        before: Option<Box<Rate>>,
        /// Over several years: what the other averaging method gives.
        other: Option<(Averaging, Percent)>,
    },
    /// A total.
    Total(Box<YearOnYear>),
}

impl Figure {
    /// Whether anybody has reported it.
    pub fn is_reported(&self) -> bool {
        match &self.value {
            Value::Rate { now, .. } => now.numerator.quantity.is_some(),
            Value::Total(both) => both.now.quantity.is_some() || both.now.planned.is_some(),
        }
    }

    /// Over whom it is.
    pub fn coverage(&self) -> &Coverage {
        match &self.value {
            Value::Rate { now, .. } => now.coverage(),
            Value::Total(both) => &both.now.coverage,
        }
    }

    /// Whether it says more than a count that stands in a chart already: a rate, a target, last year's.
    pub fn says_more(&self) -> bool {
        match &self.value {
            Value::Rate { .. } => true,
            Value::Total(both) => self.target.is_some() || both.before.quantity.is_some(),
        }
    }

    /// Its rate.
    pub fn rate(&self) -> Option<&Rate> {
        match &self.value {
            Value::Rate { now, .. } => Some(now),
            Value::Total(_) => None,
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

/// Levels from best to worst.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The measure.
    pub measure: Measure,
    /// What is counted at each level.
    pub counted: Text,
    /// The levels, each over all units.
    pub levels: Vec<(Column, Total)>,
    /// The limit that a rule of the year sets on the best of them.
    pub limit: Option<Limit>,
}

/// A limit on the best levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The rule.
    pub rule: Rule,
    /// How much of what it is of.
    pub share: Percent,
    /// The levels that the share is of, by place.
    pub of: Vec<usize>,
}

impl Limit {
    /// Whether it is one for each unit, and so drawn on each unit's bar too.
    pub fn is_of_each_unit(&self) -> bool {
        self.rule.scope == RuleScope::Unit
    }
}

impl Levels {
    /// How many there are at each level.
    pub fn counts(&self) -> Vec<Count> {
        self.levels.iter().map(|(_, total)| total.count()).collect()
    }

    /// How many there are in all.
    pub fn whole(&self) -> Count {
        self.counts().iter().sum()
    }

    /// Whether each unit has one level, not a number at each.
    pub fn is_own_level(&self) -> bool {
        self.measure.value == ValueType::Level
    }
}

/// A count by options: the first set down, the others across.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The measure.
    pub measure: Measure,
    /// Down.
    pub rows: Vec<Text>,
    /// Across, with what is counted; one without a name for a measure under one set.
    pub columns: Vec<MatrixColumn>,
    /// The totals, row by row.
    pub cells: Vec<Vec<Total>>,
    /// Whether rows or columns without any count were left out.
    pub shortened: bool,
}

/// A column of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixColumn {
    /// Its options' names; empty where the measure has one set only.
    pub label: Text,
    /// What it counts; `None` where its rows count different things.
    pub counted: Option<Text>,
}

impl Matrix {
    /// The sum of a row, where all its columns count the same thing.
    pub fn row_total(&self, row: usize) -> Option<Count> {
        let mut counted = self.columns.iter().map(|column| &column.counted);
        let first = counted.next()?.as_ref()?;
        let same = counted.all(|other| other.as_ref() == Some(first));
        (same && self.columns.len() > 1).then(|| self.cells.get(row).into_iter().flatten().map(Total::count).sum())
    }

    /// The sum of a column, where all its rows count the same thing.
    pub fn column_total(&self, column: usize) -> Option<Count> {
        self.columns.get(column)?.counted.as_ref()?;
        let of_row = |row: &Vec<Total>| row.get(column).map_or(0, Total::count);
        Some(self.cells.iter().map(of_row).sum())
    }

    /// The sum of everything, where it is all of one thing.
    pub fn whole(&self) -> Option<Count> {
        match self.columns.len() {
            1 => self.column_total(0),
            _ => (0..self.rows.len()).map(|row| self.row_total(row)).sum(),
        }
    }
}

/// Units by whether they have done it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The measure.
    pub measure: Measure,
    /// Who has.
    pub done: Vec<UnitId>,
    /// Who has not.
    pub not: Vec<UnitId>,
    /// Who has not said.
    pub missing: Vec<UnitId>,
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

    /// Whether it is reported once for the whole bloc, so that there is nothing to compare by unit or sector.
    pub fn is_of_bloc(&self) -> bool {
        of_bloc(&self.form)
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
    let headline = reported.or_else(|| candidates().next());
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
    let figures = part.indicators().iter();
    let figures = figures.filter_map(|it| figure(scope, it, period)).collect();
    let body = match &part {
        Plan::Indicators(label, _) => Some(Body::Indicators(label.clone())),
        Plan::Levels(id, _) => levels(scope, form, id, period).map(Body::Levels),
        Plan::Matrix(id, _) => matrix(scope, form, id, period).map(Body::Matrix),
        Plan::Done(id, _) => done(scope, form, id, period).map(Body::Done),
    };
    Some(Shown {
        form: form.clone(),
        period: period.clone(),
        as_of: scope.ledger.span(period).map(|(_, end)| end.min(scope.today)),
        body: body?,
        figures,
    })
}

/// One indicator of a period; `None` for a rate that the catalogue does not allow.
pub fn figure(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Figure> {
    let value = match indicator.denominator {
        Some(_) => rate_value(scope, indicator, period)?,
        None => Value::Total(Box::new(total_value(scope, indicator, period))),
    };
    Some(Figure {
        target: target(scope, &indicator.id, period),
        indicator: indicator.clone(),
        value,
    })
}

fn rate_value(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> Option<Value> {
    let method = indicator.averaging;
    let found = rate::averaged(scope, indicator, period, method).ok()?;
    let earlier = scope.on(calendar::a_year_before(scope.today));
    let before = period.same_last_year();
    let before = before.and_then(|before| rate::averaged(&earlier, indicator, &before, method).ok());
    let several = found.parts.iter().filter(|(_, part)| part.exact.is_some()).count() > 1;
    let another = match method {
        Averaging::Pooled => Averaging::MeanOfRates,
        Averaging::MeanOfRates => Averaging::Pooled,
    };
    let other = several
        .then(|| rate::averaged(scope, indicator, period, another).ok())
        .flatten();
    Some(Value::Rate {
        now: Box::new(found.rate),
        before: before.map(|it| it.rate).filter(|it| it.exact.is_some()).map(Box::new),
        other: other.and_then(|it| Some((another, it.rate.percent?))),
    })
}

fn total_value(scope: &Scope<'_>, indicator: &Indicator, period: &Period) -> YearOnYear {
    let (form, operand) = (&indicator.form, &indicator.numerator);
    aggregate::year_on_year(scope, form, operand, period).unwrap_or_else(|| YearOnYear {
        now: aggregate::total(scope, form, operand, period),
        before: Total::default(),
        change: None,
    })
}

/// The bloc's target of an indicator for a period, or, for a percentage, for a longer one that the period lies in
/// ("90 % a year" of a term is held against each year). Of several the nearest, and one that is no part of another.
fn target(scope: &Scope<'_>, indicator: &IndicatorId, period: &Period) -> Option<Achievement> {
    if scope.sector.is_some() {
        return None;
    }
    let speaks = |target: &&Target| {
        target.unit == scope.root
            && target.indicator.as_ref() == Some(indicator)
            && (target.period == *period
                || (matches!(target.value, TargetValue::Percent(_)) && target.period.contains(period)))
    };
    let of_which = |target: &Target| matches!(target.relation, Some(Relation::OfWhich(_)));
    let found = scope.ledger.targets.values().filter(speaks);
    let nearest = found.min_by_key(|target| (target.period.months().len(), of_which(target)))?;
    let of_period = Target {
        period: period.clone(),
        ..nearest.clone()
    };
    Some(achievement(scope, &of_period))
}

fn levels(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Levels> {
    let measure = scope.catalogue.measure(id.as_str())?;
    let levels = aggregate::by_option(scope, &form.id, &CellKey::of(id, &[]), period);
    Some(Levels {
        measure: measure.clone(),
        counted: scope.catalogue.counting_unit(&measure.counting_unit)?.label.clone(),
        limit: limit(scope, form, &levels, period),
        levels,
    })
}

/// The limit of the period's year; none for a span of several years, and none of the whole bloc while a part of it is
/// looked at.
fn limit(scope: &Scope<'_>, form: &Form, levels: &[(Column, Total)], period: &Period) -> Option<Limit> {
    let span = scope.ledger.span(period);
    let (start, _) = span.filter(|(start, end)| start.year() == end.year())?;
    let columns: Vec<Column> = levels.iter().map(|(column, _)| column.clone()).collect();
    let cap = cap(scope.catalogue, &form.id, &columns, start.year())?;
    let whole = scope.sector.is_none() && scope.ledger.root().is_some_and(|root| root.id == scope.root);
    (whole || cap.rule.scope == RuleScope::Unit).then(|| Limit {
        rule: cap.rule.clone(),
        share: cap.share,
        of: cap.of,
    })
}

fn matrix(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Matrix> {
    let measure = scope.catalogue.measure(id.as_str())?;
    let year = scope.ledger.span(period).map(|(_, end)| end.year());
    let sets = measure.by.iter().map(|set| scope.catalogue.option_set(set, year));
    let sets: Vec<_> = sets.collect::<Option<_>>()?;
    let (first, rest) = sets.split_first()?;
    let name = |options: &[OptionId]| {
        let items = rest.iter().zip(options);
        let labels = items.filter_map(|(set, id)| set.options.iter().find(|item| item.id == *id));
        let labels: Vec<&Text> = labels.map(|item| &item.label).collect();
        let join = |of: fn(&Text) -> &str| labels.iter().map(|label| of(label)).collect::<Vec<_>>().join(" · ");
        Text::new(join(|label| &label.vi), join(|label| &label.en))
    };
    let all = aggregate::by_option(scope, &form.id, &CellKey::of(id, &[]), period);
    let width = (all.len() / first.options.len().max(1)).max(1);
    let columns = (0..width).map(|at| {
        let column: Vec<&Column> = all.iter().skip(at).step_by(width).map(|(column, _)| column).collect();
        let unit = column.first().map(|column| &column.counting_unit);
        let same = column.iter().all(|other| Some(&other.counting_unit) == unit);
        let counted = unit
            .filter(|_| same)
            .and_then(|unit| scope.catalogue.counting_unit(unit));
        MatrixColumn {
            label: name(
                column
                    .first()
                    .map_or(&[][..], |column| column.options.get(1..).unwrap_or_default()),
            ),
            counted: counted.map(|unit| unit.label.clone()),
        }
    });
    let matrix = Matrix {
        measure: measure.clone(),
        rows: first.options.iter().map(|item| item.label.clone()).collect(),
        columns: columns.collect(),
        cells: all
            .chunks(width)
            .map(|row| row.iter().map(|(_, total)| total.clone()).collect())
            .collect(),
        shortened: false,
    };
    Some(without_empty(matrix))
}

/// Leaves out rows and columns that hold no count at all, as long as others do.
fn without_empty(mut matrix: Matrix) -> Matrix {
    let holds = |total: &Total| total.count() > 0;
    let rows: Vec<bool> = matrix.cells.iter().map(|row| row.iter().any(holds)).collect();
    let column = |at: usize| matrix.cells.iter().any(|row| row.get(at).is_some_and(holds));
    let columns: Vec<bool> = (0..matrix.columns.len()).map(column).collect();
    if !rows.contains(&true) || !(rows.contains(&false) || columns.contains(&false)) {
        return matrix;
    }
    keep(&mut matrix.rows, &rows);
    keep(&mut matrix.cells, &rows);
    keep(&mut matrix.columns, &columns);
    for row in &mut matrix.cells {
        keep(row, &columns);
    }
    matrix.shortened = true;
    matrix
}

fn keep<T>(list: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    list.retain(|_| wanted.next().copied().unwrap_or(false));
}

fn done(scope: &Scope<'_>, form: &Form, id: &MeasureId, period: &Period) -> Option<Done> {
    let measure = scope.catalogue.measure(id.as_str())?.clone();
    let operand = Operand::Cells {
        cells: vec![CellKey::of(id, &[])],
        form: None,
        latest: false,
    };
    let mut found = Done {
        measure,
        done: Vec::new(),
        not: Vec::new(),
        missing: Vec::new(),
    };
    for (unit, total) in aggregate::by_unit(scope, &form.id, &operand, period) {
        match total.quantity.map(|quantity| quantity.count) {
            None => found.missing.push(unit),
            Some(0) => found.not.push(unit),
            Some(_) => found.done.push(unit),
        }
    }
    Some(found)
}

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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
