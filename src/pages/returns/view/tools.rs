//! What narrows the table: period, form, sector, rows, search; and what is done with all of it.

use super::{Seen, filter};
use crate::i18n::returns::{RETURNS, units_shown};
use crate::model::deck::Form;
use crate::model::period::Period;
use crate::pages::returns::drawn::file;
use crate::pages::returns::figures::units_of;
use crate::report::period_name::period_title;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, IconButton};
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::making::Making;
use crate::ui::menu::{Choice, MenuAction};
use crate::ui::sector_filter::SectorFilter;
use crate::ui::to_deck::{ToDeck, subject_here};
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;

/// The tools.
#[component]
pub fn Tools(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    let lens = seen.lens;
    let router = lens.router();
    let (rows, group) = (router.filter(filter::ROWS), router.filter(filter::GROUP));
    let forms = move || {
        let lang = lang();
        let all = Choice::new("", w().all_forms);
        let used = lens.with(|scope| {
            let forms = scope.catalogue.forms().iter();
            let used = forms.filter(|form| scope.ledger.uses(&form.id));
            used.map(|form| Choice::new(form.id.as_str(), form.label.in_lang(lang)))
                .collect::<Vec<_>>()
        });
        std::iter::once(all).chain(used).collect::<Vec<_>>()
    };
    let some = Memo::new(move |_| seen.matrix.with(|matrix| !matrix.columns.is_empty()));
    let subject = Signal::derive(move || {
        let form = seen.form.get();
        let path = match form.as_str() {
            "" => vec!["returns"],
            form => vec!["returns", form],
        };
        some.get().then(|| subject_here(lens, &path, lens.period()))
    });
    let row_choices = move || {
        vec![
            Choice::new("", w().rows_all),
            Choice::new("owing", w().rows_owing),
            Choice::new("waiting", w().rows_waiting),
        ]
    };
    let has_sectors = Memo::new(move |_| lens.ledger(|ledger| !ledger.sectors.is_empty()));
    let counted = move || {
        let all = seen.matrix.with(|matrix| matrix.units.len());
        units_shown(lang(), seen.lines.with(|lines| units_of(lines).len()), all)
    };
    let none =
        Memo::new(move |_| seen.lines.with(Vec::is_empty) && seen.matrix.with(|matrix| !matrix.units.is_empty()));
    let clear = move || {
        seen.query.set(String::new());
        router.set_filter(filter::ROWS, "");
    };
    view! {
        <div class="returns__tools no-print">
            <PeriodStepper seen/>
            <SelectField
                label=move || w().form
                choices=Signal::derive(forms)
                value=seen.form
                compact=true
                on_change=move |form: String| router.set_filter(filter::FORM, &form)
            />
            <ToDeck subject/>
            <ToDeck subject form=Form::Missing/>
            <SectorFilter lens/>
            <SelectField
                label=move || w().rows
                choices=Signal::derive(row_choices)
                value=rows
                compact=true
                on_change=move |rows: String| router.set_filter(filter::ROWS, &rows)
            />
            <TextField
                label=move || w().search
                placeholder=move || w().search
                search=true
                value=seen.query
                on_change=move |query| seen.query.set(query)
            />
            {move || {
                has_sectors
                    .get()
                    .then(|| {
                        view! {
                            <Checkbox
                                label=move || w().by_sector
                                checked=Signal::derive(move || !group.get().is_empty())
                                on_change=move |on| router.set_filter(filter::GROUP, if on { "sector" } else { "" })
                            />
                        }
                    })
            }}
            <span class="muted" role="status">
                {counted}
            </span>
        </div>
        {move || {
            none.get()
                .then(|| {
                    view! {
                        <p class="returns__none">
                            {move || w().no_rows}
                            <Button label=move || w().show_all small=true on_press=clear/>
                        </p>
                    }
                })
        }}
    }
}

/// The period of the page, with the one before and the one after.
#[component]
fn PeriodStepper(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    let lens = seen.lens;
    let router = lens.router();
    let go = move |to: Option<Period>| {
        if let Some(period) = to {
            router.go(router.place_untracked().with_period(&period.to_string()));
        }
    };
    let begun = move || {
        lens.period()
            .next()
            .filter(|next| next.start().is_some_and(|start| start <= lens.today()))
    };
    view! {
        <div class="returns__period">
            <IconButton
                icon=IconName::Back
                label=move || w().earlier
                disabled=Signal::derive(move || lens.period().previous().is_none())
                on_press=move || go(untrack(|| lens.period().previous()))
            />
            <strong>{move || lens.ledger(|ledger| period_title(lang(), &lens.period(), ledger))}</strong>
            <IconButton
                icon=IconName::Forward
                label=move || w().later
                disabled=Signal::derive(move || begun().is_none())
                on_press=move || go(untrack(begun))
            />
        </div>
    }
}

/// Download and print.
pub fn more_actions(seen: Seen, making: Making) -> Vec<MenuAction> {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    let save = move || {
        let lang = untrack(lang);
        let (name, rows) = untrack(|| {
            let period = seen.lens.period().to_string().replace(':', "-");
            let form = seen.form.get();
            let name = if form.is_empty() {
                format!("nop-bao-cao-{period}.csv")
            } else {
                format!("nop-bao-cao-{form}-{period}.csv")
            };
            let alone = seen.alone();
            let rows = seen.with(|scope, matrix| seen.lines.with(|lines| file(lang, scope, matrix, lines, alone)));
            (name, rows)
        });
        making.csv(lang, name, rows);
    };
    vec![
        MenuAction::new(
            IconName::Download,
            Signal::derive(move || w().download.to_owned()),
            save,
        ),
        MenuAction::new(IconName::Report, Signal::derive(move || w().print.to_owned()), || {
            drop(window().print())
        }),
    ]
}
