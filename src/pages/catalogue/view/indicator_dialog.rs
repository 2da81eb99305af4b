//! The dialog of an indicator: numerator, denominator, and what it gives with the figures there are.

use super::Dialogs;
use super::keeping::{Drafted, fresh};
use super::picker::{Picker, all_picks};
use crate::exhibit::topics::figures::{part_of, scope_of, shown_period};
use crate::exhibit::topics::parts::Plan;
use crate::exhibit::topics::worded::{card, sentence};
use crate::i18n::catalogue::{CATALOGUE, CataloguePage as Words};
use crate::i18n::ui::UI;
use crate::model::id::IndicatorId;
use crate::model::indicator::{Direction, Indicator};
use crate::model::own::OwnThing;
use crate::model::text::Lang;
use crate::pages::catalogue::derived_draft::{Fault, Field, Figure, IndicatorDraft};
use crate::pages::catalogue::pick::Pick;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{SelectField, TextField};
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::segmented::Segmented;
use crate::ui::stat_card::StatCard;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog.
#[component]
pub fn IndicatorDialog(dialogs: Dialogs) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let open = open_while(dialogs.indicator);
    let title = move || match dialogs.indicator.get() {
        Some(Some(_)) => w().edit_indicator,
        _ => w().new_indicator,
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned())>
            {move || dialogs.indicator.get().map(|editing| view! { <Fields lens=dialogs.lens editing open/> })}
        </Dialog>
    }
}

/// What is wrong with a field of an indicator or a rule.
pub fn remark(w: &Words, fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => w.missing,
        Fault::Taken => w.taken,
        Fault::Mixed => w.mixed,
        Fault::Itself => w.itself,
        Fault::OnlyUnits => w.only_units,
        Fault::NotAShare => w.not_share,
        Fault::NotAShareOfBefore => w.not_share_before,
        Fault::NotACount => w.not_count,
    }
}

/// The draft of the indicator that is edited, or of a new one.
fn draft_of(lens: Lens, picks: &[Pick], editing: Option<&IndicatorId>) -> IndicatorDraft {
    let found = editing.and_then(|id| lens.catalogue(|catalogue| catalogue.indicator(id).cloned()));
    found.map_or_else(IndicatorDraft::default, |found| IndicatorDraft::of(picks, &found))
}

#[component]
fn Fields(lens: Lens, editing: Option<IndicatorId>, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let picks = all_picks(lens);
    let start = draft_of(lens, &picks, editing.as_ref());
    let (left, right) = (RwSignal::new(start.left.clone()), RwSignal::new(start.right.clone()));
    let rest = RwSignal::new(start);
    let stored = StoredValue::new(Arc::clone(&picks));
    let faults = RwSignal::new(Vec::<(Field, Fault)>::new());
    let problems = RwSignal::new(Vec::<String>::new());
    let draft = move || IndicatorDraft {
        left: left.get(),
        right: right.get(),
        ..rest.get()
    };
    let error = move |field: Field| {
        Signal::derive(move || {
            let found = faults.with(|faults| faults.iter().find(|(at, _)| *at == field).map(|(_, fault)| *fault));
            found.map(|fault| remark(w(), fault).to_owned())
        })
    };
    let change = move |field: Field, change: Box<dyn FnOnce(&mut IndicatorDraft)>| {
        faults.update(|faults| faults.retain(|(at, _)| *at != field));
        rest.update(change);
    };
    let near = move |mine: RwSignal<Vec<String>>, other: RwSignal<Vec<String>>| {
        Signal::derive(move || {
            let first = |keys: &Vec<String>| keys.first().and_then(|key| Some(key.split_once('|')?.0.to_owned()));
            mine.with(first).or_else(|| other.with(first))
        })
    };
    let save = move || {
        let lang = untrack(lang);
        let draft = untrack(draft);
        let id = fresh();
        let read = lens.catalogue(|catalogue| stored.with_value(|picks| draft.read(picks, catalogue, &id)));
        let dialog = Drafted {
            lens,
            toasts,
            faults,
            problems,
            open,
        };
        dialog.keep_one(lang, read.map(OwnThing::Indicator));
    };
    let figures = Signal::derive(move || {
        let w = w();
        vec![
            Choice::new("percentage", w.percentage),
            Choice::new("ratio", w.ratio),
            Choice::new("total", w.total),
        ]
    });
    let directions = Signal::derive(move || {
        let w = w();
        vec![
            Choice::new("higher", w.higher),
            Choice::new("lower", w.lower),
            Choice::new("neutral", w.neutral),
        ]
    });
    let is_total = Memo::new(move |_| rest.with(|rest| rest.figure == Figure::Total));
    let right_picks = Arc::clone(&picks);
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <TextField
                label=move || w().indicator_name
                value=Signal::derive(move || rest.with(|rest| rest.name.clone()))
                on_change=move |text: String| change(Field::Name, Box::new(move |rest| rest.name = text))
                error=error(Field::Name)
            />
            <Segmented
                label=move || w().figure
                choices=figures
                value=Signal::derive(move || {
                    rest.with(|rest| match rest.figure {
                        Figure::Percentage => "percentage".to_owned(),
                        Figure::Ratio => "ratio".to_owned(),
                        Figure::Total => "total".to_owned(),
                    })
                })
                on_change=move |value: String| {
                    let figure = match value.as_str() {
                        "ratio" => Figure::Ratio,
                        "total" => Figure::Total,
                        _ => Figure::Percentage,
                    };
                    problems.set(Vec::new());
                    change(Field::Right, Box::new(move |rest| rest.figure = figure));
                }
            />
            <Picker
                label=Signal::derive(move || if is_total.get() { w().counted.to_owned() } else { w().numerator.to_owned() })
                picks=picks
                chosen=left
                near=near(left, right)
                error=error(Field::Left)
            />
            {move || {
                let picks = Arc::clone(&right_picks);
                (!is_total.get())
                    .then(|| {
                        view! {
                            <p class="catalogue__over">{move || w().sums_to}</p>
                            <Picker
                                label=Signal::derive(move || w().denominator.to_owned())
                                picks
                                chosen=right
                                near=near(right, left)
                                error=error(Field::Right)
                            />
                        }
                    })
            }}
            <IndicatorPreview lens picks=stored draft=Signal::derive(draft)/>
            <SelectField
                label=move || w().direction
                choices=directions
                value=Signal::derive(move || {
                    rest.with(|rest| match rest.direction {
                        Direction::Higher => "higher".to_owned(),
                        Direction::Lower => "lower".to_owned(),
                        Direction::Neutral => "neutral".to_owned(),
                    })
                })
                on_change=move |value: String| {
                    let direction = match value.as_str() {
                        "lower" => Direction::Lower,
                        "neutral" => Direction::Neutral,
                        _ => Direction::Higher,
                    };
                    change(Field::Name, Box::new(move |rest| rest.direction = direction));
                }
            />
            <Disclosure label=move || w().english>
                <TextField
                    label=move || w().english
                    value=Signal::derive(move || rest.with(|rest| rest.english.clone()))
                    on_change=move |text: String| change(Field::Name, Box::new(move |rest| rest.english = text))
                    optional=true
                />
            </Disclosure>
            {move || {
                let problems = problems.get();
                (!problems.is_empty())
                    .then(|| view! { <Notice kind=NoticeKind::Failure>{problems.join(" ")}</Notice> })
            }}
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}

