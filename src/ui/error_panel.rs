//! When something went wrong: what happened, what is safe, what to do. In that order, always all three.

use leptos::prelude::*;

use super::disclosure::Disclosure;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;

/// The panel of an error.
#[component]
pub fn ErrorPanel(
    /// What happened, plainly.
    #[prop(into)]
    happened: Signal<String>,
    /// What is safe: which figures, where they are.
    #[prop(into)]
    safe: Signal<String>,
    /// What to do now.
    #[prop(into)]
    remedy: Signal<String>,
    /// The technical text, folded away, for whoever is asked for help.
    #[prop(optional, into)]
    details: Signal<String>,
    /// Buttons that do it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let w = use_words(&UI);
    view! {
        <section class="error-panel" role="alert">
            <dl>
                <div>
                    <dt>{move || w().what_happened}</dt>
                    <dd>
                        <strong>{happened}</strong>
                    </dd>
                </div>
                <div>
                    <dt>{move || w().what_is_safe}</dt>
                    <dd>{safe}</dd>
                </div>
                <div>
                    <dt>{move || w().what_to_do}</dt>
                    <dd>{remedy}</dd>
                </div>
            </dl>
            {children.map(|children| view! { <div class="row">{children()}</div> })}
            {move || {
                (!details.with(String::is_empty))
                    .then(|| {
                        view! {
                            <Disclosure label=move || w().details>
                                <p class="small">{details}</p>
                            </Disclosure>
                        }
                    })
            }}
        </section>
    }
}
