//! The page of all units: how many there are, the tree, and the ways to change it.

use leptos::prelude::*;

use super::counts::{UnitCounts, count};
use super::edit::{EditDialog, Editing};
use super::listed::unit_table;
use super::paste::PasteDialog;
use super::reorganise_dialog::{Kind, ReorganiseDialog};
use super::sectors::SectorsDialog;
use super::timeline::{Step, numbers, steps};
use super::told::step_lines;
use super::tree::{has_levels, tree, tree_rows};
use crate::i18n::reorganise::{REORGANISE, numbers_line};
use crate::i18n::units::{UNITS, changed, closed_units, finding, other_units, stated_agrees, stated_differs};
use crate::model::fold::{fold, matches_folded};
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use crate::state::drawn_rows::ALL_DRAWN;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::workspace::Done;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::EmptyState;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::making::{Making, MakingDialog, use_making};
use crate::ui::menu::{Choice, Menu, MenuAction};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::PageHead;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::toggle::Checkbox;

/// What the page's dialogs are about; one is open at a time.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// A unit that is being added or changed.
    pub editing: RwSignal<Option<Editing>>,
    /// A unit that becomes another, or ends, and how the dialog begins.
    pub changing: RwSignal<Option<(UnitId, Kind)>>,
    /// Whether a list is being pasted.
    pub pasting: RwSignal<bool>,
    /// Whether the sectors are open.
    pub sectors: RwSignal<bool>,
}

impl Dialogs {
    /// None is open.
    pub fn new() -> Dialogs {
        Dialogs {
            editing: RwSignal::new(None),
            changing: RwSignal::new(None),
            pasting: RwSignal::new(false),
            sectors: RwSignal::new(false),
        }
    }
}

