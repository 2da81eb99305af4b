//! A list of units made elsewhere: which row is which unit, and what of it is other than in the books.

mod typed;

use super::columns::{ListColumn, ListMapping, is_header};
use super::layout::Layout;
use super::names::{Comparable, Match, Names, kind_said, normal, written_out};
use super::sheet::{RawCell, RawSheet};
use crate::model::id::{SectorId, UnitId};
use crate::model::text::Text;
use crate::model::unit::{Sector, Unit, UnitKind};
use std::collections::{BTreeMap, BTreeSet};
use typed::{date_of, kind_named};

/// A column of a list of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitColumn {
    /// The full name.
    Name,
    /// The short name.
    ShortName,
    /// The kind.
    Kind,
    /// The unit above.
    Parent,
    /// The sector.
    Sector,
    /// The place in the official order.
    Order,
    /// The first day.
    From,
    /// The last day.
    To,
}

impl ListColumn for UnitColumn {
    const ALL: &'static [UnitColumn] = &[
        UnitColumn::Name,
        UnitColumn::ShortName,
        UnitColumn::Kind,
        UnitColumn::Parent,
        UnitColumn::Sector,
        UnitColumn::Order,
        UnitColumn::From,
        UnitColumn::To,
    ];

    fn called(self) -> &'static [&'static str] {
        match self {
            UnitColumn::Name => &[
                "Tên đơn vị",
                "Đơn vị",
                "Tên tổ chức đảng",
                "Tên tổ chức cơ sở đảng",
                "Tổ chức cơ sở đảng",
                "Tổ chức đảng",
                "Tên chi bộ, đảng bộ",
                "Chi, đảng bộ",
                "Unit",
                "Unit's name",
                "Name",
                "Organisation",
            ],
            UnitColumn::ShortName => &["Tên ngắn", "Tên viết tắt", "Tên gọi tắt", "Viết tắt", "Short name"],
            UnitColumn::Kind => &["Loại tổ chức", "Loại hình tổ chức", "Loại tổ chức đảng", "Cấp", "Kind"],
            UnitColumn::Parent => &[
                "Trực thuộc",
                "Đơn vị cấp trên",
                "Cấp trên trực tiếp",
                "Cấp trên",
                "Đảng bộ cấp trên",
                "Below",
                "Parent",
            ],
            UnitColumn::Sector => &[
                "Loại hình",
                "Khối",
                "Lĩnh vực",
                "Nhóm",
                "Loại hình cơ quan, đơn vị",
                "Sector",
            ],
            UnitColumn::Order => &["Thứ tự", "Số thứ tự", "STT", "TT", "Order", "No."],
            UnitColumn::From => &[
                "Thành lập từ ngày",
                "Ngày thành lập",
                "Thành lập",
                "Từ ngày",
                "Exists from",
                "From",
            ],
            UnitColumn::To => &["Ngày cuối hoạt động", "Ngày kết thúc", "Đến ngày", "Last day", "To"],
        }
    }

    fn key(self) -> &'static str {
        match self {
            UnitColumn::Name => "name",
            UnitColumn::ShortName => "short",
            UnitColumn::Kind => "kind",
            UnitColumn::Parent => "parent",
            UnitColumn::Sector => "sector",
            UnitColumn::Order => "order",
            UnitColumn::From => "from",
            UnitColumn::To => "to",
        }
    }
}

/// What a person said of a row's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is this unit.
    Is(UnitId),
    /// It is a new one.
    New,
    /// It is left out.
    LeaveOut,
}

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// A cell of it is not understood; nothing of the row is written.
    Invalid(RowProblem),
    /// It resembles units that are there: a person says whether it is one of them.
    Suspicious,
    /// A unit that is not there yet.
    New,
    /// Something of it is other than in the books.
    Changed,
    /// It is in the books as it is.
    Same,
    /// Another row above names the same unit.
    Repeated,
    /// A person left it out.
    LeftOut,
}

