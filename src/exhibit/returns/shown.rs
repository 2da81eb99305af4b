//! Who has handed in a form, and who has not, as an exhibit: `returns/<form>`; `returns` of all forms.

use crate::analysis::Scope;
use crate::analysis::completeness::matrix::{Matrix, Paper, Sum};
use crate::analysis::completeness::{ReturnState, seen_on};
use crate::charts::Shape;
use crate::charts::look::Hue;
use crate::charts::stacked_whole::{Part, StackedWhole};
use crate::exhibit::behind::units_listed;
use crate::exhibit::cells::entry_place;
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit, Reported, listed, seen_until};
use crate::i18n::exhibits::{EXHIBITS, titled};
use crate::i18n::returns::RETURNS;
use crate::model::id::FormId;
use crate::model::number::Count;
use crate::model::returns::ReturnStatus;
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_title};
use crate::report::sentence::coverage::NAMED;
use crate::report::sentence::facts::Facts;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::paragraph;
use crate::report::sentence::returns::{
    owing, return_state, return_told, returns_facts, returns_headline, returns_sum,
};
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use std::ops::Range;

/// Up to so many papers stand beside each other.
const SIDE_BY_SIDE: usize = 12;

/// Makes the exhibit that the steps below `returns` name.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    let form = match steps {
        [] => None,
        [form] => Some(scope.catalogue.form(&FormId::new(*form))?),
        _ => return None,
    };
    let matrix = match form {
        Some(form) => Matrix::of_forms(scope, &subject.period, std::slice::from_ref(form)),
        None => Matrix::of(scope, &subject.period, None),
    };
    let name = form.map_or(RETURNS.in_lang(lang).all_forms, |form| form.label.in_lang(lang));
    let papers = 0..matrix.papers.len();
    let sum = matrix.total();
    let due = sum.expected - sum.not_due;
    let sheet = Sheet {
        scope,
        lang,
        matrix: &matrix,
    };
    let owed: Vec<usize> = (0..matrix.units.len())
        .filter(|place| matrix.sum_of(*place, papers.clone()).missing > 0)
        .collect();
    let names: Vec<String> = owed.iter().map(|place| sheet.name(*place)).collect();
    let known = Facts {
        as_of: seen_until(scope, &subject.period).filter(|_| due > 0),
        ..Facts::default()
    }
    .with_illustrative(due > 0 && scope.ledger.is_demo());
    let period = period_title(lang, &subject.period, scope.ledger);
    let facts = std::iter::once(period.clone())
        .chain(returns_facts(lang, sum))
        .chain(listed(lang, &known));
    let units = matrix.units.len();
    Some(Exhibit {
        finding: returns_headline(lang, &period, sum),
        sentence: paragraph([owing(lang, &names[..names.len().min(NAMED + 1)], names.len())]),
        facts: facts.collect(),
        reported: (units > 0 && due > 0).then(|| Reported {
            units: units - owed.len(),
            expected: units,
        }),
        as_of: known.as_of,
        illustrative: known.illustrative,
        shape: (due > 0).then(|| Shape::StackedWhole(sheet.drawn(sum))),
        table: sheet.table(name, &owed),
        behind: sheet.behind(),
        missing: names,
        ..Exhibit::of(subject, titled(EXHIBITS.in_lang(lang).returns, name))
    })
}

/// The order in which states are drawn: what is in, then what is not, what is most urgent last.
const ORDER: [ReturnState; 8] = [
    ReturnState::Accepted,
    ReturnState::Submitted,
    ReturnState::SubmittedLate,
    ReturnState::Amended,
    ReturnState::Draft,
    ReturnState::SentBack,
    ReturnState::Missing,
    ReturnState::Late,
];

struct Sheet<'a, 's> {
    scope: &'a Scope<'s>,
    lang: Lang,
    matrix: &'a Matrix,
}

impl Sheet<'_, '_> {
    fn name(&self, place: usize) -> String {
        let unit = self.matrix.units.get(place);
        unit.map_or_else(String::new, |unit| unit_name(self.scope.ledger, unit))
    }

    fn all(&self) -> Range<usize> {
        0..self.matrix.papers.len()
    }

    /// Units and papers that are in a state.
    fn in_state(&self, state: ReturnState) -> Vec<(usize, usize)> {
        let units = 0..self.matrix.units.len();
        let all = units.flat_map(|unit| self.all().map(move |paper| (unit, paper)));
        all.filter(|(unit, paper)| self.matrix.state(*unit, *paper) == Some(state))
            .collect()
    }

    fn drawn(&self, sum: Sum) -> StackedWhole {
        let parts = ORDER.into_iter().map(|state| Part {
            key: key(state).to_owned(),
            name: capitalised(return_state(self.lang, state)),
            count: Count::try_from(self.in_state(state).len()).unwrap_or(Count::MAX),
        });
        StackedWhole {
            parts: parts.filter(|part| part.count > 0).collect(),
            whole: Count::try_from(sum.expected - sum.not_due).unwrap_or(Count::MAX),
            remainder: String::new(),
            hue: Hue::Blue,
            cap: None,
        }
    }

    /// How a return stands, with its days.
    fn told(&self, unit: usize, paper: usize) -> Option<String> {
        let state = self.matrix.state(unit, paper)?;
        let Paper { form, period, due } = self.matrix.papers.get(paper)?;
        let found = self.scope.ledger.find(form, period, self.matrix.units.get(unit)?);
        let reason = found.and_then(|found| match &found.status {
            ReturnStatus::SentBack(reason) => Some(reason.as_str()),
            _ => None,
        });
        let seen = seen_on(self.matrix.is_closed(paper), *due, self.scope.today);
        let submitted = found.and_then(|found| found.submitted_on);
        Some(return_told(self.lang, state, *due, seen, submitted, reason))
    }

