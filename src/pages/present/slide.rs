//! A slide as the room sees it.

use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

use super::behind::{behind_mark, cells_of};
use super::chart::SlideChart;
use super::fitted::told_when_drawn;
use super::frozen::{Frozen, FrozenSlide};
use super::layout::{Drawn, Layout, Lines, OpeningPage, Page, TablePage, foot_parts};
use super::stage::{Preset, Stage};
use crate::charts::REST;
use crate::exhibit::Exhibit;
use crate::i18n::presenting::{PRESENTING, place};
use crate::model::deck::Form;
use crate::report::kept::kept_together;
use crate::report::table::{Cell, Row, RowKind};
use crate::state::preferences::use_words;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;

/// What is shown of a deck: a page of a slide, or of what is behind one of its marks.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// The deck.
    pub frozen: Arc<Frozen>,
    /// Which slide.
    pub slide: usize,
    /// How it stands on the screen.
    pub layout: Arc<Layout>,
    /// Which of its pages.
    pub page: usize,
    /// What is behind a mark: its name.
    pub behind: Option<String>,
    /// The mark's key.
    pub mark: Option<String>,
    /// The screen.
    pub stage: Stage,
    /// Light on dark.
    pub dark: bool,
}

/// Where a slide's presses go; without it, it is only looked at.
#[derive(Clone, Copy)]
pub struct Presses {
    /// A mark was picked.
    pub pick: Callback<String>,
    /// Back to the slide.
    pub back: Callback<()>,
}

impl Preset {
    const fn class(self, dark: bool) -> &'static str {
        match (self.is_far(), dark) {
            (true, false) => "stage stage--far stage--light",
            (true, true) => "stage stage--far stage--dark",
            (false, false) => "stage stage--light",
            (false, true) => "stage stage--dark",
        }
    }
}

/// The slide.
#[component]
pub fn SlideView(
    /// What is shown.
    shown: Shown,
    /// How charts are drawn.
    drawn: Drawn,
    /// Where its presses go.
    presses: Option<Presses>,
    /// Told, once all of it is drawn, whether something is cut.
    #[prop(optional)]
    on_drawn: Option<Callback<bool>>,
    /// A picture of the slide, that nothing reacts to: its chart does not stay a living one.
    #[prop(optional)]
    picture: bool,
) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let Some(slide) = shown.frozen.slides.get(shown.slide).cloned() else {
        return ().into_any();
    };
    let sizes = shown.stage.sizes();
    let px = |size: f64| format!("{size}px");
    let exhibit = slide.exhibit.clone();
    let (title, headline) = match &shown.behind {
        Some(name) => (slide.headline().to_owned(), name.clone()),
        None => (slide.title().to_owned(), slide.headline().to_owned()),
    };
    let unknown = slide.exhibit.is_none() && !slide.slide.subject.is_empty();
    let nothing_missing = slide.slide.form == Form::Missing && shown.layout.pages.contains(&Page::Bare);
    let number = place(
        shown.frozen.lang,
        shown.slide,
        shown.frozen.slides.len(),
        shown.page,
        shown.layout.pages.len(),
    );
    let name = format!("{number}: {headline}");
    let article = NodeRef::<html::Article>::new();
    let page = shown.layout.pages.get(shown.page);
    let chart_drawn = RwSignal::new(!matches!(page, Some(Page::Chart(_))));
    if let Some(on_drawn) = on_drawn {
        told_when_drawn(article, chart_drawn, on_drawn);
    }
    let kind = match page {
        Some(Page::Opening(_)) => " stage--opening",
        Some(Page::Words(_) | Page::Bare) if slide.is_words() || slide.is_told_alone() => {
            match shown.layout.pages.len() {
                1 => " stage--words stage--middle",
                _ => " stage--words",
            }
        }
        _ => "",
    };
    let label = exhibit
        .as_ref()
        .map(|exhibit| format!("{}. {}", exhibit.finding, exhibit.sentence));
    let opening = match page {
        Some(Page::Opening(opening)) => Some((**opening).clone()),
        _ => None,
    };
    let content = match page {
        Some(Page::Chart(sheet)) => {
            let look = drawn.look(shown.stage, shown.layout.room.0);
            let keys = sheet.draw(&look).map(|drawing| drawing.keys).unwrap_or_default();
            let marks = presses.zip(exhibit.as_ref());
            view! {
                <SlideChart
                    sheet=(**sheet).clone()
                    look
                    label=label.clone().unwrap_or_default()
                    on_pick=presses.map(|presses| presses.pick)
                    is_drawn=chart_drawn
                    picture
                />
                {marks.map(|(presses, exhibit)| marks_view(&keys, exhibit, presses.pick))}
            }
            .into_any()
        }
        Some(Page::Table(table)) => {
            let cells = presses.zip(exhibit.as_ref()).zip(shown.mark.as_ref());
            let cells = cells.map(|((presses, exhibit), row)| cells_view(cells_of(exhibit, row), presses.pick));
            view! {
                {table_view(table)}
                {cells}
            }
            .into_any()
        }
        Some(Page::Names(columns)) => names_view(columns).into_any(),
        Some(Page::Words(lines)) => words_view(lines).into_any(),
        _ if unknown => view! { <p class="slide__note">{move || w().unknown}</p> }.into_any(),
        _ if nothing_missing => view! { <p class="slide__note">{move || w().all_reported}</p> }.into_any(),
        _ => ().into_any(),
    };
    let back = shown.behind.as_ref().and(presses).map(|presses| {
        view! {
            <Button
                label=move || w().to_slide
                kind=ButtonKind::Quiet
                icon=IconName::Back
                on_press=move |()| presses.back.run(())
            />
        }
    });
    let head = match opening {
        Some(page) => opening_view(page, headline, picture).into_any(),
        None => view! {
            <header class="slide__head">
                {(!title.is_empty()).then(|| view! { <p class="slide__title">{title}</p> })}
                {headline_view(headline, picture)}
            </header>
            <div class="slide__room">{content}{back}</div>
        }
        .into_any(),
    };
    view! {
        <article
            node_ref=article
            class=format!("{}{kind}", shown.stage.preset.class(shown.dark))
            aria-roledescription=move || w().slide
            aria-label=name
            style=("--edge-x", px(sizes.edge_x))
            style=("--edge-y", px(sizes.edge_y))
            style=("--gap", px(sizes.gap))
            style=("--title-px", px(sizes.title))
            style=("--headline-px", px(shown.layout.headline_px))
            style=("--text-px", px(sizes.text))
            style=("--foot-px", px(sizes.foot))
            style:inline-size=px(f64::from(shown.stage.width))
            style:block-size=px(f64::from(shown.stage.height))
        >
            {head}
            <footer class="slide__foot">
                <p class="slide__facts">{foot_view(&slide, &shown.frozen.bloc)}</p>
                <p class="slide__place">{number}</p>
            </footer>
        </article>
    }
    .into_any()
}

