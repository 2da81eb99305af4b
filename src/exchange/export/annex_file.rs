//! Tables of a report as an Excel file: a sheet each, numbers as numbers. Only the worker links this.

use super::ooxml::xml::plain;
use super::workbook::sheet_names;
use super::workbook_file::{A4, Looks, is_formula};
use crate::model::text::Lang;
use crate::report::document::Annex;
use crate::report::table::{Cell, Number, Row, RowKind};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The largest count that a spreadsheet's number keeps exactly.
const EXACT: u64 = 1 << 53;

/// How numbers are drawn. A percentage keeps its true value, and no format of a spreadsheet has a comma of its own, so the format names
/// the language: LibreOffice draws "39,2%" and "39.2%" by it wherever it runs, Excel by the region that Windows is set to.
struct Numbers {
    /// Percentages with one digit behind the sign.
    percent: &'static str,
    /// With two, where they were said with two.
    percent_2: &'static str,
    /// Counts; `None` for those of every workbook of ours, with dots between thousands.
    count: Option<&'static str>,
}

impl Numbers {
    const fn of(lang: Lang) -> Numbers {
        match lang {
            Lang::Vi => Numbers {
                percent: "[$-42A]0.0%",
                percent_2: "[$-42A]0.00%",
                count: None,
            },
            Lang::En => Numbers {
                percent: "[$-409]0.0%",
                percent_2: "[$-409]0.00%",
                count: Some("[$-409]#,##0"),
            },
        }
    }
}

/// The file, of tables in a language. `progress` is told whole percents.
///
/// # Errors
/// When the tables do not fit into a workbook.
pub fn write(annexes: &[Annex], stamp: &str, lang: Lang, progress: &dyn Fn(u8)) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let numbers = Numbers::of(lang);
    let mut looks = Looks::new();
    if let Some(count) = numbers.count {
        looks.count = looks.count.set_num_format(count);
        looks.milliards = looks.milliards.set_num_format(count);
    }
    let wanted = annexes.iter().map(|annex| match annex.number.as_str() {
        "" => annex.title.as_str(),
        number => number,
    });
    for (at, (annex, name)) in annexes.iter().zip(sheet_names(wanted)).enumerate() {
        let page = book.add_worksheet();
        page.set_name(name)?;
        fill(page, annex, stamp, (&looks, &numbers))?;
        progress((90 * (at + 1) / annexes.len()) as u8);
    }
    if annexes.is_empty() {
        book.add_worksheet()
            .write_string_with_format(0, 0, plain(stamp), &looks.line)?;
    }
    let bytes = book.save_to_buffer()?;
    progress(100);
    Ok(bytes)
}

fn fill(
    page: &mut Worksheet,
    annex: &Annex,
    stamp: &str,
    (looks, numbers): (&Looks, &Numbers),
) -> Result<(), XlsxError> {
    let title = [annex.number.as_str(), &annex.title];
    let title: Vec<&str> = title.into_iter().filter(|part| !part.is_empty()).collect();
    page.write_string_with_format(0, 0, plain(&title.join(". ")), &looks.title)?;
    let facts = match annex.facts.join(" · ") {
        facts if facts.is_empty() => stamp.to_owned(),
        facts => facts,
    };
    page.write_string_with_format(1, 0, plain(&facts), &looks.line)?;
    let head = 3;
    for (at, column) in annex.table.columns.iter().enumerate() {
        page.write_string_with_format(head, at as u16, plain(&column.head), &looks.header)?;
        let longest = annex
            .table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(at))
            .map(|cell| cell.text.chars().count())
            .max();
        let longest = longest.unwrap_or(0) as f64;
        let wide = if column.figures {
            (longest + 3.0).clamp(12.0, 22.0)
        } else {
            (longest + 2.0).clamp(12.0, 48.0)
        };
        page.set_column_width(at as u16, wide)?;
    }
    for (at, row) in annex.table.rows.iter().enumerate() {
        for (column, of) in annex.table.columns.iter().enumerate() {
            let empty = Cell::default();
            let cell = row.cells.get(column).unwrap_or(&empty);
            value(
                page,
                (head + 1 + at as u32, column as u16),
                cell,
                row,
                of.figures,
                (looks, numbers),
            )?;
        }
    }
    page.set_freeze_panes(head + 1, 1)?;
    page.set_repeat_rows(head, head)?;
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    if annex.table.columns.len() > 5 {
        page.set_landscape();
    }
    page.set_footer("&C&P/&N");
    Ok(())
}

fn value(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    of: &Row,
    figures: bool,
    (looks, numbers): (&Looks, &Numbers),
) -> Result<(), XlsxError> {
    let weight = |look: &Format| match of.kind {
        RowKind::Group | RowKind::Total => look.clone().set_bold(),
        RowKind::Muted => look.clone().set_italic(),
        RowKind::Plain => look.clone(),
    };
    match cell.number {
        Some(Number::Count(count)) if count <= EXACT => {
            let look = if count >= 1_000_000_000 {
                &looks.milliards
            } else {
                &looks.count
            };
            page.write_number_with_format(row, column, count as f64, &weight(look))?;
        }
        Some(Number::Percent(percent)) => {
            let two = cell.text.rsplit([',', '.']).next().is_some_and(|rest| {
                rest.chars().filter(char::is_ascii_digit).count() == 2 && cell.text.contains([',', '.'])
            });
            let look = looks
                .count
                .clone()
                .set_num_format(if two { numbers.percent_2 } else { numbers.percent });
            page.write_number_with_format(row, column, percent.hundredths() as f64 / 10_000.0, &weight(&look))?;
        }
        _ => {
            let look = if is_formula(&cell.text) {
                &looks.quoted
            } else {
                &looks.text
            };
            let look = if figures {
                look.clone().set_align(FormatAlign::Right)
            } else {
                look.clone()
            };
            page.write_string_with_format(row, column, plain(&cell.text), &weight(&look))?;
        }
    }
    Ok(())
}
