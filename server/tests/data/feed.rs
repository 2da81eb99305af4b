//! What comes out: pages, changes, and who sees what of them.

use std::io::Read;

use so_khoi::{
    model::record::{Entity, REMOVED, Record},
    sync::{
        digest::Digest,
        op::Change,
        rights::Role,
        wire::{Status, codes},
    },
};
use so_khoi_server::{clock::DAY_MS, purge};

use crate::{
    refused,
    support::{
        bloc::{admissions, admissions_of, admitted, made, unit},
        client::{Client, code_of, read},
        database::Kind,
        office::Office,
    },
};

on_both! {
    what_is_pushed_is_pulled,
    pages_hold_everything_once,
    a_unit_sees_its_own,
    rights_that_change_change_the_scope,
    removed_records_are_forgotten_after_their_time,
    answers_are_compressed_and_not_sent_twice,
    nobody_reads_without_a_session,
}

async fn what_is_pushed_is_pulled(kind: Kind) {
    let mut office = Office::open(kind, "pulled").await;
    let mut reader = office.device("reader", Role::Viewer, None).await;
    let begun = reader.page("").await;
    assert_eq!((begun.records.len(), begun.total, begun.next), (4, 4, None));
    let given = admissions("a", 3, 7);
    let rev = office.editor.applies(made(&given)).await;
    let found = reader.changes(&begun.cursor).await;
    assert_eq!(
        found.records,
        [Record {
            rev,
            ..given.to_record()
        }]
    );
    assert!(!found.more);
    let again = reader.changes(&found.cursor).await;
    assert_eq!((again.records.len(), again.cursor), (0, found.cursor));
    // What another made is seen by its revision, which only grows.
    let later = office.editor.applies(admitted(&found.records[0], 8)).await;
    assert!(later > rev);
}

async fn pages_hold_everything_once(kind: Kind) {
    let mut office = Office::open(kind, "pages").await;
    for month in 1..=12 {
        office.editor.applies(made(&admissions("a", month, 1))).await;
    }
    let mut reader = office.device("reader", Role::Viewer, None).await;
    let mut ids = Vec::new();
    let mut next = Some(String::new());
    let mut cursors = Vec::new();
    while let Some(page) = next {
        let reply = reader.get(&format!("/api/v1/records?limit=5&page={page}")).await;
        let found: so_khoi::sync::wire::Page = read(&reply);
        assert_eq!(found.total, if cursors.len() < 2 { 16 } else { 17 });
        cursors.push(found.cursor);
        ids.extend(found.records.into_iter().map(|record| record.id));
        next = found.next;
        // What changes meanwhile is told by the changes since the first page.
        if cursors.len() == 2 {
            office.editor.applies(made(&admissions("b", 1, 1))).await;
        }
        assert!(cursors.len() < 9);
    }
    assert_eq!(ids.len(), 16);
    assert!(ids.is_sorted());
    cursors.dedup();
    assert_eq!(cursors.len(), 1);
    let since = reader.changes(&cursors[0]).await;
    assert_eq!(since.records.len(), 1);
    // Of changes too.
    let mut seen = 0;
    let mut cursor = format!("0.{}", office.editor.epoch);
    loop {
        let reply = reader.get(&format!("/api/v1/changes?limit=4&since={cursor}")).await;
        let found: so_khoi::sync::wire::Changes = read(&reply);
        assert!(found.records.is_sorted_by_key(|record| record.rev));
        seen += found.records.len();
        cursor = found.cursor;
        if !found.more {
            break;
        }
    }
    assert_eq!(seen, 17);
    let (all, _) = reader.everything().await;
    let digest = reader.digest().await;
    assert_eq!(digest.digest, Digest::of(&all).text());
    assert_eq!(digest.records, 17);
}

