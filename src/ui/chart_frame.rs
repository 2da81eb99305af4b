//! What stands around every chart: its heading, the sentence that says what it shows, the facts, the same figures
//! as a table, and its buttons.

use leptos::prelude::*;

use super::field::new_id;
use super::icon::IconName;
use super::menu::{Menu, MenuAction};
use super::page_head::FactList;
use super::to_deck::ToDeck;
use crate::exhibit::subject::Subject;
use crate::i18n::ui::{UI, Ui};
use crate::state::preferences::use_words;
use crate::ui::button::IconButton;

/// The figure around a chart. The chart itself is the children.
#[component]
pub fn ChartFrame(
    /// The chart's heading.
    #[prop(into)]
    title: Signal<String>,
    /// What the chart shows, in a sentence: below it for all, and read out in its place.
    #[prop(into)]
    sentence: Signal<String>,
    /// Numerator and denominator, coverage, as-of.
    #[prop(optional, into)]
    facts: Signal<Vec<String>>,
    /// The same figures as a table; shown at a press.
    #[prop(optional, into)]
    table: Option<ViewFn>,
    /// Saves the chart as PNG.
    #[prop(optional, into)]
    on_png: Option<Callback<()>>,
    /// Saves the chart as SVG.
    #[prop(optional, into)]
    on_svg: Option<Callback<()>>,
    /// What belongs beside the heading: a badge, a choice of what is drawn.
    #[prop(optional, into)]
    controls: Option<ViewFn>,
    /// There is nothing to see or to save: no table, no files.
    #[prop(optional, into)]
    bare: Signal<bool>,
    /// The table stands in for the chart and cannot be hidden.
    #[prop(optional, into)]
    table_shown: Signal<bool>,
    /// What the chart is of, where it can be put into a deck.
    #[prop(optional, into)]
    subject: Signal<Option<Subject>>,
    /// The chart.
    children: Children,
) -> impl IntoView {
    let w = use_words(&UI);
    let with_table = RwSignal::new(false);
    let heading = new_id("chart");
    let labelled_by = heading.clone();
    let table_label = move || {
        if with_table.get() || table_shown.get() {
            w().hide_table
        } else {
            w().show_table
        }
    };
    let has_table = table.is_some();
    let open = Signal::derive(move || with_table.get() || table_shown.get());
    let save_as = |icon, label: fn(&Ui) -> &'static str, run: Option<Callback<()>>| {
        run.map(|run| MenuAction {
            label: Signal::derive(move || label(w()).to_owned()),
            icon,
            run,
        })
    };
    let saves: Vec<MenuAction> = [
        save_as(IconName::Picture, |w| w.save_png, on_png),
        save_as(IconName::Drawing, |w| w.save_svg, on_svg),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        <figure class="chart" aria-labelledby=labelled_by>
            <div class="chart__head">
                <div class="chart__heading">
                    <h3 id=heading>{title}</h3>
                    {controls.map(|controls| controls.run())}
                </div>
                <div class="chart__tools" hidden=bare>
                    {has_table
                        .then(|| {
                            view! {
                                <IconButton
                                    icon=IconName::Table
                                    label=table_label
                                    pressed=open
                                    disabled=table_shown
                                    on_press=move || with_table.update(|shown| *shown = !*shown)
                                />
                            }
                        })}
                    {(!saves.is_empty())
                        .then(|| {
                            view! { <Menu label=move || w().save_chart icon=IconName::Download actions=saves end=true/> }
                        })}
                    <ToDeck subject/>
                </div>
            </div>
            <div class="chart__plot">{children()}</div>
            <figcaption class="chart__foot">
                <p>{sentence}</p>
                <FactList facts/>
            </figcaption>
            {table.map(|table| move || (open.get() && !bare.get()).then(|| table.run()))}
        </figure>
    }
}
