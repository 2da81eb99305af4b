//! A published text read for its figures: each number with the words around it, what it may be of, and the statements made of them.
//!
//! Nothing is decided here for a person: what a number is of is guessed from the words beside it, shown, and can be chosen anew.

use crate::catalogue::Catalogue;
use crate::exhibit::report::numbers::numbers;
use crate::model::document::DocumentRef;
use crate::model::fold::fold;
use crate::model::id::{StatementId, UnitId};
use crate::model::letter_case::lowered;
use crate::model::number::{TypedCount, parse_count, parse_percent};
use crate::model::period::Period;
use crate::model::quantity::Qualifier;
use crate::model::sort::SmallSort;
use crate::model::statement::{StatedValue, Statement, Subject};
use crate::model::text::Lang;
use crate::model::unit::UnitKind;
use crate::report::sentence::finding::{kinds_name, subject_name};
use crate::report::sentence::words::capitalised;
use std::collections::HashMap;

/// A number that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The words before it, as far as they belong to it.
    pub before: String,
    /// It, as it is written.
    pub written: String,
    /// The words behind it.
    pub after: String,
    /// What it says.
    pub value: StatedValue,
    /// How exact.
    pub qualifier: Qualifier,
    /// What it is of: a key of [`choices`]; empty where nothing near it names anything.
    pub of: String,
}

/// Something that a number can be of.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its name for the program.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// What it is.
    pub subject: Subject,
    /// The words of its name in each language, with how much each says: what many names have says little.
    words: [Vec<(String, f64)>; 2],
    /// The first words of what it counts: behind a number they come first too.
    heads: Vec<Vec<String>>,
    counts: bool,
    rates: bool,
}

/// Words around a number that say nothing of what it is of.
const EMPTY_WORDS: [&str; 21] = [
    "tỷ", "tỉ", "lệ", "số", "và", "là", "có", "các", "của", "được", "trong", "do", "đã", "đến", "với", "the", "of",
    "and", "with", "in", "a",
];

/// A word before a number that makes it no figure: an order, a date, a document.
const NO_FIGURE_BEHIND: [&str; 16] = [
    "năm", "tháng", "ngày", "quý", "khóa", "thứ", "số", "lần", "điều", "kỳ", "khoá", "no.", "year", "term", "-", "–",
];

/// How many words on either side are looked at.
const REACH: usize = 14;

/// Less of a name than this, found near a number, is no guess.
const SURE: f64 = 0.5;

/// What a number can be of: kinds of units, then every indicator of the catalogue in its order.
pub fn choices(catalogue: &Catalogue, lang: Lang) -> Vec<Candidate> {
    let kinds: [&[UnitKind]; 6] = [
        &[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
        &[UnitKind::GrassrootsCommittee],
        &[UnitKind::GrassrootsCell],
        &[UnitKind::SectionalCommittee],
        &[UnitKind::SubordinateCell],
        &[UnitKind::MassOrganisation],
    ];
    let units = kinds.iter().enumerate().map(|(at, kinds)| Candidate {
        key: format!("units/{at}"),
        label: capitalised(&kinds_name(lang, kinds)),
        words: [Lang::Vi, Lang::En].map(|lang| words_of(&[&kinds_name(lang, kinds)])),
        heads: [Lang::Vi, Lang::En]
            .iter()
            .filter_map(|&lang| head(&kinds_name(lang, kinds)))
            .collect(),
        subject: Subject::Units { kinds: kinds.to_vec() },
        counts: true,
        rates: false,
    });
    let indicators = catalogue.indicators().iter().map(|indicator| {
        let subject = Subject::Indicator {
            indicator: indicator.id.clone(),
            averaging: None,
        };
        Candidate {
            key: format!("indicator/{}", indicator.id),
            label: subject_name(lang, catalogue, &subject),
            words: [
                words_of(&[&indicator.counts.vi, &indicator.label.vi]),
                words_of(&[&indicator.counts.en, &indicator.label.en]),
            ],
            subject,
            heads: [&indicator.counts.vi, &indicator.counts.en]
                .iter()
                .filter_map(|of| head(of))
                .collect(),
            counts: true,
            rates: indicator.denominator.is_some(),
        }
    });
    let mut all: Vec<Candidate> = units.chain(indicators).collect();
    let mut names: HashMap<String, f64> = HashMap::new();
    for (word, _) in all.iter().flat_map(|it| it.words.iter().flatten()) {
        *names.entry(word.clone()).or_default() += 1.0;
    }
    for (word, says) in all.iter_mut().flat_map(|it| it.words.iter_mut().flatten()) {
        *says = 1.0 / names.get(word).copied().unwrap_or(1.0).sqrt();
    }
    all
}

fn words_of(texts: &[&str]) -> Vec<(String, f64)> {
    let mut found: Vec<(String, f64)> = Vec::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        if found.iter().all(|(known, _)| *known != word) {
            found.push((word, 1.0));
        }
    }
    found
}

