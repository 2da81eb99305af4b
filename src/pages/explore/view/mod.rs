//! What the explorer draws. In the browser only.

mod choices;
mod page;
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
}
