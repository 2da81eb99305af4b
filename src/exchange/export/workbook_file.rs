//! Sheets as an Excel file. The worker's part: it links the crate that writes workbooks.
//!
//! Numbers are numbers, drawn with dots between thousands wherever the spreadsheet comes from. Text is never computed: it is
//! stored as text, and what looks like a formula carries the mark that a spreadsheet itself gives to quoted text.

use crate::exchange::export::csv::FORMULA;
use crate::exchange::import::keys::Keys;
use crate::exchange::import::sheet::{RawCell, RawSheet};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Dots in both kinds of spreadsheets, Vietnamese and English: a literal one, not the separator of the place.
const THOUSANDS: &str = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0";
const MILLIARDS: &str = r"#\.###\.###\.##0";
const DAY: &str = "dd/mm/yyyy";
/// Paper A4.
pub(super) const A4: u8 = 9;

/// The file. `progress` is told whole percents.
///
/// # Errors
/// When the sheets do not fit into a workbook.
pub fn write(sheets: &[RawSheet], progress: &dyn Fn(u8)) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        fill(page, sheet, &looks)?;
        progress((80 * (at + 1) / sheets.len()) as u8);
    }
    let bytes = book.save_to_buffer()?;
    progress(100);
    Ok(bytes)
}

/// Whether a spreadsheet would compute a text that a person types into a cell.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

/// How cells are drawn.
pub(super) struct Looks {
    pub title: Format,
    pub line: Format,
    pub header: Format,
    pub text: Format,
    pub quoted: Format,
    pub count: Format,
    pub milliards: Format,
    pub day: Format,
}

impl Looks {
    pub(super) fn new() -> Looks {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(12);
        let cell = || {
            base()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter)
        };
        Looks {
            title: base().set_bold().set_font_size(13),
            line: base(),
            header: cell().set_bold().set_text_wrap().set_align(FormatAlign::Center),
            text: cell().set_text_wrap(),
            quoted: cell().set_text_wrap().set_quote_prefix(),
            count: cell().set_num_format(THOUSANDS).set_align(FormatAlign::Right),
            milliards: cell().set_num_format(MILLIARDS).set_align(FormatAlign::Right),
            day: cell().set_num_format(DAY).set_align(FormatAlign::Right),
        }
    }
}

fn fill(page: &mut Worksheet, sheet: &RawSheet, looks: &Looks) -> Result<(), XlsxError> {
    // Titles end at the first empty row; the header is below it.
    let header = sheet.rows.iter().position(Vec::is_empty).map_or(0, |blank| blank + 1);
    let width = sheet.rows.get(header).map_or(0, Vec::len);
    for (at, row) in sheet.rows.iter().enumerate() {
        let line = at as u32;
        let wide = if at > header { width } else { row.len() };
        for column in 0..wide {
            let cell = row.get(column).unwrap_or(&RawCell::Empty);
            let place = (line, column as u16);
            match at.cmp(&header) {
                std::cmp::Ordering::Less => {
                    let look = if at == 1 { &looks.title } else { &looks.line };
                    words(page, place, cell, look)?;
                }
                std::cmp::Ordering::Equal => words(page, place, cell, &looks.header)?,
                std::cmp::Ordering::Greater => value(page, place, cell, looks)?,
            }
        }
    }
    if Keys::of(sheet).is_some() {
        page.set_row_hidden(0)?;
    }
    page.set_column_width(0, 6)?;
    page.set_column_width(1, 44)?;
    for column in 2..width {
        page.set_column_width(column as u16, 14)?;
    }
    let below = header as u32 + 1;
    page.set_freeze_panes(below, 2)?;
    page.set_repeat_rows(header as u32, header as u32)?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn words(page: &mut Worksheet, (row, column): (u32, u16), cell: &RawCell, look: &Format) -> Result<(), XlsxError> {
    if !cell.is_empty() {
        page.write_string_with_format(row, column, cell.typed(), look)?;
    }
    Ok(())
}

fn value(page: &mut Worksheet, (row, column): (u32, u16), cell: &RawCell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        RawCell::Empty if column < 2 => page.write_blank(row, column, &looks.text)?,
        // To be filled in with counts, most often.
        RawCell::Empty => page.write_blank(row, column, &looks.count)?,
        RawCell::Number(number) if number.abs() >= 1e9 => {
            page.write_number_with_format(row, column, *number, &looks.milliards)?
        }
        RawCell::Number(number) => page.write_number_with_format(row, column, *number, &looks.count)?,
        RawCell::Date(date) => {
            match ExcelDateTime::from_ymd(date.year().clamp(0, 9999) as u16, date.month(), date.day()) {
                Ok(day) => page.write_datetime_with_format(row, column, &day, &looks.day)?,
                // Before 1900.
                Err(_) => page.write_string_with_format(row, column, cell.typed(), &looks.text)?,
            }
        }
        RawCell::Text(text) | RawCell::Error(text) => {
            let look = if is_formula(text) { &looks.quoted } else { &looks.text };
            page.write_string_with_format(row, column, text, look)?
        }
    };
    Ok(())
}
