//! A file beside the open bloc: how much by kind, each difference with both values, what is chosen, and one button that
//! writes it as one act.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::choices::{Choices, Place, places};
use super::open::Desk;
use super::words::{Words, new_units};
use super::work;
use crate::exchange::backup::compare::{Comparison, Difference, Differing};
use crate::exchange::backup::take::take;
use crate::i18n::backup::{BACKUP, found_line, kind_name, of_kind, side_name, write_button, written};
use crate::model::number::format_count;
use crate::model::record::RecordKind;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::sync::op::Records;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::segmented::Segmented;
use crate::ui::table::{Cell, Column, Row, Table};
use crate::ui::toast::use_toasts;

const PROPOSED: &str = "proposed";
const KEEP: &str = "keep";
const TAKE: &str = "take";

/// The whole of it.
#[component]
pub fn Compared(
    /// The page's desk.
    desk: Desk,
    /// What was found.
    found: Arc<Comparison>,
    /// The file's identifier.
    file: String,
) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let lens = use_lens();
    let choices = Choices::new();
    let sides = (found.knows_sides, conflicts(&found));
    let line = {
        let found = found.clone();
        move || {
            let new = found.differing.iter().filter(|item| item.is_new).count() as u64;
            let rest = places(&found).filter(|(_, item, _)| !item.is_new).count() as u64;
            found_line(lang(), new, rest, conflicts(&found) as u64)
        }
    };
    let kinds: Vec<RecordKind> = kinds(&found);
    let (tallied, chosen, listed) = (found.clone(), found.clone(), found.clone());
    view! {
        <Section title=move || w().tally>
            <p class="backup__found" tabindex="-1">
                {line}
            </p>
            <Tallies found=tallied/>
        </Section>
        <Section title=move || w().differences note=move || w().differences_note>
            {move || {
                (!sides.0 && sides.1 > 0)
                    .then(|| view! { <Notice>{w().sides_unknown}</Notice> })
            }}
            {move || {
                desk.is_stale
                    .get()
                    .then(|| view! { <Notice kind=NoticeKind::Warning>{w().stale}</Notice> })
            }}
            <Bulk found=chosen choices/>
            {kinds
                .into_iter()
                .map(|kind| view! { <OfKind found=listed.clone() kind choices lens/> })
                .collect_view()}
            <Deed desk found choices lens file/>
        </Section>
    }
}

fn conflicts(found: &Comparison) -> usize {
    places(found)
        .filter(|(_, _, difference)| difference.side.is_conflict())
        .count()
}

