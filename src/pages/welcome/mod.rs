//! The first visit: what this is, a look at a demo, and the three steps of a new bloc.

pub mod draft;
