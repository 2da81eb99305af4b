//! The driver in a browser: the app's own requests, answered by the server in memory in the place of a network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use leptos::mount::mount_to;
use leptos::prelude::*;
use so_khoi::catalogue::Catalogue;
use so_khoi::model::from_json;
use so_khoi::model::id::RecordId;
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::unit::{Unit, UnitKind};
use so_khoi::state::sync::deeds::{Fate, Home};
use so_khoi::state::sync::endpoint::{self, Trouble};
use so_khoi::state::sync::{Phase, Sync, provide_sync};
use so_khoi::state::workspace::{Workspace, provide_workspace};
use so_khoi::sync::engine::Request;
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::{Change, Op};
use so_khoi::sync::rights::{Actor, Role};
use so_khoi::sync::wire::{Me, Push, SCHEMA, SignIn};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = "
const real = window.fetch;
export function serve(answer) {
    window.fetch = async (request) => {
        if (!(request instanceof Request) || !new URL(request.url).pathname.startsWith('/api/v1')) return real(request);
        const url = new URL(request.url);
        const asked = [request.method, url.pathname.slice(7) + url.search, await request.text()];
        const [status, body] = answer(...asked, request.headers.get('So-Khoi-Account') ?? '');
        if (status === 0) throw new TypeError('no network');
        const empty = status === 204 || status === 304;
        return new Response(empty ? null : body, { status, headers: { 'Content-Type': 'application/json' } });
    };
}
")]
extern "C" {
    fn serve(answer: &Closure<dyn Fn(String, String, String, String) -> Array>);
}

/// A server, whoever is signed in, and whether there is a network.
#[derive(Clone)]
struct Server {
    hub: Rc<RefCell<Hub>>,
    session: Rc<RefCell<Option<String>>>,
    online: Rc<Cell<bool>>,
}

impl Server {
    fn start() -> Server {
        let mut hub = Hub::new("e1", Arc::new(Catalogue::built_in().unwrap()));
        for account in ["a", "b"] {
            hub.admit(Actor {
                account: account.to_owned(),
                name: account.to_owned(),
                role: Role::Editor,
                unit: None,
            });
        }
        let server = Server {
            hub: Rc::new(RefCell::new(hub)),
            session: Rc::default(),
            online: Rc::new(Cell::new(true)),
        };
        let here = server.clone();
        let answer = Closure::new(move |method: String, path: String, body: String, meant: String| {
            let (status, body) = here.answer(&method, &path, &body, &meant);
            Array::of2(&status.into(), &body.into())
        });
        serve(&answer);
        answer.forget();
        server
    }

    fn answer(&self, method: &str, path: &str, body: &str, meant: &str) -> (u16, String) {
        if !self.online.get() {
            return (0, String::new());
        }
        if (method, path) == ("POST", "/session") {
            let given: SignIn = from_json::read(body.as_bytes()).unwrap();
            self.session.replace(Some(given.name));
        }
        if (method, path) == ("DELETE", "/session") {
            self.session.replace(None);
            return (204, String::new());
        }
        let request = match path.split_once('?').unwrap_or((path, "")) {
            ("/changes", "") => Request::Push(from_json::read::<Push>(body.as_bytes()).unwrap()),
            ("/changes", query) => Request::Changes {
                since: query.trim_start_matches("since=").to_owned(),
            },
            ("/records", query) => Request::Records {
                page: query.strip_prefix("page=").map(str::to_owned),
            },
            ("/digest", _) => Request::Digest,
            _ => Request::Me,
        };
        let session = self.session.borrow().clone();
        // What is no request for data names no account.
        let meant = match meant {
            "" => session.clone().unwrap_or_default(),
            meant => meant.to_owned(),
        };
        let reply = self.hub.borrow_mut().answer(session.as_deref(), &meant, &request, 1);
        (reply.status, String::from_utf8(reply.body).unwrap())
    }

    /// What another device did.
    fn elsewhere(&self, no: u64, change: Change) {
        let push = Push {
            device: "máy kia".to_owned(),
            schema: SCHEMA,
            epoch: "e1".to_owned(),
            ops: vec![Op {
                op_id: format!("kia-{no}"),
                seq: no,
                author: "b".to_owned(),
                at_ms: 0,
                change,
            }],
            skipped: Vec::new(),
        };
        let mut hub = self.hub.borrow_mut();
        let reply = hub.answer(Some("b"), "b", &Request::Push(push), 1);
        assert_eq!(reply.status, 200);
    }

    fn name(&self, no: u32) -> Option<String> {
        let hub = self.hub.borrow();
        let held = hub.records().get(&id(no))?;
        held.record.fields["name"].as_str().map(str::to_owned)
    }
}

fn unit(no: u32, name: &str) -> Unit {
    Unit::new(format!("u{no}").as_str(), None, UnitKind::GrassrootsCell, name)
}

fn id(no: u32) -> RecordId {
    RecordId::new(format!("unit/u{no}"))
}

fn named(record: &Record, name: &str) -> Change {
    Change::of_fields(record, [("name".to_owned(), name.into())]).unwrap()
}

fn tab() -> (Workspace, Sync) {
    // What runs effects begins with the first thing that is mounted.
    mount_to(document().create_element("div").unwrap().unchecked_into(), || ()).forget();
    let owner = Owner::new();
    let both = owner.with(|| (provide_workspace(), provide_sync()));
    // As the app's own, it lives as long as the page.
    std::mem::forget(owner);
    both
}

