//! A template's sections in their order, numbered: headings, paragraphs as figures or people have them, charts, annexes, the stamp.

use super::head::{foot, head};
use super::padded::padded;
use super::stale::stale;
use super::told::{Asked, Fact, facts, offers};
use super::{By, Composed, Piece, Title, Told, name_of, written_at, year_of_signing};
use crate::analysis::Scope;
use crate::catalogue::template::{Content, Part, Section, Template, Templates};
use crate::exhibit::study::list::drives_within;
use crate::exhibit::subject::Subject;
use crate::exhibit::{Exhibit, make};
use crate::model::letter_case::upper;
use crate::model::period::Period;
use crate::model::report::PeriodReport;
use crate::model::text::Lang;
use crate::model::unit::UnitKind;
use crate::report::period_name::period_name;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::facts::{Facts, facts as facts_line};
use crate::report::sentence::paragraph;
use crate::report::sentence::period_report::lacking;
use crate::state::route::Route;
use std::collections::HashSet;

/// Fills a template.
pub fn composed(
    scope: &Scope<'_>,
    lang: Lang,
    templates: &Templates,
    template: &Template,
    report: &PeriodReport,
) -> Composed {
    // Figures are seen from the period's last day: what came after it belongs to the next report.
    let end = scope.ledger.span(&report.period).map(|(_, end)| end);
    let seen = &scope.on(end.map_or(scope.today, |end| end.min(scope.today)));
    let asked = Asked {
        scope: seen,
        lang,
        period: &report.period,
        known_until: scope.today,
    };
    let pads = lang == Lang::Vi
        && templates
            .format_in(year_of_signing(scope))
            .is_some_and(|format| format.pad_counts);
    let mut filling = Filling {
        asked,
        report,
        pads,
        pieces: Vec::new(),
        annexes: Vec::new(),
        lacking: Vec::new(),
    };
    for (at, section) in templates.sections_of(template).enumerate() {
        filling.section(at, section);
    }
    let name = match report.name.is_empty() {
        true => name_of(lang, &template.label, &period_name(lang, &report.period, scope.ledger)),
        false => report.name.clone(),
    };
    Composed {
        lang,
        name,
        head: head(scope, lang, template, report),
        pieces: filling.pieces,
        foot: foot(scope, lang, template, report),
        annexes: filling.annexes,
        stamp: stamp(asked),
    }
}

struct Filling<'s, 'b> {
    asked: Asked<'s, 'b>,
    report: &'s PeriodReport,
    pads: bool,
    pieces: Vec<Piece>,
    annexes: Vec<Exhibit>,
    lacking: Vec<String>,
}

impl Filling<'_, '_> {
    fn section(&mut self, at: usize, section: &Section) {
        let title: String = section.title.in_lang(self.asked.lang).chars().map(upper).collect();
        self.heading(1, at, title);
        let mut numbered = 0;
        for part in &section.parts {
            let told = self.told(section, part);
            // What does not concern the bloc leaves no heading behind.
            if told.is_empty() {
                continue;
            }
            if let Some(heading) = &part.heading {
                self.heading(2, numbered, heading.in_lang(self.asked.lang).to_owned());
                numbered += 1;
            }
            let shown = told.iter().any(|told| told.by != By::LeftOut);
            self.pieces.extend(told.into_iter().map(Piece::Told));
            if shown {
                let charts = self
                    .exhibits(&part.charts)
                    .into_iter()
                    .filter(|of| of.shape.is_some() && of.is_table());
                self.pieces.extend(charts.map(|chart| Piece::Chart(Box::new(chart))));
                let annexes = self.exhibits(&part.annexes);
                self.annexes.extend(annexes.into_iter().filter(Exhibit::is_table));
            }
        }
    }

    fn heading(&mut self, level: u8, at: usize, text: String) {
        self.pieces.push(Piece::Heading(Title { level, at, text }));
    }

    fn told(&mut self, section: &Section, part: &Part) -> Vec<Told> {
        if let Content::Write(write) = &part.content {
            let told = Told {
                id: part.id.clone(),
                by: By::Nobody,
                prompt: write.prompt.in_lang(self.asked.lang).to_owned(),
                below: part
                    .heading
                    .as_ref()
                    .unwrap_or(&section.title)
                    .in_lang(self.asked.lang)
                    .to_owned(),
                help: offers(self.asked, &write.help),
                ..Told::default()
            };
            return vec![self.as_written(told)];
        }
        let facts = match &part.content {
            Content::Lacking if self.lacking.is_empty() => Vec::new(),
            Content::Lacking => vec![Fact {
                text: paragraph([lacking(&self.lacking)]),
                place: self.asked.at(Route::Returns),
                ..Fact::default()
            }],
            content => facts(self.asked, content),
        };
        for name in facts.iter().flat_map(|fact| &fact.lacking) {
            if !self.lacking.contains(name) {
                self.lacking.push(name.clone());
            }
        }
        let facts = facts.into_iter();
        facts.map(|fact| self.as_written(self.of_fact(part, fact))).collect()
    }

