//! One target: how it stands, how that was computed, its chain, its earlier years, what happened to it.

use super::chain::ChainSection;
use super::deeds::{copy, remove};
use super::division::{DivisionDialog, DivisionHandle, use_division};
use super::form::{TargetForm, TargetFormHandle, use_target_form};
use super::history::HistorySection;
use super::notes::{CopyNote, PartsNotes};
use super::target_place;
use crate::analysis::achievement::{AchievedValue, Achievement, achievement};
use crate::analysis::chain::{chain, lines, top};
use crate::charts::Empty;
use crate::charts::bullet::bullets as draw_bullets;
use crate::charts::look::Look;
use crate::exhibit::subject::Subject;
use crate::exhibit::targets::card::card;
use crate::exhibit::targets::drawn::one_bullet;
use crate::exhibit::targets::explain::{facts, why};
use crate::exhibit::targets::figures::earlier;
use crate::i18n::targets::{TARGET_DETAIL, TARGETS, goal_text};
use crate::model::id::TargetId;
use crate::model::period::Period;
use crate::model::target::Target;
use crate::report::period_name::{capitalised, period_title};
use crate::report::sentence::facts::illustrative;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::status::Standing;
use crate::report::sentence::target::{target as target_sentence, target_name};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::badge::StatusBadge;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::chart::Chart;
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuAction};
use crate::ui::page_head::{PageHead, Section};
use crate::ui::table::{Cell, Column, Row, Table};
use crate::ui::to_deck::ToDeck;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// One target as the parts of its page read it. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct TargetView {
    pub(super) lens: Lens,
    pub(super) id: StoredValue<TargetId>,
    found: Memo<Option<Achievement>>,
}

impl TargetView {
    /// Reads it; a target that is gone gives the default.
    pub(super) fn read<T: Default>(self, question: impl FnOnce(&Achievement) -> T) -> T {
        self.found
            .with(|found| found.as_ref().map(question).unwrap_or_default())
    }

    /// The target, for a deed.
    pub(super) fn target(self) -> Option<Target> {
        self.found
            .with_untracked(|found| found.as_ref().map(|found| found.target.clone()))
    }
}

/// The page of a target.
#[component]
pub fn TargetPage(
    /// Its identifier.
    id: String,
) -> impl IntoView {
    let d = use_words(&TARGET_DETAIL);
    let lens = use_lens();
    let id = TargetId::new(&id);
    let key = id.clone();
    let found = Memo::new(move |_| {
        lens.with(|scope| {
            let target = scope.ledger.targets.get(&key)?;
            Some(achievement(scope, target))
        })
    });
    let view = TargetView {
        lens,
        id: StoredValue::new(id),
        found,
    };
    let there = Memo::new(move |_| found.with(Option::is_some));
    let (form, division) = (use_target_form(), use_division());
    move || {
        if there.get() {
            view! {
                <Head view form division/>
                <CopyNote view/>
                <PartsNotes view division/>
                <ComputedSection view/>
                <Chain view/>
                <EarlierSection view/>
                <HistorySection target=view.id/>
                <TargetForm form/>
                <DivisionDialog division/>
            }
            .into_any()
        } else {
            view! {
                <EmptyState icon=IconName::Target title=move || d().gone why=move || d().gone_why page=true>
                    <LinkButton to=Route::Targets label=move || d().to_all kind=ButtonKind::Primary/>
                </EmptyState>
            }
            .into_any()
        }
    }
}

