//! What a change of units comes to, or why it cannot be, and what became of units before: as lines to be read.

use super::reorganise::{Outcome, Refusal};
use super::timeline::{Event, Step};
use crate::i18n::reorganise as words;
use crate::i18n::reorganise::REORGANISE;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::report::period_name::period_name;

/// What it comes to, the number of organisations first.
pub fn outcome_lines(lang: Lang, outcome: &Outcome, day: Date) -> Vec<String> {
    let (first, last) = (day.format(lang), day.plus_days(-1).format(lang));
    let mut lines = vec![words::counts_line(lang, outcome.counts, &first)];
    let ended = outcome.ended.iter();
    lines.extend(ended.map(|(name, returns)| words::ends_line(lang, name, &last, *returns, day.year())));
    lines.extend(outcome.begun.iter().map(|name| words::begins_line(lang, name, &first)));
    let moved = outcome.moved.iter();
    lines.extend(moved.map(|(name, above)| words::moves_line(lang, name, above)));
    lines.push(words::targets_line(lang, outcome.targets));
    lines.retain(|line| !line.is_empty());
    lines
}

/// Why it cannot be done, with the remedy.
pub fn refusal_line(lang: Lang, refusal: &Refusal, splits: bool, ledger: &Ledger) -> String {
    let w = REORGANISE.in_lang(lang);
    match refusal {
        Refusal::NoDay => w.no_day.to_owned(),
        Refusal::NoName => w.no_name.to_owned(),
        Refusal::TooFew if splits => w.too_few_split.to_owned(),
        Refusal::TooFew => w.too_few_merge.to_owned(),
        Refusal::NothingChanges => w.nothing_changes.to_owned(),
        Refusal::Root => w.root.to_owned(),
        Refusal::NameTaken(name) => words::name_taken(lang, name),
        Refusal::IntoItself(name) => words::into_itself(lang, name),
        Refusal::NotThere { name, day } => words::not_there(lang, name, &day.format(lang)),
        Refusal::ChangedSince { name, last } => words::changed_since(lang, name, &last.format(lang)),
        Refusal::HasFigures { name, period } => words::has_figures(lang, name, &period_name(lang, period, ledger)),
        Refusal::BelowItself(name) => words::below_itself(lang, name),
        Refusal::NothingBelow(name) => words::nothing_below(lang, name),
        Refusal::LeavesUnits { name, count } => words::leaves_units(lang, name, *count),
    }
}

/// Whether something is only not filled in yet, and not wrong.
pub const fn is_unfinished(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NoDay | Refusal::NoName | Refusal::TooFew | Refusal::NothingChanges
    )
}

/// A day on which something happened: its date, what happened, and the number where it changed.
pub fn step_lines(lang: Lang, step: &Step, ledger: &Ledger) -> (String, Vec<String>, String) {
    let (before, after) = step.counts;
    let number = match before == after || before == 0 {
        true => String::new(),
        false => words::numbers_line(lang, &[before, after]),
    };
    let events = step
        .events
        .iter()
        .map(|event| event_line(lang, event, step.day, ledger));
    (step.day.format(lang), events.collect(), number)
}

fn event_line(lang: Lang, event: &Event, day: Date, ledger: &Ledger) -> String {
    // A unit is called as it was before for what ends, and as it is from the day on for what begins.
    let before = |id: &UnitId| named(ledger, id, day.plus_days(-1));
    let after = |id: &UnitId| named(ledger, id, day);
    match event {
        Event::Begun(unit) => words::begun_event(lang, &after(unit)),
        Event::Ended(unit) => words::ended_event(lang, &before(unit)),
        Event::Merged { units, into } => {
            let names: Vec<String> = units.iter().map(before).collect();
            words::merged_event(lang, &names, &after(into))
        }
        Event::Split { unit, into } => {
            let names: Vec<String> = into.iter().map(after).collect();
            words::split_event(lang, &before(unit), &names)
        }
        Event::Renamed { from, to, .. } => words::renamed_event(lang, from, to),
        Event::Moved { unit, from, to } if from == to => words::moved_event(lang, &after(unit), ""),
        Event::Moved { unit, to, .. } => {
            let above = to.as_ref().map_or_else(String::new, after);
            words::moved_event(lang, &after(unit), &above)
        }
    }
}

fn named(ledger: &Ledger, id: &UnitId, day: Date) -> String {
    let unit = ledger.units.on(day).get(id);
    unit.map_or_else(|| id.to_string(), |unit| unit.name.clone())
}
