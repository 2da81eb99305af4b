//! A file on its way: made by the worker, with its progress and a button that ends it.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::worker::Job;
use crate::i18n::entry::{ENTRY, made_so_far};
use crate::model::text::Lang;
use crate::platform::download;
use crate::platform::exchange_worker::{Failure, Running, begin};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::bullet::ProgressBar;
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::toast::{Toasts, use_toasts};

/// What a workbook is to the browser.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What a CSV file is to the browser.
pub const CSV: &str = "text/csv;charset=utf-8";
/// A file that is made within this time, in milliseconds, shows no progress.
const AT_ONCE: u32 = 400;

/// The file that is being made, if there is one. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Making {
    percent: RwSignal<u8>,
    open: RwSignal<bool>,
    running: StoredValue<Option<Running>, LocalStorage>,
    toasts: Toasts,
}

impl Making {
    /// None.
    pub fn new() -> Making {
        Making {
            percent: RwSignal::new(0),
            open: RwSignal::new(false),
            running: StoredValue::new_local(None),
            toasts: use_toasts(),
        }
    }

    /// Has the worker make a file of this kind and offers it for download. One that is on its way is ended first.
    pub fn begin<J>(self, lang: Lang, name: String, kind: &'static str, job: J)
    where
        J: Job<Answer = Vec<u8>> + 'static,
    {
        self.cancel();
        self.percent.set(0);
        let (running, answer) = begin(job, None, move |percent| {
            let _ = self.percent.try_set(percent);
        });
        self.running.set_value(Some(running));
        Timeout::new(AT_ONCE, move || {
            if self.running.try_with_value(Option::is_some) == Some(true) {
                self.open.set(true);
            }
        })
        .forget();
        spawn_local(async move {
            let answer = answer.await;
            if matches!(answer, Err(Failure::Cancelled)) {
                return;
            }
            let _ = self.running.try_set_value(None);
            let _ = self.open.try_set(false);
            let words = ENTRY.in_lang(lang);
            match answer {
                Ok(bytes) if download::offer(&name, kind, &bytes).is_ok() => {}
                Ok(_) => self.toasts.say(words.not_downloaded),
                Err(Failure::Unavailable) => self.toasts.say(words.no_worker),
                Err(_) => self.toasts.say(words.not_made),
            }
        });
    }

    fn cancel(self) {
        if let Some(running) = self.running.try_update_value(Option::take).flatten() {
            running.cancel();
        }
    }
}

/// The progress of a file that takes a while.
#[component]
pub fn MakingDialog(making: Making) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    // Closing the dialog ends the making.
    Effect::new(move |was: Option<bool>| {
        let open = making.open.get();
        if was == Some(true) && !open {
            making.cancel();
        }
        open
    });
    on_cleanup(move || making.cancel());
    let percent = Signal::derive(move || u32::from(making.percent.get()));
    view! {
        <Dialog open=making.open title=move || w().making>
            <ProgressBar
                label=move || w().making
                done=percent
                whole=100u32
                text=move || made_so_far(lang(), percent.get())
            />
            <DialogActions>
                <Button label=move || w().stop_making on_press=move || making.open.set(false)/>
            </DialogActions>
        </Dialog>
    }
}
