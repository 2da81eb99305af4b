//! Parts of the app that are fetched when they are first needed.
//!
//! The first visit downloads what its page needs; every part that [`chunks`] names is in a file of its own, cut out of the
//! same wasm (feature `split`, done by `scripts/dist.mjs`) and kept by the service worker like the rest. Without the
//! feature (development, tests) everything is in one piece and nothing is fetched.

use std::future::Future;
use std::pin::Pin;

/// The chunk could not be fetched; the next try fetches it again.
#[derive(Clone, Copy, Debug)]
pub struct NotFetched;

/// A part that is on its way.
pub type Fetch<T> = Pin<Box<dyn Future<Output = Result<T, NotFetched>>>>;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> NotFetched {
        NotFetched
    }
}

/// Names chunks: `name as inner -> Type: value;` makes a function `name` that fetches the chunk and answers the value,
/// which is a function: what only it calls is in the chunk. `inner` is a name that nothing else has.
macro_rules! chunks {
    ($($(#[$doc:meta])* $name:ident as $inner:ident -> $part:ty: $value:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $inner() -> Result<$part, $crate::platform::chunk::NotFetched> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $inner() -> Result<$part, $crate::platform::chunk::NotFetched> {
            Ok($value)
        }

        $(#[$doc])*
        pub fn $name() -> $crate::platform::chunk::Fetch<$part> {
            Box::pin($inner())
        }
    )*};
}
pub(crate) use chunks;
