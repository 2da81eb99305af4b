//! The overview's page.

use crate::model::sort::SmallSort;
use leptos::prelude::*;

use crate::analysis::achievement::achievement;
use crate::analysis::completeness::{DueForm, Urgency, due_forms};
use crate::analysis::rules::{self, Finding};
use crate::exhibit::targets::card::{Card, cards};
use crate::exhibit::targets::figures::own;
use crate::i18n::frame::FRAME;
use crate::i18n::overview::{
    Needs, OVERVIEW, Overview, due_line, findings_more, headline, headline_without_units, size_line,
};
use crate::i18n::ui::UI;
use crate::model::returns::Return;
use crate::model::statement::Subject;
use crate::pages::lazy::{DrawAlone, DrawFindings, DrawHere, Later, finding_lines, sync_attention, targets_to_deck};
use crate::report::period_name::{capitalised, period_name, period_title};
use crate::report::sentence::statement::stated;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::sync::use_sync;
use crate::ui::badge::{Badge, Tone};
use crate::ui::bullet::{BulletBar, ProgressBar};
use crate::ui::button::{ButtonKind, IconButton, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::{PageHead, Section, use_title};
use crate::ui::stat_card::StatCard;

/// Findings shown before the rest is only counted.
const SHOWN: usize = 6;

/// The overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let lang = use_lang();
    let lens = use_lens();
    let due = Memo::new(move |_| lens.with(due_forms));
    let found = Memo::new(move |_| {
        lens.with(|scope| {
            let mut found = rules::findings(scope, &lens.period());
            found.retain(Finding::is_open);
            found.small_sort_by_key(|one| one.severity);
            found
        })
    });
    let is_empty = Memo::new(move |_| {
        !has_units(lens) && lens.ledger(|ledger| ledger.targets.is_empty() && ledger.statements.is_empty())
    });
    let outstanding = move |urgency: Urgency| {
        due.with(|due| {
            let of_urgency = due.iter().filter(|form| form.urgency == urgency);
            of_urgency
                .map(|form| form.completeness.outstanding().len())
                .sum::<usize>()
        })
    };
    let standing = use_sync().standing;
    let waiting = Memo::new(move |_| standing.with(|standing| (standing.conflicts, standing.rejected)));
    let head = move || {
        let (contested, refused) = waiting.get();
        let needs = Needs {
            overdue: outstanding(Urgency::Overdue),
            soon: outstanding(Urgency::Soon),
            findings: found.with(Vec::len),
            contested,
            refused,
        };
        if !has_units(lens) {
            let targets = lens.ledger(|ledger| ledger.targets.len());
            return headline_without_units(lang(), targets, needs);
        }
        headline(lang(), needs)
    };
    use_title(Signal::derive(move || w().title.to_owned()));
    view! {
        {move || {
            if is_empty.get() {
                view! { <FirstSteps/> }.into_any()
            } else {
                view! {
                    <PageHead
                        title=move || w().title
                        finding=Signal::derive(head)
                        facts=Signal::derive(move || size_facts(lens, lang()))
                    />
                    <Attention/>
                    <Targets lens=lens/>
                    <Due due=due lens=lens/>
                    <Findings found=found lens=lens/>
                }
                    .into_any()
            }
        }}
    }
}

/// What sending needs, of a bloc that has a server.
#[component]
fn Attention() -> impl IntoView {
    let standing = use_sync().standing;
    let is_linked = Memo::new(move |_| standing.with(|standing| standing.link.is_some()));
    move || {
        is_linked.get().then(|| {
            view! { <Later fetch=sync_attention lines=0 draw=move |draw: DrawAlone| draw()/> }
        })
    }
}

fn has_units(lens: Lens) -> bool {
    lens.ledger(|ledger| ledger.units.len() > 1)
}

/// Whether anything was entered: only then can it be said to hold.
fn has_figures(lens: Lens) -> bool {
    lens.with(|scope| {
        let forms = scope.catalogue.forms().iter();
        let mut returns = forms
            .flat_map(|form| scope.ledger.periods_of(&form.id))
            .flat_map(|(_, of)| of.values());
        returns.any(Return::has_values)
    })
}

