//! Linking a bloc that has records, and leaving: nothing that somebody typed is lost on the way.

use super::linked::*;
use serde_json::json;
use so_khoi::model::closing::Closing;
use so_khoi::model::conflict::Conflict;
use so_khoi::model::period::Period;
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::store::answers::Row;
use so_khoi::store::backend::{Database, Shelf};
use so_khoi::store::desk::open_conflicts;
use so_khoi::store::for_engine::Came;
use so_khoi::sync::op::{Change, Op};
use so_khoi::sync::rights::Role;
use so_khoi::sync::wire::{Gap, codes};

fn ids(prefix: &str) -> impl FnMut() -> String {
    let (prefix, mut no) = (prefix.to_owned(), 0);
    move || {
        no += 1;
        format!("{prefix}{no}")
    }
}

/// What waits for somebody to see to it, with the reason.
async fn refused<D: Database>(device: &Device<D>) -> Vec<(Op, String)> {
    let refused = |(op, row): (Op, Option<Row>)| {
        let problem = row.filter(Row::is_refused)?.answer.problem?;
        Some((op, problem.code))
    };
    device
        .store
        .sent()
        .await
        .unwrap()
        .into_iter()
        .filter_map(refused)
        .collect()
}

pub async fn a_bloc_begun_without_a_server_is_published<S: Shelf>(shelf: &S, name: &str) {
    let mut hub = hub();
    let mut a = Device::open(shelf, &format!("{name}/a"), "a").await;
    let taken: Vec<Record> = (0..700).map(|no| real(no, "trước")).collect();
    a.store.import(&taken, "", 1).await.unwrap();
    a.reopen(shelf).await;
    a.set(5, "name", "Chi bộ Năm").await;
    a.store.fold().await.unwrap();
    a.set(6, "name", "Chi bộ Sáu").await;
    let may = |change: &Change| change.record != id(699);
    let head = a
        .store
        .publish(&link("a", Role::Admin), hub.epoch(), 5, ids("p"), may)
        .await
        .unwrap();
    // One op a record; what was done before is carried by them. What may not be published has a number too.
    assert_eq!((head.unsent(), head.rejected, head.top()), (699, 1, 2 + 700));
    a.refresh(Came::All).await;
    a.set(7, "name", "Chi bộ Bảy").await;
    // It breaks off half way, and goes on.
    a.reach = Some((1, true));
    assert!(a.sync(&mut hub).await.is_err());
    a.reach = None;
    a.reopen(shelf).await;
    assert_eq!((a.desk.unsent(), a.field(7, "name")), (200, json!("Chi bộ Bảy")));
    a.sync(&mut hub).await.unwrap();
    assert!(a.is_in_step(&hub).await);
    assert_eq!(hub.records().len(), 699);
    for (no, name) in [(5, "Chi bộ Năm"), (6, "Chi bộ Sáu"), (7, "Chi bộ Bảy"), (8, "trước")] {
        assert_eq!(a.field(no, "name"), name);
    }
    // The past is still there, and can be undone.
    assert_eq!(a.store.history(&id(5), Some("name")).await.unwrap().len(), 1);
    a.desk.remember(a.store.last_lines(100).await.unwrap());
    assert!(a.undo().await);
    assert_eq!(a.field(7, "name"), "trước");
    assert!(a.undo().await);
    a.sync(&mut hub).await.unwrap();
    assert_eq!(hub.records()[&id(6)].record.fields["name"], "trước");
}

pub async fn a_closed_period_is_published_with_its_figures<S: Shelf>(shelf: &S, name: &str) {
    let mut hub = hub();
    let mut a = Device::open(shelf, &format!("{name}/a"), "a").await;
    let mut given = Return::new("admission".into(), "u1".into(), Period::Month(2022, 3));
    given.cells.insert("admitted".into(), Cell::count(4));
    let closing = Closing {
        id: "c".into(),
        period: Period::Year(2022),
        forms: Vec::new(),
        at_ms: 0,
        by: "Văn phòng".into(),
        note: String::new(),
        reopened: None,
    };
    let all = [given.to_record(), closing.to_record()];
    a.store.import(&all, "", 1).await.unwrap();
    a.reopen(shelf).await;
    let link = link("a", Role::Admin);
    let head = a
        .store
        .publish(&link, hub.epoch(), 5, ids("p"), |_| true)
        .await
        .unwrap();
    assert_eq!(head.unsent(), 2);
    a.refresh(Came::All).await;
    a.sync(&mut hub).await.unwrap();
    assert!(a.is_in_step(&hub).await);
    for record in all {
        assert_eq!(hub.records()[&record.id].record.fields, record.fields);
    }
}

