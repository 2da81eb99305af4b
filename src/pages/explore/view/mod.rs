//! What the explorer draws. In the browser only.

mod choices;
mod page;
mod unit_choice;
mod views;

pub use page::ExplorePage;

/// The filters of the address.
mod filter {
    /// The form.
    pub const FORM: &str = "form";
    /// The measure or indicator.
    pub const SUBJECT: &str = "of";
    /// Whose: `sector:…` or `unit:…`.
    pub const WHOSE: &str = "whose";
    /// By which kind of period; read by the parts of topics too.
    pub const ALONG: &str = "along";
    /// All that a saved view keeps.
    pub const ALL: [&str; 4] = [FORM, SUBJECT, WHOSE, ALONG];
    /// Before the identifier of a sector.
    pub const SECTOR: &str = "sector:";
    /// Before the identifier of a unit.
    pub const UNIT: &str = "unit:";
}
