//! What there is to show in a period: for who puts a deck or a report together.

use super::subject::Subject;
use super::{admission, at_end_of, study, targets, topics};
use crate::analysis::Scope;
use crate::analysis::completeness::matrix::Matrix;
use crate::i18n::admission::ADMISSION;
use crate::i18n::exhibits::{EXHIBITS, titled};
use crate::i18n::study::STUDY;
use crate::i18n::targets::TARGETS;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::capitalised;
use crate::report::sentence::target::target_name;

/// Something that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What it is of.
    pub subject: Subject,
    /// Its name.
    pub title: String,
    /// What it is listed under: a ground, a drive, a topic.
    pub group: String,
}

/// Everything that has figures in a period, ground by ground. Drives are those that touch the period.
pub fn offered(scope: &Scope<'_>, lang: Lang, period: &Period) -> Vec<Offered> {
    let mut all = Vec::new();
    of_drives(scope, lang, period, &mut all);
    of_admissions(scope, lang, period, &mut all);
    of_targets(scope, lang, period, &mut all);
    of_topics(scope, lang, period, &mut all);
    of_returns(scope, lang, period, &mut all);
    of_statements(scope, lang, period, &mut all);
    all
}

fn of_drives(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    let drives = study::list::drives_within(scope.ledger, Some(period));
    for drive in &drives {
        let Some(figures) = study::figures::read(scope, &drive.id, None) else {
            continue;
        };
        for what in study::shown::offered(&figures, scope.ledger) {
            all.push(Offered {
                subject: Subject::new(&["study", drive.id.as_str(), what], drive.period()),
                title: study::shown::title(lang, what),
                group: drive.name.clone(),
            });
        }
    }
    if study::list::units_and_drives(scope, &drives).0.len() > 1 {
        all.push(Offered {
            subject: Subject::new(&["study", "drives"], period.clone()),
            title: study::shown::title(lang, "drives"),
            group: STUDY.in_lang(lang).title.to_owned(),
        });
    }
}

fn of_admissions(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    let scope = &at_end_of(scope, period);
    let year = admission::figures::year_of(Some(period), scope.ledger, scope.today);
    let figures = admission::figures::read(scope, year);
    // A part of a year shows the year as it stood at its end.
    let period = match period {
        Period::Term(..) | Period::Drive(_) => Period::Year(year),
        part => part.clone(),
    };
    for what in admission::shown::offered(&figures) {
        all.push(Offered {
            subject: Subject::new(&["admission", what], period.clone()),
            title: admission::shown::title(lang, what),
            group: ADMISSION.in_lang(lang).title.to_owned(),
        });
    }
}

fn of_targets(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    let words = TARGETS.in_lang(lang);
    let shown = targets::figures::shown_period(period, scope.ledger, scope.today);
    let board = targets::figures::read(scope, &shown, targets::figures::Whose::Bloc);
    if board.items.is_empty() {
        return;
    }
    let group = || words.title.to_owned();
    all.push(Offered {
        subject: Subject::new(&["targets", "board"], period.clone()),
        title: words.chart.to_owned(),
        group: group(),
    });
    for item in &board.items {
        let target = item.target();
        all.push(Offered {
            subject: Subject::new(&["targets", target.id.as_str()], target.period.clone()),
            title: capitalised(&target_name(lang, target, scope.catalogue)),
            group: group(),
        });
    }
}

fn of_topics(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    for topic in scope.catalogue.topics() {
        let figures = topics::figures::read(scope, topic, period);
        for (steps, title) in topics::offered::offered(scope, lang, &figures) {
            let path: Vec<&str> = std::iter::once("topic")
                .chain(steps.iter().map(String::as_str))
                .collect();
            all.push(Offered {
                subject: Subject::new(&path, period.clone()),
                title,
                group: topic.label.in_lang(lang).to_owned(),
            });
        }
    }
}

fn of_returns(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    let words = EXHIBITS.in_lang(lang);
    let matrix = Matrix::of(scope, period, None);
    for column in &matrix.columns {
        let Some(paper) = matrix.papers.get(column.start) else {
            continue;
        };
        // Who has handed in what nobody was to hand in yet is nothing to show.
        let sum = matrix.sum(0..matrix.units.len(), column.clone());
        if sum.expected == sum.not_due {
            continue;
        }
        let Some(form) = scope.catalogue.form(&paper.form) else {
            continue;
        };
        all.push(Offered {
            subject: Subject::new(&["returns", form.id.as_str()], period.clone()),
            title: titled(words.returns, form.label.in_lang(lang)),
            group: words.returns_group.to_owned(),
        });
    }
}

fn of_statements(scope: &Scope<'_>, lang: Lang, period: &Period, all: &mut Vec<Offered>) {
    let words = EXHIBITS.in_lang(lang);
    let stated = super::stated::shown::published(scope, period);
    if !stated.is_empty() {
        all.push(Offered {
            subject: Subject::new(&["stated"], period.clone()),
            title: words.stated.to_owned(),
            group: words.stated.to_owned(),
        });
    }
    if !stated.differing.is_empty() {
        all.push(Offered {
            subject: Subject::new(&["stated", "differing"], period.clone()),
            title: words.differing.to_owned(),
            group: words.stated.to_owned(),
        });
    }
}
