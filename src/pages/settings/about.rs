//! Installing the app, and what it is: version, licence, the promise about data.

use leptos::prelude::*;

use crate::i18n::settings::SETTINGS;
use crate::platform::install::InstallWay;
use crate::state::install::use_installation;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::Section;

/// How the app gets onto this device.
#[component]
pub fn InstallSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let installation = use_installation();
    let way = move || match installation.way() {
        InstallWay::Installed => view! { <p>{w().installed}</p> }.into_any(),
        InstallWay::Button => view! {
            <Button
                label=move || w().install_do
                icon=IconName::Install
                on_press=move || installation.ask()
            />
        }
        .into_any(),
        InstallWay::ShareSheet => view! { <p>{w().install_ios}</p> }.into_any(),
        InstallWay::BrowserMenu => view! { <p>{w().install_other}</p> }.into_any(),
    };
    view! {
        <Section title=move || w().install note=move || w().install_why>
            <div>{way}</div>
        </Section>
    }
}

/// What the app is.
#[component]
pub fn AboutSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    view! {
        <Section title=move || w().about>
            <div class="prose">
                <p>
                    <strong>{move || w().privacy} ". "</strong>
                    {move || w().privacy_words}
                </p>
                <p>{move || w().privacy_place}</p>
            </div>
            <dl class="settings">
                <dt>{move || w().version}</dt>
                <dd>{env!("CARGO_PKG_VERSION")}</dd>
                <dt>{move || w().licence}</dt>
                <dd>{env!("CARGO_PKG_LICENSE")}</dd>
            </dl>
            <p>
                <A to=Route::Kit>{move || w().kit}</A>
            </p>
        </Section>
    }
}
