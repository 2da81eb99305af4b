//! What published reports state, beside what the counts give: pasted or typed, read for its numbers, and kept.

use super::draft::{Candidate, Source, Stated, choices, read, statements};
use super::stated_form::{StatedForm, use_stated_form};
use crate::analysis::reconcile::{Agreement, Reconciliation, reconcile_where};
use crate::exhibit::stated::published::Published;
use crate::i18n::findings::agreeing;
use crate::i18n::reconcile::{RECONCILE, added, finding, found_numbers, reconcile_number, removed};
use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::id::RecordId;
use crate::model::period::Period;
use crate::model::record::Entity;
use crate::model::statement::Statement;
use crate::model::text::Lang;
use crate::pages::findings::{Parts, RowTools, StatementsTable};
use crate::platform::ids::new_id;
use crate::report::period_name::period_title;
use crate::state::choices::period_choices;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::EmptyState;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::named_button::NamedButton;
use crate::ui::page_head::{PageHead, Section};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is being read. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    lens: Lens,
    text: RwSignal<String>,
    title: RwSignal<String>,
    day: RwSignal<String>,
    period: RwSignal<String>,
    /// What a person chose for a number, by its place among those found.
    chosen: RwSignal<BTreeMap<usize, String>>,
    candidates: Memo<Vec<Candidate>>,
    found: Memo<Vec<Stated>>,
}

impl Draft {
    /// What a number is of: what a person chose, or what was guessed.
    fn of(self, at: usize) -> String {
        let chosen = self.chosen.with(|chosen| chosen.get(&at).cloned());
        chosen.unwrap_or_else(|| {
            self.found
                .with(|found| found.get(at).map(|it| it.of.clone()).unwrap_or_default())
        })
    }

    /// The numbers that are of something, with what they are of.
    fn taken(self) -> Vec<Stated> {
        let found = self.found.get();
        let all = found
            .into_iter()
            .enumerate()
            .map(|(at, it)| Stated { of: self.of(at), ..it });
        all.filter(|it| !it.of.is_empty()).collect()
    }

    fn period(self) -> Period {
        let named = self.period.get().parse().ok();
        named.unwrap_or_else(|| self.lens.period())
    }

    fn source(self) -> Source {
        let unit = self.lens.ledger(|ledger| ledger.root().map(|root| root.id.clone()));
        Source {
            document: DocumentRef {
                title: self.title.get().trim().to_owned(),
                date: Date::parse_typed(&self.day.get()).ok(),
                ..DocumentRef::default()
            },
            period: self.period(),
            unit: unit.unwrap_or_else(|| "".into()),
        }
    }
}

/// Đối chiếu.
#[component]
pub fn ReconcilePage() -> impl IntoView {
    let w = use_words(&RECONCILE);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let text = RwSignal::new(String::new());
    let candidates = Memo::new(move |_| {
        let lang = lang();
        lens.ledger(|_| ());
        lens.catalogue(|catalogue| choices(catalogue, lang))
    });
    let found = Memo::new(move |_| candidates.with(|candidates| text.with(|text| read(text, candidates))));
    let draft = Draft {
        lens,
        text,
        title: RwSignal::new(String::new()),
        day: RwSignal::new(String::new()),
        period: RwSignal::new(String::new()),
        chosen: RwSignal::new(BTreeMap::new()),
        candidates,
        found,
    };
    let all = Memo::new(move |_| lens.with(|scope| reconcile_where(scope, |_| true)));
    let heading = Signal::derive(move || {
        all.with(|all| finding(lang(), all.len(), all.iter().filter(|one| is_apart(one)).count()))
    });
    let trail = Signal::derive(move || {
        vec![Crumb {
            label: w().reports.to_owned(),
            place: router.here(Route::Reports),
        }]
    });
    view! {
        <PageHead title=move || w().title finding=heading trail/>
        <Paste draft/>
        <Section title=move || w().kept note=move || w().kept_why>
            {move || match all.with(Vec::is_empty) {
                true => view! { <EmptyState icon=IconName::Search title=move || w().none why=move || w().none_why/> }.into_any(),
                false => view! { <Kept lens all/> }.into_any(),
            }}
        </Section>
    }
}

