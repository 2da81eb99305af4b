//! Loading everything: the first time, after a lost cursor, other rights, another digest, another epoch.

use super::*;

#[test]
fn a_new_epoch_is_taken_up_with_all_that_is_kept() {
    let mut engine = Engine::new();
    begun(&mut engine, stock(), vec![op(1, "a")]);
    assert_eq!(
        step(&mut engine, problem(409, "epoch-changed")),
        [Effect::Send(Request::Me)]
    );
    let effects = step(&mut engine, me("me", "e2"));
    assert_eq!(effects, [Effect::Write(Write::Replay { epoch: "e2".into() })]);
    // The ops that count as unanswered now are read again, from the first.
    assert_eq!(step(&mut engine, Event::Written), [Effect::Read]);
    let restored = Stock {
        epoch: Some("e2".into()),
        cursor: None,
        scope: None,
        ..stock()
    };
    assert_eq!(
        step(&mut engine, Event::Stock(restored)),
        [Effect::ReadOps { after: 0 }]
    );
    // Somebody else's session is not told anything.
    let mut engine = Engine::new();
    begun(&mut engine, stock(), vec![op(1, "a")]);
    step(&mut engine, problem(409, "epoch-changed"));
    let effects = engine.step(me("you", "e2"), 0);
    assert_eq!(effects, [Effect::Show(Phase::SignedOut { other: true })]);
}

fn me(account: &str, epoch: &str) -> Event {
    reply(
        200,
        &serde_json::json!({"account": {"id": account, "name": "n", "role": "unit"}, "epoch": epoch, "records": 0,
            "schema": 1, "now_ms": 0}),
    )
}

fn page(next: Option<&str>, scope: &str) -> Page {
    Page {
        epoch: "e".into(),
        cursor: "9.e".into(),
        scope: scope.into(),
        total: 2,
        next: next.map(str::to_owned),
        records: Vec::new(),
    }
}

fn records(page: Option<&str>) -> [Effect; 1] {
    let page = page.map(str::to_owned);
    [Effect::Send(Request::Records { page })]
}

/// A round with nothing to send, up to what is asked first.
fn fetching(engine: &mut Engine, stock: Stock) -> Vec<Effect> {
    begun(engine, stock, Vec::new())
}

#[test]
fn a_lost_cursor_and_another_scope_load_everything() {
    let mut engine = Engine::new();
    fetching(&mut engine, stock());
    assert_eq!(
        step(&mut engine, problem(410, "cursor-gone")),
        [Effect::Send(Request::Me)]
    );
    assert_eq!(step(&mut engine, me("me", "e")), [Effect::Write(Write::Forget)]);
    assert_eq!(step(&mut engine, Event::Written), records(None));

    let mut engine = Engine::new();
    fetching(&mut engine, stock());
    let effects = step(&mut engine, reply(200, &changes("6.e", false, "unit-1")));
    assert_eq!(effects, [Effect::Write(Write::Forget)]);
    assert_eq!(step(&mut engine, Event::Written), records(None));
    let first = page(Some("p2"), "unit-1");
    let effects = step(&mut engine, reply(200, &first));
    let write = Write::Page {
        first: true,
        page: first,
    };
    assert_eq!(effects, [Effect::Write(write)]);
    assert_eq!(step(&mut engine, Event::Written), records(Some("p2")));
    let last = page(None, "unit-1");
    let effects = step(&mut engine, reply(200, &last));
    let write = Write::Page {
        first: false,
        page: last,
    };
    assert_eq!(effects, [Effect::Write(write)]);
    // What changed while it was loading.
    let since = Request::Changes { since: "9.e".into() };
    assert_eq!(step(&mut engine, Event::Written), [Effect::Send(since)]);
}

#[test]
fn a_load_goes_on_where_it_broke_off_and_begins_again_where_rights_changed() {
    let begun = Stock {
        cursor: None,
        scope: None,
        loading: Some(Loading {
            next: "p7".into(),
            records: 600,
            scope: "all".into(),
        }),
        ..stock()
    };
    let mut engine = Engine::new();
    assert_eq!(fetching(&mut engine, begun.clone()), records(Some("p7")));
    let effects = step(&mut engine, reply(200, &page(Some("p8"), "all")));
    assert!(matches!(
        &effects[..],
        [Effect::Write(Write::Page { first: false, .. })]
    ));

    let mut engine = Engine::new();
    fetching(&mut engine, begun);
    let effects = step(&mut engine, reply(200, &page(Some("p8"), "unit-1")));
    assert_eq!(effects, [Effect::Write(Write::Forget)]);
    assert_eq!(step(&mut engine, Event::Written), records(None));
}

#[test]
fn digests_are_compared_when_due_and_another_one_loads_everything() {
    let due = Stock {
        digest_due: true,
        ..stock()
    };
    let sum = |digest: &str| Sum {
        cursor: "5.e".into(),
        records: 3,
        digest: digest.into(),
    };
    let theirs = |cursor: &str| DigestOf {
        epoch: "e".into(),
        cursor: cursor.into(),
        records: 3,
        digest: "same".into(),
    };
    let until_digest = |own: &str| {
        let mut engine = Engine::new();
        fetching(&mut engine, due.clone());
        let unchanged = changes("5.e", false, "all");
        assert_eq!(step(&mut engine, reply(200, &unchanged)), [Effect::Sum]);
        let effects = step(&mut engine, Event::Summed(Some(sum(own))));
        assert_eq!(effects, [Effect::Send(Request::Digest)]);
        engine
    };
    let effects = step(&mut until_digest("same"), reply(200, &theirs("5.e")));
    assert!(matches!(&effects[..], [Effect::Done(round)] if round.compared));
    // Of another state there is nothing to say.
    let effects = step(&mut until_digest("other"), reply(200, &theirs("6.e")));
    assert!(matches!(&effects[..], [Effect::Done(round)] if !round.compared));
    let effects = step(&mut until_digest("other"), reply(200, &theirs("5.e")));
    assert_eq!(effects, [Effect::Write(Write::Forget)]);
}

#[test]
fn a_server_that_never_comes_to_rest_is_left_alone_for_a_while() {
    let mut engine = Engine::new();
    let mut effects = fetching(&mut engine, stock());
    for _ in 0..20 {
        effects = match &effects[..] {
            [Effect::Send(Request::Me)] => step(&mut engine, me("me", "e")),
            [Effect::Send(_)] => step(&mut engine, problem(410, "cursor-gone")),
            [Effect::Write(_)] => step(&mut engine, Event::Written),
            [Effect::Wait { .. }] => return,
            other => panic!("{other:?}"),
        };
    }
    panic!("it goes on and on: {effects:?}");
}
