//! A scale or a list of the bloc's own as it is typed, and the option set that it makes.

use super::form_draft::named;
use super::usage;
use crate::catalogue::Catalogue;
use crate::model::fold::fold;
use crate::model::id::{OptionId, OptionSetId};
use crate::model::ledger::Ledger;
use crate::model::measure::{OptionItem, OptionSet};
use crate::model::own::OwnThing;

/// A field of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The set's name.
    Name,
    /// The options, all of them.
    Options,
    /// One option.
    Option(usize),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must not stay empty.
    Missing,
    /// Another is called so.
    Taken,
    /// A list of one splits nothing.
    TooFew,
    /// Figures were entered under it until this year.
    HasFigures(i32),
}

/// An option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The option that is there; `None` for a new one.
    pub id: Option<OptionId>,
    /// Its name.
    pub name: String,
    /// Its English name, if it has one.
    pub english: String,
    /// The last year it is chosen in.
    pub valid_to: Option<i32>,
    /// The last year that has figures under it.
    pub filled: Option<i32>,
}

/// The draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetDraft {
    /// The set that is edited; `None` for a new one.
    pub editing: Option<OptionSetId>,
    /// [`Field::Name`].
    pub name: String,
    /// The English name.
    pub english: String,
    /// Whether the options run from best to worst.
    pub ordered: bool,
    /// The options in order.
    pub options: Vec<Choice>,
}

impl SetDraft {
    /// The draft of a new set: a scale, with room for two levels.
    pub fn new() -> SetDraft {
        SetDraft {
            ordered: true,
            options: vec![Choice::default(), Choice::default()],
            ..SetDraft::default()
        }
    }

    /// The draft of a set that is there.
    pub fn of(ledger: &Ledger, catalogue: &Catalogue, set: &OptionSet) -> SetDraft {
        let option = |option: &OptionItem| Choice {
            id: Some(option.id.clone()),
            name: option.label.vi.clone(),
            english: option.label.en.clone(),
            valid_to: option.valid_to,
            filled: usage::of_option(ledger, catalogue, &set.id, &option.id),
        };
        SetDraft {
            editing: Some(set.id.clone()),
            name: set.label.vi.clone(),
            english: set.label.en.clone(),
            ordered: set.ordered,
            options: set.options.iter().map(option).collect(),
        }
    }

    /// The set that the draft makes; options without words are passed over.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(
        &self,
        catalogue: &Catalogue,
        fresh: &mut dyn FnMut() -> String,
    ) -> Result<OwnThing, Vec<(Field, Fault)>> {
        let mut wrong = Vec::new();
        let name = fold(&self.name);
        let id = self.editing.clone();
        let mut others = catalogue.part().option_sets.iter();
        if name.is_empty() {
            wrong.push((Field::Name, Fault::Missing));
        } else if others.any(|set| Some(&set.id) != id.as_ref() && fold(&set.label.vi) == name) {
            wrong.push((Field::Name, Fault::Taken));
        }
        let mut names: Vec<String> = Vec::new();
        for (at, option) in self.options.iter().enumerate() {
            let name = fold(&option.name);
            if name.is_empty() {
                if let Some(year) = option.filled {
                    wrong.push((Field::Option(at), Fault::HasFigures(year)));
                }
                continue;
            }
            if names.contains(&name) {
                wrong.push((Field::Option(at), Fault::Taken));
            }
            names.push(name);
        }
        if names.len() < 2 {
            wrong.push((Field::Options, Fault::TooFew));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let known = id.as_ref().and_then(|id| catalogue.option_set(id, None));
        let mut taken: Vec<OptionId> = Vec::new();
        let options = self.options.iter().filter(|option| !option.name.trim().is_empty());
        let options = options.map(|option| {
            let id = option.id.clone().unwrap_or_else(|| short(&fresh(), &taken));
            taken.push(id.clone());
            let was = known.and_then(|set| set.options.iter().find(|was| was.id == id));
            OptionItem {
                label: named(&option.name, &option.english),
                counting_unit: was.and_then(|was| was.counting_unit.clone()),
                valid_to: option.valid_to,
                id,
            }
        });
        let options = options.collect();
        Ok(OwnThing::OptionSet(OptionSet {
            id: id.unwrap_or_else(|| OptionSetId::new(fresh())),
            label: named(&self.name, &self.english),
            ordered: self.ordered,
            valid_from: known.and_then(|set| set.valid_from),
            valid_to: known.and_then(|set| set.valid_to),
            options,
        }))
    }
}

/// The identifier of an option: the random end of a fresh one, since it is unique in its set and stands in many keys.
fn short(fresh: &str, taken: &[OptionId]) -> OptionId {
    let from = fresh.len().saturating_sub(8);
    let id = OptionId::new(format!("o{}", fresh.get(from..).unwrap_or(fresh)));
    // Eight digits of chance will not meet; were they to, the whole identifier is told apart.
    if taken.contains(&id) { OptionId::new(fresh) } else { id }
}

/// Options out of a list that was typed or pasted, one a line.
pub fn pasted(text: &str) -> Vec<Choice> {
    let lines = text.lines().map(|line| {
        let line = line.trim();
        line.trim_start_matches(['-', '–', '•', '*', '+']).trim()
    });
    let lines = lines.filter(|line| !line.is_empty());
    lines
        .map(|name| Choice {
            name: name.to_owned(),
            ..Choice::default()
        })
        .collect()
}
