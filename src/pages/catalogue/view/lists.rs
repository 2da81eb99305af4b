//! The indicators, rules and sets by form, and the sectors.

use super::Dialogs;
use super::keeping::{keep, offer_undo};
use crate::analysis::Scope;
use crate::i18n::catalogue::{CATALOGUE, applies_until, in_use, of_the_period_before, removed, until};
use crate::model::id::{IndicatorId, OptionSetId, RecordId, RuleId};
use crate::model::indicator::Operand;
use crate::model::letter_case::lowered;
use crate::model::own::{OwnThing, is_own};
use crate::model::record::Entity;
use crate::model::text::{Lang, Text};
use crate::pages::catalogue::set_draft::SetDraft;
use crate::pages::catalogue::usage;
use crate::pages::units::SectorsDialog;
use crate::report::sentence::finding::{according_to, cell_names, kinds_name};
use crate::report::sentence::words::begun_small;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::focus::FocusMark;
use crate::ui::icon::IconName;
use crate::ui::named_button::NamedButton;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// A thing in a list, of either language.
#[derive(Clone, PartialEq)]
struct Item {
    id: String,
    label: Text,
    /// What it is made of, and where it comes from.
    notes: Vec<String>,
    own: bool,
}

/// Things under the name of a form.
type Groups = Vec<(Text, Vec<Item>)>;

/// A side, in words: "Bạn đọc + Người mượn".
fn side(lang: Lang, scope: &Scope<'_>, operand: &Operand) -> String {
    match operand {
        Operand::Units { units } => kinds_name(lang, units),
        Operand::Cells { cells, .. } => {
            let names = cell_names(lang, scope.catalogue, cells);
            match names.as_slice() {
                [one] => one.clone(),
                // A sum that is divided or multiplied is held together.
                several => format!("({})", several.join(" + ")),
            }
        }
    }
}

fn indicators(lang: Lang, scope: &Scope<'_>) -> Groups {
    let of_form = |form: &crate::model::measure::Form| {
        let own = scope.catalogue.indicators().iter().filter(|it| it.form == form.id);
        let item = |it: &crate::model::indicator::Indicator| {
            let numerator = side(lang, scope, &it.numerator);
            let made = match &it.denominator {
                Some(denominator) => format!("{numerator} ÷ {}", side(lang, scope, denominator)),
                None => numerator,
            };
            Item {
                id: it.id.to_string(),
                label: it.label.clone(),
                // A count that is named as its measure says so once.
                notes: Some(made)
                    .filter(|made| lowered(made) != lowered(it.label.in_lang(lang)))
                    .into_iter()
                    .collect(),
                own: is_own(it.id.as_str()),
            }
        };
        (form.label.clone(), own.map(item).collect())
    };
    let groups = scope.catalogue.forms().iter().map(of_form);
    groups
        .filter(|(_, items): &(Text, Vec<Item>)| !items.is_empty())
        .collect()
}

fn rules(lang: Lang, scope: &Scope<'_>) -> Groups {
    let of_form = |form: &crate::model::measure::Form| {
        let item = |it: &crate::model::indicator::Rule| {
            let (left, mut right) = (side(lang, scope, &it.left), side(lang, scope, &it.right));
            if it.before {
                right = of_the_period_before(lang, &right);
            }
            let share = it
                .share
                .map(|share| format!("{} × ", share.format_short(lang)))
                .unwrap_or_default();
            let mut notes = vec![format!("{left} {} {share}{right}", it.comparison.sign())];
            notes.extend(it.source.as_ref().map(|source| according_to(lang, source)));
            notes.extend(it.valid_to.map(|year| applies_until(lang, year)));
            // What is held against the period before says of what: several rules are worded alike.
            let label = match it.before {
                true => Text::new(
                    format!("{}: {}", side(Lang::Vi, scope, &it.left), begun_small(&it.label.vi)),
                    format!(
                        "{}: {}",
                        side(Lang::En, scope, &it.left),
                        begun_small(it.label.in_lang(Lang::En))
                    ),
                ),
                false => it.label.clone(),
            };
            Item {
                id: it.id.to_string(),
                label,
                notes,
                own: is_own(it.id.as_str()),
            }
        };
        let rules = scope.catalogue.rules_of(&form.id).map(item).collect();
        (form.label.clone(), rules)
    };
    let groups = scope.catalogue.forms().iter().map(of_form);
    groups
        .filter(|(_, items): &(Text, Vec<Item>)| !items.is_empty())
        .collect()
}

