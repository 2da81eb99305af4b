//! A topic's figures as exhibits: `topic/<topic>/figures`, all that is told of it; `topic/<topic>/units`, of all its units; and of one indicator or measure of a form
//! `topic/<topic>/<form>/<indicator>/units` and `along` (`along-quarter` by a coarser period), `topic/<topic>/<form>/<measure>/parts`, `units`, `along`, `matrix`
//! and `done`. `form/<form>/<measure or indicator>/…` is the same of a form that may be of no topic.

use super::compared::{LevelRows, One, by_unit, grain_of, levels_by_sector, levels_by_unit, levels_by_year, moments};
use super::drawn::{self, Drawn};
use super::figures::{Body, Done, Figure, Levels, Matrix, Shown, TopicFigures, part_of, read, scope_of, shown_period};
use super::matrices;
use super::of_form::{plan_of, topic_of};
use super::offered::{figures_title, indicator_title, is_board, levels_title};
use super::parts::{Plan, plan};
use super::ranked::{levels_units_sentence, units_headline};
use super::stated::leading;
use super::tables;
use super::worded::{
    along_sentence, board_sentence, done_rests_on, done_sentence, headline as headline_said, is_money,
    levels_along_sentence, levels_limit, levels_rest_on, levels_sentence, matrix_rests_on, matrix_sentence, rests_on,
    sentence,
};
use super::{all_units, behind};
use crate::analysis::{Coverage, Scope, rank};
use crate::catalogue::topic::Topic;
use crate::charts::Shape;
use crate::exhibit::behind::{cells_of_units, units_listed, units_with};
use crate::exhibit::cells::{entry_place, unit_place};
use crate::exhibit::study::drawn::sector_name;
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit};
use crate::i18n::exhibits::EXHIBITS;
use crate::i18n::topics::TOPICS;
use crate::model::id::{CellKey, FormId, SectorId, UnitId};
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::text::{Lang, Text};
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::report::sentence::paragraph;
use crate::report::sentence::topic::none_of;
use crate::report::table::{Cell, Column, Row};

/// Makes the exhibit that the steps below `topic` name.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    match steps {
        [topic, "figures"] => {
            let topic = scope.catalogue.topic(topic)?;
            Some(all_figures(scope, lang, subject, &read(scope, topic, &subject.period)))
        }
        [topic, "units"] => all_units::exhibit(scope, lang, subject, topic),
        [topic, form, of, what] => {
            let topic = scope.catalogue.topic(topic)?;
            let form = scope.catalogue.form(&FormId::new(*form))?;
            let scope = scope_of(scope, form);
            let period = shown_period(&scope, form, &subject.period);
            let form = &*scope.catalogue.shown_on(topic, form);
            let of_step = |plan: Plan| part_of(&scope, form, &period, named(plan, of, what)?);
            let shown = plan(scope.catalogue, form).into_iter().find_map(of_step)?;
            let part = Part {
                scope: &scope,
                lang,
                subject,
                topic,
                shown: &shown,
            };
            part.exhibit(what)
        }
        _ => None,
    }
}

/// Makes the exhibit that the steps below `form` name: a measure or an indicator of a form as the explorer has it, of whatever topic.
pub fn of_form(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    let [form, of, what] = steps else {
        return None;
    };
    let form = scope.catalogue.form(&FormId::new(*form))?;
    let scope = scope_of(scope, form);
    let period = shown_period(&scope, form, &subject.period);
    let shown = part_of(&scope, form, &period, plan_of(scope.catalogue, form, of)?)?;
    let part = Part {
        scope: &scope,
        lang,
        subject,
        topic: &topic_of(scope.catalogue, form),
        shown: &shown,
    };
    part.exhibit(what)
}

/// The kind of period that a step asks to be looked along: "along" by the form's own, empty; "along-quarter" by a coarser one.
fn grain_of_step(what: &str) -> Option<&str> {
    match what.strip_prefix("along")? {
        "" => Some(""),
        rest => rest.strip_prefix('-'),
    }
}

