//! The job of making a workbook of sheets.

use super::{Job, Parcel, sheet_text};
use crate::exchange::import::sheet::RawSheet;
use std::fmt;

/// Makes the Excel file of these sheets.
#[derive(Clone, Debug)]
pub struct WriteWorkbook(pub Vec<RawSheet>);

/// The sheets do not fit into a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten;

impl fmt::Display for NotWritten {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not-written")
    }
}

impl Job for WriteWorkbook {
    const NAME: &'static str = "write-workbook";
    type Answer = Vec<u8>;
    type Refusal = NotWritten;

    fn asked(self) -> Parcel {
        Parcel::text(sheet_text::write(&self.0))
    }

    fn answered(parcel: Parcel) -> Option<Vec<u8>> {
        Some(parcel.bytes)
    }

    fn refused(reason: &str) -> Option<NotWritten> {
        (reason == NotWritten.to_string()).then_some(NotWritten)
    }
}

#[cfg(feature = "workbook")]
impl super::Work for WriteWorkbook {
    fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
        let mut sheets = sheet_text::read(&asked.text).ok_or(NotWritten)?;
        crate::exchange::export::workbook::name_sheets(&mut sheets);
        let bytes = crate::exchange::export::workbook_file::write(&sheets, progress).map_err(|_| NotWritten)?;
        Ok(Parcel::bytes(bytes))
    }
}
