//! The dialog of a rule: two sides, how they compare, what it says, and how many units break it now.

use super::Dialogs;
use super::indicator_dialog::remark;
use super::keeping::{Drafted, fresh};
use super::only::OnlyFields;
use super::picker::{Picker, all_picks};
use crate::analysis::Scope;
use crate::analysis::rules::{FindingKind, of_form};
use crate::catalogue::Catalogue;
use crate::catalogue::check::of_rule;
use crate::exhibit::topics::figures::shown_period;
use crate::i18n::catalogue::{CATALOGUE, breaks, rule_sentence};
use crate::i18n::ui::UI;
use crate::model::condition::Only;
use crate::model::id::{FormId, RuleId, UnitId};
use crate::model::indicator::{Comparison, Rule, Severity};
use crate::model::own::OwnThing;
use crate::model::text::{Lang, Text};
use crate::model::unit::UnitKind;
use crate::pages::catalogue::derived_draft::{Fault, Field, RuleDraft, words_of};
use crate::pages::catalogue::pick::Pick;
use crate::pages::catalogue::usage::changed;
use crate::report::period_name::period_name;
use crate::report::sentence::own_catalogue::problem;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{NumberField, SelectField, TextField};
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog.
#[component]
pub fn RuleDialog(dialogs: Dialogs) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let open = open_while(dialogs.rule);
    let title = move || match dialogs.rule.get() {
        Some(Some(_)) => w().edit_rule,
        _ => w().new_rule,
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned())>
            {move || dialogs.rule.get().map(|editing| view! { <Fields lens=dialogs.lens editing open/> })}
        </Dialog>
    }
}

fn draft_of(lens: Lens, picks: &[Pick], editing: Option<&RuleId>) -> RuleDraft {
    let found = lens.catalogue(|catalogue| {
        let rules = &catalogue.part().rules;
        rules.iter().find(|rule| Some(&rule.id) == editing).cloned()
    });
    found.map_or_else(RuleDraft::default, |found| RuleDraft::of(picks, &found))
}

/// The rule of a draft, worded.
fn rule_of(lens: Lens, picks: &[Pick], draft: &RuleDraft, id: &str) -> Result<Rule, Vec<(Field, Fault)>> {
    let said = |lang| {
        let (left, right) = (words_of(picks, &draft.left, lang), words_of(picks, &draft.right, lang));
        rule_sentence(lang, &left, draft.comparison, &right, &draft.share, draft.before)
    };
    let sentence = Text::new(said(Lang::Vi), said(Lang::En));
    let remedy = Text::new(CATALOGUE.in_lang(Lang::Vi).remedy, CATALOGUE.in_lang(Lang::En).remedy);
    lens.catalogue(|catalogue| draft.read(picks, catalogue, id, sentence, remedy))
}

