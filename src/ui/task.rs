//! Something that takes its time, such as a file that is being made: how far it is, a way to stop it, and why it failed. It is
//! drawn in line by [`TaskView`], over the page by [`super::making::MakingDialog`].

use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Blob;

use super::button::Button;
use super::field::new_id;
use super::notice::{Notice, NoticeKind};
use crate::exchange::worker::Job;
use crate::i18n::making::{MAKING, made_so_far};
use crate::model::text::Lang;
use crate::platform::exchange_worker::{Failure, Running, begin};
use crate::state::preferences::{use_lang, use_words};

/// Words in the language of whoever reads them.
pub type Said = Arc<dyn Fn(Lang) -> String + Send + Sync>;

/// Something that runs. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Task {
    /// What it is called, while it runs.
    doing: RwSignal<Option<Said>>,
    /// How far it is.
    pub percent: RwSignal<u8>,
    failure: RwSignal<Option<Said>>,
    stopped: StoredValue<bool>,
    /// The worker's part of it.
    running: StoredValue<Option<Running>, LocalStorage>,
    /// Counts what was begun: what comes of an earlier one is left.
    turn: StoredValue<u32>,
}

impl Default for Task {
    fn default() -> Task {
        Task::new()
    }
}

impl Task {
    /// Nothing runs.
    pub fn new() -> Task {
        Task {
            doing: RwSignal::new(None),
            percent: RwSignal::new(0),
            failure: RwSignal::new(None),
            stopped: StoredValue::new(false),
            running: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// Begins; answers whether nothing else was running.
    pub fn begin(self, name: impl Fn(Lang) -> &'static str + Send + Sync + 'static) -> bool {
        let is_free = self.doing.with_untracked(Option::is_none);
        if is_free {
            self.begin_anew(name);
        }
        is_free
    }

    /// Begins; what runs is stopped first. Answers which one it is, for [`Task::is_awaited`].
    pub fn begin_anew(self, name: impl Fn(Lang) -> &'static str + Send + Sync + 'static) -> u32 {
        self.stop();
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.stopped.set_value(false);
        self.failure.set(None);
        self.percent.set(0);
        self.doing.set(Some(Arc::new(move |lang| name(lang).to_owned())));
        turn
    }

    /// Whether this is the one that runs, its page is there, and nobody stopped it.
    pub fn is_awaited(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn) && self.goes_on()
    }

    fn goes_on(self) -> bool {
        self.stopped.try_get_value() == Some(false)
    }

    /// Takes how far it is. Answers whether to go on: not when a person stopped it or left the page.
    pub fn told(self, percent: u8) -> bool {
        self.percent.try_set(percent).is_none() && self.goes_on()
    }

    /// Has the worker do the part of it between these two percents, with a file that a person chose beside it if there is one.
    ///
    /// # Errors
    /// What the worker says, or [`Failure::Cancelled`] when a person stopped it or left the page.
    pub async fn work<J: Job>(
        self,
        part: (u8, u8),
        job: J,
        file: Option<&Blob>,
    ) -> Result<J::Answer, Failure<J::Refusal>> {
        let turn = self.turn.try_get_value();
        let (from, to) = part;
        let is_mine = move || turn.is_some() && self.turn.try_get_value() == turn;
        let (running, answer) = begin(job, file, move |percent| {
            if is_mine() {
                let done = u16::from(to.saturating_sub(from)) * u16::from(percent.min(100)) / 100;
                self.told(from.saturating_add(u8::try_from(done).unwrap_or(100)));
            }
        });
        if self.running.try_set_value(Some(running.clone())).is_some() || !self.told(from) {
            running.cancel();
        }
        let answer = answer.await;
        if is_mine() {
            let _ = self.running.try_set_value(None);
        }
        // Nor is a file offered that was done when somebody pressed to stop it.
        match is_mine() && self.goes_on() {
            true => answer,
            false => Err(Failure::Cancelled),
        }
    }

    /// Stops it.
    pub fn stop(self) {
        let _ = self.stopped.try_set_value(true);
        if let Some(running) = self.running.try_update_value(Option::take).flatten() {
            running.cancel();
        }
    }

    /// Says why nothing came of it.
    pub fn failed(self, said: Said) {
        let _ = self.failure.try_set(Some(said));
    }

    /// It is over.
    pub fn end(self) {
        let _ = self.doing.try_set(None);
    }

    /// Whether it runs, asked once.
    pub fn is_running_untracked(self) -> bool {
        self.doing.try_with_untracked(Option::is_some) == Some(true)
    }

    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.doing.with(Option::is_some)
    }
}

/// How far it is, with a button that stops it; or why it failed. It ends with the page.
#[component]
pub fn TaskView(
    /// What runs.
    task: Task,
) -> impl IntoView {
    let w = use_words(&MAKING);
    let lang = use_lang();
    let running = Memo::new(move |_| task.is_running());
    let name = move || task.doing.with(|doing| doing.as_ref().map(|name| name(lang())));
    let percent = move || u32::from(task.percent.get());
    let id = new_id("task");
    on_cleanup(move || task.stop());
    view! {
        {move || {
            let id = id.clone();
            let label_for = id.clone();
            running
                .get()
                .then(|| {
                    view! {
                        <p class="task" role="status">
                            <label for=label_for>{name}</label>
                            <progress id=id max="100" prop:value=move || f64::from(percent())></progress>
                            <span>{move || made_so_far(lang(), percent())}</span>
                            <Button label=move || w().stop small=true on_press=move |()| task.stop()/>
                        </p>
                    }
                })
        }}
        <div role="alert">
            {move || {
                let said = task.failure.get()?;
                Some(view! { <Notice kind=NoticeKind::Failure>{move || said(lang())}</Notice> })
            }}
        </div>
    }
}
