//! What the page draws. In the browser only.

use crate::i18n::frame::FRAME;
use crate::state::preferences::use_words;
use crate::ui::page_head::PageHead;
use leptos::prelude::*;

/// Cần xem lại: what a person must look at.
#[component]
pub fn FindingsPage() -> impl IntoView {
    let w = use_words(&FRAME);
    view! { <PageHead title=move || w().findings/> }
}