#[component]
fn Head(view: TargetView, form: TargetFormHandle, division: DivisionHandle) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let lens = view.lens;
    let toasts = use_toasts();
    let router = lens.router();
    let title = Signal::derive(move || {
        let lang = lang();
        view.read(|found| lens.with(|scope| capitalised(&target_name(lang, &found.target, scope.catalogue))))
    });
    let finding = Signal::derive(move || {
        let lang = lang();
        view.read(|found| lens.with(|scope| target_sentence(lang, found, scope.catalogue, scope.ledger)))
    });
    let rests_on = Signal::derive(move || {
        let lang = lang();
        view.read(|found| {
            lens.with(|scope| {
                let target = &found.target;
                let mut all = vec![
                    unit_name(scope.ledger, &target.unit),
                    period_title(lang, &target.period, scope.ledger),
                ];
                let citation = target.source.as_ref().map(|source| source.citation(lang));
                let citation = citation.filter(|citation| !citation.is_empty());
                all.push(citation.unwrap_or_else(|| w().no_source.to_owned()));
                if target.illustrative || found.value.is_some() && scope.ledger.is_demo() {
                    all.push(illustrative(lang).to_owned());
                }
                all
            })
        })
    });
    let trail = Signal::derive(move || {
        vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::Targets),
        }]
    });
    let standing = Memo::new(move |_| view.found.with(|found| found.as_ref().map(Standing::of)));
    let edit = move || {
        if let Some(target) = view.target() {
            form.open_edit(&target);
        }
    };
    let divide = move || {
        if let Some(target) = view.target() {
            division.open(lens, &target);
        }
    };
    let copy_one = move || {
        let target = view.target();
        if let Some((target, year)) = target.and_then(|target| Some((target.id, target.period.year()?))) {
            copy(lens, toasts, untrack(lang), &[target], year);
        }
    };
    let take_away = move || {
        let target = view.id.get_value();
        // The page goes with the target; undo brings the target back into the list.
        router.go(router.place_untracked().at(Route::Targets));
        remove(lens, toasts, untrack(lang), &target);
    };
    let has_year = Memo::new(move |_| view.read(|found| found.target.period.year().is_some()));
    let of_root = Memo::new(move |_| view.read(|found| lens.with(|scope| scope.root == found.target.unit)));
    let entry = Signal::derive(move || {
        view.read(|found| {
            let indicator = found.target.indicator.as_ref()?;
            let form = lens.catalogue(|catalogue| Some(catalogue.indicator(indicator)?.form.to_string()))?;
            let unit = None;
            Some(router.here(Route::Entry { form: Some(form), unit }))
        })
    });
    let actions = move || {
        let label =
            move |of: fn(&crate::i18n::targets::Targets) -> &'static str| Signal::derive(move || of(w()).to_owned());
        view! {
            <Button label=move || w().edit kind=ButtonKind::Primary icon=IconName::Edit on_press=edit/>
            {move || {
                let mut actions = Vec::new();
                if of_root.get() {
                    actions.push(MenuAction::new(IconName::Units, label(|w| w.divide), divide));
                }
                if has_year.get() {
                    actions.push(MenuAction::new(IconName::Copy, label(|w| w.copy_one), copy_one));
                }
                if let Some(entry) = entry.get() {
                    let go = move || router.go(entry.clone());
                    actions.push(MenuAction::new(IconName::Entry, label(|w| w.enter), go));
                }
                actions.push(MenuAction::new(IconName::Delete, label(|w| w.remove), take_away));
                view! { <Menu label=move || w().more icon=IconName::More actions/> }
            }}
        }
    };
    let badge = move || {
        view! {
            {move || {
                standing
                    .get()
                    .map(|status| view! { <StatusBadge status/> })
            }}
        }
    };
    view! { <PageHead title finding facts=rests_on trail badge actions/> }
}

/// The bar against its target, and the facts that the result follows from.
#[component]
fn ComputedSection(view: TargetView) -> impl IntoView {
    let (w, d) = (use_words(&TARGETS), use_words(&TARGET_DETAIL));
    let lang = use_lang();
    let lens = view.lens;
    let illustrated = move || view.read(|found| found.value.is_some() && lens.ledger(|ledger| ledger.is_demo()));
    let all = move || {
        let lang = lang();
        view.read(|found| lens.with(|scope| facts(lang, found, scope.ledger, scope.catalogue, scope.today)))
    };
    let bar = move |lang| {
        view.read(|found| lens.with(|scope| Some(one_bullet(found, scope.today, scope.ledger, scope.catalogue, lang))))
    };
    let drawable = Memo::new(move |_| bar(lang()).is_some_and(|bar| !bar.rows.is_empty()));
    let draw = move |look: Look| bar(look.lang).map_or(Err(Empty::NoRows), |bar| draw_bullets(&bar, &look));
    let reason = move || {
        let lang = lang();
        view.read(|found| lens.ledger(|ledger| why(lang, found, ledger)))
    };
    let subject = Signal::derive(move || {
        view.read(|found| {
            let target = &found.target;
            Some(Subject::new(&["targets", target.id.as_str()], target.period.clone()))
        })
    });
    view! {
        <Section
            title=move || d().computed
            // The chart has the button among its own.
            actions=move || view! { {move || (!drawable.get()).then(|| view! { <ToDeck subject/> })} }.into_any()
        >
            <div class="targets__computed">
                {move || match drawable.get() {
                    true => {
                        view! {
                            <Chart
                                title=move || w().chart
                                sentence=Signal::derive(reason)
                                draw=Callback::new(draw)
                                subject
                                illustrative=Signal::derive(illustrated)
                                table=move || view! { <ResultTable view/> }
                            />
                        }
                            .into_any()
                    }
                    false => view! { <p>{reason}</p> }.into_any(),
                }}
                <dl class="fact-sheet">
                    {move || {
                        all()
                            .into_iter()
                            .map(|fact| {
                                view! {
                                    <div class="fact-sheet__fact">
                                        <dt>{fact.name}</dt>
                                        <dd>
                                            {(!fact.value.is_empty())
                                                .then(|| view! { <span class="figure">{fact.value}</span> })}
                                            {(!fact.remark.is_empty())
                                                .then(|| view! { <small class="muted">{fact.remark}</small> })}
                                        </dd>
                                    </div>
                                }
                            })
                            .collect_view()
                    }}
                </dl>
            </div>
        </Section>
    }
}

