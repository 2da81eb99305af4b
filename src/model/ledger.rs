//! The ledger: everything of one bloc, read from its records and indexed for questions.

use super::closing::Closing;
use super::date::Date;
use super::drive::Drive;
use super::id::{DriveId, FormId, RecordId, TargetId, UnitId};
use super::own::OwnThing;
use super::period::Period;
use super::profile::Profile;
use super::record::{Entity, Explanation, Record, RecordError, RecordKind};
use super::returns::Return;
use super::saved_view::SavedView;
use super::sort::SmallSort;
use super::statement::Statement;
use super::target::Target;
use super::tree::UnitTree;
use super::unit::{Sector, Unit};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Returns of one form and period, by unit.
pub type ReturnsOfPeriod = HashMap<UnitId, Return>;

/// Everything of one bloc.
///
/// Records that cannot be read are kept in [`Ledger::unreadable`], shown to a person, and left out of
/// figures; they are never dropped.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The bloc's profile; `None` in a workspace that is just being made.
    pub profile: Option<Profile>,
    /// Its sectors, in order.
    pub sectors: Vec<Sector>,
    /// Its units.
    pub units: UnitTree,
    /// Its study drives, the latest first.
    pub drives: Vec<Drive>,
    /// Its targets.
    pub targets: BTreeMap<TargetId, Target>,
    /// What published reports state.
    pub statements: Vec<Statement>,
    /// Explanations of findings, by the finding's key.
    pub explanations: BTreeMap<String, Explanation>,
    /// Views of the explorer that are kept by a name, the first kept first.
    pub views: Vec<SavedView>,
    /// What the bloc adds to the catalogue, in the order in which it was added. It is the same list, in the same place,
    /// until one of its records changes: whoever made a catalogue of it sees at a glance that it still holds.
    pub own: Arc<Vec<OwnThing>>,
    /// Closings of periods, those that were opened again too, the first first.
    pub closings: Vec<Closing>,
    /// Records that cannot be read.
    pub unreadable: Vec<RecordError>,
    returns: HashMap<FormId, BTreeMap<Period, ReturnsOfPeriod>>,
    targets_of_unit: HashMap<UnitId, Vec<TargetId>>,
    targets_below: HashMap<TargetId, Vec<TargetId>>,
    /// How many changes are told apart no longer, and the returns that were changed after these, one by one.
    settled: usize,
    touched: Vec<RecordId>,
}

/// How many changed returns are told apart.
const TOLD_APART: usize = 256;

/// A ledger that is being read record by record: whoever has many of them can pause in between.
#[derive(Default)]
pub struct LedgerReading {
    ledger: Ledger,
    units: Vec<Unit>,
    own: Vec<OwnThing>,
    read: usize,
}

impl LedgerReading {
    /// Reads a record.
    pub fn add(&mut self, record: &Record) {
        self.read += 1;
        if record.is_removed() {
            return;
        }
        let read = match record.kind {
            RecordKind::Unit => Unit::from_record(record).map(|unit| self.units.push(unit)),
            RecordKind::Own => OwnThing::from_record(record).map(|thing| self.own.push(thing)),
            _ => self.ledger.read(record),
        };
        if let Err(error) = read {
            self.ledger.unreadable.push(error);
        }
    }

    /// The ledger of what was read.
    pub fn finish(mut self) -> Ledger {
        self.ledger.settled = self.read;
        self.ledger.units = UnitTree::new(self.units);
        self.own.small_sort_by(|a, b| a.id().cmp(b.id()));
        self.ledger.own = Arc::new(self.own);
        self.ledger.sort();
        self.ledger
    }
}