    /// Units that owe a return first; one paper is told in full, several beside each other in a word, many as a sum.
    fn table(&self, caption: &str, owed: &[usize]) -> Table {
        let words = EXHIBITS.in_lang(self.lang);
        let papers = &self.matrix.papers;
        let forms = self.matrix.columns.len();
        let mut columns = vec![Column::words(words.unit)];
        match papers.len() {
            _ if forms > 1 => {
                let form = |column: &Range<usize>| self.form_name(column.start);
                columns.extend(self.matrix.columns.iter().map(|column| Column::words(form(column))));
            }
            2..=SIDE_BY_SIDE => columns.extend(
                papers
                    .iter()
                    .map(|paper| Column::words(period_title(self.lang, &paper.period, self.scope.ledger))),
            ),
            _ => columns.push(Column::words(words.state)),
        }
        let mut owes = vec![false; self.matrix.units.len()];
        for place in owed {
            owes[*place] = true;
        }
        let rest = (0..self.matrix.units.len()).filter(|place| !owes[*place]);
        let places: Vec<usize> = owed.iter().copied().chain(rest).collect();
        let row = |place: &usize| {
            let mut cells = vec![Cell::text(self.name(*place))];
            match papers.len() {
                _ if forms > 1 => cells.extend(self.matrix.columns.iter().map(|column| self.of_form(*place, column))),
                0 => cells.push(Cell::default()),
                1 => cells.push(Cell::text(self.told(*place, 0).unwrap_or_default())),
                2..=SIDE_BY_SIDE => cells.extend(self.all().map(|paper| {
                    let state = self.matrix.state(*place, paper);
                    Cell::text(state.map_or("", |state| return_state(self.lang, state)))
                })),
                _ => cells.push(Cell::text(returns_sum(
                    self.lang,
                    self.matrix.sum_of(*place, self.all()),
                ))),
            }
            let unit = self.matrix.units.get(*place);
            let first = self
                .matrix
                .owed(*place)
                .next()
                .map(|(paper, _)| paper)
                .or(papers.first());
            let to = unit.zip(first);
            let to = to.map_or_else(String::new, |(unit, paper)| {
                entry_place(&paper.form, Some(unit), &paper.period)
            });
            let key = unit.map_or_else(String::new, ToString::to_string);
            Row::new(key, cells).kind(RowKind::Plain).to(to)
        };
        Table {
            caption: caption.to_owned(),
            columns,
            rows: places.iter().map(row).collect(),
        }
    }

    fn form_name(&self, paper: usize) -> String {
        let form = self.matrix.papers.get(paper).map(|paper| &paper.form);
        let form = form.and_then(|form| self.scope.catalogue.form(form));
        form.map_or_else(String::new, |form| form.label.in_lang(self.lang).to_owned())
    }

    /// How a unit stands with the papers of one form; nothing where it is not asked for any.
    fn of_form(&self, unit: usize, papers: &Range<usize>) -> Cell {
        let mut asked = papers.clone().filter_map(|paper| self.matrix.state(unit, paper));
        match (asked.next(), asked.next()) {
            (None, _) => Cell::default(),
            (Some(state), None) => Cell::text(return_state(self.lang, state)),
            _ => Cell::text(returns_sum(self.lang, self.matrix.sum_of(unit, papers.clone()))),
        }
    }

    /// The units in each state.
    fn behind(&self) -> Vec<Behind> {
        let words = EXHIBITS.in_lang(self.lang);
        let several = self.matrix.papers.len() > 1;
        let of_forms = self.matrix.columns.len() > 1;
        let of_state = |state: ReturnState| {
            let found = self.in_state(state);
            let row = |(unit, paper): &(usize, usize)| {
                let found = self.matrix.papers.get(*paper);
                let mut cells = vec![Cell::text(self.name(*unit))];
                cells.extend(of_forms.then(|| Cell::text(self.form_name(*paper))));
                if several {
                    let period = found.map(|paper| period_title(self.lang, &paper.period, self.scope.ledger));
                    cells.push(Cell::text(period.unwrap_or_default()));
                }
                cells.push(Cell::text(self.told(*unit, *paper).unwrap_or_default()));
                let unit = self.matrix.units.get(*unit);
                let to = found.zip(unit);
                let to = to.map_or_else(String::new, |(paper, unit)| {
                    entry_place(&paper.form, Some(unit), &paper.period)
                });
                Row::new(unit.map_or_else(String::new, ToString::to_string), cells).to(to)
            };
            let mut columns = vec![Column::words(words.unit)];
            columns.extend(of_forms.then(|| Column::words(RETURNS.in_lang(self.lang).form)));
            columns.extend(several.then(|| Column::words(words.period)));
            columns.push(Column::words(words.state));
            let title = capitalised(return_state(self.lang, state));
            units_listed(
                self.lang,
                (key(state).to_owned(), &title),
                columns,
                found.iter().map(row).collect(),
            )
        };
        let behind = ORDER.into_iter().map(of_state);
        behind.filter(|part| !part.table.rows.is_empty()).collect()
    }
}

/// The key of a state's part.
const fn key(state: ReturnState) -> &'static str {
    match state {
        ReturnState::NotDue => "not-due",
        ReturnState::Missing => "missing",
        ReturnState::Late => "late",
        ReturnState::Draft => "draft",
        ReturnState::Submitted => "submitted",
        ReturnState::SubmittedLate => "submitted-late",
        ReturnState::Accepted => "accepted",
        ReturnState::SentBack => "sent-back",
        ReturnState::Amended => "amended",
    }
}
