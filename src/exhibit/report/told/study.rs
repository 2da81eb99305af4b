//! The study drives of a period: who studied, the work around it, the write-ups.

use super::work::uses;
use super::{Asked, Fact, published};
use crate::analysis::shares::of_sum;
use crate::exhibit::study::figures::{DriveFigures, WORK, read, study_form};
use crate::exhibit::study::list::drives_within;
use crate::exhibit::study::sentences::{copies, fact};
use crate::i18n::study::{days, realisation, write_ups};
use crate::model::drive::Drive;
use crate::model::period::Period;
use crate::model::statement::Realisation;
use crate::report::sentence::coverage::{Reach, completeness};
use crate::report::sentence::from_analysis::{counts, parts};
use crate::report::sentence::grades::grades;
use crate::report::sentence::paragraph;
use crate::report::sentence::period_report::{drive as drive_named, no_drive, none_studied};
use crate::report::sentence::share::{ShareFact, share, shares};
use crate::report::sentence::words::begun_small;
use crate::state::route::Route;

/// The work that write-ups are not part of: these have a sentence of their own.
const WITHOUT_GRADES: &str = "write_ups";

pub fn facts(asked: Asked<'_, '_>) -> Vec<Fact> {
    let ledger = asked.scope.ledger;
    let mut drives: Vec<Drive> = match asked.period {
        Period::Drive(id) => ledger.drive(id).cloned().into_iter().collect(),
        period => drives_within(ledger, Some(period)),
    };
    drives.reverse();
    drives.retain(|drive| drive.start <= asked.scope.today);
    if drives.is_empty() && !uses(asked.scope, &study_form(), asked.period) {
        return Vec::new();
    }
    if drives.is_empty() {
        return vec![Fact::new("none", [no_drive(asked.lang)], asked.at(Route::Study))];
    }
    drives.iter().flat_map(|drive| of_drive(asked, drive)).collect()
}

fn of_drive(asked: Asked<'_, '_>, drive: &Drive) -> Vec<Fact> {
    let Some(figures) = read(asked.scope, &drive.id, None) else {
        return Vec::new();
    };
    let place = || asked.at(Route::StudyDrive(drive.id.to_string()));
    let mut facts = vec![Fact::new(
        format!("{}.participation", drive.id),
        participation(asked, drive, &figures),
        place(),
    )];
    let mut add = |name: &str, said: Vec<String>| {
        if !said.is_empty() {
            facts.push(Fact::new(format!("{}.{name}", drive.id), said, place()));
        }
    };
    add("work", work(asked, &figures));
    add("grades", write_ups_graded(asked, &figures));
    if figures.has_figures() {
        add("published", published_of(asked, drive));
    }
    facts
}

/// What only published reports say of the drive.
fn published_of(asked: Asked<'_, '_>, drive: &Drive) -> Vec<String> {
    let of = drive.period();
    published(asked, &of, |statement| statement.period == of)
}

fn participation(asked: Asked<'_, '_>, drive: &Drive, figures: &DriveFigures) -> Vec<String> {
    let (lang, ledger) = (asked.lang, asked.scope.ledger);
    let citation = drive.document.citation(lang);
    // A document that is named as the drive is, or in its name, is named once.
    let number = citation.split(", ").next().unwrap_or_default();
    let citation = match drive.name.contains(number) {
        true => String::new(),
        false => citation,
    };
    let stage = match figures.realisation {
        Realisation::Ongoing => realisation(lang, Realisation::Ongoing),
        _ => "",
    };
    let name = drive_named(lang, &drive.name, &days(lang, drive.start, drive.end), &citation, stage);
    if !figures.has_figures() {
        let mut stated = published_of(asked, drive).into_iter();
        return match stated.next() {
            Some(first) => {
                let first = format!("{name}, {}", begun_small(&first));
                std::iter::once(first).chain(stated).collect()
            }
            None => vec![format!("{name}: {}", begun_small(none_studied(lang)))],
        };
    }
    let told: Vec<ShareFact<'_>> = figures
        .audiences
        .iter()
        .map(|it| {
            fact(
                &it.indicator,
                &it.rate,
                it.target.as_ref(),
                reach(asked, figures).as_ref(),
                ledger,
            )
        })
        .collect();
    let reached = reach(asked, figures).filter(|reach| !reach.is_complete());
    let reached = reached.map(|reach| completeness(lang, &reach));
    let said = paragraph(reached.into_iter().chain(shares(lang, &told)));
    vec![format!("{name}: {}", begun_small(&said))]
}

/// Who reported on the drive: said once, before its figures; a figure that others reported says so itself.
fn reach(asked: Asked<'_, '_>, figures: &DriveFigures) -> Option<Reach> {
    let main = figures.main()?;
    Some(Reach::of(main.rate.coverage(), asked.scope.ledger))
}

fn work(asked: Asked<'_, '_>, figures: &DriveFigures) -> Vec<String> {
    let (lang, ledger) = (asked.lang, asked.scope.ledger);
    let known = figures.work.iter().filter(|work| {
        let id = work.indicator.id.as_str();
        WORK.contains(&id) && id != WITHOUT_GRADES
    });
    let reach = reach(asked, figures);
    let told: Vec<ShareFact<'_>> = known
        .map(|it| fact(&it.indicator, &it.rate, it.target.as_ref(), reach.as_ref(), ledger))
        .collect();
    shares(lang, &told).into_iter().chain(copies(lang, figures)).collect()
}

fn write_ups_graded(asked: Asked<'_, '_>, figures: &DriveFigures) -> Vec<String> {
    let (lang, ledger) = (asked.lang, asked.scope.ledger);
    let all = &figures.grades.grades;
    let Some((_, first)) = all.first().filter(|_| figures.grades.whole() > 0) else {
        return Vec::new();
    };
    let percents = of_sum(&counts(all), 1);
    let said = reach(asked, figures);
    let reach = Reach::of(&first.coverage, ledger).unless_said(said.as_ref());
    let of_members = figures
        .work
        .iter()
        .filter(|work| work.indicator.id.as_str() == WITHOUT_GRADES);
    let of_members = of_members.map(|it| share(lang, &fact(&it.indicator, &it.rate, None, said.as_ref(), ledger)));
    of_members
        .chain([grades(lang, &write_ups(), &parts(all, &percents), &reach)])
        .collect()
}
