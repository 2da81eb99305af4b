//! The same targets as a table.

use super::{BoardView, copied, target_place};
use crate::analysis::Scope;
use crate::analysis::achievement::AchievedValue;
use crate::exhibit::targets::card::card;
use crate::exhibit::targets::figures::Item;
use crate::i18n::targets::{TARGETS, Targets, goal_text, parts_line};
use crate::model::deck::Form;
use crate::model::target::Relation;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::words::{count, tenths};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Place;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::to_deck::ToDeck;
use leptos::prelude::*;

/// The table with its heading.
#[component]
pub fn TableSection(
    /// The targets.
    view: BoardView,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    view! {
        <Section
            title=move || w().title
            actions=move || view! { <ToDeck subject=view.subject() form=Form::Table/> }.into_any()
        >
            <TargetTable view/>
        </Section>
    }
}

/// The table alone: also what stands behind the chart.
#[component]
pub fn TargetTable(
    /// The targets.
    view: BoardView,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let router = view.lens.router();
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        view.read(|board, scope| {
            let mut rows = Vec::new();
            let mut period = None;
            let several = board.items.iter().any(|item| item.target().period != board.period);
            for item in &board.items {
                let own = &item.target().period;
                if several && period != Some(own) {
                    period = Some(own);
                    let head = Cell::text(period_title(lang, own, scope.ledger));
                    rows.push(Row::new(vec![head]).kind(RowKind::Group));
                }
                rows.push(row(lang, w(), item, scope, &here));
            }
            rows
        })
    };
    let columns = move || {
        vec![
            Column::words(w().column_target),
            Column::figures(w().column_goal),
            Column::figures(w().column_done),
            Column::figures(w().column_left),
            Column::figures(w().column_needed),
            Column::words(w().column_status),
            Column::words(w().column_source),
        ]
    };
    view! {
        <div class="wide-names">
            <Table
                caption=move || w().title
                columns=Signal::derive(columns)
                rows=Signal::derive(rows)
                quiet=true
                cards=true
                fold_after=40
            />
        </div>
    }
}

fn row(lang: Lang, w: &Targets, item: &Item, scope: &Scope<'_>, here: &Place) -> Row {
    let achievement = &item.achievement;
    let target = &achievement.target;
    let card = card(lang, scope.catalogue, achievement);
    let name = match target.unit == scope.root {
        true => card.label,
        false => format!("{} · {}", unit_name(scope.ledger, &target.unit), card.label),
    };
    let name = match target.relation {
        Some(Relation::OfWhich(_)) => format!("– {}: {name}", w.of_which),
        _ => name,
    };
    let mut goal = Cell::text(goal_text(lang, target.comparison, target.value));
    if target.illustrative {
        goal = goal.note(w.illustrative);
    }
    let done = match &achievement.value {
        Some(_) => Cell::text(card.value).note(match &achievement.value {
            Some(AchievedValue::Percent(_)) => card.unit,
            _ => String::new(),
        }),
        None => Cell::none(),
    };
    let lacking = achievement.gap.and_then(|gap| gap.count).filter(|gap| *gap < 0);
    let lacking = match (lacking, achievement.value.is_some()) {
        (Some(lacking), _) => Cell::text(count(lang, lacking.unsigned_abs())),
        (None, true) => Cell::text("0"),
        (None, false) => Cell::none(),
    };
    let needed = achievement.pace.as_ref().filter(|pace| pace.remaining > 0);
    let needed = needed.and_then(|pace| pace.needed_per_month_tenths);
    let source = target.source.as_ref().map(|source| source.citation(lang));
    let source = match source.filter(|citation| !citation.is_empty()) {
        Some(citation) => Cell::text(citation),
        None => Cell::muted(w.no_source),
    };
    let mut remarks = vec![parts_line(lang, item.parts), copied(lang, target, scope.ledger)];
    remarks.retain(|text| !text.is_empty());
    Row::new(vec![
        Cell::text(name).note(remarks.join(" · ")),
        goal,
        done,
        lacking,
        needed.map_or_else(Cell::none, |needed| Cell::text(tenths(lang, needed))),
        Cell::status(item.standing()),
        source,
    ])
    .link(target_place(here, target.id.as_str()))
}
