//! The workspace in a browser: edits are shown, written, undone and heard by other tabs. Two tabs are
//! two workspaces here, each with a connection and a channel of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde_json::json;
use so_khoi::model::id::{CellKey, RecordId};
use so_khoi::model::period::Period;
use so_khoi::model::profile::Profile;
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::state::save::SaveState;
use so_khoi::state::workspace::sealing::Tried;
use so_khoi::state::workspace::{Opening, Workspace, provide_workspace};
use so_khoi::store::desk::FieldState;
use so_khoi::store::error::StoreError;
use so_khoi::store::load::{Damage, Place};
use so_khoi::ui::safety::SafetyNotices;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = "
const put = IDBObjectStore.prototype.put;
export function fill_disk() {
    IDBObjectStore.prototype.put = function () { throw new DOMException('no room', 'QuotaExceededError'); };
}
export function free_disk() { IDBObjectStore.prototype.put = put; }
")]
extern "C" {
    fn fill_disk();
    fn free_disk();
}

fn tab() -> Workspace {
    let owner = Owner::new();
    let workspace = owner.with(provide_workspace);
    // As the app's own, it lives as long as the page.
    std::mem::forget(owner);
    workspace
}

fn profile(name: &str) -> Profile {
    Profile {
        name: name.to_owned(),
        short_name: String::new(),
        kind: Default::default(),
        term: Period::Year(2021),
        seen_on: None,
        opens_on: None,
        demo: false,
        forms: Vec::new(),
    }
}

fn figure(workspace: Workspace) -> Option<u64> {
    let period = Period::Year(2021);
    workspace.ledger.with_untracked(|ledger| {
        let found = ledger.find(&"study".into(), &period, &"u1".into())?;
        found.quantity(&"copies".into()).map(|quantity| quantity.count)
    })
}

fn type_figure(workspace: Workspace, count: Option<u64>) {
    let cells: [(CellKey, Option<Cell>); 1] = [("copies".into(), count.map(Cell::count))];
    workspace.set_cells(&"study".into(), &Period::Year(2021), &"u1".into(), cells);
}

fn state(workspace: Workspace) -> FieldState {
    let id = Return::record_id(&"study".into(), &Period::Year(2021), &"u1".into());
    untrack(|| workspace.field_state(&id, "cell:copies"))
}

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..300 {
        if holds() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("not within three seconds: {what}");
}

async fn new_bloc(workspace: Workspace, name: &str) -> String {
    let records = [profile(name).to_record()];
    let id = workspace.create_from_records(name, &records, false).await.unwrap();
    workspace.open(&id).await.unwrap();
    id
}

#[wasm_bindgen_test]
async fn an_edit_is_shown_at_once_then_safe_and_there_after_reopening() {
    let here = tab();
    let id = new_bloc(here, "Khối A").await;
    assert_eq!(here.opening.get_untracked(), Opening::Open);
    let save = here.save_state();
    assert_eq!(save.get_untracked(), SaveState::Idle);

    type_figure(here, Some(57));
    assert_eq!((figure(here), state(here)), (Some(57), FieldState::Waiting));
    assert_eq!(save.get_untracked(), SaveState::Saving);
    assert_eq!(untrack(|| here.pending_writes()), 1);
    assert!(here.settle().await);
    assert_eq!(state(here), FieldState::OnDevice);
    let saved = SaveState::Saved {
        on_device: 1,
        unsent: 1,
    };
    assert_eq!(save.get_untracked(), saved);

    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!((figure(later), state(later)), (Some(57), FieldState::OnDevice));
    assert_eq!(later.current.get_untracked().unwrap().name, "Khối A");
}

#[wasm_bindgen_test]
async fn edits_made_while_one_is_written_follow_in_order() {
    let here = tab();
    let id = new_bloc(here, "Khối B").await;
    for count in 1..=200 {
        type_figure(here, Some(count));
        if count % 50 == 0 {
            TimeoutFuture::new(0).await;
        }
    }
    assert!(here.settle().await);
    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!(figure(later), Some(200));
    let record = Return::record_id(&"study".into(), &Period::Year(2021), &"u1".into());
    let past = later.history(&record, Some("cell:copies")).await.unwrap();
    assert_eq!(past.len(), 200);
    assert_eq!((&past[0].old, &past[0].new), (&json!(199), &json!(200)));
}

