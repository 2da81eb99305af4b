//! Long lists of rows of equal height: only the rows that are seen are drawn.
//!
//! A page makes a [`Windowed`] for its number of rows, puts [`WindowedRows`] into its `<tbody>` or `<ul>` and gives
//! `windowed.frame` to a `<div>` around the whole. If that `<div>` scrolls by itself it says
//! `on:scroll=move |_| windowed.measure()`; where the page scrolls, nothing more is needed. Every row carries `data-row`
//! with its place (that is what is measured, and how a row with the focus is known) and says its place, since its
//! neighbours may not be there: `aria-rowindex` under an `aria-rowcount`, or `aria-posinset` and `aria-setsize`.
//!
//! A row that holds the focus stays drawn when it is scrolled away, so that nothing typed is lost and Tab goes on from
//! it. Lists of up to [`ALL_DRAWN`] rows, and every list that is being printed, are drawn whole: what a screen may show at once, so that
//! one can begin, and the rest in the next idle moments.
//!
//! [`ALL_DRAWN`]: crate::state::drawn_rows::ALL_DRAWN

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::hash::Hash;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use crate::platform::idle::idle;
use crate::state::drawn_rows::{Drawn, Seen, Standing, block_of, blocks, rows_of};

/// Which rows of a list are drawn. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Windowed {
    /// The `<div>` around the list, which may scroll by itself.
    pub frame: NodeRef<html::Div>,
    rows: Signal<usize>,
    kept: Signal<Option<usize>>,
    seen: RwSignal<Seen>,
    focused: RwSignal<Option<usize>>,
    standing: RwSignal<Standing>,
    drawn: Memo<Drawn>,
}

impl Windowed {
    /// For a list of so many rows, one of which may have to stay (where the list is come to by Tab).
    pub fn new(rows: Signal<usize>, kept: Signal<Option<usize>>) -> Windowed {
        let seen = RwSignal::new(Seen::default());
        let focused = RwSignal::new(None);
        let printing = RwSignal::new(false);
        let windowed = Windowed {
            frame: NodeRef::new(),
            rows,
            kept,
            seen,
            focused,
            standing: RwSignal::new(Standing::default()),
            drawn: Memo::new(move |_| {
                let rows = rows.get();
                let seen = if printing.get() {
                    0..blocks(rows)
                } else {
                    seen.get().blocks(rows)
                };
                let kept = [kept.get(), focused.get()].map(|row| Some(block_of(rows, row?)));
                Drawn { seen, kept }
            }),
        };
        let listeners = [
            window_event_listener(ev::scroll, move |_| windowed.measure()),
            window_event_listener(ev::resize, move |_| windowed.measure()),
            window_event_listener(ev::focusin, move |event| windowed.follow_focus(&event)),
            window_event_listener_untyped("beforeprint", move |_| {
                printing.set(true);
                windowed.standing.set(Standing::ALL);
            }),
            window_event_listener_untyped("afterprint", move |_| printing.set(false)),
        ];
        on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
        Effect::new(move || {
            windowed.frame.track();
            rows.track();
            windowed.measure();
        });
        spawn_local(windowed.fill());
        windowed
    }

    /// Draws the rows of a list that is drawn whole, as there is time.
    async fn fill(self) {
        loop {
            idle().await;
            let Some(rows) = self.rows.try_get_untracked() else {
                return;
            };
            let standing = self.standing.try_update(|standing| {
                *standing = standing.and_some(rows);
                *standing
            });
            if standing.is_none_or(|standing| standing == Standing::ALL) {
                return;
            }
        }
    }

    /// Where the rows end that stand by now, of a list that is drawn whole.
    fn end(self) -> usize {
        let kept = self.kept.get().max(self.focused.get());
        self.standing.get().end(self.rows.get(), kept)
    }

    /// How many rows a page down is.
    pub fn page(self) -> usize {
        self.seen.get_untracked().page()
    }

    /// Scrolls a frame that scrolls by itself so far that a row is drawn; where it already is, not at all.
    pub fn reveal(self, row: usize) {
        let rows = self.rows.get_untracked();
        let seen = self.seen.get_untracked();
        if row >= self.standing.get_untracked().end(rows, None) {
            self.standing.set(Standing::ALL);
        }
        if self
            .drawn
            .with_untracked(|drawn| drawn.seen.contains(&block_of(rows, row)))
        {
            return;
        }
        if let Some(frame) = self.frame.get_untracked() {
            let middle = (row as f64 * seen.row - seen.height / 2.0).max(0.0);
            frame.set_scroll_top(frame.scroll_top() + (middle - seen.top) as i32);
            self.measure();
        }
    }

