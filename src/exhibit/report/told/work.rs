//! Admissions and topics.

use super::{Asked, Fact, differing, published};
use crate::analysis::Scope;
use crate::catalogue::topic::{Topic, TopicColour, TopicIcon};
use crate::exhibit::admission::figures::{AdmissionFigures, admission_form, read as read_year};
use crate::exhibit::admission::shown::finding;
use crate::exhibit::topics::figures::{Body, Figure, Shown, TopicFigures, Value, read};
use crate::exhibit::topics::worded::{done_sentence, levels_sentence, matrix_sentence, sentence};
use crate::model::date::Date;
use crate::model::id::FormId;
use crate::model::period::Period;
use crate::model::sort::SmallSort;
use crate::model::statement::{Realisation, Subject};
use crate::model::text::Text;
use crate::report::period_name::period_name;
use crate::report::sentence::admission::transfers;
use crate::report::sentence::coverage::Reach;
use crate::report::sentence::from_analysis::year_on_year;
use crate::report::sentence::pace::{PaceFact, even_pace};
use crate::report::sentence::period_report::{all_of_longer, no_figures, of_longer, so_far};
use crate::report::sentence::topic::reached;
use crate::report::sentence::words::name_inside;
use crate::state::route::Route;

/// Admissions and transfers: of a year against its target; of another period by themselves, and the year so far.
pub fn admission(asked: Asked<'_, '_>) -> Vec<Fact> {
    let Asked {
        scope, lang, period, ..
    } = asked;
    if !uses(scope, &admission_form(), period) {
        return Vec::new();
    }
    if let Period::Year(year) = period {
        let figures = read_year(scope, *year);
        return of_year(asked, &figures);
    }
    let mut facts = topic_facts(asked, &as_topic(), Route::Admission);
    let within_year = period.year().filter(|_| !matches!(period, Period::Term(..)));
    if let (Some(year), Some(end)) = (within_year, period.end()) {
        let seen = scope.on(end.min(scope.today));
        let figures = read_year(&seen, year);
        if figures.has_figures() && figures.target.is_some() {
            let from_start = ledger_start(scope, period) == Period::Year(year).start();
            let said = [so_far(lang, year, from_start, &finding(lang, &figures, scope.ledger))];
            facts.push(Fact::new(
                "year",
                said,
                asked.at_period(Route::Admission, &Period::Year(year)),
            ));
        }
    }
    facts
}

fn ledger_start(scope: &Scope<'_>, period: &Period) -> Option<Date> {
    scope.ledger.span(period).map(|(start, _)| start)
}

fn of_year(asked: Asked<'_, '_>, figures: &AdmissionFigures) -> Vec<Fact> {
    let Asked { scope, lang, .. } = asked;
    let mut said = vec![finding(lang, figures, scope.ledger)];
    if figures.has_figures() {
        let running = figures
            .achievement
            .as_ref()
            .filter(|it| it.realisation == Realisation::Ongoing);
        if let Some(found) = running.and_then(|it| it.pace.as_ref()) {
            said.push(even_pace(lang, &PaceFact::of(found)));
        }
        if figures.admitted.before.quantity.is_some() {
            said.push(year_on_year(lang, &figures.admitted));
        }
    }
    let admitted = Fact::new("admitted", said, asked.at(Route::Admission));
    let moved = &figures.transferred.now;
    let said = transfers(lang, moved.quantity, &Reach::of(&moved.coverage, scope.ledger));
    vec![admitted, Fact::new("transferred", [said], asked.at(Route::Admission))]
}

/// Admissions as a topic is read, for periods that have no page of their own.
fn as_topic() -> Topic {
    Topic {
        id: "admission".to_owned(),
        label: Text::default(),
        icon: TopicIcon::Tasks,
        colour: TopicColour::Green,
        forms: vec![admission_form()],
        headline: vec!["admitted".into()],
        beside: Vec::new(),
    }
}

/// A topic of the catalogue.
pub fn topic(asked: Asked<'_, '_>, id: &str) -> Vec<Fact> {
    let Some(topic) = asked.scope.catalogue.topic(id) else {
        return Vec::new();
    };
    topic_facts(asked, topic, Route::Topic(id.to_owned()))
}

