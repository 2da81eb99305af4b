//! What reports state beside what the counts give, sorted by how it stands; what does not agree with the rest of its
//! family (a whole and the parts that the report names). And each as a row of a table.

use crate::analysis::Scope;
use crate::analysis::reconcile::{Agreement, Reconciliation};
use crate::analysis::rules::findings_of_statement;
use crate::catalogue::Catalogue;
use crate::i18n::findings::part_of;
use crate::model::document::DocumentRef;
use crate::model::ledger::Ledger;
use crate::model::sort::SmallSort;
use crate::model::statement::{Realisation, StatedValue, Statement, Subject};
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::finding::subject_name;
use crate::report::sentence::statement::{comparison, reasons, stated};
use crate::report::sentence::words::capitalised;
use std::cmp::Reverse;
use std::collections::HashMap;

/// How a statement stands, for its icon and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is not what the counts give, or not the sum of its own parts.
    Differs,
    /// It speaks of a day after the report.
    Plan,
    /// There is nothing to hold it against.
    Alone,
    /// It agrees.
    Agrees,
}

impl Verdict {
    /// The verdict on a statement.
    pub fn of(one: &Reconciliation) -> Verdict {
        match one.agreement {
            _ if one.realisation == Realisation::Planned => Verdict::Plan,
            Agreement::Differs => Verdict::Differs,
            _ if one.parts_apart().is_some() => Verdict::Differs,
            Agreement::Agrees => Verdict::Agrees,
            Agreement::NotComparable => Verdict::Alone,
        }
    }
}

/// The statements of a period by how they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// What does not agree, with the rest of its family.
    pub differing: Vec<Reconciliation>,
    /// Plans.
    pub planned: Vec<Reconciliation>,
    /// What has nothing to be compared with.
    pub alone: Vec<Reconciliation>,
    /// What agrees.
    pub agreeing: Vec<Reconciliation>,
}

impl Published {
    /// Sorts statements. A family in which something does not agree stays together, the whole first and then its parts
    /// from the largest; a part whose whole is not among them is a family of its own.
    pub fn of(all: Vec<Reconciliation>) -> Published {
        let places: HashMap<_, usize> = all
            .iter()
            .enumerate()
            .map(|(at, one)| (one.statement.id.clone(), at))
            .collect();
        let mut families: Vec<Vec<Reconciliation>> = vec![Vec::new(); all.len()];
        for (at, one) in all.into_iter().enumerate() {
            // One level only: a part of a part stands with its own whole.
            let whole = one.statement.part_of.as_ref().and_then(|whole| places.get(whole));
            families[whole.copied().unwrap_or(at)].push(one);
        }
        let mut published = Published::default();
        for mut family in families {
            if family.iter().any(|one| Verdict::of(one) == Verdict::Differs) {
                family.small_sort_by_key(|one| (one.statement.part_of.is_some(), Reverse(size(one))));
                published.differing.extend(family);
                continue;
            }
            for one in family {
                match Verdict::of(&one) {
                    Verdict::Plan => published.planned.push(one),
                    Verdict::Alone => published.alone.push(one),
                    Verdict::Differs | Verdict::Agrees => published.agreeing.push(one),
                }
            }
        }
        published
    }

    /// The one document that states it all; `None` where there are several, or it is not known.
    pub fn source(&self) -> Option<&DocumentRef> {
        let lists = [&self.differing, &self.planned, &self.alone, &self.agreeing];
        let mut sources = lists.into_iter().flatten().map(|one| &one.statement.source);
        let first = sources.next()?;
        sources.all(|source| source == first).then_some(first)
    }

    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        self.differing.is_empty() && self.planned.is_empty() && self.alone.is_empty() && self.agreeing.is_empty()
    }
}

fn size(one: &Reconciliation) -> i128 {
    match one.statement.value {
        StatedValue::Count(count) => i128::from(count),
        StatedValue::Percent(percent) => i128::from(percent.hundredths()),
        StatedValue::Some => 0,
    }
}

/// A statement as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it speaks of.
    pub subject: String,
    /// The period that it speaks of.
    pub period: String,
    /// What it is a part of, where it is one.
    pub part_of: String,
    /// As stated, with how exact it is.
    pub stated: String,
    /// As computed; `None` without counts.
    pub computed: Option<String>,
    /// How the two compare.
    pub comparison: String,
    /// For its icon and colour.
    pub verdict: Verdict,
    /// Why they may differ, and how a person has explained it.
    pub why: Vec<String>,
    /// The document.
    pub source: String,
}

