//! Invitations, and the first of all.

use serde_json::json;
use so_khoi::sync::rights::Role;
use so_khoi_server::accounts::{first, invitations::LASTING_MS};

use super::browser::{NOW, PASSWORD, server};
use crate::support::database::Kind;

async fn the_first_link_is_replaced_until_somebody_joins(kind: Kind) {
    let server = server(kind, "first").await;
    let code = async || first::code_at_start(&server.app.db, NOW).await.unwrap();
    let (old, new) = (code().await.unwrap(), code().await.unwrap());
    let mut browser = server.browser();
    browser.join(&old, "vpdu").await.is(404, "invitation-unknown");
    let open = browser.get(&format!("/invitations/open/{new}")).await.ok(200);
    assert_eq!((&open["role"], &open["new_account"]), (&json!("admin"), &json!(true)));
    assert_eq!(open.get("code"), None, "it is not said a second time");
    browser.join(&new, "vpdu").await.ok(200);
    assert_eq!(code().await, None, "there is somebody now");
    // Locked out: whoever holds the machine makes another.
    let more = first::code_for_admin(&server.app.db, NOW).await.unwrap();
    let mut other = server.browser();
    let me = other.join(&more, "thuong-truc").await.ok(200);
    assert_eq!(me["account"]["role"], "admin");
}

async fn a_unit_joins_by_an_invitation(kind: Kind) {
    let server = server(kind, "unit-joins").await;
    let mut admin = server.admin().await;
    server
        .record(
            "profile",
            "profile",
            "bloc",
            json!({ "name": "Đảng bộ Khối", "term": "2020..2025" }),
        )
        .await;
    server.unit("bao", None, "Chi bộ Báo").await;
    let body = json!({ "role": "unit", "unit": "bao", "name": "chi-bo-bao" });
    let made = admin.post("/invitations", body).await.ok(201);
    let code = made["code"].as_str().unwrap();
    assert!(code.len() >= 22, "128 bits and more: {code}");
    assert!(
        code.chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)),
        "{code}"
    );
    assert_eq!(made["expires_ms"], NOW + LASTING_MS);
    let listed = admin.get("/invitations").await.ok(200);
    assert_eq!(listed[0]["id"], made["id"]);
    assert_eq!(listed[0].get("code"), None);

    let mut unit = server.browser();
    let open = unit.get(&format!("/invitations/open/{code}")).await.ok(200);
    assert_eq!(
        (&open["name"], &open["unit"], &open["unit_name"], &open["bloc"]),
        (
            &json!("chi-bo-bao"),
            &json!("bao"),
            &json!("Chi bộ Báo"),
            &json!("Đảng bộ Khối")
        )
    );
    let me = unit.join(code, "chi-bo-bao").await.ok(200);
    assert_eq!(
        (&me["account"]["role"], &me["account"]["unit"]),
        (&json!("unit"), &json!("bao"))
    );
    assert_eq!((&me["bloc"], &me["records"]), (&json!("Đảng bộ Khối"), &json!(2)));
    assert_eq!(unit.get("/me").await.ok(200)["account"]["name"], "chi-bo-bao");
    assert_eq!(admin.get("/invitations").await.ok(200), json!([]));
    // Once only, and it says so.
    server.browser().join(code, "ke-khac").await.is(410, "invitation-used");
    server
        .browser()
        .get(&format!("/invitations/open/{code}"))
        .await
        .is(410, "invitation-used");
}

async fn of_many_who_join_at_once_one_does(kind: Kind) {
    let server = server(kind, "race").await;
    let mut admin = server.admin().await;
    let code = admin.invite(json!({ "role": "viewer" })).await;
    let joining = (0..8).map(|n| {
        let (mut browser, code) = (server.browser(), code.clone());
        tokio::spawn(async move { browser.join(&code, &format!("nguoi-xem-{n}")).await.answer.status })
    });
    let mut statuses = Vec::new();
    for joining in joining.collect::<Vec<_>>() {
        statuses.push(joining.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410, 410, 410, 410, 410, 410, 410]);
    assert_eq!(admin.get("/accounts").await.ok(200).as_array().unwrap().len(), 2);
}

