//! The job of reading a file into sheets.

use super::{Job, Parcel, sheet_text};
use crate::exchange::files::problem::FileError;
use crate::exchange::import::sheet::RawSheet;

/// Reads the file that goes beside the request: its sheets with something in them, hidden ones last.
#[derive(Clone, Debug)]
pub struct ReadTable;

impl Job for ReadTable {
    const NAME: &'static str = "read-table";
    type Answer = Vec<RawSheet>;
    type Refusal = FileError;

    fn asked(self) -> Parcel {
        Parcel::default()
    }

    fn answered(parcel: Parcel) -> Option<Vec<RawSheet>> {
        sheet_text::read(&parcel.text)
    }

    fn refused(reason: &str) -> Option<FileError> {
        FileError::parse(reason)
    }
}

#[cfg(feature = "workbook")]
impl super::Work for ReadTable {
    fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, FileError> {
        let sheets = crate::exchange::files::read(asked.bytes, progress)?;
        Ok(Parcel::text(sheet_text::write(&sheets)))
    }
}