/// Why a row is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// The kind is none of the kinds.
    Kind,
    /// The unit above is neither in the books nor in the sheet.
    Parent,
    /// It stands below itself, or below a unit that can have nothing below it.
    Place,
    /// A day is no date.
    Date,
    /// The place in the order is no whole number.
    Order,
    /// The last day is before the first.
    Days,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// Its place in the sheet, from 0.
    pub place: usize,
    /// The name as it stands there.
    pub name: String,
    /// Units that it may be, the likeliest first.
    pub near: Vec<UnitId>,
    /// As it is in the books.
    pub before: Option<Unit>,
    /// As it would be.
    pub after: Unit,
    /// What it comes to.
    pub change: RowChange,
}

impl UnitRow {
    /// Whether it is written.
    pub fn is_written(&self) -> bool {
        matches!(self.change, RowChange::New | RowChange::Changed)
    }

    /// Whether a person should look at it.
    pub fn is_doubtful(&self) -> bool {
        matches!(self.change, RowChange::Invalid(_) | RowChange::Suspicious)
    }
}

/// A list of units beside the books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitList {
    /// Its rows, in their order.
    pub rows: Vec<UnitRow>,
    /// Sectors that are not there yet and that a written row is in.
    pub sectors: Vec<Sector>,
}

/// What is compared.
#[derive(Clone, Copy)]
pub struct UnitReading<'a> {
    /// The sheet.
    pub sheet: &'a RawSheet,
    /// Where its header and body are.
    pub layout: &'a Layout,
    /// What its columns are.
    pub mapping: &'a ListMapping<UnitColumn>,
    /// The units that are there.
    pub units: &'a [Unit],
    /// The bloc committee.
    pub root: &'a UnitId,
    /// The sectors that are there.
    pub sectors: &'a [Sector],
    /// What a person said of names, by [`normal`].
    pub said: &'a BTreeMap<String, Said>,
    /// What identifiers of new units and sectors begin with.
    pub fresh: &'a str,
}

/// Where a list's header and body are: by names of organisations, or by a header that says "Tên đơn vị".
pub fn find_layout(sheet: &RawSheet, names: &Names) -> Option<Layout> {
    let by_header = super::layout::find_under(sheet, |text| is_header(text, UnitColumn::Name));
    let by_names = super::layout::find(sheet, names);
    match (by_header, by_names) {
        // A header says which column it is; names alone may be those of the units above.
        (Some(header), Some(names)) if header.body.len() < names.body.len() => Some(names),
        (Some(header), _) => Some(header),
        (None, names) => names,
    }
}

impl UnitList {
    /// Reads a list against the units that are there.
    pub fn of(reading: UnitReading<'_>) -> UnitList {
        let names = Names::of(reading.units);
        let mut list = UnitList::default();
        let mut sectors = Sectors::new(reading);
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut taken: BTreeSet<UnitId> = BTreeSet::new();
        let last = reading.units.iter().map(|unit| unit.order).max().unwrap_or(0);
        let mut order = last;
        for &place in &reading.layout.body {
            let name = reading
                .cell(place, UnitColumn::Name)
                .map_or_else(String::new, RawCell::typed);
            let name = written_out(&name);
            if name.is_empty() {
                continue;
            }
            let key = normal(&name);
            let (is, near) = reading.which(&names, &name);
            let repeated = !seen.insert(key) || is.as_ref().is_some_and(|id| !taken.insert(id.clone()));
            let before = is
                .as_ref()
                .and_then(|id| reading.units.iter().find(|unit| unit.id == *id));
            let mut after = before.cloned().unwrap_or_else(|| {
                order += 1;
                let id = UnitId::new(format!("{}-{place}", reading.fresh));
                let kind = kind_said(&name).unwrap_or(UnitKind::GrassrootsCell);
                Unit {
                    order,
                    ..Unit::new(id, Some(reading.root.clone()), kind, name.clone())
                }
            });
            let problem = reading.fill(place, &mut after, &mut sectors).err();
            let said = reading.said.get(&normal(&name));
            let change = match (said, problem) {
                (Some(Said::LeaveOut), _) => RowChange::LeftOut,
                _ if repeated => RowChange::Repeated,
                (_, Some(problem)) => RowChange::Invalid(problem),
                (None, None) if before.is_none() && !near.is_empty() => RowChange::Suspicious,
                _ => match before {
                    None => RowChange::New,
                    Some(before) if *before == after => RowChange::Same,
                    Some(_) => RowChange::Changed,
                },
            };
            list.rows.push(UnitRow {
                place,
                name,
                near,
                before: before.cloned(),
                after,
                change,
            });
        }
        reading.place_below(&mut list.rows);
        list.sectors = sectors.made;
        let used = |sector: &Sector| {
            let mut written = list.rows.iter().filter(|row| row.is_written());
            written.any(|row| row.after.sector.as_ref() == Some(&sector.id))
        };
        list.sectors.retain(used);
        list
    }

