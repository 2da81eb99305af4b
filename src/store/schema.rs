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
}

impl Version {
    /// All versions, in order.
    pub const ALL: [Version; 1] = [Version::V1];
    /// The version of this app.
    pub const NOW: Version = Version::V1;

    /// The tables that it adds.
    pub fn adds(self, schema: Schema) -> &'static [Table] {
        match (self, schema) {
            (Version::V1, Schema::Workspace) => v1::WORKSPACE_TABLES,
            (Version::V1, Schema::Registry) => &[Table::Workspaces],
        }
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

    /// Ops that no server has accepted yet.
    ///
    /// * Primary key: number; the op's `seq`. It is given inside the transaction that writes the op,
    ///   so that two tabs never give the same.
    /// * Indices: none.
    /// * Value: JSON of [`crate::sync::op::Op`].
    pub const OUTBOX: &str = "outbox";

    /// What the workspace knows of itself.
    ///
    /// * Primary key: text; `head`.
    /// * Indices: none.
    /// * Value: JSON of [`crate::store::head::Head`].
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
