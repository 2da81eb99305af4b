//! The import of a list of units: the table, its columns, what would change, and one button that writes it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::list::ListDraft;
use super::list_page::{ListChanges, ListPage, fate};
use crate::exchange::import::columns::ListMapping;
use crate::exchange::import::layout::Layout;
use crate::exchange::import::names::{Names, normal};
use crate::exchange::import::sheet::RawSheet;
use crate::exchange::import::units::{RowChange, Said, UnitColumn, UnitList, UnitReading, UnitRow, find_layout};
use crate::i18n::import::{
    IMPORT, Import, row_problem, unit_column, units_finding, units_same, units_write, units_written,
};
use crate::i18n::units::{UNITS, kind_name};
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::record::{Entity, Record};
use crate::model::text::Lang;
use crate::model::unit::{Sector, Unit};
use crate::platform::ids::new_id;
use crate::report::period_name::capitalised;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::workspace::Workspace;
use crate::ui::badge::Tone;
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row};
use crate::ui::toast::use_toasts;

/// The list that is being prepared. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    lens: Lens,
    list: ListDraft<UnitColumn>,
    said: RwSignal<BTreeMap<String, Said>>,
    found: Memo<Option<UnitList>>,
}

impl Draft {
    fn new(lens: Lens) -> Draft {
        let find = move |sheet: &RawSheet| {
            let names = lens.ledger_untracked(|ledger| Names::of(ledger.units.iter()));
            find_layout(sheet, &names)
        };
        let guess = |layout: &Layout| ListMapping::guess(layout, Some(UnitColumn::Name));
        let list = ListDraft::new("units", unit_column, find, guess);
        let said = RwSignal::new(BTreeMap::new());
        let fresh = StoredValue::new(new_id());
        let found = Memo::new(move |_| {
            lens.with(|scope| {
                let units: Vec<Unit> = scope.ledger.units.iter().cloned().collect();
                list.sheet.with(|sheet| {
                    list.layout.with(|layout| {
                        let (sheet, layout) = (sheet.as_ref()?, layout.as_ref()?);
                        Some(list.mapping.with(|mapping| {
                            said.with(|said| {
                                fresh.with_value(|fresh| {
                                    UnitList::of(UnitReading {
                                        sheet,
                                        layout,
                                        mapping,
                                        units: &units,
                                        root: &scope.root,
                                        sectors: &scope.ledger.sectors,
                                        said,
                                        fresh,
                                    })
                                })
                            })
                        }))
                    })
                })
            })
        });
        Draft {
            lens,
            list,
            said,
            found,
        }
    }

    fn count(self, is: fn(RowChange) -> bool) -> usize {
        self.found
            .with(|found| found.as_ref().map_or(0, |found| found.count(is)))
    }
}

/// The page.
#[component]
pub fn UnitsImport() -> impl IntoView {
    let w = use_words(&IMPORT);
    let words = use_words(&UNITS);
    let lang = use_lang();
    let lens = use_lens();
    let router = use_router();
    let toasts = use_toasts();
    let draft = Draft::new(lens);
    let written = Memo::new(move |_| {
        draft
            .found
            .with(|found| found.as_ref().map_or(0, |found| found.to_write().len()))
    });
    let doubtful = |change| matches!(change, RowChange::Invalid(_) | RowChange::Suspicious);
    let finding = move || {
        units_finding(
            lang(),
            draft.count(|change| change == RowChange::New),
            draft.count(|change| change == RowChange::Changed),
            draft.count(doubtful),
        )
    };
    let write = move || {
        let Some(found) = draft.found.get_untracked() else {
            return;
        };
        let units = found.to_write();
        let count = units.len();
        let done = lens.workspace().edit(records(lens.workspace(), &units, &found.sectors));
        if let Some(done) = done {
            toasts.offer_undo(units_written(untrack(lang), count), move || {
                lens.workspace().undo_of(&done)
            });
            router.go(router.place_untracked().at(Route::Units));
        }
    };
    view! {
        <ListPage
            list=draft.list
            title=move || w().units_title
            finding=finding
            home=Route::Units
            home_title=move || words().title
            home_link=move || words().all
            count=written
            button=move || units_write(lang(), written.get())
            write=Callback::new(move |()| write())
        >
            <Suspicious draft/>
            <Changes draft/>
        </ListPage>
    }
}