/// Whether a statement is not what the counts give, or not the sum of its parts.
fn is_apart(one: &Reconciliation) -> bool {
    one.agreement == Agreement::Differs || one.parts_apart().is_some()
}

/// The text, where it is from, and the numbers that were found in it.
#[component]
fn Paste(draft: Draft) -> impl IntoView {
    let w = use_words(&RECONCILE);
    let lang = use_lang();
    let lens = draft.lens;
    let toasts = use_toasts();
    let change = move |text: String| {
        draft.chosen.update(BTreeMap::clear);
        draft.text.set(text);
    };
    let periods = Signal::derive(move || {
        let (lang, today) = (lang(), lens.device_today());
        lens.ledger(|ledger| {
            let now = lens.period();
            let others = period_choices(ledger, today).into_iter().filter(|it| *it != now);
            let all: Vec<Period> = std::iter::once(now.clone()).chain(others).collect();
            all.iter()
                .map(|it| Choice::new(it.to_string(), period_title(lang, it, ledger)))
                .collect::<Vec<_>>()
        })
    });
    let period = Signal::derive(move || draft.period().to_string());
    let wrong_day = Signal::derive(move || {
        let day = draft.day.get();
        (!day.trim().is_empty() && Date::parse_typed(&day).is_err()).then(|| w().day_wrong.to_owned())
    });
    let some = Memo::new(move |_| draft.found.with(|found| !found.is_empty()));
    let count = Memo::new(move |_| draft.taken().len());
    let nothing = Memo::new(move |_| draft.text.with(|text| !text.trim().is_empty()) && !some.get());
    let keep = move |()| {
        let (taken, source) = (untrack(|| draft.taken()), untrack(|| draft.source()));
        let made = draft
            .candidates
            .with_untracked(|candidates| statements(&taken, candidates, &source, new_id));
        let workspace = lens.workspace();
        if let Some(act) = workspace.put(&made) {
            toasts.offer_undo(added(untrack(lang), made.len()), move || workspace.undo_of(&act));
            change(String::new());
        }
    };
    view! {
        <Section title=move || w().paste note=move || w().paste_why>
            <div class="reconcile__source">
                <TextArea
                    label=move || w().text
                    value=draft.text
                    on_change=change
                    placeholder=move || w().example
                    rows=7
                />
                <div class="reconcile__fields">
                    <TextField
                        label=move || w().document
                        value=draft.title
                        on_change=move |text: String| draft.title.set(text)
                        optional=true
                    />
                    <TextField
                        label=move || w().day
                        value=draft.day
                        on_change=move |text: String| draft.day.set(text)
                        help=move || w().day_help
                        error=wrong_day
                        optional=true
                    />
                    <SelectField
                        label=move || w().period
                        choices=periods
                        value=period
                        on_change=move |value: String| draft.period.set(value)
                    />
                </div>
            </div>
            {move || nothing.get().then(|| view! { <p class="muted">{move || w().no_numbers}</p> })}
            {move || {
                some.get()
                    .then(|| {
                        view! {
                            <p class="reconcile__found" role="status">
                                {move || found_numbers(lang(), draft.found.with(Vec::len), count.get())}
                            </p>
                            <Numbers draft/>
                            <Button
                                label=move || reconcile_number(lang(), count.get())
                                kind=ButtonKind::Primary
                                icon=IconName::Check
                                disabled=Signal::derive(move || count.get() == 0)
                                on_press=keep
                            />
                        }
                    })
            }}
        </Section>
    }
}

/// Each number with the words around it, and what it is of.
#[component]
fn Numbers(draft: Draft) -> impl IntoView {
    let w = use_words(&RECONCILE);
    let all = Signal::derive(move || {
        let none = Choice::new("", w().not_taken);
        let of = |candidate: &Candidate| Choice::new(candidate.key.clone(), candidate.label.clone());
        let mut all = vec![none];
        draft
            .candidates
            .with(|candidates| all.extend(candidates.iter().map(of)));
        all
    });
    let row = move |(at, stated): (usize, Stated)| {
        let value = Signal::derive(move || draft.of(at));
        let label = format!("{}: {} {}", w().of, stated.written, stated.after);
        view! {
            <li class="reconcile__number">
                <p>
                    <span class="muted">{stated.before} " "</span>
                    <strong>{stated.written}</strong>
                    " "
                    {stated.after}
                </p>
                <SelectField
                    label
                    choices=all
                    value
                    on_change=move |key: String| {
                        draft
                            .chosen
                            .update(|chosen| {
                                chosen.insert(at, key);
                            })
                    }
                    compact=true
                />
            </li>
        }
    };
    view! {
        <ul class="reconcile__numbers">
            {move || draft.found.get().into_iter().enumerate().map(row).collect_view()}
        </ul>
    }
}

