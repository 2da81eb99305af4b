//! The table: units down, forms or periods across, a sign in each cell, sums in the head and at the end of each row. It is a
//! grid to a screen reader: one cell is in the order of Tab, arrows move between cells.

use super::Seen;
use super::look::look;
use crate::i18n::returns::{RETURNS, accept_all, owes};
use crate::model::returns::Deed;
use crate::model::text::Lang;
use crate::pages::entry::edit::Of;
use crate::pages::entry::moves::{At, of_key, step};
use crate::pages::returns::drawn::{cell, head};
use crate::pages::returns::figures::{Line, units_of};
use crate::report::sentence::returns::returns_sum;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::focus::FocusMark;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;
use crate::ui::windowed::{Windowed, WindowedRows};
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// The cell that is in the order of Tab: line and column. The column after the last one is what the unit owes.
#[derive(Clone, Copy)]
struct Active {
    at: StoredValue<(usize, usize)>,
    line: RwSignal<usize>,
}

/// The table.
#[component]
pub fn MatrixTable(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    let rows = Signal::derive(move || seen.lines.with(Vec::len));
    let active = Active {
        at: StoredValue::new((0, 0)),
        line: RwSignal::new(0),
    };
    let windowed = Windowed::new(rows, Signal::derive(move || Some(active.line.get())));
    // A heading of a sector cannot be come to: the first unit is.
    Effect::new(move || {
        let first = seen
            .lines
            .with(|lines| lines.iter().position(|line| matches!(line, Line::Unit(_))));
        let (line, column) = active.at.get_value();
        let is_unit = seen.lines.with(|lines| matches!(lines.get(line), Some(Line::Unit(_))));
        if let Some(first) = first.filter(|_| !is_unit) {
            active.at.set_value((first, column));
            active.line.set(first);
        }
    });
    view! {
        <p id="returns-keys" class="sr-only">{move || w().keys}</p>
        <div class="matrix" node_ref=windowed.frame on:scroll=move |_| windowed.measure()>
            <table
                role="grid"
                aria-label=move || w().table
                aria-describedby="returns-keys"
                aria-rowcount=move || (rows.get() + 2).to_string()
                aria-colcount=move || seen.matrix.with(|matrix| matrix.columns.len() + 2).to_string()
                on:click=move |event| follow(seen, &event)
                on:focusin=move |event| come_to(active, event.target())
                on:keydown=move |event| on_key(seen, active, windowed, &event)
            >
                <thead>{move || heads(seen)}</thead>
                <tbody>
                    <WindowedRows
                        windowed
                        key=move |row| seen.lines.with(|lines| lines.get(row).cloned())
                        row=move |row, line| line_view(seen, active, row, line)
                    />
                </tbody>
            </table>
        </div>
    }
}

fn heads(seen: Seen) -> AnyView {
    let w = use_words(&RETURNS);
    let lang = use_lang()();
    let alone = seen.alone();
    let columns = seen.matrix.with(|matrix| matrix.columns.len());
    let of_column = |column: usize| {
        let head = seen.with(|scope, matrix| {
            let papers = matrix.columns.get(column)?;
            Some(head(lang, scope, matrix, papers, alone))
        });
        let (head, place) = head.zip(seen.place_of_column(column))?;
        let lock = head.closed.then(|| {
            view! {
                <span class="matrix__closed">
                    <Icon name=IconName::Stored small=true/>
                    {w().closed}
                </span>
            }
        });
        Some(view! {
            <th scope="col" class="matrix__head">
                <A to=place>{head.name}</A>
                <small class="muted">{head.note}</small>
                {lock}
            </th>
        })
    };
    let units = seen.lines.with(|lines| units_of(lines));
    let sum_of = |papers: Range<usize>| {
        let sum = seen
            .matrix
            .with(|matrix| matrix.sum(units.iter().copied(), papers.clone()));
        let accept = (sum.waiting > 0).then(|| {
            let papers = papers.clone();
            view! {
                <Button
                    label=move || accept_all(use_lang()(), sum.waiting)
                    small=true
                    on_press=move || accept(seen, &papers)
                />
            }
        });
        view! {
            <td class="matrix__sum">
                <span>{returns_sum(lang, sum)}</span>
                {accept}
            </td>
        }
    };
    let papers = seen.matrix.with(|matrix| matrix.columns.clone());
    let all = seen
        .matrix
        .with(|matrix| matrix.sum(units.iter().copied(), 0..matrix.papers.len()));
    view! {
        <tr aria-rowindex="1">
            <th scope="col" class="matrix__unit">{w().unit}</th>
            {(0..columns).map(of_column).collect_view()}
            <th scope="col" class="matrix__head">{w().total}</th>
        </tr>
        <tr aria-rowindex="2" class="matrix__sums">
            <th scope="row" class="matrix__unit">{w().total}</th>
            {papers.into_iter().map(sum_of).collect_view()}
            <td class="matrix__sum">{returns_sum(lang, all)}</td>
        </tr>
    }
    .into_any()
}

