//! What the browser offers, through the app's small bindings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use so_khoi::platform::broadcast::Channel;
use so_khoi::platform::{clock, ids, locks, persist};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_lock_is_held_by_one_and_free_again_after() {
    let done = Rc::new(Cell::new(None));
    let tell = done.clone();
    spawn_local(async move {
        let first = locks::if_free("lock", || async {
            TimeoutFuture::new(50).await;
            1
        });
        tell.set(first.await);
    });
    TimeoutFuture::new(10).await;
    assert_eq!(locks::if_free("lock", || async { 2 }).await, None);
    assert_eq!(locks::if_free("another lock", || async { 3 }).await, Some(3));
    TimeoutFuture::new(80).await;
    assert_eq!(done.get(), Some(1));
    assert_eq!(locks::if_free("lock", || async { 4 }).await, Some(4));
}

#[wasm_bindgen_test]
async fn who_waits_for_a_lock_gets_it_in_turn_and_whoever_stops_waiting_does_not_keep_it() {
    let order = Rc::new(RefCell::new(Vec::new()));
    let first = locks::alone("turns").await;
    for number in 1..=2 {
        let order = order.clone();
        spawn_local(async move {
            let _held = locks::alone("turns").await;
            order.borrow_mut().push(number);
            TimeoutFuture::new(5).await;
        });
        TimeoutFuture::new(5).await;
    }
    // Gives up before it is its turn.
    let waiting = Box::pin(locks::alone("turns"));
    let gone = std::future::poll_fn({
        let mut waiting = Some(waiting);
        move |cx| {
            if let Some(mut waiting) = waiting.take() {
                assert!(waiting.as_mut().poll(cx).is_pending());
            }
            std::task::Poll::Ready(())
        }
    });
    gone.await;
    assert!(order.borrow().is_empty());
    drop(first);
    TimeoutFuture::new(100).await;
    assert_eq!(*order.borrow(), [1, 2]);
    assert_eq!(locks::if_free("turns", || async { 3 }).await, Some(3));
}

#[wasm_bindgen_test]
async fn a_channel_reaches_others_of_its_name_and_not_itself() {
    let open = |name: &str| {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let hear = heard.clone();
        let channel = Channel::open(name, move |text| hear.borrow_mut().push(text)).unwrap();
        (channel, heard)
    };
    let ((one, at_one), (_two, at_two), (_other, at_other)) = (open("kênh"), open("kênh"), open("kênh khác"));
    one.post("7");
    TimeoutFuture::new(50).await;
    assert_eq!(*at_two.borrow(), ["7"]);
    assert!(at_one.borrow().is_empty() && at_other.borrow().is_empty());
    drop(_two);
    one.post("8");
    TimeoutFuture::new(50).await;
    assert_eq!(*at_two.borrow(), ["7"]);
}

#[wasm_bindgen_test]
async fn storage_is_told_in_bytes() {
    let storage = persist::estimate().await.unwrap();
    assert!(storage.quota > 1e6 && storage.used <= storage.quota);
    assert_eq!(persist::ask().await, persist::is_granted().await);
}

#[wasm_bindgen_test]
fn ids_differ_and_follow_the_clock() {
    let ids: BTreeSet<String> = (0..1_000).map(|_| ids::new_id()).collect();
    assert_eq!(ids.len(), 1_000);
    let now = format!("{:012x}", clock::now_ms());
    let id = ids.last().unwrap().replace('-', "");
    assert_eq!(id[..8], now[..8]);
    assert_eq!(&id[12..13], "7");
}

#[wasm_bindgen_test]
fn today_is_the_date_of_now() {
    assert_eq!(clock::today(), clock::local_date(clock::now_ms()));
    let noon = js_sys::Date::new_with_year_month_day_hr(2021, 6, 31, 12);
    let date = clock::local_date(noon.get_time() as i64).unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2021, 7, 31));
}