/// What is kept, document by document: what does not agree first.
#[component]
fn Kept(lens: Lens, all: Memo<Vec<Reconciliation>>) -> impl IntoView {
    let w = use_words(&RECONCILE);
    let lang = use_lang();
    let toasts = use_toasts();
    let sources = Memo::new(move |_| {
        let lang = lang();
        let mut names: Vec<String> = Vec::new();
        all.with(|all| {
            for one in all {
                let name = source_name(lang, &one.statement);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        });
        names
    });
    let of_source = move |name: &str| -> Vec<Reconciliation> {
        let lang = lang();
        let mut found = all.get();
        found.retain(|one| source_name(lang, &one.statement) == name);
        found
    };
    let remove = move |name: &str| {
        let statements: Vec<RecordId> = of_source(name).iter().map(|one| one.statement.record_id()).collect();
        let workspace = lens.workspace();
        let none: [&Statement; 0] = [];
        if let Some(act) = workspace.put_and_remove(none, &statements) {
            toasts.offer_undo(removed(untrack(lang), statements.len()), move || {
                workspace.undo_of(&act)
            });
        }
    };
    let form = use_stated_form();
    let remove_one = move |statement: &Statement| {
        let workspace = lens.workspace();
        let none: [&Statement; 0] = [];
        if let Some(act) = workspace.put_and_remove(none, &[statement.record_id()]) {
            toasts.offer_undo(removed(untrack(lang), 1), move || workspace.undo_of(&act));
        }
    };
    // What can be done with one figure, at the end of its row.
    let tools = RowTools::new(move |statement: Statement, name: String| {
        let gone = statement.clone();
        view! {
            <div class="reconcile__tools">
                <NamedButton
                    label=move || w().edit
                    of=name.clone()
                    icon=IconName::Edit
                    kind=ButtonKind::Quiet
                    on_press=move |()| form.open(&statement)
                />
                <NamedButton
                    label=move || w().remove_one
                    of=name
                    icon=IconName::Delete
                    kind=ButtonKind::Quiet
                    on_press=move |()| remove_one(&gone)
                />
            </div>
        }
        .into_any()
    });
    let section = move |name: String| {
        let (titled, of, gone) = (name.clone(), name.clone(), name.clone());
        // What does not agree stands first with its family; what agrees is many rows that all say the same.
        let published = Memo::new(move |_| Published::of(of_source(&of)));
        let shown = Signal::derive(move || {
            published.with(|all| [&all.differing[..], &all.planned[..], &all.alone[..]].concat())
        });
        let agree = Signal::derive(move || published.with(|all| all.agreeing.clone()));
        let some_shown = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
        let some_agree = Memo::new(move |_| agree.with(|agree| !agree.is_empty()));
        let label = move || agreeing(lang(), agree.with(Vec::len));
        view! {
            <div class="reconcile__document">
                <div class="row row--between">
                    <h3>{if titled.is_empty() { w().no_source.to_owned() } else { titled.clone() }}</h3>
                    <NamedButton
                        label=move || w().remove
                        of=titled
                        icon=IconName::Delete
                        kind=ButtonKind::Quiet
                        on_press=move |()| untrack(|| remove(&gone))
                    />
                </div>
                {move || {
                    let caption = name.clone();
                    some_shown
                        .get()
                        .then(|| view! { <StatementsTable lens caption shown parts=Parts::Reasons tools/> })
                }}
                {move || {
                    some_agree
                        .get()
                        .then(|| {
                            view! {
                                <Disclosure label>
                                    <StatementsTable lens caption=label shown=agree tools/>
                                </Disclosure>
                            }
                        })
                }}
            </div>
        }
    };
    view! {
        <For each=move || sources.get() key=Clone::clone children=section/>
        <StatedForm lens form/>
    }
}

fn source_name(lang: Lang, statement: &Statement) -> String {
    statement.source.citation(lang)
}