impl Ledger {
    /// Reads records, in any order.
    pub fn from_records<'a>(records: impl IntoIterator<Item = &'a Record>) -> Ledger {
        let mut reading = LedgerReading::default();
        for record in records {
            reading.add(record);
        }
        reading.finish()
    }

    fn read(&mut self, record: &Record) -> Result<(), RecordError> {
        match record.kind {
            RecordKind::Profile => self.profile = Some(Profile::from_record(record)?),
            RecordKind::Sector => self.sectors.push(Sector::from_record(record)?),
            RecordKind::Drive => self.drives.push(Drive::from_record(record)?),
            RecordKind::Target => {
                let target = Target::from_record(record)?;
                self.targets.insert(target.id.clone(), target);
            }
            RecordKind::Return => self.put_return(Return::from_record(record)?),
            RecordKind::Statement => self.statements.push(Statement::from_record(record)?),
            RecordKind::Explanation => {
                let explanation = Explanation::from_record(record)?;
                self.explanations.insert(explanation.finding.clone(), explanation);
            }
            RecordKind::View => self.views.push(SavedView::from_record(record)?),
            // Units are linked as a tree, and the catalogue is made, all at once; what a newer version knows is kept.
            // Conflicts, decks and reports are no figures: who shows them reads the records.
            RecordKind::Unit
            | RecordKind::Own
            | RecordKind::Conflict
            | RecordKind::Deck
            | RecordKind::Report
            | RecordKind::Other(_) => {}
            RecordKind::Closing => self.closings.push(Closing::from_record(record)?),
        }
        Ok(())
    }

    fn sort(&mut self) {
        self.sectors
            .small_sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        self.drives
            .small_sort_by(|a, b| (b.start, &a.id).cmp(&(a.start, &b.id)));
        self.statements.small_sort_by(|a, b| a.id.cmp(&b.id));
        self.views.small_sort_by(|a, b| a.id.cmp(&b.id));
        self.closings
            .small_sort_by(|a, b| (a.at_ms, &a.id).cmp(&(b.at_ms, &b.id)));
        self.index_targets();
    }

    fn index_targets(&mut self) {
        self.targets_of_unit.clear();
        self.targets_below.clear();
        for target in self.targets.values() {
            let of_unit = self.targets_of_unit.entry(target.unit.clone()).or_default();
            of_unit.push(target.id.clone());
            if let Some(parent) = &target.parent {
                let below = self.targets_below.entry(parent.clone()).or_default();
                below.push(target.id.clone());
            }
        }
    }

    /// Takes in a changed record. A return is put in place at O(log n); anything else that changes
    /// what is indexed reads `all` records of its kind again.
    pub fn apply<'a>(&mut self, record: &Record, all: impl Iterator<Item = &'a Record>) {
        if record.kind == RecordKind::Return && self.touched.len() < TOLD_APART {
            self.touched.push(record.id.clone());
        } else {
            self.settled += self.touched.len() + 1;
            self.touched.clear();
        }
        if record.kind == RecordKind::Return && !record.is_removed() {
            self.unreadable.retain(|error| error.id != record.id);
            match Return::from_record(record) {
                Ok(found) => self.put_return(found),
                Err(error) => self.unreadable.push(error),
            }
            return;
        }
        let same_kind: Vec<&Record> = all.filter(|other| other.kind == record.kind).collect();
        let fresh = Ledger::from_records(same_kind.iter().copied());
        let of_kind = |id: &RecordId| same_kind.iter().any(|other| other.id == *id);
        self.unreadable.retain(|error| !of_kind(&error.id));
        self.unreadable.extend(fresh.unreadable);
        match record.kind {
            RecordKind::Profile => self.profile = fresh.profile,
            RecordKind::Sector => self.sectors = fresh.sectors,
            RecordKind::Unit => self.units = fresh.units,
            RecordKind::Drive => self.drives = fresh.drives,
            RecordKind::Target => {
                self.targets = fresh.targets;
                self.index_targets();
            }
            RecordKind::Return => self.returns = fresh.returns,
            RecordKind::Statement => self.statements = fresh.statements,
            RecordKind::Explanation => self.explanations = fresh.explanations,
            RecordKind::View => self.views = fresh.views,
            RecordKind::Own => self.own = fresh.own,
            RecordKind::Closing => self.closings = fresh.closings,
            RecordKind::Conflict | RecordKind::Deck | RecordKind::Report | RecordKind::Other(_) => {}
        }
    }

    /// Grows with every change.
    pub fn revision(&self) -> usize {
        self.settled + self.touched.len()
    }

    /// The returns that were changed after a [`Ledger::revision`], one of them perhaps several times; `None` where more
    /// than returns was changed, or too many of them to be told apart.
    pub fn touched_since(&self, revision: usize) -> Option<&[RecordId]> {
        self.touched.get(revision.checked_sub(self.settled)?..)
    }

    fn put_return(&mut self, found: Return) {
        self.returns
            .entry(found.form.clone())
            .or_default()
            .entry(found.period.clone())
            .or_default()
            .insert(found.unit.clone(), found);
    }

    /// The return of a unit.
    pub fn find(&self, form: &FormId, period: &Period, unit: &UnitId) -> Option<&Return> {
        self.returns.get(form)?.get(period)?.get(unit)
    }

    /// The returns of a form for exactly this period, by unit.
    pub fn returns_of(&self, form: &FormId, period: &Period) -> Option<&ReturnsOfPeriod> {
        self.returns.get(form)?.get(period)
    }

    /// All periods that a form has returns for, in time, with the returns.
    pub fn periods_of(&self, form: &FormId) -> impl Iterator<Item = (&Period, &ReturnsOfPeriod)> {
        self.returns.get(form).into_iter().flatten()
    }

    /// All returns, in no order.
    pub fn all_returns(&self) -> impl Iterator<Item = &Return> {
        let of_forms = self.returns.values().flat_map(BTreeMap::values);
        of_forms.flat_map(HashMap::values)
    }

    /// The targets of a unit, by identifier.
    pub fn targets_of(&self, unit: &UnitId) -> impl Iterator<Item = &Target> {
        let of_unit = self.targets_of_unit.get(unit).into_iter().flatten();
        of_unit.filter_map(|id| self.targets.get(id))
    }

    /// The targets that hang on one, by identifier.
    pub fn targets_below(&self, target: &TargetId) -> impl Iterator<Item = &Target> {
        let below = self.targets_below.get(target).into_iter().flatten();
        below.filter_map(|id| self.targets.get(id))
    }

    /// A drive.
    pub fn drive(&self, id: &DriveId) -> Option<&Drive> {
        self.drives.iter().find(|drive| drive.id == *id)
    }

    /// First and last day of any period, a drive's included.
    pub fn span(&self, period: &Period) -> Option<(Date, Date)> {
        match period {
            Period::Drive(id) => self.drive(id).map(|drive| (drive.start, drive.end)),
            _ => Some((period.start()?, period.end()?)),
        }
    }

    /// The day that figures are seen from: the profile's, or the device's `today`.
    pub fn seen_on(&self, today: Date) -> Date {
        self.profile
            .as_ref()
            .and_then(|profile| profile.seen_on)
            .unwrap_or(today)
    }

    /// The root unit: the bloc committee.
    pub fn root(&self) -> Option<&Unit> {
        self.units.root()
    }

    /// Whether the bloc uses a form; without a profile it uses all.
    pub fn uses(&self, form: &FormId) -> bool {
        self.profile.as_ref().is_none_or(|profile| profile.uses(form))
    }

    /// Whether its figures by unit are illustrative.
    pub fn is_demo(&self) -> bool {
        self.profile.as_ref().is_some_and(|profile| profile.demo)
    }
}
