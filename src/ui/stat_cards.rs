//! Figures with their targets beside each other: cards made of data, as tables are.

use leptos::prelude::*;

use super::badge::Status;
use super::bullet::BulletBar;
use super::stat_card::StatCard;
use crate::state::route::Place;

/// What one card shows, written; see [`StatCard`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stat {
    /// What is measured.
    pub label: String,
    /// The value.
    pub value: String,
    /// What the value is out of or counted in.
    pub unit: String,
    /// The target; empty without one.
    pub target: String,
    /// The line below.
    pub foot: String,
    /// Status against the target.
    pub status: Option<Status>,
    /// The bar against the target.
    pub bar: Option<BulletBar>,
    /// Where the figure is explained.
    pub to: Option<Place>,
}

/// Cards in as many columns as there is room for. They are drawn anew only where one says something else.
#[component]
pub fn StatCards(
    /// The cards.
    #[prop(into)]
    cards: Signal<Vec<Stat>>,
) -> impl IntoView {
    let cards = Memo::new(move |_| cards.get());
    let view = move |stat: Stat| {
        let Stat {
            label,
            value,
            unit,
            target,
            foot,
            status,
            bar,
            to,
        } = stat;
        match to {
            Some(to) => view! { <StatCard label value unit target gap=foot status bar to/> }.into_any(),
            None => view! { <StatCard label value unit target gap=foot status bar/> }.into_any(),
        }
    };
    view! { <div class="cards">{move || cards.get().into_iter().map(view).collect_view()}</div> }
}