/// Each part that is reported says its figures; what nobody has reported is named once, and what only a published report
/// says is said as such.
fn topic_facts(asked: Asked<'_, '_>, topic: &Topic, route: Route) -> Vec<Fact> {
    let Asked {
        scope, lang, period, ..
    } = asked;
    let figures = read(scope, topic, period);
    let mut reported: Vec<&Shown> = figures.parts.iter().filter(|part| part.is_reported()).collect();
    // A report tells forms in the topic's order, and how many before how they were judged.
    reported.small_sort_by_key(|part| {
        let form = topic.forms.iter().position(|form| *form == part.form.id);
        (form, !matches!(part.body, Body::Indicators(_)))
    });
    let lead = Lead::of(asked, &reported);
    let mut facts = Vec::new();
    if let Some(said) = lead.said(asked) {
        facts.push(Fact::new("of", said, asked.at(route.clone())));
    }
    for part in reported {
        let own = match lead.reach {
            Some(_) => None,
            None => shared(&reaches(asked, part)),
        };
        let part = Shown {
            said: lead.reach.as_ref().or(own.as_ref()).cloned(),
            ..part.clone()
        };
        let mut said = part_said(asked, &part);
        if let Some(reach) = &own {
            said.insert(0, reached(lang, reach, part.is_of_term()));
        }
        if !said.is_empty() {
            let mut fact = Fact::new(part_id(&part), said, asked.at_period(route.clone(), &part.period));
            if lead.time.is_none() {
                fact.text = in_its_time(asked, &part, fact.text);
            }
            facts.push(fact);
        }
    }
    let of_topic = |subject: &Subject| match subject {
        Subject::Cells { form, .. } => topic.forms.contains(form),
        Subject::Indicator { indicator, .. } => {
            let found = scope.catalogue.indicator(indicator);
            found.is_some_and(|found| topic.forms.contains(&found.form))
        }
        Subject::Units { .. } | Subject::Named { .. } => false,
    };
    let near = |of: &Period| of.contains(period) || period.contains(of);
    let stated = published(asked, period, |statement| {
        let whole = statement.part_of.as_ref();
        let whole = whole.and_then(|whole| scope.ledger.statements.iter().find(|it| it.id == *whole));
        let named = matches!(statement.subject, Subject::Named { .. });
        near(&statement.period)
            && (of_topic(&statement.subject) || (named && whole.is_some_and(|whole| of_topic(&whole.subject))))
    });
    if !stated.is_empty() {
        facts.push(Fact::new("published", stated, asked.at(route.clone())));
    }
    let only_stated = matches!(facts.as_slice(), [only] if only.id == "published");
    let lacking = lacking(asked, &figures);
    match facts.last_mut() {
        None if !lacking.is_empty() => facts.push(Fact::new("none", [no_figures(lang)], asked.at(route.clone()))),
        Some(last) if !only_stated => last.lacking = lacking,
        _ => {}
    }
    if let Some(first) = facts.first_mut() {
        first.help = differing(asked, of_topic);
    }
    facts
}

/// The name of a part: its form, and the measure or section.
fn part_id(part: &Shown) -> String {
    let of = match &part.body {
        Body::Indicators(_) => part.figures.first().map(|figure| figure.indicator.id.to_string()),
        Body::Levels(levels) => Some(levels.measure.id.to_string()),
        Body::Matrix(matrix) => Some(matrix.measure.id.to_string()),
        Body::Done(done) => Some(done.measure.id.to_string()),
    };
    format!("{}.{}", part.form.id, of.unwrap_or_default())
}

/// What several sentences of a topic rest on alike, said once before them.
#[derive(Default)]
struct Lead {
    /// Who reported.
    reach: Option<Reach>,
    /// Whether their period is a term.
    of_term: bool,
    /// The time that all figures are of, where it goes on after the report's.
    time: Option<(Period, Option<Date>)>,
}

impl Lead {
    fn of(asked: Asked<'_, '_>, reported: &[&Shown]) -> Lead {
        let mut lead = Lead::default();
        let times: Vec<_> = reported.iter().map(|part| longer_time(asked, part)).collect();
        if let [Some(first), rest @ ..] = times.as_slice()
            && !rest.is_empty()
            && rest.iter().all(|of| of.as_ref() == Some(first))
        {
            lead.time = Some(first.clone());
        }
        let of_units = || reported.iter().filter(|part| !part.is_of_bloc());
        let all: Vec<Reach> = of_units().flat_map(|part| reaches(asked, part)).collect();
        // What is not true of all of them is said where it is true.
        lead.reach = shared(&all).filter(|reach| all.iter().all(|other| other == reach));
        lead.of_term = of_units().all(|part| part.is_of_term());
        lead
    }

    fn said(&self, asked: Asked<'_, '_>) -> Option<Vec<String>> {
        let Asked { scope, lang, .. } = asked;
        let time = self.time.as_ref().map(|(of, day)| {
            let day = day.map(|day| day.format(lang));
            all_of_longer(lang, &period_name(lang, of, scope.ledger), day.as_deref())
        });
        let reach = self.reach.as_ref().map(|reach| reached(lang, reach, self.of_term));
        let said: Vec<String> = time.into_iter().chain(reach).collect();
        (!said.is_empty()).then_some(said)
    }
}

/// What several sentences would say of who reported.
fn shared(all: &[Reach]) -> Option<Reach> {
    let often = |reach: &Reach| all.iter().filter(|other| *other == reach).count() > 1;
    all.iter().find(|reach| !reach.is_complete() && often(reach)).cloned()
}

