//! When the open bloc was last backed up, and the way to the page of backups.

use leptos::prelude::*;

use crate::i18n::backup::BACKUP;
use crate::pages::backup::reminder::{LastBackup, use_backups};
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::workspace::use_workspace;
use crate::ui::button::LinkButton;
use crate::ui::page_head::Section;

/// The section.
#[component]
pub fn BackupSection() -> impl IntoView {
    let w = use_words(&BACKUP);
    let workspace = use_workspace();
    let has_bloc = Memo::new(move |_| workspace.current.with(Option::is_some));
    let state = use_backups(Trigger::new());
    view! {
        <Section title=move || w().title>
            {move || has_bloc.get().then(|| view! { <LastBackup state/> })}
            <div class="row">
                <LinkButton
                    to=Route::Backup
                    label=move || if has_bloc.get() { w().title } else { w().to_page }
                    small=true
                />
            </div>
        </Section>
    }
}
