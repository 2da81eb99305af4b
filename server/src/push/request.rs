//! What a push may be, before anything of it is judged.

use std::collections::BTreeMap;

use so_khoi::{
    model::from_json,
    sync::{
        op::Op,
        rights::Actor,
        sequence::MOST_GAPS,
        wire::{MOST_BYTES, MOST_OPS, Push, SCHEMA},
    },
};

use super::Known;
use crate::{db::records::text, fault::Fault, problem::Problem, random};

/// How deep lists and objects may stand in each other.
const MOST_DEPTH: usize = 32;
/// How long a name may be: of a device, a record, a unit, a person's post.
const MOST_NAME: usize = 400;
/// The highest number in a device's sequence: what JavaScript still counts exactly.
const MOST_SEQ: u64 = 1 << 53;

/// Reads a push.
///
/// # Errors
/// What is wrong with it.
pub fn read(body: &[u8]) -> Result<Push, Problem> {
    if body.len() > MOST_BYTES {
        return Err(Problem::TOO_LARGE);
    }
    if depth(body) > MOST_DEPTH {
        return Err(Problem::TOO_LARGE.of_field("depth"));
    }
    let push: Push = from_json::read(body).map_err(|error| Problem::UNREADABLE.of_field(error.to_string()))?;
    if push.schema > SCHEMA {
        return Err(Problem::SCHEMA_TOO_NEW);
    }
    if push.ops.len() > MOST_OPS {
        return Err(Problem::TOO_LARGE.of_field("ops"));
    }
    check(&push.device, "device")?;
    push.ops.iter().try_for_each(check_op)?;
    if push.skipped.len() > MOST_GAPS {
        return Err(Problem::TOO_LARGE.of_field("skipped"));
    }
    if push.skipped.iter().any(|numbers| numbers.last < numbers.first) {
        return Err(Problem::INVALID.of_field("skipped"));
    }
    Ok(push)
}

/// Ops are never taken under another's name than their author's, and nothing is remembered of such a push: under the right
/// session it is taken as if it had never come.
///
/// # Errors
/// [`Problem::OTHER_AUTHOR`], of the first such op.
pub fn check_authors(push: &Push, actor: &Actor) -> Result<(), Problem> {
    match push.ops.iter().find(|op| op.author != actor.account) {
        None => Ok(()),
        Some(op) => Err(Problem::OTHER_AUTHOR.of_op(&op.op_id)),
    }
}

/// What cannot be an op of anybody. An op that only cannot be taken is rejected by itself.
fn check_op(op: &Op) -> Result<(), Problem> {
    let Op { op_id, change, .. } = op;
    if !is_uuid(op_id) {
        return Err(Problem::INVALID.of_field("op_id"));
    }
    let names = [
        (op.author.as_str(), "author"),
        (change.record.as_str(), "record"),
        (change.scope.as_str(), "scope"),
    ];
    for (name, field) in names {
        check(name, field).map_err(|problem| problem.of_op(op_id))?;
    }
    if !(1..=MOST_SEQ).contains(&op.seq) {
        return Err(Problem::INVALID.of_field("seq").of_op(op_id));
    }
    Ok(())
}

fn check(name: &str, field: &str) -> Result<(), Problem> {
    match (1..=MOST_NAME).contains(&name.len()) && !name.chars().any(char::is_control) {
        true => Ok(()),
        false => Err(Problem::INVALID.of_field(field)),
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// How deep the deepest list or object stands; what is no JSON has some depth too.
fn depth(body: &[u8]) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in body {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// What an op says, by which it is known again. Which revision its device had when it was sent is no part of that: it may have
/// heard of another one when it sends again.
///
/// # Errors
/// When the op cannot be written as JSON.
pub fn body_hash(op: &Op) -> Result<String, Fault> {
    let mut said = op.clone();
    said.change.base_rev = 0;
    Ok(random::hash(text(&said)?))
}

/// The ops of a push that have no answer, each once, with their hashes.
///
/// # Errors
/// [`Problem::OP_REUSED`] when an op says something else than the one of the same identifier.
pub fn fresh<'p>(
    push: &'p Push,
    hashes: &'p [String],
    known: &BTreeMap<String, Known>,
) -> Result<Vec<(&'p Op, &'p str)>, Problem> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut fresh = Vec::new();
    for (op, hash) in push.ops.iter().zip(hashes) {
        let first = match known.get(&op.op_id) {
            Some(Known::Before { body_hash, .. }) => Some(body_hash.as_str()),
            _ => seen.insert(&op.op_id, hash),
        };
        match first {
            None => fresh.push((op, hash.as_str())),
            Some(first) if first == hash => {}
            Some(_) => return Err(Problem::OP_REUSED.of_op(&op.op_id)),
        }
    }
    Ok(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_outside_of_text() {
        assert_eq!(depth(br#"{"a":[1,{"b":"[[[\"[["}]}"#), 3);
        assert_eq!(depth(b"]]]["), 1);
    }

    #[test]
    fn identifiers_of_ops_are_uuids() {
        assert!(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        assert!(!is_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
        assert!(!is_uuid("017f22e2079b007cc3098c40dc0c0c07398f"));
        assert!(!is_uuid("x"));
    }

    #[test]
    fn a_push_is_refused_for_what_it_is() {
        let code = |body: &str| read(body.as_bytes()).map_err(|problem| problem.code);
        let push = |schema: u64, device: &str| {
            serde_json::json!({"device": device, "schema": schema, "epoch": "e", "ops": []}).to_string()
        };
        assert!(code(&push(SCHEMA, "d")).is_ok());
        assert_eq!(code(&push(SCHEMA + 1, "d")), Err("schema-too-new"));
        assert_eq!(code(&push(SCHEMA, "")), Err("invalid"));
        assert_eq!(code(&push(SCHEMA, "a\nb")), Err("invalid"));
        assert_eq!(code(&push(SCHEMA, &"d".repeat(401))), Err("invalid"));
        assert_eq!(code("{"), Err("unreadable"));
        assert_eq!(code("[]"), Err("unreadable"));
        assert_eq!(code(&"[".repeat(40)), Err("too-large"));
    }
}
