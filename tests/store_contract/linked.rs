//! What a store must do beside a server. The server is the one in memory, the device's sync is the app's own engine, the
//! desk is the app's: only the network and the screen are left out.

use super::both;
use serde_json::{Value, json};
use so_khoi::catalogue::Catalogue;
use so_khoi::model::conflict::{Conflict, ConflictState};
use so_khoi::model::id::RecordId;
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::unit::{Unit, UnitKind};
use so_khoi::store::backend::{Database, Shelf};
use so_khoi::store::desk::{Desk, FieldState, Step, open_conflicts};
use so_khoi::store::for_engine::Came;
use so_khoi::store::journal::Act;
use so_khoi::store::link::Link;
use so_khoi::store::workspace::{Edit, Store};
use so_khoi::sync::engine::{Effect, Engine, Event, Phase, Request, Round};
use so_khoi::sync::hub::Hub;
use so_khoi::sync::op::{Change, Op};
use so_khoi::sync::rights::{Actor, Role};
use so_khoi::sync::wire::codes;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// How a round ended: with what it did, or with what it waits for.
type Ended = Result<Round, Phase>;

pub struct Device<D> {
    pub store: Store<D>,
    pub desk: Desk,
    pub(super) engine: Engine,
    pub(super) account: String,
    pub(super) name: String,
    pub(super) clock: i64,
    /// How many requests still reach the server, and whether the answer to the last of them comes back.
    pub(super) reach: Option<(u32, bool)>,
}

fn actor(account: &str, role: Role, unit: Option<&str>) -> Actor {
    Actor {
        account: account.to_owned(),
        name: format!("văn phòng {account}"),
        role,
        unit: unit.map(Into::into),
    }
}

pub fn hub() -> Hub {
    let mut hub = Hub::new("e1", Arc::new(Catalogue::built_in().unwrap()));
    for name in ["a", "b"] {
        hub.admit(actor(name, Role::Editor, None));
    }
    hub.admit(actor("xem", Role::Viewer, None));
    hub.page = 3;
    hub
}

pub fn link(account: &str, role: Role) -> Link {
    Link {
        account: account.to_owned(),
        name: format!("văn phòng {account}"),
        role,
        unit: None,
        bloc: String::new(),
        epoch: String::new(),
        device: String::new(),
        since_ms: 0,
        sent_ms: None,
        fetched_ms: None,
        compared_ms: None,
    }
}

/// A unit as a server takes it.
pub(super) fn real(no: u32, name: &str) -> Record {
    let mut made = Unit::new(format!("u{no}").as_str(), None, UnitKind::GrassrootsCell, name);
    made.order = no;
    made.to_record()
}

pub(super) fn id(no: u32) -> RecordId {
    RecordId::new(format!("unit/u{no}"))
}

impl<D: Database> Device<D> {
    pub async fn open<S: Shelf<Database = D>>(shelf: &S, name: &str, account: &str) -> Device<D> {
        let db = shelf
            .open(name, so_khoi::store::schema::Schema::Workspace, |_| {})
            .await
            .unwrap();
        let store = Store::new(db, name);
        let desk = Desk::new(store.load(0).await.unwrap());
        Device {
            store,
            desk,
            engine: Engine::new(),
            account: account.to_owned(),
            name: name.to_owned(),
            clock: 1_000,
            reach: None,
        }
    }

    /// A device that has just joined.
    pub async fn joined<S: Shelf<Database = D>>(shelf: &S, name: &str, account: &str, hub: &mut Hub) -> Device<D> {
        let mut device = Device::open(shelf, name, account).await;
        let link = link(account, Role::Editor);
        device.store.link_new(&link, hub.epoch()).await.unwrap();
        device.sync(hub).await.unwrap();
        device
    }

    pub async fn reopen<S: Shelf<Database = D>>(&mut self, shelf: &S) {
        self.store.database().close();
        let again = Device::open(shelf, &self.name, &self.account).await;
        *self = Device {
            clock: self.clock,
            ..again
        };
    }

    pub(super) async fn act(&mut self, act: Act, changes: Vec<Change>) {
        self.clock += 1;
        let op_id = |index: usize| format!("{}-{}-{index}", self.name, self.clock);
        let edit = Edit {
            at_ms: self.clock,
            author: String::new(),
            act,
            changes: (0..).map(op_id).zip(changes).collect(),
        };
        self.desk.take(edit.clone());
        let (lines, head) = self.store.append(&[edit]).await.unwrap();
        self.desk.written(lines, &head);
    }

