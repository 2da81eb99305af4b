//! One figure with its target: the overview's building block.

use leptos::prelude::*;

use super::badge::{Status, StatusBadge};
use super::bullet::{Bullet, BulletBar};
use super::link::{A, Destination};

/// A card: what, how much, of what target, how far to go. The whole card follows its link.
#[component]
pub fn StatCard(
    /// What is measured.
    #[prop(into)]
    label: Signal<String>,
    /// The value, written: "121", "39,2%".
    #[prop(into)]
    value: Signal<String>,
    /// What the value is out of or counted in, small beside it: "/73", "đảng viên".
    #[prop(optional, into)]
    unit: Signal<String>,
    /// The target, written: "≥ 130". Empty without one.
    #[prop(optional, into)]
    target: Signal<String>,
    /// The line below: "còn thiếu 31, cần 4 mỗi tuần".
    #[prop(optional, into)]
    gap: Signal<String>,
    /// Status against the target.
    #[prop(optional, into)]
    status: Signal<Option<Status>>,
    /// The bar against the target.
    #[prop(optional, into)]
    bar: Signal<Option<BulletBar>>,
    /// Where the figure is explained.
    #[prop(optional, into)]
    to: Option<Destination>,
) -> impl IntoView {
    let w = crate::state::preferences::use_words(&crate::i18n::ui::UI);
    let tone = Signal::derive(move || status.get().map(Status::tone).unwrap_or_default());
    let target_text = Signal::derive(move || Some(target.get()).filter(|target| !target.is_empty()));
    view! {
        <article class="stat-card">
            <h3>
                    {match to {
                        Some(to) => {
                            view! {
                                <A to class="stat-card__link">
                                    {label}
                                </A>
                            }
                                .into_any()
                        }
                        None => view! { {label} }.into_any(),
                    }}
            </h3>
            <div class="stat-card__figure">
                <p class="stat-card__value">
                    <span>{value}</span>
                    {move || (!unit.with(String::is_empty)).then(|| view! { <small>{unit}</small> })}
                </p>
                {move || status.get().map(|status| view! { <StatusBadge status/> })}
            </div>
            {move || bar.get().map(|bar| view! { <Bullet label value target=target_text bar tone/> })}
            <p class="stat-card__foot">
                {move || {
                    target_text.get().map(|target| view! { <span>{w().target} " " {target}</span> })
                }}
                {move || (!gap.with(String::is_empty)).then(|| view! { <span>{gap}</span> })}
            </p>
        </article>
    }
}
