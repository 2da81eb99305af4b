//! A pasted table: TSV as spreadsheets write it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::import::delimited;
use so_khoi::exchange::tsv;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let rows = tsv::read(&text);
    // What was read is written so that it is read again.
    let written = tsv::write(rows.iter().map(|row| row.iter().cloned()));
    let again = tsv::read(&written);
    let is_one_empty = |rows: &[Vec<String>]| rows.iter().all(|row| row.iter().all(String::is_empty));
    assert!(
        again == rows || is_one_empty(&rows),
        "{rows:?} was written as {written:?}"
    );
    let _ = delimited::read(&text);
});