    pub async fn put(&mut self, record: &Record) {
        let change = Change::between(self.desk.records().get(&record.id), record);
        self.act(Act::Edit, change.into_iter().collect()).await;
    }

    pub async fn set(&mut self, no: u32, field: &str, value: impl Into<Value>) {
        let change = Change::of_fields(&self.desk.records()[&id(no)], [(field.to_owned(), value.into())]);
        self.act(Act::Edit, change.into_iter().collect()).await;
    }

    pub async fn undo(&mut self) -> bool {
        match self.desk.step(&Step::Undo) {
            Some((act, changes)) => {
                self.act(act, changes).await;
                true
            }
            None => false,
        }
    }

    pub fn field(&self, no: u32, field: &str) -> Value {
        let found = self.desk.records().get(&id(no));
        found
            .and_then(|record| record.fields.get(field))
            .cloned()
            .unwrap_or_default()
    }

    fn state(&self, no: u32) -> FieldState {
        self.desk.field_state(&id(no), "name")
    }

    pub(super) async fn refresh(&mut self, came: Came) {
        let mut asked = match came {
            Came::Nothing => return,
            Came::Records(records) => Some(records.into_iter().collect::<BTreeSet<_>>()),
            Came::All => None,
        };
        loop {
            let shown = self.store.shown(asked.take()).await.unwrap();
            if self.desk.adopt(shown).is_some() {
                self.desk.mark_contested();
                break;
            }
        }
        // What a tab shows is what it would show if it were opened now.
        let opened = self.store.load(0).await.unwrap();
        assert_eq!(*self.desk.records(), opened.records);
        assert_eq!(self.desk.unsent(), opened.head.unsent());
    }

    /// A round: until it is done, or waits.
    pub async fn sync(&mut self, hub: &mut Hub) -> Ended {
        self.clock += 10_000;
        let mut events = VecDeque::from([Event::Pressed]);
        let (mut read, mut ended) = (Vec::<Op>::new(), None);
        while let Some(event) = events.pop_front() {
            for effect in self.engine.step(event, 7) {
                let answer = match effect {
                    Effect::Read => {
                        read.clear();
                        Event::Stock(self.store.stock(self.clock, true).await.unwrap())
                    }
                    Effect::ReadOps { after } => {
                        let ops = self.store.waiting_after(after).await.unwrap();
                        read.extend(ops.iter().cloned());
                        Event::Ops(ops)
                    }
                    Effect::Send(request) => self.send(hub, &request),
                    Effect::Write(write) => match self.store.keep(write, &read, self.clock).await.unwrap() {
                        Some(came) => {
                            self.refresh(came).await;
                            Event::Written
                        }
                        None => Event::StoreFailed,
                    },
                    Effect::Sum => Event::Summed(self.store.sum().await.unwrap()),
                    Effect::Wait { .. } => continue,
                    Effect::Show(phase) => {
                        ended = Some(Err(phase));
                        continue;
                    }
                    Effect::Done(round) => {
                        ended = Some(Ok(round));
                        continue;
                    }
                };
                events.push_front(answer);
            }
        }
        ended.unwrap()
    }

    fn send(&mut self, hub: &mut Hub, request: &Request) -> Event {
        let comes_back = match &mut self.reach {
            None => true,
            Some((0, _)) => return Event::Unreachable,
            Some((left, last)) => {
                *left -= 1;
                *left > 0 || *last
            }
        };
        let reply = hub.answer(Some(&self.account), &self.account, request, self.clock);
        match comes_back {
            true => Event::Replied(reply),
            false => Event::Unreachable,
        }
    }

    /// Whether it holds what the server shows it.
    pub(super) async fn is_in_step(&self, hub: &Hub) -> bool {
        let there: Vec<&Record> = hub.seen_by(&self.account);
        let here = self.store.load(0).await.unwrap().records;
        here.len() == there.len() && there.into_iter().all(|record| here.get(&record.id) == Some(record))
    }
}

/// Two devices that joined, with so many units.
pub(super) async fn two<S: Shelf>(
    shelf: &S,
    name: &str,
    units: u32,
) -> (Hub, Device<S::Database>, Device<S::Database>) {
    let mut hub = hub();
    let mut a = Device::joined(shelf, &format!("{name}/a"), "a", &mut hub).await;
    for no in 0..units {
        a.put(&real(no, &format!("Chi bộ {no}"))).await;
    }
    a.sync(&mut hub).await.unwrap();
    let b = Device::joined(shelf, &format!("{name}/b"), "b", &mut hub).await;
    (hub, a, b)
}

