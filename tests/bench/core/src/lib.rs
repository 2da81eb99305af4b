//! What `make bench` times of the app without a screen around it: the functions of the app itself, called as the app calls them.
//! Times are taken in JavaScript, around a call, so that crossing into wasm and back is part of them.

use js_sys::Error;
use so_khoi::charts::look::{Hue, Look};
use so_khoi::charts::option::{option, still};
use so_khoi::charts::ranked_bars::{Amount, RankedBars, UnitBar, ranked_bars};
use so_khoi::exchange::backup::lines;
use so_khoi::i18n::chart::CHART;
use so_khoi::model::id::FormId;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::record::Record;
use so_khoi::model::returns::CellValue;
use so_khoi::model::text::Lang;
use so_khoi::platform::echarts::{self, EChart, Library};
use so_khoi::store::backend::{Database, Shelf};
use so_khoi::store::indexed_db::{IndexedDb, IndexedDbShelf};
use so_khoi::store::schema::Schema;
use so_khoi::store::workspace::Store;
use so_khoi::sync::op::Records;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn told(error: impl std::fmt::Display) -> JsValue {
    Error::new(&error.to_string()).into()
}

/// Records in memory, as the app holds them.
#[wasm_bindgen]
pub struct Books {
    records: Records,
    ledger: Option<Ledger>,
}

#[wasm_bindgen]
impl Books {
    /// Reads one JSON object a line.
    pub fn of_lines(bytes: &[u8]) -> Result<Books, JsValue> {
        let mut records = Records::new();
        for record in lines::records(bytes) {
            let record = record.map_err(told)?;
            records.insert(record.id.clone(), record);
        }
        Ok(Books { records, ledger: None })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.records.len()
    }

    /// Writes them to a new workspace in one durable transaction: what taking in a file does.
    pub async fn save(&self, name: String) -> Result<(), JsValue> {
        let records: Vec<Record> = self.records.values().cloned().collect();
        let store = workspace(&name).await?;
        store.import(&records, "", 0).await.map_err(told)?;
        store.database().close();
        Ok(())
    }

    /// Opens a workspace: pages, then what lies on top.
    pub async fn open(name: String) -> Result<Books, JsValue> {
        let store = workspace(&name).await?;
        let opened = store.load(0).await.map_err(told)?;
        store.database().close();
        if !opened.damaged.is_empty() {
            return Err(told("damaged"));
        }
        Ok(Books {
            records: opened.records,
            ledger: None,
        })
    }

    /// Indexes them for questions.
    pub fn index(&mut self) {
        self.ledger = Some(Ledger::from_records(self.records.values()));
    }

    /// Adds up a cell over every return of a form that is indexed.
    pub fn total(&self, form: &str, cell: &str) -> f64 {
        let (Some(ledger), form) = (&self.ledger, FormId::new(form)) else {
            return f64::NAN;
        };
        let of = |value: &CellValue| match value {
            CellValue::Count(count) => *count as f64,
            _ => 0.0,
        };
        ledger
            .periods_of(&form)
            .flat_map(|(_, returns)| returns.values())
            .flat_map(|found| found.cells.iter())
            .filter(|(key, _)| key.to_string() == cell)
            .map(|(_, cell)| of(&cell.value))
            .sum()
    }
}

async fn workspace(name: &str) -> Result<Store<IndexedDb>, JsValue> {
    let db = IndexedDbShelf
        .open(name, Schema::Workspace, |_| {})
        .await
        .map_err(told)?;
    Ok(Store::new(db, "bench"))
}

/// A chart on the page: one bar a unit, sorted, as the app draws a ranking with all its rows.
#[wasm_bindgen]
pub struct Picture {
    chart: EChart,
}

/// Fetches the chart library once.
#[wasm_bindgen]
pub struct Charts {
    library: Library,
}

fn drawn(names: &[String], counts: &[u32], width_px: f64) -> Result<(String, u32, u32), JsValue> {
    let rows = names
        .iter()
        .zip(counts)
        .enumerate()
        .map(|(at, (name, &count))| UnitBar {
            key: format!("u{at}"),
            name: name.clone(),
            amount: Amount::Count {
                count: count.into(),
                target: None,
            },
        })
        .collect();
    let input = RankedBars {
        rows,
        hue: Hue::default(),
        target: None,
    };
    let look = Look {
        expanded: true,
        ..Look::new(Lang::Vi, &CHART.vi, width_px)
    };
    let drawing = ranked_bars(&input, &look).map_err(|_| told("empty"))?;
    let mut value = option(&drawing);
    still(&mut value);
    Ok((value.to_string(), drawing.width_px, drawing.height_px))
}

#[wasm_bindgen]
impl Charts {
    /// Fetches it.
    pub async fn fetch() -> Result<Charts, JsValue> {
        Ok(Charts {
            library: echarts::load().await?,
        })
    }

    /// Draws into an element.
    pub fn draw(
        &self,
        host: &HtmlElement,
        names: Vec<String>,
        counts: &[u32],
        width_px: f64,
    ) -> Result<Picture, JsValue> {
        let (option, width, height) = drawn(&names, counts, width_px)?;
        let chart = EChart::new(&self.library, host, "vi")?;
        chart.on_click(|_| {})?;
        chart.draw(&option, width, height)?;
        Ok(Picture { chart })
    }
}

#[wasm_bindgen]
impl Picture {
    /// Draws other figures in its place.
    pub fn update(&self, names: Vec<String>, counts: &[u32], width_px: f64) -> Result<(), JsValue> {
        let (option, width, height) = drawn(&names, counts, width_px)?;
        self.chart.draw(&option, width, height)
    }
}

/// What is drawn for these figures, as JSON: the option and its size. The others are given it, so that all draw the same picture.
#[wasm_bindgen]
pub fn option_of(names: Vec<String>, counts: &[u32], width_px: f64) -> Result<String, JsValue> {
    drawn(&names, counts, width_px)
        .map(|(option, width, height)| format!(r#"{{"option":{option},"width":{width},"height":{height}}}"#))
}
