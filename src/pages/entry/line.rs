//! The line below the sheet: what is wrong with the active cell and what to do, or what is entered there.

use leptos::prelude::*;

use super::desk::{Desk, Draft, Spot};
use super::row::{Look, shown_cell};
use crate::exchange::cell_text::{Problem, Typed, read};
use crate::i18n::entry::{ENTRY, conflict, invalid_cells, invalid_message, level_keys, selected};
use crate::model::measure::ValueType;
use crate::model::number::NumberError;
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::{Icon, IconName};

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    text: String,
    wrong: bool,
}

/// The line. It keeps its height, so that nothing moves when it speaks.
#[component]
pub fn SheetLine(desk: Desk) -> impl IntoView {
    let w = use_words(&ENTRY);
    let lang = use_lang();
    let said = Memo::new(move |_| {
        let complaint = desk.complaint.get();
        desk.lens.ledger(|_| ());
        let active = desk.active.get();
        let several = desk.area().filter(|area| !area.is_one());
        if let Some(area) = several {
            return Said {
                text: selected(lang(), area.rows.len(), area.columns.len()),
                wrong: false,
            };
        }
        // What is being typed comes first: it is told as it stands, before it is taken in.
        if let Some(draft) = desk.draft.get().filter(|draft| draft.spot == active) {
            return while_typing(desk, &draft, lang()).unwrap_or_else(|| help(desk, lang(), active));
        }
        about(desk, active, lang(), true)
            .or_else(|| complaint.and_then(|spot| about(desk, spot, lang(), true)))
            .unwrap_or_else(|| help(desk, lang(), active))
    });
    let invalid = Memo::new(move |_| invalid_spots(desk));
    view! {
        <div class="sheet-line">
            <p id="sheet-line" role="status" class:sheet-line--wrong=move || said.with(|said| said.wrong)>
                {move || said.with(|said| said.wrong).then(|| view! { <Icon name=IconName::Warning small=true/> })}
                <span>{move || said.with(|said| said.text.clone())}</span>
            </p>
            {move || {
                let count = invalid.with(Vec::len);
                (count > 0)
                    .then(|| {
                        view! {
                            <p class="sheet-line__left-out">
                                <span>{move || invalid_cells(lang(), count)}</span>
                                <Button
                                    label=move || w().next_invalid
                                    kind=ButtonKind::Quiet
                                    small=true
                                    on_press=move || next_invalid(desk, &invalid.get_untracked())
                                />
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// What is wrong with a text that is being typed.
fn while_typing(desk: Desk, draft: &Draft, lang: Lang) -> Option<Said> {
    let found = desk.row_now(draft.spot.unit).found;
    let problem = desk.column(draft.spot, |column| {
        match read(&draft.text, column.field(found.as_ref())) {
            Typed::Invalid(problem) if is_final(problem) => Some((column.name.in_lang(lang).to_owned(), problem)),
            _ => None,
        }
    });
    let (name, problem) = problem.flatten()?;
    let field = format!("{}, {name}", desk.unit_name(draft.spot.unit));
    Some(Said {
        text: invalid_message(lang, &field, draft.text.trim(), problem),
        wrong: true,
    })
}

/// Whether nothing that is typed behind it makes it right: `4.2` is on its way to `4.201`.
const fn is_final(problem: Problem) -> bool {
    use NumberError::{Negative, PercentForCount, TooLarge};
    matches!(problem, Problem::Number(Negative | PercentForCount | TooLarge))
}

/// What belongs into a cell; what keys do, where there is nothing to say of it.
fn help(desk: Desk, lang: Lang, spot: Spot) -> Said {
    let words = ENTRY.in_lang(lang);
    let keys = if desk.group_at(spot.unit).is_some() {
        words.group_keys
    } else {
        words.keys
    };
    about(desk, spot, lang, false).unwrap_or_else(|| Said {
        text: keys.to_owned(),
        wrong: false,
    })
}

/// What there is to say about a cell: what is wrong, or what belongs there.
fn about(desk: Desk, spot: Spot, lang: Lang, wrong: bool) -> Option<Said> {
    let figures = desk.row_now(spot.unit);
    desk.plan.with_value(|plan| {
        let column = plan.sheet.columns.get(spot.column)?;
        let unit = plan.units.get(spot.unit)?;
        let shown = shown_cell(column, &figures, lang);
        let name = column.name.in_lang(lang);
        if wrong {
            if let Some(theirs) = desk.conflict(spot) {
                let told = conflict(ENTRY.in_lang(lang), lang, &theirs, &shown.text);
                let text = format!("{}, {name}: {told} {}", unit.name, ENTRY.in_lang(lang).conflict_keys);
                return Some(Said { text, wrong: true });
            }
            let text = match (shown.problem, shown.look) {
                (Some(problem), _) => {
                    let field = format!("{}, {name}", unit.name);
                    invalid_message(lang, &field, &shown.text, problem)
                }
                (None, Look::Flagged) => {
                    let flag = figures.open_flags_of(&column.key).next()?;
                    format!("{}, {name}: {}", unit.name, flag.told(lang))
                }
                _ => return None,
            };
            return Some(Said { text, wrong: true });
        }
        let help = column.help.as_ref().map_or("", |help| help.in_lang(lang));
        let keys = match column.value {
            ValueType::Level => level_keys(column.levels.iter().map(|level| level.label.in_lang(lang))),
            _ => String::new(),
        };
        let parts: Vec<&str> = [help, keys.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        (!parts.is_empty()).then(|| Said {
            text: format!("{name}: {}", parts.join(" ")),
            wrong: false,
        })
    })
}

/// The cells that keep what was typed, row by row.
fn invalid_spots(desk: Desk) -> Vec<Spot> {
    let spot = |&(unit, column): &(usize, usize)| Spot { unit, column };
    desk.tally(|tally| tally.invalid().iter().map(spot).collect())
}

fn next_invalid(desk: Desk, spots: &[Spot]) {
    let here = desk.active.get_untracked();
    let order = |spot: &Spot| (spot.unit, spot.column);
    let after = spots
        .iter()
        .filter(|spot| order(spot) > order(&here))
        .min_by_key(|spot| order(spot));
    if let Some(spot) = after.or_else(|| spots.iter().min_by_key(|spot| order(spot))) {
        desk.narrowing.clear();
        desk.go_to(*spot);
    }
}
