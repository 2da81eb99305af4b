//! The tree of units: only the rows that are seen are drawn, whatever their number.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::change::moved;
use super::page::{Dialogs, unit_menu};
use crate::i18n::units::{UNITS, kind_name, units_below, validity};
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::unit::Unit;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::after_drawing;
use crate::ui::button::IconButton;
use crate::ui::focus::{CONTROLS, FocusMark, all, move_in_rows};
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::windowed::{Windowed, WindowedRows};

/// A row of the tree as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeRow {
    /// The unit.
    unit: Unit,
    depth: usize,
    ended: bool,
    first: bool,
    last: bool,
    /// How many units below it are not shown.
    hidden: usize,
}

impl TreeRow {
    /// All that is shown of it: a row is drawn anew when any of it changes.
    fn key(&self) -> String {
        format!("{self:?}")
    }
}

/// Whether there are units below those just below the root.
pub fn has_levels(ledger: &Ledger, root: &UnitId) -> bool {
    let units = ledger.units.children(root);
    units
        .into_iter()
        .any(|unit| ledger.units.children(&unit.id).next().is_some())
}

/// The rows of the tree that are kept, in the official order; without `every_level`, the first level only.
pub fn tree_rows(
    ledger: &Ledger,
    root: &UnitId,
    today: Date,
    every_level: bool,
    keep: impl Fn(&Unit, bool) -> bool,
) -> Vec<TreeRow> {
    let mut rows = Vec::new();
    let mut stack: Vec<(&Unit, usize, bool, bool)> = Vec::new();
    let push = |stack: &mut Vec<_>, of: &UnitId, depth: usize| {
        let children: Vec<&Unit> = ledger.units.children(of).collect();
        let count = children.len();
        for (at, unit) in children.into_iter().enumerate().rev() {
            stack.push((unit, depth, at == 0, at + 1 == count));
        }
    };
    push(&mut stack, root, 0);
    while let Some((unit, depth, first, last)) = stack.pop() {
        let ended = unit.valid_to.is_some_and(|to| to < today);
        if keep(unit, ended) {
            rows.push(TreeRow {
                unit: unit.clone(),
                depth,
                ended,
                first,
                last,
                hidden: match every_level {
                    true => 0,
                    false => ledger.units.subtree(&unit.id).len() - 1,
                },
            });
        }
        if every_level {
            push(&mut stack, &unit.id, depth + 1);
        }
    }
    rows
}

/// The tree.
pub fn tree(lens: Lens, dialogs: Dialogs, rows: Memo<Vec<TreeRow>>) -> AnyView {
    let w = use_words(&UNITS);
    let count = Signal::derive(move || rows.with(Vec::len));
    let kept = RwSignal::new(None::<usize>);
    let windowed = Windowed::new(count, kept.into());
    let at = move |at: usize| rows.with(|rows| rows.get(at).cloned());
    view! {
        <div class="tree" node_ref=windowed.frame>
            <table
                class="tree__table"
                aria-rowcount=move || (count.get() + 1).to_string()
                on:keydown=move |event| move_in_tree(&event, count, kept)
            >
                <caption class="sr-only">{move || w().title}</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col">{move || w().name}</th>
                        <th scope="col" class="tree__kind">{move || w().kind}</th>
                        <th scope="col" class="tree__sector">{move || w().sector}</th>
                        <th scope="col">
                            <span class="sr-only">{move || w().actions}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <WindowedRows
                        windowed
                        key=move |place| at(place).map(|row| (place, row.key()))
                        row=move |place, _| {
                            let row = untrack(|| at(place));
                            row.map(|row| tree_row(lens, dialogs, place, row)).into_any()
                        }
                    />
                </tbody>
            </table>
            {move || rows.with(Vec::is_empty).then(|| view! { <p class="tree__none">{move || w().no_match}</p> })}
        </div>
    }
    .into_any()
}

