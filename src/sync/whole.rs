//! What a record has to be to stand for anything.

use crate::model::record::{Entity, Record, RecordKind};

/// Whether a record is what its kind says, with the identifier and the scope that follow from its fields.
///
/// # Errors
/// What is wrong with it.
pub fn well_formed(record: &Record) -> Result<(), String> {
    fn check<E: Entity>(record: &Record) -> Result<(), String> {
        let entity = E::from_record(record).map_err(|error| error.to_string())?;
        if entity.record_id() != record.id {
            return Err(format!("its fields say {}", entity.record_id()));
        }
        if entity.scope() != record.scope {
            return Err(format!("its fields say the scope {}", entity.scope()));
        }
        Ok(())
    }
    use crate::model as m;
    // One that is marked as removed has to be whole as well: taking the mark away brings it back.
    if record.fields.is_empty() {
        return Ok(());
    }
    match record.kind {
        RecordKind::Profile => check::<m::profile::Profile>(record),
        RecordKind::Sector => check::<m::unit::Sector>(record),
        RecordKind::Unit => check::<m::unit::Unit>(record),
        RecordKind::Drive => check::<m::drive::Drive>(record),
        RecordKind::Target => check::<m::target::Target>(record),
        RecordKind::Return => check::<m::returns::Return>(record),
        RecordKind::Statement => check::<m::statement::Statement>(record),
        RecordKind::Explanation => check::<m::record::Explanation>(record),
        RecordKind::View => check::<m::saved_view::SavedView>(record),
        RecordKind::Closing => check::<m::closing::Closing>(record),
        RecordKind::Conflict => check::<m::conflict::Conflict>(record),
        RecordKind::Deck => check::<m::deck::Deck>(record),
        RecordKind::Report => check::<m::report::PeriodReport>(record),
        RecordKind::Own => m::own::OwnThing::from_record(record)
            .map(drop)
            .map_err(|error| error.to_string()),
        RecordKind::Other(_) => Ok(()),
    }
}
