//! Where the table comes from: the clipboard, or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::intake::Intake;
use crate::exchange::import::delimited::{MAX_BYTES, TableError, read, read_bytes};
use crate::i18n::import::{IMPORT, refused};
use crate::platform::files;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::text_area::TextArea;

/// Why a file is not read, beside what is wrong with its table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileProblem {
    /// A workbook.
    Workbook,
    /// The browser could not open it.
    Unreadable,
}

/// The field to paste into and the button for a file.
#[component]
pub fn Source(draft: Intake) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let text = RwSignal::new(String::new());
    let file_problem = RwSignal::new(None::<FileProblem>);
    let paste = move |typed: String| {
        file_problem.set(None);
        // A table ends a line; a name that is being typed does not.
        let is_table = typed.contains(['\t', '\n']);
        text.set(typed.clone());
        if is_table {
            draft.take(read(&typed));
        }
    };
    let choose = move |event: Event| {
        let Some(file) = files::chosen(&event) else {
            return;
        };
        file_problem.set(None);
        if is_workbook(&file.name()) {
            file_problem.set(Some(FileProblem::Workbook));
            return;
        }
        // Asked before it is read, so that a file of gigabytes is not taken into memory.
        if file.size() > MAX_BYTES as f64 {
            draft.take(Err(TableError::TooLarge));
            return;
        }
        spawn_local(async move {
            match files::bytes(&file).await {
                Ok(bytes) => draft.take(read_bytes(&bytes)),
                Err(_) => file_problem.set(Some(FileProblem::Unreadable)),
            }
        });
    };
    let problem = move || match (file_problem.get(), draft.problem.get()) {
        (Some(FileProblem::Workbook), _) => Some(w().workbook.to_owned()),
        (Some(FileProblem::Unreadable), _) => Some(w().unreadable.to_owned()),
        (None, Some(error)) => Some(refused(lang(), error)),
        (None, None) => draft.sheet.with(Option::is_some).then(|| w().no_names.to_owned()),
    };
    let id = new_id("file");
    let label_for = id.clone();
    view! {
        <Section title=move || w().table>
            <div class="import__source">
                <TextArea
                    label=move || w().paste
                    help=move || w().paste_help
                    rows=6
                    value=text
                    on_change=paste
                />
                <div class="import__file">
                    <input class="sr-only import__file-field" id=id type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" on:change=choose/>
                    <label class="button" for=label_for>
                        <Icon name=IconName::Upload small=true/>
                        <span class="button__label">{move || w().choose_file}</span>
                    </label>
                    <p class="muted">{move || w().files}</p>
                </div>
                <div role="alert">
                    {move || {
                        problem().map(|said| view! { <Notice kind=NoticeKind::Warning>{said}</Notice> })
                    }}
                </div>
            </div>
        </Section>
    }
}

fn is_workbook(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|end| name.ends_with(end))
}
