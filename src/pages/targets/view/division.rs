//! The dialog that divides a target among units: a proposal by weight, edited line by line, then applied.

use super::deeds::divide;
use crate::analysis::distribute::Weighting;
use crate::i18n::targets::{DIVISION, TARGET_FORM, TARGETS, goal_text, sum_line, unknown_weights_line};
use crate::i18n::ui::UI;
use crate::model::number::{NumberError, format_count};
use crate::model::target::{Target, TargetValue};
use crate::pages::targets::division::Division;
use crate::report::sentence::from_analysis::unit_name;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::segmented::Segmented;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

const WEIGHTINGS: [(&str, Weighting); 3] = [
    ("heads", Weighting::Heads),
    ("equal", Weighting::Equal),
    ("last_year", Weighting::LastYear),
];

/// Opens the dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub struct DivisionHandle {
    subject: RwSignal<Option<Division>>,
}

/// A dialog of a page, closed.
pub fn use_division() -> DivisionHandle {
    DivisionHandle {
        subject: RwSignal::new(None),
    }
}

impl DivisionHandle {
    /// Opens it with the parts as they stand, or with a proposal where there are none.
    pub fn open(self, lens: Lens, target: &Target) {
        let division = lens.with_untracked(|scope| Division::of(scope, target));
        self.subject.set(Some(division));
    }

    fn with<T: Default>(self, question: impl FnOnce(&Division) -> T) -> T {
        self.subject
            .with(|division| division.as_ref().map(question).unwrap_or_default())
    }

    fn type_at(self, at: usize, text: String) {
        self.subject.update(|division| {
            if let Some(division) = division {
                division.type_at(at, text);
            }
        });
    }

    /// Makes the lines that nobody typed fit.
    fn settle(self) {
        let settled = self.subject.with_untracked(|division| division.as_ref()?.settled());
        if settled.is_some() {
            self.subject.set(settled);
        }
    }
}

/// The dialog.
#[component]
pub fn DivisionDialog(
    /// Opens it.
    division: DivisionHandle,
) -> impl IntoView {
    let w = use_words(&DIVISION);
    let open = open_while(division.subject);
    view! {
        <Dialog open title=move || w().divide_title>
            <Body division open/>
        </Dialog>
    }
}

