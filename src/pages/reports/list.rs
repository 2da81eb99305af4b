//! The reports: what can be written now, and what has been.

use super::kept::{in_order, new_report, same};
use crate::catalogue::template::Templates;
use crate::exhibit::report::name_of;
use crate::exhibit::report::offers::{Offered, offers};
use crate::i18n::reports::{Deed, REPORTS, done, list_finding};
use crate::model::ledger::Ledger;
use crate::model::record::Entity;
use crate::model::report::PeriodReport;
use crate::model::text::Lang;
use crate::platform::ids::new_id;
use crate::report::period_name::{period_name, period_title};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::menu::{Choice, Menu, MenuAction};
use crate::ui::page_head::{PageHead, Section};
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// How many reports are offered by a press; the rest are chosen from a list.
const OFFERED: usize = 6;

/// Báo cáo.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let lens = use_lens();
    let reports = Memo::new(move |_| in_order(lens.workspace().things()));
    let finding = Signal::derive(move || list_finding(lang(), reports.with(Vec::len)));
    let actions = move || {
        view! { <LinkButton to=Route::Reconcile label=move || w().reconcile icon=IconName::Search/> }
    };
    view! {
        <PageHead title=move || w().title finding actions/>
        <Make lens/>
        <Section title=move || w().kept>
            {move || match reports.with(Vec::is_empty) {
                true => view! { <EmptyState icon=IconName::Report title=move || w().none why=move || w().none_why/> }.into_any(),
                false => view! { <List lens reports/> }.into_any(),
            }}
        </Section>
    }
}

/// What can be written now: a press for each of the likeliest, a list for all.
#[component]
fn Make(lens: Lens) -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let toasts = use_toasts();
    let all = Memo::new(move |_| {
        let today = lens.device_today();
        lens.ledger(|ledger| offers(ledger, today))
    });
    let chosen = RwSignal::new(String::new());
    let choices = Signal::derive(move || {
        let lang = lang();
        let rest = |all: &Vec<Offered>| {
            let rest = all.iter().skip(OFFERED);
            lens.ledger(|ledger| {
                rest.map(|it| {
                    let period = period_title(lang, &it.period, ledger);
                    Choice::new(it.period.to_string(), period).hint(it.template.label.in_lang(lang))
                })
                .collect::<Vec<_>>()
            })
        };
        all.with(rest)
    });
    let buttons = move || {
        let lang = lang();
        let some: Vec<Offered> = all.with(|all| all.iter().take(OFFERED).cloned().collect());
        let button = |(at, offered): (usize, Offered)| {
            let label = lens.ledger(|ledger| offer_name(lang, &offered, ledger));
            let kind = if at == 0 {
                ButtonKind::Primary
            } else {
                ButtonKind::Secondary
            };
            let press = move |()| make(lens, toasts, lang, &offered);
            view! {
                <li>
                    <Button label kind icon=IconName::Report on_press=press/>
                </li>
            }
        };
        some.into_iter().enumerate().map(button).collect_view()
    };
    let make_chosen = move |()| {
        let wanted = chosen.get_untracked();
        let found = all.with_untracked(|all| {
            let named = all.iter().find(|it| it.period.to_string() == wanted);
            named.or(all.get(OFFERED)).cloned()
        });
        if let Some(offered) = found {
            make(lens, toasts, untrack(lang), &offered);
        }
    };
    let some_more = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    view! {
        <Section title=move || w().make note=move || w().make_why>
            <ul class="reports__offers">{buttons}</ul>
            {move || {
                some_more
                    .get()
                    .then(|| {
                        view! {
                            <div class="reports__other">
                                <SelectField
                                    label=move || w().other
                                    choices
                                    value=chosen
                                    on_change=move |value: String| chosen.set(value)
                                />
                                <Button label=move || w().make_other on_press=make_chosen/>
                            </div>
                        }
                    })
            }}
        </Section>
    }
}

/// "Báo cáo tổng kết năm 2022".
fn offer_name(lang: Lang, offered: &Offered, ledger: &Ledger) -> String {
    name_of(
        lang,
        &offered.template.label,
        &period_name(lang, &offered.period, ledger),
    )
}

/// Makes the report and shows it; one that is there already is shown as it is.
fn make(lens: Lens, toasts: Toasts, lang: Lang, offered: &Offered) {
    let workspace = lens.workspace();
    let others: Vec<PeriodReport> = workspace.things_untracked();
    let report = match same(&others, offered) {
        Some(there) => there.clone(),
        None => {
            let report = new_report(&new_id(), offered, &others);
            if let Some(act) = workspace.put([&report]) {
                toasts.offer_undo(done(lang, Deed::Made), move || workspace.undo_of(&act));
            }
            report
        }
    };
    let router = lens.router();
    router.go(router.place_untracked().at(Route::Report(report.id.to_string())));
}

/// What a report is called.
pub fn report_name(lang: Lang, report: &PeriodReport, ledger: &Ledger) -> String {
    if !report.name.is_empty() {
        return report.name.clone();
    }
    let period = period_name(lang, &report.period, ledger);
    match Templates::built_in().template(&report.template) {
        Some(template) => name_of(lang, &template.label, &period),
        None => period,
    }
}

#[component]
fn List(lens: Lens, reports: Memo<Vec<PeriodReport>>) -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let toasts = use_toasts();
    let row = move |report: PeriodReport| {
        let id = report.id.to_string();
        let named = report.clone();
        let name = Signal::derive(move || lens.ledger(|ledger| report_name(lang(), &named, ledger)));
        let remove = MenuAction::new(
            IconName::Delete,
            Signal::derive(move || w().remove.to_owned()),
            move || remove_report(lens, toasts, untrack(lang), &report),
        );
        let more = Signal::derive(move || format!("{}: {}", w().more, name.get()));
        view! {
            <li class="reports__row">
                <A to=Route::Report(id)>{name}</A>
                <Menu label=more icon=IconName::More actions=vec![remove] end=true/>
            </li>
        }
    };
    view! { <ul class="reports__list">{move || reports.get().into_iter().map(row).collect_view()}</ul> }
}

/// Removes a report, and offers to take that back.
pub fn remove_report(lens: Lens, toasts: Toasts, lang: Lang, report: &PeriodReport) {
    let workspace = lens.workspace();
    if let Some(act) = workspace.remove_record(&report.record_id()) {
        toasts.offer_undo(done(lang, Deed::Removed), move || workspace.undo_of(&act));
    }
}
