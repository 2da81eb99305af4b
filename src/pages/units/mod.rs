//! Units (Đơn vị): the tree, its numbers beside the stated ones, adding, changing, ordering, closing.

pub mod change;
pub mod counts;