/// What the preview shows.
#[derive(Clone, PartialEq)]
enum Shown {
    /// Not enough is chosen.
    Nothing,
    /// The guards refuse it.
    Refused(String),
    /// Its value, what it is out of, and its sentence.
    Value { value: String, unit: String, said: String },
    /// Nobody has reported it for the period.
    NoFigure,
}

/// What the indicator gives at once.
#[component]
fn IndicatorPreview(lens: Lens, picks: StoredValue<Arc<Vec<Pick>>>, draft: Signal<IndicatorDraft>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let shown = Memo::new(move |_| {
        let (draft, lang, period) = (draft.get(), lang(), lens.period());
        let Ok(mut indicator) = picks.with_value(|picks| draft.figure(picks, "own-preview", None)) else {
            return Shown::Nothing;
        };
        if indicator.label.vi.is_empty() {
            w().now.clone_into(&mut indicator.label.vi);
        }
        lens.with(|scope| {
            let refused = refused(lang, scope, &indicator);
            if !refused.is_empty() {
                return Shown::Refused(refused);
            }
            let Some(form) = scope.catalogue.form(&indicator.form) else {
                return Shown::Nothing;
            };
            let scope = &scope_of(scope, form);
            let period = shown_period(scope, form, &period);
            let plan = Plan::Indicators(indicator.label.clone(), vec![indicator]);
            let part = part_of(scope, form, &period, plan);
            let figure = part.as_ref().and_then(|part| Some((part, part.figures.first()?)));
            match figure.filter(|(_, figure)| figure.is_reported()) {
                Some((part, figure)) => {
                    let card = card(lang, part, figure, scope.ledger, scope.catalogue);
                    Shown::Value {
                        value: card.value,
                        unit: card.unit,
                        said: format!("{}.", sentence(lang, part, figure, scope.ledger, scope.catalogue)),
                    }
                }
                None => Shown::NoFigure,
            }
        })
    });
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Refused(why) => view! { <Notice kind=NoticeKind::Warning>{why}</Notice> }.into_any(),
        Shown::NoFigure => view! { <p class="muted">{w().no_figure}</p> }.into_any(),
        Shown::Value { value, unit, said } => {
            let (value, unit) = (StoredValue::new(value), StoredValue::new(unit));
            view! {
                <div class="catalogue__preview" aria-live="polite">
                    <StatCard
                        label=move || w().now
                        value=Signal::derive(move || value.get_value())
                        unit=Signal::derive(move || unit.get_value())
                    />
                    <p>{said}</p>
                </div>
            }
            .into_any()
        }
    }
}

/// Why the guards refuse an indicator; empty where they do not.
fn refused(lang: Lang, scope: &crate::analysis::Scope<'_>, indicator: &Indicator) -> String {
    use crate::catalogue::check::of_indicator;
    use crate::report::sentence::own_catalogue::problem;
    let found = of_indicator(scope.catalogue, indicator);
    let told: Vec<String> = found
        .iter()
        .map(|found| problem(lang, scope.catalogue, found))
        .collect();
    told.join(" ")
}
