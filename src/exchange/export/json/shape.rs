//! The objects of the file, in the order and by the names that are documented.

use super::{Number, words};
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::drive::Drive;
use crate::model::id::CellKey;
use crate::model::ledger::Ledger;
use crate::model::measure::Measure;
use crate::model::number::Percent;
use crate::model::period::Period;
use crate::model::quantity::Qualifier;
use crate::model::record::Explanation;
use crate::model::returns::{CellValue, Return, ReturnStatus};
use crate::model::statement::{StatedValue, Statement, Subject};
use crate::model::target::{Target, TargetValue};
use crate::model::text::Text;
use crate::model::unit::Unit;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(super) struct Head<'a> {
    pub(super) format: &'static str,
    pub(super) version: u16,
    pub(super) made_at: String,
    pub(super) bloc: Bloc<'a>,
    pub(super) counting_units: Vec<CountingUnit<'a>>,
    pub(super) measures: Vec<MeasureShape<'a>>,
    pub(super) sectors: Vec<Sector<'a>>,
    pub(super) units: Vec<UnitShape<'a>>,
    pub(super) drives: Vec<DriveShape<'a>>,
    pub(super) targets: Vec<TargetShape<'a>>,
    pub(super) statements: Vec<StatementShape<'a>>,
    pub(super) explanations: Vec<ExplanationShape<'a>>,
}

#[derive(Serialize)]
pub(super) struct Bloc<'a> {
    name: &'a str,
    short_name: &'a str,
    term: Option<String>,
    seen_on: Option<String>,
    illustrative: bool,
}

pub(super) fn bloc(ledger: &Ledger) -> Bloc<'_> {
    let profile = ledger.profile.as_ref();
    Bloc {
        name: profile.map_or("", |it| &it.name),
        short_name: profile.map_or("", |it| it.brief()),
        term: profile.map(|it| it.term.to_string()),
        seen_on: profile.and_then(|it| it.seen_on).map(|date| date.to_string()),
        illustrative: ledger.is_demo(),
    }
}

#[derive(Serialize)]
pub(super) struct CountingUnit<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
    is_audience: bool,
}

pub(super) fn counting_units(catalogue: &Catalogue) -> Vec<CountingUnit<'_>> {
    let units = catalogue.part().counting_units.iter();
    let shaped = units.map(|it| CountingUnit {
        id: it.id.as_str(),
        name: &it.label.vi,
        name_en: english(&it.label),
        is_audience: it.audience,
    });
    shaped.collect()
}

#[derive(Serialize)]
pub(super) struct MeasureShape<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
    holds: &'static str,
    counting_unit: &'a str,
    /// The options that its figures are split by: of each set, in the order of a figure's `options`.
    split_by: Vec<Vec<Named<'a>>>,
    levels: Vec<Named<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
}

/// The measures that figures stand for, by identifier.
pub(super) fn measures<'a>(catalogue: &'a Catalogue, returns: &[&Return]) -> Vec<MeasureShape<'a>> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for key in returns.iter().flat_map(|found| found.cells.keys()) {
        if !used.contains(key.measure()) {
            used.insert(key.measure());
        }
    }
    let known = used.into_iter().filter_map(|id| catalogue.measure(id));
    known.map(|measure| measure_shape(catalogue, measure)).collect()
}

fn measure_shape<'a>(catalogue: &'a Catalogue, measure: &'a Measure) -> MeasureShape<'a> {
    let options = |id| -> Vec<Named<'a>> {
        let set = catalogue.option_set(id, None);
        let named = |text: &'a Text, id: &'a str| Named {
            id,
            name: &text.vi,
            name_en: english(text),
        };
        let options = set.map_or(&[][..], |set| &set.options);
        options.iter().map(|it| named(&it.label, it.id.as_str())).collect()
    };
    MeasureShape {
        id: measure.id.as_str(),
        name: &measure.label.vi,
        name_en: english(&measure.label),
        holds: words::holds(measure.value),
        counting_unit: measure.counting_unit.as_str(),
        split_by: measure.by.iter().map(options).collect(),
        levels: measure.levels.as_ref().map(options).unwrap_or_default(),
    }
}

#[derive(Serialize)]
pub(super) struct Sector<'a> {
    id: &'a str,
    name: &'a str,
    order: u32,
}

pub(super) fn sectors(ledger: &Ledger) -> Vec<Sector<'_>> {
    let shaped = ledger.sectors.iter().map(|it| Sector {
        id: it.id.as_str(),
        name: &it.label.vi,
        order: it.order,
    });
    shaped.collect()
}

#[derive(Serialize)]
pub(super) struct UnitShape<'a> {
    id: &'a str,
    parent: Option<&'a str>,
    kind: &'static str,
    sector: Option<&'a str>,
    name: &'a str,
    short_name: &'a str,
    order: u32,
    valid_from: Option<String>,
    valid_to: Option<String>,
    became: Option<Became<'a>>,
}

