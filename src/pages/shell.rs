//! The shell: what every component may ask for, the frame, and the page that the address names.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::kit::KitPage;
use crate::i18n::frame::FRAME;
use crate::state::install::provide_installation;
use crate::state::preferences::{provide_preferences, use_words};
use crate::state::route::Route;
use crate::state::router::{provide_router, use_router};
use crate::state::save::SaveState;
use crate::state::version::provide_updates;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::frame::Frame;
use crate::ui::icon::IconName;
use crate::ui::page_head::use_title;
use crate::ui::toast::provide_toasts;
use crate::ui::version::UpdatePrompt;

/// Starts the app in the page's body, in the place of the first paint.
pub fn mount() {
    console_error_panic_hook::set_once();
    let Some(body) = document().body() else {
        return;
    };
    body.set_inner_html("");
    mount_to(body, App).forget();
}

/// The app: what every component may ask for, the frame, and the page.
#[component]
fn App() -> impl IntoView {
    provide_preferences();
    provide_toasts();
    provide_router();
    provide_installation();
    let save = Signal::derive(|| SaveState::Idle);
    let updates = provide_updates(save);
    view! {
        <Frame blocs=Vec::new() bloc="" periods=Vec::new() period="" save>
            <UpdatePrompt updates save/>
            <Page/>
        </Frame>
    }
}

/// The page that the address names. It is made anew only when the page changes, not when a filter does.
#[component]
fn Page() -> impl IntoView {
    let route = use_router().route();
    move || match route.get() {
        Route::Kit => view! { <KitPage/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page for addresses that no page has.
#[component]
fn NotFoundPage() -> impl IntoView {
    let w = use_words(&FRAME);
    use_title(Signal::derive(move || w().not_found.to_owned()));
    view! {
        <EmptyState
            icon=IconName::Search
            title=move || w().not_found
            why=move || w().not_found_why
            page=true
        >
            <LinkButton to=Route::Overview label=move || w().to_overview kind=ButtonKind::Primary/>
        </EmptyState>
    }
}
