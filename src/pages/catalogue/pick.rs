//! What the picker offers for a numerator, a denominator or a side of a rule: every count that exists, and nothing else.

use crate::catalogue::Catalogue;
use crate::model::fold::{fold, matches_folded};
use crate::model::id::{CellKey, FormId};
use crate::model::indicator::Operand;
use crate::model::measure::{Form, Measure, OverTime, ValueType};
use crate::model::text::{Lang, Text};
use crate::model::unit::UnitKind;

/// Something that can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its name in the draft.
    pub key: String,
    /// What it is called: "Bài thu hoạch – Xuất sắc".
    pub label: Text,
    /// Where it stands: the form's name.
    pub place: Text,
    /// What it counts, as it is called.
    pub unit: Text,
    /// Folded, for the search.
    folded: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Cells { form: FormId, cell: CellKey, latest: bool },
    Units(Vec<UnitKind>),
}

/// Numbers of units that rates are often over.
const UNITS: [(&str, &[UnitKind]); 2] = [
    (
        "units:grassroots",
        &[UnitKind::GrassrootsCommittee, UnitKind::GrassrootsCell],
    ),
    ("units:mass", &[UnitKind::MassOrganisation]),
];

/// All there is to count, form by form: each measure as a whole where its parts count the same thing, and each part of it.
/// `units` names the numbers of units, in the order of the picker.
pub fn picks(catalogue: &Catalogue, units: [Text; 2]) -> Vec<Pick> {
    let organisations = catalogue.counting_unit(&"organisations".into());
    let organisations = organisations.map(|unit| unit.label.clone()).unwrap_or_default();
    let mut found: Vec<Pick> = Vec::new();
    for form in catalogue.forms() {
        for measure in form.measures().filter_map(|id| catalogue.measure(id.as_str())) {
            found.extend(of_measure(catalogue, form, measure));
        }
    }
    found.extend(UNITS.iter().zip(units).map(|((key, kinds), label)| Pick {
        key: (*key).to_owned(),
        folded: fold(&label.vi),
        label,
        place: Text::default(),
        unit: organisations.clone(),
        what: What::Units(kinds.to_vec()),
    }));
    found
}

fn of_measure(catalogue: &Catalogue, form: &Form, measure: &Measure) -> Vec<Pick> {
    if matches!(measure.value, ValueType::Date | ValueType::Text) {
        return Vec::new();
    }
    let columns = catalogue.cells(&CellKey::of(&measure.id, &[]), None);
    let pick = |cell: CellKey, part: Option<&Text>, unit: &crate::model::id::CountingUnitId| {
        let join = |lang| match part {
            Some(part) => format!("{} – {}", measure.label.in_lang(lang), part.in_lang(lang)),
            None => measure.label.in_lang(lang).to_owned(),
        };
        let label = Text::new(join(Lang::Vi), join(Lang::En));
        let unit = catalogue.counting_unit(unit);
        Pick {
            key: format!("{}|{cell}", form.id),
            folded: fold(&format!("{} {} {}", label.vi, label.en, form.label.vi)),
            label,
            place: form.label.clone(),
            unit: unit.map(|unit| unit.label.clone()).unwrap_or_default(),
            what: What::Cells {
                form: form.id.clone(),
                cell,
                latest: measure.over_time == OverTime::Last,
            },
        }
    };
    let one_unit = columns
        .iter()
        .all(|column| column.counting_unit == columns[0].counting_unit);
    let mut found = Vec::new();
    if let (true, Some(first)) = (one_unit, columns.first()) {
        found.push(pick(CellKey::of(&measure.id, &[]), None, &first.counting_unit));
    }
    if !(measure.by.is_empty() && measure.levels.is_none()) {
        let parts = columns.iter();
        found.extend(parts.map(|column| pick(column.key.clone(), Some(&column.label), &column.counting_unit)));
    }
    found
}

/// Those whose name or form has the words of a query, at most `most` of them, and how many more there are. Those of the form
/// that is counted already come first.
pub fn search<'p>(all: &'p [Pick], query: &str, near: Option<&str>, most: usize) -> (Vec<&'p Pick>, usize) {
    let query = fold(query);
    let fits = |pick: &&Pick| matches_folded(&pick.folded, &query);
    let is_near = |pick: &&Pick| near.is_some_and(|form| pick.form() == Some(form));
    let found: Vec<&Pick> = all.iter().filter(|pick| is_near(pick) && fits(pick)).collect();
    let others = all.iter().filter(|pick| !is_near(pick) && fits(pick));
    let found: Vec<&Pick> = found.into_iter().chain(others).collect();
    let more = found.len().saturating_sub(most);
    (found.into_iter().take(most).collect(), more)
}

impl Pick {
    /// The form it stands on; none for a number of units.
    pub fn form(&self) -> Option<&str> {
        match &self.what {
            What::Cells { form, .. } => Some(form.as_str()),
            What::Units(_) => None,
        }
    }
}

/// Picks that cannot be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mixed {
    /// There are none.
    Nothing,
    /// They stand on different forms, or a number of units stands among them.
    Forms,
}

/// The sum of what was picked, for something whose own form is `own`; without one it is the form of the sum itself.
///
/// # Errors
/// [`Mixed`]
pub fn operand(all: &[Pick], keys: &[String], own: Option<&FormId>) -> Result<(Operand, Option<FormId>), Mixed> {
    let chosen: Vec<&What> = keys
        .iter()
        .filter_map(|key| all.iter().find(|pick| pick.key == *key))
        .map(|pick| &pick.what)
        .collect();
    match chosen.as_slice() {
        [] => Err(Mixed::Nothing),
        [What::Units(kinds)] => Ok((Operand::Units { units: kinds.clone() }, None)),
        [What::Cells { form, latest, .. }, ..] => {
            let mut cells = Vec::new();
            for what in &chosen {
                match what {
                    What::Cells { form: other, cell, .. } if other == form => cells.push(cell.clone()),
                    _ => return Err(Mixed::Forms),
                }
            }
            let other = own.filter(|own| *own != form).map(|_| form.clone());
            let operand = Operand::Cells {
                cells,
                // A head count is the last one also on its own form.
                latest: *latest && (other.is_some() || own.is_none()),
                form: other,
            };
            Ok((operand, Some(form.clone())))
        }
        _ => Err(Mixed::Forms),
    }
}

/// What was picked for an operand, as keys of the draft.
pub fn keys_of(all: &[Pick], operand: &Operand, own: &FormId) -> Vec<String> {
    match operand {
        Operand::Units { units } => {
            let same = |pick: &&Pick| pick.what == What::Units(units.clone());
            all.iter().filter(same).map(|pick| pick.key.clone()).collect()
        }
        Operand::Cells { cells, form, .. } => {
            let form = form.as_ref().unwrap_or(own);
            cells.iter().map(|cell| format!("{form}|{cell}")).collect()
        }
    }
}
