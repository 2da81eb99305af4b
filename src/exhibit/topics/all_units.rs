//! All that units report of a topic as an exhibit: the table that its page ends with, `topic/<topic>/units`.

use super::by_unit::{UnitRows, unit_rows};
use super::compared::One;
use super::figures::{TopicFigures, read};
use super::worded::{is_money, value};
use crate::analysis::{Coverage, Scope};
use crate::exhibit::cells::unit_place;
use crate::exhibit::subject::Subject;
use crate::exhibit::{Exhibit, listed, seen_until};
use crate::i18n::exhibits::titled;
use crate::i18n::topics::TOPICS;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::coverage::{Reach, completeness};
use crate::report::sentence::facts::Facts;
use crate::report::sentence::from_analysis::{unit_name, unit_name_in};
use crate::report::table::{Cell, Column, Row, RowKind, Table};

/// Makes it; none of a topic that the catalogue does not have, and none where only the bloc committee reports.
pub fn exhibit(scope: &Scope<'_>, lang: Lang, subject: &Subject, topic: &str) -> Option<Exhibit> {
    let figures = read(scope, scope.catalogue.topic(topic)?, &subject.period);
    let found = unit_rows(scope, &figures);
    if found.indicators.is_empty() {
        return None;
    }
    let ledger = scope.ledger;
    let known = Facts {
        as_of: seen_until(scope, &subject.period),
        ..Facts::default()
    }
    .with_illustrative(ledger.is_demo());
    let coverage = Coverage {
        expected: found.rows.iter().map(|(unit, _)| unit.clone()).collect(),
        missing: found.missing().into_iter().cloned().collect(),
        ..Coverage::default()
    };
    let plain = Exhibit {
        finding: who_reported(lang, &found, ledger),
        facts: std::iter::once(period_title(lang, &subject.period, ledger))
            .chain(listed(lang, &known))
            .collect(),
        as_of: known.as_of,
        illustrative: known.illustrative,
        table: table(scope, lang, subject, &found),
        ..Exhibit::of(subject, title(lang, &figures))
    };
    Some(plain.covering(ledger, &coverage))
}

/// What it is called.
pub fn title(lang: Lang, figures: &TopicFigures) -> String {
    titled(figures.topic.label.in_lang(lang), TOPICS.in_lang(lang).by_unit)
}

/// Who has reported any of it, and who has not.
pub fn who_reported(lang: Lang, found: &UnitRows, ledger: &Ledger) -> String {
    let missing = found.missing().into_iter().map(|unit| unit_name(ledger, unit));
    completeness(
        lang,
        &Reach {
            missing: missing.collect(),
            ..Reach::complete(found.rows.len())
        },
    )
}

fn table(scope: &Scope<'_>, lang: Lang, subject: &Subject, found: &UnitRows) -> Table {
    let words = TOPICS.in_lang(lang);
    let money: Vec<bool> = found
        .indicators
        .iter()
        .map(|it| is_money(scope.catalogue, it))
        .collect();
    let cell = |(one, money): (Option<&One>, &bool)| match one.filter(|one| one.is_reported()) {
        Some(one) => figure(lang, one, *money),
        None if one.is_some() => Cell::text(words.not_reported),
        None => Cell::text("–"),
    };
    let row = |(unit, values): &(crate::model::id::UnitId, Vec<Option<One>>)| {
        let name = Cell::text(unit_name_in(scope.ledger, unit, &subject.period));
        let cells = values.iter().map(Option::as_ref).zip(&money).map(cell);
        let reported = values.iter().flatten().any(One::is_reported);
        let kind = if reported { RowKind::Plain } else { RowKind::Muted };
        Row::new(unit.to_string(), std::iter::once(name).chain(cells).collect())
            .kind(kind)
            .to(unit_place(unit))
    };
    let totals = found.totals.iter().map(Some).zip(&money).map(cell);
    let totals = std::iter::once(Cell::text(words.total)).chain(totals).collect();
    let indicators = found.indicators.iter();
    Table {
        caption: words.all_units.to_owned(),
        columns: std::iter::once(Column::words(words.unit))
            .chain(indicators.map(|it| Column::figures(it.label.in_lang(lang))))
            .collect(),
        rows: found
            .rows
            .iter()
            .map(row)
            .chain([Row::new("", totals).kind(RowKind::Total)])
            .collect(),
    }
}

fn figure(lang: Lang, one: &One, money: bool) -> Cell {
    let text = value(lang, one, money).unwrap_or_default();
    match one {
        One::Rate(rate) => match rate.percent {
            Some(percent) => Cell::percent(text, percent),
            None => Cell::text(text),
        },
        One::Total(total) => match total.quantity {
            Some(quantity) => Cell::count(text, quantity.count),
            None => Cell::text(text),
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::exhibit::make;
    use crate::exhibit::subject::Subject;
    use crate::model::deck::Form;
    use crate::model::ledger::Ledger;
    use crate::model::text::Lang;
    use crate::report::table::RowKind;

    #[test]
    fn the_table_of_a_page_is_a_slide_of_the_same_rows() {
        let records = crate::demo::load("agencies-2023").unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on("2030-01-01".parse().unwrap()));
        let of = |topic| Subject::new(&["topic", topic, "units"], "2022".parse().unwrap());
        let found = make(&scope, Lang::Vi, &of("models")).unwrap();
        assert!(found.has(Form::Table) && found.shape.is_none());
        assert_eq!(found.finding, "Cả 70 đơn vị đã báo cáo");
        assert_eq!(found.table.rows.len(), 71);
        let totals = found.table.rows.last().unwrap();
        assert_eq!(totals.kind, RowKind::Total);
        assert!(totals.cells.iter().any(|cell| cell.text == "93"));
        // What the bloc committee reports has no units.
        assert_eq!(make(&scope, Lang::Vi, &of("inspection")), None);
        assert_eq!(make(&scope, Lang::Vi, &of("nothing")), None);
    }
}
