//! Targets as cards, those that need a deed first.

use super::{BoardView, copied, target_place};
use crate::analysis::Scope;
use crate::exhibit::targets::card::{Card, card};
use crate::exhibit::targets::figures::{Board, Item};
use crate::i18n::targets::{TARGETS, more_line, parts_line};
use crate::model::target::Relation;
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_name};
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::status::Standing;
use crate::state::preferences::use_lang;
use crate::ui::badge::StatusBadge;
use crate::ui::bullet::BulletBar;
use crate::ui::stat_card::StatCard;
use leptos::prelude::*;

/// Cards of one standing before the rest is only in the table.
const MOST: usize = 12;

/// The board.
#[component]
pub fn BoardSection(
    /// The targets.
    view: BoardView,
) -> impl IntoView {
    let lang = use_lang();
    let router = view.lens.router();
    move || {
        let (lang, here) = (lang(), router.place());
        let groups: Vec<_> = view.read(|board, scope| {
            let groups = board.by_standing().into_iter();
            groups
                .map(|(standing, items)| {
                    let (shown, rest) = items.split_at(items.len().min(MOST));
                    let cards: Vec<Card> = shown.iter().map(|item| described(lang, item, board, scope)).collect();
                    (standing, items.len(), cards, rest.len())
                })
                .collect()
        });
        groups
            .into_iter()
            .map(|(standing, number, cards, rest)| {
                view! {
                    <section class="targets__group">
                        <h2 class="targets__group-head">
                            <StatusBadge status=standing/>
                            <span class="muted">{number}</span>
                        </h2>
                        <div class="cards">
                            {cards
                                .into_iter()
                                .map(|card| {
                                    let to = target_place(&here, &card.id);
                                    let bar = card.bar.map(|(value, goal)| BulletBar::scaled(value, goal));
                                    view! {
                                        <StatCard
                                            label=card.label
                                            value=card.value
                                            unit=card.unit
                                            target=card.target
                                            gap=card.gap
                                            status=Some(standing).filter(|_| standing != Standing::Ahead)
                                            bar=bar
                                            to=to
                                        />
                                    }
                                })
                                .collect_view()}
                        </div>
                        {(rest > 0).then(|| view! { <p class="muted small">{more_line(lang, rest)}</p> })}
                    </section>
                }
            })
            .collect_view()
    }
}

/// A card with what tells this target from others of the list: the whole it is in, its unit, its period, its parts.
fn described(lang: Lang, item: &Item, board: &Board, scope: &Scope<'_>) -> Card {
    let w = TARGETS.in_lang(lang);
    let target = item.target();
    let mut card = card(lang, scope.catalogue, &item.achievement);
    if matches!(target.relation, Some(Relation::OfWhich(_))) {
        card.label = format!("{}: {}", capitalised(w.of_which), card.label);
    }
    if target.unit != scope.root {
        card.label = format!("{} · {}", unit_name(scope.ledger, &target.unit), card.label);
    }
    if target.period != board.period {
        card.target = format!("{} · {}", card.target, period_name(lang, &target.period, scope.ledger));
    }
    let mut more = vec![
        card.gap,
        parts_line(lang, item.parts),
        copied(lang, target, scope.ledger),
    ];
    if target.source.is_none() && !target.illustrative && target.unit == scope.root {
        more.push(w.no_source.to_owned());
    }
    more.retain(|text| !text.is_empty());
    card.gap = more.join(" · ");
    card
}
