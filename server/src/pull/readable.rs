//! What an account may read, as a condition of SQL.

use so_khoi::{
    model::{id::UnitId, record::RecordKind, tree::UnitTree},
    sync::{
        rights::{Actor, READ_BY_ALL},
        sight::Sight,
    },
};

use crate::db::Dialect;

/// Above this many scopes (SQLite takes 32,766 values) all records are read, and left out one by one.
const MOST_SCOPES: usize = 30_000;

/// What may be read.
#[derive(Debug)]
pub struct Readable(Sight);

impl Readable {
    /// What an account may read in a bloc of these units.
    pub fn of(actor: &Actor, units: &UnitTree) -> Self {
        match Sight::of(actor, units) {
            Sight::Some { scopes, above } if scopes.len() + above.len() > MOST_SCOPES => Self(Sight::All),
            sight => Self(sight),
        }
    }

    /// Whether the database is asked for everything.
    pub fn is_all(&self) -> bool {
        self.0 == Sight::All
    }

    /// Whether there is nothing to ask for.
    pub fn is_nothing(&self) -> bool {
        self.0 == Sight::Nothing
    }

    /// The end of a condition, of which `first` is the statement's first value that is one of [`Self::bound`].
    pub fn chosen(&self, dialect: Dialect, first: usize) -> String {
        let (scopes, above) = match &self.0 {
            Sight::All => return String::new(),
            Sight::Nothing => return " AND 1 = 0".to_owned(),
            Sight::Some { scopes, above } => (scopes, above),
        };
        let kinds = READ_BY_ALL
            .each_ref()
            .map(|kind| format!("'{}'", kind.name()))
            .join(", ");
        let mut text = format!(
            " AND (kind IN ({kinds}) OR scope IN {}",
            dialect.places(first, 1, scopes.len())
        );
        if !above.is_empty() {
            let (unit, places) = (RecordKind::Unit, dialect.places(first + scopes.len(), 1, above.len()));
            text.push_str(&format!(" OR (kind = '{}' AND scope IN {places})", unit.name()));
        }
        text.push(')');
        text
    }

    /// The values of the condition, in their order.
    pub fn bound(&self) -> impl Iterator<Item = &str> {
        let (scopes, above): (&[UnitId], &[UnitId]) = match &self.0 {
            Sight::Some { scopes, above } => (scopes, above),
            Sight::All | Sight::Nothing => (&[], &[]),
        };
        scopes.iter().chain(above).map(UnitId::as_str)
    }
}
