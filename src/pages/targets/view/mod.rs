//! What the page draws. In the browser only.

use crate::i18n::frame::FRAME;
use crate::state::preferences::use_words;
use crate::ui::page_head::PageHead;
use leptos::prelude::*;

/// Chỉ tiêu: what is to be reached, and how it stands.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let w = use_words(&FRAME);
    view! { <PageHead title=move || w().targets/> }
}