fn shown(workspace: Workspace, no: u32) -> Option<String> {
    let record = workspace.record(&id(no))?;
    record.fields["name"].as_str().map(str::to_owned)
}

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..800 {
        if holds() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("not within eight seconds: {what}");
}

async fn sign_in(name: &str) -> Me {
    let given = SignIn {
        name: name.to_owned(),
        password: String::new(),
        device_label: String::new(),
    };
    endpoint::sign_in(&given).await.unwrap()
}

#[wasm_bindgen_test]
async fn a_device_joins_sends_by_itself_and_goes_on_after_it_was_offline() {
    let server = Server::start();
    for no in 0..5u32 {
        server.elsewhere(no.into(), Change::between(None, &unit(no, "kia").to_record()).unwrap());
    }
    let (workspace, sync) = tab();
    let me = sign_in("a").await;
    let bloc = sync.link(&me, Home::New).await.unwrap();
    assert_eq!(shown(workspace, 3).as_deref(), Some("kia"));
    let standing = sync.standing.get_untracked();
    assert_eq!((standing.phase, standing.unsent), (Phase::Idle, 0));
    assert_eq!(standing.link.unwrap().account, "a");

    // Typed, and sent when nobody types any more.
    workspace.put([&unit(3, "đây")]);
    until("it is sent", || server.name(3).as_deref() == Some("đây")).await;
    until("and known to be", || sync.standing.get_untracked().unsent == 0).await;

    // What another device did is there after asking; in another tab too.
    let (other, _) = tab();
    other.open(&bloc).await.unwrap();
    let record = workspace.record(&id(1)).unwrap();
    server.elsewhere(9, named(&record, "kia, lần hai"));
    sync.sync_now().await.unwrap();
    assert_eq!(shown(workspace, 1).as_deref(), Some("kia, lần hai"));
    until("the other tab reads it", || {
        shown(other, 1).as_deref() == Some("kia, lần hai")
    })
    .await;

    server.online.set(false);
    workspace.put([&unit(2, "không mạng")]);
    assert_eq!(sync.sync_now().await, Err(Trouble::Unreachable));
    let standing = sync.standing.get_untracked();
    assert_eq!((standing.phase, standing.unsent), (Phase::Offline, 1));
    let queue = sync.queue().await.unwrap();
    assert_eq!((&queue[0].fate, &queue[0].op.author[..]), (&Fate::Waiting, "a"));
    server.online.set(true);
    window()
        .dispatch_event(&web_sys::Event::new("online").unwrap())
        .unwrap();
    until("it is sent", || server.name(2).as_deref() == Some("không mạng")).await;
    // Joined again on the same device, it is the same bloc.
    assert_eq!(sync.link(&me, Home::New).await.unwrap(), bloc);
}

#[wasm_bindgen_test]
async fn a_bloc_of_this_device_is_published_signed_out_and_leaves() {
    let server = Server::start();
    let (workspace, sync) = tab();
    let records: Vec<Record> = (0..5).map(|no| unit(no, "trước").to_record()).collect();
    let bloc = workspace.create_from_records("Khối", &records, false).await.unwrap();
    workspace.open(&bloc).await.unwrap();
    workspace.put([&unit(1, "Một")]);
    let me = sign_in("a").await;
    assert_eq!(sync.link(&me, Home::ThisBloc).await.unwrap(), bloc);
    assert_eq!(server.name(1).as_deref(), Some("Một"));
    assert_eq!(
        (sync.standing.get_untracked().unsent, workspace.count_records()),
        (0, 5)
    );

    // Without a session everything is kept; another account's is refused.
    sync.sign_out().await.unwrap();
    workspace.put([&unit(2, "Hai")]);
    until("it says so", || sync.standing.get_untracked().phase == Phase::SignedOut).await;
    let given = |name: &str| SignIn {
        name: name.to_owned(),
        password: String::new(),
        device_label: String::new(),
    };
    assert_eq!(sync.sign_in(&given("b")).await.unwrap_err(), Trouble::OtherAccount);
    assert_eq!(
        (server.name(2).as_deref(), shown(workspace, 2).as_deref()),
        (Some("trước"), Some("Hai"))
    );
    sync.sign_in(&given("a")).await.unwrap();
    until("it is sent", || server.name(2).as_deref() == Some("Hai")).await;

    // Two changed the same: what is official is shown, and settling it is one act.
    let record = workspace.record(&id(4)).unwrap();
    server.elsewhere(1, named(&record, "kia"));
    workspace.put([&unit(4, "đây")]);
    sync.sync_now().await.unwrap();
    until("the conflict is counted", || {
        sync.standing.get_untracked().conflicts == 1
    })
    .await;
    assert_eq!(shown(workspace, 4).as_deref(), Some("kia"));
    let disputed = sync.conflicts().remove(0);
    let chosen = [("name".to_owned(), "đây".into())].into();
    sync.settle(&disputed.conflict, chosen).unwrap();
    sync.sync_now().await.unwrap();
    assert_eq!(server.name(4).as_deref(), Some("đây"));
    until("none is left", || sync.standing.get_untracked().conflicts == 0).await;

    workspace.put([&unit(0, "chưa gửi")]);
    assert!(workspace.settle().await);
    server.online.set(false);
    sync.leave(false).await.unwrap();
    until("it stands alone", || {
        sync.standing.get_untracked().phase == Phase::Local
    })
    .await;
    assert_eq!(shown(workspace, 0).as_deref(), Some("chưa gửi"));
    assert_eq!(sync.sync_now().await, Err(Trouble::NotLinked));
}
