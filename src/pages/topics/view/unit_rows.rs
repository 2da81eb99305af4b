//! The table that a topic's page ends with: all its units and indicators.

use super::{TopicView, unit_place};
use crate::exhibit::topics::all_units::who_reported;
use crate::exhibit::topics::by_unit::{UnitRows, unit_rows};
use crate::exhibit::topics::compared::One;
use crate::exhibit::topics::figures::Whose;
use crate::exhibit::topics::offered::has_units;
use crate::exhibit::topics::worded::{is_money, value};
use crate::i18n::topics::TOPICS;
use crate::model::deck::Form;
use crate::model::text::Lang;
use crate::platform::viewport;
use crate::report::sentence::from_analysis::unit_name_in;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use crate::ui::to_deck::{ToDeck, subject_here};
use leptos::prelude::*;

/// More units than these are read only when somebody asks for the table.
const MOST: usize = 1_000;

/// The section; nothing where only the bloc committee reports.
#[component]
pub fn UnitRowsSection(
    /// The topic.
    view: TopicView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let some = Memo::new(move |_| view.read(|topic, _, _| has_units(topic)));
    let few = view.lens.ledger_untracked(|ledger| ledger.units.len() <= MOST);
    let opened = RwSignal::new(few && viewport::is_wide());
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().all_units>
                    <Disclosure label=move || w().all_units_table open=opened.get_untracked() opened>
                        {move || opened.get().then(|| view! { <Rows view/> })}
                    </Disclosure>
                </Section>
            }
        })
    }
}

#[component]
fn Rows(view: TopicView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = view.lens.router();
    let found = Memo::new(move |_| {
        let whose = view.whose.get();
        view.figures.with(|figures| match figures {
            Some(figures) => view.lens.with(|scope| unit_rows(&whose.scope(scope), figures)),
            None => UnitRows::default(),
        })
    });
    let columns = move || {
        let lang = lang();
        found.with(|found| {
            let indicators = found.indicators.iter();
            let indicators = indicators.map(|it| Column::figures(it.label.in_lang(lang)).sortable());
            std::iter::once(Column::words(w().unit))
                .chain(indicators)
                .collect::<Vec<_>>()
        })
    };
    let rows = move || {
        let (lang, here, period) = (lang(), router.place(), view.lens.period());
        view.lens.with(|scope| {
            found.with(|found| {
                let money: Vec<bool> = found
                    .indicators
                    .iter()
                    .map(|it| is_money(scope.catalogue, it))
                    .collect();
                let cells = |values: &mut dyn Iterator<Item = Option<&One>>| -> Vec<Cell> {
                    let cells = values.zip(&money);
                    cells
                        .map(|(one, money)| {
                            one.map_or_else(Cell::none, |one| cell(lang, w().not_reported, one, *money))
                        })
                        .collect()
                };
                let mut rows: Vec<Row> = found
                    .rows
                    .iter()
                    .map(|(unit, values)| {
                        let mut row = vec![Cell::text(unit_name_in(scope.ledger, unit, &period))];
                        row.extend(cells(&mut values.iter().map(Option::as_ref)));
                        let reported = values.iter().flatten().any(One::is_reported);
                        let kind = if reported { RowKind::Plain } else { RowKind::Muted };
                        Row::new(row).kind(kind).link(unit_place(&here, unit.as_str()))
                    })
                    .collect();
                let mut totals = vec![Cell::text(w().total)];
                totals.extend(cells(&mut found.totals.iter().map(Some)));
                rows.push(Row::new(totals).kind(RowKind::Total));
                rows
            })
        })
    };
    let missing = move || {
        let lang = lang();
        view.lens
            .ledger(|ledger| found.with(|found| who_reported(lang, found, ledger)))
    };
    let subject = Signal::derive(move || {
        let topic = view.read(|topic, _, _| Some((topic.topic.id.clone(), topic.asked.clone())));
        let whole = view.whose.with(|whose| !matches!(whose, Whose::Unit(_)));
        let (topic, asked) = topic.filter(|_| whole)?;
        Some(subject_here(view.lens, &["topic", &topic, "units"], asked))
    });
    view! {
        <div class="row">
            <p class="muted small">{missing}</p>
            <ToDeck subject form=Form::Table/>
        </div>
        <div class="wide-names topic__units">
            <Table
                caption=move || w().all_units
                columns=Signal::derive(columns)
                rows=Signal::derive(rows)
                quiet=true
                fold_after=20
            />
        </div>
    }
}

/// A value, to be sorted by: a rate by its share, a total by its count.
fn cell(lang: Lang, not_reported: &str, one: &One, money: bool) -> Cell {
    let order = match one {
        One::Rate(rate) => rate.percent.map(|percent| percent.to_f64()),
        One::Total(total) => total.quantity.map(|quantity| quantity.count as f64),
    };
    match value(lang, one, money).filter(|_| one.is_reported()) {
        Some(text) => match order {
            Some(order) => Cell::figure(text, order),
            None => Cell::text(text),
        },
        None => Cell::muted(not_reported),
    }
}
