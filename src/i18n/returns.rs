//! Returns as papers: what is done with them, the page that shows who has handed in what, closing a period.

mod closing;
mod deeds;
mod page;

pub use closing::*;
pub use deeds::*;
pub use page::*;
