//! A server on which a few devices say what a test has them say.

use crate::sync_world::people;
use serde_json::Value;
use so_khoi::model::conflict::Conflict;
use so_khoi::model::id::RecordId;
use so_khoi::model::record::{Entity, Fields};
use so_khoi::model::returns::ReturnStatus;
use so_khoi::sync::engine::Request;
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::{Change, FieldChange, Op};
use so_khoi::sync::rights::{Actor, Role};
use so_khoi::sync::wire::{Answer, Push, Pushed, SCHEMA, Status};
use std::collections::BTreeMap;

pub const ID: &str = "return/f/2022/u1";
/// The cells that one equation ties.
pub const TIED: [&str; 3] = ["cell:all", "cell:part.a", "cell:part.b"];
pub const CELLS: [&str; 5] = ["cell:all", "cell:part.a", "cell:part.b", "cell:free", "cell:more"];

/// A server on which every device's account may do everything.
pub struct Desk {
    pub hub: Hub,
    seqs: BTreeMap<&'static str, u64>,
    now_ms: i64,
}

impl Desk {
    pub fn new() -> Desk {
        let mut hub = Hub::new("e", people::catalogue());
        hub.admit(people::actor(0, 0));
        people::found(&mut hub);
        for device in ["a", "b", "c"] {
            hub.admit(Actor {
                account: device.into(),
                name: device.to_uppercase(),
                role: Role::Editor,
                unit: None,
            });
        }
        Desk {
            hub,
            seqs: BTreeMap::new(),
            now_ms: 1_000,
        }
    }

    /// One with a return that device `a` gave.
    pub fn with(cells: &[(&str, u64)], status: ReturnStatus) -> Desk {
        let mut desk = Desk::new();
        let made = Change::between(None, &people::given("u1", cells, status)).unwrap();
        assert_eq!(desk.push("a", made).status, Status::Applied);
        desk
    }

    pub fn op(&mut self, device: &'static str, change: Change) -> Op {
        let seq = self.seqs.entry(device).or_default();
        *seq += 1;
        Op {
            op_id: format!("{device}{seq}"),
            seq: *seq,
            author: device.into(),
            at_ms: 5_000,
            change,
        }
    }

    pub fn push(&mut self, device: &'static str, change: Change) -> Answer {
        let op = self.op(device, change);
        self.push_op(device, op)
    }

    pub fn push_op(&mut self, device: &'static str, op: Op) -> Answer {
        let reply = self.push_ops(device, vec![op]);
        let pushed: Pushed = so_khoi::model::from_json::read(&reply.body).unwrap();
        pushed.answers.into_iter().next().unwrap()
    }

    pub fn push_ops(&mut self, device: &'static str, ops: Vec<Op>) -> so_khoi::sync::engine::Reply {
        self.now_ms += 1;
        let push = Push {
            device: device.into(),
            schema: SCHEMA,
            epoch: self.hub.epoch().into(),
            ops,
            skipped: Vec::new(),
        };
        self.hub.answer(Some(device), device, &Request::Push(push), self.now_ms)
    }

    /// A change of fields by somebody who has read everything up to `base_rev`; what they saw is given as well.
    pub fn set(&self, base_rev: u64, fields: &[(&str, Value, Value)]) -> Change {
        let set = fields.iter().map(|(field, old, new)| {
            let (old, new) = (old.clone(), new.clone());
            ((*field).to_owned(), FieldChange { old, new })
        });
        Change {
            record: ID.into(),
            kind: so_khoi::model::record::RecordKind::Return,
            scope: "u1".into(),
            base_rev,
            set: set.collect(),
        }
    }

    /// A change by somebody who sees what stands.
    pub fn seeing(&self, fields: &[(&str, Value)]) -> Change {
        let fields: Vec<_> = fields
            .iter()
            .map(|(field, new)| (*field, self.value(field), new.clone()))
            .collect();
        self.set(self.hub.head(), &fields)
    }

    pub fn value(&self, field: &str) -> Value {
        self.hub
            .records()
            .get(ID)
            .map_or(Value::Null, |held| held.value(field).clone())
    }

    pub fn conflict(&self, answer: &Answer) -> Conflict {
        let id = answer.conflict.as_ref().expect("a conflict");
        Conflict::from_record(&self.hub.records()[id].record).unwrap()
    }

    /// What everybody reads, without who gave it when.
    pub fn read(&self) -> BTreeMap<RecordId, Fields> {
        let records = self.hub.records().iter();
        records
            .filter(|(id, _)| !id.as_str().starts_with("conflict/"))
            .map(|(id, held)| (id.clone(), held.record.fields.clone()))
            .collect()
    }
}
