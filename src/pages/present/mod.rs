//! Trình chiếu: decks of slides, and showing them in a meeting.
//!
//! # Layout
//!
//! * `decks`: the decks; `ready_cards`: the ready ones among them; `naming`: their names. `deck`: one of them, put together: `slides`, the list; `one_slide`, what is changed of one;
//!   `preview`, how it will look;
//!   `offers`, what can be added; [`told`], what a slide is called. `typed`: text that is kept as it is typed.
//! * [`frozen`]: a deck with its figures as they were, which is what is shown, and what files are made of; [`opening`]: what stands on the
//!   slide that it opens with; `ready`: decks that nobody has to
//!   put together; `kept`: the frozen deck on the device.
//! * `presenting`: showing it; `presentation`: one that is going on; `on_screen`: what a window shows of it. [`stage`]: the screen and its sizes; [`layout`], `tables`: a slide on it, page by page; [`show`]: what is
//!   shown and what an action makes of it; `keys`: keys and fingers as actions; `slide`, `chart`, `overview`, `controls`: what is drawn;
//!   `fitted`: whether something of it is cut.
//! * `speaker`: what only the presenter sees; `wire`: what the two windows say to each other.

pub mod behind;
pub mod frozen;
pub mod keys;
pub mod layout;
pub mod opening;
pub mod ready;
pub mod show;
pub mod stage;
pub mod tables;
pub mod told;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod chart;
#[cfg(target_arch = "wasm32")]
mod controls;
#[cfg(target_arch = "wasm32")]
mod deck;
#[cfg(target_arch = "wasm32")]
mod decks;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod fitted;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod naming;
#[cfg(target_arch = "wasm32")]
mod offers;
#[cfg(target_arch = "wasm32")]
mod on_screen;
#[cfg(target_arch = "wasm32")]
mod one_slide;
#[cfg(target_arch = "wasm32")]
mod overview;
#[cfg(target_arch = "wasm32")]
mod presentation;
#[cfg(target_arch = "wasm32")]
mod presenting;
#[cfg(target_arch = "wasm32")]
mod preview;
#[cfg(target_arch = "wasm32")]
mod ready_cards;
#[cfg(target_arch = "wasm32")]
mod slide;
#[cfg(target_arch = "wasm32")]
mod slides;
#[cfg(target_arch = "wasm32")]
mod speaker;
#[cfg(target_arch = "wasm32")]
mod typed;

#[cfg(target_arch = "wasm32")]
pub use deck::DeckPage;
#[cfg(target_arch = "wasm32")]
pub use decks::DecksPage;
#[cfg(target_arch = "wasm32")]
pub use files::DeckFiles;
#[cfg(target_arch = "wasm32")]
pub use presenting::PresentingPage;
#[cfg(target_arch = "wasm32")]
pub use speaker::SpeakerPage;
