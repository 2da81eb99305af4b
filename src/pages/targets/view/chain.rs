//! The chain of targets, term → year → unit, with what is left to do: a table for this page and for others.

use super::target_place;
use crate::analysis::achievement::AchievedValue;
use crate::analysis::chain::Line;
use crate::catalogue::Catalogue;
use crate::i18n::targets::{TARGETS, Targets, goal_text, parts_differ};
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::model::target::Relation;
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_title};
use crate::report::sentence::facts::illustrative;
use crate::report::sentence::status::Standing;
use crate::report::sentence::target::target_name;
use crate::report::sentence::words::percent;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::{Place, Route};
use crate::ui::link::A;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};
use leptos::prelude::*;

/// The chain as a section; nothing where there is no line.
#[component]
pub fn ChainSection(
    /// The lines, from the top down.
    lines: Memo<Vec<Line>>,
    /// A unit's name leads to its own target, not to its figures.
    #[prop(optional)]
    to_targets: bool,
) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let some = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let note = move || {
        let mut note = w().chain_help.to_owned();
        if lines.with(|lines| lines.len() < 2) {
            note.push(' ');
            note.push_str(w().no_chain);
        }
        if lines.with(|lines| lines.iter().any(|line| line.achievement.target.illustrative)) {
            note.push_str(&format!(" {}.", capitalised(illustrative(lang()))));
        }
        note
    };
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        lines.with(|lines| {
            lens.with(|scope| {
                let row = |line: &Line| row(lang, w(), line, scope.ledger, scope.catalogue, &here, to_targets);
                lines.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().chain note=Signal::derive(note)>
                    <div class="wide-names short-cards">
                        <Table
                            caption=move || w().chain
                            columns=Signal::derive(move || {
                                vec![
                                    Column::words(w().whose),
                                    Column::figures(w().column_goal),
                                    Column::figures(w().column_done),
                                    Column::figures(w().column_left),
                                    Column::words(w().column_status),
                                ]
                            })
                            rows=Signal::derive(rows)
                            quiet=true
                            cards=true
                            fold_after=15
                        />
                    </div>
                </Section>
            }
        })
    }
}

fn row(
    lang: Lang,
    w: &Targets,
    line: &Line,
    ledger: &Ledger,
    catalogue: &Catalogue,
    here: &Place,
    to_targets: bool,
) -> Row {
    let target = &line.achievement.target;
    let done = match &line.achievement.value {
        Some(AchievedValue::Count(total)) => total.quantity.map(|found| format_count(found.count, lang)),
        Some(AchievedValue::Percent(rate)) => rate.percent.map(|share| percent(lang, share)),
        None => None,
    };
    let mut remarks = vec![super::copied(lang, target, ledger)];
    remarks.retain(|text| !text.is_empty());
    remarks.extend(
        line.apart
            .iter()
            .map(|parts| parts_differ(lang, parts.sum, parts.whole)),
    );
    let none = Cell::none;
    Row::new(vec![
        name(lang, w, line, ledger, catalogue, here, to_targets).note(remarks.join(" · ")),
        Cell::text(goal_text(lang, target.comparison, target.value)),
        done.map_or_else(none, Cell::text),
        line.left()
            .map_or_else(none, |left| Cell::text(format_count(left, lang))),
        Cell::status(Standing::of(&line.achievement)),
    ])
}

/// Whose target, or, for the bloc's own, for when; set in by its depth.
fn name(
    lang: Lang,
    w: &Targets,
    line: &Line,
    ledger: &Ledger,
    catalogue: &Catalogue,
    here: &Place,
    to_targets: bool,
) -> Cell {
    let target = &line.achievement.target;
    let of_root = ledger.root().is_some_and(|root| root.id == target.unit);
    let unit = ledger.units.get(&target.unit);
    let unit = unit.map_or_else(|| target.unit.to_string(), |unit| unit.name.clone());
    let class = match line.depth {
        0 => "target-chain__name",
        1 => "target-chain__name target-chain__name--1",
        _ => "target-chain__name target-chain__name--2",
    };
    let text = match (target.relation, of_root) {
        (Some(Relation::OfWhich(_)), _) => {
            format!("{}: {}", capitalised(w.of_which), target_name(lang, target, catalogue))
        }
        (_, true) => period_title(lang, &target.period, ledger),
        (_, false) => unit,
    };
    let place = match (to_targets, of_root) {
        (true, _) => Some(target_place(here, target.id.as_str())),
        (false, false) => Some(here.at(Route::Unit(target.unit.to_string()))),
        (false, true) => None,
    };
    Cell::view(move || {
        let text = text.clone();
        match place.clone() {
            Some(place) => view! {
                <span class=class>
                    <A to=place>{text}</A>
                </span>
            }
            .into_any(),
            None => view! { <strong class=class>{text}</strong> }.into_any(),
        }
    })
}