impl Line {
    /// The row of a statement.
    pub fn of(lang: Lang, scope: &Scope<'_>, one: &Reconciliation) -> Line {
        let (ledger, catalogue) = (scope.ledger, scope.catalogue);
        let statement = &one.statement;
        let mut why = reasons(lang, ledger, one);
        let explained = findings_of_statement(scope, one);
        why.extend(
            explained
                .iter()
                .filter_map(|found| Some(format!("“{}”", found.explanation()?.text))),
        );
        Line {
            subject: subject(lang, catalogue, statement),
            period: period_title(lang, &statement.period, ledger),
            part_of: whole_name(lang, ledger, catalogue, one).map_or_else(String::new, |whole| part_of(lang, &whole)),
            stated: stated(lang, statement.value, statement.qualifier),
            computed: one.figure.map(|figure| stated(lang, figure, one.computed_is())),
            comparison: comparison(lang, one),
            verdict: Verdict::of(one),
            why,
            source: statement.source.citation(lang),
        }
    }
}

/// What a statement speaks of. A number of things that the catalogue has the rate of is named by what it counts: a
/// row "Tỷ lệ … hoàn thành xuất sắc: 9" reads as a mistake.
fn subject(lang: Lang, catalogue: &Catalogue, statement: &Statement) -> String {
    match (&statement.subject, statement.value) {
        (Subject::Indicator { indicator, .. }, StatedValue::Count(_)) => catalogue
            .indicator(indicator)
            .filter(|found| found.denominator.is_some())
            .map(|found| capitalised(found.counts.in_lang(lang))),
        _ => None,
    }
    .unwrap_or_else(|| subject_name(lang, catalogue, &statement.subject))
}

fn whole_name(lang: Lang, ledger: &Ledger, catalogue: &Catalogue, one: &Reconciliation) -> Option<String> {
    let whole = one.statement.part_of.as_ref()?;
    let whole = ledger.statements.iter().find(|statement| statement.id == *whole)?;
    Some(subject_name(lang, catalogue, &whole.subject))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::reconcile::of_period;
    use crate::demo;
    use crate::model::date::Date;
    use crate::model::period::Period;

    fn published<T>(demo: &str, year: i32, ask: impl FnOnce(&Scope<'_>, Published) -> T) -> T {
        let ledger = Ledger::from_records(&demo::load(demo).unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        let all = of_period(&scope, &Period::Year(year));
        ask(&scope, Published::of(all))
    }

    #[test]
    fn a_whole_and_its_parts_stand_together() {
        published("hoa-binh-2022", 2022, |scope, published| {
            let lines: Vec<Line> = published
                .differing
                .iter()
                .map(|one| Line::of(Lang::Vi, scope, one))
                .collect();
            let told: Vec<_> = lines
                .iter()
                .map(|line| (line.stated.as_str(), line.comparison.as_str()))
                .collect();
            assert_eq!(
                told,
                [("73", "báo cáo nêu nhiều hơn 1"), ("46", "khớp"), ("26", "khớp")]
            );
            assert_eq!(lines[0].computed.as_deref(), Some("72"));
            assert_eq!(lines[1].part_of, "một phần của “Tổ chức cơ sở đảng”");
            assert!(lines[0].source.contains("23/11/2022"));
            assert!(published.source().is_some());
            let members = published.agreeing.iter().map(|one| Line::of(Lang::Vi, scope, one));
            assert!(members.into_iter().any(|line| line.stated == "hơn 4.200"));
        });
    }

    #[test]
    fn a_number_of_things_is_not_named_as_their_rate() {
        published("agencies-2023", 2023, |scope, published| {
            let all = [
                published.differing,
                published.planned,
                published.alone,
                published.agreeing,
            ]
            .concat();
            let told: Vec<(String, String)> = all
                .iter()
                .map(|one| Line::of(Lang::Vi, scope, one))
                .map(|line| (line.subject, line.stated))
                .collect();
            let mut numbers = told.iter().filter(|(_, stated)| !stated.ends_with('%'));
            assert!(numbers.all(|(subject, _)| !subject.starts_with("Tỷ lệ")), "{told:?}");
            let excellent = ("Nhiệm vụ trọng tâm hoàn thành xuất sắc".to_owned(), "9".to_owned());
            assert!(told.contains(&excellent), "{told:?}");
        });
    }

    #[test]
    fn all_that_the_first_report_states_agrees_or_stands_alone() {
        published("hoa-binh-2021", 2021, |_, published| {
            assert_eq!(published.differing, []);
            assert!(published.agreeing.len() >= 14 && !published.alone.is_empty());
        });
        published("hoa-binh-2021", 2019, |_, published| assert!(published.is_empty()));
    }
}