/// Units and sectors as records that keep what this version does not know of those that are there.
pub fn records(workspace: Workspace, units: &[&Unit], sectors: &[Sector]) -> Vec<Record> {
    let whole = |fresh: Record| match workspace.record(&fresh.id).filter(|record| !record.is_removed()) {
        Some(mut record) => {
            record.fields.extend(fresh.fields);
            record
        }
        None => fresh,
    };
    let sectors = sectors.iter().map(Entity::to_record);
    sectors
        .chain(units.iter().map(|unit| unit.to_record()))
        .map(whole)
        .collect()
}

/// Rows that resemble units that are there: a person says which they are.
#[component]
fn Suspicious(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    // A row stays in the list when it has been said what it is: it can be said otherwise.
    let names = Memo::new(move |_| {
        let said = draft.said.get();
        draft.found.with(|found| {
            let rows = found.iter().flat_map(|found| &found.rows);
            rows.filter(|row| row.change == RowChange::Suspicious || said.contains_key(&normal(&row.name)))
                .map(|row| row.name.clone())
                .collect::<Vec<_>>()
        })
    });
    move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            view! {
                <Section title=move || w().similar note=move || w().similar_note>
                    <ul class="import__rows">
                        {names.into_iter().map(|name| view! { <li>{of_row(draft, name)}</li> }).collect_view()}
                    </ul>
                </Section>
            }
        })
    }
}

/// The values of a choice that are no unit's.
const NEW: &str = "*new";
const LEAVE_OUT: &str = "*out";

fn of_row(draft: Draft, name: String) -> AnyView {
    let w = use_words(&IMPORT);
    let key = normal(&name);
    let near = draft.found.with_untracked(|found| {
        let mut rows = found.iter().flat_map(|found| &found.rows);
        rows.find(|row| row.name == name)
            .map(|row| row.near.clone())
            .unwrap_or_default()
    });
    let choices = Signal::derive(move || {
        let mut all = vec![
            Choice::new("", w().say),
            Choice::new(NEW, w().is_new),
            Choice::new(LEAVE_OUT, w().leave_out),
        ];
        draft.lens.ledger(|ledger| {
            let (mut first, rest): (Vec<&Unit>, Vec<&Unit>) = ledger
                .units
                .in_order()
                .into_iter()
                .partition(|unit| near.contains(&unit.id));
            first.extend(rest);
            all.extend(
                first
                    .into_iter()
                    .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone())),
            );
        });
        all
    });
    let value = {
        let key = key.clone();
        Signal::derive(move || {
            draft.said.with(|said| match said.get(&key) {
                Some(Said::New) => NEW.to_owned(),
                Some(Said::LeaveOut) => LEAVE_OUT.to_owned(),
                Some(Said::Is(unit)) => unit.to_string(),
                None => String::new(),
            })
        })
    };
    let choose = move |chosen: String| {
        draft.said.update(|said| {
            let what = match chosen.as_str() {
                "" => None,
                NEW => Some(Said::New),
                LEAVE_OUT => Some(Said::LeaveOut),
                unit => Some(Said::Is(UnitId::new(unit))),
            };
            match what {
                Some(what) => drop(said.insert(key.clone(), what)),
                None => drop(said.remove(&key)),
            }
        });
    };
    let (label, shown) = (name.clone(), name);
    view! {
        <span class="import__name">{shown}</span>
        <SelectField label=Signal::derive(move || label.clone()) choices value on_change=choose compact=true/>
    }
    .into_any()
}

