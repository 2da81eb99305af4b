//! Words of the pages that read a table made elsewhere: into a form (`figures`), as a list of units or of targets (`lists`),
//! and why a file or a table is refused (`refusals`).

mod figures;
mod lists;
mod refusals;
mod words;

pub use figures::*;
pub use lists::*;
pub use refusals::*;
pub use words::*;
