//! The form of a target, in a dialog: a new one, or one that is edited. Other pages open it with a part of it chosen.

use super::deeds::offer_undo;
use crate::i18n::targets::{TARGET_FORM, TARGETS, TargetForm as Words, goal_text};
use crate::i18n::ui::UI;
use crate::model::id::TargetId;
use crate::model::indicator::Indicator;
use crate::model::number::NumberError;
use crate::model::period::Period;
use crate::model::target::Target;
use crate::model::text::Lang;
use crate::pages::targets::draft::{COMPARISONS, Field, Kind, Problem, RELATIONS, TargetDraft, parents, periods};
use crate::platform::ids::new_id;
use crate::report::period_name::{capitalised, period_title};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::target::target_name;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::field::{NumberField, SelectField, TextField};
use crate::ui::focus::focus_wrong_soon;
use crate::ui::menu::Choice;
use crate::ui::segmented::Segmented;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// Opens the form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TargetFormHandle {
    open: RwSignal<bool>,
    draft: RwSignal<TargetDraft>,
    wrong: RwSignal<Vec<(Field, Problem)>>,
    /// What is measured, by whom and when is decided by the page: only the level and its document are asked for.
    narrow: RwSignal<bool>,
}

/// A form of a page, closed.
pub fn use_target_form() -> TargetFormHandle {
    TargetFormHandle {
        open: RwSignal::new(false),
        draft: RwSignal::new(TargetDraft::default()),
        wrong: RwSignal::new(Vec::new()),
        narrow: RwSignal::new(false),
    }
}

impl TargetFormHandle {
    /// Opens it for a new target. What was typed before and not saved is still there.
    pub fn open_new(self, lens: Lens, period: &Period) {
        let begun = |draft: &TargetDraft| draft.editing.is_none() && *draft != TargetDraft::default();
        if !self.draft.with_untracked(begun) {
            self.draft
                .set(lens.with_untracked(|scope| TargetDraft::new(scope, period)));
        }
        self.show(false);
    }

    /// Opens it for a target that exists.
    pub fn open_edit(self, target: &Target) {
        self.draft.set(TargetDraft::of(target));
        self.show(false);
    }

    /// Opens it for a draft of which only the level and its document are still to be typed.
    pub fn open_level(self, draft: TargetDraft) {
        self.draft.set(draft);
        self.show(true);
    }

    fn show(self, narrow: bool) {
        self.narrow.set(narrow);
        self.wrong.set(Vec::new());
        self.open.set(true);
    }

    fn save(self, lens: Lens, toasts: Toasts, lang: Lang) {
        let fresh = TargetId::new(format!("t-{}", new_id()));
        let draft = self.draft.get_untracked();
        match lens.with_untracked(|scope| draft.read(scope, &fresh)) {
            Ok(target) => {
                let done = lens.workspace().put([&target]);
                offer_undo(lens, toasts, TARGET_FORM.in_lang(lang).saved, done);
                self.draft.set(TargetDraft::default());
                self.open.set(false);
            }
            Err(wrong) => {
                // A field that is not shown cannot be mended here: the whole form is.
                let shown = |field: &Field| matches!(field, Field::Value | Field::DocumentDate);
                if !wrong.iter().all(|(field, _)| shown(field)) {
                    self.narrow.set(false);
                }
                self.wrong.set(wrong);
                focus_wrong_soon();
            }
        }
    }

    fn problem(self, field: Field) -> Option<Problem> {
        let found =
            |wrong: &Vec<(Field, Problem)>| wrong.iter().find(|(at, _)| *at == field).map(|(_, problem)| *problem);
        self.wrong.with(found)
    }

    /// Changes the draft; remarks about `field` go.
    fn change(self, field: Option<Field>, change: impl FnOnce(&mut TargetDraft)) {
        self.wrong.update(|wrong| wrong.retain(|(at, _)| Some(*at) != field));
        self.draft.update(change);
    }

    fn text(self, of: fn(&TargetDraft) -> &String) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| of(draft).clone()))
    }

    fn error(self, field: Field) -> Signal<Option<String>> {
        let w = use_words(&TARGET_FORM);
        Signal::derive(move || self.problem(field).map(|problem| remark(w(), field, problem)))
    }
}

/// The dialog.
#[component]
pub fn TargetForm(
    /// Opens it.
    form: TargetFormHandle,
) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
    let lang = use_lang();
    let lens = use_lens();
    let title = move || {
        let (lang, draft) = (lang(), form.draft.get());
        if !form.narrow.get() {
            return if draft.editing.is_some() {
                w().form_edit
            } else {
                w().form_new
            }
            .to_owned();
        }
        // What the page has decided stands in the heading.
        lens.with(|scope| {
            let indicator = scope.catalogue.indicator(&draft.indicator.as_str().into());
            let name = indicator
                .map_or(TARGETS.in_lang(lang).title, |found| found.label.in_lang(lang))
                .to_owned();
            let period = draft.period.parse::<Period>().ok();
            let period = period.map(|period| period_title(lang, &period, scope.ledger));
            [Some(name), period]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        })
    };
    view! {
        <Dialog open=form.open title>
            <FormBody form/>
        </Dialog>
    }
}

