//! Study drives as exhibits: `study/<drive>/overview`, `participation`, `progress`, `grades`, `grades-by-unit`, `sectors`,
//! `missing`; `study/drives`, units × drives.

use super::drawn::{self, full_name, sector_name};
use super::figures::{DriveFigures, read, study_form};
use super::list::{UnitAndDrives, drives_within, stated_share, units_and_drives};
use super::sentences;
use super::tables;
use crate::analysis::{Coverage, Scope, rank};
use crate::charts::Shape;
use crate::charts::lines::ProgressLine;
use crate::exhibit::behind::{cells_of_units, units_listed, units_with};
use crate::exhibit::cells::{count, entry_place};
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit, seen_until};
use crate::i18n::exhibits::{EXHIBITS, titled};
use crate::i18n::presenting::figures_until;
use crate::i18n::study::STUDY;
use crate::i18n::ui::UI;
use crate::model::date::Date;
use crate::model::drive::Drive;
use crate::model::id::{DriveId, OptionId, UnitId};
use crate::model::indicator::Direction;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::Facts;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::report::sentence::paragraph;
use crate::report::table::{Cell, Column, Row};

/// So many cells of units × drives have with them what was entered.
const MOST_CELLS: usize = 600;

/// Makes the exhibit that the steps below `study` name.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    let (drive, what) = match steps {
        ["drives"] => return all_drives(scope, lang, subject),
        [drive, what] => (DriveId::new(*drive), *what),
        _ => return None,
    };
    let audience = subject.audience.as_ref().map(OptionId::as_str);
    let figures = read(scope, &drive, audience)?;
    let one = One {
        scope,
        lang,
        subject,
        figures: &figures,
        period: figures.drive.period(),
    };
    match what {
        "overview" => Some(one.overview()),
        "participation" => Some(one.participation()),
        "sectors" => one.sectors(),
        "progress" => Some(one.progress()),
        "grades" => Some(one.grades()),
        "grades-by-unit" => Some(one.grades_by_unit()),
        "missing" => Some(one.missing()),
        _ => None,
    }
}

/// What of a drive there is to show now: the last step of each subject.
pub fn offered(figures: &DriveFigures, ledger: &Ledger) -> Vec<&'static str> {
    let counted = figures.has_figures();
    let stated = figures
        .main()
        .is_some_and(|main| stated_share(ledger, &figures.drive, &main.indicator).is_some());
    let graded = figures.grades.whole() > 0;
    let missing = figures
        .main()
        .is_some_and(|main| !main.rate.coverage().missing.is_empty());
    [
        (counted || stated, "overview"),
        (figures.has_units(), "participation"),
        (figures.has_units() && figures.sectors.len() > 1, "sectors"),
        (!figures.progress.days.is_empty(), "progress"),
        (graded, "grades"),
        (graded, "grades-by-unit"),
        (counted && missing, "missing"),
    ]
    .into_iter()
    .filter_map(|(there, what)| there.then_some(what))
    .collect()
}

/// The name of an exhibit of a drive.
pub fn title(lang: Lang, what: &str) -> String {
    let w = STUDY.in_lang(lang);
    match what {
        "overview" => EXHIBITS.in_lang(lang).overview.to_owned(),
        "participation" => titled(w.participation, w.by_unit),
        "sectors" => titled(w.participation, w.by_sector),
        "progress" => w.progress_line.to_owned(),
        "grades" => w.grades.to_owned(),
        "grades-by-unit" => titled(w.grades, w.by_unit),
        "missing" => EXHIBITS.in_lang(lang).missing.to_owned(),
        _ => w.heat.to_owned(),
    }
}

/// One drive that is being shown.
struct One<'a, 's> {
    scope: &'a Scope<'s>,
    lang: Lang,
    subject: &'a Subject,
    figures: &'a DriveFigures,
    period: Period,
}

