//! A bloc that has no server: what one is for, and the two ways to work on several devices.

use leptos::prelude::*;

use crate::i18n::sync::SYNC;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::workspace::use_workspace;
use crate::ui::button::LinkButton;
use crate::ui::icon::IconName;
use crate::ui::notice::Notice;
use crate::ui::page_head::{PageHead, Section};

/// The page without a server.
#[component]
pub fn Alone() -> impl IntoView {
    let w = use_words(&SYNC);
    let workspace = use_workspace();
    let is_demo = Memo::new(move |_| {
        workspace
            .current
            .with(|current| current.as_ref().is_some_and(|it| it.demo))
    });
    view! {
        <PageHead title=move || w().title finding=move || w().alone.to_owned()/>
        {move || is_demo.get().then(|| view! { <Notice>{w().demo}</Notice> })}
        <p class="sync__why">{move || w().alone_why}</p>
        <Section title=move || w().alone_ways>
            <ul class="sync__ways">
                <li>
                    <h3>{move || w().alone_join}</h3>
                    <p>{move || w().alone_join_why}</p>
                    <LinkButton to=Route::Join(String::new()) label=move || w().alone_join_do icon=IconName::Sync/>
                </li>
                <li>
                    <h3>{move || w().alone_file}</h3>
                    <p>{move || w().alone_file_why}</p>
                    <LinkButton to=Route::Backup label=move || w().alone_file_do icon=IconName::Upload/>
                </li>
            </ul>
        </Section>
    }
}
