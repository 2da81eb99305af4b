//! What a change of returns has to pass before it is taken: the one place where the figures of a closed period are held,
//! and where an accepted return that is changed asks to be accepted again. The app asks it of every edit, undo included;
//! a server asks the same. [`bar`] is asked before anybody types, so that what would be refused is not offered.

use super::op::{Change, FieldChange, Records};
use super::rights::Actor;
use crate::model::closing::{Closing, closing_of};
use crate::model::id::{FormId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::record::{RecordKind, is_figure};
use serde_json::Value;

const STATUS: &str = "status";

/// Why a return is only read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar<'l> {
    /// The account does not write this unit's returns.
    NotTheirs,
    /// The period is closed: to everybody, until it is opened again.
    Closed(&'l Closing),
}

/// What stands in the way of filling in a unit's return; `None` where nothing does. Without a server there is no account, and
/// whoever has the bloc may.
pub fn bar<'l>(
    ledger: &'l Ledger,
    actor: Option<&Actor>,
    form: &FormId,
    period: &Period,
    unit: &UnitId,
) -> Option<Bar<'l>> {
    if actor.is_some_and(|actor| !actor.may_write_in(RecordKind::Return, unit, &ledger.units)) {
        return Some(Bar::NotTheirs);
    }
    closing_of(ledger, form, period).map(Bar::Closed)
}

/// The period of the closing that stands in the way of these changes; `None` where none does. Nothing of a closed return
/// changes, neither a figure nor its status. An act of which a part is refused is refused whole.
pub fn refused<'l>(ledger: &'l Ledger, now: &Records, changes: &[Change]) -> Option<&'l Period> {
    if ledger.closings.iter().all(|closing| closing.reopened.is_some()) {
        return None;
    }
    let returns = changes.iter().filter(|change| change.kind == RecordKind::Return);
    let mut closings = returns.filter_map(|change| {
        let form = FormId::new(text(now, change, "form")?);
        let period = text(now, change, "period")?.parse().ok()?;
        closing_of(ledger, &form, &period)
    });
    closings.next().map(|closing| &closing.period)
}

/// Marks accepted returns of which these changes change a figure, in the same act, so that undoing it takes the mark away
/// too.
pub fn amend(now: &Records, changes: &mut [Change]) {
    for change in changes {
        let is_accepted = || {
            let status = now.get(&change.record).and_then(|record| record.fields.get(STATUS));
            status.and_then(Value::as_str) == Some("accepted")
        };
        if change.kind == RecordKind::Return
            && !change.set.contains_key(STATUS)
            && change.set.keys().any(|field| is_figure(field))
            && is_accepted()
        {
            let mark = FieldChange {
                old: Value::from("accepted"),
                new: Value::from("amended"),
            };
            change.set.insert(STATUS.to_owned(), mark);
        }
    }
}

