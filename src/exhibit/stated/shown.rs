//! What published reports state of a period as exhibits: `stated`, all of it; `stated/differing`, what is not as counted.

use super::published::{Line, Published, Verdict};
use crate::analysis::Scope;
use crate::analysis::reconcile::{Reconciliation, of_exactly, of_period};
use crate::charts::stacked_whole::{Part, StackedWhole};
use crate::charts::{Hue, Shape};
use crate::exhibit::cells::{none, to_url};
use crate::exhibit::subject::Subject;
use crate::exhibit::{Behind, Exhibit, seen_until};
use crate::i18n::exhibits::EXHIBITS;
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::paragraph;
use crate::report::sentence::statement::{StatementFact, beside, compared, differing, kinds};
use crate::report::sentence::words::capitalised;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::state::route::Route;

/// Makes the exhibit; the statements of a drive are those about it alone.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, steps: &[&str]) -> Option<Exhibit> {
    let words = EXHIBITS.in_lang(lang);
    let found = published(scope, &subject.period);
    let line = |one: &Reconciliation| (one.statement.id.to_string(), Line::of(lang, scope, one));
    let mut facts = vec![period_title(lang, &subject.period, scope.ledger)];
    let source = found.source().map(|source| source.citation(lang));
    facts.extend(source.filter(|citation| !citation.is_empty()));
    let as_of = seen_until(scope, &subject.period);
    match steps {
        [] => {
            let lists = [&found.differing, &found.planned, &found.alone, &found.agreeing];
            let lines: Lines = lists.into_iter().flatten().map(line).collect();
            let of = |verdict: Verdict| of_verdict(&lines, verdict).count();
            Some(Exhibit {
                finding: compared(
                    lang,
                    of(Verdict::Agrees),
                    of(Verdict::Differs),
                    of(Verdict::Alone),
                    of(Verdict::Plan),
                ),
                sentence: paragraph(told(lang, &lines).take(TOLD)),
                facts,
                as_of: as_of.filter(|_| !lines.is_empty()),
                shape: (!lines.is_empty()).then(|| Shape::StackedWhole(drawn(lang, &lines))),
                behind: behind(lang, &lines),
                table: table(lang, &lines),
                ..Exhibit::of(subject, words.stated)
            })
        }
        ["differing"] => {
            let lines: Lines = found.differing.iter().map(line).collect();
            let mut said: Vec<String> = told(lang, &lines).collect();
            let finding = match said.len() {
                1 => said.remove(0),
                some => differing(lang, some),
            };
            Some(Exhibit {
                finding,
                sentence: paragraph(said.into_iter().take(TOLD)),
                facts,
                as_of: as_of.filter(|_| !lines.is_empty()),
                table: table(lang, &lines),
                ..Exhibit::of(subject, words.differing)
            })
        }
        _ => None,
    }
}

/// Statements by their identifier.
type Lines = Vec<(String, Line)>;

/// So many of what differs are told one by one.
const TOLD: usize = 3;

fn of_verdict(lines: &Lines, verdict: Verdict) -> impl Iterator<Item = &(String, Line)> {
    lines.iter().filter(move |(_, line)| line.verdict == verdict)
}

/// What differs, a sentence each.
fn told(lang: Lang, lines: &Lines) -> impl Iterator<Item = String> {
    of_verdict(lines, Verdict::Differs).map(move |(_, line)| {
        let fact = StatementFact {
            label: line.subject.clone(),
            stated: line.stated.clone(),
            computed: line.computed.clone(),
            agrees: false,
        };
        match line.computed.as_ref() == Some(&line.stated) {
            // The whole is as the counts have it, and its parts are not.
            true => format!("{}: {} ({})", line.subject, line.stated, line.comparison),
            false => beside(lang, &fact),
        }
    })
}

