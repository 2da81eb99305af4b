//! The head of the page: the sentence that always holds, what goes on, and the one thing to do.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dots_stay;
use crate::i18n::frame::{Sent, save_line, sent_needs};
use crate::i18n::sync::{Happening, SYNC, account_line, exchanged_fact, happening_line, unsent_line};
use crate::i18n::sync_problem::problem_line;
use crate::model::text::Lang;
use crate::pages::join::sign_in::SignInDialog;
use crate::platform::clock::time_of_day;
use crate::state::preferences::{use_lang, use_words};
use crate::state::save::SaveState;
use crate::state::sync::{Phase, Standing, use_sync};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::PageHead;
use crate::ui::save_line::use_sent;

/// The head.
#[component]
pub fn Head() -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let sync = use_sync();
    let save = use_workspace().save_state();
    let sent = use_sent();
    // The line over every page says what is on this device; here stands what the server makes of it.
    let finding = move || {
        let said = sent.with(|sent| match (save.get(), sent) {
            (SaveState::Failed(_) | SaveState::Saving, _) | (_, None) => {
                save.with(|save| save_line(lang(), save, sent.as_ref()))
            }
            (_, Some(sent)) if sent.needs_person() => sent_needs(lang(), sent),
            (_, Some(sent)) => unsent_line(lang(), sent.unsent),
        });
        dots_stay(&said)
    };
    let needs_person = Memo::new(move |_| sent.with(|sent| sent.as_ref().is_some_and(Sent::needs_person)));
    let facts = move || {
        sync.standing.with(|standing| {
            let link = standing.link.as_ref();
            let account = link.map(|link| account_line(lang(), &link.name));
            let host = window().location().host().unwrap_or_default();
            let mut facts = vec![account.unwrap_or_default(), format!("{}: {host}", w().server)];
            // Elsewhere the notice says it.
            let exchanged = exchanged_ms(standing).filter(|_| needs_person.get());
            facts.extend(exchanged.map(|at_ms| exchanged_fact(lang(), &time_of_day(at_ms))));
            facts
        })
    };
    let phase = Memo::new(move |_| sync.standing.with(|standing| standing.phase.clone()));
    let line = Memo::new(move |_| sync.standing.with(|standing| said(lang(), standing)));
    let kind = move || match phase.get() {
        Phase::SignedOut | Phase::Refused(_) | Phase::Intercepted(_) => NoticeKind::Warning,
        _ => NoticeKind::Info,
    };
    view! {
        <PageHead title=move || w().title finding=finding facts=Signal::derive(facts) actions=move || deed(phase)/>
        <div class="sync__phase" role="status">
            {move || {
                let said = line.get();
                // That both are in step is no news while somebody has to choose.
                let is_told = !(needs_person.get() && matches!(phase.get(), Phase::Local | Phase::Idle));
                is_told.then(|| view! { <Notice kind=kind()>{said}</Notice> })
            }}
            {move || progress(&phase.get())}
        </div>
        <Disclosure label=move || w().offline_title>
            <p>{move || w().offline_works}</p>
        </Disclosure>
    }
}

/// When the server was last spoken to.
fn exchanged_ms(standing: &Standing) -> Option<i64> {
    standing.last_fetched_ms.max(standing.last_sent_ms)
}

/// What goes on, in words.
fn said(lang: Lang, standing: &Standing) -> String {
    let at = |at_ms: i64| time_of_day(at_ms);
    let happening = match &standing.phase {
        Phase::Refused(code) => return problem_line(lang, code, ""),
        Phase::Local | Phase::Idle => {
            let last = exchanged_ms(standing).map(at);
            return happening_line(lang, Happening::Quiet(last.as_deref()));
        }
        Phase::Sending => Happening::Sending(standing.unsent),
        Phase::Fetching { done, total } => Happening::Fetching(*done, *total),
        Phase::Offline => Happening::Offline,
        Phase::WaitingUntil(at_ms) => return happening_line(lang, Happening::WaitingUntil(&at(*at_ms))),
        Phase::Intercepted(at_ms) => return happening_line(lang, Happening::Intercepted(&at(*at_ms))),
        Phase::SignedOut => Happening::SignedOut,
    };
    happening_line(lang, happening)
}

/// How much of the first load is there; nothing where it is not known.
fn progress(phase: &Phase) -> Option<AnyView> {
    let Phase::Fetching { done, total } = *phase else {
        return None;
    };
    let number = |number: u64| number.to_string();
    (total > 0)
        .then(|| view! { <progress max=number(total) value=number(done) aria-hidden="true"></progress> }.into_any())
}

/// The one thing to do: to send and fetch now, or to sign in.
fn deed(phase: Memo<Phase>) -> AnyView {
    let w = use_words(&SYNC);
    let sync = use_sync();
    let busy = Signal::derive(move || matches!(phase.get(), Phase::Sending | Phase::Fetching { .. }));
    let is_out = Memo::new(move |_| phase.get() == Phase::SignedOut);
    let now = move || {
        // What goes wrong is told by the phase.
        spawn_local(async move { drop(sync.sync_now().await) });
    };
    let asking = RwSignal::new(false);
    let button = move || match is_out.get() {
        true => view! {
            <Button label=move || w().sign_in kind=ButtonKind::Primary on_press=move || asking.set(true)/>
        }
        .into_any(),
        false => view! {
            <Button label=move || w().sync_now kind=ButtonKind::Primary icon=IconName::Sync disabled=busy on_press=now/>
        }
        .into_any(),
    };
    view! {
        {button}
        <SignInDialog open=asking/>
    }
    .into_any()
}
