//! What becomes of ops: values, conflicts and rejections, and the audit of them.

use so_khoi::sync::{
    op::Change,
    rights::Role,
    wire::{Device, Status, codes},
};
use so_khoi_server::audit;

use crate::{
    refused,
    support::{
        bloc::{admissions, admissions_of, admitted, cell, closing, made, reopened, unit},
        client::read,
        database::Kind,
        office::Office,
    },
};

on_both! {
    two_devices_change_one_return,
    a_conflict_is_settled_by_an_edit,
    the_same_push_again_changes_nothing,
    what_is_not_allowed_is_rejected_and_audited,
    a_closed_period_refuses_until_it_is_opened,
    a_revision_of_the_future_says_nothing,
    a_broken_chain_is_found,
}

async fn two_devices_change_one_return(kind: Kind) {
    let mut office = Office::open(kind, "merge").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    unit.applies(made(&admissions("a", 3, 7))).await;
    let base = unit.record(&admissions_of("a", 3)).await.unwrap();
    let other = |field: &str, value: u64| cell(&base, field, value);
    // Different fields do not stand in each other's way.
    office.editor.applies(other("women", 2)).await;
    unit.applies(other("youth", 3)).await;
    // The same value is no contradiction.
    office.editor.applies(admitted(&base, 9)).await;
    assert_eq!(unit.change(admitted(&base, 9)).await.status, Status::Merged);
    // Another one is: what stands, stands.
    office.editor.applies(other("retired", 4)).await;
    let answer = unit.change(other("retired", 5)).await;
    assert_eq!(answer.status, Status::Conflict);
    let now = unit.record(base.id.as_str()).await.unwrap();
    let value = |field: &str| now.fields[&format!("cell:{field}")].clone();
    assert_eq!(value("retired"), 4);
    assert_eq!(
        (value("women"), value("youth"), value("admitted")),
        (2.into(), 3.into(), 9.into())
    );
    let conflict = unit.record(answer.conflict.unwrap().as_str()).await.unwrap();
    let contested = &conflict.fields["contested"]["cell:retired"];
    assert_eq!((&contested["proposed"], &contested["current"]), (&5.into(), &4.into()));
    assert_eq!(
        (&conflict.fields["by"], &conflict.fields["current_by"]),
        (&"a".into(), &"vpdu".into())
    );
    assert_ne!(conflict.rev, now.rev);
    office.audit_is_whole().await;
}

async fn a_conflict_is_settled_by_an_edit(kind: Kind) {
    let mut office = Office::open(kind, "settled").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    unit.applies(made(&admissions("a", 3, 7))).await;
    let base = unit.record(&admissions_of("a", 3)).await.unwrap();
    office.editor.applies(admitted(&base, 8)).await;
    let first = unit.change(admitted(&base, 9)).await;
    // What the device proposes again joins its open conflict, in another push and within one.
    let now = unit.record(base.id.as_str()).await.unwrap();
    let mut stale = admitted(&now, 10);
    stale.base_rev = base.rev;
    stale.set.values_mut().for_each(|set| set.old = 7.into());
    let mut staler = stale.clone();
    staler.set.values_mut().for_each(|set| set.new = 11.into());
    let ops = [unit.op(stale), unit.op(staler)];
    let answers = unit.send(&ops).await.answers;
    assert!(
        answers.iter().all(|answer| answer.conflict == first.conflict),
        "{answers:?}"
    );
    let id = first.conflict.unwrap();
    let conflict = office.editor.record(id.as_str()).await.unwrap();
    assert_eq!(conflict.fields["contested"]["cell:admitted"]["proposed"], 11);
    assert_eq!(conflict.fields["contested"]["cell:admitted"]["base"], 7);
    // The office takes the proposal: value and state in one push.
    let now = office.editor.record(base.id.as_str()).await.unwrap();
    let ops = [
        admitted(&now, 11),
        Change::of_fields(&conflict, [("state".to_owned(), "settled".into())]).unwrap(),
    ];
    let ops = ops.map(|change| office.editor.op(change));
    let answers = office.editor.send(&ops).await.answers;
    assert!(
        answers.iter().all(|answer| answer.status != Status::Rejected),
        "{answers:?}"
    );
    let settled = unit.record(id.as_str()).await.unwrap();
    assert_eq!(settled.fields["state"], "settled");
    assert_eq!(unit.record(base.id.as_str()).await.unwrap().fields["cell:admitted"], 11);
    // Only its state is anybody's to change.
    let mut forged = Change::of_fields(&settled, [("by".to_owned(), "b".into())]).unwrap();
    forged.base_rev = settled.rev;
    assert_eq!(refused(&office.editor.change(forged).await), codes::NOT_A_STATE);
}

