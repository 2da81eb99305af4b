//! The form of the year's target, in a dialog.

use super::YearView;
use crate::i18n::admission::{ADMISSION, Admission};
use crate::i18n::ui::UI;
use crate::model::indicator::Comparison;
use crate::model::number::NumberError;
use crate::model::period::Period;
use crate::model::record::Entity;
use crate::model::text::Lang;
use crate::pages::admission::draft::{Field, Problem, TargetDraft};
use crate::pages::admission::figures::{admitted, target_of, term_target};
use crate::state::preferences::{use_lang, use_words};
use crate::state::workspace::Done;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::field::{NumberField, SelectField, TextField};
use crate::ui::focus::focus_wrong_soon;
use crate::ui::menu::Choice;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// The comparisons that a target of admissions may have.
const COMPARISONS: [Comparison; 4] = [
    Comparison::AtLeast,
    Comparison::MoreThan,
    Comparison::Equal,
    Comparison::AtMost,
];

/// Opens the form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TargetFormHandle {
    open: RwSignal<bool>,
    draft: RwSignal<TargetDraft>,
    wrong: RwSignal<Vec<(Field, Problem)>>,
}

/// A form of this page, closed.
pub fn use_target_form() -> TargetFormHandle {
    TargetFormHandle {
        open: RwSignal::new(false),
        draft: RwSignal::new(TargetDraft::default()),
        wrong: RwSignal::new(Vec::new()),
    }
}

impl TargetFormHandle {
    /// Opens it for the year in view: its target, or a new one.
    pub fn open(self, view: YearView) {
        let year = view.figures.with_untracked(|figures| figures.year);
        let target = view
            .lens
            .with_untracked(|scope| target_of(scope.ledger, &scope.root, &Period::Year(year)).cloned());
        self.draft.set(target.as_ref().map(TargetDraft::of).unwrap_or_default());
        self.wrong.set(Vec::new());
        self.open.set(true);
    }

    fn save(self, view: YearView, toasts: Toasts, lang: Lang) {
        let year = view.figures.with_untracked(|figures| figures.year);
        let draft = self.draft.get_untracked();
        let read = view.lens.with_untracked(|scope| {
            let term = term_target(scope.ledger, &scope.root, year).map(|term| term.id.clone());
            draft.read(&scope.root, year, &admitted(), term.as_ref())
        });
        match read {
            Ok(target) => {
                let done = view.lens.workspace().put([&target]);
                offer_undo(view, toasts, ADMISSION.in_lang(lang).target_saved, done);
                self.open.set(false);
            }
            Err(wrong) => {
                self.wrong.set(wrong);
                focus_wrong_soon();
            }
        }
    }
}

/// Takes the year's target away and offers to bring it back.
pub fn remove_target(view: YearView, toasts: Toasts, lang: Lang) {
    let target = view.figures.with_untracked(|figures| figures.target.clone());
    if let Some(target) = target {
        let done = view.lens.workspace().remove_record(&target.record_id());
        offer_undo(view, toasts, ADMISSION.in_lang(lang).target_removed, done);
    }
}

/// Says what was done and offers to undo just that; says nothing where nothing had to change.
fn offer_undo(view: YearView, toasts: Toasts, said: &str, done: Option<Done>) {
    if let Some(done) = done {
        let workspace = view.lens.workspace();
        toasts.offer_undo(said, move || workspace.undo_of(&done));
    }
}

/// The dialog.
#[component]
pub fn TargetForm(
    /// The year.
    view: YearView,
    /// Opens it.
    form: TargetFormHandle,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let year = Memo::new(move |_| view.figures.with(|figures| figures.year));
    view! {
        <Dialog open=form.open title=move || format!("{} {}", w().form_title, year.get())>
            <FormBody view form/>
        </Dialog>
    }
}

#[component]
fn FormBody(view: YearView, form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let comparisons = Signal::derive(move || {
        let choice = |comparison: Comparison| Choice::new(comparison.sign(), w().comparison_name(comparison));
        COMPARISONS.map(choice).to_vec()
    });
    let compare = move |sign: String| {
        let found = COMPARISONS.into_iter().find(|comparison| comparison.sign() == sign);
        if let Some(comparison) = found {
            form.draft.update(|draft| draft.comparison = comparison);
        }
    };
    let error = move |field: Field| {
        Signal::derive(move || {
            let problem = form
                .wrong
                .with(|wrong| wrong.iter().find(|(at, _)| *at == field).map(|(_, problem)| *problem));
            problem.map(|problem| remark(w(), field, problem))
        })
    };
    let set = move |field: Option<Field>, change: fn(&mut TargetDraft, String)| {
        move |text: String| {
            form.wrong.update(|wrong| wrong.retain(|(at, _)| Some(*at) != field));
            form.draft.update(|draft| change(draft, text));
        }
    };
    let text =
        move |of: fn(&TargetDraft) -> &String| Signal::derive(move || form.draft.with(|draft| of(draft).clone()));
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                form.save(view, toasts, lang());
            }
        >
            <div class="field-pair">
                <SelectField
                    label=move || w().comparison
                    choices=comparisons
                    value=Signal::derive(move || form.draft.with(|draft| draft.comparison.sign().to_owned()))
                    on_change=compare
                />
                <NumberField
                    label=move || w().count
                    value=text(|draft| &draft.count)
                    on_change=set(Some(Field::Count), |draft, text| draft.count = text)
                    help=move || w().count_help
                    error=error(Field::Count)
                />
            </div>
            <fieldset class="field-group">
                <legend>{move || w().source}</legend>
                <div class="field-pair">
                    <TextField
                        label=move || w().number
                        value=text(|draft| &draft.number)
                        on_change=set(None, |draft, text| draft.number = text)
                        optional=true
                    />
                    <TextField
                        label=move || w().symbol
                        value=text(|draft| &draft.symbol)
                        on_change=set(None, |draft, text| draft.symbol = text)
                        optional=true
                    />
                </div>
                <TextField
                    label=move || w().issuer
                    value=text(|draft| &draft.issuer)
                    on_change=set(None, |draft, text| draft.issuer = text)
                    optional=true
                />
                <TextField
                    label=move || w().document_date
                    value=text(|draft| &draft.document_date)
                    on_change=set(Some(Field::DocumentDate), |draft, text| draft.document_date = text)
                    help=move || w().date_help
                    error=error(Field::DocumentDate)
                    optional=true
                />
                <TextField
                    label=move || w().document_title
                    value=text(|draft| &draft.title)
                    on_change=set(None, |draft, text| draft.title = text)
                    optional=true
                />
            </fieldset>
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || form.open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}

/// What is wrong with a field and what to do, the field named.
fn remark(w: &Admission, field: Field, problem: Problem) -> String {
    let name = match field {
        Field::Count => w.count,
        Field::DocumentDate => w.document_date,
    };
    let what = match problem {
        Problem::Missing => w.is_missing,
        Problem::Zero => w.is_zero,
        Problem::IsAShare => w.is_share,
        Problem::NotADate => w.is_no_date,
        Problem::NotACount(NumberError::PercentForCount) => w.is_percent,
        Problem::NotACount(NumberError::Ambiguous) => w.is_ambiguous,
        Problem::NotACount(_) => w.is_no_count,
    };
    format!("{name}: {what}")
}
