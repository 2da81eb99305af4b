//! What Word's and PowerPoint's files have in common: a zip of parts that name one another, XML, pictures in two forms, and how
//! wide a text is.

pub mod measure;
pub mod package;
pub mod picture;
pub mod xml;

/// A file could not be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be packed")]
pub struct NotPacked;

/// English Metric Units, in which drawings are measured, in a CSS pixel.
pub const EMU_PER_PX: u64 = 9525;
/// The same in a millimetre.
pub const EMU_PER_MM: u64 = 36_000;