/// Accepts what waits in some papers, of the units that are shown.
fn accept(seen: Seen, papers: &Range<usize>) {
    let wanted = untrack(|| {
        let units = seen.lines.with(|lines| units_of(lines));
        seen.matrix.with(|matrix| {
            let mut wanted = Vec::new();
            for place in units {
                for at in papers.clone() {
                    let waits = matrix.sum_of(place, at..at + 1).waiting > 0;
                    if let (true, Some(paper), Some(unit)) = (waits, matrix.papers.get(at), matrix.units.get(place)) {
                        wanted.push(Of {
                            form: paper.form.clone(),
                            period: paper.period.clone(),
                            unit: unit.clone(),
                        });
                    }
                }
            }
            wanted
        })
    });
    // The button goes with what it was for.
    let pressed = FocusMark::here();
    seen.papers.act(wanted, &Deed::Accept);
    if let Some(pressed) = pressed {
        pressed.restore();
    }
}

fn line_view(seen: Seen, active: Active, row: usize, line: Line) -> AnyView {
    match line {
        Line::Sector(sector, units) => {
            let w = use_words(&RETURNS);
            let lang = use_lang();
            let content = move || {
                let label = seen.lens.ledger(|ledger| {
                    let found = ledger.sectors.iter().find(|found| Some(&found.id) == sector.as_ref());
                    found.map_or(w().no_sector.to_owned(), |sector| {
                        sector.label.in_lang(lang()).to_owned()
                    })
                });
                let sum = |papers: Range<usize>| {
                    let sum = seen.matrix.with(|matrix| matrix.sum(units.iter().copied(), papers));
                    let said = (sum.expected > 0).then(|| returns_sum(lang(), sum));
                    view! { <td class="matrix__sum">{said}</td> }
                };
                let (columns, all) = seen
                    .matrix
                    .with(|matrix| (matrix.columns.clone(), 0..matrix.papers.len()));
                view! {
                    <th scope="rowgroup" class="matrix__unit"><span>{label}</span></th>
                    {columns.into_iter().map(sum).collect_view()}
                    {sum(all)}
                }
            };
            view! {
                <tr class="matrix__group" data-row=row.to_string() aria-rowindex=(row + 3).to_string()>
                    {content}
                </tr>
            }
            .into_any()
        }
        Line::Unit(place) => view! {
            <tr data-row=row.to_string() aria-rowindex=(row + 3).to_string()>
                {move || unit_cells(seen, active, row, place)}
            </tr>
        }
        .into_any(),
    }
}

fn unit_cells(seen: Seen, active: Active, row: usize, place: usize) -> AnyView {
    let w = use_words(&RETURNS);
    let lang = use_lang()();
    let name = seen.unit_name(place);
    let columns = seen.matrix.with(|matrix| matrix.columns.len());
    let tab = |column: usize| {
        if active.at.get_value() == (row, column) {
            "0"
        } else {
            "-1"
        }
    };
    let one = |column: usize| sign(seen, lang, (row, column), place, &name, tab(column));
    let sum = seen.matrix.with(|matrix| matrix.sum_of(place, 0..matrix.papers.len()));
    let told = format!("{name}: {}", returns_sum(lang, sum));
    let end = if sum.owed() > 0 {
        // What is seen begins what is read out.
        let label = format!("{}: {told}; {}", owes(lang, sum.owed()), w().remind);
        view! {
            <button
                type="button"
                class="matrix__owes"
                data-at=format!("{row}:{columns}")
                tabindex=tab(columns)
                aria-label=label.clone()
                title=label
                on:click=move |_| seen.unit.set(Some(place))
            >
                {owes(lang, sum.owed())}
            </button>
        }
        .into_any()
    } else {
        view! {
            <span class="matrix__all-in" data-at=format!("{row}:{columns}") tabindex=tab(columns) role="img" aria-label=told.clone() title=told>
                {format!("{}/{}", sum.handed_in, sum.expected - sum.not_due)}
            </span>
        }
        .into_any()
    };
    view! {
        <th scope="row" class="matrix__unit" title=name.clone()>
            <span>{name.clone()}</span>
        </th>
        {(0..columns).map(one).collect_view()}
        <td role="gridcell" class="matrix__end" aria-colindex=(columns + 2).to_string()>
            {end}
        </td>
    }
    .into_any()
}

