//! Text and files in and out. Here: what is typed or pasted as text, read into cells and names.

pub mod backup;
pub mod cell_text;
pub mod export;
pub mod files;
pub mod import;
pub mod name_list;
pub mod tsv;
pub mod worker;
