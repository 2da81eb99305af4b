//! What the page draws. In the browser only.

mod explain;
mod explainable;
mod late;
mod line;
mod list;
mod statements;

pub use explain::{ExplainDialog, Explaining, use_explaining};
pub use explainable::ExplainableLine;
pub use line::FindingLine;
pub use statements::{Parts, RowTools, StatementsFolded, StatementsTable};

use super::figures::Figures;
use crate::i18n::findings::{Counted, FINDINGS, as_of, checked, headline, not_come};
use crate::model::indicator::Severity;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use leptos::prelude::*;
use list::{ExplainedSection, OpenSection};
use statements::PublishedSection;

/// Cần xem lại: what a person must look at.
#[component]
pub fn FindingsPage() -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let lens = use_lens();
    let form = use_explaining(lens);
    let figures = Memo::new(move |_| {
        let period = lens.period();
        lens.with(|scope| Figures::of(scope, &period))
    });
    let finding = Signal::derive(move || {
        figures.with(|figures| {
            if figures.is_unchecked() {
                return w().unchecked.to_owned();
            }
            headline(
                lang(),
                &Counted {
                    points: figures.points(),
                    units: figures.units(),
                    errors: figures.count(Severity::Error),
                    late: figures.late.len(),
                    explained: figures.explained.len(),
                },
            )
        })
    });
    let facts = Signal::derive(move || figures.with(|figures| facts(lens, lang(), figures)));
    // Nothing to check and nothing published: the page has nothing to speak of yet.
    let empty =
        Memo::new(move |_| figures.with(Figures::is_unchecked) && lens.ledger(|ledger| ledger.statements.is_empty()));
    move || {
        if empty.get() {
            view! {
                <PageHead title=move || w().title facts=Signal::derive(move || period_and_day(lens, lang()))/>
                <EmptyState icon=IconName::Check title=move || w().unchecked why=move || w().unchecked_why>
                    <LinkButton to=Route::entry() label=move || w().enter kind=ButtonKind::Primary/>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <PageHead title=move || w().title finding facts/>
                <div class="findings__lists">
                    <OpenSection figures lens form/>
                    <ExplainedSection figures lens form/>
                </div>
                <PublishedSection lens/>
                <ExplainDialog form/>
            }
            .into_any()
        }
    }
}

/// The period, and the day it is seen from: all there is to say before anything was checked.
fn period_and_day(lens: Lens, lang: Lang) -> Vec<String> {
    vec![
        lens.ledger(|ledger| period_title(lang, &lens.period(), ledger)),
        as_of(lang, &lens.today().format(lang)),
    ]
}

/// The period, what was checked, what could not be, and the day it is seen from.
fn facts(lens: Lens, lang: Lang, figures: &Figures) -> Vec<String> {
    vec![
        lens.ledger(|ledger| period_title(lang, &lens.period(), ledger)),
        checked(lang, figures.checked),
        not_come(lang, figures.not_come()),
        as_of(lang, &lens.today().format(lang)),
    ]
}