/// How statements stand, in the order in which they are drawn, each with its key.
const DRAWN: [(Verdict, &str); 4] = [
    (Verdict::Agrees, "agrees"),
    (Verdict::Differs, "differs"),
    (Verdict::Alone, "alone"),
    (Verdict::Plan, "plan"),
];

/// How statements stand, by key and name, with those of each; what none is, is left out.
fn by_verdict(lang: Lang, lines: &Lines) -> impl Iterator<Item = (&'static str, String, Lines)> {
    let named = DRAWN.into_iter().zip(kinds(lang));
    named.filter_map(|((verdict, key), name)| {
        let of: Lines = of_verdict(lines, verdict).cloned().collect();
        (!of.is_empty()).then(|| (key, capitalised(name), of))
    })
}

fn drawn(lang: Lang, lines: &Lines) -> StackedWhole {
    let size = |lines: &Lines| Count::try_from(lines.len()).unwrap_or(Count::MAX);
    let part = |(key, name, of): (&str, String, Lines)| Part {
        key: key.to_owned(),
        name,
        count: size(&of),
    };
    StackedWhole {
        parts: by_verdict(lang, lines).map(part).collect(),
        whole: size(lines),
        remainder: String::new(),
        hue: Hue::Blue,
        cap: None,
    }
}

fn behind(lang: Lang, lines: &Lines) -> Vec<Behind> {
    let of = |(key, title, of): (&str, String, Lines)| Behind {
        key: key.to_owned(),
        title,
        table: table(lang, &of),
    };
    by_verdict(lang, lines).map(of).collect()
}

/// What is stated of a period.
pub fn published(scope: &Scope<'_>, period: &Period) -> Published {
    let scope = scope.in_sector(None);
    Published::of(match period {
        Period::Drive(_) => of_exactly(&scope, period),
        _ => of_period(&scope, period),
    })
}

/// A table is read on a slide too: what is of a period stands under it where they are several, and why two figures differ beside how
/// they do.
fn table(lang: Lang, lines: &Lines) -> Table {
    let words = EXHIBITS.in_lang(lang);
    let columns = vec![
        Column::words(words.subject),
        Column::figures(words.as_stated),
        Column::figures(words.computed),
        Column::words(words.comparison),
    ];
    let mut periods: Vec<&str> = Vec::new();
    for (_, line) in lines {
        if !periods.contains(&line.period.as_str()) {
            periods.push(&line.period);
        }
    }
    let several = periods.len() > 1;
    let mut rows = Vec::new();
    for period in periods {
        if several {
            let mut head = vec![Cell::text(period)];
            head.resize(columns.len(), Cell::default());
            rows.push(Row::new("", head).kind(RowKind::Group));
        }
        let of = lines.iter().filter(|(_, line)| line.period == period);
        rows.extend(of.map(|(key, line)| row(lang, key, line)));
    }
    Table {
        caption: words.stated.to_owned(),
        columns,
        rows,
    }
}

fn row(lang: Lang, key: &str, line: &Line) -> Row {
    let name = match line.part_of.is_empty() {
        true => line.subject.clone(),
        false => format!("{} ({})", line.subject, line.part_of),
    };
    // That there are no counts is said already by there being none.
    let why = match line.verdict {
        Verdict::Alone => String::new(),
        _ => line.why.join(" "),
    };
    let cells = vec![
        Cell::text(name),
        Cell::text(line.stated.as_str()),
        line.computed
            .as_ref()
            .map_or_else(|| none(lang), |computed| Cell::text(computed.as_str())),
        Cell::text(match why.is_empty() {
            true => line.comparison.clone(),
            false => format!("{}: {why}", line.comparison),
        }),
    ];
    let kind = match line.verdict {
        Verdict::Alone | Verdict::Plan => RowKind::Muted,
        Verdict::Differs | Verdict::Agrees => RowKind::Plain,
    };
    Row::new(key, cells).kind(kind).to(to_url(Route::Reconcile).as_str())
}