/// The first two words of a text: what is counted.
fn head(text: &str) -> Option<Vec<String>> {
    let mut all = words(text);
    all.truncate(2);
    (!all.is_empty()).then_some(all)
}

/// The words of a text that say something, without their marks. "có" says nothing, "cơ" does: marks go last.
fn words(text: &str) -> Vec<String> {
    let text = lowered(text);
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    let meaning = parts.filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word));
    meaning.map(fold).collect()
}

/// The numbers of a text that state something, in order. A line of a table ("đảng viên ⇥ 4.201") reads like a sentence.
pub fn read(text: &str, candidates: &[Candidate]) -> Vec<Stated> {
    text.lines().flat_map(|line| read_line(line, candidates)).collect()
}

fn read_line(line: &str, candidates: &[Candidate]) -> Vec<Stated> {
    let found = numbers(line);
    let mut stated: Vec<Stated> = Vec::new();
    for (at, number) in found.iter().enumerate() {
        let (before, rest) = line.split_at(number.start);
        let after = rest.get(number.text.len()..).unwrap_or_default();
        if !is_figure(before, &number.text, after) {
            continue;
        }
        let Some(value) = value_of(&number.text) else { continue };
        // Words belong to the number that they stand nearest to: up to the next number, and back to the one before.
        let end = found.get(at + 1).map_or(after.len(), |next| next.start - number.end);
        let start = at
            .checked_sub(1)
            .and_then(|at| found.get(at))
            .map_or(0, |last| last.end);
        let behind = clause(after.get(..end).unwrap_or_default());
        let ahead = before.get(start..).unwrap_or_default();
        // What stands behind the number before, up to the end of its clause, is of that one.
        let own = match value {
            StatedValue::Percent(_) => ahead,
            _ if at == 0 => ahead,
            _ => ahead.get(clause(ahead).len()..).unwrap_or_default(),
        };
        stated.push(Stated {
            of: of_count_before(&stated, ahead, value, candidates)
                .unwrap_or_else(|| guess(own, before, behind, value, candidates)),
            before: tail_of(ahead),
            written: number.text.clone(),
            after: behind.trim().to_owned(),
            qualifier: qualifier(before),
            value,
        });
    }
    stated
}

/// A percentage in brackets behind a count is of the same thing: "1.647 đảng viên đạt xuất sắc (39,2%)".
fn of_count_before(stated: &[Stated], ahead: &str, value: StatedValue, candidates: &[Candidate]) -> Option<String> {
    let in_brackets = ahead.rfind('(') > ahead.rfind(')');
    let last = stated
        .last()
        .filter(|_| in_brackets && matches!(value, StatedValue::Percent(_)))?;
    let same = candidates.iter().find(|it| it.key == last.of && it.rates)?;
    matches!(last.value, StatedValue::Count(_)).then(|| same.key.clone())
}

/// The words behind a number up to the end of its clause.
fn clause(after: &str) -> &str {
    let end = after
        .find([',', ';', '(', ')', '.', ':', '\t', '|', '='])
        .unwrap_or(after.len());
    after.get(..end).unwrap_or_default()
}

/// The last few words before a number, for who reads.
fn tail_of(before: &str) -> String {
    let all: Vec<&str> = before.split_whitespace().collect();
    all.get(all.len().saturating_sub(8)..).unwrap_or_default().join(" ")
}

fn is_figure(before: &str, number: &str, after: &str) -> bool {
    let joined =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphabetic() || letter == '-' || letter == '–');
    let last = lowered(before.split_whitespace().next_back().unwrap_or_default());
    let next = lowered(after.split_whitespace().next().unwrap_or_default());
    let date = |text: &str| text.starts_with('/') && text.len() > 1;
    let part_of_date =
        before.ends_with('/') || (date(after) && parse_count(number).is_ok() && after_whole(number, after).is_none());
    let of_something_else = joined(before.chars().next_back())
        || joined(after.chars().next())
        || part_of_date
        || NO_FIGURE_BEHIND.contains(&last.trim_start_matches(['(', '“', '"']))
        || next.starts_with("tháng")
        || next.starts_with("năm");
    !of_something_else
}

/// The whole of "73/73", where what stands behind the number is one; not the month of a date.
fn after_whole(number: &str, after: &str) -> Option<u64> {
    let rest = after.strip_prefix('/')?;
    let whole = numbers(rest).into_iter().next().filter(|whole| whole.start == 0)?;
    if rest.get(whole.end..).is_some_and(|behind| behind.starts_with('/')) {
        return None;
    }
    match parse_count(&format!("{number}/{}", whole.text)) {
        // 7/2021 is a month: a whole of four digits without a point, like a year.
        Ok(TypedCount::Part { whole: count, .. }) if !(whole.text.len() == 4 && (1900..2100).contains(&count)) => {
            Some(count)
        }
        _ => None,
    }
}

