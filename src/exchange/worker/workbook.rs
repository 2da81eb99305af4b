//! The job of making a workbook of sheets.

use super::{Job, NotWritten, Parcel, sheet_text};
use crate::exchange::import::sheet::RawSheet;

/// Makes the Excel file of these sheets.
#[derive(Clone, Debug)]
pub struct WriteWorkbook(pub Vec<RawSheet>);

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
        NotWritten::parse(reason)
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
