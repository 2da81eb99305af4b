//! What is typed into a cell: any text is read or kept, and what was read is read again from what is shown of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::cell_text::{Field, Typed, copied, enter, problem, read, shown};
use so_khoi::model::measure::{OptionItem, ValueType};
use so_khoi::model::text::{Lang, Text};
use std::sync::OnceLock;

fn levels() -> &'static [OptionItem] {
    static LEVELS: OnceLock<Vec<OptionItem>> = OnceLock::new();
    LEVELS.get_or_init(|| {
        let level = |(id, vi): (&str, &str)| OptionItem {
            id: id.into(),
            label: Text::new(vi, ""),
            counting_unit: None,
            valid_to: None,
        };
        let names = [
            ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
            ("good", "Hoàn thành tốt nhiệm vụ"),
            ("done", "Hoàn thành nhiệm vụ"),
            ("not_done", "Không hoàn thành nhiệm vụ"),
        ];
        names.map(level).into()
    })
}

fuzz_target!(|data: &[u8]| {
    let [kind, rest @ ..] = data else { return };
    let text = String::from_utf8_lossy(rest);
    let value = [
        ValueType::Count,
        ValueType::Done,
        ValueType::Date,
        ValueType::Level,
        ValueType::Text,
    ][usize::from(kind % 5)];
    let field = Field {
        value,
        levels: if value == ValueType::Level { levels() } else { &[] },
        whole: (kind & 0x80 != 0).then_some(73),
    };
    let Some(cell) = enter(&text, field, None, |whole| format!("/{whole}")) else {
        return;
    };
    // Neither what was typed nor what it means is lost by showing, copying and typing it again.
    if problem(&cell, field).is_none() {
        for again in [shown(&cell, field, Lang::Vi), copied(&cell, field, Lang::Vi)] {
            if value != ValueType::Text {
                assert!(
                    matches!(read(&again, field), Typed::Value { value, .. } if value == cell.value),
                    "{again:?}"
                );
            }
        }
    }
});