fn value_of(number: &str) -> Option<StatedValue> {
    if number.ends_with('%') {
        return parse_percent(number).ok().map(StatedValue::Percent);
    }
    match parse_count(number) {
        Ok(TypedCount::Count(count)) => Some(StatedValue::Count(count)),
        _ => None,
    }
}

fn qualifier(before: &str) -> Qualifier {
    let last = lowered(before.trim_end());
    let ends = |words: &[&str]| words.iter().any(|word| last.ends_with(word));
    if ends(&["trên", "hơn", "more than", "over"]) {
        Qualifier::MoreThan
    } else if ends(&["khoảng", "gần", "about"]) {
        Qualifier::About
    } else if ends(&["ít nhất", "at least"]) {
        Qualifier::AtLeast
    } else {
        Qualifier::Exact
    }
}

/// What the words around a number name: those behind a count ("73 tổ chức cơ sở đảng") and before a percentage ("hoàn thành
/// xuất sắc 75,7%") weigh most, and near ones more than far ones.
fn guess(ahead: &str, before: &str, behind: &str, value: StatedValue, candidates: &[Candidate]) -> String {
    let rate = matches!(value, StatedValue::Percent(_));
    let near = weights(&words(behind), false, if rate { 0.7 } else { 1.0 });
    let own = weights(&words(ahead), true, if rate { 1.0 } else { 0.8 });
    let far = weights(&words(before), true, 0.3);
    let first = head(behind).filter(|_| !rate);
    let score = |words: &Vec<(String, f64)>| {
        let near_by = |word: &String| {
            let of = |weights: &[(String, f64)]| {
                let found = weights.iter().find(|(it, _)| it == word);
                found.map_or(0.0, |(_, weight)| *weight)
            };
            of(&near).max(of(&own)).max(of(&far))
        };
        let whole: f64 = words.iter().map(|(_, says)| says).sum();
        let found: f64 = words.iter().map(|(word, says)| says * near_by(word)).sum();
        // Of two names that are wholly there the longer one says more.
        (whole > 0.0 && found / whole >= SURE).then(|| found / whole.sqrt())
    };
    let fits = |candidate: &&Candidate| if rate { candidate.rates } else { candidate.counts };
    let mut best: Option<(&Candidate, f64)> = None;
    for candidate in candidates.iter().filter(fits) {
        for scored in candidate.words.iter().filter_map(score) {
            // What is counted stands right behind its number.
            let leads = first.as_ref().is_some_and(|first| candidate.heads.contains(first));
            let scored = if leads { scored * 1.3 } else { scored };
            if best.is_none_or(|(_, most)| scored > most) {
                best = Some((candidate, scored));
            }
        }
    }
    best.map_or_else(String::new, |(candidate, _)| candidate.key.clone())
}

/// Words with their weights, the nearest to the number first.
fn weights(words: &[String], from_end: bool, most: f64) -> Vec<(String, f64)> {
    let nearest: Vec<&String> = match from_end {
        true => words.iter().rev().take(REACH).collect(),
        false => words.iter().take(REACH).collect(),
    };
    let weigh = |(far, word): (usize, &String)| (word.clone(), most / (1.0 + far as f64 / 20.0));
    nearest.into_iter().enumerate().map(weigh).collect()
}

/// Where statements come from, and of when.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The report.
    pub document: DocumentRef,
    /// The period that its figures are about.
    pub period: Period,
    /// Whose they are.
    pub unit: UnitId,
}