pub async fn edits_made_offline_meet<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 8).await;
    assert!(b.is_in_step(&hub).await);
    // Both go on without a network, and one is closed in between.
    a.set(1, "name", "Chi bộ Một").await;
    a.set(2, "order", 77).await;
    b.set(2, "name", "Chi bộ Hai").await;
    b.put(&real(20, "Chi bộ mới")).await;
    assert_eq!((a.state(1), a.desk.unsent()), (FieldState::OnDevice, 2));
    a.reopen(shelf).await;
    assert_eq!((a.field(1, "name"), a.desk.unsent()), (json!("Chi bộ Một"), 2));

    a.sync(&mut hub).await.unwrap();
    assert_eq!((a.state(1), a.desk.unsent()), (FieldState::Sent, 0));
    let round = b.sync(&mut hub).await.unwrap();
    assert_eq!((round.answered, round.conflicts, round.fetched > 0), (2, 0, true));
    a.sync(&mut hub).await.unwrap();
    for device in [&a, &b] {
        assert_eq!(device.field(2, "name"), "Chi bộ Hai");
        assert_eq!(device.field(2, "order"), 77);
        assert_eq!(device.field(20, "name"), "Chi bộ mới");
        assert!(device.is_in_step(&hub).await);
    }
    let ops = hub.judged().values().map(|(op, _)| op.author.as_str());
    assert_eq!(ops.collect::<BTreeSet<_>>(), BTreeSet::from(["a", "b"]));
    // Nothing new: nothing is fetched, and digests agree.
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!((round.fetched, round.compared, round.differed), (0, true, false));
}

pub async fn a_conflict_keeps_the_proposal_and_is_settled_and_undone<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 2).await;
    a.set(1, "name", "của a").await;
    b.set(1, "name", "của b").await;
    a.sync(&mut hub).await.unwrap();
    b.sync(&mut hub).await.unwrap();
    assert_eq!(
        (b.field(1, "name"), b.state(1)),
        (json!("của a"), FieldState::Conflicting)
    );
    // What somebody changed since is left alone by undo.
    assert!(!b.undo().await);

    let conflict: Conflict = open_conflicts(b.desk.records()).next().unwrap();
    assert_eq!(conflict.contested["name"].proposed, "của b");
    let chosen = Change::of_fields(&b.desk.records()[&id(1)], [("name".to_owned(), json!("của b"))]);
    let settled = Change::of_fields(
        &b.desk.records()[&conflict.record_id()],
        [("state".to_owned(), json!("settled"))],
    );
    b.act(Act::Edit, chosen.into_iter().chain(settled).collect()).await;
    b.sync(&mut hub).await.unwrap();
    a.sync(&mut hub).await.unwrap();
    assert_eq!(a.field(1, "name"), "của b");
    assert!(open_conflicts(a.desk.records()).next().is_none());

    assert!(b.undo().await);
    b.sync(&mut hub).await.unwrap();
    a.sync(&mut hub).await.unwrap();
    for device in [&a, &b] {
        assert_eq!(device.field(1, "name"), "của a");
        let conflict = Conflict::from_record(&device.desk.records()[&conflict.record_id()]).unwrap();
        assert_eq!(conflict.state, ConflictState::Open);
        assert!(device.is_in_step(&hub).await);
    }
}

pub async fn what_was_not_seen_is_never_overwritten<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 2).await;
    b.set(1, "name", "của b").await;
    a.set(1, "name", "của a").await;
    a.sync(&mut hub).await.unwrap();
    // What a gave comes below what waits on b: whoever types on there has not seen it.
    let since = b.store.head().await.unwrap().cursor.unwrap();
    let reply = hub.answer(Some("b"), "b", &Request::Changes { since: since.clone() }, 1);
    let changes = so_khoi::model::from_json::read(&reply.body).unwrap();
    let heard = b.store.take_page(&since, &changes, 1).await.unwrap().unwrap();
    b.refresh(Came::Records(heard.records)).await;
    assert_eq!(b.field(1, "name"), "của b");
    // Taken in once only, however many tabs were at it.
    assert_eq!(b.store.take_page(&since, &changes, 1).await.unwrap(), None);
    b.set(1, "name", "của b, lần hai").await;
    let round = b.sync(&mut hub).await.unwrap();
    assert_eq!((round.answered, round.conflicts), (2, 2));
    assert_eq!(b.field(1, "name"), "của a");
    let conflict: Conflict = open_conflicts(b.desk.records()).next().unwrap();
    assert_eq!(conflict.contested["name"].proposed, "của b, lần hai");
}