    fn of_fact(&self, part: &Part, fact: Fact) -> Told {
        let text = match self.pads {
            true => padded(&fact.text),
            false => fact.text,
        };
        Told {
            id: match fact.id.is_empty() {
                true => part.id.clone(),
                false => format!("{}.{}", part.id, fact.id),
            },
            computed: text.clone(),
            text,
            item: fact.item,
            place: fact.place,
            help: fact.help,
            ..Told::default()
        }
    }

    /// The paragraph as a person has it, where somebody wrote over it or left it out.
    fn as_written(&self, told: Told) -> Told {
        let place = written_at(self.asked.lang, &told.id);
        let Some(written) = self.report.written.get(&place) else {
            return told;
        };
        let by = match (written.left_out, written.text.trim().is_empty()) {
            (true, _) => By::LeftOut,
            (false, true) => return told,
            (false, false) => By::Person,
        };
        Told {
            by,
            stale: stale(written, &told.basis()),
            text: if written.left_out {
                String::new()
            } else {
                written.text.clone()
            },
            ..told
        }
    }

    /// The exhibits of subjects as a template writes them, without their period.
    fn exhibits(&self, subjects: &[String]) -> Vec<Exhibit> {
        let (scope, period) = (self.asked.scope, self.asked.period);
        let drives: Vec<String> = match period {
            Period::Drive(id) => vec![id.to_string()],
            period => {
                let begun = drives_within(scope.ledger, Some(period)).into_iter();
                let begun = begun.filter(|drive| drive.start <= scope.today);
                begun.map(|drive| drive.id.to_string()).rev().collect()
            }
        };
        let mut found = Vec::new();
        for subject in subjects {
            let paths: Vec<Vec<String>> = match subject.contains(DRIVE) {
                true => drives.iter().map(|drive| steps(subject, drive)).collect(),
                false => vec![steps(subject, "")],
            };
            for path in paths {
                let steps: Vec<&str> = path.iter().map(String::as_str).collect();
                found.extend(make(scope, self.asked.lang, &Subject::new(&steps, period.clone())));
            }
        }
        found
    }
}

/// Stands for a drive in a subject.
const DRIVE: &str = "{drive}";

fn steps(subject: &str, drive: &str) -> Vec<String> {
    subject
        .split('/')
        .map(|step| {
            if step == DRIVE {
                drive.to_owned()
            } else {
                step.to_owned()
            }
        })
        .collect()
}

/// The day of the figures, how many units have any in the period, and whether they are illustrative.
fn stamp(asked: Asked<'_, '_>) -> String {
    let Asked {
        scope, lang, period, ..
    } = asked;
    let ledger = scope.ledger;
    let used = scope.catalogue.forms().iter().filter(|form| {
        let used = ledger.profile.as_ref().is_none_or(|profile| profile.uses(&form.id));
        used && form.unit_kinds.iter().any(|kind| *kind != UnitKind::BlocCommittee)
    });
    let (mut expected, mut reported) = (HashSet::new(), HashSet::new());
    for form in used {
        let within = |of: &Period| period.contains(of) || of == period || drive_within(asked, of);
        let periods: Vec<_> = ledger.periods_of(&form.id).filter(|(of, _)| within(of)).collect();
        for unit in scope.units(&form.id, period) {
            expected.insert(unit.id.clone());
            let has = |of: &crate::model::ledger::ReturnsOfPeriod| of.get(&unit.id).is_some_and(|it| it.has_values());
            if periods.iter().any(|(_, returns)| has(returns)) {
                reported.insert(unit.id.clone());
            }
        }
    }
    let missing = expected.len() - reported.len();
    let end = ledger.span(period).map(|(_, end)| end.min(scope.today));
    let known = Facts {
        reach: (!expected.is_empty()).then(|| Reach {
            expected: expected.len(),
            missing: vec![String::new(); missing],
            partial: Vec::new(),
        }),
        as_of: end,
        ..Facts::default()
    };
    facts_line(lang, &known.with_illustrative(ledger.is_demo()))
}

fn drive_within(asked: Asked<'_, '_>, of: &Period) -> bool {
    matches!(of, Period::Drive(_)) && crate::analysis::reconcile::concerns(asked.scope.ledger, asked.period, of)
}
