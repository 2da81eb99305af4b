//! What a bloc adds to what it counts: words of the page and its dialogs, what it says of its things.

mod spoken;
mod told;
mod words;

pub use spoken::CATALOGUE;
pub use told::*;
pub use words::*;
