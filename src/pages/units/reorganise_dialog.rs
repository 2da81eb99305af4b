//! The dialog in which units become others from a day on. It says what that comes to before it is done.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::change::kinds_below;
use super::page::{offer_undo, sector_choices};
use super::reorganise::{Act, Fresh, Outcome, Refusal, outcome};
use super::told::{is_unfinished, outcome_lines, refusal_line};
use crate::exchange::name_list::{kind_of, read};
use crate::i18n::reorganise::{REORGANISE, Reorganise, done};
use crate::i18n::ui::UI;
use crate::i18n::units::{UNITS, kind_name};
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use crate::platform::ids::new_id;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::field::{DateField, SelectField, TextField};
use crate::ui::focus::focus_wrong;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Several become one.
    Merge,
    /// One becomes several.
    Split,
    /// Another name.
    Rename,
    /// Another place.
    Move,
    /// An end.
    Close,
}

const KINDS: [(&str, Kind); 5] = [
    ("merge", Kind::Merge),
    ("split", Kind::Split),
    ("rename", Kind::Rename),
    ("move", Kind::Move),
    ("close", Kind::Close),
];

const fn kind_word(words: &'static Reorganise, kind: Kind) -> &'static str {
    match kind {
        Kind::Merge => words.merge,
        Kind::Split => words.split,
        Kind::Rename => words.rename,
        Kind::Move => words.relocate,
        Kind::Close => words.close,
    }
}

/// The dialog; open while `changing` names a unit, beginning with a kind of change.
#[component]
pub fn ReorganiseDialog(changing: RwSignal<Option<(UnitId, Kind)>>) -> impl IntoView {
    let w = use_words(&REORGANISE);
    let lens = use_lens();
    let open = open_while(changing);
    let content = move || {
        let (id, kind) = changing.get()?;
        let unit = lens.with_untracked(|scope| scope.ledger.units.get(&id).cloned())?;
        Some(form(Draft::new(lens, unit, kind), open))
    };
    view! {
        <Dialog open title=Signal::derive(move || w().title.to_owned())>
            {content}
        </Dialog>
    }
}

/// The change that is being prepared. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    lens: Lens,
    unit: StoredValue<Unit>,
    /// The identifiers of units that are made begin with it.
    fresh: StoredValue<String>,
    kind: RwSignal<Kind>,
    day: RwSignal<Option<Date>>,
    /// The other units of a merger.
    others: RwSignal<Vec<UnitId>>,
    /// The unit that goes on; empty for a new one, or none.
    into: RwSignal<String>,
    name: RwSignal<String>,
    short_name: RwSignal<String>,
    new_kind: RwSignal<UnitKind>,
    parts: RwSignal<String>,
    parent: RwSignal<String>,
    sector: RwSignal<String>,
}

impl Draft {
    fn new(lens: Lens, unit: Unit, kind: Kind) -> Draft {
        let text = |id: Option<&str>| RwSignal::new(id.unwrap_or_default().to_owned());
        Draft {
            lens,
            fresh: StoredValue::new(new_id()),
            kind: RwSignal::new(kind),
            day: RwSignal::new(Some(untrack(|| lens.today()))),
            others: RwSignal::new(Vec::new()),
            into: text(None),
            name: text(Some(&unit.name)),
            short_name: text(Some(&unit.short_name)),
            new_kind: RwSignal::new(unit.kind),
            parts: text(None),
            parent: text(unit.parent.as_ref().map(UnitId::as_str)),
            sector: text(unit.sector.as_ref().map(|sector| sector.as_str())),
            unit: StoredValue::new(unit),
        }
    }

    fn id(self) -> UnitId {
        self.unit.with_value(|unit| unit.id.clone())
    }

    fn act(self) -> Act {
        let unit = self.id();
        let into = self.into.get();
        let into = (!into.is_empty()).then(|| UnitId::new(&into));
        match self.kind.get() {
            Kind::Merge => {
                let mut units = self.others.get();
                units.insert(0, unit);
                match into {
                    Some(into) => {
                        // Who goes on may be one of those that come together.
                        units.retain(|unit| *unit != into);
                        Act::Absorb { units, into }
                    }
                    None => Act::Merge {
                        units,
                        into: Fresh {
                            id: UnitId::new(self.fresh.get_value()),
                            name: self.name.get(),
                            kind: self.new_kind.get(),
                        },
                    },
                }
            }
            Kind::Split => {
                let kind = self.unit.with_value(|unit| unit.kind);
                let names = read(&self.parts.get(), kind, []).into_iter().enumerate();
                let fresh = |(at, part): (usize, crate::exchange::name_list::PastedName)| Fresh {
                    id: UnitId::new(format!("{}-{at}", self.fresh.get_value())),
                    name: part.name,
                    kind: part.kind,
                };
                Act::Split {
                    unit,
                    into: names.map(fresh).collect(),
                }
            }
            Kind::Rename => Act::Rename {
                unit,
                name: self.name.get(),
                short_name: self.short_name.get(),
            },
            Kind::Move => Act::Move {
                unit,
                parent: UnitId::new(self.parent.get()),
                sector: Some(self.sector.get())
                    .filter(|id| !id.is_empty())
                    .map(|id| id.as_str().into()),
            },
            Kind::Close => Act::Close { unit, into },
        }
    }