impl One<'_, '_> {
    /// An exhibit that rests on the participation of the main audience.
    fn resting(&self, what: &str) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let plain = Exhibit::of(self.subject, title(lang, what));
        match self.figures.main() {
            Some(main) => {
                let known = self.known(Facts::of_rate(&main.rate, ledger));
                plain.resting_on(lang, ledger, &self.period, &known, main.rate.coverage())
            }
            None => plain.resting_on(lang, ledger, &self.period, &Facts::default(), &Coverage::default()),
        }
    }

    /// With the day that the figures stand for, and that those of a demo's units are made up.
    fn known(&self, found: Facts) -> Facts {
        let some = self.figures.has_figures();
        let as_of = found.as_of.or_else(|| seen_until(self.scope, &self.period));
        Facts {
            as_of: as_of.filter(|_| some),
            ..found
        }
        .with_illustrative(some && self.scope.ledger.is_demo())
    }

    /// An exhibit that rests on the write-ups.
    fn resting_on_grades(&self, what: &str) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let plain = Exhibit::of(self.subject, title(lang, what));
        match self.figures.grades.grades.first() {
            Some((_, total)) => {
                let known = Facts {
                    total: None,
                    ..Facts::of_total(total, ledger)
                };
                plain.resting_on(lang, ledger, &self.period, &self.known(known), &total.coverage)
            }
            None => plain.resting_on(lang, ledger, &self.period, &Facts::default(), &Coverage::default()),
        }
    }

    fn overview(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let rates = drawn::overview(self.figures, lang);
        let some = rates.series.iter().any(|series| !series.amounts.is_empty());
        Exhibit {
            finding: sentences::finding(lang, self.figures, ledger),
            sentence: paragraph(sentences::work(lang, self.figures, ledger)),
            shape: (some && self.figures.has_figures()).then_some(Shape::GroupedBars(rates)),
            table: tables::overview(lang, self.figures),
            ..self.resting("overview")
        }
    }

    fn participation(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let ranked = rank::by_rate(self.figures.units.clone(), Direction::Higher);
        let units: Vec<&UnitId> = ranked
            .rows
            .iter()
            .map(|row| &row.unit)
            .chain(&ranked.not_reported)
            .collect();
        let bars = drawn::units(self.figures, ledger, lang, UI.in_lang(lang).target);
        Exhibit {
            finding: sentences::units_headline(lang, self.figures, ledger),
            sentence: paragraph([
                sentences::finding(lang, self.figures, ledger),
                sentences::missing(lang, self.figures, ledger),
            ]),
            shape: self.figures.has_units().then_some(Shape::RankedBars(bars)),
            table: tables::units(lang, self.figures, &ranked, ledger),
            behind: self.cells(units.into_iter()),
            ..self.resting("participation")
        }
    }

    fn cells<'u>(&self, units: impl ExactSizeIterator<Item = &'u UnitId>) -> Vec<Behind> {
        match self.figures.has_figures() {
            true => cells_of_units(self.scope, self.lang, &study_form(), &self.period, units),
            false => Vec::new(),
        }
    }

    fn sectors(&self) -> Option<Exhibit> {
        let (lang, ledger, w) = (self.lang, self.scope.ledger, STUDY.in_lang(self.lang));
        if self.figures.sectors.is_empty() {
            return None;
        }
        let bars = drawn::sectors(self.figures, ledger, lang, w.no_sector, UI.in_lang(lang).target);
        let mut behind: Vec<Behind> = Vec::new();
        for (sector, _) in &self.figures.sectors {
            let of_sector = |unit: &UnitId| {
                let unit = ledger.units.get(unit);
                let own = unit.and_then(|unit| unit.sector.as_ref());
                own.filter(|id| ledger.sectors.iter().any(|known| known.id == **id)) == sector.as_ref()
            };
            let rates = self.figures.units.iter().filter(|(unit, _)| of_sector(unit)).cloned();
            let ranked = rank::by_rate(rates.collect(), Direction::Higher);
            let name = sector_name(ledger, sector.as_ref(), lang, w.no_sector);
            let table = tables::units(lang, self.figures, &ranked, ledger);
            behind.push(units_listed(
                lang,
                (sector.as_ref().map_or_else(String::new, ToString::to_string), &name),
                table.columns,
                table.rows,
            ));
        }
        Some(Exhibit {
            finding: sentences::sectors(lang, self.figures, ledger),
            sentence: paragraph([sentences::finding(lang, self.figures, ledger)]),
            shape: self.figures.has_units().then_some(Shape::GroupedBars(bars)),
            table: tables::sectors(lang, self.figures, ledger),
            behind,
            ..self.resting("sectors")
        })
    }

    fn progress(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let target = self.figures.main().and_then(|main| main.target.as_ref());
        let whole = sentences::invited(self.figures);
        let line = drawn::progress(
            &self.figures.progress,
            &self.figures.drive,
            whole,
            target,
            lang,
            UI.in_lang(lang).target,
        );
        let some = !self.figures.progress.days.is_empty();
        Exhibit {
            behind: self.units_by_day(&line),
            finding: sentences::progress(lang, self.figures),
            sentence: paragraph([sentences::finding(lang, self.figures, ledger)]),
            shape: some.then_some(Shape::ProgressLine(line)),
            table: tables::days(lang, self.figures),
            ..self.resting("progress")
        }
    }

    /// The units that had reported by each day that is drawn, the latest first.
    fn units_by_day(&self, line: &ProgressLine) -> Vec<Behind> {
        let (lang, ledger, w) = (self.lang, self.scope.ledger, STUDY.in_lang(self.lang));
        let columns = || {
            vec![
                Column::words(EXHIBITS.in_lang(lang).unit),
                Column::words(w.column_day),
                Column::figures(w.attended),
            ]
        };
        let row = |(date, unit, some): &(Date, UnitId, Count)| {
            let cells = vec![
                Cell::text(unit_name_in(ledger, unit, &self.period)),
                Cell::text(date.format(lang)),
                count(lang, *some),
            ];
            Row::new(unit.to_string(), cells).to(entry_place(&study_form(), Some(unit), &self.period))
        };
        let drawn = line.steps.iter().zip(&line.done).filter(|(_, done)| done.is_some());
        let behind = drawn.filter_map(|(step, _)| {
            let day: Date = step.key.parse().ok()?;
            let until = self
                .figures
                .progress
                .reported
                .iter()
                .rev()
                .filter(|(date, ..)| *date <= day);
            let title = figures_until(lang, day);
            Some(units_listed(
                lang,
                (step.key.clone(), &title),
                columns(),
                until.map(row).collect(),
            ))
        });
        behind.filter(|part| !part.table.rows.is_empty()).collect()
    }

    fn grades(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let grades = &self.figures.grades;
        let whole = drawn::grades(grades, lang, STUDY.in_lang(lang).not_graded);
        let behind = grades.grades.iter().enumerate().map(|(at, (column, _))| {
            let counts = grades.units.iter().filter_map(|(unit, counts)| {
                let count: Count = *counts.as_ref()?.get(at)?;
                Some((unit.clone(), count))
            });
            let label = column.label.in_lang(lang);
            units_with(
                (lang, ledger, &self.period),
                (column.key.to_string(), label),
                label,
                counts.collect(),
                &study_form(),
            )
        });
        Exhibit {
            finding: sentences::grades_whole(lang, self.figures, ledger),
            shape: (grades.whole() > 0).then_some(Shape::StackedWhole(whole)),
            table: tables::grades(lang, grades),
            behind: behind.filter(|part| !part.table.rows.is_empty()).collect(),
            ..self.resting_on_grades("grades")
        }
    }

    fn grades_by_unit(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        let grades = &self.figures.grades;
        Exhibit {
            finding: sentences::grades_by_unit(lang, self.figures, ledger),
            sentence: paragraph([sentences::grades_whole(lang, self.figures, ledger)]),
            shape: (grades.whole() > 0).then(|| Shape::StackedByUnit(drawn::grades_by_unit(grades, ledger, lang))),
            table: tables::grades_by_unit(lang, grades, ledger),
            behind: self.cells(
                grades
                    .units
                    .iter()
                    .map(|(unit, _)| unit)
                    .collect::<Vec<_>>()
                    .into_iter(),
            ),
            ..self.resting_on_grades("grades-by-unit")
        }
    }

    fn missing(&self) -> Exhibit {
        let (lang, ledger) = (self.lang, self.scope.ledger);
        Exhibit {
            finding: sentences::who_reported(lang, self.figures, ledger),
            sentence: paragraph([sentences::finding(lang, self.figures, ledger)]),
            table: tables::missing(self.scope, lang, &self.figures.drive),
            ..self.resting("missing")
        }
    }
}

