//! PINs (Mã PIN): the page that asks for one before a sealed bloc is opened, and the part of the settings that sets, changes and
//! removes it. One chunk, with all that knows of keys.
//!
//! * `locked`: the page, `forgotten`: the way on without a PIN;
//! * `panel`: the part of the settings; `setting`, `changing`, `removing`: its dialogs;
//! * `typed`: a PIN that is typed, and what came of it.

use leptos::prelude::*;

mod changing;
mod forgotten;
mod locked;
mod panel;
mod removing;
mod setting;
mod typed;

/// What is drawn of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The page that asks for the PIN.
    Locked,
    /// The part of the settings.
    Panel,
}

/// Draws a part.
pub fn draw(part: Part) -> AnyView {
    match part {
        Part::Locked => view! { <locked::LockedPage/> }.into_any(),
        Part::Panel => view! { <panel::PinPanel/> }.into_any(),
    }
}
