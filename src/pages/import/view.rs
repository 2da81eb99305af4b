//! Rows whose unit is not known, and what would change.

use leptos::prelude::*;

use super::book::Book;
use super::draft::Draft;
use super::rows::{ChangeRow, is_doubtful, rows};
use crate::exchange::import::mapping::Target;
use crate::exchange::import::names::{Match, normal};
use crate::exchange::import::preview::Change;
use crate::i18n::entry::remedy;
use crate::i18n::import::{IMPORT, Import, make_units, same_line};
use crate::model::id::UnitId;
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Badge, Tone};
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::EmptyState;
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};

/// Names listed before they are folded away.
const FEW: usize = 8;

/// Rows whose unit a person has to say, each with a list of units, the likely ones first; and one button that makes a unit of
/// every name that the books do not have.
#[component]
pub fn Unsettled(book: Book) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    // A row stays in the list when its unit has been said: it can be said otherwise.
    let asked = Memo::new(move |_| {
        let chosen = book.whose.chosen.get();
        book.names(|row| {
            chosen.contains_key(&normal(&row.name)) || matches!(row.unit, Match::Perhaps(_) | Match::Unknown)
        })
    });
    let unknown = Memo::new(move |_| book.names(|row| row.unit == Match::Unknown));
    move || {
        let names = asked.get();
        (!names.is_empty()).then(|| {
            let most = unknown.with_untracked(Vec::len);
            // The button keeps its words and the focus after it was pressed.
            let make = move || match unknown.with(Vec::len) {
                0 => most,
                left => left,
            };
            let add = move || {
                (most > 0)
                    .then(|| {
                        view! {
                            <Button
                                label=move || make_units(lang(), make())
                                icon=IconName::Add
                                disabled=Signal::derive(move || unknown.with(Vec::is_empty))
                                on_press=move || book.whose.add(&unknown.get_untracked())
                            />
                        }
                    })
                    .into_any()
            };
            let many = names.len() > FEW;
            let rows = view! {
                <ul class="import__rows">
                    {names.into_iter().map(|name| view! { <li>{of_row(book, name)}</li> }).collect_view()}
                </ul>
            };
            let rows = match many {
                true => view! { <Disclosure label=move || w().row_by_row>{rows}</Disclosure> }.into_any(),
                false => rows.into_any(),
            };
            view! {
                <Section title=move || w().unsettled note=move || w().unsettled_note actions=add>
                    {rows}
                </Section>
            }
        })
    }
}

fn of_row(book: Book, name: String) -> AnyView {
    let w = use_words(&IMPORT);
    let whose = book.whose;
    let mut likely: Vec<UnitId> = Vec::new();
    untrack(|| {
        book.each_row(|row| {
            if let (true, Match::Perhaps(units)) = (row.name == name, &row.unit) {
                likely.clone_from(units);
            }
        });
    });
    let choices = Signal::derive(move || {
        let first = [Choice::new("", w().leave_out), Choice::new(NEW, w().adds_unit)];
        let (mut near, rest): (Vec<_>, Vec<_>) = book.units().into_iter().partition(|unit| likely.contains(&unit.id));
        near.extend(rest);
        let units = near
            .iter()
            .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
        first.into_iter().chain(units).collect::<Vec<_>>()
    });
    let (key, label, said) = (normal(&name), name.clone(), name.clone());
    let value = Signal::derive(move || match whose.added.with(|added| added.contains_key(&key)) {
        true => NEW.to_owned(),
        false => whose
            .chosen
            .with(|chosen| chosen.get(&key).map_or_else(String::new, UnitId::to_string)),
    });
    let choose = move |unit: String| match unit.as_str() {
        NEW => whose.add(std::slice::from_ref(&name)),
        _ => whose.choose(&name, (!unit.is_empty()).then(|| UnitId::new(&unit))),
    };
    view! {
        <span class="import__name">{said}</span>
        <SelectField label=Signal::derive(move || label.clone()) choices=choices value=value on_change=choose compact=true/>
    }
    .into_any()
}

/// The value of a choice that is a new unit.
const NEW: &str = "*new";

/// What would change.
#[component]
pub fn Changes(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let found = Memo::new(move |_| {
        let lang = lang();
        draft.preview.with(|preview| {
            let preview = preview.as_ref()?;
            let is_same = |change| change == Change::Same;
            let (mut all, mut same) = (
                draft.plan.with_value(|plan| rows(lang, plan, preview)),
                preview.count(is_same),
            );
            draft.heads.with(|heads| {
                draft.heads_plan.with_value(|plan| {
                    if let (Some(plan), Some(heads)) = (plan, heads) {
                        all.extend(rows(lang, plan, heads));
                        same += heads.count(is_same);
                    }
                });
            });
            all.sort_by_key(|row| !is_doubtful(row.change));
            Some((all, same))
        })
    });
    let has_columns = move || {
        draft
            .mapping
            .with(|mapping| mapping.cells().next().is_some() || mapping.columns.contains(&Target::Heads))
    };
    let head = move || {
        vec![
            Column::words(w().unit),
            Column::words(w().figure),
            Column::figures(w().before),
            Column::figures(w().after),
            Column::words(w().meaning),
        ]
    };
    let lines = move || {
        let (words, lang) = (w(), lang());
        found.with(|found| {
            let rows = found.iter().flat_map(|(rows, _)| rows);
            rows.map(|row| line(words, lang, row)).collect::<Vec<_>>()
        })
    };
    let same = move || found.with(|found| found.as_ref().map_or(0, |(_, same)| *same));
    view! {
        <Section title=move || w().changes note=move || w().changes_note>
            {move || {
                if !has_columns() {
                    return view! { <p>{move || w().no_columns}</p> }.into_any();
                }
                if found.with(|found| found.as_ref().is_none_or(|(rows, _)| rows.is_empty())) {
                    return view! {
                        <EmptyState icon=IconName::Check title=move || w().no_changes why=move || w().no_changes_why/>
                    }
                        .into_any();
                }
                view! {
                    <Table
                        caption=move || w().changes
                        columns=Signal::derive(head)
                        rows=Signal::derive(lines)
                        quiet=true
                        cards=true
                        fold_after=50
                    />
                    {move || (same() > 0).then(|| view! { <p class="muted">{same_line(lang(), same())}</p> })}
                }
                    .into_any()
            }}
        </Section>
    }
}

fn line(words: &'static Import, lang: Lang, row: &ChangeRow) -> Row {
    let before = if row.before.is_empty() {
        Cell::none()
    } else {
        Cell::text(row.before.clone())
    };
    let (label, icon, tone) = match row.change {
        Change::Invalid(_) => (words.invalid, IconName::Warning, Tone::Bad),
        Change::Suspicious => (words.suspicious, IconName::Warning, Tone::Warn),
        Change::NotAsked => (words.not_asked, IconName::None, Tone::None),
        Change::Changed => (words.changed, IconName::Edit, Tone::Calm),
        Change::New | Change::Same => (words.new, IconName::Add, Tone::None),
    };
    let why = match row.change {
        Change::Invalid(problem) => remedy(lang, problem),
        _ => String::new(),
    };
    Row::new(vec![
        Cell::text(row.unit.clone()),
        Cell::text(row.figure.clone()),
        before,
        Cell::text(row.after.clone()),
        Cell::view(move || {
            let why = why.clone();
            view! {
                <Badge label=label icon=icon tone=tone/>
                {(!why.is_empty()).then(|| view! { <span class="import__why muted">{why}</span> })}
            }
            .into_any()
        }),
    ])
}
