//! The overview's page.

use crate::model::sort::SmallSort;
use leptos::prelude::*;

use super::cards::{Card, cards};
use crate::analysis::achievement::{self, Achievement};
use crate::analysis::completeness::{DueForm, Urgency, due_forms};
use crate::analysis::rules::{self, Finding};
use crate::i18n::frame::FRAME;
use crate::i18n::overview::{OVERVIEW, due_line, findings_more, headline, headline_without_units, size_line};
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::statement::Subject;
use crate::pages::lazy::{DrawFindings, Later, finding_lines};
use crate::report::period_name::{capitalised, period_name, period_title};
use crate::report::sentence::statement::stated;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::badge::{Badge, Tone};
use crate::ui::bullet::{BulletBar, ProgressBar};
use crate::ui::button::{ButtonKind, LinkButton};
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
    let head = move || {
        if !has_units(lens) {
            let targets = lens.ledger(|ledger| ledger.targets.len());
            return headline_without_units(lang(), targets, found.with(Vec::len));
        }
        headline(
            lang(),
            outstanding(Urgency::Overdue),
            found.with(Vec::len),
            outstanding(Urgency::Soon),
        )
    };
    use_title(Signal::derive(move || w().title.to_owned()));
    view! {
        {move || {
            if is_empty.get() {
                view! { <NoUnits page=true/> }.into_any()
            } else {
                view! {
                    <PageHead
                        title=move || w().title
                        finding=Signal::derive(head)
                        facts=Signal::derive(move || size_facts(lens, lang()))
                    />
                    <Targets lens=lens/>
                    <Due due=due lens=lens/>
                    <Findings found=found lens=lens/>
                }
                    .into_any()
            }
        }}
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

/// Nobody is asked to report yet: alone on the page of a bloc without any figures, or where the due forms would stand.
#[component]
fn NoUnits(page: bool) -> impl IntoView {
    let w = use_words(&OVERVIEW);
    let kind = if page {
        ButtonKind::Primary
    } else {
        ButtonKind::Secondary
    };
    view! {
        <EmptyState icon=IconName::Units title=move || w().no_units why=move || w().no_units_why page=page>
            <LinkButton to=Route::Units label=move || w().add_units icon=IconName::Add kind=kind/>
        </EmptyState>
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
            let period = lens.period();
            let mut found = achievement::of_period(scope, &period);
            let root = scope.root.clone();
            found.retain(|one| one.target.unit == root);
            of_the_period_itself(&period, &mut found);
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
                        <p>
                            <A to=Route::Targets>{move || w().all_targets}</A>
                        </p>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

/// Leaves those of the period itself and of its drives, where there are any: over a term the targets of its years are
/// the page Chỉ tiêu's.
fn of_the_period_itself(period: &Period, found: &mut Vec<Achievement>) {
    let is_own = |one: &Achievement| one.target.period == *period || matches!(one.target.period, Period::Drive(_));
    if found.iter().any(is_own) {
        found.retain(is_own);
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
                    view! { <NoUnits page=false/> }.into_any()
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
