//! Files around their parts, whose sizes and checksums fit: what is changed in a part does not stop at the file around it.

#[path = "../../src/exchange/files/xls/tests/container.rs"]
mod old;

pub use old::old;

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A packed workbook of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        let written = zip.start_file(*name, plain).map(|()| zip.write_all(bytes));
        assert!(matches!(written, Ok(Ok(()))), "{name} cannot be packed");
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
