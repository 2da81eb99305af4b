//! The jobs of packing a backup, of unpacking one, and of writing a bloc as JSON for other software.

use super::{Job, NotWritten, Parcel};
use crate::exchange::backup::lines::Unpacked;
use crate::exchange::backup::pack::About;
use crate::exchange::backup::{BackupError, Head};
use crate::model::from_json;
use std::fmt;

/// Packs records into a backup.
#[derive(Clone, Debug)]
pub struct PackBackup {
    /// What the file is to say of itself.
    pub about: About,
    /// The records, as lines.
    pub lines: Vec<u8>,
}

/// Writes records as a JSON file for other software.
#[derive(Clone, Debug)]
pub struct WriteJson {
    /// The moment whose state they are, in milliseconds since 1970.
    pub at_ms: i64,
    /// The records, as lines.
    pub lines: Vec<u8>,
}

/// Unpacks the backup that goes beside the request.
#[derive(Clone, Debug)]
pub struct UnpackBackup;

/// Why a file is no backup, as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub BackupError);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            BackupError::Empty => out.write_str("empty"),
            BackupError::NotABackup => out.write_str("not-a-backup"),
            BackupError::Damaged => out.write_str("damaged"),
            BackupError::TooLarge => out.write_str("too-large"),
            BackupError::Newer(version) => write!(out, "newer {version}"),
            BackupError::Content(number) => write!(out, "content {number}"),
        }
    }
}

impl Refused {
    fn parse(reason: &str) -> Option<Refused> {
        Some(Refused(match reason.split_once(' ') {
            None => match reason {
                "empty" => BackupError::Empty,
                "not-a-backup" => BackupError::NotABackup,
                "damaged" => BackupError::Damaged,
                "too-large" => BackupError::TooLarge,
                _ => return None,
            },
            Some(("newer", version)) => BackupError::Newer(version.parse().ok()?),
            Some(("content", number)) => BackupError::Content(number.parse().ok()?),
            Some(_) => return None,
        }))
    }
}

impl Job for PackBackup {
    const NAME: &'static str = "pack-backup";
    type Answer = Vec<u8>;
    type Refusal = NotWritten;

    fn asked(self) -> Parcel {
        Parcel {
            text: serde_json::to_string(&self.about).unwrap_or_default(),
            bytes: self.lines,
        }
    }

    fn answered(parcel: Parcel) -> Option<Vec<u8>> {
        Some(parcel.bytes)
    }

    fn refused(reason: &str) -> Option<NotWritten> {
        NotWritten::parse(reason)
    }
}

impl Job for WriteJson {
    const NAME: &'static str = "write-json";
    type Answer = Vec<u8>;
    type Refusal = NotWritten;

    fn asked(self) -> Parcel {
        Parcel {
            text: self.at_ms.to_string(),
            bytes: self.lines,
        }
    }

    fn answered(parcel: Parcel) -> Option<Vec<u8>> {
        Some(parcel.bytes)
    }

    fn refused(reason: &str) -> Option<NotWritten> {
        NotWritten::parse(reason)
    }
}

impl Job for UnpackBackup {
    const NAME: &'static str = "unpack-backup";
    type Answer = Unpacked;
    type Refusal = Refused;

    fn asked(self) -> Parcel {
        Parcel::default()
    }

    fn answered(parcel: Parcel) -> Option<Unpacked> {
        let head: Head = from_json::read(parcel.text.as_bytes()).ok()?;
        Some(Unpacked {
            head,
            lines: parcel.bytes,
        })
    }

    fn refused(reason: &str) -> Option<Refused> {
        Refused::parse(reason)
    }
}

#[cfg(feature = "workbook")]
mod work {
    use super::super::Work;
    use super::{NotWritten, PackBackup, Parcel, Refused, UnpackBackup, WriteJson};
    use crate::catalogue::Catalogue;
    use crate::exchange::backup::lines::{self, Unpacked};
    use crate::exchange::export::json::Writing;
    use crate::model::from_json;
    use crate::model::ledger::LedgerReading;

