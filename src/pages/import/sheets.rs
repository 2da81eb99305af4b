//! Which sheet of a workbook is read.

use leptos::prelude::*;

use crate::exchange::import::sheet::RawSheet;
use crate::i18n::import::{IMPORT, sheet_choice};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;

/// The place of the sheet that fits best, the first of several.
pub fn best(sheets: &[RawSheet], fit: impl Fn(&RawSheet) -> (usize, usize)) -> usize {
    let fits = sheets.iter().enumerate().map(|(at, sheet)| (at, fit(sheet)));
    let best = fits.fold((0, (0, 0)), |best, found| if found.1 > best.1 { found } else { best });
    best.0
}

/// The list of sheets, where there are several.
#[component]
pub fn SheetChooser(
    /// All of them.
    sheets: RwSignal<Vec<RawSheet>>,
    /// The one that is read.
    at: RwSignal<usize>,
    /// Another is to be read.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let choices = Signal::derive(move || {
        let lang = lang();
        sheets.with(|sheets| {
            let named = sheets.iter().enumerate();
            named
                .map(|(at, sheet)| {
                    let name = sheet_choice(lang, &sheet.name, at + 1, sheet.rows.len());
                    Choice::new(at.to_string(), name)
                })
                .collect::<Vec<_>>()
        })
    });
    move || {
        (choices.with(Vec::len) > 1).then(|| {
            view! {
                <div class="import__sheet">
                    <SelectField
                        label=move || w().sheet
                        help=move || w().sheet_help
                        choices
                        value=Signal::derive(move || at.get().to_string())
                        on_change=move |chosen: String| {
                            if let Ok(at) = chosen.parse() {
                                on_choose.run(at);
                            }
                        }
                    />
                </div>
            }
        })
    }
}
