//! A backup file. By the first byte: as it is; as the packed records of a whole file; as the text of its records; as head and
//! records; as the records of the older, plain form. So what stands behind the checksums is reached too.
#![no_main]

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::backup::compare::Comparing;
use so_khoi::exchange::backup::pack::{About, pack};
use so_khoi::exchange::backup::take::take;
use so_khoi::exchange::backup::{self, sha256};
use so_khoi::model::checksum::crc32;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::record::Record;
use so_khoi::sync::op::Records;
use so_khoi_fuzz::is_exact;
use std::io::Write;

/// A file whose checksum fits.
fn sealed(head: &[u8], body: &[u8]) -> Vec<u8> {
    let sum = sha256::hex(&sha256::sha256(&[head, b"\n", body]));
    [format!("sokhoi 2 {sum}\n").as_bytes(), head, b"\n", body].concat()
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let written = packed.write_all(text).and_then(|()| packed.finish());
    written.unwrap_or_default()
}

fn head(records: usize) -> Vec<u8> {
    format!("{{\"format\":\"so-khoi-backup\",\"version\":2,\"name\":\"A\",\"records\":{records}}}").into_bytes()
}

fuzz_target!(|data: &[u8]| {
    let [way, rest @ ..] = data else { return };
    let lines = rest.iter().filter(|byte| **byte == b'\n').count();
    let file = match way % 5 {
        0 => rest.to_vec(),
        1 => sealed(&head(usize::from(*way / 5)), rest),
        2 => sealed(&head(lines), &packed(rest)),
        3 => {
            let records = Record::list(rest).map_or(0, |records| records.len());
            let crc32 = crc32(rest);
            let head = format!(
                "{{\"format\":\"so-khoi-backup\",\"version\":1,\"name\":\"A\",\"records\":{records},\"crc32\":{crc32}}}"
            );
            [head.as_bytes(), b"\n", rest].concat()
        }
        _ => {
            let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            sealed(&rest[..end], &packed(rest.get(end + 1..).unwrap_or_default()))
        }
    };
    let Ok(read) = backup::read(&file) else { return };
    // What was read is written and read again as the same, and can be opened, compared and taken.
    let about = About {
        name: read.head.name.clone(),
        ..About::default()
    };
    let again = pack(about, &read.records)
        .ok()
        .and_then(|file| backup::read(&file).ok());
    let again = again.map(|again| again.records);
    assert!(
        again.as_ref() == Some(&read.records) || !is_exact(&read.records),
        "{again:?} of {:?}",
        read.records
    );
    let _ = Ledger::from_records(&read.records);
    let empty = Records::new();
    let mut comparing = Comparing::new(&empty, None);
    for record in read.records {
        comparing.add(record);
    }
    let found = comparing.finish();
    let _ = take(&found.differing, &empty, |_, _| true);
});