pub async fn a_bloc_that_leaves_keeps_what_is_shown<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, _) = two(shelf, name, 3).await;
    a.set(1, "name", "chưa gửi").await;
    let before = a.desk.records().clone();
    let head = a.store.unlink().await.unwrap();
    assert!(!head.is_linked());
    a.refresh(Came::All).await;
    assert_eq!(*a.desk.records(), before);
    a.set(2, "name", "sau khi rời").await;
    a.store.fold().await.unwrap();
    a.reopen(shelf).await;
    assert_eq!(
        (a.field(1, "name"), a.field(2, "name")),
        (json!("chưa gửi"), json!("sau khi rời"))
    );
    // Linked again, it proposes what differs: what nobody touched there meanwhile is contested all the same, since this
    // device has not seen what is there now.
    a.store
        .publish(&link("a", Role::Editor), hub.epoch(), 9, ids("lại "), |_| true)
        .await
        .unwrap();
    a.refresh(Came::All).await;
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!(round.answered, 3);
    assert!(a.is_in_step(&hub).await);
}

pub async fn what_an_account_may_not_publish_is_put_aside<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, _, mut bloc) = two(shelf, name, 2).await;
    bloc.store.unlink().await.unwrap();
    bloc.refresh(Came::All).await;
    bloc.put(&real(7, "chỉ có ở đây")).await;
    bloc.set(1, "name", "khác ở đây").await;
    // The account may write nothing at all.
    let link = link("b", Role::Viewer);
    let head = bloc
        .store
        .publish(&link, hub.epoch(), 9, ids("p"), |_| false)
        .await
        .unwrap();
    assert_eq!((head.unsent(), head.rejected), (0, 3));
    bloc.refresh(Came::All).await;
    bloc.reopen(shelf).await;
    assert_eq!(bloc.field(7, "name"), "chỉ có ở đây");
    bloc.sync(&mut hub).await.unwrap();
    assert!(bloc.is_in_step(&hub).await);
    bloc.reopen(shelf).await;
    // What the server says too is not told of; the rest is in the queue, whole.
    let aside = refused(&bloc).await;
    let told: Vec<_> = aside
        .iter()
        .map(|(op, code)| (&op.change.record, code.as_str()))
        .collect();
    assert_eq!(told, [(&id(7), codes::FORBIDDEN), (&id(1), codes::FORBIDDEN)]);
    assert_eq!(aside[0].0.change.set["name"].new, "chỉ có ở đây");
    assert_eq!(aside[1].0.change.set["name"].new, "khác ở đây");
    // Another record goes on; a damaged head does not forget them.
    assert_eq!(bloc.store.head().await.unwrap().rejected, 2);
    // Whoever leaves has what only this device had; what the server had stands as it does there.
    bloc.store.unlink().await.unwrap();
    bloc.refresh(Came::All).await;
    bloc.reopen(shelf).await;
    assert_eq!(bloc.field(7, "name"), "chỉ có ở đây");
    assert_eq!(bloc.field(1, "name"), "Chi bộ 1");
}

pub async fn what_the_server_says_too_is_not_put_aside<S: Shelf>(shelf: &S, name: &str) {
    // The bloc came by a file: a unit's phone has what the server has, and may write none of it.
    let (mut hub, _, mut bloc) = two(shelf, name, 9).await;
    bloc.store.unlink().await.unwrap();
    let link = link("b", Role::Viewer);
    let head = bloc
        .store
        .publish(&link, hub.epoch(), 9, ids("p"), |_| false)
        .await
        .unwrap();
    assert_eq!(head.rejected, 9);
    bloc.refresh(Came::All).await;
    bloc.sync(&mut hub).await.unwrap();
    assert_eq!(bloc.store.head().await.unwrap().rejected, 0);
    assert_eq!(refused(&bloc).await, []);
    assert!(bloc.is_in_step(&hub).await);
}

