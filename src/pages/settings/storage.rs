//! Where the figures are kept, how much they take, and whether the browser may clear them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::settings::{SETTINGS, used_of};
use crate::platform::persist::{self, Storage};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::page_head::Section;
use crate::ui::toast::use_toasts;

/// The section.
#[component]
pub fn StorageSection() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lang = use_lang();
    let toasts = use_toasts();
    // The outer `None`: not known yet.
    let storage = RwSignal::new(None::<Option<Storage>>);
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let found = persist::estimate().await;
        let _ = storage.try_set(Some(found));
        let granted = persist::is_granted().await;
        let _ = kept.try_set(Some(granted));
    });
    let ask = move || {
        let refused = w().keep_refused;
        spawn_local(async move {
            let granted = persist::ask().await;
            let _ = kept.try_set(Some(granted));
            if !granted {
                toasts.say(refused);
            }
        });
    };
    let used = move || {
        storage.get().map(|storage| match storage {
            Some(storage) => used_of(lang(), storage.used, Some(storage.quota)),
            None => w().used_unknown.to_owned(),
        })
    };
    view! {
        <Section title=move || w().storage note=move || w().storage_note>
            <dl class="settings">
                <dt>{move || w().used}</dt>
                <dd>{used}</dd>
                <dt>{move || w().kept}</dt>
                <dd>
                    {move || kept.get().map(|kept| if kept { w().kept_yes } else { w().kept_no })}
                    {move || {
                        (kept.get() == Some(false))
                            .then(|| view! { <Button label=move || w().keep small=true on_press=ask/> })
                    }}
                </dd>
            </dl>
        </Section>
    }
}
