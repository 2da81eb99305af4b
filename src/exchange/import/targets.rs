//! A list of targets made elsewhere: a value for each unit, or a row for each target with its measure and period.

mod typed;

use super::columns::{ListColumn, ListMapping, is_header};
use super::layout::Layout;
use super::names::{Comparable, Match, Names, normal};
use super::sheet::RawSheet;
use crate::model::document::DocumentRef;
use crate::model::id::{IndicatorId, TargetId, UnitId};
use crate::model::indicator::{Comparison, Indicator};
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::unit::Unit;
use std::collections::BTreeMap;
use typed::{comparison_of, document_of, period_of, value_of};

/// A column of a list of targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetColumn {
    /// Who is to reach it.
    Unit,
    /// What is measured.
    Measure,
    /// How it compares.
    Comparison,
    /// How much.
    Value,
    /// By when.
    Period,
    /// Where it is set.
    Source,
}

impl ListColumn for TargetColumn {
    const ALL: &'static [TargetColumn] = &[
        TargetColumn::Unit,
        TargetColumn::Measure,
        TargetColumn::Comparison,
        TargetColumn::Value,
        TargetColumn::Period,
        TargetColumn::Source,
    ];

    fn called(self) -> &'static [&'static str] {
        match self {
            TargetColumn::Unit => &[
                "Tên đơn vị",
                "Đơn vị",
                "Đơn vị thực hiện",
                "Tên tổ chức đảng",
                "Tổ chức cơ sở đảng",
                "Unit",
            ],
            TargetColumn::Measure => &[
                "Chỉ tiêu",
                "Nội dung chỉ tiêu",
                "Tên chỉ tiêu",
                "Nội dung",
                "Target",
                "Measure",
            ],
            TargetColumn::Comparison => &["So sánh", "Dấu", "Điều kiện", "Comparison"],
            TargetColumn::Value => &[
                "Giá trị",
                "Mức",
                "Mức chỉ tiêu",
                "Chỉ tiêu giao",
                "Giao",
                "Kế hoạch",
                "Kế hoạch giao",
                "Số lượng",
                "Tỷ lệ (%)",
                "Value",
            ],
            TargetColumn::Period => &[
                "Kỳ",
                "Thời gian",
                "Thời gian thực hiện",
                "Năm",
                "Giai đoạn",
                "Period",
                "Year",
            ],
            TargetColumn::Source => &[
                "Văn bản",
                "Căn cứ",
                "Nguồn",
                "Văn bản giao",
                "Số văn bản",
                "Source",
                "Document",
            ],
        }
    }

    fn key(self) -> &'static str {
        match self {
            TargetColumn::Unit => "unit",
            TargetColumn::Measure => "measure",
            TargetColumn::Comparison => "comparison",
            TargetColumn::Value => "value",
            TargetColumn::Period => "period",
            TargetColumn::Source => "source",
        }
    }
}

/// Why a row is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetProblem {
    /// The unit is not known.
    Unit,
    /// Nothing says what is measured.
    Measure,
    /// The value is no number, or none that a share can be.
    Value,
    /// The value is a number where a share is measured, without "%".
    NoPercent,
    /// The period is none.
    Period,
    /// The comparison is none.
    Comparison,
}

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetChange {
    /// Not understood; nothing of the row is written.
    Invalid(TargetProblem),
    /// Another value, and far from the one that stood there. It is written; a person should look.
    Suspicious,
    /// A target that is not there yet.
    New,
    /// Something of it is other than in the books.
    Changed,
    /// It is in the books as it is.
    Same,
    /// Another row above is the same target.
    Repeated,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRow {
    /// Its place in the sheet, from 0.
    pub place: usize,
    /// The unit's name and the measure as they stand there.
    pub typed: (String, String),
    /// The value as it stands there.
    pub value: String,
    /// As it is in the books.
    pub before: Option<Target>,
    /// As it would be; none where it is not understood.
    pub after: Option<Target>,
    /// What it comes to.
    pub change: TargetChange,
}

impl TargetRow {
    /// Whether it is written.
    pub fn is_written(&self) -> bool {
        matches!(
            self.change,
            TargetChange::New | TargetChange::Changed | TargetChange::Suspicious
        )
    }
}

/// What is compared.
#[derive(Clone, Copy)]
pub struct TargetReading<'a> {
    /// The sheet.
    pub sheet: &'a RawSheet,
    /// Where its header and body are.
    pub layout: &'a Layout,
    /// What its columns are.
    pub mapping: &'a ListMapping<TargetColumn>,
    /// The units.
    pub units: &'a [Unit],
    /// The bloc committee, whose targets are those of rows without a unit.
    pub root: &'a UnitId,
    /// What can be measured.
    pub indicators: &'a [Indicator],
    /// What rows measure that do not say.
    pub measure: Option<&'a IndicatorId>,
    /// The period of rows that name none.
    pub period: &'a Period,
    /// The targets that are there.
    pub targets: &'a [Target],
    /// What identifiers of new targets begin with.
    pub fresh: &'a str,
}

