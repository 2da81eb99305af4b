//! The databases' tables and how they came about, version by version.
//!
//! A version only adds tables; the content of rows carries its own format and is upcast when it is
//! read. So an upgrade is quick, cannot fail half way, and needs no reading inside it.

/// A table: an object store of IndexedDB with keys of its own, beside the values. Values are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// [`v1::PAGES`]
    Pages,
    /// [`v1::OUTBOX`]
    Outbox,
    /// [`v1::META`]
    Meta,
    /// [`v1::SNAPSHOTS`]
    Snapshots,
    /// [`v1::JOURNAL`]
    Journal,
    /// [`v1::DAMAGED`]
    Damaged,
    /// [`v1::WORKSPACES`]
    Workspaces,
    /// [`v2::ANSWERS`]
    Answers,
    /// [`v2::ARRIVING`]
    Arriving,
}

impl Table {
    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Table::Pages => v1::PAGES,
            Table::Outbox => v1::OUTBOX,
            Table::Meta => v1::META,
            Table::Snapshots => v1::SNAPSHOTS,
            Table::Journal => v1::JOURNAL,
            Table::Damaged => v1::DAMAGED,
            Table::Workspaces => v1::WORKSPACES,
            Table::Answers => v2::ANSWERS,
            Table::Arriving => v2::ARRIVING,
        }
    }
}

/// What a database is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// One bloc's things, in a database of its own.
    Workspace,
    /// The list of workspaces.
    Registry,
}

/// A version of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// The first: [`v1`].
    V1 = 1,
    /// What a server said: [`v2`].
    V2 = 2,
}

impl Version {
    /// All versions, in order.
    pub const ALL: [Version; 2] = [Version::V1, Version::V2];
    /// The version of this app.
    pub const NOW: Version = Version::V2;

    /// The tables that it adds.
    pub fn adds(self, schema: Schema) -> &'static [Table] {
        match (self, schema) {
            (Version::V1, Schema::Workspace) => v1::WORKSPACE_TABLES,
            (Version::V1, Schema::Registry) => &[Table::Workspaces],
            (Version::V2, Schema::Workspace) => v2::WORKSPACE_TABLES,
            (Version::V2, Schema::Registry) => &[],
        }
    }
}

/// What a database's own number says: the version of its tables, and how often it was turned over
/// ([`super::backend::Database::turn`]). One that never was has the version's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version of its tables.
    pub version: u32,
    /// How often it was turned over: an odd number of times, and its rows are sealed.
    pub turns: u32,
}

impl Edition {
    /// Of this app, never turned over.
    pub const NEW: Edition = Edition {
        version: Version::NOW as u32,
        turns: 0,
    };

    /// From the database's number.
    pub fn of(number: u32) -> Edition {
        Edition {
            version: number & 0xffff,
            turns: number >> 16,
        }
    }

    /// The database's number.
    pub fn number(self) -> u32 {
        self.turns << 16 | self.version
    }

    /// Whether rows are sealed.
    pub fn is_sealed(self) -> bool {
        self.turns % 2 == 1
    }

    /// As this app opens it; `None` where a newer one has changed it.
    pub fn opened(self) -> Option<Edition> {
        let is_ours = self.turns > 0 && self.version <= Version::NOW as u32;
        is_ours.then_some(Edition {
            turns: self.turns,
            ..Edition::NEW
        })
    }

    /// Once it is turned over; `None` where there are no more numbers.
    pub fn turned(self) -> Option<Edition> {
        (self.turns < 0x7fff).then_some(Edition {
            turns: self.turns + 1,
            ..self
        })
    }
}

/// The tables to make in a database of version `old`; 0 is a new one.
pub fn missing_tables(schema: Schema, old: u32) -> impl Iterator<Item = Table> {
    Version::ALL
        .into_iter()
        .filter(move |version| *version as u32 > old)
        .flat_map(move |version| version.adds(schema).iter().copied())
}

/// The first version.
pub mod v1 {
    use super::Table;

    /// Records.
    ///
    /// * Primary key: text; the lowest record id that the page may hold, `""` for the first page. A
    ///   page holds the ids from its key to the next page's.
    /// * Indices: none; the whole table is read at once.
    /// * Value: a page ([`crate::store::page`]).
    pub const PAGES: &str = "pages";

    /// Ops of this device. One that a server answered stays for a while ([`crate::sync::wire::KEPT_DAYS`]).
    ///
    /// * Primary key: number; the op's `seq`. It is given inside the transaction that writes the op,
    ///   so that two tabs never give the same.
    /// * Indices: none.
    /// * Value: JSON of [`crate::sync::op::Op`].
    pub const OUTBOX: &str = "outbox";

    /// What the workspace knows of itself.
    ///
    /// * Primary key: text; `head`, where there is a server `link` and `arriving`, and where there is a PIN `seal`.
    /// * Indices: none.
    /// * Value: JSON of [`crate::store::head::Head`], [`crate::store::link::Link`],
    ///   [`crate::store::arriving::Arriving`], [`crate::store::seal::Seal`] (the one row that is never sealed).
    pub const META: &str = "meta";

    /// Frozen numbers.
    ///
    /// * Primary key: text; the snapshot's id.
    /// * Indices: none.
    /// * Value: JSON of [`crate::store::snapshots::Snapshot`].
    pub const SNAPSHOTS: &str = "snapshots";

    /// The history of this device: every edit, with what was before.
    ///
    /// * Primary key: number; the line's number, given like an op's.
    /// * Indices: none; read backwards in pieces.
    /// * Value: JSON of [`crate::store::journal::Line`].
    pub const JOURNAL: &str = "journal";

    /// Rows that could not be read, set aside as they were.
    ///
    /// * Primary key: text; table, row and when.
    /// * Indices: none.
    /// * Value: the row's bytes.
    pub const DAMAGED: &str = "damaged";

    /// The workspaces of this device (in the registry's database).
    ///
    /// * Primary key: text; the workspace's id.
    /// * Indices: none.
    /// * Value: JSON of [`crate::store::registry::Entry`].
    pub const WORKSPACES: &str = "workspaces";

    /// The tables of a workspace's database.
    pub const WORKSPACE_TABLES: &[Table] = &[
        Table::Pages,
        Table::Outbox,
        Table::Meta,
        Table::Snapshots,
        Table::Journal,
        Table::Damaged,
    ];
}

/// The second version: a server's answers.
pub mod v2 {
    use super::Table;

    /// What a server said of ops.
    ///
    /// * Primary key: number; the op's `seq`.
    /// * Indices: none.
    /// * Value: JSON of [`crate::store::answers::Row`].
    pub const ANSWERS: &str = "answers";

    /// The records of a first load, until all are there and take the pages' place at once.
    ///
    /// * Primary key: text, like that of the pages.
    /// * Indices: none.
    /// * Value: a page ([`crate::store::page`]).
    pub const ARRIVING: &str = "arriving";

    /// The tables that a workspace's database gets.
    pub const WORKSPACE_TABLES: &[Table] = &[Table::Answers, Table::Arriving];
}
