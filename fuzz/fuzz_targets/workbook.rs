//! The bytes of a file that a person chose, as the worker opens it: xlsx, xls, ods, text, or none of them.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    so_khoi_fuzz::open(data.to_vec());
});
