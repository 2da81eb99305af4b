//! The parts of a template as facts: each a sentence or a few about one thing, with a name that stays and the page behind it.
//!
//! `study`: the drives; `work`: admissions and topics; `targets`: targets; `offered`: what figures offer to who writes.

mod offered;
mod study;
mod targets;
mod work;

use super::Offer;
use crate::analysis::Scope;
use crate::analysis::reconcile::{Agreement, Reconciliation, reconcile_where};
use crate::analysis::{aggregate, reconcile};
use crate::catalogue::template::Content;
use crate::model::date::Date;
use crate::model::id::IndicatorId;
use crate::model::indicator::Indicator;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::statement::{Realisation, StatedValue, Subject};
use crate::model::text::Lang;
use crate::model::unit::UnitKind;
use crate::report::period_name::period_name;
use crate::report::sentence::finding::{kinds_name, subject_name};
use crate::report::sentence::paragraph;
use crate::report::sentence::period_report::{Published, as_published, below, by_sector, organisations};
use crate::report::sentence::statement::{StatementFact, beside, reasons, stated};
use crate::report::sentence::words::name_inside;
use crate::state::route::{Place, Route};

/// A fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// Its name below that of its part.
    pub id: String,
    /// What it says, with full stops.
    pub text: String,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The page that shows its cells.
    pub place: String,
    /// What is offered beside it.
    pub help: Vec<Offer>,
    /// What of its part nobody has reported, by name: told once, at the end of the report's results.
    pub lacking: Vec<String>,
}

impl Fact {
    fn new<S: AsRef<str>>(id: impl Into<String>, sentences: impl IntoIterator<Item = S>, place: String) -> Fact {
        Fact {
            id: id.into(),
            text: paragraph(sentences),
            place,
            ..Fact::default()
        }
    }
}

/// What is asked: whose books, in which language, of which period.
#[derive(Clone, Copy)]
pub struct Asked<'s, 'b> {
    /// The books, seen on the day of the report.
    pub scope: &'s Scope<'b>,
    /// The language.
    pub lang: Lang,
    /// The period.
    pub period: &'s Period,
    /// The last day that anything is known of: later than the day that the scope is seen from where the period is over.
    pub known_until: Date,
}

impl Asked<'_, '_> {
    /// A page about the period, as the app writes its address.
    pub fn at(&self, route: Route) -> String {
        self.at_period(route, self.period)
    }

    fn at_period(&self, route: Route, period: &Period) -> String {
        let place = Place {
            route,
            period: Some(period.to_string()),
            ..Place::default()
        };
        place.to_url()
    }

    fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.scope.catalogue.indicator(&IndicatorId::new(id))
    }
}

/// The facts of a part; none where it does not concern the bloc. A place to write has none of its own.
pub fn facts(asked: Asked<'_, '_>, content: &Content) -> Vec<Fact> {
    match content {
        Content::Situation => vec![situation(asked)],
        Content::Studies => study::facts(asked),
        Content::Admission => work::admission(asked),
        Content::Topic(topic) => work::topic(asked, topic),
        Content::Targets => targets::targets(asked),
        Content::NextTargets => targets::next_targets(asked),
        Content::Lacking | Content::Write(_) => Vec::new(),
    }
}

pub use offered::offers;