/// What of a plan is of an indicator or a measure: of an indicator nothing else is read. A measure and an indicator may have
/// one name; only levels are looked at over units and along time by themselves.
fn named(plan: Plan, of: &str, what: &str) -> Option<Plan> {
    let alone = |label: &Text, all: &[Indicator]| {
        let own = all.iter().find(|it| it.id.as_str() == of)?;
        Some(Plan::Indicators(label.clone(), vec![own.clone()]))
    };
    let over = what == "units" || grain_of_step(what).is_some();
    match &plan {
        Plan::Indicators(label, all) => alone(label, all),
        Plan::Levels(id, _) if id.as_str() == of => Some(plan),
        Plan::Matrix(id, _) | Plan::Done(id, _) if id.as_str() == of && !over => Some(plan),
        Plan::Levels(_, all) | Plan::Matrix(_, all) | Plan::Done(_, all) => alone(&all.first()?.label, all),
    }
}

/// All that is told of a topic: the figures as a table, below the sentence that its page begins with.
fn all_figures(scope: &Scope<'_>, lang: Lang, subject: &Subject, figures: &TopicFigures) -> Exhibit {
    let ledger = scope.ledger;
    let plain = Exhibit::of(subject, figures_title(lang, figures));
    let title = |period| period_title(lang, period, ledger);
    let stated = leading(scope, figures);
    let headline = figures.headline().filter(|(_, figure)| figure.is_reported());
    let said = headline_said(lang, figures, ledger, scope.catalogue);
    let (finding, facts, coverage) = match (headline, &stated) {
        (Some((shown, figure)), _) => (
            said.unwrap_or_default(),
            std::iter::once(title(&shown.period))
                .chain(rests_on(lang, shown, figure, ledger))
                .collect(),
            (!shown.is_of_bloc()).then(|| figure.coverage().clone()),
        ),
        (None, Some(stated)) => (
            stated.said(lang),
            vec![title(&stated.statement.period), stated.statement.source.citation(lang)],
            None,
        ),
        (None, None) => (
            none_of(lang, &figures.topic.label, false),
            vec![title(&figures.asked)],
            None,
        ),
    };
    let of_units = headline.is_some_and(|(shown, _)| !shown.is_of_bloc());
    let as_of = headline.and_then(|(shown, _)| shown.as_of);
    let facts: Vec<String> = facts.into_iter().filter(|fact: &String| !fact.is_empty()).collect();
    Exhibit {
        finding,
        facts,
        as_of: as_of.or_else(|| stated.as_ref().and_then(|stated| stated.statement.source.date)),
        illustrative: of_units && ledger.is_demo(),
        table: tables::figures(lang, figures, scope),
        ..plain.covering(ledger, &coverage.unwrap_or_default())
    }
}

/// One part that is being shown.
struct Part<'a, 's> {
    scope: &'a Scope<'s>,
    lang: Lang,
    subject: &'a Subject,
    topic: &'a Topic,
    shown: &'a Shown,
}

impl Part<'_, '_> {
    fn exhibit(&self, what: &str) -> Option<Exhibit> {
        match (&self.shown.body, what) {
            (Body::Indicators(_), "units") => self.units(self.shown.figures.first()?),
            (Body::Indicators(_), what) if grain_of_step(what).is_some() => {
                Some(self.along(self.shown.figures.first()?, grain_of_step(what)?))
            }
            (Body::Levels(levels), "parts") => Some(self.levels(levels)),
            (Body::Levels(levels), "units") => self.levels_by_unit(levels),
            (Body::Levels(levels), "along") => Some(self.levels_by_year(levels)),
            (Body::Matrix(matrix), "matrix") => Some(self.matrix(matrix)),
            (Body::Done(done), "done") => Some(self.done(done)),
            _ => None,
        }
    }

    fn ledger(&self) -> &Ledger {
        self.scope.ledger
    }

