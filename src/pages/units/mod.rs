//! The units: the tree, a unit's figures, changes of the tree.

pub mod names;