/// Nobody is asked to report yet: where the due forms would stand.
#[component]
fn NoUnits() -> impl IntoView {
    let w = use_words(&OVERVIEW);
    view! {
        <EmptyState icon=IconName::Units title=move || w().no_units why=move || w().no_units_why>
            <LinkButton to=Route::Units label=move || w().add_units icon=IconName::Add/>
        </EmptyState>
    }
}

/// The page of a bloc that has a name and nothing else: what to do, in order.
#[component]
fn FirstSteps() -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let step =
        move |to: Route, kind: ButtonKind, label: fn(&Overview) -> &'static str, why: fn(&Overview) -> &'static str| {
            view! {
                <li>
                    <LinkButton to label=move || label(w()) kind/>
                    <p class="muted">{move || why(w())}</p>
                </li>
            }
            .into_any()
        };
    view! {
        <PageHead title=move || w().title finding=Signal::derive(move || w().steps.to_owned())/>
        <ol class="overview__steps">
            {step(Route::Units, ButtonKind::Primary, |w| w.add_units, |w| w.add_units_why)}
            {step(Route::Settings, ButtonKind::Secondary, |w| w.choose_forms, |w| w.choose_forms_why)}
            {step(Route::Targets, ButtonKind::Secondary, |w| w.set_target, |w| w.set_target_why)}
        </ol>
    }
}

/// How large the bloc is, and as a published report states it where that differs.
fn size_facts(lens: Lens, lang: crate::model::text::Lang) -> Vec<String> {
    lens.with(|scope| {
        let Some(root) = scope.ledger.root() else {
            return Vec::new();
        };
        let units = scope.ledger.units.grassroots(&root.id, scope.today);
        let committees = units
            .iter()
            .filter(|unit| unit.kind == crate::model::unit::UnitKind::GrassrootsCommittee)
            .count();
        let members = scope.catalogue.indicator(&"members".into()).and_then(|members| {
            let total = crate::analysis::aggregate::total(scope, &members.form, &members.numerator, &lens.period());
            Some((total.quantity?, total.as_of))
        });
        let stated = scope
            .ledger
            .statements
            .iter()
            .find_map(|statement| match &statement.subject {
                Subject::Indicator { indicator, .. } if indicator.as_str() == "members" => {
                    Some(stated(lang, statement.value, statement.qualifier))
                }
                _ => None,
            });
        let mut facts = Vec::new();
        if !units.is_empty() {
            facts.push(size_line(lang, committees, units.len() - committees));
        }
        facts.extend(match (members, stated) {
            (Some((members, as_of)), _) => Some(crate::i18n::overview::members_line(lang, members, as_of)),
            (None, Some(stated)) => Some(crate::i18n::overview::stated_members_line(lang, &stated)),
            (None, None) => None,
        });
        facts.push(capitalised(&period_name(lang, &lens.period(), scope.ledger)));
        facts
    })
}