/// Units × drives of the period; of a drive's or a month's, those of its year.
fn all_drives(scope: &Scope<'_>, lang: Lang, subject: &Subject) -> Option<Exhibit> {
    let period = list_period(scope.ledger, &subject.period);
    let listed: Vec<Drive> = drives_within(scope.ledger, Some(&period));
    let (drives, rows) = units_and_drives(scope, &listed);
    let ledger = scope.ledger;
    let coverage = coverage_of(&rows);
    let known = Facts {
        reach: Some(Reach::of(&coverage, ledger)),
        as_of: seen_until(scope, &period),
        ..Facts::default()
    }
    .with_illustrative(ledger.is_demo());
    let known = if rows.is_empty() { Facts::default() } else { known };
    let plain = Exhibit::of(subject, title(lang, "drives"));
    let named = |(unit, _): &UnitAndDrives| full_name(ledger, unit);
    Some(Exhibit {
        behind: cells_of_drives(scope, lang, &drives, &rows),
        finding: sentences::heat(lang, scope.catalogue, &drives, &rows),
        sentence: sentences::without_counts(scope, lang, &listed),
        shape: (!rows.is_empty()).then(|| Shape::HeatMap(drawn::heat(&drives, &rows, ledger))),
        table: tables::heat(lang, &drives, &rows, named),
        ..plain.resting_on(lang, ledger, &period, &known, &coverage)
    })
}