/// The page.
#[component]
pub fn UnitsPage() -> impl IntoView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let making = use_making();
    let dialogs = Dialogs::new();
    let query = router.filter("q");
    let sector = router.filter("sector");
    let ended = router.filter("ended");
    let below = router.filter("below");
    let counts = Memo::new(move |_| lens.with(|scope| count(scope.ledger, &scope.root, scope.today)));
    let has_levels = Memo::new(move |_| lens.with(|scope| has_levels(scope.ledger, &scope.root)));
    // A long tree begins with its first level: the organisations stand together.
    let is_long = Memo::new(move |_| lens.ledger(|ledger| ledger.units.len() > ALL_DRAWN));
    let shows_below = Memo::new(move |_| below.with(|below| below == "1" || (below.is_empty() && !is_long.get())));
    let rows = Memo::new(move |_| {
        let (query, sector, ended) = (fold(&query.get()), sector.get(), ended.get());
        // Who looks for something looks for it on every level.
        let is_looking = !query.is_empty() || !sector.is_empty();
        let every_level = shows_below.get() || is_looking;
        lens.with(|scope| {
            let keep = |unit: &Unit, is_ended: bool| {
                (!is_ended || !ended.is_empty())
                    && (query.is_empty() || matches_folded(&fold(&unit.name), &query))
                    && (sector.is_empty() || unit.sector.as_ref().is_some_and(|of| of.as_str() == sector))
            };
            tree_rows(scope.ledger, &scope.root, scope.today, every_level, keep)
        })
    });
    let steps = Memo::new(move |_| lens.ledger(|ledger| steps(&ledger.units)));
    let is_empty = Memo::new(move |_| lens.ledger(|ledger| ledger.units.len() <= 1));
    let has_sectors = Memo::new(move |_| lens.ledger(|ledger| !ledger.sectors.is_empty()));
    let facts = Signal::derive(move || facts(lang(), &counts.get()));
    let head_finding = Signal::derive(move || {
        if is_empty.get() {
            return String::new();
        }
        counts.with(|counts| finding(lang(), counts.committees, counts.cells))
    });
    view! {
        <PageHead
            title=move || w().title
            finding=head_finding
            facts=facts
            actions=move || {
                let add = move |kind| {
                    view! {
                        <Button
                            label=move || w().add
                            kind=kind
                            icon=IconName::Add
                            on_press=move || dialogs.editing.set(Some(Editing::New(lens.with_untracked(|scope| scope.root.clone()))))
                        />
                    }
                };
                // Without units the page itself offers to paste them: one main thing to do at a time.
                let buttons = move || {
                    if is_empty.get() {
                        return add(ButtonKind::Secondary).into_any();
                    }
                    view! {
                        {tables_menu(lens, making)}
                        <Button
                            label=move || w().paste
                            icon=IconName::Table
                            on_press=move || dialogs.pasting.set(true)
                        />
                        {add(ButtonKind::Primary)}
                    }
                        .into_any()
                };
                buttons.into_any()
            }
        />
        {move || {
            counts
                .with(UnitCounts::differs)
                .then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            {move || {
                                counts
                                    .with(|counts| {
                                        stated_differs(
                                            lang(),
                                            counts.stated.unwrap_or_default(),
                                            counts.committees,
                                            counts.cells,
                                        )
                                    })
                            }}
                        </Notice>
                    }
                })
        }}
        {move || {
            if is_empty.get() {
                view! {
                    <EmptyState icon=IconName::Units title=move || w().none why=move || w().none_why>
                        <Button
                            label=move || w().paste
                            kind=ButtonKind::Primary
                            on_press=move || dialogs.pasting.set(true)
                        />
                        <LinkButton
                            to=Route::Import("units".to_owned())
                            label=move || w().import
                            icon=IconName::Upload
                        />
                    </EmptyState>
                }
                    .into_any()
            } else {
                view! {
                    <div class="units__tools">
                        <TextField
                            label=move || w().search
                            placeholder=move || w().search
                            search=true
                            value=query
                            on_change=move |text: String| router.set_filter("q", &text)
                        />
                        {move || {
                            has_sectors
                                .get()
                                .then(|| {
                                    view! {
                                        <SelectField
                                            label=move || w().sector
                                            choices=Signal::derive(move || {
                                                let mut all = vec![Choice::new("", w().every_sector)];
                                                all.extend(sector_choices(lens, lang()));
                                                all
                                            })
                                            value=sector
                                            on_change=move |of: String| router.set_filter("sector", &of)
                                            compact=true
                                        />
                                    }
                                })
                        }}
                        <Button
                            label=move || w().sectors
                            kind=ButtonKind::Quiet
                            icon=IconName::Edit
                            on_press=move || dialogs.sectors.set(true)
                        />
                        {move || {
                            has_levels
                                .get()
                                .then(|| {
                                    view! {
                                        <Checkbox
                                            label=move || w().show_below
                                            checked=shows_below
                                            on_change=move |on| router.set_filter("below", if on { "1" } else { "0" })
                                        />
                                    }
                                })
                        }}
                        {move || {
                            (counts.with(|counts| counts.closed) > 0)
                                .then(|| {
                                    view! {
                                        <Checkbox
                                            label=move || w().show_closed
                                            checked=Signal::derive(move || !ended.with(String::is_empty))
                                            on_change=move |on| router.set_filter("ended", if on { "1" } else { "" })
                                        />
                                    }
                                })
                        }}
                    </div>
                    {move || history(lens, &steps.get())}
                    {tree(lens, dialogs, rows)}
                }
                    .into_any()
            }
        }}
        <EditDialog editing=dialogs.editing/>
        <ReorganiseDialog changing=dialogs.changing/>
        <PasteDialog open=dialogs.pasting/>
        <SectorsDialog open=dialogs.sectors/>
        <MakingDialog making/>
    }
}

/// Tables of units in and out.
fn tables_menu(lens: Lens, making: Making) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let import = move || {
        lens.router()
            .go(lens.router().place_untracked().at(Route::Import("units".to_owned())))
    };
    let offer = move || {
        let lang = untrack(lang);
        let rows = lens.with_untracked(|scope| unit_table(lang, scope.ledger, &scope.root));
        making.csv(lang, "don-vi.csv".to_owned(), rows);
    };
    let actions = vec![
        MenuAction::new(IconName::Upload, Signal::derive(move || w().import.to_owned()), import),
        MenuAction::new(
            IconName::Download,
            Signal::derive(move || w().download.to_owned()),
            offer,
        ),
    ];
    view! { <Menu label=move || w().tables.to_owned() icon=IconName::More actions end=true/> }.into_any()
}

