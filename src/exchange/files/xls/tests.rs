//! A file of another program, files made by hand, and hostile ones.
#![allow(clippy::unwrap_used)]

mod container;

use super::super::problem::FileError;
use super::super::read;
use crate::exchange::import::sheet::{Merged, RawCell, RawSheet};
use crate::model::date::Date;
use container::old;
use proptest::prelude::*;

/// Made by xlwt: a hidden sheet before the one with figures.
const XLWT: &[u8] = include_bytes!("../../../../fuzz/seeds/workbook/xlwt.xls");

fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
    let data = data.concat();
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), &data].concat()
}

/// A stream of one sheet: records of the workbook and of the sheet, of Excel 97 or of 95.
fn stream(version: u16, book: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&version.to_le_bytes(), &kind.to_le_bytes(), &[0; 12]]);
    let name: &[u8] = if version == 0x0600 { b"\x01\0A" } else { b"\x01A" };
    let sheet = |at: u32| record(0x85, &[&at.to_le_bytes(), &[0, 0], name]);
    let book = [book.concat(), sheet(0), record(0x0a, &[])].concat();
    let at = begin(5).len() + book.len();
    let book = [
        &book[..book.len() - sheet(0).len() - 4],
        &sheet(at as u32),
        &record(0x0a, &[]),
    ]
    .concat();
    [begin(5), book, begin(16), cells.concat(), record(0x0a, &[])].concat()
}

fn opened(stream: &[u8]) -> Result<Vec<RawSheet>, FileError> {
    read(old(stream), &|_| ())
}

fn number(row: u16, column: u16, style: u16, number: f64) -> Vec<u8> {
    let place = [row, column, style].map(u16::to_le_bytes).concat();
    record(0x0203, &[&place, &number.to_le_bytes()])
}

#[test]
fn a_file_of_another_program_is_read() {
    let sheets = read(XLWT.to_vec(), &|_| ()).unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| &sheet.name[..]).collect::<Vec<_>>(),
        ["Số liệu", "Nháp"]
    );
    let sheet = &sheets[0];
    assert_eq!(
        sheet.merged,
        [Merged {
            from: (0, 0),
            to: (0, 4)
        }]
    );
    assert_eq!(sheet.rows[0], [RawCell::text("Biểu 1")]);
    let day = RawCell::Date(Date::new(2021, 7, 29).unwrap());
    assert_eq!(
        sheet.rows[2],
        [
            RawCell::Number(1.0),
            RawCell::text("Đảng bộ Sở Y tế"),
            RawCell::Number(87.0),
            day,
            RawCell::text("39,2%")
        ]
    );
    assert_eq!(
        sheet.rows[3][2..],
        [RawCell::text("21"), RawCell::Empty, RawCell::text("150%")]
    );
    let last = [
        RawCell::text("TRUE"),
        RawCell::Number(-1_234_567.5),
        RawCell::Number(39.2),
    ];
    assert_eq!(sheet.rows[5][..3], last);
}

