//! The page. Without an open bloc, only what opens a file.

use leptos::prelude::*;

use super::make::{JsonSection, MakeSection};
use super::open::OpenSection;
use crate::i18n::backup::BACKUP;
use crate::state::preferences::use_words;
use crate::state::workspace::use_workspace;
use crate::ui::page_head::PageHead;

/// Backup, moving.
#[component]
pub fn BackupPage() -> impl IntoView {
    let w = use_words(&BACKUP);
    let workspace = use_workspace();
    let has_bloc = Memo::new(move |_| workspace.current.with(Option::is_some));
    view! {
        <PageHead title=move || w().title/>
        {move || has_bloc.get().then(|| view! { <MakeSection/> })}
        <OpenSection/>
        {move || has_bloc.get().then(|| view! { <JsonSection/> })}
    }
}
