//! The page: what there is, a tab each.

use super::Dialogs;
use super::form_dialog::FormDialog;
use super::forms::FormsList;
use super::indicator_dialog::IndicatorDialog;
use super::lists::{IndicatorsList, RulesList, SectorsList, SetsList};
use super::rule_dialog::RuleDialog;
use super::set_dialog::SetDialog;
use crate::analysis::Scope;
use crate::i18n::catalogue::{CATALOGUE, Listed, finding};
use crate::model::own::is_own;
use crate::pages::catalogue::form_draft::FormDraft;
use crate::pages::catalogue::set_draft::SetDraft;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::PageHead;
use crate::ui::tabs::Tabs;
use leptos::prelude::*;
use std::sync::Arc;

/// The filter that names the tab.
const TAB: &str = "show";

/// What a tab lists; the first where the address names none.
fn listed(tab: &str) -> Listed {
    match tab {
        "indicators" => Listed::Indicators,
        "rules" => Listed::Rules,
        "sets" => Listed::Sets,
        "sectors" => Listed::Sectors,
        _ => Listed::Forms,
    }
}

/// How many things a list holds: those that are built in, and the bloc's own.
fn count(scope: &Scope<'_>, listed: Listed) -> (usize, usize) {
    fn parted<'a>(ids: impl Iterator<Item = &'a str>) -> (usize, usize) {
        let (own, built_in): (Vec<&str>, Vec<&str>) = ids.partition(|id| is_own(id));
        (built_in.len(), own.len())
    }
    let catalogue = scope.catalogue;
    match listed {
        Listed::Forms => parted(catalogue.forms().iter().map(|form| form.id.as_str())),
        Listed::Indicators => parted(catalogue.indicators().iter().map(|indicator| indicator.id.as_str())),
        Listed::Rules => {
            let rules = catalogue.forms().iter().flat_map(|form| catalogue.rules_of(&form.id));
            parted(rules.map(|rule| rule.id.as_str()))
        }
        Listed::Sets => parted(catalogue.part().option_sets.iter().map(|set| set.id.as_str())),
        Listed::Sectors => (0, scope.ledger.sectors.len()),
    }
}

/// The page.
#[component]
pub fn CataloguePage() -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = use_lens();
    let router = lens.router();
    let dialogs = Dialogs::new();
    let tab = router.filter(TAB);
    let counts = Memo::new(move |_| {
        let listed = listed(&tab.get());
        lens.with(|scope| count(scope, listed))
    });
    let tabs = Signal::derive(move || {
        let w = w();
        let tabs = [
            ("forms", w.forms),
            ("indicators", w.indicators),
            ("rules", w.rules),
            ("sets", w.sets),
            ("sectors", w.sectors),
        ];
        tabs.map(|(value, label)| Choice::new(value, label)).to_vec()
    });
    let panel = Arc::new(move |tab: String| match listed(&tab) {
        Listed::Indicators => view! { <IndicatorsList dialogs/> }.into_any(),
        Listed::Rules => view! { <RulesList dialogs/> }.into_any(),
        Listed::Sets => view! { <SetsList dialogs/> }.into_any(),
        Listed::Sectors => view! { <SectorsList/> }.into_any(),
        Listed::Forms => view! { <FormsList dialogs/> }.into_any(),
    });
    let add = move || match listed(&tab.get()) {
        Listed::Indicators => Some(view! {
            <Button
                label=move || w().add_indicator
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.indicator.set(Some(None))
            />
        }),
        Listed::Rules => Some(view! {
            <Button
                label=move || w().add_rule
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.rule.set(Some(None))
            />
        }),
        Listed::Sets => Some(view! {
            <Button
                label=move || w().add_set
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.set.set(Some(SetDraft::new()))
            />
        }),
        Listed::Sectors => None,
        Listed::Forms => Some(view! {
            <Button
                label=move || w().add_form
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.form.set(Some(FormDraft::default()))
            />
        }),
    };
    view! {
        <PageHead
            title=move || w().title
            finding=Signal::derive(move || {
                let (built_in, own) = counts.get();
                finding(lang(), listed(&tab.get()), built_in, own)
            })
            actions=move || view! { {add} }
        />
        <p class="muted catalogue__why">{move || w().why}</p>
        <Tabs
            label=move || w().views
            tabs
            value=Signal::derive(move || tab.get())
            on_change=move |tab: String| router.set_filter(TAB, if tab == "forms" { "" } else { &tab })
            panel
        />
        <FormDialog dialogs/>
        <SetDialog dialogs/>
        <IndicatorDialog dialogs/>
        <RuleDialog dialogs/>
    }
}