/// The statements of chosen numbers, each with an identifier made by `id`. A number of units of some kinds is a part of that of
/// more kinds: 46 and 26 of 73. The same thing stated twice the same way is stated once.
pub fn statements(
    chosen: &[Stated],
    candidates: &[Candidate],
    source: &Source,
    mut id: impl FnMut() -> String,
) -> Vec<Statement> {
    let mut made: Vec<Statement> = Vec::new();
    for stated in chosen {
        let Some(candidate) = candidates.iter().find(|it| it.key == stated.of) else {
            continue;
        };
        if made
            .iter()
            .any(|it| it.subject == candidate.subject && it.value == stated.value)
        {
            continue;
        }
        made.push(Statement {
            id: StatementId::new(id()),
            unit: source.unit.clone(),
            period: source.period.clone(),
            subject: candidate.subject.clone(),
            value: stated.value,
            qualifier: stated.qualifier,
            part_of: None,
            // Figures stand for the day of the report, not for the end of a period that goes on after it.
            on: source.document.date,
            source: source.document.clone(),
        });
    }
    let kinds = |statement: &Statement| match &statement.subject {
        Subject::Units { kinds } => kinds.clone(),
        _ => Vec::new(),
    };
    let wholes: Vec<(StatementId, Vec<UnitKind>)> = made.iter().map(|it| (it.id.clone(), kinds(it))).collect();
    for statement in &mut made {
        let own = kinds(statement);
        let above = |(_, of): &&(StatementId, Vec<UnitKind>)| {
            !own.is_empty() && of.len() > own.len() && own.iter().all(|kind| of.contains(kind))
        };
        let mut above: Vec<_> = wholes.iter().filter(above).collect();
        above.small_sort_by_key(|(_, of)| of.len());
        statement.part_of = above.first().map(|(id, _)| id.clone());
    }
    made
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::analysis::reconcile::{Reason, Reconciliation, reconcile_where};
    use crate::model::indicator::Averaging;
    use crate::model::ledger::Ledger;

    fn read_all(text: &str) -> Vec<(String, String)> {
        let catalogue = Catalogue::built_in().unwrap();
        let all = read(text, &choices(&catalogue, Lang::Vi));
        all.into_iter().map(|it| (it.written, it.of)).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn organisations_and_members_are_found_by_their_names() {
        let text =
            "Đảng bộ Khối có 73 tổ chức cơ sở đảng (46 đảng bộ cơ sở, 26 chi bộ cơ sở) với trên 4.200 đảng viên.";
        assert_eq!(
            read_all(text),
            pairs(&[
                ("73", "units/0"),
                ("46", "units/1"),
                ("26", "units/2"),
                ("4.200", "indicator/members")
            ])
        );
    }

    #[test]
    fn dates_orders_and_documents_are_no_figures() {
        let text = "Ngày 28/3/2023, Báo cáo số 270-BC/ĐUK sơ kết 03 năm thực hiện Kết luận số 01-KL/TW nhiệm kỳ 2020 - 2025, tháng 7/2021.";
        let found: Vec<String> = read_all(text).into_iter().map(|(number, _)| number).collect();
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn admissions_are_found_and_a_table_reads_like_a_sentence() {
        assert_eq!(
            read_all("Kết nạp 121 đảng viên mới; chuyển đảng chính thức 116 đảng viên."),
            pairs(&[("121", "indicator/admitted"), ("116", "indicator/transferred")])
        );
        assert_eq!(
            read_all("Số đảng viên\t4.201"),
            pairs(&[("4.201", "indicator/members")])
        );
        assert_eq!(read_all("Tổ chức cơ sở đảng | 73"), pairs(&[("73", "units/0")]));
    }

    fn reconciled(demo: &str, text: &str, period: &str, day: &str) -> Vec<Reconciliation> {
        let ledger = Ledger::from_records(&crate::demo::load(demo).unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let candidates = choices(&catalogue, Lang::Vi);
        let source = Source {
            document: DocumentRef {
                date: Some(day.parse().unwrap()),
                title: "Dán".to_owned(),
                ..DocumentRef::default()
            },
            period: period.parse().unwrap(),
            unit: ledger.root().unwrap().id.clone(),
        };
        let mut next = 0;
        let made = statements(&read(text, &candidates), &candidates, &source, || {
            next += 1;
            format!("pasted-{next}")
        });
        let mut ledger = ledger;
        ledger.statements = made;
        let scope = Scope::whole(&ledger, &catalogue, "2026-01-01".parse().unwrap());
        reconcile_where(&scope, |_| true)
    }

    #[test]
    fn seventy_three_is_explained_by_its_parts() {
        let text = "Đảng bộ có 73 tổ chức cơ sở đảng, gồm 46 đảng bộ cơ sở và 26 chi bộ cơ sở.";
        let all = reconciled("hoa-binh-2022", text, "2022", "2022-11-23");
        assert_eq!(all.len(), 3);
        assert_eq!(all[0].difference, Some(1));
        assert_eq!(
            all[0].likely.first(),
            Some(&Reason::PartsDoNotAddUp {
                parts: vec![46, 26],
                sum: 72
            })
        );
    }

    #[test]
    fn the_mean_of_rates_explains_75_7() {
        let text = "12/12 nhiệm vụ trọng tâm được đánh giá hoàn thành tốt trở lên, trong đó có 09 nhiệm vụ hoàn thành xuất sắc (bình quân \
                    hằng năm nhiệm vụ hoàn thành xuất sắc 75,7%)";
        let all = reconciled("agencies-2023", text, "2020..2025", "2023-03-31");
        let rate = all
            .iter()
            .find(|one| matches!(one.statement.value, StatedValue::Percent(_)))
            .unwrap();
        assert_eq!(
            rate.statement.subject,
            Subject::Indicator {
                indicator: "tasks_excellent".into(),
                averaging: None
            }
        );
        assert!(
            rate.likely.contains(&Reason::AveragingMethod(Averaging::MeanOfRates)),
            "{:?}",
            rate.likely
        );
    }
}