async fn of_two_who_want_one_name_one_gets_it_and_the_other_may_choose_again(kind: Kind) {
    let server = server(kind, "one-name").await;
    let mut admin = server.admin().await;
    let codes = [
        admin.invite(json!({ "role": "viewer" })).await,
        admin.invite(json!({ "role": "viewer" })).await,
    ];
    let joining: Vec<_> = codes
        .iter()
        .map(|code| {
            let (mut browser, code) = (server.browser(), code.clone());
            tokio::spawn(async move {
                let reply = browser.join(&code, "ban-to-chuc").await;
                (reply.answer.status, reply.json["code"].clone(), code)
            })
        })
        .collect();
    let mut late = None;
    let mut good = 0;
    for joining in joining {
        match joining.await.unwrap() {
            (200, ..) => good += 1,
            (409, problem, code) => {
                assert_eq!(problem, "name-taken");
                late = Some(code);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(good, 1);
    server.browser().join(&late.unwrap(), "ban-to-chuc-2").await.ok(200);
}

async fn an_invitation_is_withdrawn_or_runs_out(kind: Kind) {
    let server = server(kind, "runs-out").await;
    let mut admin = server.admin().await;
    let made = admin.post("/invitations", json!({ "role": "viewer" })).await.ok(201);
    let path = format!("/invitations/{}", made["id"].as_str().unwrap());
    admin.delete(&path).await.ok(204);
    admin.delete(&path).await.is(404, "not-found");
    let code = made["code"].as_str().unwrap();
    server
        .browser()
        .join(code, "ban-dan-van")
        .await
        .is(404, "invitation-unknown");
    let code = admin.invite(json!({ "role": "viewer" })).await;
    server.app.clock.advance(LASTING_MS);
    server
        .browser()
        .join(&code, "ban-dan-van")
        .await
        .is(410, "invitation-expired");
    assert_eq!(admin.get("/invitations").await.ok(200), json!([]));
}

async fn what_does_not_go_together_is_refused(kind: Kind) {
    let server = server(kind, "refused").await;
    let mut admin = server.admin().await;
    server.unit("bao", None, "Chi bộ Báo").await;
    for (body, status, code, field) in [
        (json!({ "role": "unit" }), 422, "unknown-unit", "unit"),
        (
            json!({ "role": "unit", "unit": "khong-co" }),
            422,
            "unknown-unit",
            "unit",
        ),
        (
            json!({ "role": "viewer", "unit": "bao" }),
            422,
            "unit-not-allowed",
            "unit",
        ),
        (
            json!({ "role": "viewer", "name": "Nguyễn Văn A" }),
            422,
            "bad-name",
            "name",
        ),
        (
            json!({ "role": "viewer", "name": "a@so.gov.vn" }),
            422,
            "bad-name",
            "name",
        ),
        (json!({ "role": "viewer", "name": "vpdu" }), 409, "name-taken", "name"),
        (
            json!({ "role": "viewer", "account": "nobody" }),
            404,
            "not-found",
            "account",
        ),
        (json!({ "role": "king" }), 400, "unreadable", "role"),
    ] {
        let reply = admin.post("/invitations", body).await;
        reply.is(status, code).of(field);
    }
    let code = admin.invite(json!({ "role": "viewer" })).await;
    let path = format!("/invitations/open/{code}");
    for (name, password, code, field) in [
        ("ban", "ngắn quá", "password-short", "password"),
        ("ban-dan-van-tinh", "Ban-Dan-Van-Tinh", "password-plain", "password"),
        ("ban-dan-van", "password1234", "password-plain", "password"),
        ("b", PASSWORD, "bad-name", "name"),
        ("", PASSWORD, "bad-name", "name"),
    ] {
        let reply = server
            .browser()
            .post(&path, json!({ "name": name, "password": password }))
            .await;
        reply.is(422, code).of(field);
    }
    // None of that used it up.
    server.browser().join(&code, "ban-dan-van").await.ok(200);
}

async fn an_editor_invites_units_and_viewers_only(kind: Kind) {
    let server = server(kind, "editor").await;
    let mut admin = server.admin().await;
    let mut editor = server.known("van-phong", Role::Editor, None).await;
    for role in ["admin", "editor"] {
        editor
            .post("/invitations", json!({ "role": role }))
            .await
            .is(403, "forbidden")
            .of("role");
    }
    editor.invite(json!({ "role": "viewer" })).await;
    // No way up by a new password for one who is above.
    let id = admin.get("/me").await.ok(200)["account"]["id"].clone();
    let sly = editor
        .post("/invitations", json!({ "role": "viewer", "account": id }))
        .await;
    sly.is(403, "forbidden");
    // What administrators have made is neither seen nor withdrawn.
    let made = admin.post("/invitations", json!({ "role": "admin" })).await.ok(201);
    let path = format!("/invitations/{}", made["id"].as_str().unwrap());
    editor.delete(&path).await.is(404, "not-found");
    assert_eq!(editor.get("/invitations").await.ok(200).as_array().unwrap().len(), 1);
    assert_eq!(admin.get("/invitations").await.ok(200).as_array().unwrap().len(), 2);
}

async fn a_forgotten_password_is_set_anew(kind: Kind) {
    let server = server(kind, "forgotten").await;
    let mut admin = server.admin().await;
    let code = admin.invite(json!({ "role": "viewer" })).await;
    let mut viewer = server.browser();
    let id = viewer.join(&code, "ban-dan-van").await.ok(200)["account"]["id"].clone();
    // The role that is sent counts for nothing.
    let code = admin.invite(json!({ "role": "admin", "account": id })).await;
    let mut again = server.browser();
    let open = again.get(&format!("/invitations/open/{code}")).await.ok(200);
    assert_eq!(
        (&open["new_account"], &open["name"], &open["role"]),
        (&json!(false), &json!("ban-dan-van"), &json!("viewer"))
    );
    viewer.get("/me").await.ok(200);
    let body = json!({ "name": "", "password": "mật khẩu mới hẳn" });
    let me = again.post(&format!("/invitations/open/{code}"), body).await.ok(200);
    assert_eq!((&me["account"]["id"], &me["account"]["role"]), (&id, &json!("viewer")));
    viewer.get("/me").await.is(401, "signed-out");
    server
        .browser()
        .sign_in("ban-dan-van", PASSWORD)
        .await
        .is(401, "wrong-password");
    server
        .browser()
        .sign_in("ban-dan-van", "mật khẩu mới hẳn")
        .await
        .ok(200);
    // A disabled account is not let in this way, neither by a new link nor by one of before.
    let code = admin.invite(json!({ "role": "viewer", "account": id })).await;
    let path = format!("/accounts/{}", id.as_str().unwrap());
    admin.patch(&path, json!({ "disabled": true })).await.ok(200);
    admin
        .post("/invitations", json!({ "role": "viewer", "account": id }))
        .await
        .is(409, "account-disabled");
    server
        .browser()
        .join(&code, "ban-dan-van")
        .await
        .is(404, "invitation-unknown");
}

on_both!(
    the_first_link_is_replaced_until_somebody_joins,
    a_unit_joins_by_an_invitation,
    of_many_who_join_at_once_one_does,
    of_two_who_want_one_name_one_gets_it_and_the_other_may_choose_again,
    an_invitation_is_withdrawn_or_runs_out,
    what_does_not_go_together_is_refused,
    an_editor_invites_units_and_viewers_only,
    a_forgotten_password_is_set_anew,
);
