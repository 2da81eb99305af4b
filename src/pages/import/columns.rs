//! What each column of the table is taken for, to be corrected.

use leptos::prelude::*;

use super::draft::{Draft, HEADS};
use crate::exchange::import::mapping::Target;
use crate::i18n::import::{IMPORT, read_line};
use crate::model::id::CellKey;
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};

/// Values of the choice that are no cell's key.
const NOTHING: &str = "";
const NAME: &str = "*";
/// Examples shown of a column.
const EXAMPLES: usize = 3;

/// The table of columns.
#[component]
pub fn Columns(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let head = move || {
        vec![
            Column::words(w().header),
            Column::words(w().examples),
            Column::words(w().goes_to),
        ]
    };
    // Made anew with another table, not with another choice: the focus stays in the list that was changed.
    let rows = move || {
        let no_header = w().no_header;
        draft.layout.with(|layout| {
            let headers = layout.iter().flat_map(|layout| layout.headers.iter().enumerate());
            headers
                .filter(|(column, header)| !header.is_empty() || !examples(draft, *column).is_empty())
                .map(|(column, header)| {
                    let header = if header.is_empty() {
                        Cell::muted(no_header)
                    } else {
                        Cell::text(header.clone())
                    };
                    let label = draft.layout.with_untracked(|layout| {
                        layout
                            .as_ref()
                            .and_then(|layout| layout.headers.get(column).cloned())
                            .unwrap_or_default()
                    });
                    Row::new(vec![
                        header,
                        Cell::muted(examples(draft, column).join(" · ")),
                        Cell::view(move || goes_to(draft, column, label.clone())),
                    ])
                })
                .collect::<Vec<_>>()
        })
    };
    let said = move || {
        let lang = lang();
        let columns = draft.mapping.with(|mapping| mapping.cells().count());
        draft.layout.with(|layout| {
            layout.as_ref().map_or_else(String::new, |layout| {
                read_line(lang, layout.body.len(), columns, layout.passed.len())
            })
        })
    };
    view! {
        <Section title=move || w().columns note=move || w().columns_note>
            <p>{said}</p>
            <Table caption=move || w().columns columns=Signal::derive(head) rows=Signal::derive(rows) quiet=true cards=true/>
        </Section>
    }
}

/// The first values of a column.
fn examples(draft: Draft, column: usize) -> Vec<String> {
    draft.sheet.with_untracked(|sheet| {
        draft.layout.with_untracked(|layout| {
            let (Some(sheet), Some(layout)) = (sheet, layout) else {
                return Vec::new();
            };
            let values = layout.body.iter().map(|&row| sheet.cell(row, column).typed());
            values.filter(|value| !value.is_empty()).take(EXAMPLES).collect()
        })
    })
}

fn goes_to(draft: Draft, column: usize, header: String) -> AnyView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let value = Signal::derive(move || {
        draft.mapping.with(|mapping| match mapping.columns.get(column) {
            Some(Target::Cell(key)) => key.to_string(),
            Some(Target::Name) => NAME.to_owned(),
            Some(Target::Heads) => HEADS.to_owned(),
            _ => NOTHING.to_owned(),
        })
    });
    let is_names = draft
        .layout
        .with_untracked(|layout| layout.as_ref().is_some_and(|layout| layout.name_column == column));
    if is_names {
        return view! { <span>{move || w().names}</span> }.into_any();
    }
    let choices = Signal::derive(move || {
        let first = [Choice::new(NOTHING, w().nothing)];
        let heads = draft
            .heads_plan
            .with_value(Option::is_some)
            .then(|| Choice::new(HEADS, w().heads));
        first
            .into_iter()
            .chain(heads)
            .chain(cells(draft, lang()))
            .collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        let target = match chosen.as_str() {
            NOTHING => Target::Nothing,
            HEADS => Target::Heads,
            key => Target::Cell(CellKey::new(key)),
        };
        draft.map(column, target);
    };
    view! {
        <SelectField
            label=move || format!("{}: {header}", w().goes_to)
            choices=choices
            value=value
            on_change=choose
            compact=true
        />
    }
    .into_any()
}

fn cells(draft: Draft, lang: Lang) -> Vec<Choice> {
    draft.plan.with_value(|plan| {
        let columns = plan.sheet.columns.iter();
        columns
            .map(|column| Choice::new(column.key.to_string(), column.name.in_lang(lang)))
            .collect()
    })
}