fn kinds(found: &Comparison) -> Vec<RecordKind> {
    let mut kinds: Vec<RecordKind> = found.differing.iter().map(|item| item.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// How many of each kind.
#[component]
fn Tallies(found: Arc<Comparison>) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let columns = move || {
        let figures = [w().new, w().changed, w().same, w().only_here].map(Column::figures);
        [Column::words(w().kind)].into_iter().chain(figures).collect::<Vec<_>>()
    };
    let rows = move || {
        let tallies = found.tallies.iter();
        let row = |(kind, tally): (&RecordKind, &crate::exchange::backup::compare::Tally)| {
            let figure = |count: u64| Cell::text(format_count(count, lang()));
            let figures = [tally.new, tally.changed, tally.same, tally.only_here].map(figure);
            let name = Cell::text(kind_name(lang(), *kind));
            Row::new([name].into_iter().chain(figures).collect())
        };
        tallies.map(row).collect::<Vec<_>>()
    };
    view! { <Table caption=move || w().tally columns=Signal::derive(columns) rows=Signal::derive(rows) quiet=true/> }
}

/// The choice for all, and for the conflicts.
#[component]
fn Bulk(found: Arc<Comparison>, choices: Choices) -> impl IntoView {
    let w = use_words(&BACKUP);
    let has_conflicts = conflicts(&found) > 0;
    let (of_all, of_conflicts) = (found.clone(), found);
    let control = move |label: fn(&'static crate::i18n::backup::Backup) -> &'static str,
                        found: Arc<Comparison>,
                        of: fn(&Difference) -> bool,
                        proposed: bool| {
        let value = Signal::derive({
            let found = found.clone();
            move || {
                let mut taken = places(&found)
                    .filter(|(_, _, it)| of(it))
                    .map(|(place, _, it)| (choices.takes(place, it), it.side.takes_file()));
                let all: Vec<(bool, bool)> = taken.by_ref().collect();
                let is = |wanted: fn(&(bool, bool)) -> bool| all.iter().all(wanted);
                match () {
                    () if proposed && is(|(taken, proposed)| taken == proposed) => PROPOSED,
                    () if is(|(taken, _)| !taken) => KEEP,
                    () if is(|(taken, _)| *taken) => TAKE,
                    () => "",
                }
                .to_owned()
            }
        });
        let options = move || {
            let mut options = vec![Choice::new(KEEP, w().keep), Choice::new(TAKE, w().take)];
            if proposed {
                options.insert(0, Choice::new(PROPOSED, w().proposed));
            }
            options
        };
        let choose = move |said: String| {
            let takes = match said.as_str() {
                TAKE => Some(true),
                KEEP => Some(false),
                _ => None,
            };
            choices.choose_all(&found, of, takes);
        };
        view! {
            <div class="backup__bulk">
                <span>{move || label(w())}</span>
                <Segmented label=move || label(w()) choices=Signal::derive(options) value on_change=choose/>
            </div>
        }
    };
    view! {
        <div class="backup__bulks">
            {has_conflicts.then(|| control(|w| w.conflicts, of_conflicts, |it| it.side.is_conflict(), false))}
            {control(|w| w.all, of_all, |_| true, true)}
        </div>
    }
}

/// The differences of one kind, drawn when they are looked at.
#[component]
fn OfKind(found: Arc<Comparison>, kind: RecordKind, choices: Choices, lens: Lens) -> impl IntoView {
    let lang = use_lang();
    let count = found.differing.iter().filter(|item| item.kind == kind).count() as u64;
    // One kind alone is looked at for certain.
    let is_only = kinds(&found).len() == 1;
    let opened = RwSignal::new(is_only);
    view! {
        <Disclosure label=move || of_kind(lang(), kind, count) open=is_only opened>
            {move || {
                let found = found.clone();
                opened.get().then(|| view! { <Lines found kind choices lens/> })
            }}
        </Disclosure>
    }
}

#[component]
fn Lines(found: Arc<Comparison>, kind: RecordKind, choices: Choices, lens: Lens) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let workspace = lens.workspace();
    let units = Arc::new(new_units(&found));
    let columns = move || {
        let words = [w().kind, w().field, w().here, w().file, w().choice].map(Column::words);
        let mut columns = Vec::from(words);
        columns[0] = Column::words(kind_name(lang(), kind));
        columns
    };
    let rows = move || {
        let lang = lang();
        lens.ledger_untracked(|ledger| {
            lens.catalogue(|catalogue| {
                let words = Words {
                    lang,
                    ledger,
                    catalogue,
                    units: &units,
                };
                let mut rows: Vec<(bool, Row)> = places(&found)
                    .filter(|(_, item, _)| item.kind == kind)
                    .map(|(place, item, difference)| {
                        let here = workspace.record(&item.id);
                        let title = words.title(item, |field| here.as_ref()?.fields.get(field).cloned());
                        (
                            difference.side.is_conflict(),
                            row(words, &title, item, difference, place, choices),
                        )
                    })
                    .collect();
                // What a person has to decide comes first.
                rows.sort_by_key(|(is_conflict, _)| !is_conflict);
                rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || kind_name(lang(), kind).to_owned()
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
            cards=true
        />
    }
}

fn row(
    words: Words<'_>,
    title: &str,
    item: &Differing,
    difference: &Difference,
    place: Place,
    choices: Choices,
) -> Row {
    let said = |value| words.value(item.kind, &difference.field, value);
    let name = words.field(item.kind, &difference.field);
    let control = {
        let (difference, label) = (difference.clone(), format!("{title}: {name}"));
        let is_new = item.is_new;
        Cell::view(move || choice(choices, place, &difference, is_new, label.clone()))
    };
    if item.is_new {
        let values: Vec<(String, String)> = item
            .fields
            .iter()
            .filter(|it| !matches!(it.field.as_str(), "id" | "form" | "unit" | "period"))
            .map(|it| {
                (
                    words.field(item.kind, &it.field),
                    words.value(item.kind, &it.field, &it.file),
                )
            })
            .collect();
        let side = side_name(words.lang, difference.side);
        return Row::new(vec![
            Cell::text(title),
            Cell::muted(side),
            Cell::none(),
            Cell::view(move || new_values(values.clone())),
            control,
        ]);
    }
    Row::new(vec![
        Cell::text(title),
        Cell::text(name).note(side_name(words.lang, difference.side)),
        Cell::text(said(&difference.here)),
        Cell::text(said(&difference.file)),
        control,
    ])
}

/// What a new thing holds: its first value, the rest unfolded.
fn new_values(values: Vec<(String, String)>) -> AnyView {
    let line = |(name, value): (String, String)| view! { <li>{format!("{name}: {value}")}</li> };
    match values.len() {
        0 => "–".into_any(),
        1 => values
            .into_iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect_view()
            .into_any(),
        _ => {
            let first = values[0].clone();
            let label = format!("{}: {} (+{})", first.0, first.1, values.len() - 1);
            view! {
                <Disclosure label=move || label.clone()>
                    <ul>{values.into_iter().map(line).collect_view()}</ul>
                </Disclosure>
            }
            .into_any()
        }
    }
}

/// Which side is taken.
fn choice(choices: Choices, place: Place, difference: &Difference, is_new: bool, label: String) -> AnyView {
    let w = use_words(&BACKUP);
    let difference = difference.clone();
    let is_conflict = difference.side.is_conflict();
    let value = Signal::derive(move || {
        let takes = choices.takes(place, &difference);
        if takes { TAKE } else { KEEP }.to_owned()
    });
    let options = move || {
        let (keep, take) = if is_new {
            (w().leave, w().add)
        } else {
            (w().keep, w().take)
        };
        vec![Choice::new(KEEP, keep), Choice::new(TAKE, take)]
    };
    view! {
        <span class="backup__choice">
            {is_conflict
                .then(|| view! { <Badge label=move || w().conflicts icon=IconName::Warning/> })}
            <Segmented
                label=move || label.clone()
                choices=Signal::derive(options)
                value
                on_change=move |said: String| choices.choose(place, said == TAKE)
            />
        </span>
    }
    .into_any()
}

/// The button that writes what was chosen.
#[component]
fn Deed(desk: Desk, found: Arc<Comparison>, choices: Choices, lens: Lens, file: String) -> impl IntoView {
    let w = use_words(&BACKUP);
    let lang = use_lang();
    let toasts = use_toasts();
    let workspace = lens.workspace();
    let counted = {
        let found = found.clone();
        Memo::new(move |_| choices.count(&found))
    };
    let write = move || {
        let mut now = Records::new();
        for item in &found.differing {
            if let Some(record) = workspace.record(&item.id) {
                now.insert(item.id.clone(), record);
            }
        }
        let chosen: BTreeMap<Place, bool> = untrack(|| {
            places(&found)
                .map(|(place, _, it)| (place, choices.takes(place, it)))
                .collect()
        });
        let place_of: BTreeMap<&str, usize> = found
            .differing
            .iter()
            .enumerate()
            .map(|(at, item)| (item.id.as_str(), at))
            .collect();
        let takes = |item: &Differing, difference: &Difference| {
            let at = place_of.get(item.id.as_str()).copied().unwrap_or(usize::MAX);
            let field = match item.is_new {
                true => Some(0),
                false => item.fields.iter().position(|it| it.field == difference.field),
            };
            field.is_some_and(|field| chosen.get(&(at, field)).copied().unwrap_or(false))
        };
        let taken = take(&found.differing, &now, takes);
        if taken.is_stale {
            desk.is_stale.set(true);
            choices.reset();
            desk.compare();
            return;
        }
        let Some(done) = workspace.edit(taken.records) else {
            return;
        };
        toasts.offer_undo(written(untrack(lang), taken.fields), move || workspace.undo_of(&done));
        // Whoever took all of it has the file's state from now on.
        if chosen.values().all(|takes| *takes) {
            let id = file.clone();
            spawn_local(work::remember_taken(workspace, id));
        }
        desk.clear();
    };
    view! {
        <div class="row backup__deeds">
            <Button
                label=move || write_button(lang(), counted.get())
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || counted.get() == 0)
                on_press=write
            />
            {move || (counted.get() == 0).then(|| view! { <span class="muted">{w().none_chosen}</span> })}
        </div>
    }
}
