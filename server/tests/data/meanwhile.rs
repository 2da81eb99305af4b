//! A push that waits for others while its sender loses a right.

use std::time::Duration;

use serde_json::Value;
use so_khoi::sync::{
    rights::Role,
    wire::{Pushed, codes},
};

use crate::{
    refused,
    support::{
        bloc::{admissions, admissions_of, made},
        client::{Client, code_of, read},
        database::Kind,
        office::Office,
    },
};

on_both! {
    a_push_that_waited_has_the_rights_of_now,
    a_push_after_its_account_is_disabled_is_refused_whole,
}

/// Sends ops while a transaction is open that does this to the sender's account, and is committed before the push gets its turn.
async fn pushed_meanwhile(office: &Office, client: &mut Client, sql: &'static str) -> crate::support::Answer {
    let op = client.op(made(&admissions("a", 5, 9)));
    let body = client.push_of(&[op]);
    let mut writing = office.app.db.writing().await.unwrap();
    sqlx::query(sql)
        .bind(&client.login.account)
        .execute(&mut *writing)
        .await
        .unwrap();
    let commit = async {
        tokio::time::sleep(Duration::from_millis(700)).await;
        writing.commit().await.unwrap();
    };
    let (reply, ()) = tokio::join!(client.request("POST", "/api/v1/changes", &[], &body), commit);
    reply.unwrap()
}

async fn a_push_that_waited_has_the_rights_of_now(kind: Kind) {
    let mut office = Office::open(kind, "waited").await;
    let mut editor = office.device("van-phong", Role::Editor, None).await;
    let before = office.editor.digest().await;
    let sql = "UPDATE accounts SET role = 'unit', unit = 'b' WHERE id = $1";
    let reply = pushed_meanwhile(&office, &mut editor, sql).await;
    assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
    let pushed: Pushed = read(&reply);
    // It writes for unit b now, and no longer for unit a.
    assert_eq!(refused(&pushed.answers[0]), codes::FORBIDDEN);
    assert_eq!(office.editor.digest().await, before);
    assert!(office.editor.record(&admissions_of("a", 5)).await.is_none());
}

async fn a_push_after_its_account_is_disabled_is_refused_whole(kind: Kind) {
    let mut office = Office::open(kind, "waited-out").await;
    let before = office.editor.digest().await;
    for (name, sql) in [
        ("mot", "UPDATE accounts SET disabled = 1 WHERE id = $1"),
        ("hai", "DELETE FROM sessions WHERE account = $1"),
    ] {
        let mut sender = office.device(name, Role::Editor, None).await;
        let reply = pushed_meanwhile(&office, &mut sender, sql).await;
        let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        assert_eq!(
            (reply.status, code_of(&reply).as_str()),
            (401, "signed-out"),
            "{name}: {body}"
        );
    }
    assert_eq!(office.editor.digest().await, before);
    office.audit_is_whole().await;
}