fn sets(lang: Lang, scope: &Scope<'_>) -> Vec<Item> {
    let sets = scope.catalogue.part().option_sets.iter();
    let item = |set: &crate::model::measure::OptionSet| {
        let options = set.options.iter().map(|option| {
            let name = option.label.in_lang(lang);
            match option.valid_to {
                Some(year) => format!("{name} ({})", until(lang, year)),
                None => name.to_owned(),
            }
        });
        Item {
            id: set.id.to_string(),
            label: set.label.clone(),
            notes: vec![options.collect::<Vec<_>>().join(" · ")],
            own: is_own(set.id.as_str()),
        }
    };
    // What the bloc has added comes first.
    let mut items: Vec<Item> = sets.map(item).collect();
    items.sort_by_key(|item| !item.own);
    items
}

/// What may be done with a thing of the bloc's own.
#[derive(Clone, Copy)]
struct Deeds {
    edit: Callback<(String,)>,
    remove: Callback<(String, Text)>,
}

#[component]
fn ItemLine(item: Item, deeds: Deeds) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let Item { id, label, notes, own } = item;
    let (edited, gone, name) = (id.clone(), id, label.clone());
    let shown = label.clone();
    let of = Signal::derive(move || label.in_lang(lang()).to_owned());
    view! {
        <li class="catalogue__item">
            <div>
                <strong>{move || shown.in_lang(lang()).to_owned()}</strong>
                {notes.into_iter().map(|note| view! { <p class="muted small">{note}</p> }).collect_view()}
            </div>
            {own
                .then(|| {
                    view! {
                        <span class="catalogue__marks">
                            <Badge label=move || w().own icon=IconName::Edit tone=Tone::Calm/>
                            <NamedButton
                                label=move || w().edit
                                of=of
                                icon=IconName::Edit
                                on_press=move || deeds.edit.run((edited.clone(),))
                            />
                            <NamedButton
                                label=move || w().remove
                                of=of
                                kind=ButtonKind::Quiet
                                icon=IconName::Delete
                                on_press=move || deeds.remove.run((gone.clone(), name.clone()))
                            />
                        </span>
                    }
                })}
        </li>
    }
}

fn groups_view(groups: Groups, deeds: Deeds) -> AnyView {
    let lang = use_lang();
    let group = move |(label, items): (Text, Vec<Item>)| {
        view! {
            <Section title=Signal::derive(move || label.in_lang(lang()).to_owned())>
                <ul class="catalogue__list">
                    {items.into_iter().map(|item| view! { <ItemLine item deeds/> }).collect_view()}
                </ul>
            </Section>
        }
    };
    groups.into_iter().map(group).collect_view().into_any()
}

/// Lets one record go, and says so.
fn let_go(lens: Lens, toasts: Toasts, lang: Lang, record: RecordId, label: &Text) {
    let pressed = FocusMark::here();
    let done = keep(lens, &[], &[record]);
    if let Some(pressed) = pressed {
        pressed.restore();
    }
    offer_undo(lens, toasts, removed(lang, label.in_lang(lang), 0), done);
}

/// The record of an own thing.
fn record_of(lens: Lens, list: &str, id: &str) -> Option<RecordId> {
    lens.ledger_untracked(|ledger| {
        let mut own = ledger.own.iter();
        own.find(|thing| thing.list() == list && thing.id() == id)
            .map(OwnThing::record_id)
    })
}

