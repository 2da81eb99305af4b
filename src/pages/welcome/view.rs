//! What a first visit shows: what this is, the demos, and the way to a bloc of one's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::steps::NewBloc;
use crate::demo::{self, DemoInfo};
use crate::i18n::backup::BACKUP;
use crate::i18n::join::JOIN;
use crate::i18n::store::error_text;
use crate::i18n::welcome::{WELCOME, Welcome};
use crate::model::record::Record;
use crate::pages::join::landing::FOR;
use crate::state::preferences::{use_lang, use_preferences, use_words};
use crate::state::route::{Place, Route};
use crate::state::router::{focus_heading, use_router};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::error_panel::ErrorPanel;
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::use_title;

/// Makes a bloc of records and goes to its overview; keeps what is on the screen when it cannot.
#[derive(Clone, Copy)]
pub struct Opening {
    /// The name of what is being made; `None` when nothing is.
    pub busy: RwSignal<Option<String>>,
    /// Why it could not be made.
    pub failure: RwSignal<Option<String>>,
}

impl Opening {
    fn new() -> Opening {
        Opening {
            busy: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// Makes the bloc.
    pub fn open(self, name: String, records: Vec<Record>, is_demo: bool) {
        let workspace = use_workspace();
        let router = use_router();
        let lang = use_preferences().lang.get_untracked();
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(name.clone()));
        self.failure.set(None);
        spawn_local(async move {
            match workspace.create_from_records(&name, &records, is_demo).await {
                Ok(id) => {
                    let here = router.place_untracked();
                    // A bloc that was begun for a server goes on to it.
                    let meant_for = here.filter(FOR).map(str::to_owned).filter(|_| !is_demo);
                    let place = match meant_for {
                        Some(server) => Place {
                            bloc: Some(id),
                            ..here.at(Route::Join(String::new())).with_filter(FOR, &server)
                        },
                        None => here.at(Route::Overview).with_bloc(&id),
                    };
                    router.go(place);
                }
                Err(error) => self.failure.set(Some(error_text(lang, &error))),
            }
            self.busy.set(None);
        });
    }
}

/// The first visit, or the page of a further bloc.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let w = use_words(&WELCOME);
    let own = RwSignal::new(false);
    let opening = Opening::new();
    let back = move |()| {
        own.set(false);
        focus_heading();
    };
    use_title(Signal::derive(move || {
        if own.get() { w().new_bloc } else { w().headline }.to_owned()
    }));
    view! {
        <div class="welcome">
            {move || {
                if own.get() {
                    view! { <NewBloc opening=opening on_cancel=back/> }.into_any()
                } else {
                    view! { <Choices opening=opening own=own/> }.into_any()
                }
            }}
            {move || {
                opening
                    .failure
                    .get()
                    .map(|details| {
                        view! {
                            <ErrorPanel
                                happened=move || w().failed
                                safe=move || w().on_device
                                remedy=move || w().failed_remedy
                                details=details
                            />
                        }
                    })
            }}
        </div>
    }
}

/// What this is, and the two ways in.
#[component]
fn Choices(opening: Opening, own: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&WELCOME);
    let backup = use_words(&BACKUP);
    let join = use_words(&JOIN);
    view! {
        <h1 class="welcome__headline" tabindex="-1">
            {move || w().headline}
        </h1>
        <p class="welcome__lead">{move || w().lead}</p>
        <ul class="welcome__promises">
            {promise(IconName::Check, |w| w.promise)}
            {promise(IconName::Check, |w| w.on_device)}
        </ul>
        <div class="welcome__ways">
            <section class="welcome__way">
                <div class="welcome__choice">
                    <Button
                        label=move || w().start_own
                        icon=IconName::Add
                        on_press=move |()| {
                            own.set(true);
                            focus_heading();
                        }
                    />
                    <p>{move || w().own_help}</p>
                </div>
                <div class="welcome__choice">
                    <LinkButton to=Route::Join(String::new()) label=move || join().by_code icon=IconName::Forward/>
                    <p>{move || w().join_help}</p>
                </div>
                <div class="welcome__choice">
                    <LinkButton to=Route::Backup label=move || backup().to_page icon=IconName::Upload/>
                    <p>{move || w().backup_help}</p>
                </div>
            </section>
            <Demos opening=opening/>
        </div>
    }
}

/// The first demo stands out; the others are a list below it, each with what is in it where there is room.
#[component]
fn Demos(opening: Opening) -> impl IntoView {
    let w = use_words(&WELCOME);
    let mut infos = demo::demos().into_iter();
    let first = infos.next().map(|info| {
        let label = Signal::derive(move || w().try_demo.to_owned());
        demo_button(opening, info, label, ButtonKind::Primary)
    });
    let others = infos
        .map(|info| {
            let (name, summary) = (info.label.clone(), info.summary.clone());
            let lang = use_lang();
            let label = Signal::derive(move || name.in_lang(lang()).to_owned());
            view! {
                <li>
                    {demo_button(opening, info, label, ButtonKind::Quiet)}
                    <span class="small muted">{move || summary.in_lang(lang()).to_owned()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="welcome__way">
            <div class="welcome__choice">
                {first}
                <p>{move || w().demo_help}</p>
            </div>
            <p id="other-demos" class="welcome__label">{move || w().other_demos}</p>
            <ul class="welcome__others" aria-labelledby="other-demos">
                {others}
            </ul>
            <p class="sr-only" role="status">
                {move || opening.busy.get().map(|_| w().loading_demo)}
            </p>
        </section>
    }
}

/// A button that makes a demo and opens it.
fn demo_button(opening: Opening, info: DemoInfo, label: Signal<String>, kind: ButtonKind) -> impl IntoView {
    let lang = use_lang();
    let DemoInfo { id, label: name, .. } = info;
    let busy = Signal::derive(move || opening.busy.get().is_some_and(|busy| busy == name.in_lang(lang())));
    let show = move |()| {
        if let Some(demo) = demo::load(&id) {
            opening.open(demo.label.in_lang(lang()).to_owned(), demo.records, true);
        }
    };
    view! { <Button label kind busy on_press=show/> }
}

fn promise(icon: IconName, word: fn(&Welcome) -> &'static str) -> impl IntoView {
    let w = use_words(&WELCOME);
    view! {
        <li>
            <Icon name=icon/>
            <span>{move || word(w())}</span>
        </li>
    }
}
