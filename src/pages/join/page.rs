//! The page at `/join` and `/join/<code>`: which of its steps is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::arriving::Arrive;
use super::enter::EnterCode;
use super::invitation::{InvitationFacts, TakeUp};
use super::landing::{FOR, SERVER};
use super::said::{is_final, said};
use crate::i18n::join::{JOIN, invited, new_password_for, signed_in_as};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::{focus_heading, use_router};
use crate::state::sync::endpoint::{self, Trouble};
use crate::state::sync::use_sync;
use crate::state::workspace::use_workspace;
use crate::sync::wire::{Invitation, Me};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::Skeleton;
use crate::ui::error_panel::ErrorPanel;
use crate::ui::notice::Notice;
use crate::ui::page_head::{PageHead, use_title};

/// The steps.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// The server is being asked.
    Asking,
    /// No code yet.
    Enter,
    /// The invitation cannot be opened.
    Unopened(Trouble),
    /// It is open.
    Open(Invitation),
    /// The account is in: what comes to this device, and whether the open bloc is published at once.
    Arrived(Me, bool),
}

#[derive(Clone, Copy)]
struct Joining {
    step: RwSignal<Step>,
    /// Whose session this device has already.
    here: RwSignal<Option<Me>>,
    code: StoredValue<String>,
}

/// The page.
#[component]
pub fn JoinPage(
    /// The code of an invitation; empty where none is named.
    code: String,
) -> impl IntoView {
    let w = use_words(&JOIN);
    let joining = Joining {
        step: RwSignal::new(Step::Asking),
        here: RwSignal::new(None),
        code: StoredValue::new(code),
    };
    let router = use_router();
    let is_for_server = router.place_untracked().filter(FOR) == Some(SERVER);
    joining.ask(is_for_server);
    move || match joining.step.get() {
        Step::Asking => {
            use_title(Signal::derive(move || w().title.to_owned()));
            view! { <Skeleton label=move || w().opening/> }.into_any()
        }
        Step::Enter => view! { <Enter joining/> }.into_any(),
        Step::Unopened(trouble) => view! { <Unopened joining trouble/> }.into_any(),
        Step::Open(invitation) => view! { <Open joining invitation/> }.into_any(),
        Step::Arrived(me, publish) => view! { <Arrive me publish/> }.into_any(),
    }
}

impl Joining {
    /// Asks what the code opens, and who is signed in here already.
    fn ask(self, is_for_server: bool) {
        self.step.set(Step::Asking);
        let code = self.code.get_value();
        spawn_local(async move {
            // Without an answer nobody is: what the code opens says then why there was none.
            let here = endpoint::me().await.ok();
            let _ = self.here.try_set(here.clone());
            let step = match (code.is_empty(), here) {
                (true, Some(me)) if is_for_server && me.records == 0 => Step::Arrived(me, true),
                (true, _) => Step::Enter,
                (false, _) => match endpoint::open_invitation(&code).await {
                    Ok(invitation) => Step::Open(invitation),
                    Err(trouble) => Step::Unopened(trouble),
                },
            };
            let _ = self.step.try_set(step);
            focus_heading();
        });
    }

    fn arrive(self, me: Me) {
        self.step.set(Step::Arrived(me, false));
    }
}

/// Without a code.
#[component]
fn Enter(joining: Joining) -> impl IntoView {
    let w = use_words(&JOIN);
    view! {
        <PageHead title=move || w().by_code/>
        <div class="join">
            <SignedInHere joining/>
            <p class="muted">{move || w().by_code_why}</p>
            <EnterCode on_signed_in=move |me: Me| joining.arrive(me)/>
        </div>
    }
}

/// Who is signed in here, and the way to that account's bloc.
#[component]
fn SignedInHere(joining: Joining) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let sync = use_sync();
    // Its bloc may be open already.
    let is_linked = move |me: &Me| {
        sync.standing.with(|standing| {
            let link = standing.link.as_ref();
            link.is_some_and(|link| link.account == me.account.id)
        })
    };
    move || {
        joining.here.get().map(|me| {
            let line = {
                let (name, role) = (me.account.name.clone(), me.account.role);
                move || signed_in_as(lang(), &name, role)
            };
            let way = if is_linked(&me) {
                view! { <LinkButton to=Route::Overview label=move || w().to_overview small=true/> }.into_any()
            } else {
                view! { <Button label=move || w().load_here small=true on_press=move || joining.arrive(me.clone())/> }
                    .into_any()
            };
            view! {
                <Notice>
                    <span>{move || w().here_title} ": " {line} "."</span>
                    <span class="row">{way}</span>
                </Notice>
            }
        })
    }
}

/// The invitation cannot be opened.
#[component]
fn Unopened(joining: Joining, trouble: Trouble) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let ends = is_final(&trouble);
    let title = move || if ends { w().refused } else { w().not_reached };
    let (what, remedy) = {
        let of = trouble.clone();
        (move || said(lang(), &trouble).0, move || said(lang(), &of).1)
    };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(move || title().to_owned())/>
        <div class="join">
            <SignedInHere joining/>
            <ErrorPanel happened=what safe=move || w().refused_safe remedy>
                {(!ends)
                    .then(|| {
                        view! {
                            <Button
                                label=move || w().again
                                kind=ButtonKind::Primary
                                on_press=move || joining.ask(false)
                            />
                        }
                    })}
                <LinkButton to=Route::Join(String::new()) label=move || w().other_code/>
            </ErrorPanel>
        </div>
    }
}

/// The invitation is open.
#[component]
fn Open(joining: Joining, invitation: Invitation) -> impl IntoView {
    let w = use_words(&JOIN);
    let lang = use_lang();
    let workspace = use_workspace();
    let is_new = invitation.new_account;
    let heading = {
        let (bloc, name) = (invitation.bloc.clone(), invitation.name.clone());
        move || match is_new {
            true => invited(lang(), &bloc),
            false => new_password_for(lang(), &name),
        }
    };
    let title = move || if is_new { w().title } else { w().title_password };
    // Whoever is signed in decides first; the form comes when the invitation is meant for this device all the same.
    let wants = RwSignal::new(!is_new);
    let asks_first = move || joining.here.with(Option::is_some) && !wants.get();
    let has_own = move || {
        workspace
            .entries
            .with(|entries| entries.iter().any(|entry| entry.account.is_none()))
    };
    let invitation = StoredValue::new(invitation);
    let form = move || {
        view! {
            {move || has_own().then(|| view! { <p class="muted">{move || w().beside}</p> })}
            <TakeUp
                invitation=invitation.get_value()
                code=joining.code.get_value()
                on_done=move |me: Me| joining.arrive(me)
                on_refused=move |trouble: Trouble| {
                    joining.step.set(Step::Unopened(trouble));
                    focus_heading();
                }
            />
        }
    };
    let question = move || {
        let line = move || {
            joining
                .here
                .get()
                .map(|me| signed_in_as(lang(), &me.account.name, me.account.role))
        };
        view! {
            <Notice>
                <span>
                    <strong>{move || w().here_title} ": " {line}</strong>
                    ". "
                    {move || w().here_why}
                </span>
                <span class="row">
                    <LinkButton to=Route::Overview label=move || w().here_stay kind=ButtonKind::Primary small=true/>
                    <Button label=move || w().here_join small=true on_press=move || wants.set(true)/>
                </span>
            </Notice>
        }
    };
    view! {
        <PageHead title finding=Signal::derive(heading)/>
        <div class="join">
            <InvitationFacts invitation=invitation.get_value()/>
            {move || if asks_first() { question().into_any() } else { form().into_any() }}
        </div>
    }
}