#[derive(Serialize)]
struct Became<'a> {
    how: &'static str,
    units: Vec<&'a str>,
}

pub(super) fn unit(unit: &Unit) -> UnitShape<'_> {
    UnitShape {
        id: unit.id.as_str(),
        parent: unit.parent.as_ref().map(|id| id.as_str()),
        kind: words::unit_kind(unit.kind),
        sector: unit.sector.as_ref().map(|id| id.as_str()),
        name: &unit.name,
        short_name: unit.brief(),
        order: unit.order,
        valid_from: day(unit.valid_from),
        valid_to: day(unit.valid_to),
        became: unit.succession.as_ref().map(|it| Became {
            how: words::succession(it.kind),
            units: it.into.iter().map(|id| id.as_str()).collect(),
        }),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    number: &'a str,
    symbol: &'a str,
    issuer: &'a str,
    date: Option<String>,
    title: &'a str,
}

fn document(document: &DocumentRef) -> Document<'_> {
    Document {
        number: &document.number,
        symbol: &document.symbol,
        issuer: &document.issuer,
        date: day(document.date),
        title: &document.title,
    }
}

#[derive(Serialize)]
pub(super) struct DriveShape<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'a str,
    from: String,
    to: String,
    audiences: Vec<&'a str>,
    document: Document<'a>,
}

pub(super) fn drive(drive: &Drive) -> DriveShape<'_> {
    DriveShape {
        id: drive.id.as_str(),
        name: &drive.name,
        unit: drive.unit.as_str(),
        from: drive.start.to_string(),
        to: drive.end.to_string(),
        audiences: drive.audiences.iter().map(|id| id.as_str()).collect(),
        document: document(&drive.document),
    }
}

#[derive(Serialize)]
struct PeriodShape {
    id: String,
    kind: &'static str,
    from: Option<String>,
    to: Option<String>,
}

/// A period with its first and last day, where it has them by itself or, as a drive, in the bloc.
fn period(period: &Period, ledger: Option<&Ledger>) -> PeriodShape {
    let span = match ledger {
        Some(ledger) => ledger.span(period),
        None => period.start().zip(period.end()),
    };
    PeriodShape {
        id: period.to_string(),
        kind: words::period(period.kind()),
        from: day(span.map(|(from, _)| from)),
        to: day(span.map(|(_, to)| to)),
    }
}

/// A figure: how much, or what else stands there.
#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Count(Number),
    /// Percent, with up to two decimals.
    Percent(f64),
    Text(&'a str),
    Day(String),
    None(()),
}

#[derive(Serialize)]
pub(super) struct TargetShape<'a> {
    id: &'a str,
    unit: &'a str,
    period: PeriodShape,
    indicator: Option<&'a str>,
    name: &'a str,
    comparison: &'static str,
    value: Value<'a>,
    value_is: &'static str,
    parent: Option<&'a str>,
    relation: Option<&'static str>,
    source: Option<Document<'a>>,
    illustrative: bool,
}

pub(super) fn target<'a>(target: &'a Target, catalogue: &'a Catalogue) -> TargetShape<'a> {
    let (value, value_is) = match target.value {
        TargetValue::Count(count) => (Value::Count(count), "count"),
        TargetValue::Percent(share) => (percent(share), "percent"),
    };
    let indicator = target.indicator.as_ref();
    let name = indicator
        .and_then(|id| catalogue.indicator(id))
        .map(|it| it.label.vi.as_str());
    TargetShape {
        id: target.id.as_str(),
        unit: target.unit.as_str(),
        period: period(&target.period, None),
        indicator: indicator.map(|id| id.as_str()),
        name: if target.label.is_empty() {
            name.unwrap_or_default()
        } else {
            &target.label
        },
        comparison: words::comparison(target.comparison),
        value,
        value_is,
        parent: target.parent.as_ref().map(|id| id.as_str()),
        relation: target.relation.map(words::relation),
        source: target.source.as_ref().map(document),
        illustrative: target.illustrative,
    }
}

#[derive(Serialize)]
pub(super) struct StatementShape<'a> {
    id: &'a str,
    unit: &'a str,
    period: PeriodShape,
    about: About<'a>,
    value: Value<'a>,
    value_is: &'static str,
    qualifier: &'static str,
    part_of: Option<&'a str>,
    on: Option<String>,
    source: Document<'a>,
}

/// What a statement speaks of.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum About<'a> {
    Figures {
        form: &'a str,
        /// Measure and options, as far as they are named.
        figures: Vec<KeyShape<'a>>,
    },
    Indicator {
        id: &'a str,
        name: &'a str,
        averaging: Option<&'static str>,
    },
    NumberOfUnits {
        kinds: Vec<&'static str>,
    },
    Words {
        name: &'a str,
    },
}

#[derive(Serialize)]
struct KeyShape<'a> {
    measure: &'a str,
    options: Vec<&'a str>,
}

fn key(key: &CellKey) -> KeyShape<'_> {
    KeyShape {
        measure: key.measure(),
        options: key.options().collect(),
    }
}