    /// The first day of what comes. Of an end the last day is asked for, as a decision names it.
    fn first_day(self) -> Option<Date> {
        let days = i64::from(self.kind.get() == Kind::Close);
        self.day.get().map(|day| day.plus_days(days))
    }

    fn outcome(self) -> Result<Outcome, Refusal> {
        let act = self.act();
        self.lens.with(|scope| outcome(scope, &act, self.first_day()))
    }

    /// The units that go on, as choices, but for those in `left_out`.
    fn units(self, left_out: &[UnitId]) -> Vec<Choice> {
        self.lens.ledger(|ledger| {
            let units = ledger.units.in_order().into_iter();
            let others =
                units.filter(|unit| unit.valid_to.is_none() && unit.parent.is_some() && !left_out.contains(&unit.id));
            others
                .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                .collect()
        })
    }

    fn name_of(self, id: &UnitId) -> String {
        let name = |unit: &Unit| unit.name.clone();
        self.lens
            .ledger(|ledger| ledger.units.get(id).map_or_else(String::new, name))
    }
}

fn form(draft: Draft, open: RwSignal<bool>) -> AnyView {
    let w = use_words(&REORGANISE);
    let words = use_words(&UNITS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let lens = draft.lens;
    let found = Memo::new(move |_| draft.outcome());
    let tried = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        // A date that is none is still in its field.
        if focus_wrong() {
            return;
        }
        if let Ok(found) = found.get_untracked() {
            let done_by = lens.workspace().put(&found.units);
            open.set(false);
            offer_undo(lens, toasts, done(untrack(lang), found.counts), done_by);
        }
    };
    let kinds = move || {
        let words = w();
        KINDS
            .iter()
            .map(|(id, kind)| Choice::new(*id, kind_word(words, *kind)))
            .collect::<Vec<_>>()
    };
    let kind_value = move || {
        let kind = draft.kind.get();
        KINDS
            .iter()
            .find(|(_, of)| *of == kind)
            .map_or_else(String::new, |(id, _)| (*id).to_owned())
    };
    let choose_kind = move |value: String| {
        if let Some((_, kind)) = KINDS.iter().find(|(id, _)| *id == value) {
            tried.set(false);
            draft.into.set(String::new());
            draft.kind.set(*kind);
        }
    };
    let name = draft.unit.with_value(|unit| unit.name.clone());
    view! {
        <form class="form" novalidate=true on:submit=save>
            <p>
                <strong>{name}</strong>
            </p>
            <SelectField
                label=move || w().kind
                choices=Signal::derive(kinds)
                value=Signal::derive(kind_value)
                on_change=choose_kind
            />
            {move || match draft.kind.get() {
                Kind::Merge => merge_fields(draft),
                Kind::Split => split_fields(draft),
                Kind::Rename => rename_fields(draft),
                Kind::Move => move_fields(draft),
                Kind::Close => close_fields(draft),
            }}
            <DateField
                label=move || if draft.kind.get() == Kind::Close { words().valid_to } else { w().day }
                help=move || if draft.kind.get() == Kind::Close { "" } else { w().day_help }
                value=draft.day
                on_change=move |day| draft.day.set(day)
            />
            {comes_to(draft, found, tried)}
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button
                    label=move || kind_word(w(), draft.kind.get())
                    kind=ButtonKind::Primary
                    submit=true
                />
            </DialogActions>
        </form>
    }
    .into_any()
}