#[component]
fn Body(division: DivisionHandle, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&DIVISION);
    let ui = use_words(&UI);
    let (form, page) = (use_words(&TARGET_FORM), use_words(&TARGETS));
    let lang = use_lang();
    let (lens, toasts) = (use_lens(), use_toasts());
    let of_count = Memo::new(move |_| division.with(|division| division.total().is_some()));
    let lines = Memo::new(move |_| division.with(|division| division.shares.len()));
    let asked = move || division.with(|division| goal_text(lang(), division.target.comparison, division.target.value));
    let choices = Signal::derive(move || {
        let words = [w().by_heads, w().by_equal, w().by_last_year];
        let choices = WEIGHTINGS.iter().zip(words);
        choices
            .map(|((id, _), word)| Choice::new(*id, word))
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let by = division.with(|division| division.by);
        let found = WEIGHTINGS.iter().find(|(_, known)| *known == by);
        found.map_or_else(String::new, |(id, _)| (*id).to_owned())
    });
    let propose = move |id: String| {
        let Some((_, by)) = WEIGHTINGS.iter().find(|(known, _)| *known == id) else {
            return;
        };
        let target = division
            .subject
            .with_untracked(|division| division.as_ref().map(|division| division.target.clone()));
        if let Some(target) = target {
            let proposed = lens.with_untracked(|scope| Division::proposed(scope, &target, *by));
            division.subject.set(Some(proposed));
        }
    };
    let sum = Memo::new(move |_| {
        let of_some = |division: &Division| division.total().filter(|_| !division.shares.is_empty());
        division.with(|division| of_some(division).map(|total| (division.sum(), total)))
    });
    let wrong = Memo::new(move |_| division.with(Division::wrong));
    let can_settle = Memo::new(move |_| division.with(|division| division.settled().is_some()));
    let unknown = Memo::new(move |_| {
        division.with(|division| match division.target.value {
            TargetValue::Count(_) => division.unweighted(),
            TargetValue::Percent(_) => (0, false),
        })
    });
    let first_wrong = move || {
        let (at, problem) = *wrong.read().first()?;
        let unit = division.with(|division| division.shares.get(at).map(|share| share.unit.clone()))?;
        let name = lens.ledger(|ledger| unit_name(ledger, &unit));
        let what = match (problem, of_count.get()) {
            (NumberError::PercentForCount, true) => form().is_percent,
            (NumberError::Ambiguous, true) => form().is_ambiguous,
            (_, true) => form().is_no_count,
            (NumberError::Ambiguous, false) => form().is_ambiguous_percent,
            (NumberError::PartAboveWhole, false) => form().is_above_all,
            (_, false) => form().is_no_percent,
        };
        Some(format!("{name}: {what}"))
    };
    let apply = move || {
        let now = division.subject.get_untracked();
        if now.is_some_and(|now| divide(lens, toasts, untrack(lang), &now)) {
            open.set(false);
        }
    };
    view! {
        <div class="stack">
            <div class="row row--between">
                <strong>{asked}</strong>
                {move || {
                    of_count
                        .get()
                        .then(|| {
                            view! { <Segmented label=move || w().divide_by choices value=chosen on_change=propose/> }
                        })
                }}
            </div>
            <p class="muted small">
                {move || if of_count.get() { w().divide_help } else { w().divide_level_help }}
            </p>
            {move || (lines.get() == 0).then(|| view! { <p>{move || w().no_units}</p> })}
            <div class="table-region targets__division" hidden=move || lines.get() == 0>
                <table class="table">
                    <caption class="sr-only">{move || w().divide_title}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="cell">{move || page().column_unit}</th>
                            <th scope="col" class="cell cell--figure">{move || w().weight}</th>
                            <th scope="col" class="cell cell--figure">{move || w().part}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || (0..lines.get()).map(|at| view! { <Line division at/> }).collect_view()}
                    </tbody>
                </table>
            </div>
            <div aria-live="polite" class="stack stack--tight">
                {move || {
                    sum.get()
                        .map(|(sum, total)| {
                            let kind = if sum == total { NoticeKind::Done } else { NoticeKind::Warning };
                            view! {
                                <Notice kind>
                                    <p>{sum_line(lang(), sum, total)}</p>
                                    {can_settle
                                        .get()
                                        .then(|| {
                                            view! {
                                                <Button
                                                    label=move || w().settle
                                                    small=true
                                                    on_press=move || division.settle()
                                                />
                                            }
                                        })}
                                </Notice>
                            }
                        })
                }}
                {move || {
                    let (unknown, all) = unknown.get();
                    let text = unknown_weights_line(lang(), unknown, all);
                    (!text.is_empty()).then(|| view! { <p class="muted small">{text}</p> })
                }}
                {move || first_wrong().map(|text| view! { <p class="field__error" role="alert">{text}</p> })}
            </div>
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || open.set(false)/>
                <Button
                    label=move || w().apply
                    kind=ButtonKind::Primary
                    disabled=Signal::derive(move || lines.get() == 0 || wrong.with(|wrong| !wrong.is_empty()))
                    on_press=apply
                />
            </DialogActions>
        </div>
    }
}

/// One unit: its weight and its part.
#[component]
fn Line(division: DivisionHandle, at: usize) -> impl IntoView {
    let lang = use_lang();
    let lens = use_lens();
    let name = Signal::derive(move || {
        let unit = division.with(|division| division.shares.get(at).map(|share| share.unit.clone()));
        unit.map_or_else(String::new, |unit| lens.ledger(|ledger| unit_name(ledger, &unit)))
    });
    let weight = move || {
        let weight = division.with(|division| division.shares.get(at).and_then(|share| share.weight));
        weight.map_or_else(|| "–".to_owned(), |weight| format_count(weight, lang()))
    };
    let typed = Memo::new(move |_| {
        division.with(|division| {
            division
                .shares
                .get(at)
                .map(|share| share.typed.clone())
                .unwrap_or_default()
        })
    });
    let invalid = move || {
        let bad = division.with(|division| {
            division
                .shares
                .get(at)
                .is_some_and(|share| division.part(share).is_err())
        });
        bad.then_some("true")
    };
    view! {
        <tr>
            <th scope="row" class="cell">{name}</th>
            <td class="cell cell--figure muted">{weight}</td>
            <td class="cell cell--figure">
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    class="field__input field__input--number"
                    aria-label=name
                    aria-invalid=invalid
                    prop:value=move || typed.get()
                    on:input=move |event| division.type_at(at, event_target_value(&event))
                />
            </td>
        </tr>
    }
}
