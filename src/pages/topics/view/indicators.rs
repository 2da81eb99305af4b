//! Rates and counts of a section of a form: a card each, then one of them along time and over units.

use super::tables::Cards;
use super::{PartView, Read, chosen, entry_place, unit_place, with_choice};
use crate::charts::bullet::bullets;
use crate::charts::grouped_bars::grouped_bars;
use crate::charts::look::Look;
use crate::charts::monthly_columns::monthly_columns;
use crate::charts::ranked_bars::ranked_bars;
use crate::i18n::topics::TOPICS;
use crate::model::id::UnitId;
use crate::model::indicator::Indicator;
use crate::model::statement::Realisation;
use crate::model::text::Lang;
use crate::pages::topics::compared::{Moment, One, by_unit, grain_of, moments};
use crate::pages::topics::drawn::{board, columns, rates, units};
use crate::pages::topics::figures::Figure;
use crate::pages::topics::worded::{along_sentence, is_money, rests_on, units_sentence, value};
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::chart::Chart;
use crate::ui::field::SelectField;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};
use leptos::prelude::*;

/// The indicator that is compared: the one chosen in the address, or the first that has figures.
#[derive(Clone, Copy)]
pub struct Compared {
    part: PartView,
    choice: Memo<String>,
}

impl Compared {
    fn figure<T: Default>(self, question: impl FnOnce(Read<'_>, &Figure) -> T) -> T {
        let choice = self.choice.get();
        self.part.read(|part| match chosen(part.topic, part.shown, &choice) {
            Some(figure) => question(part, figure),
            None => T::default(),
        })
    }

    fn indicator(self) -> Option<Indicator> {
        self.figure(|_, figure| Some(figure.indicator.clone()))
    }

    fn is_money(self) -> bool {
        self.figure(|part, figure| is_money(part.catalogue, &figure.indicator))
    }

    fn text(self, question: impl Fn(Lang, Read<'_>, &Figure) -> String + Send + Sync + 'static) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.figure(|part, figure| question(lang, part, figure))
        })
    }

    fn facts(self) -> Signal<Vec<String>> {
        let lang = use_lang();
        Signal::derive(move || {
            let lang = lang();
            self.figure(|part, figure| rests_on(lang, part.shown, figure, part.ledger))
        })
    }
}

/// A section of indicators.
#[component]
pub fn IndicatorsSection(
    /// The part.
    part: PartView,
) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = part.topic.lens.router();
    let compared = Compared {
        part,
        choice: router.filter("show"),
    };
    let choices = Memo::new(move |_| {
        let lang = lang();
        part.read(|part| {
            let reported = part.shown.figures.iter().filter(|figure| figure.is_reported());
            let choice =
                |figure: &Figure| Choice::new(figure.indicator.id.as_str(), figure.indicator.label.in_lang(lang));
            reported.map(choice).collect::<Vec<_>>()
        })
    });
    let value = Memo::new(move |_| compared.figure(|_, figure| figure.indicator.id.to_string()));
    let many = Memo::new(move |_| choices.with(Vec::len) > 1);
    let grain = router.filter("along");
    let moments = Memo::new(move |_| {
        let indicator = compared.indicator();
        part.ask(|scope, shown| {
            let grain = grain.with(|text| grain_of(&shown.form, text));
            let found = indicator.map(|indicator| moments(scope, &shown.form, &indicator, &shown.period, grain));
            found.unwrap_or_default()
        })
    });
    let units = Memo::new(move |_| {
        let indicator = compared.indicator();
        part.ask(|scope, shown| {
            let found = indicator.map(|indicator| by_unit(scope, &shown.form, &indicator, &shown.period));
            found.unwrap_or_default()
        })
    });
    let some_moments = Memo::new(move |_| {
        let reported = |moments: &Vec<Moment>| moments.iter().filter(|moment| moment.now.is_reported()).count();
        moments.with(reported) > 1
    });
    let some_units = Memo::new(move |_| {
        let ratio = compared.figure(|_, figure| figure.indicator.ratio);
        !ratio && units.with(|units| units.iter().any(|(_, one)| one.is_reported()))
    });
    // There is something to choose for where units or periods stand beside each other.
    let drawable = Memo::new(move |_| {
        part.read(|part| !part.shown.is_of_bloc() || part.ledger.periods_of(&part.shown.form.id).nth(1).is_some())
    });
    let controls = move || {
        (many.get() && drawable.get()).then(|| {
            view! {
                <SelectField
                    label=move || w().shown
                    choices
                    value
                    compact=true
                    on_change=move |id: String| {
                        let choice = part.read(|part| with_choice(part.shown, &compared.choice.get_untracked(), &id));
                        router.set_filter("show", &choice);
                    }
                />
            }
        })
    };
    view! {
        <Section title=part.title() note=part.note() actions=move || view! { {controls} }>
            <Cards part/>
            {move || some_units.get().then(|| view! { <ByUnit compared units/> })}
            {move || some_moments.get().then(|| view! { <Along compared moments/> })}
        </Section>
    }
}

