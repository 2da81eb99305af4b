//! What is shown of figures in one place: heading, finding, facts, chart and table of one subject, as one value. Pages, slides and
//! reports show exhibits; none of them makes a sentence or a chart of its own.
//!
//! # Layout
//!
//! * [`subject`]: what an exhibit is of. [`Exhibit`]: what is shown of it; [`make`] makes it of the books.
//! * One folder a ground: [`admission`], [`study`], [`targets`], [`topics`], [`returns`],
//!   [`stated`]. What of them there is to show in a period: [`offered`]; decks to begin with: [`ready`].
//! * [`behind`]: the units and cells behind marks; [`cells`]: cells of tables, and the pages that rows lead to; [`slide`]: an
//!   exhibit as a slide that is handed out; [`picture`]: its chart as what pictures in files are drawn of.
//!
//! What must not be here: anything of the browser, and anything that is kept.

pub mod admission;
pub mod behind;
pub mod cells;
pub mod offered;
pub mod picture;
pub mod ready;
pub mod report;
pub mod returns;
pub mod slide;
pub mod stated;
pub mod study;
pub mod subject;
pub mod targets;
pub mod topics;

pub use offered::{Offered, offered};

use crate::analysis::scope::UnitsAs;
use crate::analysis::{Coverage, Scope};
use crate::charts::Shape;
use crate::i18n::exhibits::EXHIBITS;
use crate::model::date::Date;
use crate::model::deck::Form;
use crate::model::from_json::FromJson;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::facts::{Facts, facts};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::table::{RowKind, Table};
use serde::Serialize;
use subject::Subject;

/// What is shown of one subject, whole: it can be kept and shown again when the books say something else.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Exhibit {
    /// What it is of.
    pub subject: Subject,
    /// What is shown, in a few words: the chart's name.
    pub title: String,
    /// What is found, in a sentence without its full stop: a slide's headline.
    pub finding: String,
    /// What else is to be said, in sentences; empty where the finding says it all.
    #[serde(default)]
    pub sentence: String,
    /// Numerator and denominator, coverage, as-of, and that figures are illustrative, in the order in which they are shown.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Who reported, of how many.
    #[serde(default)]
    pub reported: Option<Reported>,
    /// The day that the figures stand for.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Figures of single units are made up.
    #[serde(default)]
    pub illustrative: bool,
    /// The chart; `None` where words or a table say it.
    #[serde(default)]
    pub shape: Option<Shape>,
    /// The same figures as a table. Its rows have the keys of the chart's marks.
    pub table: Table,
    /// What is behind the marks that can be picked.
    #[serde(default)]
    pub behind: Vec<Behind>,
    /// Who has not reported, by name, in the official order.
    #[serde(default)]
    pub missing: Vec<String>,
}

/// Who reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Reported {
    /// How many have, in whole or in part.
    pub units: usize,
    /// How many are expected.
    pub expected: usize,
}

/// The units and cells behind a mark of a chart.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Behind {
    /// The mark's key.
    pub key: String,
    /// What it is.
    pub title: String,
    /// The units or cells.
    pub table: Table,
}

