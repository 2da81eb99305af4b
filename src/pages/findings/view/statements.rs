//! What reports state beside what the counts give, as tables.

use crate::analysis::reconcile::{Reconciliation, of_period};
use crate::i18n::findings::{FINDINGS, Findings, agreeing};
use crate::pages::findings::published::{Line, Published, Verdict};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
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
                view! { <StatementsTable lens caption=move || caption(w()) shown captioned=true parts sources/> }
            })
        }
    };
    let agrees = Memo::new(move |_| agree.with(|agree| !agree.is_empty()));
    view! {
        <Section title=move || w().published note=Signal::derive(note)>
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
                                <StatementsTable lens caption=label shown=agree sources/>
                            </Disclosure>
                        }
                    })
            }}
        </Section>
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
    /// Whether each row names its document.
    #[prop(optional, into)]
    sources: Signal<bool>,
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
        lines
            .into_iter()
            .map(|line| row(line, parts, several, sources))
            .collect::<Vec<_>>()
    });
    view! { <Table caption columns rows quiet=!captioned cards=true/> }
}

fn row(line: Line, parts: Parts, several: bool, sources: bool) -> Row {
    let (icon, tone) = match line.verdict {
        Verdict::Differs => (IconName::Warning, Tone::Warn),
        Verdict::Plan => (IconName::Calendar, Tone::Calm),
        Verdict::Alone => (IconName::None, Tone::None),
        Verdict::Agrees => (IconName::Check, Tone::Good),
    };
    let word = line.comparison;
    let mut note = vec![line.part_of];
    if several {
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
        cells.push(if why.is_empty() { Cell::none() } else { Cell::text(why) });
    }
    cells.extend(sources.then(|| Cell::muted(line.source)));
    Row::new(cells)
}
