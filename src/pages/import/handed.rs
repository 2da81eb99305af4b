//! A table that comes first (shared with the installed app, or opened with it); then a person says what it is of.

use std::cell::RefCell;

use leptos::prelude::*;

use super::for_form::ForForm;
use super::page::{TARGETS, UNITS};
use super::source::Source;
use crate::exchange::import::keys::Keys;
use crate::exchange::import::sheet::RawSheet;
use crate::i18n::import::IMPORT;
use crate::model::measure::Form;
use crate::model::period::Period;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::router::{Router, use_router};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::page_head::{PageHead, Section};

thread_local! {
    /// What was read, on its way to the page of what it is of.
    static READ: RefCell<Vec<RawSheet>> = const { RefCell::new(Vec::new()) };
}

/// What was read before this page was opened; empty where nothing was. Nobody gets it twice.
pub fn taken() -> Vec<RawSheet> {
    READ.take()
}

/// The page.
#[component]
pub fn Handed() -> impl IntoView {
    let w = use_words(&IMPORT);
    let router = use_router();
    let is_read = RwSignal::new(false);
    let take = Callback::new(move |sheets: Vec<RawSheet>| {
        // A table that this app made says where it belongs.
        let keys = sheets.iter().find_map(Keys::of);
        READ.set(sheets);
        match keys {
            Some(keys) => go(router, keys.form.as_str(), Some(&keys.period)),
            None => is_read.set(true),
        }
    });
    let finding = move || match is_read.get() {
        true => w().which_form.to_owned(),
        false => w().begin.to_owned(),
    };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(finding)/>
        {move || match is_read.get() {
            true => {
                view! {
                    <Section title=move || w().which_form_section>
                        <ForForm
                            deed=move || w().go_on.to_owned()
                            kind=ButtonKind::Primary
                            on_choose=move |(form, period): (Form, Period)| go(router, form.id.as_str(), Some(&period))
                        />
                    </Section>
                    <Section title=move || w().which_list>
                        <div class="row">
                            <Button label=move || w().units_title on_press=move || go(router, UNITS, None)/>
                            <Button label=move || w().targets_title on_press=move || go(router, TARGETS, None)/>
                        </div>
                    </Section>
                }
                    .into_any()
            }
            false => view! { <Source on_read=take is_nameless=false/> }.into_any(),
        }}
    }
}

fn go(router: Router, to: &str, period: Option<&Period>) {
    let place = router.place_untracked().at(Route::Import(to.to_owned()));
    router.go(match period {
        Some(period) => place.with_period(&period.to_string()),
        None => place,
    });
}
