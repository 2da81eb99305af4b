//! Reads operations, one JSON object a line, writes them in one durable transaction to a new SQLite file, and prints the milliseconds
//! of that: `so-khoi-bench-ingest OPS DATABASE`. An operation makes what it makes on the server: the record as it is then, and the line that
//! says what came. Nothing is judged, hashed or answered.

use rusqlite::{Connection, params};
use serde_json::Value;
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(ops), Some(database)) = (arguments.next(), arguments.next()) else {
        return Err("so-khoi-bench-ingest OPS DATABASE".into());
    };
    let text = std::fs::read_to_string(ops)?;
    let mut db = Connection::open(database)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.execute_batch(
        "CREATE TABLE records (id TEXT PRIMARY KEY, kind TEXT, scope TEXT, rev INTEGER UNIQUE, fields TEXT);
         CREATE TABLE ops (op_id TEXT PRIMARY KEY, device TEXT, seq INTEGER, body TEXT);",
    )?;
    // As the server: what came is text, and has to be read.
    let began = Instant::now();
    let transaction = db.transaction()?;
    {
        let mut record = transaction.prepare("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)")?;
        let mut op = transaction.prepare("INSERT INTO ops VALUES (?, 'bench', ?, ?)")?;
        for (rev, line) in (1_i64..).zip(text.lines()) {
            let read: Value = serde_json::from_str(line)?;
            let change = &read["change"];
            let fields: serde_json::Map<String, Value> = change["set"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, set)| (name.clone(), set["new"].clone()))
                .collect();
            let text_of = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            record.execute(params![
                text_of(&change["record"]),
                text_of(&change["kind"]),
                text_of(&change["scope"]),
                rev,
                Value::from(fields).to_string(),
            ])?;
            op.execute(params![text_of(&read["op_id"]), read["seq"].as_i64(), line])?;
        }
    }
    transaction.commit()?;
    println!("{:.3}", began.elapsed().as_secs_f64() * 1000.0);
    Ok(())
}
