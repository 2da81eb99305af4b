//! A heat map of units by drives or months.

use super::words::{capitalised, count, units};
use crate::model::text::{Lang, Text};

/// What a heat map holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeatFact {
    /// Rows.
    pub units: usize,
    /// Columns.
    pub columns: usize,
    /// Whether the columns are drives; months otherwise.
    pub drives: bool,
    /// Cells with a value.
    pub filled: usize,
    /// Cells where a unit was expected and has not reported.
    pub missing: usize,
}

/// "Tỷ lệ tham gia của 73 đơn vị qua 2 đợt học tập: 140 ô có số liệu, 6 ô chưa báo cáo".
pub fn heat_map(lang: Lang, label: &Text, fact: &HeatFact) -> String {
    let label = capitalised(label.in_lang(lang));
    let rows = units(lang, fact.units);
    let columns = match (lang, fact.drives, fact.columns) {
        (Lang::Vi, true, number) => format!("{number} đợt học tập"),
        (Lang::Vi, false, number) => format!("{number} tháng"),
        (Lang::En, true, 1) => "1 drive".to_owned(),
        (Lang::En, true, number) => format!("{number} drives"),
        (Lang::En, false, 1) => "1 month".to_owned(),
        (Lang::En, false, number) => format!("{number} months"),
    };
    let head = match lang {
        Lang::Vi => format!("{label} của {rows} qua {columns}"),
        Lang::En => format!("{label} of {rows} over {columns}"),
    };
    let (filled, missing) = (count(lang, fact.filled as u64), count(lang, fact.missing as u64));
    match (lang, fact.filled, fact.missing) {
        (Lang::Vi, 0, _) => format!("{head}: chưa có số liệu"),
        (Lang::En, 0, _) => format!("{head}: no figures yet"),
        (Lang::Vi, _, 0) => format!("{head}: đã báo cáo đủ"),
        (Lang::En, _, 0) => format!("{head}: all reported"),
        (Lang::Vi, ..) => format!("{head}: {filled} ô có số liệu, {missing} ô chưa báo cáo"),
        (Lang::En, ..) => format!("{head}: {filled} with figures, {missing} not reported"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_in_it_and_what_is_not() {
        let label = Text::new("tỷ lệ tham gia", "participation");
        let fact = HeatFact {
            units: 73,
            columns: 2,
            drives: true,
            filled: 140,
            missing: 6,
        };
        assert_eq!(
            heat_map(Lang::Vi, &label, &fact),
            "Tỷ lệ tham gia của 73 đơn vị qua 2 đợt học tập: 140 ô có số liệu, 6 ô chưa báo cáo"
        );
        let whole = HeatFact {
            missing: 0,
            drives: false,
            columns: 1,
            ..fact
        };
        assert_eq!(
            heat_map(Lang::En, &label, &whole),
            "Participation of 73 units over 1 month: all reported"
        );
        let empty = HeatFact { filled: 0, ..fact };
        assert!(heat_map(Lang::Vi, &label, &empty).ends_with(": chưa có số liệu"));
    }
}