pub(super) fn statement<'a>(statement: &'a Statement, catalogue: &'a Catalogue) -> StatementShape<'a> {
    let about = match &statement.subject {
        Subject::Cells { form, cells } => About::Figures {
            form: form.as_str(),
            figures: cells.iter().map(key).collect(),
        },
        Subject::Indicator { indicator, averaging } => About::Indicator {
            id: indicator.as_str(),
            name: catalogue.indicator(indicator).map_or("", |it| &it.label.vi),
            averaging: averaging.map(words::averaging),
        },
        Subject::Units { kinds } => About::NumberOfUnits {
            kinds: kinds.iter().map(|kind| words::unit_kind(*kind)).collect(),
        },
        Subject::Named { name } => About::Words { name: &name.vi },
    };
    let (value, value_is) = match statement.value {
        StatedValue::Count(count) => (Value::Count(count), "count"),
        StatedValue::Percent(share) => (percent(share), "percent"),
        StatedValue::Some => (Value::None(()), "some"),
    };
    StatementShape {
        id: statement.id.as_str(),
        unit: statement.unit.as_str(),
        period: period(&statement.period, None),
        about,
        value,
        value_is,
        qualifier: words::qualifier(statement.qualifier),
        part_of: statement.part_of.as_ref().map(|id| id.as_str()),
        on: day(statement.on),
        source: document(&statement.source),
    }
}

#[derive(Serialize)]
pub(super) struct ExplanationShape<'a> {
    unit: &'a str,
    about: &'a str,
    text: &'a str,
    figures: &'a str,
}

pub(super) fn explanation(explanation: &Explanation) -> ExplanationShape<'_> {
    ExplanationShape {
        unit: explanation.unit.as_str(),
        about: &explanation.finding,
        text: &explanation.text,
        figures: &explanation.figures,
    }
}

#[derive(Serialize)]
pub(super) struct Entered<'a> {
    form: &'a str,
    form_name: &'a str,
    unit: &'a str,
    period: PeriodShape,
    status: &'static str,
    reason: &'a str,
    submitted_on: Option<String>,
    as_of: Option<String>,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    measure: &'a str,
    options: Vec<&'a str>,
    value: Value<'a>,
    value_is: &'static str,
    counting_unit: Option<&'a str>,
    qualifier: &'static str,
    note: &'a str,
}

/// A return with its figures.
pub(super) fn entered<'a>(found: &'a Return, ledger: &'a Ledger, catalogue: &'a Catalogue) -> Entered<'a> {
    let figures = found.cells.iter().map(|(cell_key, cell)| {
        let (value, value_is) = match &cell.value {
            CellValue::Count(count) => (Value::Count(*count), "count"),
            CellValue::Date(date) => (Value::Day(date.to_string()), "date"),
            CellValue::Level(level) => (Value::Text(level.as_str()), "level"),
            CellValue::Text(text) => (Value::Text(text), "text"),
            CellValue::Invalid(typed) => (Value::Text(typed), "not_understood"),
        };
        let is_count = value_is == "count";
        Figure {
            measure: cell_key.measure(),
            options: cell_key.options().collect(),
            value,
            value_is,
            counting_unit: is_count.then(|| counting_unit(catalogue, cell_key)).flatten(),
            qualifier: words::qualifier(if is_count { cell.qualifier } else { Qualifier::Exact }),
            note: &cell.note,
        }
    });
    Entered {
        form: found.form.as_str(),
        form_name: catalogue.form(&found.form).map_or("", |form| &form.label.vi),
        unit: found.unit.as_str(),
        period: period(&found.period, Some(ledger)),
        status: words::status(&found.status),
        reason: match &found.status {
            ReturnStatus::SentBack(reason) => reason,
            _ => "",
        },
        submitted_on: day(found.submitted_on),
        as_of: day(found.as_of),
        figures: figures.collect(),
    }
}

/// What a cell counts: what one of its options says, the last first, or what the measure says.
fn counting_unit<'a>(catalogue: &'a Catalogue, key: &CellKey) -> Option<&'a str> {
    let measure = catalogue.measure(key.measure())?;
    let options: Vec<&str> = key.options().collect();
    let mut sets = measure.by.iter().zip(&options).rev();
    let by_option = sets.find_map(|(set, id)| {
        let options = &catalogue.option_set(set, None)?.options;
        let option = options.iter().find(|option| option.id.as_str() == *id)?;
        option.counting_unit.as_ref()
    });
    Some(by_option.unwrap_or(&measure.counting_unit).as_str())
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// Hundredths of a percent as a decimal number: dividing by a hundred gives the number nearest to the written one.
fn percent(share: Percent) -> Value<'static> {
    Value::Percent(share.hundredths() as f64 / 100.0)
}

/// The English wording; the Vietnamese one where there is none.
fn english(text: &Text) -> &str {
    if text.en.is_empty() { &text.vi } else { &text.en }
}
