//! The parts of a workbook, in a file that is whole around them. By the first byte: an xlsx of a sheet, its texts and its
//! formats (with NUL between them); the content of an ods; an xlsx of its list of sheets, the places of its parts and a sheet;
//! the stream of an xls. What is read is taken as far as what would change in the books.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi_fuzz::container::{old, packed};
use so_khoi_fuzz::{import, open};

const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>"#;

fn xlsx(book: &[u8], relations: &[u8], sheet: &[u8], strings: &[u8], styles: &[u8]) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ])
}

fuzz_target!(|data: &[u8]| {
    let [way, rest @ ..] = data else { return };
    let mut parts = rest.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let file = match way % 4 {
        0 => xlsx(BOOK.as_bytes(), RELATIONS.as_bytes(), part(), part(), part()),
        1 => packed(&[("content.xml", rest)]),
        2 => xlsx(part(), part(), part(), b"<sst><si><t>a</t></si></sst>", b""),
        _ => old(rest),
    };
    open(file).iter().for_each(import);
});