/// One indicator along time.
#[component]
fn Along(compared: Compared, moments: Memo<Vec<Moment>>) -> impl IntoView {
    let router = compared.part.topic.lens.router();
    let draw = move |look: Look| {
        let money = compared.is_money();
        let drawn = compared.figure(|part, figure| {
            let drawn = part.drawn(look.lang, money);
            let target = figure.target.as_ref();
            Some(moments.with(
                |moments| match (&figure.indicator.denominator, part.shown.is_of_bloc()) {
                    (None, _) => monthly_columns(&columns(moments, drawn), &look),
                    (Some(_), true) if !figure.indicator.ratio => bullets(&board(moments, part.ledger, drawn), &look),
                    (Some(_), _) => grouped_bars(&rates(moments, target, part.ledger, drawn), &look),
                },
            ))
        });
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = compared.text(move |lang, part, figure| {
        let money = is_money(part.catalogue, &figure.indicator);
        moments.with(|moments| along_sentence(lang, &figure.indicator, moments, money, part.ledger))
    });
    let title = compared.text(move |lang, part, figure| {
        let words = TOPICS.in_lang(lang);
        let what = match part.shown.is_of_bloc() && figure.indicator.denominator.is_some() {
            true => words.board,
            false => words.along,
        };
        let money = match is_money(part.catalogue, &figure.indicator) {
            true => format!(" ({})", words.million),
            false => String::new(),
        };
        format!(
            "{}: {}{money}",
            figure.indicator.label.in_lang(lang),
            crate::model::letter_case::lowered(what)
        )
    });
    let pick = move |key: String| {
        let place = compared.figure(|part, _| {
            let here = router.place_untracked();
            Some(entry_place(&here, part.shown.form.id.as_str(), &key))
        });
        if let Some(place) = place {
            router.go(place);
        }
    };
    view! {
        <Chart
            title
            sentence
            facts=compared.facts()
            draw=Callback::new(draw)
            on_pick=Callback::new(pick)
            illustrative=compared.part.illustrative()
            table=move || view! { <AlongTable compared moments/> }
        />
    }
}

#[component]
fn AlongTable(compared: Compared, moments: Memo<Vec<Moment>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = compared.part.topic.lens.router();
    let with_before = Memo::new(move |_| moments.with(|moments| moments.iter().any(|moment| moment.before.is_some())));
    let columns = move || {
        let mut columns = vec![Column::words(w().period), Column::figures(w().value)];
        if with_before.get() {
            columns.push(Column::figures(w().last_year));
        }
        columns
    };
    let rows = move || {
        let (lang, here, with_before, money) = (lang(), router.place(), with_before.get(), compared.is_money());
        let cell = |one: &One| value(lang, one, money).map(Cell::text);
        compared.figure(|part, _| {
            moments.with(|moments| {
                let row = |moment: &Moment| {
                    let none = match moment.realisation {
                        Realisation::Planned => Cell::none(),
                        _ => Cell::muted(w().not_reported),
                    };
                    let mut cells = vec![
                        Cell::text(period_title(lang, &moment.period, part.ledger)),
                        cell(&moment.now).unwrap_or(none),
                    ];
                    if with_before {
                        cells.push(moment.before.as_ref().and_then(cell).unwrap_or_else(Cell::none));
                    }
                    let to = entry_place(&here, part.shown.form.id.as_str(), &moment.period.to_string());
                    Row::new(cells).link(to)
                };
                moments.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().along
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}

/// One indicator over units.
#[component]
fn ByUnit(compared: Compared, units: Memo<Vec<(UnitId, One)>>) -> impl IntoView {
    let router = compared.part.topic.lens.router();
    let draw = move |look: Look| {
        let money = compared.is_money();
        let drawn = compared.figure(|part, figure| {
            let drawn = part.drawn(look.lang, money);
            let target = figure.target.as_ref();
            Some(units.with(|rows| ranked_bars(&self::units(rows, target, part.ledger, drawn), &look)))
        });
        drawn.unwrap_or(Err(crate::charts::Empty::NoRows))
    };
    let sentence = compared.text(move |lang, part, figure| {
        let money = is_money(part.catalogue, &figure.indicator);
        units.with(|rows| units_sentence(lang, &figure.indicator, rows, money, part.ledger))
    });
    let title = compared.text(move |lang, _, figure| {
        let by = crate::model::letter_case::lowered(TOPICS.in_lang(lang).by_unit);
        format!("{}: {by}", figure.indicator.label.in_lang(lang))
    });
    view! {
        <Chart
            title
            sentence
            facts=compared.facts()
            draw=Callback::new(draw)
            on_pick=Callback::new(move |unit: String| router.go(unit_place(&router.place_untracked(), &unit)))
            illustrative=compared.part.illustrative()
            table=move || view! { <UnitTable compared units/> }
        />
    }
}

#[component]
fn UnitTable(compared: Compared, units: Memo<Vec<(UnitId, One)>>) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let router = compared.part.topic.lens.router();
    let is_rate = Memo::new(move |_| compared.figure(|_, figure| figure.indicator.denominator.is_some()));
    let columns = move || {
        let mut columns = vec![Column::words(w().unit), Column::figures(w().value).sortable()];
        if is_rate.get() {
            columns.push(Column::figures(w().share).sortable());
        }
        columns
    };
    let rows = move || {
        let (lang, here, money) = (lang(), router.place(), compared.is_money());
        compared.figure(|part, _| {
            units.with(|units| {
                let row = |(unit, one): &(UnitId, One)| {
                    let mut cells = vec![Cell::text(unit_name(part.ledger, unit))];
                    match one {
                        One::Rate(rate) => {
                            let share = crate::report::sentence::share::Share::of(rate);
                            cells.push(share.map_or_else(
                                || Cell::muted(w().not_reported),
                                |share| {
                                    let text = crate::report::sentence::share::part_of_whole(lang, &share);
                                    Cell::figure(text, share.part.count as f64)
                                },
                            ));
                            cells.push(super::tables::share(lang, rate.percent));
                        }
                        One::Total(total) => cells.push(match (total.quantity, value(lang, one, money)) {
                            (Some(quantity), Some(text)) => Cell::figure(text, quantity.count as f64),
                            _ => Cell::muted(w().not_reported),
                        }),
                    }
                    let kind = if one.is_reported() {
                        RowKind::Plain
                    } else {
                        RowKind::Muted
                    };
                    Row::new(cells).kind(kind).link(unit_place(&here, unit.as_str()))
                };
                units.iter().map(row).collect::<Vec<_>>()
            })
        })
    };
    view! {
        <Table
            caption=move || w().by_unit
            columns=Signal::derive(columns)
            rows=Signal::derive(rows)
            quiet=true
        />
    }
}
