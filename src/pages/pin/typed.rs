//! A PIN that is typed, whether it is being looked at, and what came of it.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::pin::{PIN, unfit, wait, wrong};
use crate::i18n::store::error_text;
use crate::model::text::Lang;
use crate::platform::clock::now_ms;
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::sealing::Tried;
use crate::store::error::StoreError;
use crate::store::seal::fit;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::password_field::{PasswordField, PasswordKind};
use gloo_timers::future::TimeoutFuture;

/// How often the time that is left is told anew, in milliseconds.
const TICK: u32 = 500;

/// What is wrong with a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was typed.
    Missing,
    /// It is another; so many tries are left.
    Other(u32),
    /// The device could not do it.
    Failed(StoreError),
}

/// The PIN that is there, asked for. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What was typed.
    pub pin: RwSignal<String>,
    /// It is being looked at.
    pub busy: RwSignal<bool>,
    /// What was wrong with the last one.
    pub wrong: RwSignal<Option<Wrong>>,
    /// Until when none is looked at, in milliseconds since 1970.
    until_ms: RwSignal<i64>,
    now_ms: RwSignal<i64>,
}

impl Typed {
    /// Nothing was typed yet. The time that is left is told anew as long as the page is there.
    pub fn new() -> Typed {
        let typed = Typed {
            pin: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            wrong: RwSignal::new(None),
            until_ms: RwSignal::new(0),
            now_ms: RwSignal::new(now_ms()),
        };
        spawn_local(async move {
            while typed.now_ms.try_set(now_ms()).is_none() {
                TimeoutFuture::new(TICK).await;
            }
        });
        typed
    }

    /// How long is still to be waited, in milliseconds.
    pub fn left_ms(self) -> i64 {
        (self.until_ms.get() - self.now_ms.get()).max(0)
    }

    /// None is looked at before so many milliseconds are over.
    pub fn wait(self, ms: i64) {
        let _ = self.until_ms.try_set(now_ms() + ms);
        let _ = self.now_ms.try_set(now_ms());
    }

    /// Has what was typed looked at, unless one is already or has to wait; `then` hears that it is the one.
    pub fn send(
        self,
        looking: impl FnOnce(String) -> std::pin::Pin<Box<dyn Future<Output = Result<Tried, StoreError>>>> + 'static,
        then: impl FnOnce() + 'static,
    ) {
        if self.busy.get_untracked() || untrack(move || self.left_ms()) > 0 {
            return;
        }
        let pin = self.pin.get_untracked();
        if pin.trim().is_empty() {
            self.wrong.set(Some(Wrong::Missing));
            return focus_wrong_soon();
        }
        self.busy.set(true);
        self.wrong.set(None);
        spawn_local(async move {
            let tried = looking(pin).await;
            let _ = self.busy.try_set(false);
            let wrong = match tried {
                Ok(Tried::Right) => {
                    // What it was typed for may have taken the place of the page.
                    let _ = self.pin.try_set(String::new());
                    return then();
                }
                Ok(Tried::Wrong(left)) => Some(Wrong::Other(left)),
                Ok(Tried::Wait(ms)) => {
                    self.wait(ms);
                    None
                }
                Err(error) => Some(Wrong::Failed(error)),
            };
            let _ = self.pin.try_set(String::new());
            if self.wrong.try_set(wrong).is_none() {
                focus_wrong_soon();
            }
        });
    }

    /// What is wrong, in words.
    pub fn said(self, lang: Lang) -> Option<String> {
        let left = self.left_ms();
        if left > 0 {
            return Some(wait(lang, left));
        }
        self.wrong.get().map(|what| match what {
            Wrong::Missing => PIN.in_lang(lang).missing.to_owned(),
            Wrong::Other(left) => wrong(lang, left),
            Wrong::Failed(error) => error_text(lang, &error),
        })
    }
}

/// The field for the PIN that is there.
#[component]
pub fn PinField(
    /// It.
    typed: Typed,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let lang = use_lang();
    let error = Memo::new(move |_| typed.said(lang()));
    view! {
        <PasswordField
            label
            kind=PasswordKind::Pin
            value=typed.pin
            error=Signal::derive(move || error.get())
            on_change=move |text| typed.pin.set(text)
        />
    }
}

/// A new PIN, typed twice.
#[derive(Clone, Copy)]
pub struct NewPin {
    first: RwSignal<String>,
    second: RwSignal<String>,
    tried: RwSignal<bool>,
}

impl NewPin {
    /// Nothing was typed yet.
    pub fn new() -> NewPin {
        NewPin {
            first: RwSignal::new(String::new()),
            second: RwSignal::new(String::new()),
            tried: RwSignal::new(false),
        }
    }

    /// It, once it will do and both are the same; from now on what is wrong is told.
    pub fn taken(self) -> Option<String> {
        self.tried.set(true);
        let pin = self.first.get_untracked();
        let is_good = fit(&pin).is_ok() && self.second.with_untracked(|second| second.trim() == pin.trim());
        if !is_good {
            focus_wrong_soon();
        }
        is_good.then_some(pin)
    }
}

/// Both fields.
#[component]
pub fn NewPinFields(
    /// What is typed.
    pin: NewPin,
) -> impl IntoView {
    let lang = use_lang();
    let w = use_words(&PIN);
    let first_error = move || {
        let why = pin.first.with(|first| fit(first)).err().filter(|_| pin.tried.get());
        why.map(|why| unfit(lang(), why))
    };
    let second_error = move || {
        let differs = pin
            .first
            .with(|first| pin.second.with(|second| first.trim() != second.trim()));
        (pin.tried.get() && differs).then(|| w().differs.to_owned())
    };
    view! {
        <PasswordField
            label=move || w().new
            help=move || w().help
            kind=PasswordKind::Pin
            value=pin.first
            error=Signal::derive(first_error)
            on_change=move |text| pin.first.set(text)
        />
        <PasswordField
            label=move || w().again
            kind=PasswordKind::Pin
            value=pin.second
            error=Signal::derive(second_error)
            on_change=move |text| pin.second.set(text)
        />
    }
}

/// Why the device could not do it.
#[component]
pub fn FailureNote(
    /// What went wrong.
    failure: RwSignal<Option<StoreError>>,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div role="alert">
            {move || {
                failure
                    .get()
                    .map(|error| {
                        view! { <Notice kind=NoticeKind::Failure>{move || error_text(lang(), &error)}</Notice> }
                    })
            }}
        </div>
    }
}
