//! `/kit`: every component in every state, in one long page. Look here before writing a new component, and look
//! here in both themes, on a phone and on a wide screen after changing one.

mod controls;
mod figures;

use leptos::prelude::*;

use crate::i18n::frame::FRAME;
use crate::i18n::kit::KIT;
use crate::i18n::over::OVER;
use crate::model::returns::ReturnStatus;
use crate::state::preferences::{Theme, use_preferences, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::save::SaveState;
use crate::ui::badge::{ReturnBadge, Status, StatusBadge};
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty::{EmptyState, Skeleton};
use crate::ui::error_panel::ErrorPanel;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{DemoBand, Notice, NoticeKind};
use crate::ui::page_head::{PageHead, Section};
use crate::ui::save_line::SaveLine;
use crate::ui::segmented::Segmented;
use crate::ui::toast::use_toasts;

/// All statuses, in the order from good to none.
const STATUSES: [Status; 7] = [
    Status::Met,
    Status::Exceeded,
    Status::OnTrack,
    Status::Behind,
    Status::NotMet,
    Status::NoFigures,
    Status::Ahead,
];

/// The kit.
#[component]
pub fn KitPage() -> impl IntoView {
    let frame = use_words(&FRAME);
    let w = use_words(&KIT);
    let router = use_router();
    let trail = move || {
        vec![Crumb {
            label: frame().settings.to_owned(),
            place: router.here(Route::Settings),
        }]
    };
    view! {
        <PageHead
            title=move || frame().kit
            finding=move || w().finding
            facts=move || w().facts.map(str::to_owned).to_vec()
            trail=trail
            badge=|| view! { <StatusBadge status=Status::Behind/> }
            actions=move || view! { <ThemeChoice/> }
        />
        <p class="muted kit-about">{move || w().about}</p>
        <Section title=move || w().states>
            <States/>
        </Section>
        <Section title=move || w().buttons>
            <controls::Buttons/>
        </Section>
        <Section title=move || w().fields>
            <controls::Fields/>
        </Section>
        <Section title=move || w().figures note=move || w().patterns_help>
            <figures::Figures/>
        </Section>
        <Section title=move || w().notices>
            <Notices/>
        </Section>
        <Section title=move || w().icons>
            <Icons/>
        </Section>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    use crate::ui::menu::Choice;
    let w = use_words(&OVER);
    let theme = use_preferences().theme;
    view! {
        <Segmented
            label=move || w().theme_system
            choices=move || {
                vec![
                    Choice::new("", w().theme_system),
                    Choice::new("light", w().theme_light),
                    Choice::new("dark", w().theme_dark),
                ]
            }
            value=move || theme.get().name().unwrap_or_default()
            on_change=move |name: String| theme.set(Theme::from_name(Some(&name)))
        />
    }
}

#[component]
fn States() -> impl IntoView {
    let returns = [
        None,
        Some(ReturnStatus::Draft),
        Some(ReturnStatus::Submitted),
        Some(ReturnStatus::Accepted),
        Some(ReturnStatus::SentBack(String::new())),
        Some(ReturnStatus::Amended),
    ];
    let saves = [
        SaveState::Idle,
        SaveState::Saving,
        SaveState::Saved {
            on_device: 1240,
            unsent: 0,
        },
    ];
    view! {
        <div class="row">{STATUSES.map(|status| view! { <StatusBadge status/> }).into_iter().collect_view()}</div>
        <div class="row">
            {returns.into_iter().map(|status| view! { <ReturnBadge status=status/> }).collect_view()}
            <ReturnBadge status=None late=true/>
        </div>
        <div class="row">{saves.into_iter().map(|state| view! { <SaveLine state/> }).collect_view()}</div>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let w = use_words(&KIT);
    let toasts = use_toasts();
    let kinds = [
        NoticeKind::Info,
        NoticeKind::Warning,
        NoticeKind::Failure,
        NoticeKind::Done,
    ];
    view! {
        <DemoBand source=Some("Hòa Bình 7/2021".to_owned())/>
        {kinds
            .into_iter()
            .map(|kind| {
                view! {
                    <Notice kind>
                        <p>{move || w().remark}</p>
                        <Button label=move || w().open small=true/>
                    </Notice>
                }
            })
            .collect_view()}
        <div class="row">
            <Button
                label=move || w().done
                on_press=move || toasts.offer_undo(w().done, move || toasts.say(w().open))
            />
        </div>
        <EmptyState title=move || w().empty why=move || w().empty_why>
            <Button label=move || w().add_unit kind=ButtonKind::Primary icon=IconName::Add/>
            <Button label=move || w().open kind=ButtonKind::Quiet/>
        </EmptyState>
        <Skeleton label=move || w().empty/>
        <ErrorPanel
            happened=move || w().happened
            safe=move || w().safe
            remedy=move || w().remedy
            details="QuotaExceededError"
        >
            <Button label=move || w().open kind=ButtonKind::Primary/>
        </ErrorPanel>
    }
}

#[component]
fn Icons() -> impl IntoView {
    view! {
        <ul class="kit-icons">
            {IconName::ALL
                .iter()
                .map(|name| {
                    view! {
                        <li>
                            <Icon name=*name/>
                            <Icon name=*name small=true/>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