/// Organisations, what is below them, their sectors, their members.
fn situation(asked: Asked<'_, '_>) -> Fact {
    let Asked {
        scope, lang, period, ..
    } = asked;
    let (ledger, end) = (scope.ledger, scope.ledger.span(period).map(|(_, end)| end));
    let day = end.map_or(scope.today, |end| end.min(scope.today));
    let bloc = ledger.profile.as_ref().map_or("", |profile| profile.name.as_str());
    let number = |kind: UnitKind| ledger.units.of_kinds(&scope.root, &[kind], day).len() as Count;
    let named = |kinds: &[UnitKind]| -> Vec<(Count, String)> {
        let one = |&kind: &UnitKind| (number(kind), name_inside(&kinds_name(lang, &[kind])));
        kinds.iter().map(one).collect()
    };
    let grassroots = [UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell];
    let parts = named(&grassroots);
    let whole: Count = parts.iter().map(|(number, _)| number).sum();
    let members = asked.indicator("members").and_then(|indicator| {
        let of = Period::of_kind_at(crate::model::period::PeriodKind::Month, day)?;
        // The last count stands: of the report's period, or of the time before it.
        let found = aggregate::total(scope, &indicator.form, &indicator.numerator, period).quantity;
        found.or_else(|| aggregate::total(scope, &indicator.form, &indicator.numerator, &of).quantity)
    });
    let units = ledger.units.grassroots(&scope.root, day);
    let of_sector = |id| units.iter().filter(|unit| unit.sector.as_ref() == Some(id)).count() as Count;
    let sectors: Vec<(String, Count)> = ledger
        .sectors
        .iter()
        .map(|sector| (name_inside(sector.label.in_lang(lang)), of_sector(&sector.id)))
        .collect();
    let lower_units = named(&[
        UnitKind::SectionalCommittee,
        UnitKind::SubordinateCell,
        UnitKind::MassOrganisation,
    ]);
    let said = [
        organisations(
            lang,
            &day.format(lang),
            bloc,
            (whole, &kinds_name(lang, &grassroots)),
            &parts,
            members,
        ),
        below(lang, &lower_units),
        by_sector(lang, &sectors),
    ];
    Fact {
        help: differing(asked, |subject| match subject {
            Subject::Units { .. } => true,
            Subject::Indicator { indicator, .. } => indicator.as_str() == "members",
            Subject::Cells { form, .. } => form.as_str() == "headcount",
            Subject::Named { .. } => false,
        }),
        ..Fact::new("", said, asked.at(Route::Units))
    }
}

/// What published reports state of the period and the counts do not bear out: a caution beside a fact, not on paper.
fn differing(asked: Asked<'_, '_>, of: impl Fn(&Subject) -> bool) -> Vec<Offer> {
    let Asked {
        scope, lang, period, ..
    } = asked;
    let all = reconcile::of_period(scope, period);
    let wrong = |one: &&Reconciliation| {
        of(&one.statement.subject) && (one.agreement == Agreement::Differs || one.parts_apart().is_some())
    };
    all.iter()
        .filter(wrong)
        .map(|one| {
            let said = beside(
                lang,
                &StatementFact {
                    label: subject_name(lang, scope.catalogue, &one.statement.subject),
                    stated: stated(lang, one.statement.value, one.statement.qualifier),
                    computed: one.figure.map(|figure| stated(lang, figure, one.computed_is())),
                    agrees: one.agreement == Agreement::Agrees,
                },
            );
            let why = reasons(lang, scope.ledger, one);
            Offer {
                text: paragraph(std::iter::once(said).chain(why)),
                place: asked.at(Route::Reconcile),
            }
        })
        .collect()
}

/// What only published reports say of something: percentages without counts, and what the catalogue has no measure for. Figures of
/// one period and one kind are told together; those of another period than `own` say which.
fn published(
    asked: Asked<'_, '_>,
    own: &Period,
    wanted: impl Fn(&crate::model::statement::Statement) -> bool,
) -> Vec<String> {
    let Asked { scope, lang, .. } = asked;
    let alone = reconcile_where(scope, wanted).into_iter().filter(|one| {
        one.agreement == Agreement::NotComparable
            && one.realisation != Realisation::Planned
            && one.statement.value != StatedValue::Some
    });
    let mut told: Vec<(Published, Vec<String>)> = Vec::new();
    for one in alone {
        let statement = &one.statement;
        let unknown = |indicator| scope.catalogue.indicator(indicator).is_none();
        if matches!(&statement.subject, Subject::Indicator { indicator, .. } if unknown(indicator)) {
            continue;
        }
        let other = (statement.period != *own).then(|| period_name(lang, &statement.period, scope.ledger));
        let of = Published {
            period: other,
            yearly: statement.subject.is_yearly_mean(),
            only_shares: matches!(statement.value, StatedValue::Percent(_)),
        };
        let said = format!(
            "{}\u{a0}{}",
            name_inside(&subject_name(lang, scope.catalogue, &statement.subject)),
            stated(lang, statement.value, statement.qualifier)
        );
        match told.iter_mut().find(|(kind, _)| *kind == of) {
            Some((_, all)) => all.push(said),
            None => told.push((of, vec![said])),
        }
    }
    let told = told.iter();
    told.map(|(of, said)| as_published(lang, of, said)).collect()
}