    /// How many rows come to something.
    pub fn count(&self, is: impl Fn(RowChange) -> bool) -> usize {
        self.rows.iter().filter(|row| is(row.change)).count()
    }

    /// The units that would be written.
    pub fn to_write(&self) -> Vec<&Unit> {
        let written = self.rows.iter().filter(|row| row.is_written());
        written.map(|row| &row.after).collect()
    }
}

impl<'a> UnitReading<'a> {
    fn cell(&self, place: usize, column: UnitColumn) -> Option<&'a RawCell> {
        let at = self.mapping.place(column)?;
        Some(self.sheet.seen_at(place, at)).filter(|cell| !cell.is_empty())
    }

    /// Which unit a name is, and which it may be.
    fn which(&self, names: &Names, name: &str) -> (Option<UnitId>, Vec<UnitId>) {
        match (self.said.get(&normal(name)), names.find(name)) {
            (Some(Said::Is(unit)), _) => (Some(unit.clone()), Vec::new()),
            (None, Match::Same(unit)) => (Some(unit), Vec::new()),
            (_, Match::Likely(unit)) => (None, vec![unit]),
            (_, Match::Perhaps(units)) => {
                // Many names share words; only those that share nearly all deserve a question.
                let wanted = Comparable::of(name);
                let is_near = |id: &UnitId| {
                    let unit = self.units.iter().find(|unit| unit.id == *id);
                    unit.is_some_and(|unit| {
                        Comparable::of(&unit.name).likeness(&wanted) >= 75
                            || matches!(names.find(name), Match::Perhaps(ref all) if all.len() > 1)
                                && normal(&unit.name).ends_with(&normal(name))
                    })
                };
                (None, units.into_iter().filter(is_near).collect())
            }
            (_, Match::Same(unit)) => (None, vec![unit]),
            (_, Match::Unknown) => (None, Vec::new()),
        }
    }

    fn fill(&self, place: usize, unit: &mut Unit, sectors: &mut Sectors<'a>) -> Result<(), RowProblem> {
        if let Some(cell) = self.cell(place, UnitColumn::ShortName) {
            unit.short_name = cell.typed();
        }
        if let Some(cell) = self.cell(place, UnitColumn::Order) {
            let text = cell.typed();
            let number = text.trim_matches(['.', ')', '(', ' ']).parse();
            unit.order = number.map_err(|_| RowProblem::Order)?;
        }
        if let Some(cell) = self.cell(place, UnitColumn::Kind) {
            unit.kind = kind_named(&cell.typed()).ok_or(RowProblem::Kind)?;
        }
        if let Some(cell) = self.cell(place, UnitColumn::Sector) {
            unit.sector = Some(sectors.named(&cell.typed()));
        } else if let (true, None, Some(sector)) = (
            unit.sector.is_none(),
            self.mapping.place(UnitColumn::Sector),
            sectors.of_heading(place),
        ) {
            unit.sector = Some(sector);
        }
        if let Some(cell) = self.cell(place, UnitColumn::From) {
            unit.valid_from = Some(date_of(cell).ok_or(RowProblem::Date)?);
        }
        if let Some(cell) = self.cell(place, UnitColumn::To) {
            unit.valid_to = Some(date_of(cell).ok_or(RowProblem::Date)?);
        }
        match (unit.valid_from, unit.valid_to) {
            (Some(from), Some(to)) if to < from => Err(RowProblem::Days),
            _ => Ok(()),
        }
    }

    /// Puts units below those that the sheet names, which may stand in the sheet themselves, above or below.
    fn place_below(&self, rows: &mut [UnitRow]) {
        let Some(_) = self.mapping.place(UnitColumn::Parent) else {
            return;
        };
        let names = Names::of(self.units);
        let of_sheet: BTreeMap<String, UnitId> = rows
            .iter()
            .map(|row| (normal(&row.name), row.after.id.clone()))
            .collect();
        for row in rows.iter_mut() {
            let Some(cell) = self.cell(row.place, UnitColumn::Parent) else {
                continue;
            };
            let named = cell.typed();
            let parent = of_sheet
                .get(&normal(&named))
                .cloned()
                .or_else(|| match names.find(&named) {
                    Match::Same(unit) | Match::Likely(unit) => Some(unit),
                    _ => None,
                });
            match parent {
                Some(parent) => row.after.parent = Some(parent),
                None => row.fail(RowProblem::Parent),
            }
        }
        let kinds: BTreeMap<UnitId, UnitKind> = self
            .units
            .iter()
            .chain(rows.iter().map(|row| &row.after))
            .map(|unit| (unit.id.clone(), unit.kind))
            .collect();
        let above: BTreeMap<UnitId, Option<UnitId>> = self
            .units
            .iter()
            .chain(rows.iter().map(|row| &row.after))
            .map(|unit| (unit.id.clone(), unit.parent.clone()))
            .collect();
        for row in rows {
            let Some(parent) = row.after.parent.clone() else {
                continue;
            };
            let reaches_root = std::iter::successors(Some(parent.clone()), |id| above.get(id).cloned().flatten())
                .take(above.len() + 1)
                .any(|id| id == *self.root);
            if !reaches_root || parent == row.after.id {
                row.fail(RowProblem::Place);
                continue;
            }
            // A name says "chi bộ"; where it stands says which.
            row.after.kind = match (kinds.get(&parent), row.after.kind) {
                (Some(UnitKind::GrassrootsCommittee | UnitKind::SectionalCommittee), UnitKind::GrassrootsCell) => {
                    UnitKind::SubordinateCell
                }
                (Some(UnitKind::GrassrootsCommittee), UnitKind::GrassrootsCommittee) => UnitKind::SectionalCommittee,
                (_, kind) => kind,
            };
            if kinds.get(&parent).is_some_and(|kind| !kind.can_have_below()) {
                row.fail(RowProblem::Place);
            } else if row.change == RowChange::Same && row.before.as_ref() != Some(&row.after) {
                row.change = RowChange::Changed;
            } else if row.change == RowChange::Changed && row.before.as_ref() == Some(&row.after) {
                row.change = RowChange::Same;
            }
        }
    }
}