/// Who reported what each sentence of a part says; nothing to say of what the bloc committee reports.
fn reaches(asked: Asked<'_, '_>, part: &Shown) -> Vec<Reach> {
    if part.is_of_bloc() {
        return Vec::new();
    }
    let figures = part.figures.iter().filter(|figure| says_more(part, figure));
    let own = match &part.body {
        Body::Levels(levels) => levels.levels.first().map(|(_, total)| &total.coverage),
        Body::Indicators(_) | Body::Matrix(_) | Body::Done(_) => None,
    };
    let all = own.into_iter().chain(figures.map(Figure::coverage));
    all.map(|coverage| Reach::of(coverage, asked.scope.ledger)).collect()
}

/// The time of a part's figures and the day that they stand for, where it goes on after the report's: a year's return in the report
/// of its first half.
fn longer_time(asked: Asked<'_, '_>, part: &Shown) -> Option<(Period, Option<Date>)> {
    let Asked { scope, period, .. } = asked;
    if part.period == *period || period.contains(&part.period) {
        return None;
    }
    let end = scope.ledger.span(&part.period);
    let end = end.map(|(_, end)| end.min(asked.known_until));
    Some((part.period.clone(), part.stands_for().or(end)))
}

/// Figures of a time that goes on after the report's say so.
fn in_its_time(asked: Asked<'_, '_>, part: &Shown, said: String) -> String {
    let Asked { scope, lang, .. } = asked;
    let Some((of, day)) = longer_time(asked, part) else {
        return said;
    };
    let day = day.map(|day| day.format(lang));
    of_longer(lang, &period_name(lang, &of, scope.ledger), day.as_deref(), &said)
}

fn part_said(asked: Asked<'_, '_>, part: &Shown) -> Vec<String> {
    let Asked { scope, lang, .. } = asked;
    let (ledger, catalogue) = (scope.ledger, scope.catalogue);
    let more: Vec<&Figure> = part.figures.iter().filter(|figure| says_more(part, figure)).collect();
    let mut said = match &part.body {
        Body::Indicators(_) => Vec::new(),
        Body::Levels(levels) => vec![levels_sentence(lang, part, levels, ledger)],
        Body::Matrix(matrix) => vec![matrix_sentence(lang, part, matrix)],
        // Where everybody has said, the share says how many have and how many have not.
        Body::Done(done) if done.missing.is_empty() && !more.is_empty() => Vec::new(),
        Body::Done(done) => vec![done_sentence(lang, done, ledger)],
    };
    said.extend(
        more.into_iter()
            .map(|figure| sentence(lang, part, figure, ledger, catalogue)),
    );
    said
}

/// Whether a figure says more than the sentence of its part does: levels say how many there are at each with their shares, a matrix
/// says each of its cells.
fn says_more(part: &Shown, figure: &Figure) -> bool {
    if !figure.is_reported() {
        return false;
    }
    let Value::Rate { now, before, other, .. } = &figure.value else {
        return matches!(part.body, Body::Indicators(_));
    };
    // The mean of one thing is that thing.
    if now.ratio_hundredths().is_some() && now.denominator.count() <= 1 {
        return false;
    }
    match &part.body {
        Body::Indicators(_) | Body::Matrix(_) | Body::Done(_) => true,
        Body::Levels(levels) if levels.is_own_level() && part.is_of_bloc() => figure.target.is_some(),
        Body::Levels(levels) => {
            let differs = other.is_some_and(|(_, share)| Some(share) != now.percent);
            // Several levels together say more beside last year than each level does again.
            let together =
                now.denominator.count() == levels.whole() && !levels.counts().contains(&now.numerator.count());
            figure.target.is_some() || differs || before.is_some() && together
        }
    }
}

/// The parts without figures, by name, each once: of forms that the bloc uses.
fn lacking(asked: Asked<'_, '_>, figures: &TopicFigures) -> Vec<String> {
    let Asked { scope, lang, .. } = asked;
    let mut names: Vec<String> = Vec::new();
    let without = figures.parts.iter().filter(|part| !part.is_reported());
    for part in without.filter(|part| is_used(scope, &part.form.id)) {
        let name = name_inside(part.label().in_lang(lang));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn is_used(scope: &Scope<'_>, form: &FormId) -> bool {
    scope.ledger.profile.as_ref().is_none_or(|profile| profile.uses(form))
}

/// Whether a form concerns the bloc: it is used, or something was reported on it.
pub fn uses(scope: &Scope<'_>, form: &FormId, period: &Period) -> bool {
    let reported = || {
        let mut periods = scope.ledger.periods_of(form);
        periods.any(|(of, returns)| period.contains(of) && returns.values().any(|it| it.has_values()))
    };
    is_used(scope, form) || reported()
}