/// Where a list's header and body are: under "Chỉ tiêu" for a row a target, or by names of units.
pub fn find_layout(sheet: &RawSheet, names: &Names) -> Option<Layout> {
    super::layout::find_under(sheet, |text| is_header(text, TargetColumn::Measure))
        .or_else(|| super::layout::find(sheet, names))
        .or_else(|| super::layout::find_under(sheet, |text| is_header(text, TargetColumn::Unit)))
}

/// Guesses the columns.
pub fn guess(layout: &Layout) -> ListMapping<TargetColumn> {
    let header = layout.headers.get(layout.name_column).map_or("", String::as_str);
    let last = header.rsplit(" / ").next().unwrap_or(header);
    let name = match is_header(last, TargetColumn::Measure) {
        true => TargetColumn::Measure,
        false => TargetColumn::Unit,
    };
    ListMapping::guess(layout, Some(name))
}

/// Reads a list against the targets that are there.
pub fn rows(reading: TargetReading<'_>) -> Vec<TargetRow> {
    let names = Names::of(reading.units);
    let mut seen: Vec<(UnitId, Period, Option<IndicatorId>, String)> = Vec::new();
    let mut found = Vec::new();
    for &place in &reading.layout.body {
        let text = |column| reading.text(place, column);
        let value = text(TargetColumn::Value);
        let typed = (text(TargetColumn::Unit), text(TargetColumn::Measure));
        if value.is_empty() && typed.1.is_empty() {
            continue;
        }
        let mut row = TargetRow {
            place,
            typed,
            value,
            before: None,
            after: None,
            change: TargetChange::New,
        };
        match reading.target(place, &row, &names) {
            Err(problem) => row.change = TargetChange::Invalid(problem),
            Ok((before, after)) => {
                let key = (
                    after.unit.clone(),
                    after.period.clone(),
                    after.indicator.clone(),
                    normal(&after.label),
                );
                row.change = match &before {
                    _ if seen.contains(&key) => TargetChange::Repeated,
                    None => TargetChange::New,
                    Some(before) if *before == after => TargetChange::Same,
                    Some(before) if is_sudden(before.value, after.value) => TargetChange::Suspicious,
                    Some(_) => TargetChange::Changed,
                };
                seen.push(key);
                (row.before, row.after) = (before, Some(after));
            }
        }
        found.push(row);
    }
    found
}