/// The headline, broken only between words; in a picture of the slide it is none of the page's.
fn headline_view(headline: String, picture: bool) -> AnyView {
    let parts = kept_together(&headline).into_iter().enumerate();
    let part = |(at, part): (usize, String)| {
        let space = (at > 0).then_some(" ");
        view! { {space}<span class="slide__kept">{part}</span> }
    };
    let words = parts.map(part).collect_view();
    match picture {
        true => view! { <p class="slide__headline">{words}</p> }.into_any(),
        false => view! { <h1 class="slide__headline" tabindex="-1">{words}</h1> }.into_any(),
    }
}

/// The parts of the foot: a line breaks between two of them, and no dot stands at its ends.
fn foot_view(slide: &FrozenSlide, bloc: &str) -> impl IntoView + use<> {
    let parts = foot_parts(slide, bloc).into_iter().enumerate();
    let part = |(at, part): (usize, String)| {
        let dot = (at > 0).then_some(" · ");
        view! { <span class="slide__fact">{dot.map(|dot| view! { <span class="slide__dot">{dot}</span> })}{part}</span> }
    };
    parts.map(part).collect_view()
}

/// What the deck opens with.
fn opening_view(page: OpeningPage, headline: String, picture: bool) -> impl IntoView {
    let lines = page.opening.lines.into_iter();
    view! {
        <header
            class="opening"
            style=("--whose-px", format!("{}px", page.whose_px))
            style=("--line-px", format!("{}px", page.line_px))
        >
            <p class="opening__whose">{page.opening.whose}</p>
            {headline_view(headline, picture)}
            {lines.map(|line| view! { <p class="opening__line">{line}</p> }).collect_view()}
        </header>
    }
}