    fn drawn(&self, money: bool) -> Drawn<'static> {
        Drawn::of(self.lang, self.topic, money)
    }

    /// What rests on facts that are known by now; what only the bloc committee reports has nobody missing.
    fn resting(&self, title: String, facts: Vec<String>, coverage: &Coverage) -> Exhibit {
        let shown = self.shown;
        let plain = Exhibit::of(self.subject, title);
        let plain = match shown.is_of_bloc() {
            true => plain,
            false => plain.covering(self.ledger(), coverage),
        };
        Exhibit {
            facts: std::iter::once(period_title(self.lang, &shown.period, self.ledger()))
                .chain(facts)
                .collect(),
            as_of: shown.as_of.filter(|_| shown.is_reported()),
            illustrative: shown.is_reported() && !shown.is_of_bloc() && self.ledger().is_demo(),
            ..plain
        }
    }

    fn of_figure(&self, figure: &Figure, what: &str) -> Exhibit {
        let (lang, ledger) = (self.lang, self.ledger());
        self.resting(
            indicator_title(lang, self.shown, figure, what, self.scope.catalogue),
            rests_on(lang, self.shown, figure, ledger),
            figure.coverage(),
        )
    }

    fn said(&self, figure: &Figure) -> String {
        paragraph([sentence(
            self.lang,
            self.shown,
            figure,
            self.ledger(),
            self.scope.catalogue,
        )])
    }

    fn units(&self, figure: &Figure) -> Option<Exhibit> {
        let (lang, ledger, shown, indicator) = (self.lang, self.ledger(), self.shown, &figure.indicator);
        if shown.is_of_bloc() || indicator.ratio {
            return None;
        }
        let money = is_money(self.scope.catalogue, indicator);
        let rows = by_unit(self.scope, &shown.form, indicator, &shown.period);
        let some = rows.iter().any(|(_, one)| one.is_reported());
        let bars = drawn::units(
            &rows,
            figure.target.as_ref(),
            (ledger, &shown.period),
            self.drawn(money),
        );
        Some(Exhibit {
            finding: units_headline(lang, indicator, &rows, money, ledger),
            sentence: self.said(figure),
            shape: some.then_some(Shape::RankedBars(bars)),
            table: tables::units(lang, indicator, &rows, (ledger, &shown.period), money),
            behind: match some {
                true => self.cells(&in_order(&rows, indicator)),
                false => Vec::new(),
            },
            ..self.of_figure(figure, "units")
        })
    }

    fn cells(&self, units: &[UnitId]) -> Vec<Behind> {
        cells_of_units(
            self.scope,
            self.lang,
            &self.shown.form.id,
            &self.shown.period,
            units.iter(),
        )
    }

    fn along(&self, figure: &Figure, grain: &str) -> Exhibit {
        let (lang, ledger, shown, indicator) = (self.lang, self.ledger(), self.shown, &figure.indicator);
        let money = is_money(self.scope.catalogue, indicator);
        let grain = grain_of(&shown.form, grain);
        let moments = moments(self.scope, &shown.form, indicator, &shown.period, grain);
        let drawn = self.drawn(money);
        let board = is_board(shown, figure);
        let finding = match board {
            true => board_sentence(lang, indicator, &moments, ledger),
            false => along_sentence(lang, indicator, &moments, money, ledger),
        };
        let shape = match indicator.denominator {
            None => Shape::MonthlyColumns(drawn::columns(&moments, drawn)),
            Some(_) if board => Shape::Bullets(drawn::board(&moments, ledger, drawn)),
            Some(_) => Shape::GroupedBars(drawn::rates(&moments, figure.target.as_ref(), ledger, drawn)),
        };
        let some = moments
            .iter()
            .any(|moment| moment.now.is_reported() || moment.sides.is_known());
        Exhibit {
            finding,
            sentence: self.said(figure),
            shape: some.then_some(shape),
            behind: behind::of_moments((self.scope, lang), shown, figure, &moments),
            table: tables::along(lang, &shown.form, &moments, (ledger, board, money)),
            ..self.of_figure(figure, "along")
        }
    }

    fn of_levels(&self, levels: &Levels, what: &str) -> Exhibit {
        let coverage = levels.levels.first().map(|(_, total)| total.coverage.clone());
        self.resting(
            levels_title(self.lang, self.shown, levels, what),
            levels_rest_on(self.lang, self.shown, levels, self.ledger()),
            &coverage.unwrap_or_default(),
        )
    }

    /// The units by their counts at each level; none where only the bloc committee reports.
    fn of_units(&self, levels: &Levels) -> LevelRows<UnitId> {
        match self.shown.is_of_bloc() {
            true => LevelRows::default(),
            false => levels_by_unit(self.scope, &self.shown.form, &key(levels), &self.shown.period),
        }
    }

    fn levels(&self, levels: &Levels) -> Exhibit {
        let (lang, ledger, shown) = (self.lang, self.ledger(), self.shown);
        let units = self.of_units(levels);
        let behind = levels.levels.iter().enumerate().map(|(at, (column, _))| {
            let counts = units.rows.iter().filter_map(|(unit, counts)| {
                let count: Count = *counts.as_ref()?.get(at)?;
                Some((unit.clone(), count))
            });
            let label = column.label.in_lang(lang);
            units_with(
                (lang, ledger, &shown.period),
                (column.key.to_string(), label),
                levels.counted.in_lang(lang),
                counts.collect(),
                &shown.form.id,
            )
        });
        let others = shown
            .figures
            .iter()
            .filter(|figure| figure.is_told() && figure.rate().is_some());
        let others = others.map(|figure| sentence(lang, shown, figure, ledger, self.scope.catalogue));
        Exhibit {
            finding: levels_sentence(lang, shown, levels, ledger),
            sentence: paragraph(others.chain(levels_limit(lang, levels))),
            shape: (levels.whole() > 0).then(|| Shape::StackedWhole(drawn::whole(levels, self.drawn(false)))),
            table: tables::levels(lang, levels),
            behind: behind.filter(|part| !part.table.rows.is_empty()).collect(),
            ..self.of_levels(levels, "parts")
        }
    }

    fn levels_by_unit(&self, levels: &Levels) -> Option<Exhibit> {
        let (lang, ledger, shown) = (self.lang, self.ledger(), self.shown);
        if shown.is_of_bloc() {
            return None;
        }
        let drawn = self.drawn(false);
        let units = self.of_units(levels);
        let named = |unit: &UnitId| (unit.to_string(), unit_name_in(ledger, unit, &shown.period));
        let limit = levels.limit.as_ref().filter(|limit| limit.is_of_each_unit());
        let (shape, table) = match levels.is_own_level() {
            true => {
                let sectors = levels_by_sector(self.scope, &shown.form, &key(levels), &shown.period);
                let named = |sector: &Option<SectorId>| {
                    let none = TOPICS.in_lang(lang).no_sector;
                    let name = sector_name(ledger, sector.as_ref(), lang, none);
                    (sector.as_ref().map_or_else(String::new, ToString::to_string), name)
                };
                (
                    drawn::level_rows(&sectors, named, None, drawn),
                    tables::own_levels(lang, &units, (ledger, &shown.period)),
                )
            }
            false => (
                drawn::level_rows(&units, named, limit.map(|limit| drawn::cap(limit, drawn)), drawn),
                tables::level_rows(lang, &units, TOPICS.in_lang(lang).unit, named, unit_place),
            ),
        };
        let all: Vec<UnitId> = units.rows.iter().map(|(unit, _)| unit.clone()).collect();
        Some(Exhibit {
            finding: match levels.is_own_level() {
                true => levels_sentence(lang, shown, levels, ledger),
                false => levels_units_sentence(lang, levels, &units, ledger),
            },
            sentence: match levels.is_own_level() {
                true => String::new(),
                false => paragraph([levels_sentence(lang, shown, levels, ledger)]),
            },
            shape: (levels.whole() > 0).then_some(Shape::StackedByUnit(shape)),
            table,
            behind: match levels.is_own_level() || levels.whole() == 0 {
                true => Vec::new(),
                false => self.cells(&all),
            },
            ..self.of_levels(levels, "units")
        })
    }

    fn levels_by_year(&self, levels: &Levels) -> Exhibit {
        let (lang, ledger, shown) = (self.lang, self.ledger(), self.shown);
        let years = levels_by_year(self.scope, &shown.form, &key(levels), &shown.period);
        let named = |year: &Period| (year.to_string(), period_title(lang, year, ledger));
        let rows = drawn::level_rows(&years, named, None, self.drawn(false));
        let words = TOPICS.in_lang(lang);
        Exhibit {
            finding: levels_along_sentence(lang, shown, levels, &years, ledger),
            shape: (!years.rows.is_empty()).then_some(Shape::StackedByUnit(rows)),
            table: tables::level_rows(lang, &years, words.period, named, |year| {
                entry_place(&shown.form.id, None, year)
            }),
            ..self.of_levels(levels, "along")
        }
    }

    fn matrix(&self, matrix: &Matrix) -> Exhibit {
        let (lang, ledger, shown) = (self.lang, self.ledger(), self.shown);
        let coverage = matrix.cells.iter().flatten().next().map(|total| total.coverage.clone());
        let shape = matrices::matrix(matrix, self.drawn(false)).map(|chart| match chart {
            matrices::MatrixChart::Groups(groups) => Shape::GroupedBars(groups),
            matrices::MatrixChart::Blocks(blocks) => Shape::Blocks(blocks),
        });
        let told = shown
            .figures
            .iter()
            .filter(|figure| figure.is_told() && figure.says_more());
        let told = told.map(|figure| sentence(lang, shown, figure, ledger, self.scope.catalogue));
        Exhibit {
            finding: matrix_sentence(lang, shown, matrix),
            sentence: paragraph(told),
            behind: behind::of_matrix((self.scope, lang), shown, matrix, shape.as_ref()),
            shape,
            table: tables::matrix(lang, matrix),
            ..self.resting(
                matrix.measure.label.in_lang(lang).to_owned(),
                matrix_rests_on(lang, shown, matrix, ledger),
                &coverage.unwrap_or_default(),
            )
        }
    }

    fn done(&self, done: &Done) -> Exhibit {
        let (lang, ledger, shown, words) = (self.lang, self.ledger(), self.shown, TOPICS.in_lang(self.lang));
        let coverage = done.coverage();
        let units = |key: &str, title: &str, units: &[UnitId]| {
            let row = |unit: &UnitId| {
                let name = Cell::text(unit_name_in(ledger, unit, &shown.period));
                Row::new(unit.to_string(), vec![name]).to(entry_place(&shown.form.id, Some(unit), &shown.period))
            };
            let columns = vec![Column::words(EXHIBITS.in_lang(lang).unit)];
            units_listed(lang, (key.to_owned(), title), columns, units.iter().map(row).collect())
        };
        let behind = [
            units("done", words.done, &done.done),
            units("not", words.not_done, &done.not),
        ];
        let some = shown.is_reported();
        Exhibit {
            finding: done_sentence(lang, done, ledger),
            shape: some.then(|| Shape::StackedWhole(drawn::done(done, self.drawn(false)))),
            table: tables::done(lang, done, (ledger, &shown.period)),
            behind: behind
                .into_iter()
                .filter(|part| some && !part.table.rows.is_empty())
                .collect(),
            ..self.resting(
                done.measure.label.in_lang(lang).to_owned(),
                done_rests_on(lang, shown, done, ledger),
                &coverage,
            )
        }
    }
}

fn key(levels: &Levels) -> CellKey {
    CellKey::of(&levels.measure.id, &[])
}

/// Units from one end of the ranking to the other, those that have not reported last.
fn in_order(rows: &[(UnitId, One)], indicator: &Indicator) -> Vec<UnitId> {
    let mut rates = Vec::new();
    let mut totals = Vec::new();
    for (unit, one) in rows {
        match one {
            One::Rate(rate) => rates.push((unit.clone(), (**rate).clone())),
            One::Total(total) => totals.push((unit.clone(), (**total).clone())),
        }
    }
    let rates = rank::by_rate(rates, indicator.direction);
    let totals = rank::by_total(totals, indicator.direction);
    let ranked = rates.rows.into_iter().map(|row| row.unit);
    let ranked = ranked.chain(totals.rows.into_iter().map(|row| row.unit));
    ranked.chain(rates.not_reported).chain(totals.not_reported).collect()
}
