//! A made-up bloc of any size, for trying the app with more than a real bloc has: many organisations, years of
//! returns, every form of the catalogue. Some come late or not at all, some cells cannot be read.
//!
//! It is made in parts, so that the page can draw between two of them. A part is what it is whichever was made
//! before: everything is drawn by a generator that is seeded by form, period and unit.
//!
//! * here: what there is to make, and the parts in the order of their records' identifiers;
//! * `organisations`: the units, their names and sizes;
//! * `returns`: one return;
//! * `plans`: drives and targets.

mod organisations;
mod plans;
mod returns;

use super::random::Random;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::measure::{Column, Form};
use crate::model::number::{Count, format_count};
use crate::model::period::{Period, PeriodKind};
use crate::model::profile::{BlocKind, Profile};
use crate::model::record::{Entity, Record};
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use crate::model::unit::UnitKind;
use organisations::Organisation;
use std::ops::Range;

/// What a bloc is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Grassroots organisations.
    pub units: usize,
    /// The first year with returns.
    pub from: i32,
    /// The last. The bloc is seen from its last day.
    pub to: i32,
    /// Whether all forms of the catalogue are filled, and the units below the organisations are there; else
    /// admissions by month, one head count and one study drive.
    pub every_form: bool,
    /// Whether some returns are missing, late or wrong.
    pub with_gaps: bool,
}

impl Size {
    /// As many organisations as the largest bloc has, a whole term, every form.
    pub const TERM: Size = Size {
        units: 130,
        from: 2021,
        to: 2025,
        every_form: true,
        with_gaps: true,
    };
    /// Ten thousand organisations for twelve months.
    pub const CROWD: Size = Size {
        units: 10_000,
        from: 2025,
        to: 2025,
        every_form: false,
        with_gaps: true,
    };

    /// The name of the bloc.
    pub fn name(self) -> String {
        let years = self.to - self.from + 1;
        let time = match years {
            1 => "12 tháng".to_owned(),
            _ => format!("{years} năm"),
        };
        let units = format_count(Count::try_from(self.units).unwrap_or(Count::MAX), Lang::Vi);
        format!("Khối thử tải: {units} đơn vị, {time} (số liệu minh họa)")
    }

    fn years(self) -> impl Iterator<Item = i32> {
        self.from..=self.to
    }
}

/// How many records a part has at most.
const PART: usize = 512;

/// The identifier of the bloc committee.
pub const ROOT: &str = "khoi";

/// The returns of one form and period.
#[derive(Clone)]
struct Sheet {
    form: usize,
    period: Period,
    start: Date,
    end: Date,
}

/// What one part is made of.
enum Piece {
    /// Drives and the profile.
    Beginning,
    /// Returns of some organisations.
    Returns(Sheet, Range<usize>),
    /// The return of the bloc committee.
    OfRoot(Sheet),
    /// Sectors and targets.
    Plans,
    /// Units: the bloc committee first.
    Units(Range<usize>),
}

/// Makes a bloc.
pub struct Maker {
    size: Size,
    catalogue: Catalogue,
    organisations: Vec<Organisation>,
    parts: Vec<Vec<Piece>>,
}

impl Maker {
    /// Plans a bloc; nothing but its organisations is made yet.
    pub fn new(size: Size, catalogue: &Catalogue) -> Maker {
        let mut maker = Maker {
            size,
            catalogue: catalogue.clone(),
            organisations: organisations::all(size),
            parts: Vec::new(),
        };
        maker.plan();
        maker
    }

    fn plan(&mut self) {
        let mut pieces = vec![(1, Piece::Beginning)];
        for sheet in self.sheets() {
            if self.catalogue.forms()[sheet.form].unit_kinds == [UnitKind::BlocCommittee] {
                pieces.push((1, Piece::OfRoot(sheet)));
                continue;
            }
            for range in ranges(self.organisations.len(), PART) {
                pieces.push((range.len(), Piece::Returns(sheet.clone(), range)));
            }
        }
        pieces.push((PART, Piece::Plans));
        for range in ranges(self.organisations.len(), PART / 4) {
            pieces.push((PART, Piece::Units(range)));
        }
        let mut filled = PART;
        for (count, piece) in pieces {
            if filled + count > PART {
                self.parts.push(Vec::new());
                filled = 0;
            }
            filled += count;
            if let Some(part) = self.parts.last_mut() {
                part.push(piece);
            }
        }
    }