/// A cell: the sign of the state, and of several papers how many are in.
fn sign(seen: Seen, lang: Lang, (row, column): (usize, usize), place: usize, name: &str, tab: &'static str) -> AnyView {
    let w = RETURNS.in_lang(lang);
    let alone = seen.alone();
    let found = seen.with(|scope, matrix| {
        let papers = matrix.columns.get(column)?;
        let shown = cell(lang, scope, matrix, place, papers)?;
        Some((shown, head(lang, scope, matrix, papers, alone).name))
    });
    let at = format!("{row}:{column}");
    let index = (column + 2).to_string();
    let href = seen.place_of(place, column).map(|place| place.to_url());
    let Some((shown, column)) = found else {
        let label = format!("{name}: {}", w.not_asked);
        return view! {
            <td role="gridcell" class="matrix__cell" aria-colindex=index>
                <span class="matrix__sign" data-at=at tabindex=tab role="img" aria-label=label title=w.not_asked>
                    "·"
                </span>
            </td>
        }
        .into_any();
    };
    let (icon, tone) = look(shown.state);
    let label = format!("{name}, {column}: {}", shown.told);
    view! {
        <td role="gridcell" class="matrix__cell" aria-colindex=index>
            <a class=format!("matrix__sign {}", tone.class()) data-at=at tabindex=tab href=href aria-label=label.clone() title=label>
                <Icon name=icon small=true/>
                {(!shown.part.is_empty()).then_some(shown.part)}
            </a>
        </td>
    }
    .into_any()
}

fn closest(target: Option<web_sys::EventTarget>, selector: &str) -> Option<Element> {
    let target: Element = target?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

fn at_of(element: &Element) -> Option<(usize, usize)> {
    let at = element.get_attribute("data-at")?;
    let (row, column) = at.split_once(':')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// A plain press on a sign goes there within the app; with a key held it is the browser's, as of any link.
fn follow(seen: Seen, event: &MouseEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let Some(link) = closest(event.target(), "a[data-at]").filter(|_| event.button() == 0 && !held) else {
        return;
    };
    let place = at_of(&link).and_then(|(row, column)| {
        let unit = seen.lines.with_untracked(|lines| match lines.get(row) {
            Some(Line::Unit(place)) => Some(*place),
            _ => None,
        });
        untrack(|| seen.place_of(unit?, column))
    });
    if let Some(place) = place {
        event.prevent_default();
        seen.lens.router().go(place);
    }
}

/// What has the focus is the one cell in the order of Tab.
fn come_to(active: Active, target: Option<web_sys::EventTarget>) {
    let Some(element) = closest(target, "[data-at]") else {
        return;
    };
    let Some(at) = at_of(&element) else { return };
    let before = active.at.get_value();
    if before != at {
        if let Some(before) = find(before) {
            let _ = before.set_attribute("tabindex", "-1");
        }
        active.at.set_value(at);
        active.line.set(at.0);
    }
    let _ = element.set_attribute("tabindex", "0");
}

fn find((row, column): (usize, usize)) -> Option<HtmlElement> {
    let selector = format!("[data-at='{row}:{column}']");
    let found = document().query_selector(&selector).ok().flatten()?;
    found.dyn_into().ok()
}

fn on_key(seen: Seen, active: Active, windowed: Windowed, event: &KeyboardEvent) {
    if closest(event.target(), "[data-at]").is_none() || event.key() == "Tab" || event.alt_key() {
        return;
    }
    let Some(to) = of_key(&event.key(), event.ctrl_key() || event.meta_key(), event.shift_key()) else {
        return;
    };
    let (row, column) = active.at.get_value();
    let columns = seen.matrix.with_untracked(|matrix| matrix.columns.len() + 1);
    let target = seen.lines.with_untracked(|lines| {
        let is_unit = |row: usize| matches!(lines.get(row), Some(Line::Unit(_)));
        let at = step(At { row, column }, to, lines.len(), columns, windowed.page())?;
        // Over the heading of a sector, on in the same way, and back where nothing follows.
        let onward: Option<usize> = if at.row >= row {
            (at.row..lines.len()).find(|row| is_unit(*row))
        } else {
            (0..=at.row).rev().find(|row| is_unit(*row))
        };
        let row = onward.or_else(|| (0..lines.len()).find(|row| is_unit(*row)))?;
        Some((row, at.column))
    });
    if let Some(target) = target {
        event.prevent_default();
        windowed.reveal(target.0);
        active.line.set(target.0);
        let focus = move || {
            if let Some(element) = find(target) {
                let _ = element.focus();
            }
        };
        if find(target).is_some() {
            focus();
        } else {
            request_animation_frame(focus);
        }
    }
}
