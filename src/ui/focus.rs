//! Where the focus goes when what had it is gone.
//!
//! A row that is drawn anew, a button that has done its work, a notice that was answered: each takes the focus with
//! it, and the browser then begins again at the top of the page. Whoever works by keyboard is put back where they
//! were: on the same control drawn anew, or else on the page's heading.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::state::router::{after_drawing, focus_heading};

/// What can be reached by Tab.
/// What can have the focus in a row.
pub const CONTROLS: &str = "a[href], button, input, select, textarea";

/// What a form finds wrong; a group of checkboxes cannot be invalid itself, so it is marked.
const WRONG: [&str; 2] = [
    "dialog[open] :is([aria-invalid=true], [data-wrong] input)",
    "main form [aria-invalid=true]",
];

/// A control that had the focus, and how to find it again.
#[derive(Debug, Clone)]
pub struct FocusMark {
    element: HtmlElement,
    /// The id of the row that it stands in, and which of the row's controls it is.
    row: Option<(String, usize)>,
    /// How it is called.
    label: String,
}

impl FocusMark {
    /// The control that has the focus; `None` when nothing has it.
    pub fn here() -> Option<Self> {
        document().active_element().and_then(Self::of)
    }

    /// A control that had it.
    pub fn of(element: Element) -> Option<Self> {
        let element = element.dyn_into::<HtmlElement>().ok()?;
        if is_page(&element) {
            return None;
        }
        let row = element.closest("tr[id], li[id]").ok().flatten();
        let row = row.and_then(|row| {
            let controls = all(&row, CONTROLS);
            let at = controls.iter().position(|one| one.is_same_node(Some(&element)))?;
            Some((row.id(), at))
        });
        let label = label_of(&element);
        Some(Self { element, row, label })
    }

    /// The page's heading.
    pub fn heading() -> Option<Self> {
        document().query_selector("main h1").ok().flatten().and_then(Self::of)
    }

    /// Puts the focus back once the page has drawn, unless something else has it by then.
    pub fn restore(self) {
        after_drawing(move || {
            if !document().active_element().is_none_or(|active| is_page(&active)) {
                return;
            }
            let found = Some(self.element.clone()).filter(|element| element.is_connected());
            match found.or_else(|| self.again()) {
                Some(element) => drop(element.focus()),
                None => focus_heading(),
            }
        });
    }

    /// The same control, drawn anew.
    fn again(&self) -> Option<HtmlElement> {
        let in_row = self.row.as_ref().and_then(|(row, at)| {
            let row = document().get_element_by_id(row)?;
            all(&row, CONTROLS).into_iter().nth(*at)
        });
        in_row.or_else(|| {
            let root = document().document_element()?;
            let mut controls = all(&root, "main :is(a[href], button), header :is(a[href], button)").into_iter();
            controls.find(|one| !self.label.is_empty() && label_of(one) == self.label)
        })
    }
}

/// Puts the focus on the first field of the form that is wrong. Answers whether there was one.
pub fn focus_wrong() -> bool {
    let found = WRONG
        .iter()
        .find_map(|selector| document().query_selector(selector).ok().flatten());
    let field = found.and_then(|field| field.dyn_into::<HtmlElement>().ok());
    field.is_some_and(|field| field.focus().is_ok())
}

/// The same, once the remarks that were just made are there.
pub fn focus_wrong_soon() {
    request_animation_frame(|| {
        focus_wrong();
    });
}

/// Arrows, Home and End in a table of controls: up and down to the same control of another row, left and right
/// within the row.
pub fn move_in_rows(event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    if event.default_prevented() || has_modifier {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(next) = target.and_then(|target| next_in_rows(&target, &event.key())) {
        event.prevent_default();
        let _ = next.focus();
    }
}

fn next_in_rows(target: &Element, key: &str) -> Option<HtmlElement> {
    let row = target.closest("tbody > tr").ok().flatten()?;
    let rows = all(&row.parent_element()?, "tr");
    let row_at = rows.iter().position(|one| one.is_same_node(Some(&row)))?;
    let controls = all(&row, CONTROLS);
    let at = controls.iter().position(|one| one.is_same_node(Some(target)))?;
    let (row_at, at) = match key {
        "ArrowDown" => (row_at + 1, at),
        "ArrowUp" => (row_at.checked_sub(1)?, at),
        "Home" => (0, at),
        "End" => (rows.len().checked_sub(1)?, at),
        "ArrowRight" => (row_at, at + 1),
        "ArrowLeft" => (row_at, at.checked_sub(1)?),
        _ => return None,
    };
    all(rows.get(row_at)?, CONTROLS).into_iter().nth(at)
}

/// All elements within one that a selector finds, in their order.
pub fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// The page itself: what the browser falls back on.
fn is_page(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "BODY" | "MAIN" | "HTML")
}

fn label_of(element: &Element) -> String {
    let label = element.get_attribute("aria-label").or_else(|| element.text_content());
    label.unwrap_or_default().trim().to_owned()
}
