//! The browser's offer to install, with an event made here: a headless browser makes none.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{cell::Cell, rc::Rc};

use so_khoi::platform::install::{self, InstallWay};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = "
export function offer(outcome) {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    event.prompt = () => Promise.resolve({ outcome });
    window.dispatchEvent(event);
    return event.defaultPrevented;
}
export function installed() {
    window.dispatchEvent(new Event('appinstalled'));
}
")]
extern "C" {
    /// Hands the page Chromium's event, which a person would answer with `outcome`; true when the page held it back.
    fn offer(outcome: &str) -> bool;
    /// Says that the app was installed.
    fn installed();
}

#[wasm_bindgen_test]
async fn an_offer_is_kept_until_a_person_asks_and_is_good_for_one_question() {
    let changes = Rc::new(Cell::new(0));
    let counted = Rc::clone(&changes);
    install::watch(move || counted.set(counted.get() + 1));
    assert_eq!(install::way(), InstallWay::BrowserMenu);
    assert!(!install::prompt().await, "there is nothing to ask yet");

    assert!(offer("accepted"), "the browser's own bar is held back");
    assert_eq!(install::way(), InstallWay::Button);
    assert_eq!(changes.get(), 1);

    assert!(install::prompt().await);
    assert!(!install::can_install());

    offer("dismissed");
    assert!(install::can_install());
    assert!(!install::prompt().await, "the person said no");

    offer("accepted");
    installed();
    assert!(!install::can_install(), "installed by another way");
    assert_eq!(changes.get(), 4);
}
