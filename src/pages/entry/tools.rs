//! The tools above the sheet: find and filter units, their order, undo, details, hand in what is filled.

use leptos::prelude::*;
use std::collections::BTreeSet;

use super::desk::Desk;
use super::groups::By;
use super::row::Look;
use super::row::shown_cell;
use super::tables::table_actions;
use crate::i18n::entry::{ENTRY, rows_shown, submit_filled};
use crate::i18n::returns::{DEEDS, Whose, deed_of};
use crate::model::fold::matches;
use crate::model::returns::Deed;
use crate::platform::collate::by_alphabet;
use crate::platform::viewport::follow_media;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::making::{MakingDialog, use_making};
use crate::ui::menu::{Choice, Menu, MenuAction};

/// Whether the screen is a phone's: one unit at a time.
pub fn use_narrow() -> RwSignal<bool> {
    let narrow = RwSignal::new(false);
    let now = follow_media("(max-width: 719.98px)", move |now| {
        let _ = narrow.try_set(now);
    });
    narrow.set(now);
    narrow
}

/// Which rows are shown and in which order.
#[derive(Clone, Copy)]
pub struct Narrowing {
    /// What is searched for.
    pub query: RwSignal<String>,
    /// `all`, `missing` or `look`.
    pub rows: RwSignal<String>,
    /// `official` or `alphabet`.
    pub order: RwSignal<String>,
    /// What rows are grouped by.
    pub group: RwSignal<String>,
    /// The groups that are folded.
    pub folded: RwSignal<BTreeSet<usize>>,
}

