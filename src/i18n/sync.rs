//! The page Đồng bộ and what speaks of sending elsewhere: conflicts, the queue, devices.

mod contests;
mod devices;
mod state;
mod words;

pub use contests::{
    base_line, both_agree, choose_all_proposed, choose_official, choose_proposed, contests_line, effect_line,
    group_line, keep_all_official, more_contests, settled, who_when,
};
pub use devices::{device_advice, device_heard, device_need, needs_line};
pub use state::{
    Happening, OpState, account_line, attention_line, exchanged_fact, happening_line, more_fields, op_state_name,
    queue_line, tried_again, unsent_line, withdrawn,
};
pub use words::{SYNC, SyncWords};

use crate::model::number::format_count;
use crate::model::text::Lang;

/// A number in English with what it counts: "1 change", "1,200 changes".
fn many(number: u64, one: &str, more: &str) -> String {
    let what = if number == 1 { one } else { more };
    format!("{} {what}", format_count(number, Lang::En))
}
