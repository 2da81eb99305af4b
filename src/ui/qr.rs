//! A QR code, always dark on light: readers want it so in any theme.

use leptos::prelude::*;

use crate::charts::qr::qr_drawing;

/// The code of a text; nothing where the text is too long for one.
#[component]
pub fn QrCode(
    /// What it says.
    text: String,
    /// What it is, read out.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    qr_drawing(&text).map(|drawing| {
        let (size, view_box) = (drawing.size, format!("0 0 {0} {0}", drawing.size));
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <rect class="qr__light" width=size height=size></rect>
                <path class="qr__dark" d=drawing.path></path>
            </svg>
        }
    })
}
