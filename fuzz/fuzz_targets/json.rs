//! JSON as it lies in backups and in the browser's store, and the worker's answer. By the first byte: records, an edit, the head
//! of a backup, sheets. What is read is written and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::backup::Head;
use so_khoi::exchange::worker::sheet_text;
use so_khoi::model::from_json;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::record::Record;
use so_khoi::sync::op::Op;
use so_khoi_fuzz::is_exact;

fn again<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

fuzz_target!(|data: &[u8]| {
    let [way, rest @ ..] = data else { return };
    match way % 4 {
        0 => {
            let Ok(records) = Record::list(rest) else { return };
            assert!(Record::list(&again(&records)).ok().as_ref() == Some(&records) || !is_exact(&records));
            let _ = Ledger::from_records(&records);
        }
        1 => {
            let Ok(op) = from_json::read::<Op>(rest) else { return };
            assert!(from_json::read::<Op>(&again(&op)).ok().as_ref() == Some(&op) || !is_exact(&op));
        }
        2 => {
            let Ok(head) = from_json::read::<Head>(rest) else {
                return;
            };
            assert_eq!(from_json::read::<Head>(&again(&head)).ok().as_ref(), Some(&head));
        }
        _ => {
            let Some(sheets) = sheet_text::read(&String::from_utf8_lossy(rest)) else {
                return;
            };
            let written = sheet_text::write(&sheets);
            // A number that is none is not itself; no file has one.
            assert_eq!(
                sheet_text::read(&written).map(|again| sheet_text::write(&again)),
                Some(written)
            );
        }
    }
});
