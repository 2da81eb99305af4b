//! The form of a drive, in a dialog: a new one, or one that is edited.

use crate::i18n::study::{STUDY, Study, removed, saved};
use crate::i18n::ui::UI;
use crate::model::drive::Drive;
use crate::model::id::OptionId;
use crate::model::record::Entity;
use crate::model::text::Lang;
use crate::pages::study::draft::{DriveDraft, Field, Problem, new_drive_id};
use crate::platform::ids::new_id;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::Done;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;

/// Opens the form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct DriveFormHandle {
    open: RwSignal<bool>,
    draft: RwSignal<DriveDraft>,
    wrong: RwSignal<Vec<(Field, Problem)>>,
}

/// A form of this page, closed.
pub fn use_drive_form() -> DriveFormHandle {
    DriveFormHandle {
        open: RwSignal::new(false),
        draft: RwSignal::new(DriveDraft::new()),
        wrong: RwSignal::new(Vec::new()),
    }
}

impl DriveFormHandle {
    /// Opens it for a new drive. What was typed before and not saved is still there.
    pub fn open_new(self) {
        if self.draft.with_untracked(|draft| draft.editing.is_some()) {
            self.draft.set(DriveDraft::new());
        }
        self.wrong.set(Vec::new());
        self.open.set(true);
    }

    /// Opens it for a drive that exists.
    pub fn open_edit(self, drive: &Drive) {
        self.draft.set(DriveDraft::of(drive));
        self.wrong.set(Vec::new());
        self.open.set(true);
    }

    fn save(self, lens: Lens, toasts: Toasts, lang: Lang) {
        let read = lens.with_untracked(|scope| {
            let draft = self.draft.get_untracked();
            let id = new_drive_id(&draft.name, &new_id());
            draft.read(&scope.root, &id, &scope.ledger.drives)
        });
        match read {
            Ok(drive) => {
                let done = lens.workspace().put([&drive]);
                offer_undo(lens, toasts, saved(lang, &drive.name), done);
                self.draft.set(DriveDraft::new());
                self.open.set(false);
            }
            Err(wrong) => {
                self.wrong.set(wrong);
                focus_wrong_soon();
            }
        }
    }
}

/// Takes a drive away and offers to bring it back. Its returns stay with it.
pub fn remove_drive(lens: Lens, toasts: Toasts, lang: Lang, drive: &Drive) {
    let done = lens.workspace().remove_record(&drive.record_id());
    offer_undo(lens, toasts, removed(lang, &drive.name), done);
}

/// Says what was done and offers to undo just that; says nothing where nothing had to change.
fn offer_undo(lens: Lens, toasts: Toasts, said: String, done: Option<Done>) {
    if let Some(done) = done {
        toasts.offer_undo(said, move || lens.workspace().undo_of(&done));
    }
}

/// The dialog.
#[component]
pub fn DriveForm(
    /// Opens it.
    form: DriveFormHandle,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let title = move || match form.draft.with(|draft| draft.editing.is_some()) {
        true => w().form_edit,
        false => w().form_new,
    };
    view! {
        <Dialog open=form.open title>
            <FormBody form/>
        </Dialog>
    }
}

#[component]
fn FormBody(form: DriveFormHandle) -> impl IntoView {
    let w = use_words(&STUDY);
    let ui = use_words(&UI);
    let lang = use_lang();
    let (lens, toasts) = (use_lens(), use_toasts());
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                form.save(lens, toasts, lang());
            }
        >
            <FormText form field=Field::Name help=|w| w.name_help/>
            <fieldset class="field-group">
                <legend>{move || w().form_document}</legend>
                <div class="field-pair">
                    <FormText form field=Field::Number optional=true/>
                    <FormText form field=Field::Symbol optional=true/>
                </div>
                <FormText form field=Field::Issuer optional=true/>
                <FormText form field=Field::DocumentDate help=|w| w.date_help optional=true/>
                <FormText form field=Field::Title optional=true/>
            </fieldset>
            <fieldset class="field-group">
                <legend>{move || w().form_when}</legend>
                <div class="field-pair">
                    <FormText form field=Field::Start help=|w| w.date_help/>
                    <FormText form field=Field::End help=|w| w.date_help/>
                </div>
                <Audiences form/>
            </fieldset>
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || form.open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}

