//! The entry page: without a form it asks for one.

use leptos::prelude::*;

use super::chooser::Chooser;
use super::form_page::FormPage;

/// The page at `/entry`, `/entry/<form>` and `/entry/<form>/<unit>`.
#[component]
pub fn EntryPage(
    /// The form, where one is chosen.
    form: Option<String>,
    /// The one unit, where one is chosen.
    unit: Option<String>,
) -> impl IntoView {
    match form {
        None => view! { <Chooser/> }.into_any(),
        Some(form) => view! { <FormPage form unit/> }.into_any(),
    }
}
