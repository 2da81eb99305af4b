//! What is found about a cell or about a whole return: in sentences, with what to do, and explanations that stay with the
//! figure.

use leptos::prelude::*;

use super::desk::{Desk, Spot};
use super::kept::Kept;
use super::row::RowFigures;
use crate::analysis::rules::Finding;
use crate::exchange::cell_text::shown as shown_text;
use crate::i18n::entry::{ENTRY, conflict, remedy};
use crate::model::record::cell_from_value;
use crate::pages::findings::{ExplainableLine, Explaining};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;

/// The findings of a cell, explained ones too; nothing where nothing was found.
#[component]
pub fn CellFindings(
    /// The desk.
    desk: Desk,
    /// The cell.
    spot: Spot,
    /// Its row.
    row: Memo<RowFigures>,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let key = desk.column(spot, |column| column.key.clone());
    let found = Memo::new(move |_| -> Vec<Finding> {
        let Some(key) = &key else { return Vec::new() };
        row.with(|row| row.flags_of(key).map(|flag| flag.finding.clone()).collect())
    });
    let shown = desk.shown_cell(spot, row);
    let wrong = move || {
        let said = shown.with(|shown| shown.problem.map(|problem| (shown.text.clone(), problem)));
        said.map(|(text, problem)| {
            view! {
                <p class="cell-panel__wrong">
                    <Icon name=IconName::Failed small=true/>
                    <span>{format!("“{text}”: {}", remedy(lang(), problem))}</span>
                </p>
            }
        })
    };
    let conflicting = move || {
        desk.conflict(spot).map(|theirs| {
            let ours = shown.with(|shown| shown.text.clone());
            let told = conflict(w(), lang(), &theirs, &ours);
            view! {
                <div class="cell-panel__conflict">
                    <p>{told}</p>
                    <div class="row">
                        <Button label=move || w().keep_ours small=true on_press=move || desk.settle(spot, false)/>
                        <Button label=move || w().take_theirs small=true on_press=move || desk.settle(spot, true)/>
                    </div>
                </div>
            }
        })
    };
    let written = desk.written(spot);
    let field = desk.field(spot);
    let from_server = move || {
        let kept = written.get();
        let proposed = || {
            let (record, name) = field.as_ref()?;
            let found = desk.lens.workspace().dispute_of(record, name)?;
            let proposed = &found.conflict.contested.get(name)?.proposed;
            let cell = cell_from_value(proposed).ok();
            let of_cell = |cell| desk.column(spot, |column| shown_text(&cell, column.field(None), lang()));
            let text = cell.and_then(of_cell).unwrap_or_else(|| w().empty.to_owned());
            Some(format!("{}: {text} · {}", w().proposed_elsewhere, found.conflict.by))
        };
        kept.needs_someone().then(|| {
            let proposed = Some(())
                .filter(|()| kept == Kept::Conflicting)
                .and_then(|()| proposed());
            view! {
                <div class="cell-panel__conflict">
                    <p>{kept.words(w())}</p>
                    {proposed.map(|proposed| view! { <p>{proposed}</p> })}
                    <p>
                        <A to=Route::Sync>{w().to_sync}</A>
                    </p>
                </div>
            }
        })
    };
    view! {
        {wrong}
        {conflicting}
        {from_server}
        <FoundLines desk found form/>
    }
}

/// The findings of a unit's whole return.
#[component]
pub fn RowFindings(
    /// The desk.
    desk: Desk,
    /// The unit's row.
    row: Memo<RowFigures>,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let found = Memo::new(move |_| row.with(|row| row.flags.iter().map(|flag| flag.finding.clone()).collect()));
    view! { <FoundLines desk found form/> }
}

#[component]
fn FoundLines(desk: Desk, found: Memo<Vec<Finding>>, form: Explaining) -> impl IntoView {
    let w = use_words(&ENTRY);
    move || {
        let lines: Vec<_> = found
            .get()
            .into_iter()
            .map(|finding| view! { <ExplainableLine finding lens=desk.lens form/> })
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="cell-panel__findings">
                    <h3>{move || w().to_look_at}</h3>
                    <ul class="findings">{lines}</ul>
                </section>
            }
        })
    }
}
