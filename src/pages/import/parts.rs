//! What is read from a workbook: for each form its sheet, columns and changes, and the way to one more form.

use leptos::prelude::*;

use super::book::{Book, Part};
use super::columns::Columns;
use super::for_form::ForForm;
use super::sheets::SheetChooser;
use super::view::{Changes, Unsettled};
use crate::i18n::import::IMPORT;
use crate::report::period_name::{capitalised, period_name};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::page_head::Section;

/// The parts.
#[component]
pub fn Parts(book: Book) -> impl IntoView {
    let w = use_words(&IMPORT);
    let drawn = move || {
        let parts = book.parts.get();
        let several = parts.len() > 1;
        let drawn = parts
            .into_iter()
            .enumerate()
            .map(|(at, part)| of_part(book, part, at, several));
        drawn.collect_view()
    };
    let another = move || view! { <Button label=move || w().another on_press=move || book.clear()/> }.into_any();
    view! {
        <Unsettled book/>
        {drawn}
        <Section title=move || w().more_forms note=move || w().more_forms_note actions=another>
            <ForForm deed=move || w().add_form.to_owned() on_choose=move |(form, period)| book.add(&form, &period)/>
        </Section>
    }
}

fn of_part(book: Book, part: Part, at: usize, several: bool) -> AnyView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let lens = use_lens();
    let name = move || {
        let lang = lang();
        part.draft.plan.with_value(|plan| {
            let period = lens.ledger(|ledger| capitalised(&period_name(lang, &plan.period, ledger)));
            format!("{} · {period}", plan.form.label.in_lang(lang))
        })
    };
    let head = several.then(|| {
        view! {
            <div class="import__part-head">
                <h2>{name}</h2>
                <Button label=move || w().leave_form_out small=true on_press=move || book.leave_out(at)/>
            </div>
        }
    });
    let is_understood = Memo::new(move |_| part.draft.layout.with(Option::is_some));
    view! {
        <div class="import__part">
            {head}
            <SheetChooser sheets=book.sheets at=part.at on_choose=move |at| book.give(part, at)/>
            {move || match is_understood.get() {
                true => {
                    view! {
                        <Columns draft=part.draft/>
                        <Changes draft=part.draft/>
                    }
                        .into_any()
                }
                false => view! { <p>{move || w().no_names_here}</p> }.into_any(),
            }}
        </div>
    }
    .into_any()
}
