//! What reports state beside what the counts give, as tables.

use crate::analysis::reconcile::{Reconciliation, of_period};
use crate::exhibit::stated::published::{Line, Published, Verdict};
use crate::exhibit::subject::Subject;
use crate::i18n::findings::{FINDINGS, Findings, agreeing};
use crate::model::deck::Form;
use crate::model::period::Period;
use crate::model::statement::Statement;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// The section: what does not agree, what stands alone, and, folded away, what agrees.
#[component]
pub fn PublishedSection(
    /// What the page looks through.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let published = Memo::new(move |_| {
        let period = lens.period();
        lens.with(|scope| Published::of(of_period(scope, &period)))
    });
    let list = move |of: fn(&Published) -> &Vec<Reconciliation>| {
        Signal::derive(move || published.with(|published| of(published).clone()))
    };
    let (differing, planned) = (list(|all| &all.differing), list(|all| &all.planned));
    let (alone, agree) = (list(|all| &all.alone), list(|all| &all.agreeing));
    let empty = Memo::new(move |_| published.with(Published::is_empty));
    let one_source = Memo::new(move |_| {
        let lang = lang();
        let source = published.with(|published| published.source().map(|source| source.citation(lang)));
        source.filter(|source| !source.is_empty())
    });
    let note = move || match one_source.get() {
        Some(source) => format!("{} {}: {source}.", w().published_help, w().source),
        None => w().published_help.to_owned(),
    };
    let sources = Signal::derive(move || one_source.with(Option::is_none));
    let table = move |shown: Signal<Vec<Reconciliation>>, caption: fn(&Findings) -> &'static str, parts: Parts| {
        let some = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
        move || {
            some.get().then(|| {
                view! { <StatementsTable lens caption=move || caption(w()) shown captioned=true parts drives=true sources/> }
            })
        }
    };
    let subject = Signal::derive(move || (!empty.get()).then(|| Subject::new(&["stated"], lens.period())));
    let agrees = Memo::new(move |_| agree.with(|agree| !agree.is_empty()));
    view! {
        <Section
            title=move || w().published
            note=Signal::derive(note)
            actions=move || view! { <ToDeck subject form=Form::Table/> }.into_any()
        >
            {move || empty.get().then(|| view! { <p class="muted">{move || w().nothing_published}</p> })}
            {table(differing, |w| w.differing, Parts::Reasons)}
            {table(planned, |w| w.planned, Parts::Reasons)}
            {table(alone, |w| w.alone, Parts::Stated)}
            {move || {
                agrees
                    .get()
                    .then(|| {
                        let label = move || agreeing(lang(), agree.with(Vec::len));
                        view! {
                            <Disclosure label>
                                <StatementsTable lens caption=label shown=agree drives=true sources/>
                            </Disclosure>
                        }
                    })
            }}
        </Section>
    }
}

/// Statements with what agrees folded away: many rows that all say the same.
#[component]
pub fn StatementsFolded(
    /// What the page looks through.
    lens: Lens,
    /// What they have in common.
    #[prop(into)]
    caption: Signal<String>,
    /// The statements.
    found: Memo<Vec<Reconciliation>>,
) -> impl IntoView {
    let lang = use_lang();
    let with = move |agreeing: bool| {
        Memo::new(move |_| {
            let mut some = found.get();
            some.retain(|one| (Verdict::of(one) == Verdict::Agrees) == agreeing);
            some
        })
    };
    let (shown, agree) = (with(false), with(true));
    let some_shown = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
    let some_agree = Memo::new(move |_| agree.with(|agree| !agree.is_empty()));
    let label = move || agreeing(lang(), agree.with(Vec::len));
    view! {
        {move || some_shown.get().then(|| view! { <StatementsTable lens caption shown/> })}
        {move || {
            some_agree
                .get()
                .then(|| {
                    view! {
                        <Disclosure label>
                            <StatementsTable lens caption=label shown=agree/>
                        </Disclosure>
                    }
                })
        }}
    }
}

/// Which columns a table of statements has, beside what is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// None: there is nothing to compare with.
    Stated,
    /// What was computed, and how the two compare.
    #[default]
    Compared,
    /// Also why they may differ.
    Reasons,
}

/// What stands at the end of a row: what can be done with its statement, which the row calls by a name. Cheap to copy.
#[derive(Clone, Copy)]
pub struct RowTools(StoredValue<Draw>);

