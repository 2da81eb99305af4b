//! What reports state beside what the counts give, as tables.

use crate::analysis::reconcile::{Reconciliation, of_period};
use crate::i18n::findings::{FINDINGS, agreeing};
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
    let (differing, alone, agree) = (list(|p| &p.differing), list(|p| &p.alone), list(|p| &p.agreeing));
    let some = move |list: Signal<Vec<Reconciliation>>| Memo::new(move |_| list.with(|list| !list.is_empty()));
    let (differs, stands_alone, agrees) = (some(differing), some(alone), some(agree));
    let empty = Memo::new(move |_| published.with(Published::is_empty));
    view! {
        <Section title=move || w().published note=move || w().published_help>
            {move || empty.get().then(|| view! { <p class="muted">{move || w().nothing_published}</p> })}
            {move || {
                differs
                    .get()
                    .then(|| {
                        view! {
                            <StatementsTable lens caption=move || w().differing shown=differing captioned=true reasons=true/>
                        }
                    })
            }}
            {move || {
                stands_alone
                    .get()
                    .then(|| {
                        view! { <StatementsTable lens caption=move || w().alone shown=alone captioned=true reasons=true/> }
                    })
            }}
            {move || {
                agrees
                    .get()
                    .then(|| {
                        let label = move || agreeing(lang(), agree.with(Vec::len));
                        view! {
                            <Disclosure label>
                                <StatementsTable lens caption=label shown=agree reasons=true/>
                            </Disclosure>
                        }
                    })
            }}
        </Section>
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
    /// Whether likely reasons and the document have columns.
    #[prop(optional)]
    reasons: bool,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let columns = Signal::derive(move || {
        let mut columns = vec![
            Column::words(w().subject),
            Column::figures(w().stated),
            Column::figures(w().computed),
            Column::words(w().comparison),
        ];
        if reasons {
            columns.extend([Column::words(w().why), Column::words(w().source)]);
        }
        columns
    });
    let rows = Signal::derive(move || {
        let lang = lang();
        let line = |one: &Reconciliation| row(lens.with(|scope| Line::of(lang, scope, one)), reasons);
        shown.with(|shown| shown.iter().map(line).collect::<Vec<_>>())
    });
    view! { <Table caption columns rows quiet=!captioned cards=true/> }
}

fn row(line: Line, reasons: bool) -> Row {
    let (icon, tone) = match line.verdict {
        Verdict::Differs => (IconName::Warning, Tone::Warn),
        Verdict::Plan => (IconName::Calendar, Tone::Calm),
        Verdict::Alone => (IconName::None, Tone::None),
        Verdict::Agrees => (IconName::Check, Tone::Good),
    };
    let word = line.comparison;
    let mut cells = vec![
        Cell::text(line.subject).note(line.part_of),
        Cell::text(line.stated),
        line.computed.map_or_else(Cell::none, Cell::text),
        Cell::view(move || view! { <Badge label=word.clone() icon tone/> }),
    ];
    if reasons {
        let why = line.why.join(" ");
        cells.push(if why.is_empty() { Cell::none() } else { Cell::text(why) });
        cells.push(Cell::muted(line.source));
    }
    Row::new(cells)
}
