//! The bloc as one JSON file for other software, described in `docs/xuat-json.md`.
//!
//! Its names are its own: nothing in it is named after a type or a field of this crate, so that the model can change and the
//! file stays. What is added later is added; what is there is neither renamed nor taken away in a version. Only what is
//! counted is in it: no views, no settings, and nothing about a person, because the bloc knows of none.
//!
//! # Layout
//!
//! * here: writing it part by part, so that a caller can pause; [`shape`]: its objects; [`words`]: its words for the
//!   model's.

mod shape;
mod words;

use crate::catalogue::Catalogue;
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::returns::Return;
use serde::Serialize;
use time::OffsetDateTime;

/// What [`Head::format`](shape::Head) says.
const FORMAT: &str = "so-khoi-json";
/// The version of what `docs/xuat-json.md` describes.
const VERSION: u16 = 1;

/// How many returns are written between two pauses.
const AT_ONCE: usize = 256;

/// The end of the file's name.
pub const EXTENSION: &str = "json";

/// A file that is being written.
pub struct Writing<'a> {
    ledger: &'a Ledger,
    catalogue: &'a Catalogue,
    returns: Vec<&'a Return>,
    written: usize,
    out: Vec<u8>,
}

impl<'a> Writing<'a> {
    /// Begins: everything but the returns is written.
    ///
    /// # Errors
    /// Only if something cannot be written as JSON.
    pub fn new(ledger: &'a Ledger, catalogue: &'a Catalogue, at_ms: i64) -> Result<Writing<'a>, serde_json::Error> {
        let mut returns: Vec<&Return> = ledger.all_returns().collect();
        // Hash maps have no order; a file that is made twice is to be the same file.
        returns.sort_by(|a, b| (&a.form, &a.period, &a.unit).cmp(&(&b.form, &b.period, &b.unit)));
        let head = shape::Head {
            format: FORMAT,
            version: VERSION,
            made_at: moment(at_ms),
            bloc: shape::bloc(ledger),
            counting_units: shape::counting_units(catalogue),
            measures: shape::measures(catalogue, &returns),
            sectors: shape::sectors(ledger),
            units: ledger.units.in_order().into_iter().map(shape::unit).collect(),
            drives: ledger.drives.iter().map(shape::drive).collect(),
            targets: ledger.targets.values().map(|it| shape::target(it, catalogue)).collect(),
            statements: ledger
                .statements
                .iter()
                .map(|it| shape::statement(it, catalogue))
                .collect(),
            explanations: ledger.explanations.values().map(shape::explanation).collect(),
        };
        let mut out = serde_json::to_vec(&head)?;
        // The returns come as the last member of the same object.
        out.pop();
        out.extend(b",\n\"returns\":[");
        Ok(Writing {
            ledger,
            catalogue,
            returns,
            written: 0,
            out,
        })
    }

    /// How many returns are written, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.written, self.returns.len())
    }

    /// Writes some more; answers whether there are more.
    ///
    /// # Errors
    /// Only if something cannot be written as JSON.
    pub fn step(&mut self) -> Result<bool, serde_json::Error> {
        for found in self.returns.iter().skip(self.written).take(AT_ONCE) {
            self.out.extend(if self.written > 0 { &b",\n"[..] } else { b"\n" });
            let shaped = shape::entered(found, self.ledger, self.catalogue);
            write(&mut self.out, &shaped)?;
            self.written += 1;
        }
        Ok(self.written < self.returns.len())
    }

    /// The file's bytes.
    pub fn finish(mut self) -> Vec<u8> {
        self.out.extend(b"\n]}\n");
        self.out
    }
}

/// The whole file at once.
///
/// # Errors
/// Only if something cannot be written as JSON.
pub fn write_all(ledger: &Ledger, catalogue: &Catalogue, at_ms: i64) -> Result<Vec<u8>, serde_json::Error> {
    let mut writing = Writing::new(ledger, catalogue, at_ms)?;
    while writing.step()? {}
    Ok(writing.finish())
}

fn write(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, value)
}

/// A moment in UTC: `2026-11-22T09:00:00Z`.
fn moment(at_ms: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// A count as JSON has numbers: exact up to 2⁵³, which no count of people or things comes near.
type Number = Count;

#[cfg(test)]
mod tests;
