//! One thing that takes its time: how far it is, a way to stop it, and why it failed.

use leptos::prelude::*;
use web_sys::Blob;

use super::part::Part;
use crate::exchange::worker::Job;
use crate::i18n::backup::{BACKUP, Backup};
use crate::i18n::settings::made_so_far;
use crate::platform::exchange_worker::{Failure, Running, begin};
use crate::state::preferences::use_words;
use crate::store::backups::Progress;
use crate::ui::button::Button;
use crate::ui::field::new_id;
use crate::ui::notice::{Notice, NoticeKind};

/// What it is called.
type Name = fn(&'static Backup) -> &'static str;

/// Something that runs. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Task {
    doing: RwSignal<Option<(Name, Progress)>>,
    failure: RwSignal<Option<String>>,
    stop: RwSignal<bool>,
    /// The worker's part of it.
    running: StoredValue<Option<Running>, LocalStorage>,
}

impl Task {
    /// Nothing runs.
    pub fn new() -> Task {
        Task {
            doing: RwSignal::new(None),
            failure: RwSignal::new(None),
            stop: RwSignal::new(false),
            running: StoredValue::new_local(None),
        }
    }

    /// Begins; answers whether nothing else was running.
    pub fn begin(self, name: Name) -> bool {
        if self.doing.with_untracked(Option::is_some) {
            return false;
        }
        self.stop.set(false);
        self.failure.set(None);
        self.doing.set(Some((name, Progress::default())));
        true
    }

    /// What tells how far a part of it is. It answers whether to go on: not when a person stopped it or left the page.
    pub fn told(self, part: Part) -> impl Fn(Progress) -> bool {
        move |now| {
            let there = self.doing.try_update(|doing| {
                if let Some((_, progress)) = doing {
                    *progress = part.of_the_whole(now);
                }
            });
            there.is_some() && self.stop.try_get_untracked() == Some(false)
        }
    }

    /// Has the worker do a part of it, with a file that a person chose beside it if there is one.
    ///
    /// # Errors
    /// What the worker says, or [`Failure::Cancelled`] when a person stopped it or left the page.
    pub async fn work<J: Job>(self, part: Part, job: J, file: Option<&Blob>) -> Result<J::Answer, Failure<J::Refusal>> {
        let told = self.told(part);
        let (running, answer) = begin(job, file, move |percent| {
            told(Progress {
                done: percent.into(),
                of: 100,
            });
        });
        if self.running.try_set_value(Some(running.clone())).is_some() || self.stop.try_get_untracked() != Some(false) {
            running.cancel();
        }
        let answer = answer.await;
        let _ = self.running.try_set_value(None);
        answer
    }

    /// Stops it.
    fn stop(self) {
        self.stop.set(true);
        if let Some(running) = self.running.try_get_value().flatten() {
            running.cancel();
        }
    }

    /// It is over, with the reason why it failed if it did.
    pub fn end(self, failure: Option<String>) {
        let _ = self.doing.try_set(None);
        let _ = self.failure.try_set(failure);
    }

    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.doing.with(Option::is_some)
    }
}

/// How far it is, with a button that stops it; or why it failed.
#[component]
pub fn TaskView(task: Task) -> impl IntoView {
    let w = use_words(&BACKUP);
    let running = Memo::new(move |_| task.is_running());
    let progress = move || task.doing.get().map(|(_, progress)| progress).unwrap_or_default();
    let name = move || task.doing.get().map(|(name, _)| name(w()));
    let id = new_id("task");
    on_cleanup(move || {
        if let Some(running) = task.running.try_get_value().flatten() {
            running.cancel();
        }
    });
    view! {
        {move || {
            let id = id.clone();
            let label_for = id.clone();
            running
                .get()
                .then(|| {
                    view! {
                        <p class="backup__progress" role="status">
                            <label for=label_for>{name}</label>
                            <progress
                                id=id
                                max=move || progress().of.max(1)
                                prop:value=move || progress().done as f64
                            ></progress>
                            <span>
                                {move || made_so_far(progress().done as usize, progress().of.max(1) as usize)}
                            </span>
                            <Button label=move || w().stop small=true on_press=move || task.stop()/>
                        </p>
                    }
                })
        }}
        <div role="alert">
            {move || {
                task.failure
                    .get()
                    .map(|said| view! { <Notice kind=NoticeKind::Failure>{said}</Notice> })
            }}
        </div>
    }
}