/// The name of a field, as its label says it.
fn field_name(w: &Study, field: Field) -> &'static str {
    match field {
        Field::Name => w.name,
        Field::Number => w.number,
        Field::Symbol => w.symbol,
        Field::Issuer => w.issuer,
        Field::DocumentDate => w.document_date,
        Field::Title => w.document_title,
        Field::Start => w.start,
        Field::End => w.end,
        Field::Audiences => w.audiences,
    }
}

/// What is wrong with a field and what to do, the field named.
fn remark(w: &Study, field: Field, problem: Problem) -> String {
    let what = match problem {
        Problem::Missing => w.is_missing,
        Problem::Taken => w.is_taken,
        Problem::NotADate => w.is_no_date,
        Problem::EndsBeforeStart => w.ends_before_start,
        Problem::TooLong => w.is_too_long,
        Problem::NoAudience => w.has_no_audience,
    };
    format!("{}: {what}", field_name(w, field))
}

fn text_of(draft: &mut DriveDraft, field: Field) -> Option<&mut String> {
    Some(match field {
        Field::Name => &mut draft.name,
        Field::Number => &mut draft.number,
        Field::Symbol => &mut draft.symbol,
        Field::Issuer => &mut draft.issuer,
        Field::DocumentDate => &mut draft.document_date,
        Field::Title => &mut draft.title,
        Field::Start => &mut draft.start,
        Field::End => &mut draft.end,
        Field::Audiences => return None,
    })
}

/// One line of text of the form. Its remark goes as soon as it is edited.
#[component]
fn FormText(
    form: DriveFormHandle,
    field: Field,
    #[prop(optional)] help: Option<fn(&Study) -> &'static str>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let error = Signal::derive(move || wrong_at(form, field).map(|problem| remark(w(), field, problem)));
    let value = Signal::derive(move || {
        form.draft.with(|draft| {
            let mut draft = draft.clone();
            text_of(&mut draft, field).map(|text| text.clone()).unwrap_or_default()
        })
    });
    let change = move |text: String| {
        form.wrong.update(|wrong| wrong.retain(|(at, _)| *at != field));
        form.draft.update(|draft| {
            if let Some(slot) = text_of(draft, field) {
                *slot = text;
            }
        });
    };
    view! {
        <TextField
            label=move || field_name(w(), field)
            value
            on_change=change
            help=Signal::derive(move || help.map(|help| help(w()).to_owned()).unwrap_or_default())
            error
            optional
        />
    }
}

fn wrong_at(form: DriveFormHandle, field: Field) -> Option<Problem> {
    form.wrong
        .with(|wrong| wrong.iter().find(|(at, _)| *at == field).map(|(_, problem)| *problem))
}

/// Who studies.
#[component]
fn Audiences(form: DriveFormHandle) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let options = use_lens().catalogue(|catalogue| {
        let set = catalogue.option_set(&"audience".into(), None);
        set.map_or_else(Vec::new, |set| set.options.clone())
    });
    let choose = move |id: &OptionId, chosen: bool| {
        form.wrong
            .update(|wrong| wrong.retain(|(at, _)| *at != Field::Audiences));
        form.draft.update(|draft| {
            draft.audiences.retain(|known| known != id);
            if chosen {
                draft.audiences.push(id.clone());
            }
        });
    };
    view! {
        <fieldset
            class="field-group field-group--plain"
            data-wrong=move || wrong_at(form, Field::Audiences).is_some().then_some("")
        >
            <legend class="field__label">{move || w().audiences}</legend>
            {options
                .into_iter()
                .map(|option| {
                    let (id, label) = (option.id.clone(), option.label.clone());
                    let checked = Signal::derive(move || form.draft.with(|draft| draft.audiences.contains(&id)));
                    view! {
                        <Checkbox
                            label=move || label.in_lang(lang()).to_owned()
                            checked
                            on_change=move |chosen: bool| choose(&option.id, chosen)
                        />
                    }
                })
                .collect_view()}
            {move || {
                wrong_at(form, Field::Audiences)
                    .map(|problem| {
                        view! {
                            <p class="field__note field__error" role="alert">
                                {remark(w(), Field::Audiences, problem)}
                            </p>
                        }
                    })
            }}
        </fieldset>
    }
}