/// What became of units, folded away under the numbers: "73 → 70 → 72". Nothing where nothing ever happened.
fn history(lens: Lens, steps: &[Step]) -> Option<AnyView> {
    let w = use_words(&REORGANISE);
    let lang = use_lang();
    let numbers = numbers(steps);
    let label = move || {
        let line = numbers_line(lang(), &numbers);
        format!("{} · {line}", w().history)
    };
    let lines = step_list(lens, steps);
    (!steps.is_empty()).then(|| {
        view! {
            <div class="units__history">
                <Disclosure label>
                    <p class="muted">{move || w().history_note}</p>
                    {lines.run()}
                </Disclosure>
            </div>
        }
        .into_any()
    })
}

/// Days with what happened on them.
pub fn step_list(lens: Lens, steps: &[Step]) -> ViewFn {
    let steps = StoredValue::new(steps.to_vec());
    let lang = use_lang();
    ViewFn::from(move || {
        let lang = lang();
        let lines = steps.with_value(|steps| {
            lens.ledger(|ledger| {
                steps
                    .iter()
                    .map(|step| step_lines(lang, step, ledger))
                    .collect::<Vec<_>>()
            })
        });
        view! {
            <ol class="units__steps">
                {lines
                    .into_iter()
                    .map(|(day, events, number)| {
                        view! {
                            <li>
                                <strong>{day}</strong>
                                <ul>{events.into_iter().map(|event| view! { <li>{event}</li> }).collect_view()}</ul>
                                {(!number.is_empty()).then(|| view! { <span class="units__number">{number}</span> })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        }
        .into_any()
    })
}

/// The sectors to choose from.
pub fn sector_choices(lens: Lens, lang: crate::model::text::Lang) -> Vec<Choice> {
    lens.ledger(|ledger| {
        let choice =
            |sector: &crate::model::unit::Sector| Choice::new(sector.id.to_string(), sector.label.in_lang(lang));
        ledger.sectors.iter().map(choice).collect()
    })
}

fn facts(lang: crate::model::text::Lang, counts: &UnitCounts) -> Vec<String> {
    let stated = counts.stated.filter(|_| !counts.differs());
    vec![
        stated.map_or_else(String::new, |stated| stated_agrees(lang, stated)),
        other_units(lang, counts.others),
        closed_units(lang, counts.closed),
    ]
}

/// Says what was done and offers to undo just that; says nothing where nothing had to change.
pub fn offer_undo(lens: Lens, toasts: Toasts, said: String, done: Option<Done>) {
    if let Some(done) = done {
        toasts.offer_undo(said, move || lens.workspace().undo_of(&done));
    }
}

/// What else can be done with a unit.
pub fn unit_menu(lens: Lens, dialogs: Dialogs, unit: &Unit) -> AnyView {
    let w = use_words(&UNITS);
    let lang = use_lang();
    let toasts = use_toasts();
    let id = unit.id.clone();
    let name = unit.name.clone();
    let mut actions = Vec::new();
    let word = move |of: fn(&crate::i18n::units::Units) -> &'static str| Signal::derive(move || of(w()).to_owned());
    actions.push(MenuAction::new(IconName::Edit, word(|w| w.edit), {
        let id = id.clone();
        move || dialogs.editing.set(Some(Editing::Old(id.clone())))
    }));
    if !super::change::kinds_below(unit.kind).is_empty() && unit.kind != UnitKind::BlocCommittee {
        let id = id.clone();
        actions.push(MenuAction::new(IconName::Add, word(|w| w.add_below), move || {
            dialogs.editing.set(Some(Editing::New(id.clone())));
        }));
    }
    if unit.valid_to.is_none() {
        let change = move |kind: Kind| {
            let id = id.clone();
            move || dialogs.changing.set(Some((id.clone(), kind)))
        };
        let reorganise = use_words(&REORGANISE);
        let title = Signal::derive(move || reorganise().title.to_owned());
        if unit.parent.is_some() {
            actions.push(MenuAction::new(IconName::Move, title, change(Kind::Merge)));
            actions.push(MenuAction::new(IconName::Close, word(|w| w.close), change(Kind::Close)));
        }
    } else {
        let (unit, name) = (unit.clone(), name.clone());
        actions.push(MenuAction::new(IconName::Undo, word(|w| w.reopen), move || {
            let done = lens.workspace().put([&super::change::reopened(&unit)]);
            offer_undo(lens, toasts, changed(untrack(lang), &name), done);
        }));
    }
    let label = move || format!("{}: {name}", w().more);
    view! { <Menu label=label icon=IconName::More actions end=true/> }.into_any()
}
