//! Joining a server: an invitation opened by a link or a QR code, the first load, a bloc published to an empty server, and
//! signing in again when a session is over.
//!
//! * [`code`]: the code in what was pasted; [`draft`]: what is typed; [`device`]: what to call the device; [`landing`]: where
//!   one goes when all is there.
//! * `page`: which of the steps is shown; `enter`, `invitation`, `arriving`: the steps; `sign_in`: the form that other pages
//!   use too; `said`: troubles in words.

pub mod code;
pub mod device;
pub mod draft;
pub mod landing;

#[cfg(target_arch = "wasm32")]
mod arriving;
#[cfg(target_arch = "wasm32")]
pub mod enter;
#[cfg(target_arch = "wasm32")]
mod invitation;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub mod said;
#[cfg(target_arch = "wasm32")]
mod scanner;
#[cfg(target_arch = "wasm32")]
pub mod sign_in;

#[cfg(target_arch = "wasm32")]
pub use page::JoinPage;
