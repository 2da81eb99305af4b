//! The job of making a CSV file of a table.

use super::{Job, NotWritten, Parcel};
use crate::exchange::export::csv::Out;

/// Makes the CSV file of these rows.
#[derive(Clone, Debug)]
pub struct WriteCsv(pub Vec<Vec<Out>>);

impl Job for WriteCsv {
    const NAME: &'static str = "write-csv";
    type Answer = Vec<u8>;
    type Refusal = NotWritten;

    fn asked(self) -> Parcel {
        // Lists of texts and numbers: writing them cannot fail.
        Parcel::text(serde_json::to_string(&self.0).unwrap_or_default())
    }

    fn answered(parcel: Parcel) -> Option<Vec<u8>> {
        Some(parcel.bytes)
    }

    fn refused(reason: &str) -> Option<NotWritten> {
        NotWritten::parse(reason)
    }
}

#[cfg(feature = "workbook")]
impl super::Work for WriteCsv {
    fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
        use crate::exchange::export::csv::write_told;
        let rows: Vec<Vec<Out>> = crate::model::from_json::read(asked.text.as_bytes()).map_err(|_| NotWritten)?;
        // Reading what is asked takes about as long as writing it.
        let told = |written: usize| progress(u8::try_from(50 + written * 50 / rows.len().max(1)).unwrap_or(100));
        told(0);
        Ok(Parcel::bytes(write_told(&rows, &told).into_bytes()))
    }
}

#[cfg(all(test, feature = "workbook"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::run;
    use super::*;
    use crate::exchange::export::csv::write;

    #[test]
    fn the_worker_makes_what_the_table_says() {
        let rows = vec![
            vec![Out::Text("Đảng viên\n\"chính thức\"".into()), Out::Empty],
            vec![Out::Text("=1".into()), Out::Number(u64::MAX)],
        ];
        let made = run(WriteCsv::NAME, WriteCsv(rows.clone()).asked(), &|_| ()).unwrap();
        assert_eq!(WriteCsv::answered(made).unwrap(), write(&rows).into_bytes());
        let told = std::cell::RefCell::new(Vec::new());
        let _ = run(WriteCsv::NAME, WriteCsv(rows).asked(), &|percent| {
            told.borrow_mut().push(percent)
        });
        assert_eq!(told.into_inner(), [50, 75, 100]);
        let refused = run(WriteCsv::NAME, Parcel::text("{"), &|_| ()).unwrap_err();
        assert_eq!(WriteCsv::refused(&refused), Some(NotWritten));
    }
}
