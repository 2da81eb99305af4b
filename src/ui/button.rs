//! Buttons, and links that look like them.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::link::{A, Destination};

/// How much a button asks for attention. One primary button a view at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do here: red.
    Primary,
    /// Something to do here: a hairline frame.
    #[default]
    Secondary,
    /// Something that may be done: text only.
    Quiet,
}

impl ButtonKind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A button with a label. While `busy` it keeps its size and the focus, and does nothing.
#[component]
pub fn Button(
    /// What it does: a verb, sentence case.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Smaller, for tables and toolbars.
    #[prop(optional)]
    small: bool,
    /// Something is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// It cannot be used now. Say why nearby: it stays focusable so that it can be read.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Runs when pressed, unless busy or disabled.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let idle = move || !busy.get_untracked() && !disabled.get_untracked();
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button--small=small
            class:button--busy=busy
            aria-disabled=move || (disabled.get() || busy.get()).then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=move |event| {
                match (idle(), on_press) {
                    (true, Some(on_press)) => on_press.run(()),
                    (true, None) => {}
                    (false, _) => event.prevent_default(),
                }
            }
        >
            {icon.map(|name| view! { <Icon name small=true/> })}
            <span class="button__label">{label}</span>
        </button>
    }
}

/// A link that looks like a button: for going somewhere, not for doing something.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    to: Destination,
    /// What is there.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the label.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Smaller, for tables and toolbars.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = format!("{}{}", kind.class(), if small { " button--small" } else { "" });
    view! {
        <A to class=class>
            {icon.map(|name| view! { <Icon name small=true/> })}
            <span class="button__label">{label}</span>
        </A>
    }
}

/// A button of one icon. Its label is read out and shown as a tooltip.
#[component]
pub fn IconButton(
    /// What it shows.
    icon: IconName,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// It cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Runs when pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=label
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            aria-disabled=move || disabled.get().then_some("true")
            on:click=move |_| {
                if !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            <Icon name=icon/>
        </button>
    }
}
