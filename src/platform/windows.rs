//! Further windows of the app.

use leptos::tachys::dom::window;

/// Opens an address in a window of its own, the same one for the same name. Called from a press. Answers whether the browser let it.
pub fn open(url: &str, name: &str) -> bool {
    let opened = window().open_with_url_and_target_and_features(url, name, "popup,width=1100,height=720");
    opened.is_ok_and(|opened| opened.is_some())
}