impl TargetReading<'_> {
    fn text(&self, place: usize, column: TargetColumn) -> String {
        let at = self.mapping.place(column);
        at.map_or_else(String::new, |at| self.sheet.seen_at(place, at).typed())
    }

    fn target(&self, place: usize, row: &TargetRow, names: &Names) -> Result<(Option<Target>, Target), TargetProblem> {
        let unit = match (row.typed.0.as_str(), names.find(&row.typed.0)) {
            ("", _) => self.root.clone(),
            (_, Match::Same(unit) | Match::Likely(unit)) => unit,
            _ => return Err(TargetProblem::Unit),
        };
        let named = row.typed.1.as_str();
        let indicator = match named {
            "" => self.measure.cloned(),
            named => self.indicator(named),
        };
        if indicator.is_none() && named.is_empty() {
            return Err(TargetProblem::Measure);
        }
        let period = match self.text(place, TargetColumn::Period) {
            empty if empty.is_empty() => self.period.clone(),
            text => period_of(&text).ok_or(TargetProblem::Period)?,
        };
        let measures_share = |id: &IndicatorId| {
            let found = self.indicators.iter().find(|indicator| indicator.id == *id);
            found.is_some_and(|found| found.denominator.is_some() && !found.ratio)
        };
        let shares = indicator.as_ref().is_some_and(measures_share);
        let header = self
            .mapping
            .place(TargetColumn::Value)
            .and_then(|at| self.layout.headers.get(at));
        let percent_header = header.is_some_and(|header| header.contains('%'));
        let (said, value) = value_of(&row.value, shares, percent_header)?;
        let comparison = match self.text(place, TargetColumn::Comparison) {
            empty if empty.is_empty() => said.unwrap_or(Comparison::AtLeast),
            text => comparison_of(&text).ok_or(TargetProblem::Comparison)?,
        };
        let label = match indicator {
            Some(_) => String::new(),
            None => named.to_owned(),
        };
        let is_it = |of: &&Target| {
            of.unit == unit
                && of.period == period
                && of.indicator == indicator
                && (indicator.is_some() || normal(&of.label) == normal(&label))
                && !matches!(of.relation, Some(Relation::OfWhich(_)))
        };
        let before = self.targets.iter().find(is_it).cloned();
        let mut after = before
            .clone()
            .unwrap_or_else(|| self.blank(place, &unit, &period, indicator, label, value));
        (after.comparison, after.value) = (comparison, value);
        let source = self.text(place, TargetColumn::Source);
        let cites = |source: &DocumentRef| source.citation(crate::model::text::Lang::Vi);
        if !source.is_empty() && after.source.as_ref().map(cites) != Some(source.clone()) {
            after.source = Some(document_of(&source));
        }
        Ok((before, after))
    }

    /// A new target; a count of a unit is a part of the bloc's for the same period.
    fn blank(
        &self,
        place: usize,
        unit: &UnitId,
        period: &Period,
        indicator: Option<IndicatorId>,
        label: String,
        value: TargetValue,
    ) -> Target {
        let of_bloc = |of: &&Target| {
            of.unit == *self.root
                && of.unit != *unit
                && of.period == *period
                && of.indicator == indicator
                && indicator.is_some()
                && matches!((of.value, value), (TargetValue::Count(_), TargetValue::Count(_)))
        };
        let parent = self.targets.iter().find(of_bloc).map(|of| of.id.clone());
        Target {
            id: TargetId::new(format!("{}-{place}", self.fresh)),
            unit: unit.clone(),
            period: period.clone(),
            indicator,
            label,
            comparison: Comparison::AtLeast,
            value,
            relation: parent.as_ref().map(|_| Relation::PartOf),
            parent,
            source: None,
            illustrative: false,
            copied_from: None,
        }
    }

    /// The indicator that a text names: its own name in either language, or nearly.
    fn indicator(&self, named: &str) -> Option<IndicatorId> {
        let named = Comparable::of(named);
        let mut best: BTreeMap<usize, Vec<&IndicatorId>> = BTreeMap::new();
        for indicator in self.indicators {
            let names = [&indicator.label.vi, &indicator.label.en];
            let score = names
                .iter()
                .map(|name| Comparable::of(name).likeness(&named))
                .max()
                .unwrap_or(0);
            if score >= 75 {
                best.entry(score).or_default().push(&indicator.id);
            }
        }
        match best.last_entry()?.get().as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }
}

