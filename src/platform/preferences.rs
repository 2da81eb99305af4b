//! Small settings of this browser (localStorage) and the attributes of the root element.
//!
//! Reading and writing may be refused (private windows, a full disk); a setting then lives as long as the page.

use leptos::tachys::dom::{document, window};

/// A stored setting, if the browser has it.
pub fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Stores a setting, or forgets it when there is no value.
pub fn write(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Sets an attribute of `<html>`, or takes it away when there is no value.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The languages that the browser asks for, most wanted first; only the first is looked at.
pub fn browser_language() -> Option<String> {
    window().navigator().language()
}
