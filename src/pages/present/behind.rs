//! What is behind a mark of a chart, as it was when the deck was frozen.

use crate::charts::REST;
use crate::exhibit::{Behind, Exhibit};
use crate::report::table::{Cell, Column, Row, Table};

/// What is behind the mark of a key: what the exhibit says, or the figures of that row; behind the folded middle, all rows.
pub fn behind_mark(exhibit: &Exhibit, key: &str) -> Option<Behind> {
    let of_table = |title: String, table: Table| Behind {
        key: key.to_owned(),
        title,
        table,
    };
    let row_key = key.split('|').next().unwrap_or(key);
    if row_key == REST {
        return Some(of_table(exhibit.title.clone(), exhibit.table.clone()));
    }
    let told = |key: &str| exhibit.behind.iter().find(|behind| behind.key == key).cloned();
    // A cell of a heat map: its own, or its row's.
    if let Some(behind) = told(key).or_else(|| told(row_key)) {
        return Some(behind);
    }
    let row = exhibit.table.rows.iter().find(|row| row.key == row_key)?;
    let name = row.cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
    Some(of_table(name, turned(&exhibit.table, row)))
}

/// The cells of a row of a map that have something of their own behind them, by key and name.
pub fn cells_of(exhibit: &Exhibit, row: &str) -> Vec<(String, String)> {
    let of_row = |behind: &&Behind| behind.key.split_once('|').is_some_and(|(of, _)| of == row);
    let cells = exhibit.behind.iter().filter(of_row);
    cells.map(|cell| (cell.key.clone(), cell.title.clone())).collect()
}