impl UnitRow {
    fn fail(&mut self, problem: RowProblem) {
        if !matches!(self.change, RowChange::Repeated | RowChange::LeftOut) {
            self.change = RowChange::Invalid(problem);
        }
    }
}

/// Sectors by name: those of the bloc, and those that the sheet brings.
struct Sectors<'a> {
    reading: UnitReading<'a>,
    made: Vec<Sector>,
}

impl<'a> Sectors<'a> {
    fn new(reading: UnitReading<'a>) -> Sectors<'a> {
        Sectors {
            reading,
            made: Vec::new(),
        }
    }

    fn known(&self, name: &str) -> Option<SectorId> {
        let wanted = normal(name);
        let all = self.reading.sectors.iter().chain(&self.made);
        let is = |sector: &&Sector| normal(&sector.label.vi) == wanted || normal(&sector.label.en) == wanted;
        all.clone().find(is).map(|sector| sector.id.clone())
    }

    fn named(&mut self, name: &str) -> SectorId {
        if let Some(known) = self.known(name) {
            return known;
        }
        let order = self.reading.sectors.len() + self.made.len() + 1;
        let id = SectorId::new(format!("{}-s{order}", self.reading.fresh));
        self.made.push(Sector {
            id: id.clone(),
            label: Text {
                vi: name.to_owned(),
                ..Text::default()
            },
            order: u32::try_from(order).unwrap_or(u32::MAX),
        });
        id
    }

    /// The sector that the heading above a row names, where the bloc has it: "I. Khối hành chính".
    fn of_heading(&self, place: usize) -> Option<SectorId> {
        let layout = self.reading.layout;
        let above = (0..place).rev().find(|row| !layout.body.contains(row));
        let row = self.reading.sheet.rows.get(above?)?;
        row.iter()
            .filter(|cell| !cell.is_empty())
            .find_map(|cell| self.known(&cell.typed()))
    }
}

#[cfg(test)]
mod tests;
