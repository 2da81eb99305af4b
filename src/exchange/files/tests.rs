//! Hostile and damaged files: each ends in a reason, with memory bounded. Files of other programs are read in
//! `xls/tests.rs`, by the fuzz targets (their seeds) and end to end.
#![allow(clippy::unwrap_used)]

use super::archive::Archive;
use super::problem::FileError;
use super::read;
use crate::exchange::import::delimited::TableError;
use crate::exchange::import::sheet::{MAX_COLUMNS, RawCell, RawSheet};
use crate::exchange::worker::Work;
use crate::exchange::worker::table::ReadTable;
use crate::model::date::Date;
use std::io::{Cursor, Read, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const BOOK: &str =
    r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships>
<Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs></styleSheet>"#;

/// A packed file of these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet.
fn workbook(book: &str, rows: &str, strings: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", strings),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

fn only(bytes: Vec<u8>) -> RawSheet {
    let mut sheets = read(bytes, &|_| ()).unwrap();
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

fn refused(bytes: Vec<u8>) -> FileError {
    let error = read(bytes, &|_| ()).unwrap_err();
    // What the worker says is what the page reads.
    assert_eq!(FileError::parse(&error.to_string()), Some(error.clone()));
    error
}

#[test]
fn cells_of_every_kind_are_read() {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Số </t><t>lượng</t></is></c></row>
        <row r="3"><c r="A3"><v>4201</v></c><c r="B3" s="1"><v>44406</v></c><c r="C3" s="2"><v>44406.5</v></c>
        <c r="D3" s="3"><v>0.392</v></c><c r="E3" t="e"><v>#REF!</v></c><c r="F3"><f>SUM(A3:A3)</f><v>4201</v></c>
        <c r="G3"><f>A3*2</f></c><c r="H3" t="str"><f>A1</f><v>chữ</v></c></row>"#;
    let sheet = only(workbook(
        BOOK,
        rows,
        "<sst count=\"9\" uniqueCount=\"9\"><si><r><t>T&#234;n</t></r><rPh><t>x</t></rPh></si></sst>",
    ));
    assert_eq!(sheet.name, "Một");
    assert_eq!(sheet.rows[0], [RawCell::text("Tên"), RawCell::text("Số lượng")]);
    let day = RawCell::Date(Date::new(2021, 7, 29).unwrap());
    assert_eq!(
        sheet.rows[2],
        [
            RawCell::Number(4201.0),
            day.clone(),
            day,
            RawCell::text("39,2%"),
            RawCell::Error("#REF!".into()),
            RawCell::Number(4201.0),
            // No spreadsheet has computed it: that is seen, and not taken for nothing.
            RawCell::Error("=A3*2".into()),
            RawCell::text("chữ"),
        ]
    );
}

#[test]
fn days_may_be_counted_from_1904() {
    let book = BOOK.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    let sheet = only(workbook(&book, r#"<row><c s="1"><v>42944</v></c></row>"#, ""));
    assert_eq!(sheet.rows[0][0], RawCell::Date(Date::new(2021, 7, 29).unwrap()));
}

#[test]
fn a_far_cell_is_named_and_a_claim_of_a_giant_sheet_is_not_believed() {
    let near = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    assert_eq!(only(workbook(BOOK, near, "")).rows.len(), 1);
    let far = format!("{near}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    assert_eq!(
        refused(workbook(BOOK, &far, "")),
        FileError::FarCell("XFD1048576".into())
    );
}

#[test]
fn a_million_columns_are_refused_at_the_first_outside() {
    let cells = "<c><v>1</v></c>".repeat(1_000_000);
    let found = refused(workbook(BOOK, &format!("<row r=\"1\">{cells}</row>"), ""));
    assert_eq!(found, FileError::FarCell(super::grid::place(0, MAX_COLUMNS)));
}

#[test]
fn strings_that_are_not_there_and_counts_that_lie_are_found_out() {
    let cell = |index: &str| format!("<row><c t=\"s\"><v>{index}</v></c></row>");
    let strings = "<sst count=\"4000000000\" uniqueCount=\"18446744073709551615\"><si><t>a</t></si></sst>";
    assert_eq!(only(workbook(BOOK, &cell("0"), strings)).rows[0][0], RawCell::text("a"));
    for index in ["1", "4294967295", "-1", "x"] {
        assert_eq!(
            refused(workbook(BOOK, &cell(index), strings)),
            FileError::Corrupt,
            "{index}"
        );
    }
}

#[test]
fn a_bomb_is_not_unfolded() {
    const LIMIT: u64 = 100_000;
    let name = "xl/sharedStrings.xml";
    let nothing = " ".repeat(2 * LIMIT as usize);
    let bytes = packed(&[("[Content_Types].xml", ""), ("xl/workbook.xml", BOOK), (name, &nothing)]);
    assert!(bytes.len() < 2_000);
    assert_eq!(Archive::within(bytes.clone(), LIMIT).err(), Some(FileError::Bomb));
    // A directory that says much is believed; one that lies and says little is found out while the part is unfolded.
    let entry = bytes
        .windows(name.len())
        .rposition(|part| part == name.as_bytes())
        .unwrap();
    let claim = |size: u32| {
        let mut bytes = bytes.clone();
        bytes[entry - 22..entry - 18].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    assert_eq!(refused(claim(u32::MAX - 1)), FileError::Bomb);
    let mut archive = Archive::within(claim(100), LIMIT).unwrap();
    let mut sink = Vec::new();
    let read = archive.part(name).unwrap().unwrap().read_to_end(&mut sink);
    assert!(read.is_err() || sink.len() <= 100, "{} bytes were unfolded", sink.len());
    assert!(sink.len() as u64 <= LIMIT);
}

#[test]
fn a_file_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..5_000).map(|at| format!("xl/{at}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(refused(packed(&parts)), FileError::Bomb);
}

#[test]
fn entities_of_a_document_blow_nothing_up() {
    let strings = r#"<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>x&b;y&#x1F600;</t></si></sst>"#;
    let sheet = only(workbook(BOOK, "<row><c t=\"s\"><v>0</v></c></row>", strings));
    assert_eq!(sheet.rows[0][0], RawCell::text("xy😀"));
}

#[test]
fn damaged_and_foreign_files_say_so() {
    let whole = workbook(BOOK, "<row><c><v>1</v></c></row>", "");
    for cut in [whole.len() / 4, whole.len() / 2, whole.len() - 5] {
        assert_eq!(refused(whole[..cut].to_vec()), FileError::Corrupt);
    }
    assert_eq!(refused(workbook("<workbook><sheets", "", "")), FileError::Corrupt);
    assert_eq!(refused(workbook(BOOK, "", "")), FileError::Empty);
    assert_eq!(refused(packed(&[("word/document.xml", "")])), FileError::NotATable);
    assert_eq!(refused(packed(&[("xl/workbook.bin", "")])), FileError::OtherWorkbook);
    assert_eq!(refused(b"PK\x03\x04".to_vec()), FileError::Corrupt);
    assert_eq!(refused(Vec::new()), FileError::Table(TableError::Empty));
    // The beginning of an old workbook and then nothing.
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(old), FileError::Corrupt);
    let encrypted = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    assert_eq!(refused(encrypted), FileError::Encrypted);
}

#[test]
fn what_cannot_be_seen_does_not_come_through() {
    let strings = "<sst><si><t>Sở\u{202e} Y\u{200b} tế\u{2066}_x000D_\nA</t></si><si><t>__proto__</t></si></sst>";
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><f>1</f><v>=HYPERLINK(1)</v></c></row>";
    let row = only(workbook(BOOK, rows, strings)).rows.remove(0);
    assert_eq!(
        row,
        [
            RawCell::text("Sở Y tế A"),
            RawCell::text("__proto__"),
            RawCell::text("=HYPERLINK(1)")
        ]
    );
    // NUL in a text file.
    let sheet = only("Tên\0 đơn vị;Số\nA;1\n".as_bytes().to_vec());
    assert_eq!(sheet.rows[0][0], RawCell::text("Tên đơn vị"));
}

#[test]
fn a_text_file_of_fifty_megabytes_is_read_or_refused() {
    let line = "Đảng bộ Sở Y tế;1;2;3\n";
    let few = line.repeat(20_000 - 1);
    assert_eq!(only(few.into_bytes()).rows.len(), 19_999);
    let many = line.repeat(49 * 1024 * 1024 / line.len());
    assert_eq!(refused(many.into_bytes()), FileError::Table(TableError::TooManyRows));
    let wide = "1;".repeat(25 * 1024 * 1024);
    assert_eq!(refused(wide.into_bytes()), FileError::Table(TableError::TooManyColumns));
    // A quote that is never closed: one cell.
    let open = format!("Tên;Số\n\"{}", "a\n".repeat(1024 * 1024));
    assert_eq!(only(open.into_bytes()).rows.len(), 2);
}

#[test]
fn an_open_document_repeats_nothing_beyond_what_is_read() {
    let document = |rows: &str| {
        packed(&[(
            "content.xml",
            &format!(
                "<o:document><o:body><o:spreadsheet><t:table t:name=\"Một\">{rows}</t:table></o:spreadsheet></o:body></o:document>"
            ),
        )])
    };
    let rows = r#"<t:table-row><t:table-cell o:value-type="string"><x:p>Tên <x:s/>đơn vị</x:p><o:annotation><x:p>ghi chú</x:p></o:annotation></t:table-cell>
        <t:table-cell o:value-type="float" o:value="4201"/><t:table-cell o:value-type="percentage" o:value="0.5"/>
        <t:table-cell o:value-type="date" o:date-value="2021-07-29T00:00:00"/><t:table-cell t:number-columns-repeated="16380"/></t:table-row>
        <t:table-row t:number-rows-repeated="1048575"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>"#;
    let sheet = only(document(rows));
    let day = RawCell::Date(Date::new(2021, 7, 29).unwrap());
    let wanted = [
        RawCell::text("Tên đơn vị"),
        RawCell::Number(4201.0),
        RawCell::text("50%"),
        day,
    ];
    assert_eq!((sheet.rows.len(), &sheet.rows[0][..]), (1, &wanted[..]));
    let cell = |repeated: &str| {
        format!("<t:table-cell t:number-columns-repeated=\"{repeated}\" o:value-type=\"float\" o:value=\"1\"/>")
    };
    let wide = document(&format!("<t:table-row>{}</t:table-row>", cell("999999999999")));
    assert_eq!(refused(wide), FileError::FarCell("OK1".into()));
    let deep = document(&format!(
        "<t:table-row t:number-rows-repeated=\"999999999\">{}</t:table-row>",
        cell("1")
    ));
    assert_eq!(refused(deep), FileError::FarCell("A20001".into()));
    assert_eq!(refused(packed(&[("content.xml", "<o:text/>")])), FileError::NotATable);
}

#[test]
fn the_worker_answers_what_was_read() {
    use crate::exchange::worker::{Job, Parcel, run};
    let file = workbook(BOOK, "<row><c><v>1</v></c></row>", "");
    let told = std::cell::RefCell::new(Vec::new());
    let answer = run(ReadTable::NAME, Parcel::bytes(file.clone()), &|percent| {
        told.borrow_mut().push(percent)
    })
    .unwrap();
    assert_eq!(ReadTable::answered(answer).unwrap(), [only(file)]);
    assert!(told.borrow().is_sorted());
    assert!(ReadTable::done(Parcel::bytes(b"%PDF".to_vec()), &|_| ()).is_err());
    assert_eq!(
        ReadTable::refused(&run(ReadTable::NAME, Parcel::bytes(b"%PDF".to_vec()), &|_| ()).unwrap_err()),
        Some(FileError::NotATable)
    );
}