pub async fn a_proposal_outlives_its_server<S: Shelf>(shelf: &S, name: &str) {
    let (mut old, mut a, mut b) = two(shelf, name, 2).await;
    a.set(1, "name", "của a").await;
    b.set(1, "name", "của b").await;
    a.sync(&mut old).await.unwrap();
    b.sync(&mut old).await.unwrap();
    let conflict: Conflict = open_conflicts(b.desk.records()).next().unwrap();
    b.store.unlink().await.unwrap();
    b.refresh(Came::All).await;
    // A server that knows nothing of it.
    let mut new = hub();
    let link = link("b", Role::Editor);
    b.store
        .publish(&link, new.epoch(), 9, ids("p"), |_| true)
        .await
        .unwrap();
    b.refresh(Came::All).await;
    b.sync(&mut new).await.unwrap();
    assert!(b.is_in_step(&new).await);
    assert_eq!(b.field(1, "name"), "của a");
    let aside = refused(&b).await;
    assert_eq!((aside.len(), aside[0].1.as_str()), (1, codes::UNSETTLED));
    assert_eq!(aside[0].0.change.set["name"].new, "của b");
    // The server that has it still.
    b.store.unlink().await.unwrap();
    b.store
        .publish(&link, old.epoch(), 9, ids("q"), |_| true)
        .await
        .unwrap();
    b.refresh(Came::All).await;
    b.sync(&mut old).await.unwrap();
    assert_eq!(refused(&b).await, []);
    assert!(b.desk.records().contains_key(&conflict.record_id()));
}

pub async fn no_number_is_missed_that_nothing_comes_of<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, _) = two(shelf, name, 3).await;
    let device = a.store.head().await.unwrap().device;
    let missing = |hub: &so_khoi::sync::hub::Hub| hub.sequence(&device).unwrap().gaps.clone();
    // Too large for any push: it is put aside here, and the server never hears of it.
    hub.most_bytes = 3_000;
    a.set(1, "name", "dài".repeat(1_000)).await;
    a.set(2, "name", "Chi bộ Hai").await;
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!((round.rejected, missing(&hub)), (1, vec![]));
    assert_eq!(refused(&a).await[0].1, codes::TOO_LARGE);
    // What was done between two links is carried by what is published.
    hub.most_bytes = 1 << 20;
    a.store.unlink().await.unwrap();
    a.refresh(Came::All).await;
    a.set(2, "name", "không máy chủ").await;
    a.set(2, "name", "vẫn không").await;
    let link = link("a", Role::Editor);
    a.store
        .publish(&link, hub.epoch(), 9, ids("p"), |_| true)
        .await
        .unwrap();
    a.refresh(Came::All).await;
    a.reopen(shelf).await;
    a.sync(&mut hub).await.unwrap();
    assert_eq!(missing(&hub), vec![]);
    assert_eq!(a.store.head().await.unwrap().device, device);
    // What was lost is missed.
    let lost = a.store.head().await.unwrap().next_seq;
    a.set(0, "order", 7).await;
    let row = so_khoi::store::backend::Write::Delete(so_khoi::store::schema::Table::Outbox, lost.into());
    let outbox = [so_khoi::store::schema::Table::Outbox];
    let deleted = a.store.database().write(&outbox, &[], |_| Ok((vec![row], ())));
    deleted.await.unwrap();
    a.set(0, "order", 8).await;
    a.sync(&mut hub).await.unwrap();
    assert_eq!(
        missing(&hub),
        [Gap {
            first: lost,
            last: lost
        }]
    );
}

pub async fn another_account_gets_another_name_for_the_device<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, _) = two(shelf, name, 2).await;
    let before = a.store.head().await.unwrap().device;
    a.store.unlink().await.unwrap();
    a.refresh(Came::All).await;
    a.set(1, "name", "sau khi rời").await;
    a.account = "b".to_owned();
    let link = link("b", Role::Editor);
    a.store
        .publish(&link, hub.epoch(), 9, ids("máy "), |_| true)
        .await
        .unwrap();
    a.refresh(Came::All).await;
    let head = a.store.head().await.unwrap();
    assert_ne!(head.device, before);
    // What the other account gave is news to this one: it is asked, not overwritten.
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!(round.conflicts, 1);
    assert!(a.is_in_step(&hub).await);
    let conflict: Conflict = open_conflicts(a.desk.records()).next().unwrap();
    assert_eq!(conflict.contested["name"].proposed, json!("sau khi rời"));
}