#[test]
fn days_are_counted_from_1904_where_the_book_says_so_and_formulas_have_results() {
    let book = [
        record(0x22, &[&[1, 0]]),
        record(0xe0, &[&[0; 4]]),
        record(0xe0, &[&[0, 0, 14, 0]]),
    ];
    let formula = |column: u8, value: [u8; 8]| record(0x06, &[&[0, 0, column, 0, 0, 0], &value, &[0; 6]]);
    let cells = [
        number(0, 0, 1, 42_944.0),
        formula(1, 4201_f64.to_le_bytes()),
        formula(2, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
        record(0x0207, &[b"\x02\0\0ab"]),
        formula(3, [2, 0, 0x17, 0, 0, 0, 0xff, 0xff]),
        formula(4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
        formula(5, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
    ];
    let sheet = opened(&stream(0x0600, &book, &cells)).unwrap().remove(0);
    let day = RawCell::Date(Date::new(2021, 7, 29).unwrap());
    let error = RawCell::Error("#REF!".into());
    let wanted = [
        day,
        RawCell::Number(4201.0),
        RawCell::text("ab"),
        error,
        RawCell::Empty,
        RawCell::text("TRUE"),
    ];
    assert_eq!(sheet.rows[0], wanted);
}

#[test]
fn a_book_of_excel_95_is_read_in_its_code_page() {
    let book = [record(0x42, &[&1258_u16.to_le_bytes()])];
    let cells = [
        record(0x0204, &[&[0; 6], &[7, 0], b"S\xf5\xd2 Y t"]),
        number(0, 1, 0, 5.0),
    ];
    let sheet = opened(&stream(0x0500, &book, &cells)).unwrap().remove(0);
    assert_eq!(sheet.rows[0], [RawCell::text("Sở Y t"), RawCell::Number(5.0)]);
}

#[test]
fn a_chart_in_a_sheet_brings_no_cells() {
    let chart = [
        record(0x0809, &[&[0, 6, 0x20, 0]]),
        number(0, 0, 0, 9.0),
        record(0x0a, &[]),
    ]
    .concat();
    let sheet = opened(&stream(0x0600, &[], &[chart, number(1, 0, 0, 1.0)]))
        .unwrap()
        .remove(0);
    assert_eq!(sheet.rows, [vec![], vec![RawCell::Number(1.0)]]);
}

#[test]
fn what_a_file_says_of_itself_is_not_believed() {
    let refused = |book: &[Vec<u8>], cells: &[Vec<u8>]| opened(&stream(0x0600, book, cells)).unwrap_err();
    assert_eq!(refused(&[record(0x2f, &[&[0; 6]])], &[]), FileError::Encrypted);
    assert_eq!(opened(&stream(0x0200, &[], &[])).unwrap_err(), FileError::OtherWorkbook);
    // A sheet that begins behind the end; texts that are not there; a length that is.
    assert_eq!(
        refused(&[record(0x85, &[&[0xff, 0xff, 0xff, 0xff, 0, 0], b"\x01\0B"])], &[]),
        FileError::Corrupt
    );
    assert_eq!(
        refused(&[], &[record(0xfd, &[&[0, 0, 0, 0, 0, 0, 9, 0, 0, 0]])]),
        FileError::Corrupt
    );
    assert_eq!(
        refused(&[record(0xfc, &[&[0xff; 8], b"\xff\xff\0a"])], &[]),
        FileError::Corrupt
    );
    // Sizes that nobody has to reserve; a cell far outside; numbers that end nowhere.
    let giant = record(0x0200, &[&[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0]]);
    assert_eq!(refused(&[], std::slice::from_ref(&giant)), FileError::Empty);
    assert_eq!(
        refused(&[], &[giant, number(65_535, 255, 0, 1.0)]),
        FileError::FarCell("IV65536".into())
    );
    let several = record(0xbd, &[&[0, 0, 0xff, 0xff], &[0; 6], &[0, 0]]);
    assert_eq!(refused(&[], &[several]), FileError::FarCell("CRXP1".into()));
    let none = opened(&stream(0x0600, &[], &[number(0, 0, 0, f64::NAN)])).unwrap();
    assert_eq!(none[0].rows[0], [RawCell::Error("#NUM!".into())]);
}

#[test]
fn a_table_of_sectors_that_leads_in_a_circle_ends() {
    let mut file = old(&stream(0x0600, &[], &[number(0, 0, 0, 1.0)]));
    let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
    // Every sector comes after itself, the table goes on in itself, and the stream is as long as can be said.
    (0..128).for_each(|at| put(512 + 4 * at as usize, at));
    put(68, 0);
    put(2 * 512 + 128 + 120, u32::MAX);
    let found = super::container::stream(&file, &["Workbook"]).unwrap();
    assert!((4096..=file.len()).contains(&found.len()), "{} bytes", found.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_damaged_file_is_read_or_refused(at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
        let mut file = XLWT.to_vec();
        let at = at.index(file.len());
        file[at] = byte;
        let _ = read(file.clone(), &|_| ());
        file.truncate(cut.index(file.len()).max(8));
        let _ = read(file, &|_| ());
    }
}