#[wasm_bindgen_test]
async fn undo_and_redo_survive_reopening() {
    let here = tab();
    let id = new_bloc(here, "Khối C").await;
    type_figure(here, Some(1));
    type_figure(here, Some(2));
    // Asked for while the edits are still being written.
    here.undo();
    until("the undo", || figure(here) == Some(1)).await;
    assert!(here.settle().await);

    let later = tab();
    later.open(&id).await.unwrap();
    later.remember();
    until("what was done before", || {
        later.can_undo.get_untracked() && later.can_redo.get_untracked()
    })
    .await;
    later.redo();
    assert_eq!(figure(later), Some(2));
    assert!(later.settle().await);
    later.undo();
    assert!(later.settle().await);
    later.undo();
    assert_eq!(figure(later), None);
    assert!(later.settle().await);
    assert!(!later.can_undo.get_untracked());
}

#[wasm_bindgen_test]
async fn two_tabs_see_each_other() {
    let (one, two) = (tab(), tab());
    let id = new_bloc(one, "Khối D").await;
    two.open(&id).await.unwrap();
    type_figure(one, Some(5));
    until("the figure in the other tab", || figure(two) == Some(5)).await;
    type_figure(two, Some(6));
    until("the figure back in the first", || figure(one) == Some(6)).await;
    // Both at once: both end with the same.
    type_figure(one, Some(7));
    type_figure(two, Some(8));
    until("one figure in both", || {
        let settled = state(one) == FieldState::OnDevice && state(two) == FieldState::OnDevice;
        settled && figure(one) == figure(two)
    })
    .await;
    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!(figure(later), figure(one));
}

#[wasm_bindgen_test]
async fn a_full_disk_keeps_the_edit_on_the_screen_and_is_tried_again() {
    let here = tab();
    let id = new_bloc(here, "Khối E").await;
    fill_disk();
    type_figure(here, Some(9));
    until("the failure", || here.failure.get_untracked() == Some(StoreError::Full)).await;
    assert_eq!((figure(here), state(here)), (Some(9), FieldState::Waiting));
    assert!(matches!(here.save_state().get_untracked(), SaveState::Failed(_)));
    // Another bloc is not opened over what is not saved.
    assert_eq!(here.open("another").await, Err(StoreError::Full));
    assert_eq!(figure(here), Some(9));
    free_disk();
    here.retry();
    assert!(here.settle().await);
    assert_eq!(here.failure.get_untracked(), None);
    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!(figure(later), Some(9));
}

#[wasm_bindgen_test]
async fn removing_a_bloc_leaves_the_others() {
    let (here, there) = (tab(), tab());
    let first = new_bloc(here, "Khối F").await;
    let second = new_bloc(here, "Khối G").await;
    there.open(&first).await.unwrap();
    here.remove(&first).await.unwrap();
    assert!(there.notice.get_untracked().is_some());
    let ids: Vec<String> = here.list().await.unwrap().into_iter().map(|entry| entry.id).collect();
    assert!(ids.contains(&second) && !ids.contains(&first));
    assert_eq!(here.current.get_untracked().unwrap().id, second);
    assert!(here.open(&first).await.is_err());
}

#[wasm_bindgen_test]
async fn typed_things_are_put_removed_and_brought_back() {
    let here = tab();
    new_bloc(here, "Khối H").await;
    here.put([&profile("Khối H mới")]);
    let name = || {
        here.ledger
            .with_untracked(|ledger| ledger.profile.as_ref().map(|profile| profile.name.clone()))
    };
    assert_eq!(name().as_deref(), Some("Khối H mới"));
    let id: RecordId = profile("").record_id();
    here.remove_record(&id);
    assert_eq!(name(), None);
    here.restore_record(&id);
    assert_eq!(name().as_deref(), Some("Khối H mới"));
    let mut record: Record = here.record(&id).unwrap();
    record.fields.insert("name".to_owned(), json!("Khối I"));
    here.edit(vec![record]);
    assert_eq!(name().as_deref(), Some("Khối I"));
    assert!(here.settle().await);
    // Undone one by one, to before the first.
    for expected in [Some("Khối H mới"), None, Some("Khối H mới"), Some("Khối H")] {
        here.undo();
        assert!(here.settle().await);
        assert_eq!(name().as_deref(), expected);
    }
}

