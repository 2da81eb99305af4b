//! Explaining a finding: the form, and taking an explanation back.

use crate::analysis::rules::Finding;
use crate::i18n::findings::FINDINGS;
use crate::model::record::{Entity, Explanation};
use crate::pages::findings::said::Said;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::Done;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dialog_form::DialogForm;
use crate::ui::focus::{FocusMark, focus_wrong_soon};
use crate::ui::text_area::TextArea;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// Opens the form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Explaining {
    lens: Lens,
    toasts: Toasts,
    subject: RwSignal<Option<Finding>>,
    text: RwSignal<String>,
    lacking: RwSignal<bool>,
}

/// The form of this page, closed.
pub fn use_explaining(lens: Lens) -> Explaining {
    Explaining {
        lens,
        toasts: use_toasts(),
        subject: RwSignal::new(None),
        text: RwSignal::new(String::new()),
        lacking: RwSignal::new(false),
    }
}

impl Explaining {
    /// Opens the form for a finding, with what was explained before.
    pub fn open(self, finding: Finding) {
        let text = finding.explained.as_ref().map(|explained| explained.text.clone());
        self.text.set(text.unwrap_or_default());
        self.lacking.set(false);
        self.subject.set(Some(finding));
    }

    /// Keeps what was written; asks for it where nothing was.
    fn save(self, said: &'static str) {
        let text = self.text.with_untracked(|text| text.trim().to_owned());
        let Some(finding) = self.subject.get_untracked() else {
            return;
        };
        if text.is_empty() {
            self.lacking.set(true);
            focus_wrong_soon();
            return;
        }
        let explanation = Explanation {
            figures: finding.figures(),
            finding: finding.key,
            unit: finding.unit,
            text,
        };
        let done = self.lens.workspace().put([&explanation]);
        self.offer_undo(said, done);
        self.subject.set(None);
    }

    /// Takes an explanation back; what it said can be brought back.
    pub fn take_back(self, finding: &Finding, said: &'static str) {
        if let Some(explanation) = &finding.explained {
            // The line goes to another list, and the button that was pressed with it.
            let pressed = FocusMark::here();
            let done = self.lens.workspace().remove_record(&explanation.record_id());
            self.offer_undo(said, done);
            if let Some(pressed) = pressed {
                pressed.restore();
            }
        }
    }

    fn offer_undo(self, said: &'static str, done: Option<Done>) {
        if let Some(done) = done {
            let workspace = self.lens.workspace();
            self.toasts.offer_undo(said, move || workspace.undo_of(&done));
        }
    }
}

/// The dialog.
#[component]
pub fn ExplainDialog(
    /// Opens it.
    form: Explaining,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    view! {
        <Dialog open=open_while(form.subject) title=move || w().form_title>
            <Body form/>
        </Dialog>
    }
}

#[component]
fn Body(form: Explaining) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let lang = use_lang();
    let sentence = move || {
        let here = form.lens.router().place_untracked();
        let found = form.subject.get()?;
        Some(form.lens.with(|scope| Said::of(lang(), scope, &found, &here).sentence))
    };
    let error = Signal::derive(move || form.lacking.get().then(|| w().text_missing.to_owned()));
    view! {
        <DialogForm
            button=move || w().save
            on_send=move || form.save(w().saved)
            on_cancel=move || form.subject.set(None)
        >
            <p>{sentence}</p>
            <TextArea
                label=move || w().text
                help=move || w().text_help
                value=form.text
                error
                on_change=move |text: String| {
                    form.lacking.set(false);
                    form.text.set(text);
                }
            />
        </DialogForm>
    }
}
