//! The invitations of many units as slips to print and cut, and as a file.

use leptos::prelude::*;

use super::list::Desk;
use super::slips::{Slip, rows};
use crate::i18n::accounts::ACCOUNTS;
use crate::platform::clock::moment;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::making::{MakingDialog, use_making};
use crate::ui::qr::QrCode;

/// The sheet.
#[component]
pub fn Sheet(desk: Desk) -> impl IntoView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let making = use_making();
    let save = move || {
        let lang = untrack(lang);
        let table = desk
            .sheet
            .with_untracked(|slips| rows(lang, slips, |at_ms| moment(lang, at_ms)));
        making.csv(lang, format!("{}.csv", untrack(w).csv_name), table);
    };
    let print = || {
        let _ = window().print();
    };
    view! {
        <section class="slips" aria-labelledby="slips-heading">
            <h3 id="slips-heading">{move || w().sheet}</h3>
            <p class="muted small no-print">{move || w().sheet_why}</p>
            <div class="row no-print">
                <Button label=move || w().print icon=IconName::Report kind=ButtonKind::Primary small=true on_press=print/>
                <Button label=move || w().csv icon=IconName::Download small=true on_press=save/>
                <Button
                    label=move || w().sheet_close
                    kind=ButtonKind::Quiet
                    small=true
                    on_press=move || desk.sheet.set(Vec::new())
                />
            </div>
            <ul class="slips__list">
                <For each=move || desk.sheet.get() key=|slip| slip.link.clone() let:slip>
                    {one(slip)}
                </For>
            </ul>
            <MakingDialog making/>
        </section>
    }
}

fn one(slip: Slip) -> AnyView {
    let w = use_words(&ACCOUNTS);
    let lang = use_lang();
    let Slip {
        whom,
        name,
        link,
        expires_ms,
    } = slip;
    let (text, of) = (link.clone(), whom.clone());
    view! {
        <li class="slips__one">
            <QrCode text label=move || format!("{}: {of}", w().qr)/>
            <div class="slips__words">
                <strong>{whom}</strong>
                <span>{move || w().sheet_how}</span>
                <span class="slips__link">{link}</span>
                <small class="muted">
                    {move || format!("{}: {name} · {} {}", w().name, w().until, moment(lang(), expires_ms))}
                </small>
            </div>
        </li>
    }
    .into_any()
}
