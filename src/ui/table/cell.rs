//! What a table shows, as data: columns, and rows of written cells.

use leptos::prelude::ViewFn;

use crate::state::route::Place;
use crate::ui::badge::Status;
use crate::ui::bullet::BulletBar;

/// What stands in the place of a figure that does not exist.
pub(super) const NONE: &str = "–";

/// Where a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Figures.
    End,
    /// Marks.
    Center,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    pub(super) label: String,
    pub(super) unit: String,
    pub(super) align: Align,
    pub(super) sortable: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A column of figures.
    pub fn figures(label: impl Into<String>) -> Self {
        Self {
            align: Align::End,
            ..Self::words(label)
        }
    }

    /// A column of marks or badges.
    pub fn marks(label: impl Into<String>) -> Self {
        Self {
            align: Align::Center,
            ..Self::words(label)
        }
    }

    /// The same column with its counting unit below the label.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// The same column, sortable by its head; its cells need an `order`.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }
}

/// A cell: written out, ready to be read.
#[derive(Clone, Default)]
pub struct Cell {
    pub(super) text: String,
    pub(super) note: String,
    pub(super) order: Option<f64>,
    pub(super) look: Look,
}

/// What a cell shows beside or instead of its text.
#[derive(Clone, Default)]
pub(super) enum Look {
    #[default]
    Text,
    Muted,
    Status(Status),
    Bar(BulletBar, Status),
    View(ViewFn),
}

impl Cell {
    /// Words or a written figure.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A written figure that can be sorted by.
    pub fn figure(text: impl Into<String>, order: f64) -> Self {
        Self::text(text).order(order)
    }

    /// A figure that does not exist ("–"); last in any order.
    pub fn none() -> Self {
        Self::muted(NONE)
    }

    /// Muted words.
    pub fn muted(text: impl Into<String>) -> Self {
        Self {
            look: Look::Muted,
            ..Self::text(text)
        }
    }

    /// A status badge.
    pub fn status(status: Status) -> Self {
        Self {
            look: Look::Status(status),
            ..Self::default()
        }
    }

    /// A bar with its figure behind it.
    pub fn bar(text: impl Into<String>, bar: BulletBar, status: Status) -> Self {
        Self {
            look: Look::Bar(bar, status),
            order: Some(bar.value),
            ..Self::text(text)
        }
    }

    /// Anything else: a button, a badge. It takes the text's place.
    pub fn view(view: impl Into<ViewFn>) -> Self {
        Self {
            look: Look::View(view.into()),
            ..Self::default()
        }
    }

    /// The same cell with a muted line below its text.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same cell with its place in the order of its column: a value, or a name's rank in the alphabet.
    #[must_use]
    pub fn order(mut self, order: f64) -> Self {
        self.order = Some(order);
        self
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// One of many.
    #[default]
    Plain,
    /// The sum of the others: stays last in any order.
    Total,
    /// A heading over the rows that follow: only its first cell is shown, and the table is not sorted across it.
    Group,
    /// Not reported, closed: muted.
    Muted,
}

/// A row. Its first cell names it.
#[derive(Clone, Default)]
pub struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) kind: RowKind,
    pub(super) link: Option<Place>,
}

impl Row {
    /// A row.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// The same row, of another kind.
    #[must_use]
    pub fn kind(mut self, kind: RowKind) -> Self {
        self.kind = kind;
        self
    }

    /// The same row, leading somewhere: its name is the link, and the whole row follows it.
    #[must_use]
    pub fn link(mut self, place: Place) -> Self {
        self.link = Some(place);
        self
    }
}
