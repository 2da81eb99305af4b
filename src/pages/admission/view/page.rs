//! Kết nạp: the finding, the year against its target, then what it is made of.

use super::chain::ChainSection;
use super::cumulative::CumulativeSection;
use super::form::{open, remove_target};
use super::months::MonthsSection;
use super::table::TableSection;
use super::transfers::TransfersSection;
use super::units::UnitsSection;
use super::{YearView, entry_place};
use crate::exhibit::admission::figures::{AdmissionFigures, read, year_of};
use crate::exhibit::admission::shown::{finding, head_facts};
use crate::i18n::admission::ADMISSION;
use crate::model::period::Period;
use crate::pages::targets::view::form::{TargetForm, TargetFormHandle, use_target_form};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::{Status, StatusBadge};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuAction};
use crate::ui::notice::Notice;
use crate::ui::page_head::PageHead;
use crate::ui::sector_filter::{SectorFilter, use_sector};
use crate::ui::toast::use_toasts;
use crate::ui::units_as::UnitsAsChoice;
use leptos::prelude::*;

/// Kết nạp.
#[component]
pub fn AdmissionPage() -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lens = use_lens();
    let sector = use_sector(lens);
    let figures = Memo::new(move |_| {
        let sector = sector.get();
        let (period, today) = (lens.period(), lens.today());
        lens.with(|scope| {
            let year = year_of(Some(&period), scope.ledger, today);
            read(&scope.in_sector(sector), year)
        })
    });
    let view = YearView { lens, figures };
    let form = use_target_form();
    let some = Memo::new(move |_| figures.with(AdmissionFigures::has_figures));
    let has_transfers = Memo::new(move |_| figures.with(|figures| figures.transferred.now.quantity.is_some()));
    let of_all = Memo::new(move |_| figures.with(|figures| figures.target_is_of_all));
    let no_target = Memo::new(move |_| figures.with(|figures| figures.target.is_none() && !figures.target_is_of_all));
    view! {
        <Head view form/>
        <div class="row admission__filters">
            <SectorFilter lens/>
            <UnitsAsChoice lens/>
            {move || of_all.get().then(|| view! { <p class="muted small">{move || w().target_is_of_all}</p> })}
        </div>
        {move || {
            no_target
                .get()
                .then(|| {
                    view! {
                        <div class="admission__notice">
                            <Notice>
                                <p>
                                    <strong>{move || w().no_target}</strong>
                                    ". "
                                    {move || w().no_target_why}
                                </p>
                                <Button
                                    label=move || w().set_target
                                    icon=IconName::Target
                                    small=true
                                    on_press=move || open(form, view)
                                />
                            </Notice>
                        </div>
                    }
                })
        }}
        {move || {
            if some.get() {
                view! {
                    <CumulativeSection view/>
                    <MonthsSection view/>
                    <UnitsSection view/>
                    <ChainSection view/>
                    {move || has_transfers.get().then(|| view! { <TransfersSection view/> })}
                    <TableSection view/>
                }
                    .into_any()
            } else {
                view! {
                    <NoFigures view/>
                    <ChainSection view/>
                }
                    .into_any()
            }
        }}
        <TargetForm form/>
    }
}

/// The finding, what it rests on, and what can be done.
#[component]
fn Head(view: YearView, form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let (lens, toasts) = (view.lens, use_toasts());
    let router = lens.router();
    let facts = Signal::derive(move || {
        let lang = lang();
        view.read(|figures, ledger| head_facts(lang, figures, ledger))
    });
    let status = Memo::new(move |_| {
        let status = |figures: &AdmissionFigures| figures.achievement.as_ref().map(Status::of);
        view.figures.with(status)
    });
    let entry = Signal::derive(move || entry_place(&router.place(), &month_now(view)));
    let has_target = Memo::new(move |_| view.figures.with(|figures| figures.target.is_some()));
    let actions = move || {
        view! {
            <LinkButton to=entry label=move || w().enter kind=ButtonKind::Primary icon=IconName::Entry/>
            {move || {
                let label = move |has: bool| if has { w().edit_target } else { w().set_target };
                let has = has_target.get();
                let mut actions = vec![
                    MenuAction::new(IconName::Target, Signal::derive(move || label(has).to_owned()), move || open(form, view)),
                ];
                if has {
                    actions
                        .push(
                            MenuAction::new(IconName::Delete, Signal::derive(move || w().remove_target.to_owned()), move || {
                                remove_target(view, toasts, untrack(lang));
                            }),
                        );
                }
                view! { <Menu label=move || w().more icon=IconName::More actions/> }
            }}
        }
    };
    view! {
        <PageHead
            title=move || w().title
            finding=view.text(finding)
            facts
            badge=move || view! { {move || status.get().map(|status| view! { <StatusBadge status/> })} }
            actions
        />
    }
}

/// The month that is entered now: of the year in view, the one that runs or was the last.
fn month_now(view: YearView) -> String {
    view.figures.with(|figures| {
        let months = Period::Year(figures.year).months();
        let begun = |month: &&Period| month.start().is_some_and(|start| start <= figures.today);
        let last = months.iter().rev().find(begun).or(months.first());
        last.map_or_else(String::new, ToString::to_string)
    })
}

/// Nobody has reported the year yet.
#[component]
fn NoFigures(view: YearView) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let router = view.lens.router();
    let entry = Signal::derive(move || entry_place(&router.place(), &month_now(view)));
    view! {
        <EmptyState icon=IconName::Admission title=move || w().empty why=move || w().empty_why>
            <LinkButton to=entry label=move || w().enter icon=IconName::Entry/>
        </EmptyState>
    }
}
