//! A new database has its tables, and opening it again leaves it as it is: on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use so_khoi::sync::rights::Role;
use so_khoi_server::db::{Db, PlaceError};
use sqlx::Row;
use support::{
    accounts::sign_in,
    database::{Kind, fresh},
};

async fn epoch(db: &Db) -> String {
    let mut reading = db.reading().await.unwrap();
    let row = sqlx::query("SELECT epoch FROM feed")
        .fetch_one(&mut *reading)
        .await
        .unwrap();
    row.try_get(0).unwrap()
}

async fn opens_again(kind: Kind) {
    let place = fresh(kind, "opens-again");
    let db = Db::open(&place).await.unwrap();
    let first = epoch(&db).await;
    sign_in(&db, "vpdu", Role::Admin, None).await;
    db.close().await;
    let db = Db::open(&place).await.unwrap();
    assert_eq!(epoch(&db).await, first);
    let mut reading = db.reading().await.unwrap();
    let accounts = sqlx::query("SELECT COUNT(*) FROM accounts")
        .fetch_one(&mut *reading)
        .await
        .unwrap();
    assert_eq!(accounts.try_get::<i64, _>(0).unwrap(), 1);
}

#[tokio::test]
async fn sqlite_opens_again() {
    opens_again(Kind::Sqlite).await;
}

#[tokio::test]
async fn postgres_opens_again() {
    opens_again(Kind::Postgres).await;
}

#[tokio::test]
async fn tables_of_a_newer_version_are_left_alone() {
    let place = fresh(Kind::Sqlite, "newer");
    let db = Db::open(&place).await.unwrap();
    let mut writing = db.writing().await.unwrap();
    sqlx::query("INSERT INTO migrations (step) VALUES (99)")
        .execute(&mut *writing)
        .await
        .unwrap();
    writing.commit().await.unwrap();
    db.close().await;
    assert!(matches!(Db::open(&place).await, Err(PlaceError::Newer { .. })));
}
