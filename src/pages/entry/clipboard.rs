//! Copy, cut and paste between the sheet and a spreadsheet. While a text is being typed they are the browser's own.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::desk::Desk;
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
    let rows = area.rows.clone().map(|row| {
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
    let (puts, outside) = area.paste(&table, desk.shown.with_untracked(Vec::len), desk.columns());
    let texts = puts.iter().filter_map(|put| {
        let text = table.get(put.from.row)?.get(put.from.column)?;
        Some((desk.spot_at(put.to)?, text.trim().to_owned()))
    });
    let entered = desk.enter_texts(texts);
    // What was pasted is selected, to be seen and to be taken back.
    if let (Some(first), Some(last)) = (puts.first(), puts.last())
        && puts.len() > 1
        && let (Some(first), Some(last)) = (desk.spot_at(first.to), desk.spot_at(last.to))
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
