//! The page: heading, tools, the table or on a phone the list of units, closing.

use super::Seen;
use super::closing::ClosingSection;
use super::look::Legend;
use super::matrix::MatrixTable;
use super::remind::RemindDialog;
use super::tools::{Tools, more_actions};
use super::unit::UnitDialog;
use super::unit_list::UnitList;
use crate::i18n::returns::{RETURNS, as_of_day};
use crate::pages::returns::SendBackDialog;
use crate::platform::viewport::follow_media;
use crate::report::period_name::period_title;
use crate::report::sentence::returns::{returns_facts, returns_headline};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::making::{MakingDialog, use_making};
use crate::ui::menu::Menu;
use crate::ui::page_head::PageHead;
use leptos::prelude::*;

/// Tình hình nộp báo cáo: who has handed in what.
#[component]
pub fn ReturnsPage() -> impl IntoView {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    let lens = use_lens();
    let seen = Seen::new(lens);
    let making = use_making();
    let total = Memo::new(move |_| seen.matrix.with(|matrix| matrix.total()));
    let finding = Signal::derive(move || {
        let period = lens.ledger(|ledger| period_title(lang(), &lens.period(), ledger));
        returns_headline(lang(), &period, total.get())
    });
    let facts = Signal::derive(move || {
        let mut facts = returns_facts(lang(), total.get());
        facts.push(as_of_day(lang(), &lens.today().format(lang())));
        facts
    });
    let narrow = RwSignal::new(false);
    narrow.set(follow_media("(max-width: 719.98px)", move |now| {
        let _ = narrow.try_set(now);
    }));
    let empty = Memo::new(move |_| seen.matrix.with(|matrix| matrix.columns.is_empty()));
    // Where nobody owes anything there is nobody to remind.
    let owes = Memo::new(move |_| total.get().owed() > 0);
    let actions = move || {
        view! {
            {move || {
                owes.get()
                    .then(|| {
                        view! {
                            <Button
                                label=move || w().remind
                                kind=ButtonKind::Primary
                                on_press=move || seen.reminding.set(true)
                            />
                        }
                    })
            }}
            <Menu label=move || w().more icon=IconName::More actions=more_actions(seen, making) end=true/>
        }
        .into_any()
    };
    view! {
        <div class="returns">
            <PageHead title=move || w().title finding facts actions/>
            <Tools seen/>
            {move || {
                if empty.get() {
                    view! {
                        <EmptyState icon=IconName::Table title=move || w().empty why=move || w().empty_why>
                            <LinkButton to=Route::entry() label=move || w().to_entry/>
                            <LinkButton to=Route::Units label=move || w().to_units/>
                        </EmptyState>
                    }
                        .into_any()
                } else if narrow.get() {
                    view! { <UnitList seen/> }.into_any()
                } else {
                    view! {
                        <MatrixTable seen/>
                        <Legend/>
                    }
                        .into_any()
                }
            }}
            <ClosingSection seen/>
            <SendBackDialog papers=seen.papers/>
            <UnitDialog seen/>
            <RemindDialog seen/>
            <MakingDialog making/>
        </div>
    }
}
