//! The import of figures: the table, whose its rows are, its columns, what would change, and one button that writes it.

use leptos::prelude::*;

use super::book::{Book, Part};
use super::handed::{Handed, taken};
use super::parts::Parts;
use super::source::Source;
use super::targets_page::TargetsImport;
use super::units_page::UnitsImport;
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
    /// The form's identifier, from the address; or what else a table can be of; or nothing, where a table comes first.
    form: String,
) -> impl IntoView {
    match form.as_str() {
        "" => view! { <Handed/> }.into_any(),
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
        Some(plan) => view! { <Prepared book=Book::new(lens, plan.clone()) plan/> }.into_any(),
        None => view! { <NothingToFill/> }.into_any(),
    }
}

#[component]
fn Prepared(book: Book, plan: Plan) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let lens = use_lens();
    let router = use_router();
    let toasts = use_toasts();
    let plan = StoredValue::new(plan);
    let handed = taken();
    if !handed.is_empty() {
        book.take(handed);
    }
    // One closed period among several keeps all of it back: everything is one act.
    let closing = Memo::new(move |_| {
        book.parts.with(|parts| {
            let of_part = |part: &Part| {
                let plan = part.draft.plan;
                plan.with_value(|plan| lens.ledger(|ledger| closing_of(ledger, &plan.form.id, &plan.period).cloned()))
            };
            parts.iter().find_map(of_part)
        })
    });
    let to_form = move || {
        plan.with_value(|plan| {
            let place = router.here(Route::Entry {
                form: Some(plan.form.id.to_string()),
                unit: None,
            });
            place.with_period(&plan.period.to_string())
        })
    };
    // A memo: a table that is refused again leaves the field and what was pasted into it alone.
    let is_read = Memo::new(move |_| book.is_read.get());
    let counted = Memo::new(move |_| book.counted());
    let head = move || {
        let counted = counted.get();
        match is_read.get() {
            true => finding(lang(), counted.figures, counted.doubtful, counted.unsettled),
            false => w().begin.to_owned(),
        }
    };
    let facts = move || {
        let lang = lang();
        if book.parts.with(Vec::len) > 1 {
            return Vec::new();
        }
        plan.with_value(|plan| {
            let period = lens.ledger(|ledger| capitalised(&period_name(lang, &plan.period, ledger)));
            vec![plan.form.label.in_lang(lang).to_owned(), period]
        })
    };
    let trail = move || {
        let label = plan.with_value(|plan| plan.form.label.in_lang(lang()).to_owned());
        vec![Crumb {
            label,
            place: to_form(),
        }]
    };
    let write = move || {
        if let Some(written) = book.write(untrack(lang)) {
            let said = written_with_units(untrack(lang), written.figures, written.units, written.added);
            toasts.offer_undo(said, move || lens.workspace().undo_of(&written.done));
            router.go(to_form());
        }
    };
    let nothing = Memo::new(move |_| counted.get().figures == 0);
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
                    <Parts book/>
                    <div class="row import__deeds">
                        <Button
                            label=move || write_button(lang(), counted.get().figures)
                            kind=ButtonKind::Primary
                            disabled=Signal::derive(move || nothing.get() || closing.with(Option::is_some))
                            on_press=write
                        />
                        <LinkButton to=to_form() label=move || w().to_form/>
                    </div>
                }
                    .into_any()
            } else {
                let is_nameless = Signal::derive(move || book.sheets.with(|sheets| !sheets.is_empty()));
                let take = Callback::new(move |sheets| book.take(sheets));
                let columns = move || {
                    let lang = lang();
                    let columns = plan.with_value(|plan| {
                        let named = plan.sheet.columns.iter().map(|column| column.name.in_lang(lang).to_owned());
                        named.collect::<Vec<_>>()
                    });
                    [w().names.to_owned()].into_iter().chain(columns).collect::<Vec<_>>()
                };
                view! { <Source on_read=take is_nameless columns=Signal::derive(columns)/> }.into_any()
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