pub async fn a_rejected_edit_leaves_nothing_and_can_be_put_aside<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, _) = two(shelf, name, 2).await;
    a.set(1, "name", 7).await;
    assert_eq!(a.field(1, "name"), 7);
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!((round.rejected, round.answered), (1, 1));
    assert_eq!(
        (a.field(1, "name"), a.state(1)),
        (json!("Chi bộ 1"), FieldState::Rejected)
    );
    a.set(1, "order", 50).await;
    a.set(0, "order", 51).await;
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!((round.blocked, round.answered), (1, 1));
    // The edit behind it waits, is shown, and survives; another record's went.
    a.reopen(shelf).await;
    assert_eq!((a.field(1, "order"), a.field(0, "order")), (json!(50), json!(51)));
    let head = a.store.head().await.unwrap();
    assert_eq!((head.unsent(), head.rejected), (1, 1));
    assert_eq!(
        hub.seen_by("a")
            .iter()
            .filter(|record| record.fields["order"] == 50)
            .count(),
        0
    );

    let (op, row) = a
        .store
        .sent()
        .await
        .unwrap()
        .into_iter()
        .find(|(op, row)| op.change.set.contains_key("name") && row.as_ref().is_some_and(|row| row.is_refused()))
        .unwrap();
    assert_eq!(row.unwrap().answer.problem.unwrap().code, codes::MALFORMED);
    assert!(a.store.take_back(op.seq).await.unwrap());
    assert!(!a.store.take_back(op.seq).await.unwrap());
    a.sync(&mut hub).await.unwrap();
    let head = a.store.head().await.unwrap();
    assert_eq!((head.unsent(), head.rejected), (0, 0));
    assert!(a.is_in_step(&hub).await);
}

pub async fn an_answer_that_was_lost_comes_again<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 2).await;
    b.set(1, "name", "của b").await;
    b.sync(&mut hub).await.unwrap();
    a.set(1, "name", "của a").await;
    a.set(0, "name", "Chi bộ Không").await;
    a.reach = Some((1, false));
    assert!(a.sync(&mut hub).await.is_err());
    assert_eq!(a.desk.unsent(), 2);
    a.reach = None;
    a.reopen(shelf).await;
    let round = a.sync(&mut hub).await.unwrap();
    assert_eq!((round.answered, round.conflicts), (2, 1));
    assert_eq!(
        (a.field(1, "name"), a.field(0, "name")),
        (json!("của b"), json!("Chi bộ Không"))
    );
    assert_eq!(hub.judged().values().filter(|(op, _)| op.author == "a").count(), 4);
    assert!(a.is_in_step(&hub).await);
}

pub async fn a_restored_server_gets_again_what_it_lost<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 4).await;
    let backup = hub.clone();
    a.set(1, "name", "sau bản sao").await;
    a.sync(&mut hub).await.unwrap();
    b.set(2, "name", "của b").await;
    b.sync(&mut hub).await.unwrap();
    hub.restore(&backup, "e2");
    a.set(3, "name", "chưa gửi").await;
    let round = a.sync(&mut hub).await.unwrap();
    assert!(round.loaded);
    let head = a.store.head().await.unwrap();
    assert_eq!((head.epoch.as_deref(), head.unsent(), head.again), (Some("e2"), 0, 0));
    assert_eq!(
        (a.field(1, "name"), a.field(3, "name")),
        (json!("sau bản sao"), json!("chưa gửi"))
    );
    // b has not come back yet: what only it sent is lost until then.
    assert_eq!(a.field(2, "name"), "Chi bộ 2");
    b.sync(&mut hub).await.unwrap();
    a.sync(&mut hub).await.unwrap();
    assert_eq!(a.field(2, "name"), "của b");
    assert!(a.is_in_step(&hub).await && b.is_in_step(&hub).await);
}