    /// All forms and periods with returns, in the order of their records.
    fn sheets(&self) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        for (at, form) in self.catalogue.forms().iter().enumerate() {
            let periods = self.periods(form).into_iter();
            sheets.extend(periods.map(|(period, start, end)| Sheet {
                form: at,
                period,
                start,
                end,
            }));
        }
        let key = |sheet: &Sheet| {
            let form = &self.catalogue.forms()[sheet.form].id;
            format!("{form}/{}/", sheet.period)
        };
        sheets.small_sort_by_key(key);
        sheets
    }

    /// The periods that a form is filled for, each with its first and last day.
    fn periods(&self, form: &Form) -> Vec<(Period, Date, Date)> {
        let wanted = match (self.size.every_form, form.id.as_str()) {
            (true, _) | (false, "admission") => usize::MAX,
            (false, "headcount" | "study") => 1,
            _ => 0,
        };
        if form.period == PeriodKind::Drive {
            let drives = plans::drives(self.size).into_iter().take(wanted);
            return drives.map(|drive| (drive.period(), drive.start, drive.end)).collect();
        }
        let months = self.size.years().flat_map(|year| Period::Year(year).months());
        let of_month = |month: Period| Period::of_kind_at(form.period, month.start()?);
        let mut periods: Vec<Period> = months.filter_map(of_month).collect();
        periods.dedup();
        let dated = periods.into_iter().take(wanted);
        dated
            .filter_map(|period| Some((period.clone(), period.start()?, period.end()?)))
            .collect()
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Makes a part: records in the order of their identifiers, after those of the part before.
    pub fn part(&self, at: usize) -> Vec<Record> {
        let mut records = Vec::new();
        for piece in self.parts.get(at).into_iter().flatten() {
            self.make(piece, &mut records);
        }
        records.small_sort_by(|a, b| a.id.cmp(&b.id));
        records
    }

    /// Everything at once.
    pub fn all(&self) -> Vec<Record> {
        (0..self.parts()).flat_map(|at| self.part(at)).collect()
    }

    fn make(&self, piece: &Piece, records: &mut Vec<Record>) {
        match piece {
            Piece::Beginning => {
                let drives = plans::drives(self.size);
                let wanted = if self.size.every_form { drives.len() } else { 1 };
                records.extend(drives.iter().take(wanted).map(Entity::to_record));
                records.push(self.profile().to_record());
            }
            Piece::Returns(sheet, range) => {
                let form = &self.catalogue.forms()[sheet.form];
                let columns = self.columns(sheet);
                for organisation in &self.organisations[range.clone()] {
                    if form.unit_kinds.contains(&organisation.unit.kind) {
                        let made = returns::of(self.size, form, sheet, organisation, &columns);
                        records.extend(made.iter().map(Entity::to_record));
                    }
                }
            }
            Piece::OfRoot(sheet) => {
                let form = &self.catalogue.forms()[sheet.form];
                let made = returns::of_root(form, sheet, &self.columns(sheet));
                records.push(made.to_record());
            }
            Piece::Plans => {
                records.extend(organisations::sectors().iter().map(Entity::to_record));
                let targets = plans::targets(self.size, &self.organisations);
                records.extend(targets.iter().map(Entity::to_record));
            }
            Piece::Units(range) => {
                if range.start == 0 {
                    records.push(organisations::root(self.size).to_record());
                }
                for organisation in &self.organisations[range.clone()] {
                    records.push(organisation.unit.to_record());
                    records.extend(organisation.below().iter().map(Entity::to_record));
                }
            }
        }
    }

    /// The forms that it has returns of.
    fn used(&self) -> Vec<FormId> {
        let filled = self
            .catalogue
            .forms()
            .iter()
            .filter(|form| !self.periods(form).is_empty());
        filled.map(|form| form.id.clone()).collect()
    }

    /// The columns of a form; the options of one that holds a level are the levels.
    fn columns(&self, sheet: &Sheet) -> Vec<Column> {
        let (form, year) = (&self.catalogue.forms()[sheet.form], Some(sheet.start.year()));
        let mut columns = self.catalogue.columns(form, year);
        for column in &mut columns {
            let measure = self.catalogue.measure(column.measure.as_str());
            let levels = measure.and_then(|measure| measure.levels.as_ref());
            if let Some(set) = levels.and_then(|levels| self.catalogue.option_set(levels, year)) {
                column.options = set.options.iter().map(|option| option.id.clone()).collect();
            }
        }
        columns
    }

    fn profile(&self) -> Profile {
        Profile {
            name: self.size.name(),
            short_name: "Khối thử tải".to_owned(),
            kind: BlocKind::AgenciesAndEnterprises,
            term: Period::Term(2020, 2025),
            seen_on: Period::Year(self.size.to).end(),
            opens_on: None,
            demo: true,
            forms: self.used(),
        }
    }
}

/// `0..count` in ranges of `most`.
fn ranges(count: usize, most: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count).step_by(most).map(move |from| from..(from + most).min(count))
}

/// A generator for one thing: the same for the same parts of its name.
fn seeded(parts: &[&str], number: u64) -> Random {
    let mut seed = number;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([b'/'])) {
        seed = Random::new(seed ^ u64::from(byte)).bits();
    }
    Random::new(seed)
}

fn root_id() -> UnitId {
    UnitId::new(ROOT)
}

#[cfg(test)]
mod tests;