#[component]
fn Fields(lens: Lens, editing: Option<RuleId>, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let picks = all_picks(lens);
    let start = draft_of(lens, &picks, editing.as_ref());
    let is_special = start.before || !start.least.is_empty() || !start.only.is_anybody();
    let (left, right) = (RwSignal::new(start.left.clone()), RwSignal::new(start.right.clone()));
    let rest = RwSignal::new(start);
    let stored = StoredValue::new(Arc::clone(&picks));
    let faults = RwSignal::new(Vec::<(Field, Fault)>::new());
    let problems = RwSignal::new(Vec::<String>::new());
    let draft = move || RuleDraft {
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
    let change = move |field: Field, change: Box<dyn FnOnce(&mut RuleDraft)>| {
        faults.update(|faults| faults.retain(|(at, _)| *at != field));
        rest.update(change);
    };
    let near = Signal::derive(move || left.with(|keys| Some(keys.first()?.split_once('|')?.0.to_owned())));
    // The kinds of units that report what is on the left.
    let asked = Signal::derive(move || {
        let form = near.get().map(FormId::new);
        form.and_then(|form| lens.catalogue(|catalogue| catalogue.form(&form).map(|form| form.unit_kinds.clone())))
            .unwrap_or_else(|| UnitKind::ALL.to_vec())
    });
    let save = move || {
        let lang = untrack(lang);
        let draft = untrack(draft);
        let read = stored.with_value(|picks| rule_of(lens, picks, &draft, &fresh()));
        let dialog = Drafted {
            lens,
            toasts,
            faults,
            problems,
            open,
        };
        dialog.keep_one(lang, read.map(OwnThing::Rule));
    };
    let comparisons = Signal::derive(move || {
        let w = w();
        vec![
            Choice::new("<=", w.at_most),
            Choice::new("=", w.equal),
            Choice::new(">=", w.at_least),
        ]
    });
    let severities = Signal::derive(move || {
        let w = w();
        vec![
            Choice::new("error", w.error),
            Choice::new("warning", w.warning),
            Choice::new("notice", w.notice),
        ]
    });
    let right_picks = Arc::clone(&picks);
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <Picker label=Signal::derive(move || w().left.to_owned()) picks chosen=left near error=error(Field::Left)/>
            <SelectField
                label=move || w().comparison
                choices=comparisons
                value=Signal::derive(move || {
                    rest.with(|rest| match rest.comparison {
                        Comparison::Equal => "=".to_owned(),
                        Comparison::AtLeast | Comparison::MoreThan => ">=".to_owned(),
                        Comparison::AtMost => "<=".to_owned(),
                    })
                })
                on_change=move |value: String| {
                    let comparison = match value.as_str() {
                        "=" => Comparison::Equal,
                        ">=" => Comparison::AtLeast,
                        _ => Comparison::AtMost,
                    };
                    change(Field::Left, Box::new(move |rest| rest.comparison = comparison));
                }
            />
            <Picker
                label=Signal::derive(move || w().right.to_owned())
                picks=right_picks
                chosen=right
                near
                error=error(Field::Right)
            />
            <NumberField
                label=move || w().share
                value=Signal::derive(move || rest.with(|rest| rest.share.clone()))
                on_change=move |text: String| change(Field::Share, Box::new(move |rest| rest.share = text))
                unit=Signal::derive(|| "%".to_owned())
                error=error(Field::Share)
                optional=true
            />
            <Disclosure label=move || w().further open=is_special>
                <Checkbox
                    label=move || w().before
                    checked=Signal::derive(move || rest.with(|rest| rest.before))
                    on_change=move |on: bool| change(Field::Share, Box::new(move |rest| rest.before = on))
                    help=Signal::derive(move || w().before_help.to_owned())
                />
                <NumberField
                    label=move || w().least
                    value=Signal::derive(move || rest.with(|rest| rest.least.clone()))
                    on_change=move |text: String| change(Field::Least, Box::new(move |rest| rest.least = text))
                    error=error(Field::Least)
                    optional=true
                />
                <OnlyFields
                    lens
                    label=move || w().only_rule
                    kinds=asked
                    only=Signal::derive(move || rest.with(|rest| rest.only.clone()))
                    on_change=move |only: Only| change(Field::Sentence, Box::new(move |rest| rest.only = only))
                />
            </Disclosure>
            <SelectField
                label=move || w().severity
                choices=severities
                value=Signal::derive(move || {
                    rest.with(|rest| match rest.severity {
                        Severity::Error => "error".to_owned(),
                        Severity::Warning => "warning".to_owned(),
                        Severity::Notice => "notice".to_owned(),
                    })
                })
                on_change=move |value: String| {
                    let severity = match value.as_str() {
                        "error" => Severity::Error,
                        "notice" => Severity::Notice,
                        _ => Severity::Warning,
                    };
                    change(Field::Sentence, Box::new(move |rest| rest.severity = severity));
                }
            />
            <TextField
                label=move || w().sentence
                value=Signal::derive(move || rest.with(|rest| rest.sentence.clone()))
                on_change=move |text: String| change(Field::Sentence, Box::new(move |rest| rest.sentence = text))
                help=Signal::derive(move || w().sentence_help.to_owned())
                optional=true
            />
            <RulePreview lens picks=stored draft=Signal::derive(draft)/>
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

/// What the rule says and how many units break it with the figures there are.
#[component]
fn RulePreview(lens: Lens, picks: StoredValue<Arc<Vec<Pick>>>, draft: Signal<RuleDraft>) -> impl IntoView {
    let lang = use_lang();
    // What was chosen, its sentence, and what it finds or why it is refused.
    let shown = Memo::new(move |_| {
        let (draft, lang, asked) = (draft.get(), lang(), lens.period());
        let rule = picks
            .with_value(|picks| rule_of(lens, picks, &draft, "own-preview"))
            .ok()?;
        let said = rule.label.in_lang(lang).to_owned();
        lens.with(|scope| {
            let refused = of_rule(scope.catalogue, &rule);
            if !refused.is_empty() {
                let told: Vec<String> = refused.iter().map(|it| problem(lang, scope.catalogue, it)).collect();
                return Some((said, told.join(" "), true));
            }
            let form = scope.catalogue.form(&rule.form)?;
            let period = shown_period(scope, form, &asked);
            let own = changed(&scope.ledger.own, &[OwnThing::Rule(rule.clone())], &[]);
            let after = Catalogue::with_own(&own);
            let tried = Scope::whole(scope.ledger, &after, scope.today);
            let mut units: Vec<UnitId> = of_form(&tried, &rule.form, &period)
                .into_iter()
                .filter(|found| found.kind == FindingKind::Rule(rule.id.clone()))
                .map(|found| found.unit)
                .collect();
            units.sort();
            units.dedup();
            let told = breaks(lang, units.len(), &period_name(lang, &period, scope.ledger));
            Some((said, told, false))
        })
    });
    move || {
        shown.get().map(|(said, told, refused)| {
            let kind = if refused { NoticeKind::Warning } else { NoticeKind::Info };
            view! {
                <div class="catalogue__preview" aria-live="polite">
                    <p>{said}</p>
                    <Notice kind>{told}</Notice>
                </div>
            }
        })
    }
}