    impl Work for PackBackup {
        fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
            let about = from_json::read(asked.text.as_bytes()).map_err(|_| NotWritten)?;
            let file = lines::pack(about, &asked.bytes, progress).map_err(|_| NotWritten)?;
            Ok(Parcel::bytes(file))
        }
    }

    impl Work for WriteJson {
        fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
            let at_ms = asked.text.parse().map_err(|_| NotWritten)?;
            // Reading the records takes about as long as writing them.
            let told = |from: usize, done: usize, of: usize| {
                progress(u8::try_from(from + done * 50 / of.max(1)).unwrap_or(100));
            };
            let number = asked.bytes.iter().filter(|byte| **byte == b'\n').count();
            let mut reading = LedgerReading::default();
            for (read, record) in lines::records(&asked.bytes).enumerate() {
                reading.add(&record.map_err(|_| NotWritten)?);
                told(0, read.min(number), number);
            }
            let ledger = reading.finish();
            let catalogue = Catalogue::with_own(&ledger.own);
            let mut writing = Writing::new(&ledger, &catalogue, at_ms).map_err(|_| NotWritten)?;
            while writing.step().map_err(|_| NotWritten)? {
                let (done, of) = writing.progress();
                told(50, done, of);
            }
            told(50, 1, 1);
            Ok(Parcel::bytes(writing.finish()))
        }
    }

    impl Work for UnpackBackup {
        fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, Refused> {
            let file = Unpacked::of(&asked.bytes, progress).map_err(Refused)?;
            Ok(Parcel {
                text: serde_json::to_string(&file.head).unwrap_or_default(),
                bytes: file.lines,
            })
        }
    }
}

#[cfg(all(test, feature = "workbook"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::backup::lines;
    use crate::exchange::worker::run;

    fn demo() -> Vec<u8> {
        let mut records = crate::demo::load("hoa-binh-2021").unwrap().records;
        records.sort_by(|a, b| a.id.cmp(&b.id));
        let mut written = Vec::new();
        for record in &records {
            lines::write(&mut written, record).unwrap();
        }
        written
    }

    fn done<J: Job>(job: J, file: Option<Vec<u8>>) -> Result<J::Answer, J::Refusal> {
        let mut asked = job.asked();
        asked.bytes = file.unwrap_or(asked.bytes);
        match run(J::NAME, asked, &|_| ()) {
            Ok(parcel) => Ok(J::answered(parcel).unwrap()),
            Err(reason) => Err(J::refused(&reason).unwrap()),
        }
    }

    #[test]
    fn what_is_packed_unpacks_to_the_same_with_what_it_says_of_itself() {
        let about = About {
            id: "b1".to_owned(),
            name: "Khối".to_owned(),
            as_of_ms: 7,
            lineage: vec!["b0".to_owned()],
        };
        let lines = demo();
        let file = done(
            PackBackup {
                about,
                lines: lines.clone(),
            },
            None,
        )
        .unwrap();
        let unpacked = done(UnpackBackup, Some(file.clone())).unwrap();
        assert_eq!(unpacked.lines, lines);
        assert_eq!((unpacked.head.id.as_str(), unpacked.head.name.as_str()), ("b1", "Khối"));
        assert_eq!(
            (unpacked.head.as_of_ms, unpacked.head.lineage),
            (7, vec!["b0".to_owned()])
        );

        let mut damaged = file;
        let middle = damaged.len() / 2;
        damaged[middle] ^= 1;
        assert_eq!(done(UnpackBackup, Some(damaged)), Err(Refused(BackupError::Damaged)));
        let nonsense = PackBackup {
            about: About::default(),
            lines: b"[]\n".to_vec(),
        };
        assert_eq!(done(nonsense, None), Err(NotWritten));
    }

    #[test]
    fn a_bloc_is_written_as_json() {
        let told = std::cell::RefCell::new(Vec::new());
        let asked = WriteJson {
            at_ms: 7,
            lines: demo(),
        };
        let made = run(WriteJson::NAME, asked.asked(), &|percent| {
            told.borrow_mut().push(percent)
        })
        .unwrap();
        let file = WriteJson::answered(made).unwrap();
        let told = told.into_inner();
        // The reading is told of too, and nothing goes back.
        assert!(told.is_sorted() && told.contains(&25), "{told:?}");
        assert_eq!(told.last(), Some(&100));
        let read: serde_json::Value = serde_json::from_slice(&file).unwrap();
        assert_eq!(read["units"].as_array().map(|units| units.len() > 73), Some(true));
    }

    #[test]
    fn every_reason_arrives_as_it_left() {
        let errors = [
            BackupError::Empty,
            BackupError::NotABackup,
            BackupError::Newer(9),
            BackupError::Damaged,
            BackupError::TooLarge,
            BackupError::Content(12),
        ];
        for error in errors {
            let refused = Refused(error);
            assert_eq!(Refused::parse(&refused.to_string()), Some(refused));
        }
        assert_eq!(Refused::parse("newer x"), None);
        assert_eq!(Refused::parse("?"), None);
    }
}