pub async fn a_first_load_goes_on_where_it_broke_off<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, _, mut b) = two(shelf, name, 11).await;
    // A cursor from before everything that is known: all is loaded anew, and what waits stays on top.
    b.set(1, "name", "chưa gửi").await;
    b.store
        .keep(so_khoi::sync::engine::Write::Forget, &[], 1)
        .await
        .unwrap();
    b.reach = Some((3, true));
    assert!(b.sync(&mut hub).await.is_err());
    b.reach = None;
    let arriving = b.store.arriving().await.unwrap().unwrap();
    assert_eq!((arriving.done, arriving.total), (6, 11));
    // Until it is whole the screen shows what it showed.
    b.reopen(shelf).await;
    assert_eq!((b.desk.records().len(), b.field(1, "name")), (11, json!("chưa gửi")));
    let round = b.sync(&mut hub).await.unwrap();
    assert!(round.loaded && round.fetched < 11);
    assert_eq!(b.store.arriving().await.unwrap(), None);
    assert!(b.is_in_step(&hub).await);
}

pub async fn a_reader_is_told_no<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, _, _) = two(shelf, name, 3).await;
    let mut c = Device::joined(shelf, &format!("{name}/c"), "xem", &mut hub).await;
    c.set(1, "name", "không được").await;
    let round = c.sync(&mut hub).await.unwrap();
    assert_eq!(round.rejected, 1);
    assert_eq!(c.field(1, "name"), "Chi bộ 1");
}

pub async fn another_tab_reads_what_came<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, mut b) = two(shelf, name, 3).await;
    let mut tab = Device::open(shelf, &format!("{name}/b"), "b").await;
    a.set(1, "name", "của a").await;
    a.sync(&mut hub).await.unwrap();
    b.sync(&mut hub).await.unwrap();
    tab.set(2, "name", "tab hai").await;
    let (ops, head) = tab.store.news(tab.desk.top()).await.unwrap();
    tab.desk.catch_up(&ops, &head);
    assert_eq!(tab.field(1, "name"), "Chi bộ 1");
    assert!(head.heard > tab.desk.heard());
    tab.refresh(Came::All).await;
    assert_eq!(
        (tab.field(1, "name"), tab.field(2, "name")),
        (json!("của a"), json!("tab hai"))
    );
    // The first tab sends what the second wrote; a tab that skipped something reads everything.
    let (ops, head) = b.store.news(b.desk.top()).await.unwrap();
    assert_eq!(b.desk.catch_up(&ops, &head), [id(2)]);
    b.sync(&mut hub).await.unwrap();
    a.sync(&mut hub).await.unwrap();
    assert_eq!(a.field(2, "name"), "tab hai");
    let asked = BTreeSet::from([id(1)]);
    assert_eq!(tab.desk.adopt(tab.store.shown(Some(asked)).await.unwrap()), None);
    tab.refresh(Came::All).await;
    assert_eq!(tab.desk.unsent(), 0);
    // Two at once answer once.
    tab.set(0, "name", "một lần").await;
    let ops = b.store.waiting().await.unwrap();
    let push = so_khoi::sync::wire::Push {
        device: head.device.clone(),
        schema: so_khoi::sync::wire::SCHEMA,
        epoch: hub.epoch().to_owned(),
        ops: ops.clone(),
        skipped: head.skipped.clone(),
    };
    let reply = hub.answer(Some("b"), "b", &Request::Push(push), 1);
    let pushed: so_khoi::sync::wire::Pushed = so_khoi::model::from_json::read(&reply.body).unwrap();
    let one = b.store.answered(&ops, &pushed.answers, 1);
    let other = tab.store.answered(&ops, &pushed.answers, 1);
    let (one, other) = both(one, other).await;
    assert_eq!(one.unwrap().records.len() + other.unwrap().records.len(), 1);
    assert_eq!(b.store.head().await.unwrap().unsent(), 0);
}

pub async fn old_answers_go_and_a_lost_page_is_fetched_again<S: Shelf>(shelf: &S, name: &str) {
    let (mut hub, mut a, _) = two(shelf, name, 3).await;
    a.set(1, "name", 7).await;
    a.sync(&mut hub).await.unwrap();
    a.set(1, "order", 8).await;
    assert_eq!(a.store.forget_old(1_000_000).await.unwrap(), 0);
    let later = 91 * 86_400_000;
    // Neither what waits nor what was rejected goes.
    assert_eq!(a.store.forget_old(later).await.unwrap(), 3);
    assert_eq!(a.store.sent().await.unwrap().len(), 2);
    super::damage(a.store.database(), so_khoi::store::schema::Table::Pages, "".into()).await;
    a.reopen(shelf).await;
    assert_eq!(a.field(0, "name"), Value::Null);
    a.desk.remember(Vec::new());
    a.sync(&mut hub).await.unwrap();
    assert_eq!((a.field(0, "name"), a.field(1, "order")), (json!("Chi bộ 0"), json!(8)));
}