#[component]
fn FormBody(form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
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
            {move || (!form.narrow.get()).then(|| view! { <What form/> })}
            <Level form/>
            {move || (!form.narrow.get()).then(|| view! { <Belongs form/> })}
            <Source form/>
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || form.open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}

/// What is measured, by whom, by when.
#[component]
fn What(form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
    let lang = use_lang();
    let lens = use_lens();
    let indicators = Signal::derive(move || {
        let lang = lang();
        let none = Choice::new("", w().no_indicator);
        let choice = |indicator: &Indicator| Choice::new(indicator.id.as_str(), indicator.label.in_lang(lang));
        lens.catalogue(|catalogue| {
            let indicators = catalogue.indicators().iter().filter(|indicator| !indicator.ratio);
            std::iter::once(none).chain(indicators.map(choice)).collect::<Vec<_>>()
        })
    });
    let units = Signal::derive(move || {
        lens.ledger(|ledger| {
            let units = ledger.units.in_order().into_iter();
            units
                .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let spans = Signal::derive(move || {
        let (lang, today) = (lang(), lens.today());
        lens.ledger(|ledger| {
            let all = periods(ledger, today).into_iter();
            all.map(|period| Choice::new(period.to_string(), period_title(lang, &period, ledger)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <SelectField
            label=move || w().indicator
            choices=indicators
            value=form.text(|draft| &draft.indicator)
            on_change=move |id: String| {
                form.change(Some(Field::Indicator), |draft| lens.catalogue(|catalogue| draft.measure(&id, catalogue)));
            }
            help=move || w().indicator_help
            error=form.error(Field::Indicator)
        />
        <TextField
            label=move || w().label
            value=form.text(|draft| &draft.label)
            on_change=move |text: String| form.change(Some(Field::Label), |draft| draft.label = text)
            help=move || w().label_help
            error=form.error(Field::Label)
        />
        <div class="field-pair">
            <SelectField
                label=move || w().unit
                choices=units
                value=form.text(|draft| &draft.unit)
                on_change=move |id: String| form.change(Some(Field::Unit), |draft| draft.unit = id)
                error=form.error(Field::Unit)
            />
            <SelectField
                label=move || w().period
                choices=spans
                value=form.text(|draft| &draft.period)
                on_change=move |text: String| form.change(Some(Field::Period), |draft| draft.period = text)
                error=form.error(Field::Period)
            />
        </div>
    }
}

/// How much.
#[component]
fn Level(form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
    let comparisons = Signal::derive(move || {
        COMPARISONS
            .map(|comparison| Choice::new(comparison.sign(), w().comparison_name(comparison)))
            .to_vec()
    });
    let compare = move |sign: String| {
        let found = COMPARISONS.into_iter().find(|comparison| comparison.sign() == sign);
        if let Some(comparison) = found {
            form.change(Some(Field::Value), |draft| draft.comparison = comparison);
        }
    };
    let is_percent = Memo::new(move |_| form.draft.with(|draft| draft.kind == Kind::Percent));
    let kinds = Signal::derive(move || vec![Choice::new("", w().kind_count), Choice::new("%", w().kind_percent)]);
    let of_kind = move |value: String| {
        let kind = if value.is_empty() { Kind::Count } else { Kind::Percent };
        form.change(Some(Field::Value), |draft| draft.kind = kind);
    };
    view! {
        {move || {
            (!form.narrow.get())
                .then(|| {
                    view! {
                        <div class="field targets__kind">
                            <span class="field__label" aria-hidden="true">
                                {move || w().kind}
                            </span>
                            <Segmented
                                label=move || w().kind
                                choices=kinds
                                value=Signal::derive(move || if is_percent.get() { "%".to_owned() } else { String::new() })
                                on_change=of_kind
                            />
                        </div>
                    }
                })
        }}
        <div class="field-pair">
            <SelectField
                label=move || w().comparison
                choices=comparisons
                value=Signal::derive(move || form.draft.with(|draft| draft.comparison.sign().to_owned()))
                on_change=compare
            />
            <NumberField
                label=move || w().value
                value=form.text(|draft| &draft.value)
                on_change=move |text: String| form.change(Some(Field::Value), |draft| draft.value = text)
                unit=Signal::derive(move || if is_percent.get() { "%".to_owned() } else { String::new() })
                help=move || if is_percent.get() { w().percent_help } else { w().count_help }
                error=form.error(Field::Value)
            />
        </div>
    }
}

/// The target it belongs to, and how.
#[component]
fn Belongs(form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
    let lang = use_lang();
    let lens = use_lens();
    let offered = Memo::new(move |_| {
        let lang = lang();
        let draft = form.draft.get();
        let none = Choice::new("", w().no_parent);
        lens.with(|scope| {
            let choice = |target: &Target| {
                let name = capitalised(&target_name(lang, target, scope.catalogue));
                let mut parts = vec![name, goal_text(lang, target.comparison, target.value)];
                parts.push(period_title(lang, &target.period, scope.ledger));
                if target.unit != scope.root {
                    parts.push(unit_name(scope.ledger, &target.unit));
                }
                Choice::new(target.id.as_str(), parts.join(" · "))
            };
            let known = parents(scope.ledger, &draft).into_iter().map(choice);
            std::iter::once(none).chain(known).collect::<Vec<_>>()
        })
    });
    let has_parent = Memo::new(move |_| form.draft.with(|draft| !draft.parent.is_empty()));
    let relations = Signal::derive(move || {
        let words = [w().relation_part, w().relation_whole, w().relation_subset];
        let choices = RELATIONS.iter().zip(words);
        choices
            .map(|((id, _), word)| Choice::new(*id, word))
            .collect::<Vec<_>>()
    });
    let relation = Signal::derive(move || {
        let now = form.draft.with(|draft| draft.relation);
        let found = RELATIONS.iter().find(|(_, relation)| *relation == now);
        found.map_or_else(String::new, |(id, _)| (*id).to_owned())
    });
    let relate = move |id: String| {
        if let Some((_, relation)) = RELATIONS.iter().find(|(known, _)| *known == id) {
            form.change(Some(Field::Relation), |draft| draft.relation = *relation);
        }
    };
    view! {
        <SelectField
            label=move || w().parent
            choices=offered
            value=form.text(|draft| &draft.parent)
            on_change=move |id: String| {
                form.change(Some(Field::Relation), |_| {});
                form.change(Some(Field::Parent), |draft| draft.parent = id);
            }
            help=move || w().parent_help
            error=form.error(Field::Parent)
        />
        {move || {
            has_parent
                .get()
                .then(|| {
                    view! {
                        <SelectField
                            label=move || w().relation
                            choices=relations
                            value=relation
                            on_change=relate
                            error=form.error(Field::Relation)
                        />
                    }
                })
        }}
    }
}

/// The document that sets it.
#[component]
fn Source(form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGET_FORM);
    view! {
        <fieldset class="field-group">
            <legend>{move || w().source}</legend>
            <div class="field-pair">
                <TextField
                    label=move || w().number
                    value=form.text(|draft| &draft.number)
                    on_change=move |text: String| form.change(None, |draft| draft.number = text)
                    optional=true
                />
                <TextField
                    label=move || w().symbol
                    value=form.text(|draft| &draft.symbol)
                    on_change=move |text: String| form.change(None, |draft| draft.symbol = text)
                    optional=true
                />
            </div>
            <TextField
                label=move || w().issuer
                value=form.text(|draft| &draft.issuer)
                on_change=move |text: String| form.change(None, |draft| draft.issuer = text)
                optional=true
            />
            <TextField
                label=move || w().document_date
                value=form.text(|draft| &draft.document_date)
                on_change=move |text: String| form.change(Some(Field::DocumentDate), |draft| draft.document_date = text)
                help=move || w().date_help
                error=form.error(Field::DocumentDate)
                optional=true
            />
            <TextField
                label=move || w().document_title
                value=form.text(|draft| &draft.title)
                on_change=move |text: String| form.change(None, |draft| draft.title = text)
                optional=true
            />
        </fieldset>
    }
}

/// What is wrong with a field and what to do, the field named.
fn remark(w: &Words, field: Field, problem: Problem) -> String {
    let name = match field {
        Field::Indicator => w.indicator,
        Field::Label => w.label,
        Field::Unit => w.unit,
        Field::Period => w.period,
        Field::Value => w.value,
        Field::Parent => w.parent,
        Field::Relation => w.relation,
        Field::DocumentDate => w.document_date,
    };
    let what = match problem {
        Problem::Missing => w.is_missing,
        Problem::Gone => w.is_gone,
        Problem::Zero => w.is_zero,
        Problem::IsAShare => w.is_share,
        Problem::AboveAll => w.is_above_all,
        Problem::NoShare => w.is_no_share,
        Problem::OtherIndicator => w.is_other_indicator,
        Problem::Elsewhere => w.is_elsewhere,
        Problem::NotADate => w.is_no_date,
        Problem::NotACount(NumberError::PercentForCount) => w.is_percent,
        Problem::NotACount(NumberError::Ambiguous) => w.is_ambiguous,
        Problem::NotACount(_) => w.is_no_count,
        Problem::NotAPercent(NumberError::Ambiguous) => w.is_ambiguous_percent,
        Problem::NotAPercent(_) => w.is_no_percent,
    };
    format!("{name}: {what}")
}