#[wasm_bindgen_test]
async fn what_was_removed_and_is_put_again_is_there_after_reopening() {
    let here = tab();
    let id = new_bloc(here, "Khối T").await;
    here.remove_record(&profile("").record_id());
    here.put([&profile("Khối T")]);
    assert!(here.settle().await);
    let later = tab();
    later.open(&id).await.unwrap();
    let name = later
        .ledger
        .with_untracked(|ledger| ledger.profile.as_ref().map(|profile| profile.name.clone()));
    assert_eq!(name.as_deref(), Some("Khối T"));
}

#[wasm_bindgen_test]
async fn of_two_blocs_asked_for_at_once_the_last_is_opened() {
    let here = tab();
    let first = new_bloc(here, "Khối K").await;
    let second = new_bloc(here, "Khối L").await;
    let third = new_bloc(here, "Khối M").await;
    for id in [&first, &second, &second, &third, &first] {
        let id = id.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let _ = here.open(&id).await;
        });
    }
    TimeoutFuture::new(300).await;
    assert_eq!(here.current.get_untracked().unwrap().id, first);
    assert_eq!(here.opening.get_untracked(), Opening::Open);
    type_figure(here, Some(3));
    assert!(here.settle().await);
    assert_eq!(figure(here), Some(3));
}

#[wasm_bindgen_test]
async fn a_long_outbox_is_folded_when_nobody_types() {
    let here = tab();
    let id = new_bloc(here, "Khối N").await;
    for count in 1..=130 {
        type_figure(here, Some(count));
    }
    assert!(here.settle().await);
    let store = here.store().unwrap();
    for _ in 0..60 {
        if store.head().await.unwrap().folded > 0 {
            break;
        }
        TimeoutFuture::new(100).await;
    }
    let head = store.head().await.unwrap();
    assert_eq!((head.folded, head.unsent()), (130, 130));
    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!(figure(later), Some(130));
    later.remember();
    until("what waits to be sent", || state(later) == FieldState::OnDevice).await;
}

#[wasm_bindgen_test]
async fn steps_asked_for_while_writing_are_all_taken() {
    let here = tab();
    new_bloc(here, "Khối O").await;
    for count in 1..=3 {
        type_figure(here, Some(count));
    }
    // One more than there is to undo.
    for _ in 0..4 {
        here.undo();
    }
    here.redo();
    until("three undone and one done again", || figure(here) == Some(1)).await;
    assert!(here.settle().await);
    assert_eq!(figure(here), Some(1));
}

#[wasm_bindgen_test]
async fn an_act_is_undone_by_name_after_others() {
    let here = tab();
    new_bloc(here, "Khối P").await;
    let done = here.put([&profile("Khối P mới")]).unwrap();
    assert_eq!(here.put([&profile("Khối P mới")]), None);
    type_figure(here, Some(4));
    here.undo_of(&done);
    let name = || {
        here.ledger
            .with_untracked(|ledger| ledger.profile.as_ref().map(|profile| profile.name.clone()))
    };
    until("the name as it was", || name().as_deref() == Some("Khối P")).await;
    assert!(here.settle().await);
    assert_eq!(figure(here), Some(4));
}