/// What would change, the doubtful first.
#[component]
fn Changes(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let words = use_words(&UNITS);
    let lang = use_lang();
    let head = move || {
        vec![
            Column::words(words().name),
            Column::words(words().kind),
            Column::words(words().parent),
            Column::words(words().sector),
            Column::words(w().meaning),
        ]
    };
    let lines = move || {
        let (words, lang) = (w(), lang());
        draft.found.with(|found| {
            draft.lens.ledger(|ledger| {
                let Some(found) = found else { return Vec::new() };
                let mut rows: Vec<&UnitRow> = found.rows.iter().filter(|row| row.change != RowChange::Same).collect();
                rows.sort_by_key(|row| !row.is_doubtful());
                rows.into_iter()
                    .map(|row| line(words, lang, row, found, ledger))
                    .collect::<Vec<_>>()
            })
        })
    };
    let same = move || match draft.count(|change| change == RowChange::Same) {
        0 => String::new(),
        same => units_same(lang(), same),
    };
    let is_same = Memo::new(move |_| {
        let other = |found: &UnitList| found.count(|change| change != RowChange::Same) > 0;
        !draft.found.with(|found| found.as_ref().is_some_and(other))
    });
    view! {
        <ListChanges
            note=move || w().units_note
            columns=Signal::derive(head)
            rows=Signal::derive(lines)
            is_same
            why_none=move || w().no_units_change
            same=same
        />
    }
}

fn line(words: &'static Import, lang: Lang, row: &UnitRow, list: &UnitList, ledger: &Ledger) -> Row {
    let (label, icon, tone) = match row.change {
        RowChange::Invalid(_) => (words.invalid, IconName::Warning, Tone::Bad),
        RowChange::Suspicious => (words.resembles, IconName::Warning, Tone::Warn),
        RowChange::Changed => (words.changed, IconName::Edit, Tone::Calm),
        RowChange::Repeated => (words.repeated, IconName::None, Tone::None),
        RowChange::LeftOut => (words.left_out, IconName::None, Tone::None),
        RowChange::New | RowChange::Same => (words.new, IconName::Add, Tone::None),
    };
    let why = match row.change {
        RowChange::Invalid(problem) => row_problem(lang, problem).to_owned(),
        RowChange::Suspicious => {
            let near = row.near.first().and_then(|id| ledger.units.get(id));
            near.map_or_else(String::new, |unit| unit.name.clone())
        }
        RowChange::Changed => row
            .before
            .as_ref()
            .map_or_else(String::new, |before| differs(lang, before, &row.after)),
        _ => String::new(),
    };
    let parent = row.after.parent.as_ref().map_or_else(String::new, |id| {
        let of_list = list
            .rows
            .iter()
            .find(|other| other.after.id == *id)
            .map(|other| other.name.clone());
        of_list
            .or_else(|| ledger.units.get(id).map(|unit| unit.name.clone()))
            .unwrap_or_default()
    });
    let sector = row.after.sector.as_ref().map_or_else(String::new, |id| {
        let all = ledger.sectors.iter().chain(&list.sectors);
        let found = all.clone().find(|sector| sector.id == *id);
        found.map_or_else(String::new, |sector| sector.label.in_lang(lang).to_owned())
    });
    Row::new(vec![
        Cell::text(row.name.clone()),
        Cell::text(capitalised(kind_name(lang, row.after.kind))),
        Cell::text(parent),
        Cell::text(sector),
        fate(label, icon, tone, why),
    ])
}

/// Which columns differ, by name.
fn differs(lang: Lang, before: &Unit, after: &Unit) -> String {
    let columns = [
        (UnitColumn::ShortName, before.short_name != after.short_name),
        (UnitColumn::Kind, before.kind != after.kind),
        (UnitColumn::Parent, before.parent != after.parent),
        (UnitColumn::Sector, before.sector != after.sector),
        (UnitColumn::Order, before.order != after.order),
        (UnitColumn::From, before.valid_from != after.valid_from),
        (UnitColumn::To, before.valid_to != after.valid_to),
    ];
    let other = columns.iter().filter(|(_, differs)| *differs);
    other
        .map(|(column, _)| unit_column(lang, *column))
        .collect::<Vec<_>>()
        .join(", ")
}
