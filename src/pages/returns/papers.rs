//! Handing in, taking back, accepting and sending back: of one return or of many, as one act that is undone at once. Sending
//! back asks for the reason first.

use crate::i18n::returns::{DEEDS, deed_done, sending_back};
use crate::model::returns::{Deed, Return};
use crate::model::text::Lang;
use crate::pages::entry::edit::{Of, with_deed};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_preferences, use_words};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dialog_form::DialogForm;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::text_area::TextArea;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// Does things with returns. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Papers {
    lens: Lens,
    toasts: Toasts,
    lang: RwSignal<Lang>,
    subject: RwSignal<Option<Vec<Of>>>,
    reason: RwSignal<String>,
    lacking: RwSignal<bool>,
}

/// For a page; [`SendBackDialog`] stands on it.
pub fn use_papers(lens: Lens) -> Papers {
    Papers {
        lens,
        toasts: use_toasts(),
        lang: use_preferences().lang,
        subject: RwSignal::new(None),
        reason: RwSignal::new(String::new()),
        lacking: RwSignal::new(false),
    }
}

impl Papers {
    /// Does a deed with those of these returns that are of a status for it, and offers to undo it. One that sends back
    /// without a reason asks for it first.
    pub fn act(self, papers: Vec<Of>, deed: &Deed) {
        if matches!(deed, Deed::SendBack(reason) if reason.is_empty()) && !papers.is_empty() {
            self.reason.set(String::new());
            self.lacking.set(false);
            self.subject.set(Some(papers));
            return;
        }
        let lang = self.lang.get_untracked();
        let today = untrack(|| self.lens.today());
        let workspace = self.lens.workspace();
        let records: Vec<_> = papers
            .iter()
            .filter_map(|of| {
                let stored = workspace.record(&Return::record_id(&of.form, &of.period, &of.unit));
                with_deed(of, stored.as_ref(), deed, today)
            })
            .collect();
        let count = records.len();
        if count == 0 {
            self.toasts.say(DEEDS.in_lang(lang).nothing);
        } else if let Some(done) = workspace.edit(records) {
            let said = deed_done(lang, deed, count);
            self.toasts.offer_undo(said, move || workspace.undo_of(&done));
        }
    }

    fn send(self) {
        let reason = self.reason.with_untracked(|reason| reason.trim().to_owned());
        if reason.is_empty() {
            self.lacking.set(true);
            focus_wrong_soon();
            return;
        }
        if let Some(papers) = self.subject.get_untracked() {
            self.act(papers, &Deed::SendBack(reason));
        }
        self.subject.set(None);
    }
}

/// The form that sends back. Escape leaves it; nothing is sent then.
#[component]
pub fn SendBackDialog(
    /// Opens it.
    papers: Papers,
) -> impl IntoView {
    let w = use_words(&DEEDS);
    view! {
        <Dialog open=open_while(papers.subject) title=move || w().reason_title>
            <Body papers/>
        </Dialog>
    }
}

#[component]
fn Body(papers: Papers) -> impl IntoView {
    let w = use_words(&DEEDS);
    let lang = use_lang();
    let about = move || {
        papers.subject.with(|subject| {
            let all = subject.as_deref().unwrap_or_default();
            let one = match all {
                [of] => papers
                    .lens
                    .ledger(|ledger| ledger.units.get(&of.unit).map(|unit| unit.name.clone())),
                _ => None,
            };
            sending_back(lang(), one.as_deref(), all.len())
        })
    };
    let error = Signal::derive(move || papers.lacking.get().then(|| w().reason_missing.to_owned()));
    view! {
        <DialogForm
            button=move || w().send
            on_send=move || papers.send()
            on_cancel=move || papers.subject.set(None)
        >
            <p>{about}</p>
            <TextArea
                label=move || w().reason
                help=move || w().reason_help
                value=papers.reason
                error
                on_change=move |text: String| {
                    papers.lacking.set(false);
                    papers.reason.set(text);
                }
            />
        </DialogForm>
    }
}
