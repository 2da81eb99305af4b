//! Cards, bars and tables of the kit.

use leptos::prelude::*;

use crate::i18n::kit::KIT;
use crate::state::preferences::use_words;
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::badge::Status;
use crate::ui::bullet::{BulletBar, ProgressBar};
use crate::ui::chart_frame::ChartFrame;
use crate::ui::stat_card::StatCard;
use crate::ui::table::{Cell, Column, Row, RowKind, Table};

/// Invented figures for the looks of it; no page shows them.
const STUDIED: [(u32, u32, Status); 4] = [
    (198, 198, Status::Met),
    (180, 201, Status::OnTrack),
    (9, 14, Status::Behind),
    (0, 31, Status::NoFigures),
];

#[component]
pub fn Figures() -> impl IntoView {
    let w = use_words(&KIT);
    let card = move |value: u32, status: Status| {
        view! {
            <StatCard
                label=move || w().admissions
                value=value.to_string()
                unit="/130"
                target="≥ 130"
                gap=move || w().gap
                status=Some(status)
                bar=Some(BulletBar::scaled(f64::from(value), 130.0))
                to=Route::Kit
            />
        }
    };
    view! {
        <div class="cards">
            {card(121, Status::Behind)} {card(136, Status::Exceeded)} {card(64, Status::OnTrack)}
            <StatCard label=move || w().members value="–" status=Some(Status::NoFigures)/>
        </div>
        <ProgressBar label=move || w().members done=8 whole=12 text=move || w().cells/>
        <ChartFrame
            title=move || w().table
            sentence=move || w().finding
            facts=move || w().facts.map(str::to_owned).to_vec()
            table=move || view! { <UnitTable cards=false/> }
            on_png=|| ()
            on_svg=|| ()
        >
            <div class="kit-plot"></div>
        </ChartFrame>
        <UnitTable cards=false/>
        <UnitTable cards=true/>
    }
}

#[component]
fn UnitTable(cards: bool) -> impl IntoView {
    let w = use_words(&KIT);
    let router = use_router();
    let columns = move || {
        vec![
            Column::words(w().unit),
            Column::words(w().sector),
            Column::figures(w().studied).unit(w().counted).sortable(),
            Column::figures(w().rate).sortable(),
            Column::marks(w().states),
        ]
    };
    let rows = move || {
        let words = w();
        let mut rows: Vec<Row> = words
            .units
            .iter()
            .zip(STUDIED)
            .map(|(unit, (studied, of, status))| {
                let share = f64::from(studied) / f64::from(of);
                let percent = format!("{},{}%", studied * 100 / of, studied * 1000 / of % 10);
                let reported = status != Status::NoFigures;
                let cells = vec![
                    Cell::text(*unit),
                    Cell::text(words.sectors[0]),
                    if reported {
                        Cell::figure(format!("{studied}/{of}"), share)
                    } else {
                        Cell::none()
                    },
                    if reported {
                        Cell::bar(percent, BulletBar::of_whole(share, Some(0.95)), status)
                    } else {
                        Cell::none()
                    },
                    Cell::status(status),
                ];
                let kind = if reported { RowKind::Plain } else { RowKind::Muted };
                Row::new(cells).kind(kind).link(router.here(Route::Kit))
            })
            .collect();
        rows.push(
            Row::new(vec![
                Cell::text(words.total),
                Cell::default(),
                Cell::text("387/444"),
                Cell::text("87,2%"),
                Cell::status(Status::OnTrack),
            ])
            .kind(RowKind::Total),
        );
        rows
    };
    view! { <Table caption=move || w().table columns=columns rows=rows cards=cards/> }
}
