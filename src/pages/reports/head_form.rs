//! Head and foot of the report, in a dialog: what an office writes over the lines of the format.

use super::kept;
use super::report::ReportView;
use crate::catalogue::template::Templates;
use crate::exhibit::report::head::{Line, format_note, line};
use crate::i18n::reports::{Deed, REPORTS, Reports, done};
use crate::model::record::Entity;
use crate::model::report::PeriodReport;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::field::TextField;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// The dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub struct HeadFormHandle {
    open: RwSignal<bool>,
    view: RwSignal<Option<ReportView>>,
    texts: RwSignal<Vec<(Line, String)>>,
}

/// Makes the dialog; it is shown by `<HeadForm>`.
pub fn use_head_form() -> HeadFormHandle {
    HeadFormHandle {
        open: RwSignal::new(false),
        view: RwSignal::new(None),
        texts: RwSignal::new(Vec::new()),
    }
}

impl HeadFormHandle {
    /// Opens it with the lines as they are now.
    pub fn open(self, view: ReportView) {
        let Some(report) = view.report.get_untracked() else {
            return;
        };
        self.texts.set(lines_of(view, &report));
        self.view.set(Some(view));
        self.open.set(true);
    }

    fn text(self, of: Line) -> String {
        let found =
            |texts: &Vec<(Line, String)>| texts.iter().find(|(line, _)| *line == of).map(|(_, text)| text.clone());
        self.texts.with(found).unwrap_or_default()
    }

    fn set(self, of: Line, text: String) {
        self.texts.update(|texts| {
            if let Some((_, old)) = texts.iter_mut().find(|(line, _)| *line == of) {
                *old = text;
            }
        });
    }
}

/// The lines as they stand.
fn lines_of(view: ReportView, report: &PeriodReport) -> Vec<(Line, String)> {
    let lang = view.lang.get_untracked();
    let Some(template) = Templates::built_in().template(&report.template) else {
        return Vec::new();
    };
    view.lens.with_untracked(|scope| {
        let of = |which: Line| (which, line(scope, lang, template, report, which));
        Line::ALL.into_iter().map(of).collect()
    })
}

/// The dialog of head and foot.
#[component]
pub fn HeadForm(
    /// Its handle.
    form: HeadFormHandle,
) -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let toasts = use_toasts();
    let save = move |()| {
        let Some(view) = form.view.get_untracked() else { return };
        let Some(report) = view.report.get_untracked() else {
            return;
        };
        let bare = PeriodReport {
            written: Default::default(),
            ..report.clone()
        };
        let presumed = lines_of(view, &bare);
        let of = view.lang.get_untracked();
        let fields: Vec<kept::Field> = form.texts.with_untracked(|texts| {
            let pairs = texts.iter().zip(&presumed);
            pairs
                .map(|((which, text), (_, presumed))| kept::line(of, *which, text, presumed))
                .collect()
        });
        let workspace = view.lens.workspace();
        if let Some(act) = workspace.set_fields(&report.record_id(), fields) {
            toasts.offer_undo(done(untrack(lang), Deed::Head), move || workspace.undo_of(&act));
        }
        form.open.set(false);
    };
    let note = move || {
        let view = form.view.get();
        view.map_or_else(String::new, |view| view.lens.with(|scope| format_note(scope, lang())))
    };
    view! {
        <Dialog open=form.open title=move || w().head_and_foot>
            <p class="report__format">{note}</p>
            <p class="muted small">{move || w().head_why}</p>
            <DialogForm button=move || w().save on_send=save on_cancel=move |()| form.open.set(false)>
                {Line::ALL
                    .into_iter()
                    .map(|of| {
                        let label = move || line_name(w(), of);
                        let value = Signal::derive(move || form.text(of));
                        let change = move |text: String| form.set(of, text);
                        match of.has_lines() {
                            true => {
                                view! {
                                    <TextArea label value on_change=change help=move || w().a_line_each rows=3/>
                                }
                                    .into_any()
                            }
                            false => view! { <TextField label value on_change=change/> }.into_any(),
                        }
                    })
                    .collect_view()}
            </DialogForm>
        </Dialog>
    }
}

/// The name of a line of head or foot.
const fn line_name(w: &Reports, line: Line) -> &'static str {
    match line {
        Line::Above => w.above,
        Line::Issuer => w.issuer,
        Line::Number => w.number,
        Line::PlaceAndDate => w.place_and_date,
        Line::Title => w.kind,
        Line::Subject => w.subject,
        Line::Recipients => w.recipients,
        Line::Signature => w.signature,
    }
}
