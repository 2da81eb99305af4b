//! The page of a list on its way in, the same of units and of targets: paste or file; then the columns, what would change,
//! and one button that writes it.

use leptos::prelude::*;

use super::list::{ListDraft, columns_view};
use super::source::Source;
use crate::exchange::import::columns::ListColumn;
use crate::i18n::import::IMPORT;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::badge::{Badge, Tone};
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::page_head::{PageHead, Section};
use crate::ui::table::{Cell, Column, Row, Table};

/// The page.
#[component]
pub fn ListPage<C: ListColumn + Send + Sync>(
    /// The list.
    list: ListDraft<C>,
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// What would be written of a table that was read.
    #[prop(into)]
    finding: Signal<String>,
    /// The page of what the list is of.
    home: Route,
    /// The name of that page.
    #[prop(into)]
    home_title: Signal<String>,
    /// The link to it beside the button.
    #[prop(into)]
    home_link: Signal<String>,
    /// How many rows would be written.
    count: Memo<usize>,
    /// The button.
    #[prop(into)]
    button: Signal<String>,
    /// Writes them.
    write: Callback<()>,
    /// What stands between the columns and the button.
    children: ChildrenFn,
) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let router = use_router();
    // A memo: a table that is refused again leaves the field and what was pasted into it alone.
    let is_read = Memo::new(move |_| list.is_read.get());
    let head = move || match is_read.get() {
        true => finding.get(),
        false => w().begin.to_owned(),
    };
    let above = home.clone();
    let trail = move || {
        vec![Crumb {
            label: home_title.get(),
            place: router.here(above.clone()),
        }]
    };
    view! {
        <PageHead title finding=Signal::derive(head) trail=Signal::derive(trail)/>
        {move || {
            if is_read.get() {
                view! {
                    {columns_view(list)}
                    {children()}
                    <div class="row import__deeds">
                        <Button
                            label=button
                            kind=ButtonKind::Primary
                            disabled=Signal::derive(move || count.get() == 0)
                            on_press=move || write.run(())
                        />
                        <LinkButton to=home.clone() label=home_link/>
                    </div>
                }
                    .into_any()
            } else {
                let take = Callback::new(move |sheets| list.take(sheets));
                let is_nameless = Signal::derive(move || list.sheets.with(|sheets| !sheets.is_empty()));
                let columns = move || C::ALL.iter().map(|column| (list.called)(lang(), *column).to_owned()).collect::<Vec<_>>();
                view! { <Source on_read=take is_nameless columns=Signal::derive(columns)/> }.into_any()
            }
        }}
    }
}

/// What would change, as a table; or that nothing would.
#[component]
pub fn ListChanges(
    /// The remark under the heading.
    #[prop(into)]
    note: Signal<String>,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// The rows that would change something.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// Whether there is none.
    is_same: Memo<bool>,
    /// What that means.
    #[prop(into)]
    why_none: Signal<String>,
    /// How many rows are in the books as they are, in words; empty for none.
    #[prop(into)]
    same: Signal<String>,
) -> impl IntoView {
    let w = use_words(&IMPORT);
    view! {
        <Section title=move || w().changes note>
            {move || match is_same.get() {
                true => {
                    view! { <EmptyState icon=IconName::Check title=move || w().no_changes why=why_none/> }.into_any()
                }
                false => {
                    view! {
                        <Table caption=move || w().changes columns rows quiet=true cards=true fold_after=100/>
                    }
                        .into_any()
                }
            }}
            {move || same.with(|same| (!same.is_empty()).then(|| view! { <p class="muted">{same.clone()}</p> }))}
        </Section>
    }
}

/// What becomes of a row: a badge, and why in words where there is something to say.
pub fn fate(label: &'static str, icon: IconName, tone: Tone, why: String) -> Cell {
    Cell::view(move || {
        let why = why.clone();
        view! {
            <Badge label=label icon=icon tone=tone/>
            {(!why.is_empty()).then(|| view! { <span class="import__why muted">{why}</span> })}
        }
        .into_any()
    })
}
