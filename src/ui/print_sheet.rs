//! A document or a deck on paper: laid over the page where nobody sees it but the printer, and taken away when it is printed.
//!
//! The browser makes the PDF. How it looks is style/print-sheet.css; what stands in it is the same value that the Word file is made of.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::dom::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlImageElement};

use crate::platform::page_margin::PageMargin;
use crate::report::document::{Annex, Block, Document, Foot, Head, Picture};
use crate::report::slide_show::{Body, Opening, ShownSlide, SlideShow};
use crate::report::table::{RowKind, Table};

/// Columns from which a table lies on its side.
const WIDE: usize = 7;

/// The pages of a report in style/print-sheet.css: upright ones, and those of wide tables.
const PAGES: [&str; 2] = ["printed", "wide"];

/// What is printed.
pub enum Sheet {
    /// A report: A4, upright.
    Report(Box<Document>),
    /// A deck: a slide a page, on its side.
    Deck(Box<SlideShow>),
}

/// Prints, by the browser's dialog; the name is what it offers for the PDF. `None` where the browser has none.
pub async fn print(sheet: Sheet, name: &str) -> Option<()> {
    let document = document();
    let body = document.body()?;
    let host: HtmlElement = document.create_element("div").ok()?.unchecked_into();
    host.set_class_name("print-sheet");
    let lang = match &sheet {
        Sheet::Report(report) => report.lang,
        Sheet::Deck(show) => show.lang,
    };
    host.set_attribute("lang", lang.tag()).ok()?;
    host.set_attribute("aria-hidden", "true").ok()?;
    body.append_child(&host).ok()?;
    // A slide has the line in its own foot.
    let stamp = match &sheet {
        Sheet::Report(report) if !report.stamp.is_empty() => PageMargin::below(&PAGES, &report.stamp),
        _ => None,
    };
    if stamp.is_some() {
        host.set_class_name("print-sheet print-sheet--stamped");
    }
    let mounted = mount_to(host.clone(), move || drawn(sheet));
    pictures_ready(&host).await;
    let title = document.title();
    document.set_title(name);
    let done = Closure::once_into_js(move || {
        drop(mounted);
        drop(stamp);
        host.remove();
        leptos::tachys::dom::document().set_title(&title);
    });
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    window()
        .add_event_listener_with_callback_and_add_event_listener_options("afterprint", done.unchecked_ref(), &options)
        .ok()?;
    window().print().ok()
}

/// Waits until every picture can be drawn.
async fn pictures_ready(host: &HtmlElement) {
    let Ok(images) = host.query_selector_all("img") else {
        return;
    };
    for at in 0..images.length() {
        if let Some(image) = images.get(at).and_then(|node| node.dyn_into::<HtmlImageElement>().ok()) {
            // One that cannot be drawn is told by its words.
            let _ = JsFuture::from(image.decode()).await;
        }
    }
}

fn drawn(sheet: Sheet) -> AnyView {
    match sheet {
        Sheet::Report(report) => of_report(*report).into_any(),
        Sheet::Deck(show) => of_deck(*show).into_any(),
    }
}

fn of_report(report: Document) -> impl IntoView {
    view! {
        <article class="printed">
            {head(report.head)}
            {report.blocks.into_iter().map(block).collect_view()}
            {foot(report.foot)}
            <p class="printed__stamp">{report.stamp}</p>
        </article>
        {report.annexes.into_iter().map(annex).collect_view()}
    }
}

fn head(head: Head) -> impl IntoView {
    view! {
        <header class="printed__head">
            <div>
                <p>{head.above}</p>
                <p class="printed__issuer">{head.issuer}</p>
                <p>"*"</p>
                <p class="printed__number">{head.number}</p>
            </div>
            <div>
                <p class="printed__party">{head.party}</p>
                <p class="printed__date">{head.place_and_date}</p>
            </div>
        </header>
        <h1 class="printed__title">{head.title}</h1>
        {head.subject.into_iter().map(|line| view! { <p class="printed__subject">{line}</p> }).collect_view()}
    }
}

