//! One published figure, in a dialog: how much, how exact, of what and of which period a report states it.

use super::draft::{Candidate, choices};
use crate::i18n::reconcile::{RECONCILE, changed};
use crate::model::number::{TypedCount, format_count, parse_count, parse_percent};
use crate::model::period::Period;
use crate::model::quantity::Qualifier;
use crate::model::statement::{StatedValue, Statement};
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::finding::subject_name;
use crate::report::sentence::words::{capitalised, qualifier_word};
use crate::state::choices::period_choices;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::field::{SelectField, TextField};
use crate::ui::menu::Choice;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// How exact a figure can be said to be, with the values of the choice.
const QUALIFIERS: [(&str, Qualifier); 4] = [
    ("exact", Qualifier::Exact),
    ("more-than", Qualifier::MoreThan),
    ("about", Qualifier::About),
    ("at-least", Qualifier::AtLeast),
];

/// Stands for what the figure is of already, which need not be one of those that a text can be read for.
const AS_IT_IS: &str = "";

/// The dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub struct StatedFormHandle {
    open: RwSignal<bool>,
    /// What it was when the dialog was opened.
    was: RwSignal<Option<Statement>>,
    figure: RwSignal<String>,
    qualifier: RwSignal<String>,
    of: RwSignal<String>,
    period: RwSignal<String>,
    /// Whether it was sent with a figure that cannot be read.
    refused: RwSignal<bool>,
}

/// Makes the dialog; it is shown by `<StatedForm>`.
pub fn use_stated_form() -> StatedFormHandle {
    StatedFormHandle {
        open: RwSignal::new(false),
        was: RwSignal::new(None),
        figure: RwSignal::new(String::new()),
        qualifier: RwSignal::new(String::new()),
        of: RwSignal::new(String::new()),
        period: RwSignal::new(String::new()),
        refused: RwSignal::new(false),
    }
}

impl StatedFormHandle {
    /// Opens it with a figure as it is kept.
    pub fn open(self, statement: &Statement) {
        let qualifier = QUALIFIERS.iter().find(|(_, it)| *it == statement.qualifier);
        self.figure.set(typed(statement.value));
        self.qualifier.set(qualifier.map_or("", |(value, _)| value).to_owned());
        self.of.set(AS_IT_IS.to_owned());
        self.period.set(statement.period.to_string());
        self.refused.set(false);
        self.was.set(Some(statement.clone()));
        self.open.set(true);
    }

    /// The figure as it is filled in; `None` where its number cannot be read.
    fn filled(self, candidates: &[Candidate]) -> Option<Statement> {
        let was = self.was.get_untracked()?;
        let value = self.figure.with_untracked(|text| read(text))?;
        let of = self.of.get_untracked();
        let of = candidates.iter().find(|it| it.key == of);
        let qualifier = self.qualifier.get_untracked();
        let qualifier = QUALIFIERS.iter().find(|(value, _)| *value == qualifier);
        Some(Statement {
            value,
            qualifier: qualifier.map_or(was.qualifier, |(_, qualifier)| *qualifier),
            subject: of.map_or_else(|| was.subject.clone(), |of| of.subject.clone()),
            // What it is a part of, it is of the thing that it was of.
            part_of: was.part_of.clone().filter(|_| of.is_none()),
            period: self
                .period
                .get_untracked()
                .parse()
                .unwrap_or_else(|_| was.period.clone()),
            ..was
        })
    }
}

/// A figure as offices type it: "4.201", "39,2%"; what has no number is empty.
fn typed(value: StatedValue) -> String {
    match value {
        StatedValue::Count(count) => format_count(count, Lang::Vi),
        StatedValue::Percent(percent) => percent.format_short(Lang::Vi),
        StatedValue::Some => String::new(),
    }
}

fn read(text: &str) -> Option<StatedValue> {
    if text.contains(['%', '％']) {
        return parse_percent(text).ok().map(StatedValue::Percent);
    }
    match parse_count(text) {
        Ok(TypedCount::Count(count)) => Some(StatedValue::Count(count)),
        _ => None,
    }
}

/// The dialog of one published figure.
#[component]
pub fn StatedForm(
    /// What the page looks through.
    lens: Lens,
    /// Its handle.
    form: StatedFormHandle,
) -> impl IntoView {
    let w = use_words(&RECONCILE);
    let lang = use_lang();
    let toasts = use_toasts();
    let candidates = Memo::new(move |_| {
        let lang = lang();
        lens.ledger(|_| ());
        lens.catalogue(|catalogue| choices(catalogue, lang))
    });
    let save = move |()| {
        let Some(filled) = candidates.with_untracked(|all| form.filled(all)) else {
            form.refused.set(true);
            return;
        };
        let workspace = lens.workspace();
        if form.was.with_untracked(|was| was.as_ref() != Some(&filled))
            && let Some(act) = workspace.put(&[filled])
        {
            toasts.offer_undo(changed(untrack(lang)).to_owned(), move || workspace.undo_of(&act));
        }
        form.open.set(false);
    };
    let subjects = Signal::derive(move || {
        let lang = lang();
        let own = form.was.with(|was| {
            let was = was.as_ref();
            was.map_or_else(String::new, |was| {
                lens.catalogue(|catalogue| subject_name(lang, catalogue, &was.subject))
            })
        });
        let mut all = vec![Choice::new(AS_IT_IS, own.clone())];
        candidates.with(|candidates| {
            let others = candidates.iter().filter(|it| it.label != own);
            all.extend(others.map(|it| Choice::new(it.key.clone(), it.label.clone())));
        });
        all
    });
    let qualifiers = Signal::derive(move || {
        let name = |qualifier| match qualifier {
            Qualifier::Exact => w().exact.to_owned(),
            other => capitalised(qualifier_word(lang(), other).trim()),
        };
        let all = QUALIFIERS.iter().map(|(value, of)| Choice::new(*value, name(*of)));
        all.collect::<Vec<_>>()
    });
    let periods = Signal::derive(move || {
        let (lang, today) = (lang(), lens.device_today());
        let own = form.was.with(|was| was.as_ref().map(|was| was.period.clone()));
        lens.ledger(|ledger| {
            let others = period_choices(ledger, today).into_iter();
            let others = others.filter(|it| Some(it) != own.as_ref());
            let all: Vec<Period> = own.clone().into_iter().chain(others).collect();
            all.iter()
                .map(|it| Choice::new(it.to_string(), period_title(lang, it, ledger)))
                .collect::<Vec<_>>()
        })
    });
    let wrong = Signal::derive(move || {
        let unread = form.figure.with(|text| read(text).is_none());
        (form.refused.get() && unread).then(|| w().figure_wrong.to_owned())
    });
    view! {
        <Dialog open=form.open title=move || w().edit_title>
            <DialogForm button=move || w().save on_send=save on_cancel=move |()| form.open.set(false)>
                <SelectField
                    label=move || w().of
                    choices=subjects
                    value=form.of
                    on_change=move |value: String| form.of.set(value)
                />
                <SelectField
                    label=move || w().exactness
                    choices=qualifiers
                    value=form.qualifier
                    on_change=move |value: String| form.qualifier.set(value)
                />
                <TextField
                    label=move || w().figure
                    value=form.figure
                    on_change=move |text: String| form.figure.set(text)
                    help=move || w().figure_help
                    error=wrong
                />
                <SelectField
                    label=move || w().period
                    choices=periods
                    value=form.period
                    on_change=move |value: String| form.period.set(value)
                />
            </DialogForm>
        </Dialog>
    }
}
