//! Conflicts in words, ready to be drawn.

use std::sync::Arc;

use super::contests::{Contest, Field, Group, groups};
use super::effect::{Effect, effects, effects_of_all};
use crate::exchange::cell_text::{self, shown};
use crate::i18n::sync::group_line;
use crate::model::id::CellKey;
use crate::model::measure::{OptionItem, ValueType};
use crate::model::record::{RecordKind, cell_from_value};
use crate::model::text::Lang;
use crate::pages::backup::words::Words;
use crate::platform::clock::moment;
use crate::report::period_name::{capitalised, period_name};
use crate::state::lens::Lens;
use crate::state::route::{Place, Route};
use crate::state::sync::Sync;
use serde_json::Value;

/// What a third value of a field may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Typable {
    /// A cell of a return.
    Cell(ValueType, Vec<OptionItem>),
    /// Words.
    Words,
    /// Nothing that is typed: a person chooses one of the two.
    No,
}

/// A field in words.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldTold {
    /// The field.
    pub field: Field,
    /// What it is called.
    pub name: String,
    /// The value that stands.
    pub official: String,
    /// The same as it would be typed.
    pub typed: String,
    /// The value proposed.
    pub proposed: String,
    /// What both began with.
    pub base: String,
    /// What the proposal does to the bloc's total.
    pub effect: Option<Effect>,
    /// What else may be entered.
    pub typable: Typable,
}

/// A conflict in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ContestTold {
    /// The conflict.
    pub contest: Contest,
    /// Whose record it is.
    pub title: String,
    /// Its fields.
    pub fields: Vec<FieldTold>,
    /// When what stands was given; empty where it is not known.
    pub official_when: String,
    /// When the proposal was typed.
    pub proposed_when: String,
    /// Where the cell is entered.
    pub place: Option<Place>,
}

/// The head of a group in words.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupTold {
    /// The group.
    pub key: String,
    /// What it is called, and how much of it waits.
    pub title: String,
    /// How many fields.
    pub fields: usize,
    /// How many conflicts.
    pub contests: usize,
    /// What all proposals together do to the totals, by what each cell is called.
    pub effects: Vec<(String, Effect)>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A group begins.
    Group(GroupTold),
    /// A conflict of it.
    Contest(Arc<ContestTold>),
}

impl FieldTold {
    /// Whether its values are numbers.
    pub fn is_figure(&self) -> bool {
        matches!(self.typable, Typable::Cell(ValueType::Count, _))
    }
}

impl Item {
    /// Another text where anything of it is said otherwise: then it is drawn anew.
    pub fn key(&self) -> String {
        match self {
            Item::Group(group) => format!("{group:?}"),
            Item::Contest(told) => format!("{told:?}"),
        }
    }
}

/// A group's identifier.
pub fn group_key(group: &Group) -> String {
    match &group.of {
        Some((form, period)) => format!("{form}/{period}"),
        None => format!("{:?}", group.kind),
    }
}

/// The open conflicts by groups; follows the books.
pub fn open_groups(sync: Sync, lens: Lens) -> Vec<Group> {
    lens.ledger(|ledger| {
        let beside = sync.conflicts().into_iter();
        groups(
            beside.map(|it| Contest::beside(it.conflict, it.record.as_ref())),
            ledger,
        )
    })
}

