//! Each wire type is written once with all that it can hold, and once with as little as it can: the schema has the same names, and needs those
//! that are always written.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};
use so_khoi::{
    model::{
        from_json::FromJson,
        id::{RecordId, UnitId},
        record::{Fields, Record, RecordKind},
    },
    sync::{
        op::{Change, FieldChange, Op},
        wire::*,
    },
};

use super::*;

#[track_caller]
fn same(name: &str, full: impl Serialize, least: impl Serialize) {
    let schema = serde_json::to_value(&all()[name]).unwrap();
    let names = |value: Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let properties = names(schema["properties"].clone());
    assert_eq!(
        properties,
        names(serde_json::to_value(full).unwrap()),
        "{name}: properties"
    );
    let required = schema["required"].as_array().into_iter().flatten();
    let required: BTreeSet<String> = required.map(|name| name.as_str().unwrap().to_owned()).collect();
    let written = names(serde_json::to_value(least).unwrap());
    // What a client may leave out, a server may nevertheless write.
    assert!(required.is_subset(&written), "{name}: {required:?} {written:?}");
}

#[test]
fn accounts_and_invitations() {
    let account = |unit: Option<UnitId>, seen_ms| Account {
        id: "a".into(),
        name: "vpdu".into(),
        role: Role::Unit,
        unit,
        disabled: false,
        seen_ms,
    };
    let unit = || Some(UnitId::new("u"));
    same("Account", account(unit(), Some(1)), account(None, None));
    let me = Me {
        account: account(None, None),
        bloc: String::new(),
        epoch: String::new(),
        records: 0,
        schema: 1,
        now_ms: 0,
    };
    same("Me", &me, &me);
    let sign_in = SignIn {
        name: String::new(),
        password: String::new(),
        device_label: String::new(),
    };
    same("SignIn", &sign_in, &sign_in);
    let new_password = NewPassword {
        old: String::new(),
        new: String::new(),
    };
    same("NewPassword", &new_password, &new_password);
    let session = SessionOf {
        id: String::new(),
        device_label: String::new(),
        since_ms: 0,
        seen_ms: 0,
        this: true,
    };
    same("SessionOf", &session, &session);
    let invite = |unit: Option<UnitId>, account: Option<String>| Invite {
        name: String::new(),
        role: Role::Unit,
        unit,
        account,
    };
    same("Invite", invite(unit(), Some("a".into())), invite(None, None));
    let invitation = |code: Option<String>, unit: Option<UnitId>, unit_name: &str| Invitation {
        id: String::new(),
        code,
        name: String::new(),
        role: Role::Unit,
        unit,
        unit_name: unit_name.into(),
        bloc: String::new(),
        expires_ms: 0,
        new_account: true,
    };
    same(
        "Invitation",
        invitation(Some("c".into()), unit(), "Tỉnh đoàn"),
        invitation(None, None, ""),
    );
    let join = Join {
        name: String::new(),
        password: String::new(),
        device_label: String::new(),
    };
    same("Join", &join, &join);
}

#[test]
fn records_and_ops() {
    let record = Record {
        id: RecordId::new("r"),
        kind: RecordKind::Unit,
        scope: UnitId::new("u"),
        fields: Fields::new(),
        rev: 1,
    };
    same("Record", &record, &record);
    let field = FieldChange {
        old: Value::Null,
        new: Value::Null,
    };
    same("FieldChange", &field, &field);
    let change = Change {
        record: RecordId::new("r"),
        kind: RecordKind::Unit,
        scope: UnitId::new("u"),
        base_rev: 0,
        set: [("name".to_owned(), field)].into_iter().collect(),
    };
    same("Change", &change, &change);
    let op = Op {
        op_id: String::new(),
        seq: 1,
        author: String::new(),
        at_ms: 0,
        change,
    };
    same("Op", &op, &op);
    let push = |skipped| Push {
        device: String::new(),
        schema: 1,
        epoch: String::new(),
        ops: vec![op.clone()],
        skipped,
    };
    same("Push", push(vec![Gap { first: 1, last: 2 }]), push(Vec::new()));
    let page = |next| Page {
        epoch: String::new(),
        cursor: String::new(),
        scope: String::new(),
        total: 0,
        next,
        records: Vec::new(),
    };
    same("Page", page(Some("n".into())), page(None));
    let changes = Changes {
        epoch: String::new(),
        cursor: String::new(),
        more: false,
        scope: String::new(),
        records: Vec::new(),
    };
    same("Changes", &changes, &changes);
    let line = HistoryLine {
        at_ms: 0,
        by: String::new(),
        device: String::new(),
        op_id: String::new(),
        status: Status::Applied,
        set: Default::default(),
    };
    same("HistoryLine", &line, &line);
    let digest = DigestOf {
        epoch: String::new(),
        cursor: String::new(),
        records: 0,
        digest: String::new(),
    };
    same("DigestOf", &digest, &digest);
}

#[test]
fn answers_and_devices() {
    let refusal = |field: Option<String>, detail: &str| Refusal {
        code: String::new(),
        field,
        detail: detail.into(),
        retryable: false,
    };
    same("Refusal", refusal(Some("f".into()), "d"), refusal(None, ""));
    let answer = |full: bool| Answer {
        op_id: String::new(),
        status: Status::Applied,
        rev: full.then_some(1),
        conflict: full.then(|| RecordId::new("c")),
        problem: full.then(|| refusal(None, "")),
    };
    same("Answer", answer(true), answer(false));
    let gap = Gap { first: 1, last: 2 };
    same("Gap", gap, gap);
    let pushed = |gaps| Pushed {
        epoch: String::new(),
        answers: Vec::new(),
        gaps,
    };
    same("Pushed", pushed(vec![gap]), pushed(Vec::new()));
    let device = |unit| Device {
        id: String::new(),
        label: String::new(),
        account: String::new(),
        unit,
        seen_ms: 0,
        last_seq: 0,
        gaps: Vec::new(),
        rejected: 0,
    };
    same("Device", device(Some(UnitId::new("u"))), device(None));
    for status in [
        Status::Applied,
        Status::Merged,
        Status::Duplicate,
        Status::Conflict,
        Status::Rejected,
    ] {
        let name = serde_json::to_value(status).unwrap();
        let described = serde_json::to_value(super::status()).unwrap();
        assert!(described["enum"].as_array().unwrap().contains(&name), "{name}");
    }
}

/// What this program alone says: how it is written beside how it is described.
#[test]
fn what_is_derived() {
    let full = Document {
        kind: "about:blank",
        status: 409,
        code: "c",
        title: "t",
        retryable: true,
        field: Some("f".into()),
        op_id: Some("o".into()),
        retry_after: Some(1),
    };
    let least = Document {
        field: None,
        op_id: None,
        retry_after: None,
        ..full.clone()
    };
    same("Problem", full, least);
    let (health, ready) = (Health::of(None), Ready { status: "ready" });
    same("Health", &health, &health);
    same("Ready", &ready, &ready);
    // Its reader is our own: each field that is described is read, and nothing has to be there.
    let described = serde_json::to_value(&all()["AccountChange"]).unwrap();
    let sent = json!({ "name": "n", "role": "unit", "unit": "u", "disabled": true });
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&described["properties"]), names(&sent));
    assert_eq!(described["required"], Value::Null);
    let read = people::Changed::from_json(&sent).unwrap();
    assert!(read.name.is_some() && read.role.is_some() && read.unit.flatten().is_some() && read.disabled.is_some());
    assert_eq!(
        people::Changed::from_json(&json!({ "unit": null })).unwrap().unit,
        Some(None)
    );
}