/// The figures of one row below each other.
fn turned(table: &Table, row: &Row) -> Table {
    let pairs = table.columns.iter().zip(&row.cells).skip(1);
    let line = |(column, cell): (&Column, &Cell)| Row::new("", vec![Cell::text(column.head.clone()), cell.clone()]);
    let head = |at: usize| {
        table
            .columns
            .get(at)
            .map(|column| column.head.clone())
            .unwrap_or_default()
    };
    let name = row.cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
    Table {
        caption: table.caption.clone(),
        columns: vec![Column::words(head(0)), Column::figures(name)],
        rows: pairs.map(line).collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::charts::{Look, Shape, option};
    use crate::exhibit::subject::Subject;
    use crate::exhibit::{make, offered};
    use crate::i18n::chart::CHART;
    use crate::model::ledger::Ledger;
    use crate::model::text::Lang;
    use crate::report::table::Number;

    fn exhibit() -> Exhibit {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2022").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        make(&scope, Lang::Vi, &"admission/units?period=2022".parse().unwrap()).unwrap()
    }

    #[test]
    fn every_row_has_something_behind_it_and_the_folded_middle_has_all() {
        let exhibit = exhibit();
        for row in &exhibit.table.rows {
            let behind = behind_mark(&exhibit, &row.key).unwrap();
            assert!(!behind.title.is_empty() && !behind.table.rows.is_empty(), "{behind:?}");
        }
        // The 72 units and the row of the whole bloc.
        assert_eq!(behind_mark(&exhibit, REST).unwrap().table.rows.len(), 73);
        assert_eq!(behind_mark(&exhibit, "nobody"), None);
    }

    /// Every key that can be picked on a chart as it is drawn on slides.
    fn marks(shape: &Shape) -> Vec<String> {
        let look = Look::new(Lang::Vi, CHART.in_lang(Lang::Vi), 1200.0);
        let drawing = shape.draw(&look).unwrap();
        let option = option(&drawing).to_string();
        let mut keys: Vec<String> = drawing.keys.into_iter().filter(|key| !key.is_empty()).collect();
        // Cells of a map carry their key as their name.
        if let Shape::HeatMap(map) = shape {
            let cells = map.rows.iter().zip(&map.cells).flat_map(|(row, cells)| {
                let cells = map.columns.iter().zip(cells).filter(|(_, amount)| amount.is_some());
                cells.map(move |(column, _)| format!("{}|{}", row.key, column.key))
            });
            keys.extend(cells.take(40));
        }
        for key in keys.iter().filter(|key| key.contains('|')) {
            assert!(option.contains(&format!("\"name\":\"{key}\"")), "{key} is on no mark");
        }
        keys
    }

    fn each(demo: &str, periods: &[&str], ask: impl FnMut(&Subject, &Exhibit)) {
        each_in(
            &Ledger::from_records(&crate::demo::load(demo).unwrap().records),
            periods,
            ask,
        );
    }

    /// Two drives that units report on: no report speaks of either, so units owe figures of both.
    fn with_a_map(ask: impl FnMut(&Subject, &Exhibit)) {
        let mut ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2021").unwrap().records);
        ledger.statements.clear();
        each_in(&ledger, &["2020..2025"], ask);
    }

    fn each_in(ledger: &Ledger, periods: &[&str], mut ask: impl FnMut(&Subject, &Exhibit)) {
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(ledger, &catalogue, "2030-01-01".parse().unwrap());
        for period in periods {
            for offer in offered(&scope, Lang::Vi, &period.parse().unwrap()) {
                ask(&offer.subject, &make(&scope, Lang::Vi, &offer.subject).unwrap());
            }
        }
    }

    #[test]
    fn behind_cells_days_bars_and_months_stand_units_or_cells() {
        let mut kinds: Vec<&str> = Vec::new();
        let periods = ["2021", "2020..2025", "drive:dai-hoi-xiii"];
        let look = |subject: &Subject, exhibit: &Exhibit| {
            let Some(shape) = &exhibit.shape else { return };
            let kind = match (shape, subject.steps().last()) {
                (Shape::HeatMap(_), _) => "map",
                (Shape::ProgressLine(_), _) => "days",
                (Shape::Blocks(_), _) => "blocks",
                (Shape::GroupedBars(_), Some(&"matrix")) => "groups",
                (Shape::MonthlyColumns(_), Some(&"transfers")) => "transfers",
                _ => return,
            };
            let mut units = 0;
            for key in marks(shape) {
                // A month that lies ahead, or a day before the first return, has nobody behind it.
                let Some(behind) = behind_mark(exhibit, &key) else {
                    continue;
                };
                assert!(
                    !behind.title.is_empty() && !behind.table.rows.is_empty(),
                    "{subject} {key}"
                );
                let own = exhibit.behind.iter().any(|behind| behind.key == key);
                units += usize::from(own && !behind.table.rows[0].key.is_empty());
            }
            assert!(units > 0, "{subject}: nothing is behind its marks");
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        };
        let mut look = look;
        each("hoa-binh-2021", &periods, &mut look);
        with_a_map(&mut look);
        each("hoa-binh-2022", &["2022", "2020..2025"], &mut look);
        each("agencies-2023", &["2022", "2023"], &mut look);
        for kind in ["map", "days", "blocks", "transfers"] {
            assert!(kinds.contains(&kind), "no demo shows {kind}: {kinds:?}");
        }
    }

    #[test]
    fn what_is_behind_adds_up_to_what_is_drawn() {
        let sum = |behind: &Behind, column: usize| -> u64 {
            let cells = behind.table.rows.iter().filter_map(|row| row.cells.get(column));
            let counts = cells.map(|cell| match cell.number {
                Some(Number::Count(count)) => count,
                _ => 0,
            });
            counts.sum()
        };
        each("hoa-binh-2022", &["2022"], |subject, exhibit| match &exhibit.shape {
            Some(Shape::MonthlyColumns(months)) if subject.steps() == ["admission", "transfers"] => {
                for (step, count) in months.steps.iter().zip(&months.now.1) {
                    let behind = exhibit.behind.iter().find(|behind| behind.key == step.key);
                    assert_eq!(
                        behind.map_or(0, |behind| sum(behind, 1)),
                        count.unwrap_or(0),
                        "{}",
                        step.key
                    );
                }
            }
            _ => {}
        });
    }

    #[test]
    fn every_cell_with_figures_is_reached_from_its_row() {
        let mut maps = 0;
        let look = |_: &Subject, exhibit: &Exhibit| {
            let Some(Shape::HeatMap(map)) = &exhibit.shape else {
                return;
            };
            maps += 1;
            let with_figures = exhibit.behind.iter().filter(|behind| behind.key.contains('|')).count();
            let reached: Vec<_> = map.rows.iter().flat_map(|row| cells_of(exhibit, &row.key)).collect();
            assert_eq!(reached.len(), with_figures);
            assert!(with_figures > 0);
            for (key, name) in reached {
                assert_eq!(behind_mark(exhibit, &key).unwrap().title, name);
            }
        };
        with_a_map(look);
        assert!(maps > 0, "no demo shows a map");
    }

    #[test]
    fn what_the_exhibit_says_comes_first() {
        let mut exhibit = exhibit();
        let told = Behind {
            key: exhibit.table.rows[0].key.clone(),
            title: "Theo tháng".to_owned(),
            table: Table::default(),
        };
        exhibit.behind = vec![told.clone()];
        assert_eq!(behind_mark(&exhibit, &told.key), Some(told.clone()));
        assert_eq!(behind_mark(&exhibit, &format!("{}|2022-01", told.key)), Some(told));
    }
}