/// The indicators, by form.
#[component]
pub fn IndicatorsList(dialogs: Dialogs) -> impl IntoView {
    let lang = use_lang();
    let lens = dialogs.lens;
    let toasts = use_toasts();
    let groups = Memo::new(move |_| lens.with(|scope| indicators(lang(), scope)));
    let deeds = Deeds {
        edit: Callback::new(move |(id,): (String,)| dialogs.indicator.set(Some(Some(IndicatorId::new(id))))),
        remove: Callback::new(move |(id, label): (String, Text)| {
            if let Some(record) = record_of(lens, "indicators", &id) {
                let_go(lens, toasts, untrack(lang), record, &label);
            }
        }),
    };
    move || groups_view(groups.get(), deeds)
}

/// The rules, by form.
#[component]
pub fn RulesList(dialogs: Dialogs) -> impl IntoView {
    let lang = use_lang();
    let lens = dialogs.lens;
    let toasts = use_toasts();
    let groups = Memo::new(move |_| lens.with(|scope| rules(lang(), scope)));
    let deeds = Deeds {
        edit: Callback::new(move |(id,): (String,)| dialogs.rule.set(Some(Some(RuleId::new(id))))),
        remove: Callback::new(move |(id, label): (String, Text)| {
            if let Some(record) = record_of(lens, "rules", &id) {
                let_go(lens, toasts, untrack(lang), record, &label);
            }
        }),
    };
    move || groups_view(groups.get(), deeds)
}

/// The scales and lists.
#[component]
pub fn SetsList(dialogs: Dialogs) -> impl IntoView {
    let lang = use_lang();
    let lens = dialogs.lens;
    let toasts = use_toasts();
    let items = Memo::new(move |_| lens.with(|scope| sets(lang(), scope)));
    let deeds = Deeds {
        edit: Callback::new(move |(id,): (String,)| {
            let draft = lens.with_untracked(|scope| {
                let set = scope.catalogue.option_set(&OptionSetId::new(id), None)?;
                Some(SetDraft::of(scope.ledger, scope.catalogue, set))
            });
            dialogs.set.set(draft);
        }),
        remove: Callback::new(move |(id, label): (String, Text)| {
            let lang = untrack(lang);
            let id = OptionSetId::new(id);
            let by = lens.catalogue(|catalogue| usage::measures_by(catalogue, &id).join(", "));
            if !by.is_empty() {
                toasts.say(in_use(lang, label.in_lang(lang), &by));
                return;
            }
            if let Some(record) = record_of(lens, "option_sets", id.as_str()) {
                let_go(lens, toasts, lang, record, &label);
            }
        }),
    };
    move || {
        let items = items.get().into_iter();
        view! { <ul class="catalogue__list">{items.map(|item| view! { <ItemLine item deeds/> }).collect_view()}</ul> }
    }
}

/// The sectors, with the dialog that the page of units has for them.
#[component]
pub fn SectorsList() -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = use_lens();
    let open = RwSignal::new(false);
    let sectors = Memo::new(move |_| {
        lens.ledger(|ledger| {
            ledger
                .sectors
                .iter()
                .map(|sector| sector.label.clone())
                .collect::<Vec<Text>>()
        })
    });
    view! {
        <div class="stack">
            <p class="muted">{move || w().sectors_why}</p>
            {move || {
                let sectors = sectors.get();
                match sectors.is_empty() {
                    true => view! { <p class="muted">{w().no_sectors}</p> }.into_any(),
                    false => {
                        let line = |label: Text| {
                            view! { <li class="catalogue__item">{label.in_lang(lang()).to_owned()}</li> }
                        };
                        view! { <ul class="catalogue__list">{sectors.into_iter().map(line).collect_view()}</ul> }.into_any()
                    }
                }
            }}
            <div class="row">
                <Button label=move || w().edit_sectors icon=IconName::Edit on_press=move || open.set(true)/>
            </div>
            <SectorsDialog open/>
        </div>
    }
}
