//! The way from the page above to this one.

use leptos::prelude::*;

use super::link::A;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;
use crate::state::route::Place;

/// A page above this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its place.
    pub place: Place,
}

/// The pages above this one, nearest last. The page itself is named by its heading.
#[component]
pub fn Breadcrumb(
    /// The pages above.
    #[prop(into)]
    trail: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let w = use_words(&UI);
    view! {
        <nav class="breadcrumb" aria-label=move || w().breadcrumb>
            <ol>
                {move || {
                    trail
                        .get()
                        .into_iter()
                        .map(|crumb| {
                            view! {
                                <li>
                                    <A to=crumb.place>{crumb.label}</A>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ol>
        </nav>
    }
}
