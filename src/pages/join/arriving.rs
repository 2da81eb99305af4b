//! After joining or signing in: the bloc comes to this device, or one of this device's goes to an empty server.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::landing::{FOR, SERVER, landing};
use super::said::said;
use crate::i18n::join::{JOIN, loaded_line, published_line};
use crate::model::text::Lang;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::state::router::focus_heading;
use crate::state::sync::deeds::Home;
use crate::state::sync::endpoint::{self, Trouble};
use crate::state::sync::{Phase, Standing, Sync, use_sync};
use crate::store::registry::Entry;
use crate::sync::rights::Role;
use crate::sync::wire::Me;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::EmptyState;
use crate::ui::error_panel::ErrorPanel;
use crate::ui::field::new_id;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::toast::{Toasts, use_toasts};

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// The server is empty: what to begin with.
    Choose,
    /// The server is empty, and this account is not the one that fills it.
    StillEmpty,
    /// It is under way: fetching, or publishing this many records.
    Under(Way),
    /// It broke off.
    Broken(Way, Trouble),
}

/// Which way records go.
#[derive(Clone, Debug, PartialEq)]
enum Way {
    /// From the server to this device.
    Load,
    /// From the open bloc to the server.
    Publish(Entry),
}

#[derive(Clone, Copy)]
struct Arriving {
    step: RwSignal<Step>,
    sync: Sync,
    lens: Lens,
    toasts: Toasts,
}

/// The step.
#[component]
pub fn Arrive(
    /// Who joined.
    me: Me,
    /// The open bloc is published at once: it was made for that.
    publish: bool,
) -> impl IntoView {
    let arriving = Arriving {
        step: RwSignal::new(first_step(&me)),
        sync: use_sync(),
        lens: use_lens(),
        toasts: use_toasts(),
    };
    let lang = use_lang();
    let current = arriving.lens.workspace().current;
    match arriving.step.get_untracked() {
        Step::Under(way) => arriving.go(me.clone(), way, untrack(lang)),
        Step::Choose if publish => {
            // The bloc that was just made may still be being opened.
            Effect::new({
                let me = me.clone();
                move |begun: Option<bool>| {
                    let entry = current.get().filter(|_| begun != Some(true));
                    let begins = entry.is_some();
                    if let Some(entry) = entry {
                        arriving.go(me.clone(), Way::Publish(entry), untrack(lang));
                    }
                    begins || begun == Some(true)
                }
            });
        }
        _ => {}
    }
    focus_heading();
    let me = StoredValue::new(me);
    move || match arriving.step.get() {
        Step::Choose => view! { <Choose arriving me/> }.into_any(),
        Step::StillEmpty => view! { <StillEmpty arriving me/> }.into_any(),
        Step::Under(way) => view! { <Under arriving way/> }.into_any(),
        Step::Broken(way, trouble) => view! { <Broken arriving me way trouble/> }.into_any(),
    }
}

fn first_step(me: &Me) -> Step {
    match (me.records, me.account.role) {
        (1.., _) => Step::Under(Way::Load),
        (0, Role::Admin) => Step::Choose,
        (0, _) => Step::StillEmpty,
    }
}

impl Arriving {
    /// Goes one way; where it breaks off it can be gone again.
    fn go(self, me: Me, way: Way, lang: Lang) {
        self.step.set(Step::Under(way.clone()));
        spawn_local(async move {
            let (way, said) = match self.is_filled_meanwhile(&way).await {
                true => (Way::Load, JOIN.in_lang(lang).filled_meanwhile),
                false => (way, JOIN.in_lang(lang).joined),
            };
            let _ = self.step.try_set(Step::Under(way.clone()));
            match self.link(&me, &way).await {
                Ok(id) => self.finish(&id, &me, said).await,
                Err(trouble) => drop(self.step.try_set(Step::Broken(way, trouble))),
            }
        });
    }

    /// Whether somebody else filled the server since this device was told that it is empty: two blocs would flow together.
    /// One that is linked already goes on with what it began.
    async fn is_filled_meanwhile(self, way: &Way) -> bool {
        let Way::Publish(entry) = way else { return false };
        entry.account.is_none() && endpoint::me().await.is_ok_and(|now| now.records > 0)
    }

    async fn link(self, me: &Me, way: &Way) -> Result<String, Trouble> {
        let Way::Publish(entry) = way else {
            return self.sync.link(me, Home::New).await;
        };
        let (workspace, router) = (self.lens.workspace(), self.lens.router());
        let mut here = router.place_untracked();
        if here.bloc.as_deref() != Some(&entry.id) {
            here.bloc = Some(entry.id.clone());
            router.replace(here);
        }
        workspace.open(&entry.id).await?;
        self.sync.link(me, Home::ThisBloc).await
    }

    async fn finish(self, id: &str, me: &Me, said: &'static str) {
        let workspace = self.lens.workspace();
        // Where it cannot be opened, the page that it is opened on says why.
        let _ = workspace.open(id).await;
        let unit = me.account.unit.as_ref().filter(|_| me.account.role == Role::Unit);
        let place = self.lens.with_untracked(|scope| landing(scope, id, unit));
        self.toasts.say(said);
        self.lens.router().go(place);
    }
}

