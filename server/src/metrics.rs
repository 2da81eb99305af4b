//! What the program counts about itself, as Prometheus text. Labels are templates of addresses and names of outcomes: never an account, a record, a
//! code or a figure.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use so_khoi::sync::wire::Status;

/// Upper bounds of the buckets of durations, in seconds.
const BOUNDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// The counters of one running program.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<(&'static str, String, u16), u64>>,
    durations: Mutex<BTreeMap<String, Histogram>>,
    ops: Mutex<BTreeMap<&'static str, u64>>,
    sign_ins: Mutex<BTreeMap<&'static str, u64>>,
    connections: AtomicI64,
    in_flight: AtomicI64,
}

#[derive(Debug, Default, Clone, Copy)]
struct Histogram {
    buckets: [u64; BOUNDS.len()],
    count: u64,
    sum: f64,
}

/// What is known of the database at the moment of asking.
#[derive(Debug, Clone, Copy, Default)]
pub struct DatabaseState {
    /// Whether it answers.
    pub up: bool,
    /// Connections that are open to it.
    pub open: u32,
    /// Of these, how many nobody uses.
    pub idle: usize,
}

/// Counts something that is there as long as this value is.
#[derive(Debug)]
pub struct Present<'a>(&'a AtomicI64);

impl Drop for Present<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// A request to a template (`/api/v1/records/{id}/history`) was answered. A client may write any word for a method, and a label is for ever:
    /// those that HTTP does not know count as one.
    pub fn answered(&self, method: &str, template: &str, status: u16, took: Duration) {
        const KNOWN: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
        let method = KNOWN.into_iter().find(|known| *known == method).unwrap_or("other");
        let key = (method, template.to_owned(), status);
        *lock(&self.requests).entry(key).or_default() += 1;
        let mut durations = lock(&self.durations);
        let histogram = durations.entry(template.to_owned()).or_default();
        let seconds = took.as_secs_f64();
        for (bucket, bound) in histogram.buckets.iter_mut().zip(BOUNDS) {
            *bucket += u64::from(seconds <= bound);
        }
        histogram.count += 1;
        histogram.sum += seconds;
    }

    /// What became of the ops of a push.
    pub fn pushed(&self, statuses: impl Iterator<Item = Status>) {
        let mut ops = lock(&self.ops);
        for status in statuses {
            let name = match status {
                Status::Applied => "applied",
                Status::Merged => "merged",
                Status::Duplicate => "duplicate",
                Status::Conflict => "conflict",
                Status::Rejected => "rejected",
            };
            *ops.entry(name).or_default() += 1;
        }
    }

    /// Somebody tried to sign in: `ok`, `refused` or `throttled`.
    pub fn signed_in(&self, outcome: &'static str) {
        *lock(&self.sign_ins).entry(outcome).or_default() += 1;
    }

    /// A connection is open until the value is dropped.
    pub fn connection(&self) -> Present<'_> {
        present(&self.connections)
    }

    /// A request is being answered until the value is dropped.
    pub fn request(&self) -> Present<'_> {
        present(&self.in_flight)
    }

    /// All of it, as Prometheus reads it.
    pub fn text(&self, database: DatabaseState) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text, database);
        text
    }

    fn write(&self, out: &mut String, database: DatabaseState) -> std::fmt::Result {
        head(out, "so_khoi_requests_total", "counter", "Requests answered.")?;
        for ((method, route, status), count) in lock(&self.requests).iter() {
            writeln!(
                out,
                "so_khoi_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} {count}"
            )?;
        }
        let name = "so_khoi_request_duration_seconds";
        head(out, name, "histogram", "How long requests took.")?;
        for (route, histogram) in lock(&self.durations).iter() {
            for (bound, count) in BOUNDS.iter().zip(histogram.buckets) {
                writeln!(out, "{name}_bucket{{route=\"{route}\",le=\"{bound}\"}} {count}")?;
            }
            writeln!(
                out,
                "{name}_bucket{{route=\"{route}\",le=\"+Inf\"}} {}",
                histogram.count
            )?;
            writeln!(out, "{name}_sum{{route=\"{route}\"}} {}", histogram.sum)?;
            writeln!(out, "{name}_count{{route=\"{route}\"}} {}", histogram.count)?;
        }
        head(
            out,
            "so_khoi_ops_total",
            "counter",
            "Ops pushed, by what became of them.",
        )?;
        for (status, count) in lock(&self.ops).iter() {
            writeln!(out, "so_khoi_ops_total{{status=\"{status}\"}} {count}")?;
        }
        head(out, "so_khoi_sign_ins_total", "counter", "Attempts to sign in.")?;
        for (outcome, count) in lock(&self.sign_ins).iter() {
            writeln!(out, "so_khoi_sign_ins_total{{outcome=\"{outcome}\"}} {count}")?;
        }
        let gauges = [
            (
                "so_khoi_connections",
                "Open connections.",
                self.connections.load(Ordering::Relaxed),
            ),
            (
                "so_khoi_requests_in_flight",
                "Requests being answered.",
                self.in_flight.load(Ordering::Relaxed),
            ),
            (
                "so_khoi_database_up",
                "Whether the database answers.",
                i64::from(database.up),
            ),
            (
                "so_khoi_database_connections",
                "Connections to the database.",
                i64::from(database.open),
            ),
            (
                "so_khoi_database_connections_idle",
                "Of these, unused.",
                i64::try_from(database.idle).unwrap_or(i64::MAX),
            ),
        ];
        for (name, help, value) in gauges {
            head(out, name, "gauge", help)?;
            writeln!(out, "{name} {value}")?;
        }
        Ok(())
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}")
}

fn present(count: &AtomicI64) -> Present<'_> {
    count.fetch_add(1, Ordering::Relaxed);
    Present(count)
}

/// Counters are whole after any panic.
fn lock<T>(counters: &Mutex<T>) -> MutexGuard<'_, T> {
    counters.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_told_with_its_labels() {
        let metrics = Metrics::default();
        metrics.answered("GET", "/api/v1/me", 200, Duration::from_millis(30));
        metrics.answered("GET", "/api/v1/me", 200, Duration::from_secs(20));
        metrics.pushed([Status::Applied; 7].into_iter());
        let open = metrics.connection();
        let text = metrics.text(DatabaseState::default());
        for line in [
            "so_khoi_requests_total{method=\"GET\",route=\"/api/v1/me\",status=\"200\"} 2",
            "so_khoi_request_duration_seconds_bucket{route=\"/api/v1/me\",le=\"0.025\"} 0",
            "so_khoi_request_duration_seconds_bucket{route=\"/api/v1/me\",le=\"0.05\"} 1",
            "so_khoi_request_duration_seconds_bucket{route=\"/api/v1/me\",le=\"+Inf\"} 2",
            "so_khoi_ops_total{status=\"applied\"} 7",
            "so_khoi_connections 1",
            "so_khoi_database_up 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        drop(open);
        assert!(metrics.text(DatabaseState::default()).contains("so_khoi_connections 0"));
    }

    #[test]
    fn a_made_up_method_makes_no_label() {
        let metrics = Metrics::default();
        for n in 0..100 {
            metrics.answered(&format!("M{n}"), "/", 405, Duration::ZERO);
        }
        assert_eq!(lock(&metrics.requests).len(), 1);
    }
}