async fn a_unit_sees_its_own(kind: Kind) {
    let mut office = Office::open(kind, "own").await;
    for id in ["a", "a1", "b"] {
        office.editor.applies(made(&admissions(id, 3, 7))).await;
    }
    let mut unit_a = office.device("a", Role::Unit, Some("a")).await;
    let mut unit_b = office.device("b", Role::Unit, Some("b")).await;
    let mut nobody = office.device("nobody", Role::Unit, None).await;
    // The other unit has a conflict.
    let theirs = unit_b.record(&admissions_of("b", 3)).await.unwrap();
    office.editor.applies(admitted(&theirs, 8)).await;
    let conflict = unit_b.change(admitted(&theirs, 9)).await.conflict.unwrap();
    let (seen, page) = unit_a.everything().await;
    let ids: Vec<&str> = seen.iter().map(|record| record.id.as_str()).collect();
    let (own, below) = (admissions_of("a", 3), admissions_of("a1", 3));
    assert_eq!(ids, [own.as_str(), below.as_str(), "unit/a", "unit/a1", "unit/k"]);
    assert_eq!(page.total, 5);
    let changes = unit_a.changes(&format!("0.{}", unit_a.epoch)).await;
    assert_eq!(changes.records.len(), 5);
    let digest = unit_a.digest().await;
    assert_eq!((digest.records, digest.digest), (5, Digest::of(&seen).text()));
    for id in [theirs.id.as_str(), conflict.as_str(), "unit/b", "unit/none"] {
        let path = format!("/api/v1/records/{id}/history");
        assert_eq!(
            unit_a.problem("GET", &path, &[]).await,
            (404, "not-found".to_owned()),
            "{id}"
        );
        let escaped = format!("/api/v1/records/{}/history", id.replace('/', "%2F"));
        assert_eq!(unit_a.problem("GET", &escaped, &[]).await.0, 404, "{id}");
    }
    assert_eq!(unit_b.history(conflict.as_str()).await, []);
    let history = unit_b.history(theirs.id.as_str()).await;
    let told: Vec<(&str, Status)> = history.iter().map(|line| (line.by.as_str(), line.status)).collect();
    assert_eq!(
        told,
        [
            ("vpdu", Status::Applied),
            ("vpdu", Status::Applied),
            ("b", Status::Conflict)
        ]
    );
    assert_eq!(history[2].set["cell:admitted"].new, 9);
    assert_eq!(unit_a.history("return%2Fadmission%2F2022-03%2Fa").await.len(), 1);
    assert_eq!(nobody.page("").await.records, []);
    assert_eq!(nobody.digest().await.records, 0);
}

async fn rights_that_change_change_the_scope(kind: Kind) {
    let mut office = Office::open(kind, "scope").await;
    office.editor.applies(made(&admissions("a1", 3, 7))).await;
    let mut unit_b = office.device("b", Role::Unit, Some("b")).await;
    let before = unit_b.page("").await;
    let stored = office.editor.record("unit/a1").await.unwrap();
    let moved = Change::of_entity(Some(&stored), &unit("a1", Some("b"))).unwrap();
    office.editor.applies(moved).await;
    let after = unit_b.changes(&before.cursor).await;
    assert_ne!(after.scope, before.scope);
    let (seen, page) = unit_b.everything().await;
    assert_eq!(page.scope, after.scope);
    assert!(seen.iter().any(|record| record.id.as_str() == admissions_of("a1", 3)));
    // From then on it writes there too.
    unit_b.applies(made(&admissions("a1", 4, 1))).await;
    // And an account that is given another unit sees another scope with the same session.
    let mut writing = office.app.db.writing().await.unwrap();
    sqlx::query("UPDATE accounts SET unit = 'a' WHERE name = 'b'")
        .execute(&mut *writing)
        .await
        .unwrap();
    writing.commit().await.unwrap();
    assert_ne!(unit_b.page("").await.scope, after.scope);
    assert_eq!(
        refused(&unit_b.change(made(&admissions("a1", 5, 1))).await),
        codes::FORBIDDEN
    );
}

