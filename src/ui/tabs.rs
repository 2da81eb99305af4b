//! Views of the same thing, one at a time.

use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::field::new_id;
use super::menu::Choice;

/// What a tab shows, made from the tab's value.
pub type TabPanel = Arc<dyn Fn(String) -> AnyView + Send + Sync>;

/// Tabs. Only the chosen one's panel exists. Keep `value` in the address (a filter) where a link should open it.
#[component]
pub fn Tabs(
    /// What the tabs are views of; read out.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Choice>>,
    /// The tab shown; the first when it is none of them.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new tab.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// What a tab shows.
    panel: TabPanel,
) -> impl IntoView {
    let id = StoredValue::new(new_id("tabs"));
    let list = NodeRef::<html::Div>::new();
    let shown = Memo::new(move |_| {
        let value = value.get();
        tabs.with(|tabs| {
            let known = tabs.iter().any(|tab| tab.value == value);
            if known {
                value
            } else {
                tabs.first().map(|tab| tab.value.clone()).unwrap_or_default()
            }
        })
    });
    let tab_id = move |tab: &str| id.with_value(|id| format!("{id}-{tab}"));
    let panel_id = move || id.with_value(|id| format!("{id}-panel"));
    let on_key = move |event: KeyboardEvent| {
        let order: Vec<String> = tabs.with_untracked(|tabs| tabs.iter().map(|tab| tab.value.clone()).collect());
        let Some(at) = order.iter().position(|tab| *tab == shown.get_untracked()) else {
            return;
        };
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % order.len(),
            "ArrowLeft" => (at + order.len() - 1) % order.len(),
            "Home" => 0,
            "End" => order.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(tab) = order.get(next) {
            on_change.run((tab.clone(),));
            let element = document().get_element_by_id(&tab_id(tab));
            if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
        }
    };
    // The chosen one is seen whole, wherever the row was scrolled to. Only the row moves, never the page.
    Effect::new(move || {
        let chosen = tab_id(&shown.get());
        request_animation_frame(move || {
            let element = document().get_element_by_id(&chosen);
            let tab = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
            if let (Some(list), Some(tab)) = (list.get_untracked(), tab) {
                let beside = (list.client_width() - tab.offset_width()) / 2;
                list.set_scroll_left(tab.offset_left() - beside);
            }
        });
    });
    let tab_views = move || {
        tabs.get()
            .into_iter()
            .map(|tab| {
                let (chosen, wanted) = (tab.value.clone(), tab.value.clone());
                let selected = Memo::new(move |_| shown.get() == chosen);
                view! {
                    <button
                        type="button"
                        role="tab"
                        class="tab"
                        id=tab_id(&tab.value)
                        aria-selected=move || if selected.get() { "true" } else { "false" }
                        aria-controls=panel_id
                        tabindex=move || if selected.get() { "0" } else { "-1" }
                        on:click=move |_| on_change.run((wanted.clone(),))
                    >
                        {tab.label}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label node_ref=list on:keydown=on_key>
            {tab_views}
        </div>
        <div class="tabs__panel" role="tabpanel" id=panel_id aria-labelledby=move || tab_id(&shown.get())>
            {move || panel(shown.get())}
        </div>
    }
}
