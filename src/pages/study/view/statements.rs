//! What the published report states, beside what the units' figures give.

use super::DriveView;
use crate::analysis::reconcile::{Agreement, Reason, Reconciliation, of_exactly};
use crate::i18n::study::{STUDY, Study, difference, difference_points};
use crate::model::number::Percent;
use crate::model::quantity::Qualifier;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;
use crate::report::sentence::finding::subject_name;
use crate::report::sentence::statement::stated;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::icon::IconName;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// The statements about a drive; nothing where no report speaks of it.
#[component]
pub fn StatementsSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    // A report speaks of the whole bloc: a chosen sector changes nothing here.
    let found = Memo::new(move |_| {
        let period = view
            .figures
            .with(|figures| figures.as_ref().map(|figures| figures.drive.period()));
        view.lens.with(|scope| {
            let statements = scope.ledger.statements.iter();
            statements
                .filter(|statement| Some(&statement.period) == period.as_ref())
                .map(|statement| of_statement(scope, statement))
                .collect::<Vec<_>>()
        })
    });
    let some = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let source = move || {
        let lang = lang();
        found.with(|found| {
            let citation = found.first().map(|first| first.statement.source.citation(lang));
            let citation = citation.filter(|citation| !citation.is_empty());
            match citation {
                Some(citation) => format!("{} {}: {citation}.", w().statements_help, w().source),
                None => w().statements_help.to_owned(),
            }
        })
    };
    let rows = move || {
        let lang = lang();
        found.with(|found| {
            view.lens.catalogue(|catalogue| {
                let row = |one: &Reconciliation| {
                    let statement = &one.statement;
                    let name = subject_name(lang, catalogue, &statement.subject);
                    let computed = one.figure.map(|figure| stated(lang, figure, Qualifier::Exact));
                    let (icon, tone, word) = verdict(lang, w(), one);
                    Row::new(vec![
                        Cell::text(name),
                        Cell::text(stated(lang, statement.value, statement.qualifier)),
                        computed.map_or_else(Cell::none, Cell::text),
                        Cell::view(move || view! { <Badge label=word.clone() icon tone/> }),
                    ])
                };
                found.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().statements note=Signal::derive(source)>
                    <Table
                        caption=move || w().statements
                        columns=Signal::derive(move || {
                            vec![
                                Column::words(w().subject),
                                Column::figures(w().stated),
                                Column::figures(w().computed),
                                Column::words(w().comparison),
                            ]
                        })
                        rows=Signal::derive(rows)
                        quiet=true
                        cards=true
                    />
                </Section>
            }
        })
    }
}

fn verdict(lang: Lang, w: &Study, one: &Reconciliation) -> (IconName, Tone, String) {
    match one.agreement {
        Agreement::Agrees => (IconName::Check, Tone::Good, w.agrees.to_owned()),
        Agreement::NotComparable => (IconName::None, Tone::None, w.not_comparable.to_owned()),
        Agreement::Differs => {
            let apart = one.difference.unwrap_or(0);
            let mut word = match one.statement.value {
                StatedValue::Count(_) => difference(lang, apart),
                StatedValue::Percent(_) => difference_points(lang, Percent::from_hundredths(apart)),
            };
            if one.likely.contains(&Reason::Rounding) {
                word.push_str(w.by_rounding);
            }
            (IconName::Warning, Tone::Warn, word)
        }
    }
}