#[wasm_bindgen_test]
async fn what_threatens_the_figures_is_said_with_what_is_safe() {
    let here = tab();
    new_bloc(here, "Khối Q").await;
    let host = document().create_element("div").unwrap();
    let shown = host.clone();
    let mounted = leptos::mount::mount_to(host.unchecked_into(), move || {
        provide_context(here);
        view! { <SafetyNotices/> }
    });
    let text = || shown.text_content().unwrap();
    assert_eq!(text(), "");
    fill_disk();
    type_figure(here, Some(9));
    until("the failure", || text().contains("Máy đã hết chỗ lưu")).await;
    assert!(text().contains("Xuất ra tệp"));
    free_disk();
    let retry: web_sys::HtmlElement = shown.query_selector("button").unwrap().unwrap().unchecked_into();
    retry.click();
    until("nothing to say", || text().is_empty()).await;
    assert_eq!(state(here), FieldState::OnDevice);

    let aside = Damage {
        place: Place::Op(12),
        reason: String::new(),
    };
    here.damaged.set(vec![aside]);
    until("the damaged part by name", || text().contains("Thay đổi số 12")).await;
    drop(mounted);
}

const PIN: &str = "mưa tạnh rồi nắng";

fn is_locked(workspace: Workspace) -> bool {
    let says_so = workspace.opening.get_untracked() == Opening::Failed(StoreError::Sealed);
    says_so && workspace.current.get_untracked().is_none() && workspace.count_records() == 0
}

#[wasm_bindgen_test]
async fn a_pin_locks_every_tab_and_opens_what_was_there() {
    let (here, other) = (tab(), tab());
    let id = new_bloc(here, "Khối có mã PIN").await;
    type_figure(here, Some(57));
    assert!(here.settle().await);
    other.open(&id).await.unwrap();

    here.seal(PIN).await.unwrap();
    assert!(here.sealed.get_untracked());
    until("the other tab asks for it", || is_locked(other)).await;
    let listed = here.list().await.unwrap().into_iter().find(|entry| entry.id == id);
    assert!(listed.unwrap().sealed);
    // Here one goes on typing.
    type_figure(here, Some(58));
    assert!(here.settle().await);

    assert_eq!(other.unlock(&id, "another one").await, Ok(Tried::Wrong(4)));
    assert!(is_locked(other));
    assert_eq!(other.outside(&id).await.unwrap().unsent, 2);
    assert_eq!(other.unlock(&id, PIN).await, Ok(Tried::Right));
    assert_eq!(figure(other), Some(58));
    // What one writes the other hears, as without a PIN.
    type_figure(other, Some(59));
    until("the first tab hears of it", || figure(here) == Some(59)).await;

    assert!(here.lock().await);
    assert!(is_locked(here));
    until("both are locked", || is_locked(other)).await;
    assert_eq!(figure(here), None);
    assert_eq!(here.unlock(&id, PIN).await, Ok(Tried::Right));

    assert_eq!(here.change_pin("another one", "194703").await, Ok(Tried::Wrong(4)));
    assert_eq!(here.change_pin(PIN, "194703").await, Ok(Tried::Right));
    assert_eq!(here.unseal(PIN).await, Ok(Tried::Wrong(4)));
    assert_eq!(here.unseal("194703").await, Ok(Tried::Right));
    assert!(!here.sealed.get_untracked());
    let later = tab();
    later.open(&id).await.unwrap();
    assert_eq!(figure(later), Some(59));
}

#[wasm_bindgen_test]
async fn wrong_pins_have_to_wait_in_every_tab_and_after_a_reload() {
    let here = tab();
    let id = new_bloc(here, "Khối bị dò mã").await;
    here.seal(PIN).await.unwrap();
    assert!(here.lock().await);
    for left in (1..5).rev() {
        assert_eq!(here.unlock(&id, "another one").await, Ok(Tried::Wrong(left)));
    }
    let waits = |tried: Tried| matches!(tried, Tried::Wait(ms) if ms > 20_000 && ms <= 30_000);
    assert!(waits(here.unlock(&id, "another one").await.unwrap()));
    // Even the right one is not looked at now, wherever it is typed.
    let later = tab();
    assert_eq!(later.open(&id).await, Err(StoreError::Sealed));
    assert!(waits(later.unlock(&id, PIN).await.unwrap()));
    assert!(later.outside(&id).await.unwrap().wait_ms > 20_000);
    assert!(is_locked(later));
}
