//! What a person chooses of a comparison: as proposed, until something else is said for all of it, for the conflicts, or
//! for one thing.

use leptos::prelude::*;
use std::collections::BTreeMap;

use crate::exchange::backup::compare::{Comparison, Difference, Differing};

/// A field of a comparison by its places; a new record is chosen as a whole, by its first.
pub type Place = (usize, usize);

/// The choices. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Choices(RwSignal<BTreeMap<Place, bool>>);

impl Choices {
    /// Everything as proposed.
    pub fn new() -> Choices {
        Choices(RwSignal::new(BTreeMap::new()))
    }

    /// Whether the file's value is taken.
    pub fn takes(self, place: Place, difference: &Difference) -> bool {
        let said = self.0.with(|chosen| chosen.get(&place).copied());
        said.unwrap_or_else(|| difference.side.takes_file())
    }

    /// Chooses one.
    pub fn choose(self, place: Place, takes: bool) {
        self.0.update(|chosen| {
            chosen.insert(place, takes);
        });
    }

    /// Chooses all that `of` names at once; `None`: as proposed.
    pub fn choose_all(self, found: &Comparison, of: impl Fn(&Difference) -> bool, takes: Option<bool>) {
        self.0.update(|chosen| {
            for (place, _, difference) in places(found) {
                match takes {
                    _ if !of(difference) => {}
                    Some(takes) => drop(chosen.insert(place, takes)),
                    None => drop(chosen.remove(&place)),
                }
            }
        });
    }

    /// Puts everything back as proposed.
    pub fn reset(self) {
        self.0.set(BTreeMap::new());
    }

    /// How many fields are taken.
    pub fn count(self, found: &Comparison) -> usize {
        let new = |item: &Differing| if item.is_new { item.fields.len() } else { 1 };
        let taken = places(found).filter(|(place, _, difference)| self.takes(*place, difference));
        taken.map(|(_, item, _)| new(item)).sum()
    }
}

/// All that can be chosen.
pub fn places(found: &Comparison) -> impl Iterator<Item = (Place, &Differing, &Difference)> {
    found.differing.iter().enumerate().flat_map(|(at, item)| {
        let fields = item
            .fields
            .iter()
            .enumerate()
            .take(if item.is_new { 1 } else { usize::MAX });
        fields.map(move |(field, difference)| ((at, field), item, difference))
    })
}
