//! Buttons, menus, dialogs, fields and choices of the kit.

use leptos::prelude::*;

use crate::i18n::kit::KIT;
use crate::i18n::ui::UI;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::ui::button::{Button, ButtonKind, IconButton, LinkButton};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{DateField, NumberField, SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::{Choice, Menu, MenuAction, Switcher};
use crate::ui::segmented::Segmented;
use crate::ui::tabs::Tabs;
use crate::ui::toast::use_toasts;
use crate::ui::toggle::{Checkbox, Switch};

#[component]
pub fn Buttons() -> impl IntoView {
    let w = use_words(&KIT);
    let ui = use_words(&UI);
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let open = RwSignal::new(false);
    let sector = RwSignal::new("0".to_owned());
    let menu = || {
        [IconName::Edit, IconName::Copy, IconName::Delete]
            .map(|icon| {
                MenuAction::new(icon, Signal::derive(move || w().open.to_owned()), move || {
                    toasts.say(w().done)
                })
            })
            .to_vec()
    };
    view! {
        <div class="row">
            <Button label=move || w().add_unit kind=ButtonKind::Primary icon=IconName::Add/>
            <Button label=move || w().open icon=IconName::Filter on_press=move || open.set(true)/>
            <Button label=move || w().open kind=ButtonKind::Quiet/>
            <Button label=move || w().open disabled=true/>
            <Button
                label=move || w().add_unit
                kind=ButtonKind::Primary
                busy=busy
                on_press=move || {
                    busy.set(true);
                    set_timeout(move || busy.set(false), std::time::Duration::from_secs(2));
                }
            />
            <LinkButton to=Route::Kit label=move || w().open icon=IconName::Forward small=true/>
            <IconButton icon=IconName::Table label=move || w().table on_press=|| ()/>
            <IconButton icon=IconName::Chart label=move || w().table pressed=true on_press=|| ()/>
            <Menu label=move || w().open actions=menu()/>
            <Menu label=move || w().open icon=IconName::More actions=menu()/>
            <Switcher
                label=move || w().sector
                choices=sectors()
                value=sector
                on_choose=move |chosen| sector.set(chosen)
            />
        </div>
        <Dialog open title=move || w().add_unit>
            <p>{move || w().safe}</p>
            <DialogActions>
                <Button label=move || ui().cancel on_press=move || open.set(false)/>
                <Button label=move || w().add_unit kind=ButtonKind::Primary on_press=move || open.set(false)/>
            </DialogActions>
        </Dialog>
    }
}

#[component]
pub fn Fields() -> impl IntoView {
    let w = use_words(&KIT);
    let name = RwSignal::new(String::new());
    let count = RwSignal::new("4.201".to_owned());
    let date = RwSignal::new(None);
    let sector = RwSignal::new("0".to_owned());
    let on = RwSignal::new(true);
    let set_sector = move |chosen: String| sector.set(chosen);
    let panel = move |tab: String| {
        view! {
            <p>
                {move || {
                    tab.parse::<usize>().ok().and_then(|tab| w().sectors.get(tab).copied())
                }}
            </p>
        }
        .into_any()
    };
    view! {
        <div class="form">
            <TextField
                label=move || w().name
                value=name
                on_change=move |text| name.set(text)
                help=move || w().name_help
                optional=true
            />
            <TextField
                label=move || w().name
                value=move || w().units[1]
                on_change=|_: String| ()
                error=move || Some(w().name_error.to_owned())
            />
            <TextField
                label=move || w().name
                value=name
                on_change=move |text| name.set(text)
                placeholder=move || w().name
                search=true
            />
            <div class="form__row">
                <NumberField
                    label=move || w().members
                    value=count
                    on_change=move |text| count.set(text)
                    unit=move || w().counted
                />
                <DateField label=move || w().as_of value=date on_change=move |typed| date.set(typed)/>
            </div>
            <SelectField label=move || w().sector choices=sectors() value=sector on_change=set_sector/>
            <Segmented label=move || w().sector choices=sectors() value=sector on_change=set_sector/>
            <Tabs
                label=move || w().sector
                tabs=sectors()
                value=sector
                on_change=set_sector
                panel=std::sync::Arc::new(panel)
            />
            <Checkbox
                label=move || w().patterns
                help=move || w().patterns_help
                checked=on
                on_change=move |answer| on.set(answer)
            />
            <Switch
                label=move || w().patterns
                help=move || w().patterns_help
                checked=on
                on_change=move |answer| on.set(answer)
            />
            <Disclosure label=move || w().table>
                <p>{move || w().about}</p>
            </Disclosure>
        </div>
    }
}

fn sectors() -> Signal<Vec<Choice>> {
    let w = use_words(&KIT);
    Signal::derive(move || {
        w().sectors
            .iter()
            .enumerate()
            .map(|(index, sector)| Choice::new(index.to_string(), *sector))
            .collect()
    })
}