/// What a field of a return says: as it is, or as the change makes it.
fn text<'a>(now: &'a Records, change: &'a Change, field: &str) -> Option<&'a str> {
    let stored = now.get(&change.record).and_then(|record| record.fields.get(field));
    stored
        .or_else(|| change.set.get(field).map(|change| &change.new))?
        .as_str()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::closing::Closing;
    use crate::model::record::{Entity, Record, cell_field};
    use crate::model::returns::{Cell, Return, ReturnStatus};

    fn given(status: ReturnStatus) -> Return {
        let mut found = Return::new("admission".into(), "u1".into(), Period::Month(2022, 3));
        found.status = status;
        found.cells.insert("admitted".into(), Cell::count(4));
        found
    }

    fn records(all: &[Record]) -> Records {
        all.iter().map(|record| (record.id.clone(), record.clone())).collect()
    }

    fn set(record: &Record, field: &str, value: impl Into<Value>) -> Change {
        Change::of_fields(record, [(field.to_owned(), value.into())]).unwrap()
    }

    fn closing() -> Closing {
        Closing {
            id: "c".into(),
            period: Period::Year(2022),
            forms: vec!["admission".into()],
            at_ms: 0,
            by: "Văn phòng".into(),
            note: String::new(),
            reopened: None,
        }
    }

    #[test]
    fn nothing_of_a_closed_return_changes() {
        let stored = given(ReturnStatus::Submitted).to_record();
        let now = records(std::slice::from_ref(&stored));
        let closed = Ledger::from_records(&[closing().to_record()]);
        let cell = cell_field(&"admitted".into());
        let fresh = Return::new("admission".into(), "u2".into(), Period::Month(2022, 4)).to_record();
        let made = Change::between(None, &fresh).unwrap();
        let undone = set(&stored, &cell, 5).inverse();
        for change in [set(&stored, &cell, 5), set(&stored, STATUS, "accepted"), made, undone] {
            assert_eq!(
                refused(&closed, &now, std::slice::from_ref(&change)),
                Some(&Period::Year(2022))
            );
            assert_eq!(refused(&Ledger::default(), &now, &[change]), None);
        }
        // Another form, another year, and the closing itself.
        let other = |form: &str, year| {
            let fresh = Return::new(form.into(), "u1".into(), Period::Month(year, 1)).to_record();
            Change::between(None, &fresh).unwrap()
        };
        let reopened = set(&closing().to_record(), "reopened", "x");
        assert_eq!(
            refused(
                &closed,
                &now,
                &[other("headcount", 2022), other("admission", 2021), reopened]
            ),
            None
        );
        // One closed cell among many is enough.
        assert!(refused(&closed, &now, &[other("headcount", 2022), set(&stored, &cell, 9)]).is_some());
    }

    /// What is offered before typing is what is taken afterwards: of every role, over its own unit, one below and a strange one,
    /// open and closed.
    #[test]
    fn what_bars_a_return_is_what_the_server_refuses() {
        use crate::model::unit::{Unit, UnitKind};
        use crate::sync::judge::{Books, Sender, judge};
        use crate::sync::op::Op;
        use crate::sync::rights::Role;
        let unit = |id: &str, parent: Option<&str>, kind| Unit::new(id, parent.map(UnitId::new), kind, id).to_record();
        let units = [
            unit("bloc", None, UnitKind::BlocCommittee),
            unit("u1", Some("bloc"), UnitKind::GrassrootsCommittee),
            unit("below", Some("u1"), UnitKind::SubordinateCell),
            unit("u2", Some("bloc"), UnitKind::GrassrootsCell),
        ];
        let open = Ledger::from_records(&units);
        let closed = Ledger::from_records(units.iter().chain([&closing().to_record()]));
        let (form, period) = (FormId::new("admission"), Period::Month(2022, 3));
        let mut seen = [0; 3];
        for ledger in [open, closed] {
            let books = Books {
                ledger,
                ..Books::default()
            };
            for (role, unit) in Role::ALL
                .into_iter()
                .flat_map(|role| ["u1", "below", "u2"].map(|it| (role, UnitId::new(it))))
            {
                let actor = Actor {
                    account: "a".into(),
                    name: "a".into(),
                    role,
                    unit: (role == Role::Unit).then(|| "u1".into()),
                };
                let mut typed = Return::new(form.clone(), unit.clone(), period.clone());
                typed.cells.insert("admitted".into(), Cell::count(4));
                let change = Change::between(None, &typed.to_record()).unwrap();
                let op = Op {
                    op_id: "o".into(),
                    seq: 1,
                    author: "a".into(),
                    at_ms: 0,
                    change,
                };
                let sender = Sender {
                    actor: &actor,
                    device: "d",
                    now_ms: 0,
                };
                let answered = judge(&op, sender, 1, None, &[], &books).answer.problem;
                let expected = match bar(&books.ledger, Some(&actor), &form, &period, &unit) {
                    None => None,
                    Some(Bar::NotTheirs) => Some("forbidden"),
                    Some(Bar::Closed(_)) => Some("closed-period"),
                };
                assert_eq!(
                    answered.as_ref().map(|problem| problem.code.as_str()),
                    expected,
                    "{role:?} {unit}"
                );
                seen[expected.map_or(0, |code| if code == "forbidden" { 1 } else { 2 })] += 1;
            }
        }
        // Of 12 each time: a viewer 3 and a unit 1 may not; the other 8 may, until it is closed.
        assert_eq!(seen, [8, 8, 8]);
    }

    #[test]
    fn a_changed_figure_of_an_accepted_return_asks_again() {
        let stored = given(ReturnStatus::Accepted).to_record();
        let now = records(std::slice::from_ref(&stored));
        let cell = cell_field(&"admitted".into());
        let status = |change: Change| {
            let mut changes = [change];
            amend(&now, &mut changes);
            let mut after = now.clone();
            changes[0].apply(&mut after);
            let found = Return::from_record(&after[&stored.id]).unwrap().status;
            // Undoing it brings the acceptance back.
            changes[0].undo(&after).unwrap().apply(&mut after);
            assert_eq!(after, now);
            found
        };
        assert_eq!(status(set(&stored, &cell, 5)), ReturnStatus::Amended);
        assert_eq!(status(set(&stored, "as_of", "2022-03-31")), ReturnStatus::Amended);
        assert_eq!(status(set(&stored, "later", 7)), ReturnStatus::Accepted);
        assert_eq!(status(set(&stored, STATUS, "submitted")), ReturnStatus::Submitted);
        let handed_in = given(ReturnStatus::Submitted).to_record();
        let mut changes = [set(&handed_in, &cell, 5)];
        amend(&records(&[handed_in]), &mut changes);
        assert!(!changes[0].set.contains_key(STATUS));
    }
}