    /// Looks which rows are seen.
    pub fn measure(self) {
        let frame = self.frame.try_get_untracked().flatten();
        if let Some(seen) = frame.and_then(|frame| self.measured(&frame))
            && seen != self.seen.get_untracked()
        {
            self.seen.set(seen);
        }
    }

    /// What is seen of the list. The height of a row is the mean of the first that are drawn.
    fn measured(self, frame: &Element) -> Option<Seen> {
        let drawn = frame.query_selector_all("[data-row]").ok()?;
        let element = |at: u32| drawn.get(at).and_then(|row| row.dyn_into::<Element>().ok());
        let few: Vec<f64> = (0..drawn.length().min(8))
            .filter_map(element)
            .map(|row| row.get_bounding_client_rect().height())
            .collect();
        let row = few.iter().sum::<f64>() / few.len().max(1) as f64;
        let list = element(0)?.parent_element()?.get_bounding_client_rect();
        let frame = frame.get_bounding_client_rect();
        let screen = window().inner_height().ok()?.as_f64()?;
        let (top, bottom) = (frame.top().max(0.0), frame.bottom().min(screen));
        (row > 0.0).then_some(Seen {
            top: top - list.top(),
            height: (bottom - top).max(0.0),
            row,
        })
    }

    fn follow_focus(self, event: &FocusEvent) {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let row = target.and_then(|target| target.closest("[data-row]").ok().flatten());
        let frame = self.frame.get_untracked();
        let here = row.filter(|row| frame.is_some_and(|frame| frame.contains(Some(row))));
        // Where the focus is elsewhere, the row that had it last may still be gone back to.
        if let Some(row) = here.and_then(|row| row.get_attribute("data-row")?.parse().ok()) {
            self.focused.set(Some(row));
        }
    }

    /// Whether each of so many blocks is drawn, in a signal of its own: where a long list is scrolled, or the focus goes on by a row, only
    /// those look anew with which it is otherwise than before.
    fn is_drawn(self, count: usize) -> Vec<RwSignal<bool>> {
        let at_first = self.drawn.get_untracked();
        let blocks: Vec<_> = (0..count).map(|block| RwSignal::new(at_first.holds(block))).collect();
        let signals = blocks.clone();
        Effect::new(move |before: Option<Drawn>| {
            let (before, now) = (before.unwrap_or_else(|| at_first.clone()), self.drawn.get());
            for block in now.beside(&before) {
                if let Some(is_drawn) = signals.get(block) {
                    is_drawn.set(now.holds(block));
                }
            }
            now
        });
        blocks
    }
}

/// The rows, within a `<tbody>` or a `<ul>`.
#[component]
pub fn WindowedRows<K, F, V>(
    /// Which are drawn.
    windowed: Windowed,
    /// What the row at a place is known by; `None` where there is none.
    key: F,
    /// Draws a row at a place.
    row: V,
    /// Draws an empty row of a height, in the place of those that are not drawn; a table row where nothing is said.
    #[prop(default = table_gap)]
    gap: fn(String) -> AnyView,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    F: Fn(usize) -> Option<K> + Copy + Send + Sync + 'static,
    V: Fn(usize, K) -> AnyView + Copy + Send + Sync + 'static,
{
    let count = Memo::new(move |_| blocks(windowed.rows.get()));
    let block = move |(block, is_drawn): (usize, RwSignal<bool>)| {
        let range = Memo::new(move |_| {
            let range = rows_of(windowed.rows.get(), block);
            (range.start, range.end)
        });
        let stands_to = Memo::new(move |_| range.get().1.min(windowed.end()));
        let known = move || {
            let rows = range.get().0..stands_to.get();
            rows.filter_map(|at| Some((at, key(at)?))).collect::<Vec<_>>()
        };
        let gap_of = move |rows: usize| {
            let height = windowed.seen.with_untracked(|seen| seen.row) * rows as f64;
            gap(format!("{height}px"))
        };
        move || {
            if !is_drawn.get() {
                let (from, end) = range.get();
                return gap_of(end - from);
            }
            let rest = move || {
                let missing = range.get().1.saturating_sub(stands_to.get());
                (missing > 0).then(|| gap_of(missing))
            };
            view! {
                <For each=known key=Clone::clone children=move |(at, key)| row(at, key)/>
                {rest}
            }
            .into_any()
        }
    };
    move || {
        let blocks = windowed.is_drawn(count.get()).into_iter().enumerate();
        blocks.map(block).collect_view()
    }
}

fn table_gap(height: String) -> AnyView {
    view! {
        <tr class="windowed-gap" aria-hidden="true">
            <td style:block-size=height></td>
        </tr>
    }
    .into_any()
}

/// The empty item of a `<ul>`.
pub fn list_gap(height: String) -> AnyView {
    view! { <li class="windowed-gap" aria-hidden="true" style:block-size=height></li> }.into_any()
}