#[component]
fn Targets(lens: Lens) -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let lang = use_lang();
    let shown = Memo::new(move |_| {
        lens.with(|scope| {
            let found = own(scope, &lens.period()).into_iter();
            let found: Vec<_> = found.map(|target| achievement(scope, target)).collect();
            cards(lang(), scope.catalogue, &found)
        })
    });
    view! {
        <Section title=move || w().targets>
            {move || {
                if shown.with(Vec::is_empty) {
                    view! {
                        <EmptyState icon=IconName::Target title=move || w().targets_empty why=move || w().targets_empty_why>
                            <LinkButton to=Route::Targets label=move || w().set_target/>
                        </EmptyState>
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="overview__cards">
                            {shown.get().into_iter().map(|card| view! { <TargetCard card=card/> }).collect_view()}
                        </div>
                        <div class="row row--between">
                            <A to=Route::Targets>{move || w().all_targets}</A>
                            <ToDeck lens/>
                        </div>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

/// "Thêm vào trình chiếu": what it takes is fetched when it is pressed, so that the first visit does not wait for it.
#[component]
fn ToDeck(lens: Lens) -> impl IntoView {
    let w = use_words(&UI);
    let pressed = RwSignal::new(false);
    move || {
        if pressed.get() {
            view! { <Later fetch=targets_to_deck lines=0 draw=move |draw: DrawHere| draw(lens)/> }.into_any()
        } else {
            let label = move || w().to_deck;
            view! { <IconButton icon=IconName::Present label on_press=move || pressed.set(true)/> }.into_any()
        }
    }
}

#[component]
fn TargetCard(card: Card) -> impl IntoView {
    let Card {
        id,
        label,
        value,
        unit,
        target,
        gap,
        standing,
        bar,
    } = card;
    let bar = bar.map(|(value, target)| BulletBar::scaled(value, target));
    view! { <StatCard label value unit target gap status=Some(standing) bar to=Route::Target(id)/> }
}

#[component]
fn Due(due: Memo<Vec<DueForm>>, lens: Lens) -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let lang = use_lang();
    let row = move |form: DueForm| {
        let place = lens.router().here(Route::Entry {
            form: Some(form.form.to_string()),
            unit: None,
        });
        let place = place.with_period(&form.period.to_string());
        let label = lens.with(|scope| {
            let name = scope
                .catalogue
                .form(&form.form)
                .map_or_else(String::new, |of| of.label.in_lang(lang()).to_owned());
            format!("{name} · {}", period_title(lang(), &form.period, scope.ledger))
        });
        let (done, whole) = (form.completeness.handed_in(), form.completeness.expected());
        let begun = form.completeness.begun();
        let text = crate::i18n::overview::handed_in_line(lang(), done, begun, whole);
        let when = due_line(lang(), form.due, lens.today());
        let tone = if form.urgency == Urgency::Overdue {
            Tone::Warn
        } else {
            Tone::None
        };
        let icon = if form.urgency == Urgency::Overdue {
            IconName::Waiting
        } else {
            IconName::Calendar
        };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let name = label.clone();
        view! {
            <li class="overview__due">
                <A to=place class="overview__due-name">
                    {name}
                </A>
                <Badge label=when icon=icon tone=tone/>
                <ProgressBar label=label done=number(done) whole=number(whole) text=text/>
            </li>
        }
        .into_any()
    };
    let frame = use_words(&FRAME);
    let to_returns = move || view! { <A to=Route::Returns>{move || frame().returns}</A> }.into_any();
    view! {
        <Section title=move || w().due actions=to_returns>
            {move || {
                if !has_units(lens) {
                    view! { <NoUnits/> }.into_any()
                } else if due.with(Vec::is_empty) {
                    view! { <EmptyState icon=IconName::Calendar title=move || w().due_empty why=move || w().due_empty_why/> }
                        .into_any()
                } else {
                    view! { <ul class="overview__list">{due.get().into_iter().map(row).collect_view()}</ul> }.into_any()
                }
            }}
        </Section>
    }
}

#[component]
fn Findings(found: Memo<Vec<Finding>>, lens: Lens) -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let lang = use_lang();
    let all = move || view! { <A to=Route::Findings>{move || w().findings_all}</A> }.into_any();
    view! {
        <Section title=move || w().findings actions=all>
            {move || {
                if found.with(Vec::is_empty) && !has_figures(lens) {
                    view! {
                        <EmptyState
                            icon=IconName::Table
                            title=move || w().nothing_to_check
                            why=move || w().nothing_to_check_why
                        />
                    }
                        .into_any()
                } else if found.with(Vec::is_empty) {
                    view! { <EmptyState icon=IconName::Check title=move || w().findings_empty why=move || w().findings_empty_why/> }
                        .into_any()
                } else {
                    let rest = found.with(Vec::len).saturating_sub(SHOWN);
                    let shown: Vec<Finding> = found.with(|found| found.iter().take(SHOWN).cloned().collect());
                    view! {
                        <Later
                            fetch=finding_lines
                            lines=shown.len()
                            draw=move |draw: DrawFindings| draw(shown.clone(), lens)
                        />
                        {(rest > 0).then(|| view! { <p class="overview__rest">{findings_more(lang(), rest)}</p> })}
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}