/// A button for every mark that has something behind it: seen by who goes there by keyboard, read by a screen reader.
fn marks_view(keys: &[String], exhibit: &Exhibit, pick: Callback<String>) -> impl IntoView + use<> {
    let w = use_words(&PRESENTING);
    let named = keys.iter().filter(|key| !key.is_empty()).filter_map(|key| {
        let row = exhibit.table.rows.iter().find(|row| row.key == *key);
        let name = row.and_then(|row| row.cells.first()).map(|cell| cell.text.clone());
        let figures = row.and_then(|row| row.cells.get(1)).map(|cell| cell.text.clone());
        behind_mark(exhibit, key)?;
        Some((key.clone(), name, figures))
    });
    let mark = |(key, name, figures): (String, Option<String>, Option<String>)| {
        let rest = key == REST;
        let words = name.map(|name| figures.map_or(name.clone(), |figures| format!("{name}: {figures}")));
        let label = move || match &words {
            Some(words) if !rest => words.clone(),
            _ => w().all_rows.to_owned(),
        };
        view! {
            <li>
                <button type="button" class="slide__mark" on:click=move |_| pick.run(key.clone())>
                    {label}
                </button>
            </li>
        }
    };
    let marks = named.map(mark).collect_view();
    view! { <ul class="slide__marks" aria-label=move || w().marks>{marks}</ul> }
}

/// A button for every cell of the row of a map that is shown: what a mouse picks on the map, a keyboard picks here.
fn cells_view(cells: Vec<(String, String)>, pick: Callback<String>) -> impl IntoView {
    let w = use_words(&PRESENTING);
    let cell = move |(key, name): (String, String)| {
        view! {
            <li>
                <button type="button" class="slide__mark" on:click=move |_| pick.run(key.clone())>
                    {name}
                </button>
            </li>
        }
    };
    let some = !cells.is_empty();
    some.then(|| {
        let cells = cells.into_iter().map(cell).collect_view();
        view! { <ul class="slide__marks" aria-label=move || w().marks>{cells}</ul> }
    })
}

fn table_view(page: &TablePage) -> impl IntoView + use<> {
    let widths = page.widths.clone();
    let columns = page.table.columns.clone();
    let figures: Vec<bool> = columns.iter().map(|column| column.figures).collect();
    let class = |figures: bool| figures.then_some("slide__figure");
    let count = columns.len();
    let row = |row: Row| {
        let kind = match row.kind {
            RowKind::Plain => "",
            RowKind::Group => "slide__group",
            RowKind::Total => "slide__total",
            RowKind::Muted => "slide__muted",
        };
        let cell = |(at, cell): (usize, Cell)| {
            let figures = figures.get(at).copied().unwrap_or(false);
            match at {
                0 => view! { <th scope="row">{cell.text}</th> }.into_any(),
                _ => view! { <td class=class(figures)>{cell.text}</td> }.into_any(),
            }
        };
        let cells = match row.kind {
            RowKind::Group => {
                let name = row.cells.into_iter().next().unwrap_or_default().text;
                view! { <th scope="rowgroup" colspan=count>{name}</th> }.into_any()
            }
            _ => row.cells.into_iter().enumerate().map(cell).collect_view().into_any(),
        };
        view! { <tr class=kind>{cells}</tr> }
    };
    let heads = columns
        .into_iter()
        .map(|column| view! { <th scope="col" class=class(column.figures)>{column.head}</th> });
    view! {
        <table class="slide__table">
            <colgroup>
                {widths.into_iter().map(|width| view! { <col style:inline-size=format!("{width}px")/> }).collect_view()}
            </colgroup>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{page.table.rows.iter().cloned().map(row).collect_view()}</tbody>
        </table>
    }
}

fn names_view(columns: &[Vec<(usize, String)>]) -> impl IntoView + use<> {
    let column = |names: &Vec<(usize, String)>| {
        let start = names.first().map_or(1, |(at, _)| *at);
        let name = |(at, name): &(usize, String)| {
            view! {
                <li>
                    <span class="slide__number">{at.to_string()}</span>
                    {name.clone()}
                </li>
            }
        };
        view! { <ol start=start>{names.iter().map(name).collect_view()}</ol> }
    };
    view! { <div class="slide__names">{columns.iter().map(column).collect_view()}</div> }
}

fn words_view(lines: &Lines) -> impl IntoView + use<> {
    let line = |line: &String| view! { <li>{line.clone()}</li> };
    view! {
        <ul class="slide__words" style=("--words-px", format!("{}px", lines.text_px))>
            {lines.lines.iter().map(line).collect_view()}
        </ul>
    }
}