async fn removed_records_are_forgotten_after_their_time(kind: Kind) {
    let mut office = Office::open(kind, "forgotten").await;
    office.editor.applies(made(&admissions("a", 3, 7))).await;
    office.editor.applies(made(&admissions("a", 4, 7))).await;
    let [marked, emptied] = [3, 4].map(|month| admissions_of("a", month));
    let old = office.editor.page("").await.cursor;
    let stored = office.editor.record(&marked).await.unwrap();
    let removal = Change::of_fields(&stored, [(REMOVED.to_owned(), true.into())]).unwrap();
    office.editor.applies(removal).await;
    let mut undone = made(&admissions("a", 4, 7)).inverse();
    undone.base_rev = office.editor.record(&emptied).await.unwrap().rev;
    office.editor.applies(undone).await;
    // Removed records travel, with nothing left of them too; a first load has those of which something is left.
    let told = office.editor.changes(&old).await;
    assert_eq!(told.records.len(), 2);
    assert!(told.records.iter().all(Record::is_removed));
    let (all, _) = office.editor.everything().await;
    assert_eq!(all.len(), 5);
    assert_eq!(office.editor.digest().await.digest, Digest::of(&all).text());
    office.app.clock.advance(399 * DAY_MS);
    assert_eq!(purge::purge(&office.app).await.unwrap(), 0);
    office.app.clock.advance(2 * DAY_MS);
    assert_eq!(purge::purge(&office.app).await.unwrap(), 2);
    // The session has ended long ago.
    office.editor = office.device("later", Role::Editor, None).await;
    let gone = office
        .editor
        .problem("GET", &format!("/api/v1/changes?since={old}"), &[])
        .await;
    assert_eq!(gone, (410, "cursor-gone".to_owned()));
    assert_eq!(office.editor.changes(&told.cursor).await.records, []);
    // What happened to it is still told, and it can be made again.
    assert_eq!(office.editor.history(&marked).await.len(), 2);
    office.editor.applies(made(&admissions("a", 3, 1))).await;
    assert_eq!(purge::purge(&office.app).await.unwrap(), 0);
}

async fn answers_are_compressed_and_not_sent_twice(kind: Kind) {
    let mut office = Office::open(kind, "compressed").await;
    for month in 1..=12 {
        office.editor.applies(made(&admissions("a", month, 1))).await;
    }
    let path = format!("/api/v1/changes?since=0.{}", office.editor.epoch);
    let plain = office.editor.get(&path).await;
    for (accept, name) in [("gzip, br", "br"), ("gzip", "gzip")] {
        let line = format!("Accept-Encoding: {accept}");
        let reply = office.editor.request("GET", &path, &[&line], &[]).await.unwrap();
        assert_eq!(reply.header("content-encoding"), name);
        assert_eq!(reply.header("vary"), "accept-encoding");
        assert!(reply.body.len() * 3 < plain.body.len());
        if name == "gzip" {
            let mut found = Vec::new();
            flate2::read::GzDecoder::new(&reply.body[..])
                .read_to_end(&mut found)
                .unwrap();
            assert_eq!(found, plain.body);
        }
    }
    let known = format!("If-None-Match: {}", plain.header("etag"));
    let again = office.editor.request("GET", &path, &[&known], &[]).await.unwrap();
    assert_eq!((again.status, again.body.len()), (304, 0));
    office.editor.applies(made(&admissions("b", 1, 1))).await;
    let changed = office.editor.request("GET", &path, &[&known], &[]).await.unwrap();
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), plain.header("etag"));
}

async fn nobody_reads_without_a_session(kind: Kind) {
    let mut office = Office::open(kind, "signed-out").await;
    let paths = [
        "records",
        "changes?since=x",
        "digest",
        "devices",
        "records/unit/a/history",
    ];
    let mut stranger = Client::new(office.address, &office.editor.login, "x");
    stranger.login.token = "made-up".into();
    let mut other = Client::new(office.address, &office.editor.login, "x");
    other.login.account = "another".into();
    for path in paths {
        let path = format!("/api/v1/{path}");
        assert_eq!(
            stranger.problem("GET", &path, &[]).await,
            (401, "signed-out".to_owned()),
            "{path}"
        );
        assert_eq!(
            other.problem("GET", &path, &[]).await,
            (401, "other-account".to_owned()),
            "{path}"
        );
    }
    let body = office.editor.push_of(&[]);
    assert_eq!(stranger.problem("POST", "/api/v1/changes", &body).await.0, 401);
    let reply = other.request("POST", "/api/v1/changes", &[], &body).await.unwrap();
    assert_eq!((reply.status, code_of(&reply).as_str()), (401, "other-account"));
    let mut writing = office.app.db.writing().await.unwrap();
    sqlx::query("UPDATE accounts SET disabled = 1")
        .execute(&mut *writing)
        .await
        .unwrap();
    writing.commit().await.unwrap();
    assert_eq!(office.editor.problem("GET", "/api/v1/records", &[]).await.0, 401);
}
