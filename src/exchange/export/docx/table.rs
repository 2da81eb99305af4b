//! Tables of figures: their head stands again on every page, and no row is torn apart.

use super::body::styled;
use super::page::PORTRAIT_WIDE;
use crate::exchange::export::ooxml::measure::{ems, longest_word, shared};
use crate::exchange::export::ooxml::xml::text;
use crate::report::table::{Row, RowKind, Table};

/// Type sizes of tables in points, from the one that is liked to the one of tables with many columns.
const SIZES: [f64; 4] = [12.0, 11.0, 10.0, 9.0];
/// The room of a cell that is not for text, in twentieths of a point.
const EDGE: f64 = 160.0;

/// Whether a table needs pages that lie on their side.
pub(super) fn is_wide(table: &Table) -> bool {
    least(table, 11.0) > f64::from(PORTRAIT_WIDE) || table.columns.len() > 7
}

/// A table in a width.
pub(super) fn table(table: &Table, wide: u32) -> String {
    // With many columns the names of the rows need the room more than the type does.
    let liked = if table.columns.len() > 7 { 10.0 } else { SIZES[0] };
    let mut sizes = SIZES.iter().copied().filter(|size| *size <= liked);
    let size = sizes.find(|size| least(table, *size) <= f64::from(wide));
    let size = size.unwrap_or(SIZES[SIZES.len() - 1]);
    let needs = needs(table, size);
    // Two short columns would stand too far apart.
    let liked: f64 = needs.iter().map(|(_, liked)| liked).sum();
    let wide = wide.min((liked * 1.5) as u32).max(wide * 3 / 5);
    let widths = shared(wide, &needs);
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"{wide}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{}\
         </w:tblPr><w:tblGrid>",
        match table.caption.as_str() {
            "" => String::new(),
            caption => format!("<w:tblCaption w:val=\"{}\"/>", text(caption)),
        }
    );
    for width in &widths {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    let letters = letters(size);
    for (column, width) in table.columns.iter().zip(&widths) {
        let words = styled(
            "TableText",
            "<w:keepNext/><w:jc w:val=\"center\"/>",
            &letters,
            &column.head,
        );
        xml.push_str(&cell(*width, 1, &words));
    }
    xml.push_str("</w:tr>");
    for row in &table.rows {
        xml.push_str(&drawn(table, row, &widths, &letters));
    }
    xml.push_str("</w:tbl>");
    xml
}

fn drawn(table: &Table, row: &Row, widths: &[u32], letters: &str) -> String {
    let mut xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr>".to_owned();
    let look = match row.kind {
        RowKind::Group | RowKind::Total => format!("<w:b/><w:bCs/>{letters}"),
        RowKind::Muted => format!("<w:i/><w:iCs/>{letters}"),
        RowKind::Plain => letters.to_owned(),
    };
    let words = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.as_str());
    if row.kind == RowKind::Group && (1..widths.len()).all(|at| words(at).is_empty()) {
        let words = styled("TableText", "<w:keepNext/>", &look, words(0));
        xml.push_str(&cell(widths.iter().sum(), widths.len(), &words));
    } else {
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let side = if column.figures { "<w:jc w:val=\"right\"/>" } else { "" };
            xml.push_str(&cell(*width, 1, &styled("TableText", side, &look, words(at))));
        }
    }
    xml.push_str("</w:tr>");
    xml
}

fn cell(wide: u32, columns: usize, inside: &str) -> String {
    let span = if columns > 1 {
        format!("<w:gridSpan w:val=\"{columns}\"/>")
    } else {
        String::new()
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/>{span}<w:vAlign w:val=\"center\"/></w:tcPr>{inside}</w:tc>"
    )
}

fn letters(size: f64) -> String {
    let half_points = (size * 2.0).round();
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

/// What each column needs at a type size, and what it would like, in twentieths of a point.
fn needs(table: &Table, size: f64) -> Vec<(f64, f64)> {
    let column = |at: usize| {
        let head = table.columns.get(at);
        let figures = head.is_some_and(|column| column.figures);
        let head = head.map_or("", |column| column.head.as_str());
        let (mut least, mut liked) = (
            longest_word(head) * 1.15,
            (ems(head) * 0.5).max(longest_word(head) * 1.15),
        );
        for row in table.rows.iter().filter(|row| row.kind != RowKind::Group) {
            let words = row.cells.get(at).map_or("", |cell| cell.text.as_str());
            // A figure is never broken; words may be.
            let is_figure = row.cells.get(at).is_some_and(|cell| cell.number.is_some());
            least = least.max(if is_figure { ems(words) } else { longest_word(words) });
            liked = liked.max(ems(words));
        }
        let most = if figures { 10.0 } else { 30.0 };
        let scale = |ems: f64| ems * size * 20.0 + EDGE;
        (scale(least), scale(liked.min(most).max(least)))
    };
    (0..table.columns.len()).map(column).collect()
}

fn least(table: &Table, size: f64) -> f64 {
    needs(table, size).iter().map(|(least, _)| least).sum()
}
