//! One unit: its papers, those that it owes first, each with the way to it; and the reminder.

use super::Seen;
use super::look::StateBadge;
use super::remind::UnitReminder;
use crate::pages::returns::drawn::{Shown, cell, head};
use crate::report::sentence::returns::returns_sum;
use crate::state::preferences::use_lang;
use crate::state::route::{Place, Route};
use crate::ui::dialog::{Dialog, DialogKind, open_while};
use crate::ui::link::A;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The papers of the unit that was asked for.
#[component]
pub fn UnitDialog(seen: Seen) -> impl IntoView {
    let title = move || {
        let place = seen.unit.get();
        place.map(|place| seen.unit_name(place)).unwrap_or_default()
    };
    view! {
        <Dialog open=open_while(seen.unit) title=Signal::derive(title) kind=DialogKind::Sheet>
            {move || seen.unit.get().map(|place| body(seen, place))}
        </Dialog>
    }
}

fn body(seen: Seen, place: usize) -> AnyView {
    let lang = use_lang();
    let said = move || {
        let sum = seen.matrix.with(|matrix| matrix.sum_of(place, 0..matrix.papers.len()));
        returns_sum(lang(), sum)
    };
    view! {
        <p>{said}</p>
        {move || papers(seen, place)}
        <UnitReminder seen place/>
    }
    .into_any()
}

/// The papers that are not in, or all where none is missing; one by one, also where the table has them in one column.
fn papers(seen: Seen, place: usize) -> AnyView {
    let lang = use_lang()();
    let here = seen.lens.router().place_untracked();
    let found: Vec<_> = seen.with(|scope, matrix| {
        let papers = matrix.papers.iter().enumerate();
        let unit = matrix.units.get(place).cloned();
        let mut found: Vec<_> = papers
            .filter_map(|(at, paper)| {
                let one = at..at + 1;
                let shown = cell(lang, scope, matrix, place, &one)?;
                let form = head(lang, scope, matrix, &one, false).name;
                let period = head(lang, scope, matrix, &one, true).name;
                let route = Route::Entry {
                    form: Some(paper.form.to_string()),
                    unit: unit.as_ref().map(ToString::to_string),
                };
                let place = here.at(route).with_period(&paper.period.to_string());
                Some((at, (shown, format!("{form}, {period}"), place)))
            })
            .collect();
        let owed: BTreeSet<usize> = matrix.owed_at(place).map(|(at, _)| at).collect();
        if !owed.is_empty() {
            found.retain(|(at, _)| owed.contains(at));
        }
        found
    });
    let line = |(_, (shown, name, place)): (usize, (Shown, String, Place))| {
        view! {
            <li>
                <A to=place>{name}</A>
                <StateBadge state=shown.state/>
                <small class="muted">{shown.told}</small>
            </li>
        }
    };
    view! { <ul class="returns__papers">{found.into_iter().map(line).collect_view()}</ul> }.into_any()
}
