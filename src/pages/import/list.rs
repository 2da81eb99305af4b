//! What imports of lists share: the table, what its columns are taken for and remembered as, and the view of that.

use leptos::prelude::*;

use super::handed::taken;
use super::sheets::{SheetChooser, best};
use crate::exchange::import::columns::{ListColumn, ListMapping};
use crate::exchange::import::layout::Layout;
use crate::exchange::import::mapping::shape;
use crate::exchange::import::sheet::RawSheet;
use crate::i18n::import::{IMPORT, read_list_line};
use crate::model::text::Lang;
use crate::platform::preferences;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, Table};

/// Examples shown of a column.
const EXAMPLES: usize = 3;

/// Understands a table.
type Find = dyn Fn(&RawSheet) -> Option<Layout> + Send + Sync;

/// A list on its way in. Cheap to copy.
pub struct ListDraft<C: ListColumn + Send + Sync> {
    /// The sheets of what was read; none before something was.
    pub sheets: RwSignal<Vec<RawSheet>>,
    /// The one of them that is read.
    pub sheet: RwSignal<Option<RawSheet>>,
    at: RwSignal<usize>,
    /// Whether one of them was understood when they came.
    pub is_read: RwSignal<bool>,
    /// What its columns are.
    pub mapping: RwSignal<ListMapping<C>>,
    /// Where its header and body are; none where nothing looks like them.
    pub layout: Memo<Option<Layout>>,
    find: StoredValue<Box<Find>>,
    guess: fn(&Layout) -> ListMapping<C>,
    /// What the list is of, for what is remembered of it.
    of: &'static str,
    /// How a column is called.
    pub called: fn(Lang, C) -> &'static str,
}

impl<C: ListColumn + Send + Sync> Clone for ListDraft<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ListColumn + Send + Sync> Copy for ListDraft<C> {}

impl<C: ListColumn + Send + Sync> ListDraft<C> {
    /// What was handed over before a person said what it is of, or nothing yet. `find` understands a table, `guess` says what
    /// its columns are.
    pub fn new(
        of: &'static str,
        called: fn(Lang, C) -> &'static str,
        find: impl Fn(&RawSheet) -> Option<Layout> + Copy + Send + Sync + 'static,
        guess: fn(&Layout) -> ListMapping<C>,
    ) -> ListDraft<C> {
        let sheet = RwSignal::new(None::<RawSheet>);
        let draft = ListDraft {
            sheets: RwSignal::new(Vec::new()),
            sheet,
            at: RwSignal::new(0),
            is_read: RwSignal::new(false),
            mapping: RwSignal::new(ListMapping::default()),
            layout: Memo::new(move |_| sheet.with(|sheet| find(sheet.as_ref()?))),
            find: StoredValue::new(Box::new(find)),
            guess,
            of,
            called,
        };
        let handed = taken();
        if !handed.is_empty() {
            draft.take(handed);
        }
        draft
    }

    /// Takes what was read: the sheet of which most columns are known.
    pub fn take(self, sheets: Vec<RawSheet>) {
        let fit = |sheet: &RawSheet| {
            let layout = self.find.with_value(|find| find(sheet));
            layout.map_or((0, 0), |layout| {
                let known = (self.guess)(&layout).columns.iter().flatten().count();
                (known, layout.body.len())
            })
        };
        let at = best(&sheets, fit);
        self.sheets.set(sheets);
        self.give(at);
        self.is_read.set(self.layout.with_untracked(Option::is_some));
    }

    /// Reads another sheet.
    fn give(self, at: usize) {
        let Some(sheet) = self.sheets.with_untracked(|sheets| sheets.get(at).cloned()) else {
            return;
        };
        self.at.set(at);
        self.sheet.set(Some(sheet));
        let guessed = self.layout.with_untracked(|layout| {
            let layout = layout.as_ref()?;
            let kept = preferences::read(&key(self.of, layout));
            let kept = kept.and_then(|text| ListMapping::recall(&text, layout.headers.len()));
            Some(kept.unwrap_or_else(|| (self.guess)(layout)))
        });
        self.mapping.set(guessed.unwrap_or_default());
    }