impl Exhibit {
    /// An exhibit of which nothing is said yet.
    fn of(subject: &Subject, title: impl Into<String>) -> Exhibit {
        Exhibit {
            subject: subject.clone(),
            title: title.into(),
            finding: String::new(),
            sentence: String::new(),
            facts: Vec::new(),
            reported: None,
            as_of: None,
            illustrative: false,
            shape: None,
            table: Table::default(),
            behind: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// The same with what its figures rest on: the period, what is known of the figures, who reported.
    fn resting_on(self, lang: Lang, ledger: &Ledger, period: &Period, known: &Facts, coverage: &Coverage) -> Exhibit {
        Exhibit {
            facts: std::iter::once(period_title(lang, period, ledger))
                .chain(listed(lang, known))
                .collect(),
            as_of: known.as_of,
            illustrative: known.illustrative,
            ..self.covering(ledger, coverage)
        }
    }

    /// The same with who reported and who did not.
    fn covering(self, ledger: &Ledger, coverage: &Coverage) -> Exhibit {
        Exhibit {
            reported: (coverage.expected() > 0).then(|| Reported {
                units: coverage.included(),
                expected: coverage.expected(),
            }),
            missing: coverage.missing.iter().map(|unit| unit_name(ledger, unit)).collect(),
            ..self
        }
    }

    /// Whether its table has a figure in more than a line: what is one line is a sentence.
    pub fn is_table(&self) -> bool {
        let lines = || self.table.rows.iter().filter(|row| row.kind != RowKind::Group);
        let mut cells = lines().flat_map(|row| &row.cells);
        lines().count() > 1 && cells.any(|cell| cell.number.is_some())
    }

    /// Whether there is something of it to show in a form.
    pub fn has(&self, form: Form) -> bool {
        match form {
            Form::Chart | Form::Table => self.shape.is_some() || self.as_of.is_some(),
            Form::Missing => !self.missing.is_empty(),
        }
    }
}

/// Facts one by one, so that a line breaks between them and not within.
pub fn listed(lang: Lang, known: &Facts) -> Vec<String> {
    let line = facts(lang, known);
    let facts = line.split(" · ").filter(|fact| !fact.is_empty());
    facts.map(str::to_owned).collect()
}

/// The day that figures of a period stand for: its last, or the day that it is seen from.
pub(crate) fn seen_until(scope: &Scope<'_>, period: &Period) -> Option<Date> {
    scope.ledger.span(period).map(|(_, end)| end.min(scope.today))
}

/// The books as they stood at the end of a part of a year, for what is shown of the year so far: its admissions, its targets.
pub(crate) fn at_end_of<'a>(scope: &Scope<'a>, period: &Period) -> Scope<'a> {
    let end = match period {
        Period::Month(..) | Period::Quarter(..) | Period::HalfYear(..) | Period::NineMonths(_) => period.end(),
        Period::Year(_) | Period::Term(..) | Period::Drive(_) => None,
    };
    end.map_or_else(|| scope.clone(), |end| scope.on(end.min(scope.today)))
}

/// Makes the exhibit of a subject; `None` where this version, or this bloc, has no such thing.
pub fn make(scope: &Scope<'_>, lang: Lang, subject: &Subject) -> Option<Exhibit> {
    let units_as = if subject.units_now { UnitsAs::Now } else { UnitsAs::Then };
    let part = scope.in_sector(subject.sector.clone()).with_units_as(units_as);
    let mut found = match subject.steps().as_slice() {
        ["admission", rest @ ..] => admission::exhibit(&part, lang, subject, rest),
        ["study", rest @ ..] => study::exhibit(&part, lang, subject, rest),
        ["targets", rest @ ..] => targets::exhibit(&part, lang, subject, rest),
        ["topic", rest @ ..] => topics::exhibit(&part, lang, subject, rest),
        ["form", rest @ ..] => topics::exhibit_of_form(&part, lang, subject, rest),
        ["returns", rest @ ..] => returns::exhibit(&part, lang, subject, rest),
        ["stated", rest @ ..] => stated::exhibit(&part, lang, subject, rest),
        _ => None,
    }?;
    let at = found.facts.len().min(1);
    found.facts.splice(at..at, of_part(scope, lang, subject));
    Some(found)
}

/// What part of the bloc it is of, and under which units earlier figures stand.
fn of_part(scope: &Scope<'_>, lang: Lang, subject: &Subject) -> Vec<String> {
    let sector = subject.sector.as_ref().map(|id| {
        let found = scope.ledger.sectors.iter().find(|sector| sector.id == *id);
        found.map_or_else(|| id.to_string(), |sector| sector.label.in_lang(lang).to_owned())
    });
    let now = subject.units_now.then(|| EXHIBITS.in_lang(lang).units_now.to_owned());
    sector.into_iter().chain(now).collect()
}
