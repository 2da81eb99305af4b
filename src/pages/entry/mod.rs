//! Entry (Nhập liệu): choosing a form and a period, the sheet of all units, the form of one unit.

pub mod choice;
pub mod edit;
pub mod moves;
pub mod plan;
pub mod sheet;
pub mod totals;
