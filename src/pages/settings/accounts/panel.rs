//! What the panel shows: the way to a server, the form that signs in again, or the account with all that belongs to it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::leave::Leave;
use super::list::Office;
use super::own::{Facts, Own};
use super::sessions::Sessions;
use crate::i18n::accounts::{ACCOUNTS, clock_is_off};
use crate::i18n::join::{JOIN, signed_in_as};
use crate::model::id::UnitId;
use crate::pages::join::landing::{FOR, SERVER};
use crate::pages::join::said::said_line;
use crate::pages::join::sign_in::SignInAgain;
use crate::platform::clock::now_ms;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::sync::endpoint::{self, Trouble};
use crate::state::sync::{Phase, use_sync};
use crate::state::workspace::use_workspace;
use crate::store::link::Link;
use crate::sync::rights::Role;
use crate::sync::wire::{Account, Me};
use crate::ui::button::{Button, LinkButton};
use crate::ui::empty::Skeleton;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;

/// Whose account it is. When it was last heard of is none of this.
#[derive(Clone, PartialEq)]
struct Who {
    id: String,
    name: String,
    role: Role,
    unit: Option<UnitId>,
}

/// What is shown. Only what changes it draws the panel anew: a round of news must not take an open dialog away.
#[derive(Clone, PartialEq)]
enum Shown {
    /// The server was asked.
    Asking,
    /// The open bloc has no server. Who is signed in there, and whether a bloc may still be published to it.
    Local(Option<(Who, bool)>),
    /// The account is signed in. Whether this device's clock is off.
    Linked(Who, bool),
    /// It is not, and why.
    Away(Who, Trouble),
}

fn shown(answer: Option<&Result<Answer, Trouble>>, link: Option<&Link>) -> Shown {
    let Some(answer) = answer else {
        return Shown::Asking;
    };
    let Some(link) = link else {
        let here = answer.as_ref().ok();
        return Shown::Local(here.map(|here| (here.who.clone(), here.is_empty && here.who.role == Role::Admin)));
    };
    let linked = Who {
        id: link.account.clone(),
        name: link.name.clone(),
        role: link.role,
        unit: link.unit.clone(),
    };
    match answer {
        Ok(here) if here.who.id == linked.id => Shown::Linked(here.who.clone(), here.clock_is_off),
        // Another account's session: the bloc's own has to sign in.
        Ok(_) => Shown::Away(linked, Trouble::OtherAccount),
        Err(trouble) => Shown::Away(linked, trouble.clone()),
    }
}

/// What the panel needs of the server's answer, as it was when it came.
struct Answer {
    who: Who,
    is_empty: bool,
    clock_is_off: bool,
}

impl From<Me> for Answer {
    fn from(me: Me) -> Answer {
        let Account {
            id, name, role, unit, ..
        } = me.account;
        Answer {
            who: Who { id, name, role, unit },
            is_empty: me.records == 0,
            clock_is_off: clock_is_off(now_ms(), me.now_ms),
        }
    }
}

/// The panel.
#[component]
pub fn AccountsPanel() -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let sync = use_sync();
    let answer = RwSignal::new(None::<Result<Answer, Trouble>>);
    let again = Trigger::new();
    let account = Memo::new(move |_| {
        sync.standing
            .with(|standing| standing.link.as_ref().map(|link| link.account.clone()))
    });
    // Signed in or out somewhere on the page: asked anew.
    let is_over = Memo::new(move |_| sync.standing.with(|standing| standing.phase == Phase::SignedOut));
    Effect::new(move || {
        again.track();
        let _ = (is_over.get(), account.get());
        spawn_local(async move {
            let asked = endpoint::me().await;
            let _ = answer.try_set(Some(asked.map(Answer::from)));
        });
    });
    let shown = Memo::new(move |_| {
        sync.standing
            .with(|standing| answer.with(|answer| shown(answer.as_ref(), standing.link.as_ref())))
    });
    view! {
        <Section title=move || w().title>
            {move || match shown.get() {
                Shown::Asking => view! { <Skeleton label=move || w().asking/> }.into_any(),
                Shown::Local(here) => view! { <Local here/> }.into_any(),
                Shown::Linked(who, clock_is_off) => view! { <Linked who clock_is_off again/> }.into_any(),
                Shown::Away(who, trouble) => view! { <Away who trouble again/> }.into_any(),
            }}
        </Section>
    }
}

/// The open bloc has no server.
#[component]
fn Local(here: Option<(Who, bool)>) -> impl IntoView {
    let join = use_words(&JOIN);
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let router = use_router();
    let workspace = use_workspace();
    let may_publish = here.as_ref().is_some_and(|(_, may_publish)| *may_publish);
    let has_bloc = move || workspace.current.with(Option::is_some);
    let can_publish = move || may_publish && has_bloc();
    let who = here.map(|(who, _)| (who.name, who.role));
    let to = Signal::derive(move || {
        let place = router.here(Route::Join(String::new()));
        if can_publish() {
            place.with_filter(FOR, SERVER)
        } else {
            place
        }
    });
    view! {
        <p>
            {move || has_bloc().then(|| format!("{} ", w().local))} {move || w().local_why}
            {move || who.as_ref().map(|(name, role)| format!(" {}: {}.", join().here_title, signed_in_as(lang(), name, *role)))}
        </p>
        <div class="row">
            {move || {
                let label = move || if can_publish() { w().publish } else { w().join };
                view! { <LinkButton to label small=true/> }
            }}
        </div>
    }
}

/// The open bloc has a server, and its account is not signed in now.
#[component]
fn Away(who: Who, trouble: Trouble, again: Trigger) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let is_other = trouble == Trouble::OtherAccount;
    view! {
        <Facts account=who.name role=who.role unit=who.unit/>
        {if is_other || trouble.is_signed_out() {
            view! {
                {is_other
                    .then(|| {
                        view! {
                            <Notice kind=NoticeKind::Warning>{move || said_line(lang(), &trouble)}</Notice>
                        }
                    })}
                <div>
                    <SignInAgain on_done=move || again.notify()/>
                </div>
            }
                .into_any()
        } else {
            view! {
                <Notice>
                    <span>{move || said_line(lang(), &trouble)}</span>
                    <span class="row">
                        <Button label=move || w().again small=true on_press=move || again.notify()/>
                    </span>
                </Notice>
            }
                .into_any()
        }}
        <Leave/>
    }
}

/// The account is signed in.
#[component]
fn Linked(who: Who, clock_is_off: bool, again: Trigger) -> impl IntoView {
    let (role, own) = (who.role, who.id);
    view! {
        <Own account=who.name role unit=who.unit clock_is_off again/>
        <Sessions again/>
        {matches!(role, Role::Admin | Role::Editor).then(|| view! { <Office own role/> })}
        <Leave/>
    }
}
