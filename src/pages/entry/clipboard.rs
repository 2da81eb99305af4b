//! Copy, cut and paste between the sheet and a spreadsheet. While a text is being typed they are the browser's own.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::area::Area;
use super::desk::{Desk, Spot};
use super::moves::At;
use crate::exchange::cell_text::copied;
use crate::exchange::tsv;
use crate::i18n::entry::{cells_cut, pasted};

/// Copies the selected cells. Answers whether there were any.
fn copy(desk: Desk, event: &ClipboardEvent) -> bool {
    if desk.draft.with_untracked(Option::is_some) {
        return false;
    }
    let (Some(area), Some(data)) = (desk.area_now(), event.clipboard_data()) else {
        return false;
    };
    let lang = desk.lang.get_untracked();
    let text = |at: At| {
        let spot = desk.spot_at(at)?;
        let row = desk.row_now(spot.unit);
        let found = row.found.as_ref();
        let text = |column: &super::sheet::SheetColumn| {
            let cell = found?.cells.get(&column.key)?;
            Some(copied(cell, column.field(found), lang))
        };
        desk.column(spot, text).flatten()
    };
    let columns = area.columns.clone();
    // The heads of groups are for reading: what is copied can be pasted over the same rows again.
    let is_unit = |row: &usize| {
        let row = desk.shown.with_untracked(|shown| shown.get(*row).copied());
        row.is_some_and(|row| desk.group_at(row).is_none())
    };
    let rows = area.rows.clone().filter(is_unit).map(|row| {
        let at = |column| At { row, column };
        columns
            .clone()
            .map(at)
            .map(|at| text(at).unwrap_or_default())
            .collect::<Vec<_>>()
    });
    let copied = tsv::write(rows);
    // One cell is pasted as a text anywhere; only a table ends in a line end.
    let copied = if area.is_one() {
        copied.trim_end_matches("\r\n")
    } else {
        &copied
    };
    let done = data.set_data("text/plain", copied).is_ok();
    if done {
        event.prevent_default();
    }
    done
}

/// What happens when a person copies.
pub fn on_copy(desk: Desk, event: &ClipboardEvent) {
    copy(desk, event);
}

/// What happens when a person cuts: the cells are copied, then emptied.
pub fn on_cut(desk: Desk, event: &ClipboardEvent) {
    if !copy(desk, event) {
        return;
    }
    let Some(area) = desk.area_now() else { return };
    let texts = area.each().filter_map(|at| Some((desk.spot_at(at)?, String::new())));
    if let Some(entered) = desk.enter_texts(texts) {
        desk.offer_undo(cells_cut(desk.lang.get_untracked(), entered.changed), entered.done);
    }
}

/// What happens when a person pastes: cells go where they are copied to, in one act; what is not understood is kept.
pub fn on_paste(desk: Desk, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    let (Some(area), Some(text)) = (desk.area_now(), text) else {
        return;
    };
    let table = tsv::read(&text);
    let is_table = table.len() > 1 || table.first().is_some_and(|row| row.len() > 1);
    if table.is_empty() || (desk.draft.with_untracked(Option::is_some) && !is_table) {
        return;
    }
    event.prevent_default();
    desk.commit();
    // Rows go to units alone, over the heads of groups.
    let shown = desk.shown.get_untracked();
    let is_unit = |row: &usize| desk.group_at(*row).is_none();
    let units_before = |row: usize| shown.iter().take(row).filter(|row| is_unit(row)).count();
    let units: Vec<usize> = shown.iter().copied().filter(is_unit).collect();
    let first = units_before(area.rows.start);
    let area = Area {
        rows: first..units_before(area.rows.end).max(first + 1),
        ..area
    };
    let (puts, outside) = area.paste(&table, units.len(), desk.columns());
    let spot_at = |at: At| {
        let unit = units.get(at.row).copied()?;
        Some(Spot {
            unit,
            column: at.column,
        })
    };
    let texts = puts.iter().filter_map(|put| {
        let text = table.get(put.from.row)?.get(put.from.column)?;
        Some((spot_at(put.to)?, text.trim().to_owned()))
    });
    let entered = desk.enter_texts(texts);
    // What was pasted is selected, to be seen and to be taken back.
    if let (Some(first), Some(last)) = (puts.first(), puts.last())
        && puts.len() > 1
        && let (Some(first), Some(last)) = (spot_at(first.to), spot_at(last.to))
    {
        desk.go_to(first);
        desk.corner.set(Some(last));
    }
    let lang = desk.lang.get_untracked();
    match entered {
        Some(entered) if is_table || entered.invalid > 0 || outside > 0 => {
            let said = pasted(lang, entered.changed, entered.invalid, outside);
            desk.offer_undo(said, entered.done);
        }
        _ => {}
    }
}