/// What is behind the cells of units × drives: what each unit entered for each drive. Of many units those that stand first.
fn cells_of_drives(scope: &Scope<'_>, lang: Lang, drives: &[Drive], rows: &[UnitAndDrives]) -> Vec<Behind> {
    let most = MOST_CELLS / drives.len().max(1);
    let of_drive = |(at, drive): (usize, &Drive)| {
        let has = |(_, cells): &&UnitAndDrives| cells.get(at).is_some_and(Option::is_some);
        let units: Vec<&UnitId> = rows.iter().filter(has).map(|(unit, _)| unit).take(most).collect();
        let found = cells_of_units(scope, lang, &study_form(), &drive.period(), units.into_iter());
        let named = |behind: Behind| Behind {
            key: format!("{}|{}", behind.key, drive.id),
            title: format!("{} · {}", behind.title, drive.name),
            ..behind
        };
        found.into_iter().map(named).collect::<Vec<_>>()
    };
    drives.iter().enumerate().flat_map(of_drive).collect()
}

fn list_period(ledger: &Ledger, period: &Period) -> Period {
    let end = ledger.span(period).map(|(_, end)| end);
    match (period, end) {
        (Period::Drive(_), Some(end)) => Period::Year(end.year()),
        _ => period.clone(),
    }
}

/// Who has reported any of the drives.
fn coverage_of(rows: &[UnitAndDrives]) -> Coverage {
    let mut coverage = Coverage::default();
    for (unit, cells) in rows {
        let asked = || cells.iter().flatten();
        let reported = asked().filter(|rate| rate.exact.is_some()).count();
        coverage.expected.push(unit.clone());
        match reported {
            0 => coverage.missing.push(unit.clone()),
            some if some < asked().count() => coverage.partial.push(unit.clone()),
            _ => {}
        }
    }
    coverage
}