/// What it comes to, or why it cannot be.
fn comes_to(draft: Draft, found: Memo<Result<Outcome, Refusal>>, tried: RwSignal<bool>) -> AnyView {
    let w = use_words(&REORGANISE);
    let lang = use_lang();
    let notes = move || {
        let words = w();
        let (first, second) = match draft.kind.get() {
            Kind::Rename => (words.name_stays, ""),
            Kind::Move => (words.place_stays, ""),
            Kind::Split => (words.stays_whole, words.who_reports),
            Kind::Merge | Kind::Close => (words.place_stays, words.who_reports),
        };
        [first, second]
    };
    let body = move || match found.get() {
        Ok(outcome) => {
            let day = draft.first_day().unwrap_or(Date::EPOCH);
            let lines = outcome_lines(lang(), &outcome, day);
            view! {
                <ul class="reorganise__lines">
                    {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                {notes()
                    .into_iter()
                    .filter(|note| !note.is_empty())
                    .map(|note| view! { <p class="muted">{note}</p> })
                    .collect_view()}
            }
            .into_any()
        }
        Err(refusal) => {
            let splits = draft.kind.get() == Kind::Split;
            let said = draft
                .lens
                .ledger(|ledger| refusal_line(lang(), &refusal, splits, ledger));
            match is_unfinished(&refusal) && !tried.get() {
                true => view! { <p class="muted">{said}</p> }.into_any(),
                false => view! { <Notice kind=NoticeKind::Warning>{said}</Notice> }.into_any(),
            }
        }
    };
    view! {
        <section class="reorganise__outcome">
            <h3>{move || w().comes_to}</h3>
            <div role="status">{body}</div>
        </section>
    }
    .into_any()
}

fn merge_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let more = Signal::derive(move || {
        let mut left_out = draft.others.get();
        left_out.push(draft.id());
        let mut all = vec![Choice::new("", w().add_unit)];
        all.extend(draft.units(&left_out));
        all
    });
    let add = move |id: String| {
        if !id.is_empty() {
            draft.others.update(|others| others.push(UnitId::new(&id)));
        }
    };
    let chosen = move || {
        let line = |id: UnitId| {
            let name = draft.name_of(&id);
            let label = name.clone();
            view! {
                <li class="reorganise__unit">
                    <span>{name}</span>
                    <IconButton
                        icon=IconName::Close
                        label=move || format!("{}: {label}", w().take_away)
                        on_press=move || draft.others.update(|others| others.retain(|other| *other != id))
                    />
                </li>
            }
        };
        draft.others.get().into_iter().map(line).collect_view()
    };
    // One of them may go on, or another that is there already.
    let goes_on = Signal::derive(move || {
        let mut all = vec![Choice::new("", w().new_unit)];
        all.extend(draft.units(&[]));
        all
    });
    let own = draft.name_of(&draft.id());
    view! {
        <div class="reorganise__units" role="group" aria-label=move || w().units>
            <ul>
                <li class="reorganise__unit">
                    <span>{own}</span>
                </li>
                {chosen}
            </ul>
            <SelectField
                label=move || w().units
                choices=more
                value=Signal::derive(String::new)
                on_change=add
            />
        </div>
        <SelectField
            label=move || w().into
            choices=goes_on
            value=draft.into
            on_change=move |id: String| draft.into.set(id)
        />
        {move || draft.into.with(String::is_empty).then(|| new_unit_fields(draft))}
    }
    .into_any()
}

fn new_unit_fields(draft: Draft) -> AnyView {
    let words = use_words(&UNITS);
    let lang = use_lang();
    let above = draft.unit.with_value(|unit| unit.parent.clone());
    let kinds = Signal::derive(move || {
        let lang = lang();
        let kind = draft
            .lens
            .ledger(|ledger| above.as_ref().and_then(|id| ledger.units.get(id)).map(|unit| unit.kind));
        let kinds = kind.map(kinds_below).unwrap_or_default().iter();
        kinds
            .map(|kind| Choice::new(format!("{kind:?}"), kind_name(lang, *kind)))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="form__row">
            <TextField
                label=move || words().name
                value=draft.name
                on_change=move |name: String| {
                    // The name says the kind.
                    if let Some(kind) = kind_of(&name) {
                        draft.new_kind.set(kind);
                    }
                    draft.name.set(name);
                }
            />
            <SelectField
                label=move || words().kind
                choices=kinds
                value=Signal::derive(move || format!("{:?}", draft.new_kind.get()))
                on_change=move |value: String| {
                    if let Some(kind) = UnitKind::ALL.into_iter().find(|kind| format!("{kind:?}") == value) {
                        draft.new_kind.set(kind);
                    }
                }
            />
        </div>
    }
    .into_any()
}

fn split_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    view! {
        <TextArea
            label=move || w().parts
            help=move || w().parts_help
            rows=4
            value=draft.parts
            on_change=move |typed| draft.parts.set(typed)
        />
    }
    .into_any()
}

fn rename_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let words = use_words(&UNITS);
    view! {
        <TextField label=move || w().new_name value=draft.name on_change=move |name: String| draft.name.set(name)/>
        <TextField
            label=move || words().short_name
            help=move || words().short_name_help
            optional=true
            value=draft.short_name
            on_change=move |name: String| draft.short_name.set(name)
        />
    }
    .into_any()
}

fn move_fields(draft: Draft) -> AnyView {
    let words = use_words(&UNITS);
    let lang = use_lang();
    let parents = Signal::derive(move || {
        draft.lens.ledger(|ledger| {
            let units = ledger.units.in_order().into_iter();
            let may = |unit: &&Unit| !kinds_below(unit.kind).is_empty() && unit.valid_to.is_none();
            units
                .filter(may)
                .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let sectors = Signal::derive(move || {
        let mut all = vec![Choice::new("", words().no_sector)];
        all.extend(sector_choices(draft.lens, lang()));
        all
    });
    view! {
        <SelectField
            label=move || words().parent
            choices=parents
            value=draft.parent
            on_change=move |id: String| draft.parent.set(id)
        />
        <SelectField
            label=move || words().sector
            choices=sectors
            value=draft.sector
            on_change=move |id: String| draft.sector.set(id)
        />
    }
    .into_any()
}

fn close_fields(draft: Draft) -> AnyView {
    let w = use_words(&REORGANISE);
    let choices = Signal::derive(move || {
        let mut all = vec![Choice::new("", w().no_successor)];
        all.extend(draft.units(&[draft.id()]));
        all
    });
    view! {
        <SelectField
            label=move || w().successor
            choices=choices
            value=draft.into
            on_change=move |id: String| draft.into.set(id)
        />
    }
    .into_any()
}
