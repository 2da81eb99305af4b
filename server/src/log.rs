//! One line of JSON for each thing worth telling, on stderr. There is no way to log a body, an address as it came or a header: what is logged is
//! named here, field by field.

use std::{
    io::{self, Write},
    sync::atomic::{AtomicU8, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Map, Value, json};

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Info,
    /// Somebody should look at it some day.
    Warn,
    /// Somebody should look at it now.
    Error,
}

impl Level {
    /// Every level, the least first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warn, Self::Error];

    /// The name that it is written by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// The level of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// The least that is written, as a number. A whole program has one log.
static LEAST: AtomicU8 = AtomicU8::new(Level::Info as u8);

/// From here on nothing below this level is written.
pub fn from(least: Level) {
    LEAST.store(least as u8, Ordering::Relaxed);
}

/// A request that was answered.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// Its method.
    pub method: &'a str,
    /// The template of its address; codes and identifiers are in no template.
    pub route: &'a str,
    /// The answer's status.
    pub status: u16,
    /// How long it took, in milliseconds.
    pub millis: u64,
}

/// A request was answered. A fault of the server is an error; the rest is as it should be.
pub fn answered(request: Answered<'_>) {
    let level = if request.status >= 500 {
        Level::Error
    } else {
        Level::Info
    };
    let fields = json!({
        "method": request.method, "route": request.route, "status": request.status, "ms": request.millis,
    });
    event(level, "request", fields);
}

/// Something happened: `what` is a name that does not change, `fields` an object.
pub fn event(level: Level, what: &str, fields: Value) {
    if (level as u8) < LEAST.load(Ordering::Relaxed) {
        return;
    }
    let line = line(level, what, fields, SystemTime::now());
    // A log that cannot be written is no reason to stop serving.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

fn line(level: Level, what: &str, fields: Value, at: SystemTime) -> Value {
    let millis = at.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let mut line = Map::new();
    line.insert("at_ms".to_owned(), json!(u64::try_from(millis).unwrap_or(u64::MAX)));
    line.insert("level".to_owned(), json!(level.name()));
    line.insert("event".to_owned(), json!(what));
    if let Value::Object(fields) = fields {
        line.extend(fields);
    }
    Value::Object(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_line_is_one_object() {
        let at = UNIX_EPOCH + Duration::from_millis(1500);
        let line = line(Level::Warn, "stop", json!({ "left": 2 }), at);
        assert_eq!(
            line,
            json!({ "at_ms": 1500, "level": "warn", "event": "stop", "left": 2 })
        );
        assert!(!line.to_string().contains('\n'));
    }
}
