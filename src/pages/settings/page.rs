//! The settings page.

use leptos::prelude::*;

use super::about::{AboutSection, InstallSection};
use super::backup::BackupSection;
use super::bloc::BlocSection;
use super::blocs::BlocsSection;
use super::forms::FormsSection;
use super::looks::LooksSection;
use super::storage::StorageSection;
use super::trial::TrialSection;
use crate::i18n::settings::SETTINGS;
use crate::pages::lazy::{self, DrawAlone, DrawPin, Later};
use crate::pages::pin::Part;
use crate::state::lens::use_lens;
use crate::state::preferences::use_words;
use crate::ui::page_head::PageHead;

/// The page. Without an open bloc, all of it that is about this device.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let w = use_words(&SETTINGS);
    let lens = use_lens();
    let has_bloc = Memo::new(move |_| lens.ledger(|ledger| ledger.profile.is_some()));
    view! {
        <PageHead title=move || w().title/>
        <div class="settings-page">
            {move || has_bloc.get().then(|| view! { <BlocSection/> })}
            <LooksSection/>
            {move || has_bloc.get().then(|| view! { <FormsSection/> })}
            <Later fetch=lazy::accounts draw=|draw: DrawAlone| draw() lines=3/>
            {move || {
                has_bloc
                    .get()
                    .then(|| view! { <Later fetch=lazy::pin draw=|draw: DrawPin| draw(Part::Panel) lines=2/> })
            }}
            <BackupSection/>
            <BlocsSection/>
            <StorageSection/>
            <InstallSection/>
            <AboutSection/>
            <TrialSection/>
        </div>
    }
}
