//! Where the table comes from: the clipboard, or a file, chosen, dropped, or handed over by another program.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, Event, File};

use crate::exchange::files::problem::FileError;
use crate::exchange::import::delimited::{MAX_BYTES, TableError, read, read_bytes};
use crate::exchange::import::sheet::RawSheet;
use crate::exchange::worker::table::ReadTable;
use crate::i18n::import::{IMPORT, Import, expected_columns, file_refused, read_so_far, refused};
use crate::model::text::Lang;
use crate::platform::exchange_worker::{Failure, Running, begin};
use crate::platform::{files, handed_file};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::bullet::ProgressBar;
use crate::ui::button::Button;
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::text_area::TextArea;

/// A text file up to this size is read at once; whatever is larger, or a workbook, by the worker.
const AT_ONCE: f64 = 512.0 * 1024.0;

/// Why nothing was read.
#[derive(Clone, PartialEq, Eq)]
enum Problem {
    /// What was pasted.
    Pasted(TableError),
    /// The file.
    File(Failure<FileError>),
}

/// The reading of a file. Cheap to copy.
#[derive(Clone, Copy)]
struct Reading {
    on_read: Callback<Vec<RawSheet>>,
    problem: RwSignal<Option<Problem>>,
    /// How far it is, in percent, while a file is read.
    percent: RwSignal<Option<u8>>,
    running: StoredValue<Option<Running>, LocalStorage>,
}

impl Reading {
    /// Reads a file that a person chose or dropped.
    fn file(self, file: File) {
        self.problem.set(None);
        // Asked before it is read, so that a file of gigabytes is not taken into memory.
        if file.size() > MAX_BYTES as f64 {
            self.problem.set(Some(Problem::File(Failure::Refused(FileError::Table(
                TableError::TooLarge,
            )))));
            return;
        }
        if !is_text(&file.name()) || file.size() > AT_ONCE {
            self.by_worker(&file);
            return;
        }
        spawn_local(async move {
            match files::bytes(&file).await {
                // A workbook under the name of a text file.
                Ok(bytes) if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") => {
                    self.by_worker(&file);
                }
                Ok(bytes) => match read_bytes(&bytes) {
                    Ok(sheet) => self.on_read.run(vec![sheet]),
                    Err(error) => self.failed(Failure::Refused(FileError::Table(error))),
                },
                Err(_) => self.failed(Failure::Unreadable),
            }
        });
    }

    fn by_worker(self, file: &Blob) {
        self.cancel();
        self.problem.set(None);
        self.percent.set(Some(0));
        let (running, answer) = begin(ReadTable, Some(file), move |percent| {
            let _ = self.percent.try_set(Some(percent));
        });
        self.running.set_value(Some(running));
        spawn_local(async move {
            let answer = answer.await;
            // The page may have been left meanwhile.
            if self.percent.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(sheets) => self.on_read.run(sheets),
                // Cancelled by this very person, or because another file was chosen.
                Err(Failure::Cancelled) => {}
                Err(failure) => self.failed(failure),
            }
        });
    }

    fn failed(self, failure: Failure<FileError>) {
        let _ = self.problem.try_set(Some(Problem::File(failure)));
    }

    fn cancel(self) {
        let running = self.running.try_update_value(Option::take).flatten();
        if let Some(running) = running {
            running.cancel();
        }
    }
}

/// The field to paste into and the button for a file.
#[component]
pub fn Source(
    /// What was read.
    on_read: Callback<Vec<RawSheet>>,
    /// Whether what was read names no units.
    #[prop(into)]
    is_nameless: Signal<bool>,
    /// What its columns are called; none where it is not known yet what it is of.
    #[prop(optional, into)]
    columns: Signal<Vec<String>>,
) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let text = RwSignal::new(String::new());
    let reading = Reading {
        on_read,
        problem: RwSignal::new(None),
        percent: RwSignal::new(None),
        running: StoredValue::new_local(None),
    };
    on_cleanup(move || reading.cancel());
    let paste = move |typed: String| {
        reading.problem.set(None);
        // A table ends a line; a name that is being typed does not.
        let is_table = typed.contains(['\t', '\n']);
        text.set(typed.clone());
        if is_table {
            match read(&typed) {
                Ok(sheet) => on_read.run(vec![sheet]),
                Err(error) => reading.problem.set(Some(Problem::Pasted(error))),
            }
        }
    };
    let choose = move |event: Event| {
        if let Some(file) = files::chosen(&event) {
            reading.file(file);
        }
    };
    let is_over = RwSignal::new(false);
    let drop_file = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = files::dropped(&event) {
            reading.file(file);
        }
    };
    spawn_local(async move {
        if let Some(file) = handed_file::shared().await {
            reading.by_worker(&file);
        }
    });
    handed_file::on_opened(move |file| {
        if reading.percent.try_get_untracked().is_some() {
            reading.by_worker(&file);
        }
    });
    let problem = move || match reading.problem.get() {
        Some(problem) => Some(said(w(), lang(), &problem)),
        None => is_nameless.get().then(|| w().no_names.to_owned()),
    };
    let progress = move || {
        let percent = Signal::derive(move || u32::from(reading.percent.get().unwrap_or_default()));
        reading.percent.with(Option::is_some).then(|| {
            view! {
                <div class="import__reading">
                    <ProgressBar
                        label=move || w().reading
                        done=percent
                        whole=100u32
                        text=move || read_so_far(lang(), percent.get())
                    />
                    <Button label=move || w().stop_reading small=true on_press=move || reading.cancel()/>
                </div>
            }
        })
    };
    let heading = move || match columns.with(Vec::is_empty) {
        true => w().table,
        false => w().expected,
    };
    let expected = move || columns.with(|columns| expected_columns(lang(), columns));
    let id = new_id("file");
    let label_for = id.clone();
    view! {
        <Section title=heading note=expected>
            <div
                class="import__source"
                class=("import__source--over", is_over)
                on:dragover=move |event| {
                    event.prevent_default();
                    is_over.set(true);
                }
                on:dragleave=move |_| is_over.set(false)
                on:drop=drop_file
            >
                <TextArea
                    label=move || w().paste
                    help=move || w().paste_help
                    rows=6
                    value=text
                    on_change=paste
                />
                <div class="import__file">
                    <input
                        class="sr-only import__file-field"
                        id=id
                        type="file"
                        accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,text/csv,text/plain"
                        on:change=choose
                    />
                    <label class="button" for=label_for>
                        <Icon name=IconName::Upload small=true/>
                        <span class="button__label">{move || w().choose_file}</span>
                    </label>
                    <p class="muted">
                        {move || w().files} " " <span class="import__drop">{move || w().drop}</span>
                    </p>
                </div>
                <p class="muted">{move || w().not_yet}</p>
                {progress}
                <div role="alert">
                    {move || {
                        problem().map(|said| view! { <Notice kind=NoticeKind::Warning>{said}</Notice> })
                    }}
                </div>
            </div>
        </Section>
    }
}

/// What is wrong, and what to do.
fn said(words: &Import, lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::Pasted(error) => refused(lang, *error),
        Problem::File(Failure::Refused(error)) => file_refused(lang, error),
        Problem::File(Failure::Unavailable) => words.no_worker.to_owned(),
        Problem::File(Failure::Died) => words.died.to_owned(),
        Problem::File(Failure::TooSlow) => words.too_slow.to_owned(),
        Problem::File(Failure::Unreadable | Failure::Cancelled) => words.unreadable.to_owned(),
    }
}

fn is_text(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".csv", ".tsv", ".txt"].iter().any(|end| name.ends_with(end))
}