/// Up, down, to the first and to the last row, to the same control there; a row that is not drawn is drawn first. Left
/// and right within the row.
fn move_in_tree(event: &KeyboardEvent, count: Signal<usize>, kept: RwSignal<Option<usize>>) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = target
        .as_ref()
        .and_then(|target| target.closest("[data-row]").ok().flatten());
    let (Some(target), Some(row)) = (target, row) else {
        return;
    };
    if event.default_prevented() || has_modifier {
        return;
    }
    let place = row
        .get_attribute("data-row")
        .and_then(|place| place.parse::<usize>().ok());
    let next = match (event.key().as_str(), place) {
        ("ArrowDown", Some(place)) => Some(place + 1).filter(|next| *next < count.get_untracked()),
        ("ArrowUp", Some(place)) => place.checked_sub(1),
        ("Home", Some(_)) => Some(0),
        ("End", Some(_)) => count.get_untracked().checked_sub(1),
        _ => return move_in_rows(event),
    };
    let Some(next) = next else { return };
    event.prevent_default();
    let controls = all(&row, CONTROLS);
    let at = controls.iter().position(|one| one.is_same_node(Some(&target)));
    let Some(at) = at else { return };
    let go = move || {
        let row = document()
            .query_selector(&format!(".tree [data-row='{next}']"))
            .ok()
            .flatten();
        let control = row.as_ref().and_then(|row| all(row, CONTROLS).into_iter().nth(at));
        control.is_some_and(|control| control.focus().is_ok())
    };
    if !go() {
        kept.set(Some(next));
        after_drawing(move || {
            go();
        });
    }
}

fn tree_row(lens: Lens, dialogs: Dialogs, place: usize, row: TreeRow) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let TreeRow {
        unit,
        depth,
        ended,
        first,
        last,
        hidden,
    } = row;
    let kind = unit.kind;
    let (from, to) = (unit.valid_from, unit.valid_to);
    let times = move || {
        let lang = lang();
        let text = |date: Option<crate::model::date::Date>| date.map(|date| date.format(lang));
        validity(lang, text(from).as_deref(), text(to).as_deref())
    };
    let sector = unit.sector.clone();
    let sector_name = move || {
        let lang = lang();
        lens.ledger(|ledger| {
            let found = ledger.sectors.iter().find(|of| Some(&of.id) == sector.as_ref());
            found.map_or_else(String::new, |of| of.label.in_lang(lang).to_owned())
        })
    };
    let order = unit.order;
    let number = (depth == 0 && order > 0).then(|| view! { <span class="tree__number">{order}</span> });
    let (up, down) = (unit.id.clone(), unit.id.clone());
    let link = Route::Unit(unit.id.to_string());
    let name = unit.name.clone();
    view! {
        <tr
            id=format!("unit-{}", unit.id)
            class:tree__row--ended=ended
            data-row=place.to_string()
            aria-rowindex=(place + 2).to_string()
        >
            <th scope="row" class="tree__name" style:--depth=depth.to_string()>
                <div class="tree__line">
                    {number}
                    <span class="tree__words">
                        <A to=link>{name}</A>
                        <small class="tree__note">
                            <span class="tree__kind-note">{move || kind_name(lang(), kind)}</span>
                            <span>{times}</span>
                            {(hidden > 0).then(|| view! { <span>{move || units_below(lang(), hidden)}</span> })}
                        </small>
                    </span>
                </div>
            </th>
            <td class="tree__kind">{move || kind_name(lang(), kind)}</td>
            <td class="tree__sector">{sector_name}</td>
            <td class="tree__deeds">
                <IconButton
                    icon=IconName::Up
                    label={
                        let name = unit.name.clone();
                        move || format!("{}: {name}", w().up)
                    }
                    disabled=first
                    on_press=move || shift(lens, &up, false)
                />
                <IconButton
                    icon=IconName::Down
                    label={
                        let name = unit.name.clone();
                        move || format!("{}: {name}", w().down)
                    }
                    disabled=last
                    on_press=move || shift(lens, &down, true)
                />
                {unit_menu(lens, dialogs, &unit)}
            </td>
        </tr>
    }
    .into_any()
}

/// Moves a unit in the official order; the screen follows the books.
fn shift(lens: Lens, id: &UnitId, down: bool) {
    let units = lens.with_untracked(|scope| moved(&scope.ledger.units, id, down));
    // The row is drawn anew at its new place, and the focus goes along.
    let pressed = FocusMark::here();
    lens.workspace().put(&units);
    if let Some(pressed) = pressed {
        pressed.restore();
    }
}