impl Narrowing {
    /// Nothing narrowed down, in the official order.
    pub fn new() -> Narrowing {
        Narrowing {
            query: RwSignal::new(String::new()),
            rows: RwSignal::new("all".to_owned()),
            order: RwSignal::new("official".to_owned()),
            group: RwSignal::new(By::Nothing.id().to_owned()),
            folded: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Shows every row again.
    pub fn clear(self) {
        self.query.set(String::new());
        self.rows.set("all".to_owned());
        self.folded.set(BTreeSet::new());
    }

    /// Keeps the desk's rows in step. A row that is being filled in stays: which rows have figures is asked when
    /// the choice is made, not at every figure.
    pub fn apply(self, desk: Desk) {
        Effect::new(move || {
            let (query, rows) = (self.query.get(), self.rows.get());
            let mut shown: Vec<usize> = desk.plan.with_value(|plan| {
                let units = plan.units.iter().enumerate();
                units
                    .filter(|(_, unit)| matches(&unit.name, &query))
                    .map(|(place, _)| place)
                    .collect()
            });
            shown.retain(|place| match rows.as_str() {
                "missing" => desk.row_now(*place).found.is_none_or(|found| !found.has_values()),
                "look" => needs_a_look(desk, *place),
                _ => true,
            });
            if self.order.get() == "alphabet" {
                desk.plan.with_value(|plan| {
                    let name = |place: &usize| plan.units.get(*place).map_or("", |unit| unit.name.as_str());
                    shown.sort_by(|left, right| by_alphabet(name(left), name(right)));
                });
            }
            let shown = self
                .folded
                .with(|folded| desk.groups.with(|groups| groups.arrange(&shown, folded)));
            if desk.shown.with_untracked(|now| *now != shown) {
                let active = desk.active.get_untracked();
                if let Some(first) = shown.first().filter(|_| !shown.contains(&active.unit)) {
                    desk.grabs.set_value(false);
                    desk.active.set(super::desk::Spot {
                        unit: *first,
                        column: 0,
                    });
                }
                desk.shown.set(shown);
            }
        });
    }
}

impl Default for Narrowing {
    fn default() -> Narrowing {
        Narrowing::new()
    }
}

fn needs_a_look(desk: Desk, place: usize) -> bool {
    let row = desk.row_now(place);
    desk.plan.with_value(|plan| {
        plan.sheet.columns.iter().any(|column| {
            let look = shown_cell(column, &row, crate::model::text::Lang::Vi).look;
            matches!(look, Look::Invalid | Look::Flagged)
        })
    })
}

/// How many units are shown or folded away under a head that is.
fn units_shown(desk: Desk) -> usize {
    let units = desk.plan.with_value(|plan| plan.units.len());
    let folded = desk.narrowing.folded.get();
    desk.shown.with(|shown| {
        let drawn = shown.iter().filter(|row| **row < units).count();
        // What is searched for unfolds nothing: of a folded group all units are counted.
        let of_head = |row: &usize| {
            desk.groups
                .with_untracked(|groups| Some(groups.all.get(groups.at(*row)?)?.units))
        };
        let hidden = shown.iter().filter(|row| {
            let group = desk.groups.with_untracked(|groups| groups.at(**row));
            group.is_some_and(|group| folded.contains(&group))
        });
        drawn + hidden.filter_map(of_head).sum::<usize>()
    })
}

/// The search and the choice of rows, above a sheet or a list.
#[component]
pub fn RowTools(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let narrowing = desk.narrowing;
    narrowing.apply(desk);
    let all = desk.plan.with_value(|plan| plan.units.len());
    let choices = move || {
        vec![
            Choice::new("all", w().rows_all),
            Choice::new("missing", w().rows_missing),
            Choice::new("look", w().rows_look),
        ]
    };
    view! {
        <TextField
            label=move || w().search
            placeholder=move || w().search
            search=true
            value=narrowing.query
            on_change=move |text| narrowing.query.set(text)
        />
        <SelectField
            label=move || w().rows
            choices=Signal::derive(choices)
            value=narrowing.rows
            on_change=move |rows| narrowing.rows.set(rows)
            compact=true
        />
        <span class="entry__count muted">{move || rows_shown(lang(), units_shown(desk), all)}</span>
    }
}

/// The tools.
#[component]
pub fn Tools(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let narrowing = desk.narrowing;
    let workspace = desk.lens.workspace();
    let orders = move || {
        vec![
            Choice::new("official", w().order_official),
            Choice::new("alphabet", w().order_alphabet),
        ]
    };
    let ready = Memo::new(move |_| desk.ready());
    let groups = move || {
        vec![
            Choice::new(By::Nothing.id(), w().group_by_nothing),
            Choice::new(By::Sector.id(), w().group_by_sector),
            Choice::new(By::Parent.id(), w().group_by_parent),
        ]
    };
    let making = use_making();
    let is_read = Memo::new(move |_| desk.is_read_only());
    view! {
        <div class="entry__tools">
            <RowTools desk/>
            <SelectField
                label=move || w().order
                choices=Signal::derive(orders)
                value=narrowing.order
                on_change=move |order| narrowing.order.set(order)
                compact=true
            />
            <SelectField
                label=move || w().group
                choices=Signal::derive(groups)
                value=narrowing.group
                on_change=move |by: String| {
                    desk.commit();
                    narrowing.folded.set(BTreeSet::new());
                    desk.group(By::of(&by));
                    narrowing.group.set(by);
                }
                compact=true
            />
            <div class="entry__deeds">
                <IconButton
                    icon=IconName::Undo
                    label=move || w().undo
                    disabled=Signal::derive(move || !workspace.can_undo.get())
                    on_press=move || desk.undo()
                />
                <IconButton
                    icon=IconName::Redo
                    label=move || w().redo
                    disabled=Signal::derive(move || !workspace.can_redo.get())
                    on_press=move || desk.redo()
                />
                <IconButton
                    icon=IconName::Info
                    label=move || w().details
                    pressed=Signal::from(desk.panel)
                    on_press=move || desk.panel.update(|open| *open = !*open)
                />
                {move || view! { <Menu label=move || w().tables actions=table_actions(desk, making, is_read.get()) end=true/> }}
                <MakingDialog making/>
                {move || (!is_read.get()).then(|| view! { <DeedMenu desk/> })}
                {move || {
                    let count = ready.with(Vec::len);
                    (count > 0)
                        .then(|| {
                            view! {
                                <Button
                                    label=move || submit_filled(lang(), count)
                                    kind=ButtonKind::Primary
                                    on_press=move || desk.act(&ready.get_untracked(), &Deed::HandIn)
                                />
                            }
                        })
                }}
            </div>
        </div>
        {move || {
            desk.shown
                .with(Vec::is_empty)
                .then(|| {
                    view! {
                        <p class="entry__none">
                            {move || w().no_rows}
                            <Button label=move || w().show_all small=true on_press=move || narrowing.clear()/>
                        </p>
                    }
                })
        }}
    }
}

/// What is done with many returns at once: those of the rows selected, or all that are shown.
#[component]
fn DeedMenu(desk: Desk) -> impl IntoView {
    let w = use_words(&DEEDS);
    let lang = use_lang();
    let meant = Memo::new(move |_| desk.meant());
    let action = move |icon: IconName, deed: Deed| {
        let fit = {
            let deed = deed.clone();
            move |(places, _): &(Vec<usize>, Whose)| desk.fit_for(places, &deed)
        };
        let label = {
            let (deed, fit) = (deed.clone(), fit.clone());
            Signal::derive(move || meant.with(|meant| deed_of(lang(), &deed, fit(meant).len(), meant.1)))
        };
        MenuAction::new(icon, label, move || {
            let places = untrack(|| meant.with(&fit));
            desk.act(&places, &deed);
        })
    };
    let actions = vec![
        action(IconName::Upload, Deed::HandIn),
        action(IconName::Check, Deed::Accept),
        action(IconName::Undo, Deed::SendBack(String::new())),
        action(IconName::Edit, Deed::TakeBack),
    ];
    view! { <Menu label=move || w().menu actions end=true/> }
}