async fn the_same_push_again_changes_nothing(kind: Kind) {
    let mut office = Office::open(kind, "duplicate").await;
    let mut viewer = office.device("viewer", Role::Viewer, None).await;
    let ops = [
        office.editor.op(made(&admissions("a", 1, 1))),
        office.editor.op(made(&admissions("a", 2, 1))),
    ];
    let first = office.editor.send(&ops).await;
    let before = viewer.digest().await;
    let lines = office.audit_is_whole().await;
    let again = office.editor.send(&ops).await;
    assert_eq!(viewer.digest().await, before);
    assert_eq!(office.audit_is_whole().await, lines);
    for (first, again) in first.answers.iter().zip(&again.answers) {
        assert_eq!(again.status, Status::Duplicate);
        assert_eq!((&again.op_id, again.rev), (&first.op_id, first.rev));
    }
    // Twice in one push; and with another revision, which a device may have heard of meanwhile.
    let op = office.editor.op(made(&admissions("a", 3, 1)));
    let answers = office.editor.send(&[op.clone(), op.clone()]).await.answers;
    assert_eq!(
        answers.iter().map(|answer| answer.status).collect::<Vec<_>>(),
        [Status::Applied, Status::Duplicate]
    );
    let mut later = op;
    later.change.base_rev = 3;
    assert_eq!(office.editor.send(&[later]).await.answers[0].status, Status::Duplicate);
    // A refusal is told again too.
    let op = viewer.op(made(&admissions("b", 1, 1)));
    assert_eq!(
        refused(&viewer.send(std::slice::from_ref(&op)).await.answers[0]),
        codes::FORBIDDEN
    );
    let again = viewer.send(&[op]).await.answers.remove(0);
    assert_eq!(again.status, Status::Duplicate);
    assert_eq!(again.problem.unwrap().code, codes::FORBIDDEN);
}

async fn what_is_not_allowed_is_rejected_and_audited(kind: Kind) {
    let office = Office::open(kind, "rejected").await;
    let lines = office.audit_is_whole().await;
    let mut unit_a = office.device("a", Role::Unit, Some("a")).await;
    let mut viewer = office.device("viewer", Role::Viewer, None).await;
    let mut admin = office.device("admin", Role::Admin, None).await;
    assert_eq!(
        refused(&viewer.change(made(&admissions("a", 1, 1))).await),
        codes::FORBIDDEN
    );
    assert_eq!(
        refused(&unit_a.change(made(&admissions("b", 1, 1))).await),
        codes::FORBIDDEN
    );
    // A scope that is claimed says nothing where a record is.
    admin.applies(made(&admissions("b", 2, 5))).await;
    let theirs = admin.record(&admissions_of("b", 2)).await.unwrap();
    let mut forged = admitted(&theirs, 6);
    forged.scope = "a".into();
    assert_eq!(refused(&unit_a.change(forged).await), codes::OTHER_RECORD);
    let mut forged = made(&admissions("b", 3, 5));
    forged.scope = "a".into();
    assert_eq!(refused(&unit_a.change(forged).await), codes::MALFORMED);
    assert_eq!(
        refused(&unit_a.change(made(&unit("a2", Some("a")))).await),
        codes::FORBIDDEN
    );
    // The rest of the push stands.
    let ops = [
        unit_a.op(made(&admissions("b", 4, 1))),
        unit_a.op(made(&admissions("a1", 4, 1))),
        unit_a.op(made(&admissions("a", 4, 1))),
    ];
    let answers = unit_a.send(&ops).await.answers;
    let statuses: Vec<Status> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [Status::Rejected, Status::Applied, Status::Applied]);
    assert_eq!(admin.record(theirs.id.as_str()).await.unwrap(), theirs);
    assert_eq!(office.audit_is_whole().await, lines + 9);
    // The committee sees whose ops are refused.
    let devices: Vec<Device> = read(&admin.get("/api/v1/devices").await);
    let of_a = devices.iter().find(|device| device.account == "a").unwrap();
    assert_eq!((of_a.rejected, of_a.last_seq), (5, 7));
    assert_eq!(of_a.unit, Some("a".into()));
    for client in [&mut unit_a, &mut viewer] {
        assert_eq!(
            client.problem("GET", "/api/v1/devices", &[]).await,
            (403, "forbidden".to_owned())
        );
    }
}