fn foot(foot: Foot) -> impl IntoView {
    view! {
        <footer class="printed__foot">
            <div class="printed__recipients">
                <p>{foot.recipients_head}</p>
                {foot.recipients.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
            <div class="printed__signature">
                {foot.signature.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
        </footer>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(heading) => match heading.level {
            0 | 1 => view! { <h2>{heading.text}</h2> }.into_any(),
            2 => view! { <h3>{heading.text}</h3> }.into_any(),
            _ => view! { <h4>{heading.text}</h4> }.into_any(),
        },
        Block::Paragraph(paragraph) if paragraph.item => {
            view! { <p class="printed__item">"- " {paragraph.text}</p> }.into_any()
        }
        Block::Paragraph(paragraph) => view! { <p class="printed__text">{paragraph.text}</p> }.into_any(),
        Block::Table(found) => table(found).into_any(),
        Block::Picture(found) => {
            let title = found.title.clone();
            view! { <figure><figcaption>{title}</figcaption>{picture(found)}</figure> }.into_any()
        }
    }
}

fn picture(picture: Picture) -> impl IntoView {
    let source = format!(
        "data:image/svg+xml;charset=utf-8,{}",
        js_sys::encode_uri_component(&picture.svg)
    );
    view! { <img src=source alt=picture.alt width=picture.width_px height=picture.height_px/> }
}

fn annex(annex: Annex) -> impl IntoView {
    let wide = annex.table.columns.len() > WIDE;
    view! {
        <section class="printed printed--annex" class:printed--wide=wide>
            <h2 class="printed__annex">{annex.number}</h2>
            <p class="printed__subject">{annex.title}</p>
            <p class="printed__facts">{annex.facts.join(" · ")}</p>
            {table(Table { caption: String::new(), ..annex.table })}
        </section>
    }
}

fn table(table: Table) -> impl IntoView {
    let figures: Vec<bool> = table.columns.iter().map(|column| column.figures).collect();
    let across = table.columns.len().to_string();
    let rows = table.rows.into_iter().map(|row| {
        let kind = match row.kind {
            RowKind::Plain => "",
            RowKind::Group => "is-group",
            RowKind::Total => "is-total",
            RowKind::Muted => "is-muted",
        };
        let whole = row.kind == RowKind::Group && row.cells.iter().skip(1).all(|cell| cell.text.is_empty());
        let cells = row
            .cells
            .into_iter()
            .zip(&figures)
            .take(if whole { 1 } else { usize::MAX });
        let cells = cells.map(|(cell, figures)| {
            view! { <td class:is-figure=*figures colspan=whole.then(|| across.clone())>{cell.text}</td> }
        });
        view! { <tr class=kind>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <table>
            {(!table.caption.is_empty()).then(|| view! { <caption>{table.caption}</caption> })}
            <thead>
                <tr>{table.columns.into_iter().map(|column| view! { <th>{column.head}</th> }).collect_view()}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn of_deck(show: SlideShow) -> impl IntoView {
    let count = show.slides.len();
    let stamp = show.stamp;
    let slides = show.slides.into_iter().enumerate();
    slides
        .map(move |(at, slide)| of_slide(slide, &stamp, at + 1, count))
        .collect_view()
}

fn of_slide(slide: ShownSlide, stamp: &str, number: usize, count: usize) -> impl IntoView + use<> {
    let foot = if slide.foot.is_empty() {
        stamp.to_owned()
    } else {
        slide.foot
    };
    let body = match slide.body {
        Body::Nothing => ().into_any(),
        Body::Picture(found) => picture(found).into_any(),
        Body::Table(found) => table(Table { caption: String::new(), ..found }).into_any(),
        Body::List(names) => {
            view! { <ul class="leaf__names">{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul> }.into_any()
        }
        Body::Opening(opening) => return of_opening(slide.headline, opening, number, count).into_any(),
        Body::Words(lines) => lines.into_iter().map(|line| view! { <p class="leaf__words">{line}</p> }).collect_view().into_any(),
    };
    view! {
        <section class="leaf">
            <h2>{slide.headline}</h2>
            <p class="leaf__sentence">{slide.sentence}</p>
            <div class="leaf__body">{body}</div>
            <p class="leaf__foot"><span>{foot}</span><span>{format!("{number}/{count}")}</span></p>
        </section>
    }
    .into_any()
}

/// What a deck opens with.
fn of_opening(headline: String, opening: Opening, number: usize, count: usize) -> impl IntoView {
    let foot = opening.foot();
    view! {
        <section class="leaf leaf--opening">
            <p class="leaf__whose">{opening.whose}</p>
            <h2>{headline}</h2>
            {opening.lines.into_iter().map(|line| view! { <p class="leaf__words">{line}</p> }).collect_view()}
            <p class="leaf__foot"><span>{foot}</span><span>{format!("{number}/{count}")}</span></p>
        </section>
    }
}
