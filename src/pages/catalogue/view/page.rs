//! The page: what there is, a tab each.

use super::Dialogs;
use super::form_dialog::FormDialog;
use super::forms::FormsList;
use super::indicator_dialog::IndicatorDialog;
use super::lists::{IndicatorsList, RulesList, SectorsList, SetsList};
use super::rule_dialog::RuleDialog;
use super::set_dialog::SetDialog;
use crate::i18n::catalogue::{CATALOGUE, finding};
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
        lens.with(|scope| {
            let forms = scope.catalogue.forms();
            let own = forms.iter().filter(|form| is_own(form.id.as_str())).count();
            (forms.len() - own, own)
        })
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
    let panel = Arc::new(move |tab: String| match tab.as_str() {
        "indicators" => view! { <IndicatorsList dialogs/> }.into_any(),
        "rules" => view! { <RulesList dialogs/> }.into_any(),
        "sets" => view! { <SetsList dialogs/> }.into_any(),
        "sectors" => view! { <SectorsList/> }.into_any(),
        _ => view! { <FormsList dialogs/> }.into_any(),
    });
    let add = move || match tab.get().as_str() {
        "indicators" => Some(view! {
            <Button
                label=move || w().add_indicator
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.indicator.set(Some(None))
            />
        }),
        "rules" => Some(view! {
            <Button
                label=move || w().add_rule
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.rule.set(Some(None))
            />
        }),
        "sets" => Some(view! {
            <Button
                label=move || w().add_set
                kind=ButtonKind::Primary
                icon=IconName::Add
                on_press=move || dialogs.set.set(Some(SetDraft::new()))
            />
        }),
        "sectors" => None,
        _ => Some(view! {
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
                finding(lang(), built_in, own)
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