async fn a_closed_period_refuses_until_it_is_opened(kind: Kind) {
    let mut office = Office::open(kind, "closed").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    unit.applies(made(&admissions("a", 3, 7))).await;
    let base = unit.record(&admissions_of("a", 3)).await.unwrap();
    let shut = closing(2022);
    // An op is judged by what the op before it made, in the same push.
    let ops = [office.editor.op(made(&shut)), office.editor.op(admitted(&base, 8))];
    let answers = office.editor.send(&ops).await.answers;
    assert_eq!(answers[0].status, Status::Applied);
    assert_eq!(refused(&answers[1]), codes::CLOSED_PERIOD);
    let answer = unit.change(admitted(&base, 9)).await;
    assert_eq!(refused(&answer), codes::CLOSED_PERIOD);
    assert_eq!(answer.problem.unwrap().detail, "2022");
    let stored = office.editor.record("closing/c").await.unwrap();
    let open = Change::of_entity(Some(&stored), &reopened(shut)).unwrap();
    let ops = [office.editor.op(open), office.editor.op(admitted(&base, 8))];
    let answers = office.editor.send(&ops).await.answers;
    assert!(
        answers.iter().all(|answer| answer.status == Status::Applied),
        "{answers:?}"
    );
    let now = unit.record(base.id.as_str()).await.unwrap();
    unit.applies(admitted(&now, 9)).await;
}

async fn a_revision_of_the_future_says_nothing(kind: Kind) {
    let mut office = Office::open(kind, "future").await;
    let mut unit = office.device("a", Role::Unit, Some("a")).await;
    unit.applies(made(&admissions("a", 3, 7))).await;
    let base = unit.record(&admissions_of("a", 3)).await.unwrap();
    office.editor.applies(admitted(&base, 8)).await;
    for rev in [base.rev + 1_000, 1 << 62, u64::MAX] {
        let mut change = admitted(&base, 9);
        change.base_rev = rev;
        assert_eq!(unit.change(change).await.status, Status::Conflict, "{rev}");
    }
    assert_eq!(unit.record(base.id.as_str()).await.unwrap().fields["cell:admitted"], 8);
}

async fn a_broken_chain_is_found(kind: Kind) {
    let mut office = Office::open(kind, "chain").await;
    for month in 1..=5 {
        office.editor.applies(made(&admissions("a", month, 1))).await;
    }
    assert_eq!(office.audit_is_whole().await, 9);
    let harm = [
        ("UPDATE ops SET body = '{}' WHERE unit = 'a' AND chain_no = 3", ("a", 3)),
        (
            "UPDATE ops SET by_name = 'b' WHERE unit = 'b' AND chain_no = 1",
            ("b", 1),
        ),
        ("DELETE FROM ops WHERE unit = 'k'", ("k", 1)),
        ("DELETE FROM chains WHERE unit = 'a1'", ("a1", 2)),
    ];
    let mut broken = Vec::new();
    for (sql, (unit, at)) in harm {
        let mut writing = office.app.db.writing().await.unwrap();
        sqlx::query(sql).execute(&mut *writing).await.unwrap();
        writing.commit().await.unwrap();
        broken.push((unit.to_owned(), at));
        broken.sort();
        assert_eq!(audit::verify(&office.app.db).await.unwrap().broken, broken);
    }
}
