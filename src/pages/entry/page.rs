//! The entry page: without a form it asks for one.

use leptos::prelude::*;

use super::chooser::Chooser;
use super::form_page::FormPage;
use crate::i18n::entry::ENTRY;
use crate::state::books::use_books;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::use_title;

/// The page at `/entry`, `/entry/<form>` and `/entry/<form>/<unit>`.
#[component]
pub fn EntryPage(
    /// The form, where one is chosen.
    form: Option<String>,
    /// The one unit, where one is chosen.
    unit: Option<String>,
) -> impl IntoView {
    let books = use_books();
    let is_open = Memo::new(move |_| books.workspace.current.with(Option::is_some));
    move || match (is_open.get(), &form) {
        (false, _) => view! { <NoBloc/> }.into_any(),
        (true, None) => view! { <Chooser/> }.into_any(),
        (true, Some(form)) => view! { <FormPage form=form.clone() unit=unit.clone()/> }.into_any(),
    }
}

/// No bloc is open: there is nothing to enter figures into.
#[component]
fn NoBloc() -> impl IntoView {
    let w = use_words(&ENTRY);
    use_title(Signal::derive(move || w().title.to_owned()));
    view! {
        <EmptyState icon=IconName::Entry title=move || w().no_bloc why=move || w().no_bloc_why page=true>
            <LinkButton to=Route::Overview label=move || w().no_bloc_do kind=ButtonKind::Primary/>
        </EmptyState>
    }
}