type Draw = Box<dyn Fn(Statement, String) -> AnyView + Send + Sync>;

impl RowTools {
    /// Tools that `draw` draws.
    pub fn new(draw: impl Fn(Statement, String) -> AnyView + Send + Sync + 'static) -> RowTools {
        RowTools(StoredValue::new(Box::new(draw)))
    }

    fn cell(self, statement: &Statement, line: &Line) -> Cell {
        let (statement, name) = (statement.clone(), format!("{} {}", line.subject, line.stated));
        Cell::view(move || {
            self.0
                .with_value(|draw| draw(statement.clone(), name.clone()))
                .into_any()
        })
    }
}

/// Statements as a table. The page of a drive shows them too.
#[component]
pub fn StatementsTable(
    /// What the page looks through.
    lens: Lens,
    /// What they have in common.
    #[prop(into)]
    caption: Signal<String>,
    /// The statements.
    #[prop(into)]
    shown: Signal<Vec<Reconciliation>>,
    /// Whether the caption is shown, and not only read out.
    #[prop(optional)]
    captioned: bool,
    /// Which columns.
    #[prop(optional)]
    parts: Parts,
    /// Whether a figure of a drive names the drive, where the page is of no drive.
    #[prop(optional)]
    drives: bool,
    /// Whether each row names its document.
    #[prop(optional, into)]
    sources: Signal<bool>,
    /// What can be done with each.
    #[prop(optional)]
    tools: Option<RowTools>,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let columns = Signal::derive(move || {
        let mut columns = vec![Column::words(w().subject), Column::figures(w().stated)];
        if parts != Parts::Stated {
            columns.extend([Column::figures(w().computed), Column::words(w().comparison)]);
        }
        columns.extend((parts == Parts::Reasons).then(|| Column::words(w().why)));
        columns.extend(sources.get().then(|| Column::words(w().source)));
        columns.extend(tools.map(|_| Column::words(w().tools)));
        columns
    });
    let rows = Signal::derive(move || {
        let (lang, sources) = (lang(), sources.get());
        let line = |one: &Reconciliation| lens.with(|scope| Line::of(lang, scope, one));
        let lines = shown.with(|shown| shown.iter().map(line).collect::<Vec<_>>());
        // Of several periods each row names its own: the same count stands there once for every year.
        let several = lines
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.period != b.period));
        let tools = shown.with(|shown| {
            let of = |(one, line): (&Reconciliation, &Line)| tools.map(|tools| tools.cell(&one.statement, line));
            shown.iter().zip(&lines).map(of).collect::<Vec<_>>()
        });
        let is_of_drive = |one: &Reconciliation| drives && matches!(one.statement.period, Period::Drive(_));
        let of_drive = shown.with(|shown| shown.iter().map(is_of_drive).collect::<Vec<_>>());
        lines
            .into_iter()
            .zip(tools)
            .zip(of_drive)
            .map(|((line, tools), of_drive)| row(line, parts, several || of_drive, sources, tools))
            .collect::<Vec<_>>()
    });
    view! { <Table caption columns rows quiet=!captioned cards=true/> }
}

fn row(line: Line, parts: Parts, dated: bool, sources: bool, tools: Option<Cell>) -> Row {
    let (icon, tone) = match line.verdict {
        Verdict::Differs => (IconName::Warning, Tone::Warn),
        Verdict::Plan => (IconName::Calendar, Tone::Calm),
        Verdict::Alone => (IconName::None, Tone::None),
        Verdict::Agrees => (IconName::Check, Tone::Good),
    };
    let word = line.comparison;
    let mut note = vec![line.part_of];
    if dated {
        note.insert(0, line.period);
    }
    note.retain(|one| !one.is_empty());
    let mut cells = vec![Cell::text(line.subject).note(note.join(" · ")), Cell::text(line.stated)];
    if parts != Parts::Stated {
        cells.push(line.computed.map_or_else(Cell::none, Cell::text));
        cells.push(Cell::view(move || view! { <Badge label=word.clone() icon tone/> }));
    }
    if parts == Parts::Reasons {
        let why = line.why.join(" ");
        // Nothing to explain is no line of a card.
        cells.push(if why.is_empty() {
            Cell::default()
        } else {
            Cell::text(why)
        });
    }
    cells.extend(sources.then(|| Cell::muted(line.source)));
    cells.extend(tools);
    Row::new(cells)
}
