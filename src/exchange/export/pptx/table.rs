//! Real tables on slides.

use super::slide::{BODY_PT, EMU_PER_PT};
use super::text::{INK, Letters, QUIET, run};
use crate::exchange::export::ooxml::measure::{ems, lines, longest_word, shared};
use crate::model::text::Lang;
use crate::report::table::{Row, RowKind, Table};

/// What a cell keeps free around its text, in points.
const EDGE: (f64, f64) = (12.0, 6.0);
/// Arial is wider than what is measured, and bold letters are wider still.
const WIDER: f64 = 1.06;
const BOLD: f64 = 1.12;

/// How high the rows of a table become, in points.
pub(super) struct Heights {
    pub head: f64,
    pub rows: Vec<f64>,
}

/// The type size of a table: few columns can be read from further away.
fn size(table: &Table) -> f64 {
    match table.columns.len() {
        0..=3 => 16.0,
        4..=5 => 14.0,
        6..=8 => 12.0,
        _ => 10.0,
    }
}

fn widths(table: &Table) -> Vec<f64> {
    let size = size(table);
    let many = table.columns.len() > 5;
    let column = |at: usize| {
        let figures = table.columns.get(at).is_some_and(|column| column.figures);
        let head = table.columns.get(at).map_or("", |column| column.head.as_str());
        let rows = table.rows.iter().filter(|row| row.kind != RowKind::Group);
        let cells = || rows.clone().filter_map(move |row| row.cells.get(at));
        // A figure is never broken; words may be.
        let least = cells().map(|cell| match cell.number {
            Some(_) => ems(&cell.text),
            None => longest_word(&cell.text),
        });
        let least = least.fold(longest_word(head) * BOLD, f64::max);
        let liked = cells().map(|cell| ems(&cell.text)).fold(least, f64::max);
        let (liked, most) = match (figures, many) {
            // A long head stands in three lines.
            (true, _) => (liked.max(ems(head) * 0.4), 10.0),
            (false, true) => (liked, 22.0),
            (false, false) => (liked, 34.0),
        };
        let scale = |ems: f64| ems * size * WIDER + EDGE.0;
        (scale(least), scale(liked.min(most).max(least)))
    };
    let needs: Vec<(f64, f64)> = (0..table.columns.len()).map(column).collect();
    shared(BODY_PT.0 as u32, &needs).into_iter().map(f64::from).collect()
}

/// How high its rows become.
pub(super) fn heights(table: &Table) -> Heights {
    heights_of(table, &table.rows)
}

/// How high some of its rows become: columns are as wide as the whole table asks, so that its pages look alike.
fn heights_of(table: &Table, rows: &[Row]) -> Heights {
    let (size, widths) = (size(table), widths(table));
    let high = |words: &str, wide: f64| lines(words, (wide - EDGE.0) / size / WIDER) as f64 * size * 1.22 + EDGE.1;
    let row = |row: &Row| {
        let cells = row.cells.iter().zip(&widths);
        let wide: f64 = widths.iter().sum();
        match row.kind {
            RowKind::Group => high(row.cells.first().map_or("", |cell| &cell.text), wide),
            _ => cells
                .map(|(cell, wide)| high(&cell.text, *wide))
                .fold(size * 1.22 + EDGE.1, f64::max),
        }
    };
    let head = table.columns.iter().zip(&widths);
    Heights {
        head: head
            .map(|(column, wide)| high(&column.head, *wide / BOLD))
            .fold(0.0, f64::max),
        rows: rows.iter().map(row).collect(),
    }
}

/// The frame of a table with these of its rows.
pub(super) fn frame(lang: Lang, table: &Table, rows: &[Row], (x, y): (u64, u64), id: u32) -> String {
    let all = heights_of(table, rows);
    let widths: Vec<u64> = widths(table).iter().map(|wide| (wide * EMU_PER_PT) as u64).collect();
    let emu = |points: f64| (points * EMU_PER_PT) as u64;
    let high = emu(all.head + all.rows.iter().sum::<f64>());
    let columns: String = widths.iter().map(|wide| format!("<a:gridCol w=\"{wide}\"/>")).collect();
    let size = size(table);
    let letters = |bold: bool, quiet: bool| Letters {
        size,
        bold,
        colour: if quiet { QUIET } else { INK },
    };
    let head: String = table
        .columns
        .iter()
        .map(|column| {
            let side = if column.figures { "r" } else { "l" };
            cell(&run(lang, &column.head, letters(true, false)), side, 1, Some("F1EEE7"))
        })
        .collect();
    let mut xml = format!("<a:tr h=\"{}\">{head}</a:tr>", emu(all.head));
    for (row, high) in rows.iter().zip(&all.rows) {
        let words = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.as_str());
        let bold = matches!(row.kind, RowKind::Group | RowKind::Total);
        let look = letters(bold, row.kind == RowKind::Muted);
        let whole = row.kind == RowKind::Group && (1..widths.len()).all(|at| words(at).is_empty());
        let cells: String = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| match (whole, at) {
                (true, 0) => cell(&run(lang, words(0), look), "l", widths.len(), None),
                (true, _) => "<a:tc hMerge=\"1\"><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>".to_owned(),
                _ => cell(
                    &run(lang, words(at), look),
                    if column.figures { "r" } else { "l" },
                    1,
                    None,
                ),
            })
            .collect();
        xml.push_str(&format!("<a:tr h=\"{}\">{cells}</a:tr>", emu(*high)));
    }
    let name = crate::exchange::export::ooxml::xml::text(&table.caption);
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Table {id}\" descr=\"{name}\"/>\
         <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>\
         <p:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{}\" cy=\"{high}\"/></p:xfrm><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/>\
         <a:tblGrid>{columns}</a:tblGrid>{xml}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
        widths.iter().sum::<u64>()
    )
}

fn cell(run: &str, side: &str, columns: usize, ground: Option<&str>) -> String {
    let span = if columns > 1 {
        format!(" gridSpan=\"{columns}\"")
    } else {
        String::new()
    };
    let (across, along) = ((EDGE.0 / 2.0 * EMU_PER_PT) as u64, (EDGE.1 / 2.0 * EMU_PER_PT) as u64);
    let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
    let fill = match ground {
        Some(ground) => format!("<a:solidFill><a:srgbClr val=\"{ground}\"/></a:solidFill>"),
        None => "<a:noFill/>".to_owned(),
    };
    format!(
        "<a:tc{span}><a:txBody><a:bodyPr/><a:p><a:pPr algn=\"{side}\"/>{run}</a:p></a:txBody>\
         <a:tcPr marL=\"{across}\" marR=\"{across}\" marT=\"{along}\" marB=\"{along}\" anchor=\"ctr\">{}{}{}\
         <a:lnB w=\"9525\"><a:solidFill><a:srgbClr val=\"B0A89A\"/></a:solidFill></a:lnB>{fill}</a:tcPr></a:tc>",
        none("lnL"),
        none("lnR"),
        none("lnT"),
    )
}
