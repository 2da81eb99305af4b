//! A report as files: Word, paper, Excel, and a pack for the meeting.

use crate::i18n::files::FILES;
use crate::platform::clock::now_ms;
use crate::state::preferences::use_words;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::file_task::{Ended, FileTask, FileTaskView};
use crate::ui::files_made::{self, ReportNow};
use crate::ui::icon::IconName;
use leptos::prelude::*;

/// The buttons of a report's files.
#[component]
pub fn ReportFiles(
    /// The report as it is at the press of a button.
    #[prop(into)]
    report: UnsyncCallback<(), Option<ReportNow>>,
    /// What is not in them yet; empty where nothing is missing.
    #[prop(into)]
    gaps: Signal<String>,
) -> impl IntoView {
    let w = use_words(&FILES);
    let task = FileTask::new();
    let report = StoredValue::new_local(report);
    let now = move || report.with_value(|report| report.run(()));
    let make = move |how: fn(FileTask, ReportNow) -> Making| {
        task.run(move || {
            let now = now();
            async move {
                match now {
                    Some(now) => how(task, now).await,
                    None => Err(task.failed(|w| w.nothing)),
                }
            }
        });
    };
    let busy = Signal::derive(move || task.is_running());
    view! {
        <section class="files no-print" aria-label=move || w().title>
            {move || {
                let gaps = gaps.get();
                (!gaps.is_empty()).then(|| view! { <p class="files__gaps">{gaps}</p> })
            }}
            <div class="row">
                <Button
                    label=move || w().docx
                    kind=ButtonKind::Primary
                    icon=IconName::Download
                    busy
                    on_press=move |()| make(|task, now| Box::pin(files_made::docx(task, now)))
                />
                <Button
                    label=move || w().print
                    busy
                    on_press=move |()| make(|task, now| Box::pin(files_made::print_report(task, now)))
                />
                <Button label=move || w().xlsx busy on_press=move |()| make(|task, now| Box::pin(files_made::xlsx(task, now)))/>
                <Button
                    label=move || w().pack
                    busy
                    on_press=move |()| make(|task, now| Box::pin(files_made::pack(task, None, Some(now), now_ms())))
                />
            </div>
            <p class="muted">{move || w().pack_note}</p>
            <FileTaskView task/>
        </section>
    }
}

/// A file being made.
type Making = std::pin::Pin<Box<dyn Future<Output = Result<(), Ended>>>>;
