//! The job of writing a device's queue as JSON for another program.

use super::{Job, NotWritten, Parcel};

/// Makes the file of these edits, each as JSON in one line.
#[derive(Clone, Debug)]
pub struct WriteQueue(pub Vec<String>);

impl Job for WriteQueue {
    const NAME: &'static str = "write-queue";
    type Answer = Vec<u8>;
    type Refusal = NotWritten;

    fn asked(self) -> Parcel {
        Parcel::text(self.0.join("\n"))
    }

    fn answered(parcel: Parcel) -> Option<Vec<u8>> {
        Some(parcel.bytes)
    }

    fn refused(reason: &str) -> Option<NotWritten> {
        NotWritten::parse(reason)
    }
}

#[cfg(feature = "workbook")]
impl super::Work for WriteQueue {
    fn done(asked: Parcel, progress: &dyn Fn(u8)) -> Result<Parcel, NotWritten> {
        let lines: Vec<&str> = asked.text.lines().collect();
        let mut made = String::from("[");
        for (at, line) in lines.iter().enumerate() {
            let edit: serde_json::Value = serde_json::from_str(line).map_err(|_| NotWritten)?;
            let edit = serde_json::to_string_pretty(&edit).map_err(|_| NotWritten)?;
            made.push_str(if at == 0 { "\n" } else { ",\n" });
            made.push_str(&edit);
            progress(u8::try_from((at + 1) * 100 / lines.len()).unwrap_or(100));
        }
        made.push_str("\n]\n");
        Ok(Parcel::bytes(made.into_bytes()))
    }
}

#[cfg(all(test, feature = "workbook"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::run;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn the_file_is_a_list_of_what_was_asked() {
        let edits = [json!({ "seq": 1, "note": "hai\ndòng" }), json!({ "seq": u64::MAX })];
        let lines = edits.iter().map(Value::to_string).collect();
        let told = std::cell::RefCell::new(Vec::new());
        let made = run(WriteQueue::NAME, WriteQueue(lines).asked(), &|percent| {
            told.borrow_mut().push(percent)
        });
        let made = WriteQueue::answered(made.unwrap()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&made).unwrap(), json!(edits));
        assert_eq!(told.into_inner(), [50, 100]);
        let none = run(WriteQueue::NAME, WriteQueue(Vec::new()).asked(), &|_| ()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&none.bytes).unwrap(), json!([]));
        let refused = run(WriteQueue::NAME, Parcel::text("{"), &|_| ()).unwrap_err();
        assert_eq!(WriteQueue::refused(&refused), Some(NotWritten));
    }
}