/// What to begin an empty server with.
#[component]
fn Choose(arriving: Arriving, me: StoredValue<Me>) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let router = arriving.lens.router();
    let workspace = arriving.lens.workspace();
    spawn_local(async move {
        // The list was read when the app started; another tab may have made a bloc.
        let _ = workspace.list().await;
    });
    let row = move |entry: Entry| {
        let (name, is_demo) = (entry.name.clone(), entry.demo);
        let label = {
            let name = name.clone();
            move || format!("{}: {name}", w().publish)
        };
        view! {
            <li class="blocs__row">
                <span class="blocs__name">
                    {name} {is_demo.then(|| view! { <small class="muted">{move || w().publish_demo}</small> })}
                </span>
                <Button
                    label
                    small=true
                    on_press=move || arriving.go(me.get_value(), Way::Publish(entry.clone()), untrack(lang))
                />
            </li>
        }
    };
    let anew = move || {
        let mut place = router.place_untracked().at(Route::Start);
        place = place.with_filter(FOR, SERVER);
        router.go(place);
    };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(move || w().empty_title.to_owned())/>
        <div class="join">
            <p>{move || w().empty_why}</p>
            <ul class="blocs">
                <For each=move || workspace.entries.get() key=|entry| entry.id.clone() children=row/>
            </ul>
            <div>
                <Button label=move || w().anew icon=IconName::Add on_press=anew/>
                <p class="muted">{move || w().anew_help}</p>
            </div>
        </div>
    }
}

/// The server is empty, and somebody else fills it.
#[component]
fn StillEmpty(arriving: Arriving, me: StoredValue<Me>) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let busy = RwSignal::new(false);
    let again = move || {
        busy.set(true);
        spawn_local(async move {
            let asked = endpoint::me().await;
            let _ = busy.try_set(false);
            if let Ok(now) = asked
                && now.records > 0
            {
                let _ = me.try_set_value(now.clone());
                arriving.go(now, Way::Load, untrack(lang));
            }
        });
    };
    view! {
        <EmptyState
            icon=IconName::Waiting
            title=move || w().still_empty
            why=move || w().still_empty_why
            page=true
        >
            <Button label=move || w().again kind=ButtonKind::Primary busy on_press=again/>
        </EmptyState>
    }
}

/// It is under way.
#[component]
fn Under(arriving: Arriving, way: Way) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let id = new_id("join");
    let publishes = way != Way::Load;
    let all = arriving.lens.workspace().count_records() as u64;
    // How much there is, is known when the first answer is there.
    let progress = Memo::new(move |_| {
        arriving
            .sync
            .standing
            .with(|standing| progress(standing, publishes, all))
    });
    let line = move || {
        progress.get().map(|(done, total)| match publishes {
            true => published_line(lang(), done, total),
            false => loaded_line(lang(), done, total),
        })
    };
    let head = move || if publishes { w().publishing } else { w().loading };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(move || head().to_owned())/>
        <div class="join">
            <p class="join__progress">
                <label class="sr-only" for=id.clone()>
                    {head}
                </label>
                <progress
                    id=id
                    max=move || progress.get().map(|(_, total)| total.max(1).to_string())
                    value=move || progress.get().map(|(done, _)| done.to_string())
                ></progress>
                <span>{line}</span>
            </p>
            <p class="muted" role="status">
                {move || w().loading_note}
            </p>
        </div>
    }
}

/// How many are done, of how many; `None` while that is not known.
fn progress(standing: &Standing, publishes: bool, all: u64) -> Option<(u64, u64)> {
    match standing.phase {
        _ if publishes => {
            let total = all.max(standing.unsent);
            (total > 0).then(|| (total.saturating_sub(standing.unsent), total))
        }
        Phase::Fetching { done, total } if total > 0 => Some((done.min(total), total)),
        _ => None,
    }
}

/// It broke off.
#[component]
fn Broken(arriving: Arriving, me: StoredValue<Me>, way: Way, trouble: Trouble) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let router = arriving.lens.router();
    let publishes = way != Way::Load;
    let (what, remedy) = {
        let of = trouble.clone();
        (move || said(lang(), &trouble).0, move || said(lang(), &of).1)
    };
    let title = move || {
        if publishes {
            w().publishing_failed
        } else {
            w().loading_failed
        }
    };
    let safe = move || {
        if publishes {
            w().publishing_safe
        } else {
            w().loading_safe
        }
    };
    let has_bloc = move || arriving.lens.workspace().current.with(Option::is_some);
    let home = move || Place {
        route: Route::Overview,
        filters: Vec::new(),
        ..router.place_untracked()
    };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(move || title().to_owned())/>
        <ErrorPanel happened=what safe remedy>
            <Button
                label=move || if publishes { w().publish_again } else { w().load_again }
                kind=ButtonKind::Primary
                on_press=move || arriving.go(me.get_value(), way.clone(), untrack(lang))
            />
            {move || has_bloc().then(|| view! { <Button label=move || w().to_overview on_press=move || router.go(home())/> })}
        </ErrorPanel>
    }
}
