//! The page: the table, its columns, its rows, what would change, and one button that writes it.

use leptos::prelude::*;

use super::columns::Columns;
use super::draft::Draft;
use super::source::Source;
use super::targets_page::TargetsImport;
use super::units_page::UnitsImport;
use super::view::{Changes, Unsettled};
use crate::i18n::import::{IMPORT, finding, write_button, written_with_units};
use crate::model::closing::closing_of;
use crate::model::id::FormId;
use crate::model::period::Period;
use crate::pages::entry::choice::period_for;
use crate::pages::entry::plan::Plan;
use crate::pages::returns::ClosedNote;
use crate::report::period_name::{capitalised, period_name};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::{PageHead, use_title};
use crate::ui::toast::use_toasts;

/// The import of a table.
#[component]
pub fn ImportPage(
    /// The form's identifier, from the address; or what else a table can be of.
    form: String,
) -> impl IntoView {
    match form.as_str() {
        UNITS => view! { <UnitsImport/> }.into_any(),
        TARGETS => view! { <TargetsImport/> }.into_any(),
        _ => view! { <FormImport form/> }.into_any(),
    }
}

/// A table of units, in the address.
pub const UNITS: &str = "units";
/// A table of targets, in the address.
pub const TARGETS: &str = "targets";

#[component]
fn FormImport(form: String) -> impl IntoView {
    let lens = use_lens();
    let router = use_router();
    let found = lens.catalogue(|catalogue| catalogue.form(&FormId::new(&form)).cloned());
    // Made anew when the form, the period or the units change, not when a figure does.
    let plan = Memo::new(move |_| {
        let form = found.as_ref()?;
        let wanted: Option<Period> = router.place().period.and_then(|period| period.parse().ok());
        lens.with(|scope| {
            let period = period_for(form, wanted.as_ref(), scope.ledger, scope.today)?;
            // A bloc without units gets them from the table.
            let is_empty = scope.ledger.units.len() == 1;
            Some(Plan::new(scope, form, &period)).filter(|plan| is_empty || !plan.units.is_empty())
        })
    });
    move || match plan.get() {
        Some(plan) => view! { <Prepared draft=Draft::new(lens, plan)/> }.into_any(),
        None => view! { <NothingToFill/> }.into_any(),
    }
}

#[component]
fn Prepared(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let lens = use_lens();
    let router = use_router();
    let toasts = use_toasts();
    let is_read = Memo::new(move |_| draft.layout.with(Option::is_some));
    let closing = Memo::new(move |_| {
        draft
            .plan
            .with_value(|plan| lens.ledger(|ledger| closing_of(ledger, &plan.form.id, &plan.period).cloned()))
    });
    let to_form = move || {
        draft.plan.with_value(|plan| {
            let place = router.here(Route::Entry {
                form: Some(plan.form.id.to_string()),
                unit: None,
            });
            place.with_period(&plan.period.to_string())
        })
    };
    let counted = Memo::new(move |_| draft.counted());
    let head = move || {
        let (figures, doubtful, unsettled) = counted.get();
        match is_read.get() {
            true => finding(lang(), figures, doubtful, unsettled),
            false => w().begin.to_owned(),
        }
    };
    let facts = move || {
        let lang = lang();
        draft.plan.with_value(|plan| {
            let period = lens.ledger(|ledger| capitalised(&period_name(lang, &plan.period, ledger)));
            vec![plan.form.label.in_lang(lang).to_owned(), period]
        })
    };
    let trail = move || {
        let label = draft.plan.with_value(|plan| plan.form.label.in_lang(lang()).to_owned());
        vec![Crumb {
            label,
            place: to_form(),
        }]
    };
    let write = move || {
        if let Some((done, figures, units, added)) = draft.write(untrack(lang)) {
            toasts.offer_undo(written_with_units(untrack(lang), figures, units, added), move || {
                lens.workspace().undo_of(&done)
            });
            router.go(to_form());
        }
    };
    view! {
        <PageHead
            title=move || w().title
            finding=Signal::derive(head)
            facts=Signal::derive(facts)
            trail=Signal::derive(trail)
        />
        <ClosedNote lens closing/>
        {move || {
            if is_read.get() {
                view! {
                    <Columns draft/>
                    <Unsettled draft/>
                    <Changes draft/>
                    <div class="row import__deeds">
                        <Button
                            label=move || write_button(lang(), counted.get().0)
                            kind=ButtonKind::Primary
                            disabled=Signal::derive(move || counted.get().0 == 0)
                            on_press=write
                        />
                        <LinkButton to=to_form() label=move || w().to_form/>
                    </div>
                }
                    .into_any()
            } else {
                view! { <Source draft=draft.intake()/> }.into_any()
            }
        }}
    }
}

/// No such form, or nobody reports it.
#[component]
fn NothingToFill() -> impl IntoView {
    let w = use_words(&IMPORT);
    use_title(Signal::derive(move || w().title.to_owned()));
    view! {
        <EmptyState icon=IconName::Search title=move || w().unknown why=move || w().unknown_why page=true>
            <LinkButton to=Route::entry() label=move || w().all_forms kind=ButtonKind::Primary/>
        </EmptyState>
    }
}
