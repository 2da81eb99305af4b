//! The jobs of making documents: a report as a Word file, a deck as a PowerPoint file, tables as an Excel file, and all of them as a meeting pack.

use super::{Job, NotWritten, Parcel};
use crate::model::text::Lang;
use crate::report::document::{Annex, Document};
use crate::report::meeting_pack::MeetingPack;
use crate::report::slide_show::SlideShow;
use serde::Serialize;

/// Makes the Word file of a report.
#[derive(Clone, Debug)]
pub struct WriteDocument(pub Document);

/// Makes the PowerPoint file of a deck.
#[derive(Clone, Debug)]
pub struct WriteSlides(pub SlideShow);

/// Makes the Excel file of these tables, with what their figures stand for, in their language.
#[derive(Clone, Debug)]
pub struct WriteAnnexes(pub Vec<Annex>, pub String, pub Lang);

/// Makes the zip of a meeting pack.
#[derive(Clone, Debug)]
pub struct WriteMeetingPack(pub MeetingPack);

/// Words, numbers and lists of them: writing them cannot fail.
fn parcel(value: &impl Serialize) -> Parcel {
    Parcel::text(serde_json::to_string(value).unwrap_or_default())
}

macro_rules! jobs {
    ($($job:ident $name:literal $asked:expr;)*) => {$(
        impl Job for $job {
            const NAME: &'static str = $name;
            type Answer = Vec<u8>;
            type Refusal = NotWritten;

            fn asked(self) -> Parcel {
                let asked: fn($job) -> Parcel = $asked;
                asked(self)
            }

            fn answered(parcel: Parcel) -> Option<Vec<u8>> {
                Some(parcel.bytes)
            }

            fn refused(reason: &str) -> Option<NotWritten> {
                NotWritten::parse(reason)
            }
        }
    )*};
}

jobs! {
    WriteDocument "write-document" |job| parcel(&job.0);
    WriteSlides "write-slides" |job| parcel(&job.0);
    WriteAnnexes "write-annexes" |job| parcel(&(job.0, (job.1, job.2)));
    WriteMeetingPack "write-meeting-pack" |job| parcel(&job.0);
}

#[cfg(feature = "workbook")]
mod work {
    use super::super::Work;
    use super::*;
    use crate::exchange::export::{annex_file, docx, meeting_pack_file, pptx};
    use crate::model::from_json::{self, FromJson};
    use std::cell::Cell;

    fn asked<T: FromJson>(parcel: &Parcel) -> Result<T, NotWritten> {
        from_json::read(parcel.text.as_bytes()).map_err(|_| NotWritten)
    }

    /// Tells only what goes on.
    fn onward<'a>(progress: &'a dyn Fn(u8), last: &'a Cell<u8>) -> impl Fn(u8) + 'a {
        move |percent| {
            if percent > last.get() {
                last.set(percent);
                progress(percent);
            }
        }
    }

    macro_rules! works {
        ($($job:ident $write:expr;)*) => {$(
            impl Work for $job {
                fn done(parcel: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
                    let last = Cell::new(0);
                    let told = onward(progress, &last);
                    let write: fn(&Parcel, &dyn Fn(u8)) -> Result<Vec<u8>, NotWritten> = $write;
                    write(&parcel, &told).map(Parcel::bytes)
                }
            }
        )*};
    }

    works! {
        WriteDocument |parcel, told| docx::write(&asked(parcel)?, told).map_err(|_| NotWritten);
        WriteSlides |parcel, told| pptx::write(&asked(parcel)?, told).map_err(|_| NotWritten);
        WriteAnnexes |parcel, told| {
            let (annexes, (stamp, lang)): (Vec<Annex>, (String, Lang)) = asked(parcel)?;
            annex_file::write(&annexes, &stamp, lang, told).map_err(|_| NotWritten)
        };
        WriteMeetingPack |parcel, told| meeting_pack_file::write(&asked(parcel)?, told).map_err(|_| NotWritten);
    }
}
