//! A file on its way to the person: made by the worker, with its progress and a button that ends it. Every page that hands
//! out a file of a table has one [`Making`] and draws its [`MakingDialog`].

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bullet::ProgressBar;
use super::button::Button;
use super::dialog::{Dialog, DialogActions};
use super::task::Task;
use super::toast::{Toasts, use_toasts};
use crate::exchange::export::csv::Out;
use crate::exchange::worker::Job;
use crate::exchange::worker::csv::WriteCsv;
use crate::i18n::making::{MAKING, made_so_far};
use crate::model::text::Lang;
use crate::platform::download;
use crate::platform::exchange_worker::Failure;
use crate::state::preferences::{use_lang, use_words};

/// What a workbook is to the browser.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What a CSV file is to the browser.
const CSV: &str = "text/csv;charset=utf-8";
/// A file that is made within this time, in milliseconds, shows no progress.
const AT_ONCE: u32 = 400;

/// The file that is being made, if there is one. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Making {
    task: Task,
    open: RwSignal<bool>,
    toasts: Toasts,
}

/// The files of a page, none of which is being made yet.
pub fn use_making() -> Making {
    Making {
        task: Task::new(),
        open: RwSignal::new(false),
        toasts: use_toasts(),
    }
}

impl Making {
    /// Has the worker make a CSV file of a table and offers it for download.
    pub fn csv(self, lang: Lang, name: String, rows: Vec<Vec<Out>>) {
        self.begin(lang, name, CSV, WriteCsv(rows));
    }

    /// The same; `then` is called when the browser has the file.
    pub fn csv_then(self, lang: Lang, name: String, rows: Vec<Vec<Out>>, then: impl FnOnce() + 'static) {
        self.begin_then(lang, name, CSV, WriteCsv(rows), then);
    }

    /// Has the worker make a file of this kind and offers it for download. One that is on its way is ended first.
    pub fn begin<J>(self, lang: Lang, name: String, kind: &'static str, job: J)
    where
        J: Job<Answer = Vec<u8>> + 'static,
    {
        self.begin_then(lang, name, kind, job, || ());
    }

    fn begin_then<J>(self, lang: Lang, name: String, kind: &'static str, job: J, then: impl FnOnce() + 'static)
    where
        J: Job<Answer = Vec<u8>> + 'static,
    {
        let turn = self.task.begin_anew(|lang| MAKING.in_lang(lang).making);
        let is_awaited = move || self.task.is_awaited(turn);
        Timeout::new(AT_ONCE, move || {
            if is_awaited() && self.task.is_running_untracked() {
                self.open.set(true);
            }
        })
        .forget();
        spawn_local(async move {
            let answer = self.task.work((0, 100), job, None).await;
            if matches!(answer, Err(Failure::Cancelled)) || !is_awaited() {
                return;
            }
            self.task.end();
            let _ = self.open.try_set(false);
            let words = MAKING.in_lang(lang);
            match answer {
                Ok(bytes) if download::offer(&name, kind, &bytes).is_ok() => then(),
                Ok(_) => self.toasts.say(words.not_downloaded),
                Err(Failure::Unavailable) => self.toasts.say(words.no_worker),
                Err(_) => self.toasts.say(words.not_made),
            }
        });
    }
}

/// The progress of a file that takes a while.
#[component]
pub fn MakingDialog(
    /// The file.
    making: Making,
) -> impl IntoView {
    let w = use_words(&MAKING);
    let lang = use_lang();
    // Closing the dialog ends the making.
    Effect::new(move |was: Option<bool>| {
        let open = making.open.get();
        if was == Some(true) && !open {
            making.task.stop();
        }
        open
    });
    on_cleanup(move || making.task.stop());
    let percent = Signal::derive(move || u32::from(making.task.percent.get()));
    view! {
        <Dialog open=making.open title=move || w().making>
            <ProgressBar
                label=move || w().making
                done=percent
                whole=100u32
                text=move || made_so_far(lang(), percent.get())
            />
            <DialogActions>
                <Button label=move || w().stop on_press=move || making.open.set(false)/>
            </DialogActions>
        </Dialog>
    }
}