/// Everything that waits for a choice, in words; follows the books.
pub fn items(sync: Sync, lens: Lens, lang: Lang) -> Vec<Item> {
    let groups = open_groups(sync, lens);
    let here = lens.router().place_untracked();
    lens.with(|scope| {
        let words = Words::of(lang, scope.ledger, scope.catalogue);
        let mut items = Vec::new();
        for group in groups {
            let named = group.of.as_ref().map(|(form, period)| {
                let form = scope
                    .catalogue
                    .form(form)
                    .map_or(form.as_str(), |it| it.label.in_lang(lang));
                let period = capitalised(&period_name(lang, period, scope.ledger));
                format!("{form} · {period}")
            });
            let of_all = match group.contests.len() {
                0 | 1 => Vec::new(),
                _ => effects_of_all(scope, &group.contests),
            };
            let cell = |key: &CellKey| words.field(RecordKind::Return, &crate::model::record::cell_field(key));
            items.push(Item::Group(GroupTold {
                key: group_key(&group),
                title: group_line(lang, named.as_deref(), group.kind, group.contests.len(), group.fields()),
                fields: group.fields(),
                contests: group.contests.len(),
                effects: of_all.iter().map(|(key, effect)| (cell(key), *effect)).collect(),
            }));
            let effects = effects(scope, &group.contests);
            for (contest, effects) in group.contests.into_iter().zip(effects) {
                items.push(Item::Contest(Arc::new(told(words, contest, &effects, &here))));
            }
        }
        items
    })
}

fn told(words: Words<'_>, contest: Contest, effects: &[Option<Effect>], here: &Place) -> ContestTold {
    let conflict = &contest.conflict;
    let kind = conflict.of;
    let unit = |id: &crate::model::id::UnitId| words.ledger.units.get(id).map(|unit| unit.name.clone());
    let place = contest.place();
    // The group says form and period.
    let title = place.as_ref().and_then(|(_, _, of)| unit(of)).unwrap_or_else(|| {
        let of = |name: &str| {
            let field = contest.fields.iter().find(|field| field.name == name);
            field.map(|field| field.official.clone())
        };
        let named = words.record(kind, &conflict.record, of);
        match unit(&conflict.unit) {
            Some(unit) if unit != named => format!("{named} · {unit}"),
            _ => named,
        }
    });
    let fields = contest.fields.iter().zip(effects).map(|(field, effect)| {
        let said = |value| words.value(kind, &field.name, value);
        FieldTold {
            name: words.field(kind, &field.name),
            official: said(&field.official),
            typed: typed(words, field),
            proposed: said(&field.proposed),
            base: said(&field.base),
            effect: *effect,
            typable: typable(words, field),
            field: field.clone(),
        }
    });
    let when = |at_ms: i64| {
        if at_ms > 0 {
            moment(words.lang, at_ms)
        } else {
            String::new()
        }
    };
    let place = place.map(|(form, period, unit)| {
        let route = Route::Entry {
            form: Some(form.to_string()),
            unit: Some(unit.to_string()),
        };
        here.at(route).with_period(&period.to_string())
    });
    ContestTold {
        title,
        fields: fields.collect(),
        official_when: when(conflict.current_at_ms),
        proposed_when: when(conflict.at_ms),
        place,
        contest,
    }
}

/// What stands in the field, in the form in which it is typed; nothing where there is no value.
fn typed(words: Words<'_>, field: &Field) -> String {
    if field.cell().is_none() {
        return field.official.as_str().unwrap_or_default().to_owned();
    }
    let Typable::Cell(value, levels) = typable(words, field) else {
        return String::new();
    };
    let of = cell_text::Field {
        value,
        levels: &levels,
        whole: None,
    };
    match (&field.official, cell_from_value(&field.official)) {
        (Value::Null, _) | (_, Err(_)) => String::new(),
        (_, Ok(cell)) => shown(&cell, of, words.lang),
    }
}

fn typable(words: Words<'_>, field: &Field) -> Typable {
    if let Some(key) = field.cell() {
        let Some(measure) = words.catalogue.measure(key.measure()) else {
            return Typable::No;
        };
        let levels = measure.levels.as_ref();
        let levels = levels.and_then(|set| words.catalogue.option_set(set, None));
        return Typable::Cell(measure.value, levels.map_or_else(Vec::new, |set| set.options.clone()));
    }
    match field.name.as_str() {
        "name" | "short_name" | "text" | "note" if field.official.is_string() && field.proposed.is_string() => {
            Typable::Words
        }
        _ => Typable::No,
    }
}