fn is_sudden(before: TargetValue, after: TargetValue) -> bool {
    match (before, after) {
        (TargetValue::Count(before), TargetValue::Count(after)) => {
            let (less, more) = (before.min(after), before.max(after));
            more > 10 && more > less.saturating_mul(3)
        }
        (TargetValue::Percent(_), TargetValue::Percent(_)) => false,
        _ => true,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::delimited::read;
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::unit::UnitKind;

    fn read_rows(text: &str, targets: &[Target]) -> Vec<TargetRow> {
        let catalogue = Catalogue::built_in().unwrap();
        let units = [
            Unit::new("b", None, UnitKind::BlocCommittee, "Đảng bộ Khối"),
            Unit::new("yt", Some("b".into()), UnitKind::GrassrootsCommittee, "Đảng bộ Sở Y tế"),
            Unit::new("bao", Some("b".into()), UnitKind::GrassrootsCell, "Chi bộ Báo tỉnh"),
        ];
        let sheet = read(text).unwrap();
        let layout = find_layout(&sheet, &Names::of(&units)).unwrap();
        let admitted = catalogue
            .indicators()
            .iter()
            .find(|it| it.denominator.is_none())
            .unwrap();
        rows(TargetReading {
            sheet: &sheet,
            layout: &layout,
            mapping: &guess(&layout),
            units: &units,
            root: &"b".into(),
            indicators: catalogue.indicators(),
            measure: Some(&admitted.id),
            period: &Period::Year(2022),
            targets,
            fresh: "n",
        })
    }

    #[test]
    fn a_value_for_each_unit_hangs_on_the_bloc_s() {
        let text = "GIAO CHỈ TIÊU NĂM 2022\t\t\nSTT\tĐơn vị\tChỉ tiêu giao\n1\tĐB Sở Y tế\t12\n2\tBáo tỉnh\t1.5\n3\tSở lạ\t4\n4\tSở Y tế\t2\n\tTổng cộng\t18\n";
        let found = read_rows(text, &[]);
        let changes: Vec<TargetChange> = found.iter().map(|row| row.change).collect();
        assert_eq!(
            changes,
            [
                TargetChange::New,
                TargetChange::Invalid(TargetProblem::Value),
                TargetChange::Invalid(TargetProblem::Unit),
                TargetChange::Repeated
            ]
        );
        let first = found[0].after.clone().unwrap();
        assert_eq!((first.unit.as_str(), first.value), ("yt", TargetValue::Count(12)));
        let bloc = Target {
            id: "year".into(),
            unit: "b".into(),
            value: TargetValue::Count(130),
            ..first.clone()
        };
        let again = read_rows(text, &[bloc.clone(), first.clone()]);
        assert_eq!(again[0].change, TargetChange::Same);
        let hung = read_rows(text, &[bloc]);
        assert_eq!(hung[0].after.as_ref().unwrap().parent, Some("year".into()));
        let far = Target {
            value: TargetValue::Count(120),
            ..first
        };
        assert_eq!(read_rows(text, &[far])[0].change, TargetChange::Suspicious);
    }

    #[test]
    fn rows_of_targets_say_what_they_measure() {
        let catalogue = Catalogue::built_in().unwrap();
        let share = catalogue
            .indicators()
            .iter()
            .find(|it| it.denominator.is_some() && !it.ratio)
            .unwrap();
        let text = format!(
            "TT\tNội dung chỉ tiêu\tGiá trị\tKỳ\tVăn bản\n1\t{}\ttrên 90%\tnhiệm kỳ 2020-2025\t01-KL/TW, 18/5/2021\n2\tXây dựng trụ sở mới\t1\t2022\t\n3\t{}\t90\t2022\t\n",
            share.label.vi, share.label.vi
        );
        let found = read_rows(&text, &[]);
        let first = found[0].after.clone().unwrap();
        assert_eq!(
            (first.indicator, first.comparison),
            (Some(share.id.clone()), Comparison::MoreThan)
        );
        assert_eq!((first.unit.as_str(), first.period), ("b", Period::Term(2020, 2025)));
        assert_eq!(first.source.unwrap().number, "01");
        let second = found[1].after.clone().unwrap();
        assert_eq!((second.indicator, second.label.as_str()), (None, "Xây dựng trụ sở mới"));
        assert_eq!(found[2].change, TargetChange::Invalid(TargetProblem::NoPercent));
    }
}
