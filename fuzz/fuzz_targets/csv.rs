//! A CSV or TSV file of any encoding, read as far as what would change in the books.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::import::delimited;

fuzz_target!(|data: &[u8]| {
    if let Ok(sheet) = delimited::read_bytes(data) {
        so_khoi_fuzz::import(&sheet);
    }
});
