//! Accounts as administrators change them.

use serde_json::{Value, json};
use so_khoi::sync::rights::Role;

use super::browser::{Browser, server};
use crate::support::database::Kind;

async fn own_path(browser: &mut Browser) -> String {
    let id = browser.get("/me").await.ok(200)["account"]["id"].clone();
    format!("/accounts/{}", id.as_str().unwrap())
}

async fn the_last_administrator_stays(kind: Kind) {
    let server = server(kind, "last").await;
    let mut admin = server.admin().await;
    let path = own_path(&mut admin).await;
    server.unit("bao", None, "Chi bộ Báo").await;
    for body in [
        json!({ "disabled": true }),
        json!({ "role": "editor" }),
        json!({ "role": "unit", "unit": "bao" }),
    ] {
        admin.patch(&path, body).await.is(409, "last-admin");
    }
    let mut second = server.known("thuong-truc", Role::Admin, None).await;
    let second_path = own_path(&mut second).await;
    admin.patch(&second_path, json!({ "disabled": true })).await.ok(200);
    // One who is disabled does not count.
    admin
        .patch(&path, json!({ "role": "viewer" }))
        .await
        .is(409, "last-admin");
    admin.patch(&second_path, json!({ "disabled": false })).await.ok(200);
    admin.patch(&path, json!({ "role": "viewer" })).await.ok(200);
    admin.get("/accounts").await.is(403, "forbidden");
}

async fn two_who_take_the_right_from_each_other_do_not_both_lose_it(kind: Kind) {
    let server = server(kind, "duel").await;
    for round in 0..6 {
        let mut one = server.known(&format!("quan-tri-a{round}"), Role::Admin, None).await;
        let mut other = server.known(&format!("quan-tri-b{round}"), Role::Admin, None).await;
        let (path_of_one, path_of_other) = (own_path(&mut one).await, own_path(&mut other).await);
        let hit = |mut who: Browser, path: String| {
            tokio::spawn(async move { who.patch(&path, json!({ "disabled": true })).await.answer.status })
        };
        let (first, second) = (hit(one.clone(), path_of_other), hit(other.clone(), path_of_one));
        let mut statuses = [first.await.unwrap(), second.await.unwrap()];
        statuses.sort_unstable();
        // The second is not signed in any more, or is told that he is the last; at the latest moment he may still have been.
        assert_eq!(statuses[0], 200);
        assert!([401, 409].contains(&statuses[1]), "{statuses:?}");
        // Those of earlier rounds would be administrators, too.
        let mut writing = server.app.db.writing().await.unwrap();
        sqlx::query("UPDATE accounts SET disabled = 1")
            .execute(&mut *writing)
            .await
            .unwrap();
        writing.commit().await.unwrap();
    }
}

async fn a_disabled_account_is_out_at_once_and_nothing_is_done_in_its_name(kind: Kind) {
    let server = server(kind, "disabled").await;
    let mut admin = server.admin().await;
    let mut editor = server.known("van-phong", Role::Editor, None).await;
    let path = own_path(&mut editor).await;
    let code = editor.invite(json!({ "role": "viewer" })).await;
    let changed = admin.patch(&path, json!({ "disabled": true })).await.ok(200);
    assert_eq!(changed["disabled"], true);
    editor.get("/me").await.is(401, "signed-out");
    server
        .browser()
        .join(&code, "nguoi-la")
        .await
        .is(404, "invitation-unknown");
    // Enabled again, it has to sign in again.
    admin.patch(&path, json!({ "disabled": false })).await.ok(200);
    editor.get("/me").await.is(401, "signed-out");
}

async fn a_role_holds_from_the_next_request_on(kind: Kind) {
    let server = server(kind, "role").await;
    let mut admin = server.admin().await;
    let mut editor = server.known("van-phong", Role::Editor, None).await;
    let path = own_path(&mut editor).await;
    editor.get("/accounts").await.ok(200);
    admin.patch(&path, json!({ "role": "viewer" })).await.ok(200);
    editor.get("/accounts").await.is(403, "forbidden");
    assert_eq!(editor.get("/me").await.ok(200)["account"]["role"], "viewer");
    // Great rights are not found by a session that began with small ones.
    admin.patch(&path, json!({ "role": "admin" })).await.ok(200);
    editor.get("/me").await.is(401, "signed-out");
}

async fn a_role_and_a_unit_go_together(kind: Kind) {
    let server = server(kind, "role-unit").await;
    let mut admin = server.admin().await;
    server.unit("bao", None, "Chi bộ Báo").await;
    let mut viewer = server.known("ban-dan-van", Role::Viewer, None).await;
    let path = own_path(&mut viewer).await;
    admin
        .patch(&path, json!({ "role": "unit" }))
        .await
        .is(422, "unknown-unit")
        .of("unit");
    admin
        .patch(&path, json!({ "unit": "bao" }))
        .await
        .is(422, "unit-not-allowed")
        .of("unit");
    let unit = admin
        .patch(&path, json!({ "role": "unit", "unit": "bao" }))
        .await
        .ok(200);
    assert_eq!((&unit["role"], &unit["unit"]), (&json!("unit"), &json!("bao")));
    admin
        .patch(&path, json!({ "unit": null }))
        .await
        .is(422, "unknown-unit")
        .of("unit");
    let again = admin.patch(&path, json!({ "role": "viewer" })).await.ok(200);
    assert_eq!(again.get("unit"), None);
}

async fn names_are_given_once(kind: Kind) {
    let server = server(kind, "names").await;
    let mut admin = server.admin().await;
    let mut viewer = server.known("ban-dan-van", Role::Viewer, None).await;
    let path = own_path(&mut viewer).await;
    admin
        .patch(&path, json!({ "name": "vpdu" }))
        .await
        .is(409, "name-taken")
        .of("name");
    admin
        .patch(&path, json!({ "name": "Bí thư Nguyễn" }))
        .await
        .is(422, "bad-name")
        .of("name");
    let renamed = admin.patch(&path, json!({ "name": "Ban-To-Chuc" })).await.ok(200);
    assert_eq!(renamed["name"], "ban-to-chuc");
    // Its own name is free for it.
    admin.patch(&path, json!({ "name": "ban-to-chuc" })).await.ok(200);
    admin.patch("/accounts/nobody", json!({})).await.is(404, "not-found");
    let names: Vec<Value> = admin
        .get("/accounts")
        .await
        .ok(200)
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].clone())
        .collect();
    assert_eq!(names, ["ban-to-chuc", "vpdu"]);
}

on_both!(
    the_last_administrator_stays,
    two_who_take_the_right_from_each_other_do_not_both_lose_it,
    a_disabled_account_is_out_at_once_and_nothing_is_done_in_its_name,
    a_role_holds_from_the_next_request_on,
    a_role_and_a_unit_go_together,
    names_are_given_once,
);
