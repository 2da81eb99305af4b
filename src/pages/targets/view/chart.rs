//! The same targets as bullets: each bar grows towards its own target's line.

use super::table::TargetTable;
use super::{BoardView, target_place};
use crate::charts::bullet::bullets as draw_bullets;
use crate::charts::look::Look;
use crate::exhibit::targets::drawn::{bullets, left_out};
use crate::i18n::targets::{TARGETS, left_out_line};
use crate::report::sentence::paragraph;
use crate::report::sentence::status::summary;
use crate::state::preferences::use_words;
use crate::ui::chart::Chart;
use crate::ui::page_head::Section;
use leptos::prelude::*;

/// The chart.
#[component]
pub fn ChartSection(
    /// The targets.
    view: BoardView,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    let router = view.lens.router();
    let draw = move |look: Look| {
        view.read(|board, scope| draw_bullets(&bullets(board, scope.ledger, scope.catalogue, look.lang), &look))
    };
    let sentence = view
        .text(|lang, board, _| paragraph([summary(lang, &board.standings()), left_out_line(lang, left_out(board))]));
    view! {
        <Section title=move || w().title>
            <Chart
                title=move || w().chart
                sentence
                draw=Callback::new(draw)
                on_pick=Callback::new(move |target: String| {
                    router.go(target_place(&router.place_untracked(), &target));
                })
                subject=view.subject()
                illustrative=view.illustrative()
                table=move || view! { <TargetTable view/> }
            />
        </Section>
    }
}
