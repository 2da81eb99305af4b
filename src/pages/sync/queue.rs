//! What this device did and has not been told of by a server, and what it was told lately: as lines, and as files.

use crate::exchange::export::csv::Out;
use crate::model::record::RecordKind;
use crate::sync::op::{FieldChange, Op};
use crate::sync::wire::Refusal;
use serde::Serialize;
use std::collections::BTreeMap;

/// How far an op has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state", content = "problem")]
pub enum State {
    /// It was refused, and waits for a person.
    Rejected(Refusal),
    /// Somebody else had changed the same: a person chooses.
    Conflict,
    /// It waits for the network, or for its turn.
    Waiting,
    /// It waits for its own account to sign in: it is not sent under another's name.
    OtherAccount,
    /// It is on its way.
    Sending,
    /// The server has it.
    Accepted,
    /// It was refused, and a person put it aside or tried it again.
    Withdrawn,
}

impl State {
    /// What a person should look at comes first.
    const fn rank(&self) -> u8 {
        match self {
            State::Rejected(_) => 0,
            State::Conflict => 1,
            State::Waiting | State::OtherAccount | State::Sending => 2,
            State::Accepted | State::Withdrawn => 3,
        }
    }
}

/// An op and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The op.
    pub op: Op,
    /// How far it has come.
    #[serde(flatten)]
    pub state: State,
}

/// What a person should look at first, then what waits, the newest first.
pub fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|a, b| a.state.rank().cmp(&b.state.rank()).then(b.op.seq.cmp(&a.op.seq)));
    entries
}

/// The fields that an op is about, for a person: of a new return not those that only say which one it is.
pub fn fields(op: &Op) -> Vec<(&str, &FieldChange)> {
    told_fields(op.change.kind, &op.change.set)
}

/// The same of any change to a record of this kind.
pub fn told_fields(kind: RecordKind, set: &BTreeMap<String, FieldChange>) -> Vec<(&str, &FieldChange)> {
    let is_return = kind == RecordKind::Return;
    let names_it = |name: &str| is_return && matches!(name, "form" | "unit" | "period");
    let all = || set.iter().map(|(name, change)| (name.as_str(), change));
    let told: Vec<_> = all().filter(|(name, _)| !names_it(name) && *name != "id").collect();
    if told.is_empty() { all().collect() } else { told }
}

/// The queue for a developer or another program: the ops as they are sent, each with what became of it, as JSON in one line.
///
/// # Errors
/// Only if it cannot be written as JSON.
pub fn as_json(entries: &[Entry]) -> Result<Vec<String>, serde_json::Error> {
    entries.iter().map(serde_json::to_string).collect()
}

/// A line of the queue in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// When it was done.
    pub when: String,
    /// The record.
    pub record: String,
    /// The field.
    pub field: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
    /// How far it has come.
    pub state: String,
    /// Why, and what to do.
    pub reason: String,
}

/// The queue as the rows of a table for a spreadsheet. `head` names the columns in the order of [`Said`].
pub fn as_rows(head: [&str; 7], lines: impl IntoIterator<Item = Said>) -> Vec<Vec<Out>> {
    let out = |text: String| if text.is_empty() { Out::Empty } else { Out::Text(text) };
    let line = |said: Said| {
        let Said {
            when,
            record,
            field,
            old,
            new,
            state,
            reason,
        } = said;
        [when, record, field, old, new, state, reason].map(out).to_vec()
    };
    let head = head.map(|word| Out::Text(word.to_owned())).to_vec();
    [head].into_iter().chain(lines.into_iter().map(line)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::export::csv::write;
    use crate::model::period::Period;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::sync::op::Change;
    use crate::sync::wire::codes;

    fn op(seq: u64) -> Op {
        let mut found = Return::new("admission".into(), "u1".into(), Period::Month(2022, 3));
        found.cells.insert("admitted".into(), Cell::count(4));
        Op {
            op_id: format!("op-{seq}"),
            seq,
            author: String::new(),
            at_ms: 0,
            change: Change::between(None, &found.to_record()).unwrap(),
        }
    }

    fn refused() -> State {
        State::Rejected(Refusal {
            code: codes::CLOSED_PERIOD.into(),
            field: None,
            detail: "2022".into(),
            retryable: false,
        })
    }

    #[test]
    fn what_needs_a_person_comes_first_then_the_newest() {
        let entry = |seq, state| Entry { op: op(seq), state };
        let all = vec![
            entry(1, State::Accepted),
            entry(2, State::Waiting),
            entry(3, refused()),
            entry(4, State::Conflict),
            entry(5, State::Sending),
        ];
        let order: Vec<u64> = in_order(all).iter().map(|entry| entry.op.seq).collect();
        assert_eq!(order, [3, 4, 5, 2, 1]);
    }

    #[test]
    fn a_new_return_is_told_by_its_cells() {
        let op = op(1);
        let names: Vec<&str> = fields(&op).into_iter().map(|(name, _)| name).collect();
        assert!(names.contains(&"cell:admitted"), "{names:?}");
        assert!(!names.contains(&"form") && !names.contains(&"period"), "{names:?}");
        let mut bare = op.clone();
        bare.change.set.retain(|name, _| name == "form");
        assert_eq!(fields(&bare).len(), 1);
    }

    #[test]
    fn the_file_says_what_was_to_be_sent_and_why_it_was_refused() {
        let entries = [Entry {
            op: op(1),
            state: refused(),
        }];
        let read: serde_json::Value = serde_json::from_str(&as_json(&entries).unwrap()[0]).unwrap();
        assert_eq!(read["state"], "rejected");
        assert_eq!(read["problem"]["code"], "closed-period");
        assert_eq!(read["op"]["change"]["set"]["cell:admitted"]["new"], 4);
        let said = Said {
            record: "Kết nạp; Chi bộ A".into(),
            new: "4".into(),
            ..Said::default()
        };
        let rows = as_rows(["Lúc", "Mục", "Chỗ", "Trước", "Sau", "Tình trạng", "Lý do"], [said]);
        let text = write(&rows);
        assert!(text.ends_with(";\"Kết nạp; Chi bộ A\";;;4;;\r\n"), "{text}");
    }
}