/// What the bar shows, as a table.
#[component]
fn ResultTable(view: TargetView) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let rows = move || {
        let lang = lang();
        view.read(|found| {
            let target = &found.target;
            let card = view.lens.with(|scope| card(lang, scope.catalogue, found));
            vec![Row::new(vec![
                Cell::text(card.label),
                Cell::text(goal_text(lang, target.comparison, target.value)),
                Cell::text(card.value),
                Cell::status(card.standing),
            ])]
        })
    };
    view! {
        <Table
            caption=move || w().chart
            columns=Signal::derive(move || {
                vec![
                    Column::words(w().column_target),
                    Column::figures(w().column_goal),
                    Column::figures(w().column_done),
                    Column::words(w().column_status),
                ]
            })
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}

/// The whole chain that the target is a part of.
#[component]
fn Chain(view: TargetView) -> impl IntoView {
    let found = Memo::new(move |_| {
        view.lens.with(|scope| {
            let target = scope.ledger.targets.get(&view.id.get_value());
            let top = target.map(|target| (top(scope.ledger, target), target.period.year()));
            let found = top.and_then(|(top, year)| Some(lines(chain(scope, &top.id)?, year)));
            found.unwrap_or_default()
        })
    });
    view! { <ChainSection lines=found to_targets=true/> }
}

/// The same target in earlier years.
#[component]
fn EarlierSection(view: TargetView) -> impl IntoView {
    let (w, d) = (use_words(&TARGETS), use_words(&TARGET_DETAIL));
    let lang = use_lang();
    let lens = view.lens;
    let router = lens.router();
    let found = Memo::new(move |_| {
        lens.with(|scope| {
            let target = scope.ledger.targets.get(&view.id.get_value());
            target.map_or_else(Vec::new, |target| earlier(scope, target))
        })
    });
    let rows = move || {
        let (lang, here) = (lang(), router.place());
        lens.with(|scope| {
            let row = |one: &Achievement| {
                let target = &one.target;
                let card = card(lang, scope.catalogue, one);
                let done = match &one.value {
                    Some(AchievedValue::Percent(_)) => Cell::text(card.value).note(card.unit),
                    Some(AchievedValue::Count(_)) => Cell::text(card.value),
                    None => Cell::none(),
                };
                Row::new(vec![
                    Cell::text(period_title(lang, &target.period, scope.ledger)),
                    Cell::text(goal_text(lang, target.comparison, target.value)),
                    done,
                    Cell::status(card.standing),
                ])
                .link(target_place(&here, target.id.as_str()))
            };
            found.with(|found| found.iter().map(row).collect::<Vec<_>>())
        })
    };
    let none = move || found.with(Vec::is_empty);
    let kept = Memo::new(move |_| view.read(|found| matches!(found.target.period, Period::Drive(_))));
    view! {
        {move || {
            (!kept.get())
                .then(|| {
                    view! {
                        <Section title=move || d().earlier>
                            {move || {
                                if none() {
                                    view! { <p class="muted">{move || d().no_earlier}</p> }.into_any()
                                } else {
                                    view! {
                                        <Table
                                            caption=move || d().earlier
                                            columns=Signal::derive(move || {
                                                vec![
                                                    Column::words(w().column_period),
                                                    Column::figures(w().column_goal),
                                                    Column::figures(w().column_done),
                                                    Column::words(w().column_status),
                                                ]
                                            })
                                            rows=Signal::derive(rows)
                                            quiet=true
                                        />
                                    }
                                        .into_any()
                                }
                            }}
                        </Section>
                    }
                })
        }}
    }
}