    /// Begins again.
    pub fn clear(self) {
        self.is_read.set(false);
        self.sheets.set(Vec::new());
        self.sheet.set(None);
    }

    /// Gives a column its meaning, and remembers it for tables of this shape.
    fn map(self, at: usize, column: Option<C>) {
        self.mapping.update(|mapping| mapping.set(at, column));
        self.layout.with_untracked(|layout| {
            if let Some(layout) = layout {
                let written = self.mapping.with_untracked(ListMapping::written);
                preferences::write(&key(self.of, layout), Some(&written));
            }
        });
    }

    /// The first values of a column.
    fn examples(self, column: usize) -> Vec<String> {
        self.sheet.with_untracked(|sheet| {
            self.layout.with_untracked(|layout| {
                let (Some(sheet), Some(layout)) = (sheet, layout) else {
                    return Vec::new();
                };
                let values = layout.body.iter().map(|&row| sheet.cell(row, column).typed());
                values.filter(|value| !value.is_empty()).take(EXAMPLES).collect()
            })
        })
    }
}

fn key(of: &str, layout: &Layout) -> String {
    format!("so-khoi-import-{of}-{}", shape(layout))
}

/// What each column of the table is taken for, to be corrected.
pub fn columns_view<C: ListColumn + Send + Sync>(draft: ListDraft<C>) -> AnyView {
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
                .filter(|(column, header)| !header.is_empty() || !draft.examples(*column).is_empty())
                .map(|(column, header)| {
                    let label = header.clone();
                    let shown = match header.is_empty() {
                        true => Cell::muted(no_header),
                        false => Cell::text(header.clone()),
                    };
                    Row::new(vec![
                        shown,
                        Cell::muted(draft.examples(column).join(" · ")),
                        Cell::view(move || goes_to(draft, column, label.clone())),
                    ])
                })
                .collect::<Vec<_>>()
        })
    };
    let said = move || {
        draft.layout.with(|layout| {
            layout.as_ref().map_or_else(String::new, |layout| {
                read_list_line(lang(), layout.body.len(), layout.passed.len())
            })
        })
    };
    let another = move || view! { <Button label=move || w().another on_press=move || draft.clear()/> }.into_any();
    view! {
        <Section title=move || w().columns_of_list note=move || w().columns_note actions=another>
            <SheetChooser sheets=draft.sheets at=draft.at on_choose=move |at| draft.give(at)/>
            {move || match draft.layout.with(Option::is_some) {
                true => view! { <p>{said}</p> }.into_any(),
                false => view! { <p>{move || w().no_names_here}</p> }.into_any(),
            }}
            <Table
                caption=move || w().columns_of_list
                columns=Signal::derive(head)
                rows=Signal::derive(rows)
                quiet=true
                cards=true
            />
        </Section>
    }
    .into_any()
}

fn goes_to<C: ListColumn + Send + Sync>(draft: ListDraft<C>, column: usize, header: String) -> AnyView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let value = Signal::derive(move || {
        let column = draft
            .mapping
            .with(|mapping| mapping.columns.get(column).copied().flatten());
        column.map_or_else(String::new, |column| column.key().to_owned())
    });
    let choices = Signal::derive(move || {
        let lang = lang();
        let mut all = vec![Choice::new("", w().nothing)];
        all.extend(
            C::ALL
                .iter()
                .map(|column| Choice::new(column.key(), (draft.called)(lang, *column))),
        );
        all
    });
    view! {
        <SelectField
            label=move || format!("{}: {header}", w().goes_to)
            choices=choices
            value=value
            on_change=move |chosen: String| draft.map(column, C::of_key(&chosen))
            compact=true
        />
    }
    .into_any()
}
